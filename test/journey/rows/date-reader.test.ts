import { isProgrammeFault, type Row, type RowMapping, readJourneys } from "programme-rules";
import { describe, expect, test } from "vitest";
import { DateCell, dateReader } from "../../../src/journey/index.js";

const read = (text: string, forms: string | readonly string[], rules = {}) => dateReader(forms, rules)(text);

describe("a declared form reads its own dates", () => {
  test.each([
    ["dd/MM/yyyy", "01/04/2021"],
    ["dd/MM/yyyy", "1/4/2021"],
    ["d/M/yyyy", "01/04/2021"],
    ["MM/dd/yyyy", "4/1/2021"],
    ["dd-MMM-yy", "01-Apr-21"],
    ["dd-MMM-yy", "1-APR-21"],
    ["d MMMM yyyy", "1 april 2021"],
    ["do MMMM yyyy", "1st April 2021"],
    ["EEE d MMM yyyy", "Thu 1 Apr 2021"],
    ["EEEE, d MMMM yyyy", "Thursday, 1 April 2021"],
    ["dd.MM.yyyy", "01.04.2021"],
    ["yyyyMMdd", "20210401"],
    ["yyyy-MM-dd HH:mm:ss", "2021-04-01 00:00:00"],
    ["yyyy-MM-dd'T'HH:mm:ss.SSS", "2021-04-01T00:00:00.000"],
    ["yyyy-MM-dd HH:mm:ss.SSSSSSS", "2021-04-01 00:00:00.0"],
    ["yyyy-MM-dd'T'HH:mm:ssXXX", "2021-04-01T00:00:00Z"],
    ["yyyy-MM-dd'T'HH:mm:ssXXX", "2021-04-01T00:00:00+01:00", true],
    ["dd/MM/yyyy hh:mm a", "01/04/2021 12:00 am"],
    ["dd/MM/yyyy hh:mm:ssa", "01/04/2021 12:00:00AM"],
    ["dd/MM/yyyy 00:00:00", "01/04/2021 00:00:00"],
    ["'on' dd/MM 'in' yyyy", "on 01/04 in 2021"],
  ])("%s reads %s", (form, text, isBefore = false) => {
    // Midnight by a clock an hour ahead is the day before in UTC, and the same day in London in summer.
    expect(read(text, form)).toBe("2021-04-01");
    if (isBefore) expect(read("2021-01-01T00:00:00+01:00", form)).toBeUndefined();
  });

  test.each(["1 Sept 2021", "1 Sep 2021", "1 sept 2021"])("September is written %s too", (text) => {
    expect(read(text, "d MMM yyyy")).toBe("2021-09-01");
    expect(read(text, "d MMMM yyyy")).toBeUndefined();
  });

  test("two digits of a year are those of 2000 to 2099", () => {
    for (const year of ["00", "21", "49", "50", "69", "99"])
      expect(read(`01/04/${year}`, "dd/MM/yy")).toBe(`20${year}-04-01`);
  });
});

describe("nothing else is read in it", () => {
  test.each([
    ["dd/MM/yyyy", "01/04/21"],
    ["dd/MM/yyyy", "01/04/02021"],
    ["dd/MM/yyyy", "01/04/1899"],
    ["dd/MM/yyyy", "01/04/2200"],
    ["dd/MM/yyyy", "31/04/2021"],
    ["dd/MM/yyyy", "01/04/2021 "],
    ["dd/MM/yyyy", "001/04/2021"],
    ["dd/MM/yyyy", "01-04-2021"],
    ["dd/MM/yyyy", "01/04/2021 00:00"],
    ["dd/MM/yy", "01/04/2021"],
    ["dd/MM/yy", "01/04/1"],
    ["dd-MMM-yy", "01-A-21"],
    ["dd-MMM-yy", "01-Aprl-21"],
    ["d MMMM yyyy", "1 Apr 2021"],
    ["EEE d MMM yyyy", "Fri 1 Apr 2021"],
    ["do MMMM yyyy", "1 April 2021"],
    ["do MMMM yyyy", "1nd April 2021"],
    ["yyyyMMdd", "2021111"],
    ["yyyy-MM-dd HH:mm:ss", "2021-04-01 24:00:00"],
    ["yyyy-MM-dd HH:mm:ss", "2021-04-01"],
    ["dd/MM/yyyy hh:mm a", "01/04/2021 00:00 am"],
  ])("%s does not read %s", (form, text) =>
    expect(read(text, form, { times: "as-written" })).toBeUndefined(),
  );
});

describe("a form that does not say for certain which day is meant is refused", () => {
  test.each([
    ["DD/MM/YYYY", "dd/MM/yyyy"],
    ["dd/mm/yyyy", "dd/MM/yyyy"],
    ["dd/mm/yyyy hh:mm", "dd/MM/yyyy HH:mm"],
    ["DD/MM/YYYY HH:MM:SS", undefined],
    ["DD/MM/YYYY HH:MM", "dd/MM/yyyy HH:mm"],
    ["HH:mm dd/mm/yyyy", "HH:mm dd/MM/yyyy"],
    ["yyyy-MM-ddTHH:mm:ssZ", "yyyy-MM-dd'T'HH:mm:ssXXX"],
    ["yyyy-MM-dd'T'HH:mm:ss'Z'", "yyyy-MM-dd'T'HH:mm:ssX"],
    ["dd/MM/yyyy HH:m", "dd/MM/yyyy HH:mm"],
    ["dd/MM/yyyy hh:mm:ss tt", "dd/MM/yyyy hh:mm:ss a"],
    ["dd/MM/yyyy HH:mm:ss.fff", "dd/MM/yyyy HH:mm:ss.SSS"],
    ["ISO", "iso"],
    ["dd/MM", undefined],
    ["MM/yyyy", undefined],
    ["dMyyyy", undefined],
    ["dd/MM/yyyy HH:mm a", undefined],
    ["dd/MM/yyyy mm:ss", undefined],
    ["dd/MM/yyyy dd", undefined],
    ["RRRR-'W'II-i", undefined],
    ["us", undefined],
    ["", undefined],
  ])("%s: %s is meant", (form, meant) => {
    try {
      dateReader(form);
      expect.unreachable();
    } catch (error) {
      if (!isProgrammeFault(error)) throw error;
      expect([error.code, error.nearest]).toEqual(["journey/mapping-dates", meant]);
    }
  });
});

describe("a list of which some text would be two dates is refused", () => {
  test.each([
    [["dd/MM/yyyy", "MM/dd/yyyy"]],
    [["uk", "MM/dd/yyyy"]],
    [["uk", "M/d/yyyy"]],
    [["dd/MM/yy", "yy/MM/dd"]],
    [["dd-MMM-yy", "yy-MMM-dd"]],
    [["ddMMyyyy", "yyyyddMM"]],
    [["EEE dd/MM/yyyy", "EEE MM/dd/yyyy"]],
    [["dd/MM/yyyy HH:mm XXX", "MM/dd/yyyy HH:mm X"]],
  ])("%j", (forms) => expect(() => dateReader(forms)).toThrow(/ would be /));

  test.each([
    [["iso", "uk"]],
    [["dd/MM/yyyy", "d/M/yyyy"]],
    [["dd/MM/yyyy", "dd-MMM-yy", "yyyy-MM-dd HH:mm:ss"]],
    [["dd/MM/yyyy", "MM-dd-yyyy"]],
    [["uk", "uk"]],
  ])("%j is not", (forms) => expect(() => dateReader(forms)).not.toThrow());

  test("numbers of Excel count as a form", () => {
    expect(() => dateReader("yyMMdd", { excelSerials: true })).toThrow("`excelSerials`");
    expect(() => dateReader("yyyyMMdd", { excelSerials: true })).not.toThrow();
  });
});

describe("a time beside a date", () => {
  const form = "yyyy-MM-dd'T'HH:mm:ssXXX";
  const code = (text: string, mapping: RowMapping) =>
    readJourneys([{ id: "R1", received_on: text }], mapping).problems[0]?.code;

  test.each([
    ["2021-06-30T23:30:00Z", undefined, undefined, "journey/date-with-time"],
    ["2021-06-30T23:30:00Z", "as-written", "2021-06-30", undefined],
    ["2021-06-30T23:30:00Z", "london", "2021-07-01", undefined],
    ["2021-12-31T23:30:00Z", "london", "2021-12-31", undefined],
    ["2021-06-30T02:00:00+05:00", "london", "2021-06-29", undefined],
    ["2021-06-30T00:00:00Z", undefined, "2021-06-30", undefined],
    ["2021-06-30T00:00:00-08:00", undefined, "2021-06-30", undefined],
    ["2021-06-30T00:00:00+05:00", undefined, undefined, "journey/date-with-time"],
    ["1900-01-01T00:00:00+01:00", "london", undefined, "journey/date-not-real"],
  ] as const)("%s, times %s", (text, times, date, problem) => {
    for (const dates of [form, ["iso", form]]) {
      expect(read(text, dates, { times })).toBe(date);
      expect(code(text, { dates, ...(times && { times }) })).toBe(problem);
    }
  });

  test.each([
    ["2021-06-30 09:30", "2021-06-30"],
    ["2021-06-30T09:30:15.123Z", "2021-06-30"],
    ["2021-06-30T00:00:00", "2021-06-30"],
    ["2021-06-30T9", undefined],
    ["2021-06-30T25:00", undefined],
    ["2021-06-31T09:00", undefined],
  ])("ISO reads %s when the mapping says what times mean", (text, date) => {
    expect(read(text, "iso", { times: "as-written" })).toBe(date);
    expect(code(text, {})).toBe("journey/date-with-time");
  });

  test("the British form has no offset", () => {
    expect(read("30/06/2021 09:30:15", "uk", { times: "as-written" })).toBe("2021-06-30");
    expect(read("30/06/2021T09:30Z", "uk", { times: "as-written" })).toBeUndefined();
    expect(code("30/06/2021 00:00", { dates: "uk" })).toBe("journey/date-with-time");
  });

  test("without an offset is no instant", () => {
    expect(code("2021-06-30 09:30", { times: "london" })).toBe("journey/time-without-offset");
    expect(read("2021-06-30 00:00:00", "iso", { times: "london" })).toBe("2021-06-30");
    expect(read("2021-06-30 00:00:00.0001", "iso", { times: "london" })).toBeUndefined();
  });
});

describe("numbers and cells that are dates already", () => {
  const only = (cell: unknown, mapping: RowMapping = {}) => {
    const row = { id: "R1", received_on: "2021-04-01", started_on: cell } as Row;
    const { journeys, problems } = readJourneys([row], mapping);
    return problems[0]?.code ?? journeys[0]?.events[1]?.on;
  };

  test.each<[unknown, RowMapping, string]>([
    [44287, {}, "journey/date-number"],
    ["44287.5", {}, "journey/date-number"],
    ["20210401", { dates: { started_on: "yyyyMMdd" } }, "2021-04-01"],
    [20210401, { dates: { started_on: "yyyyMMdd" } }, "2021-04-01"],
    [44287, { excelSerials: true }, "2021-04-01"],
    ["44287", { excelSerials: true }, "2021-04-01"],
    [61, { excelSerials: true }, "1900-03-01"],
    [60, { excelSerials: true }, "journey/date-not-real"],
    [109_574, { excelSerials: true }, "2199-12-31"],
    [109_575, { excelSerials: true }, "journey/date-not-real"],
    ["044287", { excelSerials: true }, "journey/date-not-real"],
    [44287.5, { excelSerials: true }, "journey/date-with-time"],
    [44287.5, { excelSerials: true, times: "as-written" }, "2021-04-01"],
    [44287.5, { excelSerials: true, times: "london" }, "journey/time-without-offset"],
    [-1, { excelSerials: true }, "journey/date-form"],
    [Number.NaN, { excelSerials: true }, "journey/date-form"],
    [new Date(0), { excelSerials: true }, "journey/date-object"],
    [new DateCell("2021-04-12"), { dates: { started_on: "uk" } }, "2021-04-12"],
    [new DateCell("2021-04-12", "00:00:00"), {}, "2021-04-12"],
    [new DateCell("2021-04-12", "09:30:00"), {}, "journey/date-with-time"],
    [new DateCell("2021-04-12", "09:30:00"), { times: "as-written" }, "2021-04-12"],
    [new DateCell("2021-04-12", "09:30:00"), { times: "london" }, "journey/time-without-offset"],
    [new DateCell("9999-12-31"), {}, "journey/date-not-real"],
  ])("%s with %j", (cell, mapping, answer) => expect(only(cell, mapping)).toBe(answer));

  test("what stands for an empty cell does so in a cell that is a date", () => {
    expect(only(new DateCell("9999-12-31"), { blank: ["9999-12-31"] })).toBeUndefined();
  });

  test("in other columns the cell is its text", () => {
    const row = { id: "R1", received_on: "2021-04-01", provider: new DateCell("2021-04-12", "09:30") };
    expect(readJourneys([row as never]).journeys[0]?.attributes).toEqual({ provider: "2021-04-12 09:30" });
  });
});

test("each column may have its own forms", () => {
  const rows = [{ id: "R1", received_on: "01/04/2021", started_on: "12-Apr-21", left_on: "2021-06-18" }];
  const dates = { received_on: "uk", started_on: ["dd-MMM-yy", "uk"] };
  const { journeys, problems } = readJourneys(rows, { dates });
  expect(problems).toEqual([]);
  expect(journeys[0]?.events.map(({ on }) => on)).toEqual(["2021-04-01", "2021-04-12", "2021-06-18"]);
  const events = [{ id: "R1", kind: "contacted", on: "06/04/2021", known_on: "07.04.2021" }];
  const long = readJourneys(rows, {
    dates: { ...dates, "*": "iso", on: "uk", known_on: "dd.MM.yyyy" },
    events,
  });
  expect(long.journeys[0]?.events.at(-1)).toMatchObject({ on: "2021-04-06", knownOn: "2021-04-07" });
});

test("a problem says what the mapping's forms look like", () => {
  const said = (dates: string | readonly string[]) =>
    readJourneys([{ id: "R1", received_on: "soon" }], { dates }).problems[0]?.message;
  expect(said("dd-MMM-yy")).toContain("Expected a date such as 01-Apr-21, as the mapping's `dates` say.");
  expect(said(["uk", "iso"])).toContain("such as 01/04/2021 or 2021-04-01, as the mapping's `dates` say.");
});
