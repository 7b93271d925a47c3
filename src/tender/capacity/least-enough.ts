/** The least whole number from 1 for which a condition holds that once true stays true; null past `most`. */
export function leastHolding(holds: (units: number) => boolean, most: number): number | null {
  let high = 1;
  while (!holds(high)) {
    if (high >= most) return null;
    high = Math.min(most, 2 * high);
  }
  let low = Math.floor(high / 2);
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (holds(middle)) high = middle;
    else low = middle;
  }
  return high;
}

/**
 * The least from `from` to `most` that is enough and whose next is enough as well; null when there is none. More is widened in
 * growing steps, the gap halved, then both neighbours are looked at, because with chance, and with long
 * lags of rebooking, one more can be worse.
 */
export function leastEnough(from: number, most: number, isEnough: (units: number) => boolean): number | null {
  let [low, high] = [from - 1, from];
  for (let step = Math.max(1, Math.ceil(from / 20)); !isEnough(high); step *= 2) {
    if (high >= most) return null;
    low = high;
    high = Math.min(most, high + step);
  }
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (isEnough(middle)) high = middle;
    else low = middle;
  }
  while (high > from && isEnough(high - 1)) high--;
  while (high < most && !isEnough(high + 1)) {
    high += 2;
    while (high < most && !isEnough(high)) high++;
  }
  return high;
}
