import { DATE_FORMS, type DateForm } from "./cell.js";
import { checkMapping } from "./check-mapping.js";
import { FIELD_TYPES, isFieldName, LONG_COLUMNS, NATIONS, RETRACTED, wideColumns } from "./columns.js";
import type { Scalar } from "./event.js";
import type { ReadableProgramme, RowMapping } from "./mapping.js";

/** The kind of event an outcome is, and the fields that make it one. */
export interface OutcomeEvent {
  readonly kind: string;
  readonly fields: Readonly<Record<string, Scalar>>;
}

/** A mapping made ready: what each column is called, what cells may say, how dates are written. */
export interface Plan {
  readonly wide: ReadonlyMap<string, string>;
  readonly long: ReadonlyMap<string, string>;
  /** The columns that the mapping names, which therefore have to be there. */
  readonly named: { readonly wide: readonly string[]; readonly long: readonly string[] };
  readonly ignored: ReadonlySet<string>;
  readonly dates: DateForm;
  readonly values: ReadonlyMap<string, ReadonlyMap<string, string>>;
  readonly isField: (name: string) => boolean;
  readonly programme: ProgrammeWords | undefined;
  readonly nations: readonly string[];
}

/** What a programme allows, ready to be asked. */
export interface ProgrammeWords {
  readonly id: string;
  readonly fieldsOf: ReadonlyMap<string, ReadonlySet<string>>;
  readonly groups: readonly string[] | undefined;
  readonly outcome: OutcomeEvent | undefined;
}

/**
 * Checks a mapping and makes it ready.
 *
 * @throws ProgrammeFault `journey/mapping…` for whatever a mapping may not say.
 */
export function planOf(mapping: RowMapping): Plan {
  const isField = fieldTest((mapping as RowMapping | null)?.programme);
  checkMapping(mapping, isField);
  const { programme } = mapping;
  const values = Object.entries(mapping.values ?? {});
  return {
    wide: namesOf(wideColumns, mapping.columns),
    long: namesOf(LONG_COLUMNS, mapping.eventColumns),
    named: { wide: Object.keys(mapping.columns ?? {}), long: Object.keys(mapping.eventColumns ?? {}) },
    ignored: new Set(mapping.ignore),
    dates: DATE_FORMS[mapping.dates ?? "iso"],
    values: new Map(values.map(([column, words]) => [column, new Map(Object.entries(words))])),
    isField,
    programme: programme && wordsOf(programme),
    nations: programme?.calendars === undefined ? NATIONS : Object.keys(programme.calendars),
  };
}

function namesOf(
  standard: readonly string[],
  given: Readonly<Record<string, string>> = {},
): Map<string, string> {
  return new Map([...standard.map((name) => [name, name] as const), ...Object.entries(given)]);
}

function fieldTest(programme: ReadableProgramme | undefined): (name: string) => boolean {
  if (!Array.isArray(programme?.events)) return isFieldName;
  const own = new Set<unknown>(programme.events.flatMap(({ fields }) => fields ?? []));
  return (name) => isFieldName(name) && (own.has(name) || FIELD_TYPES.has(name));
}

function wordsOf({ id, events, groups, outcomes }: ReadableProgramme): ProgrammeWords {
  const fieldsOf = new Map(events.map((kind) => [kind.id, new Set(kind.fields)]));
  fieldsOf.set(RETRACTED, new Set(["of"]));
  return { id, fieldsOf, groups: groups?.map((group) => group.id), outcome: outcomeOf(outcomes[0]?.event) };
}

/** The event of an outcome; a moment derived from a state is no event, and cannot be read from a row. */
function outcomeOf(event: string | object | undefined): OutcomeEvent | undefined {
  if (event === undefined) return undefined;
  if (typeof event === "string") return { kind: event, fields: {} };
  const { event: kind, where } = event as { event?: unknown; where?: Readonly<Record<string, Scalar>> };
  return typeof kind === "string" ? { kind, fields: where ?? {} } : undefined;
}
