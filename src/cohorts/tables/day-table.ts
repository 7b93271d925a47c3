import { isObject, type Kind, optionsOf, refuseOther } from "../../argument.js";
import { type DateInput, type EpochDay, epochDay, isoDate, monthOf, nextMonth } from "../../date/index.js";
import {
  AS_AT_AND_WINDOW,
  COHORT_WINDOW,
  type CohortRow,
  type CohortTable,
  type CohortWindow,
  lastAgeWithin,
  lastCompleteMonth,
  monthsFrom,
} from "./cohort-table.js";

const PERSON: Kind = { name: "a person such as { started: 18718, met: 18800 }", has: { started: 0 } };
const PEOPLE: Kind = { name: `a list of people, or columns of them; ${PERSON.name}`, has: [] };

/** One person in whole days since 1 January 1970 (`epochDay` reads dates into them). */
export interface PersonDays {
  readonly started: EpochDay;
  readonly met?: EpochDay;
}

/** People as two columns of days, one place a person; a day before the start stands for no outcome. */
export interface DayColumns {
  readonly started: ArrayLike<number>;
  readonly met: ArrayLike<number>;
}

/** As at which date, how long an outcome may take, and the greatest age kept. */
export interface DaysOptions {
  readonly asAt: DateInput;
  readonly window: CohortWindow;
  readonly lastAge?: number;
}

/**
 * The cohort table of people of whom only two days are known: the start, and the first qualifying day.
 * Made for large numbers; a caseload with claims, late news and groups is for {@link cohortTable}. An
 * outcome counts from the start to `window.days` after it; those not converted are closed once
 * `window.lagDays` more have passed.
 *
 * @throws ProgrammeFault `date/…` for an as-at date that is none.
 *
 * @example
 * ```ts
 * import { epochDay } from "programme-rules/calendar";
 * import { cohortTableFromDays } from "programme-rules/cohorts";
 *
 * const people = [
 *   { started: epochDay("2021-03-01"), met: epochDay("2021-04-30") },
 *   { started: epochDay("2021-03-31") },
 * ];
 * const options = { asAt: "2021-05-31", window: { days: 238, lagDays: 61 } };
 * cohortTableFromDays(people, options).rows[0]?.converted.slice(0, 4); // => [0, 1, 1, null]
 * const columns = { started: Int32Array.of(18_687), met: Int32Array.of(0) };
 * cohortTableFromDays(columns, options).rows[0]; // => { month: "2021-03", starts: 1, outcomes: 0, … }
 * ```
 */
export function cohortTableFromDays(
  people: readonly PersonDays[] | DayColumns,
  options: DaysOptions,
): CohortTable {
  const { asAt: given, window } = optionsOf(options, AS_AT_AND_WINDOW);
  refuseOther(window, COHORT_WINDOW);
  const { lastAge = lastAgeWithin(window.days) } = options;
  const asAt = epochDay(given);
  const columns = isColumns(people) ? people : columnsOf(people);
  const grid = new Grid(firstOf(columns.started, asAt), asAt, lastAge);
  grid.count(columns, window);
  const unplaced = { notStarted: grid.notStarted, undetermined: 0, notApplicable: 0 };
  const lastMonth = lastCompleteMonth(asAt);
  return {
    asAt: isoDate(asAt),
    lastMonth,
    window: { ...window },
    lastAge,
    by: null,
    rows: grid.rows(),
    unplaced,
  };
}

const NONE = -(2 ** 31);

function isColumns(people: readonly PersonDays[] | DayColumns): people is DayColumns {
  return isObject(people) && "started" in people && "met" in people;
}

function columnsOf(people: readonly PersonDays[]): DayColumns {
  refuseOther(people, PEOPLE);
  const [started, met] = [new Int32Array(people.length), new Int32Array(people.length)];
  for (let at = 0; at < people.length; at++) {
    const person = people[at]!;
    if (typeof person?.started !== "number") refuseOther(person, PERSON);
    started[at] = person.started;
    met[at] = person.met ?? NONE;
  }
  return { started, met };
}

function firstOf(started: ArrayLike<number>, asAt: EpochDay): EpochDay {
  let first = asAt;
  for (let at = 0; at < started.length; at++) if (started[at]! < first) first = started[at]!;
  return first;
}

/** Months of starting by ages, counted in flat columns: each person is a few look-ups. */
class Grid {
  notStarted = 0;
  readonly #firstMonth: string;
  readonly #monthOfDay: Int16Array;
  readonly #starts: Int32Array;
  readonly #converted: Int32Array;
  readonly #closed: Int32Array;
  readonly #mature: Int32Array;
  readonly #matureConverted: Int32Array;
  readonly #firstDay: EpochDay;
  readonly #asAt: EpochDay;
  readonly #lastAge: number;

  constructor(firstDay: EpochDay, asAt: EpochDay, lastAge: number) {
    this.#firstDay = firstDay;
    this.#asAt = asAt;
    this.#lastAge = lastAge;
    this.#firstMonth = monthOf(firstDay);
    const months = monthsFrom(this.#firstMonth, monthOf(asAt)) + 1;
    this.#monthOfDay = new Int16Array(asAt - firstDay + 1);
    for (let day = firstDay; day <= asAt; day++)
      this.#monthOfDay[day - firstDay] = monthsFrom(this.#firstMonth, monthOf(day));
    this.#starts = new Int32Array(months);
    this.#converted = new Int32Array(months * (lastAge + 1));
    this.#closed = new Int32Array(months);
    this.#mature = new Int32Array(months);
    this.#matureConverted = new Int32Array(months);
  }

  count({ started, met }: DayColumns, { days, lagDays }: CohortWindow): void {
    const firstDay = this.#firstDay;
    const asAt = this.#asAt;
    const monthOfDay = this.#monthOfDay;
    const starts = this.#starts;
    const converted = this.#converted;
    const closed = this.#closed;
    const mature = this.#mature;
    const matureConverted = this.#matureConverted;
    const [width, closes] = [this.#lastAge + 1, asAt - days - lagDays];
    for (let at = 0; at < started.length; at++) {
      const [start, on] = [started[at]!, met[at]!];
      if (start > asAt) {
        this.notStarted += 1;
        continue;
      }
      const month = monthOfDay[start - firstDay]!;
      starts[month]! += 1;
      const isConverted = on >= start && on <= start + days && on <= asAt;
      if (isConverted) converted[month * width + (monthOfDay[on - firstDay]! - month)]! += 1;
      if (start >= closes) continue;
      mature[month]! += 1;
      if (isConverted) matureConverted[month]! += 1;
      else closed[month]! += 1;
    }
  }

  rows(): CohortRow[] {
    const last = monthsFrom(this.#firstMonth, lastCompleteMonth(this.#asAt));
    return Array.from(this.#starts, (_, month) => this.#row(month, last)).filter(({ starts }) => starts > 0);
  }

  #row(month: number, last: number): CohortRow {
    const width = this.#lastAge + 1;
    let outcomes = 0;
    const converted = Array.from(
      this.#converted.subarray(month * width, (month + 1) * width),
      (count, age) => {
        outcomes += count;
        return month + age <= last ? outcomes : null;
      },
    );
    const [starts, closed] = [this.#starts[month]!, this.#closed[month]!];
    return {
      month: nextMonth(this.#firstMonth, month),
      group: null,
      starts,
      converted,
      outcomes,
      open: starts - outcomes - closed,
      closed,
      undetermined: 0,
      mature: { count: this.#matureConverted[month]!, of: this.#mature[month]! },
    };
  }
}
