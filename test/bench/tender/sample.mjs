import { readFileSync } from "node:fs";

/** The invented offer of the examples. */
export function example() {
  return JSON.parse(readFileSync(new URL("../../../examples/data/jets-offer.json", import.meta.url), "utf8"));
}

/** An offer of five years: 200 starts a month on a profile of 24 ages, in a window as long, with ranges and prices. */
export function fiveYears(rules) {
  const months = Array.from({ length: 60 }, (_, at) => [rules.nextMonth("2027-01", at), 286]);
  const profile = Array.from({ length: 24 }, (_, age) => `${((22 * age * (46 - age)) / 529).toFixed(2)}%`);
  const [outcome] = rules.whpJetsCv06.outcomes;
  const window = { within: { days: 700 }, claimWithin: { days: 761 } };
  return {
    id: "five-years",
    title: "Five years",
    changes: { set: { [outcome.id]: window, "tmpl-1": { profile: [...profile.slice(0, -1), "22%"] } } },
    assumptions: {
      referrals: {
        byMonth: Object.fromEntries(months),
        volume: { likely: "100%", low: "85%", high: "110%" },
      },
      starts: { rate: { likely: "70%", low: "64%", high: "75%" }, delay: ["55%", "92%", "100%"] },
      outcomes: { profile },
      prices: { attachmentFee: { pence: 30_000 }, outcomeFee: { pence: 160_000 } },
    },
  };
}
