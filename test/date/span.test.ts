import { describe, expect, test } from "vitest";
import { daySpan } from "../../src/date/index.js";
import { messageOf } from "../oracle/message.js";

describe("daySpan", () => {
  test("may be a single day", () => {
    expect(daySpan({ from: "1970-01-02", until: "1970-01-02" })).toEqual({ from: 1, until: 1 });
  });

  test("refuses an end before its beginning", () => {
    expect(messageOf(() => daySpan({ from: "2021-04-02", until: "2021-04-01" }))).toEqual({
      code: "date/span-reversed",
      message:
        "Not accepted: from 2021-04-02 until 2021-04-01. Expected a span that ends on or after the day it begins. Exchange the two dates.",
    });
  });
});
