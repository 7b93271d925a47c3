/**
 * When those convert who do: a profile as a part of its end, stretched. A stretch above 0 is faster, one below 0 slower:
 * by the end of age a as many have converted as the profile says for age (a + 1) · e^stretch − 1, between ages in
 * proportion, from none before age 0. From the profile's last age on all have, however slow.
 */
export class StretchedTiming {
  /** The last age of the profile. */
  readonly lastAge: number;
  /** The part by the beginning of each age, from 0 to 1, and by the end of the last. */
  readonly #parts: Float64Array;

  /** @param profile - cumulative, by the end of each age; its last is above 0. */
  constructor(profile: readonly number[]) {
    this.lastAge = profile.length - 1;
    const end = profile[this.lastAge]!;
    this.#parts = Float64Array.from([0, ...profile], (value) => value / end);
  }

  /** The part that has converted by the end of an age, from 0 to 1. */
  grown(age: number, stretch = 0): number {
    if (age < 0) return 0;
    if (age >= this.lastAge) return 1;
    const at = (age + 1) * Math.exp(stretch);
    const before = Math.floor(at);
    if (before > this.lastAge) return 1;
    const [from, to] = [this.#parts[before]!, this.#parts[before + 1] ?? 1];
    return from + (to - from) * (at - before);
  }

  /** The part that converts at an age. */
  added(age: number, stretch = 0): number {
    return this.grown(age, stretch) - this.grown(age - 1, stretch);
  }
}
