import { amend, whpJetsCv06 } from "programme-rules";
import { workProgramme, workProgrammeRegimeV2 } from "programme-rules/programmes";
import { checkPipeline, type PipelineReturn } from "programme-rules/returns";
import { describe, expect, test } from "vitest";

const row = (group: string, cohort: string, count: number) => ({ group, cohort, count });
const before = [row("pg1", "2014-01", 50), row("pg1", "2014-02", 40), row("pg2", "2014-02", 30)];
const check = (change: Partial<PipelineReturn> = {}, asAt?: string) =>
  checkPipeline(
    workProgrammeRegimeV2,
    { inMonth: "2014-05", thisMonth: before, lastMonth: before, ...change },
    asAt === undefined ? {} : { asAt },
  );
const says = (which: string, ...given: Parameters<typeof check>) => {
  const { verdict, reason } = check(...given).checks.find((each) => each.check === which)!;
  return reason === undefined ? verdict : `${verdict}: ${reason}`;
};

describe("the day it is due: the 5th working day of the month", () => {
  // May 2014: Thu 1, Fri 2; Mon 5 is the early May bank holiday; Tue 6, Wed 7, Thu 8.
  test("May 2014, in every nation", () => expect(check().dueOn).toBe("2014-05-08"));
  // April 2014: Tue 1, Wed 2, Thu 3, Fri 4, Mon 7.
  test("April 2014", () => expect(check({ inMonth: "2014-04" }).dueOn).toBe("2014-04-07"));
  // January 2014: Scotland also has Thu 2 off, so its 5th is Thu 9 where England's is Wed 8.
  test("January 2014 differs between the nations", () => {
    expect(check({ inMonth: "2014-01" }).dueOn).toBeNull();
    expect(check({ inMonth: "2014-01", nation: "england" }).dueOn).toBe("2014-01-08");
    expect(check({ inMonth: "2014-01", nation: "scotland" }).dueOn).toBe("2014-01-09");
    expect(says("returned", { inMonth: "2014-01", returnedOn: "2014-01-02" })).toBe(
      "undetermined: missing-data",
    );
  });
  test("on the day", () => expect(says("returned", { returnedOn: "2014-05-08" })).toBe("met"));
  test("the day after", () => expect(says("returned", { returnedOn: "2014-05-09" })).toBe("not-met: late"));
  test("not yet, on the day", () => expect(says("returned", {}, "2014-05-08")).toBe("pending: not-yet-due"));
  test("not yet, the day after", () => expect(says("returned", {}, "2014-05-09")).toBe("not-met: not-done"));
  test("nothing known", () => expect(says("returned")).toBe("undetermined: missing-data"));
  test("what is returned after the as-at date is not known on it", () =>
    expect(says("returned", { returnedOn: "2014-05-08" }, "2014-05-07")).toBe("pending: not-yet-due"));
});

describe("the totals", () => {
  test("the same as last month's", () => {
    expect(says("totals")).toBe("met");
    expect(check().checkErrors).toBe(false);
  });
  test("every difference is listed, cohort by cohort", () => {
    const thisMonth = [row("pg1", "2014-01", 51), row("pg1", "2014-02", 40), row("pg9", "2014-01", 2)];
    const { differences, checkErrors } = check({ thisMonth });
    expect(differences).toEqual([
      { group: "pg1", cohort: "2014-01", lastMonth: 50, thisMonth: 51, change: 1 },
      { group: "pg9", cohort: "2014-01", lastMonth: null, thisMonth: 2, change: 2 },
      { group: "pg2", cohort: "2014-02", lastMonth: 30, thisMonth: null, change: -30 },
    ]);
    expect(checkErrors).toBe(true);
    expect(says("totals", { thisMonth })).toBe("not-met: part-missing");
  });
  test("people who move between groups are two differences, though the whole is the same", () => {
    const thisMonth = [row("pg1", "2014-01", 50), row("pg1", "2014-02", 41), row("pg2", "2014-02", 29)];
    expect(check({ thisMonth }).differences.map(({ change }) => change)).toEqual([1, -1]);
  });
  test("the new month's cohort is exempt, and that is assumed", () => {
    const { differences, exempt, newCohort, newCohortBasis } = check({
      thisMonth: [...before, row("pg1", "2014-03", 20)],
    });
    expect([differences.length, newCohort, newCohortBasis]).toEqual([0, "2014-03", "assumed"]);
    expect(exempt).toEqual([{ group: "pg1", cohort: "2014-03", lastMonth: null, thisMonth: 20, change: 20 }]);
  });
  test("a cohort beyond the new one is not", () =>
    expect(check({ thisMonth: [...before, row("pg1", "2014-04", 20)] }).differences.length).toBe(1));
  test("nor is the new one where a programme checks it", () => {
    const strict = amend(workProgrammeRegimeV2, {
      id: "strict",
      title: "The new cohort is checked",
      basis: "assumed",
      changes: {
        set: {
          pipeline: {
            ...workProgrammeRegimeV2.pipeline,
            newestCohort: { rule: "checked", basis: "assumed" },
          },
        },
      },
    });
    const file = { inMonth: "2014-05", thisMonth: [...before, row("pg1", "2014-03", 20)], lastMonth: before };
    expect(checkPipeline(strict, file).differences.length).toBe(1);
  });
  test("rows of the same group and cohort add up, and nobody is the same as no row", () => {
    const split = [row("pg1", "2014-01", 20), row("pg1", "2014-01", 30), ...before.slice(1)];
    expect(check({ thisMonth: [...split, row("pg3", "2014-01", 0)] }).differences).toEqual([]);
  });
  test("without an earlier file nothing can be said", () => {
    const { checks, checkErrors, differences } = checkPipeline(workProgrammeRegimeV2, {
      inMonth: "2014-05",
      thisMonth: before,
    });
    expect(checks[0]).toMatchObject({ verdict: "undetermined", reason: "missing-data" });
    expect([checkErrors, differences]).toEqual([null, []]);
  });
});

describe("the covering message", () => {
  test("not private", () => expect(says("not-private", { markedPrivate: false })).toBe("met"));
  test("private", () => expect(says("not-private", { markedPrivate: true })).toBe("not-met: part-missing"));
  test("not known", () => expect(says("not-private")).toBe("undetermined: missing-data"));
});

test("every check names its source", () =>
  expect(check().checks.map(({ citation }) => citation?.source)).toEqual(["002", "002", "002"]));

describe("what is refused", () => {
  test("a programme without a pipeline file", () =>
    expect(() => checkPipeline(whpJetsCv06, { inMonth: "2021-05", thisMonth: [] })).toThrow(
      "Not accepted: the programme whp-jets cv06, which asks for no pipeline file. Expected a programme whose `pipeline` says what the file must satisfy. Take another edition, or add the rules with amend.",
    ));
  test("half a person", () =>
    expect(() => check({ thisMonth: [row("pg1", "2014-01", 0.5)] })).toThrow(
      "Not accepted: 0.5 (number) as file.thisMonth[0].count. Expected a whole number from 0. Correct it, or leave it out.",
    ));
  test("a row without a group", () =>
    expect(() => check({ thisMonth: [row("", "2014-01", 5)] })).toThrow(
      'Not accepted: "" as file.thisMonth[0].group. Expected text. Correct it, or leave it out.',
    ));
  test("a nation that is none of the programme's", () =>
    expect(() => check({ nation: "france" })).toThrow(
      'Not accepted: the nation "france". Expected england, wales, scotland. Name the nation of the contract as the programme does.',
    ));
});

test("a history of the Work Programme checks a pipeline file by the edition of its month", () => {
  const lastMonth = [{ group: "PG1", cohort: "2014-03", count: 10 }];
  const file = { inMonth: "2014-05", lastMonth, thisMonth: lastMonth, nation: "england" } as const;
  const { dueOn, checks } = checkPipeline(workProgramme, file, { asAt: "2014-05-31" });
  expect(dueOn).toBe("2014-05-08");
  expect(checks.map(({ verdict }) => verdict)).toEqual(["met", "not-met", "undetermined"]);
});
