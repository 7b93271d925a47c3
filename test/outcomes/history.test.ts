import {
  assessIndicators,
  assessOutcome,
  type Journey,
  outcomeWindow,
  whpCore,
  whpCoreCv04,
  withInForce,
} from "programme-rules";
import { describe, expect, test } from "vitest";

/* CV04 asks for the outcome by day 639; a later edition, made for these tests, by day 100. */
const shorter = {
  ...whpCoreCv04,
  edition: "shorter",
  outcomes: [{ ...whpCoreCv04.outcomes[0], within: { days: 100 } }],
  indicators: whpCoreCv04.indicators.slice(0, 1),
};
const spans = {
  cv04: { from: "2021-01-01", until: "2021-04-30" },
  shorter: { from: "2021-05-01", until: "2021-12-31" },
};
const history = withInForce({ ...whpCore, editions: [whpCoreCv04, shorter] }, spans);
const byStart = withInForce({ ...whpCore, axis: "started", editions: [whpCoreCv04, shorter] }, spans);
const started = { kind: "started", on: "2021-05-04" };
const referred = (on: string): Journey => ({
  id: "R1",
  events: [{ kind: "referral-received", on }, started],
});
const options = { asAt: "2021-12-31" };
// 4 May 2021 is day 0: day 100 is 12 August 2021, day 639 is 2 February 2023.
const lastDay = (rules: typeof history, journey: Journey) =>
  assessOutcome(rules, journey, options).lastQualifyingOn;

describe("of a history, an outcome and its indicators are those of the edition", () => {
  test("of the referral, where that is the history's axis", () => {
    expect(lastDay(history, referred("2021-04-20"))).toBe("2023-02-02");
    expect(lastDay(history, referred("2021-05-01"))).toBe("2021-08-12");
    expect(assessIndicators(history, referred("2021-04-20"), options)).toEqual(
      assessIndicators(whpCoreCv04, referred("2021-04-20"), options),
    );
    expect(assessIndicators(history, referred("2021-05-01"), options)).toHaveLength(1);
  });
  test("of the start, where that is", () =>
    expect(lastDay(byStart, referred("2021-04-20"))).toBe("2021-08-12"));
  test("that is usual, without a referral", () =>
    expect(lastDay(history, { id: "R1", events: [started] })).toBe("2023-02-02"));
  test("known to be in force, or they are refused", () => {
    for (const call of [assessOutcome, assessIndicators]) {
      expect(() => call(whpCore, referred("2021-04-20"), options)).toThrow("withInForce");
      expect(() => call(history, referred("2020-12-31"), options)).toThrow("cv04 (2021-01-01 to 2021-04-30)");
    }
  });
});

describe("an outcome's window", () => {
  test("is that of the edition of the start, where the start decides", () => {
    expect(outcomeWindow(byStart, { startedOn: "2021-04-30" }).lastQualifyingOn).toBe("2023-01-29");
    expect(outcomeWindow(byStart, { startedOn: "2021-05-04" }).lastQualifyingOn).toBe("2021-08-12");
  });
  test("is refused where another day decides, with the way to choose", () => {
    const chosen = () => outcomeWindow(history, { startedOn: "2021-05-04" });
    expect(chosen).toThrow("Choose it with editionOn(history, receivedOn)");
    const allocated = { ...history, axis: "allocated" };
    expect(() => outcomeWindow(allocated, { startedOn: "2021-05-04" })).toThrow("editionOn(history, date)");
    expect(chosen).toThrow(
      "Not accepted: the history whp-core, whose edition is decided by the day of referral-received, not of the start",
    );
    expect(chosen).toThrow("one edition of a programme, or a history whose axis is the start");
  });
  test("is refused where a single outcome of a single edition counts from something else", () => {
    const [outcome] = whpCoreCv04.outcomes;
    const other = { ...shorter, outcomes: [outcome!, { ...outcome!, id: "other", after: "in-work" }] };
    const mixed = withInForce({ ...byStart, editions: [whpCoreCv04, other] }, spans);
    expect(() => outcomeWindow(mixed, { startedOn: "2021-04-30" })).toThrow("editionOn(history, date)");
  });
});
