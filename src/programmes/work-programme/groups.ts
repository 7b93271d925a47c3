import type { Citation, Group } from "../../rules/index.js";

const citation = { source: "payment-groups", paragraph: "job outcome payments" } as const satisfies Citation;
const halfYear = { weeks: 26 } as const;
const quarter = { weeks: 13 } as const;

/** The nine payment groups. */
export const paymentGroups = [
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
] as const satisfies readonly Group[];
