import {
  leftOutSentence,
  problemsIn,
  type Report,
  type ReportLine,
  WORST_LINES_FIRST,
} from "../../compliance/index.js";
import { epochDay, longDate } from "../../date/index.js";
import {
  countsByVerdict,
  lineNotes,
  shareWords,
  verdictMark,
  verdictWords,
} from "../../explanation/index.js";
import { capitalised, counted, joined, lineTargetWords } from "../../rules/index.js";
import { named } from "../../visible.js";
import { blank, listed, type ReviewBlock, type ReviewInput, rows, text } from "./review-input.js";

/** The standards: every line with a verdict of its own, the worst news first, and what has changed since. */
export function standardsBlocks({ report, before }: ReviewInput): ReviewBlock[] {
  const shown = report.lines.filter(({ verdict }) => verdict !== "not-applicable");
  const weight = ({ verdict }: ReportLine) => WORST_LINES_FIRST.indexOf(verdict);
  const sorted = [...shown].sort((one, other) => weight(one) - weight(other));
  const since = before === undefined ? [] : [`Since ${longDate(epochDay(before.receipt.asAt))}`];
  const cells = sorted.map((line) => [
    line.requirement,
    line.title,
    shareWords(line),
    lineTargetWords(line),
    String(line.notMet),
    String(line.headroom ?? "–"),
    verdictWords(line.verdict),
    ...(before === undefined ? [] : [changeWords(line, before)]),
  ]);
  const head = [
    "Requirement",
    "What it asks",
    "Lowest–highest",
    "Target",
    "Not met",
    "Headroom",
    "Verdict",
    ...since,
  ];
  return [
    text([verdictCounts(report), ...leftOutWords(report)].join(" ")),
    ...rows("Customer service standards", head, cells, [2, 4, 5]),
    ...lineNotes(sorted).map(text),
  ];
}

/** `9 of 20 requirements are not met`: how the lines came out, in one sentence. */
function verdictCounts({ lines, suppressed = [] }: Report): string {
  const parts = countsByVerdict(lines, WORST_LINES_FIRST);
  const shown = suppressed.length === 0 ? "" : " shown";
  return `${capitalised(counted(lines.length, "requirement"))}${shown}: ${parts.join(", ")}.`;
}

/** That requirements are withheld, so that nobody takes those that are shown for all; which, the rest says too much of. */
export function leftOutWords({ suppressed = [] }: Report): string[] {
  const count = suppressed.length;
  if (count === 0) return [];
  const are = count === 1 ? "is" : "are";
  return [`${capitalised(counted(count, "requirement"))} ${are} left out, because of small numbers.`];
}

/** Requirements that can still fall either way, and those with hardly any room left. */
export function atRisk({ lines }: Report): ReviewBlock[] {
  const close = lines.filter(
    ({ verdict, headroom, target, series }) =>
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
    ["Requirement", "Lowest–highest", "Target", "Still open", "Headroom"],
    cells,
    [1, 3, 4],
  );
}

export const LINE_HEAD = ["Requirement", "What it asks", "Lowest–highest", "Target", "Verdict"];

/** A line of a report under {@link LINE_HEAD}. */
export function lineCells(line: ReportLine): string[] {
  const { requirement, title, verdict } = line;
  return [requirement, title, shareWords(line), lineTargetWords(line), verdictWords(verdict)];
}

/** The lines of some standards, for sections that are about them. */
export function linesTable(title: string, lines: readonly ReportLine[]): ReviewBlock[] {
  return rows(title, LINE_HEAD, lines.map(lineCells), [2]);
}

/** What waits for a person before it can be told. */
export function needingPeople({ lines }: Report): ReviewBlock[] {
  const cells = lines.flatMap(({ requirement, title, undeterminedBy = {}, counted: of }) => {
    const waiting = undeterminedBy["needs-review"] ?? 0;
    return waiting === 0 ? [] : [[requirement, title, String(waiting), String(of)]];
  });
  return rows(
    "Cases that only a person can settle, by attesting them",
    ["Requirement", "What it asks", "Waiting", "Of"],
    cells,
    [2, 3],
  );
}

/** Records that could not be used, if any. */
export function dataProblems(report: Report): ReviewBlock[] {
  const leftOut = leftOutSentence(report.leftOut);
  const count = problemsIn(report);
  if (count === 0 && leftOut === undefined) return [text("No problem was found in the data.")];
  return [
    ...(leftOut === undefined ? [] : [text(leftOut)]),
    text(`${capitalised(counted(count, "problem"))} in the data; the command check lists them.`),
    blank("Who corrects the data, and by when"),
  ];
}

function changeWords(line: ReportLine, before: Report): string {
  const was = before.lines.find(({ requirement }) => requirement === line.requirement);
  if (was === undefined || was.verdict === "not-applicable") return "new";
  const more = line.notMet - was.notMet;
  const turned = was.verdict === line.verdict ? "" : `was ${was.verdict.replace("-", " ")}`;
  const moved = more === 0 ? "" : `${more > 0 ? "+" : "−"}${Math.abs(more)} not met`;
  return [turned, moved].filter((part) => part !== "").join("; ") || "same";
}

/** How many partners a table has room for beside one another. */
const MOST_COLUMNS = 6;
const NOBODY = "(none)";

/** Each partner on the standards, and what has been decided about them. */
export function partnerBlocks({ report, byPartner, partners = [] }: ReviewInput): ReviewBlock[] {
  const ladder = partners.map(({ partner, open, taken }) => {
    const last = taken.at(-1);
    const since =
      last === undefined ? "" : ` (last: ${last.step.replaceAll("-", " ")}, ${last.on}, by ${last.by})`;
    return `${partner}: ${open.length === 0 ? "no step stands" : joined(open.map(plain))}${since}`;
  });
  const decided = listed("Steps decided for partners:", ladder);
  if (byPartner === undefined)
    return [blank("Performance by own sites and supply chain: no breakdown was given"), ...decided];
  return [...overview(report, byPartner), ...matrix(report, byPartner), ...decided];
}

/** One row a partner: how many requirements are not met, and which is worst. */
function overview(report: Report, byPartner: Report): ReviewBlock[] {
  const [{ requirement: first } = { requirement: "" }] = report.lines;
  const linesOf = new Map<string, ReportLine[]>();
  for (const line of byPartner.lines) {
    const name = nameOf(line);
    const own = linesOf.get(name);
    if (own === undefined) linesOf.set(name, [line]);
    else own.push(line);
  }
  const cells = namesIn(byPartner).map((name) => {
    const lines = linesOf.get(name)!;
    const own = lines.filter(({ counted }) => counted > 0);
    const missed = own.filter(({ verdict }) => verdict === "not-met");
    const counted = lines.find(({ requirement }) => requirement === first)?.counted;
    const most = [...missed].sort((one, other) => other.notMet - one.notMet)[0];
    return [
      name,
      counted === undefined ? withheldOr("0", byPartner, first, name) : String(counted),
      String(missed.length),
      String(own.filter(({ verdict }) => verdict === "met").length),
      String(own.length - missed.length - own.filter(({ verdict }) => verdict === "met").length),
      most === undefined ? "–" : `${most.requirement} (${most.notMet})`,
    ];
  });
  const attribute = Object.keys(
    byPartner.lines.find(({ by }) => by !== undefined)?.by ?? { partner: null },
  )[0]!;
  const head = [capitalised(attribute), `Cases of ${first}`, "Not met", "Met", "Other", "Most misses"];
  return rows(`By ${attribute}: requirements by verdict`, head, cells, [1, 2, 3, 4]);
}

/** What is not met as a whole, beside each partner's own figure. */
function matrix(report: Report, byPartner: Report): ReviewBlock[] {
  const names = namesIn(byPartner);
  if (names.length > MOST_COLUMNS) return [];
  const missed = report.lines.filter(({ verdict }) => verdict === "not-met");
  const cells = missed.map((line) => [
    line.requirement,
    `${shareWords(line)}`,
    ...names.map((name) => {
      const own = byPartner.lines.find(
        (each) => each.requirement === line.requirement && nameOf(each) === name,
      );
      if (own === undefined) return withheldOr("–", byPartner, line.requirement, name);
      return own.counted === 0 ? "–" : `${shareWords(own)} ${verdictMark(own.verdict)}`;
    }),
  ]);
  const told = cells.filter(([, , ...own]) => own.some((words) => words !== "–"));
  const columns = names.map((_, at) => at + 2);
  return rows("What is not met, by who delivers", ["Requirement", "All", ...names], told, [1, ...columns]);
}

/** What stands in place of a line that is not there: that it is withheld, or that there is nothing. */
function withheldOr(nothing: string, { suppressed = [] }: Report, requirement: string, name: string): string {
  const isWithheld = suppressed.some(
    (line) => line.requirement === requirement && (line.by === undefined || nameOf(line) === name),
  );
  return isWithheld ? "withheld" : nothing;
}

function namesIn({ lines }: Report): string[] {
  const names = [...new Set(lines.filter(({ counted }) => counted > 0).map(nameOf))];
  return names.sort((one, other) => (one === NOBODY ? 1 : other === NOBODY ? -1 : one < other ? -1 : 1));
}

function nameOf({ by }: Pick<ReportLine, "by">): string {
  return named(Object.values(by ?? {})[0] ?? null, NOBODY);
}

function plain(step: string): string {
  return step.replaceAll("-", " ");
}
