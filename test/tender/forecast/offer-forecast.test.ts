import { describe, expect, test } from "vitest";
import { exampleOffer, whpCoreCv04, whpJetsCv06 } from "../../../src/programmes/index.js";
import {
  defineOffer,
  forecastOffer,
  type OfferForecast,
  type OfferTerms,
} from "../../../src/tender/index.js";
import { jetsTerms, offerOf, planned } from "../offers.js";

const PROFILE = ["0%", "1%", "3%", "6%", "10%", "14%", "17.5%", "20%", "22%"];
const once = { runs: 0 } as const;
const months = (count: number, people: number) =>
  Object.fromEntries(
    Array.from({ length: count }, (_, at) => {
      const year = 2027 + Math.floor(at / 12);
      return [`${year}-${String((at % 12) + 1).padStart(2, "0")}`, people] as const;
    }),
  );
const steady = (profile: readonly string[] = PROFILE, more: object = {}) =>
  defineOffer(whpJetsCv06, {
    id: "steady",
    title: "200 starts a month",
    changes: { set: { "tmpl-1": { profile: PROFILE } } },
    assumptions: {
      referrals: { byMonth: months(36, 200) },
      starts: { rate: "100%" },
      outcomes: { profile },
      ...more,
    },
  });
const rateAt = ({ levels }: OfferForecast, month: string, basis: string, window = "since-day-one") =>
  levels.find((row) => row.month === month && row.basis === basis && row.window === window)?.rate;

describe("steady 200 starts a month on their profile", () => {
  const forecast = forecastOffer(steady(), {
    ...once,
    bases: ["profile-flow", "maturing-cohort", "naive-flow"],
  });

  test("read 5.7%, 13.3% and 19.1% as outcomes over starts since day one, at month 6, 12 and 36", () => {
    const naive = (month: string) => ((rateAt(forecast, month, "naive-flow") ?? 0) * 100).toFixed(1);
    expect([naive("2027-06"), naive("2027-12"), naive("2029-12")]).toEqual(["5.7", "13.3", "19.1"]);
  });

  test("read 22% on the profile, in every window and from the first outcome on", () => {
    for (const window of ["in-month", "rolling-3", "rolling-12", "since-day-one"])
      expect(rateAt(forecast, "2027-02", "profile-flow", window)).toBeCloseTo(0.22, 12);
  });

  test("read 22% by matured cohorts, once there is one: 299 days after 31 January 2027 is 26 November", () => {
    expect(rateAt(forecast, "2027-10", "maturing-cohort")).toBeNull();
    expect(rateAt(forecast, "2027-11", "maturing-cohort")).toBeCloseTo(0.22, 12);
  });

  test("are 44 outcomes a cohort, and in all 1,584 for 36 of them", () => {
    expect(forecast.cohorts[0]).toMatchObject({ month: "2027-01", starts: 200, rate: 0.22 });
    expect(forecast.cohorts[0]?.outcomes).toBeCloseTo(44, 9);
    expect(forecast.months.findLast(({ measure }) => measure === "outcomes")?.toDate).toBeCloseTo(1584, 9);
    expect(forecast.months.at(-1)?.month).toBe("2030-10");
  });
});

describe("chance", () => {
  test("meets a level half the time when the plan is the promise, and surely when it is far above", () => {
    const last = (profile: readonly string[]) =>
      forecastOffer(steady(profile), { runs: 2000, seed: 3 }).levels.findLast(
        ({ window }) => window === "since-day-one",
      )!;
    const [even, easy] = [last(PROFILE), last(PROFILE.map((text) => `${Number.parseFloat(text) * 2}%`))];
    expect(Math.abs(even.probability! - 0.5)).toBeLessThan(4 * even.standardError! + 0.02);
    expect(easy).toMatchObject({ probability: 1, standardError: 0, runsCounted: 2000 });
  });

  test("says of how many runs it is a share: one person who starts half the time leaves half with nothing to reach", () => {
    const one = offerOf(
      { referrals: [1], rate: 50, soon: 100, profile: [100], promise: [100] },
      { referrals: { byMonth: { "2027-11": 1 }, chance: "as-planned" } },
    );
    const { levels } = forecastOffer(one, { runs: 2000, seed: 3 });
    const last = levels.findLast(({ window }) => window === "since-day-one")!;
    expect(last).toMatchObject({ probability: 1, standardError: 0 });
    expect(Math.abs(last.runsCounted! - 1000)).toBeLessThan(4 * Math.sqrt(500));
  });

  test("of a common shock widens the band many times over what independent people would give", () => {
    const width = (shock: number) => {
      const { bands } = forecastOffer(steady(PROFILE, { outcomes: { profile: PROFILE, shock } }), {
        runs: 1000,
      });
      const last = bands.findLast(({ measure, band }) => measure === "outcomes" && band === "80%")!;
      return last.upper - last.lower;
    };
    expect(width(0.2)).toBeGreaterThan(4 * width(0));
  });

  test("is not drawn at all with 0 runs", () => {
    const { bands, levelBands, levels } = forecastOffer(steady(), once);
    expect([bands, levelBands]).toEqual([[], []]);
    expect(levels[0]).toMatchObject({ probability: null, standardError: null, runsCounted: null });
  });

  test("tells how far it has come", () => {
    const seen: number[] = [];
    forecastOffer(steady(), { runs: 600, onProgress: (done) => seen.push(done) });
    expect(seen).toEqual([250, 500, 600]);
  });
});

describe("income", () => {
  test("is the attachment fee a start and the outcome fee an outcome, in pence", () => {
    const prices = { attachmentFee: { pence: 30_000 }, outcomeFee: { pence: 160_000 } };
    const { months: rows } = forecastOffer(steady(PROFILE, { prices }), once);
    const income = rows.filter(({ measure }) => measure === "income");
    expect(income[0]?.expected).toBe(200 * 30_000);
    expect(income.at(-1)?.toDate).toBeCloseTo(7200 * 30_000 + 1584 * 160_000, 3);
  });

  test("is no row without prices", () => {
    expect(forecastOffer(steady(), once).months.some(({ measure }) => measure === "income")).toBe(false);
  });
});

describe("what the offer does not say is missing, never made up", () => {
  test("the published example offer: every open value has its address, and every level is undetermined", () => {
    const forecast = forecastOffer(defineOffer(whpCoreCv04, exampleOffer), once);
    expect(forecast).toMatchObject({
      verdict: "undetermined",
      reason: "missing-parameter",
      months: [],
      levels: [],
    });
    expect(forecast.missing).toContainEqual({
      address: "assumptions.referrals",
      open: "left-out",
      neededFor: "referrals",
    });
    expect(forecast.missing).toContainEqual({
      address: "offer-starts/started.target.atLeast",
      open: "redacted",
      neededFor: "level",
    });
    expect(forecast.missing.map(({ address }) => address)).toContain("offer-starts/profile.against");
    expect(forecast.undetermined.map(({ level }) => level)).toEqual([
      ...["tmpl-1", "tmpl-2", "tmpl-3", "tmpl-4", "tmpl-5"],
      ...["offer-starts/started", "offer-starts/profile"],
    ]);
    for (const level of forecast.undetermined) expect(level.reason).toBe("missing-parameter");
  });

  test("without a start rate there are referrals and nothing else", () => {
    const forecast = forecastOffer(
      defineOffer(whpJetsCv06, planned({ starts: { rate: { open: "bid-specific" } } })),
      once,
    );
    expect(forecast.verdict).toBe("undetermined");
    expect(forecast.missing).toEqual([
      { address: "assumptions.starts.rate", open: "bid-specific", neededFor: "starts" },
    ]);
    expect(new Set(forecast.months.map(({ measure }) => measure))).toEqual(new Set(["referrals"]));
    expect(forecast.undetermined).toMatchObject([{ level: "tmpl-1", missing: ["assumptions.starts.rate"] }]);
  });

  test("without a promised profile only matured cohorts can be held to the level", () => {
    const { changes: _changes, ...terms } = jetsTerms;
    const { levels, undetermined, missing, verdict } = forecastOffer(defineOffer(whpJetsCv06, terms), {
      ...once,
      bases: ["profile-flow", "maturing-cohort"],
    });
    expect(verdict).toBeUndefined();
    expect(missing).toEqual([{ address: "tmpl-1.profile", open: "not-published", neededFor: "level" }]);
    expect(undetermined).toMatchObject([
      { level: "tmpl-1", basis: "profile-flow", missing: ["tmpl-1.profile"] },
    ]);
    expect(new Set(levels.map(({ basis }) => basis))).toEqual(new Set(["maturing-cohort"]));
  });

  test("an open price leaves income out, and all else in", () => {
    const forecast = forecastOffer(
      defineOffer(whpJetsCv06, planned({ prices: { open: "bid-specific" } })),
      once,
    );
    expect(forecast.verdict).toBeUndefined();
    expect(forecast.missing).toEqual([
      { address: "assumptions.prices", open: "bid-specific", neededFor: "income" },
    ]);
    expect(new Set(forecast.months.map(({ measure }) => measure))).toEqual(
      new Set(["referrals", "starts", "outcomes"]),
    );
  });
});

describe("levels of groups and of starts", () => {
  const share = { share: "30%", profile: ["10%", "30%"] };
  const terms: OfferTerms = {
    id: "core-offer",
    title: "Core",
    changes: {
      set: {
        ...Object.fromEntries(["tmpl-1", "tmpl-2", "tmpl-3", "tmpl-4", "tmpl-5"].map((id) => [id, share])),
        "offer-starts/started": { target: { atLeast: "60%" } },
        "offer-starts/profile": { target: { atLeast: "90%" }, against: [100, 200] },
      },
    },
    assumptions: {
      referrals: { byMonth: { disability: months(2, 100), "early-access": months(2, 100) } },
      starts: { rate: { disability: "50%", "early-access": "70%" } },
      outcomes: { profile: { disability: ["5%", "20%"], "early-access": ["10%", "40%"] } },
    },
  };
  const withOffer = defineOffer(whpCoreCv04, exampleOffer).programme;
  const forecast = forecastOffer(defineOffer(withOffer, terms), once);
  const at = (level: string) => forecast.levels.findLast((row) => row.level === level);

  test("each group by itself, and everybody with the mix there is", () => {
    expect(at("tmpl-2")?.rate).toBeCloseTo(0.2, 12);
    expect(at("tmpl-3")?.rate).toBeCloseTo(0.4, 12);
    expect(at("tmpl-1")?.rate).toBeCloseTo((100 * 0.2 + 140 * 0.4) / 240, 12);
  });

  test("a group or an area that the plan does not have is undetermined", () => {
    expect(forecast.undetermined).toMatchObject([
      {
        level: "tmpl-4",
        reason: "missing-data",
        missing: ["assumptions.referrals.byMonth.long-term-unemployed"],
      },
      { level: "tmpl-5", reason: "missing-data", missing: ["tmpl-5.scope.area"] },
    ]);
  });

  test("starts of referrals and against their plan, since day one", () => {
    expect(at("offer-starts/started")).toMatchObject({
      target: "60%",
      window: "since-day-one",
      index: 1,
      rate: 0.6,
    });
    expect(at("offer-starts/profile")?.rate).toBeCloseTo(1.2, 12);
  });

  test("rows of each group besides everybody, which add up", () => {
    const starts = forecast.months.filter(
      ({ measure, month }) => measure === "starts" && month === "2027-01",
    );
    expect(starts.map(({ group, expected }) => [group, Math.round(expected)])).toEqual([
      [null, 120],
      ["disability", 50],
      ["early-access", 70],
    ]);
  });
});

describe("bad options are refused", () => {
  test.each([
    ["a seed that is not whole", { seed: 0.5 }, "the seed 0.5"],
    ["runs below 0", { runs: -1 }, "-1 (number) runs"],
    ["a basis that is none", { bases: ["flow" as "naive-flow"] }, '"flow" as bases[0]'],
    ["a band of everything", { bands: ["100%"] }, "the band 100%"],
    ["a band that is no percentage", { bands: ["most"] }, '"most"'],
    [
      "a date before the first month is over",
      { asAt: "2027-01-30" },
      "asAt 2027-01-30, before the first month",
    ],
    ["a date that is none", { asAt: "2027-02-30" }, "February 2027 has 28 days"],
  ])("%s", (_, options, message) => {
    expect(() => forecastOffer(steady(), options)).toThrow(message);
  });
});
