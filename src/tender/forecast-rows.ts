import { type PerformanceWindowName, probabilityOf } from "../cohorts/index.js";
import {
  addFlow,
  emptyFlow,
  expectedFlows,
  type Flow,
  type ForecastMeasure,
  meanOf,
} from "./forecast-expected.js";
import { monthAt, type Plan } from "./forecast-plan.js";
import { accumulate, overWindow, type Promised } from "./forecast-promise.js";
import type { Bands } from "./forecast-quantiles.js";
import type { LevelBand, LevelForecast, MonthBand, MonthForecast, PlannedCohort } from "./forecast-result.js";
import type { LevelTally, RunTally } from "./forecast-runs.js";

/** What the rows are made of. `months` is how far the flows reach, `until` how many months have rows. */
export interface Held {
  readonly plan: Plan;
  readonly months: number;
  readonly until: number;
  readonly measures: readonly ForecastMeasure[];
  readonly groups: readonly Flow[];
  readonly all: Flow;
}

/** The expected flows, and what of them can be said. */
export function holdOf(plan: Plan, months: number, until: number): Held {
  const groups = expectedFlows(plan, months);
  const all = emptyFlow(months);
  for (const flow of groups) addFlow(all, flow);
  const hasStarts = plan.groups.every(({ rate }) => rate !== null);
  const hasOutcomes = hasStarts && plan.groups.every(({ profile }) => profile !== null);
  const measures: ForecastMeasure[] = ["referrals"];
  if (hasStarts) measures.push("starts");
  if (hasOutcomes) measures.push("outcomes");
  if (hasOutcomes && plan.hasIncome) measures.push("income");
  return { plan, months, until, measures, groups, all };
}

/** The rows of each month; with runs, the means of everybody beside what is expected of them. */
export function monthRows({ plan, until, measures, groups, all }: Held, tally?: RunTally): MonthForecast[] {
  const isSplit = plan.groups[0]!.group !== null;
  const parts = [
    { group: null, flow: all },
    ...groups.map((flow, at) => ({ group: plan.groups[at]!.group, flow })),
  ];
  return measures.flatMap((measure) =>
    (isSplit ? parts : parts.slice(0, 1)).flatMap(({ group, flow }) => {
      let toDate = 0;
      const sums = group === null ? tally?.sumsOf(measure) : undefined;
      return Array.from({ length: until }, (_, at) => {
        const expected = flow[measure][at]!;
        toDate += expected;
        return { month: monthAt(plan, at), group, measure, expected, toDate, ...meanOfRuns(sums?.next()) };
      });
    }),
  );
}

function meanOfRuns(sums: Float64Array | undefined) {
  if (sums === undefined) return { meanToDate: null, standardError: null };
  const runs = sums.length;
  let mean = 0;
  for (const sum of sums) mean += sum / runs;
  let squares = 0;
  for (const sum of sums) squares += (sum - mean) ** 2;
  return { meanToDate: mean, standardError: Math.sqrt(squares / runs / runs) };
}

export function cohortRows({ plan, until, groups, measures }: Held): PlannedCohort[] {
  if (!measures.includes("outcomes")) return [];
  const last = Math.min(until, plan.referralMonths + plan.delay.length - 1);
  return plan.groups.flatMap(({ group, profile }, place) =>
    Array.from({ length: last }, (_, at) => {
      const [starts, outcomes] = [groups[place]!.starts[at]!, groups[place]!.converted[at]!];
      const converted = profile!.map((value, age) => (at + age < until ? starts * meanOf(value) : null));
      const rate = starts === 0 ? null : outcomes / starts;
      return { month: monthAt(plan, at), group, starts, outcomes, rate, converted };
    }),
  );
}

export function monthBands({ plan, until, measures }: Held, tally: RunTally, bands: Bands): MonthBand[] {
  return measures.flatMap((measure) => {
    const sums = tally.sumsOf(measure);
    return Array.from({ length: until }, (_, at) => {
      const toDate = sums.next().slice();
      const named = { month: monthAt(plan, at), measure };
      return [
        ...bands
          .of(tally.flows[measure].at(at))
          .map((band) => ({ ...named, of: "in-month" as const, ...band })),
        ...bands.of(toDate).map((band) => ({ ...named, of: "to-date" as const, ...band })),
      ];
    }).flat();
  });
}

/** The rows of a level: what is expected of it, and with runs the probability of reaching it. */
export function levelRows(
  { plan, months, until, groups, all }: Held,
  promised: Promised,
  tally?: LevelTally,
): LevelForecast[] {
  const [actual, needed] = [new Float64Array(months), new Float64Array(months)];
  promised.fill(promised.group === null ? all : groups[promised.group]!, actual, needed);
  accumulate(actual);
  accumulate(needed);
  const { level, basis, target } = promised;
  return promised.windows.flatMap((window, place) =>
    Array.from({ length: until }, (_, at): LevelForecast => {
      const ought = overWindow(needed, at, window);
      const index = ought > 0 ? overWindow(actual, at, window) / ought : null;
      const rate = index === null ? null : promised.at * index;
      return {
        level,
        basis,
        window,
        month: monthAt(plan, at),
        target,
        rate,
        index,
        ...chanceOf(tally, place, at),
      };
    }),
  );
}

function chanceOf(tally: LevelTally | undefined, place: number, at: number) {
  const { reached, counted } = tally?.windows[place] ?? {};
  if (reached === undefined || counted === undefined || counted[at] === 0)
    return { probability: null, standardError: null, runsCounted: tally === undefined ? null : 0 };
  const runsCounted = counted[at]!;
  return { ...probabilityOf(reached[at]!, runsCounted), runsCounted };
}

export function levelBands(
  { plan, until }: Held,
  { promised, windows }: LevelTally,
  bands: Bands,
): LevelBand[] {
  const { level, basis } = promised;
  return windows.flatMap(
    ({ window, rates }: { window: PerformanceWindowName; rates: LevelTally["windows"][number]["rates"] }) =>
      Array.from({ length: until }, (_, at) => {
        const numbers = rates.at(at).filter((rate) => !Number.isNaN(rate));
        return bands.of(numbers).map((band) => ({ level, basis, window, month: monthAt(plan, at), ...band }));
      }).flat(),
  );
}
