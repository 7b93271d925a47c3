import type { EventKind } from "../rules/index.js";

/** A small whole number for each kind of event a programme lists. */
export class KindCodes {
  readonly #codes = new Map<string, number>();
  readonly #foretold: Int32Array;

  constructor(kinds: readonly EventKind[]) {
    for (const { id } of kinds) this.#codes.set(id, this.#codes.size);
    this.#foretold = Int32Array.from(kinds, ({ expects }) =>
      expects === undefined ? -1 : (this.#codes.get(expects) ?? -1),
    );
  }

  get size(): number {
    return this.#codes.size;
  }

  codeOf(kind: string): number | undefined {
    return this.#codes.get(kind);
  }

  /** The kind that this one only foretells, or -1. */
  expects(code: number): number {
    return this.#foretold[code]!;
  }
}
