import type { EpochCalendar } from "../calendar/index.js";
import {
  DATE,
  type DateInput,
  type EpochDay,
  epochDay,
  type IsoDate,
  isoDate,
  lastOfMonth,
  monthOf,
  readEpochDay,
} from "../date/index.js";
import {
  AS_AT_OPTIONS,
  type AsAt,
  checkedPeriod,
  type Facts,
  JourneyReader,
  type Matches,
  NEVER,
  type WorkState,
} from "../deadlines/index.js";
import { isGiven } from "../defined.js";
import { ProgrammeFault } from "../fault.js";
import { type Caseload, eachOwn, type Journey, type Problem } from "../journey/index.js";
import { AS_AT, type OptionKinds, oneOf, optionsOf } from "../options.js";
import type { Share } from "../quantity/index.js";
import { type Programme, type ProportionRequirement, refuseNotProgramme } from "../rules/index.js";
import { DailyChanges } from "./daily-changes.js";
import { ageOf, type BacklogShares, backlogRule, ownShare, stateOf } from "./share-count.js";

/**
 * The days to look at, and as at which date.
 *
 * - `from`, `until`: the first and last day, both included. The as-at date itself is not over, so the last is
 *   the day before it at the latest, as it is without `until`.
 * - `knowledge`: by default each day is judged by the dates of events with what is known as at the as-at
 *   date; with `"then"`, with what was known by that day.
 */
export interface BacklogSpan extends Pick<AsAt, "asAt" | "beyondPublished" | "onProblem"> {
  readonly from: DateInput;
  readonly until?: DateInput;
  readonly knowledge?: "then";
}

/**
 * The backlog at the close of one day.
 *
 * - `received`: referrals received that day. `entered`, `left`: how many came into the backlog and
 *   went out of it since the close of the day before.
 * - `longest`: who has waited longest, by working days after receipt; absent when nobody waits.
 */
export interface BacklogDay {
  readonly on: IsoDate;
  readonly received: number;
  readonly entered: number;
  readonly left: number;
  readonly inBacklog: number;
  readonly undetermined: number;
  readonly share: Share;
  readonly shares: BacklogShares;
  readonly longest?: {
    readonly journey: string;
    readonly receivedOn: IsoDate;
    readonly ageWorkingDays?: number;
  };
}

/**
 * The backlog at the close of each day of a span, up to the last day that is over, in one sweep over the
 * caseload. The days of the parts of a caseload add up to those of the whole.
 *
 * @throws ProgrammeFault `deadlines/period` for a span that ends before it begins, or begins after the as-at date,
 * `deadlines/as-at` for one outside the calendars, `backlog/none` as in `backlog`.
 *
 * @throws ProgrammeFault `argument/…` for arguments forgotten, misspelt, of another kind or in another order;
 * `argument/list` for one journey where a list belongs.
 *
 * @example
 * ```ts
 * import { backlogByDay, whpJetsCv06 } from "programme-rules";
 *
 * const journey = {
 *   id: "R1",
 *   events: [
 *     { kind: "referral-received", on: "2021-04-01" },
 *     { kind: "referral-acknowledged", on: "2021-04-09" },
 *   ],
 * };
 * const days = backlogByDay(whpJetsCv06, [journey], { from: "2021-04-06", asAt: "2021-04-10" });
 * days.map(({ inBacklog }) => inBacklog); // => [0, 1, 1, 0]
 * ```
 */
export function backlogByDay(programme: Programme, journeys: Caseload, span: BacklogSpan): BacklogDay[] {
  const sweep = new BacklogSweep(programme, span);
  const [from, asAt] = [epochDay(span.from), epochDay(span.asAt)];
  if (from > asAt)
    throw new ProgrammeFault({
      code: "deadlines/period",
      given: `days from ${isoDate(from)}, as at ${isoDate(asAt)}`,
      allowed: "a first day that is not after the as-at date",
      todo: "Give an earlier `from`, or a later `asAt`.",
    });
  eachOwn(journeys, programme.id, span?.onProblem, (journey) => sweep.add(journey));
  return sweep.days();
}

const { including: _included, ...SPAN_AS_AT } = AS_AT_OPTIONS;
const BACKLOG_SPAN: OptionKinds<BacklogSpan> = {
  ...SPAN_AS_AT,
  from: DATE,
  until: DATE,
  knowledge: oneOf(["then"]),
};

/** The backlog of every day of a span, counted one journey at a time. */
export class BacklogSweep {
  readonly #rule: ProportionRequirement;
  readonly #state: WorkState;
  readonly #among: Matches;
  readonly #reader: JourneyReader;
  readonly #first: EpochDay;
  readonly #last: EpochDay;
  readonly #asKnownThen: boolean;
  readonly #size: number;
  readonly #all: DailyChanges;
  readonly #open: DailyChanges;
  readonly #waiting: DailyChanges;
  readonly #unknown: DailyChanges;
  readonly #monthAll: DailyChanges;
  readonly #monthWaiting: DailyChanges;
  readonly #received: Int32Array;
  readonly #entered: Int32Array;
  readonly #left: Int32Array;
  readonly #longest: Longest;
  readonly #monthEnds = new Map<EpochDay, EpochDay>();

  constructor(programme: Programme, span: BacklogSpan) {
    refuseNotProgramme(programme);
    const { from, until, knowledge, ...options } = optionsOf(span, BACKLOG_SPAN, {
      from: '"2021-04-01"',
      ...AS_AT,
    });
    this.#reader = new JourneyReader(programme, options);
    const { calendars, clocks } = this.#reader;
    const { compiler } = clocks;
    this.#rule = backlogRule(programme);
    this.#state = stateOf(this.#rule, compiler);
    this.#among = compiler.matches(this.#rule.among);
    this.#asKnownThen = knowledge === "then";
    this.#first = calendars.asAtDay(from);
    const lastClosed = this.#reader.asAt - 1;
    this.#last = until === undefined ? lastClosed : Math.min(checkedPeriod({ from, until })[1], lastClosed);
    this.#size = Math.max(0, this.#last - this.#first + 1);
    const counts = () => new DailyChanges(this.#size);
    [this.#all, this.#open, this.#waiting] = [counts(), counts(), counts()];
    [this.#unknown, this.#monthAll, this.#monthWaiting] = [counts(), counts(), counts()];
    this.#received = new Int32Array(this.#size);
    this.#entered = new Int32Array(this.#size);
    this.#left = new Int32Array(this.#size);
    this.#longest = new Longest(this.#size);
  }

  /** With the same knowledge of all days, one reading of the facts serves them all. */
  add(journey: Journey): void {
    if (this.#size === 0) return;
    let wasWaiting = false;
    const spans: [EpochDay, EpochDay][] = this.#asKnownThen
      ? knowledgeSpans(journey, this.#first, this.#last)
      : [[this.#first, this.#last]];
    for (const [from, until] of spans) {
      let contradictions = this.#read(journey, until);
      if (until === this.#last) this.#reader.tellProblems();
      if (from === this.#first && this.#hasPast()) {
        wasWaiting = this.#isWaitingBefore(journey);
        contradictions = this.#read(journey, until);
      }
      // Where a piece of work hangs on what has happened, days cannot be told from each other's facts.
      if (contradictions.length === 0 && !this.#state.hangsOnWhatHappened)
        wasWaiting = this.#addStretch(from, until, wasWaiting);
      else for (let day = from; day <= until; day++) wasWaiting = this.#addDay(journey, day, wasWaiting);
    }
  }

  /** Reads what had happened by a day, as known now or then. */
  #read(journey: Journey, day: EpochDay): readonly Problem[] {
    return this.#reader.read(journey, day, this.#asKnownThen ? day : this.#reader.asAt);
  }

  /** Whether anything that is known happened before the span; events stand in order of day. */
  #hasPast(): boolean {
    const { facts } = this.#reader;
    return facts.count > 0 && facts.on[0]! < this.#first;
  }

  days(): BacklogDay[] {
    const all = this.#all.totals();
    const open = this.#open.totals();
    const waiting = this.#waiting.totals();
    const unknown = this.#unknown.totals();
    const monthAll = this.#monthAll.totals();
    const monthWaiting = this.#monthWaiting.totals();
    const longest = this.#longest.byDay();
    return Array.from({ length: this.#size }, (_each, i): BacklogDay => {
      const inBacklog = waiting[i]!;
      const shares: BacklogShares = {
        "all-to-date": { count: inBacklog, of: all[i]! },
        open: { count: inBacklog, of: open[i]! },
        "received-in-month": { count: monthWaiting[i]!, of: monthAll[i]! },
      };
      const oldest = longest[i];
      return {
        on: isoDate(this.#first + i),
        received: this.#received[i]!,
        entered: this.#entered[i]!,
        left: this.#left[i]!,
        inBacklog,
        undetermined: unknown[i]!,
        share: ownShare(shares, this.#rule),
        shares,
        ...(oldest === undefined
          ? {}
          : {
              longest: {
                journey: oldest.journey,
                receivedOn: isoDate(oldest.received),
                ...ageOf(oldest.calendar, oldest.received, this.#first + i),
              },
            }),
      };
    });
  }

  #isWaitingBefore(journey: Journey): boolean {
    const state = this.#state;
    const { facts } = this.#reader;
    const dayBefore = this.#first - 1;
    this.#read(journey, dayBefore);
    if (this.#among.next(facts, -1) < 0) return false;
    if (facts.calendar === undefined) return false;
    state.measure(facts);
    return state.stretches(dayBefore, dayBefore).length > 0;
  }

  #addDay(journey: Journey, day: EpochDay, wasWaiting: boolean): boolean {
    this.#read(journey, day);
    return this.#addStretch(day, day, wasWaiting);
  }

  #addStretch(from: EpochDay, until: EpochDay, wasWaiting: boolean): boolean {
    const state = this.#state;
    const { facts } = this.#reader;
    const received = this.#among.firstDay(facts);
    const place = (day: EpochDay) => day - this.#first;
    if (received === undefined && this.#among.isUncertain(facts)) {
      for (const counts of [this.#all, this.#open, this.#monthAll, this.#unknown])
        counts.addOne(place(from), place(until) + 1);
    }
    if (received === undefined || received > until) return false;
    const start = Math.max(from, received);
    const monthEnd = Math.min(until, this.#monthEnd(received));
    this.#all.addOne(place(start), place(until) + 1);
    this.#monthAll.addOne(place(start), place(monthEnd) + 1);
    if (received >= from) this.#received[place(received)] = this.#received[place(received)]! + 1;
    if (facts.calendar === undefined) {
      this.#unknown.addOne(place(start), place(until) + 1);
      this.#open.addOne(place(start), place(until) + 1);
      if (wasWaiting) this.#left[place(start)] = this.#left[place(start)]! + 1;
      return false;
    }
    const done = state.done(facts) ?? NEVER;
    this.#open.addOne(place(start), place(Math.min(until + 1, done)));
    for (const [begins, ends] of state.unknownStretches(start, until))
      this.#unknown.addOne(place(begins), place(Math.min(ends, until + 1)));
    return this.#addWaiting(received, start, until, wasWaiting);
  }

  #addWaiting(received: EpochDay, from: EpochDay, until: EpochDay, wasWaiting: boolean): boolean {
    const state = this.#state;
    const first = this.#first;
    const { facts } = this.#reader;
    let waits = wasWaiting;
    let at = from;
    for (const [begins, ends] of state.stretches(from, until)) {
      if (waits && begins > at) this.#flow(this.#left, at);
      if (!waits || begins > at) this.#flow(this.#entered, begins);
      const end = Math.min(ends, until + 1);
      const monthEnd = Math.min(end, this.#monthEnd(received) + 1);
      this.#waiting.addOne(begins - first, end - first);
      this.#monthWaiting.addOne(begins - first, monthEnd - first);
      this.#longest.add(received, facts, begins - first, end - first);
      waits = ends > until;
      if (!waits) this.#flow(this.#left, ends);
      at = end;
    }
    if (waits && at === from) this.#flow(this.#left, from);
    return at === from ? false : waits;
  }

  #monthEnd(day: EpochDay): EpochDay {
    let end = this.#monthEnds.get(day);
    if (end === undefined) {
      end = lastOfMonth(monthOf(day));
      this.#monthEnds.set(day, end);
    }
    return end;
  }

  #flow(counts: Int32Array, day: EpochDay): void {
    const i = day - this.#first;
    if (i < this.#size) counts[i] = counts[i]! + 1;
  }
}

/**
 * The span cut at the days on which something that had happened before became known or was withdrawn.
 * Within a piece, what is known of any day is what is known at its end of that day.
 */
function knowledgeSpans(journey: Journey, first: EpochDay, last: EpochDay): [EpochDay, EpochDay][] {
  let cuts: number[] | undefined;
  for (const { kind, on, knownOn } of journey.events) {
    if (!isGiven(knownOn) && kind !== "retracted") continue;
    const known = readEpochDay(knownOn ?? on);
    if (known <= first || known > last) continue;
    cuts ??= [];
    cuts.push(known);
  }
  if (cuts === undefined) return [[first, last]];
  const starts = [first, ...new Set(cuts.sort((one, other) => one - other))];
  return starts.map((start, i) => [start, (starts[i + 1] ?? last + 1) - 1]);
}

/** Who waits, from which receipt on, by which calendar, on which places of the span. */
interface Stretch {
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
class Longest {
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
