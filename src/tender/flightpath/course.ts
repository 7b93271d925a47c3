import { type CohortTable, convertedBy, monthsFrom, type ReadProfile } from "../../cohorts/index.js";
import type { IsoMonth } from "../../date/index.js";

/** Starts that are planned but have not happened. */
export interface PlannedStarts {
  readonly month: IsoMonth;
  readonly starts: number;
  readonly group?: string;
}

/** What a flightpath is reckoned from: people so far, planned starts, and what the profile expects of them. */
export class Course {
  readonly #cohorts: readonly {
    month: IsoMonth;
    group: string | null;
    starts: number;
    converted: number;
  }[];
  readonly converted: number;
  readonly #table: CohortTable;
  readonly #profile: ReadProfile;

  constructor(
    table: CohortTable,
    profile: ReadProfile,
    { month, planned }: { readonly month: IsoMonth; readonly planned: readonly PlannedStarts[] },
  ) {
    this.#table = table;
    this.#profile = profile;
    this.month = month;
    const begun = table.rows
      .filter((row) => row.month <= month)
      .map((row) => ({
        month: row.month,
        group: row.group,
        starts: row.starts,
        converted: convertedBy(row, monthsFrom(row.month, month)),
      }));
    const later = planned.map(({ month: start, group = null, starts }) => ({
      month: start,
      group,
      starts,
      converted: 0,
    }));
    this.#cohorts = [...begun, ...later];
    this.converted = begun.reduce((sum, cohort) => sum + cohort.converted, 0);
  }

  /** The month of now. */
  readonly month: IsoMonth;

  /** People that the profile expects by the end of a month, times its denominator: whole. */
  expected(month: IsoMonth): number {
    return this.#cohorts.reduce(
      (sum, { month: start, group, starts }) =>
        start > month ? sum : sum + starts * this.#profile.at(group, monthsFrom(start, month)),
      0,
    );
  }

  /** Those who have not converted and, counted in whole months, can between now and the end of a month. */
  available(month: IsoMonth): number {
    return this.#cohorts.reduce((sum, { month: start, starts, converted }) => {
      const isInside = start <= month && monthsFrom(start, this.month) < this.#table.lastAge;
      return isInside ? sum + starts - converted : sum;
    }, 0);
  }
}

/**
 * Shares out whole people by weights: each gets the whole part of its due, and who is left over goes
 * to the largest remainders, the earlier first. The sum is exact.
 */
export function shareOut(people: number, weights: readonly number[]): number[] {
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  if (people === 0 || all === 0) return weights.map(() => 0);
  const dues = weights.map((weight) => (people * weight) / all);
  const given = dues.map(Math.floor);
  const left = people - given.reduce((sum, each) => sum + each, 0);
  const byRemainder = dues.map((due, at) => ({ at, rest: due - Math.floor(due) }));
  byRemainder.sort((one, other) => other.rest - one.rest || one.at - other.at);
  for (const { at } of byRemainder.slice(0, left)) given[at]! += 1;
  return given;
}
