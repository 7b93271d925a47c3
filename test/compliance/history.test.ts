import {
  acrossReadings,
  amend,
  assess,
  explain,
  type History,
  type Journey,
  mergeReports,
  report,
  whpJets,
  whpJetsCv06,
  withInForce,
} from "programme-rules";
import { describe, expect, test } from "vitest";

/*
 * Two editions: the first asks for acknowledgement within two working days until Fri 30 April 2021, the
 * second within one from Sat 1 May. Action plans go by the day of the start, follow-ups by the meeting missed.
 */
const first = {
  ...amend(
    whpJetsCv06,
    variation("axes", {
      "css-7/finalised": { axis: "started" },
      "css-9/follow-up": { axis: "anchor" },
    }),
  ),
  edition: "one",
};
const second = {
  ...amend(
    first,
    variation("second", {
      "css-1/acknowledged": { within: { workingDays: 1 } },
      "css-7/finalised": { within: { workingDays: 5 } },
      "css-9/follow-up": { within: { workingDays: 1 } },
    }),
  ),
  edition: "two",
};
function variation(id: string, set: Record<string, Record<string, string | { workingDays: number }>>) {
  return { id, title: id, basis: "assumed" as const, changes: { set } };
}
const history: History = withInForce(
  { ...whpJets, usual: "one", editions: [first, second] },
  { one: { from: "2021-01-01", until: "2021-04-30" }, two: { from: "2021-05-01", until: "2021-12-31" } },
);

const referral = (id: string, on: string, ...events: Journey["events"]): Journey => ({
  id,
  events: [{ kind: "referral-received", on }, ...events],
});
const due = (journey: Journey, requirement: string) =>
  assess(history, journey, { asAt: "2021-06-30" })
    .filter((finding) => finding.requirement === requirement)
    .map(({ dueOn }) => dueOn);

describe("a caseload that spans a change of edition", () => {
  // Thu 29 April: Fri 30 (1), Tue 4 May (2). Tue 4 May: Wed 5 (1).
  test("takes each requirement from the edition of its referral", () => {
    expect(due(referral("R1", "2021-04-29"), "css-1/acknowledged")).toEqual(["2021-05-04"]);
    expect(due(referral("R2", "2021-05-04"), "css-1/acknowledged")).toEqual(["2021-05-05"]);
  });

  test("or of the start, where the requirement says so", () => {
    // Started Tue 4 May under the second edition: 5 6 7 10 Tue 11 May (5).
    const journey = referral("R1", "2021-04-20", { kind: "started", on: "2021-05-04" });
    expect(due(journey, "css-7/finalised")).toEqual(["2021-05-11"]);
  });

  test("or of each case's own anchor: one journey may fall under both", () => {
    const journey = referral(
      "R1",
      "2021-04-12",
      { kind: "started", on: "2021-04-15" },
      { kind: "meeting-missed", on: "2021-04-29" },
      { kind: "meeting-missed", on: "2021-05-04" },
    );
    expect(due(journey, "css-9/follow-up").sort()).toEqual(["2021-05-04", "2021-05-05"]);
  });

  test("is reported in one call, a line an edition, and nobody is counted twice", () => {
    const journeys = [
      referral("R1", "2021-04-29"),
      referral("R2", "2021-05-04"),
      referral("R3", "2021-05-04"),
    ];
    const whole = report(history, journeys, { asAt: "2021-06-30" });
    const acknowledged = whole.lines.filter(({ requirement }) => requirement === "css-1/acknowledged");
    expect(acknowledged.map(({ edition, counted }) => [edition, counted])).toEqual([
      ["one", 1],
      ["two", 2],
    ]);
    expect(whole.receipt.editions?.map(({ edition, from }) => [edition, from])).toEqual([
      ["one", "2021-01-01"],
      ["two", "2021-05-01"],
    ]);
    const parts = journeys.map((journey) => report(history, [journey], { asAt: "2021-06-30" }));
    expect(mergeReports(parts)).toEqual(whole);
  });

  test("a journey outside every edition is listed and not counted; alone, it is a fault", () => {
    const early = referral("R1", "2020-12-01");
    const { journeys, problems } = report(history, [early, referral("R2", "2021-05-04")], {
      asAt: "2021-06-30",
    });
    expect(journeys).toBe(1);
    expect(problems).toMatchObject([{ code: "journey/no-edition", journey: "R1" }]);
    expect(() => assess(history, early, { asAt: "2021-06-30" })).toThrow("one (2021-01-01 to 2021-04-30)");
  });

  test("each finding is explained under the edition that it came from", () => {
    const missed = ["2021-04-29", "2021-05-04"].map((on) => ({ kind: "meeting-missed", on }));
    const started = { kind: "started", on: "2021-04-15" };
    for (const journey of [
      referral("R1", "2021-04-12", started, ...missed),
      referral("R2", "2021-05-04", { ...started, on: "2021-05-06" }),
    ]) {
      const findings = assess(history, journey, { asAt: "2021-06-30" });
      for (const finding of findings) {
        const { verdict, dueOn, reason } = explain(history, journey, finding, { asAt: "2021-06-30" });
        expect([verdict, dueOn, reason]).toEqual([finding.verdict, finding.dueOn, finding.reason]);
      }
    }
  });

  test("and is told by its anchor from one of the same number", () => {
    // As contacts: every 10 working days until 30 April, every 5 from then on, each by its own anchor.
    const every = (edition: string, workingDays: number) => {
      const set = { "css-8/contact": { axis: "anchor", every: { workingDays } } };
      const variation = { id: "contacts", title: "Contacts", basis: "assumed" as const, changes: { set } };
      return { ...amend(whpJetsCv06, variation), edition };
    };
    const contacts = { ...history, editions: [every("one", 5), every("two", 10)] };
    const known = withInForce(contacts, {
      one: { from: "2021-01-01", until: "2021-04-30" },
      two: { from: "2021-05-01", until: "2021-12-31" },
    });
    const journey = referral("R1", "2021-03-29", { kind: "started", on: "2021-04-01" });
    const found = assess(known, journey, { asAt: "2021-06-30", requirements: ["css-8/contact"] });
    expect(new Set(found.map((finding) => finding.case)).size).toBeLessThan(found.length);
    for (const finding of found)
      expect(explain(known, journey, finding, { asAt: "2021-06-30" }).dueOn).toBe(finding.dueOn);
  });

  test("a case of no edition has no explanation; across readings, each side is as its edition alone", () => {
    const asAt = "2021-06-30";
    const journey = referral("R1", "2021-05-04", { kind: "started", on: "2021-05-06" });
    const [acknowledged] = assess(second, journey, { asAt });
    expect(() => explain(history, journey, { ...acknowledged!, case: 9 }, { asAt })).toThrow(
      "Stored: case 9, not-met (not-done), from referral-received 2021-05-04, due 2021-05-05. Now: case 1,",
    );
    expect(acrossReadings(history, journey, { asAt })).toEqual(acrossReadings(second, journey, { asAt }));
  });

  test("a history whose bounds nobody knows says how to supply them", () =>
    expect(() => assess(whpJets, referral("R1", "2021-05-04"), { asAt: "2021-06-30" })).toThrow(
      "withInForce",
    ));
});
