import { amend, whpCoreCv04, whpJetsCv06, withReadings } from "programme-rules";
import { exampleOffer } from "programme-rules/programmes";
import {
  type BacklogPlan,
  backlogLimits,
  capacityLoad,
  requiredCapacity,
  simulateBacklog,
} from "programme-rules/tender";
import { describe, expect, test } from "vitest";
import { messageOf } from "../../oracle/message.js";

const year: BacklogPlan = {
  from: "2027-01-01",
  until: "2027-12-31",
  referrals: 20,
  slotsPerDay: 27,
  noShowRate: "30%",
  programme: whpJetsCv06,
};
const empty = { seed: 2027, runs: 500, warmUp: { workingDays: 0 } } as const;

describe("the stability trap: 27 slots for 20 referrals a day of whom 30% miss each appointment", () => {
  const ofEach = (over: string, more: object = {}) =>
    simulateBacklog(
      { ...year, programme: withReadings(whpJetsCv06, { "backlog-denominator": over }), ...more },
      { ...empty, overload: "simulate" },
    ).passShare.probability;

  test("the load is 20 ÷ 0.7 ÷ 27 = 1.058", () =>
    expect(capacityLoad(year).steadyLoad).toBeCloseTo(20 / 0.7 / 27, 12));

  test("from empty it passes most first years, of every denominator", () => {
    expect(ofEach("all-to-date")).toBeGreaterThan(0.99);
    expect(ofEach("open")).toBeGreaterThan(0.5);
    expect(ofEach("received-in-month")).toBeGreaterThan(0.5);
  });

  test("from 73% to 99.9% where an appointment may be rebooked at once and be a day later", () => {
    const lenient = { limits: { due: { workingDays: 16 } }, rebookAfter: { workingDays: 0 } };
    expect(ofEach("all-to-date", lenient)).toBeGreaterThan(0.995);
    expect(Math.abs(ofEach("received-in-month", lenient) - 0.73)).toBeLessThan(0.06);
  });

  test("it is refused, with the reason", () =>
    expect(messageOf(() => simulateBacklog(year, empty))).toEqual({
      code: "tender/overload",
      message:
        'Not accepted: 20 referrals a day at 1.429 appointments each for 27 slots a day: a load of 1.058. Expected a load below 1: at 1 and above the queue grows without end, and a run that passes only ends before it shows. Plan more slots or fewer referrals; to watch such a queue grow, ask with overload: "simulate".',
    }));

  test("three years on nobody passes", () => {
    const { pass } = simulateBacklog(
      { ...year, from: "2025-01-01" },
      { ...empty, runs: 200, overload: "simulate" },
    );
    expect(pass.probability).toBe(0);
  });

  test("the capacity required is never an unstable one, however it does", () => {
    const { needed, tried } = requiredCapacity(year, { seed: 1, runs: 300, confidence: "70%" });
    const unstable = tried.find(({ units }) => units === 28)!;
    expect([unstable.isStable, unstable.isEnough]).toEqual([false, false]);
    expect(unstable.interval.lower).toBeGreaterThan(0.7);
    expect(needed).toBe(29);
  });
});

describe("simulated and closed form agree within four standard errors", () => {
  const runs = 1000;
  const plenty = { ...year, slotsPerDay: 400, until: "2027-02-26", rebookAfter: { workingDays: 5 } };

  test.each([undefined, 1, 2, 3])(
    "people waiting for another appointment, closed after %s attempts",
    (most) => {
      const plan = { ...plenty, ...(most === undefined ? {} : { mostAttempts: most }) };
      const { days, load } = simulateBacklog(plan, { seed: 5, runs });
      // With slots for everybody, each attempt but the last makes one wait for the five days of the lag.
      const expected = 20 * 5 * (load.expectedAttempts - 1);
      const { open, openLower, openUpper } = days.at(-1)!;
      const error = Math.max((openUpper - openLower) / 3.29, 1e-9) / Math.sqrt(runs);
      expect(Math.abs(open - expected)).toBeLessThan(4 * error + 1e-9);
    },
  );

  test.each([1, 2, 3])("those closed after %d attempts are δ to that power of all", (mostAttempts) => {
    const { days } = simulateBacklog(
      { ...plenty, mostAttempts, rebookAfter: { workingDays: 0 } },
      { seed: 6, runs },
    );
    const { closed, attended } = days.at(-1)!;
    const [n, p] = [(closed + attended) * runs, 0.3 ** mostAttempts];
    expect(Math.abs(closed / (closed + attended) - p)).toBeLessThan(4 * Math.sqrt((p * (1 - p)) / n));
  });

  test("the referrals of a Poisson plan", () => {
    const { days } = simulateBacklog(plenty, { seed: 7, runs, warmUp: { workingDays: 0 } });
    const expected = 20 * days.length;
    expect(Math.abs(days.at(-1)!.received - expected)).toBeLessThan(4 * Math.sqrt(expected / runs));
  });
});

describe("the working days are those of the wall", () => {
  // Christmas Day 2026 is a Friday, so Boxing Day, a Saturday, is kept on Monday 28 December; New Year's Day
  // is a Friday. From 21 December to 8 January that leaves 21–24, 29–31 December and 4–8 January.
  const around = { ...year, slotsPerDay: 30, from: "2026-12-21", until: "2027-01-08" };
  const { days } = simulateBacklog(
    {
      ...around,
      absences: [{ from: "2026-12-24", until: "2027-01-01", availability: "25%", says: "closed" }],
    },
    { seed: 1, runs: 5, overload: "simulate" },
  );

  test("over Christmas", () =>
    expect(days.map(({ on }) => on.slice(5))).toEqual([
      "12-21",
      "12-22",
      "12-23",
      "12-24",
      "12-29",
      "12-30",
      "12-31",
      "01-04",
      "01-05",
      "01-06",
      "01-07",
      "01-08",
    ]));

  test("an absence leaves whole slots on working days, and says so", () => {
    expect(days.map(({ slots }) => slots)).toEqual([30, 30, 30, 7, 7, 7, 7, 30, 30, 30, 30, 30]);
    expect(days.map(({ says }) => says === "closed")).toEqual(days.map(({ slots }) => slots === 7));
  });

  test("advisers, slots and availability multiply, and part of an appointment is none", () => {
    const { load } = simulateBacklog(
      { ...year, advisers: 9, slotsPerDay: 4, availability: "85%" },
      { seed: 1, runs: 1 },
    );
    // 9 × 4 × 0.85 = 30.6, and 2027 has 253 working days.
    expect([load.slots, load.workingDays]).toEqual([30 * 253, 253]);
  });
});

describe("what is promised is found in the programme", () => {
  test("WHP Core promises what WHP JETS does", () =>
    expect(backlogLimits(whpCoreCv04)).toEqual(backlogLimits(whpJetsCv06)));

  test("readings are followed", () => {
    const read = withReadings(whpJetsCv06, {
      "counting-day": "day-1",
      "backlog-denominator": "received-in-month",
      "backlog-moment": "month-end",
      "backlog-age-from": "entering-backlog",
    });
    expect(backlogLimits(read)).toEqual({
      due: { workingDays: 14 },
      share: { atMost: "4%" },
      over: "received",
      measured: "month-end",
      oldest: { workingDays: 38 },
    });
  });

  test("an offer's own standards come before those it is offered on; an open one must be filled in", () => {
    const offer = amend(whpJetsCv06, exampleOffer);
    expect(messageOf(() => backlogLimits(offer)).code).toBe("tender/open-share");
    const { limits } = simulateBacklog(
      { ...year, slotsPerDay: 30, programme: offer, limits: { share: { below: "5%" } } },
      { seed: 1, runs: 1 },
    );
    expect([limits.share, limits.oldest]).toEqual([{ below: "5%" }, { workingDays: 40 }]);
  });
});

describe("a plan that does not hold together is refused", () => {
  const refused = (more: object) =>
    messageOf(() => simulateBacklog({ ...year, slotsPerDay: 30, ...more }, { seed: 1 }));

  test.each([
    [
      { noShowRate: 0.3 },
      'Not accepted: noShowRate: 0.3 (number). Expected a percentage such as "30%". Correct that field.',
    ],
    [
      { noShowRate: "130%" },
      'Not accepted: noShowRate: "130%". Expected a percentage such as "30%". Correct that field.',
    ],
    [
      { noShowRate: undefined },
      'Not accepted: no noShowRate. Expected a percentage such as "30%". Add that field.',
    ],
    [{ slots: 3 }, "Not accepted: slots. Expected no field of that name. Remove it, or correct its name."],
    [
      { referrals: { byMonth: { "2027-01": 400 } }, until: "2027-02-28" },
      "Not accepted: referrals.byMonth without 2027-02. Expected every month from 2027-01 to 2027-02, and no other. Give each month once; 0 where nobody is referred.",
    ],
    [
      { referrals: { byDay: { "2027-01-02": 4 } } },
      "Not accepted: referrals.byDay.2027-01-02. Expected working days from the plan's first to its last. Leave the day out, or count its referrals on the next working day.",
    ],
    [
      { until: "2026-12-31" },
      "Not accepted: 2027-01-01 to 2026-12-31. Expected at least one working day, in order. Correct that field.",
    ],
    [
      { noShowRate: "100%" },
      "Not accepted: noShowRate: 100% without mostAttempts. Expected less than 100%, or a last attempt. Give mostAttempts.",
    ],
  ])("%j", (more, message) => expect(refused(more)).toEqual({ code: "tender/plan", message }));

  test("past the published bank holidays, until it is asked to project", () => {
    const far = { until: "2029-06-29" };
    expect(refused(far).code).toBe("calendar/beyond-known");
    const { projected } = simulateBacklog(
      { ...year, slotsPerDay: 30, ...far, beyondPublished: "project" },
      { seed: 1, runs: 1 },
    );
    expect(projected).toBe(true);
  });
});
