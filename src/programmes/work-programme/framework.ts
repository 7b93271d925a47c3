import type { Programme, Reading } from "../../rules/index.js";
import { asWritten, countingReadings, leavingExcuses, setEach } from "../counting-conventions.js";
import { common } from "./editions.js";
import { frameworkStandards } from "./framework-standards.js";

const cadences = ["pre-work-support/reassessed", "pre-work-support/plan-updated"] as const;

const readings = [
  ...countingReadings,
  {
    id: "attachment-days",
    question: "Are the days to attachment working days or calendar days?",
    citation: { source: "003", paragraph: "2.2.10", item: "engagement" },
    answers: [
      { id: "working", says: "Working days.", changes: asWritten },
      {
        id: "calendar",
        says: "Calendar days.",
        changes: {
          set: {
            "programme-engagement/attached": {
              within: { days: 15 },
              exceptions: [{ when: [{ group: ["pg9"] }], within: { days: 25 } }],
            },
          },
        },
      },
    ],
  },
  {
    id: "attachment-population",
    question: "Who is to be attached in time: everyone eligible, or everyone who is attached at all?",
    citation: { source: "003", paragraph: "2.2.10", item: "engagement" },
    answers: [
      { id: "all-eligible", says: "Everyone eligible.", changes: asWritten },
      {
        id: "of-those-attached",
        says: "Those who are attached.",
        changes: {
          set: {
            "programme-engagement/attached": {
              when: [{ attribute: "eligible", isNot: [false], missing: "yes" }, { happened: ["started"] }],
            },
          },
        },
      },
    ],
  },
  {
    id: "contact-gap",
    question: "How is an assessment or an update at least so often measured?",
    basis: "assumed",
    answers: [
      { id: "from-the-last-contact", says: "From the last one.", changes: asWritten },
      {
        id: "one-in-each-fixed-block",
        says: "One in each fixed block of weeks from the start.",
        changes: setEach(cadences, { gap: "blocks" }),
      },
    ],
  },
  {
    id: "stops-while-in-work",
    question: "Do assessments and plan updates before work stop while someone is in work?",
    basis: "assumed",
    answers: [
      { id: "yes", says: "Yes: they belong to the time before work.", changes: asWritten },
      { id: "no", says: "No.", changes: setEach(cadences, { "stops.in-work": null }) },
    ],
  },
  {
    id: "ahead-of-job-start",
    question: "An assessment is due prior to commencing work: does the day the job starts still count?",
    citation: { source: "003", paragraph: "2.2.10", item: "pre-work" },
    answers: [
      {
        id: "same-day-needs-review",
        says: "The day before at the latest is in time; on the day itself a person must look.",
        changes: asWritten,
      },
      {
        id: "same-day-counts",
        says: "The same day counts.",
        changes: { set: { "pre-work-support/before-work": { sameDay: null } } },
      },
      {
        id: "strictly-before",
        says: "Only the day before or earlier counts.",
        changes: { set: { "pre-work-support/before-work": { sameDay: null, atLeast: { days: 1 } } } },
      },
    ],
  },
  {
    id: "standards-review",
    question: "Does a bi-annual review of the standards come more than once a year, or every two years?",
    citation: { source: "003", paragraph: "2.2.5", item: "recommendation 8" },
    answers: [
      { id: "twice-a-year", says: "More than once a year.", changes: asWritten },
      {
        id: "every-two-years",
        says: "Every two years.",
        changes: { set: { "framework-review/reviewed": { every: { months: 24 } } } },
      },
    ],
  },
  leavingExcuses,
] as const satisfies readonly Reading[];

/**
 * The framework of standards that source 003 proposes: an example for future contracts, in force
 * nowhere. Before it is frozen.
 */
export const framework = {
  ...common,
  edition: "framework",
  title: "Work Programme: example framework of customer service standards",
  standing: "recommended",
  inForce: {},
  readings,
  standards: frameworkStandards,
} as const satisfies Programme;
