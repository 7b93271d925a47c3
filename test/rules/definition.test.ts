import { type ProgrammeFault, parseProgramme, safeParseProgramme } from "programme-rules";
import { describe, expect, test } from "vitest";
import { type Breakable, copy } from "./small-programme.js";

function faultOf(breaking: (programme: Breakable) => void): ProgrammeFault {
  const programme = copy();
  breaking(programme);
  const result = safeParseProgramme(programme);
  if (result.success) throw new Error("It parsed.");
  return result.fault;
}

test("the small programme itself parses", () => {
  expect(parseProgramme(copy())).toEqual(copy());
});

test("a length that cannot be compared is refused by name", () => {
  const fault = faultOf((programme) => {
    programme.title = { length: { toString: 1, valueOf: 1 } } as never;
  });
  expect(fault.message).toBe(
    'Given programme.title: {"length":{"toString":1,"valueOf":1}}. Allowed: a string. Correct that field.',
  );
});

describe("a wrong field is named by its address, in words", () => {
  const cases: [string, (programme: Breakable) => void, string][] = [
    [
      "a requirement's length",
      (programme) => {
        programme.standards[0].requirements[0].within = { workdays: 10 };
      },
      'Given plan/agreed.within: {"workdays":10}. Allowed: a length such as { workingDays: 20 }, { days: 56 }, { weeks: 8 } or { months: 1 }, or an open value. Correct that field.',
    ],
    [
      "a field that is not there",
      (programme) => {
        programme.standards[0].requirements[0].witin = { workingDays: 10 };
      },
      "Given plan/agreed.witin. Allowed: no field of that name. Correct that field.",
    ],
    [
      "a kind of requirement",
      (programme) => {
        programme.standards[0].requirements[0].kind = "wish";
      },
      'Given plan/agreed.kind: "wish". Allowed: deadline, cadence, content, proportion, total. Correct that field.',
    ],
    [
      "a kind of return",
      (programme) => {
        programme.returns[0].kind = "total";
      },
      'Given returns/monthly.kind: "total". Allowed: deadline, cadence, content. Correct that field.',
    ],
    [
      "a requirement under another standard",
      (programme) => {
        programme.standards[0].requirements[1].id = "plans/contact";
      },
      'Given plans/contact.id: "plans/contact". Allowed: an id under plan, such as plan/contact. Correct that field.',
    ],
    [
      "a standard with nothing in it",
      (programme) => {
        programme.standards.push({ ...programme.standards[0], id: "empty", requirements: [] });
      },
      "Given empty.requirements: []. Allowed: at least one, or a `withheld` that says why there is none. Correct that field.",
    ],
    [
      "a standard both stated and withheld",
      (programme) => {
        programme.standards[0].withheld = { open: "not-published" };
      },
      'Given plan.withheld: {"open":"not-published"}. Allowed: none beside requirements: a standard is withheld or stated. Correct that field.',
    ],
    [
      "a level's share",
      (programme) => {
        programme.minimumPerformanceLevels = [
          {
            id: "level",
            title: "L",
            outcome: "o",
            scope: { area: "contract" },
            share: 22,
            profile: ["1%"],
            basis: "assumed",
          },
        ];
      },
      'Given level.share: 22. Allowed: a percentage such as "22%" or an open value; of a proportion, { in: "backlog" }, { reaching: ["started"] } or { met: "css-1/acknowledged" }. Correct that field.',
    ],
    [
      "a group's weeks",
      (programme) => {
        programme.groups[0].outcomeAfter = { weeks: 0 };
      },
      "Given young.outcomeAfter.weeks: 0. Allowed: a whole number of weeks from 1. Correct that field.",
    ],
    [
      "a date in force",
      (programme) => {
        programme.inForce = { from: "1 April" };
      },
      'Given programme.inForce.from: "1 April". Allowed: an ISO date such as "2021-04-01"; of a state, a list of event kinds such as ["contacted"], each one of the programme\'s `events`. Correct that field.',
    ],
    [
      "a day no month has",
      (programme) => {
        programme.returns[0].within = { workingDayOfNextMonth: 24 };
      },
      "Given returns/monthly.within.workingDayOfNextMonth: 24. Allowed: a working day of a month, 1 to 23. Correct that field.",
    ],
  ];
  test.each(cases)("%s", (_what, breaking, message) => {
    const fault = faultOf(breaking);
    expect(fault.message).toBe(message);
    expect(fault.code).toBe("rules/programme");
  });
});

describe("names that are not there, and things that do not hold together", () => {
  const cases: [string, (programme: Breakable) => void, string, string][] = [
    [
      "the state of a longest stay",
      (programme) => {
        programme.stays = [{ state: "late", atMost: { days: 182 } }];
      },
      "rules/unknown-name",
      'Given programme.stays, which names the state between events "late". Allowed: on-programme. Add that state between events to the programme, or correct the name.',
    ],
    [
      "an event kind",
      (programme) => {
        programme.standards[0].requirements[0].event = ["plan-agred"];
      },
      "rules/unknown-name",
      'Given plan/agreed, which names the event kind "plan-agred". Allowed: referral-received, started, contacted, plan-agreed, left, month-ended, return-sent. Add that event kind to the programme, or correct the name.',
    ],
    [
      "an event kind in an exception's condition",
      (programme) => {
        programme.standards[0].requirements[0].exceptions = [
          { when: [{ happened: ["never"] }], within: { workingDays: 1 } },
        ];
      },
      "rules/unknown-name",
      'Given plan/agreed, which names the event kind "never". Allowed: referral-received, started, contacted, plan-agreed, left, month-ended, return-sent. Add that event kind to the programme, or correct the name.',
    ],
    [
      "a group",
      (programme) => {
        programme.standards[0].requirements[0].when = [{ group: ["old"] }];
      },
      "rules/unknown-name",
      'Given plan/agreed, which names the group "old". Allowed: young. Add that group to the programme, or correct the name.',
    ],
    [
      "a cadence that runs while work is left",
      (programme) => {
        programme.standards[0].requirements[1].while = "late";
      },
      "rules/unknown-name",
      'Given plan/contact, which names the state between events "late". Allowed: on-programme. Add that state between events to the programme, or correct the name.',
    ],
    [
      "a source deep inside",
      (programme) => {
        programme.standards[0].requirements[0].when = [
          { before: "2021-01-01", citation: { source: "memo", paragraph: "1" } },
        ];
      },
      "rules/unknown-name",
      'Given plan/agreed, which names the source "memo". Allowed: contract. Add that source to the programme, or correct the name.',
    ],
    [
      "the outcome of a level",
      (programme) => {
        programme.minimumPerformanceLevels = [
          {
            id: "level",
            title: "L",
            outcome: "job",
            scope: { area: "contract" },
            share: "22%",
            profile: ["1%"],
            basis: "assumed",
          },
        ];
      },
      "rules/unknown-name",
      'Given level, which names the outcome "job". Allowed: none: the programme has no outcome. Add that outcome to the programme, or correct the name.',
    ],
    [
      "an event kind twice",
      (programme) => {
        programme.events.push({ id: "left", title: "Gone" });
      },
      "rules/event-twice",
      "Given the event kind left twice. Allowed: each event kind once. Join the two, or rename one.",
    ],
    [
      "an id twice in different lists",
      (programme) => {
        programme.groups.push({ id: "late", title: "Late people" });
      },
      "rules/id-twice",
      "Given the id late twice. Allowed: each id once among standards, requirements, states, readings, outcomes, groups and the other lists. Rename one of the two.",
    ],
    [
      "both directions",
      (programme) => {
        programme.standards[0].requirements[0].before = ["left"];
      },
      "rules/direction",
      "Given plan/agreed with both `after` and `before`. Allowed: exactly one of the two. Say from which event the distance is counted, and in which direction.",
    ],
    [
      "states that wait for one another",
      (programme) => {
        programme.states[0].from = [{ event: "started", when: [{ notIn: "late" }] }];
        programme.standards[0].requirements[0].when = [{ in: "on-programme" }];
      },
      "rules/circular-state",
      "Given states that depend on one another: on-programme → late → on-programme. Allowed: states that can be told one after the other. Take one of these out of the other's conditions.",
    ],
    [
      "work counted from its own state",
      (programme) => {
        programme.standards[0].requirements[0].after = [{ entering: "late" }];
      },
      "rules/circular-work",
      "Given the state late, whose work plan/agreed is itself counted from that state. Allowed: work that does not depend on the state it makes up. Take that requirement out of the state's work.",
    ],
    [
      "no word on where a rule comes from",
      (programme) => {
        delete programme.returns[0].citation;
      },
      "rules/ungrounded",
      'Given returns/monthly with neither a citation nor a basis. Allowed: a `citation` into the programme\'s sources, or `basis: "assumed"`. Say where the rule comes from.',
    ],
    [
      "a profile that falls",
      (programme) => {
        programme.outcomes = [
          {
            id: "job",
            title: "A job",
            after: "started",
            event: "left",
            within: { days: 9 },
            basis: "assumed",
          },
        ];
        programme.minimumPerformanceLevels = [
          {
            id: "level",
            title: "L",
            outcome: "job",
            scope: { area: "contract" },
            share: "22%",
            profile: ["1%", "1.5%", "1.25%"],
            basis: "assumed",
          },
        ];
      },
      "rules/falling-profile",
      "Given level.profile, which falls at month 2. Allowed: cumulative percentages that never fall. Give the conversion reached by the end of each month of age, not the month's own.",
    ],
    [
      "a first answer that changes something",
      (programme) => {
        programme.readings[0].answers.reverse();
      },
      "rules/first-answer",
      "Given the reading plan-days, whose first answer changes something. Allowed: a first answer with empty changes: it is what the data already says. Put that answer's values into the data, and the others into changes.",
    ],
    [
      "an answer twice",
      (programme) => {
        programme.readings[0].answers.push(programme.readings[0].answers[1]);
      },
      "rules/answer-twice",
      "Given the reading plan-days with the answer twenty twice. Allowed: each answer once. Rename one of the two.",
    ],
    [
      "a field that two readings decide",
      (programme) => {
        programme.readings.push({
          ...programme.readings[0],
          id: "other",
          answers: [
            { id: "a", says: "A.", changes: {} },
            { id: "b", says: "B.", changes: { set: { "plan/agreed": { "within.workingDays": 5 } } } },
          ],
        });
      },
      "rules/decided-twice",
      "Given the field plan/agreed.within.workingDays, set by the readings plan-days and other. Allowed: each field decided by one reading. Join the two questions into one, with an answer for each combination.",
    ],
    [
      "an answer that breaks the programme",
      (programme) => {
        programme.readings[0].answers[1].changes.set["plan/agreed"].within = { workingDays: -1 };
      },
      "rules/programme",
      "Given plan/agreed.within.workingDays: -1. Allowed: a whole number of working days from 1. Correct that field.",
    ],
  ];
  test.each(cases)("%s", (_what, breaking, code, message) => {
    const fault = faultOf(breaking);
    expect(fault.message).toBe(message);
    expect(fault.code).toBe(code);
  });
});

test("what is not a programme at all is refused, never crashed on", () => {
  for (const value of [null, 7, "[]", [], { standards: [null] }, { states: "none" }]) {
    const result = safeParseProgramme(value);
    expect(result.success).toBe(false);
  }
  expect(() => parseProgramme("{")).toThrow(
    "Given text that is not JSON. Allowed: text that is JSON, in the shape of programme-rules/schema/programme.json. Check quotes, commas and brackets.",
  );
});
