import { meantBy } from "../unknown-word.js";
import { keep } from "./kept-answers.js";

/** What the words of some data may mean of a list, as `meantBy` has it: they are few, again and again. */
export class MeantWords {
  readonly #words: readonly string[];
  readonly #found = new Map<string, string | undefined>();

  constructor(words: readonly string[]) {
    this.#words = words;
  }

  of(word: string): string | undefined {
    return this.#found.has(word)
      ? this.#found.get(word)
      : keep(this.#found, word, meantBy(word, this.#words));
  }
}
