import { whpJetsCv06 } from "programme-rules";
import * as kit from "programme-rules/testing/arbitraries";

const anything = {
  impossible: true,
  from: "2021-03-01",
  until: "2021-04-30",
  maxEvents: 14,
  attributes: { provider: ["north", "south"] },
} as const;

/** A journey of anything at all, after a receipt: contradictions included. */
export const journeys = kit.journeys(whpJetsCv06, anything);

export const caseloads = kit.caseloads(whpJetsCv06, anything);

/** An as-at date in or after the months the journeys lie in. */
export const asAts = kit.dates({ from: "2021-03-01", until: "2021-09-16" });
