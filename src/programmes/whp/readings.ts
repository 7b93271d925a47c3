import type { Citation, Reading } from "../../rules/index.js";
import { asWritten, setEach } from "../counting-conventions.js";
import { esfEnd } from "./standards.js";

// What ¶37 and ¶38 leave open in the same words: each contract gives the ids of its requirements.
// The first answer of each reading is what the data says.

type ItemOf = (requirement: string) => Citation;

/** Cites the item of a paragraph in which a requirement stands: the number of its standard. */
export const itemsOf =
  (paragraph: string): ItemOf =>
  (requirement) => ({
    source: "001",
    paragraph,
    item: requirement.slice("css-".length, requirement.indexOf("/")),
  });

const inEngland = { attribute: "nation", is: ["england"] } as const;

export const acknowledgementClock = (item: ItemOf) =>
  ({
    id: "acknowledgement-clock",
    question: "From what is the time to acknowledge counted?",
    citation: item("css-1/acknowledged"),
    answers: [
      { id: "receipt", says: "From receipt of the referral.", changes: asWritten },
      {
        id: "sent",
        says: "From the day the Jobcentre sent it.",
        changes: setEach(["css-1/acknowledged"], { after: ["referral-sent"] }),
      },
      {
        id: "made",
        says: "From the day the referral was made.",
        changes: setEach(["css-1/acknowledged"], { after: ["referral-made"] }),
      },
    ],
  }) as const satisfies Reading;

export const percentagePopulation = (percentages: readonly string[]) =>
  ({
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
      {
        id: "cumulative",
        says: "Of all to date.",
        changes: setEach(percentages, { over: "cumulative" }),
      },
    ],
  }) as const satisfies Reading;

export const noPercentageGiven = (scored: readonly string[]) =>
  ({
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
  }) as const satisfies Reading;

export const appointmentPercentage = (item: ItemOf, appointment: string, update: string) =>
  ({
    id: "appointment-percentage",
    question: "Does the percentage cover the initial appointment as well as the PRaP update?",
    citation: item(appointment),
    answers: [
      { id: "update-only", says: "The update only; appointments are reported.", changes: asWritten },
      {
        id: "both",
        says: "Both are held to it.",
        changes: setEach([appointment], { target: { sameAs: update } }),
      },
      {
        id: "appointment-every-case",
        says: "The appointment binds in every case.",
        changes: setEach([appointment], { target: { every: true } }),
      },
    ],
  }) as const satisfies Reading;

export const backlogDenominator = (backlogShare: string) =>
  ({
    id: "backlog-denominator",
    question: "Of which referrals is the backlog a share?",
    basis: "assumed",
    answers: [
      { id: "all-to-date", says: "Of all referrals to date.", changes: asWritten },
      {
        id: "open",
        says: "Of the referrals with work still undone.",
        changes: setEach([backlogShare], { over: "open" }),
      },
      {
        id: "received-in-month",
        says: "Of the referrals received in the month.",
        changes: setEach([backlogShare], { over: "received" }),
      },
    ],
  }) as const satisfies Reading;

export const backlogMoment = (backlogShare: string) =>
  ({
    id: "backlog-moment",
    question: "When is the backlog measured?",
    basis: "assumed",
    answers: [
      { id: "close-of-day", says: "At the close of each day.", changes: asWritten },
      {
        id: "month-end",
        says: "At the end of each month.",
        changes: setEach([backlogShare], { measured: "month-end" }),
      },
    ],
  }) as const satisfies Reading;

export const backlogAgeFrom = (item: ItemOf, backlogAge: string) =>
  ({
    id: "backlog-age-from",
    question: "From when is the longest time in backlog counted?",
    citation: item(backlogAge),
    answers: [
      { id: "receipt", says: "From receipt of the referral.", changes: asWritten },
      {
        id: "entering-backlog",
        says: "From the due date that was missed.",
        changes: setEach([backlogAge], { after: [{ entering: "backlog" }] }),
      },
    ],
  }) as const satisfies Reading;

export const contactGap = (contacts: readonly string[]) =>
  ({
    id: "contact-gap",
    question: "How are the gaps between contacts measured?",
    basis: "assumed",
    answers: [
      { id: "from-the-last-contact", says: "From the last contact.", changes: asWritten },
      {
        id: "one-in-each-fixed-block",
        says: "One contact in each fixed block of days from the start.",
        changes: setEach(contacts, { gap: "blocks" }),
      },
    ],
  }) as const satisfies Reading;

export const stopsWhileDisengaged = (contacts: readonly string[]) =>
  ({
    id: "stops-while-disengaged",
    question: "Does the contact clock stop while someone is disengaged?",
    basis: "assumed",
    answers: [
      { id: "yes", says: "Yes; it starts afresh when they re-engage.", changes: asWritten },
      { id: "no", says: "No.", changes: setEach(contacts, { "stops.disengaged": null }) },
    ],
  }) as const satisfies Reading;

export const missedMeetingClock = (item: ItemOf) =>
  ({
    id: "missed-meeting-clock",
    question: "From when is the time to follow up a missed meeting counted?",
    citation: item("css-9/follow-up"),
    answers: [
      { id: "the-meeting", says: "From the meeting.", changes: asWritten },
      {
        id: "when-it-became-known",
        says: "From the day the absence became known.",
        changes: setEach(["css-9/follow-up"], { anchorDate: "knownOn" }),
      },
    ],
  }) as const satisfies Reading;

export const esfNations = (startForm: string, endForm: string) =>
  ({
    id: "esf-nations",
    question: "Are ESF forms owed everywhere, or in England only as the ESF checks are?",
    citation: { source: "001", paragraph: "41" },
    answers: [
      { id: "everywhere", says: "Everywhere.", changes: asWritten },
      {
        id: "england-only",
        says: "In England only.",
        changes: {
          set: {
            [startForm]: { when: [esfEnd, inEngland] },
            [endForm]: { when: [{ happened: ["started"], ...esfEnd }, inEngland] },
          },
        },
      },
    ],
  }) as const satisfies Reading;

export const weeksRoll = (item: ItemOf, endForm: string) =>
  ({
    id: "weeks-roll",
    question:
      "The time for the ESF end form ends on a day that is not a working day: does the last day move?",
    citation: item(endForm),
    answers: [
      { id: "not-rolled", says: "No.", changes: asWritten },
      {
        id: "rolled",
        says: "Yes, to the next working day.",
        changes: setEach([endForm], { "within.roll": "next-working-day" }),
      },
    ],
  }) as const satisfies Reading;

export const templateDay = (item: ItemOf, monthlyTemplate: string) =>
  ({
    id: "template-day",
    question: "Are the templates due by the last day for them, or on it?",
    citation: item(monthlyTemplate),
    answers: [
      { id: "by", says: "By that day.", changes: asWritten },
      {
        id: "on",
        says: "On that day, not before.",
        changes: setEach([monthlyTemplate], {
          atLeast: { sameAs: `${monthlyTemplate}.within` },
        }),
      },
    ],
  }) as const satisfies Reading;

export const outcomeDay = () =>
  ({
    id: "outcome-day",
    question: "Is the start day 0 or day 1 of the outcome window?",
    citation: { source: "001", paragraph: "20" },
    answers: [
      {
        id: "day-0",
        says: "Day 0: the last day of the window is so many days after the start.",
        changes: asWritten,
      },
      {
        id: "day-1",
        says: "Day 1: the window ends a day earlier.",
        changes: { set: { conventions: { outcomeDay: "day-1" } } },
      },
    ],
  }) as const satisfies Reading;
