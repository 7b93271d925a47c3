import type { Source } from "../../rules/index.js";

/** The guidance chapter that both Work and Health Programme contracts are modelled on, and what lies outside it. */
export const whpSources = {
  "001": {
    title:
      "Work and Health Programme guidance, COVID-19 chapter 16: performance management, assurance and compliance monitoring",
    edition: "updated 15 December 2021, withdrawn",
    standing: "guidance",
  },
  "esf-end": {
    title: "Work and Health Programme guidance on the European Social Fund",
    edition: "as reported: forms ended for starts from 1 November 2022",
    standing: "research",
    confidence: "medium",
  },
} as const satisfies Readonly<Record<string, Source>>;
