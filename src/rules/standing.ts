import { refuseNotObject } from "../argument.js";
import type { Programme } from "./programme.js";
import type { Standard } from "./requirement.js";

/**
 * Whether a standard is assessed when nobody asks for more. What a contract or the guidance to it
 * says is; what is offered, recommended or known only from research is assessed on request.
 */
export function isAssessedByDefault(programme: Programme, standard: Standard): boolean {
  refuseNotObject(programme, "a programme");
  refuseNotObject(standard, "a standard");
  const standing = standard.standing ?? programme.standing;
  return standing === "contract" || standing === "guidance";
}
