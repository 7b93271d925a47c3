import type { Report, ReportLine } from "../../../compliance/index.js";
import { longMonth } from "../../../date/index.js";
import { shareWords, verdictMark } from "../../../explanation/index.js";
import { html, type Markup } from "./markup.js";
import type { Section } from "./page.js";

/** Each requirement by the month its cases are of; nothing where no case has a month. */
export function monthSection({ lines }: Report): Section[] {
  const told = lines.filter(({ counted }) => counted > 0);
  const months = [...new Set(told.flatMap(({ by }) => by?.month ?? []))].sort();
  if (months.length === 0) return [];
  const dated = told.filter(({ by }) => typeof by?.month === "string");
  const ids = [...new Set(dated.map(({ requirement }) => requirement))];
  const rows = ids.map((id) => {
    const cells = months.map((month) =>
      cell(told.find(({ requirement, by }) => requirement === id && by?.month === month)),
    );
    return html`<tr><th scope="row">${id}</th>${cells}</tr>
`;
  });
  const heads = months.map((month) => html`<th scope="col">${shortMonth(month)}</th>`);
  const body = html`<p>The share from lowest to highest, the verdict, and how many cases are not met, over the last twelve months. A case is in the month in which it falls due; a share of work left is that of the month's worst day that is over.</p>
<div class="scroll" tabindex="0" role="region" aria-label="Requirements by month">
<table class="months"><caption class="hidden">Requirements by month</caption>
<thead><tr><th scope="col">Requirement</th>${heads}</tr></thead>
<tbody>
${rows}</tbody></table></div>`;
  return [{ id: "months", heading: "By month", body }];
}

function cell(line: ReportLine | undefined): Markup {
  if (line === undefined) return html`<td>–</td>`;
  const { verdict, notMet } = line;
  const words = verdict.replace("-", " ");
  return html`<td class="${verdict}">${shareWords(line)}<small><span aria-hidden="true">${verdictMark(verdict)}</span><span class="hidden">${words},</span> ${notMet}<span class="hidden"> not met</span></small></td>`;
}

/** `Jun 2021`: a year of long names would be wider than a page. */
function shortMonth(month: string): string {
  const [name, year] = longMonth(month).split(" ");
  return `${name!.slice(0, 3)} ${year}`;
}
