import {
  type AcrossReadings,
  acrossReadings,
  type DeadlineRequirement,
  defineProgramme,
  type Requirement,
  reportAcrossReadings,
} from "programme-rules";
import { describe, expect, test } from "vitest";
import { messageOf } from "../oracle/message.js";
import { type About, journeyOf, withRules } from "./own-rules.js";

/*
 * A call within five working days of the start; or within ten or two, or from the action plan. After Mon 8
 * March 2021 five are Mon 15 and ten Mon 22; after Thu 11, five are Thu 18 and ten Thu 25.
 */
const call: DeadlineRequirement = {
  kind: "deadline",
  id: "own/call",
  title: "A call within a week",
  event: ["contacted"],
  after: ["started"],
  within: { workingDays: 5 },
  target: { atLeast: "50%" },
  basis: "assumed",
};
const share: Requirement = {
  kind: "proportion",
  id: "own/share",
  title: "Half are called",
  among: ["started"],
  share: { met: "own/call" },
  over: "cumulative",
  measured: "period",
  target: { atLeast: "50%" },
  basis: "assumed",
};
const reading = (id: string, answers: Record<string, object>) => ({
  id,
  question: `${id}?`,
  basis: "assumed" as const,
  answers: Object.entries(answers).map(([answer, set]) => ({
    id: answer,
    says: `${answer}.`,
    changes: Object.keys(set).length === 0 ? {} : { set },
  })),
});
const readings = [
  reading("how-long", {
    five: {},
    ten: { "own/call": { within: { workingDays: 10 } } },
    two: { "own/call": { within: { workingDays: 2 } } },
  }),
  reading("from-what", { start: {}, plan: { "own/call": { after: ["action-plan-finalised"] } } }),
];
const programme = defineProgramme({ ...withRules([call, share]), readings } as never);

const across = (when: string, about: About = {}, requirement = "own/call"): AcrossReadings =>
  acrossReadings(programme, journeyOf(when, about), { asAt: "2021-04-30" }).find(
    (each) => each.requirement === requirement,
  )!;
const START = "referral-received 2021-03-01, started 2021-03-08, action-plan-finalised 2021-03-11";
const dependsOn = (...given: Parameters<typeof across>) =>
  across(...given).dependsOn.map(({ answers, verdict }) => [answers, verdict]);

describe("the least that must be read otherwise", () => {
  test("is one answer where one is enough, and nothing that includes it", () => {
    const either = dependsOn(`${START}, contacted 2021-03-17`);
    expect(either).toHaveLength(2);
    expect(either).toContainEqual([{ "how-long": "ten" }, "met"]);
    expect(either).toContainEqual([{ "from-what": "plan" }, "met"]);
    expect(dependsOn(`${START}, contacted 2021-03-22`)).toEqual([[{ "how-long": "ten" }, "met"]]);
  });
  test("is two answers where neither alone is enough", () => {
    const found = across(`${START}, contacted 2021-03-24`);
    expect(found.dependsOn.map(({ answers }) => answers)).toEqual([
      { "how-long": "ten", "from-what": "plan" },
    ]);
    expect(found.dependsOn[0]!.sentence).toBe(
      "Action plan finalised Thu 11 Mar 2021. Ten working days later is Thu 25 Mar 2021 (two weekends do not count). Contacted Wed 24 Mar 2021: met, one working day to spare. [assumed]",
    );
  });
  test("is nothing where no answer changes anything", () => {
    expect(across(`${START}, contacted 2021-03-26`)).toMatchObject({
      verdict: "not-met",
      now: "not-met",
      dependsOn: [],
    });
    expect(across("referral-received 2021-03-01")).toMatchObject({
      verdict: "not-applicable",
      now: "not-applicable",
      dependsOn: [],
    });
  });
  test("names the questions, and counts every way of answering them", () => {
    const found = across(`${START}, contacted 2021-03-17`);
    expect(found).toMatchObject({ standard: "own", verdict: "disputed", now: "not-met" });
    expect(found.readings).toEqual(["how-long", "from-what"]);
    expect(found.combinations).toBe(3 * 2);
  });
  test("may be whose bank holidays are kept", () => {
    // After Wed 31 March 2021: Thu 1 April is one, Good Friday none. In England Easter Monday is none either, so
    // that five are Fri 9; in Scotland, where it is two, five are Thu 8.
    const scottish = { programme: { calendars: { england: "scotland", wales: "scotland" } } };
    const whose = [reading("whose-holidays", { own: {}, scottish })];
    const rules = defineProgramme({ ...withRules([call]), readings: whose } as never);
    const journey = journeyOf("started 2021-03-31, contacted 2021-04-09");
    const found = acrossReadings(rules, journey, { asAt: "2021-04-30" });
    expect(found.find(({ requirement }) => requirement === "own/call")).toMatchObject({
      now: "met",
      dependsOn: [{ answers: { "whose-holidays": "scottish" }, verdict: "not-met" }],
    });
  });
  test("of a share of those who meet it is the same", () => {
    const when = `${START}, contacted 2021-03-22`;
    expect(dependsOn(when, {}, "own/share")).toEqual([[{ "how-long": "ten" }, "met"]]);
  });
});

test("many cases count as the gravest, and of equally grave ones the first is told of", () => {
  const twice = (when: string) => {
    const { now, sentence } = acrossReadings(
      defineProgramme({
        ...withRules([{ ...call, after: ["meeting-missed"] } as Requirement]),
        readings: [],
      }),
      journeyOf(when),
      { asAt: "2021-03-17" },
    ).find(({ requirement }) => requirement === "own/call")!;
    return [now, sentence.slice(0, 31)];
  };
  // Missed Mon 1 March: called Tue 9, late. Missed Wed 10: called Thu 11. Missed Mon 15: due Mon 22.
  const first = "meeting-missed 2021-03-01, contacted 2021-03-09";
  expect(
    twice(`${first}, meeting-missed 2021-03-10, contacted 2021-03-11, meeting-missed 2021-03-15`),
  ).toEqual(["not-met", "Meeting missed Mon 1 Mar 2021. "]);
  expect(twice("meeting-missed 2021-03-10, contacted 2021-03-11, meeting-missed 2021-03-15")).toEqual([
    "pending",
    "Meeting missed Mon 15 Mar 2021. ".slice(0, 31),
  ]);
  expect(twice("meeting-missed 2021-03-15, meeting-missed 2021-03-16")).toEqual([
    "pending",
    "Meeting missed Mon 15 Mar 2021. ".slice(0, 31),
  ]);
});

test("more than 4,096 ways are refused, and what to do is said", () => {
  const fields = "title within after event target over early sameDay axis excusedBy atLeast subject when";
  const many = fields
    .split(" ")
    .map((field) => reading(`on-${field}`, { one: {}, other: { "own/call": { [field]: null } } }));
  const fault = messageOf(() =>
    acrossReadings({ ...(programme as object), readings: many } as never, journeyOf(START), {
      asAt: "2021-04-30",
    }),
  );
  expect(fault.code).toBe("compliance/too-many-readings");
  expect(fault.message).toContain("Not accepted: 8192 ways of answering on-title, on-within, on-after,");
  expect(fault.message).toContain("at most 4096 for one requirement");
});

describe("a report across readings", () => {
  const person = (id: string, provider: string, when: string) => ({
    ...journeyOf(`${START}, ${when}`, { attributes: { provider } }),
    id,
  });
  test("says of each line, and of each value it is split by, what changes it", () => {
    const journeys = [
      person("1", "north", "contacted 2021-03-22"),
      person("2", "south", "contacted 2021-03-09"),
    ];
    const options = { asAt: "2021-04-30", requirements: ["own/call"] };
    const lines = (by?: string) =>
      reportAcrossReadings(programme, journeys, {
        ...options,
        ...(by === undefined ? {} : { by }),
      }).lines.map((line) => [line.by?.provider, line.verdict, line.dependsOn]);
    // One of two is half; from the plan the first call is late still, and the second comes before it.
    expect(lines()).toEqual([
      [undefined, "met", [{ reading: "from-what", answer: "plan", verdict: "not-met" }]],
    ]);
    expect(lines("provider")).toEqual([
      ["north", "not-met", [{ reading: "how-long", answer: "ten", verdict: "met" }]],
      ["south", "met", [{ reading: "from-what", answer: "plan", verdict: "not-met" }]],
    ]);
  });
  test("of requirements that no question touches says so", () =>
    expect(
      reportAcrossReadings(programme, [], { asAt: "2021-04-30", requirements: ["css-7/finalised"] }).lines[0]!
        .dependsOn,
    ).toEqual([]));
});
