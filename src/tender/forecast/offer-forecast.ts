import { optionsOf, refuseOther } from "../../argument.js";
import { checkedRuns, type PerformanceBasis } from "../../cohorts/index.js";
import { epochDay, isoDate, lastOfMonth } from "../../date/index.js";
import { shown } from "../../fault.js";
import { freeze, hashOf } from "../../rules/index.js";
import { OFFER, type Offer } from "../offer/offer.js";
import { tenderFault } from "../tender-fault.js";
import { RunDrawer } from "./drawn-flow.js";
import { monthsOf } from "./expected-flow.js";
import { type ForecastPlan, monthAt, readPlan, USUAL_SHOCK } from "./forecast-plan.js";
import {
  cohortRows,
  type ExpectedCourse,
  expectedCourse,
  levelBands,
  levelRows,
  monthBands,
  monthRows,
  type OfferForecast,
  type OfferForecastOptions,
} from "./forecast-rows.js";
import { type Levels, readLevels } from "./level-reader.js";
import { BandReader } from "./run-bands.js";
import { RunTally } from "./run-tally.js";

const BASES = ["profile-flow", "maturing-cohort", "naive-flow"] as const;
const EVERY = 250;

/**
 * What an offer comes to: referrals, starts, outcomes and, with prices, income, by month and by cohort;
 * performance over each window; and how likely each level is to be met, month by month. What is expected
 * is worked out in closed form; bands and probabilities are drawn, each run with one climate for all its
 * cohorts (its place in every range, and the common shock). Nothing is invented: a value the offer
 * leaves open is listed as missing, and what needs it is undetermined.
 *
 * @throws {@link ProgrammeFault} `cohorts/chance` for a bad seed or number of runs, `tender/band`,
 * `tender/basis`, and `tender/as-at` for a date before the first month is over.
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
 * const { months, levels } = forecastOffer(offer, { seed: 7, runs: 1000 });
 * months.find(({ month, measure }) => month === "2027-03" && measure === "outcomes")?.toDate.toFixed(1); // => "8.4"
 * const last = levels.findLast(({ window }) => window === "since-day-one");
 * last?.index?.toFixed(3); // => "1.000"
 * last?.probability; // => 0.484
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
    bands = ["50%", "80%", "95%"],
  } = optionsOf(options);
  checkedRuns({ seed, runs: runs === 0 ? 1 : runs });
  for (const basis of bases) if (!BASES.includes(basis)) throw badBasis(basis);
  const read = readPlan(offer);
  const { plan, missing } = read;
  const levels = readLevels(offer.programme, read, bases);
  const reader = new BandReader(bands);
  const rows =
    plan === null ? NOTHING : rowsOf(plan, { levels, reader, bases, options: { ...options, seed, runs } });
  const { id, title, programme } = offer;
  const lacks = missing.some(({ neededFor }) => neededFor !== "income");
  return freeze({
    offer: { id, title, programme: programme.id, edition: programme.edition, hash: hashOf(programme) },
    asAt: options.asAt === undefined ? null : isoDate(epochDay(options.asAt)),
    seed,
    runs,
    shock: plan?.shock ?? USUAL_SHOCK,
    ...(lacks ? { verdict: "undetermined" as const, reason: "missing-parameter" as const } : {}),
    missing: [...missing, ...levels.missing],
    ...rows,
    undetermined: [...levels.undetermined],
  });
}

type Rows = Pick<OfferForecast, "months" | "bands" | "cohorts" | "levels" | "levelBands">;

const NOTHING: Rows = { months: [], bands: [], cohorts: [], levels: [], levelBands: [] };

interface Asked {
  readonly levels: Levels;
  readonly reader: BandReader;
  readonly bases: readonly PerformanceBasis[];
  readonly options: OfferForecastOptions & { readonly seed: number; readonly runs: number };
}

function rowsOf(plan: ForecastPlan, { levels, reader, bases, options }: Asked): Rows {
  const months = monthsOf(plan, levels.lastAge(bases));
  const held = expectedCourse(plan, months, untilOf(plan, months, options.asAt));
  const { promised } = levels;
  const cohorts = cohortRows(held);
  if (options.runs === 0) {
    const rows = promised.flatMap((each) => levelRows(held, each));
    return { months: monthRows(held), bands: [], cohorts, levels: rows, levelBands: [] };
  }
  const tally = drawn(held, levels, options);
  return {
    months: monthRows(held, tally),
    bands: monthBands(held, tally, reader),
    cohorts,
    levels: tally.levels.flatMap((each) => levelRows(held, each.promised, each)),
    levelBands: tally.levels.flatMap((each) => levelBands(held, each, reader)),
  };
}

function drawn(
  { plan, months }: ExpectedCourse,
  { promised }: Levels,
  { seed, runs, onProgress }: Asked["options"],
): RunTally {
  const drawer = new RunDrawer(plan, months);
  const tally = new RunTally(months, runs, promised);
  for (let run = 0; run < runs; run++) {
    drawer.draw(seed, run);
    tally.add(drawer, run);
    if ((run + 1) % EVERY === 0 || run + 1 === runs) onProgress?.(run + 1, runs);
  }
  return tally;
}

/** How many of the months are over by a date. */
function untilOf(plan: ForecastPlan, months: number, asAt: string | undefined): number {
  if (asAt === undefined) return months;
  const day = epochDay(asAt);
  let until = 0;
  while (until < months && lastOfMonth(monthAt(plan, until)) <= day) until++;
  if (until > 0) return until;
  throw tenderFault(
    "as-at",
    `asAt ${asAt}, before the first month of the offer is over`,
    `a date from the end of ${plan.first} on`,
    "Leave asAt out for the whole offer.",
  );
}

function badBasis(basis: unknown) {
  return tenderFault(
    "basis",
    `the basis ${shown(basis)}`,
    BASES.join(", "),
    "Name what performance is to mean.",
  );
}
