import { assess, dueDates, explain, whpJetsCv06 } from "programme-rules";
import { workingCalendar } from "programme-rules/calendar";

const asAt = "2021-04-30";
const journey = {
  id: "R1",
  events: [
    { kind: "referral-received", on: "2021-04-01" },
    { kind: "referral-acknowledged", on: "2021-04-08" },
  ],
};
const [due] = dueDates(whpJetsCv06, journey, { asAt: "2021-04-01" });
const [finding] = assess(whpJetsCv06, journey, { asAt });
if (due === undefined || finding === undefined) throw new Error("There is nothing to show");

const lines = [
  due.dueOn,
  finding.verdict,
  explain(whpJetsCv06, journey, finding, { asAt }).sentence,
  workingCalendar("scotland").addWorkingDays("2021-12-31", 1),
];
console.log(lines.join("\n"));
