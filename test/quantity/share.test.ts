import { compareShare, formatPence, formatShare, parsePercent, parsePounds, share } from "programme-rules";
import { describe, expect, test } from "vitest";

describe("percentages are read as whole numbers", () => {
  test.each([
    ["99.5%", 995, 1000],
    ["4%", 4, 100],
    ["0%", 0, 100],
    ["100%", 100, 100],
    ["33.333333%", 33_333_333, 100_000_000],
  ])("%s", (text, numerator, denominator) => expect(parsePercent(text)).toEqual({ numerator, denominator }));

  test.each(["99.5", "0.995", "101%", "-1%", "4 %", "", "99.1234567%"])("%j is refused", (text) =>
    expect(() => parsePercent(text)).toThrow(
      `Not accepted: ${JSON.stringify(text)}. Expected a percentage from 0% to 100% as text, at most six decimals, such as "99.5%". Write the number with its percent sign, as the contract does.`,
    ),
  );
});

describe("a share is compared without rounding", () => {
  // 99.5% of 200 is 199; of 199 it is 198.005, so 198 fall short by a hair that a float would lose.
  test.each([
    [199, 200, "99.5%", 0],
    [198, 199, "99.5%", -1],
    [4, 100, "4%", 0],
    [5, 124, "4%", 1],
    [1, 3, "33.333333%", 1],
    [9_007_199_254_740_990, 9_007_199_254_740_991, "100%", -1],
  ])("%d of %d against %s", (count, of, percent, sign) =>
    expect(Math.sign(compareShare({ count, of }, parsePercent(percent)))).toBe(sign),
  );

  test("more than the whole is refused", () =>
    expect(() => share(3, 2)).toThrow(
      "Not accepted: 3 (number) of 2 (number). Expected whole numbers from 0, the part at most as many as the whole. Count cases, not rates.",
    ));
});

describe("a share is printed cut, never rounded up", () => {
  test.each([
    [1989, 2000, "99.4%"], // 99.45
    [199, 200, "99.5%"],
    [1, 3, "33.3%"],
    [2, 3, "66.6%"],
    [0, 5, "0.0%"],
    [5, 5, "100.0%"],
    [0, 0, "–"],
  ])("%d of %d is %s", (count, of, text) => expect(formatShare({ count, of })).toBe(text));
});

describe("money is whole pence", () => {
  test.each([
    ["1000", 100_000],
    ["£1,000", 100_000],
    ["1000.50", 100_050],
    ["0.05", 5],
  ])("%s", (text, pence) => expect(parsePounds(text)).toBe(pence));

  test.each(["1000.5", "-1", "1,00", "", "£"])("%j is refused", (text) =>
    expect(() => parsePounds(text)).toThrow("pounds with two decimals or none"),
  );

  test.each([
    [100_000, "£1,000"],
    [123_456_789, "£1,234,567.89"],
    [5, "£0.05"],
    [-5, "-£0.05"],
    [-100_000, "-£1,000"],
  ])("%d pence is %s", (pence, text) => expect(formatPence(pence)).toBe(text));

  test.each([0.5, Number.NaN, 2 ** 53])("%d pence is refused", (pence) =>
    expect(() => formatPence(pence)).toThrow(
      `Not accepted: ${pence} (number). Expected a whole number of pence. Read an amount in pounds with parsePounds.`,
    ),
  );
});

describe("what is no share at all", () => {
  const nothing = undefined as never;
  test.each([
    ["compared", () => compareShare(nothing, parsePercent("4%"))],
    ["printed", () => formatShare(nothing)],
  ])("is refused when it is %s, and not with a crash", (_, call) => expect(call).toThrow("whole"));
  test("nor is it compared with what is no percentage", () =>
    expect(() => compareShare({ count: 1, of: 2 }, nothing)).toThrow("Not accepted: undefined as ratio."));
});
