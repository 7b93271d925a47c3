import type { EpochCalendar } from "../calendar/index.js";
import type { EpochDay } from "../date/index.js";
import type { Facts } from "../deadlines/index.js";

/** Who waits, from which receipt on, by which calendar, on which places of the span. */
export interface Stretch {
  readonly journey: string;
  readonly received: EpochDay;
  readonly calendar: EpochCalendar;
  readonly from: number;
  readonly until: number;
}

/**
 * Who has waited longest on each day; of those received on the same day, the first by id. Of stretches with
 * the same receipt and first day only those are kept that no other outdoes: nearly all end before another
 * whose id comes first, so that a caseload leaves a handful a day. At the end they are laid down in order of
 * receipt, and a day once covered stays as it is.
 */
export class Longest {
  /** By receipt and first place, as one number. */
  readonly #kept = new Map<number, Stretch[]>();
  readonly #size: number;

  constructor(size: number) {
    this.#size = size;
  }

  /** The journey waits on the places from `from` up to and not including `until`. */
  add(received: EpochDay, { journey: { id: journey }, calendar }: Facts, from: number, until: number): void {
    const first = Math.max(0, from);
    const end = Math.min(this.#size, until);
    const key = received * (this.#size + 1) + first;
    const alike = this.#kept.get(key);
    if (alike?.some((other) => other.until >= end && other.journey <= journey)) return;
    const stretch = { journey, received, calendar: calendar!, from: first, until: end };
    const rest = alike?.filter((other) => other.until > end || other.journey < journey) ?? [];
    this.#kept.set(key, [...rest, stretch]);
  }

  byDay(): (Stretch | undefined)[] {
    const days = new Array<Stretch | undefined>(this.#size).fill(undefined);
    const next = Int32Array.from({ length: this.#size + 1 }, (_each, i) => i);
    for (const stretch of [...this.#kept.values()].flat().sort(byReceipt)) {
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
