import { type EpochDay, isoDate } from "../date/index.js";
import { ProgrammeFault, shown } from "../fault.js";

/** The days a calendar answers for, and how it says so. */
export interface KnownDays {
  readonly name: string;
  readonly from: EpochDay;
  readonly knownUntil: EpochDay;
  readonly until: EpochDay;
  /** What a reader can do about a day past the last one. */
  readonly more: string;
}

/** A question about days outside those answered for, or one whose answer lies there. */
export function outsideFault(known: KnownDays, given: string, before: boolean): ProgrammeFault {
  const check = `Check the date: this calendar knows no day before ${isoDate(known.from)}.`;
  return new ProgrammeFault({
    code: before ? "calendar/before-known" : "calendar/beyond-known",
    given,
    allowed: allowedDays(known),
    todo: before ? check : known.more,
  });
}

function allowedDays({ name, from, knownUntil, until }: KnownDays): string {
  const last = isoDate(until);
  const known = `${isoDate(from)} to ${last}`;
  if (until === knownUntil) return `${known}, the last day the holidays of ${name} are known to`;
  return `${known}, the last day the holidays of ${name} are projected to (they are known to ${isoDate(knownUntil)})`;
}

/** A number of working days that cannot be counted; `opposite` counts the other way, where that is another method. */
export function countFault(n: unknown, opposite?: string): ProgrammeFault {
  const either = "a whole number of working days, negative to count back, and not 0";
  return new ProgrammeFault({
    code: n === 0 ? "calendar/zero-working-days" : "calendar/working-days",
    given: n === 0 ? "0 working days" : `${shown(n)} of working days`,
    allowed: opposite === undefined ? either : "a whole number of working days, 1 or more",
    todo: countTodo(n, opposite),
  });
}

function countTodo(n: unknown, opposite: string | undefined): string {
  if (n === 0) {
    return "Use rollForward for the day itself or the first working day after it, rollBack for the last before it.";
  }
  if (Number.isInteger(n)) return `Use ${opposite} with ${-(n as number)}.`;
  return "Round it as the contract says, or count in another unit.";
}

/** Any other fault of this room. */
export function calendarFault(what: string, given: string, allowed: string, todo: string): ProgrammeFault {
  return new ProgrammeFault({ code: `calendar/${what}`, given, allowed, todo });
}
