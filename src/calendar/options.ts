import type { DateInput, DayOfWeek } from "../date/index.js";
import { shown } from "../fault.js";
import { calendarFault } from "./calendar-fault.js";

/** A day that is not worked: the date alone, or with its title and the day it came to be known. */
export type DayOffInput =
  | DateInput
  | { readonly on: DateInput; readonly title?: string; readonly knownOn?: DateInput };

/** What may be asked of a calendar beside its name. */
export interface CalendarOptions {
  /** Days a provider is shut beside the bank holidays. They must lie within the days answered for. */
  readonly closures?: readonly DayOffInput[];
  /**
   * The days of the week not worked, Monday 1 to Sunday 7; `[6, 7]` unless told. The lists name the
   * substitute of a holiday that falls on a Saturday or Sunday and not the day itself: an office that
   * works at weekends adds those days as closures.
   */
  readonly weekend?: readonly DayOfWeek[];
  /** Answers past the published lists as well, to 2099-12-31, with the days the statutory rules expect. */
  readonly beyondPublished?: "project";
  /** Answers with what was known that day: later changes of {@link calendarChanges}, and days with a later `knownOn`, are left out. */
  readonly asKnownOn?: DateInput;
}

/** A calendar from one's own list of days that are not worked. */
export interface OwnCalendar {
  readonly name?: string;
  readonly holidays: readonly DayOffInput[];
  /** The first day the list is complete for; the first of January of its earliest year unless told. */
  readonly knownFrom?: DateInput;
  /** The last day the list is complete for; the last of December of its latest year unless told. */
  readonly knownUntil?: DateInput;
}

const OPTION_NAMES = ["closures", "weekend", "beyondPublished", "asKnownOn"];

/** Options are often written by hand as JSON: a misspelt name must not pass for no option at all. */
export function checkOptions(options: CalendarOptions): void {
  for (const name of Object.keys(options)) {
    if (OPTION_NAMES.includes(name)) continue;
    throw calendarFault(
      "option",
      shown(name),
      `the options ${OPTION_NAMES.join(", ")}`,
      "Correct the name of the option.",
    );
  }
  for (const name of ["closures", "weekend"] as const) checkList(name, options[name]);
  const { beyondPublished } = options;
  if (beyondPublished === undefined || beyondPublished === "project") return;
  const todo = 'Write "project", or leave the option out to be stopped at the last known day.';
  throw calendarFault("beyond-published", shown(beyondPublished), '"project"', todo);
}

function checkList(name: string, given: unknown): void {
  if (given === undefined || Array.isArray(given)) return;
  throw calendarFault("option", `${shown(given)} as ${name}`, "a list of days", "Put the days into a list.");
}

/** The days of the week not worked; at least one must be left. */
export function readWeekend(weekend: readonly number[] = [6, 7]): ReadonlySet<number> {
  const days = new Set(weekend);
  const wrong = weekend.find((day) => !(Number.isInteger(day) && day >= 1 && day <= 7));
  if (wrong === undefined && days.size < 7) return days;
  const given =
    wrong === undefined ? "a weekend of all seven days" : `${shown(wrong)} as a day of the weekend`;
  const todo = "List the days not worked; [6, 7] is Saturday and Sunday.";
  throw calendarFault("weekend", given, "up to six days of the week, Monday 1 to Sunday 7", todo);
}
