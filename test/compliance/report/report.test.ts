import { assess, type Journey, type JourneyEvent, report, whpJetsCv06, withReadings } from "programme-rules";
import { describe, expect, test } from "vitest";

const journey = (id: string, events: JourneyEvent[], attributes: Record<string, string> = {}): Journey => ({
  id,
  attributes,
  events,
});
const received = (on: string): JourneyEvent => ({ kind: "referral-received", on });
const lineOf = (
  journeys: Journey[],
  requirement: string,
  options: object = {},
  programme = whpJetsCv06 as never,
) =>
  report(programme, journeys, { asAt: "2021-06-30", ...options }).lines.filter(
    (line) => line.requirement === requirement,
  );

describe("a report", () => {
  test("names a journey once among the misses, however many of its cases are missed", () => {
    // From Mon 1 Mar without contact: contacts due Mon 15 Mar, Mon 29 Mar, Wed 14 Apr …: many missed.
    const started = journey("R1", [received("2021-03-01"), { kind: "started", on: "2021-03-01" }]);
    const [line] = lineOf([started], "css-8/contact");
    expect(line?.notMet).toBeGreaterThan(5);
    expect(line?.misses).toEqual(["R1"]);
  });

  test("counts two contacts on one day once", () => {
    const twice = [
      received("2021-03-01"),
      { kind: "started", on: "2021-03-01" },
      { kind: "contacted", on: "2021-03-08" },
      { kind: "contacted", on: "2021-03-08" },
    ];
    const found = assess(whpJetsCv06, journey("R1", twice), { asAt: "2021-03-09" });
    expect(
      found.filter(({ requirement }) => requirement === "css-8/contact").map(({ verdict }) => verdict),
    ).toEqual(["met", "pending"]);
  });

  test("counts what fell due in the period, of someone who started long before", () => {
    // Missed Thu 10 June: two working days later is Mon 14. Left Fri 25 June: the exit report by then. From Mon 18 January
    // contacts fall due on 1 and 15 February, 1, 15 and 29 March, 14 and 28 April, 13 and 27 May, 11 and 25 June.
    const started = journey("R1", [
      received("2021-01-11"),
      { kind: "started", on: "2021-01-18" },
      { kind: "meeting-missed", on: "2021-06-10" },
      { kind: "left", on: "2021-06-25" },
    ]);
    const period = { from: "2021-06-01", until: "2021-06-30" };
    const june = (id: string) => {
      const [line] = lineOf([started], id, { period, asAt: "2021-07-31" });
      return [line?.counted, line?.notMet, line?.verdict];
    };
    expect(june("css-8/contact")).toEqual([2, 2, "not-met"]);
    expect(june("css-9/follow-up")).toEqual([1, 1, "not-met"]);
    expect(june("css-10/before-leaving")).toEqual([1, 1, "not-met"]);
    expect(june("css-1/acknowledged")).toEqual([0, 0, "not-applicable"]);
  });

  test("refuses a period that ends before it begins", () =>
    expect(() =>
      report(whpJetsCv06, [], { asAt: "2021-06-30", period: { from: "2021-05-01", until: "2021-04-01" } }),
    ).toThrow(
      "Not accepted: a period from 2021-05-01 until 2021-04-01. Expected a period whose last day is not before its first. Exchange the two dates.",
    ));

  test("split by an attribute, has a line for each value and one for those without", () => {
    const at = (id: string, provider?: string) =>
      journey(id, [received("2021-06-01")], provider === undefined ? {} : { provider });
    const lines = lineOf([at("1", "south"), at("2", "north"), at("3")], "css-1/acknowledged", {
      by: "provider",
    });
    expect(lines.map(({ by }) => by)).toEqual([
      { provider: "north" },
      { provider: "south" },
      { provider: null },
    ]);
  });

  test("is undetermined on the contract's own duties, which need its log", () =>
    expect(lineOf([], "css-13/asked")[0]).toMatchObject({
      counted: 0,
      verdict: "undetermined",
      reason: "missing-data",
    }));

  test("carries a receipt that repeats it, with every reading's answer and nothing of a person", () => {
    const { receipt } = report(withReadings(whpJetsCv06, { "backlog-test": "any-work-undone" }), [], {
      asAt: "2021-06-30",
    });
    expect(receipt).toMatchObject({
      programme: "whp-jets",
      edition: "cv06",
      revision: 1,
      asAt: "2021-06-30",
    });
    expect(Object.keys(receipt.readings)).toHaveLength(whpJetsCv06.readings.length);
    expect(receipt.readings).toMatchObject({ "backlog-test": "any-work-undone", "counting-day": "day-0" });
  });
});

describe("bad data is listed and costs nobody else", () => {
  const problems = (...journeys: Journey[]) => report(whpJetsCv06, journeys, { asAt: "2021-06-30" }).problems;
  const good = journey("good", [received("2021-06-01")]);

  test("an id used twice", () =>
    expect(problems(good, good)).toEqual([
      {
        code: "journey/id-twice",
        message: "The same journey is there more than once, alike in everything. It counts once.",
        journey: "good",
      },
    ]));

  test("another programme's journey", () =>
    expect(problems({ ...good, programme: "restart" })).toEqual([
      {
        code: "journey/other-programme",
        message: "The journey is of another programme than whp-jets; it is not counted here.",
        journey: "good",
        value: "restart",
      },
    ]));

  test("a date that is none, whose kind becomes undetermined", () => {
    const bad = journey("R1", [received("2021-06-01"), { kind: "referral-acknowledged", on: "2021-06-31" }]);
    expect(problems(bad)).toEqual([
      {
        code: "journey/date",
        message:
          "referral-acknowledged, on: not a date. Expected an ISO date such as 2021-04-01. What depends on referral-acknowledged is undetermined.",
        journey: "R1",
        kind: "referral-acknowledged",
        value: "2021-06-31",
      },
    ]);
    expect(lineOf([bad, good], "css-1/acknowledged")[0]).toMatchObject({
      counted: 2,
      undetermined: 1,
      notMet: 1,
    });
  });

  test("a kind the programme does not list", () =>
    expect(
      problems(journey("R1", [received("2021-06-01"), { kind: "refferal-received", on: "2021-06-01" }])),
    ).toEqual([
      {
        code: "journey/unknown-kind",
        message:
          "An event's kind is not one of the programme's; the event is not used. Did you mean referral-received? What depends on that is undetermined.",
        journey: "R1",
        kind: "refferal-received",
        value: "refferal-received",
      },
    ]));

  test("a nation the programme is not run in", () => {
    const scottish = journey("R1", [received("2021-06-01")], { nation: "scotland" });
    expect(problems(scottish)).toEqual([
      {
        code: "journey/nation",
        message:
          "attributes.nation: not a nation of this programme. Expected england, wales. Without it no working day can be counted, so what needs one is undetermined.",
        journey: "R1",
        value: "scotland",
      },
    ]);
    expect(lineOf([scottish], "css-1/acknowledged")[0]).toMatchObject({ counted: 1, undetermined: 1 });
  });

  test("an impossible order, after which the later kind is undetermined", () => {
    const impossible = journey("R1", [
      received("2021-06-03"),
      { kind: "referral-acknowledged", on: "2021-06-01" },
    ]);
    expect(problems(impossible)).toEqual([
      {
        code: "journey/impossible-order",
        message:
          "referral-acknowledged is dated before referral-received, which it cannot come before. Nothing is done by it, and what depends on referral-acknowledged is undetermined until a date is corrected.",
        journey: "R1",
        kind: "referral-acknowledged",
        value: "2021-06-01",
      },
    ]);
    expect(lineOf([impossible], "css-1/acknowledged")[0]).toMatchObject({ undetermined: 1, notMet: 0 });
  });

  test("two starts of different days, of which nobody knows which is right", () => {
    const twice = journey("R1", [
      received("2021-06-01"),
      { kind: "started", on: "2021-06-08" },
      { kind: "started", on: "2021-06-10" },
    ]);
    expect(problems(twice)).toEqual([
      {
        code: "journey/happened-twice",
        message:
          "started is there more than once, and a journey has one. They are of different days, and what depends on started is undetermined until the wrong one is removed.",
        journey: "R1",
        kind: "started",
        value: "2021-06-10",
      },
    ]);
  });

  test("what is no journey at all is refused", () =>
    expect(() => report(whpJetsCv06, [{ events: [] } as never], { asAt: "2021-06-30" })).toThrow(
      'Not accepted: journeys[0], an object without an id. Expected a journey such as { id: "R1", events: [{ kind: "referral-received", on: "2021-04-01" }] }. Give each referral an id and its events.',
    ));

  test("an as-at date beyond the published bank holidays is refused, unless projected", () => {
    expect(() => report(whpJetsCv06, [], { asAt: "2031-01-01" })).toThrow(
      'Not accepted: the as-at date 2031-01-01. Expected 2011-01-01 to 2028-12-31, the span of the published bank holidays. Update the package, or pass { beyondPublished: "project" } to use generated holidays.',
    );
    expect(report(whpJetsCv06, [], { asAt: "2031-01-01", beyondPublished: "project" }).journeys).toBe(0);
  });
});

describe("corrections", () => {
  test("a retracted event is gone from the day its retraction is known", () => {
    const corrected = journey("R1", [
      received("2021-04-01"),
      { kind: "referral-acknowledged", on: "2021-04-06", id: "e1" },
      { kind: "retracted", of: "e1", on: "2021-04-12", knownOn: "2021-04-12" },
    ]);
    const verdict = (asAt: string) => assess(whpJetsCv06, corrected, { asAt })[0]?.verdict;
    expect(verdict("2021-04-11")).toBe("met");
    expect(verdict("2021-04-12")).toBe("not-met");
  });
});
