/** So many items stand together, as a power of two. */
const BITS = 12;

/** A list of any length, in parts: one that is copied as it grows leaves twice its size behind until memory is tidied. */
export class LongList<T> {
  length = 0;
  readonly #parts: T[][] = [];

  push(item: T): void {
    this.#parts[this.length++ >>> BITS] ??= [];
    this.#parts.at(-1)!.push(item);
  }

  /** The item at a place that there is. */
  at(place: number): T {
    return this.#parts[place >>> BITS]![place % (1 << BITS)]!;
  }

  /** All items, as one list. */
  all(): T[] {
    return Array.from({ length: this.length }, (_, place) => this.at(place));
  }
}
