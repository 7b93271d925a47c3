import {
  type Journey,
  mergeReports,
  type Report,
  type ReportOptions,
  report,
  whpJetsCv06,
} from "programme-rules";
import { describe, expect, test } from "vitest";
import { eventsOf } from "../../cases/case.js";
import { messageOf } from "../../oracle/message.js";
import { journeyOf } from "../own-rules.js";

const asAt = "2021-06-30";
const received = (id: string, provider?: string): Journey => ({
  ...journeyOf("referral-received 2021-06-01"),
  id,
  ...(provider === undefined ? {} : { attributes: { provider } }),
});
const part = (journeys: readonly Journey[], options: Partial<ReportOptions> = {}): Report =>
  report(whpJetsCv06, journeys, { asAt, ...options });
const acknowledged = ({ lines }: Report) =>
  lines.filter(({ requirement }) => requirement === "css-1/acknowledged");

describe("parts split by an attribute", () => {
  const by = { by: "provider" };
  const values = (...parts: readonly Report[]) =>
    acknowledged(mergeReports(parts)).map((line) => [line.by?.provider, line.counted]);
  test("have each value once, in order, none last", () => {
    const parts = [
      part([received("1", "b"), received("2")], by),
      part([received("3", "c"), received("4", "b")], by),
      part([received("5", "a"), received("6")], by),
    ];
    const merged = [
      ["a", 1],
      ["b", 2],
      ["c", 1],
      [null, 2],
    ];
    expect(values(...parts)).toEqual(merged);
    expect(values(...parts.toReversed())).toEqual(merged);
  });
  test("take one of nobody with them, whichever comes first", () => {
    expect(values(part([], by), part([received("1", "b")], by))).toEqual([["b", 1]]);
    expect(values(part([received("1", "b")], by), part([], by))).toEqual([["b", 1]]);
    expect(values(part([], by), part([], by))).toEqual([[undefined, 0]]);
  });
  test("by different attributes, or by one and by none, do not belong together", () => {
    const one = part([received("1", "b")], by);
    for (const other of [part([received("2")], { by: "site" }), part([received("2")]), part([])]) {
      expect(messageOf(() => mergeReports([one, other])).code).toBe("compliance/other-receipt");
      expect(messageOf(() => mergeReports([other, one])).code).toBe("compliance/other-receipt");
    }
  });
});

describe("parts of several periods", () => {
  const of = (from: string, until: string) => part([received("1")], { period: { from, until } });
  const may = of("2021-05-01", "2021-05-31");
  const june = of("2021-06-01", "2021-06-30");
  test("follow each other", () => {
    expect(mergeReports([june, may]).period).toEqual({
      from: "2021-05-01",
      until: "2021-06-30",
      closedUntil: "2021-06-29",
    });
    expect(mergeReports([june, may, june, may]).journeys).toBe(2);
  });
  test("that overlap would count cases twice, and a gap would hide some", () => {
    for (const other of [
      of("2021-05-15", "2021-06-14"),
      of("2021-03-01", "2021-03-31"),
      of("2021-05-01", "2021-06-30"),
    ]) {
      const { code, message } = messageOf(() => mergeReports([may, other]));
      expect(code).toBe("compliance/periods");
      expect(message).toContain("2021-05-31");
    }
  });
});

test("codes of what cannot be merged are stable", () => {
  const code = (reports: readonly Report[]) => messageOf(() => mergeReports(reports)).code;
  expect(code([])).toBe("compliance/no-reports");
  expect(code([part([]), part([], { asAt: "2021-06-29" })])).toBe("compliance/other-receipt");
  expect(code([part([]), part([], { suppressBelow: 5 })])).toBe("compliance/suppressed");
});

test("a period that is short of a part is refused", () => {
  const of = (ids: readonly string[], from: string, until: string) =>
    part(
      ids.map((id) => received(id)),
      { period: { from, until } },
    );
  const may = ["2021-05-01", "2021-05-31"] as const;
  const june = ["2021-06-01", "2021-06-30"] as const;
  const { code, message } = messageOf(() => mergeReports([of(["1", "2"], ...may), of(["1"], ...june)]));
  expect(code).toBe("compliance/people");
  expect(message).toContain("2 journeys in one period and of 1 in another");
  expect(mergeReports([of(["1", "2"], ...may), of(["1"], ...june), of(["2"], ...june)]).journeys).toBe(2);
});

test("reports of other requirements are refused", () => {
  const one = part([received("1")], { requirements: ["css-4/contacted"] });
  for (const reports of [
    [part([received("2")]), one],
    [one, part([received("2")])],
  ])
    expect(messageOf(() => mergeReports(reports)).code).toBe("compliance/other-receipt");
});

test("a month without the contract's log makes what it says of the whole undetermined", () => {
  const events = [
    { kind: "contract-started", on: "2021-03-01" },
    { kind: "template-b-sent", on: "2021-04-01", forMonth: "2021-03" },
  ];
  const of = (from: string, until: string, log?: object) =>
    part([], {
      requirements: ["css-14/template-b"],
      period: { from, until },
      ...(log && { contractLog: { id: "c", events } }),
    });
  const april = of("2021-04-01", "2021-04-30", {});
  expect(april.lines[0]).toMatchObject({ met: 1, verdict: "met" });
  const whole = mergeReports([april, of("2021-05-01", "2021-05-31")]);
  expect(whole.lines[0]).toMatchObject({ met: 1, verdict: "undetermined", reason: "missing-data" });
  const both = mergeReports([april, of("2021-05-01", "2021-05-31", {})]);
  expect(both).toEqual(of("2021-04-01", "2021-05-31", {}));
  expect(both.lines[0]).toMatchObject({ met: 1, notMet: 1, verdict: "not-met" });
});

describe("the contract's log, given to one part", () => {
  const contractLog = {
    id: "ours",
    events: eventsOf("contract-started 2021-05-03, survey-asked 2021-05-10"),
  };
  const asked = (...parts: readonly Report[]) =>
    mergeReports(parts).lines.find(({ requirement }) => requirement === "css-13/asked");
  test("decides the line, whichever part has it", () => {
    const [told, untold] = [part([received("1")], { contractLog }), part([received("2")])];
    for (const parts of [
      [told, untold],
      [untold, told],
    ])
      expect(asked(...parts)).toMatchObject({ counted: 2, met: 1, pending: 1 });
  });
  test("and to none leaves it undetermined", () =>
    expect(asked(part([]), part([received("2")]))).toMatchObject({
      counted: 0,
      verdict: "undetermined",
      reason: "missing-data",
    }));
});

test("cases are added up by reason", () => {
  const unreadable = (id: string) => ({ ...received(id), unreadable: ["referral-acknowledged"] });
  const never = (id: string) => ({ id, events: eventsOf("referral-made 2021-06-01") });
  const [line] = acknowledged(
    mergeReports([part([unreadable("1"), never("2")]), part([never("3"), unreadable("4"), received("5")])]),
  );
  expect(line).toMatchObject({ counted: 3, undetermined: 2, notMet: 1, misses: ["5"] });
  expect(line!.undeterminedBy).toStrictEqual({ "missing-data": 2 });
  expect(line!.excluded).toStrictEqual({ "clock-never-started": 2 });
});

describe("problems of all parts", () => {
  const bad = (id: string, ...kinds: readonly string[]): Journey => ({
    id,
    events: [
      ...eventsOf("referral-received 2021-06-01"),
      ...kinds.map((kind) => ({ kind, on: "2021-06-02" })),
    ],
  });
  const other: Journey = { ...received("b"), programme: "restart" };
  test("stand by journey, then by what is wrong, then by the value", () => {
    const parts = [part([bad("c", "zero", "one")]), part([other]), part([bad("a", "two"), received("a")])];
    const seen = [
      ["a", "journey/id-twice", undefined],
      ["b", "journey/other-programme", "restart"],
      ["c", "journey/unknown-kind", "one"],
      ["c", "journey/unknown-kind", "zero"],
    ];
    for (const given of [parts, parts.toReversed()])
      expect(mergeReports(given).problems.map(({ journey, code, value }) => [journey, code, value])).toEqual(
        seen,
      );
  });
  test("of one code stand by what they say", () => {
    const dates: Journey = {
      id: "a",
      events: eventsOf("referral-received 2021-06-31, contacted 2021-06-32"),
    };
    expect(part([dates]).problems.map(({ message }) => message.split(",")[0])).toEqual([
      "referral-received",
      "contacted",
    ]);
  });
});

test("open values and the number of journeys are those of the whole", () => {
  const whole = part([received("1"), received("2"), received("3")]);
  const merged = mergeReports([part([received("1")]), part([received("2"), received("3")])]);
  expect(merged.journeys).toBe(3);
  expect(merged).toEqual(whole);
  expect(mergeReports([whole])).toEqual(whole);
});
