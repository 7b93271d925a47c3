import * as z from "zod/mini";
import { ProgrammeFault, shown } from "../fault.js";
import { allowedAt } from "./allowed.js";
import { applyChanges } from "./changes.js";
import { freeze } from "./freeze.js";
import type { Programme } from "./programme.js";
import { checkReadings } from "./reading-checks.js";
import { checkReferences } from "./references.js";
import type { Requirement } from "./requirement.js";
import { listSchemas, singleFields } from "./schema.js";
import { requirementSchemas, standardShell } from "./schema-requirement.js";

const anything = z.array(z.unknown());
const maybe = z.exactOptional(anything);
const shell = z.strictObject({
  ...singleFields,
  groups: anything,
  events: z.pipe(anything, anything.check(z.minLength(1))),
  states: anything,
  readings: anything,
  standards: anything,
  outcomes: anything,
  minimumPerformanceLevels: maybe,
  indicators: maybe,
  returns: maybe,
  plans: maybe,
  ladders: maybe,
});
const KINDS = Object.keys(requirementSchemas);
const RETURN_KINDS = ["deadline", "cadence", "content"] as const;

/**
 * Checks a value to be a programme and gives it back, deeply frozen.
 *
 * @throws {@link ProgrammeFault} `rules/programme` naming the first field that is wrong, as
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
  const programme = checked(shell, value, "programme") as unknown as Programme;
  const once = (thing: unknown, check: () => void) => {
    if (!passed.has(thing)) check();
    passed.add(thing);
  };
  for (const [name, schema] of Object.entries(listSchemas)) {
    const items: readonly unknown[] = programme[name as keyof typeof listSchemas] ?? [];
    for (const item of items) once(item, () => checked(schema as z.ZodMiniType, item, nameOf(item, name)));
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
  const schema: z.ZodMiniType<Requirement> = requirementSchemas[kind as Requirement["kind"]];
  checked(schema, requirement, address);
  if ((id as string).startsWith(`${standard}/`)) return;
  throw wrongField(
    `${address}.id`,
    id,
    `an id under ${standard}, such as ${standard}/${(id as string).split("/")[1]}`,
  );
}

/** A value of a shape, or a fault that names the first field that is wrong. */
export function checked<T>(schema: z.ZodMiniType<T>, value: unknown, address: string): T {
  const result = looked(schema, value);
  if (result === undefined) throw wrongField(address, undefined, TOO_DEEP);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  const path = (issue?.path ?? []).map(String);
  if (issue?.code === "unrecognized_keys") {
    throw wrongField([address, ...path, issue.keys[0]].join("."), undefined, "no field of that name");
  }
  const given = path.reduce<unknown>((at, key) => (at as Record<string, unknown> | undefined)?.[key], value);
  throw wrongField([address, ...path].join("."), given, allowedAt(path, issue));
}

export const TOO_DEEP = "lists and objects inside one another to a depth that can be read";

/** What parsing gives; nothing where a value goes deeper than calls can. */
export function looked<T>(schema: z.ZodMiniType<T>, value: unknown) {
  try {
    return schema.safeParse(value);
  } catch {
    return undefined;
  }
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
  const text = written(value) ?? shown(value);
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}

/** The JSON of a value; none where JSON has no way to say it. */
function written(value: unknown): string | undefined {
  try {
    return JSON.stringify(value);
  } catch {
    return undefined;
  }
}
