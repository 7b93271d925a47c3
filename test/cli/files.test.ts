import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { commandLine } from "./terminal.js";

const folder = mkdtempSync(join(tmpdir(), "files-"));
afterAll(() => rmSync(folder, { recursive: true }));

function file(name: string, ...lines: string[]): string {
  const path = join(folder, name);
  writeFileSync(path, `${lines.join("\n")}\n`);
  return path;
}

const HEADER = "id,received_on,acknowledged_on";
const AS_AT = ["--as-at", "2021-04-30"];
const check = (...words: string[]) => commandLine(["check", ...AS_AT, "--json", ...words]);

describe("several files", () => {
  const april = file("april.csv", HEADER, "R1,2021-04-01,2021-04-07", "R2,2021-04-06,2021-04-08");

  test("are read as one, whatever the order of their columns", async () => {
    const may = file("may.csv", "acknowledged_on;id;received_on", "2021-04-09;R3;2021-04-07");
    const { out } = await check(april, may);
    const { journeys, lines } = JSON.parse(out);
    expect([journeys, lines[0].met]).toEqual([3, 3]);
  });

  test("with the same id twice are told apart in problems, and judged as one journey that is in doubt", async () => {
    const other = file("other.csv", HEADER, "R1,2021-04-01,2021-04-09");
    const { out } = await check(april, other);
    const { leftOut, problems } = JSON.parse(out);
    expect(leftOut).toEqual({ "id-twice": 1 });
    const problem = problems.find(({ code }: { code: string }) => code === "journey/id-used-before");
    expect(problem).toMatchObject({
      file: other,
      line: 2,
      message: expect.stringContaining(`on line 2 of ${april}`),
    });
  });

  test("lack a column each for themselves: what one has no column for is not recorded there alone", async () => {
    const short = file("short.csv", "id,received_on", "R9,2021-04-01");
    const { out, err } = await check(april, short);
    const [line] = JSON.parse(out).lines;
    expect(line).toMatchObject({
      counted: 3,
      met: 2,
      undetermined: 1,
      undeterminedBy: { "not-recorded": 1 },
    });
    expect(err).toContain(`${short} has no acknowledged_on`);
  });

  test("have the columns that a mapping names between them", async () => {
    const one = file("one.csv", "Ref,Received", "R1,2021-04-01");
    const two = file("two.csv", "Ref,Received,Accepted", "R2,2021-04-01,2021-04-07");
    const columns = { id: "Ref", received_on: "Received", acknowledged_on: "Accepted" };
    const mapping = file("between.json", JSON.stringify({ columns }));
    const { out } = await check(one, two, "--mapping", mapping);
    expect(JSON.parse(out).lines[0]).toMatchObject({ counted: 2, met: 1, undetermined: 1 });
    expect(await check(one, "--mapping", mapping)).toMatchObject({
      code: 2,
      err: expect.stringContaining("Accepted"),
    });
    const drafted = await commandLine(["map", one, two]);
    expect(JSON.parse(drafted.out).columns).toEqual({ id: "Ref", received_on: "Received" });
    expect(JSON.parse(drafted.out).ignore).toEqual(["Accepted"]);
  });

  test("of events are read as one, in any order", async () => {
    const late = file("late.csv", "id,kind,on", "R2,contacted,2021-04-12");
    const early = file("early.csv", "on;kind;id", "2021-04-08;contacted;R1", "2021-04-08;contacted;R7");
    const { out, err } = await check(april, "--events", late, "--events", early);
    const { problems, lines } = JSON.parse(out);
    const contacted = lines.find(
      ({ requirement }: { requirement: string }) => requirement === "css-4/contacted",
    );
    expect(contacted).toMatchObject({ counted: 2, undetermined: 0 });
    expect(err).toContain(`${late}, ${early} is not in the order of ${april}`);
    expect(problems).toEqual([
      expect.objectContaining({ file: early, line: 3, code: "journey/event-without-journey" }),
    ]);
  });

  test("are refused where one is named twice", async () => {
    const { code, err } = await check(april, april);
    expect([code, err]).toEqual([2, `${april} is named twice. Remove one of the two.\n`]);
  });
});

describe("a header that is not where it is looked for", () => {
  test("is found below titles, and the option that says so is named", async () => {
    const titled = file("titled.csv", "Referrals", "", HEADER, "R1,2021-04-01,2021-04-07");
    const { code, err } = await check(titled);
    expect([code, err]).toEqual([
      2,
      `The column names of ${titled} are on line 3, not on line 1. Add --header-row 3.\n`,
    ]);
    expect((await check(titled, "--header-row", "3")).code).toBe(0);
  });

  test("in other words than the standard ones is found, too", async () => {
    const titled = file(
      "words.csv",
      "Referrals",
      "Case ref,Date received,Start date,Date left",
      "R1,2021-04-01,,",
    );
    expect((await check(titled)).err).toContain("are on line 2, not on line 1. Add --header-row 2.");
  });

  test("without the standard names leads to a first mapping", async () => {
    const own = file("own.csv", "Case ref,Date received", "R1,2021-04-01");
    expect((await check(own)).err).toContain(`\`programme-rules map ${own}\` writes a first mapping.`);
  });

  test.each(["0", "-1", "one", "1.5"])("is asked for by the number of a line, not by %s", async (line) => {
    expect(await commandLine(["check", "--header-row", line, "x.csv"])).toMatchObject({
      code: 2,
      err: expect.stringContaining("Expected the number of a line"),
    });
  });
});

describe("a mapping that map has drafted", () => {
  test("names what it could not find, and is refused until a person has filled it in", async () => {
    const own = file("unknown.csv", "Key,When", "R1,2021-04-01");
    const { out, err, code } = await commandLine(["map", own]);
    expect(code).toBe(0);
    expect(JSON.parse(out)).toEqual({ columns: { id: "?", received_on: "?" }, ignore: ["Key", "When"] });
    expect(err).toContain('No column looks like id: put its name where "?" stands in "columns".');
    const mapping = file("unknown.json", out);
    expect(await check(own, "--mapping", mapping)).toMatchObject({
      code: 2,
      err: expect.stringContaining('"?"'),
    });
  });

  test("says where day and month cannot be told apart, and where a date is in no form", async () => {
    const dates = file(
      "dates.csv",
      "id,received_on,left_on",
      "R1,03/04/2021,",
      "R2,05/04/2021,week 12 of 2021",
    );
    const { out, err } = await commandLine(["map", dates]);
    expect(JSON.parse(out).dates).toBe("uk");
    expect(err).toContain("Every date fits uk and MM/dd/yyyy: nothing shows which is meant.");
    const mixed = file("mixed.csv", "id,received_on", "R1,13/04/2021", "R2,2021-04-05", "R3,soon");
    const draft = await commandLine(["map", mixed]);
    expect(JSON.parse(draft.out).dates).toEqual(["iso", "uk"]);
    expect(draft.err).toContain('"received_on" has 1 text that no form reads ("soon")');
  });

  test.each([
    ["03/04/2021 10:30", "uk", "MM/dd/yyyy"],
    ["03/04/2021 00:00", "dd/MM/yyyy HH:mm", "MM/dd/yyyy HH:mm"],
    ["03-04-21", "dd-MM-yy", "MM-dd-yy"],
    ["03.04.2021", "dd.MM.yyyy", "MM.dd.yyyy"],
    ["21-04-05", "dd-MM-yy", "yy-MM-dd"],
  ])("says of %s that it may be another day", async (text, form, rival) => {
    const path = file("rival.csv", "id,received_on,left_on", `R1,${text},TBC`);
    const { out, err } = await commandLine(["map", path], { columns: 400 });
    expect(JSON.stringify(JSON.parse(out).dates)).toContain(form);
    expect(err).toContain(`Every date fits ${form} and ${rival}: nothing shows which is meant.`);
  });

  test("takes the column whose words are those of the standard one", async () => {
    const path = file("status.csv", "id,received_on,Referral Status,PRaP Outcome", "R1,2021-04-01,Open,DNA");
    expect(JSON.parse((await commandLine(["map", path])).out)).toEqual({
      columns: { prap_status: "PRaP Outcome" },
      values: { prap_status: { DNA: "did-not-attend" } },
      ignore: ["Referral Status"],
    });
  });

  test("passes over the lines of the page around the table", async () => {
    const path = file(
      "page.csv",
      "id;received_on",
      "R1;13/04/2021",
      "id;received_on",
      "----;----",
      "Total;20",
      "Page 1 of 1;",
    );
    expect(await commandLine(["map", path])).toMatchObject({ out: '{\n  "dates": "uk"\n}\n' });
  });

  test("lists the kinds of event that stand in neither file, so that a log of contacts does not say that no form was sent", async () => {
    const referrals = file("log-referrals.csv", "id,received_on,started_on", "R1,2021-04-01,2021-04-12");
    const log = file("log.csv", "id,kind,on", "R1,Spoke to client,2021-04-19", "R1,DNA,2021-04-26");
    const { out } = await commandLine(["map", referrals, "--events", log]);
    const mapping = JSON.parse(out);
    expect(mapping.values.kind).toEqual({ "Spoke to client": "contacted", DNA: "meeting-missed" });
    expect(mapping.notRecorded).toContain("esf-start-form-sent");
    expect(mapping.notRecorded).not.toContain("contacted");
    expect(mapping.notRecorded).not.toContain("started");
    const { out: json } = await check(referrals, "--events", log, "--mapping", file("log.json", out));
    const line = JSON.parse(json).lines.find(
      ({ requirement }: { requirement: string }) => requirement === "css-11/start-form",
    );
    expect(line).toMatchObject({ notMet: 0, reason: "not-recorded" });
  });

  test.each(["utf16le", "utf8"] as const)(
    "is read as a shell has written it, in %s with a mark",
    async (encoding) => {
      const path = file("written.csv", "id,received_on", "R1,13/04/2021");
      const mapping = join(folder, "written.json");
      writeFileSync(mapping, Buffer.from('\ufeff{ "dates": "uk" }', encoding));
      expect(JSON.parse((await check(path, "--mapping", mapping)).out).problems).toEqual([]);
      writeFileSync(mapping, Buffer.from('{ "ignore": ["R\u00e9f"] }', "latin1"));
      expect(await check(path, "--mapping", mapping)).toMatchObject({
        code: 2,
        err: `${mapping} is not UTF-8. Save it as UTF-8.\n`,
      });
    },
  );

  test("of a file in the standard columns is empty", async () => {
    const standard = file("standard.csv", HEADER, "R1,2021-04-01,2021-04-07");
    expect(await commandLine(["map", standard])).toMatchObject({ out: "{}\n", code: 0 });
  });
});
