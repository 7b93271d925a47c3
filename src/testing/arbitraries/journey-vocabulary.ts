import { isAboutReferral } from "../../deadlines/index.js";
import { FIELD_TYPES, type Scalar } from "../../journey/index.js";
import {
  type ContentRequirement,
  type EventKind,
  type EventMatch,
  eventOf,
  eventsMarking,
  notBeforeOf,
  type Programme,
  type Requirement,
  type State,
} from "../../rules/index.js";

/** A state that lies between events, with the kinds that begin and end it whatever else holds. */
export interface StateSpan {
  readonly id: string;
  readonly from: readonly string[];
  readonly until: readonly string[];
  /** Whether several can run at once, so that an end taken back leaves the next one's end unclear. */
  readonly isEach: boolean;
}

/** What journeys of a programme are made of, found in its own data. */
export class Vocabulary {
  readonly kinds: ReadonlyMap<string, EventKind>;
  readonly spans: readonly StateSpan[];
  /** The fields that name another event. */
  readonly naming: ReadonlySet<string>;
  readonly rules: readonly Requirement[];
  /** The kind that a journey begins with. */
  readonly first: string;
  /** The kinds that happen on a journey, not on a contract. */
  readonly own: readonly EventKind[];
  /** The parts that a person may attest, of requirements on a referral. */
  readonly attestable: readonly { readonly requirement: string; readonly part: string }[];
  readonly #values = new Map<string, readonly Scalar[]>();

  constructor(readonly programme: Programme) {
    const { cohortBy, conventions, events, standards, states } = programme;
    const inOrder = events.map((kind): EventKind => ({ ...kind, notBefore: notBeforeOf(kind, programme) }));
    this.kinds = new Map(inOrder.map((kind) => [kind.id, kind]));
    this.rules = standards.flatMap(({ requirements }) => [...requirements]);
    this.spans = states.flatMap((state) => spanOf(state, programme));
    this.naming = new Set(
      states.flatMap((state) => ("from" in state && state.each !== undefined ? [state.each] : [])),
    );
    this.first = conventions.receipts[0] ?? kindOf(cohortBy) ?? (events[0]?.id as string);
    this.attestable = attestableParts(this.rules);
    this.own = this.#kindsOfJourneys();
  }

  /** Whether the nations have different calendars, so that a journey must say its own. */
  get needsNation(): boolean {
    return new Set(Object.values(this.programme.calendars)).size > 1;
  }

  /** Every kind that a piece of the programme's data names, by itself or through states and requirements. */
  named(value: unknown, seen = new Set<string>()): Set<string> {
    if (typeof value === "string") this.#follow(value, seen);
    else if (typeof value === "object" && value !== null) {
      for (const [key, part] of Object.entries(value)) {
        this.#follow(key, seen);
        this.named(part, seen);
      }
    }
    return new Set([...seen].filter((word) => this.kinds.has(word)));
  }

  /** What a field of a kind may hold: as listed, as conditions name it, or as its name suggests. */
  values(kind: EventKind, field: string): readonly Scalar[] {
    const listed = kind.values?.[field];
    if (listed !== undefined) return listed;
    const name = `${kind.id} ${field}`;
    const known = this.#values.get(name) ?? wanted(this.programme, kind.id, field);
    this.#values.set(name, known);
    return known.length > 0
      ? known
      : (USUAL[field] ?? (FIELD_TYPES.get(field) === "text" ? ["one", "two"] : [1, 2, 3]));
  }

  #follow(word: string, seen: Set<string>): void {
    if (seen.has(word)) return;
    seen.add(word);
    const { states, stays } = this.programme;
    const about = [
      states.find(({ id }) => id === word),
      stays.find(({ state }) => state === word),
      this.rules.find(({ id }) => id === word),
    ];
    for (const each of about) if (each !== undefined) this.named(each, seen);
  }

  #kindsOfJourneys(): EventKind[] {
    const { cohortBy, conventions, events, indicators, outcomes, returns, regime, plans } = this.programme;
    const referral = this.rules.filter(isAboutReferral);
    const others = this.rules.filter((rule) => !isAboutReferral(rule));
    const mine = this.named([referral, outcomes, conventions, cohortBy, indicators]);
    const theirs = this.named([others, returns, regime, plans]);
    const states = this.spans.filter(({ from }) => from.some((kind) => theirs.has(kind) && !mine.has(kind)));
    const ended = new Set(states.flatMap(({ from, until }) => [...from, ...until]));
    return events.filter(({ id }) => {
      if (id === "attested") return this.attestable.length > 0;
      return mine.has(id) || !(theirs.has(id) || ended.has(id));
    });
  }
}

function attestableParts(rules: readonly Requirement[]) {
  return rules
    .filter((rule): rule is ContentRequirement => rule.kind === "content" && isAboutReferral(rule))
    .flatMap(({ id, parts }) =>
      parts.filter(({ check }) => check === "human").map((part) => ({ requirement: id, part: part.id })),
    );
}

const USUAL: Readonly<Record<string, readonly Scalar[]>> = {
  workingDays: [5, 10, 15, 20],
  pence: [100_000, 50_000, 1],
  selfEmployed: [false, true],
  holds: [true, false],
  forMonth: ["2021-03", "2021-04"],
  by: ["reviewer"],
};

/** The kind a match names; undefined for a moment derived from a state. */
export function kindOf(match: EventMatch | undefined): string | undefined {
  return match && eventOf(match);
}

/** That of a state in several at once begins with the one that gives it its name. */
function spanOf(state: State, programme: Programme): StateSpan[] {
  if ("work" in state) return [];
  const plain = (matches: readonly EventMatch[]) =>
    matches.flatMap((match) => (typeof match === "string" ? [match] : []));
  const entered = "allOf" in state ? (state.allOf.at(-1) as string) : state.id;
  return [
    {
      id: state.id,
      from: plain(eventsMarking({ entering: entered }, programme)),
      until: plain(eventsMarking({ leaving: state.id }, programme)),
      isEach: "from" in state && state.each !== undefined,
    },
  ];
}

/** The values of a field that the programme's matches and parts look for, on events of a kind. */
function wanted(value: unknown, kind: string, field: string): Scalar[] {
  if (typeof value !== "object" || value === null) return [];
  const { event, where, record, parts } = value as Partial<Record<string, unknown>>;
  const own = event === kind ? ((where as Readonly<Record<string, Scalar>>)?.[field] ?? []) : [];
  const isRecord = kindOf(record as EventMatch | undefined) === kind && Array.isArray(parts);
  const checked = isRecord
    ? (parts as ContentRequirement["parts"]).flatMap(({ check }) =>
        check === "human" || check.field !== field ? [] : [check.is],
      )
    : [];
  const inside = Object.values(value).flatMap((part) => wanted(part, kind, field));
  return [...new Set([...[own].flat(), ...checked, ...inside])];
}
