import fc from "fast-check";
import {
  acrossReadings,
  assess,
  type Journey,
  reportAcrossReadings,
  whpCoreCv04,
  whpJetsCv06,
  withReadings,
} from "programme-rules";
import { describe, expect, test } from "vitest";
import { readingsBehind } from "../../src/rules/index.js";
import { asAts, journeys } from "./journeys.js";

/* Sunday 28 March 2021: as it is, Mon 29 (1), Tue 30 (2); from Monday, Tue 30 (1), Wed 31 (2). */
const sunday = {
  id: "R1",
  events: [
    { kind: "referral-received", on: "2021-03-28" },
    { kind: "referral-acknowledged", on: "2021-03-31" },
  ],
};
const asAt = "2021-04-30";
const of = (requirement: string) =>
  acrossReadings(whpJetsCv06, sunday, { asAt }).find((each) => each.requirement === requirement)!;

describe("across readings", () => {
  test("a verdict that hangs on one is disputed, with both sentences", () => {
    const found = of("css-1/acknowledged");
    expect(found).toMatchObject({ verdict: "disputed", now: "not-met" });
    expect(found.sentence).toBe(
      "Referral received Sun 28 Mar 2021. Two working days later is Tue 30 Mar 2021. Acknowledged Wed 31 Mar 2021: not met, one working day late. [001 ¶38 item 1]",
    );
    expect(found.dependsOn).toContainEqual({
      answers: { "receipt-on-non-working-day": "next-working-day" },
      verdict: "met",
      sentence:
        "Referral received Sun 28 Mar 2021; that is not a working day (the weekend does not count), so its clock starts Mon 29 Mar 2021. Two working days later is Wed 31 Mar 2021. Acknowledged Wed 31 Mar 2021: met, on the last day. [001 ¶38 item 1]",
    });
  });

  test("one that no reading changes holds under all of them", () => {
    const found = of("css-4/contacted");
    expect(found).toMatchObject({ verdict: "not-met", dependsOn: [] });
    expect(found.combinations).toBeGreaterThan(1);
  });

  test("only a requirement's own readings are explored", () => {
    expect(of("css-1/acknowledged").readings).not.toContain("backlog-test");
    expect(of("css-2/backlog-share").readings).toContain("backlog-test");
  });

  test("every combination explored is few enough to be gone through", () => {
    for (const programme of [whpJetsCv06, whpCoreCv04]) {
      const most = Math.max(
        ...acrossReadings(programme, sunday, { asAt }).map(({ combinations }) => combinations),
      );
      expect(most).toBeLessThanOrEqual(1024);
    }
  });
});

test("what is said to depend on readings has that verdict under them, and nothing less has", () =>
  fc.assert(
    fc.property(journeys, asAts, (journey, date) => {
      for (const { requirement, now, dependsOn } of acrossReadings(whpJetsCv06, journey, {
        asAt: date,
      }).slice(0, 3)) {
        for (const { answers, verdict } of dependsOn) {
          const programme = withReadings(whpJetsCv06, answers);
          const verdicts = assess(programme, journey, { asAt: date })
            .filter((finding) => finding.requirement === requirement)
            .map((finding) => finding.verdict);
          expect(verdicts).toContain(verdict);
          expect(verdict).not.toBe(now);
        }
      }
    }),
    { numRuns: 5 },
  ));

/** Every way of answering, one after the other, each from the programme itself: slow and obvious. */
function slowly(requirement: string, journey: Journey, date: string) {
  const gravity = ["not-met", "undetermined", "pending", "met", "not-applicable"];
  const verdict = (answers: Record<string, string>) => {
    const found = assess(withReadings(whpJetsCv06, answers), journey, { asAt: date });
    const own = found.filter((each) => each.requirement === requirement).map((each) => each.verdict);
    return own.sort((one, other) => gravity.indexOf(one) - gravity.indexOf(other))[0]!;
  };
  let ways: Record<string, string>[] = [{}];
  for (const { id, answers } of readingsBehind(whpJetsCv06, requirement))
    ways = ways.flatMap((rest) =>
      answers.map((answer, i) => (i === 0 ? rest : { ...rest, [id]: answer.id })),
    );
  const now = verdict({});
  const changed = ways
    .map((answers) => ({ answers, verdict: verdict(answers) }))
    .filter((way) => way.verdict !== now);
  const isLess = (one: Record<string, string>, other: Record<string, string>) =>
    Object.keys(one).length < Object.keys(other).length &&
    Object.entries(one).every(([reading, answer]) => other[reading] === answer);
  return changed.filter(({ answers }) => !changed.some((other) => isLess(other.answers, answers)));
}

test("the least changes are those found by trying every way from the beginning", () =>
  fc.assert(
    fc.property(
      journeys,
      asAts,
      fc.constantFrom("css-1/acknowledged", "css-5/prap-update", "css-7/finalised", "css-9/follow-up"),
      (journey, date, requirement) => {
        const found = acrossReadings(whpJetsCv06, journey, { asAt: date }).find(
          (each) => each.requirement === requirement,
        )!;
        const least = found.dependsOn.map(({ sentence, ...other }) => other);
        expect(new Set(least.map((each) => JSON.stringify(each)))).toEqual(
          new Set(slowly(requirement, journey, date).map((each) => JSON.stringify(each))),
        );
      },
    ),
    { numRuns: 12 },
  ));

test("a report across readings says on which answers each line depends", () => {
  const lines = reportAcrossReadings(whpJetsCv06, [sunday], { asAt }).lines;
  const dependsOn = (requirement: string) =>
    lines.find((line) => line.requirement === requirement)?.dependsOn;
  expect(dependsOn("css-1/acknowledged")).toContainEqual({
    reading: "receipt-on-non-working-day",
    answer: "next-working-day",
    verdict: "met",
  });
  expect(dependsOn("css-4/contacted")).toContainEqual({
    reading: "no-percentage-given",
    answer: "reported",
    verdict: "not-scored",
  });
  expect(dependsOn("css-4/contacted")).toHaveLength(1);
});

describe("of a requirement with many cases", () => {
  const on = (kind: string, day: string) => ({ kind, on: day });
  const begun = [on("referral-received", "2021-04-12"), on("started", "2021-04-15")];
  // Two working days after Mon 10 May is Wed 12; where the day itself is day 1, Tue 11. A week later alike.
  const first = [on("meeting-missed", "2021-05-10"), on("contacted", "2021-05-12")];
  const second = (contacted: string) => [on("meeting-missed", "2021-05-17"), on("contacted", contacted)];
  test.each([
    ["the gravest decides, and not the last", "2021-05-18"],
    ["of equally grave ones the first is told of", "2021-05-19"],
  ])("%s", (_, contacted) => {
    const journey = { id: "R1", events: [...begun, ...first, ...second(contacted)] };
    const found = acrossReadings(whpJetsCv06, journey, { asAt: "2021-06-30" }).find(
      ({ requirement }) => requirement === "css-9/follow-up",
    )!;
    expect(found).toMatchObject({ now: "met", verdict: "disputed" });
    expect(found.dependsOn).toHaveLength(1);
    expect(found.dependsOn[0]).toMatchObject({ answers: { "counting-day": "day-1" }, verdict: "not-met" });
    expect(found.dependsOn[0]?.sentence).toContain("Meeting missed Mon 10 May 2021");
  });
});

test("what one provider's practice would give is told where contact was missed while disengaged", () => {
  const events = [
    { kind: "referral-received", on: "2021-02-22" },
    { kind: "started", on: "2021-03-01" },
    { kind: "disengaged", on: "2021-03-10" },
  ];
  const found = acrossReadings(whpJetsCv06, { id: "R1", events }, { asAt }).find(
    ({ requirement }) => requirement === "css-8/contact",
  )!;
  expect(found).toMatchObject({ now: "not-met", verdict: "disputed" });
  expect(found.dependsOn).toContainEqual({
    answers: { "stops-while-disengaged": "yes" },
    verdict: "not-applicable",
    sentence:
      "Started Mon 1 Mar 2021. Ten working days later is Mon 15 Mar 2021 (two weekends do not count). Disengaged Wed 10 Mar 2021, which stops the clock: not applicable. [001 ¶38 item 8]",
  });
});
