import { type LineVerdict, type ReportLine, WORST_LINES_FIRST } from "../../../compliance/index.js";
import { countsByVerdict, shareWords, verdictWords } from "../../../explanation/index.js";
import { lineTargetWords, targetWords } from "../../../rules/index.js";
import { countsOf, headroomWords, valueWords } from "../scorecard-table.js";
import { BAR_LEGEND, shareBar } from "./bars.js";
import { html, type Markup, type Part } from "./markup.js";

/** A verdict with its mark, on its colour. */
export function verdictTag(verdict: LineVerdict): Markup {
  return html`<span class="verdict ${verdict}">${verdictWords(verdict)}</span>`;
}

/** How many lines have each verdict, the worst first, to be seen from afar. */
export function verdictTiles(lines: readonly ReportLine[]): Markup {
  const tiles = WORST_LINES_FIRST.flatMap((verdict) =>
    countsByVerdict(lines, [verdict]).map((words) => {
      const [count, ...rest] = words.split(" ");
      return html`<li class="${verdict}"><b>${count}</b> ${rest.join(" ")}</li>`;
    }),
  );
  return html`<ul class="tiles">${tiles}</ul>`;
}

const COUNTS = ["Counted", "Met", "Not met", "Pending", "Unknown"];

/** The lines of a whole caseload, one row per requirement, each with its bar; `linkOf` leads on to what stands behind a line. */
export function scorecardTable(
  lines: readonly ReportLine[],
  linkOf?: (line: ReportLine) => string | undefined,
): Markup {
  const rows = lines.map((line) => {
    const link = linkOf?.(line);
    const name = link === undefined ? line.requirement : html`<a href="#${link}">${line.requirement}</a>`;
    const asks = html`<span class="name">${name}</span> <span class="asks">${line.title}</span>`;
    return row(
      line,
      asks,
      html`<td role="cell" class="target-words" data-label="Target">${lineTargetWords(line)}</td>`,
    );
  });
  return html`${BAR_LEGEND}
${table("One row per requirement", ["Requirement", "Lowest–highest", "Target", "Verdict"], rows)}`;
}

/** The lines of a report that is split: under each requirement a table, one row per value. */
export function splitTables(lines: readonly ReportLine[], by: readonly string[]): Markup {
  const tables: Part[] = [];
  for (const id of new Set(lines.map(({ requirement }) => requirement))) {
    const own = lines.filter(({ requirement }) => requirement === id);
    const { title, target } = own[0]!;
    const rows = own.map((line) => row(line, html`<span class="name">${valueWords(line)}</span>`));
    tables.push(html`<h3>${id}: ${title} (target ${targetWords(target)})</h3>
${table(`${id} by ${by.join(", ")}`, [by.join(", "), "Lowest–highest", "Verdict"], rows, "hidden")}`);
  }
  return html`${BAR_LEGEND}${tables}`;
}

/** The roles are said outright: a table that is shown as cards would lose them in some browsers. */
function table(caption: string, head: readonly string[], rows: readonly Markup[], captionClass = ""): Markup {
  const cell = (heading: string) => html`<th role="columnheader" scope="col">${heading}</th>`;
  const number = (heading: string) =>
    html`<th role="columnheader" scope="col" class="number">${heading}</th>`;
  const headings = [...head.map(cell), ...[...COUNTS, "Headroom"].map(number)];
  return html`<table class="cards" role="table">
<caption class="${captionClass}">${caption}</caption>
<thead role="rowgroup"><tr role="row">${headings}</tr></thead>
<tbody role="rowgroup">
${rows}</tbody>
</table>
`;
}

/** A line as a row; `target` where its target is a column. */
function row(line: ReportLine, heading: Markup, target?: Markup): Markup {
  const counts = [...countsOf(line), headroomWords(line)].map((words, at) => {
    const label = [...COUNTS, "Headroom"][at]!;
    return html`<td role="cell" class="number" data-label="${label}">${words}</td>`;
  });
  return html`<tr role="row"><th role="rowheader" scope="row">${heading}</th><td role="cell" class="share"><b>${shareWords(line)}</b>${shareBar(line)}</td>${target}<td role="cell" class="judged">${verdictTag(line.verdict)}</td>${counts}</tr>
`;
}
