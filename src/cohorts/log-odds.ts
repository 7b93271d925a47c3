/** A probability of log-odds. */
export function probability(logOdds: number): number {
  return 1 / (1 + Math.exp(-logOdds));
}

const [WIDEST, STEP] = [8, 0.25];

/** The mean probability of log-odds that are normal, by the trapezoid rule, which is exact to rounding for such curves. */
export function meanProbability(centre: number, deviation: number): number {
  if (deviation === 0) return probability(centre);
  let [sum, weights] = [0, 0];
  for (let at = -WIDEST / STEP; at <= WIDEST / STEP; at++) {
    const normal = at * STEP;
    const weight = Math.exp((-normal * normal) / 2);
    sum += weight * probability(centre + deviation * normal);
    weights += weight;
  }
  return sum / weights;
}

/** The log-odds around which something that grows with them is `mean`, by bisection. */
export function logOddsOf(mean: number, meanAround: (centre: number) => number): number {
  let [low, high] = [-50, 50];
  for (let halved = 0; halved < 80; halved++) {
    const middle = (low + high) / 2;
    if (meanAround(middle) < mean) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
