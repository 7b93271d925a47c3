import { describe, expect, test } from "vitest";
import { explained, withRule } from "./own-rules.js";

const START = "referral-received 2021-03-22, started 2021-04-12";

describe("what a requirement waits for", () => {
  const waits = (rule: object) => {
    return explained(withRule(rule), "own/rule", "", "2021-04-30");
  };
  test("is the anchor of a deadline, after it or before it", () => {
    const rule = { kind: "deadline", event: ["contacted"], within: { weeks: 1 } };
    expect(waits({ ...rule, after: ["started", "referral-received"] }).waitsFor).toEqual([
      "Started",
      "Referral received",
    ]);
    expect(waits({ ...rule, before: ["left"] }).waitsFor).toEqual(["Left"]);
  });
  test("is the start of a cadence's state", () => {
    const found = waits({ kind: "cadence", event: ["contacted"], while: "in-work", every: { weeks: 1 } });
    expect(found.waitsFor).toEqual(["Job started"]);
    expect(found.sentence).toBe(
      '"Job started" is not recorded, so the clock never started: not applicable. [assumed]',
    );
  });
  test("is the record, or what it is owed after", () => {
    const rule = {
      kind: "content",
      record: "exit-report-provided",
      parts: [{ id: "a", says: "a", check: "human" }],
    };
    expect(waits({ ...rule, owedAfter: ["left"] }).waitsFor).toEqual(["Left", "Exit report given"]);
    expect(waits(rule).waitsFor).toEqual(["Exit report given"]);
  });
  test("is who a share is of", () =>
    expect(
      waits({
        kind: "proportion",
        among: ["started"],
        share: { in: "in-work" },
        over: "cumulative",
        measured: "each-day",
        target: { atLeast: "50%" },
      }).waitsFor,
    ).toEqual(["Started"]));
  test("is nothing, of a total", () => {
    const found = waits({
      kind: "total",
      count: ["started"],
      against: [1],
      measured: "month-end",
      target: { every: true },
    });
    expect(found).not.toHaveProperty("waitsFor");
    expect(found.sentence).toBe(
      "Counted here is the whole caseload, not one referral: not applicable. [assumed]",
    );
  });
});

describe("what did not happen is said", () => {
  const absent = (event: readonly object[] | readonly string[]) =>
    explained(
      withRule({
        kind: "deadline",
        event,
        after: ["started"],
        within: { workingDays: 2 },
      }),
      "own/rule",
      START,
      "2021-04-30",
    ).absent;
  test("in the event's own words, with fields or without", () => {
    expect(absent(["contacted"])).toBe("No contact");
    expect(absent([{ event: "prap-updated", where: { status: "started" } }])).toBe("No PRaP update");
  });
  test("as work left, where it is a state of work", () =>
    expect(absent([{ workDone: "backlog" }])).toBe("Work still left"));
});
