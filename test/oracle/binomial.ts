/** The probability of each number of successes in n, from the likeliest outwards, so that none is lost to rounding. */
export function binomialProbabilities(n: number, p: number): Float64Array {
  const found = new Float64Array(n + 1);
  const peak = Math.floor((n + 1) * p);
  found[peak] = 1;
  const odds = p / (1 - p);
  for (let k = peak; k < n; k += 1) found[k + 1] = found[k]! * ((n - k) / (k + 1)) * odds;
  for (let k = peak; k > 0; k -= 1) found[k - 1] = found[k]! / (((n - k + 1) / k) * odds);
  const all = found.reduce((sum, each) => sum + each, 0);
  return found.map((each) => each / all);
}
