import { dueDates, type Journey, type Row, readJourneys, whpJetsCv06 } from "programme-rules";
import { describe, expect, test } from "vitest";

const only = (row: Row, mapping = {}): Journey => {
  const { journeys, problems } = readJourneys([row], mapping);
  expect(problems).toEqual([]);
  return journeys[0]!;
};
const received = { id: "R1", received_on: "2021-04-01" };

describe("a wide row", () => {
  test("becomes a journey: attributes, and an event a filled date, in the order of the columns", () => {
    const row = {
      id: " R1 ",
      programme: "whp-jets",
      provider: "Larkfield Works",
      site: "Castle Quay",
      area: "Eastmere",
      adviser: "A7",
      nation: "wales",
      provision: "esf",
      self_employed: "yes",
      received_on: "2021-04-01",
      acknowledged_on: "2021-04-06",
      first_attempt_on: "2021-04-02",
      first_contact_on: "2021-04-07",
      appointment_on: "2021-04-12",
      prap_status: "started",
      prap_updated_on: "2021-04-13",
      started_on: "2021-04-13",
      standards_on: "2021-04-14",
      plan_on: "2021-04-20",
      eligibility_meeting_on: "2021-04-12",
      job_started_on: "2021-05-04",
      job_ended_on: "2021-06-01",
      job_end_known_on: "2021-06-03",
      returned_on: "2021-06-04",
      esf_start_on: "2021-04-15",
      leaving_expected_on: "2021-10-12",
      left_on: "2021-06-18",
      exit_report_on: "2021-06-17",
      esf_end_on: "2021-06-25",
      outcome_on: "2021-06-02",
      claimed_on: "2021-06-10",
    };
    expect(only(row, { programme: whpJetsCv06, events: [] })).toEqual({
      id: "R1",
      programme: "whp-jets",
      attributes: {
        provider: "Larkfield Works",
        site: "Castle Quay",
        area: "Eastmere",
        adviser: "A7",
        nation: "wales",
        provision: "esf",
        self_employed: true,
      },
      events: [
        { kind: "referral-received", on: "2021-04-01" },
        { kind: "referral-acknowledged", on: "2021-04-06" },
        { kind: "contact-attempted", on: "2021-04-02" },
        { kind: "contacted", on: "2021-04-07" },
        { kind: "initial-appointment", on: "2021-04-12" },
        { kind: "prap-updated", on: "2021-04-13", status: "started" },
        { kind: "started", on: "2021-04-13" },
        { kind: "standards-provided", on: "2021-04-14" },
        { kind: "action-plan-finalised", on: "2021-04-20" },
        { kind: "eligibility-meeting", on: "2021-04-12" },
        { kind: "job-started", on: "2021-05-04", selfEmployed: true },
        { kind: "job-ended", on: "2021-06-01", knownOn: "2021-06-03" },
        { kind: "returned-to-jobcentre", on: "2021-06-04" },
        { kind: "esf-start-form-sent", on: "2021-04-15" },
        { kind: "leaving-expected", on: "2021-10-12" },
        { kind: "left", on: "2021-06-18" },
        { kind: "exit-report-provided", on: "2021-06-17" },
        { kind: "esf-end-form-sent", on: "2021-06-25" },
        { kind: "outcome-claimed", on: "2021-06-10" },
        { kind: "milestone-reached", on: "2021-06-02", milestone: "1000" },
      ],
    });
  });

  test("may be short: what is empty has not happened, and what has no column is not recorded", () => {
    const { notRecorded, ...journey } = only({ ...received, left_on: "", adviser: undefined });
    expect(notRecorded).toContain("started");
    expect(notRecorded).not.toContain("left");
    expect(journey).toEqual({
      id: "R1",
      attributes: {},
      events: [{ kind: "referral-received", on: "2021-04-01" }],
    });
  });

  test("reads yes and no in any case, as JSON too", () => {
    for (const text of ["no", "No", "FALSE", false as never]) {
      expect(only({ ...received, self_employed: text }).attributes).toEqual({ self_employed: false });
    }
  });

  test("takes an id that is a number as its digits", () => {
    expect(only({ ...received, id: 42 as never }).id).toBe("42");
  });

  test("a heading with a byte order mark or spaces around it is the heading", () => {
    expect(only({ "\ufeffid": "R1", " received_on ": "2021-04-01" }).events).toHaveLength(1);
  });
});

describe("outcome_on is the programme's own outcome", () => {
  const events = [{ id: "referral-received" }, { id: "job-outcome-met" }];
  const row = { ...received, outcome_on: "2021-06-02" };

  test("named by its kind alone", () => {
    const programme = { id: "own", events, outcomes: [{ event: "job-outcome-met" }] };
    expect(only(row, { programme }).events[1]).toEqual({ kind: "job-outcome-met", on: "2021-06-02" });
  });

  test("a moment derived from a state is no event, so it cannot be read", () => {
    const programme = { id: "own", events, outcomes: [{ event: { entering: "in-work" } }] };
    expect(readJourneys([row], { programme }).problems[0]?.code).toBe("journey/programme-without-outcome");
  });
});

describe("a cell that cannot be read makes its kind of event undetermined, never not done", () => {
  const unreadable = (row: Row) => readJourneys([{ ...received, ...row }]).journeys[0]?.unreadable;

  test.each<[string, Row, string[]]>([
    ["a date", { started_on: "soon" }, ["started"]],
    ["no receipt", { received_on: "" }, ["referral-received"]],
    ["half of an update", { prap_status: "started" }, ["prap-updated"]],
    ["the other half", { prap_updated_on: "2021-04-12" }, ["prap-updated"]],
    ["both halves", { prap_status: "gone", prap_updated_on: "late" }, ["prap-updated"]],
    ["a job end known, on no day", { job_ended_on: "2021-06-01", job_end_known_on: "?" }, ["job-ended"]],
    ["a job end known, and no job end", { job_end_known_on: "2021-06-01" }, ["job-ended"]],
    ["an attribute", { nation: "Albion" }, ["nation"]],
  ])("%s", (_, row, kinds) => expect(unreadable(row)).toEqual(kinds));

  test("the other cells of the row are read", () => {
    const { journeys } = readJourneys([{ ...received, started_on: "soon", left_on: "2021-06-18" }]);
    expect(journeys[0]?.events.map(({ kind }) => kind)).toEqual(["referral-received", "left"]);
  });

  test("a job start stays when self_employed cannot be read", () => {
    const row = { ...received, self_employed: "?", job_started_on: "2021-05-04" };
    expect(readJourneys([row]).journeys[0]).toMatchObject({
      events: [{ kind: "referral-received" }, { kind: "job-started", on: "2021-05-04" }],
      unreadable: ["self_employed"],
    });
  });
});

describe("long rows", () => {
  const fields = {
    known_on: "2021-05-05",
    event_id: "E1",
    workingDays: "",
    holds: "Yes",
    requirement: "css-7/explored",
    part: "needs",
    by: "lead",
  };

  test("join the journey of their id, numbers and truths typed by their field", () => {
    const events = [
      { id: "R1", kind: "attested", on: "2021-05-04", ...fields },
      { id: "R1", kind: "contact-frequency-agreed", on: "2021-05-04", workingDays: "05", for: "in-work" },
      { id: "R1", kind: "earnings", on: "2021-05-31", pence: "64000" },
      { id: "R1", kind: "retracted", on: "2021-06-01", of: "E1" },
      { id: "R1", kind: "job-started", on: "2021-05-01", selfEmployed: "no" },
      { id: "R1", kind: "template-a-sent", on: "2021-05-14", forMonth: "2021-04" },
    ];
    expect(only(received, { events }).events.slice(1)).toEqual([
      {
        kind: "attested",
        on: "2021-05-04",
        knownOn: "2021-05-05",
        id: "E1",
        holds: true,
        requirement: "css-7/explored",
        part: "needs",
        by: "lead",
      },
      { kind: "contact-frequency-agreed", on: "2021-05-04", workingDays: 5, for: "in-work" },
      { kind: "earnings", on: "2021-05-31", pence: 64000 },
      { kind: "retracted", on: "2021-06-01", of: "E1" },
      { kind: "job-started", on: "2021-05-01", selfEmployed: false },
      { kind: "template-a-sent", on: "2021-05-14", forMonth: "2021-04" },
    ]);
  });

  test("a field of a user's own kind is text", () => {
    const programme = {
      id: "own",
      events: [{ id: "referral-received" }, { id: "trained", fields: ["course"] }],
      outcomes: [],
    };
    const events = [{ id: "R1", kind: "trained", on: "2021-05-04", course: "12" }];
    expect(only(received, { programme, events }).events[1]).toEqual({
      kind: "trained",
      on: "2021-05-04",
      course: "12",
    });
  });

  test("one that cannot be read makes its kind undetermined", () => {
    const events = [
      { id: "R1", kind: "contacted", on: "yesterday" },
      { id: "R1", kind: "contacted", on: "2021-04-12" },
      { id: "R1", kind: "earnings", on: "2021-04-12", pence: "a lot" },
    ];
    const [journey] = readJourneys([received], { events }).journeys;
    expect(journey?.unreadable).toEqual(["contacted", "earnings"]);
    expect(journey?.events.map(({ kind }) => kind)).toEqual(["referral-received", "contacted"]);
  });
});

test("what was read is assessed as it is", () => {
  const { journeys } = readJourneys([received], { programme: whpJetsCv06 });
  const due = dueDates(whpJetsCv06, journeys[0]!, { asAt: "2021-04-01" });
  expect(due.find(({ requirement }) => requirement === "css-1/acknowledged")?.dueOn).toBe("2021-04-07");
});

test("a generator of rows is read once", () => {
  function* rows() {
    yield received;
    yield { id: "R2", received_on: "2021-04-02" };
  }
  expect(readJourneys(rows()).journeys.map(({ id }) => id)).toEqual(["R1", "R2"]);
});

test("no rows are no journeys", () => {
  expect(readJourneys([])).toEqual({ journeys: [], problems: [] });
});

test("cells beyond the header, as some readers hand them over, are told", () => {
  const row = { ...received, __parsed_extra: ["Eastmere"] } as never;
  const { problems } = readJourneys([row]);
  expect(problems.map(({ code, message }) => [code, message.slice(0, 43)])).toEqual([
    ["journey/too-many-cells", "Line 2: 3 cells where the header has 2. Exp"],
  ]);
});

describe("names that objects have of their own are names like any other", () => {
  const polluted = JSON.parse('{ "id": "__proto__", "received_on": "2021-04-01", "__proto__": "x" }') as Row;

  test("as an id, in both tables", () => {
    const events = [
      { id: "__proto__", kind: "contacted", on: "2021-04-06" },
      { id: "constructor", kind: "contacted", on: "2021-04-06" },
    ];
    const { journeys, problems } = readJourneys([polluted], { events });
    expect(journeys.map(({ id, events }) => [id, events.length])).toEqual([["__proto__", 2]]);
    expect(problems.map(({ code, column }) => [code, column])).toEqual([
      ["journey/unknown-column", "__proto__"],
      ["journey/event-without-journey", "id"],
    ]);
  });

  test("as a field, a value or an attribute", () => {
    const field = JSON.parse(
      '{ "id": "R1", "kind": "contacted", "on": "2021-04-06", "__proto__": "x", "toString": "y" }',
    ) as Row;
    const values = { provider: { a: "b" }, prap_status: { DNA: "did-not-attend" } };
    const row = {
      ...received,
      provider: "__proto__",
      prap_status: "constructor",
      prap_updated_on: "2021-04-09",
    };
    const { journeys, problems } = readJourneys([row], { values, events: [field] });
    expect(journeys[0]?.attributes).toEqual({ provider: "__proto__" });
    expect(Object.getPrototypeOf(journeys[0]?.events.at(-1))).toBe(Object.prototype);
    expect(problems.map(({ code }) => code)).toEqual(["journey/unknown-status", "journey/unknown-column"]);
  });
});
