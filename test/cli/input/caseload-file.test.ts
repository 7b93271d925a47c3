import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { type Journey, type Problem, type Row, readJourneys, whpJetsCv06 } from "programme-rules";
import { afterAll, describe, expect, test } from "vitest";
import { type CaseloadSource, eachJourney, readCaseload } from "../../../src/cli/input/caseload-file.js";
import { openTable } from "../../../src/cli/input/table-file.js";
import { ProblemList } from "../../../src/journey/index.js";

const folder = mkdtempSync(join(tmpdir(), "caseload-"));
afterAll(() => rmSync(folder, { recursive: true }));
const file = join(folder, "referrals.csv");
const eventsFile = join(folder, "events.csv");

/** The text of a file; no cell here needs quotes. */
const csv = (columns: readonly string[], rows: readonly Row[]) =>
  [columns, ...rows.map((row) => columns.map((column) => row[column] ?? ""))]
    .map((cells) => `${cells.join(",")}\n`)
    .join("");

const REFERRALS = ["id", "programme", "received_on", "left_on"];
const EVENTS = ["id", "kind", "on"];

interface Files extends Omit<CaseloadSource, "referrals" | "events"> {
  readonly files: readonly string[];
  readonly events?: readonly string[];
}

async function opened({ files, events = [], ...rest }: Files): Promise<CaseloadSource> {
  const open = (names: readonly string[]) => Promise.all(names.map((name) => openTable(name)));
  return { ...rest, referrals: await open(files), events: await open(events) };
}

async function read(
  referrals: readonly Row[],
  events: readonly Row[] | undefined,
  more: Partial<Files> = {},
) {
  writeFileSync(file, csv(REFERRALS, referrals));
  if (events !== undefined) writeFileSync(eventsFile, csv(EVENTS, events));
  const notices: string[] = [];
  const source = {
    files: [file],
    ...(events === undefined ? {} : { events: [eventsFile] }),
    mapping: { programme: whpJetsCv06 },
    onNotice: (text: string) => notices.push(text),
    ...more,
  };
  const data = new ProblemList();
  const found: Journey[] = [];
  await eachJourney(readCaseload(await opened(source), data), (journey) => found.push(journey));
  const { problems, problemCounts } = data;
  return {
    journeys: found,
    problems,
    problemCounts,
    notices: notices.filter((text) => !text.includes(" has no ")),
  };
}

const ids = fc.constantFrom("R1", "R2", "R3", "R4", "R5", "__proto__", "");
const referral: fc.Arbitrary<Row> = fc.record({
  id: ids,
  programme: fc.constantFrom("", "whp-jets", "whp-core"),
  received_on: fc.constantFrom("2021-04-01", "", "1/4/2021"),
  left_on: fc.constantFrom("", "2021-06-01", "?"),
});
const event: fc.Arbitrary<Row> = fc.record({
  id: fc.oneof(ids, fc.constant("unknown")),
  kind: fc.constantFrom("contacted", "meeting-missed", "", "phoned"),
  on: fc.constantFrom("2021-05-04", "2021-05-05", "", "May"),
});
const isBlank = (row: Row) => Object.values(row).every((cell) => cell === "");
const referrals = fc.array(referral, { maxLength: 8 }).map((rows) => rows.filter((row) => !isBlank(row)));
const events = fc.array(event, { maxLength: 12 }).map((rows) => rows.filter((row) => !isBlank(row)));

const byPlace = (problems: readonly Problem[]) =>
  problems.map(({ file: _, ...problem }) => JSON.stringify(problem)).sort();
const columns = (names: readonly string[], rows: readonly Row[]) =>
  rows.map((row) => Object.fromEntries(names.map((name) => [name, row[name] ?? ""])));

/** The line of the first row of each id, as the files have them. */
function linesOf(rows: readonly Row[]): Map<string, number> {
  const lines = new Map<string, number>();
  for (const [at, { id = "" }] of rows.entries()) if (id !== "" && !lines.has(id)) lines.set(id, at);
  return lines;
}

/** Whether events follow their referrals, found the slow way: no two of them are the wrong way round. */
function areInOrder(wide: readonly Row[], long: readonly Row[]): boolean {
  const lines = long.flatMap(({ id = "" }) => linesOf(wide).get(id) ?? []);
  return lines.every((line, at) => lines.slice(at).every((later) => later >= line));
}

test("files give what rows in memory give, side by side when they are in order, else held and said so", async () => {
  const sorted = fc.tuple(referrals, events).map(([wide, long]): [Row[], Row[]] => {
    const lines = linesOf(wide);
    return [wide, long.toSorted((one, other) => (lines.get(one.id!) ?? 0) - (lines.get(other.id!) ?? 0))];
  });
  await fc.assert(
    fc.asyncProperty(fc.oneof(fc.tuple(referrals, events), sorted), async ([wide, long]) => {
      const streamed = await read(wide, long);
      const held = readJourneys(columns(REFERRALS, wide), {
        programme: whpJetsCv06,
        events: columns(EVENTS, long),
      });
      // Of an id that comes again, a file has the journey at its end, whether or not its other rows can be read.
      const byId = (each: readonly Journey[]) => each.toSorted((one, other) => (one.id < other.id ? -1 : 1));
      expect(byId(streamed.journeys)).toEqual(byId(held.journeys));
      expect(byPlace(streamed.problems)).toEqual(byPlace(held.problems));
      expect(streamed.notices.length).toBe(areInOrder(wide, long) ? 0 : 1);
    }),
    { numRuns: 200 },
  );
});

const R1 = { id: "R1", received_on: "2021-04-01" };
const R2 = { id: "R2", received_on: "2021-04-02" };
const contacted = (id: string) => ({ id, kind: "contacted", on: "2021-05-04" });

describe("the order of the events file", () => {
  test("of the referrals: nothing is said, and events of no referral do not change that", async () => {
    const { journeys, problems, notices } = await read(
      [R1, R2],
      [contacted("R9"), contacted("R1"), contacted("A"), contacted("R2"), contacted("Z")],
    );
    expect(notices).toEqual([]);
    expect(journeys.map((journey) => journey.events.length)).toEqual([2, 2]);
    expect(problems.map(({ line, journey }) => [line, journey])).toEqual([
      [2, "R9"],
      [4, "A"],
      [6, "Z"],
    ]);
  });

  test("any other: one line says that the file is sorted first", async () => {
    const { journeys, notices } = await read([R1, R2], [contacted("R2"), contacted("R1")]);
    expect(notices).toEqual([
      `${eventsFile} is not in the order of ${file}, and is sorted first; many rows are sorted in a temporary file. Sort both by id to avoid that.`,
    ]);
    expect(journeys.map((journey) => journey.events.length)).toEqual([2, 2]);
  });

  test.each([
    ["in order", [contacted("R1"), contacted("R2")]],
    ["not in order", [contacted("R2"), contacted("R1")]],
  ])("events of a row that was refused are told, %s", async (_, long) => {
    const { journeys, problems } = await read([{ ...R1, programme: "whp-core" }, R2], long);
    expect(journeys.map(({ id }) => id)).toEqual(["R2"]);
    expect(problems.map(({ code }) => code).toSorted()).toEqual([
      "journey/event-without-journey",
      "journey/other-programme",
    ]);
  });
});

test("problems name their file, line and column", async () => {
  const { problems } = await read([{ ...R1, left_on: "?" }], [{ ...contacted("R1"), on: "?" }]);
  expect(problems.map(({ file: from, line, column, value }) => [from, line, column, value])).toEqual([
    [eventsFile, 2, "on", "?"],
    [file, 2, "left_on", "?"],
  ]);
});

test("columns that the referrals do not have are named in a notice", async () => {
  writeFileSync(file, csv(["id", "received_on"], [R1]));
  const notices: string[] = [];
  const source = await opened({ files: [file], onNotice: (text) => notices.push(text) });
  await eachJourney(readCaseload(source, new ProblemList()), ({ id }) => expect(id).toBe("R1"));
  expect(notices).toHaveLength(1);
  expect(notices[0]).toMatch(
    /^.*referrals\.csv has no acknowledged_on, .*, claimed_on: that is not recorded, and what rests on it is undetermined\. What happens again and again /,
  );
  expect(notices[0]).not.toContain("job_end_known_on"); // no event of its own
});

test("without a file of events, a notice says that what repeats is not recorded", async () => {
  const notices: string[] = [];
  const onNotice = (text: string) => notices.push(text);
  const whole = { files: ["examples/data/jets-clean.csv"], onNotice };
  await eachJourney(readCaseload(await opened(whole), new ProblemList()), () => {});
  expect(notices).toEqual([
    "What happens again and again (contacts, missed meetings, earnings …) comes with --events: without that file it is not recorded either.",
  ]);
  notices.length = 0;
  const both = await opened({ ...whole, events: ["examples/data/jets-clean-events.csv"] });
  await eachJourney(readCaseload(both, new ProblemList()), () => {});
  expect(notices).toEqual([]);
});

test("of many problems of one sort the first hundred are listed, and all are counted", async () => {
  const rows = Array.from({ length: 1203 }, (_, at) => ({
    id: `R${at}`,
    received_on: "2021-04-01",
    left_on: "?",
  }));
  const { problems, problemCounts } = await read(rows, undefined);
  expect(problems).toHaveLength(100);
  expect(problems.at(-1)).toMatchObject({ file, line: 101, column: "left_on" });
  expect(problemCounts).toEqual([{ code: "journey/date-form", column: "left_on", count: 1203 }]);
});

describe("what cannot be used is refused while journeys are read", () => {
  const refusal = async (files: Files) => {
    try {
      const reading = readCaseload(await opened(files), new ProblemList());
      await eachJourney(reading, (journey) => expect(journey).toBeDefined());
    } catch (error) {
      return (error as { code: string }).code;
    }
    return "accepted";
  };

  test.each<[string, () => Files, string]>([
    ["no such file", () => ({ files: [join(folder, "none.csv")] }), "csv/no-file"],
    ["no such events file", () => ({ files: [file], events: [join(folder, "none.csv")] }), "csv/no-file"],
    ["a folder", () => ({ files: [folder] }), "csv/unreadable-file"],
    ["an events file without a kind", () => ({ files: [file], events: [file] }), "journey/column-missing"],
    [
      "a mapping for another file",
      () => ({ files: [file], mapping: { columns: { site: "Office" } } }),
      "journey/mapped-column-missing",
    ],
  ])("%s", async (_, source, code) => {
    writeFileSync(file, csv(REFERRALS, [R1]));
    expect(await refusal(source())).toBe(code);
  });

  test("no header", async () => {
    writeFileSync(file, "R1,2021-04-01\nR2,2021-04-02\n");
    expect(await refusal({ files: [file] })).toBe("journey/column-missing");
  });
});
