import {
  assess,
  assessIndicators,
  assessOutcome,
  backlog,
  dueDates,
  explain,
  type Journey,
  type Programme,
  type Row,
  type RowMapping,
  readJourneys,
  report,
  rowReader,
  whpCoreCv04,
  whpJetsCv06,
  worklist,
} from "programme-rules";
import { describe, expect, test } from "vitest";
import { verdictOf } from "../cases/case.js";

const asAt = "2021-06-30";
const read = (row: Row, mapping: RowMapping = {}, programme: Programme = whpJetsCv06): Journey =>
  readJourneys([row], { programme, ...mapping }).journeys[0]!;
const verdicts = (journey: Journey, requirement: string, programme: Programme = whpJetsCv06) =>
  assess(programme, journey, { asAt, requirements: [requirement] }).map(verdictOf);
const NOT_RECORDED = "undetermined: not-recorded";

const TWO_COLUMNS = { id: "R1", received_on: "2021-04-01" };
const STARTED = { ...TWO_COLUMNS, started_on: "2021-04-12" };

describe("a file of two columns", () => {
  test.each(
    ([whpJetsCv06, whpCoreCv04] as readonly Programme[]).flatMap((programme) =>
      programme.standards.flatMap(({ requirements }) =>
        requirements
          .filter(({ subject = "referral" }) => subject === "referral")
          .map(({ id }) => [programme.id, id, programme] as const),
      ),
    ),
  )("of %s says nothing about %s", (_id, requirement, programme) => {
    const found = assess(programme, read(TWO_COLUMNS, {}, programme), { asAt, requirements: [requirement] });
    expect(found.map(verdictOf)).toEqual([NOT_RECORDED]);
  });

  test("has due dates all the same, each with the note that nobody knows whether it is done", () => {
    const journey = read(TWO_COLUMNS);
    const due = dueDates(whpJetsCv06, journey, { asAt: "2021-04-01" });
    const acknowledged = due.find(({ requirement }) => requirement === "css-1/acknowledged");
    expect(acknowledged).toMatchObject({ dueOn: "2021-04-07", notRecorded: true });
    const [first] = worklist(whpJetsCv06, [journey], { asAt: "2021-04-08" });
    expect(first).toMatchObject({ requirement: "css-1/acknowledged", overdue: true, notRecorded: true });
  });

  test("says so in one sentence", () => {
    const journey = read(TWO_COLUMNS);
    const [finding] = assess(whpJetsCv06, journey, { asAt, requirements: ["css-4/contacted"] });
    expect(explain(whpJetsCv06, journey, finding!, { asAt }).sentence).toBe(
      'Referral received Thu 1 Apr 2021. Two working days later is Wed 7 Apr 2021 (Good Friday, the weekend and Easter Monday do not count). The data does not record "Contacted": undetermined. [001 ¶38 item 4]',
    );
  });
});

describe("what is recorded settles what it settles", () => {
  test("a first contact is one, and says nothing of those after it", () => {
    const row = { ...TWO_COLUMNS, started_on: "2021-04-06", first_contact_on: "2021-04-07" };
    expect(verdicts(read(row), "css-4/contacted")).toEqual(["met"]);
    expect(verdicts(read({ ...row, first_contact_on: "2021-05-13" }), "css-4/contacted")).toEqual([
      "not-met: late",
    ]);
    expect(verdicts(read({ ...row, first_contact_on: "" }), "css-4/contacted")).toEqual([
      "not-met: not-done",
    ]);
    const [made, ...others] = verdicts(read(row), "css-8/contact");
    expect(made).toBe("met");
    expect([...new Set(others)]).toEqual([NOT_RECORDED]);
  });

  test("a first contact that is still to come says that there was none before", () => {
    const journey = read({ id: "R1", received_on: "2021-06-01", first_contact_on: "2021-06-08" });
    const on = (date: string) =>
      assess(whpJetsCv06, journey, { asAt: date, requirements: ["css-4/contacted"] }).map(verdictOf);
    expect(on("2021-06-02")).toEqual(["pending: not-yet-due"]);
    expect(on("2021-06-07")).toEqual(["not-met: not-done"]);
    expect(on("2021-06-08")).toEqual(["not-met: late"]);
  });

  test("contacts due before the first one that is recorded were missed, and those after it are not known", () => {
    const journey = read({ ...TWO_COLUMNS, started_on: "2021-06-08", first_contact_on: "2021-06-24" });
    const found = assess(whpJetsCv06, journey, { asAt: "2021-08-31", requirements: ["css-8/contact"] });
    expect(found.map(verdictOf).slice(0, 3)).toEqual(["not-met: late", "met", NOT_RECORDED]);
  });

  test("a leaving excuses nothing of which nobody knows whether it was done before", () => {
    const row = { ...STARTED, left_on: "2021-04-15" };
    expect(verdicts(read({ ...row, plan_on: "" }), "css-7/finalised")).toEqual(["not-applicable: excused"]);
    expect(verdicts(read(row), "css-7/finalised")).toEqual([NOT_RECORDED]);
    expect(verdicts(read({ ...row, plan_on: "1900-01-01" }), "css-7/finalised")).toEqual([
      "undetermined: missing-data",
    ]);
    expect(verdicts(read({ ...row, plan_on: "2021-04-14" }), "css-7/finalised")).toEqual(["met"]);
  });

  test("of two kinds that would do it, the one recorded may do it and not leave it undone", () => {
    const contact = (first_contact_on: string) => ({ ...TWO_COLUMNS, first_contact_on });
    const core = (row: Row) => verdicts(read(row, {}, whpCoreCv04), "css-2/contact-attempted", whpCoreCv04);
    expect(core(contact("2021-04-06"))).toEqual(["met"]);
    expect(core(contact("2021-04-26"))).toEqual([NOT_RECORDED]);
    expect(core({ ...contact("2021-04-26"), first_attempt_on: "" })).toEqual(["not-met: late"]);
  });

  test("an acknowledgement that is overdue is backlog, and one in time leaves the rest unknown", () => {
    const at = (acknowledged_on: string) => read({ ...TWO_COLUMNS, acknowledged_on });
    expect(verdicts(at(""), "css-2/backlog-share")).toEqual(["not-met: not-done"]);
    expect(verdicts(at("2021-04-07"), "css-2/backlog-share")).toEqual([NOT_RECORDED]);
    const both = [at(""), { ...at("2021-04-07"), id: "R2" }];
    expect(backlog(whpJetsCv06, both, { asAt })).toMatchObject({ inBacklog: 1, undetermined: 1 });
    const [line] = report(whpJetsCv06, both, {
      asAt,
      requirements: ["css-2/backlog-share"],
      period: { from: "2021-05-01", until: "2021-05-31" },
    }).lines;
    expect(line).toMatchObject({ notMet: 1, undetermined: 1, undeterminedBy: { "not-recorded": 1 } });
  });

  test("a row that cannot be read is no reason to say that there is no column", () => {
    const journey = read({ ...TWO_COLUMNS, first_contact_on: "soon" });
    expect(verdicts(journey, "css-4/contacted")).toEqual(["undetermined: missing-data"]);
  });
});

describe("what only excuses, stops, ends or sets how often is taken as not having happened", () => {
  test("a leaving without a column excuses nobody, and is itself unknown", () => {
    const row = { ...STARTED, plan_on: "" };
    expect(verdicts(read(row), "css-7/finalised")).toEqual(["not-met: not-done"]);
    expect(verdicts(read(row), "css-12/end-form")).toEqual([NOT_RECORDED]);
    expect(verdicts(read({ ...row, left_on: "2021-04-20" }), "css-7/finalised")).toEqual([
      "not-applicable: excused",
    ]);
  });

  test("a start without a column leaves what hangs on it undetermined, and never not applicable", () => {
    const row = { ...TWO_COLUMNS, standards_on: "2021-04-13", plan_on: "2021-04-30" };
    const core = read(row, {}, whpCoreCv04);
    expect(verdicts(read(row), "css-6/standards-provided")).toEqual([NOT_RECORDED]);
    expect(verdicts(core, "css-7/finalised", whpCoreCv04)).toEqual([NOT_RECORDED]);
  });

  test("a form for one provision is not asked of another for want of the other's meeting", () => {
    const row = { ...STARTED, esf_start_on: "2021-04-13" };
    expect(verdicts(read(row), "css-11/start-form")).toEqual(["met"]);
    expect(verdicts(read({ ...row, provision: "esf" }), "css-11/start-form")).toEqual([NOT_RECORDED]);
  });
});

describe("declared", () => {
  const row = { ...TWO_COLUMNS, first_contact_on: "2021-04-06" };

  test("absent means no, kind by kind", () => {
    const journey = read(STARTED, { absentMeansNo: ["contacted"] });
    expect(verdicts(journey, "css-4/contacted")).toEqual(["not-met: not-done"]);
    expect(journey.notRecorded).not.toContain("contacted");
    expect(journey.notRecorded).toContain("referral-acknowledged");
  });

  test("long rows record every kind but those that are not recorded", () => {
    const events = [{ id: "R1", kind: "referral-acknowledged", on: "2021-04-06" }];
    expect(read(TWO_COLUMNS, { events })).not.toHaveProperty("notRecorded");
    expect(verdicts(read(TWO_COLUMNS, { events }), "css-4/contacted")).toEqual(["not-met: not-done"]);
    const but = read(TWO_COLUMNS, { events, notRecorded: ["contacted"] });
    expect(but.notRecorded).toEqual(["contacted"]);
    expect(verdicts(but, "css-4/contacted")).toEqual([NOT_RECORDED]);
  });

  test("with a column, not recorded are those after the first", () => {
    const events: Row[] = [];
    const but = read(row, { events, notRecorded: ["contacted"] });
    expect(verdicts(but, "css-4/contacted")).toEqual(["met"]);
    expect(read({ ...row, first_contact_on: "" }, { events, notRecorded: ["contacted"] })).not.toHaveProperty(
      "notRecorded",
    );
  });

  test.each([
    [{ absentMeansNo: ["contcted"] }, /"contcted" in the mapping's absentMeansNo. Did you mean contacted\?/],
    [{ notRecorded: "contacted" }, /notRecorded as "contacted"\. Expected a list of kinds/],
    [{ notRecorded: ["left"], absentMeansNo: ["left"] }, /"left" in notRecorded and in absentMeansNo/],
    [{ absentMeanNo: [] }, /the option absentMeanNo\. Did you mean absentMeansNo\?/],
  ])("%# is refused", (mapping, message) => {
    expect(() => read(row, mapping as never)).toThrow(message);
  });

  test("without a programme, the missing standard columns are known", () => {
    const { journeys } = readJourneys([row]);
    expect(journeys[0]!.notRecorded).toContain("started");
    expect(journeys[0]!.notRecorded).toContain("contacted");
    expect(journeys[0]!.notRecorded).not.toContain("referral-received");
    expect(journeys[0]!.notRecorded).not.toContain("retracted");
  });

  test("a reader of rows says the same, whether long rows were announced by name or by their header", () => {
    const reader = () => rowReader({ programme: whpJetsCv06 }, () => {});
    const plain = reader();
    plain.header(["id", "received_on"]);
    expect(plain.journey(["R1", "2021-04-01"], 2)!.notRecorded).toEqual(read(TWO_COLUMNS).notRecorded);
    const long = reader();
    long.header(["id", "received_on"]);
    long.eventHeader(["id", "kind", "on"]);
    expect(long.journey(["R1", "2021-04-01"], 2)).not.toHaveProperty("notRecorded");
    const named = rowReader({ programme: whpJetsCv06 }, () => {}, { events: "events.csv" });
    named.header(["id", "received_on"]);
    expect(named.journey(["R1", "2021-04-01"], 2)).not.toHaveProperty("notRecorded");
  });

  test("a plain journey has a closed world unless it says otherwise", () => {
    const events = [{ kind: "referral-received", on: "2021-04-01" }];
    expect(verdicts({ id: "R1", events }, "css-4/contacted")).toEqual(["not-met: not-done"]);
    expect(verdicts({ id: "R1", events, notRecorded: ["contacted"] }, "css-4/contacted")).toEqual([
      NOT_RECORDED,
    ]);
  });
});

describe("outcomes", () => {
  const outcome = (row: Row, programme: Programme = whpJetsCv06) =>
    assessOutcome(programme, read(row, {}, programme), { asAt: "2022-06-30" });

  test("without a column for starts or outcomes, nobody knows of one", () => {
    expect(outcome(TWO_COLUMNS)).toMatchObject({ status: "undetermined", reason: "not-recorded" });
    expect(outcome(STARTED)).toMatchObject({ status: "undetermined", reason: "not-recorded" });
    expect(outcome({ ...STARTED, outcome_on: "" })).toMatchObject({ status: "window-closed" });
    expect(outcome({ ...STARTED, outcome_on: "2021-06-18" })).toMatchObject({ status: "converted" });
  });

  test("without a column for claims, whether self-employment was claimed is not known", () => {
    const row = { ...STARTED, self_employed: "yes", job_started_on: "2021-05-01", outcome_on: "2021-06-18" };
    expect(outcome(row)).toMatchObject({ status: "undetermined", reason: "not-recorded" });
    expect(outcome({ ...row, claimed_on: "" })).toMatchObject({ status: "window-closed" });
  });

  test("indicators need their events", () => {
    const found = assessIndicators(whpCoreCv04, read(STARTED, {}, whpCoreCv04), { asAt });
    expect(new Set(found.map(({ status }) => status))).toEqual(new Set(["undetermined"]));
  });
});
