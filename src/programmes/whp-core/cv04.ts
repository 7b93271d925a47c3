import type { Programme, State } from "../../rules/index.js";
import { whpEvents } from "../whp/events.js";
import { cohortsByStart, whpGuidance } from "../whp/guidance.js";
import { interventionRegime, localEngagement } from "../whp/regime.js";
import { whpPlans, whpReturns } from "../whp/returns.js";
import { whpSources } from "../whp/sources.js";
import { contractRunning, disengaged, inWork, notStarted, onProgramme, planWaived } from "../whp/states.js";
import { coreGroups, indicators, levels } from "./levels.js";
import { readings } from "./readings.js";
import { standards } from "./standards.js";

const states = [
  onProgramme,
  inWork,
  {
    id: "in-work-support",
    title: "In work while on the programme",
    allOf: ["on-programme", "in-work"],
  },
  disengaged,
  contractRunning,
  planWaived,
  {
    id: "backlog",
    title: "In backlog",
    work: [
      { requirement: "css-1/acknowledged" },
      { requirement: "css-3/appointment", endedBy: notStarted },
      { requirement: "css-3/prap-update" },
    ],
    test: "overdue",
  },
] as const satisfies readonly State[];

/** WHP Core as varied by CV04, before it is frozen. */
export const cv04 = {
  id: "whp-core",
  edition: "cv04",
  revision: 1,
  title: "Work and Health Programme: WHP Core, variation CV04",
  ...whpGuidance,
  groups: coreGroups,
  ...cohortsByStart,
  events: whpEvents,
  states,
  readings,
  standards,
  outcomes: [
    {
      id: "job-outcome",
      title: "The job outcome is met",
      after: "started",
      event: "job-outcome-met",
      within: { days: 639 },
      claimWithin: { days: 700 },
      claim: "outcome-claimed",
      threshold: {
        open: "not-said",
        note: "the earnings that make an outcome are defined outside this guidance",
      },
      citation: { source: "001", paragraph: "20" },
    },
  ],
  minimumPerformanceLevels: levels,
  indicators,
  regime: {
    ...interventionRegime,
    scopes: [{ area: "contract" }, { area: "deal-area" }],
    meetings: [...interventionRegime.meetings, localEngagement],
  },
  returns: whpReturns,
  plans: whpPlans,
  stays: [
    {
      state: "on-programme",
      atMost: { days: 456 },
      longer: { while: "in-work", atMost: { days: 639 } },
      citation: { source: "core-length", paragraph: "time on the programme and support in work" },
    },
  ],
  sources: {
    ...whpSources,
    "core-length": {
      title: "Work and Health Programme guidance: length of support",
      edition: "as reported, not among the documents modelled here",
      standing: "research",
      confidence: "medium",
    },
  },
} as const satisfies Programme;
