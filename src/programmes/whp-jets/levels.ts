import type { Indicator, MinimumPerformanceLevel } from "../../rules/index.js";

/** The one performance level of WHP JETS, source 001 ¶36: there are no customer groups. */
export const levels = [
  {
    id: "tmpl-1",
    title: "At least 22% of starts reach earnings of £1,000",
    outcome: "job-outcome",
    scope: { area: "contract" },
    share: "22%",
    profile: { open: "not-published", note: "the cohort profile agreed in the service delivery assessment" },
    citation: { source: "001", paragraph: "36" },
  },
] as const satisfies readonly MinimumPerformanceLevel[];

/** What is watched because it foretells outcomes, source 001 ¶16; £1,000 is also the outcome itself. */
export const indicators = [
  {
    id: "first-earnings",
    title: "Earnings have begun",
    event: { event: "milestone-reached", where: { milestone: "first-earnings" } },
    threshold: { pence: 1 },
    scopes: [{ area: "contract" }],
    threatens: ["tmpl-1"],
    citation: { source: "001", paragraph: "16" },
  },
  {
    id: "earnings-1000",
    title: "Earnings have reached £1,000",
    event: { event: "milestone-reached", where: { milestone: "1000" } },
    threshold: { pence: 100_000 },
    scopes: [{ area: "contract" }],
    threatens: ["tmpl-1"],
    citation: { source: "001", paragraph: "16" },
  },
] as const satisfies readonly Indicator[];
