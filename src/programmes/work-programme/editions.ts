import type { Programme, State } from "../../rules/index.js";
import { usualConventions } from "../conventions.js";
import { countingReadings, leavingReadings } from "../shared-readings.js";
import { events } from "./events.js";
import { paymentGroups } from "./groups.js";
import { pipeline, returns, supplyChainReturn, version1, version2, version3 } from "./regimes.js";
import { sources } from "./sources.js";

const states = [
  { id: "on-programme", title: "On the programme", from: ["started"], until: ["left"] },
  { id: "in-work", title: "In work", from: ["job-started"], until: ["job-ended"] },
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
  events,
  states,
  outcomes: [
    {
      id: "job-outcome",
      title:
        "In work for as many weeks as the payment group asks, jobs added up, within 104 weeks of the start",
      after: "started",
      event: "job-outcome-met",
      within: { days: 728 },
      inWork: "by-group",
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
  readings: [...countingReadings, ...leavingReadings],
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
