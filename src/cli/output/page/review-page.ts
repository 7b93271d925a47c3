import { WORST_LINES_FIRST } from "../../../compliance/index.js";
import { verdictWords } from "../../../explanation/index.js";
import type { ReviewBlock, ReviewPack, ReviewSection } from "../../../review/index.js";
import { formatCitation } from "../../../rules/index.js";
import { dateWords } from "../value-text.js";
import { html, type Markup, type Part, prose } from "./markup.js";
import { page, type Section } from "./page.js";
import { verdictTag } from "./scorecard-section.js";

/** The pack for a review as a page: what its Markdown says, in the same order. */
export function reviewPage(pack: ReviewPack): string {
  const { title, contract, asAt, reviewOn, summary, sections, receipt } = pack;
  const glance = html`<ul>${summary.map((sentence) => html`<li>${prose(sentence)}</li>\n`)}</ul>`;
  return page({
    heading: title,
    facts: [
      ...(contract === undefined ? [] : [`Contract: ${contract}`]),
      `As at ${dateWords(asAt)}`,
      ...(reviewOn === undefined ? [] : [`Review on ${dateWords(reviewOn)}`]),
    ],
    notices: [],
    sections: [{ id: "glance", heading: "At a glance", body: glance }, ...sections.map(section)],
    foot: `Rules ${receipt.programme} ${receipt.edition}, revision ${receipt.revision}; programme-rules ${receipt.packageVersion}; bank holidays as of ${receipt.calendarDataVersion}.`,
  });
}

function section({ title, citation, blocks }: ReviewSection, at: number): Section {
  const where = citation === undefined ? "" : ` ${formatCitation(citation)}`;
  const entry = `${at + 1}. ${title}`;
  return { id: `item-${at + 1}`, heading: `${entry}${where}`, entry, body: blocks.map(block) };
}

function block(each: ReviewBlock): Part {
  if (each.kind === "text") return html`<p>${prose(each.text)}</p>\n`;
  if (each.kind === "list")
    return html`<ul>${each.items.map((item) => html`<li>${prose(item)}</li>\n`)}</ul>\n`;
  if (each.kind === "blank") return html`<p class="blank"><strong>For people:</strong> ${each.asks}</p>\n`;
  return table(each);
}

function table({ title, head, rows, numbers }: Extract<ReviewBlock, { kind: "table" }>): Markup {
  const side = (at: number) => (numbers.includes(at) ? "number" : "");
  const heads = head.map(
    (heading, at) => html`<th role="columnheader" scope="col" class="${side(at)}">${heading}</th>`,
  );
  const lines = rows.map(([first = "", ...cells]) => {
    const others = cells.map(
      (cell, at) =>
        html`<td role="cell" data-label="${head[at + 1]}" class="${side(at + 1)}">${VERDICTS.get(cell) ?? cell}</td>`,
    );
    return html`<tr role="row"><th role="rowheader" scope="row" class="${side(0)}">${first}</th>${others}</tr>
`;
  });
  return html`<div class="scroll" tabindex="0" role="region" aria-label="${title}">
<table class="cards pack" role="table"><caption>${title}</caption>
<thead role="rowgroup"><tr role="row">${heads}</tr></thead>
<tbody role="rowgroup">
${lines}</tbody></table></div>
`;
}

/** The verdicts, by the words that stand for them in a cell. */
const VERDICTS: ReadonlyMap<string, Markup> = new Map(
  WORST_LINES_FIRST.map((verdict) => [verdictWords(verdict), verdictTag(verdict)]),
);
