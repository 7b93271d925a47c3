import { blocks } from "../explanation/index.js";
import { capitalised, formatCitation, type Grounded } from "../rules/index.js";

const GENERATED =
  "<!-- Generated from the programme data. Do not edit: change the data and run UPDATE=1 npx vitest run test/rulebook. -->";

const PRECEDENCE =
  "> **The contract takes precedence.** This page says in other words what published documents ask. It is not legal advice.";

const LICENCE =
  "Facts from public guidance: contains public sector information licensed under the [Open Government Licence v3.0](https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/).";

/** A page with what must stand on every page: that it is generated, that the contract comes first, the licence. */
export function page(title: string, ...parts: readonly (string | undefined | false)[]): string {
  return `${blocks(GENERATED, `# ${title}`, PRECEDENCE, ...parts, "---", LICENCE)}\n`;
}

/** A place other pages can point to: the id as it stands in the data. */
export function anchor(id: string): string {
  return `<a id="${id}"></a>`;
}

/** `css-12/after-job-end` as `CSS 12`, `returns/breakdown` as `Returns`: what people call the thing. */
export function called(id: string): string {
  const [standard] = id.split("/") as [string];
  const numbered = /^(css|tmpl)-(\d+)$/.exec(standard);
  if (numbered !== null)
    return `${numbered[1]!.replace("css", "CSS").replace("tmpl", "tMPL")} ${numbered[2]}`;
  return capitalised(standard.replaceAll("-", " "));
}

/** Where a statement comes from, as the rule book prints it; empty when it inherits that. */
export function ground({ citation, basis }: Grounded): string {
  const cited = citation === undefined ? [] : [formatCitation(citation)];
  return [...cited, ...(basis === undefined ? [] : ["(assumed)"])].join(" ");
}

/** A line with its ground behind it. */
export function grounded(text: string, from: Grounded): string {
  const where = ground(from);
  return where === "" ? text : `${text} ${where}`;
}
