import type { BacklogRun } from "./backlog-run.js";

/** How often each whole number from 0 came up, so that runs add up in any order and any parts. */
export class Frequencies {
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
export const SHARE_STEPS = 10_000;

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

  add(run: BacklogRun, day: number): void {
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
