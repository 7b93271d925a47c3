import { PRECEDENCE } from "../remarks.js";
import { HATCHING } from "./bars.js";
import { html, type Markup, type Part, prose } from "./markup.js";
import { STYLE } from "./style.js";

/** A part of a page under a heading of its own; `id` is where the list of contents leads. */
export interface Section {
  readonly id: string;
  readonly heading: string;
  /** Its words in the list of contents, where they are not the heading. */
  readonly entry?: string;
  readonly body: Part;
}

/** A page in pieces. */
export interface PageContent {
  /** What it is of, above the heading. */
  readonly over?: string;
  readonly heading: string;
  /** As at when, of whom, out of what: the line below the heading. */
  readonly facts: readonly string[];
  /** What a reader must know before anything else. */
  readonly notices: readonly string[];
  readonly sections: readonly Section[];
  /** What it rests on, in a sentence or two. */
  readonly foot: string;
}

/** One file that asks no network for anything and runs nothing. */
export function page({ over, heading, facts, notices, sections, foot }: PageContent): string {
  const title = over === undefined ? heading : `${heading}: ${over}`;
  const contents = sections.map(
    (each) => html`<li><a href="#${each.id}">${each.entry ?? each.heading}</a></li>\n`,
  );
  const { source } = html`<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex">
<title>${title}</title>
${STYLE}
</head>
<body>
${HATCHING}
<header>
${over === undefined ? undefined : html`<p class="over">${over}</p>\n`}<h1>${heading}</h1>
<p class="facts">${facts.join(" · ")}</p>
${notices.map((notice) => html`<p class="notice">${prose(notice)}</p>\n`)}<nav aria-label="On this page"><ul>
${contents}</ul></nav>
</header>
<main>
${sections.map(sectionMarkup)}</main>
<footer><p>${prose(foot)} ${PRECEDENCE}</p></footer>
</body>
</html>
`;
  return source;
}

function sectionMarkup({ id, heading, body }: Section): Markup {
  return html`<section aria-labelledby="${id}">
<h2 id="${id}">${heading}</h2>
${body}
</section>
`;
}
