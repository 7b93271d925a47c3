import {
  amend,
  type DeadlineRequirement,
  type Requirement,
  report,
  type ScoredTarget,
  whpCoreCv04,
  whpJetsCv06,
  withReadings,
} from "programme-rules";
import { expect, test } from "vitest";
import { sayOutcome, sayRequirement, sayRequirementInFull } from "../../src/rules/index.js";

const deadline = (fields: Partial<DeadlineRequirement>): Requirement => ({
  kind: "deadline",
  id: "x/done",
  title: "It is done",
  event: ["contacted"],
  target: { every: true },
  ...fields,
});
const redacted = { open: "redacted", note: "the time offered" } as const;
const fifteenth = { dayOfNextMonth: 15, roll: "next-working-day" } as const;

const LIMITS: readonly [Partial<DeadlineRequirement>, string][] = [
  [{ after: ["referral-received"], within: { workingDays: 1 } }, "within 1 working day of receipt"],
  [{ after: ["started", "left"], within: { weeks: 8 } }, "within 8 weeks of the start or leaving"],
  [{ after: ["started"], within: { days: 0 } }, "on the day of the start"],
  [{ after: ["month-ended"], within: fifteenth }, "by the 15th of the next month"],
  [{ after: ["month-ended"], within: fifteenth, atLeast: fifteenth }, "on the 15th of the next month"],
  [
    { after: ["month-ended"], within: { workingDayOfNextMonth: 5 } },
    "by the 5th working day of the next month",
  ],
  [
    { after: ["started"], atLeast: { days: 3 }, within: { days: 9 } },
    "within 9 days of the start, not before 3 days after the start",
  ],
  [{ after: ["started"], atLeast: { months: 2 } }, "not before 2 months after the start"],
  [
    { after: ["job-ended"], anchorDate: "knownOn", within: { workingDays: 10 } },
    "within 10 working days of the day the end of a job became known",
  ],
  [
    {
      after: ["started"],
      within: { workingDays: 15 },
      exceptions: [{ when: [{ group: ["disability"] }], within: { workingDays: 25 } }],
    },
    "within 15 working days of the start (25 working days for Disability)",
  ],
  [
    { after: ["started"], within: redacted },
    "within a time that is withheld (blacked out): the time offered",
  ],
  [{ after: ["started"], atLeast: { days: 0 } }, "not before the day of the start"],
  [
    { after: ["started"], atLeast: { workingDays: 5 }, within: { workingDays: 5 } },
    "exactly 5 working days after the start",
  ],
  [
    { after: ["job-ended"], anchorDate: "knownOn", within: { days: 0 } },
    "on the day the end of a job became known",
  ],
  [{ before: ["left"], within: { weeks: 1 } }, "in the last week before leaving"],
  [{ before: ["left"], within: { days: 0 } }, "on the day of leaving"],
  [{ before: ["left"], within: { workingDays: 10 } }, "in the last 10 working days before leaving"],
  [{ before: ["job-started"] }, "before the start of a job"],
  [{ before: ["job-started"], atLeast: { days: 1 } }, "at least 1 day before the start of a job"],
  [
    { before: ["left"], atLeast: { days: 2 }, within: { days: 9 } },
    "at least 2 days and in the last 9 days before leaving",
  ],
  [{ after: [{ entering: "on-programme" }], within: { days: 2 } }, "within 2 days of the start"],
  [
    { after: [{ stayEnds: "on-programme" }], within: { days: 2 } },
    "within 2 days of the end of the longest stay in “On the programme”",
  ],
  [{ after: ["survey-asked"], within: { days: 2 } }, "within 2 days of “Satisfaction question asked”"],
];

test.each(LIMITS)("a deadline of %j is said as the data has it", (fields, limits) => {
  expect(sayRequirement(whpCoreCv04, deadline(fields))).toBe(`It is done ${limits}`);
});

test("a cadence says how often", () => {
  const contact = {
    kind: "cadence",
    id: "x/kept",
    title: "They meet",
    event: ["contacted"],
    while: "in-work",
    target: { every: true },
  } as const;
  const every = { workingDays: 3 };
  const said = (fields: object) => sayRequirement(whpCoreCv04, { ...contact, every, ...fields });
  expect(said({})).toBe("They meet at least every 3 working days");
  expect(said({ frequency: ["contact-frequency-agreed"] })).toBe(
    "They meet at least every 3 working days, or as agreed",
  );
  expect(said({ every: { each: "week" } })).toBe("They meet every week");
  expect(said({ every: { workingDays: 1 } })).toBe("They meet at least every working day");
  expect(said({ gap: "blocks" })).toBe("They meet once in each 3 working days from the beginning");
  expect(said({ every: redacted })).toBe("They meet, how often: withheld (blacked out): the time offered");
});

test("in full, the target is said as well", () => {
  const said = [...whpJetsCv06.standards, ...whpCoreCv04.standards].flatMap(({ requirements }) =>
    requirements.map((part) => sayRequirementInFull(whpCoreCv04, part)),
  );
  expect(said).toContain(
    "Each referral is acknowledged in PRaP within 2 working days of receipt, in at least 99.5% of cases",
  );
  expect(said).toContain("Referrals in backlog: at most 4%");
  expect(said).toContain("The initial appointment takes place within 15 working days of receipt");
});

test("in full, a ceiling is on those who miss, and a full stop in a title does not stand in the middle", () => {
  const said = (target: ScoredTarget) =>
    sayRequirementInFull(whpCoreCv04, {
      ...deadline({ after: ["started"], within: { days: 2 } }),
      title: "Call them. ",
      target,
    });
  expect(said({ atMost: "4%" })).toBe("Call them within 2 days of the start, missed in at most 4% of cases");
  expect(said({ below: "4%" })).toBe("Call them within 2 days of the start, missed in less than 4% of cases");
  expect(said({ atLeast: redacted })).toBe(
    "Call them within 2 days of the start, in a share of cases that is withheld (blacked out): the time offered",
  );
});

test("a variation needs no title of its own to read right", () => {
  const set = { "css-1/acknowledged": { within: { workingDays: 1 }, target: { atLeast: "99.9%" } } };
  const offer = { id: "offer", title: "Sooner", basis: "assumed", changes: { set } } as const;
  const [line] = report(amend(whpJetsCv06, offer), [], { asAt: "2021-04-30" }).lines;
  expect(line?.title).toBe("Each referral is acknowledged in PRaP within 1 working day of receipt");
  expect(line?.target).toEqual({ atLeast: "99.9%" });
});

test("an outcome says its amount and its last day", () => {
  expect(whpJetsCv06.outcomes.map((outcome) => sayOutcome(whpJetsCv06, outcome))).toEqual([
    "Earnings reach the amount of the job outcome (£1,000 or more) at or before day 238 from the start",
  ]);
  expect(whpCoreCv04.outcomes.map((outcome) => sayOutcome(whpCoreCv04, outcome))).toEqual([
    "The job outcome is met at or before day 639 from the start",
  ]);
  const read = withReadings(whpJetsCv06, { "outcome-day": "day-1" });
  expect(sayOutcome(read, read.outcomes[0]!)).toContain(
    "at or before day 238 from the start, counting the start as day 1",
  );
  const inWork = { ...whpCoreCv04.outcomes[0], inWork: { state: "in-work", weeks: 26 } };
  expect(sayOutcome(whpCoreCv04, inWork)).toContain("The job outcome is met (26 weeks or more) at or before");
});

test("a reading that takes another requirement's value takes it as a variation left it", () => {
  const set = {
    "css-5/prap-update": { target: { atLeast: "97%" } },
    "css-14/template-b": { within: { dayOfNextMonth: 12 } },
  };
  const varied = amend(whpJetsCv06, { id: "v", title: "V", basis: "assumed", changes: { set } });
  const read = withReadings(varied, { "appointment-percentage": "both", "template-day": "on" });
  const parts = read.standards.flatMap(({ requirements }) => requirements as readonly Requirement[]);
  const part = (id: string) => parts.find((each) => each.id === id);
  expect(part("css-5/appointment")).toMatchObject({ target: { atLeast: "97%" } });
  expect(part("css-14/template-b")).toMatchObject({
    atLeast: { dayOfNextMonth: 12 },
    within: { dayOfNextMonth: 12 },
  });
});

test("a value of a requirement that is not there is refused", () => {
  const of = (sameAs: string) =>
    amend(whpJetsCv06, {
      id: "v",
      title: "V",
      basis: "assumed",
      changes: { set: { "css-4/contacted": { within: { sameAs } } }, settles: [] },
    });
  expect(() => of("css-99/gone.within")).toThrow('"css-99/gone"');
});
