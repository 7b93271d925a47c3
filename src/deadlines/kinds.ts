import type { EventKind } from "../rules/index.js";

/** A small whole number for each kind of event a programme lists. */
export class KindCodes {
  private readonly codes = new Map<string, number>();
  private readonly foretold: (number | undefined)[] = [];

  constructor(kinds: readonly EventKind[]) {
    for (const { id } of kinds) this.codes.set(id, this.codes.size);
    for (const { id, expects } of kinds) {
      this.foretold[this.codes.get(id)!] = expects === undefined ? undefined : this.codes.get(expects);
    }
  }

  get size(): number {
    return this.codes.size;
  }

  codeOf(kind: string): number | undefined {
    return this.codes.get(kind);
  }

  /** The kind that this one only foretells. */
  expects(code: number): number | undefined {
    return this.foretold[code];
  }
}
