import type { Report } from "../../../compliance/index.js";
import { formatCitation, numbered, type Programme, type Reading } from "../../../rules/index.js";
import { dateWords } from "../value-text.js";
import { html, type Markup } from "./markup.js";
import type { Section } from "./page.js";

/** What a page rests on, enough to make it again: the edition, the answers, the documents, the bank holidays, the day. */
export function rulesSection({ receipt }: Report, programme: Programme): Section {
  const { edition, revision, hash, packageVersion, calendarDataVersion, asAt } = receipt;
  const facts: readonly (readonly [string, string | number])[] = [
    ["Programme", `${programme.title} (${receipt.programme})`],
    ["Edition", `${edition}, revision ${revision}`],
    ["Fingerprint of the rules", hash],
    ["As at", `${dateWords(asAt)}: what was known at the end of that day`],
    ["Bank holidays", `as of ${calendarDataVersion}`],
    ["Made with", `programme-rules ${packageVersion}`],
  ];
  const body = html`<dl>${facts.map(([name, value]) => html`<dt>${name}</dt><dd>${value}</dd>`)}</dl>
${chosenAnswers(programme)}${usualAnswers(programme.readings)}${documents(programme)}`;
  return { id: "rules", heading: "The rules behind it", body };
}

function chosenAnswers({ chosen = {} }: Programme): Markup {
  const answers = Object.entries(chosen);
  if (answers.length === 0)
    return html`<p>Every point of interpretation has its default answer.</p>
`;
  const items = answers.map(([id, answer]) => html`<li><code>${id}=${answer}</code></li>`);
  return html`<p>Points of interpretation answered otherwise than by default:</p>
<ul>${items}</ul>
`;
}

function usualAnswers(readings: readonly Reading[]): Markup | undefined {
  if (readings.length === 0) return undefined;
  const rows = readings.map(({ id, question, answers: [usual], citation }) => {
    const where = citation === undefined ? "" : ` ${formatCitation(citation)}`;
    return html`<tr><th scope="row"><code>${id}</code></th><td>${question}${where}</td><td>${usual?.says}</td></tr>
`;
  });
  return html`<details><summary>${numbered(readings.length, "point")} of interpretation with default answers</summary>
<div class="scroll" tabindex="0" role="region" aria-label="Points of interpretation">
<table><caption>Points of interpretation, and the answers used</caption>
<thead><tr><th scope="col">Point</th><th scope="col">Question</th><th scope="col">Answer used</th></tr></thead>
<tbody>
${rows}</tbody></table></div></details>
`;
}

function documents({ sources }: Programme): Markup {
  const rows = Object.entries(sources).map(
    ([id, { title, edition, standing, url }]) =>
      html`<tr><th scope="row">${id}</th><td>${title}</td><td>${edition}</td><td>${standing}</td><td>${url}</td></tr>
`,
  );
  return html`<details><summary>${numbered(rows.length, "document")} cited</summary>
<div class="scroll" tabindex="0" role="region" aria-label="Documents">
<table><caption>Documents that the rules cite</caption>
<thead><tr><th scope="col">Number</th><th scope="col">Title</th><th scope="col">Edition</th><th scope="col">Standing</th><th scope="col">Where</th></tr></thead>
<tbody>
${rows}</tbody></table></div></details>
`;
}
