import type { Group } from "../../rules/index.js";

/** The customer groups of WHP Core, source 001 ¶3 and ¶32. */
export const coreGroups = [
  {
    id: "disability",
    title: "Disability",
    attendance: "voluntary",
    citation: { source: "001", paragraph: "32", item: "2" },
  },
  {
    id: "early-access",
    title: "Early access",
    alsoCalled: ["early entry"],
    attendance: "voluntary",
    citation: { source: "001", paragraph: "32", item: "3" },
  },
  {
    id: "long-term-unemployed",
    title: "Long-term unemployed",
    alsoCalled: ["LTU"],
    attendance: "mandatory",
    citation: { source: "001", paragraph: "32", item: "4" },
  },
] as const satisfies readonly Group[];
