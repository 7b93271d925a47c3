import {
  assess,
  assessOutcome,
  backlog,
  backlogByDay,
  dueDates,
  type Journey,
  mergeReports,
  type Problem,
  ReportBuilder,
  readJourneys,
  report,
  reportAcrossReadings,
  reportStream,
  whpJetsCv06,
  worklist,
} from "programme-rules";
import { cohortTable } from "programme-rules/cohorts";
import { impactOfChange } from "programme-rules/tender";
import { assertConverts, assertMeets, assertWithinBacklog, ComplianceError } from "programme-rules/testing";
import { describe, expect, test } from "vitest";

const asAt = "2021-04-30";
const received = { kind: "referral-received", on: "2021-04-01" };
const acknowledged = (id: string, on: string, more: Partial<Journey> = {}): Journey => ({
  id,
  events: [received, { kind: "referral-acknowledged", on }],
  ...more,
});
const IN_TIME = acknowledged("R1", "2021-04-06");
const LATE = acknowledged("R1", "2021-04-09");
const requirements = ["css-1/acknowledged"];
const line = (journeys: Iterable<Journey>) => report(whpJetsCv06, journeys, { asAt, requirements }).lines[0]!;

describe("the same id twice, in a list", () => {
  test("alike in everything but order, counts once, and is told", () => {
    const turned = { ...IN_TIME, events: IN_TIME.events.toReversed(), group: undefined as never };
    const made = report(whpJetsCv06, [IN_TIME, turned], { asAt, requirements });
    expect(made).toMatchObject({ journeys: 1, lines: [{ verdict: "met", counted: 1 }] });
    expect(made).not.toHaveProperty("leftOut");
    expect(made.problemCounts).toEqual([{ code: "journey/id-twice", count: 1 }]);
  });

  test("differing, is one of which nothing can be judged, whatever the order", () => {
    const made = [
      [IN_TIME, LATE],
      [LATE, IN_TIME],
    ].map((journeys) => report(whpJetsCv06, journeys, { asAt, by: "provider" }));
    expect(JSON.stringify(made[0])).toBe(JSON.stringify(made[1]));
    expect(made[0]).toMatchObject({ journeys: 1, leftOut: { "id-twice": 1 } });
    for (const { subject = "referral", counted, undetermined, verdict } of made[0]!.lines) {
      if (subject === "referral")
        expect([counted, undetermined, verdict]).toEqual([
          1,
          1,
          expect.stringMatching(/undetermined|not-scored/),
        ]);
    }
  });

  test("is of the provider that all of its journeys name, else of none", () => {
    const by = (...names: string[]) =>
      report(
        whpJetsCv06,
        names.map((provider, at) => acknowledged("R1", `2021-04-0${6 + at}`, { attributes: { provider } })),
        { asAt, requirements, by: "provider" },
      ).lines.map((each) => each.by);
    expect(by("north", "north")).toEqual([{ provider: "north" }]);
    expect(by("north", "south")).toEqual([{ provider: null }]);
  });

  test("99 of 100 under one id leave the line undetermined", () => {
    const others = Array.from({ length: 99 }, (_, at) => acknowledged(`S${at}`, "2021-04-06"));
    expect(line([...others, IN_TIME, LATE])).toMatchObject({
      counted: 100,
      met: 99,
      verdict: "undetermined",
      worst: { count: 99, of: 100 },
    });
  });

  test("nothing is due, in backlog, converted or changed by it", () => {
    const both = [IN_TIME, LATE];
    const told: Problem[] = [];
    const onProblem = (problem: Problem) => void told.push(problem);
    expect(worklist(whpJetsCv06, both, { asAt, onProblem })).toEqual([]);
    expect(told.map(({ code }) => code)).toEqual(["journey/id-twice"]);
    expect(backlog(whpJetsCv06, both, { asAt })).toMatchObject({ inBacklog: 0, undetermined: 1 });
    const [day] = backlogByDay(whpJetsCv06, both, { from: "2021-04-26", until: "2021-04-26", asAt });
    expect(day).toMatchObject({ inBacklog: 0, undetermined: 1 });
    const { rows, unplaced } = cohortTable(whpJetsCv06, both, { asAt });
    expect([rows, unplaced]).toEqual([[], { notStarted: 0, undetermined: 1, notApplicable: 0 }]);
    const stricter = {
      id: "ours",
      title: "Ours",
      changes: { set: { "css-1/acknowledged": { within: { workingDays: 1 } } } },
    };
    expect(impactOfChange(whpJetsCv06, stricter, both, { asAt })).toMatchObject({ journeys: 1, changed: 0 });
    expect(reportAcrossReadings(whpJetsCv06, both, { asAt }).leftOut).toEqual({ "id-twice": 1 });
  });

  test("no assertion calls it good", () => {
    const hundred = Array.from({ length: 100 }, (_, at) =>
      acknowledged("R", at === 0 ? "2021-04-06" : "2021-04-09"),
    );
    const by = { programme: whpJetsCv06, asAt };
    const message = (act: () => void) => {
      try {
        act();
      } catch (error) {
        return error instanceof ComplianceError ? error.message : String(error);
      }
      return "passed";
    };
    const leftOut = "Not judged: one id whose journeys differ (counted as unknown).";
    const many = [
      ...Array.from({ length: 300 }, (_, at) => acknowledged(`S${at}`, "2021-04-06")),
      IN_TIME,
      LATE,
    ];
    expect(message(() => assertMeets(hundred, "css-1/acknowledged", by))).toContain(leftOut);
    expect(message(() => assertMeets(many, "css-1/acknowledged", by))).toContain(leftOut);
    expect(message(() => assertWithinBacklog(many, { ...by, asAt: "2021-04-26" }))).toContain(leftOut);
    expect(message(() => assertConverts(many, by))).toContain(leftOut);
    expect(message(() => assertMeets(many, "css-1/acknowledged", by))).toContain(
      'Correct it in the data, or allow it by name: { allow: ["id-twice"] }.',
    );
    expect(message(() => assertMeets(many, "css-1/acknowledged", { ...by, allow: ["id-twice"] }))).toBe(
      "passed",
    );
  });
});

describe("journeys of another programme", () => {
  const other = { ...LATE, programme: "whp-core" };

  test("are told and left out by whatever takes a list, and differ from none of ours", () => {
    const told: string[] = [];
    const options = { asAt, onProblem: ({ code }: Problem) => void told.push(code) };
    const both = [IN_TIME, other];
    expect(line(both)).toMatchObject({ counted: 1, met: 1, verdict: "met" });
    expect(line(both.toReversed())).toMatchObject({ counted: 1, met: 1 });
    const only = [{ ...other, id: "R2" }];
    expect(worklist(whpJetsCv06, only, options)).toEqual([]);
    expect(backlog(whpJetsCv06, only, options)).toMatchObject({ inBacklog: 0, share: { of: 0 } });
    expect(backlogByDay(whpJetsCv06, only, { ...options, from: "2021-04-26" })[0]).toMatchObject({
      share: { of: 0 },
    });
    expect(cohortTable(whpJetsCv06, only, options).unplaced).toMatchObject({
      notStarted: 0,
      undetermined: 0,
    });
    expect(told).toEqual(Array.from({ length: 4 }, () => "journey/other-programme"));
  });
});

describe("the same id twice, in a stream", () => {
  const streamed = (...journeys: Journey[]) => {
    const builder = new ReportBuilder(whpJetsCv06, { asAt, requirements });
    for (const journey of journeys) builder.add(journey);
    return builder.result();
  };

  test("no line is better than undetermined, and the ids are told", async () => {
    async function* both() {
      yield IN_TIME;
      yield LATE;
    }
    function* once() {
      yield* [IN_TIME, LATE];
    }
    const made = [
      streamed(IN_TIME, LATE),
      streamed(LATE, IN_TIME),
      await reportStream(whpJetsCv06, both(), { asAt, requirements }),
      report(whpJetsCv06, once(), { asAt, requirements }),
    ];
    for (const { lines, leftOut, problems } of made) {
      expect(lines).toMatchObject([{ verdict: "undetermined", reason: "id-twice" }]);
      expect(leftOut).toEqual({ "id-twice": 1 });
      expect(problems).toMatchObject([{ code: "journey/id-twice", journey: "R1" }]);
    }
  });

  test("a merge does not make it better", () => {
    const merged = mergeReports([streamed(acknowledged("S1", "2021-04-06")), streamed(IN_TIME, LATE)]);
    expect(merged).toMatchObject({
      journeys: 2,
      leftOut: { "id-twice": 1 },
      lines: [{ verdict: "undetermined", reason: "id-twice" }],
    });
  });
});

describe("the same id twice, in rows", () => {
  const row = { id: "R1", received_on: "2021-04-01", acknowledged_on: "2021-04-06" };
  const read = (...rows: Parameters<typeof readJourneys>[0][]) => readJourneys(rows as never, {}).journeys;

  test("alike is one journey", () => {
    expect(read(row as never, { ...row } as never)).toMatchObject([{ id: "R1", events: [received, {}] }]);
  });

  test("differing is one of which nothing is due, settled or reached", () => {
    const [journey, ...others] = read(row as never, { ...row, acknowledged_on: "2021-04-09" } as never);
    expect(others).toEqual([]);
    const findings = assess(whpJetsCv06, journey!, { asAt });
    expect(new Set(findings.map(({ verdict }) => verdict))).toEqual(new Set(["undetermined"]));
    expect(dueDates(whpJetsCv06, journey!, { asAt }).filter(({ dueOn }) => dueOn !== undefined)).toEqual([]);
    expect(assessOutcome(whpJetsCv06, journey!, { asAt })).toMatchObject({ status: "undetermined" });
  });

  test("rows that are no journey are counted", () => {
    const { leftOut } = readJourneys([row, { ...row, id: "" }, { ...row, id: "x".repeat(101) }]);
    expect(leftOut).toEqual({ "no-id": 1, "id-too-long": 1 });
    const by = { programme: whpJetsCv06, asAt };
    expect(() => assertMeets(readJourneys([row, { ...row, id: "" }]), "css-1/acknowledged", by)).toThrow(
      "Not judged: one row without an id.\nCorrect it in the data. To judge the others alone, give expect() the `journeys` of what was read.",
    );
    expect(() => assertConverts(readJourneys([row, { ...row, id: "" }]), by)).toThrow(
      "To judge the others alone",
    );
    const none = { ...readJourneys([row]), leftOut: { "id-twice": 0, "no-id": 0 } };
    expect(() => assertMeets(none, "css-1/acknowledged", by)).not.toThrow();
    expect(() => assertMeets(readJourneys([row]), "css-1/acknowledged", by)).not.toThrow();
  });
});
