import type { EpochCalendar } from "../calendar/index.js";
import { isoDate } from "../date/index.js";
import { type Facts, NEVER } from "../deadlines/index.js";
import type { Count, Skipped, Spare } from "../explanation/index.js";
import type { Programme } from "../rules/index.js";
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
  if (calendar === undefined || found.due >= NEVER || found.anchorDay >= NEVER) return undefined;
  if (requirement.kind === "cadence") {
    const { every } = cadence!.contact;
    if (every === undefined) return undefined;
    return counting(calendar, { length: every, direction: "after", from: found.anchorDay, to: found.due });
  }
  if (requirement.kind !== "deadline" || deadline?.length === undefined) return undefined;
  const { length, isBefore, countFrom } = deadline;
  if (isBefore) {
    if (found.opens <= -NEVER)
      return counting(calendar, { length, direction: "ahead", from: countFrom, to: found.due });
    return counting(calendar, { length, direction: "before", from: found.due, to: found.opens });
  }
  const { countingDay } = programme.conventions;
  const counted = counting(calendar, {
    length,
    direction: "after",
    from: countFrom,
    to: found.due,
    countingDay,
  });
  const moved = countFrom !== found.anchorDay && requirement.anchorDate !== "knownOn";
  return moved ? { ...counted, movedFrom: isoDate(found.anchorDay) } : counted;
}

interface Counting {
  readonly length: Count["length"];
  readonly direction: Count["direction"];
  readonly from: number;
  readonly to: number;
  readonly countingDay?: "day-0" | "day-1";
}

function counting(
  calendar: EpochCalendar,
  { length, direction, from, to, countingDay = "day-0" }: Counting,
): Count {
  const first = direction === "after" ? (countingDay === "day-1" ? from : from + 1) : to;
  const last = direction === "after" ? to : direction === "before" ? from : from - 1;
  const skipped = "workingDays" in length ? skippedBetween(calendar, first, last) : [];
  return { from: isoDate(from), length, countingDay, direction, to: isoDate(to), skipped };
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
  if (facts.calendar === undefined || Math.abs(end) >= NEVER) return undefined;
  if (count === undefined) return reason === "late" ? { count: found.due - end, unit: "day" } : undefined;
  const isWorking = Object.keys(count.length).some((unit) => unit.startsWith("workingDay"));
  if (!isWorking) return { count: found.due - end, unit: "day" };
  return { count: facts.calendar.count(end, found.due), unit: "working day" };
}
