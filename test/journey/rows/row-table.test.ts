import fc from "fast-check";
import {
  type Problem,
  type Row,
  type RowMapping,
  readJourneys,
  rowReader,
  whpJetsCv06,
} from "programme-rules";
import { describe, expect, test } from "vitest";

const received = { id: "R1", received_on: "2021-04-01" };

/** What a reader makes of a header and rows of cells. */
const readCells = (header: readonly string[], rows: readonly string[][], mapping: RowMapping = {}) => {
  const problems: Problem[] = [];
  const reader = rowReader(mapping, (problem) => problems.push(problem));
  reader.header(header);
  const journeys = rows.map((cells, at) => reader.journey(cells, at + 2));
  return { journeys, problems, codes: problems.map(({ code }) => code) };
};

describe("letter case, spaces, underscores and hyphens of a header do not matter", () => {
  test("for standard names", () => {
    const { journeys, codes } = readCells(
      ["ID", "Received On", "left-on", "JobStartedOn"],
      [["R1", "2021-04-01", "2021-06-01", "2021-05-04"]],
    );
    expect(codes).toEqual([]);
    expect(journeys[0]?.events.map(({ kind }) => kind)).toEqual(["referral-received", "job-started", "left"]);
  });

  test("for the mapping's names and those it ignores", () => {
    const mapping = { columns: { id: "Case ref", received_on: "Date received" }, ignore: ["Last edited by"] };
    const header = ["CASE REF", "date_received", "LastEditedBy"];
    expect(readCells(header, [["R1", "2021-04-01", "x"]], mapping).codes).toEqual([]);
  });

  test("for fields of events and the days on which they became known", () => {
    const events = [
      {
        ID: "R1",
        Kind: "contact-frequency-agreed",
        On: "2021-04-06",
        knownOn: "2021-04-07",
        "Working Days": "5",
      },
    ];
    for (const mapping of [{ events }, { events, programme: whpJetsCv06 }]) {
      const { journeys, problems } = readJourneys([received], mapping);
      expect(problems).toEqual([]);
      expect(journeys[0]?.events[1]).toMatchObject({ knownOn: "2021-04-07", workingDays: 5 });
    }
  });

  test("but a name that is exact comes first", () => {
    const columns = { started_on: "start", left_on: "Start" };
    const header = ["id", "received_on", "Start", "start"];
    const { journeys } = readCells(header, [["R1", "2021-04-01", "2021-06-01", "2021-05-01"]], { columns });
    expect(journeys[0]?.events.slice(1)).toEqual([
      { kind: "started", on: "2021-05-01" },
      { kind: "left", on: "2021-06-01" },
    ]);
    expect(() => readCells(["id", "received_on", "START"], [], { columns })).toThrow('Did you mean "START"?');
    expect(readCells(["id", "received_on", "ID"], [], { ignore: ["ID"] }).codes).toEqual([]);
  });

  test("and two that would be read as the same one are refused", () => {
    expect(() => readCells(["id", "received_on", "Left On", "left_on"], [])).toThrow(
      'referrals with two columns "Left On" and "left_on", which are read as the same.',
    );
  });

  test("a problem has the file's own name and the line of the header", () => {
    const problems: Problem[] = [];
    const reader = rowReader({}, (problem) => problems.push(problem));
    reader.header(["ID", "Received On", "Surname"], 3);
    reader.journey(["R1", "soon", "x"], 4);
    reader.eventHeader(["ID", "Kind", "On", "Working-Days", "Sur name"], 2);
    expect(problems.map(({ line, column, message }) => [line, column, message.split(":")[0]])).toEqual([
      [3, "Surname", "Line 3, Surname"],
      [4, "Received On", "Line 4, Received On"],
      [2, "Sur name", "Events line 2, Sur name"],
    ]);
  });

  test("any header is read as its standard names are", () => {
    const changed = fc.constantFrom<(name: string) => string>(
      (name) => name,
      (name) => name.toUpperCase(),
      (name) => name.replaceAll("_", " "),
      (name) => name.replaceAll("_", "-"),
      (name) => name.replace(/_(\w)/g, (_, letter) => letter.toUpperCase()),
    );
    const names = ["id", "received_on", "started_on", "job_end_known_on", "self_employed"];
    fc.assert(
      fc.property(fc.tuple(changed, changed, changed, changed, changed), (changes) => {
        const { codes } = readCells(
          names.map((name, at) => changes[at]!(name)),
          [],
        );
        expect(codes).toEqual([]);
      }),
    );
  });
});

describe("a header without a column that is needed", () => {
  test("names what was found, and what may be meant", () => {
    expect(() => readCells(["Reference", "Recieved on"], [])).toThrow(
      'referrals without a column "id" and "received_on" (found "Reference", "Recieved on"). Expected a first line of column names, "id", "received_on" among them. Did you mean "Recieved on"?',
    );
    const many = Array.from({ length: 30 }, (_, at) => `Column ${"x".repeat(at)}`);
    expect(() => readCells(many, [])).toThrow(/\(found "Column", .*\(and 20 more\)\)/);
  });

  test.each([
    [["Pell", "01-Apr-21", "x"]],
    [["Pell", "44287"]],
    [["QQ123456C", "Pell"]],
    [["J-0001", "Pell"]],
  ])("never what may be a person's data: %j", (cells) => {
    expect(() => rowReader({}, () => {}).header(cells, 4)).toThrow(
      /^(?!.*Pell).*\(line 4 holds data, not names\)/,
    );
  });
});

describe("rows that are no referral", () => {
  const header = ["id", "received_on", "started_on", "provider"];

  test.each([
    ["empty", ["", " ", "", ""], "journey/empty-row"],
    ["shorter and empty", [""], "journey/empty-row"],
    ["of words that stand for nothing", ["NULL", "null", "", "NULL"], "journey/empty-row"],
    ["totals by the id", ["Total", "", "", ""], "journey/total-row"],
    ["totals in capitals", ["GRAND TOTAL:", "", "12", ""], "journey/total-row"],
    ["totals in another cell", ["", "34", "12", "Subtotal"], "journey/total-row"],
    ["a count", ["Count: 34", "", "", ""], "journey/total-row"],
    ["a sum", ["Sum = 1,204.50", "", "", ""], "journey/total-row"],
    ["SQL's last line", ["(34 rows affected)"], "journey/total-row"],
    ["psql's last line", ["(1 row)"], "journey/total-row"],
    ["totals of a page", ["Page total:", "", "12", ""], "journey/total-row"],
    ["totals of something", ["Total referrals", "2"], "journey/total-row"],
    ["a number of rows", ["Number of rows: 3", "", "", ""], "journey/total-row"],
    ["the names again", ["id", "received_on", "started_on", "provider"], "journey/page-line"],
    ["a rule below the names", ["------", "----------", "---", "-----"], "journey/page-line"],
    ["a note", ["Confidential: do not pass on", "", "", ""], "journey/page-line"],
    ["the number of a page", ["Page 1 of 1"], "journey/page-line"],
    ["the time of a query", ["Completion time: 2021-04-30T09:00:00"], "journey/page-line"],
  ])("%s", (_, cells, code) => {
    const { journeys, codes } = readCells(header, [cells], { blank: ["NULL"] });
    expect([journeys, codes]).toEqual([[undefined], [code]]);
  });

  test.each([
    ["a referral that says total", ["Total", "2021-04-01", "", "Total"], []],
    ["a referral with another date", ["R1", "", "2021-04-12", "Total"], ["journey/no-receipt"]],
    ["a date in another form", ["R1", "01/04/2021", "", "Total"], ["journey/date-form"]],
    ["a provider's name", ["R1", "", "", "Total Training Ltd"], ["journey/no-receipt"]],
    ["a date that cannot be read", ["R1", "soon", "", "Summit"], ["journey/date-form"]],
    ["a total in another cell", ["R2", "", "", "Total"], ["journey/no-receipt"]],
    ["digits that are no date here", ["R2", "20210401", "", "Total"], ["journey/date-number"]],
    ["an id that begins as a total does", ["Total123", "", "", "x"], ["journey/no-receipt"]],
    ["an id of two words alone", ["AB 123", "", "", ""], ["journey/no-receipt"]],
    ["moved cells", ["R1", "x", "", "", "Total"], ["journey/too-many-cells"]],
  ])("%s is a referral", (_, cells, said) => {
    const { journeys, codes } = readCells(header, [cells]);
    expect(journeys[0]?.id).toBe(cells[0]);
    expect(codes).toEqual(said);
  });

  test("a referral with a Date object is one, whatever else it says", () => {
    const row = { id: "R1", received_on: new Date(0), provider: "Total" };
    expect(readJourneys([row as never]).problems.map(({ code }) => code)).toEqual(["journey/date-object"]);
  });

  test("are not left out of what is counted, and none is used twice", () => {
    const rows = [received, {}, { id: "Total" }, { id: "Total" }, { id: "", received_on: "2021-04-01" }];
    const { journeys, leftOut } = readJourneys(rows as Row[]);
    expect(journeys.map(({ id }) => id)).toEqual(["R1"]);
    expect(leftOut).toEqual({ "no-id": 1 });
  });

  test("nor are such rows events", () => {
    const events = [
      { id: "", kind: "", on: "" },
      { id: "Total", kind: "34", on: "" },
      { id: "R1", kind: "Count", on: "2021-04-06" },
    ];
    const { journeys, problems } = readJourneys([received], {
      events,
      values: { kind: { count: "contacted" } },
    });
    expect(problems.map(({ code }) => code)).toEqual(["journey/empty-row", "journey/total-row"]);
    expect(journeys[0]?.events).toHaveLength(2);
  });

  test("an event that notes a count is one, and one of a kind that is not used is none", () => {
    const events = [
      { id: "R1", kind: "contacted", on: "06.04.2021", by: "Total" },
      { id: "R1", kind: "Newsletter", on: "2021-04-06" },
      { id: "R1", kind: "NULL", on: "2021-04-06" },
    ];
    const { journeys, problems } = readJourneys([received], {
      events,
      blank: ["null"],
      values: { kind: { newsletter: "" } },
    });
    expect(problems.map(({ code, line }) => [code, line])).toEqual([
      ["journey/date-form", 2],
      ["journey/event-without-kind", 4],
    ]);
    expect(journeys[0]?.unreadable).toEqual(["contacted"]);
  });
});

describe("a comma too many", () => {
  test("at the end of a row is nothing", () => {
    const { journeys, codes } = readCells(["id", "received_on"], [["R1", "2021-04-01", "", " "]]);
    expect([journeys[0]?.events.length, codes]).toEqual([1, []]);
  });

  test("at the end of the header is nothing, whether rows have it or not", () => {
    const rows = [
      ["R1", "2021-04-01"],
      ["R2", "2021-04-01", ""],
      ["R3", "2021-04-01", "", ""],
      ["R4", "2021-04-01", "a note"],
    ];
    const { journeys, codes } = readCells(["id", "received_on", ""], rows);
    expect([journeys.map((journey) => journey?.events.length), codes]).toEqual([[1, 1, 1, 1], []]);
  });

  test("in the middle moves cells", () => {
    const rows = [["R1", "", "2021-04-01", "2021-04-12"], ["R1"]];
    expect(readCells(["id", "received_on", "started_on"], rows).codes).toEqual([
      "journey/too-many-cells",
      "journey/id-used-before",
      "journey/too-few-cells",
    ]);
  });
});
