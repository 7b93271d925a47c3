import type { LineVerdict, ReportLine } from "../compliance/index.js";
import { epochDay, longDate } from "../date/index.js";
import { capitalised } from "../explanation/index.js";
import type { Problem } from "../journey/index.js";
import { formatShare } from "../quantity/index.js";
import type { ReturnDue } from "../regime/index.js";
import type { Target } from "../rules/index.js";
import { styled, type Terminal } from "./terminal.js";

const STYLES: Readonly<Record<LineVerdict, Parameters<typeof styled>[1]>> = {
  met: "green",
  "not-met": ["bold", "red"],
  pending: "yellow",
  undetermined: "magenta",
  "not-applicable": "dim",
  "not-scored": "dim",
};

const MARKS: Readonly<Record<LineVerdict, string>> = {
  met: "✓",
  "not-met": "✗",
  pending: "…",
  undetermined: "?",
  "not-applicable": "–",
  "not-scored": "·",
};

/** A verdict as people read it, with its mark: `✗ not met`. */
export function verdictWords(verdict: LineVerdict): string {
  return `${MARKS[verdict]} ${verdict.replace("-", " ")}`;
}

/** The colour of a verdict. */
export function verdictStyle(terminal: Terminal, verdict: LineVerdict): (text: string) => string {
  return (text) => styled(terminal, STYLES[verdict], text);
}

/** A target as people read it: `≥ 99.5%`, `every case`. */
export function targetWords(target: Target | undefined): string {
  if (target === undefined) return "none";
  if ("every" in target) return "every case";
  const [sign, value] =
    "atLeast" in target
      ? ["≥", target.atLeast]
      : "atMost" in target
        ? ["≤", target.atMost]
        : ["<", target.below];
  return typeof value === "string" ? `${sign} ${value}` : `${sign} (${value.open})`;
}

/** The share of a line, from its worst to its best case, lower figure first. */
export function shareWords({ worst, best }: Pick<ReportLine, "worst" | "best">): string {
  if (worst.of === 0) return "–";
  const ends = [worst, best].sort((one, other) => one.count - other.count).map(formatShare);
  return ends[0] === ends[1] ? ends[0]! : `${ends[0]!.replace("%", "")}–${ends[1]}`;
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
