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
  within: LENGTH,
  atLeast: `${LENGTH}; in a target, a percentage such as "99.5%"`,
  every: 'a longest gap such as { workingDays: 10 }, or { each: "month" }, or an open value',
  event: EVENTS,
  after: EVENTS,
  before: `${EVENTS}; in a condition, ${DATE}`,
  excusedBy: EVENTS,
  among: EVENTS,
  count: EVENTS,
  when: CONDITIONS,
  target: 'one of { every: true }, { atLeast: "99.5%" }, { atMost: "4%" } or { below: "4%" }, or no target',
  atMost:
    'a percentage such as "4%", or an open value such as { open: "redacted" }; of a stay, { days: 182 }',
  below: 'a percentage such as "4%", or an open value such as { open: "redacted" }',
  citation: 'a citation such as { source: "001", paragraph: "38", item: "1" }',
  inForce: 'bounds such as { from: "2020-10-01" }, either left out when unknown',
  from: `${DATE}; of a state, ${EVENTS}`,
  until: `${DATE}; of a state, ${EVENTS}`,
  id: "words in lower case joined by hyphens, of a requirement with its standard: css-7/finalised",
  check: '"human", or a field to look at such as { field: "signed", is: true }',
};

/** What is allowed where a shape check failed, in words. */
export function allowedAt(path: readonly string[], issue: Issue | undefined): string {
  const named = [...path].reverse().find((part) => Object.hasOwn(FIELDS, part));
  if (named !== undefined) return FIELDS[named]!;
  if (issue?.values !== undefined) return issue.values.map((value) => JSON.stringify(value)).join(", ");
  if (issue?.code === "too_small") return "at least one";
  return issue?.expected === undefined ? "another form" : `${article(issue.expected)} ${issue.expected}`;
}

function article(noun: string): string {
  return /^[aeiou]/.test(noun) ? "an" : "a";
}
