import { backtest, cohortTableFromCounts, forecast } from "programme-rules/cohorts";
import { describe, expect, test } from "vitest";
import { endOf, JETS_WINDOW, month, onProfileCounts, PROFILE } from "../../oracle/cohorts.js";

const tableOf = (months: number, starts = 400) =>
  cohortTableFromCounts(onProfileCounts(months, starts), { asAt: endOf(months - 1), window: JETS_WINDOW });

describe("a backtest", () => {
  const table = tableOf(14);
  const { rows, until, error, absoluteError, held, reliability } = backtest(table, PROFILE, {
    seed: 1,
    runs: 500,
  });

  test("holds every earlier month end against the last", () => {
    expect(until).toBe(month(13));
    expect(rows.map(({ asAt }) => asAt)).toEqual(Array.from({ length: 13 }, (_, at) => endOf(at)));
    expect(rows.map(({ horizonMonths }) => horizonMonths)).toEqual(
      Array.from({ length: 13 }, (_, at) => 13 - at),
    );
  });

  test("counts what happened to those who had started, month by month", () => {
    // By the end of month 13 cohorts 0 to 5 are complete, 88 each; the later ones are at 80, 70, 56, 40, 24, 12, 4 and 0.
    const byThen = [88, 88, 88, 88, 88, 88, 80, 70, 56, 40, 24, 12, 4];
    expect(rows.map(({ actual }) => actual)).toEqual(
      byThen.map((_, at) => byThen.slice(0, at + 1).reduce((sum, people) => sum + people, 0)),
    );
  });

  test("says before anything is seen what the profile says: 88 people", () =>
    expect(rows[0]!.expected).toBeCloseTo(88, 1));

  test("of a contract on its profile holds, with errors about none", () => {
    expect(held).toEqual({ count: 13, of: 13 });
    expect(Math.abs(error!)).toBeLessThan(absoluteError! + 1e-9);
    expect(error!).toBeCloseTo(
      rows.reduce((sum, { expected, actual }) => sum + expected - actual, 0) / 13,
      9,
    );
    for (const { lower, expected, upper } of rows) {
      expect(lower).toBeLessThanOrEqual(expected);
      expect(upper).toBeGreaterThanOrEqual(expected);
    }
  });

  test("puts every stated chance in one of five bins: three a forecast", () => {
    expect(reliability.map(({ from, to }) => [from, to])).toEqual(
      [0, 1, 2, 3, 4].map((at) => [at / 5, (at + 1) / 5]),
    );
    expect(reliability.reduce((sum, { came }) => sum + came.of, 0)).toBe(39);
    for (const { from, to, stated } of reliability) {
      if (stated === null) continue;
      expect(stated).toBeGreaterThanOrEqual(from);
      expect(stated).toBeLessThanOrEqual(to);
    }
  });
});

test("a forecast of a backtest is the forecast made then", () => {
  const [, , then] = backtest(tableOf(4), PROFILE, { seed: 7, runs: 300 }).rows;
  // Everything after March was taken away: what the forecast of March says of June, by the end of which no cohort is complete.
  const march = tableOf(3);
  const { rows } = backtest(tableOf(4), PROFILE, { seed: 7, runs: 300, level: "80%" });
  expect(rows[2]!.expected).toBe(then!.expected);
  expect(rows[2]!.lower).toBeGreaterThanOrEqual(then!.lower);
  expect(forecast(march, PROFILE).expected).toBeGreaterThan(then!.expected);
});

test("late news is no part of it: neither what it shows nor what it is held against", () => {
  const [told, plain] = [{ reportingLagMonths: 1 }, {}].map((lag) =>
    backtest(tableOf(8), PROFILE, { seed: 1, runs: 200, ...lag }),
  );
  expect(told!.until).toBe(month(6));
  expect(told!.rows).toHaveLength(6);
  expect(plain!.rows).toHaveLength(7);
});

test("a table of one month has no forecast to look back at", () =>
  expect(backtest(tableOf(1), PROFILE, { seed: 1 })).toMatchObject({
    rows: [],
    error: null,
    absoluteError: null,
    held: { count: 0, of: 0 },
  }));
