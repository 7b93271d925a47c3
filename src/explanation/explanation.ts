import type { IsoDate } from "../date/index.js";
import type { Citation, Frequency, MonthDay, OpenValue } from "../rules/index.js";

/** A day that was passed over while counting: a weekend day, or a holiday by its title. */
export interface SkippedDay {
  readonly on: IsoDate;
  readonly because: "weekend" | { readonly holiday: string };
}

/**
 * How a due date was reached, so that it can be done again on a wall calendar.
 *
 * - `from`: the day counted from; `movedFrom` when a receipt moved to the next working day, over the
 *   days `movedOver`.
 * - `length`: how far; `countingDay`: whether `from` itself is the first.
 * - `only`: for whom this length is, where it is an exception. `agreedOn`: when it was agreed with the
 *   person; `variedOn`: when the Department set it for the contract; `reaches`: the day it comes to, where that is before it was agreed and `to` is that day.
 * - `direction`: `after` an anchor, `before` it (a window that ends with it), or `ahead` of it.
 * - `to`: the day reached; `rolledFrom` when the length ended on a day that is not a working day.
 *   `skipped`: the days passed over, in order.
 */
export interface ExplainedCount {
  readonly from: IsoDate;
  readonly movedFrom?: IsoDate;
  readonly movedOver?: readonly SkippedDay[];
  readonly length: Frequency | MonthDay;
  readonly only?: readonly string[];
  readonly agreedOn?: IsoDate;
  readonly variedOn?: IsoDate;
  readonly reaches?: IsoDate;
  readonly countingDay: "day-0" | "day-1";
  readonly direction: "after" | "before" | "ahead";
  readonly rolledFrom?: IsoDate;
  readonly to: IsoDate;
  readonly skipped: readonly SkippedDay[];
}

/** An event as sentences name it: `Acknowledged`, and its absence: `No acknowledgement`. */
export interface ExplainedEvent {
  readonly title: string;
  readonly on: IsoDate;
  readonly knownOn?: IsoDate;
}

/** How far from the due date: positive to spare, negative late. */
export interface SpareDays {
  readonly count: number;
  readonly unit: "working day" | "day";
}

/**
 * One piece of the work that a state is made of: from what and to when it is counted, and the event that
 * did it or ended it; without either it is undone.
 */
export interface ExplainedWork {
  readonly requirement: string;
  readonly anchor: ExplainedEvent;
  readonly count?: ExplainedCount;
  readonly absent: string;
  readonly doneBy?: ExplainedEvent;
  readonly endedBy?: ExplainedEvent;
}

/** One part of a record, and what is known of it; `on` is the day it was attested. */
export interface ExplainedPart {
  readonly says: string;
  readonly standing: "recorded" | "attested" | "denied" | "not-attested" | "not-recorded";
  readonly on?: IsoDate;
}

/** A condition that does not hold, in words that follow "only", and the event that shows it. */
export interface UnmetCondition {
  readonly words: string;
  readonly shownBy?: ExplainedEvent;
}

/**
 * Why a verdict is what it is, as facts; `sentence` says the same in plain English.
 *
 * - `anchor`: what started the clock; `countedFrom`: what came later and is counted from in its place.
 *   `count`: how the due date was reached.
 * - `decidedBy`: the event that did it, excused it, or stopped the clock.
 * - `absent`: how to say that nothing did it. `waitsFor`: what would have started the clock; `stillIn`: the
 *   state whose end would.
 * - `conditions`: those that do not hold, or are still open.
 * - `endedBy`: an event after which it is no work left, so that no worklist or backlog has it, whatever the verdict.
 * - `open`: the withheld value it waits for, and its address.
 * - `parts`: what a record must have. `work`: what a state of work left is made of.
 * - `state`: the state a share is taken of, and the day it was measured; `among` says who is counted.
 * - `stayedUntil`: the last day of the longest stay, and how to say that no leaving is recorded.
 * - `missing`: what is not known, in words.
 */
export interface Explanation {
  readonly journey: string;
  readonly standard: string;
  readonly requirement: string;
  readonly title: string;
  readonly verdict: string;
  readonly reason?: string;
  readonly anchor?: ExplainedEvent;
  readonly countedFrom?: ExplainedEvent;
  readonly count?: ExplainedCount;
  readonly opensOn?: IsoDate;
  readonly dueOn?: IsoDate;
  readonly decidedBy?: ExplainedEvent;
  readonly absent?: string;
  readonly endedBy?: ExplainedEvent;
  readonly waitsFor?: readonly string[];
  readonly stillIn?: string;
  readonly conditions?: readonly UnmetCondition[];
  readonly open?: { readonly address: string; readonly value: OpenValue };
  readonly parts?: readonly ExplainedPart[];
  readonly work?: readonly ExplainedWork[];
  readonly state?: { readonly title: string; readonly in: boolean; readonly on: IsoDate };
  readonly among?: string;
  readonly stayedUntil?: { readonly absent: string; readonly on: IsoDate };
  readonly missing?: readonly string[];
  readonly spare?: SpareDays;
  readonly asAt: IsoDate;
  readonly projected?: true;
  readonly citation?: Citation;
  readonly sentence: string;
}
