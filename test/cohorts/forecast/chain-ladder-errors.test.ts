import { chainLadder } from "programme-rules/cohorts";
import { describe, expect, test } from "vitest";

/*
 * Worked by hand after Mack (1993). Out of the first age every row grows by 1.5, so that its variance is 0.
 * Out of the second: 470 ÷ 450 = 1.044444; 150 × 0.022222² + 300 × 0.011111² = 0.111111 over one degree of
 * freedom. Out of the third there is one row: the least of 0.111111² ÷ 0, taken as 0, and the two before.
 * The third row: 0.111111 ÷ 1.044444² = 0.101856; ÷ 150 and ÷ 450 make 0.000905388; its end is
 * 150 × 1.044444 × 1.0125 = 158.625, times √0.000905388 = 4.77298. The fourth row comes to the same.
 * Together: 2 × 4.77298² and, of the factor they share, 2 × 158.625² × 0.000226347.
 */
const TRIANGLE = [[100, 150, 160, 162], [200, 300, 310], [100, 150], [100]];

const errorsOf = (triangle: number[][]) => chainLadder(triangle).rows.map((row) => row.standardError);

describe("the standard errors of a chain ladder", () => {
  test("are those that are worked out by hand", () => {
    const { rows, standardError } = chainLadder(TRIANGLE);
    expect(rows[3]?.ultimate).toBeCloseTo(158.625, 9);
    for (const [at, error] of [0, 0, 4.77298, 4.77298].entries())
      expect(rows[at]?.standardError).toBeCloseTo(error, 4);
    expect(standardError).toBeCloseTo(7.54674, 4);
  });
  test("take the least of both variances before and their ratio for the last column", () => {
    // Out of the first age: 400 ÷ 300; 100 × (1.5 − 4⁄3)² + 200 × (1.25 − 4⁄3)² = 4.166667. Out of the second, of
    // 150 and 250: 440 ÷ 400 = 1.1; 150 × (1.2 − 1.1)² + 250 × (1.04 − 1.1)² = 2.4. So the last is 2.4² ÷ 4.166667.
    const { rows } = chainLadder([
      [100, 150, 180, 198],
      [200, 250, 260],
    ]);
    // The second row grows by 1.1 to 286: 286 × √(1.3824 ÷ 1.1² × (1 ÷ 260 + 1 ÷ 180)).
    expect(rows[1]?.standardError).toBeCloseTo(29.64105, 4);
  });
  test.each([
    ["one row is too few to measure by", [[100, 150, 160]]],
    ["two ages are too few for the last one", [[100, 150], [200]]],
    ["nothing to grow from", [[0, 0, 5], [0, 3], [2]]],
    ["a row that begins with nothing", [[0, 150, 160, 162], [200, 300, 310], [100, 150], [100]]],
  ])("are not defined where there is %s", (_, triangle) =>
    expect(errorsOf(triangle)).toEqual(triangle.map(() => null)),
  );
  test("are not defined for a row of which nothing is seen or left, and then not together", () => {
    for (const last of [[], [0]]) {
      const { rows, standardError } = chainLadder([...TRIANGLE.slice(0, 3), last]);
      expect(rows[2]?.standardError).toBeCloseTo(4.77298, 4);
      expect(rows[3]?.standardError).toBeNull();
      expect(standardError).toBeNull();
    }
  });
});
