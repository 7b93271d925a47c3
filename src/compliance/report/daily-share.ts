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
import type { Journey } from "../../journey/index.js";
import type { Share } from "../../quantity/index.js";
import {
  isCeiling,
  isScored,
  openTarget,
  type Programme,
  type ProportionRequirement,
  reaches,
  type Target,
} from "../../rules/index.js";
import type { DailyShares, WorstDays } from "./days.js";
import { lineOf, type ReportLine, Tally } from "./line.js";

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
  readonly #by: string | undefined;
  readonly #isEachDay: boolean;
  readonly #first: EpochDay;
  readonly #last: EpochDay;
  readonly #counts = new Map<string | null, DayCounts>();

  constructor(
    clocked: Clocked,
    options: AsAt & { readonly by?: string },
    { from, closedUntil }: ReportPeriod,
    applies: Applies | undefined,
  ) {
    const { programme } = clocked;
    this.#clocked = clocked;
    this.#rule = clocked.requirement as ProportionRequirement;
    this.#applies = applies;
    this.#by = options.by;
    this.#reader = new JourneyReader(programme, options);
    const { compiler } = this.#reader.clocks;
    this.#state = compiler.state((this.#rule.share as { in: string }).in) as WorkState;
    this.#among = compiler.matches(this.#rule.among);
    const { measured } = this.#rule;
    const closed = closedUntil === undefined ? undefined : epochDay(closedUntil);
    this.#isEachDay = measured !== "month-end" && this.#by === undefined;
    this.#last =
      closed === undefined
        ? epochDay(from) - 1
        : stockDay(measured, closed + Number(measured === "month-end"));
    this.#first = this.#isEachDay || closed === undefined ? epochDay(from) : this.#last;
  }

  /** Counts the journey of the facts, which are read as at the as-at date; `isConsistent` when nothing in it contradicts. */
  add(value: string | null, facts: Facts, isConsistent: boolean): void {
    if (this.#last < this.#first) return;
    let counts = this.#counts.get(value);
    if (counts === undefined) {
      counts = new DayCounts(this.#first, this.#last);
      this.#counts.set(value, counts);
    }
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
    const attribute = this.#by;
    if (attribute === undefined || this.#counts.size === 0) {
      const line = new Tally(standard, requirement).line(programme);
      return [this.#lineOf(line, this.#counts.get(null) ?? new DayCounts(this.#first, this.#last))];
    }
    return [...this.#counts].map(([value, counts]) =>
      this.#lineOf(new Tally(standard, requirement, { attribute, value }).line(programme), counts),
    );
  }

  #lineOf(line: ReportLine, counts: DayCounts): ReportLine {
    const daily = counts.daily();
    if (this.#isEachDay) return dailyLine(line, daily);
    if (this.#last < this.#first) return line;
    return { ...lineOn(line, daily, daily.of.length - 1), measuredOn: isoDate(this.#last) };
  }

  #addDays(from: EpochDay, until: EpochDay, facts: Facts, counts: DayCounts): void {
    const at = this.#among.next(facts, -1);
    if (at < 0) {
      if (this.#among.isUnreadable(facts) && this.#isOurs(NEVER, facts.journey))
        counts.addUnknown(from, until);
      return;
    }
    const received = facts.on[at]!;
    if (received > until || !this.#isOurs(received, facts.journey)) return;
    const state = this.#state;
    const first = Math.max(from, received);
    const last = Math.min(until, this.#lastCounted(received, facts));
    if (facts.calendar === undefined || state.isUnreadable(facts)) {
      counts.addUnknown(first, last);
      return;
    }
    counts.add(first, last);
    state.measure(facts);
    for (const [begins, ends] of state.stretches(first, last))
      counts.addWaiting(facts.journey.id, begins, Math.min(ends - 1, last));
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
  readonly #waiting: { journey: string; from: EpochDay; until: EpochDay }[] = [];

  constructor(first: EpochDay, last: EpochDay) {
    this.#first = first;
    const changes = () => new DailyChanges(Math.max(0, last - first + 1));
    [this.#of, this.#inBacklog, this.#undetermined] = [changes(), changes(), changes()];
  }

  add(from: EpochDay, until: EpochDay): void {
    this.#of.addOne(from - this.#first, until + 1 - this.#first);
  }

  addUnknown(from: EpochDay, until: EpochDay): void {
    this.add(from, until);
    this.#undetermined.addOne(from - this.#first, until + 1 - this.#first);
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
    return {
      from: isoDate(this.#first + Math.max(0, start)),
      inBacklog: counted(this.#inBacklog.totals()),
      undetermined: counted(this.#undetermined.totals()),
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

function inOrder(waiting: readonly DailyShares["waiting"][number][]): DailyShares["waiting"] {
  const key = ({ journey, from }: DailyShares["waiting"][number]) => `${journey} ${from}`;
  return [...waiting].sort((one, other) => (key(one) < key(other) ? -1 : 1));
}

/**
 * The line of a share of work left over the days of a period: met when it was within on every day, not met when it
 * was over on some, whatever the undetermined come to. It counts the day that settles it: the worst at the
 * lowest where that is over, else the worst at the highest.
 */
export function dailyLine(line: ReportLine, daily: DailyShares): ReportLine {
  const days = worstDays(line.target, daily);
  if (days === undefined) return { ...lineOn(line, daily, -1), daily };
  const { on } = days.over.lowest > 0 ? days.lowest : days.highest;
  return {
    ...lineOn(line, daily, epochDay(on) - epochDay(daily.from)),
    worst: days.highest.share,
    best: days.lowest.share,
    measuredOn: on,
    days,
    daily,
  };
}

/** The line of one of the days; of nobody where there is none. */
function lineOn(
  line: ReportLine,
  { from, inBacklog, undetermined, of, waiting }: DailyShares,
  at: number,
): ReportLine {
  const on = at < 0 ? "" : isoDate(epochDay(from) + at);
  const [left = 0, unknown = 0, all = 0] = [inBacklog[at], undetermined[at], of[at]];
  return lineOf(line, {
    met: all - left - unknown,
    notMet: left,
    pending: 0,
    undeterminedBy: unknown === 0 ? {} : { "missing-data": unknown },
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

/** The daily shares of a whole from those of its parts, all up to the same day. */
export function addedDailyShares(parts: readonly DailyShares[]): DailyShares {
  const told = parts.filter(({ of }) => of.length > 0);
  if (told.length === 0) return parts[0]!;
  const longest = told.reduce((before, each) => (each.of.length > before.of.length ? each : before));
  const size = longest.of.length;
  const added = (field: "inBacklog" | "undetermined" | "of") =>
    longest.of.map((_count, i) =>
      told.reduce((sum, part) => sum + (part[field][i - size + part.of.length] ?? 0), 0),
    );
  return {
    from: longest.from,
    inBacklog: added("inBacklog"),
    undetermined: added("undetermined"),
    of: added("of"),
    waiting: inOrder(told.flatMap(({ waiting }) => waiting)),
  };
}
