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
    'Not accepted: programme.title: {"length":{"toString":1,"valueOf":1}}. Expected a string. Correct that field.',
  );
});

describe("a wrong field is named by its address, in words", () => {
  const cases: [string, (programme: Breakable) => void, string][] = [
    [
      "a requirement's length",
      (programme) => {
        programme.standards[0].requirements[0].within = { workdays: 10 };
      },
      'Not accepted: plan/agreed.within: {"workdays":10}. Expected a length such as { workingDays: 20 }, { days: 56 }, { weeks: 8 } or { months: 1 }, or an open value. Correct that field.',
    ],
    [
      "a field that is not there",
      (programme) => {
        programme.standards[0].requirements[0].witin = { workingDays: 10 };
      },
      "Not accepted: plan/agreed.witin. Expected no field of that name. Correct that field.",
    ],
    [
      "a field that is missing",
      (programme) => {
        delete programme.standards[0].requirements[0].title;
      },
      "Not accepted: plan/agreed.title. Expected a string. Add that field.",
    ],
    [
      "a kind of requirement",
      (programme) => {
        programme.standards[0].requirements[0].kind = "wish";
      },
      'Not accepted: plan/agreed.kind: "wish". Expected deadline, cadence, content, proportion, total. Correct that field.',
    ],
    [
      "a kind of return",
      (programme) => {
        programme.returns[0].kind = "total";
      },
      'Not accepted: returns/monthly.kind: "total". Expected deadline, cadence, content. Correct that field.',
    ],
    [
      "a requirement under another standard",
      (programme) => {
        programme.standards[0].requirements[1].id = "plans/contact";
      },
      'Not accepted: plans/contact.id: "plans/contact". Expected an id under plan, such as plan/contact. Correct that field.',
    ],
    [
      "a standard with nothing in it",
      (programme) => {
        programme.standards.push({ ...programme.standards[0], id: "empty", requirements: [] });
      },
      "Not accepted: empty.requirements: []. Expected at least one, or a `withheld` that says why there is none. Correct that field.",
    ],
    [
      "a standard both stated and withheld",
      (programme) => {
        programme.standards[0].withheld = { open: "not-published" };
      },
      'Not accepted: plan.withheld: {"open":"not-published"}. Expected none beside requirements: a standard is withheld or stated. Correct that field.',
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
      'Not accepted: level.share: 22. Expected a percentage such as "22%" or an open value; of a proportion, { in: "backlog" }, { reaching: ["started"] } or { met: "css-1/acknowledged" }. Correct that field.',
    ],
    [
      "a group's weeks",
      (programme) => {
        programme.groups[0].outcomeAfter = { weeks: 0 };
      },
      "Not accepted: young.outcomeAfter.weeks: 0. Expected a whole number of weeks from 1. Correct that field.",
    ],
    [
      "a date in force",
      (programme) => {
        programme.inForce = { from: "1 April" };
      },
      'Not accepted: programme.inForce.from: "1 April". Expected an ISO date such as "2021-04-01"; of a state, a list of event kinds such as ["contacted"], each one of the programme\'s `events`. Correct that field.',
    ],
    [
      "a day no month has",
      (programme) => {
        programme.returns[0].within = { workingDayOfNextMonth: 24 };
      },
      "Not accepted: returns/monthly.within.workingDayOfNextMonth: 24. Expected a working day of a month, 1 to 23. Correct that field.",
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
      'Not accepted: programme.stays, which names the state between events "late". Expected on-programme. Add that state between events to the programme, or correct the name.',
    ],
    [
      "the stay whose end something is counted from",
      (programme) => {
        programme.standards[0].requirements[0].after = [{ stayEnds: "on-programme" }];
      },
      "rules/unknown-name",
      'Not accepted: plan/agreed, which names the longest stay "on-programme". Expected none: the programme has no longest stay. Add that longest stay to the programme, or correct the name.',
    ],
    [
      "an event kind",
      (programme) => {
        programme.standards[0].requirements[0].event = ["plan-agred"];
      },
      "rules/unknown-name",
      'Not accepted: plan/agreed, which names the event kind "plan-agred". Did you mean plan-agreed? Expected referral-received, started, contacted, plan-agreed, left, month-ended, return-sent. Add that event kind to the programme, or correct the name.',
    ],
    [
      "an event kind in an exception's condition",
      (programme) => {
        programme.standards[0].requirements[0].exceptions = [
          { when: [{ happened: ["never"] }], within: { workingDays: 1 } },
        ];
      },
      "rules/unknown-name",
      'Not accepted: plan/agreed, which names the event kind "never". Expected referral-received, started, contacted, plan-agreed, left, month-ended, return-sent. Add that event kind to the programme, or correct the name.',
    ],
    [
      "a group",
      (programme) => {
        programme.standards[0].requirements[0].when = [{ group: ["old"] }];
      },
      "rules/unknown-name",
      'Not accepted: plan/agreed, which names the group "old". Expected young. Add that group to the programme, or correct the name.',
    ],
    [
      "a cadence that runs while work is left",
      (programme) => {
        programme.standards[0].requirements[1].while = "late";
      },
      "rules/unknown-name",
      'Not accepted: plan/contact, which names the state between events "late". Expected on-programme. Add that state between events to the programme, or correct the name.',
    ],
    [
      "a source deep inside",
      (programme) => {
        programme.standards[0].requirements[0].when = [
          { before: "2021-01-01", citation: { source: "memo", paragraph: "1" } },
        ];
      },
      "rules/unknown-name",
      'Not accepted: plan/agreed, which names the source "memo". Expected contract. Add that source to the programme, or correct the name.',
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
      'Not accepted: level, which names the outcome "job". Expected none: the programme has no outcome. Add that outcome to the programme, or correct the name.',
    ],
    [
      "an event kind twice",
      (programme) => {
        programme.events.push({ id: "left", title: "Gone" });
      },
      "rules/event-twice",
      "Not accepted: the event kind left twice. Expected each event kind once. Join the two, or rename one.",
    ],
    [
      "an id twice in different lists",
      (programme) => {
        programme.groups.push({ id: "late", title: "Late people" });
      },
      "rules/id-twice",
      "Not accepted: the id late twice. Expected each id once among standards, requirements, states, readings, outcomes, groups and the other lists. Rename one of the two.",
    ],
    [
      "a deadline that is never due",
      (programme) => {
        delete programme.standards[0].requirements[0].within;
      },
      "rules/endless",
      "Not accepted: plan/agreed with neither `within` nor `atLeast`. Expected one of the two. Add how long after it is due.",
    ],
    [
      "both directions",
      (programme) => {
        programme.standards[0].requirements[0].before = ["left"];
      },
      "rules/direction",
      "Not accepted: plan/agreed with both `after` and `before`. Expected exactly one of the two. Say from which event the distance is counted, and in which direction.",
    ],
    [
      "states that wait for one another",
      (programme) => {
        programme.states[0].from = [{ event: "started", when: [{ notIn: "late" }] }];
        programme.standards[0].requirements[0].when = [{ in: "on-programme" }];
      },
      "rules/circular-state",
      "Not accepted: states that depend on one another: on-programme → late → on-programme. Expected states that can be told one after the other. Take one of these out of the other's conditions.",
    ],
    [
      "work counted from its own state",
      (programme) => {
        programme.standards[0].requirements[0].after = [{ entering: "late" }];
      },
      "rules/circular-work",
      "Not accepted: the state late, whose work plan/agreed is itself counted from that state. Expected work that does not depend on the state it makes up. Take that requirement out of the state's work.",
    ],
    [
      "no word on where a rule comes from",
      (programme) => {
        delete programme.returns[0].citation;
      },
      "rules/ungrounded",
      'Not accepted: returns/monthly with neither a citation nor a basis. Expected a `citation` into the programme\'s sources, or `basis: "assumed"`. Say where the rule comes from.',
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
      "Not accepted: level.profile, which falls at month 2. Expected cumulative percentages that never fall. Give the conversion reached by the end of each month of age, not the month's own.",
    ],
    [
      "a first answer that changes something",
      (programme) => {
        programme.readings[0].answers.reverse();
      },
      "rules/first-answer",
      "Not accepted: the reading plan-days, whose first answer changes something. Expected a first answer with empty changes: it is what the data already says. Put that answer's values into the data, and the others into changes.",
    ],
    [
      "an answer twice",
      (programme) => {
        programme.readings[0].answers.push(programme.readings[0].answers[1]);
      },
      "rules/answer-twice",
      "Not accepted: the reading plan-days with the answer twenty twice. Expected each answer once. Rename one of the two.",
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
      "Not accepted: the field plan/agreed.within.workingDays, set by the readings plan-days and other. Expected each field decided by one reading. Join the two questions into one, with an answer for each combination.",
    ],
    [
      "an answer that breaks the programme",
      (programme) => {
        programme.readings[0].answers[1].changes.set["plan/agreed"].within = { workingDays: -1 };
      },
      "rules/programme",
      "Not accepted: plan/agreed.within.workingDays: -1. Expected a whole number of working days from 1. Correct that field.",
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
    "Not accepted: text that is not JSON. Expected text that is JSON, in the shape of programme-rules/schema/programme.json. Check quotes, commas and brackets.",
  );
});
