import { compareShare, parsePercent, parsePounds, share } from "programme-rules";
import { describe, expect, test } from "vitest";
import { isPercent } from "../../src/quantity/percent.js";
import { messageOf } from "../oracle/message.js";

describe("a share is of whole numbers from 0, the part at most as many as the whole", () => {
  test.each([
    [0, 0],
    [0, 5],
    [5, 5],
  ])("%d of %d", (count, of) => expect(share(count, of)).toEqual({ count, of }));

  test.each([
    [-1, 2],
    [-2, -1],
    [0.5, 2],
    [1, 2.5],
    [Number.NaN, 2],
    [1, Number.POSITIVE_INFINITY],
    ["1", 2],
    [1, "2"],
    [2 ** 53, 2 ** 53],
  ])("%j of %j is refused", (count, of) =>
    expect(messageOf(() => share(count as number, of as number)).code).toBe("quantity/share"),
  );
});

describe("a share too large for a product of whole numbers is compared all the same", () => {
  // Half of 2^53 - 2 is 2^52 - 1. Against 50% the products differ by 100 in some 4.5 × 10^17: no float could tell.
  const of = 2 ** 53 - 2;
  const half = 2 ** 52 - 1;
  test.each([
    [half - 1, -1],
    [half, 0],
    [half + 1, 1],
  ])("%d of it against half", (count, sign) =>
    expect(Math.sign(compareShare({ count, of }, parsePercent("50%")))).toBe(sign),
  );
  test("where only one of the products is too large", () => {
    expect(compareShare({ count: 1, of }, parsePercent("50.000000%"))).toBe(-1);
    expect(compareShare({ count: of, of }, parsePercent("0%"))).toBe(1);
  });
  test("small ones by their difference", () =>
    expect(compareShare({ count: 3, of: 4 }, parsePercent("50%"))).toBe(100));
});

describe("a percentage", () => {
  test.each(["0%", "99.5%", "100%"])("%s is one", (text) => expect(isPercent(text)).toBe(true));
  test.each(["100.1%", "101%", "5", "", "%"])("%j is none", (text) => expect(isPercent(text)).toBe(false));
  test.each(["101%", 99.5, null, ["4%"]])("%j is refused by name", (given) =>
    expect(messageOf(() => parsePercent(given as string)).code).toBe("quantity/percent"),
  );
});

describe("pounds", () => {
  test("may stand among spaces", () => expect(parsePounds(" £12.50 ")).toBe(1250));
  test.each(["1.5", 12, undefined, ["12"]])("%j is refused by name, with what to do", (given) =>
    expect(messageOf(() => parsePounds(given as string))).toEqual({
      code: "quantity/pounds",
      message: expect.stringContaining(
        "Write the amount as text in pounds, or give whole pence as a number.",
      ),
    }),
  );
});
