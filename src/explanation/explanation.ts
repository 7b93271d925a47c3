import type { IsoDate } from "../date/index.js";
import type { Citation, Frequency, MonthDay, Open } from "../rules/index.js";

/** A day that was passed over while counting: a weekend day, or a holiday by its title. */
export interface Skipped {
  readonly on: IsoDate;
  readonly because: "weekend" | { readonly holiday: string };
}

/**
 * How a due date was reached, so that it can be done again on a wall calendar.
 *
 * - `from`: the day counted from; `movedFrom` when a receipt moved to the next working day.
 * - `length`: how far; `countingDay`: whether `from` itself is the first.
 * - `direction`: `after` an anchor, `before` it (a window that ends with it), or `ahead` of it.
 * - `to`: the day reached. `skipped`: the days passed over, in order.
 */
export interface Count {
  readonly from: IsoDate;
  readonly movedFrom?: IsoDate;
  readonly length: Frequency | MonthDay;
  readonly countingDay: "day-0" | "day-1";
  readonly direction: "after" | "before" | "ahead";
  readonly to: IsoDate;
  readonly skipped: readonly Skipped[];
}

/** An event as sentences name it: `Acknowledged`, and its absence: `No acknowledgement`. */
export interface Named {
  readonly title: string;
  readonly on: IsoDate;
  readonly knownOn?: IsoDate;
}

/** How far from the due date: positive to spare, negative late. */
export interface Spare {
  readonly count: number;
  readonly unit: "working day" | "day";
}

/**
 * Why a verdict is what it is, as facts; `sentence` says the same in plain English.
 *
 * - `anchor`: what started the clock. `count`: how the due date was reached.
 * - `decidedBy`: the event that did it, excused it, or stopped the clock.
 * - `absent`: how to say that nothing did it. `waitsFor`: what would have started the clock.
 * - `open`: the withheld value it waits for, and its address.
 * - `looksAt`: what a person must look at.
 * - `state`: the state a share is taken of, and the day it was measured.
 */
export interface Explanation {
  readonly journey: string;
  readonly standard: string;
  readonly requirement: string;
  readonly title: string;
  readonly verdict: string;
  readonly reason?: string;
  readonly anchor?: Named;
  readonly count?: Count;
  readonly opensOn?: IsoDate;
  readonly dueOn?: IsoDate;
  readonly decidedBy?: Named;
  readonly absent?: string;
  readonly waitsFor?: readonly string[];
  readonly conditions?: readonly string[];
  readonly open?: { readonly address: string; readonly value: Open };
  readonly looksAt?: readonly string[];
  readonly state?: { readonly title: string; readonly in: boolean; readonly on: IsoDate };
  readonly spare?: Spare;
  readonly asAt: IsoDate;
  readonly projected?: true;
  readonly citation?: Citation;
  readonly sentence: string;
}
