import { assess, backlog, dueDates, explain, report, whpJetsCv06, withReadings } from "programme-rules";
import { describe, expect, test } from "vitest";

/*
 * April 2021 on a wall calendar, England and Wales:
 *   Thu 1 | Fri 2 Good Friday | Sat 3 Sun 4 | Mon 5 Easter Monday | Tue 6 Wed 7 Thu 8 Fri 9
 *   Mon 12–Fri 16 | Mon 19–Fri 23 | Mon 26–Fri 30 | Mon 3 May Early May bank holiday | Tue 4–Fri 7 | Mon 10 Tue 11
 * Working days after Thu 1 Apr: 6(1) 7(2) 8(3) 9(4) 12(5) 13(6) 14(7) 15(8) 16(9) 19(10) 20(11) 21(12)
 *   22(13) 23(14) 26(15) 27(16) 28(17) 29(18) 30(19), May: 4(20) 5(21) 6(22) 7(23) 10(24) 11(25).
 */
const received = { kind: "referral-received", on: "2021-04-01" };
const referral = (
  id: string,
  ...events: { kind: string; on: string; status?: string; knownOn?: string }[]
) => ({
  id,
  events: [received, ...events],
});
const finding = (
  journey: ReturnType<typeof referral>,
  requirement: string,
  asAt: string,
  programme = whpJetsCv06 as never,
) => assess(programme, journey, { asAt }).find((each) => each.requirement === requirement)!;

describe("received Thursday 1 April 2021", () => {
  test.each([
    ["css-1/acknowledged", "2021-04-07"],
    ["css-4/contacted", "2021-04-07"],
    ["css-5/appointment", "2021-04-26"],
    ["css-5/prap-update", "2021-04-26"],
    ["css-3/backlog-age", "2021-05-11"],
  ])("%s is due on %s", (requirement, dueOn) => {
    const due = dueDates(whpJetsCv06, referral("R1"), { asAt: "2021-04-01" });
    expect(due.find((each) => each.requirement === requirement)?.dueOn).toBe(dueOn);
  });

  test("the sentence names Good Friday, the weekend and Easter Monday", () => {
    const journey = referral("R1", { kind: "referral-acknowledged", on: "2021-04-06" });
    const asAt = "2021-04-30";
    expect(
      explain(whpJetsCv06, journey, finding(journey, "css-1/acknowledged", asAt), { asAt }).sentence,
    ).toBe(
      "Referral received Thu 1 Apr 2021. Two working days later is Wed 7 Apr 2021 (Good Friday, the weekend and Easter Monday do not count). Acknowledged Tue 6 Apr 2021: met, one working day to spare. [001 ¶38 item 1]",
    );
  });

  test("what is due on the as-at date is still pending; the day after it is not met", () => {
    expect(finding(referral("R1"), "css-1/acknowledged", "2021-04-07")).toMatchObject({
      verdict: "pending",
      reason: "not-yet-due",
    });
    expect(finding(referral("R1"), "css-1/acknowledged", "2021-04-08")).toMatchObject({
      verdict: "not-met",
      reason: "not-done",
    });
  });

  test("an event after the as-at date, or known only after it, changes nothing", () => {
    const bare = assess(whpJetsCv06, referral("R1"), { asAt: "2021-04-08" });
    const later = referral("R1", { kind: "referral-acknowledged", on: "2021-04-09" });
    const knownLater = referral("R1", {
      kind: "referral-acknowledged",
      on: "2021-04-06",
      knownOn: "2021-04-09",
    });
    expect(assess(whpJetsCv06, later, { asAt: "2021-04-08" })).toEqual(bare);
    expect(assess(whpJetsCv06, knownLater, { asAt: "2021-04-08" })).toEqual(bare);
    expect(finding(knownLater, "css-1/acknowledged", "2021-04-09").verdict).toBe("met");
  });
});

describe("a no-show recorded on the 15th working day, Monday 26 April", () => {
  const noShow = referral(
    "R1",
    { kind: "referral-acknowledged", on: "2021-04-06" },
    { kind: "prap-updated", on: "2021-04-26", status: "did-not-attend" },
  );

  test("meets the update", () =>
    expect(finding(noShow, "css-5/prap-update", "2021-04-30")).toMatchObject({
      verdict: "met",
      doneOn: "2021-04-26",
    }));

  test("clears the backlog", () => {
    expect(backlog(whpJetsCv06, [noShow], { asAt: "2021-04-26" }).inBacklog).toBe(0);
    expect(finding(noShow, "css-3/backlog-age", "2021-05-12").verdict).toBe("met");
  });

  test("does not by itself fail the standard: appointments are reported, not scored", () => {
    const line = report(whpJetsCv06, [noShow], { asAt: "2021-04-30" }).lines.find(
      ({ requirement }) => requirement === "css-5/appointment",
    );
    expect(line).toMatchObject({ notMet: 1, verdict: "not-scored" });
  });

  test.each([
    ["both", "not-met"],
    ["appointment-every-case", "not-met"],
    ["update-only", "not-scored"],
  ])("under the reading %s the appointment line is %s", (answer, verdict) => {
    const programme = withReadings(whpJetsCv06, { "appointment-percentage": answer });
    const line = report(programme, [noShow], { asAt: "2021-04-30" }).lines.find(
      ({ requirement }) => requirement === "css-5/appointment",
    );
    expect(line?.verdict).toBe(verdict);
  });
});

describe("a no-show recorded late", () => {
  const late = referral(
    "R1",
    { kind: "referral-acknowledged", on: "2021-04-06" },
    { kind: "prap-updated", on: "2021-04-28", status: "did-not-attend" },
  );

  test("the update stays not met, and the backlog ends that day", () => {
    expect(finding(late, "css-5/prap-update", "2021-04-30")).toMatchObject({
      verdict: "not-met",
      reason: "late",
    });
    expect(backlog(whpJetsCv06, [late], { asAt: "2021-04-27" }).inBacklog).toBe(1);
    expect(backlog(whpJetsCv06, [late], { asAt: "2021-04-28" }).inBacklog).toBe(0);
  });
});

describe("shares of a caseload", () => {
  const many = (count: number, acknowledgedOn: string, prefix: string) =>
    Array.from({ length: count }, (_each, i) =>
      referral(`${prefix}${i}`, { kind: "referral-acknowledged", on: acknowledgedOn }),
    );
  const acknowledged = (journeys: ReturnType<typeof many>) =>
    report(whpJetsCv06, journeys, { asAt: "2021-04-30" }).lines[0]!;

  test("199 of 200 acknowledged in time is 99.5%: met", () =>
    expect(acknowledged([...many(199, "2021-04-07", "A"), ...many(1, "2021-04-08", "B")])).toMatchObject({
      counted: 200,
      met: 199,
      verdict: "met",
      headroom: 0,
      misses: ["B0"],
    }));

  test("198 of 199 is not", () =>
    expect(acknowledged([...many(198, "2021-04-07", "A"), ...many(1, "2021-04-08", "B")])).toMatchObject({
      counted: 199,
      verdict: "not-met",
      headroom: -1,
    }));

  test("nothing counted is not applicable", () =>
    expect(acknowledged([])).toMatchObject({
      counted: 0,
      verdict: "not-applicable",
      reason: "nothing-to-count",
    }));

  const share = (waiting: number, of: number) =>
    report(whpJetsCv06, [...many(waiting, "2021-04-30", "W"), ...many(of - waiting, "2021-04-06", "A")], {
      asAt: "2021-04-20",
    }).lines.find(({ requirement }) => requirement === "css-2/backlog-share")!;

  // Those acknowledged only on 30 April are overdue from Wed 7 April; no other work is due by 20 April.
  test("4 of 100 in backlog is met; 5 of 124 is not", () => {
    expect(share(4, 100)).toMatchObject({ met: 96, notMet: 4, worst: { count: 4, of: 100 }, verdict: "met" });
    expect(share(5, 124)).toMatchObject({
      met: 119,
      notMet: 5,
      worst: { count: 5, of: 124 },
      verdict: "not-met",
    });
  });
});

describe("readings move due dates", () => {
  const dueUnder = (readings: Record<string, string>, requirement: string, on: string) =>
    dueDates(
      withReadings(whpJetsCv06, readings),
      { id: "R1", events: [{ kind: "referral-received", on }] },
      { asAt: on },
    ).find((each) => each.requirement === requirement)?.dueOn;

  test("counting the day of receipt as day 1, the 15th is Friday 23 April", () =>
    expect(dueUnder({ "counting-day": "day-1" }, "css-5/prap-update", "2021-04-01")).toBe("2021-04-23"));

  // Sunday 28 March 2021: as it is, Mon 29 (1), Tue 30 (2); from Monday, Tue 30 (1), Wed 31 (2).
  test("a receipt on Sunday 28 March counts from itself, or from Monday", () => {
    expect(dueUnder({}, "css-1/acknowledged", "2021-03-28")).toBe("2021-03-30");
    expect(
      dueUnder({ "receipt-on-non-working-day": "next-working-day" }, "css-1/acknowledged", "2021-03-28"),
    ).toBe("2021-03-31");
  });
});
