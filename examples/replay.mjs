// A receipt kept from last year: which rules, readings and day a report was made with, and the report made again.
import { report, whpJetsCv06, withReadings } from "programme-rules";

const journeys = [
  {
    id: "R1",
    events: [
      { kind: "referral-received", on: "2021-03-28" },
      { kind: "referral-acknowledged", on: "2021-03-31" },
    ],
  },
];
const strict = report(whpJetsCv06, journeys, { asAt: "2021-04-30" });
const lenient = withReadings(whpJetsCv06, { "receipt-on-non-working-day": "next-working-day" });
const kept = JSON.stringify(report(lenient, journeys, { asAt: "2021-04-30" }));

const { receipt, lines } = JSON.parse(kept);
if (receipt.edition !== whpJetsCv06.edition || receipt.revision !== whpJetsCv06.revision) {
  throw new Error("Other rules than these: fetch the revision that the receipt names.");
}
const again = report(withReadings(whpJetsCv06, receipt.readings), journeys, { asAt: receipt.asAt });

console.log(`read as written: ${strict.lines[0]?.verdict}`);
console.log(`as it was kept: ${lines[0].verdict}`);
console.log(
  `made again: ${again.lines[0]?.verdict}, the same ${JSON.stringify(again.lines) === JSON.stringify(lines)}`,
);

// prints
// read as written: not-met
// as it was kept: met
// made again: met, the same true
