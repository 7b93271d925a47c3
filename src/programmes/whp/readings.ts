import type { Citation, Reading } from "../../rules/index.js";
import { asWritten, leavingExcuses, setEach } from "../counting-conventions.js";
import { noPercentage } from "./standards.js";
import { notStarted } from "./states.js";

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
        changes: setEach(scored, { target: noPercentage }),
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

export const backlogTest = (item: ItemOf, backlogShare: string) =>
  ({
    id: "backlog-test",
    question: "Backlog is uncompleted work: is work in it once it is overdue, or as long as it is undone?",
    citation: item(backlogShare),
    answers: [
      { id: "overdue", says: "Once it is overdue.", changes: asWritten },
      {
        id: "any-work-undone",
        says: "As long as any of it is undone.",
        changes: { set: { backlog: { test: "undone" } } },
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
      { id: "no", says: "No: no document has the word.", changes: asWritten },
      {
        id: "yes",
        says: "Yes, as one provider does; it starts afresh when they re-engage.",
        changes: setEach(contacts, { "stops.disengaged": true }),
      },
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
        changes: setEach([startForm, endForm], {
          "when.esf-in-england": { attribute: "nation", is: ["england"] },
        }),
      },
    ],
  }) as const satisfies Reading;

export const esfFormsEnd = (startForm: string, endForm: string) =>
  ({
    id: "esf-forms-end",
    question: "Do ESF forms end for later starts, as is reported of guidance not modelled here?",
    citation: { source: "esf-end", paragraph: "ESF forms" },
    answers: [
      {
        id: "as-reported",
        says: "Yes: from the day reported, with medium confidence, a start owes none.",
        changes: asWritten,
      },
      {
        id: "no-end",
        says: "No: they are owed for every start.",
        changes: {
          set: {
            [startForm]: { "when.esf-forms-end": null },
            [endForm]: { "when.esf-forms-end": { happened: ["started"] } },
          },
        },
      },
    ],
  }) as const satisfies Reading;

export const exitWindow = (item: ItemOf, beforeLeaving: string) =>
  ({
    id: "exit-window",
    question: "Is the day of leaving one of the last working days in which the exit report is given?",
    citation: item(beforeLeaving),
    answers: [
      {
        id: "leaving-day-counts",
        says: "Yes: it is the last of them, where it is a working day.",
        changes: asWritten,
      },
      {
        id: "leaving-day-does-not-count",
        says: "No: the day before is the last of them.",
        changes: setEach([beforeLeaving], { endsOn: "day-before" }),
      },
    ],
  }) as const satisfies Reading;

type BacklogPart = "share" | "acknowledged" | "appointment" | "update";

export const backlogWork = (
  item: ItemOf,
  { share, acknowledged, appointment, update }: Readonly<Record<BacklogPart, string>>,
) =>
  ({
    id: "backlog-work",
    question:
      "Backlog is watched through PRaP, which shows no appointment: is an appointment not held backlog work?",
    citation: item(share),
    answers: [
      { id: "both", says: "Yes, beside the PRaP update.", changes: asWritten },
      {
        id: "update-only",
        says: "No: the acknowledgement and the PRaP update only.",
        changes: {
          set: {
            backlog: {
              work: [
                { requirement: acknowledged },
                { requirement: appointment, endedBy: notStarted, counts: false },
                { requirement: update },
              ],
            },
          },
        },
      },
    ],
  }) as const satisfies Reading;

export const completionDate = (item: ItemOf, endForm: string) =>
  ({
    id: "completion-date",
    question: "What is the completion date from which the time for the ESF end form counts?",
    citation: item(endForm),
    answers: [
      { id: "left", says: "The day somebody left.", changes: asWritten },
      {
        id: "end-of-stay",
        says: "The last day of the longest stay, whoever left before; a form sent earlier counts.",
        changes: setEach([endForm], {
          after: [{ stayEnds: "on-programme" }],
          early: true,
          owedAfterLeaving: true,
        }),
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

export const leavingExcusesBut = (startDuties: readonly string[]) =>
  ({
    ...leavingExcuses,
    answers: [
      ...leavingExcuses.answers,
      {
        id: "excused-but-for-start-duties",
        says: "No, but for what the start itself owes.",
        changes: setEach(startDuties, { owedAfterLeaving: true }),
      },
    ],
  }) as const satisfies Reading;
