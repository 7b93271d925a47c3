import {
  amend,
  assessOutcome,
  type JourneyEvent,
  outcomeWindow,
  type Programme,
  whpJetsCv06,
} from "programme-rules";
import { cohortTable } from "programme-rules/cohorts";
import { workProgrammeRegimeV2 } from "programme-rules/programmes";
import { describe, expect, test } from "vitest";
import { messageOf } from "../oracle/message.js";

// A start on 1 March 2021: day 238 is 25 October 2021, and day 299, the last for a claim, is 25 December 2021.
const START = { kind: "started", on: "2021-03-01" };
const LAST_DAY = "2021-10-25";
const LAST_CLAIM = "2021-12-25";
const job = (on: string, selfEmployed?: boolean) => ({
  kind: "job-started",
  on,
  ...(selfEmployed === undefined ? {} : { selfEmployed }),
});
const reached = (on: string) => ({ kind: "milestone-reached", on, milestone: "1000" });
const earned = (on: string, pence: number) => ({ kind: "earnings", on, pence });
const claimed = (on: string) => ({ kind: "outcome-claimed", on });

interface About {
  readonly programme?: Programme;
  readonly attributes?: Readonly<Record<string, string | boolean>>;
  readonly unreadable?: readonly string[];
  readonly group?: string;
}
function outcome(asAt: string, events: readonly JourneyEvent[], about: About = {}) {
  const { programme = whpJetsCv06, ...rest } = about;
  return assessOutcome(programme, { id: "R1", events: [START, ...events], ...rest }, { asAt });
}
const says = (...given: Parameters<typeof outcome>) => {
  const { status, reason } = outcome(...given);
  return `${status}: ${reason}`;
};
const changed = (set: Record<string, Record<string, unknown>>, add: Record<string, unknown[]> = {}) =>
  amend(whpJetsCv06, { id: "ours", title: "Ours", basis: "assumed", changes: { set, add } as never });

describe("an assessment holds every day that was found, and no other", () => {
  test("self-employed and claimed", () =>
    expect(
      outcome("2021-12-01", [job("2021-05-03", true), reached("2021-09-01"), claimed("2021-10-01")]),
    ).toEqual({
      journey: "R1",
      outcome: "job-outcome",
      status: "converted",
      reason: "claimed-in-time",
      startedOn: "2021-03-01",
      lastQualifyingOn: LAST_DAY,
      lastClaimOn: LAST_CLAIM,
      closesOn: LAST_CLAIM,
      metOn: "2021-09-01",
      claimedOn: "2021-10-01",
      selfEmployed: true,
    }));
  test("employed", () =>
    expect(outcome("2021-12-01", [job("2021-05-03", false), reached("2021-09-01")])).toEqual({
      journey: "R1",
      outcome: "job-outcome",
      status: "converted",
      reason: "met-in-window",
      startedOn: "2021-03-01",
      lastQualifyingOn: LAST_DAY,
      closesOn: LAST_DAY,
      metOn: "2021-09-01",
      selfEmployed: false,
    }));
  test("of an unknown kind, and nothing met", () =>
    expect(outcome("2021-06-01", [])).toEqual({
      journey: "R1",
      outcome: "job-outcome",
      status: "open",
      reason: "window-running",
      startedOn: "2021-03-01",
      lastQualifyingOn: LAST_DAY,
      closesOn: LAST_CLAIM,
    }));
});

describe("which outcome", () => {
  const early = {
    ...whpJetsCv06.outcomes[0],
    id: "early-outcome",
    within: { days: 100 },
    when: [{ group: ["early-access"] }],
  };
  const two = amend(whpJetsCv06, {
    id: "two",
    title: "Two outcomes",
    basis: "assumed",
    changes: {
      set: { "job-outcome": { when: [{ group: ["disability"] }] } },
      add: {
        groups: ["early-access", "disability", "long-term-unemployed"].map((id) => ({
          id,
          title: id,
          basis: "assumed",
        })),
        outcomes: [early],
      },
    } as never,
  });
  test("none is for someone of neither group: the last is named", () =>
    expect(outcome("2021-06-01", [], { programme: two, group: "long-term-unemployed" })).toEqual({
      journey: "R1",
      outcome: "early-outcome",
      status: "not-applicable",
      reason: "condition",
    }));
  test("it cannot be told of someone whose group is not known", () =>
    expect(says("2021-06-01", [reached("2021-05-01")], { programme: two })).toBe(
      "undetermined: missing-data",
    ));
  test("one is asked for by its id", () =>
    expect(outcomeWindow(two, { startedOn: "2021-03-01", outcome: "early-outcome" })).toEqual({
      lastQualifyingOn: "2021-06-09",
    }));
  test("job-outcome-met says which only where there is one", () => {
    const met = { kind: "job-outcome-met", on: "2021-05-01" };
    expect(says("2021-06-01", [met])).toBe("converted: met-in-window");
    expect(says("2021-06-01", [met], { programme: two, group: "disability" })).toBe("open: window-running");
  });
  test("faults have stable codes, and name what there is", () => {
    const window = (programme: Programme, asked?: string) =>
      messageOf(() =>
        outcomeWindow(programme, { startedOn: "2021-03-01", ...(asked ? { outcome: asked } : {}) }),
      );
    expect(window({ ...workProgrammeRegimeV2, outcomes: [] }).code).toBe("outcomes/none");
    expect(window(two, "other")).toMatchObject({
      code: "outcomes/unknown",
      message: expect.stringContaining("job-outcome, early-outcome"),
    });
    const lag = (notificationLagDays: number) => () =>
      assessOutcome(whpJetsCv06, { id: "R1", events: [] }, { asAt: "2021-06-01", notificationLagDays });
    expect(messageOf(lag(-1)).code).toBe("outcomes/lag");
    expect(lag(0)().status).toBe("not-started");
  });
});

describe("the kind of work", () => {
  test("is that of the last job begun by the day it was met, that day included", () => {
    expect(says("2021-07-01", [job("2021-06-01", true), reached("2021-06-01")])).toBe("open: awaiting-claim");
    expect(says("2021-07-01", [reached("2021-06-01"), job("2021-06-02", true)])).toBe(
      "converted: met-in-window",
    );
  });
  test("is said by job-started only", () =>
    expect(
      says("2021-07-01", [
        job("2021-05-03", false),
        { kind: "job-ended", on: "2021-05-31", selfEmployed: true },
        reached("2021-06-01"),
      ]),
    ).toBe("converted: met-in-window"));
  test("else is what the journey says of itself, in true or false", () => {
    const met = [reached("2021-06-01")];
    expect(says("2021-07-01", met, { attributes: { self_employed: true } })).toBe("open: awaiting-claim");
    expect(says("2021-07-01", met, { attributes: { self_employed: "yes" } })).toBe(
      "undetermined: missing-data",
    );
    expect(says("2021-07-01", [job("2021-05-03"), ...met], { attributes: { self_employed: true } })).toBe(
      "open: awaiting-claim",
    );
  });
  test("decides how long news is waited for", () => {
    const on = (events: readonly JourneyEvent[], attributes = {}) =>
      says("2021-10-26", events, { attributes });
    const employed = { self_employed: false };
    expect(on([], employed)).toBe("window-closed: no-outcome");
    expect(on([job("2021-05-03")], employed)).toBe("window-closed: no-outcome");
    expect(on([job("2021-05-03", false)], { self_employed: true })).toBe("window-closed: no-outcome");
    expect(on([job(LAST_DAY, true)], employed)).toBe("open: awaiting-notification");
    expect(on([job("2021-10-26", true)], employed)).toBe("window-closed: no-outcome");
    expect(on([job("2021-05-03", false), job("2021-08-02", true)])).toBe("open: awaiting-notification");
  });
  test("after the window says nothing about an outcome that came too late", () =>
    expect(outcome("2021-11-01", [job("2021-10-26", true), reached("2021-10-27")])).not.toHaveProperty(
      "selfEmployed",
    ));
});

describe("claims", () => {
  const SELF = job("2021-03-02", true);
  test("the day the outcome is met is soon enough; the first from then on is the claim", () => {
    const met = [SELF, reached("2021-06-01")];
    expect(outcome("2021-07-01", [...met, claimed("2021-06-01")]).claimedOn).toBe("2021-06-01");
    expect(outcome("2021-07-01", [...met, claimed("2021-05-31"), claimed("2021-06-09")]).claimedOn).toBe(
      "2021-06-09",
    );
  });
  test("a claim before the start is no claim, and nobody knows of another", () =>
    expect(says("2021-07-01", [claimed("2021-02-01"), SELF, reached("2021-06-01")])).toBe(
      "undetermined: missing-data",
    ));
  test("the earliest unclaimed outcome is the one told of", () =>
    expect(outcome("2021-10-01", [SELF, reached("2021-06-01"), reached("2021-09-01")]).metOn).toBe(
      "2021-06-01",
    ));
  test("an outcome on the last day awaits its claim", () =>
    expect(says(LAST_DAY, [SELF, reached(LAST_DAY)])).toBe("open: awaiting-claim"));
  test("a programme that asks for no claim gives self-employment no longer", () => {
    const programme = changed({ "job-outcome": { claim: null, claimWithin: null } });
    expect(outcomeWindow(programme, { startedOn: "2021-03-01", selfEmployed: true })).toEqual({
      lastQualifyingOn: LAST_DAY,
    });
    expect(outcome("2021-07-01", [SELF, reached("2021-06-01")], { programme })).toEqual({
      journey: "R1",
      outcome: "job-outcome",
      status: "converted",
      reason: "met-in-window",
      startedOn: "2021-03-01",
      lastQualifyingOn: LAST_DAY,
      closesOn: LAST_DAY,
      metOn: "2021-06-01",
      selfEmployed: true,
    });
    expect(says("2021-10-26", [SELF], { programme })).toBe("window-closed: no-outcome");
  });
});

describe("earnings", () => {
  test("only payments add up", () =>
    expect(says("2021-07-01", [{ kind: "job-ended", on: "2021-06-01", pence: 100_000 }])).toBe(
      "open: window-running",
    ));
  test("reach the threshold once: what is paid afterwards is no second outcome", () => {
    const events = [job("2021-03-02", true), earned("2021-06-01", 100_000), job("2021-08-02", false)];
    expect(says("2021-10-01", [...events, earned("2021-09-01", 0)])).toBe("open: awaiting-claim");
    expect(says("2021-10-01", [...events, earned("2021-09-01", 5)])).toBe("open: awaiting-claim");
  });
  test("a threshold that is not published is reached by no payment", () => {
    const programme = changed({ "job-outcome": { threshold: { open: "redacted" } } });
    expect(says("2021-07-01", [earned("2021-06-01", 999_999)], { programme })).toBe("open: window-running");
  });
  test("that cannot be read leave it open whether it counts, from the day of the start on", () => {
    expect(says("2021-07-01", [earned("2021-06-01", -5)])).toBe("undetermined: missing-data");
    expect(says("2021-07-01", [earned("2021-03-01", 0.5)])).toBe("undetermined: missing-data");
    expect(says("2021-07-01", [earned("2021-02-26", 0.5)])).toBe("open: window-running");
    expect(says("2021-07-01", [earned("2021-06-01", 0)])).toBe("open: window-running");
    expect(says("2021-07-01", [{ kind: "job-ended", on: "2021-06-01", pence: 0.5 }])).toBe(
      "open: window-running",
    );
  });
  test.each(["milestone-reached", "outcome-claimed", "earnings"])(
    "an unreadable %s could have been the one",
    (kind) => expect(says("2021-07-01", [], { unreadable: [kind] })).toBe("undetermined: missing-data"),
  );
});

test("someone who belongs to no cohort has an outcome all the same, and no place in a table", () => {
  const programme: Programme = { ...whpJetsCv06, cohortBy: "referral-received" };
  expect(says("2021-07-01", [reached("2021-06-01")], { programme })).toBe("converted: met-in-window");
  const journey = { id: "R1", events: [{ kind: "started", on: "2021-03-01" }, reached("2021-06-01")] };
  const { rows, unplaced } = cohortTable(programme, [journey], { asAt: "2021-07-01" });
  expect([rows, unplaced.undetermined]).toEqual([[], 1]);
});
