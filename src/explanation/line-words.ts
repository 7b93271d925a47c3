import { formatShare, type Share } from "../quantity/index.js";
import { isOpen, type Target } from "../rules/index.js";

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
  return isOpen(value) ? `${sign} (${value.open})` : `${sign} ${value}`;
}

/** The target of a line; that of a total is a share of its plan: `≥ 90% of plan each month`. */
export function lineTargetWords(line: {
  readonly target?: Target | undefined;
  readonly series?: object | undefined;
}): string {
  const { target, series } = line;
  if (series === undefined) return targetWords(target);
  const share = target === undefined || "every" in target ? "≥ 100%" : targetWords(target);
  return `${share} of plan each month`;
}

/** The share of a line, from its worst to its best case, lower figure first. */
export function shareWords({ worst, best }: { readonly worst: Share; readonly best: Share }): string {
  if (worst.of === 0) return "–";
  const ends = [worst, best].sort((one, other) => one.count - other.count).map(formatShare);
  return ends[0] === ends[1] ? ends[0]! : `${ends[0]!.replace("%", "")}–${ends[1]}`;
}
