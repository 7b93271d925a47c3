import type { PipelineFile, Regime, RegimeLevel, ReturnRequirement } from "../../rules/index.js";
import { everyCase } from "../targets.js";

const memo149 = { source: "002", paragraph: "changes by chapter" } as const;
const memo165 = { source: "004", paragraph: "summary and action" } as const;

const recorded = { ledBy: [], grounds: [], entails: [], citation: memo165 } as const;
const lowMiddleHigh = [
  { id: "low", title: "Low", ...recorded },
  { id: "middle", title: "Middle", ...recorded },
  { id: "high", title: "High", ...recorded },
] as const satisfies readonly RegimeLevel[];

const base = {
  id: "performance-management-regime",
  scopes: [{ area: "contract" }],
  windows: [],
  notices: [],
  meetings: [],
} as const;
const noRule = {
  id: "recorded",
  says: "which level a contract is in is a recorded decision; no rule for it is published",
  basis: "assumed",
} as const;

/** From June 2013 (the day is not given): Low, Middle and High. */
export const version1 = {
  ...base,
  title: "Performance management regime, version 1",
  citation: { source: "002", paragraph: "background" },
  conduct: [noRule],
  levels: lowMiddleHigh,
  duties: [],
} as const satisfies Regime;

/** From 1 April 2014: the same levels, one document for all of them, and supply chain information. */
export const version2 = {
  ...base,
  title: "Performance management regime, version 2",
  citation: { source: "002", paragraph: "high level changes" },
  conduct: [
    noRule,
    {
      id: "one-document",
      says: "one document serves every level",
      citation: { source: "002", paragraph: "high level changes" },
    },
  ],
  levels: lowMiddleHigh,
  duties: [
    {
      id: "checks-cleared",
      title: "Follow up compliance checks that are outstanding until they are cleared",
      by: "department",
      citation: memo149,
    },
    {
      id: "supply-chain-information",
      title: "Report how supply chain partners perform, once the Department says from when",
      by: "provider",
      requirement: "returns/supply-chain",
      citation: memo149,
    },
  ],
} as const satisfies Regime;

/** From 1 August 2014: two regimes; the accelerated one is for the bottom quartile of contracts. */
export const version3 = {
  ...base,
  title: "Performance management regime, version 3",
  citation: memo165,
  conduct: [
    { id: "recorded", says: "membership of a regime is a recorded decision", basis: "assumed" },
    {
      id: "quartile-of-any-number",
      says: "how many make the bottom quartile of a number that is no multiple of 4 is not said: of 18 contracts it could be 4 or 5, and 4 are taken",
      basis: "assumed",
      citation: memo165,
    },
  ],
  levels: [
    {
      id: "performance-management",
      title: "Performance Management Regime",
      ledBy: [],
      grounds: [],
      entails: [],
      citation: memo165,
    },
    {
      id: "accelerated-performance",
      title: "Accelerated Performance Regime",
      ledBy: [],
      grounds: ["ranked"],
      entails: ["closer performance management"],
      membership: {
        position: "bottom-quartile",
        of: "contract",
        metric: { open: "not-said", note: "what contracts are ranked by" },
      },
      citation: memo165,
    },
  ],
  duties: [
    {
      id: "guidance-used",
      title: "Use the revised guidance at once, also throughout the supply chain",
      by: "provider",
      citation: memo165,
    },
  ],
} as const satisfies Regime;

const pipelineRules = { source: "002", paragraph: "management information" } as const;

/** The monthly pipeline file and supply chain information, source 002. */
export const returns = [
  {
    kind: "deadline",
    id: "returns/pipeline-file",
    subject: "contract",
    title: "The pipeline file is returned",
    event: ["pipeline-file-returned"],
    after: ["month-ended"],
    within: { workingDayOfNextMonth: 5 },
    target: everyCase,
    citation: pipelineRules,
  },
  {
    kind: "content",
    id: "returns/pipeline-contents",
    subject: "contract",
    title: "The pipeline file passes its check and can be read by those who collate it",
    record: "pipeline-file-returned",
    parts: [
      {
        id: "totals",
        says: "the total of every payment group and cohort is last month's",
        check: { field: "checkErrors", is: false },
      },
      {
        id: "not-private",
        says: "its message is not marked private",
        check: { field: "markedPrivate", is: false },
      },
    ],
    target: everyCase,
    citation: pipelineRules,
  },
] as const satisfies readonly ReturnRequirement[];

/** Supply chain information, owed once the Department has announced it. */
export const supplyChainReturn = {
  kind: "cadence",
  id: "returns/supply-chain",
  subject: "contract",
  title: "Information on how supply chain partners perform is sent, once the Department says from when",
  event: ["supply-chain-information-sent"],
  while: "supply-chain-reporting",
  every: { open: "not-said", note: "how often; the memo speaks of a first month" },
  target: everyCase,
  citation: memo149,
} as const satisfies ReturnRequirement;

export const pipeline = {
  return: "returns/pipeline-file",
  totals: "unchanged",
  newestCohort: { rule: "exempt", basis: "assumed" },
  markedPrivate: false,
  citation: pipelineRules,
} as const satisfies PipelineFile;
