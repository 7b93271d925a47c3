import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import fc from "fast-check";
import { type Journey, readJourneys, whpJetsCv06 } from "programme-rules";
import { afterAll, expect, test } from "vitest";
import { eachJourney, readCaseload } from "../../src/cli/input/caseload-file.js";
import { openTable } from "../../src/cli/input/table-file.js";
import { ProblemList } from "../../src/journey/index.js";

const folder = mkdtempSync(join(tmpdir(), "files-"));
afterAll(() => rmSync(folder, { recursive: true }));

const NAMES = "January February March April May June July August September October November December".split(
  " ",
);
const WEEKDAYS = "Sunday Monday Tuesday Wednesday Thursday Friday Saturday".split(" ");

interface Day {
  readonly year: string;
  readonly month: string;
  readonly day: string;
}

/** How people and systems write a day in each form, letter by letter; what the mapping says of its times. */
const FORMS: Readonly<Record<string, { write: (on: Day) => string; times?: "as-written" | "london" }>> = {
  iso: { write: ({ year, month, day }) => `${year}-${month}-${day}` },
  uk: { write: ({ year, month, day }) => `${day}/${month}/${year}` },
  "d/M/yyyy": { write: ({ year, month, day }) => `${Number(day)}/${Number(month)}/${year}` },
  "dd/MM/yy": { write: ({ year, month, day }) => `${day}/${month}/${year.slice(2)}` },
  "MM/dd/yyyy": { write: ({ year, month, day }) => `${month}/${day}/${year}` },
  "dd.MM.yyyy": { write: ({ year, month, day }) => `${day}.${month}.${year}` },
  yyyyMMdd: { write: ({ year, month, day }) => `${year}${month}${day}` },
  "dd-MMM-yy": {
    write: ({ year, month, day }) =>
      `${day}-${NAMES[Number(month) - 1]!.slice(0, 3).toUpperCase()}-${year.slice(2)}`,
  },
  "d MMMM yyyy": { write: ({ year, month, day }) => `${Number(day)} ${NAMES[Number(month) - 1]} ${year}` },
  "EEE dd MMM yyyy": {
    write: ({ year, month, day }) =>
      `${WEEKDAYS[new Date(`${year}-${month}-${day}T00:00:00Z`).getUTCDay()]!.slice(0, 3)} ${day} ${NAMES[Number(month) - 1]!.slice(0, 3)} ${year}`,
  },
  "yyyy-MM-dd HH:mm:ss": { write: ({ year, month, day }) => `${year}-${month}-${day} 00:00:00` },
  "yyyy-MM-dd HH:mm:ss.SSSSSSS": {
    write: ({ year, month, day }) => `${year}-${month}-${day} 23:59:59.9999999`,
    times: "as-written",
  },
  "dd/MM/yyyy hh:mm a": {
    write: ({ year, month, day }) => `${day}/${month}/${year} 11:05 PM`,
    times: "as-written",
  },
  // Half past midnight in London on any day of the year, as an instant: half past eleven in UTC while clocks are forward.
  "yyyy-MM-dd'T'HH:mm:ssXXX": {
    write: ({ year, month, day }) => `${year}-${month}-${day}T12:30:00+00:00`,
    times: "london",
  },
};

const date = fc
  .date({ min: new Date("2021-01-05T00:00:00Z"), max: new Date("2021-12-28T00:00:00Z"), noInvalidDate: true })
  .map((each) => each.toISOString().slice(0, 10));

const COLUMNS = ["id", "site", "received_on", "acknowledged_on", "left_on"] as const;

const rows = fc.uniqueArray(
  fc.record({
    id: fc.stringMatching(/^[A-Z]\d{1,4}$/),
    site: fc.constantFrom("", "Café", "Mill; Lane", "a,b", "tab\there", 'the "old" one', "pipe|pipe"),
    received_on: date,
    acknowledged_on: fc.oneof(date, fc.constant("")),
    left_on: fc.oneof(date, fc.constant("")),
  }),
  { selector: ({ id }) => id, minLength: 1, maxLength: 6 },
);

const ENCODINGS: Readonly<Record<string, (text: string) => Buffer>> = {
  "utf-8": (text) => Buffer.from(text),
  "utf-8 with a mark": (text) => Buffer.from(`\ufeff${text}`),
  "utf-16le": (text) => Buffer.from(`\ufeff${text}`, "utf16le"),
  "utf-16be": (text) => Buffer.from(`\ufeff${text}`, "utf16le").swap16(),
  // No letter here is beyond Latin-1, where the two encodings are the same.
  "windows-1252": (text) => Buffer.from(text, "latin1"),
};

const layout = fc.record({
  form: fc.constantFrom(...Object.keys(FORMS)),
  delimiter: fc.constantFrom(",", ";", "\t", "|"),
  lineEnd: fc.constantFrom("\n", "\r\n"),
  encoding: fc.constantFrom(...Object.keys(ENCODINGS)),
  isZipped: fc.boolean(),
  titles: fc.integer({ min: 0, max: 2 }),
  blank: fc.constantFrom("", "NULL", "n/a", "31/12/9999"),
  columns: fc.shuffledSubarray([...COLUMNS], { minLength: COLUMNS.length }),
});

test("a file is read in no other sense than its mapping says, whatever its form of dates, delimiter and encoding", async () => {
  await fc.assert(
    fc.asyncProperty(
      rows,
      layout,
      async (referrals, { form, delimiter, lineEnd, encoding, isZipped, titles, blank, columns }) => {
        const { write, times } = FORMS[form]!;
        const cell = (column: (typeof COLUMNS)[number], text: string) => {
          const [year = "", month = "", day = ""] = text.split("-");
          const written = text === "" ? blank : column.endsWith("_on") ? write({ year, month, day }) : text;
          return `"${written.replaceAll('"', '""')}"`;
        };
        const lines = [
          ...Array.from({ length: titles }, () => "Referrals of 2021"),
          columns.map((column) => `My ${column}`).join(delimiter),
          ...referrals.map((row) => columns.map((column) => cell(column, row[column])).join(delimiter)),
        ];
        const bytes = ENCODINGS[encoding]!(lines.map((line) => `${line}${lineEnd}`).join(""));
        const file = join(folder, "file");
        writeFileSync(file, isZipped ? gzipSync(bytes) : bytes);

        const table = await openTable(file, {
          headerRow: titles + 1,
          ...(encoding === "windows-1252" ? { encoding } : {}),
        });
        const mapping = {
          programme: whpJetsCv06,
          columns: Object.fromEntries(COLUMNS.map((column) => [column, `My ${column}`])),
          dates: form,
          blank: [blank],
          ...(times === undefined ? {} : { times }),
        };
        const data = new ProblemList();
        const found: Journey[] = [];
        const reading = readCaseload({ referrals: [table], events: [], mapping }, data);
        await eachJourney(reading, (journey) => found.push(journey));

        expect(data.problems).toEqual([]);
        expect(found).toEqual(readJourneys(referrals, { programme: whpJetsCv06 }).journeys);
      },
    ),
    { numRuns: 150 },
  );
});

test("a file in another form than its mapping says is problems, never another date", async () => {
  const forms = Object.keys(FORMS);
  await fc.assert(
    fc.asyncProperty(
      date,
      fc.constantFrom(...forms),
      fc.constantFrom(...forms),
      async (on, written, said) => {
        const [year = "", month = "", day = ""] = on.split("-");
        const text = FORMS[written]!.write({ year, month, day });
        const { times } = FORMS[said]!;
        const { journeys } = readJourneys([{ id: "R1", received_on: text }], {
          dates: said,
          ...(times === undefined ? {} : { times }),
        });
        const read = journeys[0]?.events[0]?.on;
        // Day and month may be taken for each other only where the mapping itself says the wrong order.
        const isSwapped = [written, said].filter((form) => form === "MM/dd/yyyy").length === 1;
        if (read !== undefined && !isSwapped) expect(read).toBe(on);
      },
    ),
    { numRuns: 300 },
  );
});
