import { ProgrammeFault } from "../../fault.js";
import { parsePercent } from "../../quantity/index.js";

/** A middle and the two ends of a band that holds such a share of the runs. */
export interface RunBand {
  /** Percent text such as `"80%"`. */
  readonly band: string;
  readonly lower: number;
  readonly median: number;
  readonly upper: number;
}

/** Reads the bands of numbers, one a run: each end, and the middle, is the number of a run. */
export class BandReader {
  readonly #tails: readonly { readonly band: string; readonly tail: number }[];

  /** @throws ProgrammeFault `tender/band` for a band at or beyond 0% or 100%. */
  constructor(bands: readonly string[]) {
    this.#tails = bands.map((band) => {
      const { numerator, denominator } = parsePercent(band);
      if (numerator === 0 || numerator === denominator) {
        throw new ProgrammeFault({
          code: "tender/band",
          given: `the band ${band}`,
          allowed: 'percent text above 0% and below 100%, such as "80%"',
          todo: "Say which share of the runs the band should hold.",
        });
      }
      return { band, tail: (denominator - numerator) / (2 * denominator) };
    });
  }

  /** The bands of some numbers, whose order is lost; none of no numbers. */
  of(numbers: Float64Array): RunBand[] {
    const { length } = numbers;
    if (length === 0) return [];
    const at = (part: number) => Math.min(length - 1, Math.max(0, Math.ceil(part * length) - 1));
    const ranks = this.#tails.flatMap(({ tail }) => [at(tail), at(1 - tail)]);
    arrange(numbers, 0, length - 1, [at(0.5), ...ranks]);
    return this.#tails.map(({ band, tail }) => ({
      band,
      lower: numbers[at(tail)]!,
      median: numbers[at(0.5)]!,
      upper: numbers[at(1 - tail)]!,
    }));
  }
}

/** Puts in their place in order those numbers whose ranks are wanted, by partitioning as far as is needed. */
function arrange(numbers: Float64Array, from: number, to: number, wanted: readonly number[]): void {
  if (wanted.length === 0 || from >= to) return;
  const pivot = middleOf(numbers[from]!, numbers[(from + to) >>> 1]!, numbers[to]!);
  let [left, right] = [from, to];
  while (left <= right) {
    while (numbers[left]! < pivot) left++;
    while (numbers[right]! > pivot) right--;
    if (left > right) break;
    const moved = numbers[left]!;
    numbers[left++] = numbers[right]!;
    numbers[right--] = moved;
  }
  const [below, above] = [wanted.filter((rank) => rank <= right), wanted.filter((rank) => rank >= left)];
  arrange(numbers, from, right, below);
  arrange(numbers, left, to, above);
}

function middleOf(a: number, b: number, c: number): number {
  return Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
}
