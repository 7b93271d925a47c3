import { describe, expect, test } from "vitest";
import { outputSchemas } from "../../../src/compliance/schema.js";
import { commandLine } from "../terminal.js";

const calendar = async (...words: string[]) => commandLine(["calendar", ...words]);

describe("calendar", () => {
  test("add and subtract say the day, and which days do not count", async () => {
    expect((await calendar("add", "2021-04-01", "2")).out).toBe(
      "Wed 7 Apr 2021 is two working days after Thu 1 Apr 2021.\nNot counted: Fri 2 Apr 2021 (Good Friday), Sat 3 Apr 2021, Sun 4 Apr 2021, Mon 5 Apr 2021 (Easter Monday).\n",
    );
    expect((await calendar("subtract", "2021-04-08", "1")).out).toBe(
      "Wed 7 Apr 2021 is one working day before Thu 8 Apr 2021.\nNo day is passed over.\n",
    );
  });

  test("count from the later day says which way round it counted", async () =>
    expect((await calendar("count", "2021-04-07", "2021-04-01")).out).toBe(
      "-2 working days: 2 working days after Thu 1 Apr 2021, up to and including Wed 7 Apr 2021.\n",
    ));

  test("count counts the last day and not the first", async () =>
    // After Thu 1 April: Tue 6, Wed 7.
    expect((await calendar("count", "2021-04-01", "2021-04-07")).out).toBe(
      "2 working days after Thu 1 Apr 2021, up to and including Wed 7 Apr 2021.\n",
    ));

  test("holidays takes a nation", async () => {
    expect((await calendar("holidays", "2021", "--nation", "scotland")).out).toContain(
      "Tue 30 Nov 2021  St Andrew’s Day",
    );
    expect((await calendar("holidays", "2021")).out).not.toContain("St Andrew");
  });

  test("month prints a grid from Monday, with the number of each working day", async () =>
    // 1 August 2021 was a Sunday; Monday 30 August the summer bank holiday of England and Wales.
    expect((await calendar("month", "2021-08")).out).toBe(
      `2021-08, england-and-wales: date·working day of the month; brackets: not worked
    Mon    Tue    Wed    Thu    Fri    Sat    Sun
                                              (1)
    2·1    3·2    4·3    5·4    6·5    (7)    (8)
    9·6   10·7   11·8   12·9  13·10   (14)   (15)
  16·11  17·12  18·13  19·14  20·15   (21)   (22)
  23·16  24·17  25·18  26·19  27·20   (28)   (29)
   (30)  31·21

Mon 30 Aug 2021: Summer bank holiday
21 working days, the last Tue 31 Aug 2021.
`,
    ));

  test.each([
    ["no working days", ["add", "2021-04-01", "0"], "Use rollForward for the day itself"],
    [
      "a nation nobody knows",
      ["add", "2021-04-01", "1", "--nation", "wales"],
      'Not accepted: --nation "wales". Did you mean england-and-wales? Expected england-and-wales, scotland',
    ],
    ["a month that is none", ["month", "2021-13"], 'Not accepted: "2021-13". Expected a month as text'],
    ["a day past the published lists", ["add", "2028-12-29", "3"], "Expected 2011-01-01 to 2028-12-31"],
    ["a number that is none", ["add", "2021-04-01", "two"], "Expected a whole number from 0."],
  ])("refuses %s with exit code 2", async (_name, words, message) => {
    const { err, code } = await calendar(...words);
    expect(err).toContain(message);
    expect(code).toBe(2);
  });

  test("says when a day is projected", async () =>
    expect((await calendar("add", "2028-12-29", "3", "--project")).out.replace(/\s+/g, " ")).toContain(
      "Thu 4 Jan 2029 is three working days after Fri 29 Dec 2028. Not counted: Sat 30 Dec 2028, Sun 31 Dec 2028, Mon 1 Jan 2029 (New Year’s Day). Bank holidays so far ahead are not published yet: projected.",
    ));

  test.each([
    ["add", ["add", "2021-04-01", "2"]],
    ["count", ["count", "2021-04-01", "2021-04-07"]],
    ["holidays", ["holidays", "2022"]],
    ["month", ["month", "2021-08"]],
  ])("%s --json validates against its schema", async (_name, words) => {
    const { out } = await calendar(...words, "--json");
    expect(outputSchemas["command-calendar"].safeParse(JSON.parse(out)).error?.issues ?? []).toEqual([]);
  });
});
