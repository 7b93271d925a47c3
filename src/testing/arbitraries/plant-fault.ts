import { ProgrammeFault } from "../../fault.js";

/** The fault of a requirement for which no journey can be made to order. */
export function cannotPlant(requirement: string, why: string): ProgrammeFault {
  return new ProgrammeFault({
    code: "testing/cannot-plant",
    given: `${requirement}, which no journey can be made to meet or miss: ${why}`,
    allowed: "a requirement on a referral that dates alone can settle; checkable() lists them",
    todo: "Choose another requirement, or build the journey by hand.",
  });
}
