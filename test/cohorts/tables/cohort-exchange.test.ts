import { type MinimumPerformanceLevel, type ProgrammeFault, whpCoreCv04, whpJetsCv06 } from "programme-rules";
import {
  cohortExchange,
  cohortTableFromCounts,
  compareProviders,
  exchangeTable,
  parseExchange,
  readExchange,
} from "programme-rules/cohorts";
import { describe, expect, test } from "vitest";
import { jsonSchemas } from "../../../.config/schemas.js";
import { JETS_WINDOW, onProfileCounts } from "../../oracle/cohorts.js";

const defaults = { asAt: "2021-05-31", window: JETS_WINDOW };
const row = (change: Record<string, string> = {}) => ({
  month: "2021-04",
  starts: "20",
  converted_0: "1",
  converted_1: "2",
  converted_2: "",
  ...change,
});
const problem = (change: Record<string, string>) =>
  readExchange([row(change)], defaults).problems.map(({ message }) => message);

describe("a file of plain counts", () => {
  test("is the table of those counts", () => {
    const counts = onProfileCounts(17);
    const rows = counts.map(({ month, starts, converted }) => ({
      month,
      starts: `${starts}`,
      ...Object.fromEntries(
        Array.from({ length: 9 }, (_, age) => [`converted_${age}`, `${converted[age] ?? ""}`]),
      ),
    }));
    const { exchanges, problems } = readExchange(rows, defaults);
    expect(problems).toEqual([]);
    expect(exchangeTable(exchanges[0]!)).toEqual(cohortTableFromCounts(counts, defaults));
  });
  test("says what it does not say", () =>
    expect(readExchange([row()], defaults).exchanges[0]).toMatchObject({
      programme: "not said",
      outcome: "not said",
      sought: null,
      cohortsBy: "start",
      period: { from: "2021-04", until: "2021-04" },
    }));
  test("cells and headings are trimmed, and other columns passed over", () => {
    const { starts, ...others } = row({ remark: "x" });
    expect(readExchange([{ ...others, " starts ": ` ${starts} ` }], defaults).problems).toEqual([]);
  });
  test("a cell that is no text is as good as empty", () =>
    expect(
      readExchange([{ ...row(), provider: {} as never }], defaults).exchanges[0]!.cohorts[0]!.provider,
    ).toBeNull());
  test("the days are those of the defaults, which say how long an outcome may take to become known", () =>
    expect(() => readExchange([row()], { ...defaults, window: { days: 238 } as never })).toThrow(
      "Not accepted: window with days, but without lagDays. Expected window such as { days: 456, lagDays: 61 }. Add lagDays.",
    ));
  test("cohorts stand in order of whose they are, then of month; nobody's come last", () => {
    const of = (provider: string, month: string) => ({ ...row({ month, converted_2: "2" }), provider });
    const rows = [
      of("", "2021-03"),
      of("south", "2021-03"),
      of("north", "2021-03"),
      { ...row(), provider: "north" },
    ];
    const [exchange] = readExchange(rows, defaults).exchanges;
    expect(exchange!.cohorts.map(({ provider, month }) => `${provider} ${month}`)).toEqual([
      "north 2021-03",
      "north 2021-04",
      "south 2021-03",
      "null 2021-03",
    ]);
  });
});

describe("what is wrong with a row", () => {
  test.each<[Record<string, string>, string]>([
    [{ month: "April" }, "Line 2: month: not a month; allowed: a month such as 2021-04."],
    [
      { starts: "20.5" },
      "Line 2: starts, converted: not whole numbers; allowed: whole numbers from 0, empty only where the month is not over.",
    ],
    [{ converted_1: "21" }, "Line 2: more converted than started; allowed: at most as many as started."],
    [
      { converted_1: "0" },
      "Line 2: a number below the one before; allowed: cumulative numbers, which never fall.",
    ],
    [{ converted_1: "" }, "Line 2: 1 numbers; allowed: 2 numbers, one a month of age that is over."],
    [{ converted_2: "3" }, "Line 2: 3 numbers; allowed: 2 numbers, one a month of age that is over."],
    [{ as_at: "31/05/2021" }, "Line 2: as_at: not a date; allowed: a date such as 2021-04-30."],
    [{ sought: "22" }, 'Line 2: sought: not a percentage; allowed: percent text such as "22%".'],
    [{ cohorts_by: "payday" }, "Line 2: cohorts_by: neither of the two; allowed: start, referral."],
    [{ format: "cohort-exchange-2" }, "Line 2: format: another form; allowed: cohort-exchange-1."],
    [{ window_days: "-1" }, "Line 2: window_days, lag_days: not whole days; allowed: whole numbers from 0."],
    [
      { starts_from: "2021-05" },
      "Line 2: month: outside the period; allowed: a month from starts_from to starts_until.",
    ],
    [
      { starts_until: "2021" },
      "Line 2: starts_from, starts_until: not months; allowed: a month such as 2021-04.",
    ],
    [
      { mature_converted: "3", mature_starts: "2" },
      "Line 2: mature_converted, mature_starts: more than there are; allowed: converted of starts, at most all of them.",
    ],
  ])("%j", (change, message) => expect(problem(change)).toEqual([message]));
  test("the same cohort again", () =>
    expect(readExchange([row(), row()], defaults).problems[0]!.message).toBe(
      "Line 3: the same cohort again; allowed: one row per cohort.",
    ));
});

describe("what is refused", () => {
  const said = (act: () => unknown) => {
    try {
      return { answered: act() };
    } catch (fault) {
      const { code, message } = fault as ProgrammeFault;
      return { code, message };
    }
  };
  const DEFAULTS_ASKED = {
    code: "cohorts/exchange-asked",
    message:
      'Not accepted: cohorts that do not say as at which date and in which window they were counted. Expected columns as_at, window_days and lag_days, or defaults for them. Pass { asAt: "2021-04-30", window: { days: 238, lagDays: 61 } }.',
  };

  test("rows without their columns", () =>
    expect(said(() => readExchange([{ month: "2021-04" }], defaults))).toEqual({
      code: "cohorts/exchange-columns",
      message:
        "Not accepted: rows of cohorts without starts and converted_0. Expected month, starts, converted_0, converted_1 …; besides, if you like, format, programme, outcome, sought, cohorts_by, window_days, lag_days, as_at, starts_from, starts_until. Name the columns so: converted_0 is by the end of the month of the start.",
    }));
  test("columns that only later rows lack are a row's own fault", () =>
    expect(readExchange([row(), { month: "2021-03" }], defaults).problems).toMatchObject([
      { code: "cohorts/exchange-row", line: 3 },
    ]));
  test("rows as at no date, or in no window", () => {
    expect(said(() => readExchange([row()]))).toEqual(DEFAULTS_ASKED);
    expect(said(() => readExchange([row()], { asAt: "2021-05-31" }))).toEqual(DEFAULTS_ASKED);
    expect(said(() => readExchange([row()], { window: JETS_WINDOW }))).toEqual(DEFAULTS_ASKED);
    expect(said(() => readExchange([row({ as_at: "2021-05-31" })]))).toEqual(DEFAULTS_ASKED);
  });
  test("what is no list of rows", () => {
    const described = [
      [null, "null"],
      [7, "7 (number)"],
    ] as const;
    for (const [given, text] of described)
      expect(said(() => readExchange(given as never, defaults))).toEqual({
        code: "argument/list",
        message: `Not accepted: ${text}. Expected a list of rows such as [{ month: "2021-03", starts: "200", converted_0: "0" }], or another iterable of them. Read the file with a CSV reader first, and give what it returns.`,
      });
  });
  test.each<[string, unknown, string]>([
    ["text that is not JSON", "x", "in which the text is wrong: not JSON."],
    ["a field more", { extra: 1 }, "is wrong"],
  ])("%s", (_, given, message) => expect(() => parseExchange(given)).toThrow(message));
  test("numbers that do not fit, a cohort twice, and one outside the period", () => {
    const [exchange] = readExchange([row()], defaults).exchanges;
    const cohort = exchange!.cohorts[0]!;
    const withCohorts = (...cohorts: object[]) => parseExchange({ ...exchange, cohorts });
    expect(() => withCohorts({ ...cohort, converted: [1] })).toThrow(
      "cohorts.0 is wrong: 1 numbers; allowed: 2 numbers, one a month of age that is over.",
    );
    expect(() => withCohorts(cohort, cohort)).toThrow("cohorts is wrong: the cohort 2021-04 twice.");
    expect(() => withCohorts({ ...cohort, month: "2021-05", converted: [1] })).toThrow(
      "cohorts.0.month is wrong: outside the period.",
    );
  });
});

test("a month after the period that the table states, and more mature than started, are refused", () => {
  const outside = "Line 2: month: outside the period; allowed: a month from starts_from to starts_until.";
  expect(problem({ starts_from: "2021-04", starts_until: "2021-04" })).toEqual([]);
  expect(problem({ starts_until: "2021-03" })).toEqual([outside]);
  expect(problem({ starts_from: "2021-05" })).toEqual([outside]);
  const more =
    "Line 2: mature_converted, mature_starts: more than there are; allowed: converted of starts, at most all of them.";
  expect(problem({ mature_converted: "2", mature_starts: "20" })).toEqual([]);
  expect(problem({ mature_converted: "2", mature_starts: "21" })).toEqual([more]);
  expect(problem({ mature_converted: "21", mature_starts: "20" })).toEqual([more]);
});

describe("what is sought", () => {
  const [headline, disability, , , dealArea] = whpCoreCv04.minimumPerformanceLevels;
  const soughtOf = (...minimumPerformanceLevels: MinimumPerformanceLevel[]) =>
    cohortExchange({ ...whpCoreCv04, minimumPerformanceLevels }, [], { asAt: "2021-05-31" }).sought;
  const others = [
    { ...dealArea, share: "10%" },
    { ...disability, share: "20%" },
    { ...headline, outcome: "another-outcome", share: "40%" },
  ];

  test("is the level of the contract as a whole, wherever it stands", () =>
    expect(soughtOf(...others, { ...headline, share: "30%" })).toBe("30%"));
  test("is nothing where only others have levels, or the offer is to say it", () =>
    expect([soughtOf(...others), soughtOf(headline), soughtOf()]).toEqual([null, null, null]));
});

test("a caseload's exchange says what was sought, and validates as JSON", () => {
  const journeys = [{ id: "R1", events: [{ kind: "started", on: "2021-03-01" }] }];
  const exchange = cohortExchange(whpJetsCv06, journeys, { asAt: "2021-05-31" });
  expect(exchange).toMatchObject({ programme: "whp-jets cv06", outcome: "job-outcome", sought: "22%" });
  expect(parseExchange(JSON.stringify(exchange))).toEqual(exchange);
  expect(Object.keys((jsonSchemas()["cohort-exchange"] as { properties: object }).properties)).toEqual(
    Object.keys(exchange),
  );
});

describe("providers side by side", () => {
  const cohort = (provider: string, starts: number, converted: number, more = {}) => ({
    month: "2020-03",
    provider,
    starts: `${starts}`,
    ...Object.fromEntries(Array.from({ length: 9 }, (_, age) => [`converted_${age}`, `${converted}`])),
    ...more,
  });
  const compare = (rows: Record<string, string>[], options = {}) =>
    compareProviders(readExchange(rows, defaults).exchanges[0]!, options);

  test("a harder mix of groups is not counted against anyone", () => {
    const { providers } = compare([
      cohort("north", 90, 9, { group: "hard" }),
      cohort("north", 10, 4, { group: "easy" }),
      cohort("south", 10, 1, { group: "hard" }),
      cohort("south", 90, 36, { group: "easy" }),
    ]);
    expect(providers.map(({ id, index }) => [id, index])).toEqual([
      ["south", 1],
      ["north", 1],
    ]);
    expect(providers.map(({ position }) => position)).toEqual(["beyond-95", "beyond-95"]);
  });
  test("eight who differ as a rule are held against limits as wide as that, unless it is switched off", () => {
    const rows = [16, 20, 24, 28, 32, 36, 40, 44].map((share, at) => cohort(`p${at}`, 200, 2 * share));
    const positions = (options = {}) => compare(rows, options).providers.map(({ position }) => position);
    expect(compare(rows).overdispersion?.estimatedFrom).toBe(8);
    expect(new Set(positions())).toEqual(new Set(["inside"]));
    expect(compare(rows, { overdispersion: "none" }).overdispersion).toBeNull();
    expect(positions({ overdispersion: "none" })[0]).toBe("beyond-998");
    expect(compare(rows.slice(1)).overdispersion).toBeNull();
  });
  test("small ones are withheld, and not counted in all together, for what is left of it would be theirs", () => {
    const rows = [cohort("north", 200, 40), cohort("east", 100, 20), cohort("south", 4, 1)];
    const { all, providers, withheld } = compare(rows, { suppressBelow: 5 });
    expect([all.of, providers.map(({ id }) => id), withheld]).toEqual([200, ["north"], 2]);
  });
  test("small ones that nobody is beside are not in all together either", () =>
    expect(compare([cohort("south", 4, 1)], { suppressBelow: 5 })).toMatchObject({
      all: { count: 0, of: 0 },
      centre: null,
      providers: [],
      withheld: 1,
    }));
  test("one with just as many as are asked for is shown", () => {
    const rows = [cohort("north", 200, 40), cohort("south", 5, 1)];
    expect(compare(rows, { suppressBelow: 5 })).toMatchObject({ withheld: 0 });
    expect(compare(rows, { suppressBelow: 6 })).toMatchObject({ withheld: 2 });
  });
  test("nobody mature: no centre and no rank, and the index still speaks", () => {
    const young = { month: "2021-05", starts: "10", converted_0: "1" };
    const { centre, providers } = compare([
      { ...young, provider: "north" },
      { ...young, provider: "" },
    ]);
    expect(centre).toBeNull();
    expect(providers.map(({ id, rank, index }) => [id, rank, index])).toEqual([
      ["(not said)", null, 1],
      ["north", null, 1],
    ]);
  });
  test.each([
    ["nobody of the mature converted", 0],
    ["everybody of them", 10],
  ])("%s: no centre, and nobody lies around it", (_, converted) => {
    const { centre, all, providers } = compare([
      cohort("north", 10, converted),
      cohort("south", 10, converted),
    ]);
    expect(centre).toBeNull();
    expect(all).toEqual({ count: 2 * converted, of: 20 });
    expect(
      providers.map(({ rank, rate, limits, position, side }) => ({ rank, rate, limits, position, side })),
    ).toEqual(Array(2).fill({ rank: 1, rate: null, limits: null, position: null, side: null }));
    // Expected are all together's: nobody, of whom no index can be told; or everybody, which is what was done.
    expect(providers.map(({ index }) => index)).toEqual(converted === 0 ? [null, null] : [1, 1]);
  });
  test("a centre that is given holds where all together have none", () => {
    const { centre, providers } = compare([cohort("north", 10, 10), cohort("south", 10, 10)], {
      centre: "50%",
    });
    expect(centre).toBe(0.5);
    expect(providers.map(({ rate, position, side }) => [rate, position, side])).toEqual([
      [1, "beyond-998", "above"],
      [1, "beyond-998", "above"],
    ]);
  });
  test("each has its own place, and what was compared is said", () => {
    const comparison = compare([cohort("north", 100, 10), cohort("south", 100, 30)], { by: "provider" });
    expect(comparison).toMatchObject({
      asAt: "2021-05-31",
      by: "provider",
      outcome: "not said",
      centre: 0.2,
    });
    expect(comparison.providers.map(({ id, rate, side }) => [id, rate, side])).toEqual([
      ["south", 0.3, "above"],
      ["north", 0.1, "below"],
    ]);
  });
  test("a young cohort is held against what others had come to at its age", () => {
    const young = { month: "2021-05", starts: "10", converted_0: "2", provider: "south" };
    const old = cohort("north", 10, 3, { converted_0: "1" });
    // At age 0, 3 of 20 had converted; north's 3 by the end are all that anybody is known to come to.
    const { providers } = compare([old, young]);
    expect(providers.map(({ id, expected }) => [id, expected])).toEqual([
      ["north", 3],
      ["south", 1.5],
    ]);
  });
  test.each([0.5, -1])("to show providers from %s starts is refused", (suppressBelow) =>
    expect(() => compare([cohort("north", 9, 1)], { suppressBelow })).toThrow(
      `Not accepted: ${suppressBelow} (number) as suppressBelow. Expected a whole number from 0. Correct it, or leave it out.`,
    ),
  );
});
