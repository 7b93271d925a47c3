import type { Indicator, MinimumPerformanceLevel } from "../../rules/index.js";
import { earnings1000, firstEarnings } from "../whp/indicators.js";

/** The one performance level of WHP JETS, source 001 ¶36: there are no customer groups. */
export const levels = [
  {
    id: "tmpl-1",
    title: "Starts that reach the job outcome",
    outcome: "job-outcome",
    scope: { area: "contract" },
    share: "22%",
    profile: { open: "not-published", note: "the cohort profile agreed in the service delivery assessment" },
    citation: { source: "001", paragraph: "36" },
  },
] as const satisfies readonly MinimumPerformanceLevel[];

const headline = {
  scopes: [{ area: "contract" }],
  citation: { source: "001", paragraph: "16" },
} as const;

/** What is watched because it foretells outcomes, source 001 ¶16; the amount of the second is also the outcome itself. */
export const indicators = [
  { ...firstEarnings, ...headline },
  { ...earnings1000, ...headline },
] as const satisfies readonly Indicator[];
