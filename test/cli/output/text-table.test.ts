import { describe, expect, test } from "vitest";
import { type Column, table, tableOrList } from "../../../src/cli/output/text-table.js";

const right = (heading: string): Column => ({ heading, align: "right" });
const columns = [{ heading: "Cohort" }, right("So far"), right("Kaplan–Meier")];
const rows = [["2021-03", "39", "43.1"]];

describe("a table", () => {
  test("keeps its headings in one line where there is room", () =>
    expect(table(columns, rows, 29)).toBe("Cohort   So far  Kaplan–Meier\n2021-03      39          43.1"));

  test("breaks its headings where there is not", () =>
    expect(table(columns, rows, 28)).toBe(
      "          So  Kaplan–\nCohort   far    Meier\n2021-03   39     43.1",
    ));

  test("that does not fit is a paragraph a row, each cell behind its heading", () => {
    expect(table(columns, rows, 20)).toBeUndefined();
    expect(tableOrList(columns, rows, 20)).toBe("Cohort: 2021-03; So\n  far: 39;\n  Kaplan–Meier: 43.1");
  });

  test("breaks a text that wraps, under its own heading", () =>
    expect(
      table(
        [{ heading: "Due" }, { heading: "Why", wraps: true }],
        [["Mon", "the fifteenth is not a working day"]],
        30,
      ),
    ).toBe("Due  Why\nMon  the fifteenth is not a\n     working day"));

  test("leaves out what would be cut to nothing, if it may be left out", () =>
    expect(
      table(
        [{ heading: "Id" }, { heading: "What it asks", shrinks: true, optional: true }, { heading: "Met" }],
        [["css-1", "x".repeat(60), "1"]],
        40,
      ),
    ).toBe("Id     Met\ncss-1  1"));
});
