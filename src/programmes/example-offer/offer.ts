import type { Variation } from "../../rules/index.js";
import { events, ladders, plans, readings, source, states } from "./additions.js";
import { managementStandards } from "./management.js";
import { performanceStandards } from "./minimum-levels.js";

/** The example offer as changes to a base programme, before it is frozen. */
export const offer = {
  id: "example-offer",
  title: "Example offer",
  citation: { source: "000", paragraph: "whole" },
  changes: {
    set: { sources: { "000": source } },
    add: {
      standards: [...performanceStandards, ...managementStandards],
      states,
      events,
      readings,
      plans,
      ladders,
    },
  },
} as const satisfies Variation;
