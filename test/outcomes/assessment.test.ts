import {
  amend,
  assessOutcome,
  type JourneyEvent,
  outcomeWindow,
  whpCoreCv04,
  whpJetsCv06,
} from "programme-rules";
import { workProgrammeRegimeV2 } from "programme-rules/programmes";
import { describe, expect, test } from "vitest";

const START = { kind: "started", on: "2021-03-01" };
const EMPLOYED = { kind: "job-started", on: "2021-05-03", selfEmployed: false };
const SELF_EMPLOYED = { kind: "job-started", on: "2021-05-03", selfEmployed: true };
const reached = (on: string) => ({ kind: "milestone-reached", on, milestone: "1000" });
const jets = (asAt: string, ...events: JourneyEvent[]) =>
  assessOutcome(whpJetsCv06, { id: "R1", events: [START, ...events] }, { asAt });
const says = (asAt: string, ...events: JourneyEvent[]) => {
  const { status, reason } = jets(asAt, ...events);
  return `${status}: ${reason}`;
};

describe("the windows of source 001, paragraph 20", () => {
  test.each([
    ["WHP Core, 639 days", whpCoreCv04, "2021-03-01", "2022-11-30", "2023-01-30"],
    ["WHP JETS, 238 days", whpJetsCv06, "2021-03-01", "2021-10-25", "2021-12-25"],
    ["a start on 29 February", whpCoreCv04, "2020-02-29", "2021-11-29", "2022-01-29"],
  ])("%s", (_, programme, startedOn, lastQualifyingOn, lastClaimOn) => {
    expect(outcomeWindow(programme, { startedOn })).toEqual({ lastQualifyingOn });
    expect(outcomeWindow(programme, { startedOn, selfEmployed: true })).toEqual({
      lastQualifyingOn,
      lastClaimOn,
    });
  });
});

test("where the start is day 1, every window ends a day sooner", () => {
  const conventions = { ...whpJetsCv06.conventions, outcomeDay: "day-1" as const };
  const window = outcomeWindow(
    { ...whpJetsCv06, conventions },
    { startedOn: "2021-03-01", selfEmployed: true },
  );
  expect(window).toEqual({ lastQualifyingOn: "2021-10-24", lastClaimOn: "2021-12-24" });
});

describe("someone in employment", () => {
  test("met on day 238", () =>
    expect(says("2021-10-25", EMPLOYED, reached("2021-10-25"))).toBe("converted: met-in-window"));
  test("met on day 239", () =>
    expect(says("2021-10-26", EMPLOYED, reached("2021-10-26"))).toBe("window-closed: met-too-late"));
  test("nothing on day 238", () => expect(says("2021-10-25", EMPLOYED)).toBe("open: window-running"));
  test("nothing on day 239", () => expect(says("2021-10-26", EMPLOYED)).toBe("window-closed: no-outcome"));
  test("late news reopens nothing before it comes, and counts when it has", () => {
    const late = { ...reached("2021-10-20"), knownOn: "2021-12-01" };
    expect(says("2021-11-30", EMPLOYED, late)).toBe("window-closed: no-outcome");
    expect(says("2021-12-01", EMPLOYED, late)).toBe("converted: met-in-window");
  });
  test("a notification lag keeps the case open, awaiting the news", () => {
    const journey = { id: "R1", events: [START, EMPLOYED] };
    const on = (asAt: string) => assessOutcome(whpJetsCv06, journey, { asAt, notificationLagDays: 30 });
    expect(on("2021-11-24")).toMatchObject({ status: "open", reason: "awaiting-notification" });
    expect(on("2021-11-25")).toMatchObject({ status: "window-closed", closesOn: "2021-11-24" });
  });
  test("earnings before the start do not count", () => {
    const early = { kind: "earnings", on: "2021-02-26", pence: 99_999 };
    expect(says("2021-06-01", EMPLOYED, early, { kind: "earnings", on: "2021-05-28", pence: 1 })).toBe(
      "open: window-running",
    );
  });
  test("a penny short, and the penny", () => {
    const most = { kind: "earnings", on: "2021-05-28", pence: 99_999 };
    const penny = { kind: "earnings", on: "2021-06-28", pence: 1 };
    expect(says("2021-06-28", EMPLOYED, most)).toBe("open: window-running");
    expect(jets("2021-06-28", EMPLOYED, most, penny)).toMatchObject({
      status: "converted",
      metOn: "2021-06-28",
    });
  });
  test("the milestone before the earnings, whichever is first", () => {
    const earned = { kind: "earnings", on: "2021-06-28", pence: 100_000 };
    expect(jets("2021-07-01", EMPLOYED, earned, reached("2021-06-01")).metOn).toBe("2021-06-01");
    expect(jets("2021-07-01", EMPLOYED, earned, reached("2021-06-30")).metOn).toBe("2021-06-28");
  });
});

describe("someone in self-employment", () => {
  const met = reached("2021-10-17");
  const claimed = (on: string) => ({ kind: "outcome-claimed", on });
  test("met and not yet claimed", () =>
    expect(says("2021-12-25", SELF_EMPLOYED, met)).toBe("open: awaiting-claim"));
  test("claimed on day 299", () =>
    expect(says("2021-12-25", SELF_EMPLOYED, met, claimed("2021-12-25"))).toBe("converted: claimed-in-time"));
  test("claimed on day 300", () =>
    expect(says("2021-12-26", SELF_EMPLOYED, met, claimed("2021-12-26"))).toBe(
      "window-closed: not-claimed-in-time",
    ));
  test("met on day 230 and claimed on day 305 does not count", () =>
    expect(says("2021-12-31", SELF_EMPLOYED, met, claimed("2021-12-31"))).toBe(
      "window-closed: not-claimed-in-time",
    ));
  test("a claim made before the outcome is no claim for it", () =>
    expect(says("2021-11-01", SELF_EMPLOYED, claimed("2021-10-01"), met)).toBe("open: awaiting-claim"));
  test("the window over and nothing heard", () =>
    expect(says("2021-11-20", SELF_EMPLOYED)).toBe("open: awaiting-notification"));
  test("an employed outcome later in the window counts where the first went unclaimed", () => {
    const second = { kind: "job-started", on: "2021-08-01", selfEmployed: false };
    const events = [SELF_EMPLOYED, reached("2021-06-01"), second, reached("2021-09-01")];
    expect(jets("2022-02-01", ...events)).toMatchObject({ status: "converted", metOn: "2021-09-01" });
  });
});

describe("someone whose work is of an unknown kind", () => {
  test("an outcome needs no claim", () =>
    expect(says("2021-10-25", reached("2021-10-25"))).toBe("converted: met-in-window"));
  test("without one the case is open until the claim limit", () => {
    expect(says("2021-12-25")).toBe("open: awaiting-notification");
    expect(says("2021-12-26")).toBe("window-closed: no-outcome");
  });
});

describe("someone who cannot be placed", () => {
  test("no start", () =>
    expect(assessOutcome(whpJetsCv06, { id: "R1", events: [] }, { asAt: "2021-06-01" })).toEqual({
      journey: "R1",
      outcome: "job-outcome",
      status: "not-started",
      reason: "clock-never-started",
    }));
  test("a start that cannot be read", () =>
    expect(
      assessOutcome(whpJetsCv06, { id: "R1", events: [], unreadable: ["started"] }, { asAt: "2021-06-01" }),
    ).toMatchObject({ status: "undetermined", reason: "missing-data" }));
  test("pay that is not whole pence", () =>
    expect(says("2021-06-01", { kind: "earnings", on: "2021-05-01", pence: 10.5 })).toBe(
      "undetermined: missing-data",
    ));
  test("a retracted outcome", () =>
    expect(
      says(
        "2021-06-01",
        { ...reached("2021-05-01"), id: "E1" },
        { kind: "retracted", on: "2021-05-09", of: "E1" },
      ),
    ).toBe("open: window-running"));
});

test("a programme with an outcome a group: each person is judged by their own", () => {
  const [outcome] = whpCoreCv04.outcomes;
  const shorter = {
    ...outcome,
    id: "early-outcome",
    within: { days: 100 },
    when: [{ group: ["early-access"] }],
  };
  const two = amend(whpCoreCv04, {
    id: "two-outcomes",
    title: "Two outcomes",
    basis: "assumed",
    changes: {
      set: { "job-outcome": { when: [{ notGroup: ["early-access"] }] } },
      add: { outcomes: [shorter] },
    },
  });
  const of = (group: string) =>
    assessOutcome(two, { id: "R1", group, events: [START] }, { asAt: "2021-06-01" });
  expect(of("early-access")).toMatchObject({ outcome: "early-outcome", lastQualifyingOn: "2021-06-09" });
  expect(of("disability")).toMatchObject({ outcome: "job-outcome", lastQualifyingOn: "2022-11-30" });
});

describe("what is refused", () => {
  test("a programme without outcomes", () =>
    expect(() =>
      outcomeWindow({ ...workProgrammeRegimeV2, outcomes: [] }, { startedOn: "2021-03-01" }),
    ).toThrow(
      "Not accepted: the programme work-programme, which states no outcome. Expected a programme whose `outcomes` say what counts, and by when. Add the outcome with amend, from the contract that defines it.",
    ));
  test("an outcome it has not", () =>
    expect(() => outcomeWindow(whpJetsCv06, { startedOn: "2021-03-01", outcome: "job" })).toThrow(
      'Not accepted: the outcome "job". Expected job-outcome. Name one of the outcomes of whp-jets, or leave `outcome` out.',
    ));
  test("a lag of half a day", () =>
    expect(() =>
      assessOutcome(whpJetsCv06, { id: "R1", events: [] }, { asAt: "2021-06-01", notificationLagDays: 0.5 }),
    ).toThrow(
      "Not accepted: notificationLagDays 0.5 (number). Expected a whole number of days from 0. Give the days after the window in which an outcome may still become known.",
    ));
});
