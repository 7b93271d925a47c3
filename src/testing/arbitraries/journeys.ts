import fc from "fast-check";
import { DATE, type DateInput, daySpan } from "../../date/index.js";
import { defined, filled } from "../../defined.js";
import type { Journey, Scalar } from "../../journey/index.js";
import { eachOf, FLAG, kind, type OptionKinds, optionsOf, wholeNumber } from "../../options.js";
import { type Programme, refuseNotProgramme } from "../../rules/index.js";
import { chancesOf, type JourneyChances } from "./chances.js";
import { paths } from "./drawn-paths.js";
import { eventOf, type Happening, happenings } from "./happenings.js";
import { Vocabulary } from "./journey-vocabulary.js";

/**
 * Which journeys are made.
 *
 * - `from`, `until`: the days on which they begin, both in it; March 2021 to February 2022 unless told.
 * - `days`: how long after its beginning an event may come; 400 unless told.
 * - `maxEvents`: beside the first; 100 unless told.
 * - `chances`: how likely each turn is; those not named are the usual ones.
 * - `attributes`: values to choose from, by name: `{ provider: ["north", "south"] }`. Each may be missing.
 * - `impossible`: contradictions too, such as someone who left before they started: events in any order.
 */
export interface JourneyOptions {
  readonly from?: DateInput;
  readonly until?: DateInput;
  readonly days?: number;
  readonly maxEvents?: number;
  readonly chances?: Partial<JourneyChances>;
  readonly attributes?: Readonly<Record<string, readonly Scalar[]>>;
  readonly impossible?: boolean;
}

const SOME_VALUES = kind(
  (values) =>
    Array.isArray(values) &&
    values.length > 0 &&
    values.every((value) => ["string", "number", "boolean"].includes(typeof value)),
  "a list of one or more texts, numbers or flags",
);

const journeyOptions = (programme: Programme): OptionKinds<JourneyOptions> => ({
  from: DATE,
  until: DATE,
  days: wholeNumber(0),
  maxEvents: wholeNumber(0),
  chances: chancesOf(programme),
  attributes: eachOf(SOME_VALUES),
  impossible: FLAG,
});

interface CaseloadOptions extends JourneyOptions {
  readonly minLength?: number;
  readonly maxLength?: number;
}

/**
 * Journeys as they might be, valid for a programme and made from its own data: people start, are owed what
 * its deadlines ask for and mostly get it in time, are contacted at about the gap of its cadences, begin and
 * end jobs and other spells, and leave; something is late, left undone, known late or withdrawn. Nothing
 * happens before what it must follow. They shrink to one event on the first day.
 *
 * @throws ProgrammeFault `argument/option` for a chance that is not one, `date/span-reversed` for a span that ends
 * before it begins.
 *
 * @example
 * ```ts
 * import fc from "fast-check";
 * import { report, whpJetsCv06 } from "programme-rules";
 * import { journeys } from "programme-rules/testing/arbitraries";
 *
 * fc.check(
 *   fc.property(journeys(whpJetsCv06), (journey) => {
 *     return report(whpJetsCv06, [journey], { asAt: "2024-12-31" }).problems.length === 0;
 *   }),
 * ).failed; // => false
 * ```
 */
export function journeys(programme: Programme, options: JourneyOptions = {}): fc.Arbitrary<Journey> {
  refuseNotProgramme(programme);
  return bodies(programme, optionsOf(options, journeyOptions(programme))).map((body) => ({
    id: "R1",
    ...body,
  }));
}

/**
 * Caseloads of such journeys, with the ids R1, R2 … They shrink to few journeys of few events.
 *
 * @param options - as of {@link journeys}, and how many journeys there are at least and at most (0 to 12).
 *
 * @example
 * ```ts
 * import fc from "fast-check";
 * import { report, whpJetsCv06 } from "programme-rules";
 * import { caseloads } from "programme-rules/testing/arbitraries";
 *
 * fc.check(
 *   fc.property(caseloads(whpJetsCv06), (caseload) => {
 *     return report(whpJetsCv06, caseload, { asAt: "2021-12-31" }).journeys === caseload.length;
 *   }),
 * ).failed; // => false
 * ```
 */
export function caseloads(
  programme: Programme,
  options: JourneyOptions & { readonly minLength?: number; readonly maxLength?: number } = {},
): fc.Arbitrary<readonly Journey[]> {
  refuseNotProgramme(programme);
  const { minLength = 0, maxLength = Math.max(minLength, 12) } = optionsOf<CaseloadOptions>(options, {
    ...journeyOptions(programme),
    minLength: wholeNumber(0),
    maxLength: wholeNumber(0),
  });
  wholeNumber(minLength)(maxLength, "maxLength");
  return fc
    .array(bodies(programme, options), { minLength, maxLength })
    .map((all) => all.map((body, at) => ({ id: `R${at + 1}`, ...body })));
}

type Body = Omit<Journey, "id">;

function bodies(programme: Programme, options: JourneyOptions): fc.Arbitrary<Body> {
  const { days = 400, maxEvents = 100 } = options;
  const { from, until } = daySpan({
    from: options.from ?? "2021-03-01",
    until: options.until ?? "2022-02-28",
  });
  const vocabulary = new Vocabulary(programme);
  return fc
    .record({
      path:
        options.impossible === true
          ? disorder(vocabulary, days, maxEvents)
          : paths(vocabulary, { days, maxEvents, chances: options.chances }),
      begins: fc.integer({ min: from, max: until }),
      about: about(vocabulary, options),
    })
    .map(({ path, begins, about: known }) => ({
      ...known,
      events: path(begins).map((each) => eventOf(each, begins)),
    }));
}

/** Events in any order, from before the beginning on. */
function disorder(
  vocabulary: Vocabulary,
  days: number,
  maxEvents: number,
): fc.Arbitrary<() => readonly Happening[]> {
  const others = vocabulary.own.filter(({ id }) => id !== vocabulary.first).map(({ id }) => id);
  const any = happenings(vocabulary, others, { min: -20, max: Math.min(days, 120) });
  return fc
    .array(any, { maxLength: Math.min(maxEvents, 16) })
    .map((later) => () => [{ kind: vocabulary.first, day: 0 }, ...later]);
}

/**
 * Group and attributes: the nation, which may be missing where it makes no difference, and what the rules'
 * conditions ask for.
 */
function about(
  { programme, rules, needsNation }: Vocabulary,
  { attributes = {} }: JourneyOptions,
): fc.Arbitrary<Omit<Body, "events">> {
  const { calendars, groups } = programme;
  const nation = fc.constantFrom(...Object.keys(calendars));
  const perhaps = <T>(value: fc.Arbitrary<T>, freq: number) => fc.option(value, { nil: undefined, freq });
  const asked = [...attributesAsked(rules)].map(
    ([name, values]) => [name, perhaps(fc.constantFrom(...values), 1)] as const,
  );
  const chosen = Object.entries(attributes).map(
    ([name, values]) => [name, perhaps(fc.constantFrom(...values), 5)] as const,
  );
  const all = [["nation", needsNation ? nation : perhaps(nation, 5)] as const, ...asked, ...chosen];
  const group =
    groups.length === 0 ? fc.constant(undefined) : perhaps(fc.constantFrom(...groups.map(({ id }) => id)), 5);
  return fc
    .record({
      group,
      attributes: fc.record(Object.fromEntries(all) as Record<string, fc.Arbitrary<Scalar | undefined>>),
    })
    .map(({ group: of, attributes: given }) => {
      const known = defined(given) as Record<string, Scalar>;
      return defined({ group: of, attributes: filled(known) });
    });
}

/** The values of each attribute that some condition of a rule asks for. */
function attributesAsked(value: unknown, found = new Map<string, Scalar[]>()): Map<string, Scalar[]> {
  if (typeof value !== "object" || value === null) return found;
  const { attribute, is, isNot } = value as Partial<Record<string, unknown>>;
  const values = (is ?? isNot) as readonly Scalar[] | undefined;
  if (typeof attribute === "string" && attribute !== "nation" && values !== undefined)
    found.set(attribute, [...new Set([...(found.get(attribute) ?? []), ...values])]);
  for (const part of Object.values(value)) attributesAsked(part, found);
  return found;
}
