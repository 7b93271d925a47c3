import { described, refuseOther } from "../../argument.js";
import { ProgrammeFault } from "../../fault.js";
import { parsePercent } from "../../quantity/index.js";
import { COHORT_TABLE, type CohortTable } from "../tables/cohort-table.js";

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
  const lists = Array.isArray(profile) ? undefined : (profile as Readonly<Record<string, readonly string[]>>);
  const all = lists === undefined ? [profile as readonly string[]] : Object.values(lists);
  for (const list of all) checkProfile(list, lastAge);
  const denominator = Math.max(...all.flat().map((text) => parsePercent(text).denominator));
  const numerators = (list: readonly string[]) =>
    list.map((text) => {
      const ratio = parsePercent(text);
      return ratio.numerator * (denominator / ratio.denominator);
    });
  const byGroup = new Map(Object.entries(lists ?? {}).map(([group, list]) => [group, numerators(list)]));
  const only = lists === undefined ? numerators(profile as readonly string[]) : undefined;
  const of = (group: string | null) => only ?? byGroup.get(group ?? "");
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
