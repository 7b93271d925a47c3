import { backlog, backlogAcrossReadings, whpJetsCv06, withReadings } from "programme-rules";
import { describe, expect, test } from "vitest";

/** Received Mon 1 March 2021: acknowledging is due Wed 3, appointment and update Mon 22 March. */
const referral = (id: string, on: string, ...events: [string, string, string?][]) => ({
  id,
  events: [
    { kind: "referral-received", on },
    ...events.map(([kind, day, status]) => ({
      kind,
      on: day,
      ...(status === undefined ? {} : { status }),
    })),
  ],
});
const caseload = [
  referral("late", "2021-03-01"),
  referral("told", "2021-03-01", ["referral-acknowledged", "2021-03-02"]),
  referral(
    "gone",
    "2021-03-01",
    ["referral-acknowledged", "2021-03-02"],
    ["prap-updated", "2021-03-10", "did-not-start"],
  ),
  referral("new", "2021-04-01", ["referral-acknowledged", "2021-04-01"]),
];
const shareUnder = (asAt: string, reading: string, answer: string) =>
  backlog(whpJetsCv06, caseload, { asAt }).otherReadings.find(
    (other) => other.reading === reading && other.answer === answer,
  )?.share;

describe("on Fri 16 April 2021 two of four are in backlog", () => {
  const asAt = "2021-04-16";
  test("as the data says", () => {
    expect(backlog(whpJetsCv06, caseload, { asAt }).share).toEqual({ count: 2, of: 4 });
  });
  test.each([
    // The new one has appointment and update undone, due Mon 26 April.
    ["backlog-test", "any-work-undone", { count: 3, of: 4 }],
    ["backlog-denominator", "open", { count: 2, of: 3 }],
    ["backlog-denominator", "received-in-month", { count: 0, of: 1 }],
    // On Wed 31 March the new one was not there.
    ["backlog-moment", "month-end", { count: 2, of: 3 }],
    ["jets-backlog-reference", "literal", { count: 1, of: 4 }],
  ])("read otherwise, %s=%s", (reading, answer, share) => {
    expect(shareUnder(asAt, reading, answer)).toEqual(share);
  });
});

test("measured at month ends, who waits is who waited then", () => {
  const monthly = withReadings(whpJetsCv06, { "backlog-moment": "month-end" });
  const found = backlog(monthly, caseload, { asAt: "2021-04-16" });
  expect(found).toMatchObject({ measuredOn: "2021-03-31", share: { count: 2, of: 3 } });
  // 22 working days after Mon 1 March: 2–5, 8–12, 15–19, 22–26, 29–31.
  expect(found.waiting.map(({ journey, ageWorkingDays }) => [journey, ageWorkingDays])).toEqual([
    ["late", 22],
    ["told", 22],
  ]);
  expect(found.otherReadings.map(({ reading }) => reading)).not.toContain("backlog-moment");
});

test("a question that is answered has no other answer any more, and one may do without the others", () => {
  expect(backlog(whpJetsCv06, caseload, { asAt: "2021-04-16", otherReadings: false }).otherReadings).toEqual(
    [],
  );
});

test("day by day, each other answer has its own days", () => {
  const span = { from: "2021-03-02", asAt: "2021-03-05" };
  const found = backlogAcrossReadings(whpJetsCv06, caseload, span);
  const inBacklog = (answer: string) =>
    found.find((other) => other.answer === answer)?.days.map((day) => day.inBacklog);
  expect(inBacklog("literal")).toEqual([0, 1, 1]);
  expect(inBacklog("any-work-undone")).toEqual([3, 3, 3]);
});
