import { bornhuetterFerguson, type ChainLadder, chainLadder } from "programme-rules/cohorts";
import { describe, expect, test } from "vitest";

const numbers = (text: string) => text.trim().split(/\s+/).map(Number);
const cumulative = (amounts: readonly number[]) => {
  let sum = 0;
  return amounts.map((amount) => {
    sum += amount;
    return sum;
  });
};

/** Taylor and Ashe, Journal of Econometrics 23 (1983): claims by year of origin and delay, not cumulative. */
const TAYLOR_ASHE = [
  "357848 766940 610542 482940 527326 574398 146342 139950 227229 67948",
  "352118 884021 933894 1183289 445745 320996 527804 266172 425046",
  "290507 1001799 926219 1016654 750816 146923 495992 280405",
  "310608 1108250 776189 1562400 272482 352053 206286",
  "443160 693190 991983 769488 504851 470639",
  "396132 937085 847498 805037 705960",
  "440832 847631 1131398 1063269",
  "359480 1061648 1443370",
  "376686 986608",
  "344014",
].map((row) => cumulative(numbers(row)));

/** Reinsurance Association of America, Historical Loss Development (1991): cumulative, in thousands. */
const RAA = [
  "5012 8269 10907 11805 13539 16181 18009 18608 18662 18834",
  "106 4285 5396 10666 13782 15599 15496 16169 16704",
  "3410 8992 13873 16141 18735 22214 22863 23466",
  "5655 11555 15766 21266 23425 26083 27067",
  "1092 9565 15836 22169 25955 26180",
  "1513 6445 11702 12935 15852",
  "557 4020 10946 12314",
  "1351 6947 13112",
  "3133 5395",
  "2063",
].map(numbers);

const printed = (values: readonly (number | null)[], digits: number) =>
  values.map((value) => value?.toFixed(digits));
const outstanding = ({ rows }: ChainLadder) =>
  printed(
    rows.map((row) => row.outstanding),
    0,
  );
const errors = ({ rows }: ChainLadder) =>
  printed(
    rows.map((row) => row.standardError),
    0,
  );

describe("Taylor–Ashe by the chain ladder (Mack, ASTIN Bulletin 23, 1993)", () => {
  const found = chainLadder(TAYLOR_ASHE);
  test("age-to-age factors", () =>
    expect(printed(found.factors, 4)).toEqual(
      "3.4906 1.7473 1.4574 1.1739 1.1038 1.0863 1.0539 1.0766 1.0177".split(" "),
    ));
  test("reserves in thousands, and 18,681 in all", () => {
    const thousands = found.rows.map((row) => Math.round(row.outstanding! / 1000));
    expect(thousands).toEqual([0, 95, 470, 710, 985, 1419, 2178, 3920, 4279, 4626]);
    expect(found.outstanding!.toFixed(0)).toBe("18680856");
  });
  test("standard errors, and 2,447,095 in all", () => {
    expect(errors(found)).toEqual(
      "0 75535 121699 133549 261406 411010 558317 875328 971258 1363155".split(" "),
    );
    expect(found.standardError!.toFixed(0)).toBe("2447095");
  });
});

describe("RAA by the chain ladder (Mack, CAS Forum, Spring 1994)", () => {
  const found = chainLadder(RAA);
  test("age-to-age factors", () =>
    expect(printed(found.factors, 3)).toEqual(
      "2.999 1.624 1.271 1.172 1.113 1.042 1.033 1.017 1.009".split(" "),
    ));
  test("reserves, and 52,135 in all", () => {
    expect(outstanding(found)).toEqual("0 154 617 1636 2747 3649 5435 10907 10650 16339".split(" "));
    expect(found.outstanding!.toFixed(0)).toBe("52135");
  });
  test("standard errors, and 26,909 in all", () => {
    expect(errors(found)).toEqual("0 206 623 747 1469 2002 2209 5358 6333 24566".split(" "));
    expect(found.standardError!.toFixed(0)).toBe("26909");
  });
});

describe("Bornhuetter–Ferguson on a triangle", () => {
  test("by hand: half is expected still to come of 400, whatever has come so far", () => {
    // Factors: (200 + 100) / (100 + 50) = 2, so by age 0 a half of the end has come.
    const { rows } = bornhuetterFerguson([[100, 200], [50, 100], [90]], [200, 100, 400]);
    expect(rows.map(({ ultimate }) => ultimate)).toEqual([200, 100, 290]);
  });
  test("with the chain ladder's own answer as what was expected, it gives that answer", () => {
    const { rows } = chainLadder(RAA);
    const expected = rows.map(({ ultimate }) => ultimate!);
    expect(bornhuetterFerguson(RAA, expected).outstanding).toBeCloseTo(52135.228, 2);
  });
  test("a row of which nothing is seen yet comes to what was expected", () =>
    expect(bornhuetterFerguson([[100, 200], []], [0, 300]).rows[1]).toMatchObject({
      age: -1,
      ultimate: 300,
    }));
});

describe("what a triangle does not tell", () => {
  test("a column that sums to nothing gives no factor, and nothing beyond it", () => {
    const { factors, rows, ultimate } = chainLadder([[0, 5], [0]]);
    expect([factors, rows[1]!.ultimate, ultimate]).toEqual([[null], null, null]);
  });
  test("two rows are too few for a standard error", () =>
    expect(chainLadder([[10, 20], [12]]).standardError).toBeNull());
  test("nor does Bornhuetter and Ferguson's method beyond such a column", () => {
    const { rows, latest, outstanding } = bornhuetterFerguson([[0, 5], [0]], [5, 8]);
    expect(rows[1]).toEqual({ latest: 0, age: 0, factor: null, ultimate: null, outstanding: null });
    expect([latest, outstanding]).toEqual([5, null]);
  });
  test("what has come so far is added up, over whole rows and rows of which nothing is seen", () => {
    const { latest, rows } = chainLadder([[10, 20], [12], []]);
    expect(latest).toBe(32);
    expect(rows[2]).toMatchObject({ latest: 0, age: -1, factor: null, ultimate: null, outstanding: null });
  });
  // With a tail of 2 a half is still to come at age 1, three quarters at age 0: 100 × ½ and 80 × ¾.
  test("a tail is still to come by what was expected, too", () =>
    expect(bornhuetterFerguson([[10, 20], [12]], [100, 80], { tail: 2 }).outstanding).toBe(110));
  test("a tail grows every row", () =>
    expect(chainLadder([[10, 20], [12]], { tail: 1.5 }).rows.map(({ ultimate }) => ultimate)).toEqual([
      30, 36,
    ]));
});
