import { type IsoMonth, MONTH, nextMonth } from "../../date/index.js";
import { ProgrammeFault, shown } from "../../fault.js";
import { type OptionKinds, optionsOf } from "../../options.js";
import { type ConversionProfile, levelOf, readProfile } from "../conversion-profile.js";
import {
  type Assumed,
  LEARNING,
  type Learned,
  Learning,
  type LearningOptions,
} from "../forecast/learning.js";
import { RATE, type RateInput } from "../rate-input.js";
import { type CohortTable, convertedBy, monthsFrom } from "../tables/cohort-table.js";

/** As at the end of which month, against which level, and what is held to be so before anything is seen. */
export interface ProfileComparisonOptions extends LearningOptions {
  /** A month that is over as at the table's date; its last one unless given. */
  readonly month?: IsoMonth;
  /** The performance level; what the profile ends with unless the contract says otherwise. */
  readonly level?: RateInput;
}

/**
 * People who converted against those the profile expects by the same age. `index` is naive: what happened to happen, a
 * ratio of sums, 1 on profile; of a few people it says little, and of the future nothing.
 */
export interface ProfileIndex {
  readonly actual: number;
  /** Expected people; need not be whole. */
  readonly expected: number;
  /** Actual over expected; null when nobody is expected yet. */
  readonly index: number | null;
}

/** One cohort on its profile, at its age in months. */
export interface CohortOnProfile extends ProfileIndex {
  readonly month: IsoMonth;
  readonly group: string | null;
  readonly starts: number;
  readonly age: number;
}

/**
 * The whole table on its profile. `index` is a naive ratio of sums, never a mean of ratios; `learned` is what it says of
 * the contract, the same as of a forecast. `implied` is level × learned index as a fraction from 0 to 1: the rate in the
 * end as far as is known.
 */
export interface ProfileComparison extends ProfileIndex {
  readonly month: IsoMonth;
  readonly learned: Learned;
  readonly level: number;
  readonly implied: number;
  readonly assumed: Assumed;
  readonly cohorts: readonly CohortOnProfile[];
}

const PROFILE_OPTIONS: OptionKinds<ProfileComparisonOptions> = { month: MONTH, level: RATE, ...LEARNING };

/**
 * How each cohort and all together stand against the profile at their present age. With a profile for
 * each group the expected are added up group by group, so that a shifted mix is not under-performance.
 *
 * @throws ProgrammeFault `cohorts/profile` for a profile that falls, is empty, or does not fit
 * the table; `cohorts/month` for a month that is not over as at the table's date; `cohorts/rate` for a level as a bare number.
 *
 * @throws ProgrammeFault `argument/kind` for a value of another kind.
 *
 * @example
 * ```ts
 * import { cohortTableFromCounts, compareWithProfile } from "programme-rules/cohorts";
 *
 * const counts = [{ month: "2021-03", starts: 200, converted: [0, 2, 9] }];
 * const options = { asAt: "2021-05-31", window: { days: 238, lagDays: 61 } };
 * const table = cohortTableFromCounts(counts, options);
 * const profile = ["0%", "1%", "3%", "6%", "10%", "14%", "17.5%", "20%", "22%"];
 * const { actual, expected, index } = compareWithProfile(table, profile);
 * [actual, expected, index]; // => [9, 6, 1.5]
 * compareWithProfile(table, ["3%", "1%"]); // throws a profile that falls from 3% to 1%
 * ```
 */
export function compareWithProfile(
  table: CohortTable,
  profile: ConversionProfile,
  options: ProfileComparisonOptions = {},
): ProfileComparison {
  optionsOf(options, PROFILE_OPTIONS);
  const read = readProfile(profile, table);
  const { month, ...whole } = soFarOnProfile(table, profile, options.month);
  const { learned, assumed } = new Learning(table, read, month, options);
  const rows = table.rows.filter((row) => row.month <= month);
  const level = levelOf(rows, read, options.level);
  return { month, ...whole, learned, level, implied: level * learned.index, assumed };
}

/** How each cohort and all together stood against the profile by the end of a month. */
export function soFarOnProfile(
  table: CohortTable,
  profile: ConversionProfile,
  asked?: IsoMonth,
): ProfileIndex & Pick<ProfileComparison, "month" | "cohorts"> {
  const read = readProfile(profile, table);
  const month = checkedMonth(table, asked);
  // `people` are those expected times the profile's denominator: whole.
  const parts = table.rows
    .filter((row) => row.month <= month)
    .map((row) => {
      const age = monthsFrom(row.month, month);
      return { row, age, actual: convertedBy(row, age), people: row.starts * read.at(row.group, age) };
    });
  const actual = parts.reduce((sum, part) => sum + part.actual, 0);
  const people = parts.reduce((sum, part) => sum + part.people, 0);
  return {
    month,
    ...profileIndex(actual, people, read.denominator),
    cohorts: parts.map(({ row, age, actual, people }) => ({
      month: row.month,
      group: row.group,
      starts: row.starts,
      age,
      ...profileIndex(actual, people, read.denominator),
    })),
  };
}

/** Actual against expected people, the latter given as a whole number over a denominator. */
export function profileIndex(actual: number, people: number, denominator: number): ProfileIndex {
  const index = people === 0 ? null : (actual * denominator) / people;
  return { actual, expected: people / denominator, index };
}

/** A month the table knows the whole of. */
export function checkedMonth({ lastMonth }: CohortTable, month: IsoMonth = lastMonth): IsoMonth {
  nextMonth(month, 0);
  if (month <= lastMonth) return month;
  throw new ProgrammeFault({
    code: "cohorts/month",
    given: `the month ${shown(month)}`,
    allowed: `a month up to ${lastMonth}, the last that is over as at the table's date`,
    todo: "Ask for an earlier month, or make the table as at a later date.",
  });
}
