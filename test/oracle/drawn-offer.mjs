/** Numbers from above 0 to below 1 from a seed (mulberry32): another generator than the library's. */
export function numbersOf(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let bits = Math.imul(state ^ (state >>> 15), state | 1);
    bits ^= bits + Math.imul(bits ^ (bits >>> 7), bits | 61);
    return (((bits ^ (bits >>> 14)) >>> 0) + 0.5) / 2 ** 32;
  };
}

/** One future of a plan, person by person: referrals, starts and outcomes by month, and the rates that were drawn. */
export function drawnOffer(plan, random) {
  const { referrals, volume, monthToMonth, rate, delay, profile, shock, cohortSpread } = plan;
  const much = somewhere(volume, random);
  const starting = somewhere(rate, random);
  const place = random() + random() - 1;
  const ages = profile.likely.map((_, age) =>
    at({ low: profile.low[age], likely: profile.likely[age], high: profile.high[age] }, place),
  );
  const end = ages.at(-1);
  const centre = centreWithMean(end, Math.hypot(shock, cohortSpread));
  const hit = shock * standardNormal(random);
  const months = referrals.length + delay.length + ages.length;
  const flow = { referrals: zeros(months), starts: zeros(months), outcomes: zeros(months) };
  for (const [month, planned] of referrals.entries()) {
    const people = events(planned * much * logNormal(monthToMonth, random), random);
    flow.referrals[month] = people;
    for (let person = 0; person < people; person += 1)
      if (random() < starting) flow.starts[month + firstReaching(delay, random())] += 1;
  }
  for (const [cohort, people] of [...flow.starts].entries()) {
    const converting = conversion(centre + hit + cohortSpread * standardNormal(random));
    for (let person = 0; person < people; person += 1)
      if (random() < converting) flow.outcomes[cohort + firstReaching(ages, random() * end)] += 1;
  }
  return flow;
}

const zeros = (months) => new Array(months).fill(0);
const conversion = (logOdds) => 1 / (1 + Math.exp(-logOdds));
const firstReaching = (cumulative, place) => cumulative.findIndex((share) => share > place);
const at = ({ low, likely, high }, place) =>
  place < 0 ? likely + (likely - low) * place : likely + (high - likely) * place;
const somewhere = (range, random) => at(range, random() + random() - 1);

/** By Box and Muller. */
function standardNormal(random) {
  return Math.sqrt(-2 * Math.log(random())) * Math.cos(2 * Math.PI * random());
}

/** Mean 1, and such a coefficient of variation. */
function logNormal(variation, random) {
  const deviation = Math.sqrt(Math.log(1 + variation ** 2));
  return Math.exp(deviation * standardNormal(random) - deviation ** 2 / 2);
}

/** How many events of rate 1 there are in so long a time: exponential waits, one after another. */
function events(time, random) {
  let [count, passed] = [0, -Math.log(random())];
  while (passed < time) {
    count += 1;
    passed -= Math.log(random());
  }
  return count;
}

/** The log-odds around which the mean conversion is `mean`: halved again and again over a plain sum. */
export function centreWithMean(mean, deviation) {
  const meanAt = (centre) => {
    let [sum, weights] = [0, 0];
    for (let normal = -9; normal <= 9; normal += 0.05) {
      const weight = Math.exp(-(normal ** 2) / 2);
      sum += weight * conversion(centre + deviation * normal);
      weights += weight;
    }
    return sum / weights;
  };
  let [low, high] = [-60, 60];
  while (high - low > 1e-12) {
    const middle = (low + high) / 2;
    if (meanAt(middle) < mean) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
