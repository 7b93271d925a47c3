import type { Citation, Programme, Reading, Regime, Standard } from "../../rules/index.js";
import { countingReadings, leavingExcuses, usualConventions } from "../counting-conventions.js";

import { whpEvents } from "../whp/events.js";
import { whpSources } from "../whp/sources.js";
import { onProgramme } from "../whp/states.js";
import { coreGroups } from "./levels.js";

const memo = { source: "memo-04", paragraph: "customer service standards" } as const satisfies Citation;
const ofRegime = { source: "pre-covid-regime", paragraph: "levels" } as const satisfies Citation;
const notFound = {
  open: "not-published",
  note: "counted among the standards; its text was not found",
} as const;

const standards = [
  {
    id: "referral-result",
    title: "Bring referrals to a start or a recorded absence",
    stage: "programme-engagement",
    citation: memo,
    requirements: [
      {
        kind: "deadline",
        id: "referral-result/started-or-absent",
        title: "Each referral gives a start or a failure to attend",
        event: ["started", { event: "prap-updated", where: { status: "did-not-attend" } }],
        after: ["referral-made"],
        within: { workingDays: 15 },
        target: { atLeast: "99%" },
      },
    ],
  },
  {
    id: "referral-recorded",
    title: "Record the result in PRaP",
    stage: "programme-engagement",
    monitoredThrough: "PRaP",
    citation: memo,
    requirements: [
      {
        kind: "deadline",
        id: "referral-recorded/prap-update",
        title: "The result of each referral is in PRaP",
        event: ["prap-updated"],
        after: ["referral-made"],
        within: { workingDays: 15 },
        target: { atLeast: "99%" },
      },
    ],
  },
  {
    id: "standard-3",
    title: "Not found",
    stage: "pre-work-support",
    citation: memo,
    requirements: [],
    withheld: notFound,
  },
  {
    id: "standard-4",
    title: "Not found",
    stage: "pre-work-support",
    citation: memo,
    requirements: [],
    withheld: notFound,
  },
  {
    id: "acknowledgement",
    title: "Acknowledge referrals promptly",
    stage: "pre-programme",
    monitoredThrough: "PRaP",
    citation: memo,
    requirements: [
      {
        kind: "deadline",
        id: "acknowledgement/acknowledged",
        title: "Each referral is acknowledged",
        event: ["referral-acknowledged"],
        after: ["referral-received"],
        within: { workingDays: 2 },
        target: { atLeast: "99.5%" },
      },
    ],
  },
] as const satisfies readonly Standard[];

const readings = [
  ...countingReadings,
  {
    id: "acknowledgement-clock",
    question: "From what is the time to acknowledge counted?",
    basis: "assumed",
    answers: [
      { id: "receipt", says: "From receipt of the referral.", changes: {} },
      {
        id: "sent",
        says: "From the day the Jobcentre sent it.",
        changes: { set: { "acknowledgement/acknowledged": { after: ["referral-sent"] } } },
      },
      {
        id: "made",
        says: "From the day the referral was made.",
        changes: { set: { "acknowledgement/acknowledged": { after: ["referral-made"] } } },
      },
    ],
  },
  leavingExcuses,
] as const satisfies readonly Reading[];

const regime = {
  id: "intervention-regime",
  title: "Performance management and intervention regime before COVID-19",
  citation: ofRegime,
  conduct: [],
  scopes: [{ area: "contract" }],
  levels: [
    { id: "level-1", title: "Performance management regime", ledBy: [], grounds: [], entails: [] },
    { id: "level-2", title: "Informal action", ledBy: ["Performance Manager"], grounds: [], entails: [] },
    { id: "level-3", title: "Informal action", ledBy: ["Senior management"], grounds: [], entails: [] },
    { id: "level-4", title: "Formal action", ledBy: ["Senior management"], grounds: [], entails: [] },
  ],
  windows: [],
  duties: [{ id: "plan-in-place", title: "Have a provider action plan at every level", by: "provider" }],
  notices: [],
  meetings: [],
} as const satisfies Regime;

/** WHP Core before its COVID-19 variations, as far as outside facts go; the rest is open. Before it is frozen. */
export const preCovid = {
  id: "whp-core",
  edition: "pre-covid",
  revision: 1,
  title: "Work and Health Programme: WHP Core before the COVID-19 variations",
  standing: "research",
  inForce: {},
  calendars: { england: "england-and-wales", wales: "england-and-wales" },
  conventions: usualConventions,
  groups: coreGroups,
  cohortBy: "started",
  cohortBasis: { basis: "assumed" },
  events: whpEvents,
  states: [onProgramme],
  readings,
  standards,
  outcomes: [],
  regime,
  stays: [],
  sources: {
    ...whpSources,
    "memo-04": {
      title: "Work and Health Programme provider memo 04",
      edition: "2018, as reported",
      standing: "research",
      confidence: "medium",
    },
    "pre-covid-regime": {
      title: "Work and Health Programme guidance on performance management before COVID-19",
      edition: "as reported, not among the documents modelled here",
      standing: "research",
      confidence: "medium",
    },
  },
} as const satisfies Programme;
