import { argumentFault, described, isObject } from "../../argument.js";
import {
  DATE,
  type DateInput,
  type EpochDay,
  epochDay,
  isoDate,
  monthOf,
  nextMonth,
} from "../../date/index.js";
import { kind, nested, type OptionKinds, optionsOf, wholeNumber } from "../../options.js";
import {
  AS_AT_AND_WINDOW,
  type CohortRow,
  type CohortTable,
  type CohortWindow,
  lastAgeWithin,
  lastCompleteMonth,
  monthsFrom,
  WINDOW,
} from "./cohort-table.js";

const DAY = kind(Number.isSafeInteger, "a day as a whole number, as epochDay gives");
const checkPerson = nested<PersonDays>({ started: DAY, met: DAY }, { started: "18718" });

const DAYS = kind(
  (value) => typeof value === "object" && typeof (value as ArrayLike<number> | null)?.length === "number",
  "a list of days as whole numbers",
);
const checkColumns = nested<DayColumns>({ started: DAYS, met: DAYS }, { started: "…", met: "…" });

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

const DAYS_OPTIONS: OptionKinds<DaysOptions> = { asAt: DATE, window: WINDOW, lastAge: wholeNumber(0) };

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
  const { asAt: given, window } = optionsOf(options, DAYS_OPTIONS, AS_AT_AND_WINDOW);
  const { lastAge = lastAgeWithin(window.days) } = options;
  const asAt = epochDay(given);
  const columns = isColumns(people) ? checkedColumns(people) : columnsOf(people);
  const { rows, notStarted } = rowsOf(columns, window, asAt, lastAge);
  const lastMonth = lastCompleteMonth(asAt);
  const unplaced = { notStarted, undetermined: 0, notApplicable: 0 };
  return { asAt: isoDate(asAt), lastMonth, window: { ...window }, lastAge, by: null, rows, unplaced };
}

const NONE = -(2 ** 31);

function isColumns(people: readonly PersonDays[] | DayColumns): people is DayColumns {
  return isObject(people) && "started" in people && "met" in people;
}

function checkedColumns(columns: DayColumns): DayColumns {
  checkColumns(columns, "people");
  if (columns.started.length === columns.met.length) return columns;
  const lengths = `columns of ${columns.started.length} and ${columns.met.length} days`;
  throw argumentFault("kind", lengths, "two columns of one length, a place a person", "Correct them.");
}

/** What `checkPerson` lets pass, at a tenth of its cost: there may be a million of them. */
function isPerson(person: PersonDays | null): boolean {
  for (const name in person) if (name !== "started" && name !== "met") return false;
  const { started, met } = person ?? {};
  return Number.isSafeInteger(started) && (met === undefined || Number.isSafeInteger(met));
}

function columnsOf(people: readonly PersonDays[]): DayColumns {
  if (!Array.isArray(people))
    throw argumentFault(
      "kind",
      described(people),
      "a list of people such as { started: 18718, met: 18800 }, or columns of them",
      "Correct it.",
    );
  const [started, met] = [new Int32Array(people.length), new Int32Array(people.length)];
  for (let at = 0; at < people.length; at++) {
    const person = people[at]!;
    if (!isPerson(person)) checkPerson(person, "people");
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
function rowsOf(
  { started, met }: DayColumns,
  { days, lagDays }: CohortWindow,
  asAt: EpochDay,
  lastAge: number,
) {
  const firstDay = firstOf(started, asAt);
  const firstMonth = monthOf(firstDay);
  const monthOfDay = new Int16Array(asAt - firstDay + 1);
  for (let day = firstDay; day <= asAt; day++)
    monthOfDay[day - firstDay] = monthsFrom(firstMonth, monthOf(day));
  const months = monthsFrom(firstMonth, monthOf(asAt)) + 1;
  const width = lastAge + 1;
  const starts = new Int32Array(months);
  const converted = new Int32Array(months * width);
  const closed = new Int32Array(months);
  const mature = new Int32Array(months);
  const matureConverted = new Int32Array(months);
  const closes = asAt - days - lagDays;
  let notStarted = 0;
  for (let at = 0; at < started.length; at++) {
    const [start, on] = [started[at]!, met[at]!];
    if (start > asAt) {
      notStarted += 1;
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
  const last = monthsFrom(firstMonth, lastCompleteMonth(asAt));
  const rows = Array.from(starts, (count, month): CohortRow => {
    let outcomes = 0;
    const ages = Array.from(converted.subarray(month * width, (month + 1) * width), (added, age) => {
      outcomes += added;
      return month + age <= last ? outcomes : null;
    });
    return {
      month: nextMonth(firstMonth, month),
      group: null,
      starts: count,
      converted: ages,
      outcomes,
      open: count - outcomes - closed[month]!,
      closed: closed[month]!,
      undetermined: 0,
      mature: { count: matureConverted[month]!, of: mature[month]! },
    };
  });
  return { rows: rows.filter((row) => row.starts > 0), notStarted };
}
