import { drawnOffer, numbersOf } from "../../oracle/drawn-offer.mjs";

const sure = (value) => ({ low: value, likely: value, high: value });
const PROFILE = [0, 1, 3, 6, 10, 14, 17.5, 20, 22];
const plain = {
  referrals: new Array(12).fill(180),
  volume: sure(100),
  monthToMonth: 0,
  rate: sure(70),
  delay: [60, 100],
  profile: sure(PROFILE),
  shock: 0,
  cohortSpread: 0,
};
const everything = {
  ...plain,
  volume: { low: 85, likely: 100, high: 110 },
  monthToMonth: 15,
  rate: { low: 64, likely: 70, high: 75 },
  profile: {
    low: PROFILE.map((each) => 0.85 * each),
    likely: PROFILE,
    high: PROFILE.map((each) => 1.2 * each),
  },
  shock: 0.2,
  cohortSpread: 0.2,
};

/** Plans whose futures are known, in percent: what each leaves to chance, by its name. */
export const plans = {
  "a Poisson number of referrals, all else as planned": plain,
  "the same, with a variation from month to month of 15%": { ...plain, monthToMonth: 15 },
  "small: 9 referrals a month": { ...plain, referrals: new Array(12).fill(9) },
  "ranges, month to month, a common shock and cohorts that differ": everything,
};

const percent = (number) => `${Number(number.toFixed(6))}%`;
const written = ({ low, likely, high }, write) =>
  low === high ? write(likely) : { low: write(low), likely: write(likely), high: write(high) };

/** A plan as an offer writes it. */
export function assumptionsOf(plan) {
  const month = (at) => `${2027 + Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, "0")}`;
  return {
    referrals: {
      byMonth: Object.fromEntries(plan.referrals.map((people, at) => [month(at), people])),
      volume: written(plan.volume, percent),
      monthToMonth: percent(plan.monthToMonth),
    },
    starts: { rate: written(plan.rate, percent), delay: plan.delay.map(percent) },
    outcomes: {
      profile: written(plan.profile, (list) => list.map(percent)),
      shock: plan.shock,
      cohortSpread: plan.cohortSpread,
    },
  };
}

const hundredth = (range) => ({ low: range.low / 100, likely: range.likely / 100, high: range.high / 100 });
const hundredths = (list) => list.map((each) => each / 100);

function inFractions(plan) {
  const { low, likely, high } = plan.profile;
  return {
    ...plan,
    volume: hundredth(plan.volume),
    monthToMonth: plan.monthToMonth / 100,
    rate: hundredth(plan.rate),
    delay: hundredths(plan.delay),
    profile: { low: hundredths(low), likely: hundredths(likely), high: hundredths(high) },
  };
}

export const MEASURES = ["referrals", "starts", "outcomes"];

/**
 * In how many of so many futures of a plan, drawn by a program of its own, the numbers to date lie in the 95%
 * bands of a forecast: shares by measure, over the month ends from the third on.
 */
export function coverage({ bands }, plan, futures, seed) {
  const random = numbersOf(seed);
  const drawn = inFractions(plan);
  const ends = (measure) =>
    bands.filter((row) => row.measure === measure && row.of === "to-date" && row.band === "95%").slice(2);
  const held = Object.fromEntries(MEASURES.map((measure) => [measure, ends(measure).map(() => 0)]));
  for (let future = 0; future < futures; future += 1) {
    const flow = drawnOffer(drawn, random);
    for (const measure of MEASURES)
      ends(measure).forEach(({ lower, upper }, at) => {
        const toDate = flow[measure].slice(0, at + 3).reduce((sum, people) => sum + people, 0);
        if (lower <= toDate && toDate <= upper) held[measure][at] += 1 / futures;
      });
  }
  return held;
}
