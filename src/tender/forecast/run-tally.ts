import type { PerformanceWindowName } from "../../cohorts/index.js";
import type { RunDrawer } from "./drawn-flow.js";
import { type Flow, type ForecastMeasure, MEASURES } from "./expected-flow.js";
import { accumulate, overWindow, type PromisedLevel } from "./promised-level.js";

/** Numbers of all runs, a column a month. */
export class RunNumbers {
  readonly #numbers: Float64Array;
  readonly #runs: number;

  constructor(months: number, runs: number) {
    this.#runs = runs;
    this.#numbers = new Float64Array(months * runs);
  }

  set(month: number, run: number, number: number): void {
    this.#numbers[month * this.#runs + run] = number;
  }

  /** The numbers of a month, one a run. */
  at(month: number): Float64Array {
    return this.#numbers.subarray(month * this.#runs, (month + 1) * this.#runs);
  }
}

/**
 * A level over all runs, by its windows: rates a run and month, and how often it was reached of how often there was
 * something to reach. `marks`: the kinds of month that each month is one of, as bits; `needed` and `missed`, by run:
 * in which kinds something was needed in some month, and in which it was missed.
 */
export interface LevelTally {
  readonly promised: PromisedLevel;
  readonly windows: readonly {
    readonly window: PromisedLevel["windows"][number];
    readonly rates: RunNumbers;
    readonly reached: Uint32Array;
    readonly counted: Uint32Array;
    readonly marks: Uint8Array;
    readonly needed: Uint8Array;
    readonly missed: Uint8Array;
  }[];
}

/** What is kept of the runs. */
export class RunTally {
  readonly flows: Readonly<Record<ForecastMeasure, RunNumbers>>;
  readonly levels: readonly LevelTally[];
  readonly #actual: Float64Array;
  readonly #needed: Float64Array;
  readonly #months: number;

  constructor(
    months: number,
    runs: number,
    promised: readonly PromisedLevel[],
    marksOver: (window: PerformanceWindowName) => Uint8Array,
  ) {
    this.#months = months;
    const columns = () => new RunNumbers(months, runs);
    this.flows = { referrals: columns(), starts: columns(), outcomes: columns(), income: columns() };
    this.levels = promised.map((each) => ({
      promised: each,
      windows: each.windows.map((window) => ({
        window,
        rates: columns(),
        reached: new Uint32Array(months),
        counted: new Uint32Array(months),
        marks: marksOver(window),
        needed: new Uint8Array(runs),
        missed: new Uint8Array(runs),
      })),
    }));
    this.#actual = new Float64Array(months);
    this.#needed = new Float64Array(months);
  }

  add({ all, groups }: RunDrawer, run: number): void {
    for (const measure of MEASURES)
      for (let month = 0; month < this.#months; month++)
        this.flows[measure].set(month, run, all[measure][month]!);
    for (const level of this.levels) {
      const { group } = level.promised;
      this.#measure(level, group === null ? all : groups[group]!, run);
    }
  }

  /** The sums of a measure up to each month in turn, one a run; the same list each time. */
  sumsOf(measure: ForecastMeasure): { next(): Float64Array } {
    const columns = this.flows[measure];
    const sums = new Float64Array(columns.at(0).length);
    let month = 0;
    return {
      next: () => {
        const numbers = columns.at(month++);
        for (let run = 0; run < sums.length; run++) sums[run]! += numbers[run]!;
        return sums;
      },
    };
  }

  #measure({ promised, windows }: LevelTally, flow: Flow, run: number): void {
    const actual = this.#actual;
    const needed = this.#needed;
    promised.fill(flow, actual, needed);
    accumulate(actual);
    accumulate(needed);
    for (const { window, rates, reached, counted, marks, needed: neededIn, missed: missedIn } of windows) {
      let [some, missed] = [0, 0];
      for (let month = 0; month < this.#months; month++) {
        const [is, ought] = [overWindow(actual, month, window), overWindow(needed, month, window)];
        rates.set(month, run, ought > 0 ? (promised.at * is) / ought : Number.NaN);
        if (!(ought > 0)) continue;
        counted[month]! += 1;
        some |= marks[month]!;
        if (is >= ought) reached[month]! += 1;
        else missed |= marks[month]!;
      }
      neededIn[run] = some;
      missedIn[run] = missed;
    }
  }
}
