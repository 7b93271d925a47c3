import {
  type Problem,
  type Row,
  type RowMapping,
  readJourneys,
  rowReader,
  whpJetsCv06,
} from "programme-rules";
import { describe, expect, test } from "vitest";
import { PROBLEM_CODES } from "../../../src/journey/rows/problem.js";

const jets = { programme: whpJetsCv06 };
const received = { id: "R1", received_on: "2021-04-01" };
const dates =
  'an ISO date such as 2021-04-01 (dates written in another way need `dates` in the mapping, such as "uk" for 01/04/2021 or "dd-MMM-yy" for 01-Apr-21; what stands for an empty cell goes into its `blank`)';

/** What is wrong with one row: the rule, the row, the problem it gives, and how it is read. */
type Case = [rule: string, row: Row, problem: Problem, mapping?: RowMapping];

const wide: readonly Case[] = [
  [
    "an empty id",
    { id: " ", received_on: "2021-04-01" },
    {
      code: "journey/no-id",
      message:
        "Line 2, id: empty. Expected a reference of your own of 1 to 100 characters, once in the file. The row is not read as a journey.",
      line: 2,
      column: "id",
    },
  ],
  [
    "an id of 101 characters",
    { id: "x".repeat(101), received_on: "2021-04-01" },
    {
      code: "journey/id-too-long",
      message:
        "Line 2, id: longer than 100 characters. Expected a reference of your own of 1 to 100 characters. The row is not read as a journey.",
      line: 2,
      column: "id",
      value: "x".repeat(101),
    },
  ],
  [
    "another programme",
    { ...received, programme: "whp-core" },
    {
      code: "journey/other-programme",
      message:
        "Line 2, programme: another programme than the one these rows are read for. Expected whp-jets, or nothing. The row is not read as a journey.",
      line: 2,
      column: "programme",
      journey: "R1",
      value: "whp-core",
    },
    jets,
  ],
  [
    "a heading that is not read",
    { ...received, surname: "Pell" },
    {
      code: "journey/unknown-column",
      message:
        "Line 1, surname: not a column that is read. Expected the standard columns, those the mapping names, and those in its `ignore`. The column is not read.",
      line: 1,
      column: "surname",
    },
  ],
  [
    "a cell that is no text",
    { ...received, provider: {} as never },
    {
      code: "journey/not-text",
      message:
        "Line 2, provider: not text. Expected the text of one cell. What depends on it is undetermined.",
      line: 2,
      column: "provider",
      journey: "R1",
      value: "an object",
    },
  ],
  [
    "a Date object",
    { ...received, started_on: new Date(0) as never },
    {
      code: "journey/date-object",
      message:
        "Line 2, started_on: a Date object, which is an instant and not a date. Expected the date as text (`londonDate` of programme-rules gives the date of an instant in London). What depends on it is undetermined.",
      line: 2,
      column: "started_on",
      journey: "R1",
      value: "a Date object",
    },
  ],
  [
    "a number for a date",
    { ...received, started_on: "44287" },
    {
      code: "journey/date-number",
      message:
        'Line 2, started_on: a number, not a date as text. Expected a date (where numbers are days as Excel counts them, 44287 for 2021-04-01, the mapping says `excelSerials: true`; where they are digits such as 20210401, it says "yyyyMMdd" in `dates`). What depends on it is undetermined.',
      line: 2,
      column: "started_on",
      journey: "R1",
      value: "44287",
    },
  ],
  [
    "a time without an offset where the London date is wanted",
    { ...received, started_on: "2021-04-12 09:30" },
    {
      code: "journey/time-without-offset",
      message:
        'Line 2, started_on: a time without its offset from UTC, which is no instant. Expected a time with an offset such as 2021-04-01T09:30:00+01:00 (where the date before the time counts, the mapping says `times: "as-written"`). What depends on it is undetermined.',
      line: 2,
      column: "started_on",
      journey: "R1",
      value: "2021-04-12 09:30",
    },
    { times: "london" },
  ],
  [
    "nothing",
    { id: "", received_on: " " },
    {
      code: "journey/empty-row",
      message:
        "Line 2: nothing in the row. Expected a row with something in it, or none. The row is skipped.",
      line: 2,
    },
  ],
  [
    "totals",
    { id: "Total", received_on: "" },
    {
      code: "journey/total-row",
      message: "Line 2: a row of totals, without a date. Expected rows of data alone. The row is skipped.",
      line: 2,
    },
  ],
  [
    "the names again",
    { id: "id", received_on: "received_on" },
    {
      code: "journey/page-line",
      message:
        "Line 2: a line of the page around the table, without a date (its names again, a rule, a title or a note). Expected rows of data alone. The row is skipped.",
      line: 2,
    },
  ],
  [
    "a UK date among ISO dates",
    { ...received, started_on: "03/04/2021" },
    {
      code: "journey/date-form",
      message: `Line 2, started_on: not a date that can be read. Expected ${dates}. What depends on it is undetermined.`,
      line: 2,
      column: "started_on",
      journey: "R1",
      value: "03/04/2021",
    },
  ],
  [
    "an ISO date among UK dates",
    { id: "R1", received_on: "01/04/2021", started_on: "2021-04-03" },
    {
      code: "journey/date-form",
      message:
        "Line 2, started_on: not a date that can be read. Expected a date with its day first and four digits of the year, such as 01/04/2021. What depends on it is undetermined.",
      line: 2,
      column: "started_on",
      journey: "R1",
      value: "2021-04-03",
    },
    { dates: "uk" },
  ],
  [
    "a day that does not exist",
    { ...received, plan_on: "2021-02-29" },
    {
      code: "journey/date-not-real",
      message:
        "Line 2, plan_on: no such day. Expected a day that exists, of the years 1900 to 2199 (what stands for an empty cell goes into the mapping's `blank`). What depends on it is undetermined.",
      line: 2,
      column: "plan_on",
      journey: "R1",
      value: "2021-02-29",
    },
  ],
  [
    "a time beside the date",
    { ...received, left_on: "2021-06-11T09:30:00Z" },
    {
      code: "journey/date-with-time",
      message:
        'Line 2, left_on: a time of day beside the date. Expected the date alone, a form with a time in the mapping\'s `dates`, or in the mapping `times: "as-written"` (the date before the time counts) or `times: "london"` (the date in London at that instant). What depends on it is undetermined.',
      line: 2,
      column: "left_on",
      journey: "R1",
      value: "2021-06-11T09:30:00Z",
    },
  ],
  [
    "no receipt",
    { id: "R1", received_on: "" },
    {
      code: "journey/no-receipt",
      message:
        "Line 2, received_on: empty. Expected the date the referral was received. What depends on it is undetermined.",
      line: 2,
      column: "received_on",
      journey: "R1",
    },
  ],
  [
    "a nation the programme does not run in",
    { ...received, nation: "scotland" },
    {
      code: "journey/unknown-nation",
      message:
        "Line 2, nation: not a nation the rules are for. Expected england, wales. The nation is left out.",
      line: 2,
      column: "nation",
      journey: "R1",
      value: "scotland",
    },
    jets,
  ],
  [
    "a nation that is none, without a programme",
    { ...received, nation: "Albion" },
    {
      code: "journey/unknown-nation",
      message:
        "Line 2, nation: not a nation the rules are for. Expected england, wales, scotland, northern-ireland. The nation is left out.",
      line: 2,
      column: "nation",
      journey: "R1",
      value: "Albion",
    },
  ],
  [
    "a customer group where there are none",
    { ...received, group: "disability" },
    {
      code: "journey/unknown-group",
      message:
        "Line 2, group: not a customer group of the programme. Expected nothing: the programme has none. The group is left out.",
      line: 2,
      column: "group",
      journey: "R1",
      value: "disability",
    },
    jets,
  ],
  [
    "an unknown provision",
    { ...received, provision: "ESF2" },
    {
      code: "journey/unknown-provision",
      message: "Line 2, provision: not a known provision. Expected esf. The provision is left out.",
      line: 2,
      column: "provision",
      journey: "R1",
      value: "ESF2",
    },
  ],
  [
    "neither yes nor no",
    { ...received, self_employed: "maybe" },
    {
      code: "journey/yes-or-no",
      message:
        "Line 2, self_employed: neither yes nor no. Expected yes, no, true or false (what your own words stand for goes into the mapping's `values`). What depends on it is undetermined.",
      line: 2,
      column: "self_employed",
      journey: "R1",
      value: "maybe",
    },
  ],
  [
    "an unknown status",
    { ...received, prap_status: "attended", prap_updated_on: "2021-04-12" },
    {
      code: "journey/unknown-status",
      message:
        "Line 2, prap_status: not a PRaP status. Expected started, did-not-attend, did-not-start (what your own words stand for goes into the mapping's `values`). What depends on it is undetermined.",
      line: 2,
      column: "prap_status",
      journey: "R1",
      value: "attended",
    },
  ],
  [
    "a status without its date",
    { ...received, prap_status: "started", prap_updated_on: "" },
    {
      code: "journey/status-without-date",
      message:
        "Line 2, prap_status: filled, and prap_updated_on is not. Expected both of them, or neither. What depends on it is undetermined.",
      line: 2,
      column: "prap_status",
      journey: "R1",
      value: "started",
    },
  ],
  [
    "a date without its status",
    { ...received, prap_updated_on: "2021-04-12" },
    {
      code: "journey/date-without-status",
      message:
        "Line 2, prap_updated_on: filled, and prap_status is not. Expected both of them, or neither. What depends on it is undetermined.",
      line: 2,
      column: "prap_updated_on",
      journey: "R1",
      value: "2021-04-12",
    },
  ],
  [
    "a job end known without a job end",
    { ...received, job_end_known_on: "2021-06-10" },
    {
      code: "journey/known-without-end",
      message:
        "Line 2, job_end_known_on: filled, and job_ended_on is not. Expected the date a job end became known beside the date of the job end. What depends on it is undetermined.",
      line: 2,
      column: "job_end_known_on",
      journey: "R1",
      value: "2021-06-10",
    },
  ],
  [
    "an outcome, and no programme to say what that is",
    { ...received, outcome_on: "2021-06-10" },
    {
      code: "journey/outcome-without-programme",
      message:
        "Line 2, outcome_on: filled, and no programme says what an outcome is. Expected nothing, until the mapping's `programme` is given. The outcome is not read.",
      line: 2,
      column: "outcome_on",
      journey: "R1",
      value: "2021-06-10",
    },
  ],
  [
    "an outcome in a programme without any",
    { ...received, outcome_on: "2021-06-10" },
    {
      code: "journey/programme-without-outcome",
      message:
        "Line 2, outcome_on: filled, and the programme has no outcome. Expected nothing. The outcome is not read.",
      line: 2,
      column: "outcome_on",
      journey: "R1",
      value: "2021-06-10",
    },
    { programme: { id: "own", events: [{ id: "referral-received" }], outcomes: [] } },
  ],
  [
    "a column for an event the programme does not have",
    { ...received, plan_on: "2021-04-20" },
    {
      code: "journey/not-in-programme",
      message:
        "Line 2, plan_on: filled, and the programme has no event action-plan-finalised. Expected nothing. The date is not read.",
      line: 2,
      column: "plan_on",
      journey: "R1",
      value: "2021-04-20",
    },
    { programme: { id: "own", events: [{ id: "referral-received" }], outcomes: [] } },
  ],
];

const long: readonly Case[] = [
  [
    "no id",
    { id: "", kind: "contacted", on: "2021-04-06" },
    {
      code: "journey/event-without-id",
      message: "Events line 2, id: empty. Expected the id of a referral. The row is not used.",
      line: 2,
      column: "id",
    },
  ],
  [
    "an id that no referral has",
    { id: "R2", kind: "contacted", on: "2021-04-06" },
    {
      code: "journey/event-without-journey",
      message:
        "Events line 2, id: no journey of this id was read. Expected the id of a referral that was read. The row is not used.",
      line: 2,
      column: "id",
      journey: "R2",
      value: "R2",
    },
  ],
  [
    "no kind",
    { id: "R1", kind: "", on: "2021-04-06" },
    {
      code: "journey/event-without-kind",
      message: "Events line 2, kind: empty. Expected a kind of event. The row is not used.",
      line: 2,
      column: "kind",
      journey: "R1",
    },
  ],
  [
    "an unknown kind",
    { id: "R1", kind: "phoned", on: "2021-04-06" },
    {
      code: "journey/unknown-kind",
      message: `Events line 2, kind: not a kind of event of the programme. Expected one of the ${whpJetsCv06.events.length + 1} that whp-jets has. The row is not used.`,
      line: 2,
      column: "kind",
      journey: "R1",
      value: "phoned",
    },
    jets,
  ],
  [
    "no date",
    { id: "R1", kind: "contacted", on: "" },
    {
      code: "journey/event-without-date",
      message: "Events line 2, on: empty. Expected the date it happened. What depends on it is undetermined.",
      line: 2,
      column: "on",
      journey: "R1",
    },
  ],
  [
    "a day on which it cannot have become known",
    { id: "R1", kind: "contacted", on: "2021-04-06", known_on: "2021-04-31" },
    {
      code: "journey/date-not-real",
      message:
        "Events line 2, known_on: no such day. Expected a day that exists, of the years 1900 to 2199 (what stands for an empty cell goes into the mapping's `blank`). What depends on it is undetermined.",
      line: 2,
      column: "known_on",
      journey: "R1",
      value: "2021-04-31",
    },
  ],
  [
    "an event's own id of 101 characters",
    { id: "R1", kind: "contacted", on: "2021-04-06", event_id: "e".repeat(101) },
    {
      code: "journey/event-id-too-long",
      message:
        "Events line 2, event_id: longer than 100 characters. Expected a reference of your own of 1 to 100 characters. What depends on it is undetermined.",
      line: 2,
      column: "event_id",
      journey: "R1",
      value: "e".repeat(101),
    },
  ],
  [
    "a field that the kind needs, empty",
    { id: "R1", kind: "earnings", on: "2021-04-30", pence: "" },
    {
      code: "journey/field-missing",
      message:
        "Events line 2, pence: empty. Expected a value in every row of kind earnings. What depends on it is undetermined.",
      line: 2,
      column: "pence",
      journey: "R1",
    },
  ],
  [
    "a field that the kind does not have",
    { id: "R1", kind: "contacted", on: "2021-04-30", pence: "100" },
    {
      code: "journey/field-not-of-kind",
      message:
        "Events line 2, pence: filled, and an event of kind contacted has no such field. Expected nothing. The field is left out.",
      line: 2,
      column: "pence",
      journey: "R1",
      value: "100",
    },
    jets,
  ],
  [
    "days in words",
    { id: "R1", kind: "contact-frequency-agreed", on: "2021-04-30", workingDays: "weekly" },
    {
      code: "journey/not-a-count",
      message:
        "Events line 2, workingDays: not a whole number from 1. Expected digits alone, such as 10. What depends on it is undetermined.",
      line: 2,
      column: "workingDays",
      journey: "R1",
      value: "weekly",
    },
  ],
  [
    "pounds for pence",
    { id: "R1", kind: "earnings", on: "2021-04-30", pence: "640.50" },
    {
      code: "journey/not-whole",
      message:
        "Events line 2, pence: not a whole number from 0. Expected digits alone, such as 100000 pence for £1,000. What depends on it is undetermined.",
      line: 2,
      column: "pence",
      journey: "R1",
      value: "640.50",
    },
  ],
  [
    "a month in words",
    { id: "R1", kind: "template-a-sent", on: "2021-04-30", forMonth: "March" },
    {
      code: "journey/month-form",
      message:
        "Events line 2, forMonth: not a month. Expected a month such as 2021-04. What depends on it is undetermined.",
      line: 2,
      column: "forMonth",
      journey: "R1",
      value: "March",
    },
  ],
];

describe("each kind of bad referral is said word for word", () => {
  test.each<Case>(wide)("%s", (_, row, problem, mapping) => {
    expect(readJourneys([row], mapping).problems).toEqual([problem]);
  });

  test("an id used before", () => {
    const { journeys, problems } = readJourneys([received, { ...received, started_on: "2021-04-12" }]);
    expect(journeys).toEqual([{ id: "R1", attributes: {}, events: [], leftOut: "id-twice" }]);
    expect(problems).toEqual([
      {
        code: "journey/id-used-before",
        message:
          "Line 3, id: used before, on line 2. Expected one row per referral. Rows that are alike count once; of rows that differ nobody knows which is right, so that nothing of the referral can be judged.",
        line: 3,
        column: "id",
        journey: "R1",
        value: "R1",
      },
    ]);
  });
});

describe("each kind of bad event is said word for word", () => {
  test.each<Case>(long)("%s", (_, row, problem, mapping) => {
    expect(readJourneys([received], { ...mapping, events: [row] }).problems).toEqual([problem]);
  });
});

describe("a row with more or fewer cells than the header", () => {
  const problems: Problem[] = [];
  const reader = rowReader(jets, (problem) => problems.push(problem), {
    referrals: "a.csv",
    events: "b.csv",
  });
  reader.header(["id", "received_on", "site"]);
  reader.eventHeader(["id", "kind", "on"]);

  test("keeps its id, and all else is undetermined", () => {
    const journey = reader.journey(["R1", "2021-04-01", "Mill Lane", " Eastmere"], 2);
    expect(journey?.events).toEqual([]);
    expect(journey?.unreadable).toContain("referral-received");
    expect(journey?.unreadable).toContain("milestone-reached");
    expect(reader.journey(["R2"], 3)?.unreadable).toEqual(journey?.unreadable);
    expect(reader.event(["R1", "contacted"], 4)).toEqual({ journey: "R1", line: 4, unreadable: "contacted" });
    const anything = reader.event(["R1"], 5)?.unreadable;
    expect(anything).toEqual(expect.arrayContaining(["contacted", "meeting-missed", "left"]));
  });

  test("is said word for word, with the file", () => {
    const allowed =
      "Expected one cell per column, with double quotes around a cell that holds a comma. Cells may have moved, so all but the id is undetermined.";
    expect(problems).toEqual([
      {
        code: "journey/too-many-cells",
        message: `Line 2: 4 cells where the header has 3. ${allowed}`,
        file: "a.csv",
        line: 2,
        journey: "R1",
      },
      {
        code: "journey/too-few-cells",
        message: `Line 3: 1 cell where the header has 3. ${allowed}`,
        file: "a.csv",
        line: 3,
        journey: "R2",
      },
      {
        code: "journey/too-few-cells",
        message: `Events line 4: 2 cells where the header has 3. ${allowed}`,
        file: "b.csv",
        line: 4,
        journey: "R1",
      },
      {
        code: "journey/too-few-cells",
        message: `Events line 5: 1 cell where the header has 3. ${allowed}`,
        file: "b.csv",
        line: 5,
        journey: "R1",
      },
    ]);
  });
});

test("every code there is has its words here", () => {
  const here = new Set([...wide, ...long].map(([, , { code }]) => code));
  for (const code of ["id-used-before", "too-many-cells", "too-few-cells"]) here.add(`journey/${code}`);
  expect([...here].sort()).toEqual([...PROBLEM_CODES].sort());
});

test("a problem names the file's own column, not the standard one", () => {
  const mapping: RowMapping = {
    columns: { id: "Case ref", prap_status: "Result", prap_updated_on: "Entered" },
  };
  const { problems } = readJourneys(
    [{ "Case ref": "R1", received_on: "2021-04-01", Result: "started", Entered: "" }],
    mapping,
  );
  expect(problems.map(({ message, column }) => [message, column])).toEqual([
    [
      "Line 2, Result: filled, and Entered is not. Expected both of them, or neither. What depends on it is undetermined.",
      "Result",
    ],
  ]);
});
