import { describe, expect, test } from "vitest";
import { epochDay, longDate } from "../../src/date/index.js";
import { messageOf } from "../oracle/message.js";

describe("longDate", () => {
  test.each([
    ["2021-04-01", "Thu 1 Apr 2021"],
    ["2022-09-19", "Mon 19 Sep 2022"],
    ["1969-12-31", "Wed 31 Dec 1969"],
    ["2024-02-29", "Thu 29 Feb 2024"],
  ])("%s is %s", (date, words) => {
    expect(longDate(epochDay(date))).toBe(words);
  });

  test("refuses a number that is no day", () => {
    expect(messageOf(() => longDate(2 ** 30)).code).toBe("date/epoch-day");
  });
});
