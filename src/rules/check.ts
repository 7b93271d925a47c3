import * as z from "zod/mini";
import { ProgrammeFault, shown } from "../fault.js";
import { allowedAt } from "./allowed.js";
import { applyChanges } from "./changes.js";
import { freeze } from "./freeze.js";
import type { Programme } from "./programme.js";
import { checkReadings, checkReferences } from "./references.js";
import type { Requirement } from "./requirement.js";
import { programmeFields, readingSchema, requirementSchemas, standardShell, stateSchema } from "./schema.js";

const shell = z.strictObject({
  ...programmeFields,
  states: z.array(z.unknown()),
  readings: z.array(z.unknown()),
  standards: z.array(z.unknown()).check(z.minLength(1)),
});

/**
 * Checks a value to be a programme and gives it back, deeply frozen.
 *
 * @throws {@link ProgrammeFault} `rules/programme` naming the first field that is wrong, as
 * `css-7/finalised.within`; `rules/…` for ids, references and readings that do not hold together.
 */
export function checkProgramme(value: unknown): Programme {
  const programme = checkShape(value);
  checkReferences(programme);
  checkReadings(programme);
  for (const reading of programme.readings) {
    for (const { changes } of reading.answers) checkReferences(checkShape(applyChanges(programme, changes)));
  }
  return freeze(programme);
}

function checkShape(value: unknown): Programme {
  const programme = checked(shell, value, "programme") as unknown as Programme;
  for (const state of programme.states) checked(stateSchema, state, nameOf(state, "states"));
  for (const reading of programme.readings) checked(readingSchema, reading, nameOf(reading, "readings"));
  for (const standard of programme.standards) {
    checked(standardShell, standard, nameOf(standard, "standards"));
    for (const requirement of standard.requirements) checkRequirement(requirement, standard.id);
  }
  return programme;
}

function checkRequirement(requirement: unknown, standard: string): void {
  const { kind, id } = (requirement ?? {}) as { kind?: unknown; id?: unknown };
  const address = typeof id === "string" ? id : `${standard}.requirements`;
  if (typeof kind !== "string" || !Object.hasOwn(requirementSchemas, kind)) {
    throw wrongField(`${address}.kind`, kind, Object.keys(requirementSchemas).join(", "));
  }
  const schema: z.ZodMiniType<Requirement> = requirementSchemas[kind as Requirement["kind"]];
  checked(schema, requirement, address);
}

function checked<T>(schema: z.ZodMiniType<T>, value: unknown, address: string): T {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  const path = (issue?.path ?? []).map(String);
  if (issue?.code === "unrecognized_keys") {
    throw wrongField([address, ...path, issue.keys[0]].join("."), undefined, "no field of that name");
  }
  const given = path.reduce<unknown>((at, key) => (at as Record<string, unknown> | undefined)?.[key], value);
  throw wrongField([address, ...path].join("."), given, allowedAt(path, issue));
}

function nameOf(thing: unknown, list: string): string {
  const { id } = (thing ?? {}) as { id?: unknown };
  return typeof id === "string" ? id : list;
}

function wrongField(address: string, value: unknown, allowed: string): ProgrammeFault {
  return new ProgrammeFault({
    code: "rules/programme",
    given: value === undefined ? address : `${address}: ${json(value)}`,
    allowed,
    todo: "Correct that field.",
  });
}

function json(value: unknown): string {
  const text = JSON.stringify(value) ?? shown(value);
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}
