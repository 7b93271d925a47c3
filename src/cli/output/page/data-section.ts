import { leftOutSentence, type Report } from "../../../compliance/index.js";
import { howMany } from "../../../journey/index.js";
import { numbered, type Programme } from "../../../rules/index.js";
import { notRecordedNotes } from "../remarks.js";
import { html, type Markup, prose } from "./markup.js";
import type { Section } from "./page.js";

/** What the data leaves out, and what is wrong with it: how often and where, never what stands in a cell. */
export function dataSection(report: Report, programme: Programme): Section {
  const leftOut = leftOutSentence(report.leftOut);
  const sentences = [...(leftOut === undefined ? [] : [leftOut]), ...notRecordedNotes(report, programme)];
  const body = [...sentences.map((sentence) => html`<p>${prose(sentence)}</p>\n`), problems(report)];
  return { id: "data", heading: "The data", body };
}

function problems(report: Report): Markup {
  const count = howMany(report);
  if (count === 0) return html`<p>No problems in the data.</p>`;
  const rows = report.problemCounts
    .toSorted((one, other) => other.count - one.count)
    .map(
      ({ code, column, kind, count: each }) =>
        html`<tr><th scope="row">${codeWords(code)}</th><td>${column ?? kind ?? "–"}</td><td class="number">${each}</td></tr>
`,
    );
  return html`<div class="scroll" tabindex="0" role="region" aria-label="Problems in the data">
<table><caption>${numbered(count, "problem")} in the data; <code>programme-rules check</code> lists them by line</caption>
<thead><tr><th scope="col">What is wrong</th><th scope="col">Column or kind of event</th><th scope="col" class="number">How often</th></tr></thead>
<tbody>
${rows}</tbody></table></div>`;
}

/** `journey/date-form` as people read it: `date form`. */
function codeWords(code: string): string {
  return code.split("/").at(-1)!.replaceAll("-", " ");
}
