// A contract performance review: what is known fills the agenda, and people are left the rest.
import { report, whpJetsCv06 } from "programme-rules";
import { returnsDue } from "programme-rules/returns";
import { assuranceGrounds, reviewPack } from "programme-rules/review";

const asAt = "2021-06-30";
const journeys = ["north", "south", "south"].map((provider, at) => ({
  id: `R${at}`,
  attributes: { provider },
  events: [
    { kind: "referral-received", on: "2021-06-01" },
    { kind: "referral-acknowledged", on: `2021-06-0${at + 2}` },
  ],
}));
const contractLog = {
  id: "jets-east",
  events: [
    { kind: "contract-started", on: "2021-05-01" },
    { kind: "template-a-sent", on: "2021-06-15", forMonth: "2021-05" },
    { kind: "template-b-sent", on: "2021-06-16", forMonth: "2021-05" },
  ],
};
const reviews = [{ reportedOn: "2020-05-04", rating: "limited", reasons: ["claims-evidence"] }];
const { summary, sections } = reviewPack({
  programme: whpJetsCv06,
  report: report(whpJetsCv06, journeys, { asAt, contractLog }),
  assurance: { reviews, grounds: assuranceGrounds(reviews, { asAt }) },
  returns: returnsDue(whpJetsCv06, { from: "2021-06-01", to: "2021-06-30", contractLog }),
});
for (const line of summary) console.log(line);
console.log(sections.find(({ id }) => id === "appeals")?.blocks);

// prints
// 6 of 20 requirements are not met.
// Returns and reviews: 0 done in time, 1 late, 1 outstanding.
// Assurance: rated limited on Mon 4 May 2020; no ground on which remedial action may be taken.
// 18 blanks left for people.
// [ { kind: 'blank', asks: 'What was reported, and what was agreed' } ]
