import type * as z from "zod/mini";
import { ProgrammeFault, shown } from "../fault.js";

const DATE = 'an ISO date such as "2021-04-30"';
const PERCENT = 'percent text such as "22%"';
const LEVEL = 'a level of the regime by its id, such as "level-3", or its number';
const BASES = "in-month, rolling-3, rolling-12, since-day-one (cumulative), cohort or relative";

/** What each field takes, in words; the schema library's own messages never reach a user. */
const FIELDS: Readonly<Record<string, string>> = {
  id: "the id of a level, an indicator, a standard or a requirement of the programme",
  scope: 'a scope: "contract", "deal-area", or such as { area: "contract", group: "disability" }',
  month: 'a month such as "2021-04"',
  basis: `${BASES}, or what it measures: profile-flow, maturing-cohort or naive-flow`,
  window: BASES,
  measure: "profile-flow, maturing-cohort or naive-flow",
  verdict: "met, not-met, pending, not-applicable, undetermined or not-scored",
  share: `so many of so many, such as { count: 219, of: 1000 }, or ${PERCENT}`,
  index: "a number from 0; 1 is on profile",
  actual: "a number from 0",
  expected: "a number from 0",
  probability: "a number from 0 to 1",
  starts: "a whole number of people from 0",
  target: PERCENT,
  projected: "true or false",
  rank: "a place such as { place: 3, of: 40 }",
  level: LEVEL,
  decidedBy: "who decided: a text that is not empty",
  reason: "a text that is not empty",
  number: 'the action\'s number, such as "1.2"',
  addresses: "the id of a level, standard or requirement, or a list of ids",
  actions: "a list of actions",
  areas: "a list of areas, each with its actions",
  waiver: 'such as { agreedBy: "Provision Lead", agreedOn: "2021-04-30" }',
  indexBelow: 'percent text such as "95%"',
  probabilityBelow: 'percent text such as "50%"',
  reviewMonths: "a whole number of review months from 1",
  monthsAfterDue: "a whole number of months from 0",
  minimumStarts: "a whole number of people from 0",
  bases: `a list of ${BASES}`,
};

interface Issue {
  readonly code?: string;
  readonly path: readonly PropertyKey[];
  readonly keys?: readonly string[];
}

/**
 * A value of a shape.
 *
 * @throws ProgrammeFault `regime/input`, naming the first field that is wrong and what may stand there.
 */
export function checkedInput<T>(schema: z.ZodMiniType<T>, value: unknown, address: string): T {
  const { success, data, error } = schema.safeParse(value);
  if (success) return data;
  const { code, path, keys = [] } = error.issues[0] as unknown as Issue;
  const names = path.map(String);
  const where = [address, ...names].join(".");
  if (code === "unrecognized_keys") {
    const known = names.length === 0 ? Object.keys((schema as { shape?: object }).shape ?? {}) : [];
    throw inputFault(
      `${where} with the field ${shown(keys[0])}`,
      known.join(", ") || "the fields of programme-rules/schema/grounds-input.json",
      "Correct the name.",
    );
  }
  const found = names.reduce<unknown>((part, name) => (part as Record<string, unknown>)?.[name], value);
  throw inputFault(found === undefined ? `no ${where}` : `${where}: ${shown(found)}`, allowedAt(names));
}

function allowedAt(names: readonly string[]): string {
  const field = [...names].reverse().find((name) => Object.hasOwn(FIELDS, name) || name.endsWith("On"));
  if (field === undefined) return "an object in the shape of programme-rules/schema/grounds-input.json";
  return FIELDS[field] ?? DATE;
}

export function inputFault(given: string, allowed: string, todo = "Correct that field."): ProgrammeFault {
  return new ProgrammeFault({ code: "regime/input", given, allowed, todo });
}
