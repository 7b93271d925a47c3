import { type Explanation, whpCoreCv04, whpJetsCv06, withReadings } from "programme-rules";
import { describe, expect, test } from "vitest";
import { explained, explainedOf, journeyOf, withRule } from "./own-rules.js";

const own = (rule: object, when: string, asAt = "2021-06-30") =>
  explained(withRule(rule), "own/rule", when, asAt);
const weekend = (...days: readonly string[]) => days.map((on) => ({ on, because: "weekend" as const }));
const holiday = (on: string, title: string) => ({ on, because: { holiday: title } });
const RECEIVED = { event: ["contacted"], after: ["referral-received"], kind: "deadline" } as const;

/** What a sentence is made of: each day counted from, to and over, and nothing that does not apply. */
describe("the counting of", () => {
  test("working days after an anchor, whose own day is not the first", () =>
    // Received Sat 3 April 2021 over Easter: Tue 6 is one, Wed 7 is two.
    expect(
      explained(whpJetsCv06, "css-1/acknowledged", "referral-received 2021-04-03", "2021-04-30").count,
    ).toStrictEqual({
      from: "2021-04-03",
      length: { workingDays: 2 },
      countingDay: "day-0",
      direction: "after",
      to: "2021-04-07",
      skipped: [...weekend("2021-04-04"), holiday("2021-04-05", "Easter Monday")],
    }));

  test("working days whose first is the anchor's own, when that is one", () => {
    // Received Sat 10 April: Mon 12 is one, Tue 13 is two.
    const first = withReadings(whpJetsCv06, { "counting-day": "day-1" });
    expect(
      explained(first, "css-1/acknowledged", "referral-received 2021-04-10", "2021-04-30").count,
    ).toStrictEqual({
      from: "2021-04-10",
      length: { workingDays: 2 },
      countingDay: "day-1",
      direction: "after",
      to: "2021-04-13",
      skipped: weekend("2021-04-10", "2021-04-11"),
    });
  });

  test("a receipt that moves to the next working day, over the days between and no further", () => {
    // Thu 1 January 2026 is a holiday; from Fri 2, over a weekend: Mon 5 is one, Tue 6 is two.
    const moved = withReadings(whpJetsCv06, { "receipt-on-non-working-day": "next-working-day" });
    expect(
      explained(moved, "css-1/acknowledged", "referral-received 2026-01-01", "2026-01-31").count,
    ).toStrictEqual({
      from: "2026-01-02",
      length: { workingDays: 2 },
      countingDay: "day-0",
      direction: "after",
      to: "2026-01-06",
      skipped: weekend("2026-01-03", "2026-01-04"),
      movedFrom: "2026-01-01",
      movedOver: [holiday("2026-01-01", "New Year’s Day")],
    });
  });

  test("weeks, which pass over nothing", () =>
    expect(own({ ...RECEIVED, within: { weeks: 1 } }, "referral-received 2021-04-01").count).toStrictEqual({
      from: "2021-04-01",
      length: { weeks: 1 },
      countingDay: "day-0",
      direction: "after",
      to: "2021-04-08",
      skipped: [],
    }));

  test("days that end on a holiday and move on", () =>
    // One day after Thu 1 April is Good Friday; the next working day is Tue 6.
    expect(
      own({ ...RECEIVED, within: { days: 1, roll: "next-working-day" } }, "referral-received 2021-04-01")
        .count,
    ).toMatchObject({
      rolledFrom: "2021-04-02",
      to: "2021-04-06",
      skipped: [
        holiday("2021-04-02", "Good Friday"),
        ...weekend("2021-04-03", "2021-04-04"),
        holiday("2021-04-05", "Easter Monday"),
      ],
    }));

  test("the nth working day of a month, from its first day on", () => {
    // May 2021 began on a Saturday, and Mon 3 was a holiday: Tue 4 is one, Wed 5 two, Thu 6 three.
    const passed = [...weekend("2021-05-01", "2021-05-02"), holiday("2021-05-03", "Early May bank holiday")];
    expect(
      own({ ...RECEIVED, within: { workingDayOfMonth: 3 } }, "referral-received 2021-05-02").count,
    ).toMatchObject({ from: "2021-05-02", to: "2021-05-06", skipped: passed });
    expect(
      own({ ...RECEIVED, within: { workingDayOfNextMonth: 3 } }, "referral-received 2021-04-15").count,
    ).toMatchObject({ from: "2021-04-15", to: "2021-05-06", skipped: passed });
  });

  test("a window that ends with its anchor, whose own day is the first, when it is worked", () =>
    // Left Sat 8 May 2021: Fri 7 is one, Thu 6 two, Wed 5 three.
    expect(
      own(
        { kind: "deadline", event: ["contacted"], before: ["left"], within: { workingDays: 3 } },
        "started 2021-03-01, left 2021-05-08",
      ).count,
    ).toStrictEqual({
      from: "2021-05-08",
      length: { workingDays: 3 },
      countingDay: "day-0",
      direction: "before",
      to: "2021-05-05",
      skipped: weekend("2021-05-08"),
    }));

  test("what lies ahead of an anchor, whose own day does not count", () =>
    // Left Sat 8 May: five before are 7, 6, 5, 4 and, over the holiday and the weekend, Fri 30 April.
    expect(
      own(
        { kind: "deadline", event: ["contacted"], before: ["left"], atLeast: { workingDays: 5 } },
        "started 2021-03-01, left 2021-05-08",
      ).count,
    ).toStrictEqual({
      from: "2021-05-08",
      length: { workingDays: 5 },
      countingDay: "day-0",
      direction: "ahead",
      to: "2021-04-30",
      skipped: [...weekend("2021-05-01", "2021-05-02"), holiday("2021-05-03", "Early May bank holiday")],
    }));

  test("an exception, for whom it is", () =>
    expect(
      own(
        {
          ...RECEIVED,
          within: { workingDays: 2 },
          exceptions: [{ when: [{ onOrAfter: "2021-04-01", basis: "assumed" }], within: { workingDays: 3 } }],
        },
        "referral-received 2021-04-12",
      ).count,
    ).toStrictEqual({
      from: "2021-04-12",
      length: { workingDays: 3 },
      countingDay: "day-0",
      direction: "after",
      to: "2021-04-15",
      skipped: [],
      only: [expect.stringContaining("2021")],
    }));
});

describe("the counting of contacts", () => {
  const cadence = { kind: "cadence", event: ["contacted"], while: "on-programme" };
  test("every so many working days", () =>
    // Started Fri 30 April 2021: over the weekend and Mon 3, Tue 4 is one.
    expect(own({ ...cadence, every: { workingDays: 1 } }, "started 2021-04-30").count).toStrictEqual({
      from: "2021-04-30",
      length: { workingDays: 1 },
      countingDay: "day-0",
      direction: "after",
      to: "2021-05-04",
      skipped: [...weekend("2021-05-01", "2021-05-02"), holiday("2021-05-03", "Early May bank holiday")],
    }));
  test("each working day, from the start's own on", () => {
    const each = { ...cadence, every: { each: "working-day" } };
    const { count, sentence } = own(each, "started 2021-05-01, contacted 2021-05-04", "2021-05-04");
    expect(count).toMatchObject({
      to: "2021-05-04",
      skipped: [...weekend("2021-05-01", "2021-05-02"), holiday("2021-05-03", "Early May bank holiday")],
    });
    expect(sentence).toContain("(the weekend and Early May bank holiday do not count)");
  });
  test("each week, which passes over nothing", () =>
    expect(own({ ...cadence, every: { each: "week" } }, "started 2021-04-28").count).toMatchObject({
      to: "2021-05-02",
      skipped: [],
    }));
  test("of the person's own, agreed before anything else is known", () =>
    // Ten after Mon 1 March 2021 is Mon 15, fifteen is Mon 22.
    expect(
      explained(
        whpCoreCv04,
        "css-8/contact",
        "contact-frequency-agreed 2021-03-01 workingDays=15, started 2021-03-01",
        "2021-03-31",
      ).count,
    ).toStrictEqual({
      from: "2021-03-01",
      length: { workingDays: 15 },
      countingDay: "day-0",
      direction: "after",
      to: "2021-03-22",
      skipped: weekend("2021-03-06", "2021-03-07", "2021-03-13", "2021-03-14", "2021-03-20", "2021-03-21"),
      agreedOn: "2021-03-01",
    }));
});

describe("what is to spare", () => {
  const spare = (given: Explanation) => given.spare;
  const done = (on: string) => `referral-received 2021-04-12, contacted ${on}`;
  test("is in working days where the length is, and in days where it is not", () => {
    expect(spare(own({ ...RECEIVED, within: { workingDays: 5 } }, done("2021-04-16")))).toStrictEqual({
      count: 1,
      unit: "working day",
    });
    expect(spare(own({ ...RECEIVED, within: { weeks: 1 } }, done("2021-04-16")))).toStrictEqual({
      count: 3,
      unit: "day",
    });
    expect(spare(own({ ...RECEIVED, within: { weeks: 1 } }, done("2021-04-21")))).toStrictEqual({
      count: -2,
      unit: "day",
    });
  });
  test("is what is left of what is still open", () =>
    expect(
      spare(own({ ...RECEIVED, within: { weeks: 1 } }, "referral-received 2021-04-12", "2021-04-15")),
    ).toStrictEqual({ count: 4, unit: "day" }));
  test("is nothing where nothing was done", () =>
    expect(
      own({ ...RECEIVED, within: { workingDays: 5 } }, "referral-received 2021-04-12"),
    ).not.toHaveProperty("spare"));
  test("of what was to come before something, without any length, is the days it came late", () => {
    const { spare: late, sentence } = explained(
      whpCoreCv04,
      "css-10/needs-discussed",
      "referral-received 2021-03-01, started 2021-03-08, job-started 2021-04-20, in-work-needs-attempted 2021-04-22",
      "2021-04-30",
    );
    expect(late).toStrictEqual({ count: -2, unit: "day" });
    expect(sentence).toContain("not met, two days late");
  });
  test("of what came before something in time is not counted", () =>
    expect(
      explained(
        whpCoreCv04,
        "css-10/needs-discussed",
        "referral-received 2021-03-01, started 2021-03-08, in-work-needs-attempted 2021-04-16, job-started 2021-04-20",
        "2021-04-30",
      ),
    ).not.toHaveProperty("spare"));
});

test("before something, in a nation without a calendar, nothing is counted", () => {
  const journey = { ...journeyOf("started 2021-04-12, left 2021-04-30"), attributes: { nation: "atlantis" } };
  expect(
    explainedOf(whpJetsCv06, "css-10/before-leaving", journey, { asAt: "2021-05-10" }),
  ).not.toHaveProperty("count");
});
