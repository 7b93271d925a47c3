import fc from "fast-check";
import { assess } from "../../compliance/index.js";
import { DATE, type DateInput, daySpan, type EpochDay, epochDay, isoDate } from "../../date/index.js";
import { ProgrammeFault } from "../../fault.js";
import type { Journey } from "../../journey/index.js";
import { type OptionKinds, optionsOf, wholeNumber } from "../../options.js";
import {
  type Condition,
  type Programme,
  type Requirement,
  type RequirementId,
  refuseNotProgramme,
} from "../../rules/index.js";
import { agreeing, type Happening, happenings, orderly } from "./happenings.js";
import { Vocabulary } from "./journey-vocabulary.js";
import { cannotPlant, PlantedJourney, type PlantingChances } from "./planted-journey.js";
import { type Aim, checkPlantable, plant } from "./planting.js";

/**
 * Which journeys are made to order.
 *
 * - `from`, `until`: the days on which they begin, both in it; January to June 2021 unless told.
 * - `asAt`: the date on which the requirement is settled; 2022-12-31 unless told. Assess as at it.
 * - `others`: how many events that have nothing to do with it there may be besides; 4 unless told.
 */
export interface MadeToOrderOptions {
  readonly from?: DateInput;
  readonly until?: DateInput;
  readonly asAt?: DateInput;
  readonly others?: number;
}

const MADE_TO_ORDER: OptionKinds<MadeToOrderOptions> = {
  from: DATE,
  until: DATE,
  asAt: DATE,
  others: wholeNumber(0),
};

/**
 * Journeys on which one requirement is met: at least one case of it, and none missed or open. For any
 * programme, shipped or your own, and any requirement on a referral that dates (or attestations) settle.
 *
 * @throws ProgrammeFault `testing/cannot-plant` for a requirement that no journey can meet:
 * one on a contract, a total, a withheld number.
 *
 * @example
 * ```ts
 * import fc from "fast-check";
 * import { whpJetsCv06 } from "programme-rules";
 * import { assertMeets } from "programme-rules/testing";
 * import { journeysMeeting } from "programme-rules/testing/arbitraries";
 *
 * fc.check(
 *   fc.property(journeysMeeting(whpJetsCv06, "css-1/acknowledged"), (journey) =>
 *     assertMeets(journey, "css-1/acknowledged", { programme: whpJetsCv06, asAt: "2022-12-31" }),
 *   ),
 * ).failed; // => false
 * journeysMeeting(whpJetsCv06, "css-14/template-b"); // throws it is about a contract
 * ```
 */
export function journeysMeeting<P extends Programme>(
  programme: P,
  requirement: RequirementId<P>,
  options: MadeToOrderOptions = {},
): fc.Arbitrary<Journey> {
  return planted(programme, requirement, "meet", options);
}

/**
 * Journeys on which one requirement is not met, in each way there is: a case of it was not done, came a day
 * late, came later, or came before its window opened.
 *
 * @throws ProgrammeFault `testing/cannot-plant` as of {@link journeysMeeting}, and for a share
 * of those reaching an event, which is pending until they do.
 *
 * @example
 * ```ts
 * import fc from "fast-check";
 * import { assess, whpJetsCv06 } from "programme-rules";
 * import { journeysMissing } from "programme-rules/testing/arbitraries";
 *
 * const late = journeysMissing(whpJetsCv06, "css-5/prap-update");
 * fc.check(
 *   fc.property(late, (journey) =>
 *     assess(whpJetsCv06, journey, { asAt: "2022-12-31" }).some(
 *       ({ requirement, verdict }) => requirement === "css-5/prap-update" && verdict === "not-met",
 *     ),
 *   ),
 * ).failed; // => false
 * ```
 */
export function journeysMissing<P extends Programme>(
  programme: P,
  requirement: RequirementId<P>,
  options: MadeToOrderOptions = {},
): fc.Arbitrary<Journey> {
  return planted(programme, requirement, "miss", options);
}

function planted(
  programme: Programme,
  id: string,
  aim: Aim,
  options: MadeToOrderOptions,
): fc.Arbitrary<Journey> {
  refuseNotProgramme(programme);
  optionsOf(options, MADE_TO_ORDER);
  const vocabulary = new Vocabulary(programme);
  const rule = checkPlantable(
    vocabulary.rules.find((each) => each.id === id),
    id,
    aim,
    vocabulary,
  );
  const asAt = epochDay(options.asAt ?? "2022-12-31");
  const span = spanOf(rule, options);
  const quiet = quietKinds(rule, vocabulary);
  return fc
    .record({
      chances: chances(span),
      others: fc.array(happenings(vocabulary, quiet, { min: 0, max: 60 }), {
        maxLength: quiet.length === 0 ? 0 : (options.others ?? 4),
      }),
    })
    .map(({ chances: taken, others }) => made(rule, aim, { vocabulary, taken, others, asAt }));
}

/** What one journey to order is made from. */
interface Ingredients {
  readonly vocabulary: Vocabulary;
  readonly taken: PlantingChances;
  readonly others: readonly Happening[];
  readonly asAt: EpochDay;
}

function made(rule: Requirement, aim: Aim, { vocabulary, taken, others, asAt }: Ingredients): Journey {
  const scene = new PlantedJourney(vocabulary, rule.id, taken);
  plant(rule, aim, scene);
  const own = new Set(scene.happenings.map(({ kind }) => kind));
  const unrelated = others.filter(({ kind, day }) => !own.has(kind) && taken.begins + day < asAt);
  const journey = scene.journey(
    agreeing(orderly([...scene.happenings, ...unrelated], vocabulary), vocabulary),
  );
  checkAim(rule, aim, journey, vocabulary.programme, isoDate(asAt));
  return journey;
}

/** What was made is looked at once: a journey that is not what was asked for must not be handed out. */
function checkAim(rule: Requirement, aim: Aim, journey: Journey, programme: Programme, asAt: string): void {
  const verdicts = assess(programme, journey, { asAt, requirements: [rule.id] }).map(
    ({ verdict }) => verdict,
  );
  const fails = verdicts.filter((verdict) => verdict !== "met" && verdict !== "not-applicable");
  const isMet = verdicts.includes("met") && fails.length === 0;
  if (aim === "meet" ? isMet : verdicts.includes("not-met")) return;
  const last =
    journey.events
      .map(({ on }) => on)
      .sort()
      .at(-1) ?? asAt;
  if (last < asAt) throw cannotPlant(rule.id, `a journey made to ${aim} it comes out ${verdicts.join(", ")}`);
  throw new ProgrammeFault({
    code: "testing/as-at",
    given: `a journey to ${last} as at ${asAt}`,
    allowed: "an as-at date by which everything has happened and is due",
    todo: "Give a later `asAt`, or an earlier `until`.",
  });
}

function chances({
  from,
  until,
}: {
  readonly from: EpochDay;
  readonly until: EpochDay;
}): fc.Arbitrary<PlantingChances> {
  return fc.record({
    begins: fc.integer({ min: from, max: until }),
    offset: fc.nat({ max: 30 }),
    choice: fc.nat({ max: 11 }),
    picks: fc.array(fc.nat({ max: 99 }), { minLength: 1, maxLength: 3 }),
    way: fc.constantFrom(0, 1, 2, 3),
  });
}

/** The days a journey may begin on, with room for what a condition on the anchor's date demands. */
function spanOf(rule: Requirement, options: MadeToOrderOptions) {
  const { from, until } = daySpan({
    from: options.from ?? "2021-01-01",
    until: options.until ?? "2021-06-30",
  });
  const conditions: readonly Condition[] = rule.when ?? [];
  const after = conditions.flatMap((each) => ("onOrAfter" in each ? [epochDay(each.onOrAfter)] : []));
  const before = conditions.flatMap((each) =>
    "before" in each && each.before !== undefined ? [epochDay(each.before) - ROOM] : [],
  );
  const first = Math.max(from, ...after);
  const last = Math.min(until, ...before);
  if (first <= last) return { from: first, until: last };
  throw cannotPlant(rule.id, "it does not apply to journeys that begin in that span");
}

const ROOM = 120;

/** The kinds that a requirement does not hang on, and that leave nobody. */
function quietKinds(rule: Requirement, vocabulary: Vocabulary): string[] {
  const { conventions } = vocabulary.programme;
  const loud = vocabulary.named([rule, conventions.leaving, conventions.receipts]);
  return vocabulary.own
    .map(({ id }) => id)
    .filter((id) => !loud.has(id) && id !== vocabulary.first && id !== "attested");
}
