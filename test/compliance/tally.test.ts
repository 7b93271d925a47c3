import { mergeReports, type Requirement, report, whpJetsCv06 } from "programme-rules";
import { describe, expect, test } from "vitest";
import { journeyOf, withRules } from "./own-rules.js";

const asAt = "2021-04-30";
const acknowledged = { asAt, requirements: ["css-1/acknowledged"] };
const journey = (id: string, when = "referral-received 2021-04-01") => ({ ...journeyOf(when), id });

describe("a line", () => {
  test("holds what was counted, and no field for what there is not", () =>
    expect(report(whpJetsCv06, [journey("R1")], acknowledged).lines).toStrictEqual([
      {
        standard: "css-1",
        requirement: "css-1/acknowledged",
        title: whpJetsCv06.standards[0]!.requirements[0]!.title,
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

  test("without a target has none", () => {
    const rule: Requirement = {
      kind: "deadline",
      id: "own/call",
      title: "A call within a week",
      event: ["contacted"],
      after: ["referral-received"],
      within: { weeks: 1 },
      basis: "assumed",
    };
    const [line] = report(withRules([rule]), [journey("R1")], { asAt, requirements: ["own/call"] }).lines;
    expect(line).not.toHaveProperty("target");
    expect(line).toMatchObject({ verdict: "not-scored", notMet: 1 });
  });

  test("split by an attribute names it", () =>
    expect(
      report(whpJetsCv06, [journey("R1")], { ...acknowledged, by: "provider" }).lines[0]!.by,
    ).toStrictEqual({ attribute: "provider", value: null }));

  test("gives undetermined and excluded cases by reason", () => {
    const [line] = report(
      whpJetsCv06,
      [
        journey("R1", "contacted 2021-04-01"),
        journey("R2", "contacted 2021-04-01"),
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
