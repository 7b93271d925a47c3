import type { Programme } from "programme-rules";

/** A programme of one standard, to break in one place at a time. */
export const small = {
  id: "small",
  edition: "first",
  revision: 1,
  title: "A small programme",
  standing: "contract",
  inForce: {},
  calendars: { england: "england-and-wales" },
  conventions: {
    id: "conventions",
    countingDay: "day-0",
    receipts: ["referral-received"],
    receiptOnNonWorkingDay: "as-is",
    leaving: ["left"],
    leavingExcuses: true,
    periodCases: "due",
    outcomeDay: "day-0",
  },
  groups: [{ id: "young", title: "Young people" }],
  events: [
    { id: "referral-received", title: "Referral received" },
    { id: "started", title: "Started" },
    { id: "contacted", title: "Contacted" },
    { id: "plan-agreed", title: "Plan agreed" },
    { id: "left", title: "Left" },
    { id: "month-ended", title: "Month ended" },
    { id: "return-sent", title: "Return sent" },
  ],
  states: [
    { id: "on-programme", title: "On the programme", from: ["started"], until: ["left"] },
    { id: "late", title: "Late", work: [{ requirement: "plan/agreed" }], test: "overdue" },
  ],
  readings: [
    {
      id: "plan-days",
      question: "How many days?",
      basis: "assumed",
      answers: [
        { id: "ten", says: "Ten.", changes: {} },
        {
          id: "twenty",
          says: "Twenty.",
          changes: { set: { "plan/agreed": { within: { workingDays: 20 } } } },
        },
      ],
    },
  ],
  standards: [
    {
      id: "plan",
      title: "Agree a plan",
      stage: "pre-work-support",
      citation: { source: "contract", paragraph: "1" },
      requirements: [
        {
          kind: "deadline",
          id: "plan/agreed",
          title: "A plan is agreed within 10 working days",
          event: ["plan-agreed"],
          after: ["started"],
          within: { workingDays: 10 },
          target: { every: true },
        },
        {
          kind: "cadence",
          id: "plan/contact",
          title: "Contact every 10 working days",
          event: ["contacted"],
          while: "on-programme",
          every: { workingDays: 10 },
          target: { atLeast: "95%" },
        },
      ],
    },
  ],
  returns: [
    {
      kind: "deadline",
      id: "returns/monthly",
      title: "The return is sent by the 5th working day",
      subject: "contract",
      event: ["return-sent"],
      after: ["month-ended"],
      within: { workingDayOfNextMonth: 5 },
      target: { every: true },
      citation: { source: "contract", paragraph: "2" },
    },
  ],
  outcomes: [],
  stays: [],
  sources: { contract: { title: "A contract", edition: "1", standing: "contract" } },
} as const satisfies Programme;

// biome-ignore lint/suspicious/noExplicitAny: tests break programmes in ways no type allows
export type Breakable = Record<string, any>;

/** A copy of the small programme that may be changed. */
export function copy(): Breakable {
  return structuredClone(small) as Breakable;
}
