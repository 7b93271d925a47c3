import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { returnsSchemas } from "../../../src/returns/schema.js";
import { commandLine } from "../terminal.js";

const folder = mkdtempSync(join(tmpdir(), "programme-rules-"));
const write = (name: string, text: string) => {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
};
const april = write(
  "april.csv",
  "group,cohort,stage,count\npg1,2014-01,attached,10\npg1,2014-01,in work,2\npg2,2014-02,attached,5\n",
);
const may = write(
  "may.csv",
  "group,cohort,stage,count\npg1,2014-01,attached,9\npg1,2014-01,in work,4\npg2,2014-02,attached,5\npg2,2014-03,attached,7\n",
);
const pipeline = (...words: string[]) => commandLine(["pipeline", "--in-month", "2014-05", ...words]);

describe("pipeline", () => {
  test("lists each total that changed, and ends with 0: it did what it was asked", async () => {
    const { out, code } = await pipeline("--returned-on", "2014-05-08", "--no-private", may, april);
    expect(out).toBe(`Pipeline file due in 2014-05 (Thu 8 May 2014): 1 total has changed

Group  Cohort   Last month  This month  Change
pg1    2014-01          12          13      +1

✗ not met: Totals of every group and cohort are last month's (part missing) [002 ¶management information]
✓ met: Returned in time [002 ¶management information]
✓ met: The covering e-mail is not marked private [002 ¶management information]
Left out: the new cohort 2014-03, 7 people (that it is exempt is assumed: the source does not say so).
`);
    expect(code).toBe(0);
  });
  test("of a file like the last one, what is not known is undetermined", async () => {
    const { out, code } = await pipeline("--as-at", "2014-05-06", april, april);
    expect(out).toContain("no total has changed");
    expect(out).toContain("… pending: Returned in time (not yet due)");
    expect(out).toContain("? undetermined: The covering e-mail is not marked private (missing data)");
    expect(code).toBe(0);
  });
  test("prints CSV and JSON", async () => {
    expect((await pipeline("--format", "csv", may, april)).out).toBe(
      "group,cohort,last_month,this_month,change\r\npg1,2014-01,12,13,1\r\n",
    );
    const json = JSON.parse((await pipeline("--json", may, april)).out);
    expect(json).toMatchObject({ command: "pipeline", dueOn: "2014-05-08", checkErrors: true });
    expect(returnsSchemas["command-pipeline"].safeParse(json).error?.issues ?? []).toEqual([]);
  });
  test.each([
    ["a column that is not there", "group,cohort\npg1,2014-01\n", "without count"],
    ["a row that cannot be read", "group,cohort,count\npg1,2014-01,x\n", "line 2, which cannot be read"],
  ])("refuses %s", async (_, text, message) => {
    const { err, code } = await pipeline(write("bad.csv", text), april);
    expect(err).toContain(message);
    expect(code).toBe(2);
  });
});
