import { describe, expect, test } from "vitest";
import { londonDate } from "../../src/date/index.js";
import { messageOf } from "../oracle/message.js";

describe("londonDate", () => {
  // British Summer Time in 2021: from 01:00 UTC on Sunday 28 March to 01:00 UTC on Sunday 31 October.
  test.each([
    ["2021-06-30T22:59:59Z", "2021-06-30"],
    ["2021-06-30T23:00:00Z", "2021-07-01"],
    ["2021-12-31T23:59:59Z", "2021-12-31"],
    ["2022-01-01T00:00:00Z", "2022-01-01"],
    ["2021-03-27T23:30:00Z", "2021-03-27"],
    ["2021-03-28T23:30:00Z", "2021-03-29"],
    ["2021-10-30T23:30:00Z", "2021-10-31"],
    ["2021-10-31T23:30:00Z", "2021-10-31"],
    ["2021-07-01T00:30:00+01:00", "2021-07-01"],
    ["2021-07-01T00:30:00.250+02:00", "2021-06-30"],
    ["2021-07-01 00:30Z", "2021-07-01"],
    // British Standard Time: from 1968 to 1971 the clocks stayed an hour ahead all winter.
    ["1970-01-01T23:30:00Z", "1970-01-02"],
  ])("%s is %s", (instant, date) => {
    expect(londonDate(instant)).toBe(date);
    expect(londonDate(new Date(instant))).toBe(date);
    expect(londonDate(Date.parse(instant))).toBe(date);
    expect(londonDate({ epochMilliseconds: Date.parse(instant) })).toBe(date);
  });

  test("fractions of a millisecond do not matter", () => {
    expect(londonDate(Date.parse("2021-06-30T23:00:00Z") - 0.5)).toBe("2021-06-30");
  });

  test("reaches from 1900 to 2199", () => {
    expect(londonDate("1900-01-01T12:00:00Z")).toBe("1900-01-01");
    expect(londonDate("2199-12-31T12:00:00Z")).toBe("2199-12-31");
  });
});

describe("closing time", () => {
  // In April London is an hour ahead of UTC: 17:00 there is 16:00 UTC.
  test.each([
    ["2021-04-01T15:59:59.999Z", "2021-04-01"],
    ["2021-04-01T16:00:00.000Z", "2021-04-01"],
    ["2021-04-01T16:00:00.001Z", "2021-04-02"],
    ["2021-04-01T16:00:01Z", "2021-04-02"],
    ["2021-04-01T16:01:00Z", "2021-04-02"],
    ["2021-04-01T22:59:59Z", "2021-04-02"],
    ["2021-04-01T23:00:00Z", "2021-04-02"],
    ["2021-12-31T17:30:00Z", "2022-01-01"],
    ["1969-07-01T16:00:00.001Z", "1969-07-02"],
  ])("%s with the office closing at 17:00 is %s", (instant, date) => {
    expect(londonDate(instant, { closesAt: "17:00" })).toBe(date);
  });

  test("minutes count", () => {
    expect(londonDate("2021-12-01T16:29:00Z", { closesAt: "16:30" })).toBe("2021-12-01");
    expect(londonDate("2021-12-01T16:31:00Z", { closesAt: "16:30" })).toBe("2021-12-02");
    expect(londonDate("2021-12-01T00:00:00Z", { closesAt: "00:00" })).toBe("2021-12-01");
    expect(londonDate("2021-12-01T23:59:00Z", { closesAt: "23:59" })).toBe("2021-12-01");
  });

  test("a calendar rolls the day, late or not", () => {
    const calendar = { rollForward: (date: string) => `rolled ${date}` };
    expect(londonDate("2021-04-01T12:00:00Z", { calendar })).toBe("rolled 2021-04-01");
    expect(londonDate("2021-04-01T16:30:00Z", { closesAt: "17:00", calendar })).toBe("rolled 2021-04-02");
  });

  test.each(["17", "17:0", "5:00", "24:00", "17:60", "17:00:00", " 17:00", "5pm", ""])(
    "%o is no closing time",
    (closesAt) => {
      expect(messageOf(() => londonDate("2021-04-01T12:00:00Z", { closesAt }))).toEqual({
        code: "date/closing-time",
        message: `Not accepted: ${JSON.stringify(closesAt)}. Expected a London clock time with two digits each, "00:00" to "23:59". Write closing time as "17:00".`,
      });
    },
  );
});

describe("what is no instant is refused in words", () => {
  const rest =
    'Expected a valid Date, milliseconds since 1970, or text with a time and an offset, such as "2021-04-01T16:30:00Z". A date alone needs no londonDate: use it as it is. A time alone is not enough: add its offset, Z or +01:00.';
  test.each<[unknown, string]>([
    ["2021-04-01", '"2021-04-01"'],
    ["2021-04-01T16:30", '"2021-04-01T16:30"'],
    ["2021-04-01T16:30:00", '"2021-04-01T16:30:00"'],
    ["x2021-04-01T16:30:00Z", '"x2021-04-01T16:30:00Z"'],
    ["2021-04-01T16:30:00Zx", '"2021-04-01T16:30:00Zx"'],
    ["2021-04-30T99:30:00Z", '"2021-04-30T99:30:00Z"'],
    ["2021-04-31T10:30:00Z", '"2021-04-31T10:30:00Z"'],
    ["", '""'],
    [Number.NaN, "NaN (number)"],
    [Number.POSITIVE_INFINITY, "Infinity (number)"],
    [new Date(Number.NaN), "a Date object"],
    [{}, "an object"],
    [undefined, "undefined (undefined)"],
    [null, "null (object)"],
    ["1899-12-31T12:00:00Z", '"1899-12-31T12:00:00Z"'],
    [new Date("1900-01-01T11:59:59Z"), "a Date object"],
    [new Date("2199-12-31T12:00:01Z"), "a Date object"],
    ["2200-01-01T12:00:00Z", '"2200-01-01T12:00:00Z"'],
  ])("%o", (given, shown) => {
    expect(messageOf(() => londonDate(given as string))).toEqual({
      code: "date/not-an-instant",
      message: `Not accepted: ${shown}. ${rest}`,
    });
  });
});
