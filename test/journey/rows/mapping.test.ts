import {
  ProgrammeFault,
  type Row,
  type RowMapping,
  readJourneys,
  rowReader,
  whpJetsCv06,
} from "programme-rules";
import { describe, expect, test } from "vitest";

const FORMS =
  '"iso" for 2021-04-01, "uk" for 01/04/2021, a form in the tokens of date-fns such as "dd/MM/yyyy", "dd-MMM-yy" or "yyyy-MM-dd HH:mm:ss" (day d, dd or do; month M, MM, MMM for Apr or MMMM for April; year yyyy, or yy for 2000 to 2099; weekday EEE or EEEE; time HH, hh with a, mm, ss, S; offset X, XX or XXX; other letters between single quotes), or a list of them';
const received = { id: "R1", received_on: "2021-04-01" };

describe("a mapping", () => {
  test("gives columns the file's own names, in both tables", () => {
    const mapping: RowMapping = {
      columns: { id: "Case ref", received_on: "Date received" },
      eventColumns: { id: "Case ref", kind: "Type", on: "Date", workingDays: "Every" },
      events: [{ "Case ref": "A/1", Type: "contact-frequency-agreed", Date: "2021-04-12", Every: "5" }],
    };
    expect(readJourneys([{ "Case ref": "A/1", "Date received": "2021-04-01" }], mapping)).toEqual({
      journeys: [
        {
          id: "A/1",
          attributes: {},
          events: [
            { kind: "referral-received", on: "2021-04-01" },
            { kind: "contact-frequency-agreed", on: "2021-04-12", workingDays: 5 },
          ],
        },
      ],
      problems: [],
    });
  });

  test("may read two standard columns from one of the file's", () => {
    const columns = { appointment_on: "First meeting", started_on: "First meeting" };
    const { journeys } = readJourneys([{ ...received, "First meeting": "2021-04-12" }], { columns });
    expect(journeys[0]?.events.slice(1).map(({ kind }) => kind)).toEqual(["initial-appointment", "started"]);
  });

  test("translates the file's own words; an empty one is an empty cell", () => {
    const values = {
      prap_status: { DNA: "did-not-attend" },
      left_on: { "N/A": "" },
      kind: { Call: "contacted" },
    };
    const row = { ...received, prap_status: "DNA", prap_updated_on: "2021-04-20", left_on: "N/A" };
    const events = [{ id: "R1", kind: "Call", on: "2021-04-06" }];
    const { journeys, problems } = readJourneys([row], { values, events });
    expect(problems).toEqual([]);
    expect(journeys[0]?.events).toEqual([
      { kind: "referral-received", on: "2021-04-01" },
      { kind: "prap-updated", on: "2021-04-20", status: "did-not-attend" },
      { kind: "contacted", on: "2021-04-06" },
    ]);
  });

  test("ignores what it says, standard columns too", () => {
    const rows = [{ ...received, adviser: "adv-04", Notes: "…" }];
    expect(readJourneys(rows, { ignore: ["adviser", "Notes"], events: [] })).toEqual({
      journeys: [{ id: "R1", attributes: {}, events: [{ kind: "referral-received", on: "2021-04-01" }] }],
      problems: [],
    });
  });
});

describe("UK dates are read when the mapping says so, and are never guessed", () => {
  const row = { id: "R1", received_on: "03/04/2021" };

  test("day first", () => {
    expect(readJourneys([row], { dates: "uk" }).journeys[0]?.events[0]?.on).toBe("2021-04-03");
  });

  test.each<[string, RowMapping]>([
    ["without a mapping", {}],
    ["with ISO dates", { dates: "iso" }],
  ])("%s it is a problem", (_, mapping) => {
    const { journeys, problems } = readJourneys([row], mapping);
    expect(problems.map(({ code, value }) => [code, value])).toEqual([["journey/date-form", "03/04/2021"]]);
    expect(journeys[0]).toMatchObject({ events: [], unreadable: ["referral-received"] });
  });

  test("a day after the twelfth is no hint either", () => {
    expect(readJourneys([{ ...row, received_on: "13/04/2021" }]).problems).toHaveLength(1);
  });
});

describe("a mapping that cannot be followed is refused, word for word", () => {
  const refused = (mapping: unknown, rows: readonly Row[] = [received]): string => {
    try {
      readJourneys(rows, mapping as RowMapping);
    } catch (error) {
      if (error instanceof ProgrammeFault) return `${error.code}: ${error.message}`;
      throw error;
    }
    return "accepted";
  };

  test.each<[string, unknown, string]>([
    [
      "no object",
      [],
      "journey/mapping: Not accepted: a list. Expected a mapping such as { programme, events }. Give long rows as its `events`.",
    ],
    [
      "an unknown key",
      { date: "uk" },
      "argument/unknown-option: Not accepted: the option date. Did you mean dates?",
    ],
    [
      "columns that are a list",
      { columns: ["id"] },
      'journey/mapping-names: Not accepted: columns as a list. Expected an object: standard column to the file\'s own. Write { id: "Reference" }.',
    ],
    [
      "an unknown event column",
      { programme: whpJetsCv06, eventColumns: { when: "Date" } },
      "journey/mapping-column: Not accepted: \"when\" in the mapping's eventColumns. Expected id, kind, on, known_on, event_id, workingDays, pence, rating, selfEmployed, holds (and 9 more). Put the standard name on the left and the file's own on the right.",
    ],
    [
      "a column without a name",
      { columns: { id: "" } },
      'journey/mapping-name: Not accepted: "" for columns.id. Expected the file\'s own name of the column, as text. Leave the column out where the file has none.',
    ],
    [
      "one column to ignore that is no list",
      { ignore: "Notes" },
      'journey/mapping-ignore: Not accepted: ignore as "Notes". Expected a list of the file\'s own column names. Write ["Notes", "Owner"].',
    ],
    [
      "another form of dates",
      { dates: "us" },
      `journey/mapping-dates: Not accepted: dates "us": it is not a form of dates. Expected ${FORMS}. Say how the file writes its dates; it is never guessed.`,
    ],
    [
      "a form in the letters of another system",
      { dates: { left_on: "DD/MM/YYYY" } },
      `journey/mapping-dates: Not accepted: dates.left_on "DD/MM/YYYY": DD is not a part of a date that is read. Did you mean "dd/MM/yyyy"? Expected ${FORMS}.`,
    ],
    [
      "dates that are a number",
      { dates: ["uk", 7] },
      `journey/mapping-dates: Not accepted: dates a list. Expected ${FORMS}. Say how the file writes its dates; it is never guessed.`,
    ],
    [
      "dates of a column that holds none",
      { dates: { recieved_on: "uk" } },
      'journey/mapping-column: Not accepted: "recieved_on" in the mapping\'s dates. Did you mean received_on?',
    ],
    [
      "forms of which a text would be two dates",
      { dates: ["dd/MM/yyyy", "MM/dd/yyyy"] },
      `journey/mapping-dates: Not accepted: dates with "dd/MM/yyyy" and "MM/dd/yyyy": 02/01/2001 would be 2001-01-02 and 2001-02-01. Expected ${FORMS}. Leave out the one that the file does not use, or say the forms column by column.`,
    ],
    [
      "times that are neither",
      { times: "utc" },
      'argument/option: Not accepted: "utc" as times. Expected as-written, london. Correct it, or leave it out.',
    ],
    [
      "a word that its column does not have",
      { values: { prap_status: { DNA: "did-not-atend" } } },
      'journey/mapping-word: Not accepted: "did-not-atend" as what "DNA" stands for in the mapping\'s values.prap_status. Did you mean did-not-attend? Expected started, did-not-attend, did-not-start. Put the file\'s word on the left and the standard one, or "", on the right.',
    ],
    [
      "a word that no column has",
      { values: { "*": { DNA: "did-not-atend" } } },
      'journey/mapping-word: Not accepted: "did-not-atend" as what "DNA" stands for in the mapping\'s values.*. Did you mean did-not-attend?',
    ],
    [
      "one word with two meanings",
      { values: { self_employed: { Y: "yes", y: "no" } } },
      'journey/mapping-words: Not accepted: values.self_employed with "y" as "no" and, in another letter case, as "yes". Expected one meaning for each word: letter case does not matter. Leave out the one that is not meant.',
    ],
    [
      "values that are a list",
      { values: [] },
      'journey/mapping-values: Not accepted: values as a list. Expected an object: standard column to its words. Write { prap_status: { DNA: "did-not-attend" } }.',
    ],
    [
      "values of an unknown column",
      { values: { Result: {} } },
      'journey/mapping-values-column: Not accepted: "Result" in the mapping\'s values. Expected a standard column, a field of an event, or "*" for every column that has a list of words. Use the standard name, not the file\'s own.',
    ],
    [
      "words that are no text",
      { values: { self_employed: { Y: true } } },
      'journey/mapping-words: Not accepted: values.self_employed as an object. Expected an object: the file\'s word to the standard one, both text. Use "" for a word that stands for an empty cell.',
    ],
    [
      "a programme's name",
      { programme: "whp-jets" },
      'journey/mapping-programme: Not accepted: programme as "whp-jets". Expected one edition of a programme, such as whpJetsCv06. Give the programme itself, not its name or a list of editions.',
    ],
    [
      "events that are no rows",
      { events: 3 },
      'journey/rows: Not accepted: events that are 3 (number). Expected a list of rows such as [{ id: "R1", received_on: "2021-04-01" }], or another iterable of them. Read the file with a CSV reader first, and give what it returns.',
    ],
  ])("%s", (_, mapping, message) => expect(refused(mapping)).toBe(message));

  test("an unknown column names the standard one that may be meant", () => {
    expect(refused({ columns: { recieved_on: "Date" } })).toBe(
      'journey/mapping-column: Not accepted: "recieved_on" in the mapping\'s columns. Did you mean received_on?',
    );
  });

  test("a field that no event of the programme has", () => {
    expect(refused({ programme: whpJetsCv06, eventColumns: { hours: "Hours" } })).toMatch(
      /^journey\/mapping-column: /,
    );
    expect(refused({ eventColumns: { hours: "Hours" }, events: [] })).toBe("accepted");
  });

  test("a file's text", () => {
    expect(() => readJourneys("id,received_on\nR1,2021-04-01" as never)).toThrow(
      "Not accepted: rows that are text. Expected a list of rows",
    );
  });
});

describe("a table without the columns it must have is refused, word for word", () => {
  test.each<[string, readonly Row[], RowMapping, string]>([
    [
      "no id",
      [{ received_on: "2021-04-01" }],
      {},
      'Not accepted: referrals without a column "id" (found "received_on"). Expected a first line of column names, "id", "received_on" among them. Say in the mapping\'s `columns` what the file calls it, or add what is missing.',
    ],
    [
      "neither of the two, by their own names",
      [{ id: "R1", received_on: "2021-04-01" }],
      { columns: { id: "Case ref", received_on: "Received" } },
      'Not accepted: referrals without a column "Case ref" and "Received" (found "id", "received_on"). Expected a first line of column names, "Case ref", "Received" among them. Did you mean "received_on"? Say in the mapping\'s `columns` what the file calls it, or add what is missing.',
    ],
    [
      "a column that the mapping names",
      [received],
      { columns: { left_on: "Exit" } },
      'Not accepted: a mapping with columns.left_on as "Exit", and referrals without that column (found "id", "received_on"). Expected names of columns that are there. Correct the name, or remove it from the mapping.',
    ],
    [
      "events without a kind",
      [received],
      { events: [{ id: "R1", on: "2021-04-06" }] },
      'Not accepted: events without a column "kind" (found "id", "on"). Expected a first line of column names, "id", "kind", "on" among them. Say in the mapping\'s `eventColumns` what the file calls it, or add what is missing.',
    ],
    [
      "an id that is ignored",
      [received],
      { ignore: ["id"] },
      'Not accepted: referrals without a column "id" (found "id", "received_on"). Expected a first line of column names, "id", "received_on" among them. Say in the mapping\'s `columns` what the file calls it, or add what is missing.',
    ],
  ])("%s", (_, rows, mapping, message) => expect(() => readJourneys(rows, mapping)).toThrow(message));

  test("the same column twice", () => {
    expect(() => rowReader({}, () => {}).header(["id", "received_on", "left_on", " left_on"])).toThrow(
      'Not accepted: referrals with two columns "left_on". Expected one column of each name that is read. Remove or rename the one that is not meant, or list it in the mapping\'s `ignore`.',
    );
  });

  test("a first line that is no header is not repeated in the fault", () => {
    expect(() => rowReader({}, () => {}).header(["J0001", "2021-04-01", "adv-04"])).toThrow(
      /^Not accepted: referrals without a column "id" and "received_on" \(line 1 holds data, not names\)\. (?!.*J0001)/,
    );
  });
});
