import { dueDates, type Journey, type JourneyEvent, whpJetsCv06, worklist } from "programme-rules";
import { describe, expect, test } from "vitest";

const referral = (id: string, ...events: JourneyEvent[]): Journey => ({
  id,
  attributes: { adviser: "a1" },
  events: [{ kind: "referral-received", on: "2021-04-01" }, ...events],
});
const list = (asAt: string, within: number | undefined, ...journeys: Journey[]) =>
  worklist(whpJetsCv06, journeys, { asAt, ...(within === undefined ? {} : { withinWorkingDays: within }) });

describe("the worklist", () => {
  test("has what is overdue first, then by due date, with the working days left", () => {
    // As at Thu 8 April: acknowledging and contacting fell due Wed 7; 26 April is 12 working days on.
    const items = list("2021-04-08", 12, referral("R1"));
    expect(
      items.map(({ requirement, dueOn, overdue, workingDaysLeft }) => [
        requirement,
        dueOn,
        overdue,
        workingDaysLeft,
      ]),
    ).toEqual([
      ["css-1/acknowledged", "2021-04-07", true, -1],
      ["css-4/contacted", "2021-04-07", true, -1],
      ["css-5/appointment", "2021-04-26", false, 12],
      ["css-5/prap-update", "2021-04-26", false, 12],
    ]);
    expect(items[0]?.adviser).toBe("a1");
  });

  test("looks no further ahead than asked", () =>
    expect(list("2021-04-01", 2, referral("R1")).map(({ dueOn }) => dueOn)).toEqual([
      "2021-04-07",
      "2021-04-07",
    ]));

  test("what is due on the as-at date has 0 working days left and is not overdue", () =>
    expect(list("2021-04-07", 0, referral("R1"))[0]).toMatchObject({ overdue: false, workingDaysLeft: 0 }));

  test("leaves out what is done, even late, and what a recorded non-start has ended", () => {
    const done = referral(
      "R1",
      { kind: "referral-acknowledged", on: "2021-04-09" },
      { kind: "contacted", on: "2021-04-09" },
      { kind: "prap-updated", on: "2021-04-12", status: "did-not-start" },
    );
    expect(list("2021-04-13", undefined, done)).toEqual([]);
  });

  test("shows one contact a person: the first missed since the last one made, else the next one", () => {
    const started = referral("R1", { kind: "started", on: "2021-04-12" });
    const contact = (asAt: string, ...more: JourneyEvent[]) =>
      list(asAt, undefined, { ...started, events: [...started.events, ...more] }).filter(
        ({ requirement }) => requirement === "css-8/contact",
      );
    // From Mon 12 April ten working days on is Mon 26 April; ten more is Tue 11 May (Early May).
    expect(contact("2021-04-20")).toMatchObject([{ dueOn: "2021-04-26", overdue: false }]);
    expect(contact("2021-05-14")).toMatchObject([{ dueOn: "2021-04-26", overdue: true }]);
    // A contact on Thu 13 May restarts the clock: ten working days on is Thu 27 May.
    expect(contact("2021-05-14", { kind: "contacted", on: "2021-05-13" })).toMatchObject([
      { dueOn: "2021-05-27", overdue: false },
    ]);
  });

  test("expects the exit report before an expected leaving date, or the longest stay", () => {
    const started = referral("R1", { kind: "started", on: "2021-04-12" });
    const exit = (journey: Journey) =>
      list("2021-06-30", undefined, journey).find(
        ({ requirement }) => requirement === "css-10/before-leaving",
      );
    // 182 days from 12 April: 18 days of April, 31, 30, 31, 31, 30 make 171 to 30 September; 11 October.
    expect(exit(started)).toMatchObject({ dueOn: "2021-10-11", expected: true });
    // The last ten working days to Fri 9 July: 9 8 7 6 5 July, 2 1 July, 30 29 28 June.
    const expected = {
      ...started,
      events: [...started.events, { kind: "leaving-expected", on: "2021-07-09" }],
    };
    expect(exit(expected)).toMatchObject({ opensOn: "2021-06-28", dueOn: "2021-07-09", expected: true });
  });

  test("refuses a horizon that is not a whole number", () =>
    expect(() => list("2021-04-01", 1.5, referral("R1"))).toThrow(
      "Given withinWorkingDays 1.5 (number). Allowed: a whole number of working days from 0. Leave it out to list every open due date.",
    ));
});

describe("due dates", () => {
  test("say what a clock that has not started waits for", () =>
    expect(
      dueDates(whpJetsCv06, referral("R1"), { asAt: "2021-04-01" }).find(
        ({ requirement }) => requirement === "css-6/standards-provided",
      ),
    ).toMatchObject({
      waitsFor: ["started"],
    }));

  test("show what was done and what ended", () => {
    const left = referral(
      "R1",
      { kind: "started", on: "2021-04-12" },
      { kind: "standards-provided", on: "2021-04-12" },
      { kind: "left", on: "2021-04-14" },
    );
    const dates = dueDates(whpJetsCv06, left, { asAt: "2021-04-20" });
    const of = (requirement: string) => dates.find((each) => each.requirement === requirement);
    expect(of("css-6/standards-provided")).toMatchObject({ dueOn: "2021-04-13", doneOn: "2021-04-12" });
    expect(of("css-7/finalised")).toMatchObject({ ended: "excused" });
    expect(of("css-8/contact")).toMatchObject({ ended: "state-ended" });
  });
});
