import { type IsoDate, isoDate } from "../../date/index.js";
import type { SimulatedRun } from "./simulated-run.js";
import type { PlanDays } from "./working-days.js";

/**
 * One working day of a simulated queue, as a tidy row. Counts are means over the runs, at the close of the
 * day: `received`, `attended` and `closed` since the queue began, `received` = `attended` + `closed` + `open`.
 *
 * - `slots`: appointments that could be held; `says`: what the plan says of the day, if something.
 * - `share…`: the share in backlog as a fraction, cut to a hundredth of a per cent; null of nobody.
 * - `open…`: people neither seen nor closed; `oldest…`: working days since receipt of whoever waits
 *   longest, 0 when nobody waits. `Lower` and `Upper` hold the level asked for, the quartiles half.
 * - `holding`: the part of the runs in which what is promised held that day.
 */
export interface BacklogDayForecast {
  readonly on: IsoDate;
  readonly slots: number;
  readonly says: string | null;
  readonly received: number;
  readonly attended: number;
  readonly closed: number;
  readonly open: number;
  readonly inBacklog: number;
  readonly holding: number;
  readonly shareLower: number | null;
  readonly shareLowerQuartile: number | null;
  readonly shareMedian: number | null;
  readonly shareUpperQuartile: number | null;
  readonly shareUpper: number | null;
  readonly openLower: number;
  readonly openMedian: number;
  readonly openUpper: number;
  readonly oldestLower: number;
  readonly oldestLowerQuartile: number;
  readonly oldestMedian: number;
  readonly oldestUpperQuartile: number;
  readonly oldestUpper: number;
}

/** The runs of a plan, counted: what each day gave, and the slots that it had. */
export interface CountedRuns {
  readonly tallies: readonly DayTally[];
  readonly slots: Int32Array;
  readonly runs: number;
}

/** A row for each day of the plan; `tail` is the part of the runs left out at each end of a band. */
export function dayRows(
  days: PlanDays,
  { tallies, slots, runs }: CountedRuns,
  tail: number,
): BacklogDayForecast[] {
  return tallies.map((tally, at) => {
    const day = days.first + at;
    const absence = days.absences[day];
    const { received, attended, closed, inBacklog, holding } = tally;
    const share = (p: number) => inShares(tally.share, p);
    const open = (p: number) => tally.open.quantile(p)!;
    const oldest = (p: number) => tally.oldest.quantile(p)!;
    return {
      on: isoDate(days.days[day]!),
      slots: slots[day]!,
      says: absence === undefined ? null : (absence.says ?? "absence"),
      received: received / runs,
      attended: attended / runs,
      closed: closed / runs,
      open: (received - attended - closed) / runs,
      inBacklog: inBacklog / runs,
      holding: holding / runs,
      shareLower: share(tail),
      shareLowerQuartile: share(0.25),
      shareMedian: share(0.5),
      shareUpperQuartile: share(0.75),
      shareUpper: share(1 - tail),
      openLower: open(tail),
      openMedian: open(0.5),
      openUpper: open(1 - tail),
      oldestLower: oldest(tail),
      oldestLowerQuartile: oldest(0.25),
      oldestMedian: oldest(0.5),
      oldestUpperQuartile: oldest(0.75),
      oldestUpper: oldest(1 - tail),
    };
  });
}

function inShares(counts: Frequencies, p: number): number | null {
  const steps = counts.quantile(p);
  return steps === null ? null : steps / SHARE_STEPS;
}

/** How often each whole number from 0 came up, so that runs add up in any order and any parts. */
class Frequencies {
  #counts = new Uint32Array(64);
  #total = 0;

  add(value: number): void {
    if (value >= this.#counts.length) {
      const wider = new Uint32Array(Math.max(value + 1, 2 * this.#counts.length));
      wider.set(this.#counts);
      this.#counts = wider;
    }
    this.#counts[value]!++;
    this.#total++;
  }

  /** The least value that at least a part `p` of all do not exceed; null of nothing. */
  quantile(p: number): number | null {
    if (this.#total === 0) return null;
    const wanted = Math.min(this.#total, Math.max(1, Math.ceil(p * this.#total - 1e-9)));
    let seen = 0;
    return this.#counts.findIndex((count) => {
      seen += count;
      return seen >= wanted;
    });
  }
}

/** Shares are kept to a hundredth of a per cent, cut. */
const SHARE_STEPS = 10_000;

/** What the runs gave on one day. */
export class DayTally {
  received = 0;
  attended = 0;
  closed = 0;
  inBacklog = 0;
  holding = 0;
  readonly share = new Frequencies();
  readonly open = new Frequencies();
  readonly oldest = new Frequencies();

  add(run: SimulatedRun, day: number): void {
    const { queue, inBacklog, of } = run;
    this.received += queue.received(day);
    this.attended += queue.done;
    this.closed += queue.closed;
    this.inBacklog += inBacklog;
    if (run.shareHolds && run.oldestHolds) this.holding++;
    if (of > 0) this.share.add(Math.floor((inBacklog * SHARE_STEPS) / of));
    this.open.add(queue.open(day));
    this.oldest.add(run.oldest);
  }
}
