/** Beside the likeliest count, one that is less likely than this adds nothing to a double. */
const NEGLIGIBLE = 1e-20;

/**
 * How many of some people convert when each does with the same probability, above 0 and below 1: exact up to the
 * rounding of doubles. Only counts that are likely enough to matter are looked at, so that a million people take
 * no longer than some thousands of steps.
 *
 * Where the probability itself differs, with a standard deviation above 0, it is taken to have a beta distribution, and
 * the count a beta-binomial one: then there are as many likely counts as it differs by.
 */
export class Binomial {
  /** The count that the first of the weights is of. */
  readonly #first: number;
  /** How likely each count is. */
  readonly #weights: readonly number[];
  readonly #of: number;

  constructor(of: number, probability: number, deviation = 0) {
    const other = 1 - probability;
    const variance = deviation * deviation;
    const pull = variance / (probability * other - variance);
    // How many times as likely as a count the next one is.
    const next = (count: number) =>
      ((of - count) / (count + 1)) * ((probability + count * pull) / (other + (of - count - 1) * pull));
    const likeliest = Math.min(of, Math.floor((of + 1) * probability));
    const [below, above]: [number[], number[]] = [[], []];
    for (let count = likeliest, weight = 1; count > 0; count--) {
      weight /= next(count - 1);
      if (weight < NEGLIGIBLE) break;
      below.push(weight);
    }
    for (let count = likeliest, weight = 1; count < of; count++) {
      weight *= next(count);
      if (weight < NEGLIGIBLE) break;
      above.push(weight);
    }
    // From the ends, the smallest first, so that they are not lost beside the others.
    const sum = (weights: readonly number[]) => weights.reduceRight((all, weight) => all + weight, 0);
    const total = sum(below) + sum(above) + 1;
    this.#first = likeliest - below.length;
    this.#weights = [...below.reverse(), 1, ...above].map((weight) => weight / total);
    this.#of = of;
  }

  /** The probability of a count or fewer. */
  atMost(count: number): number {
    return this.#weights.slice(0, Math.max(0, count - this.#first + 1)).reduce((sum, each) => sum + each, 0);
  }

  /** The probability of a count or more. */
  atLeast(count: number): number {
    return this.#weights.slice(Math.max(0, count - this.#first)).reduceRight((sum, each) => sum + each, 0);
  }

  /**
   * The count below which a tail of a probability lies, between whole counts in proportion: a count is at or below it
   * exactly where its own tail, `atMost`, has that probability or less. 0 where no count is.
   */
  lowerLimit(tail: number): number {
    return Math.max(0, this.#limit(tail, 1));
  }

  /** As `lowerLimit`, of the other tail; all people where no count lies beyond it. */
  upperLimit(tail: number): number {
    return Math.min(this.#of, this.#limit(tail, -1));
  }

  /** Where a tail ends that is taken from the lowest count on, or with a step of -1 from the highest. */
  #limit(tail: number, step: 1 | -1): number {
    const weights = this.#weights;
    let at = step === 1 ? 0 : weights.length - 1;
    let sum = weights[at]!;
    while (sum <= tail) {
      at += step;
      sum += weights[at]!;
    }
    return this.#first + at - (step * (sum - tail)) / weights[at]!;
  }
}
