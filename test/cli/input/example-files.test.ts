import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import {
  type Journey,
  type Problem,
  type Programme,
  report,
  whpJetsCv06,
  withReadings,
} from "programme-rules";
import { describe, expect, test } from "vitest";
// @ts-expect-error The generator is plain JavaScript, without types.
import { caseListRows, files } from "../../../examples/data/generate.mjs";
import { eachJourney, readCaseload, readMapping } from "../../../src/cli/input/caseload-file.js";
import { openTable } from "../../../src/cli/input/table-file.js";
import { DateCell, ProblemList } from "../../../src/journey/index.js";

const path = (name: string) => fileURLToPath(new URL(`../../../examples/data/${name}`, import.meta.url));
const programme = whpJetsCv06;
const asAt = "2021-06-30";

async function read(name: string, events?: string, mapping = {}) {
  const notices: string[] = [];
  const onNotice = (text: string) => notices.push(text);
  const source = {
    referrals: [await openTable(path(name))],
    events: events === undefined ? [] : [await openTable(path(events))],
    mapping: { ...mapping, programme },
    onNotice,
  };
  const data = new ProblemList();
  const reading = readCaseload(source, data);
  const journeys: Journey[] = [];
  await eachJourney(reading, (journey) => journeys.push(journey));
  return { journeys, problems: data.problems, notices };
}

const verdicts = (journeys: readonly Journey[], rules: Programme = programme) =>
  new Map(report(rules, journeys, { asAt }).lines.map((line) => [line.requirement, line]));

test("the files are what the generator writes", () => {
  const made = Object.entries(files() as Record<string, string>);
  expect(made).toHaveLength(5);
  for (const [name, text] of made) expect(readFileSync(path(name), "utf8") === text, name).toBe(true);
});

test("the workbook is what the generator writes", async () => {
  const table = await openTable(path("case-list.xlsx"));
  const rows: unknown[][] = [[...table.header.names]];
  for await (const batch of table.rows()) for (const { cells } of batch) rows.push([...cells]);
  const written = (caseListRows() as unknown[][]).map((row) =>
    Array.from({ length: 21 }, (_, at) => {
      const value = row[at] ?? "";
      return value instanceof Date ? new DateCell(value.toISOString().slice(0, 10)) : value;
    }),
  );
  expect(rows).toEqual(written);
});

describe("the big caseload", async () => {
  const { journeys, problems, notices } = await read("jets-caseload.csv", "jets-events.csv");
  const lines = verdicts(journeys);

  test("is about six hundred referrals, read as a stream", () => {
    expect(journeys.length).toBe(602);
    expect(notices).toEqual([]);
  });

  test("has fifteen bad referrals and nine bad events, wrong in twenty ways", () => {
    const inFile = (name: string) => problems.filter(({ file }: Problem) => file === path(name));
    expect(inFile("jets-caseload.csv")).toHaveLength(15);
    expect(inFile("jets-events.csv")).toHaveLength(9);
    const ways = new Set(
      problems.map(({ code, value }) => `${code} ${code === "journey/date-form" ? value : ""}`),
    );
    expect(ways.size).toBeGreaterThanOrEqual(20);
  });

  test("tells its story: acknowledged in time, just; backlog small; updates of PRaP too late", () => {
    // Counted by a script of its own that reads the rows and a wall calendar: who is acknowledged after the second
    // working day; who still waits on 30 June for an appointment or an update of PRaP that was due; whose
    // referral was in backlog for more than 25 working days; whose update came after the fifteenth, or not.
    expect(lines.get("css-1/acknowledged")).toMatchObject({
      met: 600,
      notMet: 2,
      verdict: "met",
      headroom: 1,
      misses: ["J0172", "J0442"],
    });
    expect(lines.get("css-2/backlog-share")).toMatchObject({ notMet: 17, undetermined: 4, verdict: "met" });
    expect(lines.get("css-3/backlog-age")).toMatchObject({ notMet: 5, verdict: "not-met" });
    expect(lines.get("css-5/prap-update")).toMatchObject({ met: 483, notMet: 49, verdict: "not-met" });
  });

  test("has a line of every verdict", () => {
    expect(lines.get("css-12/end-form")).toMatchObject({ notMet: 0, undetermined: 0, verdict: "pending" });
    // Nobody attested of some exit reports that a copy is kept.
    expect(lines.get("css-10/kept")).toMatchObject({ notMet: 0, verdict: "undetermined" });
    // J0041's form is dated 21.04.2021, which is not the form of the others; J0181's provision is unknown, and with it what its days count from.
    expect(lines.get("css-11/start-form")).toMatchObject({ undetermined: 2 });
    expect(lines.get("css-5/appointment")?.verdict).toBe("not-scored");
  });

  test("has receipts at weekends and on Good Friday, people who went and came back, and agreed frequencies", () => {
    const days = journeys.flatMap(({ events }) => events.filter(({ kind }) => kind === "referral-received"));
    expect(days.some(({ on }) => on === "2021-04-02")).toBe(true);
    expect(days.some(({ on }) => [0, 6].includes(new Date(on).getUTCDay()))).toBe(true);
    const kinds = new Set(journeys.flatMap(({ events }) => events.map(({ kind }) => kind)));
    for (const kind of [
      "disengaged",
      "re-engaged",
      "contact-frequency-agreed",
      "meeting-missed",
      "absence-explained",
      "leaving-expected",
      "milestone-reached",
      "outcome-claimed",
    ]) {
      expect(kinds).toContain(kind);
    }
  });
});

describe("the clean caseload", async () => {
  const { journeys, problems, notices } = await read("jets-clean.csv", "jets-clean-events.csv");

  test("has no problem", () => {
    expect([journeys.length, problems, notices]).toEqual([40, [], []]);
    expect(report(programme, journeys, { asAt }).problems).toEqual([]);
  });

  test("meets everything, or has still time to, where contact stops while someone is disengaged", () => {
    const practice = withReadings(programme, { "stops-while-disengaged": "yes" });
    const referrals = [...verdicts(journeys, practice).values()].filter(({ counted }) => counted > 0);
    expect(referrals.filter(({ notMet, target }) => notMet > 0 && !("notScored" in target))).toEqual([]);
    const open = referrals
      .filter(({ verdict }) => verdict !== "met")
      .map((line) => [line.requirement, line.verdict]);
    expect(open).toEqual([
      ["css-5/appointment", "not-scored"],
      ["css-8/contact", "pending"],
      ["css-12/end-form", "pending"],
    ]);
  });
});

describe("the export of a client system", async () => {
  const { journeys, problems } = await read(
    "crm-export.csv",
    undefined,
    await readMapping(path("crm-mapping.json")),
  );

  test("is read whole with its mapping", () => {
    expect([journeys.length, problems]).toEqual([24, []]);
    const { notRecorded, ...journey } = journeys[3]!;
    expect(notRecorded).toEqual(expect.arrayContaining(["meeting-missed", "earnings", "contacted"]));
    expect(journey).toEqual({
      id: "CR-0004",
      attributes: {
        provider: "Larkfield Works",
        site: "Mill Lane, Eastmere",
        area: "Eastmere",
        adviser: "adv-02",
        nation: "england",
        self_employed: false,
      },
      events: [
        { kind: "referral-received", on: "2021-03-30" },
        { kind: "referral-acknowledged", on: "2021-04-01" },
        { kind: "contact-attempted", on: "2021-03-31" },
        { kind: "contacted", on: "2021-04-01" },
        { kind: "initial-appointment", on: "2021-04-06" },
        { kind: "prap-updated", on: "2021-04-08", status: "started" },
        { kind: "started", on: "2021-04-06" },
        { kind: "standards-provided", on: "2021-04-07" },
        { kind: "action-plan-finalised", on: "2021-04-20" },
        { kind: "job-started", on: "2021-04-23", selfEmployed: false },
        { kind: "esf-start-form-sent", on: "2021-04-12" },
      ],
    });
  });

  test("is refused without it", async () => {
    await expect(read("crm-export.csv")).rejects.toThrow(
      'Not accepted: referrals without a column "id" and "received_on"',
    );
  });
});
