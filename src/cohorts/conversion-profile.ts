import { described, refuseOther } from "../argument.js";
import { ProgrammeFault } from "../fault.js";
import { parsePercent } from "../quantity/index.js";
import { fractionOf, type RateInput } from "./rate-input.js";
import { COHORT_TABLE, type CohortRow, type CohortTable } from "./tables/cohort-table.js";

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
  /** The groups that have a list of their own; one that is null where one list is for all. */
  readonly groups: readonly (string | null)[];
  /** The list of a group as fractions from 0 to 1. */
  fractions(group: string | null): readonly number[];
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
    groups: isOne ? [null] : Object.keys(byGroup),
    fractions: (group) => of(group)!.map((numerator) => numerator / denominator),
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

/** A fault about a profile that does not fit. */
export function profileFault(given: string): ProgrammeFault {
  return new ProgrammeFault({
    code: "cohorts/profile",
    given,
    allowed:
      'percent text by the end of each month of age, cumulative, such as ["0%", "1%", "3%"], no longer than the table; or such a list for every group',
    todo: "Take the profile from the contract, month of the start first.",
  });
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
