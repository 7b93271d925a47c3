import { assessOutcome, type JourneyEvent, outcomeWindow, workProgrammeRegimeV2 } from "programme-rules";
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
  test("work before the start does not count", () =>
    expect(of("pg6", "2012-12-31", began("2011-12-05"))).toBe("2012-04-01"));
  test("an outcome that is recorded counts by itself", () =>
    expect(of("pg6", "2012-12-31", { kind: "job-outcome-met", on: "2012-03-01" })).toBe("2012-03-01"));
  test("without a payment group nobody knows how long", () =>
    expect(of(undefined, "2012-12-31", began("2012-01-09"))).toBe("undetermined: missing-data"));
});

test("104 weeks from the start, which is assumed", () =>
  expect(outcomeWindow(workProgrammeRegimeV2, { startedOn: "2012-01-02" })).toEqual({
    lastQualifyingOn: "2013-12-30",
  }));
