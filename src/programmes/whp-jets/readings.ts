import type { Citation, Reading } from "../../rules/index.js";
import { backlogReadings, countingReadings, leavingReadings } from "../counting-conventions.js";
import { acknowledgementClock, englandOnly, esfNations, missedMeetingClock } from "../whp/readings.js";
import { survey } from "../whp/standards.js";

const item = <Item extends string>(item: Item) =>
  ({ source: "001", paragraph: "38", item }) as const satisfies Citation;

const scored = [
  "css-4/contacted",
  "css-6/standards-provided",
  "css-7/finalised",
  "css-7/explored",
  "css-8/contact",
  "css-9/follow-up",
  "css-10/contents",
  "css-10/before-leaving",
  "css-10/kept",
  "css-11/start-form",
  "css-12/end-form",
] as const;
const percentages = ["css-1/acknowledged", "css-5/appointment", "css-5/prap-update"] as const;

const setEach = (ids: readonly string[], fields: Readonly<Record<string, string | null>>) => ({
  set: Object.fromEntries(ids.map((id) => [id, fields])),
});
const asWritten = {};

/** What ¶38 leaves open. The first answer of each is what the data says. */
export const readings = [
  ...countingReadings,
  { ...acknowledgementClock.asks, citation: item("1"), answers: acknowledgementClock.answers },
  {
    id: "percentage-population",
    question: "Of which referrals is a percentage taken?",
    basis: "assumed",
    answers: [
      { id: "received", says: "Of those received in the period.", changes: asWritten },
      {
        id: "due",
        says: "Of those falling due in the period.",
        changes: setEach(percentages, { over: "due" }),
      },
      { id: "cumulative", says: "Of all to date.", changes: setEach(percentages, { over: "cumulative" }) },
    ],
  },
  {
    id: "no-percentage-given",
    question: "A standard names no percentage: is every case held to it?",
    basis: "assumed",
    answers: [
      { id: "scored", says: "Every case is scored.", changes: asWritten },
      {
        id: "reported",
        says: "Cases are reported and not scored.",
        changes: setEach(scored, { target: null }),
      },
    ],
  },
  {
    id: "appointment-percentage",
    question: "Does the 99% cover the initial appointment as well as the PRaP update?",
    citation: item("5"),
    answers: [
      { id: "update-only", says: "The update only; appointments are reported.", changes: asWritten },
      {
        id: "both",
        says: "Both are held to 99%.",
        changes: { set: { "css-5/appointment": { target: { atLeast: "99%" } } } },
      },
      {
        id: "appointment-every-case",
        says: "The appointment binds in every case.",
        changes: { set: { "css-5/appointment": { target: { every: true } } } },
      },
    ],
  },
  ...backlogReadings,
  {
    id: "backlog-denominator",
    question: "Of which referrals is the backlog a share?",
    basis: "assumed",
    answers: [
      { id: "all-to-date", says: "Of all referrals to date.", changes: asWritten },
      {
        id: "open",
        says: "Of the referrals with work still undone.",
        changes: { set: { "css-2/backlog-share": { over: "open" } } },
      },
      {
        id: "received-in-month",
        says: "Of the referrals received in the month.",
        changes: { set: { "css-2/backlog-share": { over: "received" } } },
      },
    ],
  },
  {
    id: "backlog-moment",
    question: "When is the backlog measured?",
    basis: "assumed",
    answers: [
      { id: "close-of-day", says: "At the close of each day.", changes: asWritten },
      {
        id: "month-end",
        says: "At the end of each month.",
        changes: { set: { "css-2/backlog-share": { measured: "month-end" } } },
      },
    ],
  },
  {
    id: "jets-backlog-reference",
    question:
      "CSS 2 points to the work of CSS 1 or 3, but 3 is the backlog rule itself: which work is meant?",
    citation: item("2"),
    answers: [
      { id: "resolved", says: "CSS 1 or 5, as the same words mean in WHP Core.", changes: asWritten },
      {
        id: "literal",
        says: "Literally 1 or 3; since 3 has no work of its own, CSS 1 only.",
        changes: { set: { backlog: { work: [{ requirement: "css-1/acknowledged" }] } } },
      },
    ],
  },
  {
    id: "backlog-age-from",
    question: "From when are the 25 working days in backlog counted?",
    citation: item("3"),
    answers: [
      { id: "receipt", says: "From receipt of the referral.", changes: asWritten },
      {
        id: "entering-backlog",
        says: "From the due date that was missed.",
        changes: { set: { "css-3/backlog-age": { after: [{ entering: "backlog" }] } } },
      },
    ],
  },
  {
    id: "contact-gap",
    question: "How is contact every 10 working days measured?",
    basis: "assumed",
    answers: [
      { id: "from-the-last-contact", says: "From the last contact.", changes: asWritten },
      {
        id: "one-in-each-fixed-block",
        says: "One contact in each fixed block of days from the start.",
        changes: { set: { "css-8/contact": { gap: "blocks" } } },
      },
    ],
  },
  {
    id: "stops-while-disengaged",
    question: "Does the contact clock stop while someone is disengaged?",
    basis: "assumed",
    answers: [
      { id: "yes", says: "Yes; it starts afresh when they re-engage.", changes: asWritten },
      { id: "no", says: "No.", changes: { set: { "css-8/contact": { "stops.disengaged": null } } } },
    ],
  },
  {
    id: "stops-while-in-work",
    question: "Does the contact clock stop while someone is in work?",
    basis: "assumed",
    answers: [
      { id: "no", says: "No: JETS has no standard of its own for contact in work.", changes: asWritten },
      { id: "yes", says: "Yes.", changes: { set: { "css-8/contact": { "stops.in-work": true } } } },
    ],
  },
  { ...missedMeetingClock.asks, citation: item("9"), answers: missedMeetingClock.answers },
  {
    ...esfNations.asks,
    answers: [
      esfNations.everywhere,
      {
        ...esfNations.englandOnly,
        changes: {
          set: { "css-11/start-form": englandOnly.startForm, "css-12/end-form": englandOnly.endForm },
        },
      },
    ],
  },
  {
    id: "weeks-roll",
    question: "Eight weeks end on a day that is not a working day: does the last day move?",
    citation: item("12"),
    answers: [
      { id: "not-rolled", says: "No: 56 days.", changes: asWritten },
      {
        id: "rolled",
        says: "Yes, to the next working day.",
        changes: { set: { "css-12/end-form": { within: { weeks: 8, roll: "next-working-day" } } } },
      },
    ],
  },
  {
    id: "template-day",
    question: "Are the monthly templates due by the 15th of the next month, or on that day?",
    citation: item("14"),
    answers: [
      { id: "by", says: "By that day.", changes: asWritten },
      {
        id: "on",
        says: "On that day, not before.",
        changes: {
          set: { "css-14/template-b": { atLeast: { dayOfNextMonth: 15, roll: "next-working-day" } } },
        },
      },
    ],
  },
  {
    id: "outcome-day",
    question: "Is the start day 0 or day 1 of the outcome window?",
    citation: { source: "001", paragraph: "20" },
    answers: [
      { id: "day-0", says: "Day 0: day 238 is in.", changes: asWritten },
      {
        id: "day-1",
        says: "Day 1: day 237 after the start is the last.",
        changes: { set: { conventions: { outcomeDay: "day-1" } } },
      },
    ],
  },
  ...leavingReadings,
  {
    id: "jets-survey-groups",
    question: "Responses are to be split by customer group, but JETS has none: what is meant?",
    citation: item("13"),
    answers: [
      { id: "none", says: "Nothing: JETS has no customer groups (¶36).", changes: asWritten },
      {
        id: "contract-groups",
        says: "Split them by the contract's own groups.",
        changes: {
          set: {
            "css-13/responses-kept": {
              parts: [
                survey.recorded,
                survey.kept,
                { id: "split", says: "responses are split by the contract's groups", check: "human" },
              ],
            },
          },
        },
      },
    ],
  },
] as const satisfies readonly Reading[];
