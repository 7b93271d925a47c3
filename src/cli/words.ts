import type { LineVerdict } from "../compliance/index.js";
import { epochDay, longDate } from "../date/index.js";
import type { Problem } from "../journey/index.js";

import type { ReturnDue } from "../returns/index.js";
import { capitalised, type Programme } from "../rules/index.js";
import { styled, type Terminal } from "./terminal.js";

const STYLES: Readonly<Record<LineVerdict, Parameters<typeof styled>[1]>> = {
  met: "green",
  "not-met": ["bold", "red"],
  pending: "yellow",
  undetermined: "magenta",
  "not-applicable": "dim",
  "not-scored": "dim",
};

/** The colour of a verdict. */
export function verdictStyle(terminal: Terminal, verdict: LineVerdict): (text: string) => string {
  return (text) => styled(terminal, STYLES[verdict], text);
}

/** A date as people read it. */
export function dateWords(date: string): string {
  return longDate(epochDay(date));
}

/** A return as people call it: `CSS template (css-13, css-14)`, `Performance return`. */
export function returnWords({ return: name, standards }: ReturnDue): string {
  const words = capitalised(name.replaceAll("-", " ")).replace(/^Css /, "CSS ");
  return standards.length === 0 ? words : `${words} (${standards.join(", ")})`;
}

/** What a problem says and where; never the value. Rows name their place themselves. */
export function problemWords({ line, journey, message }: Problem): string {
  return line !== undefined || journey === undefined ? message : `Referral ${journey}: ${message}`;
}

/** What to say in place of due dates and verdicts of a programme that asks for none; undefined where it asks for some. */
export function nothingAsked({ standards, title }: Programme): string | undefined {
  return standards.some(({ requirements }) => requirements.length > 0)
    ? undefined
    : `${title} has no standards to hold a referral to. The command cohorts has its outcomes.`;
}
