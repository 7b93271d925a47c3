import { BEYOND, type EpochCalendar } from "../calendar/index.js";
import { firstOfMonth, isoDate, monthOf } from "../date/index.js";
import {
  type ContactDue,
  type Counted,
  distanceAfter,
  type Facts,
  gapOf,
  NEVER,
} from "../deadlines/index.js";
import type { Count, Skipped, Spare } from "../explanation/index.js";
import { conditionWords, type DeadlineRequirement, type Programme } from "../rules/index.js";
import type { Assessor } from "./assessors.js";
import type { Case } from "./case.js";
import { type Code, OUTCOMES } from "./verdict.js";

/** How the due date of the case in hand was reached, day by day; its clock must still be wound to it. */
export function countOf(
  { requirement, deadline, cadence }: Assessor,
  found: Case,
  facts: Facts,
  programme: Programme,
): Count | undefined {
  const { calendar } = facts;
  if (calendar === undefined || Math.abs(found.due) >= NEVER) return undefined;
  if (requirement.kind === "cadence") return contactCount(cadence!.contact, found, facts, calendar);
  if (requirement.kind !== "deadline") return undefined;
  const { length, isBefore, countFrom, exceptionAt } = deadline!;
  if (length === undefined) return undefined;
  if (!isBefore) {
    const exception = requirement.exceptions?.[exceptionAt];
    const only = exception?.when.map((condition) => conditionWords(condition, programme));
    const count = countAfter(deadline!, requirement, calendar, programme);
    return only === undefined ? count : { ...count, only };
  }
  if (found.opens <= -BEYOND) return undefined;
  if (found.opens <= -NEVER)
    return counting(calendar, { length, direction: "ahead", from: countFrom, to: found.due });
  return counting(calendar, { length, direction: "before", from: found.due, to: found.opens });
}

/** How a clock that runs after its anchor came to its due day. */
export function countAfter(
  clock: Counted,
  { anchorDate }: Pick<DeadlineRequirement, "anchorDate">,
  calendar: EpochCalendar,
  { conventions }: Programme,
): Count {
  const { countFrom, anchorDay, due, length } = clock;
  const { countingDay } = conventions;
  const count = counting(calendar, {
    length: length!,
    direction: "after",
    from: countFrom,
    to: due,
    countingDay,
  });
  if (countFrom === anchorDay || anchorDate === "knownOn") return count;
  return {
    ...count,
    movedFrom: isoDate(anchorDay),
    movedOver: skippedBetween(calendar, anchorDay, countFrom - 1),
  };
}

function contactCount(
  { every, agreedAt }: ContactDue,
  { anchorDay, due }: Case,
  facts: Facts,
  calendar: EpochCalendar,
): Count {
  const length = every!;
  const agreedOn = agreedAt < 0 ? {} : { agreedOn: isoDate(facts.on[agreedAt]!) };
  const reaches = gapOf(length)(anchorDay, calendar);
  const count = counting(calendar, { length, direction: "after", from: anchorDay, to: reaches });
  return reaches === due
    ? { ...count, ...agreedOn }
    : { ...count, ...agreedOn, reaches: isoDate(reaches), to: isoDate(due) };
}

interface Counting {
  readonly length: Count["length"];
  readonly direction: Count["direction"];
  readonly from: number;
  readonly to: number;
  readonly countingDay?: "day-0" | "day-1";
}

function counting(calendar: EpochCalendar, given: Counting): Count {
  const { length, direction, from, to, countingDay = "day-0" } = given;
  const rolledFrom = "roll" in length ? unrolled(length, from, calendar) : to;
  const [first, last] = passed(given, rolledFrom);
  const skipped = skippedBetween(calendar, first, last);
  const rolled = rolledFrom === to ? {} : { rolledFrom: isoDate(rolledFrom) };
  return { from: isoDate(from), length, countingDay, direction, ...rolled, to: isoDate(to), skipped };
}

/** The days among which some may be passed over; none where days are counted whatever they are. */
function passed(
  { length, direction, from, to, countingDay }: Counting,
  rolledFrom: number,
): [number, number] {
  if ("workingDayOfMonth" in length || "workingDayOfNextMonth" in length)
    return [firstOfMonth(monthOf(to)), to];
  const isWorking = "workingDays" in length || ("each" in length && length.each === "working-day");
  if (!isWorking) return [rolledFrom, to - 1];
  if (direction === "after") return [countingDay === "day-1" ? from : from + 1, to];
  return [to, direction === "before" ? from : from - 1];
}

/** The day a length ends on before it moves to the next working day. */
function unrolled(
  { roll, ...length }: Extract<Count["length"], { roll?: unknown }>,
  from: number,
  calendar: EpochCalendar,
): number {
  return distanceAfter(length)(from, calendar);
}

function skippedBetween(calendar: EpochCalendar, first: number, last: number): Skipped[] {
  const skipped: Skipped[] = [];
  for (let day = first; day <= last; day++) {
    if (calendar.isWorkingDay(day)) continue;
    const holiday = calendar.holidayOn(day);
    skipped.push({
      on: isoDate(day),
      because: holiday === undefined ? "weekend" : { holiday: holiday.title },
    });
  }
  return skipped;
}

/** Days between what was done (or the as-at date) and the due date, in the unit of the rule. */
export function spareOf(code: Code, found: Case, facts: Facts, count: Count | undefined): Spare | undefined {
  const [verdict, reason] = OUTCOMES[code]!;
  const end = verdict === "pending" ? facts.asAt : found.done;
  if (end >= NEVER) return undefined;
  if (count === undefined) return reason === "late" ? { count: found.due - end, unit: "day" } : undefined;
  const isWorking = Object.keys(count.length).some((unit) => unit.startsWith("workingDay"));
  if (!isWorking) return { count: found.due - end, unit: "day" };
  return { count: facts.calendar!.count(end, found.due), unit: "working day" };
}
