import { refuseOther } from "../../argument.js";
import { optionsOf } from "../../options.js";
import { addShares, type Share } from "../../quantity/index.js";
import { type ConfidenceInterval, LEVEL_OPTION, USUAL_LEVEL, wilson } from "../confidence-interval.js";
import { COHORT_TABLE, type CohortTable, convertedBy, lastSeen } from "../tables/cohort-table.js";
import { type KaplanMeierStep, type RiskSet, stepsOf } from "./kaplan-meier.js";

/** Of those observed at an age, how many had converted by its end. */
export interface ConversionAtAge {
  readonly age: number;
  readonly share: Share;
  readonly interval: ConfidenceInterval | null;
}

/**
 * Conversion, three ways.
 *
 * - `mature`: those whose whole window is over. Unbiased, and it may be of nobody yet.
 * - `byAge`: at each age, all cohorts that are over by then; each age is of other cohorts.
 * - `kaplanMeier`: one step for each month of age, from everybody observed: for immature data. `time` is the age.
 */
export interface Conversion {
  readonly mature: { readonly share: Share; readonly interval: ConfidenceInterval | null };
  readonly byAge: readonly ConversionAtAge[];
  readonly kaplanMeier: readonly KaplanMeierStep[];
}

/**
 * The conversion of a cohort table, all its rows together; leavers stay in every denominator.
 *
 * @param options - `level` of the intervals: percent text; `"95%"` unless given.
 * @throws ProgrammeFault `cohorts/level` for a level at or beyond its bounds.
 *
 * @throws ProgrammeFault `argument/kind` for a value of another kind.
 *
 * @example
 * ```ts
 * import { cohortTableFromCounts, conversion } from "programme-rules/cohorts";
 *
 * const counts = [
 *   { month: "2021-03", starts: 100, converted: [0, 10, 20] },
 *   { month: "2021-04", starts: 100, converted: [0, 20] },
 * ];
 * const options = { asAt: "2021-05-31", window: { days: 238, lagDays: 61 } };
 * const { byAge, kaplanMeier, mature } = conversion(cohortTableFromCounts(counts, options));
 * byAge[1]?.share; // => { count: 30, of: 200 }
 * kaplanMeier[2]?.rate.toFixed(4); // => "0.2444"
 * mature.share; // => { count: 0, of: 0 }
 * ```
 */
export function conversion(table: CohortTable, options: { readonly level?: string } = {}): Conversion {
  refuseOther(table, COHORT_TABLE);
  const { level = USUAL_LEVEL } = optionsOf(options, LEVEL_OPTION);
  const mature = table.rows.map((row) => row.mature).reduce(addShares, { count: 0, of: 0 });
  return {
    mature: { share: mature, interval: wilson(mature, { level }) },
    byAge: agesOf(table).map((age) => {
      const share = shareAt(table, age);
      return { age, share, interval: wilson(share, { level }) };
    }),
    kaplanMeier: stepsOf(risksOf(table), { level }),
  };
}

/** For each month of age: those not converted when it began, and those who then did, in cohorts observed. */
export function risksOf(table: CohortTable): RiskSet[] {
  return agesOf(table).map((age) => {
    let [atRisk, events] = [0, 0];
    for (const row of table.rows) {
      if (age > lastSeen(row)) continue;
      const before = convertedBy(row, age - 1);
      atRisk += row.starts - before;
      events += convertedBy(row, age) - before;
    }
    return { time: age, atRisk, events };
  });
}

function shareAt({ rows }: CohortTable, age: number): Share {
  let [count, of] = [0, 0];
  for (const row of rows) {
    if (age > lastSeen(row)) continue;
    count += convertedBy(row, age);
    of += row.starts;
  }
  return { count, of };
}

function agesOf({ lastAge }: CohortTable): number[] {
  return Array.from({ length: lastAge + 1 }, (_, age) => age);
}
