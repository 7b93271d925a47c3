const CELLS = 64;

/**
 * At which age people convert, of those who do: a cumulative profile turned round. The cells say from
 * which age to look on, so that a look takes a step or two.
 */
export class AgeTable {
  readonly #cumulative: Float64Array;
  readonly #from = new Uint16Array(CELLS);

  constructor(profile: readonly number[]) {
    const last = profile.at(-1)!;
    this.#cumulative = Float64Array.from(profile, (value) => value / last);
    for (let [cell, age] = [0, 0]; cell < CELLS; cell++) {
      while (this.#cumulative[age]! <= cell / CELLS) age++;
      this.#from[cell] = age;
    }
  }

  /** The age of a number from 0 to below 1. */
  ageAt(place: number): number {
    let age = this.#from[Math.floor(place * CELLS)]!;
    while (this.#cumulative[age]! <= place) age++;
    return age;
  }
}
