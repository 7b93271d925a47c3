import type { Reading } from "../../rules/index.js";
import { asWritten, countingReadings } from "../counting-conventions.js";
import * as whp from "../whp/readings.js";

const item = whp.itemsOf("37");
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
];
const contacts = ["css-8/contact", "css-11/in-work-contact"];

/** What ¶37 leaves open. The first answer of each is what the data says. */
export const readings = [
  ...countingReadings,
  whp.noPercentageGiven(scored),
  whp.appointmentPercentage(item, "css-3/appointment", "css-3/prap-update.target"),
  whp.backlogTest(item, "css-4/backlog-share"),
  whp.backlogWork(item, {
    share: "css-4/backlog-share",
    acknowledged: "css-1/acknowledged",
    appointment: "css-3/appointment",
    update: "css-3/prap-update",
  }),
  whp.backlogDenominator("css-4/backlog-share"),
  whp.backlogMoment("css-4/backlog-share"),
  whp.backlogAgeFrom(item, "css-5/backlog-age"),
  {
    id: "never-started-plan",
    question: "An action plan's time runs from receipt: is one due also for someone who never starts?",
    citation: item("css-7/finalised"),
    answers: [
      { id: "not-applicable", says: "No: it binds for those who start.", changes: asWritten },
      { id: "binds", says: "Yes.", changes: { set: { "css-7/finalised": { when: null } } } },
    ],
  },
  whp.contactGap(contacts),
  whp.stopsWhileDisengaged(contacts),
  {
    id: "stops-while-in-work",
    question: "Does the contact clock before work stop while someone is in work?",
    basis: "assumed",
    answers: [
      { id: "yes", says: "Yes: contact in work takes its place.", changes: asWritten },
      { id: "no", says: "No: both run.", changes: { set: { "css-8/contact": { "stops.in-work": null } } } },
    ],
  },
  whp.missedMeetingClock(item),
  {
    id: "ahead-of-job-start",
    question: "In-work needs are to be talked about ahead of a job: does the day it starts still count?",
    citation: item("css-10/needs-discussed"),
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
    question: "From when is the time after the end of a job counted?",
    citation: item("css-12/after-job-end"),
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
    id: "job-end-return",
    question: "Someone comes back to the Jobcentre some days after a job ended: from when do the days count?",
    citation: item("css-12/after-job-end"),
    answers: [
      {
        id: "later-of-both",
        says: "From the later of the return and the day the end was found out.",
        changes: asWritten,
      },
      {
        id: "established",
        says: "From the day the end was found out, however much later the return.",
        changes: { set: { "css-12/after-job-end": { laterOf: null } } },
      },
    ],
  },
  whp.exitWindow(item, "css-12/before-leaving"),
  whp.esfFormsEnd("css-13/start-form", "css-14/end-form"),
  whp.esfNations("css-13/start-form", "css-14/end-form"),
  whp.completionDate(item, "css-14/end-form"),
  whp.weeksRoll(item, "css-14/end-form"),
  whp.templateDay(item, "css-16/template-b"),
  whp.outcomeDay(),
  whp.leavingExcusesBut(["css-6/standards-provided", "css-13/start-form"]),
] as const satisfies readonly Reading[];
