import type { Citation, Reading } from "../../rules/index.js";
import { backlogReadings, countingReadings, leavingReadings } from "../counting-conventions.js";
import { acknowledgementClock, englandOnly, esfNations, missedMeetingClock } from "../whp/readings.js";

const item = <Item extends string>(item: Item) =>
  ({ source: "001", paragraph: "37", item }) as const satisfies Citation;

const scored = [
  "css-2/contact-attempted",
  "css-6/standards-provided",
  "css-7/finalised",
  "css-7/explored",
  "css-8/contact",
  "css-9/follow-up",
  "css-10/needs-discussed",
  "css-11/in-work-contact",
  "css-12/contents",
  "css-12/before-leaving",
  "css-12/after-job-end",
  "css-12/kept",
  "css-13/start-form",
  "css-14/end-form",
] as const;
const percentages = ["css-1/acknowledged", "css-3/appointment", "css-3/prap-update"] as const;
const contacts = ["css-8/contact", "css-11/in-work-contact"] as const;

const setEach = (ids: readonly string[], fields: Readonly<Record<string, string | null>>) => ({
  set: Object.fromEntries(ids.map((id) => [id, fields])),
});
const asWritten = {};

/** What ¶37 leaves open. The first answer of each is what the data says. */
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
    citation: item("3"),
    answers: [
      { id: "update-only", says: "The update only; appointments are reported.", changes: asWritten },
      {
        id: "both",
        says: "Both are held to 99%.",
        changes: { set: { "css-3/appointment": { target: { atLeast: "99%" } } } },
      },
      {
        id: "appointment-every-case",
        says: "The appointment binds in every case.",
        changes: { set: { "css-3/appointment": { target: { every: true } } } },
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
        changes: { set: { "css-4/backlog-share": { over: "open" } } },
      },
      {
        id: "received-in-month",
        says: "Of the referrals received in the month.",
        changes: { set: { "css-4/backlog-share": { over: "received" } } },
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
        changes: { set: { "css-4/backlog-share": { measured: "month-end" } } },
      },
    ],
  },
  {
    id: "backlog-age-from",
    question: "From when are the 25 working days in backlog counted?",
    citation: item("5"),
    answers: [
      { id: "receipt", says: "From receipt of the referral.", changes: asWritten },
      {
        id: "entering-backlog",
        says: "From the due date that was missed.",
        changes: { set: { "css-5/backlog-age": { after: [{ entering: "backlog" }] } } },
      },
    ],
  },
  {
    id: "never-started-plan",
    question: "An action plan is due 20 working days after receipt: also for someone who never starts?",
    citation: item("7"),
    answers: [
      { id: "not-applicable", says: "No: it binds for those who start.", changes: asWritten },
      { id: "binds", says: "Yes.", changes: { set: { "css-7/finalised": { when: null } } } },
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
        changes: setEach(contacts, { gap: "blocks" }),
      },
    ],
  },
  {
    id: "stops-while-disengaged",
    question: "Does the contact clock stop while someone is disengaged?",
    basis: "assumed",
    answers: [
      { id: "yes", says: "Yes; it starts afresh when they re-engage.", changes: asWritten },
      { id: "no", says: "No.", changes: setEach(contacts, { "stops.disengaged": null }) },
    ],
  },
  {
    id: "stops-while-in-work",
    question: "Does the contact clock of CSS 8 stop while someone is in work?",
    basis: "assumed",
    answers: [
      { id: "yes", says: "Yes: CSS 11 takes over.", changes: asWritten },
      { id: "no", says: "No: both run.", changes: { set: { "css-8/contact": { "stops.in-work": null } } } },
    ],
  },
  { ...missedMeetingClock.asks, citation: item("9"), answers: missedMeetingClock.answers },
  {
    id: "ahead-of-job-start",
    question: "In-work needs are to be talked about ahead of a job: does the day it starts still count?",
    citation: item("10"),
    answers: [
      {
        id: "same-day-needs-review",
        says: "The day before at the latest is in time; on the day itself a person must look.",
        changes: asWritten,
      },
      {
        id: "same-day-counts",
        says: "The same day counts.",
        changes: { set: { "css-10/needs-discussed": { sameDay: null } } },
      },
      {
        id: "strictly-before",
        says: "Only the day before or earlier counts.",
        changes: { set: { "css-10/needs-discussed": { sameDay: null, atLeast: { days: 1 } } } },
      },
    ],
  },
  {
    id: "job-end-clock",
    question: "From when are the 10 working days after the end of a job counted?",
    citation: item("12"),
    answers: [
      { id: "established", says: "From the day the end was found out.", changes: asWritten },
      {
        id: "ended",
        says: "From the day the job ended.",
        changes: { set: { "css-12/after-job-end": { anchorDate: "on" } } },
      },
    ],
  },
  {
    ...esfNations.asks,
    answers: [
      esfNations.everywhere,
      {
        ...esfNations.englandOnly,
        changes: {
          set: { "css-13/start-form": englandOnly.startForm, "css-14/end-form": englandOnly.endForm },
        },
      },
    ],
  },
  {
    id: "weeks-roll",
    question: "Eight weeks end on a day that is not a working day: does the last day move?",
    citation: item("14"),
    answers: [
      { id: "not-rolled", says: "No: 56 days.", changes: asWritten },
      {
        id: "rolled",
        says: "Yes, to the next working day.",
        changes: { set: { "css-14/end-form": { within: { weeks: 8, roll: "next-working-day" } } } },
      },
    ],
  },
  {
    id: "template-day",
    question: "Are the monthly templates due by the 15th of the next month, or on that day?",
    citation: item("16"),
    answers: [
      { id: "by", says: "By that day.", changes: asWritten },
      {
        id: "on",
        says: "On that day, not before.",
        changes: {
          set: { "css-16/template-b": { atLeast: { dayOfNextMonth: 15, roll: "next-working-day" } } },
        },
      },
    ],
  },
  {
    id: "outcome-day",
    question: "Is the start day 0 or day 1 of the outcome window?",
    citation: { source: "001", paragraph: "20" },
    answers: [
      { id: "day-0", says: "Day 0: day 639 is in.", changes: asWritten },
      {
        id: "day-1",
        says: "Day 1: day 638 after the start is the last.",
        changes: { set: { conventions: { outcomeDay: "day-1" } } },
      },
    ],
  },
  ...leavingReadings,
] as const satisfies readonly Reading[];
