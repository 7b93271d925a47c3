/** One contact due, as a careful clerk would write it down. */
export interface ClerkEntry {
  readonly anchor: number;
  readonly due: number;
  readonly result: "made" | "missed" | "open" | "ended";
}

interface Clerk {
  /** How often, from the day it was agreed; of one day the last counts. */
  readonly agreed?: readonly { readonly on: number; readonly every: number }[];
  readonly started: number;
  readonly left: number | undefined;
  readonly contacts: readonly number[];
  readonly asAt: number;
  readonly every: number;
  readonly isWorkingDay: (day: number) => boolean;
}

/**
 * Contacts due, by turning the pages of a diary one day at a time: each working day after the anchor is
 * counted aloud; on the day the count is full the contact is due until midnight. What was agreed is read after
 * the contact of the day: the gap that the contact ended is closed by then, and the open one is counted by it.
 */
export function clerkContacts(clerk: Clerk): ClerkEntry[] {
  const { started, left, contacts, asAt, isWorkingDay, agreed = [] } = clerk;
  const entries: ClerkEntry[] = [];
  let every = clerk.every;
  const readAgreed = (day: number): boolean => {
    const last = day > asAt ? undefined : agreed.findLast(({ on }) => on === day);
    if (last !== undefined) every = last.every;
    return last !== undefined;
  };
  for (const { on } of [...agreed].sort((one, other) => one.on - other.on)) if (on <= started) readAgreed(on);
  let anchor = started;
  let counted = 0;
  let due: number | undefined;
  for (let day = started + 1; ; day++) {
    if (isWorkingDay(day)) counted++;
    if (due === undefined && counted === every) due = day;
    const contactToday = day <= asAt && contacts.includes(day) && (left === undefined || day <= left);
    if (contactToday) {
      entries.push({ anchor, due: due ?? lookAhead(day, every - counted, isWorkingDay), result: "made" });
      [anchor, counted, due] = [day, 0, undefined];
    }
    if (readAgreed(day)) due = counted >= every ? day : undefined;
    const endsToday = left !== undefined && day === left && left <= asAt;
    if (endsToday) {
      const last = due ?? lookAhead(day, every - counted, isWorkingDay);
      entries.push({ anchor, due: last, result: last > day ? "ended" : day < asAt ? "missed" : "open" });
      return entries;
    }
    if (due === day && day < asAt) {
      entries.push({ anchor, due, result: "missed" });
      [anchor, counted, due] = [day, 0, undefined];
    }
    if (day >= asAt) {
      entries.push({ anchor, due: due ?? lookAhead(day, every - counted, isWorkingDay), result: "open" });
      return entries;
    }
  }
}

function lookAhead(day: number, more: number, isWorkingDay: (day: number) => boolean): number {
  let at = day;
  for (let left = more; left > 0; ) {
    at++;
    if (isWorkingDay(at)) left--;
  }
  return at;
}
