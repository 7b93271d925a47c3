import fc from "fast-check";
import {
  backlogByDay,
  explainReport,
  type Journey,
  mergeReports,
  type Programme,
  type ReportOptions,
  report,
  whpCoreCv04,
  whpJetsCv06,
  withReadings,
} from "programme-rules";
import { caseloads } from "programme-rules/testing/arbitraries";
import { describe, expect, test } from "vitest";
import { outputSchemas } from "../../../src/compliance/schema.js";
import { dayOf, textOf } from "../../oracle/day-by-day.js";
import { withRule } from "../own-rules.js";

const SHARE = "css-4/backlog-share";
const APRIL = { from: "2021-04-01", until: "2021-04-30" };

/** Received on Maundy Thursday: acknowledging is due on Wednesday 7 April, appointment and update on Monday 26. */
const referral = (id: string, acknowledgedOn: string, about: Partial<Journey> = {}): Journey => ({
  id,
  events: [
    { kind: "referral-received", on: "2021-04-01" },
    { kind: "referral-acknowledged", on: acknowledgedOn },
    { kind: "initial-appointment", on: "2021-04-12" },
    { kind: "prap-updated", on: "2021-04-12", status: "started" },
  ],
  ...about,
});
const twenty = Array.from({ length: 20 }, (_, i) =>
  referral(`R${10 + i}`, i === 3 || i === 11 ? "2021-04-12" : "2021-04-06", {
    attributes: { provider: i < 10 ? "Alpha" : "Bravo" },
  }),
);
const lineOf = (
  journeys: readonly Journey[],
  options: Partial<ReportOptions> = {},
  programme: Programme = whpCoreCv04,
) => report(programme, journeys, { asAt: "2021-04-30", requirements: [SHARE], ...options }).lines[0]!;

describe("over a period, a share of work left", () => {
  test("is that of its worst day, with how often it was over and what the last close shows", () => {
    const line = lineOf(twenty, { period: APRIL });
    expect(line).toMatchObject({
      verdict: "not-met",
      counted: 20,
      notMet: 2,
      met: 18,
      headroom: -2,
      measuredOn: "2021-04-07",
      misses: ["R13", "R21"],
      days: {
        lowest: { on: "2021-04-07", share: { count: 2, of: 20 } },
        highest: { on: "2021-04-07", share: { count: 2, of: 20 } },
        // Wednesday 7 to Sunday 11 April; the 30th is not over.
        over: { lowest: 5, highest: 5 },
        closed: 29,
        last: { on: "2021-04-29", lowest: { count: 0, of: 20 }, highest: { count: 0, of: 20 } },
      },
    });
    expect(line.daily?.from).toBe("2021-04-01");
    expect(line.daily?.inBacklog).toEqual([
      ...[0, 0, 0, 0, 0, 0],
      ...[2, 2, 2, 2, 2],
      ...new Array(18).fill(0),
    ]);
    expect(line.daily?.waiting).toEqual([
      { journey: "R13", from: "2021-04-07", until: "2021-04-11" },
      { journey: "R21", from: "2021-04-07", until: "2021-04-11" },
    ]);
  });

  test("says so in one sentence", () => {
    const made = report(whpCoreCv04, twenty, { asAt: "2021-04-30", requirements: [SHARE], period: APRIL });
    expect(explainReport(made).standards[0]?.lines[0]?.sentence).toBe(
      "At most 4% may fail: 10.0% at the close of Wed 7 Apr 2021 (2 of 20), over 4% on 5 of 29 days; 0.0% at the last close, Thu 29 Apr 2021: not met; two cases too many have failed.",
    );
  });

  test("without a period is as at the day", () => {
    expect(lineOf(twenty)).toMatchObject({ verdict: "met", notMet: 0 });
    expect(lineOf(twenty)).not.toHaveProperty("daily");
    // The work due that day is not overdue yet.
    expect(lineOf(twenty, { asAt: "2021-04-07" })).toMatchObject({ verdict: "met", notMet: 0 });
    expect(lineOf(twenty, { asAt: "2021-04-08" })).toMatchObject({ verdict: "not-met", notMet: 2 });
  });

  test("is met when every closed day was within, whatever the day shows that is not over", () => {
    const period = { from: "2021-04-12", until: "2021-04-30" };
    expect(lineOf(twenty, { period })).toMatchObject({ verdict: "met", days: { closed: 18 } });
    expect(lineOf(twenty, { period: APRIL, asAt: "2021-04-07" })).toMatchObject({
      verdict: "met",
      days: { closed: 6, last: { on: "2021-04-06" } },
    });
    expect(lineOf(twenty, { period: APRIL, asAt: "2021-04-08" })).toMatchObject({ verdict: "not-met" });
  });

  test("is undetermined where those of whom nothing is known could put a day over", () => {
    const { events } = referral("R90", "2021-04-06");
    const unknown: Journey = {
      id: "R90",
      events: events.filter(({ kind }) => kind !== "referral-acknowledged"),
      unreadable: ["referral-acknowledged"],
    };
    const clean = twenty.map((journey) => ({ ...journey, events: referral("R", "2021-04-06").events }));
    const line = lineOf([...clean, unknown], { period: APRIL });
    expect(line).toMatchObject({
      verdict: "undetermined",
      reason: "missing-data",
      undetermined: 1,
      days: {
        lowest: { on: "2021-04-01", share: { count: 0, of: 21 } },
        // Nothing is overdue before the close of Wednesday 7 April.
        highest: { on: "2021-04-07", share: { count: 1, of: 21 } },
        over: { lowest: 0, highest: 23 },
      },
    });
  });

  test("names a day of its own for the lowest and for the highest", () => {
    // Received on Monday 12 April and due on Wednesday 14, so that both shares have a worst day of their own.
    const later = Array.from({ length: 3 }, (_, i) => ({
      ...referral(`S${i}`, "2021-04-13", { unreadable: ["referral-acknowledged"] }),
      events: [{ kind: "referral-received", on: "2021-04-12" }],
    }));
    const line = lineOf([...twenty, ...later], { period: APRIL });
    expect(line).toMatchObject({
      verdict: "not-met",
      counted: 20,
      notMet: 2,
      measuredOn: "2021-04-07",
      best: { count: 2, of: 20 },
      worst: { count: 3, of: 23 },
      days: {
        lowest: { on: "2021-04-07" },
        highest: { on: "2021-04-14" },
        // Three of 23 are over 4% from the 14th on: sixteen days more.
        over: { lowest: 5, highest: 21 },
      },
    });
  });

  test("split, is that of the last close", () => {
    const { lines } = report(whpCoreCv04, twenty, {
      asAt: "2021-04-10",
      requirements: [SHARE],
      period: APRIL,
      by: "provider",
    });
    expect(lines.map(({ measuredOn, notMet, counted }) => [measuredOn, notMet, counted])).toEqual([
      ["2021-04-09", 1, 10],
      ["2021-04-09", 1, 10],
    ]);
    expect(lines.some((line) => "daily" in line || "days" in line)).toBe(false);
  });

  test("read at month ends, is that of the last month's end that is closed", () => {
    const monthly = withReadings(whpCoreCv04, { "backlog-moment": "month-end" });
    const late = [referral("R1", "2021-05-04"), referral("R2", "2021-04-06")];
    const of = (asAt: string) => lineOf(late, { asAt, period: APRIL }, monthly);
    expect(of("2021-05-03")).toMatchObject({ measuredOn: "2021-04-30", notMet: 1, counted: 2 });
    // No month of the period has ended by then.
    expect(of("2021-04-30")).toMatchObject({ counted: 0, verdict: "pending" });
    expect(of("2021-04-30")).not.toHaveProperty("measuredOn");
    const within = { from: "2021-05-10", until: "2021-05-20" };
    for (const by of [undefined, "provider", "month"]) {
      const options = { asAt: "2021-06-21", period: within, requirements: [SHARE], ...(by && { by }) };
      expect(report(monthly, late, options).lines.map(({ verdict }) => verdict)).toContain("not-applicable");
    }
    expect(of("2021-05-03")).not.toHaveProperty("days");
  });

  test("measured for the period is that of its last close", () => {
    const rule = {
      kind: "proportion",
      share: { in: "backlog" },
      among: ["referral-received"],
      over: "cumulative",
    };
    const own = withRule({ ...rule, measured: "period", target: { atMost: "4%" } });
    const [line] = report(own, twenty, {
      asAt: "2021-04-10",
      requirements: ["own/rule"],
      period: APRIL,
    }).lines;
    expect(line).toMatchObject({ measuredOn: "2021-04-09", notMet: 2, verdict: "not-met" });
    expect(line).not.toHaveProperty("days");
  });

  test("as at its first day, or before, has no closed day to show: pending", () => {
    const options = { requirements: [SHARE], period: APRIL };
    const made = report(whpCoreCv04, twenty, { ...options, asAt: "2021-04-01" });
    expect(made.period).toEqual(APRIL);
    expect(made.lines[0]).toMatchObject({ counted: 0, verdict: "pending", reason: "not-yet-due" });
    for (const by of [undefined, "provider", "month"]) {
      const { lines } = report(whpCoreCv04, twenty, { ...options, asAt: "2021-03-15", ...(by && { by }) });
      expect(lines.every(({ verdict }) => verdict === "pending")).toBe(true);
    }
    expect(explainReport(made).standards[0]?.lines[0]?.sentence).toBe(
      "There is nothing to count on the days that are over: pending.",
    );
  });

  test("of days that are over and on which nobody was there does not apply", () => {
    const period = { from: "2021-03-01", until: "2021-03-31" };
    expect(lineOf(twenty, { period })).toMatchObject({ counted: 0, verdict: "not-applicable" });
  });

  test("judges past days by the dates of events, with what is known now", () => {
    const news = referral("R1", "2021-04-06");
    const told = news.events.map((event) =>
      event.kind === "referral-acknowledged" ? { ...event, knownOn: "2021-04-20" } : event,
    );
    expect(lineOf([{ ...news, events: told }], { period: APRIL })).toMatchObject({ verdict: "met" });
    expect(lineOf([{ ...news, events: told }], { period: APRIL, asAt: "2021-04-19" })).toMatchObject({
      verdict: "not-met",
    });
  });

  test("comes with the period and its last closed day", () => {
    const made = report(whpCoreCv04, twenty, { asAt: "2021-04-30", period: APRIL });
    expect(made.period).toEqual({ ...APRIL, closedUntil: "2021-04-29" });
    expect(report(whpCoreCv04, twenty, { asAt: "2021-06-01", period: APRIL }).period?.closedUntil).toBe(
      "2021-04-30",
    );
    expect(report(whpCoreCv04, twenty, { asAt: "2021-04-30" })).not.toHaveProperty("period");
    expect(outputSchemas.report.parse(JSON.parse(JSON.stringify(made)))).toEqual(made);
  });
});

const shares = fc.constantFrom(
  { programme: whpJetsCv06, requirement: "css-2/backlog-share" },
  { programme: whpCoreCv04, requirement: "css-4/backlog-share" },
);
const answers = fc.constantFrom<Record<string, string>>(
  {},
  { "backlog-denominator": "open" },
  { "backlog-denominator": "received-in-month" },
  { "backlog-moment": "month-end" },
  { "backlog-test": "any-work-undone" },
);
const days = { from: "2021-03-01", until: "2021-05-15", days: 60 };

test("parts of a caseload, cut anywhere, merge to the report of the whole", () =>
  fc.assert(
    fc.property(
      shares.chain(({ programme, requirement }) =>
        fc.record({
          programme: answers.map((answer) => withReadings(programme, answer)),
          requirement: fc.constant(requirement),
          journeys: caseloads(programme, { ...days, impossible: true, attributes: { provider: ["A", "B"] } }),
        }),
      ),
      fc.integer({ min: 0, max: 80 }),
      fc.constantFrom(undefined, "provider"),
      fc.infiniteStream(fc.nat({ max: 2 })),
      ({ programme, requirement, journeys }, later, by, parts) => {
        const options = {
          asAt: textOf(dayOf("2021-04-01") + later),
          requirements: [requirement],
          period: APRIL,
          ...(by === undefined ? {} : { by }),
        };
        const cut: Journey[][] = [[], [], []];
        for (const journey of journeys) cut[parts.next().value as number]!.push(journey);
        const whole = report(programme, journeys, options);
        expect(mergeReports(cut.map((part) => report(programme, part, options)))).toEqual(whole);
      },
    ),
    { numRuns: 150 },
  ));

test("the days of a line are those of the series", () =>
  fc.assert(
    fc.property(
      shares.chain(({ programme, requirement }) =>
        fc.record({
          programme: fc.constant(programme),
          requirement: fc.constant(requirement),
          journeys: caseloads(programme, days),
        }),
      ),
      fc.integer({ min: 1, max: 80 }),
      ({ programme, requirement, journeys }, later) => {
        const asAt = textOf(dayOf("2021-04-01") + later);
        const [line] = report(programme, journeys, {
          asAt,
          period: APRIL,
          requirements: [requirement],
        }).lines;
        const series = backlogByDay(programme, journeys, { ...APRIL, asAt });
        const counted = series.filter(({ share }) => share.of > 0);
        const { daily } = line!;
        expect(daily?.inBacklog).toEqual(counted.map(({ inBacklog }) => inBacklog));
        expect(daily?.undetermined).toEqual(counted.map(({ undetermined }) => undetermined));
        expect(daily?.of).toEqual(counted.map(({ share }) => share.of));
        const onDay = (on: string) =>
          daily!.waiting!.filter(({ from, until }) => from <= on && on <= until).length;
        for (const { on, inBacklog } of series) expect(onDay(on)).toBe(inBacklog);
      },
    ),
    { numRuns: 100 },
  ));
