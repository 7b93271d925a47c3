import { ProgrammeFault } from "../../src/fault.js";

/** The code and the words of the fault that a call throws. */
export function messageOf(call: () => unknown): { code: string; message: string } {
  try {
    call();
  } catch (fault) {
    if (fault instanceof ProgrammeFault) return { code: fault.code, message: fault.message };
    throw fault;
  }
  throw new Error("nothing was thrown");
}
