import type { Report, ReportLine } from "../../compliance/index.js";
import { shareWords, verdictMark } from "../../explanation/index.js";
import { capitalised, joined } from "../../rules/index.js";
import { blank, list, type ReviewBlock, type ReviewInput, rows, text } from "./review-input.js";

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
  const decided = ladder.length === 0 ? [] : [text("Steps decided for partners:"), list(ladder)];
  if (byPartner === undefined)
    return [blank("Performance by own sites and supply chain: no breakdown was given"), ...decided];
  return [...overview(byPartner), ...matrix(report, byPartner), ...decided];
}

/** One row a partner: how many requirements are not met, and which is worst. */
function overview(byPartner: Report): ReviewBlock[] {
  const cells = namesIn(byPartner).map((name) => {
    const own = byPartner.lines.filter((line) => nameOf(line) === name && line.counted > 0);
    const missed = own.filter(({ verdict }) => verdict === "not-met");
    const [first] = byPartner.lines.filter((line) => nameOf(line) === name);
    const most = [...missed].sort((one, other) => other.notMet - one.notMet)[0];
    return [
      name,
      String(first?.counted ?? 0),
      String(missed.length),
      String(own.filter(({ verdict }) => verdict === "met").length),
      String(own.length - missed.length - own.filter(({ verdict }) => verdict === "met").length),
      most === undefined ? "–" : `${most.requirement} (${most.notMet})`,
    ];
  });
  const attribute = byPartner.lines.find(({ by }) => by !== undefined)?.by?.attribute ?? "partner";
  const [{ requirement: first } = { requirement: "" }] = byPartner.lines;
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
      return own === undefined || own.counted === 0 ? "–" : `${shareWords(own)} ${verdictMark(own.verdict)}`;
    }),
  ]);
  const told = cells.filter(([, , ...own]) => own.some((words) => words !== "–"));
  const columns = names.map((_, at) => at + 2);
  return rows("What is not met, by who delivers", ["Requirement", "All", ...names], told, [1, ...columns]);
}

function namesIn({ lines }: Report): string[] {
  const names = [...new Set(lines.filter(({ counted }) => counted > 0).map(nameOf))];
  return names.sort((one, other) => (one === NOBODY ? 1 : other === NOBODY ? -1 : one < other ? -1 : 1));
}

function nameOf({ by }: ReportLine): string {
  return by?.value ?? NOBODY;
}

function plain(step: string): string {
  return step.replaceAll("-", " ");
}
