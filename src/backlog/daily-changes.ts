/** One count a day, kept as what changes from the day before. */
export class DailyChanges {
  readonly #changes: Int32Array;
  readonly #size: number;

  constructor(size: number) {
    this.#size = size;
    this.#changes = new Int32Array(size + 1);
  }

  /** Adds one to the days from `from` up to and not including `until`, as places in the span. */
  addOne(from: number, until: number): void {
    const first = Math.max(0, from);
    const last = Math.min(this.#size, until);
    if (first >= last) return;
    this.#changes[first] = this.#changes[first]! + 1;
    this.#changes[last] = this.#changes[last]! - 1;
  }

  totals(): number[] {
    let total = 0;
    return Array.from(this.#changes.subarray(0, this.#size), (change) => (total += change));
  }
}
