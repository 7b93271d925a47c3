import { optionsOf } from "../argument.js";
import { type EpochDay, epochDay, isoDate } from "../date/index.js";
import { shown } from "../fault.js";
import type { CalendarCore } from "./answer.js";
import { arithmetic } from "./arithmetic.js";
import { calendarFault } from "./calendar-fault.js";
import { readClosures, withClosures } from "./closures.js";
import { BEYOND, type EpochCalendar, epochCalendar } from "./epoch-calendar.js";
import type { CalendarName } from "./holiday.js";
import { nations } from "./holiday-list.js";
import { listing } from "./listing.js";
import { months } from "./months.js";
import {
  type CalendarOptions,
  checkOptions,
  type DayOffInput,
  type OwnCalendar,
  readWeekend,
} from "./options.js";
import { type CalendarPlan, namedPlan, ownPlan } from "./plan.js";
import type { WorkingCalendar } from "./working-calendar.js";

/** The published calendars, by name. */
export const calendarNames: readonly CalendarName[] = Object.freeze([...nations, "united-kingdom"] as const);

/** A published calendar by its name, or a list of one's own. */
export type CalendarInput = CalendarName | OwnCalendar | readonly DayOffInput[];

const plain = new Map<CalendarName, WorkingCalendar>();

/**
 * The working calendar of a nation, of the whole United Kingdom, or of a list of one's own. The lists
 * are those GOV.UK publishes; England and Wales share one. Asking again for a name without options is free.
 *
 * @throws ProgrammeFault for an unknown name, an unknown option, a weekend of seven days, a closure
 * outside the days answered for, and for an empty list of one's own that does not say what it is complete for.
 *
 * @example
 * ```ts
 * import { workingCalendar } from "programme-rules";
 *
 * const scotland = workingCalendar("scotland", { closures: ["2021-12-29", "2021-12-30"] });
 * scotland.addWorkingDays("2021-12-24", 1); // => "2021-12-31"
 * workingCalendar({ name: "our offices", holidays: ["2021-12-25"] }).knownUntil; // => "2021-12-31"
 * workingCalendar("england" as never); // throws Use "england-and-wales"
 * ```
 */
export function workingCalendar(calendar: CalendarInput, options: CalendarOptions = {}): WorkingCalendar {
  optionsOf(options);
  if (typeof calendar !== "string" || Object.keys(options).length > 0) return create(calendar, options);
  let made = plain.get(calendar);
  if (made === undefined) {
    made = create(calendar, options);
    plain.set(calendar, made);
  }
  return made;
}

function create(calendar: CalendarInput, options: CalendarOptions): WorkingCalendar {
  checkOptions(options);
  const asKnownOn = options.asKnownOn === undefined ? BEYOND : epochDay(options.asKnownOn);
  const plan = planOf(calendar, options, asKnownOn);
  const core = coreOf(plan, options, asKnownOn);
  const { known, laterChanges } = plan;
  return Object.freeze({
    name: known.name,
    knownFrom: isoDate(known.from),
    knownUntil: isoDate(known.knownUntil),
    answersUntil: isoDate(known.until),
    laterChanges,
    get days() {
      return core.days();
    },
    ...arithmetic(core),
    ...months(core),
    ...listing(core),
    asKnownOn: (date) => workingCalendar(calendar, { ...options, asKnownOn: date }),
  } satisfies WorkingCalendar);
}

function planOf(calendar: CalendarInput, options: CalendarOptions, asKnownOn: EpochDay): CalendarPlan {
  if (typeof calendar === "object" && calendar !== null) return ownPlan(calendar, options);
  if (!calendarNames.includes(calendar)) throw nameFault(calendar);
  return namedPlan(calendar, options, asKnownOn);
}

/** Everything given is read at once, so that a mistake shows where it was made; the tables wait for the first question. */
function coreOf(plan: CalendarPlan, options: CalendarOptions, asKnownOn: EpochDay): CalendarCore {
  const { known } = plan;
  const weekend = readWeekend(options.weekend);
  const closures = readClosures(options.closures ?? [], known);
  let built: EpochCalendar | undefined;
  const build = () =>
    epochCalendar({
      from: known.from,
      until: known.until,
      knownUntil: known.knownUntil,
      weekend,
      holidays: withClosures(plan.holidays(), closures, asKnownOn),
    });
  return {
    known,
    days() {
      built ??= build();
      return built;
    },
  };
}

function nameFault(name: unknown) {
  const listed = calendarNames.map((known) => JSON.stringify(known)).join(", ");
  return calendarFault("name", shown(name), `${listed}, or a list of your own`, nameTodo(String(name)));
}

function nameTodo(name: string): string {
  if (/england|wales/i.test(name)) return 'Use "england-and-wales": the two share one list.';
  if (/^(uk|gb|united.*|great.*|britain)$/i.test(name)) {
    return 'Use the nation whose holidays the contract follows, or "united-kingdom" for a holiday in any of them.';
  }
  return "Use the nation whose holidays the contract follows.";
}
