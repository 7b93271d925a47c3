import { ProgrammeFault, shown } from "../fault.js";
import type { Outcome, Programme } from "../rules/index.js";

/**
 * The outcomes a caller asks about: the one named, or all the programme has, in its own order.
 *
 * @throws ProgrammeFault `outcomes/none` for a programme without outcomes, `outcomes/unknown` for an id it has not.
 */
export function outcomesAsked({ id, outcomes }: Programme, asked: string | undefined): readonly Outcome[] {
  if (outcomes.length === 0) throw noOutcomes(id);
  if (asked === undefined) return outcomes;
  const found = outcomes.filter((outcome) => outcome.id === asked);
  if (found.length > 0) return found;
  throw new ProgrammeFault({
    code: "outcomes/unknown",
    given: `the outcome ${shown(asked)}`,
    allowed: outcomes.map((outcome) => outcome.id).join(", "),
    todo: `Name one of the outcomes of ${id}, or leave \`outcome\` out.`,
  });
}

function noOutcomes(id: string): ProgrammeFault {
  return new ProgrammeFault({
    code: "outcomes/none",
    given: `the programme ${id}, which states no outcome`,
    allowed: "a programme whose `outcomes` say what counts, and by when",
    todo: "Add the outcome with amend, from the contract that defines it.",
  });
}
