const [WIDEST, STEP] = [8, 0.1];

/**
 * What a common shock does to a conversion: a factor for each standard normal number. It moves the
 * log-odds of `top`, the highest conversion that is planned for, by so many standard deviations, around
 * a centre such that its mean is 1. So no shock leads above 100%, and none moves the expected outcomes.
 */
export function shockOf(top: number, deviation: number): (normal: number) => number {
  if (deviation === 0 || top <= 0 || top >= 1) return () => 1;
  const centre = centreOf(top, deviation);
  return (normal) => conversion(centre + deviation * normal) / top;
}

function conversion(logOdds: number): number {
  return 1 / (1 + Math.exp(-logOdds));
}

/** The log-odds around which the mean conversion is `top`, by bisection. */
function centreOf(top: number, deviation: number): number {
  const usual = Math.log(top / (1 - top));
  let [low, high] = [usual - deviation ** 2 - 1, usual + deviation ** 2 + 1];
  for (let halved = 0; halved < 60; halved++) {
    const middle = (low + high) / 2;
    if (meanConversion(middle, deviation) < top) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/** The mean over the normal distribution, by the trapezoid rule, which is exact to rounding for such curves. */
function meanConversion(centre: number, deviation: number): number {
  let [sum, weights] = [0, 0];
  for (let at = -WIDEST / STEP; at <= WIDEST / STEP; at++) {
    const normal = at * STEP;
    const weight = Math.exp((-normal * normal) / 2);
    sum += weight * conversion(centre + deviation * normal);
    weights += weight;
  }
  return sum / weights;
}
