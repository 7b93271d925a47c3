import type { IsoMonth } from "../../date/index.js";
import { ProgrammeFault, shown } from "../../fault.js";
import { CHECKED, type OptionKinds, wholeNumber } from "../../options.js";
import { USUAL_LEVEL } from "../confidence-interval.js";
import { profileFault, type ReadProfile } from "../conversion-profile.js";
import { fractionOf, RATE, type RateInput } from "../rate-input.js";
import {
  type CohortRow,
  type CohortTable,
  compareRows,
  convertedBy,
  lastSeen,
  monthsFrom,
} from "../tables/cohort-table.js";
import type { SeenCohort } from "./cohort-likelihood.js";
import { ContractEffect } from "./contract-effect.js";
import { StretchedTiming } from "./stretched-timing.js";

/**
 * What is held to be so before anything is seen, and how much of the table counts as seen. All spreads are in log-odds, and
 * assumed unless given: 0.2 moves a rate of 22% to 19% or 26%.
 *
 * - `prior`: the rate expected in the end; what the profile ends with unless given.
 * - `spread`: the standard deviation between contracts; 0.4 unless given.
 * - `cohortSpread`: how far the months of one contract lie apart, as the scale of a half-normal; 0.2 unless given, and 0.1
 *   before six months are seen. At 0 all months have one rate.
 * - `timingSpread`: the standard deviation of how much faster or slower than the profile outcomes come; 0.15 unless given.
 * - `reportingLagMonths`: months by which news comes late: so many of the newest cells of each cohort hold fewer people
 *   than have converted, and nothing is learned from them; none unless given.
 */
export interface LearningOptions {
  readonly prior?: RateInput;
  readonly spread?: number;
  readonly cohortSpread?: number;
  readonly timingSpread?: number;
  readonly reportingLagMonths?: number;
}

/** As options: `Learning` looks at how large the spreads are. */
export const LEARNING: OptionKinds<LearningOptions> = {
  prior: RATE,
  spread: CHECKED,
  cohortSpread: CHECKED,
  timingSpread: CHECKED,
  reportingLagMonths: wholeNumber(0),
};

/** What was assumed: the spreads as used, and the lag. `cohortSpread` is by group where groups have profiles of their own. */
export interface Assumed {
  readonly spread: number;
  readonly cohortSpread: number;
  readonly timingSpread: number;
  readonly reportingLagMonths: number;
}

/**
 * What the table says of the contract. `index`: its rate in the end over that of the profile, as far as is known; 1 before
 * anything could be seen. `lower`, `upper`: with the probability `level` it lies between, both in it. `weight`: from 0,
 * when all of it is the profile, to 1, when all is data.
 */
export interface LearnedIndex {
  readonly index: number;
  readonly lower: number;
  readonly upper: number;
  readonly level: string;
  readonly weight: number;
}

/** What is learned of a whole table; where groups have profiles of their own, of each by itself too. */
export interface Learned extends LearnedIndex {
  readonly byGroup?: Readonly<Record<string, LearnedIndex>>;
}

/** What the reader of a forecast should know of the data. */
export interface ForecastRemark {
  readonly code: "outcomes-before-profile" | "timing-differs";
  readonly message: string;
}

const [SPREAD, TIMING_SPREAD] = [0.4, 0.15];
const [FEW_COHORTS, COHORT_SPREAD, COHORT_SPREAD_OF_FEW] = [6, 0.2, 0.1];
const TAIL = 0.025;

/** A row, what of it is seen, and where it stands in what is learned. */
export interface LearnedRow {
  readonly row: CohortRow;
  /** The last age that counts as seen; -1 before the first. */
  readonly age: number;
  /** Those who had converted by then, and those who are known to have by now. */
  readonly seen: number;
  readonly known: number;
  readonly fit: Fit;
  readonly part: number;
}

/** What is learned on one profile. */
interface Fit {
  readonly group: string | null;
  readonly profile: readonly number[];
  readonly timing: StretchedTiming;
  readonly usual: number;
  readonly cohortSpread: number;
  readonly effect: ContractEffect;
  readonly parts: readonly Part[];
  readonly starts: number;
}

/** People of one month and one age on one profile, who share one chance. */
interface Part extends SeenCohort {
  /** Of the converted, those whose age says nothing, because the profile expects none then. */
  readonly besides: number;
  readonly rows: readonly number[];
}

/** What a table says of its contract as at the end of a month. */
export class Learning {
  readonly learned: Learned;
  readonly assumed: Assumed;
  readonly rows: readonly LearnedRow[];
  readonly #fits: readonly Fit[];

  /** As at the end of a month: what came later is left out, those who start later too. The month under way is of the last. */
  constructor(
    { rows, lastMonth }: Pick<CohortTable, "rows" | "lastMonth">,
    read: ReadProfile,
    month: IsoMonth,
    options: LearningOptions = {},
  ) {
    const { spread = SPREAD, timingSpread = TIMING_SPREAD, reportingLagMonths = 0 } = options;
    if (!(Number.isFinite(spread) && spread > 0)) throw spreadFault("spread", spread, "above");
    for (const name of ["cohortSpread", "timingSpread"] as const) {
      const { [name]: given = 0 } = options;
      if (!(Number.isFinite(given) && given >= 0)) throw spreadFault(name, given, "from");
    }
    const prior = options.prior === undefined ? undefined : fractionOf(options.prior, "the prior");
    const seen = rows
      .filter((row) => row.month <= month || month === lastMonth)
      .map((row) => ({ row, ...seenOf(row, month, reportingLagMonths) }));
    const given = read.groups.map((group) => ({
      group,
      own: seen.filter(({ row }) => group === null || row.group === group),
    }));
    const filled = given.filter(({ own }) => own.length > 0);
    this.#fits = (filled.length === 0 ? given.slice(0, 1) : filled).map(({ group, own }) => {
      const profile = read.fractions(group);
      const usual = prior ?? profile.at(-1)!;
      if (!(usual > 0 && usual < 1)) throw endFault(usual);
      const timing = new StretchedTiming(profile);
      const parts = partsOf(own, timing, seen);
      const months = [...new Set(parts.map((part) => part.month))].map((each) =>
        parts.filter((part) => part.month === each),
      );
      const begun = own.filter(({ row, age }) => age >= 0 && row.starts > 0);
      const count = new Set(begun.map(({ row }) => row.month)).size;
      const usualSpread = count < FEW_COHORTS ? COHORT_SPREAD_OF_FEW : COHORT_SPREAD;
      const cohortSpread = options.cohortSpread ?? usualSpread;
      const spreads = { contract: spread, cohort: cohortSpread, timing: timingSpread };
      const effect = new ContractEffect(months, timing, usual, spreads);
      const starts = own.reduce((sum, { row }) => sum + row.starts, 0);
      return { group, profile, timing, usual, cohortSpread, effect, parts: months.flat(), starts };
    });
    this.rows = seen.map((each, at) => {
      const fit = this.#fits.find(({ group }) => group === null || group === each.row.group)!;
      return { ...each, fit, part: fit.parts.findIndex(({ rows: own }) => own.includes(at)) };
    });
    this.learned = learnedOf(this.#fits);
    const cohortSpread = Math.max(...this.#fits.map((fit) => fit.cohortSpread));
    this.assumed = { spread, cohortSpread, timingSpread, reportingLagMonths };
  }

  /** How many of a row will have converted by the end of an age, on average; those who are known to have at the least. */
  expected({ row, seen, known, fit, part }: LearnedRow, age: number): number {
    return Math.max(known, seen + (row.starts - seen) * fit.effect.chanceOf(part, age));
  }

  /** Of people who are to start, the part that will have converted by the end of an age, on average. */
  expectedOf(group: string | null, age: number): number {
    const fit = this.#fits.find((each) => each.group === null || each.group === group);
    return age < 0 || fit === undefined ? 0 : fit.effect.chanceBy(age);
  }

  /**
   * Draws, in each run, how many of all rows will have converted by the end of the ages that `ageOf` gives. `shock` is the
   * standard deviation, in log-odds, of what hits all of a run alike from now on.
   */
  draw(
    { seed, runs, firstRun }: { readonly seed: number; readonly runs: number; readonly firstRun: number },
    shocks: Float64Array,
    ageOf: (row: LearnedRow) => number,
  ): Float64Array {
    const totals = new Float64Array(runs);
    this.#fits.forEach((fit, which) => {
      const aims = fit.parts.map((part) => {
        const own = part.rows.map((at) => this.rows[at]!);
        const least = own.reduce((sum, { known }) => sum + known, 0) - part.besides;
        return { age: own.length === 0 ? -1 : ageOf(own[0]!), least };
      });
      const besides = fit.parts.reduce((sum, part) => sum + part.besides, 0);
      // Runs of each fit have numbers of their own.
      fit.effect.draw({ seed, first: firstRun + which * 2 ** 32 }, aims, shocks, totals);
      for (let run = 0; run < runs; run++) totals[run]! += besides;
    });
    return totals;
  }

  get remarks(): readonly ForecastRemark[] {
    return this.#fits.flatMap((fit) => [...beforeProfile(fit), ...timingDiffers(fit)]);
  }
}

function seenOf(row: CohortRow, month: IsoMonth, lag: number) {
  const now = monthsFrom(row.month, month);
  const age = Math.max(-1, Math.min(lastSeen(row), now - lag));
  return { age, seen: age < 0 ? 0 : convertedBy(row, age), known: now < 0 ? 0 : convertedBy(row, now) };
}

type SeenRow = Pick<LearnedRow, "row" | "age" | "seen" | "known">;

/** Rows of one month and age put together: how they are split says nothing of their rate. */
function partsOf(own: readonly SeenRow[], timing: StretchedTiming, all: readonly SeenRow[]): Part[] {
  const groups = new Map<string, SeenRow[]>();
  for (const each of [...own].sort((one, other) => compareRows(one.row, other.row))) {
    const key = `${each.row.month} ${each.age}`;
    groups.set(key, [...(groups.get(key) ?? []), each]);
  }
  return [...groups.values()].map((rows) => {
    const { row, age } = rows[0]!;
    const added = Array.from({ length: age + 1 }, (_, at) =>
      rows.reduce(
        (sum, each) => sum + convertedBy(each.row, at) - (at === 0 ? 0 : convertedBy(each.row, at - 1)),
        0,
      ),
    );
    const saying = added.map((people, at) => (timing.added(at) > 0 ? people : 0));
    const converted = saying.reduce((sum, people) => sum + people, 0);
    // Until the profile expects somebody nothing could be seen, however fast the contract.
    const from = timing.grown(age) === 0 ? -1 : age;
    const besides = rows.reduce((sum, { seen }) => sum + seen, 0) - converted;
    const starts = rows.reduce((sum, each) => sum + each.row.starts, 0) - besides;
    return {
      month: row.month,
      age: from,
      starts,
      converted,
      added: saying,
      besides,
      rows: rows.map((each) => all.indexOf(each)),
    };
  });
}

function learnedOf(fits: readonly Fit[]): Learned {
  const each = fits.map(({ group, effect }) => [group ?? "", indexOf(effect)] as const);
  if (fits[0]!.group === null) return each[0]![1];
  const starts = fits.map((fit) => fit.starts);
  const people = fits.map((fit) => fit.starts * fit.usual);
  const indices = each.map(([, found]) => found.index);
  const values = fits.map(({ effect }) => quantiles(effect));
  return {
    index: meanBy(people, indices),
    ...intervalOf(sumBy(people, values)),
    level: USUAL_LEVEL,
    weight: meanBy(
      starts,
      each.map(([, found]) => found.weight),
    ),
    byGroup: Object.fromEntries(each),
  };
}

function indexOf(effect: ContractEffect): LearnedIndex {
  const { index, weight } = effect;
  return {
    index,
    lower: quantile(effect, TAIL),
    upper: quantile(effect, 1 - TAIL),
    level: USUAL_LEVEL,
    weight,
  };
}

/** The value up to which a part of the weight lies. */
function quantile({ indices, upTo }: ContractEffect, part: number): number {
  const at = upTo.findIndex((weight) => weight >= part);
  if (at <= 0) return indices.at(at)!;
  const share = (part - upTo[at - 1]!) / (upTo[at]! - upTo[at - 1]!);
  return indices[at - 1]! + share * (indices[at]! - indices[at - 1]!);
}

const POINTS = 200;

/** Values that are as likely as each other. */
function quantiles(effect: ContractEffect): number[] {
  return Array.from({ length: POINTS }, (_, at) => quantile(effect, (at + 0.5) / POINTS));
}

/** The values of a mean of independent numbers by weights, each given by values that are as likely as each other. */
function sumBy(weights: readonly number[], values: readonly (readonly number[])[]): readonly number[] {
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  const share = (at: number) => (all === 0 ? 1 / weights.length : weights[at]! / all);
  return values.reduce<readonly number[]>(
    (sums, own, at) => {
      const pairs = sums
        .flatMap((sum) => own.map((value) => sum + value * share(at)))
        .sort((one, other) => one - other);
      const step = pairs.length / Math.min(POINTS, pairs.length);
      return Array.from(
        { length: pairs.length / step },
        (_, place) => pairs[Math.floor((place + 0.5) * step)]!,
      );
    },
    [0],
  );
}

function intervalOf(values: readonly number[]) {
  const at = (part: number) =>
    values[Math.min(values.length - 1, Math.max(0, Math.round(part * values.length - 0.5)))]!;
  return { lower: at(TAIL), upper: at(1 - TAIL) };
}

function meanBy(weights: readonly number[], values: readonly number[]): number {
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  const sum = values.reduce((total, value, at) => total + value * (all === 0 ? 1 : weights[at]!), 0);
  return sum / (all === 0 ? values.length : all);
}

/** Conversions at an age at which the profile expects none: they count, and say nothing of the contract. */
function beforeProfile({ parts }: Fit): ForecastRemark[] {
  const people = parts.reduce((sum, { besides }) => sum + besides, 0);
  if (people === 0) return [];
  const [who, they] = people === 1 ? ["One outcome", "it is"] : [`${people} outcomes`, "they are"];
  return [
    {
      code: "outcomes-before-profile",
      message: `${who} came at an age at which the profile expects none: ${they} counted, and nothing is learned from when.`,
    },
  ];
}

/** So many people at least are expected where observed and expected ages are compared. */
const ENOUGH = 5;
/** The normal value beyond which 1 in 100 lies. */
const ONE_IN_HUNDRED = 2.326;

/** Whether people converted at other ages than the profile says of as many, beyond what chance explains (Pearson's test at 1%). */
function timingDiffers({ parts, timing }: Fit): ForecastRemark[] {
  const observed: number[] = [];
  const expected: number[] = [];
  for (const { added, converted, age } of parts) {
    for (let at = 0; at <= age; at++) {
      observed[at] = (observed[at] ?? 0) + added[at]!;
      expected[at] = (expected[at] ?? 0) + (converted * timing.added(at)) / timing.grown(age);
    }
  }
  let [distance, bins, own, usual] = [0, 0, 0, 0];
  for (let at = 0; at < observed.length; at++) {
    own += observed[at]!;
    usual += Number.isNaN(expected[at]!) ? 0 : expected[at]!;
    if (usual < ENOUGH) continue;
    distance += (own - usual) ** 2 / usual;
    [bins, own, usual] = [bins + 1, 0, 0];
  }
  if (bins < 2) return [];
  // Wilson and Hilferty's quantile of chi-square.
  const freedom = bins - 1;
  const part = 2 / (9 * freedom);
  if (distance <= freedom * (1 - part + ONE_IN_HUNDRED * Math.sqrt(part)) ** 3) return [];
  const [mean, planned] = [
    meanBy(
      observed,
      observed.map((_, at) => at),
    ),
    meanBy(
      expected,
      expected.map((_, at) => at),
    ),
  ];
  return [
    {
      code: "timing-differs",
      message: `Outcomes come ${mean > planned ? "later" : "earlier"} than the profile says, beyond what chance explains: at ${mean.toFixed(1)} months on average where ${planned.toFixed(1)} were expected of those seen. News that comes late looks the same: see reportingLagMonths.`,
    },
  ];
}

function endFault(usual: number): ProgrammeFault {
  return profileFault(`a profile, or a prior, that ends at ${usual * 100}%`);
}

function spreadFault(name: string, given: unknown, what: "above" | "from"): ProgrammeFault {
  return new ProgrammeFault({
    code: "cohorts/uncertainty",
    given: `${name} ${shown(given)}`,
    allowed: `a number ${what} 0, such as 0.2`,
    todo: "See what the option means in the documentation of LearningOptions.",
  });
}
