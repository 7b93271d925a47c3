import { ProgrammeFault } from "../fault.js";

/** A fault of this room: what it is about, what was given, what is allowed, what to do. */
export function tenderFault(about: string, given: string, allowed: string, todo: string): ProgrammeFault {
  return new ProgrammeFault({ code: `tender/${about}`, given, allowed, todo });
}
