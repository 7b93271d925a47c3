import { type Report, type ReportLine, WORST_LINES_FIRST } from "../../compliance/index.js";
import { epochDay, longDate } from "../../date/index.js";
import { countsByVerdict, shareWords, verdictWords } from "../../explanation/index.js";
import { capitalised, counted, lineTargetWords } from "../../rules/index.js";
import { blank, type ReviewBlock, type ReviewInput, rows, text } from "./review-input.js";

/** The standards: every line with a verdict of its own, the worst news first, and what has changed since. */
export function standardsBlocks({ report, before }: ReviewInput): ReviewBlock[] {
  const shown = report.lines.filter(({ verdict }) => verdict !== "not-applicable");
  const sorted = [...shown].sort((one, other) => weight(one) - weight(other));
  const since = before === undefined ? [] : [`Since ${longDate(epochDay(before.receipt.asAt))}`];
  const cells = sorted.map((line) => [
    line.requirement,
    line.title,
    shareWords(line),
    lineTargetWords(line),
    String(line.notMet),
    line.headroom === undefined ? "–" : String(line.headroom),
    verdictWords(line.verdict),
    ...(before === undefined ? [] : [changeWords(line, before)]),
  ]);
  const head = [
    "Requirement",
    "What it asks",
    "Worst–best",
    "Target",
    "Not met",
    "Headroom",
    "Verdict",
    ...since,
  ];
  return [text(verdictCounts(report)), ...rows("Customer service standards", head, cells, [2, 4, 5])];
}

/** `9 of 20 requirements are not met`: how the lines came out, in one sentence. */
export function verdictCounts({ lines }: Report): string {
  const parts = countsByVerdict(lines, WORST_LINES_FIRST);
  return `${capitalised(counted(lines.length, "requirement"))}: ${parts.join(", ")}.`;
}

/** Requirements that can still fall either way, and those with hardly any room left. */
export function atRisk({ lines }: Report): ReviewBlock[] {
  const close = lines.filter(
    ({ verdict, headroom, target, series }) =>
      target !== undefined &&
      series === undefined &&
      headroom !== undefined &&
      headroom >= 0 &&
      (verdict === "pending" || (headroom <= 2 && !("every" in target))),
  );
  const cells = close.map((line) => [
    line.requirement,
    shareWords(line),
    lineTargetWords(line),
    String(line.pending),
    String(line.headroom),
  ]);
  return rows(
    "Standards that may still turn: pending, or with room for two more misses at most",
    ["Requirement", "Worst–best", "Target", "Still open", "Headroom"],
    cells,
    [1, 3, 4],
  );
}

/** The lines of some standards, for sections that are about them. */
export function linesTable(title: string, lines: readonly ReportLine[]): ReviewBlock[] {
  const cells = lines.map((line) => [
    line.requirement,
    line.title,
    shareWords(line),
    lineTargetWords(line),
    verdictWords(line.verdict),
  ]);
  return rows(title, ["Requirement", "What it asks", "Worst–best", "Target", "Verdict"], cells, [2]);
}

/** What waits for a person before it can be told. */
export function needingPeople({ lines }: Report): ReviewBlock[] {
  const waiting = lines.filter(({ undeterminedBy }) => (undeterminedBy["needs-review"] ?? 0) > 0);
  const cells = waiting.map((line) => [
    line.requirement,
    line.title,
    String(line.undeterminedBy["needs-review"]),
    String(line.counted),
  ]);
  return rows(
    "Cases that only a person can settle, by attesting them",
    ["Requirement", "What it asks", "Waiting", "Of"],
    cells,
    [2, 3],
  );
}

/** Records that could not be used, if any. */
export function dataProblems({ problems }: Report): ReviewBlock[] {
  if (problems.length === 0) return [text("No problem was found in the data.")];
  return [
    text(
      `${capitalised(counted(problems.length, "problem"))} in the data; \`programme-rules check\` lists them.`,
    ),
    blank("Who corrects the data, and by when"),
  ];
}

function weight({ verdict }: ReportLine): number {
  return WORST_LINES_FIRST.indexOf(verdict);
}

function changeWords(line: ReportLine, before: Report): string {
  const was = before.lines.find(({ requirement }) => requirement === line.requirement);
  if (was === undefined || was.verdict === "not-applicable") return "new";
  const more = line.notMet - was.notMet;
  const turned = was.verdict === line.verdict ? "" : `was ${was.verdict.replace("-", " ")}`;
  const moved = more === 0 ? "" : `${more > 0 ? "+" : "−"}${Math.abs(more)} not met`;
  return [turned, moved].filter((part) => part !== "").join("; ") || "same";
}
