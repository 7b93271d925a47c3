import { assessOutcome, type JourneyEvent, outcomeWindow } from "programme-rules";
import { workProgrammeRegimeV2 } from "programme-rules/programmes";
import { describe, expect, test } from "vitest";

const START = { kind: "started", on: "2012-01-02" };
const began = (on: string) => ({ kind: "job-started", on });
const ended = (on: string) => ({ kind: "job-ended", on });
const of = (group: string | undefined, asAt: string, ...events: JourneyEvent[]) => {
  const journey = { id: "R1", ...(group === undefined ? {} : { group }), events: [START, ...events] };
  const { status, metOn, reason } = assessOutcome(workProgrammeRegimeV2, journey, { asAt });
  return metOn ?? `${status}: ${reason}`;
};

describe("Work Programme: 26 weeks in work for payment groups 1 and 2, 13 for the others", () => {
  // From Monday 9 January 2012 the 13th week ends on Sunday 8 April, the 26th on Sunday 8 July.
  test.each([
    ["pg1", "2012-07-08"],
    ["pg2", "2012-07-08"],
    ["pg3", "2012-04-08"],
    ["pg6", "2012-04-08"],
    ["pg9", "2012-04-08"],
  ])("%s", (group, metOn) => expect(of(group, "2012-12-31", began("2012-01-09"))).toBe(metOn));
  test("the day before it is not", () =>
    expect(of("pg6", "2012-04-07", began("2012-01-09"))).toBe("open: window-running"));
  test("jobs add up: two weeks out of work put it off by two weeks", () =>
    expect(of("pg6", "2012-12-31", began("2012-01-09"), ended("2012-02-05"), began("2012-02-20"))).toBe(
      "2012-04-22",
    ));
  test("a day in two jobs is one day in work", () =>
    expect(of("pg6", "2012-12-31", began("2012-01-09"), began("2012-02-05"), ended("2012-02-05"))).toBe(
      "2012-04-08",
    ));
  test("a job that ends on the very day is long enough, a day sooner is not", () => {
    expect(of("pg6", "2012-12-31", began("2012-01-09"), ended("2012-04-08"))).toBe("2012-04-08");
    expect(of("pg6", "2012-12-31", began("2012-01-09"), ended("2012-04-07"))).toBe("open: window-running");
  });
  test("a job of one day is a day in work, whichever of its start and its end is listed first", () => {
    const oneDayShort = [began("2012-01-09"), ended("2012-04-07")];
    for (const job of [
      [began("2012-04-11"), ended("2012-04-11")],
      [ended("2012-04-11"), began("2012-04-11")],
    ])
      expect(of("pg6", "2012-12-31", ...oneDayShort, ...job)).toBe("2012-04-11");
  });
  test("of an outcome recorded and one worked for, the earlier counts", () => {
    const recorded = { kind: "job-outcome-met", on: "2012-06-01" };
    expect(of("pg6", "2012-12-31", began("2012-01-09"), recorded)).toBe("2012-04-08");
  });
  test("work before the start does not count", () =>
    expect(of("pg6", "2012-12-31", began("2011-12-05"))).toBe("2012-04-01"));
  test("an outcome that is recorded counts by itself", () =>
    expect(of("pg6", "2012-12-31", { kind: "job-outcome-met", on: "2012-03-01" })).toBe("2012-03-01"));
  test("without a payment group nobody knows how long", () =>
    expect(of(undefined, "2012-12-31", began("2012-01-09"))).toBe("undetermined: missing-data"));
  test("nor with a payment group that does not say", () => {
    const groups = [...workProgrammeRegimeV2.groups, { id: "pg0", title: "New" }];
    const journey = { id: "R1", group: "pg0", events: [START, began("2012-01-09")] };
    expect(
      assessOutcome({ ...workProgrammeRegimeV2, groups }, journey, { asAt: "2012-12-31" }),
    ).toMatchObject({ status: "undetermined", reason: "missing-data" });
  });
});

test("where everyone needs as many weeks, no payment group is asked for", () => {
  const [outcome] = workProgrammeRegimeV2.outcomes;
  const programme = {
    ...workProgrammeRegimeV2,
    outcomes: [{ ...outcome!, inWork: { state: "in-work", weeks: 2 } }],
  };
  const events = [START, began("2012-01-09")];
  const met = (group?: string) =>
    assessOutcome(programme, { id: "R1", ...(group && { group }), events }, { asAt: "2012-12-31" }).metOn;
  // Two weeks from Monday 9 January 2012 end on Sunday 22 January.
  expect([met(), met("pg1")]).toEqual(["2012-01-22", "2012-01-22"]);
});

test("104 weeks from the start, which is assumed", () =>
  expect(outcomeWindow(workProgrammeRegimeV2, { startedOn: "2012-01-02" })).toEqual({
    lastQualifyingOn: "2013-12-30",
  }));
