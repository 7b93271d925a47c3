import type { Report, ReportLine } from "../../../compliance/index.js";
import { longMonth } from "../../../date/index.js";
import { shareWords, verdictMark } from "../../../explanation/index.js";
import { html, type Markup } from "./markup.js";
import type { Section } from "./page.js";

/** So many months stand beside each other: a year. */
const MOST = 12;

/** Each requirement by the month its cases are of, the last year of them; nothing where no case has a month. */
export function monthSection({ lines }: Report): Section[] {
  const told = lines.filter(({ counted }) => counted > 0);
  const all = [...new Set(told.flatMap(({ by }) => by?.month ?? []))].sort();
  if (all.length === 0) return [];
  const months = all.slice(-MOST);
  const ids = [
    ...new Set(
      told.filter(({ by }) => months.includes(by?.month ?? "")).map(({ requirement }) => requirement),
    ),
  ];
  const rows = ids.map((id) => {
    const cells = months.map((month) =>
      cell(told.find(({ requirement, by }) => requirement === id && by?.month === month)),
    );
    return html`<tr><th scope="row">${id}</th>${cells}</tr>
`;
  });
  const heads = months.map((month) => html`<th scope="col">${shortMonth(month)}</th>`);
  const body = html`<p>The share from lowest to highest, the verdict, and how many cases are not met. A case is in the month in which it falls due.${all.length > MOST ? ` The last ${MOST} of ${all.length} months.` : undefined}</p>
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
