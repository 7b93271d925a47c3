import { explainedFindings, lineName, type Report, type ReportLine } from "../../../compliance/index.js";
import type { AsAt } from "../../../deadlines/index.js";
import { lineSentence } from "../../../explanation/index.js";
import type { Journey } from "../../../journey/index.js";
import {
  type Citation,
  counted,
  describeRequirement,
  formatCitation,
  type Programme,
} from "../../../rules/index.js";
import { html, type Markup, prose } from "./markup.js";
import type { Section } from "./page.js";
import { verdictTag } from "./scorecard-section.js";

/** What the cases of a report are explained from. */
export interface CaseSource {
  readonly programme: Programme;
  readonly asAt: AsAt;
  readonly journeys: ReadonlyMap<string, Journey>;
  /** The last words of how to see the cases that are not shown. */
  readonly more: string;
}

/** So many of those with a case not met are shown, and so many sentences of each. */
const SHOWN = 10;
const SENTENCES = 3;

/** Where the part of a line begins: by its place, since what it is called may be anybody's. */
export function placeOfLine(lines: readonly ReportLine[], line: ReportLine): string {
  return `line-${lines.indexOf(line) + 1}`;
}

/** Each line: its sentence, what it asks and where that is written, and who has a case not met. */
export function casesSection({ lines }: Report, source: CaseSource): Section {
  const sentences = sentencesOf(lines, source);
  const parts = lines.map((line) => {
    const { requirement, title, verdict } = line;
    return html`<details><summary><span class="name">${lineName(line)}</span> <span class="asks">${title}</span> ${verdictTag(verdict)}</summary>
<div class="inside" id="${placeOfLine(lines, line)}">
<p>${lineSentence(line)}</p>
${asked(requirement, source.programme)}${missed(line, sentences, source)}</div></details>
`;
  });
  const body = html`<p class="quiet">Open a line for what it asks, where that is written, and whose cases are not met.</p>
<div class="lines">
${parts}</div>`;
  return { id: "lines", heading: "Line by line", body };
}

function asked(id: string, programme: Programme): Markup {
  const standard = programme.standards.find(({ requirements }) =>
    requirements.some((each) => each.id === id),
  )!;
  const requirement = standard.requirements.find((each) => each.id === id)!;
  const facts = describeRequirement(programme, requirement).map(
    ({ label, says }) => html`<dt>${label}</dt><dd>${says}</dd>`,
  );
  const citation = requirement.citation ?? standard.citation;
  return html`<dl>${facts}${citation === undefined ? undefined : html`<dt>Written in</dt><dd>${sourceWords(citation, programme)}</dd>`}</dl>
`;
}

function sourceWords(citation: Citation, { sources }: Programme): string {
  const title = sources[citation.source]?.title;
  return `${title === undefined ? "" : `${title} `}${formatCitation(citation)}`;
}

/** The sentences of the cases not met that are shown, by requirement and id. */
type Sentences = ReadonlyMap<string, readonly string[]>;

function keyOf(requirement: string, id: string): string {
  return JSON.stringify([requirement, id]);
}

function sentencesOf(lines: readonly ReportLine[], { programme, asAt, journeys }: CaseSource): Sentences {
  const wanted = new Map<string, Set<string>>();
  for (const { requirement, misses = [] } of lines) {
    for (const id of misses.slice(0, SHOWN)) wanted.set(id, (wanted.get(id) ?? new Set()).add(requirement));
  }
  const found = new Map<string, string[]>();
  for (const [id, requirements] of wanted) {
    const journey = journeys.get(id);
    if (journey === undefined) continue;
    const asked = { ...asAt, requirements: [...requirements] };
    for (const { explanation } of explainedFindings(programme, journey, asked)) {
      const { verdict, requirement, sentence } = explanation;
      if (verdict !== "not-met") continue;
      const key = keyOf(requirement, id);
      found.set(key, [...(found.get(key) ?? []), sentence]);
    }
  }
  return found;
}

function missed(
  { requirement, misses = [], subject }: ReportLine,
  sentences: Sentences,
  { more }: CaseSource,
): Markup | undefined {
  if (misses.length === 0) return undefined;
  const shown = misses.slice(0, SHOWN);
  const rest = misses.length - shown.length;
  const who = subject === undefined ? "referral" : "log";
  const cases = shown.map((id) => {
    const said = sentences.get(keyOf(requirement, id)) ?? [];
    const left = said.length - SENTENCES;
    return html`<li><b>${id}</b> ${said.slice(0, SENTENCES).join(" ")}${left > 0 ? ` And ${counted(left, "case")} more.` : undefined}</li>
`;
  });
  return html`<p><strong>Not met: ${counted(misses.length, who)}${rest > 0 ? `, the first ${SHOWN} by id` : ""}</strong></p>
<ul class="cases">
${cases}</ul>
${rest > 0 ? html`<p>And ${rest} more. ${prose(more)}</p>\n` : undefined}`;
}
