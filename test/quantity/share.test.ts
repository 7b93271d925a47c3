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

describe("a share is printed as the nearest percentage that does not contradict it", () => {
  test.each([
    [1989, 2000, undefined, "99.5%"], // 99.45
    [1989, 2000, "99.5%", "99.4%"],
    [199, 200, "99.5%", "99.5%"],
    [41, 1001, "4%", "4.1%"], // 4.0959…
    [4003, 100_000, "4%", "4.1%"], // 4.003
    [40, 1001, "4%", "3.9%"], // 3.996
    [4, 100, "4%", "4.0%"],
    [2225, 10_000, "22.25%", "22.25%"],
    [1, 3, undefined, "33.3%"],
    [2, 3, undefined, "66.7%"],
    [1, 5000, undefined, "0.1%"], // 0.02
    [4999, 5000, undefined, "99.9%"],
    [4, 10_000, "0.05%", "0.04%"],
    [0, 5, undefined, "0.0%"],
    [5, 5, undefined, "100.0%"],
    [0, 0, "4%", "–"],
  ])("%d of %d beside %s is %s", (count, of, beside, text) =>
    expect(formatShare({ count, of }, beside)).toBe(text),
  );
  test("a list of shares is not taken for targets", () =>
    expect(() => [{ count: 1, of: 2 }].map(formatShare as never)).toThrow("Expected a percentage"));
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
