import type { Programme } from "../../rules/index.js";
import { whpEvents } from "../whp/events.js";
import { cohortsByStart, whpGuidance } from "../whp/guidance.js";
import { interventionRegime } from "../whp/regime.js";
import { whpPlans, whpReturns } from "../whp/returns.js";
import { whpSources } from "../whp/sources.js";
import { contractRunning, disengaged, inWork, notStarted, onProgramme, planWaived } from "../whp/states.js";
import { indicators, levels } from "./levels.js";
import { readings } from "./readings.js";
import { standards } from "./standards.js";

/** WHP JETS as varied by CV06, before it is frozen. */
export const cv06 = {
  id: "whp-jets",
  edition: "cv06",
  revision: 1,
  title: "Work and Health Programme: Job Entry Targeted Support, variation CV06",
  ...whpGuidance,
  groups: [],
  ...cohortsByStart,
  events: whpEvents,
  states: [
    onProgramme,
    inWork,
    disengaged,
    contractRunning,
    planWaived,
    {
      id: "backlog",
      title: "In backlog",
      work: [
        { requirement: "css-1/acknowledged" },
        { requirement: "css-5/appointment", endedBy: notStarted },
        { requirement: "css-5/prap-update" },
      ],
      standards: ["css-1", "css-5"],
      test: "overdue",
    },
  ],
  readings,
  standards,
  outcomes: [
    {
      id: "job-outcome",
      title: "Earnings reach the amount of the job outcome",
      after: "started",
      event: { event: "milestone-reached", where: { milestone: "1000" } },
      within: { days: 238 },
      claimWithin: { days: 299 },
      claim: "outcome-claimed",
      threshold: { pence: 100_000 },
      citation: { source: "001", paragraph: "20" },
    },
  ],
  minimumPerformanceLevels: levels,
  indicators,
  regime: interventionRegime,
  returns: whpReturns,
  plans: whpPlans,
  stays: [
    {
      state: "on-programme",
      atMost: { days: 182 },
      citation: { source: "jets-length", paragraph: "time on the programme" },
    },
  ],
  sources: {
    ...whpSources,
    "jets-length": {
      title: "Work and Health Programme guidance on JETS: length of support",
      edition: "as reported, not among the documents modelled here",
      standing: "research",
      confidence: "medium",
    },
  },
} as const satisfies Programme;
