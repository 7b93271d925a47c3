import {
  type CohortTable,
  type ConversionProfile,
  checkedMonth,
  convertedBy,
  LEARNING,
  type Learned,
  Learning,
  type LearningOptions,
  monthsFrom,
  type ReadProfile,
  readProfile,
} from "../cohorts/index.js";
import { type IsoMonth, MONTH, nextMonth } from "../date/index.js";
import { ProgrammeFault, shown } from "../fault.js";
import { listOf, NUMBER, nested, type OptionKinds, optionsOf, TEXT } from "../options.js";
import { freeze } from "../rules/index.js";
import { listed } from "../unknown-word.js";
import { fraction } from "./offer/estimate.js";

const TARGET_MONTH = { targetMonth: '"2022-03"' };

/** What a flightpath leads to, and how. */
export interface FlightpathOptions extends LearningOptions {
  /** Now: a month that is over as at the table's date; its last unless given. */
  readonly month?: IsoMonth;
  /** The month by whose end the target is to be reached. */
  readonly targetMonth: IsoMonth;
  /** What is to be reached, of what the profile expects since day one: `"100%"`, on profile, unless given. */
  readonly target?: string;
  /** Starts still to come, up to the target month or beyond. */
  readonly plannedStarts?: readonly PlannedStarts[];
  /** Outcomes of each month to come as things are, whole people; what is learned of the contract unless given. */
  readonly businessAsUsual?: readonly number[];
  /** How the extra is spread over the months to come; alike unless given. */
  readonly weights?: readonly number[];
}

const FLIGHTPATH_OPTIONS: OptionKinds<FlightpathOptions> = {
  ...LEARNING,
  month: MONTH,
  targetMonth: MONTH,
  target: TEXT,
  plannedStarts: listOf(
    nested<PlannedStarts>(
      { month: MONTH, starts: NUMBER, group: TEXT },
      { month: '"2021-04"', starts: "100" },
    ),
  ),
  businessAsUsual: listOf(NUMBER),
  weights: listOf(NUMBER),
};

/** One month of a flightpath: whole people, but for `expected`, what the profile expects by its end. */
export interface FlightpathMonth {
  readonly month: IsoMonth;
  readonly expected: number;
  readonly businessAsUsual: number;
  readonly extra: number;
  /** Business as usual and extra together. */
  readonly outcomes: number;
  /** All outcomes by the end of the month. */
  readonly toDate: number;
}

/**
 * A planned way back to a target, month by month, on the basis of the profile.
 *
 * - `needed`: all outcomes by the end of the target month, planned starts included; `converted`: those
 *   there are; `gap`: what lies between, below 0 when more are there already.
 * - `learned`: what the table says of the contract, the same as of a forecast; business as usual follows from it.
 * - `extra`: what is needed beyond business as usual.
 * - `available`: people who could give it: unconverted by now or still to start, inside the outcome
 *   window in whole months, less those whom business as usual takes.
 * - `earliestFeasibleMonth`: the target month when it is feasible, else the first later one that is;
 *   null when none within five years is.
 */
export interface Flightpath {
  readonly basis: "profile-flow";
  readonly month: IsoMonth;
  readonly targetMonth: IsoMonth;
  readonly target: string;
  readonly needed: number;
  readonly converted: number;
  readonly gap: number;
  readonly learned: Learned;
  readonly businessAsUsual: number;
  readonly extra: number;
  readonly available: number;
  readonly feasible: boolean;
  readonly earliestFeasibleMonth: IsoMonth | null;
  readonly months: readonly FlightpathMonth[];
}

const LATEST = 60;

/**
 * The flightpath from where a contract stands to a target in a later month: how many outcomes are
 * needed in all, how many business as usual will bring, and who is left to find, in whole people whose
 * sums are exact. When there are not enough people who could still convert, it says so.
 *
 * @throws ProgrammeFault `tender/flightpath` for a target month that is not after now, a target
 * that is no percentage, planned starts in a month that is over, and lists that do not fit the months;
 * `cohorts/profile` and `cohorts/month` as `compareWithProfile` does.
 *
 * @example
 * ```ts
 * import { cohortTableFromCounts } from "programme-rules/cohorts";
 * import { flightpath } from "programme-rules/tender";
 *
 * const counts = [{ month: "2021-03", starts: 200, converted: [0, 2, 5] }];
 * const table = cohortTableFromCounts(counts, { asAt: "2021-05-31", window: { days: 238, lagDays: 61 } });
 * const profile = ["0%", "1%", "3%", "6%", "10%", "14%", "17.5%", "20%", "22%"];
 * const { needed, gap, extra, feasible, months } = flightpath(table, profile, { targetMonth: "2021-08" });
 * [needed, gap, extra, feasible]; // => [28, 23, 4, true]
 * months.map(({ businessAsUsual, extra }) => [businessAsUsual, extra]); // => [[5, 2], [7, 1], [7, 1]]
 * flightpath(table, profile, { targetMonth: "2021-05" }); // throws a month after 2021-05
 * ```
 */
export function flightpath(
  table: CohortTable,
  profile: ConversionProfile,
  options: FlightpathOptions,
): Flightpath {
  const {
    targetMonth,
    target = "100%",
    plannedStarts = [],
  } = optionsOf(options, FLIGHTPATH_OPTIONS, TARGET_MONTH);
  const read = readProfile(profile, table);
  const month = checkedMonth(table, options.month);
  checkOptions(month, options);
  checkGroups(profile, plannedStarts);
  const learning = new Learning(table, read, month, options);
  const course = new Course(table, read, month, plannedStarts, learning);
  const reckoner = new Reckoner(course, read.denominator, target, options.businessAsUsual);
  const need = reckoner.at(targetMonth);
  const weights = options.weights ?? need.usual.map(() => 1);
  const extras = shareOut(need.extra, weights);
  let toDate = course.converted;
  const months = need.usual.map((businessAsUsual, at): FlightpathMonth => {
    const outcomes = businessAsUsual + extras[at]!;
    toDate += outcomes;
    const now = nextMonth(month, at + 1);
    return {
      month: now,
      expected: course.expected(now) / read.denominator,
      businessAsUsual,
      extra: extras[at]!,
      outcomes,
      toDate,
    };
  });
  return freeze({
    basis: "profile-flow" as const,
    month,
    targetMonth,
    target,
    needed: need.needed,
    converted: course.converted,
    gap: need.needed - course.converted,
    learned: learning.learned,
    businessAsUsual: need.brought,
    extra: need.extra,
    available: need.available,
    feasible: need.feasible,
    earliestFeasibleMonth: need.feasible ? targetMonth : reckoner.earliestAfter(targetMonth),
    months,
  });
}

class Reckoner {
  readonly #course: Course;
  readonly #denominator: number;
  readonly #target: string;
  readonly #given: readonly number[];

  constructor(course: Course, denominator: number, target: string, given: readonly number[] = []) {
    this.#course = course;
    this.#denominator = denominator;
    this.#target = target;
    this.#given = given;
  }

  at(targetMonth: IsoMonth) {
    const usual = this.#usualUntil(targetMonth);
    const brought = usual.reduce((sum, people) => sum + people, 0);
    const needed = ceilOf(this.#target, this.#course.expected(targetMonth), this.#denominator);
    const extra = Math.max(0, needed - this.#course.converted - brought);
    const available = Math.max(0, this.#course.available(targetMonth) - brought);
    return { needed, usual, brought, extra, available, feasible: extra <= available };
  }

  earliestAfter(month: IsoMonth): IsoMonth | null {
    for (let later = 1; later <= LATEST; later++) {
      const candidate = nextMonth(month, later);
      if (this.at(candidate).feasible) return candidate;
    }
    return null;
  }

  /** Whole people by month, as given; beyond that, as many as are expected by what is learned. */
  #usualUntil(targetMonth: IsoMonth): number[] {
    const course = this.#course;
    const given = this.#given;
    const added = Array.from({ length: monthsFrom(course.month, targetMonth) }, (_, at) => {
      const [before, after] = [at, at + 1].map((later) => course.coming(nextMonth(course.month, later)));
      return at < given.length ? 0 : Math.max(0, after! - before!);
    });
    const all = added.reduce((sum, people) => sum + people, 0);
    return shareOut(Math.floor(all + 1e-9), added).map((people, at) => given[at] ?? people);
  }
}

/** The least whole number that is not below a percentage of so many over a denominator; exact. */
function ceilOf(percent: string, people: number, denominator: number): number {
  const [whole = "", decimals = ""] = percent.slice(0, -1).split(".");
  const product = BigInt(whole + decimals) * BigInt(people);
  const divisor = 10n ** BigInt(2 + decimals.length) * BigInt(denominator);
  return Number((product + divisor - 1n) / divisor);
}

function checkOptions(month: IsoMonth, { targetMonth, target = "100%", ...lists }: FlightpathOptions): void {
  nextMonth(targetMonth, 0);
  const months = monthsFrom(month, targetMonth);
  if (months < 1) throw fault(`the target month ${shown(targetMonth)}`, `a month after ${month}`);
  if (!/^\d{1,3}(\.\d{1,6})?%$/.test(target) || fraction(target) === 0) {
    throw fault(`the target ${shown(target)}`, 'percent text above 0% such as "100%"');
  }
  for (const { month: start, starts } of lists.plannedStarts ?? []) {
    nextMonth(start, 0);
    if (start <= month)
      throw fault(`planned starts in ${start}`, `months after ${month}, which are still to come`);
    if (!isWhole(starts)) throw fault(`${shown(starts)} planned starts in ${start}`, "whole people from 0");
  }
  const { businessAsUsual, weights } = lists;
  if (
    businessAsUsual !== undefined &&
    !(businessAsUsual.length === months && businessAsUsual.every(isWhole))
  ) {
    throw fault(
      "a `businessAsUsual` that does not fit",
      `${months} whole numbers of people, one a month to come`,
    );
  }
  const isWeight = (weight: number) => Number.isFinite(weight) && weight >= 0;
  if (weights === undefined) return;
  if (weights.length === months && weights.every(isWeight) && weights.some((weight) => weight > 0)) return;
  throw fault("`weights` that do not fit", `${months} numbers from 0, one a month to come, not all 0`);
}

function checkGroups(profile: ConversionProfile, plannedStarts: readonly PlannedStarts[]): void {
  if (Array.isArray(profile)) return;
  const known = Object.keys(profile);
  const stranger = plannedStarts.find(({ group }) => !known.includes(group ?? ""));
  if (stranger === undefined) return;
  throw fault(
    `planned starts of the group ${shown(stranger.group)}`,
    `a group with a profile: ${listed(known)}`,
  );
}

function isWhole(people: number): boolean {
  return Number.isSafeInteger(people) && people >= 0;
}

function fault(given: string, allowed: string): ProgrammeFault {
  return new ProgrammeFault({
    code: "tender/flightpath",
    given,
    allowed,
    todo: "See what each option means in the documentation of FlightpathOptions.",
  });
}

/** Starts that are planned but have not happened. */
export interface PlannedStarts {
  readonly month: IsoMonth;
  readonly starts: number;
  readonly group?: string;
}

/** What a flightpath is reckoned from: people so far, planned starts, and what the profile expects of them. */
class Course {
  readonly #cohorts: readonly {
    month: IsoMonth;
    group: string | null;
    starts: number;
    converted: number;
  }[];
  readonly converted: number;
  readonly #table: CohortTable;
  readonly #profile: ReadProfile;
  readonly #learning: Learning;
  readonly #planned: readonly PlannedStarts[];

  constructor(
    table: CohortTable,
    profile: ReadProfile,
    month: IsoMonth,
    planned: readonly PlannedStarts[],
    learning: Learning,
  ) {
    this.#learning = learning;
    this.#planned = planned;
    this.#table = table;
    this.#profile = profile;
    this.month = month;
    const begun = table.rows
      .filter((row) => row.month <= month)
      .map((row) => ({ ...row, converted: convertedBy(row, monthsFrom(row.month, month)) }));
    const later = planned.map(({ group = null, ...start }) => ({ ...start, group, converted: 0 }));
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

  /** People who are expected to have converted by the end of a month, by what is learned. */
  coming(month: IsoMonth): number {
    const learning = this.#learning;
    const begun = learning.rows
      .filter(({ row }) => row.month <= this.month)
      .reduce((sum, each) => sum + learning.expected(each, monthsFrom(each.row.month, month)), 0);
    return this.#planned.reduce(
      (sum, { month: start, starts, group = null }) =>
        sum + starts * learning.expectedOf(group, monthsFrom(start, month)),
      begun,
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
function shareOut(people: number, weights: readonly number[]): number[] {
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
