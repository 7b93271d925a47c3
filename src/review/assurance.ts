import {
  DATE,
  type DateInput,
  type EpochDay,
  epochDay,
  type IsoDate,
  isoDate,
  longDate,
} from "../date/index.js";
import { defined } from "../defined.js";
import { ProgrammeFault, shown } from "../fault.js";
import { AS_AT, listOf, nested, type OptionKinds, oneOf, optionsOf, TEXT } from "../options.js";
import {
  type Citation,
  capitalised,
  ordinal,
  type Programme,
  type RegimeAssurance,
  refuseNotProgramme,
} from "../rules/index.js";
import { unknownWord } from "../unknown-word.js";

/**
 * One review by the provider assurance team.
 *
 * - `reasons`: why the rating is no better, as words of one's own that stay the same from review to review; left
 *   out when none were recorded, and a person must then compare.
 * - `plan`: the action plan asked for: by when it was to be handed in and carried out, and when it was.
 */
export interface AssuranceReview {
  readonly reportedOn: DateInput;
  readonly rating: string;
  readonly reasons?: readonly string[];
  readonly plan?: {
    readonly submitBy?: DateInput;
    readonly submittedOn?: DateInput;
    readonly implementBy?: DateInput;
    readonly implementedOn?: DateInput;
  };
}

/** The reviews, as a function looks at them that takes them. */
export const REVIEWS = listOf(
  nested<AssuranceReview>(
    {
      reportedOn: DATE,
      rating: TEXT,
      reasons: listOf(TEXT),
      plan: nested<NonNullable<AssuranceReview["plan"]>>({
        submitBy: DATE,
        submittedOn: DATE,
        implementBy: DATE,
        implementedOn: DATE,
      }),
    },
    { reportedOn: '"2020-06-01"', rating: '"weak"' },
  ),
);

/** When the reasons of two reviews are the same: one of them is in both, or they are exactly the same ones. */
export type SameReasons = "any-shared" | "identical-set";

/** As at which date, how "the same reasons" is read (`any-shared` unless given), and by whose scale. */
export interface AssuranceOptions {
  readonly asAt: DateInput;
  readonly sameReasons?: SameReasons;
  /** Whose scale of ratings; without it, that of source 001 ¶53. */
  readonly programme?: Programme;
}

/**
 * Something for which the department may take remedial action; whether it does is its decision.
 *
 * - `repeat`: a poor rating, and the next one the same or worse for the same reasons. `third`: a third
 *   poor rating in a row or a further one, whatever the reasons. `plan`: not handed in, or not carried
 *   out, by the day agreed for it.
 * - `on`: the first day on which it holds. `reviews`: the days of the reviews it rests on.
 * - `strength`: `needs-review` where reasons to compare, or a day of the plan, were not recorded, so that a person
 *   must look; `on` is then the day of the review where no day was agreed.
 * - `dependsOn`: the reading of "the same reasons" under which it does not hold.
 * - `supersededOn`: the later review that was not poor, and so ended the run.
 */
export interface AssuranceGround {
  readonly code: "repeat" | "third" | "plan";
  readonly on: IsoDate;
  readonly strength: "established" | "needs-review";
  readonly says: string;
  readonly reviews: readonly IsoDate[];
  readonly dependsOn?: { readonly reading: "same-reasons"; readonly answer: SameReasons };
  readonly supersededOn?: IsoDate;
  readonly citation?: Citation;
}

const ASSURANCE_OPTIONS: OptionKinds<AssuranceOptions> = {
  asAt: DATE,
  sameReasons: oneOf(["any-shared", "identical-set"]),
  programme: refuseNotProgramme,
};

/** When remedial action may follow, where it is said, and after how many in a row. */
type GroundRule = Pick<RegimeAssurance["grounds"][number], "code" | "times" | "citation">;

/** The ratings of source 001 ¶53, worst first, which of them count towards the grounds of ¶54, and those grounds. */
const RUN = 3;
const USUAL: Pick<RegimeAssurance, "scale" | "poor"> & { readonly grounds: readonly GroundRule[] } = {
  scale: ["weak", "limited", "reasonable", "strong"],
  poor: ["weak", "limited"],
  grounds: [
    { code: "repeat", citation: { source: "001", paragraph: "54", item: "1" } },
    { code: "run", times: RUN, citation: { source: "001", paragraph: "54", item: "1" } },
    { code: "plan", citation: { source: "001", paragraph: "54", item: "2" } },
  ],
};

/**
 * What the reviews of the provider assurance team give grounds for, as at a date (source 001 ¶54). Reviews
 * may come in any order; later ones are not known yet. Suspicion is for people and not here; no date of a
 * next review is computed, because its timing is a matter of risk.
 *
 * @throws ProgrammeFault `regime/rating` for a rating that is not on the scale, `regime/review-twice`
 * for two reviews reported on one day, `date/…` for a date that is none.
 *
 * @example
 * ```ts
 * import { assuranceGrounds } from "programme-rules/review";
 *
 * const reviews = [
 *   { reportedOn: "2019-05-01", rating: "limited", reasons: ["claims-evidence"] },
 *   { reportedOn: "2020-06-01", rating: "weak", reasons: ["claims-evidence", "fraud-checks"] },
 * ];
 * const [ground] = assuranceGrounds(reviews, { asAt: "2021-01-31" });
 * ground?.code; // => "repeat"
 * ground?.dependsOn; // => { reading: "same-reasons", answer: "identical-set" }
 * assuranceGrounds(reviews, { asAt: "2020-01-31" }); // => []
 * assuranceGrounds([{ ...reviews[0]!, rating: "good" }], { asAt: "2021-01-31" }); // throws weak, limited
 * ```
 */
export function assuranceGrounds(
  reviews: readonly AssuranceReview[],
  options: AssuranceOptions,
): AssuranceGround[] {
  REVIEWS(reviews, "reviews");
  const { sameReasons = "any-shared" } = optionsOf(options, ASSURANCE_OPTIONS, AS_AT);
  const { scale, poor, grounds: rules } = options.programme?.regime?.assurance ?? USUAL;
  const asAt = epochDay(options.asAt);
  const known = ordered(reviews, scale, poor).filter(({ day }) => day <= asAt);
  const grounds = known.flatMap((each, at) =>
    rules.flatMap((rule): AssuranceGround[] => {
      const found = {
        repeat: () => repeatGround(known, at, scale, sameReasons),
        run: () => runGround(known, at, rule.times ?? RUN),
        plan: () => planGrounds(each, asAt),
        suspicion: () => [],
      }[rule.code]();
      return found.map((ground) => ({ ...ground, ...defined({ citation: rule.citation }) }));
    }),
  );
  return grounds.sort((one, other) => (one.on < other.on ? -1 : one.on > other.on ? 1 : 0));
}

interface DatedReview {
  readonly review: AssuranceReview;
  readonly day: EpochDay;
  readonly isPoor: boolean;
}

function ordered(reviews: readonly AssuranceReview[], scale: readonly string[], poor: readonly string[]) {
  const dated = reviews.map((review): DatedReview => {
    const rating = ratingOn(scale, review.rating);
    return { review: { ...review, rating }, day: epochDay(review.reportedOn), isPoor: poor.includes(rating) };
  });
  dated.sort((one, other) => one.day - other.day);
  const twice = dated.find(({ day }, at) => day === dated[at + 1]?.day);
  if (twice === undefined) return dated;
  throw new ProgrammeFault({
    code: "regime/review-twice",
    given: `two reviews reported on ${isoDate(twice.day)}`,
    allowed: "one review a day, so that their order is known",
    todo: "Leave out the one that was corrected.",
  });
}

function repeatGround(
  known: readonly DatedReview[],
  at: number,
  scale: readonly string[],
  sameReasons: SameReasons,
): AssuranceGround[] {
  const [before, now] = [known[at - 1], known[at]!];
  if (before?.isPoor !== true) return [];
  const [rating, earlier] = [now.review.rating, before.review.rating];
  if (scale.indexOf(rating) > scale.indexOf(earlier)) return [];
  const { chosen, otherwise } = compareReasons(before.review.reasons, now.review.reasons, sameReasons);
  if (chosen === false) return [];
  const how = rating === earlier ? "again" : `then ${rating}`;
  const why =
    chosen === null
      ? "reasons were not recorded for both: a person must compare them"
      : sameReasons === "any-shared"
        ? "with a reason in common"
        : "for the same reasons";
  return [
    {
      code: "repeat",
      on: isoDate(now.day),
      strength: chosen === null ? "needs-review" : "established",
      says: `Rated ${earlier} on ${longDate(before.day)} and ${how} on ${longDate(now.day)}, ${why}.`,
      reviews: [isoDate(before.day), isoDate(now.day)],
      ...(otherwise === null ? {} : { dependsOn: { reading: "same-reasons", answer: otherwise } }),
      ...superseded(known, at),
    },
  ];
}

function runGround(known: readonly DatedReview[], at: number, run: number): AssuranceGround[] {
  let first = at;
  while (first >= 0 && known[first]!.isPoor) first--;
  const length = at - first;
  if (length < run) return [];
  const poor = known.slice(first + 1, at + 1);
  return [
    {
      code: "third",
      on: isoDate(known[at]!.day),
      strength: "established",
      says: `The ${ordinal(length)} poor rating in a row: ${poor.map(({ review }) => review.rating).join(", ")}.`,
      reviews: poor.map(({ day }) => isoDate(day)),
      ...superseded(known, at),
    },
  ];
}

/** A plan is handed in and carried out, each by its own day: on that day it is still open, from the day after a ground. */
function planGrounds({ review, day }: DatedReview, asAt: EpochDay): AssuranceGround[] {
  const { plan } = review;
  if (plan === undefined) return [];
  const known = (date: DateInput | undefined) => {
    const on = date === undefined ? undefined : epochDay(date);
    return on === undefined || on > asAt ? undefined : on;
  };
  const by = (date: DateInput | undefined) => (date === undefined ? undefined : epochDay(date));
  const carriedOut = known(plan.implementedOn);
  const handedIn = { done: "handed in", by: by(plan.submitBy), on: known(plan.submittedOn) };
  const steps = [
    // What was carried out had been handed in by then; when, only the record of it says.
    { ...handedIn, atLatest: carriedOut },
    { done: "carried out", by: by(plan.implementBy), on: carriedOut, atLatest: carriedOut },
  ];
  return steps.flatMap((step): AssuranceGround[] => {
    const fault = planFault(step, asAt);
    if (fault === undefined) return [];
    return [
      {
        code: "plan",
        on: isoDate(step.by === undefined ? day : step.by + 1),
        strength: fault === "late" ? "established" : "needs-review",
        says: planWords(fault, step, `the action plan after the review of ${longDate(day)}`),
        reviews: [isoDate(day)],
      },
    ];
  });
}

/** One of the two things to do with a plan: by when, when it was done, and when at the latest it must have been. */
interface PlanStep {
  readonly done: string;
  readonly by: EpochDay | undefined;
  readonly on: EpochDay | undefined;
  readonly atLatest: EpochDay | undefined;
}

function planFault(
  { by, on, atLatest }: PlanStep,
  asAt: EpochDay,
): "late" | "no-limit" | "no-day" | undefined {
  if (by === undefined) return "no-limit";
  if (asAt <= by || (on ?? atLatest ?? asAt) <= by) return undefined;
  return on === undefined && atLatest !== undefined ? "no-day" : "late";
}

function planWords(fault: "late" | "no-limit" | "no-day", { done, by }: PlanStep, plan: string): string {
  if (fault === "no-limit") return `By when ${plan} was to be ${done} was not recorded.`;
  const limit = longDate(by!);
  if (fault === "late") return `${capitalised(plan)} was not ${done} by ${limit}.`;
  return `When ${plan} was ${done} was not recorded, nor whether by ${limit}.`;
}

function superseded(known: readonly DatedReview[], at: number): { supersededOn?: IsoDate } {
  const better = known.slice(at + 1).find(({ isPoor }) => !isPoor);
  return better === undefined ? {} : { supersededOn: isoDate(better.day) };
}

/** The rating as the scale writes it: the documents write it with a capital, and so may a record. */
function ratingOn(scale: readonly string[], given: string): string {
  const text = given.trim().toLowerCase();
  const found = scale.find((rating) => rating.toLowerCase() === text);
  if (found !== undefined) return found;
  throw unknownWord({
    code: "regime/rating",
    given: `the rating ${shown(given)}`,
    allowed: scale,
    written: text,
    todo: "Write the rating as the programme names it.",
  });
}

/**
 * Whether the reasons of two reviews are the same, in no order, each counted once: under the reading chosen, null
 * when none were recorded; and the other reading, when it decides otherwise.
 */
function compareReasons(one: readonly string[] = [], other: readonly string[] = [], reading: SameReasons) {
  if (one.length === 0 || other.length === 0) return { chosen: null, otherwise: null };
  const [size, both] = [new Set(one).size, new Set([...one, ...other]).size];
  const results = {
    "any-shared": one.some((reason) => other.includes(reason)),
    "identical-set": size === both && new Set(other).size === size,
  };
  const alternative = reading === "any-shared" ? "identical-set" : "any-shared";
  const chosen = results[reading];
  return { chosen, otherwise: chosen === results[alternative] ? null : alternative } as const;
}
