// What can honestly be said from real published figures, and what cannot. Each row of the file names its publication.
import { parsePercent } from "programme-rules";
import { funnelLimits, wilson } from "programme-rules/cohorts";
import published from "./data/published-statistics.json" with { type: "json" };

const fraction = (text = "0%") => parsePercent(text).numerator / parsePercent(text).denominator;
const percent = (rate = 0) => `${(rate * 100).toFixed(1)}%`;
const interval = (share = "0%", of = 0) => {
  const found = wilson({ count: Math.round(fraction(share) * of), of });
  return `${percent(found?.lower)} to ${percent(found?.upper)}`;
};
console.log("Work Programme, year 2. Rates only, so: from how many referrals on is the gap no chance?");
for (const { share, level } of [published.yearTwoGroup1, published.yearTwoGroup2, published.yearTwoGroup6]) {
  let people = 1;
  while (funnelLimits(level, people).lower95 < fraction(share)) people = Math.ceil(people * 1.005);
  const about = Number(people.toPrecision(2)).toLocaleString("en-GB");
  console.log(`  ${share} where the level is ${level}: from about ${about} referrals on`);
}
console.log("Work Programme cohorts, twelve months each, so comparable; intervals as if of 1,000 people");
for (const { says, share } of [published.june2011, published.june2012])
  console.log(`  ${says.slice(16, 37)}: ${share}, ${interval(share, 1000)}`);
const { restartStarts, restartOutcomes, whpStarts, whpOutcomes } = published;
console.log("Restart, those with twelve months behind them: a true conversion, of rounded figures");
console.log(`  25%, ${interval(restartOutcomes.share, restartStarts.count)}, level ${restartOutcomes.level}`);
console.log("Work and Health Programme: no conversion can be given, recent starters have had less time");
console.log(`  ${percent(whpOutcomes.count / whpStarts.count)} of starts so far: a floor, not a rate`);

// prints
// Work Programme, year 2. Rates only, so: from how many referrals on is the gap no chance?
//   31.9% where the level is 33%: from about 7,100 referrals on
//   27.3% where the level is 27.5%: from about 190,000 referrals on
//   5.3% where the level is 16.5%: from about 47 referrals on
// Work Programme cohorts, twelve months each, so comparable; intervals as if of 1,000 people
//   referred in June 2011: 8.5%, 6.9% to 10.4%
//   referred in June 2012: 13.0%, 11.1% to 15.2%
// Restart, those with twelve months behind them: a true conversion, of rounded figures
//   25%, 24.8% to 25.2%, level 15%
// Work and Health Programme: no conversion can be given, recent starters have had less time
//   13.3% of starts so far: a floor, not a rate
