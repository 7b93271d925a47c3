/**
 * The ids seen so far. As long as they come in rising order, as a sorted caseload gives them, none can have
 * come before, and comparing each with the last is all there is to do; only then is a set made of them.
 */
export class SeenIds {
  readonly #rising: string[] = [];
  #set: Set<string> | undefined;

  get count(): number {
    return this.#set?.size ?? this.#rising.length;
  }

  /** Takes an id; false when it was there before. */
  add(id: string): boolean {
    const rising = this.#rising;
    if (this.#set === undefined) {
      if (rising.length === 0 || id > rising[rising.length - 1]!) {
        rising.push(id);
        return true;
      }
      this.#set = new Set(rising);
      rising.length = 0;
    }
    const before = this.#set.size;
    return this.#set.add(id).size > before;
  }
}
