import { type Kind, refuseOther } from "../argument.js";
import { blocks, bullets } from "../explanation/index.js";
import { TEXT } from "../options.js";
import {
  describeRequirement,
  isAssessedByDefault,
  type Programme,
  type Requirement,
  readingsBehind,
  refuseNotProgramme,
  STAGE_WORDS,
  type Standard,
  sayOpen,
  sayRequirement,
} from "../rules/index.js";
import { anchor, called, ground } from "./page.js";

const STANDARD: Kind = {
  name: "a standard of `programme.standards`",
  has: { id: "", title: "", requirements: [{ kind: "" }] },
};

/**
 * One standard of a programme with all its testable parts, as a section of Markdown.
 *
 * @param readingsOn - the file its readings are on; without it, the same page.
 *
 * @example
 * ```ts
 * import { whpJetsCv06 } from "programme-rules";
 * import { standardSection } from "programme-rules/rulebook";
 *
 * standardSection(whpJetsCv06, whpJetsCv06.standards[6]).includes("Within: 10 working days"); // => true
 * ```
 */
export function standardSection(programme: Programme, standard: Standard, readingsOn = ""): string {
  refuseNotProgramme(programme);
  refuseOther(standard, STANDARD);
  if (readingsOn !== "") TEXT(readingsOn, "readingsOn");
  const { id, title, withheld, qualitative } = standard;
  return blocks(
    `${anchor(id)}\n### ${called(id)} · ${title}`,
    about(programme, standard),
    qualitative,
    withheld !== undefined && `What it asks is ${sayOpen(withheld)}.`,
    ...standard.requirements.map((part) => requirementSection(programme, part, readingsOn)),
  );
}

/** One testable part, its clock, its target and the readings behind it. */
export function requirementSection(programme: Programme, part: Requirement, readingsOn = ""): string {
  const lines = describeRequirement(programme, part).map(({ label, says }) => `${label}: ${says}`);
  const readings = readingsBehind(programme, part.id).map(({ id }) => `[${id}](${readingsOn}#${id})`);
  const where = ground(part);
  return blocks(
    `${anchor(part.id)}\n**${sayRequirement(programme, part)}.** \`${part.id}\`${where === "" ? "" : ` ${where}`}`,
    bullets([
      ...lines,
      ...(readings.length === 0 ? [] : [`Depends on how the text is read: ${readings.join(", ")}`]),
    ]),
  );
}

function about(programme: Programme, standard: Standard): string {
  const { stage, monitoredThrough } = standard;
  const facts = [
    `Stage: ${STAGE_WORDS[stage]}`,
    ...(monitoredThrough === undefined ? [] : [`watched through ${monitoredThrough}`]),
    ...(standard.standing === undefined ? [] : [standard.standing]),
    ...(isAssessedByDefault(programme, standard) ? [] : ["assessed only when asked for"]),
  ];
  return `${facts.join(" · ")} ${ground(standard)}`;
}
