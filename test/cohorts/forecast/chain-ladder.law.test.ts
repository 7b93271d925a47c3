import fc from "fast-check";
import { chainLadder, forecast } from "programme-rules/cohorts";
import { expect, test } from "vitest";
import { PROFILE } from "../../oracle/cohorts.js";
import { members, tableOf } from "../members.js";

const triangle = fc
  .array(fc.array(fc.integer({ min: 1, max: 500 }), { minLength: 6, maxLength: 6 }), {
    minLength: 6,
    maxLength: 6,
  })
  .map((rows) =>
    rows.map((row, at) =>
      row.slice(0, 6 - at).map((_, age) => row.slice(0, age + 1).reduce((a, b) => a + b)),
    ),
  );

test("the chain ladder follows the definition: each cell the one before, times its column's growth", () =>
  fc.assert(
    fc.property(triangle, (rows) => {
      const { rows: found } = chainLadder(rows);
      rows.forEach((row, at) => {
        let amount = row.at(-1)!;
        for (let age = row.length; age < 6; age += 1) {
          const seen = rows.filter((each) => each.length > age);
          const sum = (age: number) => seen.reduce((total, each) => total + each[age]!, 0);
          amount *= sum(age) / sum(age - 1);
        }
        expect(found[at]!.ultimate).toBeCloseTo(amount, 6);
      });
    }),
  ));

test("amounts in other units give the same factors and errors in those units", () =>
  fc.assert(
    fc.property(triangle, (rows) => {
      const [one, other] = [chainLadder(rows), chainLadder(rows.map((row) => row.map((each) => each * 10)))];
      expect(other.factors.map((factor) => factor!.toFixed(9))).toEqual(
        one.factors.map((factor) => factor!.toFixed(9)),
      );
      expect(other.standardError! / 10).toBeCloseTo(one.standardError!, 4);
    }),
  ));

test("null after the last observed amount is the same as nothing", () =>
  fc.assert(
    fc.property(triangle, (rows) => {
      const padded = rows.map((row) => [...row, ...new Array<null>(6 - row.length).fill(null)]);
      expect(chainLadder(padded)).toEqual(chainLadder(rows));
    }),
  ));

test("a forecast's chain ladder is the plain triangle's", () =>
  fc.assert(
    fc.property(members, (people) => {
      const table = tableOf(people);
      const { rows } = chainLadder(table.rows.map(({ converted }) => converted));
      forecast(table, PROFILE).rows.forEach(({ chainLadder: own }, at) => {
        expect(own?.uncapped ?? null).toEqual(rows[at]!.ultimate);
      });
    }),
  ));
