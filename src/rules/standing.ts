import { refuseNotObject } from "../argument.js";
import type { Programme } from "./programme.js";
import type { Standard } from "./requirement.js";

/**
 * Whether a standard is assessed when nobody asks for more. What a contract or the guidance to it
 * says is; what is offered, recommended or known only from research is assessed on request.
 *
 * @example
 * ```ts
 * import { amend, exampleOffer, isAssessedByDefault, whpJetsCv06, workProgrammeFramework } from "programme-rules";
 *
 * isAssessedByDefault(whpJetsCv06, whpJetsCv06.standards[0]); // => true
 * isAssessedByDefault(workProgrammeFramework, workProgrammeFramework.standards[0]); // => false
 * const offered = amend(whpJetsCv06, exampleOffer);
 * offered.standards.filter((each) => isAssessedByDefault(offered, each)).length; // => 14
 * ```
 */
export function isAssessedByDefault(programme: Programme, standard: Standard): boolean {
  refuseNotObject(programme, "a programme");
  refuseNotObject(standard, "a standard");
  const standing = standard.standing ?? programme.standing;
  return standing === "contract" || standing === "guidance";
}
