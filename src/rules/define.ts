import { ProgrammeFault } from "../fault.js";
import { checkProgramme } from "./check.js";
import type { Programme } from "./programme.js";

/**
 * Checks a programme written in TypeScript and freezes it; its literal ids stay literal types.
 *
 * @throws {@link ProgrammeFault} `rules/programme` naming the field that is wrong, such as
 * `css-7/finalised.within`, and `rules/…` for ids, references and readings that do not hold together.
 *
 * @example
 * ```ts
 * import { defineProgramme, whpJetsCv06 } from "programme-rules";
 *
 * const mine = defineProgramme({ ...whpJetsCv06, id: "my-programme" });
 * mine.id; // => "my-programme"
 * defineProgramme({ ...whpJetsCv06, revision: 0 }); // throws programme.revision: 0
 * ```
 */
export function defineProgramme<const P extends Programme>(programme: P): P {
  return checkProgramme(programme) as P;
}

/**
 * Reads a programme from JSON text or from a parsed value.
 *
 * @throws {@link ProgrammeFault} `rules/json` when the text is not JSON; otherwise as
 * {@link defineProgramme}.
 *
 * @example
 * ```ts
 * import { parseProgramme, whpJetsCv06 } from "programme-rules";
 *
 * parseProgramme(JSON.stringify(whpJetsCv06)).edition; // => "cv06"
 * parseProgramme("{"); // throws text that is JSON
 * ```
 */
export function parseProgramme(json: unknown): Programme {
  return checkProgramme(typeof json === "string" ? parsed(json) : copied(json));
}

/**
 * As {@link parseProgramme}, but gives the fault back instead of throwing it.
 *
 * @example
 * ```ts
 * import { safeParseProgramme } from "programme-rules";
 *
 * const result = safeParseProgramme({ id: "Not an id" });
 * result.success; // => false
 * ```
 */
export function safeParseProgramme(
  json: unknown,
):
  | { readonly success: true; readonly programme: Programme }
  | { readonly success: false; readonly fault: ProgrammeFault } {
  try {
    return { success: true, programme: parseProgramme(json) };
  } catch (error) {
    if (error instanceof ProgrammeFault) return { success: false, fault: error };
    throw error;
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new ProgrammeFault({
      code: "rules/json",
      given: "text that is not JSON",
      allowed: "text that is JSON, in the shape of programme-rules/schema/programme.json",
      todo: "Check quotes, commas and brackets.",
    });
  }
}

function copied(value: unknown): unknown {
  try {
    return structuredClone(value);
  } catch {
    throw new ProgrammeFault({
      code: "rules/json",
      given: "a value that JSON cannot hold, such as a function",
      allowed: "JSON text, or what `JSON.parse` gives",
      todo: "Give plain data, in the shape of programme-rules/schema/programme.json.",
    });
  }
}
