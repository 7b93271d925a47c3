import { blocks } from "../explanation/index.js";

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
