// Invented contracts, by a program that shares nothing with the package: its own random numbers, one person at a time.

/** The profile of the guides. */
export const PROFILE = ["0%", "1%", "3%", "6%", "10%", "14%", "17.5%", "20%", "22%"];
const cumulative = PROFILE.map((percent) => Number(percent.slice(0, -1)) / 22);

/** What is true of each row: spreads of contract and month in log-odds, a fixed rate, a lag of news, slower timing. */
export const truths = {
  "contracts 0.2 apart": { contract: 0.2 },
  "contracts 0.35, months 0.2 apart": { contract: 0.35, cohort: 0.2 },
  "17% in the end": { fixed: Math.log(0.17 / 0.83) - Math.log(0.22 / 0.78) },
  "0.2 apart, a month's lag that is told": { contract: 0.2, lag: 1 },
  "0.2 apart, outcomes 10% slower": { contract: 0.2, stretch: Math.log(0.9) },
};

/** Numbers from 0 to 1 (mulberry32). */
function numbers(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let bits = Math.imul(state ^ (state >>> 15), 1 | state);
    bits = (bits + Math.imul(bits ^ (bits >>> 7), 61 | bits)) ^ bits;
    return ((bits ^ (bits >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** A normal number (Box and Muller). */
const normal = (random) => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());

/** In which month of age somebody converts who does: the profile, slower or faster, complete by its last age. */
function ageOf(place, stretch) {
  for (let age = 0; age < cumulative.length - 1; age++) {
    const at = (age + 1) * Math.exp(stretch) - 1;
    const below = Math.floor(at);
    const from = below < 0 ? 0 : cumulative[below];
    const by = from + (at - below) * (cumulative[Math.min(below + 1, cumulative.length - 1)] - from);
    if (place < by) return age;
  }
  return cumulative.length - 1;
}

/** A contract as at the end of its last month: its counts as seen, and how many of its people convert in the end. */
export function contract(
  { months = 12, n = 150, contract: apart = 0, cohort = 0, fixed, stretch = 0, lag = 0 },
  run,
) {
  const random = numbers(run * 7919 + 17);
  const effect = fixed ?? apart * normal(random);
  let [end, seenSoFar, plannedSoFar] = [0, 0, 0];
  const counts = Array.from({ length: months }, (_, month) => {
    const odds = Math.log(0.22 / 0.78) + effect + cohort * normal(random);
    const rate = 1 / (1 + Math.exp(-odds));
    const last = Math.min(cumulative.length - 1, months - 1 - month);
    const added = new Array(last + 1).fill(0);
    for (let person = 0; person < n; person++) {
      if (random() >= rate) continue;
      end += 1;
      const age = ageOf(random(), stretch);
      // News of the newest month has not come yet, as a rule.
      const isLate = lag > 0 && month + age > months - 1 - lag && random() < 0.7;
      if (age <= last && !isLate) added[age] += 1;
    }
    let sum = 0;
    const converted = added.map((people) => (sum += people));
    seenSoFar += sum;
    plannedSoFar += n * 0.22 * cumulative[last];
    return { month: `2021-${String(month + 1).padStart(2, "0")}`, starts: n, converted };
  });
  return { counts, end, starts: months * n, observed: seenSoFar / plannedSoFar };
}

/** What was said before: the people left convert at the profile's rate, and one shock of 0.2 in log-odds hits all alike. */
export function chances({ rows }, run, starts) {
  const random = numbers(run * 104729 + 5);
  const runs = 1000;
  const totals = Array.from({ length: runs }, () => {
    const odds = Math.exp(0.2 * normal(random));
    let total = 0;
    for (const { starts: people, converted, conditional } of rows) {
      const left = people - converted;
      const still = left === 0 ? 0 : (conditional - converted) / left;
      const hit = (still * odds) / (1 - still + still * odds);
      total += converted;
      for (let one = 0; one < left; one++) if (random() < hit) total += 1;
    }
    return total;
  }).sort((one, other) => one - other);
  return {
    lower: totals[Math.ceil(0.025 * runs) - 1],
    upper: totals[Math.ceil(0.975 * runs) - 1],
    expected: totals.reduce((sum, each) => sum + each, 0) / runs,
    probability: totals.filter((total) => total * 100 >= starts * 22).length / runs,
  };
}
