import type { EpochCalendar } from "../calendar/index.js";
import { firstOfMonth, isoDate, monthOf } from "../date/index.js";
import { type DeadlineClock, distanceAfter, type Facts, NEVER } from "../deadlines/index.js";
import { defined } from "../defined.js";
import type { ExplainedCount, SkippedDay, SpareDays } from "../explanation/index.js";
import type { DeadlineRequirement, Programme } from "../rules/index.js";
import { type Case, type Code, OUTCOMES } from "./verdict.js";

/** How a clock that runs after its anchor came to its due day. */
export function countAfter(
  clock: DeadlineClock,
  { anchorDate }: Pick<DeadlineRequirement, "anchorDate">,
  calendar: EpochCalendar,
  { conventions }: Programme,
): ExplainedCount {
  const { countFrom, anchorDay, due, length } = clock;
  const { countingDay } = conventions;
  const given = { length: length!, direction: "after", from: countFrom, to: due, countingDay } as const;
  const count = counting(calendar, given);
  if (countFrom === anchorDay || anchorDate === "knownOn" || clock.laterAt >= 0) return count;
  return {
    ...count,
    movedFrom: isoDate(anchorDay),
    movedOver: skippedBetween(calendar, anchorDay, countFrom - 1),
  };
}

interface Counting extends Pick<ExplainedCount, "length" | "direction"> {
  readonly from: number;
  readonly to: number;
  readonly countingDay?: "day-0" | "day-1";
}

/** A count over the days of a calendar, with those that it passes over. */
export function counting(calendar: EpochCalendar, given: Counting): ExplainedCount {
  const { length, direction, from, to, countingDay = "day-0" } = given;
  const rolledFrom = "roll" in length ? unrolled(length, from, calendar) : to;
  const [first, last] = passed(given, rolledFrom);
  const skipped = skippedBetween(calendar, first, last);
  return defined({
    from: isoDate(from),
    length,
    countingDay,
    direction,
    rolledFrom: rolledFrom === to ? undefined : isoDate(rolledFrom),
    to: isoDate(to),
    skipped,
  });
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
  { roll, ...length }: Extract<ExplainedCount["length"], { roll?: unknown }>,
  from: number,
  calendar: EpochCalendar,
): number {
  return distanceAfter(length)(from, calendar);
}

function skippedBetween(calendar: EpochCalendar, first: number, last: number): SkippedDay[] {
  const skipped: SkippedDay[] = [];
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
export function spareOf(
  code: Code,
  found: Case,
  facts: Facts,
  count: ExplainedCount | undefined,
): SpareDays | undefined {
  const [verdict, reason] = OUTCOMES[code]!;
  const end = verdict === "pending" ? facts.asAt : found.done;
  if (end >= NEVER) return undefined;
  if (count === undefined) return reason === "late" ? { count: found.due - end, unit: "day" } : undefined;
  const isWorking = Object.keys(count.length).some((unit) => unit.startsWith("workingDay"));
  const working = facts.calendar!.count(end, found.due);
  // What is due on a Friday and done on the Saturday is late, by no working day.
  const isLateByNone = working === 0 && end > found.due;
  if (!isWorking || isLateByNone) return { count: found.due - end, unit: "day" };
  return { count: working, unit: "working day" };
}
