/**
 * What a shock of normal log-odds does to a rate, so that it moves the rates of single runs and not their mean. Each
 * rate has a centre of its own: the log-odds around which the mean over the shock is that very rate. The centres of
 * a range of rates are worked out once, and read off between them.
 */
export class ShockCentres {
  readonly #first: number;
  readonly #last: number;
  readonly #step: number;
  /** How far each centre lies from the log-odds of its rate, and how fast that changes with them. */
  readonly #shifts: Float64Array;
  readonly #slopes: Float64Array;

  /** For rates from `low` to `high`, under shocks of a standard deviation. */
  constructor(low: number, high: number, deviation: number) {
    this.#first = logOdds(low);
    this.#last = logOdds(high);
    const steps = Math.ceil((this.#last - this.#first) / WIDTH);
    this.#step = (this.#last - this.#first) / steps;
    this.#shifts = new Float64Array(steps + 1);
    this.#slopes = new Float64Array(steps + 1);
    for (let at = 0; at <= steps; at++) {
      const odds = steps === 0 ? this.#first : this.#first + at * this.#step;
      const { centre, slope } = centreOf(odds, deviation);
      this.#shifts[at] = centre - odds;
      this.#slopes[at] = slope - 1;
    }
  }

  /** The log-odds around which a shock leaves the mean at such a rate, above 0 and below 1. */
  of(rate: number): number {
    const odds = logOdds(rate);
    const shifts = this.#shifts;
    const last = shifts.length - 1;
    if (odds <= this.#first || last === 0) return odds + shifts[0]!;
    if (odds >= this.#last) return odds + shifts[last]!;
    const place = (odds - this.#first) / this.#step;
    const at = Math.min(last - 1, Math.floor(place));
    const [part, rest] = [place - at, at + 1 - place];
    // Hermite's cubic: the values and the slopes at both ends.
    const value = rest * rest * (1 + 2 * part) * shifts[at]! + part * part * (1 + 2 * rest) * shifts[at + 1]!;
    const slopes = part * rest * (rest * this.#slopes[at]! - part * this.#slopes[at + 1]!);
    return odds + value + this.#step * slopes;
  }
}

/** How far apart the centres lie that are worked out, in log-odds. */
const WIDTH = 0.05;

/** Log-odds beyond which all rates are as good as none, or as all: the shift no longer changes there. */
const EDGE = 21;

function logOdds(rate: number): number {
  return Math.max(-EDGE, Math.min(EDGE, Math.log(rate / (1 - rate))));
}

/** The share that log-odds stand for. */
export function shareOf(odds: number): number {
  return 1 / (1 + Math.exp(-odds));
}

/** A centre, and how fast it moves with the log-odds of its rate. */
interface Centre {
  readonly centre: number;
  readonly slope: number;
}

/** The centre of log-odds by Newton's steps; above even odds that of the other side turned round, which keeps its figures. */
function centreOf(odds: number, deviation: number): Centre {
  if (odds > 0) {
    const { centre, slope } = centreOf(-odds, deviation);
    return { centre: -centre, slope };
  }
  let found: Centre = { centre: odds, slope: 1 };
  for (let [turn, moved] = [0, 1]; turn < MOST_TURNS && Math.abs(moved) > CLOSE; turn++) {
    const { mean, change } = meanShare(found.centre, deviation);
    const slope = (mean * (1 - mean)) / change;
    moved = (odds - Math.log(mean / (1 - mean))) * slope;
    found = { centre: found.centre + moved, slope };
  }
  return found;
}

const [MOST_TURNS, CLOSE] = [50, 1e-12];

const [WIDEST, STEP] = [8, 0.1];

/** The mean share over the shock, and how it changes with the centre: a trapezoid rule, exact to rounding for such curves. */
function meanShare(centre: number, deviation: number): { readonly mean: number; readonly change: number } {
  let [sum, changes, weights] = [0, 0, 0];
  for (let at = -WIDEST / STEP; at <= WIDEST / STEP; at++) {
    const normal = at * STEP;
    const weight = Math.exp((-normal * normal) / 2);
    const share = shareOf(centre + deviation * normal);
    sum += weight * share;
    changes += weight * share * (1 - share);
    weights += weight;
  }
  return { mean: sum / weights, change: changes / weights };
}
