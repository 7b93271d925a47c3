import type { Citation, Indicator, MinimumPerformanceLevel, ParticipantGroup } from "../../rules/index.js";
import { earnings1000, firstEarnings } from "../whp/indicators.js";

const item = <Item extends string>(item: Item) =>
  ({ source: "001", paragraph: "32", item }) as const satisfies Citation;

/** The customer groups of WHP Core, source 001 ¶3 and ¶32. */
export const coreGroups = [
  { id: "disability", title: "Disability", attendance: "voluntary", citation: item("2") },
  {
    id: "early-access",
    title: "Early access",
    alsoCalled: ["early entry"],
    attendance: "voluntary",
    citation: item("3"),
  },
  {
    id: "long-term-unemployed",
    title: "Long-term unemployed",
    alsoCalled: ["LTU"],
    attendance: "mandatory",
    citation: item("4"),
  },
] as const satisfies readonly ParticipantGroup[];

const offered = {
  open: "not-published",
  note: "the conversion the bidder offered; it is in the contract's schedules",
} as const;
const offeredByGroup = {
  disability: offered,
  "early-access": offered,
  "long-term-unemployed": offered,
} as const;
const profile = { open: "not-published", note: "the cohort profile the bidder offered" } as const;

/** The five tender minimum performance levels of WHP Core, source 001 ¶32. */
export const levels = [
  {
    id: "tmpl-1",
    title: "Contract package area, everybody: the headline",
    outcome: "job-outcome",
    scope: { area: "contract" },
    share: offered,
    profile,
    byGroup: offeredByGroup,
    citation: item("1"),
  },
  {
    id: "tmpl-2",
    title: "Contract package area, disability group",
    outcome: "job-outcome",
    scope: { area: "contract", group: "disability" },
    share: offered,
    profile,
    citation: item("2"),
  },
  {
    id: "tmpl-3",
    title: "Contract package area, early access groups",
    outcome: "job-outcome",
    scope: { area: "contract", group: "early-access" },
    share: offered,
    profile,
    citation: item("3"),
  },
  {
    id: "tmpl-4",
    title: "Contract package area, long-term unemployed",
    outcome: "job-outcome",
    scope: { area: "contract", group: "long-term-unemployed" },
    share: offered,
    profile,
    citation: item("4"),
  },
  {
    id: "tmpl-5",
    title: "Devolution deal area, by itself and as part of the contract package area",
    outcome: "job-outcome",
    scope: { area: "deal-area" },
    share: offered,
    profile,
    byGroup: offeredByGroup,
    countedIn: "tmpl-1",
    citation: item("5"),
  },
] as const satisfies readonly MinimumPerformanceLevel[];

const groupsIn = <Area extends "contract" | "deal-area">(area: Area) =>
  [
    { area, group: "disability" },
    { area, group: "early-access" },
    { area, group: "long-term-unemployed" },
  ] as const;
const dealAreaGroups = groupsIn("deal-area");
const everywhere = [
  { area: "contract" },
  ...groupsIn("contract"),
  { area: "deal-area" },
  ...dealAreaGroups,
] as const;
const progress = { source: "001", paragraph: "16" } as const;

/** What is watched because it foretells outcomes, source 001 ¶3 and ¶16. */
export const indicators = [
  { ...firstEarnings, scopes: everywhere, citation: progress },
  { ...earnings1000, scopes: everywhere, citation: progress },
  {
    id: "earnings-2000",
    title: "Earnings have reached a milestone",
    event: { event: "milestone-reached", where: { milestone: "2000" } },
    threshold: { pence: 200_000 },
    scopes: everywhere,
    citation: progress,
  },
  {
    id: "deal-area-groups",
    title: "Outcomes of each customer group in the deal area",
    event: "job-outcome-met",
    scopes: dealAreaGroups,
    citation: { source: "001", paragraph: "3" },
  },
] as const satisfies readonly Indicator[];
