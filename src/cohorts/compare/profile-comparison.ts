import { described, refuseOther } from "../../argument.js";
import { type IsoMonth, MONTH, nextMonth } from "../../date/index.js";
import { ProgrammeFault, shown } from "../../fault.js";
import { type OptionKinds, optionsOf } from "../../options.js";
import { parsePercent } from "../../quantity/index.js";
import { fractionOf, RATE, type RateInput } from "../rate-input.js";
import {
  COHORT_TABLE,
  type CohortRow,
  type CohortTable,
  convertedBy,
  monthsFrom,
} from "../tables/cohort-table.js";

/**
 * The conversion expected by the end of age 0, 1, 2 … months: percent text, cumulative, never falling;
 * after the last it stays. Or one such list for each group of the table, by the group's id.
 */
export type ConversionProfile = readonly string[] | Readonly<Record<string, readonly string[]>>;

/** A profile read: whole numbers over one denominator, so that sums of expected people are exact. */
export interface ReadProfile {
  readonly denominator: number;
  /** The numerator by the end of an age; 0 before age 0. */
  at(group: string | null, age: number): number;
  /** The numerator it ends with: the performance level. */
  last(group: string | null): number;
}

/**
 * Reads and checks a profile against the table it is for.
 *
 * @throws ProgrammeFault `cohorts/profile` when it is empty, falls, is all 0%, runs longer than the
 * table, or has no list for a group of the table; `quantity/percent` for a text that is no percentage.
 */
export function readProfile(profile: ConversionProfile, table: CohortTable): ReadProfile {
  refuseOther(table, COHORT_TABLE);
  if (typeof profile !== "object" || profile === null) throw profileFault(described(profile));
  const { rows, lastAge } = table;
  const isOne = Array.isArray(profile);
  const byGroup = isOne ? { all: profile } : (profile as Readonly<Record<string, readonly string[]>>);
  const lists = Object.entries<readonly string[]>(byGroup);
  for (const [, list] of lists) checkProfile(list, lastAge);
  const read = lists.map(([group, list]) => ({ group, ratios: list.map(parsePercent) }));
  const denominator = Math.max(...read.flatMap(({ ratios }) => ratios.map((ratio) => ratio.denominator)));
  const numerators = new Map(
    read.map(({ group, ratios }) => [
      group,
      ratios.map((ratio) => ratio.numerator * (denominator / ratio.denominator)),
    ]),
  );
  const of = (group: string | null) => numerators.get(isOne ? "all" : (group ?? ""));
  for (const { group } of rows) {
    if (of(group) === undefined) throw profileFault(`a profile without a list for a group of the table`);
  }
  return {
    denominator,
    at: (group, age) => (age < 0 ? 0 : of(group)![Math.min(age, of(group)!.length - 1)]!),
    last: (group) => of(group)!.at(-1)!,
  };
}

function checkProfile(list: readonly string[], lastAge: number): void {
  if (!Array.isArray(list) || list.length === 0) throw profileFault("an empty profile");
  if (list.length > lastAge + 1) {
    throw profileFault(`a profile of ${list.length} months for a table of ages 0 to ${lastAge}`);
  }
  const values = list.map((text) => {
    const { numerator, denominator } = parsePercent(text);
    return numerator / denominator;
  });
  const falls = values.findIndex((value, at) => at > 0 && value < values[at - 1]!);
  if (falls > 0) throw profileFault(`a profile that falls from ${list[falls - 1]} to ${list[falls]}`);
  if (values.at(-1) === 0) throw profileFault("a profile that never rises above 0%");
}

function profileFault(given: string): ProgrammeFault {
  return new ProgrammeFault({
    code: "cohorts/profile",
    given,
    allowed:
      'percent text by the end of each month of age, cumulative, such as ["0%", "1%", "3%"], no longer than the table; or such a list for every group',
    todo: "Take the profile from the contract, month of the start first.",
  });
}

/** As at the end of which month, and against which level. */
export interface ProfileComparisonOptions {
  /** A month that is over as at the table's date; its last one unless given. */
  readonly month?: IsoMonth;
  /** The performance level; what the profile ends with unless the contract says otherwise. */
  readonly level?: RateInput;
}

/** People who converted against those the profile expects by the same age; `index` 1 is on profile. */
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
 * The whole table on its profile. `index` is a ratio of sums, never a mean of ratios. `implied` is
 * level × index as a fraction from 0 to 1: where conversion would end if every month went on like
 * this. It is projected from the profile, not observed.
 */
export interface ProfileComparison extends ProfileIndex {
  readonly month: IsoMonth;
  readonly level: number;
  readonly implied: number | null;
  readonly impliedBasis: "projected from profile";
  readonly cohorts: readonly CohortOnProfile[];
}

const PROFILE_OPTIONS: OptionKinds<ProfileComparisonOptions> = { month: MONTH, level: RATE };

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
  const month = checkedMonth(table, options.month);
  const rows = table.rows.filter((row) => row.month <= month);
  // `people` are those expected times the profile's denominator: whole.
  const parts = rows.map((row) => {
    const age = monthsFrom(row.month, month);
    return { row, age, actual: convertedBy(row, age), people: row.starts * read.at(row.group, age) };
  });
  const actual = parts.reduce((sum, part) => sum + part.actual, 0);
  const people = parts.reduce((sum, part) => sum + part.people, 0);
  const whole = profileIndex(actual, people, read.denominator);
  const level = levelOf(rows, read, options.level);
  return {
    month,
    ...whole,
    level,
    implied: whole.index === null ? null : level * whole.index,
    impliedBasis: "projected from profile",
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

/** The level: as given, else what the profiles end with, each group by its starts. */
export function levelOf(rows: readonly CohortRow[], read: ReadProfile, level: RateInput | undefined): number {
  if (level !== undefined) return fractionOf(level, "the level");
  const starts = rows.reduce((sum, row) => sum + row.starts, 0);
  const people = rows.reduce((sum, row) => sum + row.starts * read.last(row.group), 0);
  return starts === 0
    ? read.last(rows[0]?.group ?? null) / read.denominator
    : people / starts / read.denominator;
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
