import { ProgrammeFault, shown } from "../fault.js";
import { dayNumber, FIRST_YEAR, LAST_YEAR, monthIndex, monthLength, monthName, NO_DAY } from "./gregorian.js";

const EXAMPLE = 'a date as text, year first, such as "2021-04-01"';
const FROM_INSTANT =
  "Turn the instant into a date with londonDate(instant), which knows British Summer Time.";

/** Says what is wrong with a value that is not a date, and how to put it right. */
export function dateFault(value: unknown): ProgrammeFault {
  if (typeof value === "string") return textFault(value);
  if (typeof value === "number") return numberFault(value);
  if (value instanceof Date) return fault("date/instant", shown(value), EXAMPLE, FROM_INSTANT);
  if (typeof value === "object" && value !== null && "year" in value) return partsFault(value);
  const given = value === null || value === undefined ? String(value) : shown(value);
  const todo = "Give the date as text; where it is not known, leave the record out.";
  return fault("date/missing", given, EXAMPLE, todo);
}

function fault(code: string, given: string, allowed: string, todo: string): ProgrammeFault {
  return new ProgrammeFault({ code, given, allowed, todo });
}

function textFault(text: string): ProgrammeFault {
  if (text.trim() === "") {
    const todo = "Where the date is not known, leave the record out.";
    return fault("date/empty", `${shown(text)} (empty text)`, EXAMPLE, todo);
  }
  const parts = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text);
  if (parts) return unrealFault(shown(text), Number(parts[1]), Number(parts[2]), Number(parts[3]));
  if (/^\d{4}-\d\d-\d\d[T ]\d/.test(text)) return fault("date/instant", shown(text), EXAMPLE, FROM_INSTANT);
  return formFault(text, text);
}

function numberFault(value: number): ProgrammeFault {
  if (Number.isNaN(value)) {
    const todo = "Find the calculation that gave NaN, and give the date as text.";
    return fault("date/number", shown(value), EXAMPLE, todo);
  }
  if (value > 99_999_999) return fault("date/instant", shown(value), EXAMPLE, FROM_INSTANT);
  return formFault(value, String(value));
}

function formFault(given: unknown, text: string): ProgrammeFault {
  return fault(
    "date/form",
    shown(given),
    EXAMPLE,
    `Write ${suggestion(text) ?? '"YYYY-MM-DD", with every zero'}.`,
  );
}

/** The same date in the right form, where the text leaves no doubt which day it is or says it the British way. */
function suggestion(text: string): string | undefined {
  const yearFirst = /^(\d{4})(\D?)(\d{1,2})\2(\d{1,2})$/.exec(text.trim());
  if (yearFirst) return quoted(yearFirst[1]!, yearFirst[3]!, yearFirst[4]!);
  const dayFirst = /^(\d{1,2})(\D)(\d{1,2})\2(\d{4})$/.exec(text.trim());
  const written = dayFirst && quoted(dayFirst[4]!, dayFirst[3]!, dayFirst[1]!);
  return written ? `${written} if the day comes first in it` : undefined;
}

function quoted(year: string, month: string, day: string): string | undefined {
  if (dayNumber(Number(year), Number(month), Number(day)) === NO_DAY) return undefined;
  return `"${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}"`;
}

function partsFault(value: object): ProgrammeFault {
  const { year, month, day, calendarId } = value as Record<string, unknown>;
  if (typeof calendarId === "string" && calendarId !== "iso8601") {
    const todo = 'Give date.withCalendar("iso8601").';
    return fault(
      "date/calendar",
      `a date of the calendar ${shown(calendarId)}`,
      "one of the calendar iso8601",
      todo,
    );
  }
  const [years, months, days] = [year, month, day].map((part) =>
    typeof part === "string" || typeof part === "object" ? shown(part) : String(part),
  );
  const given = `{ year: ${years}, month: ${months}, day: ${days} }`;
  if (![year, month, day].every(Number.isInteger)) {
    const allowed = "year, month and day as whole numbers, such as { year: 2021, month: 4, day: 1 }";
    return fault("date/parts", given, allowed, "Give a Temporal.PlainDate, or the three numbers.");
  }
  return unrealFault(given, Number(year), Number(month), Number(day));
}

/** In the right form, but no such day: the part that is wrong is named, with its range. */
function unrealFault(given: string, year: number, month: number, day: number): ProgrammeFault {
  if (year < FIRST_YEAR || year > LAST_YEAR) {
    return fault("date/year", given, `years ${FIRST_YEAR} to ${LAST_YEAR}`, "Check the year.");
  }
  if (month < 1 || month > 12) {
    return fault("date/month", given, "months 1 to 12", "Check the order: year, month, day.");
  }
  const index = monthIndex(year, month);
  const length = monthLength(index);
  const allowed = `a day that exists: ${monthName(index)} has ${length} days`;
  const further = day > length ? ", or the first of the next month" : "";
  return fault("date/day", given, allowed, `Use a day from 1 to ${length}${further}.`);
}
