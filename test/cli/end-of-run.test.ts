import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { whpJetsCv06 } from "programme-rules";
import { describe, expect, test } from "vitest";
import { commandLine } from "./terminal.js";

const data = (name: string) => fileURLToPath(new URL(`../../examples/data/${name}`, import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "end-of-run-"));
const file = (name: string, text: string) => {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
};
const HEADER = "id,received_on,acknowledged_on,provider";
const rows = (name: string, ...lines: string[]) => file(name, `${[HEADER, ...lines].join("\n")}\n`);

const headerOnly = rows("header-only.csv");
const withoutIds = rows("without-ids.csv", ",2021-04-01,,", ",2021-04-02,,");
const empty = file("empty.csv", "");
const wrongForm = rows("wrong-form.csv", "R1,04-2021-01,04-2021-06,", "R2,04-2021-02,,");
const twice = rows("twice.csv", "R1,2021-04-01,,", "R1,2021-04-02,,");
const late = rows("late.csv", "R1,2021-04-01,2021-04-30,");
const inTime = rows("in-time.csv", "R1,2021-04-01,2021-04-06,");
const inPart = rows("in-part.csv", "R1,2021-04-01,2021-04-06,", ",2021-04-01,2021-04-06,");

/** JETS as far as it asks for acknowledging alone, so that what a line of it comes to is what the run comes to. */
const programmeOf = (more: object = {}) => ({
  ...whpJetsCv06,
  id: "own",
  readings: [],
  states: whpJetsCv06.states.filter((state) => "from" in state),
  standards: [{ ...whpJetsCv06.standards[0]!, ...more }],
});
const own = file("own.json", JSON.stringify(programmeOf()));
const offered = file("offered.json", JSON.stringify(programmeOf({ standing: "offered" })));

const unwrapped = (text: string) => text.replaceAll(/\s+/g, " ");
const check = (...words: string[]) => commandLine(["check", "--as-at", "2021-06-30", ...words]);
const checkOwn = (...words: string[]) => check("--programme", own, ...words);

describe("check ends with", () => {
  test("0 when everything is met", async () => expect(await checkOwn(inTime)).toMatchObject({ code: 0 }));
  test("0 when every line is pending, which is a verdict", async () => {
    const { out, code } = await checkOwn("--as-at", "2021-04-01", rows("pending.csv", "R1,2021-04-01,,"));
    expect(out).toContain("1 requirement: 1 pending.");
    expect(code).toBe(0);
  });
  test("2 when nobody had been received by that day, as with a wrong year", async () => {
    const { err, code } = await checkOwn("--as-at", "2021-03-01", inTime);
    expect(err.replaceAll(/\s+/g, " ")).toContain(
      "none of its referrals had been received by Mon 1 Mar 2021 (check --as-at and the dates).",
    );
    expect(code).toBe(2);
  });
  test("0 when one id of three is there twice and differs, and 3 when that matters", async () => {
    const lines = ["R1,2021-04-01,2021-04-06", "R2,2021-04-01,2021-04-06", "R3,2021-04-01,2021-04-06"];
    const path = file(
      "one-twice.csv",
      ["id,received_on,acknowledged_on", ...lines, "R1,2021-04-02,2021-04-07", ""].join("\n"),
    );
    expect((await checkOwn(path)).code).toBe(0);
    expect((await checkOwn("--strict", path)).code).toBe(3);
  });
  test("3 when rows of events name no referral of the file, and that matters", async () => {
    const events = file("of-nobody.csv", "id,kind,on\nR9,contacted,2021-04-06\n");
    expect((await checkOwn("--events", events, inTime)).code).toBe(0);
    const { err, code } = await checkOwn("--strict", "--events", events, inTime);
    expect(unwrapped(err)).toContain(
      "Not used: 1 row of events, for a referral that is not in the file or without a kind.",
    );
    expect(code).toBe(3);
  });
  test("1 when a line is not met, whatever else is unknown", async () => {
    expect((await checkOwn(late)).code).toBe(1);
    expect((await check("--strict", late, "--programme", own)).code).toBe(1);
    expect((await check(late)).code).toBe(1);
  });

  test.each([
    ["a header alone", headerOnly, "no rows below the header. Check that the export was finished."],
    ["rows without an id", withoutIds, "no row can be used. Line 2, id: empty."],
  ])("2 for a file without a referral: %s", async (_, path, message) => {
    const { out, err, code } = await check(path);
    expect(out).toBe("");
    expect(err).toContain(`No referral in ${path}: ${message}`);
    expect(code).toBe(2);
  });
  test("2 for a file of another programme, with the first of its rows, not of its events", async () => {
    const words = ["--programme", own, "--events", data("jets-events.csv"), data("jets-caseload.csv")];
    const { err, code } = await check(...words);
    expect(err).toContain(
      `No referral in ${words.at(-1)}: no row can be used. Line 2, programme: another programme`,
    );
    expect(code).toBe(2);
  });
  test("2 for an empty file", async () => {
    const { err, code } = await check(empty);
    expect(err).toContain(`The file is empty: ${empty}.`);
    expect(code).toBe(2);
  });

  test("2 when no date of receipt can be read, and names the columns", async () => {
    const { out, err, code } = await check(wrongForm);
    expect(out).toContain("3 problems in the data:");
    expect(unwrapped(err)).toContain(
      `Nothing could be judged in ${wrongForm}: problems in received_on (2) and acknowledged_on (1) (correct them);`,
    );
    expect(code).toBe(2);
  });
  test("2 when nothing that is asked for is recorded", async () => {
    const path = file("bare.csv", "id,received_on\nR1,2021-04-01\n");
    const { err, code } = await checkOwn(path);
    expect(unwrapped(err)).toMatch(
      /Nothing could be judged in .*: no record of "Acknowledged" \(add columns, or --events\)\. $/,
    );
    expect(code).toBe(2);
  });
  test("2 when every id is doubtful", async () => {
    const { err, code } = await check(twice);
    expect(unwrapped(err)).toContain(": ids come more than once (give each referral one row)");
    expect(code).toBe(2);
  });
  test("2 when the text withholds what the lines are held to", async () => {
    const [standard] = whpJetsCv06.standards;
    const requirements = standard!.requirements.map((each) => ({
      ...each,
      target: { atLeast: { open: "not-said" } },
    }));
    const open = file("open.json", JSON.stringify(programmeOf({ requirements })));
    const { err, code } = await check("--programme", open, inTime);
    expect(unwrapped(err)).toContain(
      ": no value for css-1/acknowledged.target (give it in a programme of your own).",
    );
    expect(code).toBe(2);
  });
  test("2 when the programme asks for nothing: a check of nothing is not passed", async () => {
    const { out, err, code } = await check("--programme", offered, inTime);
    expect(out).toContain("No requirement is in force");
    expect(unwrapped(err)).toMatch(/Nothing could be judged in .*: No requirement is in force;/);
    expect(code).toBe(2);
    expect((await check("--programme", offered, "--including", "offered", inTime)).code).toBe(0);
    expect((await check("--programme", "work-programme", inTime)).code).toBe(2);
  });
  test("the same code with --json, whose output stays JSON", async () => {
    const { out, code } = await check("--json", wrongForm);
    expect(JSON.parse(out).journeys).toBe(2);
    expect(code).toBe(2);
  });

  test("3 with --strict, when nothing failed but a line is undetermined, or a row is left out", async () => {
    const unsure = await check("--strict", inTime);
    expect(unsure.err).toMatch(/\nUndetermined: \w+ requirements\.\n$/);
    expect(unsure.code).toBe(3);
    const some = await checkOwn("--strict", inPart);
    expect(some.err).toMatch(/\nNot judged: one row without an id\.\n$/);
    expect(some.code).toBe(3);
    expect((await checkOwn(inPart)).code).toBe(0);
  });
  test("0 with --strict when nothing is in doubt", async () => {
    const { err, code } = await checkOwn("--strict", inTime);
    expect(err).not.toMatch(/Undetermined|Not judged/);
    expect(code).toBe(0);
  });
});

const offer = data("jets-offer.json");
test.each([
  ["report", ["report"]],
  ["backlog", ["backlog"]],
  ["backlog by day", ["backlog", "--month", "2021-04"]],
  ["due", ["due"]],
  ["explain", ["explain", "R1"]],
  ["readings", ["readings"]],
  ["cohorts", ["cohorts"]],
  ["cohorts conversion", ["cohorts", "conversion"]],
  ["review", ["review"]],
  ["offer impact", ["offer", "impact", offer]],
])("%s ends with 2 for a file without a referral", async (_, words) => {
  const { out, err, code } = await commandLine([...words, "--as-at", "2021-06-30", headerOnly]);
  expect([out, code]).toEqual(["", 2]);
  expect(err).toContain(`No referral in ${headerOnly}:`);
});

describe("--by an attribute that no referral has", () => {
  const placed = rows("placed.csv", "R1,2021-04-01,2021-04-06,north");
  const nowhere = rows("nowhere.csv", "R1,2021-04-01,2021-04-06,");

  test.each([
    ["report", ["report", "--by", "site"], "Expected month, provider."],
    ["report, of several", ["report", "--by", "provider,site"], "Expected month, provider."],
    ["cohorts", ["cohorts", "--by", "site"], "Expected provider."],
    ["cohorts providers", ["cohorts", "providers", "--by", "area"], "Expected provider."],
    ["review", ["review", "--by", "site"], "Expected provider."],
  ])("%s says what the file has", async (_, words, expected) => {
    const { out, err, code } = await commandLine([...words, "--as-at", "2021-06-30", placed]);
    expect([out, code]).toEqual(["", 2]);
    expect(err).toMatch(/Not accepted: --by "(site|area)", which no referral in /);
    expect(err).toContain(expected);
  });
  test("a word that is no attribute asks which was meant", async () => {
    const { err, code } = await commandLine(["report", "--by", "provder", placed]);
    expect(err).toContain('Not accepted: --by "provder". Did you mean provider?');
    expect(code).toBe(2);
  });
  test("a file that has none says so", async () => {
    const { err, code } = await commandLine([
      "cohorts",
      "--by",
      "provider",
      "--as-at",
      "2021-06-30",
      nowhere,
    ]);
    expect(err).toContain("Expected a file with such a column.");
    expect(code).toBe(2);
  });
  test("a file of counts is looked at too", async () => {
    const counts = file("counts.csv", "month,provider,starts,converted_0\n2021-06,north,10,0\n");
    const { err, code } = await commandLine(["cohorts", "--by", "area", "--as-at", "2021-06-30", counts]);
    expect(err).toContain(`Not accepted: --by "area", which no row of ${counts} has. Expected provider.`);
    expect(code).toBe(2);
  });
  test("the month, and what review takes unless told, need no attribute", async () => {
    const words = ["--as-at", "2021-06-30", nowhere];
    expect((await commandLine(["report", "--by", "month", ...words])).code).toBe(0);
    expect((await commandLine(["review", ...words])).code).toBe(0);
  });
});
