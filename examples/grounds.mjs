// For whoever manages a contract: what speaks for which level of intervention, and what was decided.
import { report, whpJetsCv06 } from "programme-rules";
import { indicatorsOf, interventionGrounds } from "programme-rules/regime";

const caseload = Array.from({ length: 200 }, (_, at) => ({
  id: `R${at}`,
  events: [
    { kind: "referral-received", on: "2021-04-01" },
    { kind: "referral-acknowledged", on: at < 3 ? "2021-04-08" : "2021-04-07" },
  ],
}));
const asAt = "2021-04-30";
const requirements = ["css-1/acknowledged"];
const { standards } = indicatorsOf(whpJetsCv06, {
  reports: report(whpJetsCv06, caseload, { asAt, requirements }),
});
const { indicated, openInterventions } = interventionGrounds(
  {
    programme: whpJetsCv06,
    standards,
    indicators: [{ id: "tmpl-1", share: "21.9%", basis: "since-day-one", month: "2021-04" }],
    interventions: [{ level: 3, decidedBy: "the Provision Lead", decidedOn: "2021-04-12" }],
  },
  { asAt },
);

for (const { levels } of indicated) for (const { sentence } of levels) console.log(sentence);
for (const { sentence } of openInterventions) console.log(sentence);

// prints
// There are grounds for Standard action (level-1): baseline; established.
// There are grounds for Enhanced action (level-2): may-miss on css-1/acknowledged and tmpl-1; established.
// Formal action (level-4) is open to the Department, and nothing here recommends it: required-standard-failed on css-1/acknowledged and tmpl-1; established.
// Informal action (level-3), contract package area, was decided by the Provision Lead on Mon 12 Apr 2021; no written notice is recorded. No ground for it is found now, and none is needed.
