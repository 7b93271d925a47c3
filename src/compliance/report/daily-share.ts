import { DailyChanges, stockDay } from "../../backlog/index.js";
import { type EpochDay, epochDay, type IsoDate, isoDate, lastOfMonth, monthOf } from "../../date/index.js";
import {
  type Applies,
  type AsAt,
  type Clocked,
  clocksOf,
  type Facts,
  JourneyReader,
  type Matches,
  NEVER,
  WorkState,
} from "../../deadlines/index.js";
import { defined } from "../../defined.js";
import type { Journey } from "../../journey/index.js";
import type { Share } from "../../quantity/index.js";
import {
  headroomOf,
  isCeiling,
  isScored,
  openTarget,
  type Programme,
  type ProportionRequirement,
  reaches,
  type ScoredTarget,
  type Target,
} from "../../rules/index.js";
import { whyUnknown } from "../kinds/proportion.js";
import { type Code, MISSING_DATA, NOT_RECORDED } from "../verdict.js";
import { type DailyShares, lineOf, type ReportLine, Tally, type WorstDays } from "./line.js";
import type { Split } from "./split.js";

/** The first and last day of a period, and the last of them that is over as at a date; absent when none is. */
export interface ReportPeriod {
  readonly from: IsoDate;
  readonly until: IsoDate;
  readonly closedUntil?: IsoDate;
}

/** A period as at a date: the as-at day is not over. */
export function reportPeriod([from, until]: readonly [EpochDay, EpochDay], asAt: EpochDay): ReportPeriod {
  const last = Math.min(until, asAt - 1);
  const period = { from: isoDate(from), until: isoDate(until) };
  return last < from ? period : { ...period, closedUntil: isoDate(last) };
}

/** A line of a period, or a month of it: with nothing counted yet, pending as long as it goes on. */
export function whileOpen(line: ReportLine, period: ReportPeriod | undefined): ReportLine {
  if (period === undefined || line.verdict !== "not-applicable") return line;
  const { until, closedUntil = "" } = daysOf(line, period);
  return line.counted > 0 || closedUntil >= until
    ? line
    : { ...line, verdict: "pending", reason: "not-yet-due" };
}

/** The days of a period that a line is of: all of them, or those of its month. */
function daysOf({ by }: ReportLine, period: ReportPeriod): ReportPeriod {
  const month = by?.month;
  if (month == null) return period;
  const end = isoDate(lastOfMonth(month));
  const within = (day: IsoDate) => (day < end ? day : end);
  const { from, until, closedUntil } = period;
  return {
    from,
    until: within(until),
    ...(closedUntil === undefined ? {} : { closedUntil: within(closedUntil) }),
  };
}

/** The first and last closed day of a period, or of each of its months. */
export function closedSpans(
  { from, closedUntil }: ReportPeriod,
  isByMonth: boolean,
): (readonly [EpochDay, EpochDay])[] {
  if (closedUntil === undefined) return [];
  const until = epochDay(closedUntil);
  if (!isByMonth) return [[epochDay(from), until]];
  const spans: [EpochDay, EpochDay][] = [];
  for (let first = epochDay(from); first <= until; ) {
    const last = Math.min(lastOfMonth(monthOf(first)), until);
    spans.push([first, last]);
    first = last + 1;
  }
  return spans;
}

/** The closed day of a span on which a share of a state is measured: its last, or the last month's end in it. */
export function measuringDay(
  measured: ProportionRequirement["measured"],
  [first, last]: readonly [EpochDay, EpochDay],
): EpochDay | undefined {
  const day = stockDay(measured, last + Number(measured === "month-end"));
  return day < first ? undefined : day;
}

/** Whether a requirement holds a share of work left to a ceiling: over a period it is a matter of its days. */
export function isDailyShare({ programme, requirement }: Clocked): boolean {
  return (
    requirement.kind === "proportion" &&
    "in" in requirement.share &&
    isCeiling(requirement.target) &&
    clocksOf(programme).compiler.state(requirement.share.in) instanceof WorkState
  );
}

/**
 * Counts a share of work left over the closed days of a period, a journey at a time: of the whole each day of
 * it, of a split the last.
 */
export class DailyShareCount {
  readonly #rule: ProportionRequirement;
  readonly #clocked: Clocked;
  readonly #state: WorkState;
  readonly #among: Matches;
  readonly #reader: JourneyReader;
  readonly #applies: Applies | undefined;
  readonly #split: Split;
  readonly #isEachDay: boolean;
  /** What each line is of, and the day of it that is measured. */
  readonly #spans: readonly (readonly [first: EpochDay, last: EpochDay])[];
  readonly #first: EpochDay;
  readonly #last: EpochDay;
  readonly #counts = new Map<
    string,
    { readonly values: readonly (string | null)[]; readonly counts: DayCounts }
  >();

  constructor(
    clocked: Clocked,
    options: AsAt,
    split: Split,
    period: ReportPeriod,
    applies: Applies | undefined,
  ) {
    const { programme } = clocked;
    this.#clocked = clocked;
    this.#rule = clocked.requirement as ProportionRequirement;
    this.#applies = applies;
    this.#split = split;
    this.#reader = new JourneyReader(programme, options);
    const { compiler } = this.#reader.clocks;
    this.#state = compiler.state((this.#rule.share as { in: string }).in) as WorkState;
    this.#among = compiler.matches(this.#rule.among);
    const { measured } = this.#rule;
    this.#isEachDay = measured === "each-day" && !split.isByJourney;
    this.#spans = closedSpans(period, split.isByMonth).flatMap((span) => {
      const day = measuringDay(measured, span);
      return day === undefined ? [] : [[this.#isEachDay || split.isByMonth ? span[0] : day, day] as const];
    });
    const from = epochDay(period.from);
    this.#first = this.#spans[0]?.[0] ?? from;
    this.#last = this.#spans.at(-1)?.[1] ?? from - 1;
  }

  /** Counts the journey of the facts, which are read as at the as-at date; `isConsistent` when nothing in it contradicts. */
  add(facts: Facts, isConsistent: boolean): void {
    const { counts } = this.#countsOf(this.#split);
    if (this.#last < this.#first) return;
    if (isConsistent && !this.#state.hangsOnWhatHappened) {
      this.#addDays(this.#first, this.#last, facts, counts);
      return;
    }
    // What happens later must not be taken for what had happened.
    for (let day = this.#first; day <= this.#last; day++) {
      this.#reader.readChecked(facts.journey, day, this.#reader.asAt);
      this.#addDays(day, day, this.#reader.facts, counts);
    }
  }

  lines(programme: Programme): ReportLine[] {
    const { standard, requirement } = this.#clocked;
    const lines = [...this.#counts.values()].flatMap(({ values, counts }) => {
      const daily = counts.daily();
      return this.#spans.map(([first, last]) => {
        const tally = new Tally(standard, requirement, this.#split.by(values, monthOf(first)));
        return this.#lineOf(tally.line(programme), within(daily, first, last), last);
      });
    });
    if (lines.length > 0) return lines;
    const line = new Tally(standard, requirement).line(programme);
    return [this.#lineOf(line, new DayCounts(this.#first, this.#last).daily(), this.#last)];
  }

  #countsOf({ key, values }: Split) {
    const known = this.#counts.get(key);
    if (known !== undefined) return known;
    const made = { values, counts: new DayCounts(this.#first, this.#last) };
    this.#counts.set(key, made);
    return made;
  }

  #lineOf(line: ReportLine, daily: DailyShares, last: EpochDay): ReportLine {
    if (this.#isEachDay) return dailyLine(line, daily);
    if (this.#last < this.#first) return line;
    return { ...lineOn(line, daily, daily.of.length - 1), measuredOn: isoDate(last) };
  }

  #addDays(from: EpochDay, until: EpochDay, facts: Facts, counts: DayCounts): void {
    const at = this.#among.next(facts, -1);
    if (at < 0) {
      const isUnreadable = this.#among.isUnreadable(facts);
      if ((isUnreadable || this.#among.isNotRecorded(facts)) && this.#isOurs(NEVER, facts.journey)) {
        counts.add(from, until);
        counts.addUnknown(from, until, isUnreadable ? MISSING_DATA : NOT_RECORDED);
      }
      return;
    }
    const received = facts.on[at]!;
    if (received > until || !this.#isOurs(received, facts.journey)) return;
    const state = this.#state;
    const first = Math.max(from, received);
    const last = Math.min(until, this.#lastCounted(received, facts));
    counts.add(first, last);
    if (facts.calendar === undefined) {
      counts.addUnknown(first, last, MISSING_DATA);
      return;
    }
    state.measure(facts);
    for (const [begins, ends] of state.stretches(first, last))
      counts.addWaiting(facts.journey.id, begins, Math.min(ends - 1, last));
    for (const [begins, ends] of state.unknownStretches(first, last))
      counts.addUnknown(begins, Math.min(ends - 1, last), whyUnknown(state, facts));
  }

  #isOurs(anchorDay: EpochDay, journey: Journey): boolean {
    return this.#applies?.(this.#rule.id, anchorDay, journey) !== false;
  }

  /** The last day on which somebody received on a day is among those counted. */
  #lastCounted(received: EpochDay, facts: Facts): EpochDay {
    if (this.#rule.over === "received") return lastOfMonth(monthOf(received));
    return this.#rule.over === "open" ? (this.#state.done(facts) ?? NEVER) - 1 : NEVER;
  }
}

/** The counts of each day of a span. */
class DayCounts {
  readonly #first: EpochDay;
  readonly #of: DailyChanges;
  readonly #inBacklog: DailyChanges;
  readonly #undetermined: DailyChanges;
  readonly #notRecorded: DailyChanges;
  readonly #waiting: { journey: string; from: EpochDay; until: EpochDay }[] = [];

  constructor(first: EpochDay, last: EpochDay) {
    this.#first = first;
    const changes = () => new DailyChanges(Math.max(0, last - first + 1));
    [this.#of, this.#inBacklog] = [changes(), changes()];
    [this.#undetermined, this.#notRecorded] = [changes(), changes()];
  }

  add(from: EpochDay, until: EpochDay): void {
    this.#of.addOne(from - this.#first, until + 1 - this.#first);
  }

  addUnknown(from: EpochDay, until: EpochDay, reason: Code): void {
    const counts = reason === NOT_RECORDED ? [this.#undetermined, this.#notRecorded] : [this.#undetermined];
    for (const each of counts) each.addOne(from - this.#first, until + 1 - this.#first);
  }

  addWaiting(journey: string, from: EpochDay, until: EpochDay): void {
    this.#inBacklog.addOne(from - this.#first, until + 1 - this.#first);
    const last = this.#waiting.at(-1);
    if (last?.journey === journey && last.until === from - 1) last.until = until;
    else this.#waiting.push({ journey, from, until });
  }

  daily(): DailyShares {
    const of = this.#of.totals();
    const start = of.findIndex((count) => count > 0);
    const counted = <Count>(counts: Count[]) => (start < 0 ? [] : counts.slice(start));
    const notRecorded = counted(this.#notRecorded.totals());
    return {
      from: isoDate(this.#first + Math.max(0, start)),
      inBacklog: counted(this.#inBacklog.totals()),
      undetermined: counted(this.#undetermined.totals()),
      ...ifAny(notRecorded),
      of: counted(of),
      waiting: inOrder(
        this.#waiting.map(({ journey, from, until }) => ({
          journey,
          from: isoDate(from),
          until: isoDate(until),
        })),
      ),
    };
  }
}

/** The counts of those whose data leaves something out, where there are any. */
function ifAny(notRecorded: readonly number[]): Pick<DailyShares, "notRecorded"> {
  return notRecorded.some((count) => count > 0) ? { notRecorded } : {};
}

/** Who is in backlog at the close of which days. */
type Stays = NonNullable<DailyShares["waiting"]>;

function inOrder(waiting: Stays): Stays {
  const key = ({ journey, from }: Stays[number]) => `${journey} ${from}`;
  return [...waiting].sort((one, other) => (key(one) < key(other) ? -1 : 1));
}

/**
 * The line of a share of work left over the days of a period: met when it was within on every day, not met when it
 * was over on some, whatever the undetermined come to. It counts the day that settles it: the worst at the
 * lowest where that is over, else the worst at the highest.
 */
function dailyLine(line: ReportLine, daily: DailyShares): ReportLine {
  const days = worstDays(line.target, daily);
  if (days === undefined) return { ...lineOn(line, daily, -1), daily };
  const isOver = days.over.lowest > 0;
  const { on } = isOver ? days.lowest : days.highest;
  const counted = lineOn(line, daily, epochDay(on) - epochDay(daily.from));
  return {
    ...counted,
    worst: days.highest.share,
    best: days.lowest.share,
    ...(isOver || counted.headroom === undefined ? {} : { headroom: leastHeadroom(line.target, daily) }),
    measuredOn: on,
    days,
    daily,
  };
}

/** How many more may be in backlog on every day: as many as on the tightest. */
function leastHeadroom(target: Target, { inBacklog, of }: DailyShares): number {
  return of.reduce(
    (least, all, i) =>
      all === 0 ? least : Math.min(least, headroomOf(target as ScoredTarget, inBacklog[i]!, all)),
    Number.POSITIVE_INFINITY,
  );
}

/** The line of one of the days; of nobody where there is none. */
function lineOn(
  line: ReportLine,
  { from, inBacklog, undetermined, notRecorded, of, waiting = [] }: DailyShares,
  at: number,
): ReportLine {
  const on = at < 0 ? "" : isoDate(epochDay(from) + at);
  const [left = 0, unknown = 0, all = 0] = [inBacklog[at], undetermined[at], of[at]];
  const without = notRecorded?.[at] ?? 0;
  return lineOf(line, {
    met: all - left - unknown,
    notMet: left,
    pending: 0,
    undeterminedBy: defined({
      "missing-data": unknown - without || undefined,
      "not-recorded": without || undefined,
    }),
    excluded: {},
    misses: waiting.flatMap((each) => (each.from <= on && on <= each.until ? each.journey : [])),
  });
}

function worstDays(
  target: Target,
  { from, inBacklog, undetermined, of }: DailyShares,
): WorstDays | undefined {
  if (of.length === 0) return undefined;
  const lowest = of.map((all, i) => ({ count: inBacklog[i]!, of: all }));
  const highest = of.map((all, i) => ({ count: inBacklog[i]! + undetermined[i]!, of: all }));
  const onDay = (i: number) => isoDate(epochDay(from) + i);
  const worst = (shares: readonly Share[]) => {
    const at = shares.reduce((before, share, i) => (isMore(share, shares[before]!) ? i : before), 0);
    return { on: onDay(at), share: shares[at]! };
  };
  const over = (shares: readonly Share[]) =>
    !isScored(target) || openTarget(target) !== undefined
      ? 0
      : shares.filter((share) => share.of > 0 && !reaches(target, share)).length;
  return {
    lowest: worst(lowest),
    highest: worst(highest),
    over: { lowest: over(lowest), highest: over(highest) },
    closed: of.length,
    last: { on: onDay(of.length - 1), lowest: lowest.at(-1)!, highest: highest.at(-1)! },
  };
}

/** Whether a share is greater than another; of nobody it is none. */
function isMore(one: Share, other: Share): boolean {
  return one.count * other.of > other.count * one.of || (other.of === 0 && one.of > 0);
}

/** The days of a series between two days, both included, from the first on which anybody is counted. */
function within(daily: DailyShares, first: EpochDay, last: EpochDay): DailyShares {
  const start = epochDay(daily.from);
  const at = daily.of.findIndex((all, i) => all > 0 && start + i >= first);
  const from = start + at;
  if (at < 0 || from > last)
    return { from: isoDate(first), inBacklog: [], undetermined: [], of: [], waiting: [] };
  const part = (counts: readonly number[]) => counts.slice(at, last + 1 - start);
  const [firstDay, lastDay] = [isoDate(from), isoDate(last)];
  return {
    from: firstDay,
    inBacklog: part(daily.inBacklog),
    undetermined: part(daily.undetermined),
    ...ifAny(part(daily.notRecorded ?? [])),
    of: part(daily.of),
    waiting: (daily.waiting ?? [])
      .filter((each) => each.from <= lastDay && each.until >= firstDay)
      .map((each) => ({
        ...each,
        from: isoDate(Math.max(from, epochDay(each.from))),
        until: isoDate(Math.min(last, epochDay(each.until))),
      })),
  };
}

/** The line of a whole from the daily shares of its parts: of some of its journeys, or of some of its days. */
export function mergedDailyLine(
  line: ReportLine,
  parts: readonly DailyShares[],
  period: ReportPeriod,
): ReportLine {
  const { closedUntil } = daysOf(line, period);
  return dailyLine(line, added(parts, closedUntil));
}

function added(parts: readonly DailyShares[], closedUntil: IsoDate | undefined): DailyShares {
  const told = parts.filter(({ of }) => of.length > 0);
  if (told.length === 0) return parts[0]!;
  const starts = told.map(({ from }) => epochDay(from));
  const from = starts.reduce((first, start) => Math.min(first, start));
  const end = epochDay(closedUntil!) + 1;
  const sum = (field: "inBacklog" | "undetermined" | "notRecorded" | "of") => {
    const sums = new Array<number>(end - from).fill(0);
    told.forEach((part, at) => {
      part[field]?.forEach((count, i) => {
        sums[starts[at]! - from + i]! += count;
      });
    });
    return sums;
  };
  return {
    from: isoDate(from),
    inBacklog: sum("inBacklog"),
    undetermined: sum("undetermined"),
    ...ifAny(sum("notRecorded")),
    of: sum("of"),
    waiting: joinedStays(inOrder(told.flatMap(({ waiting = [] }) => waiting))),
  };
}

/** Stays of one journey that touch, as those of two months do, are one. */
function joinedStays(waiting: Stays): Stays {
  const found: { journey: string; from: IsoDate; until: IsoDate }[] = [];
  for (const each of waiting) {
    const last = found.at(-1);
    if (last?.journey === each.journey && epochDay(last.until) >= epochDay(each.from) - 1)
      last.until = each.until;
    else found.push({ ...each });
  }
  return found;
}
