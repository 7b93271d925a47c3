import type { Citation, ParticipantGroup, Programme, Source, State } from "../../rules/index.js";
import { countingReadings, leavingExcuses, usualConventions } from "../counting-conventions.js";
import { events } from "./events.js";
import { pipeline, returns, supplyChainReturn, version1, version2, version3 } from "./regimes.js";

/** The documents that the Work Programme is modelled on, and what lies outside them. */
const sources = {
  "002": {
    title: "Work Programme live running memo 149: performance management regime guidance, version 2",
    edition: "1 April 2014, withdrawn",
    standing: "guidance",
  },
  "003": {
    title: "Work Programme: report of the Building Best Practice Group",
    edition: "2014",
    standing: "recommended",
  },
  "004": {
    title: "Work Programme live running memo 165: performance management regime provider guidance, version 3",
    edition: "1 August 2014",
    standing: "guidance",
  },
  "cohort-months": {
    title: "Work Programme statistics: cohorts by month of referral",
    edition: "as reported; source 002 speaks of cohort periods and does not say of what",
    standing: "research",
    confidence: "medium",
  },
  "payment-groups": {
    title: "Work Programme payment groups and the weeks in work that make a job outcome",
    edition: "as reported, not among the documents modelled here",
    standing: "research",
    confidence: "medium",
  },
  "payment-group-9": {
    title: "Work Programme payment group 9 and the weeks in work that make its job outcome",
    edition: "as reported, less certain than the other groups",
    standing: "research",
    confidence: "low",
  },
} as const satisfies Readonly<Record<string, Source>>;

const citation = { source: "payment-groups", paragraph: "job outcome payments" } as const satisfies Citation;
const halfYear = { weeks: 26 } as const;
const quarter = { weeks: 13 } as const;

/** The nine payment groups. */
const paymentGroups = [
  { id: "pg1", title: "Jobseeker's Allowance, 18 to 24", outcomeAfter: halfYear, citation },
  { id: "pg2", title: "Jobseeker's Allowance, 25 and over", outcomeAfter: halfYear, citation },
  { id: "pg3", title: "Jobseeker's Allowance, early entrants", outcomeAfter: quarter, citation },
  {
    id: "pg4",
    title: "Jobseeker's Allowance, formerly on incapacity benefit",
    outcomeAfter: quarter,
    citation,
  },
  { id: "pg5", title: "Employment and Support Allowance, volunteers", outcomeAfter: quarter, citation },
  { id: "pg6", title: "Employment and Support Allowance, new claimants", outcomeAfter: quarter, citation },
  {
    id: "pg7",
    title: "Employment and Support Allowance, formerly on incapacity benefit",
    outcomeAfter: quarter,
    citation,
  },
  {
    id: "pg8",
    title: "Incapacity Benefit and Income Support, volunteers",
    outcomeAfter: quarter,
    citation,
  },
  {
    id: "pg9",
    title: "Jobseeker's Allowance, prison leavers",
    outcomeAfter: quarter,
    citation: { source: "payment-group-9", paragraph: "job outcome payments" },
  },
] as const satisfies readonly ParticipantGroup[];

const states = [
  { id: "on-programme", title: "On the programme", from: ["started"], until: ["left"] },
  { id: "in-work", title: "In work", from: ["job-started"], until: ["job-ended"], each: "job" },
  {
    id: "contract-running",
    title: "Contract running",
    from: ["contract-started"],
    until: ["contract-ended"],
  },
  {
    id: "supply-chain-reporting",
    title: "Reporting on the supply chain",
    from: ["supply-chain-reporting-announced"],
    until: ["contract-ended"],
  },
] as const satisfies readonly State[];

/** What every edition shares. */
export const common = {
  id: "work-programme",
  revision: 1,
  calendars: { england: "england-and-wales", wales: "england-and-wales", scotland: "scotland" },
  conventions: usualConventions,
  groups: paymentGroups,
  cohortBy: "referral-received",
  cohortBasis: { citation: { source: "cohort-months", paragraph: "cohorts" } },
  events,
  states,
  outcomes: [
    {
      id: "job-outcome",
      title: "Jobs since then add up to as many weeks as the payment group asks",
      after: "started",
      event: "job-outcome-met",
      within: { days: 728 },
      inWork: { state: "in-work", weeks: "by-group" },
      basis: "assumed",
      citation: { source: "payment-groups", paragraph: "job outcome payments" },
    },
  ],
  stays: [
    {
      state: "on-programme",
      atMost: { days: 728 },
      citation: { source: "003", paragraph: "2.2.10", item: "exit" },
    },
  ],
  sources,
} as const;

const regimeEdition = {
  ...common,
  standing: "guidance",
  readings: [...countingReadings, leavingExcuses],
  standards: [],
  pipeline,
} as const;

/** The memo on version 2 states the pipeline file's rules; that they held before and after is assumed. */
const carriedOver = {
  pipeline: { ...pipeline, basis: "assumed" },
  returns: [
    { ...returns[0], basis: "assumed" },
    { ...returns[1], basis: "assumed" },
  ],
} as const;

/** The regime from June 2013; the day is not given. */
export const regimeV1 = {
  ...regimeEdition,
  edition: "regime-v1",
  title: "Work Programme under version 1 of the performance management regime",
  inForce: { until: "2014-03-31", citation: { source: "002", paragraph: "background" } },
  regime: version1,
  ...carriedOver,
} as const satisfies Programme;

export const regimeV2 = {
  ...regimeEdition,
  edition: "regime-v2",
  title: "Work Programme under version 2 of the performance management regime",
  inForce: { from: "2014-04-01", until: "2014-07-31", citation: { source: "002", paragraph: "heading" } },
  regime: version2,
  returns: [...returns, supplyChainReturn],
} as const satisfies Programme;

/** The regime from August 2014; until when is not said. */
export const regimeV3 = {
  ...regimeEdition,
  edition: "regime-v3",
  title: "Work Programme under version 3 of the performance management regime",
  inForce: { from: "2014-08-01", citation: { source: "004", paragraph: "heading" } },
  regime: version3,
  pipeline: carriedOver.pipeline,
  returns: [...carriedOver.returns, { ...supplyChainReturn, basis: "assumed" }],
} as const satisfies Programme;
