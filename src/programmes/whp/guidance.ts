import type { Programme } from "../../rules/index.js";
import { usualConventions } from "../counting-conventions.js";

/** What source 001 is to both contracts, and how days are counted under it. */
export const whpGuidance = {
  standing: "guidance",
  inForce: {},
  calendars: { england: "england-and-wales", wales: "england-and-wales" },
  conventions: usualConventions,
} as const satisfies Partial<Programme>;

/** Source 001 ¶19 speaks of cohorts; that they are by month of start is assumed. */
export const cohortsByStart = {
  cohortBy: "started",
  cohortBasis: { citation: { source: "001", paragraph: "19" }, basis: "assumed" },
} as const satisfies Partial<Programme>;
