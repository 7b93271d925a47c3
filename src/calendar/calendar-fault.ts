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
  return before
    ? calendarFault("before-known", given, allowedDays(known), check)
    : calendarFault("beyond-known", given, allowedDays(known), known.more);
}

function allowedDays({ name, from, knownUntil, until }: KnownDays): string {
  const last = isoDate(until);
  const known = `${isoDate(from)} to ${last}`;
  if (until === knownUntil) return `${known}, the last day the holidays of ${name} are known to`;
  return `${known}, the last day the holidays of ${name} are projected to (they are known to ${isoDate(knownUntil)})`;
}

/** A number of working days that cannot be counted; `opposite` counts the other way, where that is another method. */
export function countFault(n: unknown, opposite?: string): ProgrammeFault {
  const further = opposite === undefined ? "negative to count back, and not 0" : "1 or more";
  const allowed = `a whole number of working days, ${further}`;
  if (n === 0) {
    const roll =
      "Use rollForward for the day itself or the first working day after it, rollBack for the last before it.";
    return calendarFault("zero-working-days", "0 working days", allowed, roll);
  }
  const todo = Number.isInteger(n)
    ? `Use ${opposite} with ${-(n as number)}.`
    : typeof n === "number"
      ? "Round it as the contract says, or count in another unit."
      : "Give the date first, then the number, without quotes.";
  return calendarFault("working-days", `${shown(n)} of working days`, allowed, todo);
}

/** Any other fault of this room. */
export function calendarFault(what: string, given: string, allowed: string, todo: string): ProgrammeFault {
  return new ProgrammeFault({ code: `calendar/${what}`, given, allowed, todo });
}
