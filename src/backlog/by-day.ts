import { type EpochDay, type IsoDate, isoDate, lastOfMonth, monthOf } from "../date/index.js";
import {
  type AsAt,
  checkedPeriod,
  JourneyReader,
  type Matches,
  NEVER,
  type Period,
  type WorkState,
} from "../deadlines/index.js";
import type { Caseload, Journey } from "../journey/index.js";
import type { Share } from "../quantity/index.js";
import type { Programme, Proportion } from "../rules/index.js";
import { DailyChanges } from "./daily-changes.js";
import { knowledgeSpans } from "./knowledge.js";
import { Longest } from "./longest.js";
import { otherwise } from "./other-readings.js";
import { backlogRule, ownShare, type Shares } from "./share-count.js";

/** The days to look at, both included. */
export interface BacklogSpan extends Period, Pick<AsAt, "beyondPublished"> {}

/**
 * The backlog at the close of one day, from what was known by then.
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
  readonly shares: Shares;
  readonly longest?: {
    readonly journey: string;
    readonly receivedOn: IsoDate;
    readonly ageWorkingDays: number;
  };
}

/**
 * The backlog day by day over a span, in one sweep over the caseload: each day as `backlog` would find
 * it as at that day.
 *
 * @throws ProgrammeFault `deadlines/period` for a span that ends before it begins, `deadlines/as-at` for
 * one outside the calendars, `backlog/none` as in `backlog`.
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
 * const days = backlogByDay(whpJetsCv06, [journey], { from: "2021-04-06", until: "2021-04-09" });
 * days.map(({ inBacklog }) => inBacklog); // => [0, 1, 1, 0]
 * ```
 */
export function backlogByDay(programme: Programme, journeys: Caseload, span: BacklogSpan): BacklogDay[] {
  const sweep = new BacklogSweep(programme, span);
  for (const journey of journeys) sweep.add(journey);
  return sweep.days();
}

/** The days of a sweep with one open question read otherwise. */
export interface BacklogUnderReading {
  readonly reading: string;
  readonly answer: string;
  readonly days: readonly BacklogDay[];
}

/**
 * The backlog day by day under each other answer to the questions it depends on, one at a time, to stand
 * beside `backlogByDay`. A day is measured at its close, whatever an answer says of the moment.
 *
 * @param journeys - a list, because it is gone through once for every answer.
 * @throws ProgrammeFault as `backlogByDay` does.
 *
 * @example
 * ```ts
 * import { backlogAcrossReadings, whpJetsCv06 } from "programme-rules";
 *
 * const journey = { id: "R1", events: [{ kind: "referral-received", on: "2021-04-01" }] };
 * const span = { from: "2021-04-01", until: "2021-04-07" };
 * const found = backlogAcrossReadings(whpJetsCv06, [journey], span);
 * const undone = found.find(({ answer }) => answer === "any-work-undone");
 * undone?.days.map(({ inBacklog }) => inBacklog); // => [1, 1, 1, 1, 1, 1, 1]
 * ```
 */
export function backlogAcrossReadings(
  programme: Programme,
  journeys: readonly Journey[],
  span: BacklogSpan,
): BacklogUnderReading[] {
  return otherwise(programme).map(({ reading, answer, programme: read }) => ({
    reading,
    answer,
    days: backlogByDay(read, journeys, span),
  }));
}

class BacklogSweep {
  private readonly rule: Proportion;
  private readonly state: WorkState;
  private readonly among: Matches;
  private readonly reader: JourneyReader;
  private readonly first: EpochDay;
  private readonly last: EpochDay;
  private readonly size: number;
  private readonly all: DailyChanges;
  private readonly open: DailyChanges;
  private readonly waiting: DailyChanges;
  private readonly unknown: DailyChanges;
  private readonly monthAll: DailyChanges;
  private readonly monthWaiting: DailyChanges;
  private readonly received: Int32Array;
  private readonly entered: Int32Array;
  private readonly left: Int32Array;
  private readonly longest: Longest;
  /** Whether a piece of work hangs on what has happened, so that days cannot be told from each other's facts. */
  private readonly isDayByDay: boolean;

  constructor(programme: Programme, span: BacklogSpan) {
    this.reader = new JourneyReader(programme, { ...span, asAt: span.until });
    const { calendars, clocks } = this.reader;
    const { compiler } = clocks;
    this.rule = backlogRule(programme);
    this.state = compiler.state((this.rule.share as { in: string }).in) as WorkState;
    this.among = compiler.matches(this.rule.among);
    [this.first, this.last] = checkedPeriod(span);
    calendars.asAtDay(span.from);
    this.size = this.last - this.first + 1;
    const counts = () => new DailyChanges(this.size);
    [this.all, this.open, this.waiting] = [counts(), counts(), counts()];
    [this.unknown, this.monthAll, this.monthWaiting] = [counts(), counts(), counts()];
    this.received = new Int32Array(this.size);
    this.entered = new Int32Array(this.size);
    this.left = new Int32Array(this.size);
    this.longest = new Longest(this.size);
    this.isDayByDay = this.state.hangsOnWhatHappened;
  }

  /** Between two days on which something old became known, one reading of the facts serves all days. */
  add(journey: Journey): void {
    let wasWaiting = this.isWaitingBefore(journey);
    for (const [from, until] of knowledgeSpans(journey, this.first, this.last)) {
      const contradictions = this.reader.read(journey, until);
      if (contradictions.length === 0 && !this.isDayByDay)
        wasWaiting = this.addStretch(from, until, wasWaiting);
      else for (let day = from; day <= until; day++) wasWaiting = this.addDay(journey, day, wasWaiting);
    }
  }

  days(): BacklogDay[] {
    const all = this.all.totals();
    const open = this.open.totals();
    const waiting = this.waiting.totals();
    const unknown = this.unknown.totals();
    const monthAll = this.monthAll.totals();
    const monthWaiting = this.monthWaiting.totals();
    const longest = this.longest.byDay();
    return Array.from({ length: this.size }, (_each, i): BacklogDay => {
      const inBacklog = waiting[i]!;
      const shares: Shares = {
        "all-to-date": { count: inBacklog, of: all[i]! },
        open: { count: inBacklog, of: open[i]! },
        "received-in-month": { count: monthWaiting[i]!, of: monthAll[i]! },
      };
      const oldest = longest[i];
      return {
        on: isoDate(this.first + i),
        received: this.received[i]!,
        entered: this.entered[i]!,
        left: this.left[i]!,
        inBacklog,
        undetermined: unknown[i]!,
        share: ownShare(shares, this.rule),
        shares,
        ...(oldest === undefined
          ? {}
          : {
              longest: {
                journey: oldest.journey,
                receivedOn: isoDate(oldest.received),
                ageWorkingDays: oldest.calendar.count(oldest.received, this.first + i),
              },
            }),
      };
    });
  }

  private isWaitingBefore(journey: Journey): boolean {
    const { state } = this;
    const { facts } = this.reader;
    this.reader.read(journey, this.first - 1);
    if (this.among.next(facts, -1) < 0) return false;
    if (facts.calendar === undefined || state.isUnreadable(facts)) return false;
    return state.waitingSince(facts, this.first - 1) !== undefined;
  }

  private addDay(journey: Journey, day: EpochDay, wasWaiting: boolean): boolean {
    this.reader.read(journey, day);
    return this.addStretch(day, day, wasWaiting);
  }

  private addStretch(from: EpochDay, until: EpochDay, wasWaiting: boolean): boolean {
    const { state } = this;
    const { facts } = this.reader;
    const received = this.among.firstDay(facts);
    if (received === undefined || received > until) return false;
    const place = (day: EpochDay) => day - this.first;
    const start = Math.max(from, received);
    const monthEnd = Math.min(until, lastOfMonth(monthOf(received)));
    this.all.addOne(place(start), place(until) + 1);
    this.monthAll.addOne(place(start), place(monthEnd) + 1);
    if (received >= from) this.received[place(received)] = this.received[place(received)]! + 1;
    if (facts.calendar === undefined || state.isUnreadable(facts)) {
      this.unknown.addOne(place(start), place(until) + 1);
      if (wasWaiting) this.left[place(start)] = this.left[place(start)]! + 1;
      return false;
    }
    const done = state.done(facts) ?? NEVER;
    this.open.addOne(place(start), place(Math.min(until + 1, done)));
    return this.addWaiting(received, start, until, wasWaiting);
  }

  private addWaiting(received: EpochDay, from: EpochDay, until: EpochDay, wasWaiting: boolean): boolean {
    const { state, first } = this;
    const { facts } = this.reader;
    let waits = wasWaiting;
    let at = from;
    for (const [begins, ends] of state.stretches(from, until)) {
      if (waits && begins > at) this.flow(this.left, at);
      if (!waits || begins > at) this.flow(this.entered, begins);
      const end = Math.min(ends, until + 1);
      const monthEnd = Math.min(end, lastOfMonth(monthOf(received)) + 1);
      const waiter = { journey: facts.journey.id, received, calendar: facts.calendar! };
      this.waiting.addOne(begins - first, end - first);
      this.monthWaiting.addOne(begins - first, monthEnd - first);
      this.longest.add(waiter, begins - first, end - first);
      waits = ends > until;
      if (!waits) this.flow(this.left, ends);
      at = end;
    }
    if (waits && at === from) this.flow(this.left, from);
    return at === from ? false : waits;
  }

  private flow(counts: Int32Array, day: EpochDay): void {
    const i = day - this.first;
    if (i < this.size) counts[i] = counts[i]! + 1;
  }
}
