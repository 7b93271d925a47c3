import * as root from "programme-rules";
import * as calendar from "programme-rules/calendar";
import * as charts from "programme-rules/charts";
import * as cohorts from "programme-rules/cohorts";
import * as programmes from "programme-rules/programmes";
import * as regime from "programme-rules/regime";
import * as returns from "programme-rules/returns";
import * as review from "programme-rules/review";
import * as rulebook from "programme-rules/rulebook";
import * as tender from "programme-rules/tender";
import * as testing from "programme-rules/testing";
import { describe, expect, test } from "vitest";

const front = {
  ...calendar,
  ...charts,
  ...cohorts,
  ...programmes,
  ...regime,
  ...returns,
  ...review,
  ...rulebook,
  ...tender,
  ...root,
};
const { whpJets, whpJetsCv06: programme, ProgrammeFault, assess, backlog, conversion, report } = front;

const journey = { id: "R1", events: [{ kind: "referral-received", on: "2021-04-01" }] };
const good = { asAt: "2021-04-30" };
const window = { days: 238, lagDays: 61 };
const counts = [{ month: "2021-03", starts: 200, converted: [0, 2] }];
const table = front.cohortTableFromCounts(counts, { asAt: "2021-04-30", window });
const offer = front.defineOffer(programme, { id: "our-offer", title: "Our offer", basis: "assumed" });
const performers = [{ id: "east", share: { count: 20, of: 100 } }];
const plain: Record<string, unknown> = {
  nothing: undefined,
  null: null,
  "a number": 5,
  text: "x",
  "an empty list": [],
  "an object": {},
  "a list of null": [null],
  "a list of objects": [{}],
  true: true,
  "a function": () => 1,
  NaN: Number.NaN,
  "a date's text": "2021-04-30",
  "an instant": new Date(0),
};
/** What the front door itself gives out, to be handed to every function that asked for something else. */
const results: Record<string, unknown> = {
  "a history": whpJets,
  "a report": report(programme, [journey], good),
  findings: assess(programme, journey, good),
  "rows as read": front.readJourneys([{ id: "R1", received_on: "2021-04-01" }]),
  "a table": table,
  "a conversion": conversion(table),
  "a forecast": front.forecast(table, ["0%", "1%", "3%"]),
  "an exchange": front.cohortExchange(programme, [journey], good),
  "an offer": offer,
  "the forecast of an offer": front.forecastOffer(offer, { runs: 0 }),
  "a funnel": front.funnel(performers, "22%"),
  performers: performers,
  "a backlog": backlog(programme, [journey], good),
  "a variation": front.exampleOffer,
  "a scorecard": front.balancedScorecard({ programme, report: report(programme, [journey], good) }),
  options: good,
};
const usual: Record<string, unknown> = {
  "the programme": programme,
  "the journey": journey,
  "a list of journeys": [journey],
};
const all = { ...usual, ...plain, ...results };

/** Classes are made with `new`; a stream's fault is a rejection, looked at below. */
const publicFunctions = Object.entries({ ...testing, ...front }).flatMap(([name, value]) =>
  typeof value === "function" && !/^[A-Z]/.test(name)
    ? [[name, value as (...args: unknown[]) => unknown] as const]
    : [],
);

/** The lists of arguments that a function is tried with: too few, and one or two of them wrong. */
function* calls(): Generator<[names: string, args: unknown[]]> {
  yield ["no argument", []];
  for (const [one, first] of Object.entries(all)) {
    yield [one, [first]];
    for (const [two, second] of Object.entries(all)) {
      yield [`${one}, ${two}, options`, [first, second, good]];
      if (two in plain) yield [`${one}, ${two}`, [first, second]];
    }
  }
  for (const second of [journey, [journey], table, ["0%", "1%", "3%"]])
    for (const [three, third] of Object.entries(all)) {
      yield [`the programme, …, ${three}`, [programme, second, third]];
      yield [`a table, …, ${three}`, [table, second, third]];
    }
}

/** What a call throws that is no fault, in words; undefined where it answers or faults. */
async function otherError(
  call: (...args: unknown[]) => unknown,
  args: unknown[],
): Promise<string | undefined> {
  try {
    const answer = call(...args);
    if (answer instanceof Promise) await answer;
    return undefined;
  } catch (error) {
    return error instanceof ProgrammeFault || error instanceof testing.ComplianceError
      ? undefined
      : `${(error as Error)?.constructor?.name}: ${String((error as Error)?.message)}`;
  }
}

describe("every public function answers, or says what is wrong with its arguments", () => {
  test.each(publicFunctions)("%s", async (_name, call) => {
    const wrong: string[] = [];
    for (const [names, args] of calls()) {
      const other = await otherError(call, args);
      if (other !== undefined) wrong.push(`${names}: ${other}`);
    }
    expect(wrong).toEqual([]);
  });
});

/** A call as JavaScript makes it: nothing of TypeScript stands in its way. */
const call = (name: string, ...args: unknown[]) => Object.fromEntries(publicFunctions)[name]!(...args);

describe("the commonest mistakes, word for word", () => {
  type Mistake = [name: string, call: () => unknown, code: string, sentence: string];
  const mistakes: Mistake[] = [
    [
      "options forgotten",
      () => call("assess", programme, journey),
      "argument/options",
      'Not accepted: undefined for the options. Expected options such as { asAt: "2021-04-30" }. Give the options as the last argument.',
    ],
    [
      "the date where the options belong",
      () => call("assess", programme, journey, "2021-05-31"),
      "argument/options",
      'Not accepted: "2021-05-31" for the options. Expected options such as { asAt: "2021-04-30" }. Give the options as the last argument.',
    ],
    [
      "options without asAt",
      () => call("report", programme, [journey], { by: "provider" }),
      "argument/missing",
      'Not accepted: options with by, but without asAt. Expected options such as { asAt: "2021-04-30" }. Add asAt: nothing here reads the clock.',
    ],
    [
      "asAt misspelt",
      () => call("worklist", programme, [journey], { asat: "2021-04-30" }),
      "argument/unknown-option",
      "Not accepted: the option asat. Did you mean asAt? Expected asAt, beyondPublished, including, onProblem, withinWorkingDays. Use one of these, or leave it out.",
    ],
    [
      "one journey where a list is asked for",
      () => call("report", programme, journey, good),
      "argument/list",
      "Not accepted: one journey. Expected a list of journeys (or any iterable). Put it in a list: [journey].",
    ],
    [
      "what readJourneys gives, whole",
      () => call("backlog", programme, { journeys: [journey], problems: [] }, good),
      "argument/list",
      "Not accepted: an object with journeys, problems. Expected a list of journeys (or any iterable). Give its `journeys`.",
    ],
    [
      "a list where one journey is asked for",
      () => call("dueDates", programme, [journey], good),
      "journey/shape",
      'Not accepted: a list without an id. Expected a journey such as { id: "R1", events: [{ kind: "referral-received", on: "2021-04-01" }] }. Give one journey at a time.',
    ],
    ...["report", "backlog", "worklist", "cohortTable", "cohortExchange"].map(
      (name): Mistake => [
        `a list with a place that is no journey: ${name}`,
        () => call(name, programme, [journey, { ...journey, id: "R2", events: "x" }], good),
        "journey/shape",
        'Not accepted: journeys[1], a journey without a list of events. Expected a journey such as { id: "R1", events: [{ kind: "referral-received", on: "2021-04-01" }] }. Give each referral an id and its events.',
      ],
    ),
    [
      "a misspelt import",
      () => call("assess", (front as Record<string, unknown>).whpJetsCV06, journey, good),
      "argument/programme",
      "Not accepted: undefined. Expected a programme such as whpJetsCv06, or one made with defineProgramme. Check the import's name and the order of the arguments.",
    ],
    [
      "the arguments in another order",
      () => call("report", [journey], programme, good),
      "argument/programme",
      "Not accepted: a list. Expected a programme such as whpJetsCv06, or one made with defineProgramme. Check the import's name and the order of the arguments.",
    ],
    ...["backlog", "cohortTable", "cohortExchange", "impactOfChange"].map(
      (name): Mistake => [
        `a history where one edition is asked for: ${name}`,
        () => call(name, whpJets, [journey], good),
        "argument/edition",
        "Not accepted: the history whp-jets. Expected one edition of a programme. Choose it with editionOn(history, date), or name the edition itself.",
      ],
    ),
    [
      "a history of which the day given decides nothing",
      () => call("outcomeWindow", whpJets, { startedOn: "2021-04-01" }),
      "argument/edition",
      "Not accepted: the history whp-jets, whose edition is decided by the day of referral-received, not of the start. Expected one edition of a programme, or a history whose axis is the start. Choose it with editionOn(history, receivedOn), or name the edition itself.",
    ],
    [
      "an offer where its programme is asked for",
      () => call("cohortTable", offer, [journey], good),
      "argument/programme",
      "Not accepted: an object with id, title, basis, base. Expected a programme such as whpJetsCv06, or one made with defineProgramme. Give its `programme`.",
    ],
    [
      "a report where a table is asked for",
      () => call("conversion", results["a report"]),
      "argument/kind",
      "Not accepted: an object with receipt, journeys, lines, openValues without a usable asAt. Expected a cohort table. Give what cohortTable gives.",
    ],
    [
      "a table where a report is asked for",
      () => call("explainReport", table),
      "argument/kind",
      "Not accepted: an object with asAt, lastMonth, window, lastAge without a usable receipt. Expected a report. Give what report gives.",
    ],
    [
      "nothing to draw",
      () => call("conversionChart", undefined),
      "argument/kind",
      "Not accepted: undefined. Expected a conversion. Give what conversion gives.",
    ],
    [
      "one performer alone",
      () => call("rank", performers[0]),
      "argument/kind",
      'Not accepted: one alone. Expected a list of performers such as { id: "east", share: { count: 20, of: 100 } }. Put it in a list: [ … ].',
    ],
    [
      "an option misspelt",
      () =>
        call("report", programme, [journey], { ...good, perod: { from: "2021-04-01", until: "2021-04-30" } }),
      "argument/unknown-option",
      "Not accepted: the option perod. Did you mean period? Expected asAt, beyondPublished, including, onProblem, requirements, period, by, contractLog, suppressBelow. Use one of these, or leave it out.",
    ],
    [
      "an option within an option misspelt",
      () =>
        call("report", programme, [journey], {
          ...good,
          period: { form: "2021-04-01", until: "2021-04-30" },
        }),
      "argument/unknown-option",
      "Not accepted: the option period.form. Did you mean from? Expected from, until. Use one of these, or leave it out.",
    ],
    [
      "a confidence level misspelt",
      () => call("conversion", table, { levl: "90%" }),
      "argument/unknown-option",
      "Not accepted: the option levl. Did you mean level? Expected level. Use one of these, or leave it out.",
    ],
    ...(
      [
        [Number.NaN, "NaN (number)"],
        [null, "null"],
        ["10", '"10"'],
        [-1, "-1 (number)"],
        [0.5, "0.5 (number)"],
      ] as const
    ).map(
      ([suppressBelow, given]): Mistake => [
        `small cells to be withheld below ${given}`,
        () => call("report", programme, [journey], { ...good, suppressBelow }),
        "argument/option",
        `Not accepted: ${given} as suppressBelow. Expected a whole number from 0. ${suppressBelow === "10" ? "Write 10, without quotes." : "Correct it, or leave it out."}`,
      ],
    ),
    [
      "a requirement's id misspelt",
      () => call("report", programme, [journey], { ...good, requirements: ["css-1/acknowleged"] }),
      "argument/requirement",
      'Not accepted: the requirement "css-1/acknowleged", which whp-jets cv06 does not have. Did you mean css-1/acknowledged?',
    ],
    [
      "a weekend within a calendar of one's own",
      () => call("workingCalendar", { name: "o", holidays: ["2021-12-25"], weekend: [5, 6] }),
      "argument/unknown-option",
      "Not accepted: the option weekend. Expected name, holidays, knownFrom, knownUntil. Use one of these, or leave it out.",
    ],
    [
      "the last known day of one's own calendar misspelt",
      () => call("workingCalendar", { name: "o", holidays: ["2021-12-25"], knownUtil: "2022-12-31" }),
      "argument/unknown-option",
      "Not accepted: the option knownUtil. Did you mean knownUntil? Expected name, holidays, knownFrom, knownUntil. Use one of these, or leave it out.",
    ],
    [
      "whether a life ended, as text",
      () => call("kaplanMeier", [{ time: 1, event: "false" }]),
      "cohorts/life",
      'Not accepted: a life whose event is "false". Expected true or false. Say of each life whether it ended in the event, as { time: 3, event: true }.',
    ],
    [
      "null for options that may be left out",
      () => call("conversion", table, null),
      "argument/options",
      "Not accepted: null for the options. Expected an object, or nothing. Give an object of options, or leave them out.",
    ],
    [
      "the target's month forgotten",
      () => call("flightpath", table, ["0%", "1%", "3%"], {}),
      "argument/missing",
      'Not accepted: options without targetMonth. Expected options such as { targetMonth: "2022-03" }. Add targetMonth.',
    ],
    [
      "the as-at date of a span forgotten",
      () => call("backlogByDay", programme, [journey], { from: "2021-04-01" }),
      "argument/missing",
      'Not accepted: options with from, but without asAt. Expected options such as { from: "2021-04-01", asAt: "2021-04-30" }. Add asAt: nothing here reads the clock.',
    ],
  ];
  test.each(mistakes)("%s", (_name, mistake, code, sentence) => {
    try {
      mistake();
      expect.unreachable();
    } catch (error) {
      expect(error).toBeInstanceOf(ProgrammeFault);
      expect(error).toMatchObject({ code, message: sentence });
    }
  });

  test("what a key might say of a person is not repeated", () => {
    const byPerson = { AB123456C: journey, "Jo Smith": journey, asAt: undefined };
    expect(() => call("assess", programme, journey, byPerson)).toThrow(
      "Not accepted: an option whose name none has. Expected asAt,",
    );
  });

  test("a stream is refused by name where a list is asked for, and read where a stream is", async () => {
    async function* stream() {
      yield journey;
    }
    expect(() => call("report", programme, stream(), good)).toThrow(
      "Put them in a list, or use reportStream.",
    );
    expect((await front.reportStream(programme, stream(), good)).journeys).toBe(1);
  });
});

describe("what is asked for may come in any form it can be worked with", () => {
  test("journeys in a set or from a generator", () => {
    function* each() {
      yield journey;
    }
    expect(report(programme, new Set([journey]), good).journeys).toBe(1);
    expect(report(programme, each(), good).journeys).toBe(1);
  });
});

describe("options of any object", () => {
  const inherited = (more: object) => Object.assign(Object.create(more), good);

  test("what is inherited is an option too, and looked at", () => {
    class Settings {
      get asAt() {
        return "2021-04-30";
      }
      get including() {
        return ["guidence"];
      }
    }
    expect(() => call("assess", programme, journey, inherited({ including: "x" }))).toThrow("as including");
    expect(() => call("report", programme, [journey], new Settings())).toThrow("Did you mean guidance?");
    const { toMeet } = testing.rulesFor(programme, Object.create(good));
    expect(toMeet(journey, "css-1/acknowledged").pass).toBe(false);
  });

  test("undefined leaves an option out, and leaves what a matcher is bound to", () => {
    const { toMeet } = testing.rulesFor(programme, good);
    const asIf = { asAt: undefined, programme: undefined } as object;
    expect(toMeet(journey, "css-1/acknowledged", asIf).pass).toBe(false);
  });

  test("null where one is needed is said", () =>
    expect(() => call("report", programme, [journey], { asAt: null })).toThrow(
      'Not accepted: null as asAt. Expected options such as { asAt: "2021-04-30" }. Give asAt: nothing here reads the clock.',
    ));

  test("a date of another calendar is no date", () =>
    expect(() => front.epochDay({ year: 2013, month: 8, day: 22, calendarId: "ethiopic" } as never)).toThrow(
      'Not accepted: a date of the calendar "ethiopic". Expected one of the calendar iso8601. Give date.withCalendar("iso8601").',
    ));
});

describe("results that were kept, and lost something", () => {
  const made = results["a report"] as Record<string, unknown>;

  test.each(["journeys", "lines", "problems", "problemCounts"])("a report without %s is none", (field) => {
    const { [field]: _lost, ...rest } = made;
    expect(() => call("mergeReports", [made, rest])).toThrow(`without a usable [1].${field}`);
  });

  test("a table with a number that is none is no table", () => {
    const [row] = table.rows;
    const spoilt = { ...table, rows: [row, { ...row, starts: Number.NaN }] };
    expect(() => call("conversion", spoilt)).toThrow("without a usable rows[1].starts");
  });

  test("a list with a place without a value is no list of that", () =>
    expect(() => call("conversion", { ...table, rows: new Array(2) })).toThrow("without a usable rows[0]"));
});

describe("a programme read from JSON that lost something is refused, and never met", () => {
  type Part = Record<string, unknown>;
  type Plain = Part & { readonly standards: { readonly requirements: Part[] }[] };
  const damages: [string, (plain: Plain) => void][] = [
    ["conventions without their fields", (plain) => Object.assign(plain, { conventions: {} })],
    ["groups that are a number", (plain) => Object.assign(plain, { groups: 7 })],
    ["stays that are gone", (plain) => delete plain.stays],
    ...["within", "after", "target", "kind"].map((field): [string, (plain: Plain) => void] => [
      `a deadline without ${field}`,
      (plain) => delete plain.standards[0]!.requirements[0]![field],
    ]),
  ];
  const takers: [string, unknown][] = [
    ["report", [journey]],
    ["assess", journey],
    ["dueDates", journey],
    ["worklist", [journey]],
    ["backlog", [journey]],
    ["cohortTable", [journey]],
  ];

  test.each(damages)("%s", (_what, damage) => {
    const plain = structuredClone(programme) as unknown as Plain;
    damage(plain);
    for (const [name, subject] of takers)
      expect(() => call(name, plain, subject, good)).toThrow("Check it with defineProgramme.");
  });

  test("so is a requirement that has lost something, where it is described", () => {
    const [part] = programme.standards[0].requirements;
    for (const damaged of [
      { ...part, event: 7 },
      { ...part, target: null },
    ])
      expect(() => call("describeRequirement", programme, damaged)).toThrow(
        "of which a field is not as it must be",
      );
  });
});
