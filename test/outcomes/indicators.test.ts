import { assessIndicators, type JourneyEvent, whpCoreCv04, whpJetsCv06 } from "programme-rules";
import { workProgrammeRegimeV2 } from "programme-rules/programmes";
import { describe, expect, test } from "vitest";

const START = { kind: "started", on: "2021-03-01" };
const paid = (on: string, pence: number, knownOn = on) => ({ kind: "earnings", on, pence, knownOn });
const found = (asAt: string, ...events: JourneyEvent[]) =>
  Object.fromEntries(
    assessIndicators(whpCoreCv04, { id: "R1", events: [START, ...events] }, { asAt }).map(
      ({ indicator, status, reachedOn }) => [indicator, reachedOn ?? status],
    ),
  );

describe("first earnings, £1,000 and £2,000 (source 001, paragraph 16)", () => {
  test("each on the day that dated payments come to it", () =>
    expect(
      found("2021-12-31", paid("2021-04-30", 1), paid("2021-05-31", 99_999), paid("2021-06-30", 100_000)),
    ).toMatchObject({
      "first-earnings": "2021-04-30",
      "earnings-1000": "2021-05-31",
      "earnings-2000": "2021-06-30",
    }));
  test("a penny short is not reached", () =>
    expect(found("2021-12-31", paid("2021-04-30", 99_999))).toMatchObject({
      "first-earnings": "2021-04-30",
      "earnings-1000": "not-reached",
    }));
  test("a payment that is not known yet does not count", () =>
    expect(found("2021-05-15", paid("2021-04-30", 5, "2021-05-16"))["first-earnings"]).toBe("not-reached"));
  test("a milestone says that the lower ones were reached by then, and nothing of the higher", () =>
    expect(
      found("2021-12-31", { kind: "milestone-reached", milestone: "1000", on: "2021-05-04" }),
    ).toMatchObject({
      "first-earnings": "2021-05-04",
      "earnings-1000": "2021-05-04",
      "earnings-2000": "not-reached",
    }));
  test("reached earlier by its own milestone, or by pay, keeps that day", () =>
    expect(
      found(
        "2021-12-31",
        paid("2021-03-31", 1),
        { kind: "milestone-reached", milestone: "1000", on: "2021-05-04" },
        { kind: "milestone-reached", milestone: "2000", on: "2021-06-01" },
      ),
    ).toMatchObject({
      "first-earnings": "2021-03-31",
      "earnings-1000": "2021-05-04",
      "earnings-2000": "2021-06-01",
    }));
  test("an outcome is not an indicator, except where the indicator says so", () =>
    expect(found("2021-12-31", { kind: "job-outcome-met", on: "2021-05-04" })).toMatchObject({
      "earnings-1000": "not-reached",
      "deal-area-groups": "2021-05-04",
    }));
  test("pay that cannot be read leaves it open", () =>
    expect(found("2021-12-31", paid("2021-04-30", 0.5))["first-earnings"]).toBe("undetermined"));
});

test("nobody is reached before the start", () => {
  const journey = { id: "R1", events: [paid("2021-02-01", 500_000)] };
  expect(assessIndicators(whpJetsCv06, journey, { asAt: "2021-12-31" }).map(({ status }) => status)).toEqual([
    "not-started",
    "not-started",
  ]);
});

test("without an outcome to say what they count from, indicators count from the start", () => {
  const journey = { id: "R1", events: [START, paid("2021-04-30", 1)] };
  const [first] = assessIndicators({ ...whpJetsCv06, outcomes: [] }, journey, { asAt: "2021-12-31" });
  expect(first).toMatchObject({ indicator: "first-earnings", status: "reached", reachedOn: "2021-04-30" });
});

test("whether somebody started who has no start that can be read is undetermined", () => {
  const journey = { id: "R1", events: [], unreadable: ["started"] };
  expect(assessIndicators(whpJetsCv06, journey, { asAt: "2021-12-31" })[0]).toEqual({
    journey: "R1",
    indicator: "first-earnings",
    title: "Earnings have begun (£0.01 or more)",
    status: "undetermined",
  });
});

test("a programme without indicators has none", () =>
  expect(assessIndicators(workProgrammeRegimeV2, { id: "R1", events: [] }, { asAt: "2014-06-30" })).toEqual(
    [],
  ));
