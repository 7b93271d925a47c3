import { isObject } from "../argument.js";
import { blocks, bullets } from "../explanation/index.js";
import { type Programme, refuseNotProgramme, sayOpen, VARIATION, type Variation } from "../rules/index.js";
import { ground, page } from "./page.js";
import { readingSection } from "./readings-page.js";
import { ladderSection, planSection } from "./regime-section.js";
import { standardSection } from "./standard-section.js";

/**
 * What a variation or an offer adds to a programme, as a page of its own.
 *
 * @param varied - the programme as varied, from `amend`.
 *
 * @example
 * ```ts
 * import { amend, whpCoreCv04 } from "programme-rules";
 * import { exampleOffer } from "programme-rules/programmes";
 * import { variationPage } from "programme-rules/rulebook";
 *
 * variationPage(amend(whpCoreCv04, exampleOffer), exampleOffer).includes("40 working days"); // => true
 * ```
 */
export function variationPage(varied: Programme, given: Variation): string {
  refuseNotProgramme(varied);
  if (!isObject(given) || !("assumptions" in given)) VARIATION(given, "variation");
  const { id, title, changes, ...variation } = given;
  const added = (list: string) =>
    new Set((changes.add?.[list] ?? []).map((item) => (item as { id: string }).id));
  const isIn = (list: string) => {
    const ids = added(list);
    return (thing: { readonly id: string }) => ids.has(thing.id);
  };
  const set = Object.entries(changes.set ?? {}).filter(([address]) => address !== "sources");
  return page(
    title,
    `A variation, \`${id}\`, to apply to a programme. ${ground(variation)}`,
    set.length > 0 && bullets(set.map(([address, fields]) => `Sets ${settings(fields)} of \`${address}\``)),
    "## Standards",
    ...varied.standards
      .filter(isIn("standards"))
      .map((standard) => standardSection(varied, standard, "readings.md")),
    ...(varied.plans ?? []).filter(isIn("plans")).map(planSection),
    ...(varied.ladders ?? []).filter(isIn("ladders")).map(ladderSection),
    blocks("## Readings", ...varied.readings.filter(isIn("readings")).map(readingSection)),
    `Percentages shown as ${sayOpen({ open: "redacted" })} are open values: fill them with \`amend\`, or what needs them stays undetermined.`,
  );
}

/** Each field that is set, with what it is set to: `within to {"workingDays":1}`. */
function settings(fields: object): string {
  return Object.entries(fields)
    .map(([field, value]) =>
      value === null ? `${field} to nothing` : `${field} to \`${JSON.stringify(value)}\``,
    )
    .join(", ");
}
