import type { EpochCalendar } from "../calendar/index.js";
import type { EpochDay } from "../date/index.js";

/** Who waits, from which receipt on, by which calendar. */
export interface Waiter {
  readonly journey: string;
  readonly received: EpochDay;
  readonly calendar: EpochCalendar;
}

interface Stretch extends Waiter {
  readonly from: number;
  readonly until: number;
}

/**
 * Who has waited longest on each day: the stretches are laid down in order of receipt, and a day once
 * covered stays as it is. Days that are covered are jumped over, so that each is touched once.
 */
export class Longest {
  private readonly stretches: Stretch[] = [];

  constructor(private readonly size: number) {}

  /** Someone waits on the places from `from` up to and not including `until`. */
  add(waiter: Waiter, from: number, until: number): void {
    this.stretches.push({ ...waiter, from: Math.max(0, from), until: Math.min(this.size, until) });
  }

  byDay(): (Waiter | undefined)[] {
    const days = new Array<Waiter | undefined>(this.size).fill(undefined);
    const next = Int32Array.from({ length: this.size + 1 }, (_each, i) => i);
    for (const stretch of this.stretches.sort(byReceipt)) {
      for (let i = uncovered(next, stretch.from); i < stretch.until; i = uncovered(next, i)) {
        days[i] = stretch;
        next[i] = i + 1;
      }
    }
    return days;
  }
}

/** The first place from `from` on that is not covered; the paths walked are shortened on the way. */
function uncovered(next: Int32Array, from: number): number {
  let at = from;
  while (next[at] !== at) {
    next[at] = next[next[at]!]!;
    at = next[at]!;
  }
  return at;
}

function byReceipt(one: Stretch, other: Stretch): number {
  return one.received - other.received || (one.journey < other.journey ? -1 : 1);
}
