import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, describe, expect, test } from "vitest";
import writeWorkbook from "write-excel-file/node";
import { commandLine } from "./terminal.js";

const folder = mkdtempSync(join(tmpdir(), "exports-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** Twelve invented referrals, as the standard columns have them; each system below writes the same ones its own way. */
const COLUMNS = [
  "id",
  "group",
  "site",
  "self_employed",
  "received_on",
  "acknowledged_on",
  "first_attempt_on",
  "first_contact_on",
  "appointment_on",
  "prap_status",
  "prap_updated_on",
  "started_on",
  "standards_on",
  "plan_on",
  "job_started_on",
  "left_on",
  "exit_report_on",
  "outcome_on",
] as const;
type Column = (typeof COLUMNS)[number];
type Referral = Readonly<Record<Column, string>>;

/** Days of April 2021 off a wall calendar: Good Friday was the 2nd, Easter Monday the 5th. */
const RECEIVED = [1, 6, 7, 8, 9, 12, 13, 14, 15, 16, 19, 20];
const TWO_WORKING_DAYS_LATER = [7, 8, 9, 12, 13, 14, 15, 16, 19, 20, 21, 22];
const ACKNOWLEDGED_LATE = [4, 9];

const day = (month: number, date: number) =>
  `2021-${String(month).padStart(2, "0")}-${String(date).padStart(2, "0")}`;

const REFERRALS: readonly Referral[] = RECEIVED.map((received, at) => {
  const due = day(4, TWO_WORKING_DAYS_LATER[at]!);
  const isStarted = at % 4 !== 3;
  return {
    id: `C${1001 + at}`,
    group: "",
    site: at % 2 === 0 ? "Caf\u00e9 Yard" : "Mill Lane",
    self_employed: at === 2 ? "yes" : at === 0 ? "no" : "",
    received_on: day(4, received),
    acknowledged_on: ACKNOWLEDGED_LATE.includes(at) ? day(4, 29) : due,
    first_attempt_on: due,
    first_contact_on: due,
    appointment_on: day(5, 4 + at),
    prap_status: isStarted ? "started" : "did-not-attend",
    prap_updated_on: day(5, 5 + at),
    started_on: isStarted ? day(5, 4 + at) : "",
    standards_on: isStarted ? day(5, 4 + at) : "",
    plan_on: isStarted ? day(5, 10 + at) : "",
    job_started_on: at < 3 ? day(6, 14 + at) : "",
    left_on: at === 8 ? day(6, 21) : "",
    exit_report_on: at === 8 ? day(6, 25) : "",
    outcome_on: at === 0 ? day(7, 30) : "",
  };
});

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
const parts = (iso: string) => iso.split("-") as [string, string, string];
const uk = (iso: string) => parts(iso).toReversed().join("/");
const dashed = (iso: string) =>
  `${parts(iso)[2]}-${MONTHS[Number(parts(iso)[1]) - 1]}-${parts(iso)[0].slice(2)}`;
const american = (iso: string) =>
  `${Number(parts(iso)[1])}/${Number(parts(iso)[2])}/${parts(iso)[0]} 12:00:00 AM`;
/** The instant at which a day of the summer of 2021 begins in London. */
const instant = (iso: string) => new Date(Date.parse(`${iso}T00:00:00Z`) - 3_600_000).toISOString();

/** How a system writes the same referrals. */
interface Writing {
  /** What it calls each column; one that it leaves out keeps its standard name. */
  readonly names?: Readonly<Partial<Record<Column, string>>>;
  readonly date?: (iso: string) => string;
  /** What it writes for a word, an empty cell too. */
  readonly words?: Readonly<Record<string, string>>;
  /** More columns, after the others. */
  readonly more?: readonly string[];
}

/** The table as the system has it, its names first. */
function tableOf(
  { names = {}, date = (iso) => iso, words = {}, more = [] }: Writing,
  rows = REFERRALS,
): string[][] {
  const cell = (text: string) => words[text] ?? (/^\d{4}-/.test(text) ? date(text) : text);
  return [
    [...COLUMNS.map((column) => names[column] ?? column), ...more],
    ...rows.map((row) => [...COLUMNS.map((column) => cell(row[column])), ...more.map(() => "x")]),
  ];
}

function textOf(table: readonly (readonly string[])[], delimiter = ",", lineEnd = "\n"): string {
  const quoted = (cell: string) => (/[",;\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
  return table.map((row) => `${row.map(quoted).join(delimiter)}${lineEnd}`).join("");
}

let files = 0;
function fileOf(name: string, content: string | Buffer): string {
  const file = join(folder, `${files++}-${name}`);
  writeFileSync(file, content);
  return file;
}

const CHECK = ["check", "--as-at", "2021-08-31", "--json"];

/** What a person finishes a first mapping with. */
interface Finish {
  readonly columns?: object;
  readonly values?: object;
  readonly [part: string]: unknown;
}

/** What `map` writes for a file, finished, and what `check` says of the file with it. */
async function mappedCheck(names: readonly string[], flags: readonly string[], finish: Finish = {}) {
  const drafted = await commandLine(["map", names[0]!, ...flags]);
  expect(drafted.code).toBe(0);
  const draft = JSON.parse(drafted.out);
  const { columns, values, ...rest } = finish;
  const mapping = {
    ...draft,
    ...rest,
    columns: { ...draft.columns, ...columns },
    values: { ...draft.values, ...values },
  };
  const file = fileOf("mapping.json", JSON.stringify(mapping));
  const checked = await commandLine([...CHECK, "--mapping", file, ...flags, ...names]);
  return { draft, remarks: drafted.err, ...checked };
}

/** The scorecard and what was left out: what must be the same however the referrals were written. */
function scorecard(out: string) {
  const { lines, journeys, leftOut } = JSON.parse(out);
  return { lines, journeys, leftOut };
}

const standard = async () => {
  const { out, code } = await commandLine([...CHECK, fileOf("standard.csv", textOf(tableOf({})))]);
  return { code, ...scorecard(out) };
};

test("by the standard columns, two of the twelve were acknowledged late", async () => {
  const { code, journeys, leftOut, lines } = await standard();
  expect([code, journeys, leftOut]).toEqual([1, 12, undefined]);
  expect(lines[0]).toMatchObject({ requirement: "css-1/acknowledged", counted: 12, met: 10, notMet: 2 });
});

/** The names that a case management system gives its columns. */
const CASE_SYSTEM = {
  id: "Case Ref",
  group: "Customer group",
  site: "Office",
  self_employed: "Self-employed?",
  received_on: "Date received",
  acknowledged_on: "Date acknowledged",
  first_attempt_on: "First contact attempt",
  first_contact_on: "Date of first contact",
  appointment_on: "Initial appointment date",
  prap_status: "PRaP outcome",
  prap_updated_on: "PRaP updated",
  started_on: "Start date",
  standards_on: "Service standards provided",
  plan_on: "Action plan date",
  job_started_on: "Job start date",
  left_on: "Date left",
  exit_report_on: "Exit report sent",
  outcome_on: "Outcome date",
} as const;

/** The same as a database has them. */
const DATABASE = {
  id: "CaseReference",
  group: "CustomerGroup",
  site: "Site",
  self_employed: "IsSelfEmployed",
  received_on: "ReferralReceivedDate",
  acknowledged_on: "AcknowledgedDate",
  first_attempt_on: "FirstAttemptDate",
  first_contact_on: "FirstContactDate",
  appointment_on: "InitialAppointmentDate",
  prap_status: "PrapStatus",
  prap_updated_on: "PrapUpdatedDate",
  started_on: "StartDate",
  standards_on: "StandardsProvidedDate",
  plan_on: "ActionPlanDate",
  job_started_on: "JobStartDate",
  left_on: "LeftDate",
  exit_report_on: "ExitReportDate",
  outcome_on: "OutcomeDate",
} as const;

const CODES = { started: "Started", "did-not-attend": "DNA", yes: "Y", no: "N" };

describe("exports of twelve referrals go from map to the scorecard of the standard columns", () => {
  test("a case system's: semicolons, sep=, Windows line ends, British dates, its own codes", async () => {
    const table = tableOf({ names: CASE_SYSTEM, date: uk, words: CODES, more: ["Last edited by", "Notes"] });
    const file = fileOf("cases.csv", `sep=;\r\n${textOf(table, ";", "\r\n")}`);
    const { draft, remarks, out, code } = await mappedCheck([file], []);
    expect(draft).toMatchObject({
      columns: {
        id: "Case Ref",
        received_on: "Date received",
        started_on: "Start date",
        left_on: "Date left",
      },
      dates: "uk",
      values: { prap_status: { DNA: "did-not-attend" }, self_employed: { Y: "yes", N: "no" } },
      ignore: ["Last edited by", "Notes"],
    });
    expect(remarks).toContain("separated by semicolons");
    expect({ code, ...scorecard(out) }).toEqual(await standard());
  });

  test("a query tool's: tabs, datetimes, NULL, and a count of the rows below", async () => {
    const date = (iso: string) => `${iso} 00:00:00.000`;
    const table = tableOf({ names: DATABASE, date, words: { ...CODES, "": "NULL" } });
    const file = fileOf("query.txt", `${textOf(table, "\t", "\r\n")}\r\n(12 rows affected)\r\n`);
    const { draft, out, code } = await mappedCheck([file], []);
    expect(draft).toMatchObject({ dates: "yyyy-MM-dd HH:mm:ss.SSS", blank: ["NULL"] });
    expect({ code, ...scorecard(out) }).toEqual(await standard());
  });

  test("a workbook: a title above the names, real dates, a row of totals", async () => {
    const [names, ...rows] = tableOf({ names: CASE_SYSTEM, words: CODES });
    const cellOf = (text: string) =>
      /^\d{4}-/.test(text) ? { value: new Date(`${text}T00:00:00Z`), format: "dd/mm/yyyy" } : { value: text };
    const data = [
      [{ value: "Referrals to JETS, April 2021" }],
      [],
      names!.map((value) => ({ value })),
      ...rows.map((row) => row.map(cellOf)),
      [{ value: "Total" }, null, { value: 12 }],
    ];
    const file = fileOf(
      "cases.xlsx",
      await writeWorkbook([{ sheet: "Referrals", data }] as never).toBuffer(),
    );
    const drafted = await commandLine(["map", file]);
    expect(drafted.err).toContain("--header-row 3");
    const { draft, out, code } = await mappedCheck([file], ["--sheet", "Referrals", "--header-row", "3"]);
    expect(draft.dates).toBeUndefined();
    expect({ code, ...scorecard(out) }).toEqual(await standard());
  });

  test("an older Windows system's: Windows-1252, months in letters, years of two digits", async () => {
    const text = textOf(tableOf({ names: CASE_SYSTEM, date: dashed, words: CODES }));
    const file = fileOf("old.csv", Buffer.from(text, "latin1"));
    const refused = await commandLine(["map", file]);
    expect([refused.code, refused.err]).toEqual([2, expect.stringContaining("--encoding windows-1252")]);
    const { draft, out, code } = await mappedCheck([file], ["--encoding", "windows-1252"]);
    expect(draft.dates).toBe("dd-MMM-yy");
    expect({ code, ...scorecard(out) }).toEqual(await standard());
    const sites = await commandLine([
      "report",
      "--by",
      "site",
      "--encoding",
      "windows-1252",
      "--mapping",
      fileOf("m.json", JSON.stringify(draft)),
      file,
    ]);
    expect(sites.out).toContain("Café Yard");
  });

  test("a nightly job's: gzip, instants with an offset", async () => {
    const file = fileOf(
      "nightly.csv.gz",
      gzipSync(textOf(tableOf({ names: DATABASE, date: instant, words: CODES }))),
    );
    const { draft, remarks, out, code } = await mappedCheck([file], []);
    expect(draft).toMatchObject({ times: "london" });
    expect(remarks).toContain("the date in London");
    expect({ code, ...scorecard(out) }).toEqual(await standard());
  });

  test("a spreadsheet's Unicode text: UTF-16 and tabs, a trailing tab in every row", async () => {
    const table = tableOf({ names: CASE_SYSTEM, date: uk, words: CODES }).map((row) => [...row, ""]);
    const file = fileOf("unicode.txt", Buffer.from(`\ufeff${textOf(table, "\t", "\r\n")}`, "utf16le"));
    const { out, code } = await mappedCheck([file], []);
    expect({ code, ...scorecard(out) }).toEqual(await standard());
  });

  test("a mainframe's: pipes, capitals, dates without delimiters, a dash for nothing", async () => {
    const names = Object.fromEntries(
      COLUMNS.map((column) => [column, column.toUpperCase().replaceAll("_", " ")]),
    );
    const date = (iso: string) => iso.replaceAll("-", "");
    const table = tableOf({
      names,
      date,
      words: { "": "-", started: "STARTED", "did-not-attend": "DID-NOT-ATTEND" },
    });
    const file = fileOf("batch.txt", textOf(table, "|"));
    const { draft, out, code } = await mappedCheck([file], []);
    expect(draft).toEqual({ dates: "yyyyMMdd", blank: ["-"] });
    expect({ code, ...scorecard(out) }).toEqual(await standard());
  });

  test("an American system's: the month first, midnight as 12 AM", async () => {
    const file = fileOf("dynamics.csv", textOf(tableOf({ names: DATABASE, date: american, words: CODES })));
    const { draft, out, code } = await mappedCheck([file], []);
    expect(draft.dates).toBe("MM/dd/yyyy hh:mm:ss a");
    expect({ code, ...scorecard(out) }).toEqual(await standard());
  });

  test("two months in two files, their columns in another order", async () => {
    const [names, ...rows] = tableOf({ names: CASE_SYSTEM, date: uk, words: CODES });
    const first = fileOf("april.csv", textOf([names!, ...rows.slice(0, 5)]));
    const second = fileOf(
      "may.csv",
      textOf(
        [names!, ...rows.slice(5)].map((row) => row.toReversed()),
        ";",
      ),
    );
    const { out, code } = await mappedCheck([first, second], []);
    expect({ code, ...scorecard(out) }).toEqual(await standard());
  });

  test("a workbook saved as CSV while its dates were shown as numbers", async () => {
    const date = (iso: string) =>
      String((Date.parse(`${iso}T00:00:00Z`) - Date.UTC(1899, 11, 30)) / 86_400_000);
    const file = fileOf("general.csv", textOf(tableOf({ names: CASE_SYSTEM, date, words: CODES })));
    const { draft, remarks, out, code } = await mappedCheck([file], []);
    expect(draft.excelSerials).toBe(true);
    expect(remarks).toContain("as Excel counts days");
    expect({ code, ...scorecard(out) }).toEqual(await standard());
  });

  test("codes that no table knows have to be decided by a person", async () => {
    const words = { started: "S1", "did-not-attend": "X9", yes: "Y", no: "N" };
    const file = fileOf("codes.csv", textOf(tableOf({ names: CASE_SYSTEM, date: uk, words })));
    const undecided = await mappedCheck([file], []);
    expect(undecided.draft.values.prap_status).toEqual({ S1: "?", X9: "?" });
    expect([undecided.code, undecided.err]).toEqual([2, expect.stringContaining("prap_status")]);
    const { out, code } = await mappedCheck([file], [], {
      values: { prap_status: { S1: "started", X9: "did-not-attend" } },
    });
    expect({ code, ...scorecard(out) }).toEqual(await standard());
  });
});

test("events of a contact log go with the referrals, their kinds and names the log's own", async () => {
  const referrals = fileOf("referrals.csv", textOf(tableOf({ names: CASE_SYSTEM, date: uk, words: CODES })));
  const contacts = fileOf(
    "contacts.csv",
    "Case Ref;Activity type;Activity date;Entered\nC1001;Contacted;18/05/2021;19/05/2021\nC1001;Meeting missed;25/05/2021;25/05/2021\n",
  );
  const drafted = await commandLine(["map", referrals, "--events", contacts]);
  expect(JSON.parse(drafted.out)).toMatchObject({
    eventColumns: { id: "Case Ref", kind: "Activity type", on: "Activity date", known_on: "Entered" },
    dates: "uk",
    values: { kind: { Contacted: "contacted", "Meeting missed": "meeting-missed" } },
  });
  const mapping = fileOf("mapping.json", drafted.out);
  const explained = await commandLine([
    "explain",
    "C1001",
    "--as-at",
    "2021-08-31",
    "--mapping",
    mapping,
    "--events",
    contacts,
    referrals,
  ]);
  expect([explained.code, explained.out]).toEqual([0, expect.stringContaining("18 May 2021")]);
});
