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
import { files } from "../../../examples/data/generate.mjs";
import { readCaseload, readMapping } from "../../../src/cli/input/caseload-file.js";

const path = (name: string) => fileURLToPath(new URL(`../../../examples/data/${name}`, import.meta.url));
const programme = whpJetsCv06;
const asAt = "2021-06-30";

async function read(name: string, events?: string, mapping = {}) {
  const notices: string[] = [];
  const onNotice = (text: string) => notices.push(text);
  const source = { file: path(name), mapping: { ...mapping, programme }, onNotice };
  const reading = readCaseload(events === undefined ? source : { ...source, eventsFile: path(events) });
  const journeys: Journey[] = [];
  for await (const journey of reading.journeys) journeys.push(journey);
  return { journeys, problems: reading.problems, notices };
}

const verdicts = (journeys: readonly Journey[], rules: Programme = programme) =>
  new Map(report(rules, journeys, { asAt }).lines.map((line) => [line.requirement, line]));

test("the files are what the generator writes", () => {
  const made = Object.entries(files() as Record<string, string>);
  expect(made).toHaveLength(5);
  for (const [name, text] of made) expect(readFileSync(path(name), "utf8") === text, name).toBe(true);
});

describe("the big caseload", async () => {
  const { journeys, problems, notices } = await read("jets-caseload.csv", "jets-events.csv");
  const lines = verdicts(journeys);

  test("is about six hundred referrals, read as a stream", () => {
    expect(journeys.length).toBe(631);
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
    expect(lines.get("css-1/acknowledged")).toMatchObject({
      met: 629,
      notMet: 2,
      verdict: "met",
      headroom: 1,
      misses: ["J0178", "J0471"],
    });
    expect(lines.get("css-2/backlog-share")).toMatchObject({ notMet: 17, undetermined: 4, verdict: "met" });
    expect(lines.get("css-3/backlog-age")).toMatchObject({ notMet: 4, verdict: "not-met" });
    expect(lines.get("css-5/prap-update")).toMatchObject({ notMet: 20, verdict: "not-met" });
  });

  test("has a line of every verdict", () => {
    expect(lines.get("css-12/end-form")).toMatchObject({ notMet: 0, undetermined: 0, verdict: "pending" });
    // J0041's form is dated 21.04.2021, which is not the form of the others; J0181's provision is unknown, and with it what its days count from.
    expect(lines.get("css-11/start-form")).toMatchObject({
      undetermined: 2,
      verdict: "undetermined",
      reason: "missing-data",
    });
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
    expect([journeys.length, problems]).toEqual([23, []]);
    expect(journeys[0]).toEqual({
      id: "CR-0001",
      attributes: {
        provider: "Tidewater Support",
        site: "Harbour Street",
        area: "Westbourne",
        adviser: "adv-08",
        nation: "england",
      },
      events: [
        { kind: "referral-received", on: "2021-03-29" },
        { kind: "referral-acknowledged", on: "2021-03-30" },
        { kind: "contact-attempted", on: "2021-03-30" },
        { kind: "contacted", on: "2021-03-30" },
        { kind: "initial-appointment", on: "2021-04-08" },
        { kind: "prap-updated", on: "2021-04-09", status: "started" },
        { kind: "started", on: "2021-04-09" },
        { kind: "standards-provided", on: "2021-04-09" },
        { kind: "action-plan-finalised", on: "2021-04-12" },
        { kind: "esf-start-form-sent", on: "2021-04-15" },
      ],
    });
  });

  test("is refused without it", async () => {
    await expect(read("crm-export.csv")).rejects.toThrow(
      'Not accepted: referrals without a column "id" and "received_on"',
    );
  });
});
