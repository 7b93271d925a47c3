import type { Source } from "../../rules/index.js";

/** The documents that the Work Programme is modelled on, and what lies outside them. */
export const sources = {
  "002": {
    title: "Work Programme live running memo 149: performance management regime guidance, version 2",
    edition: "1 April 2014, withdrawn",
    standing: "guidance",
  },
  "003": {
    title: "Work Programme: report of the Building Best Practice Group",
    edition: "2014",
    standing: "recommended",
  },
  "004": {
    title: "Work Programme live running memo 165: performance management regime provider guidance, version 3",
    edition: "1 August 2014",
    standing: "guidance",
  },
  "payment-groups": {
    title: "Work Programme payment groups and the weeks in work that make a job outcome",
    edition: "as reported, not among the documents modelled here",
    standing: "research",
    confidence: "medium",
  },
  "payment-group-9": {
    title: "Work Programme payment group 9 and the weeks in work that make its job outcome",
    edition: "as reported, less certain than the other groups",
    standing: "research",
    confidence: "low",
  },
} as const satisfies Readonly<Record<string, Source>>;
