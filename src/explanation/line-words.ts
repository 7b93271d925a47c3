import { formatShare, type Share } from "../quantity/index.js";

const MARKS: Readonly<Record<string, string>> = {
  met: "✓",
  "not-met": "✗",
  pending: "…",
  undetermined: "?",
  "not-applicable": "–",
  "not-scored": "·",
};

/** The mark of a verdict: `✗`. */
export function verdictMark(verdict: string): string {
  return MARKS[verdict] ?? "";
}

/** A verdict as people read it, with its mark: `✗ not met`. */
export function verdictWords(verdict: string): string {
  return `${verdictMark(verdict)} ${verdict.replace("-", " ")}`;
}

/** The share of a line, from its worst to its best case, lower figure first. */
export function shareWords({ worst, best }: { readonly worst: Share; readonly best: Share }): string {
  if (worst.of === 0) return "–";
  const ends = [worst, best].sort((one, other) => one.count - other.count).map(formatShare);
  return ends[0] === ends[1] ? ends[0]! : `${ends[0]!.replace("%", "")}–${ends[1]}`;
}
