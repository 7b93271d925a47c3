import { bullets } from "../explanation/index.js";
import { listOf, nested, type OptionKinds, optionsOf } from "../options.js";
import {
  type Programme,
  refuseNotProgramme,
  refuseNotProgrammes,
  VARIATION,
  type Variation,
} from "../rules/index.js";
import { comparisonPage } from "./comparison-page.js";
import { page } from "./page.js";
import { programmePage } from "./programme-page.js";
import { readingsPage } from "./readings-page.js";
import { variationPage } from "./variation-page.js";

/** What a rule book holds besides a page for each programme. */
export interface RuleBookOptions {
  /** The programmes to set side by side; all of them without it. */
  readonly sideBySide?: readonly Programme[];
  /** Variations with the programmes they were applied to; each gets a page. */
  readonly variations?: readonly { readonly variation: Variation; readonly varied: Programme }[];
}

const RULE_BOOK_OPTIONS: OptionKinds<RuleBookOptions> = {
  sideBySide: refuseNotProgrammes,
  variations: listOf(
    nested({ variation: VARIATION, varied: refuseNotProgramme }, { variation: "…", varied: "…" }),
  ),
};

/**
 * The whole rule book: file name → Markdown. A page a programme and a variation, one that sets
 * programmes side by side, one of readings, and an index.
 *
 * @example
 * ```ts
 * import { whpJetsCv06 } from "programme-rules";
 * import { ruleBook } from "programme-rules/rulebook";
 *
 * Object.keys(ruleBook([whpJetsCv06])); // => ["README.md", "readings.md", "side-by-side.md", "whp-jets-cv06.md"]
 * ```
 */
export function ruleBook(
  programmes: readonly Programme[],
  options: RuleBookOptions = {},
): Record<string, string> {
  refuseNotProgrammes(programmes);
  const { sideBySide = programmes, variations = [] } = optionsOf(options, RULE_BOOK_OPTIONS);
  const pages = programmes.map(
    (programme) => [`${programme.id}-${programme.edition}.md`, programme] as const,
  );
  const links = [
    ...pages.map(([file, { title, standing }]) => `[${title}](${file}) (${standing})`),
    ...variations.map(({ variation: { id, title } }) => `[${title}](${id}.md) (variation)`),
  ];
  const asking = [...programmes, ...variations.map(({ varied }) => onlyItsOwn(varied, programmes))];
  return {
    "README.md": indexPage(links),
    "readings.md": readingsPage(asking),
    "side-by-side.md": comparisonPage(sideBySide),
    ...Object.fromEntries(pages.map(([file, programme]) => [file, programmePage(programme)])),
    ...Object.fromEntries(
      variations.map(({ variation, varied }) => [`${variation.id}.md`, variationPage(varied, variation)]),
    ),
  };
}

/** A varied programme with only the questions that no programme of the book asks. */
function onlyItsOwn(varied: Programme, programmes: readonly Programme[]): Programme {
  const known = new Set(programmes.flatMap(({ readings }) => readings.map(({ id }) => id)));
  return {
    ...varied,
    edition: `${varied.edition} as varied`,
    readings: varied.readings.filter(({ id }) => !known.has(id)),
  };
}

function indexPage(links: readonly string[]): string {
  return page(
    "Rule book",
    "Every standard of every programme in the package, in plain English, with where it comes from.",
    bullets([
      ...links,
      "[Side by side](side-by-side.md)",
      "[Readings: what the texts leave open](readings.md)",
    ]),
  );
}
