import * as z from "zod/mini";
import { ProgrammeFault } from "../fault.js";
import { list, object, optional, type Shape } from "../shapes/index.js";
import { applyChanges } from "./changes.js";
import { freeze } from "./fingerprint.js";
import { type Programme, RETURN_KINDS } from "./programme.js";
import { listSchemas, singleFields } from "./programme-schema.js";
import { checkReadings } from "./readings.js";
import { checkReferences } from "./references.js";
import type { Requirement } from "./requirement.js";
import { requirementSchemas, standardShell } from "./requirement-schema.js";
import { checked, wrongField } from "./shape-check.js";

/**
 * Checks a programme written in TypeScript and gives a frozen copy; its literal ids stay literal types.
 *
 * @throws ProgrammeFault `rules/programme` naming the field that is wrong, such as
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
 * @throws ProgrammeFault `rules/json` when the text is not JSON; otherwise as
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

const anything = z.array(z.unknown());
/** A programme with its lists left for their own shapes, which name the thing that is wrong. */
const shell = object({
  ...singleFields,
  groups: anything,
  events: list(z.unknown()),
  states: anything,
  readings: anything,
  standards: anything,
  outcomes: anything,
  minimumPerformanceLevels: optional(anything),
  indicators: optional(anything),
  returns: optional(anything),
  plans: optional(anything),
  ladders: optional(anything),
});
const KINDS = Object.keys(requirementSchemas);

/**
 * Checks a value to be a programme and gives a copy, deeply frozen.
 *
 * @throws ProgrammeFault `rules/programme` naming the first field that is wrong, as
 * `css-7/finalised.within`; `rules/…` for ids, references and readings that do not hold together.
 */
export function checkProgramme(value: unknown): Programme {
  const passed: Passed = new Set();
  const programme = checkShape(value, passed);
  checkReferences(programme);
  checkReadings(programme);
  for (const reading of programme.readings) {
    for (const { changes } of reading.answers.slice(1)) {
      checkReferences(checkShape(applyChanges(programme, changes), passed));
    }
  }
  return freeze(programme);
}

/** Things whose shape was found right: an answer leaves most of a programme as it is. */
type Passed = Set<unknown>;

function checkShape(value: unknown, passed: Passed): Programme {
  const programme = checked(shell, value, "programme") as Programme;
  const once = (thing: unknown, check: () => void) => {
    if (!passed.has(thing)) check();
    passed.add(thing);
  };
  for (const [name, schema] of Object.entries(listSchemas)) {
    const items: readonly unknown[] = programme[name as keyof typeof listSchemas] ?? [];
    for (const item of items) once(item, () => checked<unknown>(schema, item, nameOf(item, name)));
  }
  for (const standard of programme.standards) {
    once(standard, () => checkStandard(standard));
    for (const part of standard.requirements) once(part, () => checkRequirement(part, standard.id, KINDS));
  }
  for (const part of programme.returns ?? [])
    once(part, () => checkRequirement(part, "returns", RETURN_KINDS));
  return programme;
}

function checkStandard(standard: Programme["standards"][number]): void {
  checked(standardShell, standard, nameOf(standard, "standards"));
  checkNotEmpty(standard);
}

function checkNotEmpty({ id, requirements, withheld }: Programme["standards"][number]): void {
  if (requirements.length > 0 && withheld !== undefined) {
    throw wrongField(
      `${id}.withheld`,
      withheld,
      "none beside requirements: a standard is withheld or stated",
    );
  }
  if (requirements.length > 0 || withheld !== undefined) return;
  throw wrongField(
    `${id}.requirements`,
    requirements,
    "at least one, or a `withheld` that says why there is none",
  );
}

/** A requirement is checked by its own kind's schema and bears its standard's id, so that a fault names it. */
function checkRequirement(requirement: unknown, standard: string, kinds: readonly string[]): void {
  const { kind, id } = (requirement ?? {}) as { kind?: unknown; id?: unknown };
  const address = typeof id === "string" ? id : `${standard}.requirements`;
  if (typeof kind !== "string" || !kinds.includes(kind))
    throw wrongField(`${address}.kind`, kind, kinds.join(", "));
  const schema: Shape<Requirement> = requirementSchemas[kind as Requirement["kind"]];
  checked(schema, requirement, address);
  if ((id as string).startsWith(`${standard}/`)) return;
  throw wrongField(
    `${address}.id`,
    id,
    `an id under ${standard}, such as ${standard}/${(id as string).split("/")[1]}`,
  );
}

function nameOf(thing: unknown, list: string): string {
  const { id } = (thing ?? {}) as { id?: unknown };
  return typeof id === "string" ? id : list;
}
