// How likely is a promise to be kept, and what does that hang on?
import { whpJetsCv06 } from "programme-rules";
import { defineOffer, forecastOffer, sensitivity } from "programme-rules/tender";

const promised = ["0%", "1%", "3%", "6%", "10%", "14%", "17.5%", "20%", "22%"];
const planned = ["0%", "1%", "3%", "6%", "11%", "15%", "18.5%", "21%", "23%"];
const offer = defineOffer(whpJetsCv06, {
  id: "our-offer",
  title: "Our offer, every number made up",
  changes: { set: { "tmpl-1": { profile: promised } } },
  assumptions: {
    referrals: { byMonth: { "2027-01": 200, "2027-02": 240, "2027-03": 240, "2027-04": 240 } },
    starts: { rate: { likely: "70%", low: "64%", high: "76%" }, delay: ["60%", "100%"] },
    outcomes: { profile: planned },
    prices: { outcomeFee: { pence: 160_000 } },
  },
});
const { levels, bands, joint } = forecastOffer(offer, {
  seed: 2027,
  runs: 2000,
  firstFullWindow: { "since-day-one": 2 },
});
const last = levels.findLast(({ window }) => window === "since-day-one");
const band = bands.findLast(
  (row) => row.measure === "outcomes" && row.band === "80%" && row.of === "to-date",
);
console.log(`outcomes: ${band?.lower} to ${band?.upper} in 80% of futures`);
console.log(`${last?.target} is met in the end in ${((last?.probability ?? 0) * 100).toFixed(0)}% of them`);
const every = joint.find(({ window, at }) => window === "since-day-one" && at === "every-month");
console.log(
  `and in every month from ${every?.from} to ${every?.until} in ${((every?.probability ?? 0) * 100).toFixed(0)}%`,
);
const [most] = sensitivity(offer).rows;
console.log(`${most?.title} ${most?.low} to ${most?.high}: ${most?.swing.toFixed(0)} outcomes apart`);

// prints
// outcomes: 115 to 182 in 80% of futures
// 22% is met in the end in 60% of them
// and in every month from 2027-02 to 2027-04 in 23%
// Start rate 64% to 76%: 25 outcomes apart
