import { type Row, type RowMapping, readJourneys, whpJetsCv06 } from "programme-rules";
import { describe, expect, test } from "vitest";
import { columnWords } from "../../../src/journey/index.js";

const received = { id: "R1", received_on: "2021-04-01" };
const jets = { programme: whpJetsCv06 };

const only = (row: Row, mapping: RowMapping = {}) => {
  const { journeys, problems } = readJourneys([{ ...received, ...row }], mapping);
  return { ...journeys[0], problems: problems.map(({ code }) => code) };
};

describe("letter case does not matter", () => {
  test("in words that stand for an empty cell", () => {
    const { events, problems } = only({ left_on: "null", provider: "N/a" }, { blank: ["NULL", " n/a "] });
    expect(problems).toEqual([]);
    expect(events).toHaveLength(1);
  });

  test("in words of the mapping", () => {
    const values = { prap_status: { "Did Not Attend": "did-not-attend" }, provider: { ABC: "Abc Ltd" } };
    const row = { prap_status: "DID NOT ATTEND", prap_updated_on: "2021-04-12", provider: "abc" };
    const { events, attributes } = only(row, { values });
    expect(events?.[1]).toMatchObject({ status: "did-not-attend" });
    expect(attributes).toEqual({ provider: "Abc Ltd" });
  });

  test("in standard words, which come out in their standard spelling", () => {
    const row = {
      nation: "England",
      provision: "ESF",
      prap_status: "Did-Not-Start",
      prap_updated_on: "2021-04-12",
      self_employed: "YES",
      group: "Disability",
    };
    const programme = { ...whpJetsCv06, groups: [{ id: "disability" }] };
    const { attributes, events, group, problems } = only(row, { programme });
    expect(problems).toEqual([]);
    expect(attributes).toEqual({ nation: "england", provision: "esf", self_employed: true });
    expect(events?.[1]).toMatchObject({ status: "did-not-start" });
    expect(group).toBe("disability");
  });

  test("but kinds of event are exact, and their words in the mapping are not", () => {
    const events = [
      { id: "R1", kind: "Contacted", on: "2021-04-06" },
      { id: "R1", kind: "CALL", on: "2021-04-07" },
    ];
    const journey = only({}, { ...jets, events, values: { kind: { Call: "contacted" } } });
    expect(journey.problems).toEqual(["journey/unknown-kind"]);
    expect(journey.unreadable).toEqual(["contacted"]);
    expect(journey.events?.map(({ on }) => on)).toEqual(["2021-04-01", "2021-04-07"]);
  });
});

describe("words for every column", () => {
  const values = { "*": { Y: "yes", N: "no", DNA: "did-not-attend", Tel: "contacted", "-": "" } };

  test("serve the columns that have a list with the word on the right", () => {
    const row = { self_employed: "y", prap_status: "dna", prap_updated_on: "2021-04-12", nation: "-" };
    const events = [
      { id: "R1", kind: "tel", on: "2021-04-06" },
      { id: "R1", kind: "prap-updated", on: "2021-04-14", status: "DNA" },
      { id: "R1", kind: "job-started", on: "2021-05-04", selfEmployed: "N" },
    ];
    const journey = only(row, { ...jets, values, events });
    expect(journey.problems).toEqual([]);
    expect(journey.attributes).toEqual({ self_employed: true });
    expect(journey.events?.slice(1)).toEqual([
      { kind: "prap-updated", on: "2021-04-12", status: "did-not-attend" },
      { kind: "contacted", on: "2021-04-06" },
      { kind: "prap-updated", on: "2021-04-14", status: "did-not-attend" },
      { kind: "job-started", on: "2021-05-04", selfEmployed: false },
    ]);
  });

  test("never free text, nor a date", () => {
    const journey = only({ id: "Y", provider: "Y", site: "-", left_on: "-" }, { ...jets, values });
    expect(journey).toMatchObject({ id: "Y", attributes: { provider: "Y", site: "-" } });
    expect(journey.problems).toEqual(["journey/date-form"]);
  });

  test("nor the status of a kind whose status is any text", () => {
    const events = [{ id: "referral-received" }, { id: "trained", fields: ["status"] }];
    const programme = {
      id: "own",
      events: [...events, { id: "prap-updated", fields: ["status"] }],
      outcomes: [],
    };
    const rows = [{ id: "R1", kind: "trained", on: "2021-04-06", status: "DNA" }];
    const { Tel: _, ...words } = values["*"];
    const journey = only({}, { programme, values: { "*": words }, events: rows });
    expect(journey.events?.[1]).toMatchObject({ kind: "trained", status: "DNA" });
  });

  test("a column's own words come before them", () => {
    const own = { ...values, self_employed: { Y: "no" } };
    expect(only({ self_employed: "Y" }, { ...jets, values: own }).attributes).toEqual({
      self_employed: false,
    });
  });
});

test("the words of each column that has a list", () => {
  expect(columnWords("prap_status")).toEqual(["started", "did-not-attend", "did-not-start"]);
  expect(columnWords("nation", whpJetsCv06)).toEqual(["england", "wales"]);
  expect(columnWords("kind", whpJetsCv06)).toContain("retracted");
  expect(columnWords("status", whpJetsCv06)).toEqual(columnWords("prap_status"));
  expect(columnWords("selfEmployed")).toEqual(columnWords("self_employed"));
  for (const column of ["kind", "status", "group", "provider", "id", "received_on", "pence"])
    expect(columnWords(column)).toBeUndefined();
});
