import { ProgrammeFault, shown } from "../fault.js";
import type { Shape } from "../shapes/index.js";
import { listed } from "../unknown-word.js";

/** A value of a shape, or a fault that names the first field that is wrong. */
export function checked<T>(schema: Shape<T>, value: unknown, address: string): T {
  const result = looked(schema, value);
  if (result === undefined) throw wrongField(address, undefined, TOO_DEEP, CORRECT);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  const path = (issue?.path ?? []).map(String);
  if (issue?.code === "unrecognized_keys") {
    const named = [address, ...path, issue.keys[0]].join(".");
    throw wrongField(named, undefined, "no field of that name", CORRECT);
  }
  const given = path.reduce<unknown>((at, key) => (at as Record<string, unknown> | undefined)?.[key], value);
  const todo = path.length === 0 ? CORRECT : undefined;
  throw wrongField([address, ...path].join("."), given, allowedAt(path, issue), todo);
}

export const TOO_DEEP = "lists and objects inside one another to a depth that can be read";

/** What parsing gives; nothing where a value goes deeper than calls can. */
export function looked<T>(schema: Shape<T>, value: unknown) {
  try {
    return schema.safeParse(value);
  } catch {
    return undefined;
  }
}

const CORRECT = "Correct that field.";

/** A fault that names a field, what stands in it and what it takes. */
export function wrongField(
  address: string,
  value: unknown,
  allowed: string,
  todo = value === undefined ? "Add that field." : CORRECT,
): ProgrammeFault {
  return new ProgrammeFault({
    code: "rules/programme",
    given: value === undefined ? address : `${address}: ${json(value)}`,
    allowed,
    todo,
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

interface Issue {
  readonly code?: string;
  readonly message?: string;
  readonly values?: readonly unknown[];
  readonly expected?: string;
}

const LENGTH =
  "a length such as { workingDays: 20 }, { days: 56 }, { weeks: 8 } or { months: 1 }, or an open value";
const EVENTS = 'a list of event kinds such as ["contacted"], each one of the programme\'s `events`';
const CONDITIONS = 'a list of conditions such as [{ in: "in-work" }] or [{ group: ["disability"] }]';
const DATE = 'an ISO date such as "2021-04-01"';

/** What each field takes, in words; the schema library's own messages never reach a user. */
const FIELDS: Readonly<Record<string, string>> = {
  workingDays: "a whole number of working days from 1",
  days: "a whole number of days, from 0 in a length and from 1 elsewhere",
  weeks: "a whole number of weeks from 1",
  months: "a whole number of months from 1",
  dayOfNextMonth: "a day of a month, 1 to 31",
  workingDayOfMonth: "a working day of a month, 1 to 23",
  workingDayOfNextMonth: "a working day of a month, 1 to 23",
  within: LENGTH,
  atLeast: `${LENGTH}; in a target, a percentage such as "99.5%"`,
  every: 'a longest gap such as { workingDays: 10 }, or { each: "month" }, or an open value',
  event: EVENTS,
  after: EVENTS,
  before: `${EVENTS}; in a condition, ${DATE}`,
  excusedBy: EVENTS,
  owedOnce: EVENTS,
  frequency: EVENTS,
  among: EVENTS,
  count: EVENTS,
  when: CONDITIONS,
  target:
    'one of { every: true }, { atLeast: "99.5%" }, { atMost: "4%" } or { below: "4%" }, or why there is none: { notScored: "the text gives no percentage" }',
  atMost:
    'a percentage such as "4%", or an open value such as { open: "redacted" }; of a stay, { days: 182 }',
  below: 'a percentage such as "4%", or an open value such as { open: "redacted" }',
  citation: 'a citation such as { source: "001", paragraph: "38", item: "1" }',
  share:
    'a percentage such as "22%" or an open value; of a proportion, { in: "backlog" }, { reaching: ["started"] } or { met: "css-1/acknowledged" }',
  profile: 'cumulative percentages by month of age such as ["0%", "1%", "3%"], or an open value',
  byGroup: 'a percentage or an open value for each group, such as { disability: "30%" }',
  scope: 'an area such as { area: "contract" } or { area: "deal-area", group: "disability" }',
  scopes: 'areas such as [{ area: "contract" }]',
  axis: 'an event kind whose date chooses the edition, or "anchor"',
  standing: "contract, guidance, offered, recommended or research",
  withheld: 'an open value such as { open: "not-published" }',
  outcomeAfter: "weeks in work such as { weeks: 26 }",
  length: LENGTH,
  changes: 'changes such as { set: { "css-1/acknowledged": { target: { atLeast: "99%" } } } }',
  inForce: 'bounds such as { from: "2020-10-01" }, either left out when unknown',
  from: `${DATE}; of a state, ${EVENTS}`,
  until: `${DATE}; of a state, ${EVENTS}`,
  id: "words in lower case joined by hyphens, of a requirement with its standard: css-7/finalised",
  check: '"human", or a field to look at such as { field: "signed", is: true }',
};

/** What is allowed where a shape check failed, in words. */
function allowedAt(path: readonly string[], issue: Issue | undefined): string {
  const named = [...path].reverse().find((part) => Object.hasOwn(FIELDS, part));
  if (named !== undefined) return FIELDS[named]!;
  if (issue?.values !== undefined) return listed(issue.values.map((value) => JSON.stringify(value)));
  if (issue?.code === "too_small") return "at least one";
  return issue?.expected === undefined ? "another form" : `${article(issue.expected)} ${issue.expected}`;
}

function article(noun: string): string {
  return /^[aeiou]/.test(noun) ? "an" : "a";
}
