import {
  assess,
  type History,
  hashOf,
  type Journey,
  type Programme,
  ReportBuilder,
  report,
  reportStream,
  whpJets,
  whpJetsCv06,
  withInForce,
  withReadings,
} from "programme-rules";
import { calendarDataVersion } from "programme-rules/calendar";
import { describe, expect, test } from "vitest";
import { eventsOf } from "../../cases/case.js";
import { journeyOf, withRule, withRules } from "../own-rules.js";

const asAt = "2021-06-30";
const received = (id: string, on = "2021-06-01"): Journey => ({
  ...journeyOf(`referral-received ${on}`),
  id,
});
const history: History = withInForce(
  {
    ...whpJets,
    usual: "two",
    editions: [
      { ...whpJetsCv06, edition: "one" },
      { ...whpJetsCv06, edition: "two" },
    ],
  },
  { one: { from: "2021-01-01", until: "2021-04-30" }, two: { from: "2021-05-01", until: "2021-12-31" } },
);

describe("ids", () => {
  const seen = (...ids: readonly string[]) => {
    const { journeys, problems } = report(
      whpJetsCv06,
      ids.map((id) => received(id)),
      { asAt },
    );
    return [journeys, problems.map(({ journey }) => journey)];
  };
  test("are counted once in whatever order they come, the first time they do", () => {
    expect(seen("a", "b", "c")).toEqual([3, []]);
    expect(seen("a", "b", "b")).toEqual([2, ["b"]]);
    expect(seen("c", "a", "b", "a", "c", "d")).toEqual([4, ["a", "c"]]);
    expect(seen("b", "b", "a", "a")).toEqual([2, ["a", "b"]]);
    expect(seen()).toEqual([0, []]);
  });
});

describe("a builder", () => {
  test("may be asked in between, and goes on", () => {
    const builder = new ReportBuilder(whpJetsCv06, { asAt });
    builder.add(received("a"));
    expect(builder.result().journeys).toBe(1);
    builder.add(received("b"));
    expect(builder.result()).toEqual(report(whpJetsCv06, [received("a"), received("b")], { asAt }));
  });
  test("counts nothing of a journey that it lists as another programme's", () => {
    const { journeys, lines } = report(whpJetsCv06, [{ ...received("a"), programme: "restart" }], { asAt });
    expect([journeys, lines[0]!.counted]).toEqual([0, 0]);
    expect(report(whpJetsCv06, [{ ...received("a"), programme: "whp-jets" }], { asAt }).journeys).toBe(1);
  });
});

describe("an event with a getter that throws", () => {
  const own = new Error("the caller's own");
  const spoilt = (field: string, kind: string) => ({
    ...received("a"),
    events: [
      ...received("a").events,
      Object.defineProperty({ kind, on: "2021-06-02" }, field, {
        enumerable: true,
        get: () => {
          throw own;
        },
      }),
    ],
  });
  // Of the two editions, only the second has the kind, and so reads what its events say.
  const [one, two] = history.editions as [Programme, Programme];
  const events = [...two.events, { id: "own-kind", title: "Own", fields: ["status"] }];
  const editions: History = { ...history, editions: [one, { ...two, events }] };

  test.each(["on", "knownOn", "kind", "status"])("of %s: nothing of its journey is counted", (field) => {
    for (const [rules, kind] of [
      [whpJetsCv06, "prap-updated"],
      [editions, "own-kind"],
    ] as const) {
      const builder = new ReportBuilder(rules, { asAt });
      expect(() => builder.add(spoilt(field, kind))).toThrow(own);
      builder.add(received("a"));
      expect(builder.result()).toEqual(report(rules, [received("a")], { asAt }));
    }
  });
});

test("the methods of a builder may be given on as functions", () => {
  const { add, result } = new ReportBuilder(whpJetsCv06, { asAt });
  [received("a"), received("b")].forEach(add);
  expect(result()).toEqual(report(whpJetsCv06, [received("a"), received("b")], { asAt }));
});

describe("small lines", () => {
  const withheld = (count: number, by?: string) => {
    const journeys = Array.from({ length: count }, (_, i) => received(String(i)));
    const options = { asAt, suppressBelow: 3, requirements: ["css-1/acknowledged", "css-7/finalised"] };
    return report(whpJetsCv06, journeys, { ...options, ...(by === undefined ? {} : { by }) });
  };
  test("of fewer than asked are withheld; of as many, or of none, are not", () => {
    const both = [{ requirement: "css-1/acknowledged" }, { requirement: "css-7/finalised" }];
    expect(withheld(2)).toMatchObject({ lines: [], suppressed: both, journeys: 0 });
    expect(withheld(3)).toMatchObject({ suppressed: [], journeys: 3 });
    expect(withheld(3).lines).toHaveLength(2);
  });
  test("do not say what they were split by, where that would give them away", () =>
    expect(withheld(1, "provider").suppressed).toStrictEqual([
      { requirement: "css-1/acknowledged" },
      { requirement: "css-7/finalised" },
    ]));
  test("are there where nobody asked for it", () =>
    expect(report(whpJetsCv06, [received("a")], { asAt })).not.toHaveProperty("suppressed"));
});

describe("open values", () => {
  const rule = {
    kind: "deadline",
    title: "t",
    event: ["contacted"],
    after: ["started"],
    basis: "assumed",
  } as const;
  test("are named by their address, each once", () => {
    const programme = withRules([
      { ...rule, id: "own/length", within: { open: "bid-specific" }, target: { every: true } },
      { ...rule, id: "own/share", within: { weeks: 1 }, target: { atLeast: { open: "redacted" } } },
      { ...rule, id: "own/both", within: { open: "not-said" }, target: { atMost: { open: "not-said" } } },
      { ...rule, id: "own/neither", within: { weeks: 1 }, target: { every: true } },
    ]);
    expect(report(programme, [], { asAt }).openValues).toEqual([
      ...report(whpJetsCv06, [], { asAt }).openValues,
      "own/length.within",
      "own/share.target",
      "own/both.within",
      "own/both.target",
    ]);
    const twice = {
      ...whpJets,
      usual: "one",
      editions: [
        { ...programme, edition: "one" },
        { ...programme, edition: "two" },
      ],
    };
    expect(report(twice, [], { asAt }).openValues).toEqual(report(programme, [], { asAt }).openValues);
  });
});

describe("a receipt", () => {
  test("names the rules, the code, the bank holidays, the answers and the day, and nothing else", () => {
    const read = withReadings(whpJetsCv06, { "counting-day": "day-1" });
    const { receipt } = report(read, [received("a")], { asAt: { year: 2021, month: 6, day: 30 } });
    expect(Object.keys(receipt)).toEqual([
      "programme",
      "edition",
      "revision",
      "hash",
      "packageVersion",
      "calendarDataVersion",
      "readings",
      "asAt",
    ]);
    expect(receipt).toMatchObject({ hash: hashOf(read), calendarDataVersion, asAt });
    expect(receipt.readings["counting-day"]).toBe("day-1");
    expect(Object.keys(receipt.readings)).toEqual(whpJetsCv06.readings.map(({ id }) => id).sort());
  });
  test("has the same fingerprint each time, and another under another answer", () => {
    const hash = (programme: typeof whpJetsCv06 | ReturnType<typeof withReadings>) =>
      report(programme, [], { asAt }).receipt.hash;
    expect(hash(whpJetsCv06)).toBe(hash(whpJetsCv06));
    expect(hash(withReadings(whpJetsCv06, { "counting-day": "day-1" }))).not.toBe(hash(whpJetsCv06));
  });
  test("of a history is that of its usual edition, with every edition and the days it was taken to be in force", () => {
    const { receipt } = report(history, [], { asAt });
    expect(receipt.edition).toBe("two");
    expect(receipt.editions).toStrictEqual([
      {
        edition: "one",
        revision: 1,
        hash: hashOf(history.editions[0]!),
        from: "2021-01-01",
        until: "2021-04-30",
      },
      {
        edition: "two",
        revision: 1,
        hash: hashOf(history.editions[1]!),
        from: "2021-05-01",
        until: "2021-12-31",
      },
    ]);
    expect(report({ ...history, usual: "three" }, [], { asAt }).receipt.edition).toBe("one");
  });
});

const byAnchor = ({ standards }: Programme) =>
  standards.map((standard) => ({
    ...standard,
    requirements: standard.requirements.map((rule) =>
      rule.id === "css-9/follow-up" ? { ...rule, axis: "anchor" } : rule,
    ),
  }));

describe("of a history", () => {
  const acknowledged = (journeys: readonly Journey[]) =>
    report(history, journeys, { asAt, requirements: ["css-1/acknowledged"] });
  test("each edition counts what falls under it, by the first receipt", () => {
    const twice = { id: "c", events: eventsOf("referral-received 2021-05-04, referral-received 2021-04-29") };
    const { lines } = acknowledged([received("a", "2021-04-30"), received("b", "2021-05-01"), twice]);
    expect(lines.map(({ edition, counted, misses }) => [edition, counted, misses])).toEqual([
      ["one", 2, ["a"]],
      ["two", 1, ["b"]],
    ]);
  });
  test("someone never received is the usual edition's", () => {
    const nobody = { id: "a", events: eventsOf("referral-made 2021-04-01") };
    expect(acknowledged([nobody]).lines.map(({ excluded }) => excluded)).toEqual([
      {},
      { "clock-never-started": 1 },
    ]);
    expect(assess(history, nobody, { asAt }).filter((each) => each.standard === "css-1")).toHaveLength(1);
  });
  test("a receipt whose date cannot be read does not decide", () => {
    const bad = { id: "a", events: eventsOf("referral-received 2021-04-31, referral-received 2021-05-04") };
    expect(acknowledged([bad]).lines.map(({ undetermined }) => undetermined)).toEqual([0, 1]);
  });
  test("problems are listed once, however many editions there are", () => {
    const bad = { ...received("a"), events: eventsOf("referral-received 2021-06-01, unheard-of 2021-06-02") };
    const contractLog = {
      id: "ours",
      events: eventsOf("contract-started 2021-06-01, unheard-of 2021-06-02"),
    };
    const { problems } = report(history, [bad], { asAt, contractLog });
    expect(problems.map(({ journey }) => journey)).toEqual(["a", "ours"]);
  });
  test("one that no edition covers says which there are", () => {
    const { journeys, problems } = acknowledged([received("a", "2020-12-31")]);
    expect(journeys).toBe(0);
    expect(problems).toEqual([
      {
        code: "journey/no-edition",
        message: expect.stringMatching(
          /^No edition of whp-jets is known to be in force on the day that decides; the journey is not counted\. Expected .*one \(2021-01-01 to 2021-04-30\)/,
        ),
        journey: "a",
      },
    ]);
  });
  test("a case that no edition covers is listed once and stops nothing", () => {
    const axis = { ...history.editions[1]!, standards: byAnchor(history.editions[1]!) };
    const own = {
      ...history,
      editions: [{ ...axis, edition: "one", inForce: history.editions[0]!.inForce }, axis],
    };
    const late = {
      id: "late",
      events: eventsOf(
        "referral-received 2021-12-01, started 2021-12-06, meeting-missed 2021-12-13, meeting-missed 2022-01-10, meeting-missed 2022-01-17",
      ),
    };
    const options = { asAt: "2022-02-28", requirements: ["css-9/follow-up"] };
    const { journeys, lines, problems } = report(own, [late], options);
    expect(journeys).toBe(1);
    expect(lines.map(({ edition, counted }) => [edition, counted])).toEqual([
      ["one", 0],
      ["two", 1],
    ]);
    expect(problems).toEqual([
      {
        code: "journey/no-edition",
        message: expect.stringContaining(
          "on the day that decides; the case is not counted. Expected one (2021",
        ),
        journey: "late",
      },
    ]);
  });
  test("a contract's own cases, which no receipt dates, are the usual edition's, and counted once", () => {
    const contractLog = {
      id: "ours",
      events: eventsOf("contract-started 2021-03-10, survey-asked 2021-03-15"),
    };
    const { lines } = report(history, [], {
      asAt: "2021-06-20",
      contractLog,
      requirements: ["css-13/asked"],
    });
    // March asked, April and May not, June still open.
    expect(lines.map(({ edition, counted, met, pending }) => [edition, counted, met, pending])).toEqual([
      ["one", 0, 0, 0],
      ["two", 4, 1, 1],
    ]);
  });
  test("a total counts the journeys that fall under its edition", () => {
    const plan = withRule({
      kind: "total",
      count: ["started"],
      against: [1, 2, 3],
      measured: "month-end",
      target: { every: true },
    });
    const own = {
      ...history,
      editions: history.editions.map(({ edition, inForce }) => ({ ...plan, edition, inForce })),
    };
    const starter = (id: string, on: string) => ({
      id,
      events: eventsOf(`referral-received ${on}, started 2021-05-10`),
    });
    const { lines } = report(
      own,
      [starter("a", "2021-04-30"), starter("b", "2021-05-01"), starter("c", "2021-05-04")],
      {
        asAt,
        requirements: ["own/rule"],
      },
    );
    expect(lines.map(({ edition, series }) => [edition, series!.counts])).toEqual([
      ["one", { "2021-05": 1 }],
      ["two", { "2021-05": 2 }],
    ]);
  });
  test("a day that is none is no edition's fault", () =>
    expect(() => report(history, [{ id: "a", events: [null as never] }], { asAt })).toThrow(
      "an event that is not an object",
    ));
});

const STREAMED_AT = "2021-04-30";
const journeys = (count: number): Journey[] =>
  Array.from({ length: count }, (_, i) => ({
    id: `R${i}`,
    events: [{ kind: "referral-received", on: "2021-04-01" }],
  }));
async function told(count: number): Promise<number[]> {
  const seen: number[] = [];
  await reportStream(whpJetsCv06, journeys(count), {
    asAt: STREAMED_AT,
    requirements: ["css-1/acknowledged"],
    onProgress: (done) => seen.push(done),
  });
  return seen;
}

describe("a report of a stream", () => {
  test("is that of the list", async () =>
    expect(await reportStream(whpJetsCv06, journeys(3), { asAt: STREAMED_AT })).toEqual(
      report(whpJetsCv06, journeys(3), { asAt: STREAMED_AT }),
    ));
  test("comes from a generator, a set or anything else that can be gone through", async () => {
    async function* coming() {
      yield* journeys(3);
    }
    const whole = report(whpJetsCv06, journeys(3), { asAt: STREAMED_AT });
    for (const from of [coming(), new Set(journeys(3))])
      expect(await reportStream(whpJetsCv06, from, { asAt: STREAMED_AT })).toEqual(whole);
  });
  test("of a history is that of the list too", async () => {
    const history = withInForce(whpJets, { cv06: { from: "2021-01-01", until: "2021-12-31" } });
    const whole = report(history, journeys(3), { asAt: STREAMED_AT });
    expect(whole.lines).not.toEqual([]);
    expect(await reportStream(history, journeys(3), { asAt: STREAMED_AT })).toEqual(whole);
  });
  test.each([
    [
      "one journey",
      journeys(1)[0],
      "Not accepted: one journey. Expected a list of journeys (or any iterable).",
    ],
    ["nothing", null, "Not accepted: null. Expected a list of journeys (or any iterable)."],
    ["a path", "referrals.csv", "Expected a list of journeys (or any iterable)."],
  ])("refuses %s", async (_, given, says) =>
    expect(reportStream(whpJetsCv06, given as never, { asAt: STREAMED_AT })).rejects.toThrow(says),
  );
  test("tells how far it is after every thousand and at the end, each once", async () => {
    expect(await told(0)).toEqual([0]);
    expect(await told(1)).toEqual([1]);
    expect(await told(1000)).toEqual([1000]);
    expect(await told(2001)).toEqual([1000, 2000, 2001]);
  });
  test("need not be told of", async () =>
    expect(
      (await reportStream(whpJetsCv06, journeys(1000), { asAt: STREAMED_AT, requirements: [] })).journeys,
    ).toBe(1000));
});
