// For whoever must answer "why is this one red?": a journey assessed, each verdict with its reason in words.
import { assess, explain, whpJetsCv06 } from "programme-rules";

const journey = {
  id: "JETS-00417",
  attributes: { nation: "england" },
  events: [
    { kind: "referral-received", on: "2021-04-01" },
    { kind: "referral-acknowledged", on: "2021-04-06" },
    { kind: "contacted", on: "2021-04-09" },
    { kind: "prap-updated", on: "2021-04-26", status: "did-not-attend" },
  ],
};
const asAt = "2021-04-30";

const findings = assess(whpJetsCv06, journey, { asAt });
const asked = findings.filter(({ verdict }) => verdict !== "not-applicable");

for (const finding of asked) {
  const { sentence } = explain(whpJetsCv06, journey, finding, { asAt });
  console.log(`${finding.requirement}: ${finding.verdict}\n  ${sentence}`);
}

// prints
// css-1/acknowledged: met
//   Referral received Thu 1 Apr 2021. Two working days later is Wed 7 Apr 2021 (Good Friday, the weekend and Easter Monday do not count). Acknowledged Tue 6 Apr 2021: met, one working day to spare. [001 ¶38 item 1]
// css-2/backlog-share: met
//   Referral received Thu 1 Apr 2021. Two working days later is Wed 7 Apr 2021 (Good Friday, the weekend and Easter Monday do not count): acknowledged Tue 6 Apr 2021. 15 working days after Thu 1 Apr 2021 is Mon 26 Apr 2021 (Good Friday, four weekends and Easter Monday do not count): no initial appointment, and none owed from Mon 26 Apr 2021 (PRaP updated); PRaP updated Mon 26 Apr 2021. Not in backlog as at Fri 30 Apr 2021: met. [001 ¶38 item 2]
// css-3/backlog-age: met
//   Referral received Thu 1 Apr 2021. 25 working days later is Tue 11 May 2021 (Good Friday, six weekends, Easter Monday and Early May bank holiday do not count). Acknowledged Tue 6 Apr 2021; no initial appointment, and none owed from Mon 26 Apr 2021 (PRaP updated); PRaP updated Mon 26 Apr 2021. Out of backlog Mon 26 Apr 2021: met, ten working days to spare. [001 ¶38 item 3]
// css-4/contacted: not-met
//   Referral received Thu 1 Apr 2021. Two working days later is Wed 7 Apr 2021 (Good Friday, the weekend and Easter Monday do not count). Contacted Fri 9 Apr 2021: not met, two working days late. [001 ¶38 item 4]
// css-5/appointment: not-met
//   Referral received Thu 1 Apr 2021. 15 working days later is Mon 26 Apr 2021 (Good Friday, four weekends and Easter Monday do not count). No initial appointment by then (off the worklist from Mon 26 Apr 2021: PRaP updated): not met. [001 ¶38 item 5]
// css-5/prap-update: met
//   Referral received Thu 1 Apr 2021. 15 working days later is Mon 26 Apr 2021 (Good Friday, four weekends and Easter Monday do not count). PRaP updated Mon 26 Apr 2021: met, on the last day. [001 ¶38 item 5]
