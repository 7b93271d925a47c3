import fc from "fast-check";
import { type DateInput, daySpan } from "../../date/index.js";
import { defined } from "../../defined.js";
import type { Journey, Scalar } from "../../journey/index.js";
import type { Programme } from "../../rules/index.js";
import { eventOf, happenings, orderly } from "./happenings.js";
import { Vocabulary } from "./journey-vocabulary.js";

/**
 * Which journeys are made.
 *
 * - `from`, `until`: the days on which they begin, both in it; March to May 2021 unless told.
 * - `days`: how long after its beginning an event may come; 120 unless told.
 * - `maxEvents`: beside the first; 12 unless told.
 * - `attributes`: values to choose from, by name: `{ provider: ["north", "south"] }`. Each may be missing.
 * - `impossible`: contradictions too, such as someone who left before they started.
 */
export interface JourneyOptions {
  readonly from?: DateInput;
  readonly until?: DateInput;
  readonly days?: number;
  readonly maxEvents?: number;
  readonly attributes?: Readonly<Record<string, readonly Scalar[]>>;
  readonly impossible?: boolean;
}

/**
 * Journeys valid for a programme, made of its own events and states: nothing happens before what it
 * must follow, no state is left that was not entered. They shrink to one event on the first day.
 *
 * @example
 * ```ts
 * import fc from "fast-check";
 * import { report, whpJetsCv06 } from "programme-rules";
 * import { journeys } from "programme-rules/testing/arbitraries";
 *
 * fc.check(
 *   fc.property(journeys(whpJetsCv06), (journey) => {
 *     return report(whpJetsCv06, [journey], { asAt: "2021-12-31" }).problems.length === 0;
 *   }),
 * ).failed; // => false
 * ```
 */
export function journeys(programme: Programme, options: JourneyOptions = {}): fc.Arbitrary<Journey> {
  return bodies(programme, options).map((body) => ({ id: "R1", ...body }));
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
  const { minLength = 0, maxLength = 12 } = options;
  return fc
    .array(bodies(programme, options), { minLength, maxLength })
    .map((all) => all.map((body, at) => ({ id: `R${at + 1}`, ...body })));
}

type Body = Omit<Journey, "id">;

function bodies(programme: Programme, options: JourneyOptions): fc.Arbitrary<Body> {
  const { days = 120, maxEvents = 12, impossible = false } = options;
  const { from, until } = daySpan({
    from: options.from ?? "2021-03-01",
    until: options.until ?? "2021-05-31",
  });
  const vocabulary = new Vocabulary(programme);
  const others = vocabulary.own.filter(({ id }) => id !== vocabulary.first).map(({ id }) => id);
  return fc
    .record({
      begins: fc.integer({ min: from, max: until }),
      happenings: fc.array(happenings(vocabulary, others, { min: impossible ? -20 : 0, max: days }), {
        maxLength: maxEvents,
      }),
      about: about(programme, options),
    })
    .map(({ begins, happenings: later, about: known }) => {
      const all = [{ kind: vocabulary.first, day: 0 }, ...later];
      const possible = impossible ? all : orderly(all, vocabulary);
      return { ...known, events: possible.map((each) => eventOf(each, begins)) };
    });
}

/** Group and attributes; a nation only where the programme's nations have different calendars. */
function about(
  programme: Programme,
  { attributes = {} }: JourneyOptions,
): fc.Arbitrary<Omit<Body, "events">> {
  const nations = Object.keys(programme.calendars);
  const needsNation = new Set(Object.values(programme.calendars)).size > 1;
  const chosen = Object.entries(attributes).map(
    ([name, values]) => [name, fc.option(fc.constantFrom(...values), { nil: undefined })] as const,
  );
  const nation = needsNation ? [["nation", fc.constantFrom(...nations)] as const] : [];
  const groups = programme.groups.map(({ id }) => id);
  return fc
    .record({
      group:
        groups.length === 0
          ? fc.constant(undefined)
          : fc.option(fc.constantFrom(...groups), { nil: undefined }),
      attributes: fc.record(
        Object.fromEntries([...chosen, ...nation]) as Record<string, fc.Arbitrary<Scalar | undefined>>,
      ),
    })
    .map(({ group, attributes: given }) => {
      const known = defined(given) as Record<string, Scalar>;
      return defined({ group, attributes: Object.keys(known).length === 0 ? undefined : known });
    });
}
