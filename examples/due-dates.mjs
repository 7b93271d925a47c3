// For the developer of a case management system: when a referral arrives, put its due dates in the diary.
import { dueDates, whpJetsCv06 } from "programme-rules";

const referral = {
  id: "JETS-00417",
  attributes: { nation: "england" },
  events: [{ kind: "referral-received", on: "2021-04-01" }],
};

// "Today" is always an argument. Nothing reads the clock, so the same call gives the same dates for ever.
const due = dueDates(whpJetsCv06, referral, { asAt: "2021-04-01" });

for (const { requirement, title, dueOn } of due.filter(({ dueOn }) => dueOn !== undefined)) {
  console.log(`${dueOn}  ${requirement.padEnd(20)}  ${title}`);
}

// Some clocks have not started yet. They say what they wait for, so the diary knows when to ask again.
const waiting = due.filter(({ waitsFor }) => waitsFor?.includes("started"));
console.log(`Once the person has started: ${waiting.map(({ requirement }) => requirement).join(", ")}`);

// prints
// 2021-04-07  css-1/acknowledged    Each referral is acknowledged in PRaP within 2 working days of receipt
// 2021-05-11  css-3/backlog-age     Each referral is out of the backlog within 25 working days of receipt
// 2021-04-07  css-4/contacted       The person is contacted within 2 working days of receipt
// 2021-04-26  css-5/appointment     The initial appointment takes place within 15 working days of receipt
// 2021-04-26  css-5/prap-update     PRaP shows a start, a non-attendance or a non-start within 15 working days of receipt
// Once the person has started: css-6/standards-provided, css-7/finalised, css-8/contact, css-11/start-form
