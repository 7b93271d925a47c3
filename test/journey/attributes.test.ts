import {
  type Journey,
  mergeReports,
  type Problem,
  ReportBuilder,
  report,
  reportStream,
  whpJetsCv06,
} from "programme-rules";
import { cohortTable } from "programme-rules/cohorts";
import { describe, expect, test } from "vitest";
import { problemSchema } from "../../src/journey/index.js";

const asAt = "2021-04-30";
const journey = (id: string, more: Partial<Journey> = {}): Journey => ({
  id,
  events: [{ kind: "referral-received", on: "2021-04-01" }],
  ...more,
});
const placed = journey("R1", { attributes: { provider: "north", site: "" } });
const nowhere = journey("R2", { group: "lockdown" });

const asked = (journeys: Iterable<Journey>, by: string | readonly string[]) =>
  report(whpJetsCv06, journeys, { asAt, by, requirements: ["css-1/acknowledged"] });
const messages = (problems: readonly Problem[]) =>
  problems.filter(({ code }) => code === "journey/unknown-attribute").map(({ message }) => message);

describe("a result split by an attribute that no journey has", () => {
  test("says so once, with what they have and what was meant", () => {
    const { problems, problemCounts } = asked([placed, nowhere], "provder");
    const absent = problems.filter(({ value }) => value === "provder");
    expect(absent).toEqual([
      {
        code: "journey/unknown-attribute",
        message:
          "by: no journey has the attribute provder. Expected group, month, provider; did you mean provider?",
        value: "provder",
        allowed: ["group", "month", "provider"],
      },
    ]);
    expect(problemSchema.safeParse(absent[0]).success).toBe(true);
    expect(problemCounts).toContainEqual({ code: "journey/unknown-attribute", count: 1 });
  });
  test("names in its message only what can be a name, and has the rest apart", () => {
    const { problems } = asked([journey("R1", { attributes: { R42: 1, Provider: "north" } })], "provider");
    const [absent] = problems.filter(({ code }) => code === "journey/unknown-attribute");
    expect(absent?.message).toContain("Expected Provider, month; did you mean Provider?");
    expect(absent?.allowed).toEqual(["Provider", "R42", "month"]);
  });
  test("an empty value is none", () =>
    expect(messages(asked([placed], ["provider", "site", "month"]).problems)).toEqual([
      "by: no journey has the attribute site. Expected month, provider.",
    ]));
  test.each([
    ["what one of them has", [nowhere, placed], ["provider", "group"]],
    ["the month", [nowhere], "month"],
    ["nothing, in an empty caseload", [], "provder"],
  ])("is no problem where it is %s", (_, journeys, by) =>
    expect(messages(asked(journeys, by).problems)).toEqual([]),
  );
  test("is told to onProblem, by lists, streams and cohorts alike", async () => {
    const told: Problem[] = [];
    const options = { asAt, by: "provder", onProblem: (problem: Problem) => told.push(problem) };
    report(whpJetsCv06, [placed], options);
    await reportStream(whpJetsCv06, [placed], options);
    const builder = new ReportBuilder(whpJetsCv06, options);
    builder.add(placed);
    builder.result();
    builder.result();
    expect(messages(told)).toEqual(
      Array(3).fill(
        "by: no journey has the attribute provder. Expected month, provider; did you mean provider?",
      ),
    );
    told.length = 0;
    cohortTable(whpJetsCv06, [placed], options);
    cohortTable(whpJetsCv06, [], options);
    cohortTable(whpJetsCv06, [journey("R1")], options);
    expect(messages(told)).toEqual([
      "by: no journey has the attribute provder. Expected provider; did you mean provider?",
      "by: no journey has the attribute provder. Expected an attribute that journeys have.",
    ]);
  });
  test("goes again once a journey has it, in a report that is still being made", () => {
    const builder = new ReportBuilder(whpJetsCv06, { asAt, by: "provider" });
    builder.add(nowhere);
    expect(messages(builder.result().problems)).toHaveLength(1);
    builder.add(placed);
    expect(messages(builder.result().problems)).toEqual([]);
  });
  test("is a problem of merged parts only where it is one of each that has journeys", () => {
    const merged = (...parts: Journey[][]) =>
      messages(mergeReports(parts.map((part) => asked(part, "provider"))).problems);
    expect(merged([placed], [nowhere])).toEqual([]);
    expect(merged([nowhere], [], [journey("R3", { attributes: { area: "east" } })])).toEqual([
      "by: no journey has the attribute provider. Expected area, group, month.",
    ]);
  });
});
