import { mergeReports, type Requirement, report, whpJetsCv06 } from "programme-rules";
import { describe, expect, test } from "vitest";
import { judge } from "../../../src/compliance/report/line.js";
import { journeyOf, withRules } from "../own-rules.js";

const none = { met: 0, notMet: 0, pending: 0, undetermined: 0 };
const at = (percent: string) => ({ atLeast: percent });
const most = (percent: string) => ({ atMost: percent });

describe("a line is judged from whole counts", () => {
  test.each([
    // 99.5% of 200 = 199 exactly; one miss is all that is affordable.
    ["199 of 200 at 99.5%", { ...none, met: 199, notMet: 1 }, at("99.5%"), "met", 0],
    ["198 of 199 at 99.5%", { ...none, met: 198, notMet: 1 }, at("99.5%"), "not-met", -1],
    ["100 of 100 at 99%", { ...none, met: 100 }, at("99%"), "met", 1],
    ["197 of 200 at 99%", { ...none, met: 197, notMet: 3 }, at("99%"), "not-met", -1],
    // A ceiling: 4% of 100 = 4; 4% of 124 = 4.96, so four are affordable and five are not.
    ["4 of 100 in backlog", { ...none, met: 96, notMet: 4 }, most("4%"), "met", 0],
    ["5 of 124 in backlog", { ...none, met: 119, notMet: 5 }, most("4%"), "not-met", -1],
    ["5 of 125 in backlog", { ...none, met: 120, notMet: 5 }, most("4%"), "met", 0],
    ["below 4%: 4 of 100 is not below", { ...none, met: 96, notMet: 4 }, { below: "4%" }, "not-met", -1],
    ["below 4%: 3 of 100 is", { ...none, met: 97, notMet: 3 }, { below: "4%" }, "met", 0],
    ["every case, none missing", { ...none, met: 7 }, { every: true }, "met", 0],
    ["every case, two missing", { ...none, met: 5, notMet: 2 }, { every: true }, "not-met", -2],
  ] as const)("%s", (_name, counts, target, verdict, headroom) => {
    const line = judge(counts, target);
    expect(line.verdict).toBe(verdict);
    expect(line.headroom).toBe(headroom);
  });

  test("nothing counted is not applicable, never 100%", () =>
    expect(judge(none, at("99.5%"))).toEqual({
      worst: { count: 0, of: 0 },
      best: { count: 0, of: 0 },
      verdict: "not-applicable",
      reason: "nothing-to-count",
    }));

  test("what is not scored has no verdict", () =>
    expect(judge({ ...none, met: 1 }, { notScored: "no percentage is given" }).verdict).toBe("not-scored"));

  test("a withheld target is undetermined, never met", () =>
    expect(judge({ ...none, met: 100 }, { atLeast: { open: "redacted" } })).toMatchObject({
      verdict: "undetermined",
      reason: "missing-parameter",
    }));
});

describe("worst and best decide between settled, pending and undetermined", () => {
  test("150 met, one missed, 49 open of 200 at 99.5%: it hangs on the open ones", () =>
    expect(judge({ met: 150, notMet: 1, pending: 49, undetermined: 0 }, at("99.5%"))).toEqual({
      worst: { count: 150, of: 200 },
      best: { count: 199, of: 200 },
      headroom: 0,
      verdict: "pending",
      reason: "not-yet-due",
    }));

  test("when unreadable data alone leaves it open it is undetermined, with the commonest reason", () =>
    expect(
      judge(
        { met: 99, notMet: 0, pending: 0, undetermined: 1, undeterminedBy: { "needs-review": 1 } },
        { every: true },
      ),
    ).toMatchObject({ verdict: "undetermined", reason: "needs-review" }));

  test("of equally common reasons the first by alphabet is named, in whatever order they were counted", () => {
    const line = (undeterminedBy: object) =>
      judge({ met: 99, notMet: 0, pending: 0, undetermined: 2, undeterminedBy }, { every: true }).reason;
    expect(line({ "needs-review": 1, "missing-data": 1 })).toBe("missing-data");
    expect(line({ "missing-data": 1, "needs-review": 1 })).toBe("missing-data");
  });

  test("one unreadable case does not hide that fifty are pending", () =>
    expect(judge({ met: 150, notMet: 0, pending: 49, undetermined: 1 }, at("99%"))).toMatchObject({
      verdict: "pending",
    }));

  test("one pending case does not hide that fifty are unreadable", () =>
    expect(
      // If all 50 succeed, 197 or 198 of 200: the pending one would decide; if they fail, it would not.
      judge(
        { met: 147, notMet: 2, pending: 1, undetermined: 50, undeterminedBy: { "missing-data": 50 } },
        at("99%"),
      ),
    ).toMatchObject({ verdict: "undetermined", reason: "missing-data" }));

  test("where the unreadable case alone may reach the target, it does not hang on the open ones", () =>
    // 89 of 100 are met and 90 are wanted: if the unreadable one is met, nothing hangs on the ten.
    expect(
      judge(
        { met: 89, notMet: 0, pending: 10, undetermined: 1, undeterminedBy: { "needs-review": 1 } },
        at("90%"),
      ),
    ).toMatchObject({ verdict: "undetermined", reason: "needs-review" }));

  test("undetermined cases whose reasons were not counted lack data", () =>
    expect(judge({ met: 0, notMet: 0, pending: 0, undetermined: 1 }, at("90%"))).toMatchObject({
      verdict: "undetermined",
      reason: "missing-data",
    }));

  test("a target missed whatever the open cases do is not met at once", () =>
    expect(judge({ met: 10, notMet: 5, pending: 85, undetermined: 0 }, at("99%")).verdict).toBe("not-met"));

  test("for a ceiling, worst and best count those in the state", () =>
    expect(judge({ met: 95, notMet: 3, pending: 0, undetermined: 2 }, most("4%"))).toMatchObject({
      worst: { count: 5, of: 100 },
      best: { count: 3, of: 100 },
      verdict: "undetermined",
    }));
});

const asAt = "2021-04-30";
const acknowledged = { asAt, requirements: ["css-1/acknowledged"] };
const journey = (id: string, when = "referral-received 2021-04-01") => ({ ...journeyOf(when), id });

describe("a line", () => {
  test("holds what was counted, and no field for what there is not", () =>
    expect(report(whpJetsCv06, [journey("R1")], acknowledged).lines).toStrictEqual([
      {
        standard: "css-1",
        requirement: "css-1/acknowledged",
        title: "Each referral is acknowledged in PRaP within 2 working days of receipt",
        target: { atLeast: "99.5%" },
        counted: 1,
        met: 0,
        notMet: 1,
        pending: 0,
        undetermined: 0,
        undeterminedBy: {},
        excluded: {},
        worst: { count: 0, of: 1 },
        best: { count: 0, of: 1 },
        headroom: -1,
        verdict: "not-met",
        misses: ["R1"],
      },
    ]));

  test("that is not scored says why, and has no verdict", () => {
    const rule: Requirement = {
      kind: "deadline",
      id: "own/call",
      title: "A call within a week",
      event: ["contacted"],
      after: ["referral-received"],
      within: { weeks: 1 },
      target: { notScored: "no percentage is given" },
      basis: "assumed",
    };
    const [line] = report(withRules([rule]), [journey("R1")], { asAt, requirements: ["own/call"] }).lines;
    expect(line).toMatchObject({
      target: { notScored: "no percentage is given" },
      verdict: "not-scored",
      notMet: 1,
    });
  });

  test("split by an attribute names it", () =>
    expect(
      report(whpJetsCv06, [journey("R1")], { ...acknowledged, by: "provider" }).lines[0]!.by,
    ).toStrictEqual({ provider: null }));

  test("gives undetermined and excluded cases by reason", () => {
    const [line] = report(
      whpJetsCv06,
      [
        journey("R1", "referral-made 2021-04-01"),
        journey("R2", "referral-made 2021-04-01"),
        { ...journey("R3"), unreadable: ["referral-acknowledged"] },
        journey("R4", "referral-received 2021-04-01, left 2021-04-06"),
      ],
      acknowledged,
    ).lines;
    expect(line).toMatchObject({ counted: 1, undetermined: 1 });
    expect(line!.undeterminedBy).toStrictEqual({ "missing-data": 1 });
    expect(line!.excluded).toStrictEqual({ "clock-never-started": 2, excused: 1 });
  });
});

describe("the journeys missed", () => {
  const missed = (...ids: readonly string[]) =>
    report(
      whpJetsCv06,
      ids.map((id) => journey(id)),
      acknowledged,
    );
  test("are in order, in whatever order they came", () => {
    expect(missed("b", "a", "c").lines[0]!.misses).toEqual(["a", "b", "c"]);
    expect(missed("a", "b", "c").lines[0]!.misses).toEqual(["a", "b", "c"]);
  });
  test("are each named once, also where two parts of a caseload hold the same one", () => {
    expect(mergeReports([missed("a"), missed("a")]).lines[0]!.misses).toEqual(["a"]);
    expect(mergeReports([missed("a", "b"), missed("b", "c")]).lines[0]!.misses).toEqual(["a", "b", "c"]);
  });
});
