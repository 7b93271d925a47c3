import { refuseOther } from "../../argument.js";
import {
  checkedRuns,
  PERFORMANCE_BASES,
  type PerformanceBasis,
  type PerformanceWindowName,
} from "../../cohorts/index.js";
import { DATE, epochDay, type IsoDate, isoDate, lastOfMonth } from "../../date/index.js";
import { ProgrammeFault } from "../../fault.js";
import {
  CALLBACK,
  listOf,
  NUMBER,
  nested,
  type OptionKinds,
  oneOf,
  optionsOf,
  wholeNumber,
} from "../../options.js";
import { PERCENT } from "../../quantity/index.js";
import { freeze, hashOf } from "../../rules/index.js";
import { OFFER, type Offer } from "../offer/offer.js";
import { RunDrawer } from "./drawn-flow.js";
import { type ExpectedCourse, expectedCourse, monthsOf } from "./expected-flow.js";
import {
  type ForecastPlan,
  type LeftToChance,
  leftToChance,
  type MissingValue,
  monthAt,
  readPlan,
} from "./forecast-plan.js";
import {
  cohortRows,
  type LevelBand,
  type LevelForecast,
  levelBands,
  levelRows,
  type MonthBand,
  type MonthForecast,
  monthBands,
  monthRows,
  type PlannedCohort,
} from "./forecast-rows.js";
import {
  FIRST_FULL_WINDOW,
  type FirstFullWindow,
  type JointChance,
  jointChances,
  marksOf,
} from "./joint-chance.js";
import { LevelReader, type UndeterminedLevel } from "./level-reader.js";
import { BandReader } from "./run-bands.js";
import { RunTally } from "./run-tally.js";

const EVERY = 250;

/** How an offer is forecast. */
export interface OfferForecastOptions {
  /** The rows end with the last month that is over by this date; with the last outcome unless given. */
  readonly asAt?: IsoDate;
  /** How often chance is drawn: 10,000 unless given. With 0 nothing is drawn, and there are no bands or probabilities. */
  readonly runs?: number;
  /** What fixes chance: 1 unless given. The same seed gives the same forecast. */
  readonly seed?: number;
  /** What performance means: `["profile-flow"]` unless given. */
  readonly bases?: readonly PerformanceBasis[];
  /**
   * Which month of referrals, the first being 1, ends the first full window, from which on a level is to be met
   * every month; unless given 1 for `in-month`, 3 for `rolling-3`, 12 for `rolling-12`, 6 for `since-day-one`.
   */
  readonly firstFullWindow?: Partial<FirstFullWindow>;
  /** Shares of the runs that the bands hold: `["50%", "80%", "95%"]` unless given. */
  readonly bands?: readonly string[];
  /** Called now and then with the runs drawn and the runs asked for. */
  readonly onProgress?: (done: number, runs: number) => void;
}

const FORECAST_OPTIONS: OptionKinds<OfferForecastOptions> = {
  asAt: DATE,
  runs: NUMBER,
  seed: NUMBER,
  bases: listOf(oneOf(PERFORMANCE_BASES)),
  firstFullWindow: nested<Partial<FirstFullWindow>>({
    "in-month": wholeNumber(1),
    "rolling-3": wholeNumber(1),
    "rolling-12": wholeNumber(1),
    "since-day-one": wholeNumber(1),
  }),
  bands: listOf(PERCENT),
  onProgress: CALLBACK,
};

/**
 * What an offer comes to, as tidy rows. Expected values are in closed form; bands and probabilities are
 * drawn. Everything it rests on is echoed.
 *
 * - `chance`, `monthToMonth`, `shock`, `cohortSpread`: what is left to chance beside the ranges, as the offer says it
 *   or as it is usual.
 * - `levels`: the chance of a level month by month. `joint`: that of meeting it every month, at each end of a year and
 *   in the end, alone and with all other levels; empty where nothing is drawn.
 * - `verdict`, `reason`: there when referrals, starts or outcomes lack a value; `missing` lists every
 *   value that is not there, and the rows say what can be said without it.
 * - `undetermined`: the levels of which nothing can be said, and why.
 */
export interface OfferForecast extends LeftToChance {
  readonly offer: {
    readonly id: string;
    readonly title: string;
    readonly programme: string;
    readonly edition: string;
    readonly hash: string;
  };
  readonly asAt: IsoDate | null;
  readonly seed: number;
  readonly runs: number;
  readonly verdict?: "undetermined";
  readonly reason?: "missing-parameter";
  readonly missing: readonly MissingValue[];
  readonly months: readonly MonthForecast[];
  readonly bands: readonly MonthBand[];
  readonly cohorts: readonly PlannedCohort[];
  readonly levels: readonly LevelForecast[];
  readonly joint: readonly JointChance[];
  readonly levelBands: readonly LevelBand[];
  readonly undetermined: readonly UndeterminedLevel[];
}

/**
 * What an offer comes to: referrals, starts, outcomes and, with prices, income, by month and by cohort;
 * performance over each window; and how likely each level is to be met, month by month. What is expected
 * is worked out in closed form; bands and probabilities are drawn. Each run has one place in every range and one common
 * shock for all its cohorts; the people of each month are a Poisson number unless the offer says otherwise, and months
 * and cohorts vary as far as it says. A shock moves the rate that was drawn and leaves its mean. Nothing is invented: a value the offer
 * leaves open is listed as missing, and what needs it is undetermined.
 *
 * @throws ProgrammeFault `cohorts/chance` for a bad seed or number of runs, `tender/band`,
 * and `tender/as-at` for a date before the first month is over.
 *
 * @example
 * ```ts
 * import { whpJetsCv06 } from "programme-rules";
 * import { defineOffer, forecastOffer } from "programme-rules/tender";
 *
 * const profile = ["0%", "1%", "3%", "6%", "10%", "14%", "17.5%", "20%", "22%"];
 * const offer = defineOffer(whpJetsCv06, {
 *   id: "our-offer",
 *   title: "Our offer",
 *   changes: { set: { "tmpl-1": { profile } } },
 *   assumptions: {
 *     referrals: { byMonth: { "2027-01": 300, "2027-02": 300 } },
 *     starts: { rate: "70%" },
 *     outcomes: { profile },
 *   },
 * });
 * const { months, levels, joint } = forecastOffer(offer, { seed: 7, runs: 1000, firstFullWindow: { "since-day-one": 2 } });
 * months.find(({ month, measure }) => month === "2027-03" && measure === "outcomes")?.toDate.toFixed(1); // => "8.4"
 * const last = levels.findLast(({ window }) => window === "since-day-one");
 * last?.index?.toFixed(3); // => "1.000"
 * last?.probability; // => 0.477
 * joint.find(({ window, at }) => window === "since-day-one" && at === "end")?.probability; // => 0.477
 * forecastOffer(defineOffer(whpJetsCv06, { id: "empty", title: "Nothing said" })).missing[0];
 * // => { address: "assumptions.referrals", open: "left-out", neededFor: "referrals" }
 * ```
 */
export function forecastOffer(offer: Offer, options: OfferForecastOptions = {}): OfferForecast {
  refuseOther(offer, OFFER);
  const {
    seed = 1,
    runs = 10_000,
    bases = ["profile-flow"],
    firstFullWindow,
    bands = ["50%", "80%", "95%"],
    asAt,
    onProgress,
  } = optionsOf(options, FORECAST_OPTIONS);
  checkedRuns({ seed, runs: runs === 0 ? 1 : runs });
  const read = readPlan(offer);
  const { plan, missing } = read;
  const levels = new LevelReader(offer.programme, read, bases);
  const reader = new BandReader(bands);
  const firstFull = { ...FIRST_FULL_WINDOW, ...firstFullWindow };
  const rows =
    plan === null
      ? NOTHING
      : rowsOf(courseOf(plan, levels.lastAge(bases), asAt), {
          ...{ levels, bases, firstFull, reader, seed, runs, onProgress },
        });
  const { id, title, programme } = offer;
  const lacks = missing.some(({ neededFor }) => neededFor !== "income");
  return freeze({
    offer: { id, title, programme: programme.id, edition: programme.edition, hash: hashOf(programme) },
    asAt: asAt === undefined ? null : isoDate(epochDay(asAt)),
    seed,
    runs,
    ...leftToChance(offer),
    ...(lacks ? UNDETERMINED : {}),
    missing: [...missing, ...levels.missing],
    ...rows,
    undetermined: [...levels.undetermined],
  });
}

const UNDETERMINED = { verdict: "undetermined", reason: "missing-parameter" } as const;

type Rows = Pick<OfferForecast, "months" | "bands" | "cohorts" | "levels" | "joint" | "levelBands">;

const NOTHING: Rows = { months: [], bands: [], cohorts: [], levels: [], joint: [], levelBands: [] };

/** What is drawn and told of a plan. */
interface Drawing extends Pick<OfferForecast, "seed" | "runs"> {
  readonly levels: LevelReader;
  readonly bases: readonly PerformanceBasis[];
  readonly firstFull: FirstFullWindow;
  readonly reader: BandReader;
  readonly onProgress: OfferForecastOptions["onProgress"];
}

function rowsOf(course: ExpectedCourse, drawing: Drawing): Rows {
  const { levels, bases, reader, runs } = drawing;
  const tally = runs === 0 ? undefined : drawn(course, drawing);
  return {
    months: monthRows(course, tally),
    bands: tally === undefined ? [] : monthBands(course, tally, reader),
    cohorts: cohortRows(course),
    levels: levels.promised.flatMap((each, at) => levelRows(course, each, tally?.levels[at])),
    joint: tally === undefined ? [] : jointChances(course.plan, tally.levels, bases),
    levelBands: tally?.levels.flatMap((each) => levelBands(course, each, reader)) ?? [],
  };
}

function drawn({ plan, months, until }: ExpectedCourse, drawing: Drawing): RunTally {
  const { levels, firstFull, seed, runs, onProgress } = drawing;
  const drawer = new RunDrawer(plan, months);
  const marksOver = (window: PerformanceWindowName) => marksOf(plan, months, until, firstFull[window]);
  const tally = new RunTally(months, runs, levels.promised, marksOver);
  for (let run = 0; run < runs; run++) {
    drawer.draw(seed, run);
    tally.add(drawer, run);
    if ((run + 1) % EVERY === 0 || run + 1 === runs) onProgress?.(run + 1, runs);
  }
  return tally;
}

function courseOf(plan: ForecastPlan, lastAge: number, asAt: string | undefined): ExpectedCourse {
  const months = monthsOf(plan, lastAge);
  return expectedCourse(plan, months, untilOf(plan, months, asAt));
}

/** How many of the months are over by a date. */
function untilOf(plan: ForecastPlan, months: number, asAt: string | undefined): number {
  if (asAt === undefined) return months;
  const day = epochDay(asAt);
  let until = 0;
  while (until < months && lastOfMonth(monthAt(plan, until)) <= day) until++;
  if (until > 0) return until;
  throw new ProgrammeFault({
    code: "tender/as-at",
    given: `asAt ${asAt}, before the first month of the offer is over`,
    allowed: `a date from the end of ${plan.first} on`,
    todo: "Leave asAt out for the whole offer.",
  });
}
