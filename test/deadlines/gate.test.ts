import { assess, type Journey, type Programme, report, whpCoreCv04, whpJetsCv06 } from "programme-rules";
import { describe, expect, test } from "vitest";
import { eventsOf, verdictOf } from "../cases/case.js";

const asAt = "2021-06-30";
const journeyOf = (when: string, about: Partial<Journey> = {}): Journey => ({
  id: "R1",
  events: eventsOf(when),
  ...about,
});
const verdict = (requirement: string, when: string, programme: Programme = whpJetsCv06) =>
  assess(programme, journeyOf(when), { asAt, requirements: [requirement] }).map(verdictOf)[0];
const problems = (when: string, programme: Programme = whpJetsCv06) =>
  report(programme, [journeyOf(when)], { asAt }).problems;
const codes = (when: string, programme?: Programme) =>
  problems(when, programme).map(({ code }) => code.replace(/-(order|date)$/, "-date"));
const UNKNOWN = "undetermined: missing-data";

describe("a date on which it cannot have happened", () => {
  const STARTED = "referral-received 2021-04-01, started 2021-04-12";

  test.each([
    ["standards-provided 1900-01-01", "css-6/standards-provided"],
    ["standards-provided 1970-01-01", "css-6/standards-provided"],
    ["standards-provided 2012-04-13", "css-6/standards-provided"],
    ["action-plan-finalised 1970-01-01", "css-7/finalised"],
    ["contacted 2020-04-02", "css-4/contacted"],
    ["referral-acknowledged 2021-03-31", "css-1/acknowledged"],
    ["esf-start-form-sent 2021-03-31", "css-11/start-form"],
  ])("%s neither does %s nor leaves it undone", (what, requirement) => {
    const about = { attributes: { provision: "esf" } };
    const events = eventsOf(`${STARTED}, eligibility-meeting 2021-03-29, ${what}`);
    const [found] = assess(
      whpJetsCv06,
      { id: "R1", events, ...about },
      { asAt, requirements: [requirement] },
    );
    expect(verdictOf(found!)).toBe(UNKNOWN);
    expect(found).not.toHaveProperty("doneOn");
    expect(codes(`${STARTED}, ${what}`)).toEqual(["journey/impossible-date"]);
  });

  test("on the day of the receipt it can", () => {
    expect(
      verdict("css-1/acknowledged", "referral-received 2021-04-01, referral-acknowledged 2021-04-01"),
    ).toBe("met");
    expect(verdict("css-6/standards-provided", `${STARTED}, standards-provided 2021-04-01`)).toBe("met");
    expect(codes(`${STARTED}, standards-provided 2021-04-01`)).toEqual([]);
  });

  test("what a record that can be true meets stays met, and what it misses is not known", () => {
    const also = "referral-acknowledged 1900-01-01";
    const done = (on: string) => `referral-received 2021-04-01, referral-acknowledged ${on}, ${also}`;
    expect(verdict("css-1/acknowledged", done("2021-04-07"))).toBe("met");
    expect(verdict("css-1/acknowledged", done("2021-04-08"))).toBe(UNKNOWN);
  });

  test("excuses nothing, ends nothing and starts nothing", () => {
    const left = "left 2021-06-01";
    expect(verdict("css-10/before-leaving", `${STARTED}, job-started 1900-01-01, ${left}`)).toBe(UNKNOWN);
    expect(
      verdict("css-9/follow-up", `${STARTED}, meeting-missed 2021-05-10, absence-explained 1900-01-01`),
    ).toBe(UNKNOWN);
    expect(verdict("css-7/finalised", `${STARTED}, left 1970-01-01`)).toBe(UNKNOWN);
    expect(verdict("css-7/finalised", "referral-received 2021-04-01, started 1970-01-01")).toBe(UNKNOWN);
  });

  test("a start before the receipt makes unknown what counts from it", () => {
    expect(verdict("css-7/finalised", "referral-received 2021-04-02, started 2021-04-01")).toBe(UNKNOWN);
    expect(codes("referral-received 2021-04-01, started 2021-04-01")).toEqual([]);
  });

  test("leaving, standards, plan and explanation may come before a start", () => {
    const early =
      "standards-provided 2021-04-06, action-plan-finalised 2021-04-06, absence-explained 2021-04-06";
    expect(codes(`${STARTED}, ${early}`)).toEqual([]);
    expect(codes("referral-received 2021-04-01, left 2021-04-08")).toEqual([]);
  });

  test("a job held at the receipt may have begun up to forty years before, and a referral may have been made before", () => {
    const received = "referral-received 2021-04-01, referral-made 2021-03-01, eligibility-meeting 2021-03-20";
    expect(codes(`${received}, job-started 1981-04-01`, whpCoreCv04)).toEqual([]);
    expect(codes(`${received}, job-started 1981-03-31`, whpCoreCv04)).toEqual(["journey/impossible-date"]);
    expect(codes(`referral-received 2005-04-01, job-started 1970-01-01`, whpCoreCv04)).toEqual([
      "journey/impossible-date",
    ]);
  });

  test("more than ten years after the receipt is too late, wherever the as-at date is", () => {
    expect(codes(`${STARTED}, left 2031-04-01`)).toEqual([]);
    expect(codes(`${STARTED}, left 2031-04-02`)).toEqual(["journey/impossible-date"]);
    expect(verdict("css-7/finalised", `${STARTED}, left 2031-04-02`)).toBe(UNKNOWN);
    expect(codes(`${STARTED}, left 2099-12-31 known=2022-01-01`)).toEqual([]);
  });

  test("names the event, what it cannot come before, and what follows", () => {
    const effect =
      "Nothing is done by it, and what depends on standards-provided is undetermined until a date is corrected.";
    expect(problems(`${STARTED}, standards-provided 2012-04-13`)).toEqual([
      {
        code: "journey/impossible-order",
        message: `standards-provided is dated before referral-received, which it cannot come before. ${effect}`,
        journey: "R1",
        value: "2012-04-13",
      },
    ]);
    expect(problems(`${STARTED}, standards-provided 1900-01-01`)).toEqual([
      {
        code: "journey/impossible-date",
        message: `standards-provided has a date that stands for none (1900-01-01, 1970-01-01), or lies more than forty years before the receipt or more than ten after it. ${effect}`,
        journey: "R1",
        value: "1900-01-01",
      },
    ]);
  });

  test("with no receipt, only what nobody enters by hand and what a start must come before are seen", () => {
    expect(codes("started 2021-04-12, standards-provided 1900-01-01")).toContain("journey/impossible-date");
    expect(codes("started 2021-04-12, exit-report-provided 2021-04-11")).toContain("journey/impossible-date");
    expect(codes("started 2021-04-12, standards-provided 2012-04-13")).not.toContain(
      "journey/impossible-date",
    );
  });
});

describe("what a journey has once", () => {
  const twice = (on: string) =>
    `referral-received 2021-04-01, referral-received ${on}, referral-acknowledged 2021-04-07`;

  test("twice on one day is one case", () => {
    const all = assess(whpJetsCv06, journeyOf(twice("2021-04-01")), {
      asAt,
      requirements: ["css-1/acknowledged"],
    });
    expect(all.map(verdictOf)).toEqual(["met"]);
    expect(codes(twice("2021-04-01"))).toEqual(["journey/happened-twice"]);
  });

  test("on two days is one case, of which nobody knows, in any order", () => {
    const [first, second, done] = eventsOf(twice("2021-04-06"));
    for (const events of [
      [first!, second!, done!],
      [second!, first!, done!],
    ]) {
      const all = assess(whpJetsCv06, { id: "R1", events }, { asAt, requirements: ["css-1/acknowledged"] });
      expect(all.map(verdictOf)).toEqual([UNKNOWN]);
    }
  });

  test("a start of two days is neither", () => {
    const started =
      "referral-received 2021-04-01, started 2021-04-12, started 2021-04-19, action-plan-finalised 2021-04-27";
    expect(verdict("css-7/finalised", started)).toBe(UNKNOWN);
    expect(verdict("css-1/acknowledged", started)).toBe("not-met: not-done");
  });
});

describe("a record that cannot be read", () => {
  const unreadable = (kind: string, when: string, requirement: string, asOf = asAt) =>
    assess(
      whpJetsCv06,
      { ...journeyOf(when), unreadable: [kind] },
      { asAt: asOf, requirements: [requirement] },
    ).map(verdictOf)[0];
  const NOT_STARTED = "not-applicable: clock-never-started";

  test("owes nothing by itself: where what starts the clock is not there, it never started", () => {
    const noShow = "referral-received 2021-04-01, prap-updated 2021-04-20 status=did-not-attend";
    expect(unreadable("standards-provided", noShow, "css-6/standards-provided")).toBe(NOT_STARTED);
    expect(unreadable("action-plan-finalised", noShow, "css-7/finalised")).toBe(NOT_STARTED);
    expect(unreadable("contacted", noShow, "css-8/contact")).toBe(NOT_STARTED);
    expect(unreadable("contacted", noShow, "css-9/follow-up")).toBe(NOT_STARTED);
    expect(unreadable("started", noShow, "css-8/contact")).toBe(UNKNOWN);
    expect(unreadable("meeting-missed", noShow, "css-9/follow-up")).toBe(UNKNOWN);
  });

  test("says nothing of a referral before it was received", () => {
    for (const requirement of ["css-3/backlog-age", "css-5/prap-update", "css-5/appointment"])
      expect(unreadable("prap-updated", "referral-received 2021-04-23", requirement, "2021-04-22")).toBe(
        NOT_STARTED,
      );
  });

  test("puts nobody in doubt of being in backlog before the work is due", () => {
    // Acknowledged in time; the appointment is due on Mon 26 April, 15 working days after Maundy Thursday.
    const when =
      "referral-received 2021-04-01, referral-acknowledged 2021-04-06, prap-updated 2021-04-12 status=started";
    const backlog = (on: string) => unreadable("initial-appointment", when, "css-2/backlog-share", on);
    expect(backlog("2021-04-26")).toBe("met");
    expect(backlog("2021-04-27")).toBe(UNKNOWN);
  });
});
