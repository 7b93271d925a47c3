import fc from "fast-check";
import { type Journey, whpCoreCv04 } from "programme-rules";
import {
  cohortExchange,
  cohortTable,
  compareProviders,
  exchangeRows,
  exchangeTable,
  mergeCohortTables,
  parseExchange,
  readExchange,
} from "programme-rules/cohorts";
import { expect, test } from "vitest";
import { dayOf, textOf } from "../../oracle/day-by-day.js";

const START = dayOf("2020-01-01");
const AS_AT = "2022-03-15";
const name = fc.constantFrom("north", "south, or so", 'the "east"', "=1+1", undefined);
const journey: fc.Arbitrary<Journey> = fc
  .record({
    id: fc.uuid(),
    start: fc.integer({ min: 0, max: 600 }),
    reached: fc.option(fc.integer({ min: 0, max: 660 }), { nil: undefined }),
    selfEmployed: fc.constantFrom(true, false, undefined),
    provider: name,
    area: fc.constantFrom("cpa-1", undefined),
    group: fc.constantFrom("disability", "early-access", undefined),
  })
  .map(({ id, start, reached, selfEmployed, provider, area, group }) => ({
    id,
    ...(group === undefined ? {} : { group }),
    attributes: { provider, area, self_employed: selfEmployed },
    events: [
      { kind: "started", on: textOf(START + start) },
      ...(reached === undefined ? [] : [{ kind: "job-outcome-met", on: textOf(START + start + reached) }]),
    ],
  }));
const caseloads = fc.array(journey, { minLength: 1, maxLength: 40 });
const exchangeOf = (caseload: readonly Journey[]) =>
  cohortExchange(whpCoreCv04, caseload, { asAt: AS_AT, contractor: "A, B & Co" });

test("rows come back as the exchange they were written from", () =>
  fc.assert(
    fc.property(caseloads, (caseload) => {
      const exchange = exchangeOf(caseload);
      expect(readExchange(exchangeRows(exchange))).toEqual({ exchanges: [exchange], problems: [] });
    }),
  ));

test("so does JSON", () =>
  fc.assert(
    fc.property(caseloads, (caseload) => {
      const exchange = exchangeOf(caseload);
      expect(parseExchange(JSON.stringify(exchange))).toEqual(exchange);
    }),
  ));

test("rows in any order are the same exchange", () =>
  fc.assert(
    fc.property(caseloads, (caseload) => {
      const exchange = exchangeOf(caseload);
      expect(readExchange(exchangeRows(exchange).reverse()).exchanges).toEqual([exchange]);
    }),
  ));

test("the table of an exchange is the table of its caseload", () =>
  fc.assert(
    fc.property(caseloads, fc.constantFrom("provider", "area", "group"), (caseload, by) => {
      const { unplaced: _, ...table } = cohortTable(whpCoreCv04, caseload, { asAt: AS_AT, by });
      const { unplaced: __, ...exchanged } = exchangeTable(exchangeOf(caseload), by as "area");
      expect(exchanged).toEqual(table);
    }),
  ));

test("the files of two caseloads, one below the other, are the file of both", () =>
  fc.assert(
    fc.property(caseloads, caseloads, (one, other) => {
      const period = { from: "2020-01", until: "2021-12" };
      const tables = [one, other].map((caseload) =>
        exchangeTable(cohortExchange(whpCoreCv04, caseload, { asAt: AS_AT, period }), "area"),
      );
      const both = exchangeTable(
        cohortExchange(whpCoreCv04, [...one, ...other], { asAt: AS_AT, period }),
        "area",
      );
      expect(mergeCohortTables(tables)).toEqual(both);
    }),
  ));

test("a spoilt row is one problem, and costs that row only", () =>
  fc.assert(
    fc.property(
      caseloads,
      fc.nat(),
      fc.constantFrom("month", "starts", "as_at", "sought", "window_days"),
      (caseload, at, column) => {
        const exchange = exchangeOf(caseload);
        const rows = exchangeRows(exchange);
        const spoilt = at % rows.length;
        const { exchanges, problems } = readExchange(
          rows.map((row, place) => (place === spoilt ? { ...row, [column]: "x" } : row)),
        );
        expect(problems.map(({ line }) => line)).toEqual([spoilt + 2]);
        expect(problems[0]!.message).not.toContain("x;");
        expect(exchanges.flatMap(({ cohorts }) => cohorts)).toEqual(
          exchange.cohorts.filter((_, place) => place !== spoilt),
        );
      },
    ),
  ));

test("where all cohorts are of one age, what is expected of all providers is what they converted", () =>
  fc.assert(
    fc.property(
      fc.array(fc.tuple(name, fc.constantFrom("disability", "early-access"), fc.boolean()), { minLength: 1 }),
      (people) => {
        const caseload = people.map(([provider, group, hasMet], at) => ({
          id: `${at}`,
          group,
          attributes: { provider },
          events: [
            { kind: "started", on: "2021-01-04" },
            ...(hasMet ? [{ kind: "job-outcome-met", on: "2021-06-01" }] : []),
          ],
        }));
        const { providers } = compareProviders(exchangeOf(caseload));
        const expected = providers.reduce((sum, provider) => sum + provider.expected, 0);
        expect(expected).toBeCloseTo(people.filter(([, , hasMet]) => hasMet).length, 9);
      },
    ),
  ));
