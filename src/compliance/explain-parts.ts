import { clocksOf, type Facts } from "../deadlines/index.js";
import type { Part } from "../explanation/index.js";
import type { ContentPart, Programme, Requirement } from "../rules/index.js";
import type { Case } from "./case.js";
import { attestationAt } from "./content.js";

/** The parts that a record must have and how each stands; those of a record that is not there are not recorded. */
export function partsOf(
  requirement: Requirement,
  { doneAt }: Case,
  facts: Facts,
  programme: Programme,
): Part[] | undefined {
  if (requirement.kind !== "content") return undefined;
  const code = clocksOf(programme).compiler.codes.codeOf("attested");
  return requirement.parts.map((part) => {
    if (doneAt < 0) return { says: part.says, standing: "not-recorded" };
    if (part.check !== "human") return recorded(part, part.check, facts, doneAt);
    const at = attestationAt(facts, doneAt, { requirement: requirement.id, part: part.id, code });
    if (at < 0) return { says: part.says, standing: "not-attested" };
    const { holds, on } = facts.event(at);
    return { says: part.says, standing: holds === true ? "attested" : "denied", on };
  });
}

function recorded(
  { says }: ContentPart,
  { field, is }: Exclude<ContentPart["check"], "human">,
  facts: Facts,
  at: number,
): Part {
  const { [field]: value } = facts.event(at);
  if (value === undefined) return { says, standing: "not-recorded" };
  return { says, standing: value === is ? "recorded" : "denied" };
}
