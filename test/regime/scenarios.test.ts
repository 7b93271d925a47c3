import { whpCoreCv04, whpCorePreCovid, whpJetsCv06 } from "programme-rules";
import { cohortTableFromCounts } from "programme-rules/cohorts";
import { workProgramme, workProgrammeRegimeV1 } from "programme-rules/programmes";
import { illustrativePolicy, indicatorsOf, interventionGrounds } from "programme-rules/regime";
import { describe, expect, test } from "vitest";

const jets = { programme: whpJetsCv06 };
const codes = ({ grounds }: ReturnType<typeof interventionGrounds>) =>
  grounds.map(({ code, basis }) => `${code} ${basis}`);

/**
 * 1,250 starts a month; the profile expects 25, 25, 50, 50, 50, 25, 25 and 25 outcomes at ages 1 to 8.
 * All outcomes of a calendar month come at that month's pace, so that the index in the month is the
 * pace itself: 0.92 in June, 0.88 in July, the second month below 0.95; 0.96 again in November.
 *
 * Over three months: June (100 + 144 + 184) / 450 = 0.951; July 526 / 575 = 0.914; August 592 / 675.
 * January's starters: 25 + 25 + 50 + 48 + 46 + 22 + 21 + 20 = 257 of 1250, 275 needed; the last of
 * them started on 31 January, and 299 days later is 26 November.
 */
describe("a contract that drifts over a year, month by month", () => {
  const pace = [100, 100, 100, 100, 96, 92, 88, 84, 80, 80, 96, 100];
  const expected = [0, 25, 25, 50, 50, 50, 25, 25, 25];
  const counts = pace.map((_, cohort) => {
    let sum = 0;
    const converted = expected.slice(0, 12 - cohort).map((people, age) => {
      sum += (people * pace[cohort + age]!) / 100;
      return sum;
    });
    return { month: `2021-${String(cohort + 1).padStart(2, "0")}`, starts: 1250, converted };
  });
  const table = cohortTableFromCounts(counts, { asAt: "2021-12-31", window: { days: 238, lagDays: 61 } });
  const profile = ["0%", "2%", "4%", "8%", "12%", "16%", "18%", "20%", "22%"];
  const { indicators } = indicatorsOf(whpJetsCv06, { cohorts: { table, profile } });
  const plan = {
    actions: [{ number: "1.1", addresses: "tmpl-1", agreedOn: "2021-08-31", dueOn: "2021-09-30" }],
  };
  const projected = ["baseline text", "may-miss policy"];
  const observed = [
    "baseline text",
    "may-miss text",
    "may-miss policy",
    "remedy-ineffective text",
    "required-standard-failed text",
  ];

  test.each([
    ["2021-01-31", ["baseline text"]],
    ["2021-04-30", ["baseline text"]],
    ["2021-05-31", ["baseline text"]],
    ["2021-06-30", ["baseline text"]],
    ["2021-07-31", projected],
    ["2021-08-31", projected],
    ["2021-09-30", projected],
    ["2021-10-31", projected],
    ["2021-11-30", observed],
    // 30 September and three months: 30 December.
    ["2021-12-29", observed],
    ["2021-12-31", [...observed.slice(0, 4), "remedy-ineffective policy", ...observed.slice(4)]],
  ])("%s", (asAt, found) =>
    expect(codes(interventionGrounds({ ...jets, indicators, plan }, { asAt }))).toEqual(found),
  );

  test("July speaks from the index in the month, which is the pace", () => {
    const { grounds } = interventionGrounds({ ...jets, indicators }, { asAt: "2021-07-31" });
    expect(grounds[1]?.evidence.map(({ basis, month, index }) => [basis, month, index])).toEqual([
      ["in-month", "2021-07", 0.88],
      ["in-month", "2021-06", 0.92],
    ]);
  });

  test("November's observed share is 257 of 1,250, with its interval", () => {
    const { grounds } = interventionGrounds({ ...jets, indicators }, { asAt: "2021-11-30" });
    const [newest] = grounds.find(({ basis, code }) => code === "may-miss" && basis === "text")!.evidence;
    expect(newest?.share).toEqual({ count: 257, of: 1250 });
    expect(newest?.interval?.lower).toBeLessThan(0.2056);
    expect(newest?.interval?.upper).toBeGreaterThan(0.2056);
  });
});

test("level 3 recorded directly: level 2 never existed, and its duties do not follow", () => {
  const interventions = [{ level: "level-3", decidedBy: "the Provision Lead", decidedOn: "2021-05-10" }];
  const { openInterventions, duties, indicated, grounds } = interventionGrounds(
    { ...jets, interventions },
    { asAt: "2021-05-31" },
  );
  expect(openInterventions.map(({ level, grounds }) => [level, grounds])).toEqual([["level-3", []]]);
  expect(duties.flatMap(({ level, duty }) => (level === undefined ? [] : [duty]))).toEqual([
    "senior-meeting",
    "management-letter",
    "formal-warning",
  ]);
  expect(indicated[0]?.levels.map(({ level }) => level)).toEqual(["level-1"]);
  expect(grounds.map(({ code }) => code)).toEqual(["baseline"]);
});

describe("nine people raise no alarm", () => {
  const share = { id: "tmpl-1", share: { count: 1, of: 9 }, month: "2021-05" } as const;
  const index = { id: "tmpl-1", actual: 1, expected: 2, starts: 9, month: "2021-05" } as const;
  const before = { ...index, month: "2021-04" } as const;

  test.each([
    ["by the illustrative policy", illustrativePolicy],
    ["by the text alone", null],
  ])("%s", (_, policy) => {
    const found = interventionGrounds(
      { ...jets, indicators: [share, index, before] },
      { asAt: "2021-05-31", policy },
    );
    expect(found.indicated[0]?.levels.map(({ level }) => level)).toEqual(["level-1"]);
    expect(found.figures.find(({ kind }) => kind === "share")).toMatchObject({
      stands: "cannot-tell",
      reason: "too-few",
      // Wilson, 1 of 9 at 95%: 0.0199 to 0.4350.
      interval: { lower: expect.closeTo(0.0199, 4), upper: expect.closeTo(0.435, 4), level: "95%" },
    });
    expect(found.figures.every(({ sentence }) => /cannot tell yet|not judged/.test(sentence))).toBe(true);
  });

  test("they do when a policy asks for fewer", () => {
    const policy = { ...illustrativePolicy, id: "ours", minimumStarts: 9 };
    const found = interventionGrounds({ ...jets, indicators: [share] }, { asAt: "2021-05-31", policy });
    expect(codes(found)).toEqual(["baseline text", "may-miss text", "required-standard-failed text"]);
  });
});

test.each([
  [{ count: 219, of: 1000 }, false],
  [{ count: 220, of: 1000 }, true],
  [{ count: 2199, of: 10_000 }, false],
  [{ count: 21_999_999, of: 100_000_000 }, false],
  ["21.9%", false],
  ["22%", true],
])("%o reaches 22%%: %s", (share, reached) => {
  const indicators = [{ id: "tmpl-1", share, month: "2021-05" }];
  const { figures } = interventionGrounds({ ...jets, indicators }, { asAt: "2021-05-31" });
  expect(figures[0]?.stands).toBe(reached ? "reached" : "short");
});

describe("other programmes are answered", () => {
  test("the Work Programme: levels are recorded, and the edition is the day's", () => {
    const interventions = [
      { level: "low", decidedBy: "the Department", decidedOn: "2014-05-01", endedOn: "2014-08-01" },
      { level: "accelerated-performance", decidedBy: "the Department", decidedOn: "2014-08-01" },
    ];
    const on = (asAt: string) => interventionGrounds({ programme: workProgramme, interventions }, { asAt });
    expect(on("2014-07-31").openInterventions.map(({ title }) => title)).toEqual(["Low"]);
    expect(on("2014-07-31").programme.edition).toBe("regime-v2");
    expect(on("2014-09-01").openInterventions.map(({ title }) => title)).toEqual([
      "Accelerated Performance Regime",
    ]);
    expect(on("2014-09-01").indicated).toEqual([]);
    expect(on("2014-09-01").remarks.join()).toContain("Membership is a recorded decision.");
  });

  test("a programme without levels shows figures only", () => {
    const indicators = [{ id: "outcomes", index: 0.5, month: "2014-01" }];
    const found = interventionGrounds(
      { programme: workProgrammeRegimeV1, indicators },
      { asAt: "2014-01-31" },
    );
    expect([found.grounds, found.figures.length]).toEqual([[], 1]);
    expect(found.remarks.join()).toContain("figures are shown only");
  });

  test("WHP Core before COVID-19: its own names, no grounds, a plan at every level", () => {
    const interventions = [{ level: 2, decidedBy: "the Department", decidedOn: "2019-05-01" }];
    const found = interventionGrounds({ programme: whpCorePreCovid, interventions }, { asAt: "2019-06-01" });
    expect(found.openInterventions[0]).toMatchObject({
      title: "Informal action",
      ledBy: ["Performance Manager"],
    });
    expect(found.duties.map(({ title }) => title)).toEqual(["Have a provider action plan at every level"]);
    expect(found.indicated).toEqual([]);
    expect(found.remarks.join()).toContain("known from research only");
  });

  test("WHP Core: the deal area has its level, its groups are watched", () => {
    const disability = { area: "deal-area", group: "disability" } as const;
    const found = interventionGrounds(
      {
        programme: whpCoreCv04,
        indicators: [
          { id: "tmpl-5", verdict: "not-met", month: "2021-05" },
          { id: "tmpl-5", scope: disability, verdict: "not-met", month: "2021-05" },
          { id: "tmpl-1", share: { count: 10, of: 100 }, month: "2021-05" },
        ],
      },
      { asAt: "2021-05-31" },
    );
    const plain = found.grounds.map(({ code, scope }) => `${code} ${scope.area} ${scope.group ?? ""}`.trim());
    expect(plain).toEqual([
      "baseline contract",
      "baseline deal-area",
      "may-miss deal-area",
      "required-standard-failed deal-area",
      "indicator-warning deal-area disability",
    ]);
    expect(found.notices[0]).toMatchObject({
      notice: "course-of-action",
      scope: disability,
      threatens: ["tmpl-1", "tmpl-2", "tmpl-5"],
    });
    const open = found.figures.find(({ id }) => id === "tmpl-1");
    expect(open).toMatchObject({ stands: "cannot-tell", reason: "missing-parameter" });
  });

  const group = (area: "contract" | "deal-area", name?: string) => ({
    area,
    ...(name === undefined ? {} : { group: name }),
  });
  test.each([
    ["everybody in the contract area", group("contract"), ["tmpl-1"]],
    ["disability in the contract area", group("contract", "disability"), ["tmpl-1", "tmpl-2"]],
    ["early access in the contract area", group("contract", "early-access"), ["tmpl-1", "tmpl-3"]],
    ["long-term unemployed", group("contract", "long-term-unemployed"), ["tmpl-1", "tmpl-4"]],
    ["everybody in the deal area", group("deal-area"), ["tmpl-1", "tmpl-5"]],
    ["disability in the deal area", group("deal-area", "disability"), ["tmpl-1", "tmpl-2", "tmpl-5"]],
    [
      "long-term unemployed in the deal area",
      group("deal-area", "long-term-unemployed"),
      ["tmpl-1", "tmpl-4", "tmpl-5"],
    ],
  ])("WHP Core: first earnings of %s foretell the levels they count in, and no other", (_, scope, levels) => {
    const indicators = [{ id: "first-earnings", scope, index: 0.5, starts: 100, month: "2021-05" }];
    const { notices, grounds } = interventionGrounds(
      { programme: whpCoreCv04, indicators },
      { asAt: "2021-05-31", policy: { ...illustrativePolicy, reviewMonths: 1 } },
    );
    expect(notices).toMatchObject([{ about: "first-earnings", scope, threatens: levels }]);
    const { sentence } = grounds.find(({ code }) => code === "indicator-warning")!;
    expect(sentence.match(/tmpl-\d/g)).toEqual(levels);
  });

  test("WHP Core: earnings are watched in both areas, for everybody and for each group (source 001, paragraph 3)", () => {
    const groups = ["disability", "early-access", "long-term-unemployed"];
    const everywhere = (["contract", "deal-area"] as const).flatMap((area) => [
      group(area),
      ...groups.map((name) => group(area, name)),
    ]);
    for (const id of ["first-earnings", "earnings-1000", "earnings-2000"])
      expect(whpCoreCv04.indicators.find((each) => each.id === id)!.scopes).toEqual(everywhere);
  });

  test("WHP JETS: what is watched foretells its one level", () => {
    const indicators = [{ id: "first-earnings", index: 0.5, starts: 100, month: "2021-05" }];
    const { notices } = interventionGrounds(
      { programme: whpJetsCv06, indicators },
      { asAt: "2021-05-31", policy: { ...illustrativePolicy, reviewMonths: 1 } },
    );
    expect(notices).toMatchObject([{ threatens: ["tmpl-1"] }]);
  });
});
