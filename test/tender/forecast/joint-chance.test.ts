import { describe, expect, test } from "vitest";
import { exampleOffer, whpCoreCv04, whpJetsCv06 } from "../../../src/programmes/index.js";
import { RunDrawer } from "../../../src/tender/forecast/drawn-flow.js";
import { monthsOf } from "../../../src/tender/forecast/expected-flow.js";
import { readPlan } from "../../../src/tender/forecast/forecast-plan.js";
import { defineOffer, forecastOffer, type JointChance, type Offer } from "../../../src/tender/index.js";
import { jetsTerms, offerOf } from "../offers.js";

const RUNS = 600;
const PROFILE = ["0%", "1%", "3%", "6%", "10%", "14%", "17.5%", "20%", "22%"];
const SPANS = { "in-month": 1, "rolling-3": 3, "rolling-12": 12, "since-day-one": 1000 } as const;
const FIRST = { "in-month": 1, "rolling-3": 3, "rolling-12": 12, "since-day-one": 6 } as const;
type Window = keyof typeof SPANS;

const jets = defineOffer(whpJetsCv06, jetsTerms);

/** Whether the runs meet the promised profile, by window and month; undefined where nothing is needed. The slow way. */
function metByRun(offer: Offer, promised: readonly string[], seed: number) {
  const plan = readPlan(offer).plan!;
  const months = monthsOf(plan, promised.length - 1);
  const drawer = new RunDrawer(plan, months);
  const thousandths = promised.map((percent) => Math.round(Number.parseFloat(percent) * 10));
  const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);
  return Array.from({ length: RUNS }, (_, run) => {
    drawer.draw(seed, run);
    const [starts, outcomes] = [[...drawer.all.starts], [...drawer.all.outcomes]];
    const needed = Array.from({ length: months }, (_, month) =>
      sum(
        thousandths.map((value, age) => (starts[month - age] ?? 0) * (value - (thousandths[age - 1] ?? 0))),
      ),
    );
    return (window: Window, month: number) => {
      const from = Math.max(0, month + 1 - SPANS[window]);
      const ought = sum(needed.slice(from, month + 1));
      return ought === 0 ? undefined : sum(outcomes.slice(from, month + 1)) * 1000 >= ought;
    };
  });
}

const numbers = (from: number, until: number) =>
  Array.from({ length: until - from + 1 }, (_, at) => from + at);
const chance = (joint: readonly JointChance[], window: string, at: string, levels = 1) =>
  joint.find((row) => row.window === window && row.at === at && row.levels.length === levels);

describe("the chance of meeting a level in every one of some months", () => {
  const { joint, levels } = forecastOffer(jets, { runs: RUNS, seed: 4 });
  const promised = (jetsTerms.changes!.set!["tmpl-1"] as { profile: string[] }).profile;
  const runs = metByRun(jets, promised, 4);

  test.each(Object.keys(SPANS) as Window[])("is, over %s, what counting run by run gives", (window) => {
    const share = (months: readonly number[]) => {
      const met = runs.map((ofRun) =>
        months.map((month) => ofRun(window, month)).filter((each) => each !== undefined),
      );
      const counted = met.filter((each) => each.length > 0);
      return counted.filter((each) => each.every(Boolean)).length / counted.length;
    };
    expect(chance(joint, window, "every-month")?.probability).toBe(share(numbers(FIRST[window] - 1, 17)));
    expect(chance(joint, window, "each-year-end")?.probability).toBe(share([11]));
    expect(chance(joint, window, "end")?.probability).toBe(share([27]));
  });

  test("says from when until when: from the first full window to the last month with planned referrals", () => {
    const spans = joint.map(({ window, at, from, until }) => `${window} ${at}: ${from} to ${until}`);
    expect(spans).toEqual([
      "in-month every-month: 2027-01 to 2028-06",
      "in-month each-year-end: 2027-12 to 2027-12",
      "in-month end: 2029-04 to 2029-04",
      "rolling-3 every-month: 2027-03 to 2028-06",
      "rolling-3 each-year-end: 2027-12 to 2027-12",
      "rolling-3 end: 2029-04 to 2029-04",
      "rolling-12 every-month: 2027-12 to 2028-06",
      "rolling-12 each-year-end: 2027-12 to 2027-12",
      "rolling-12 end: 2029-04 to 2029-04",
      "since-day-one every-month: 2027-06 to 2028-06",
      "since-day-one each-year-end: 2027-12 to 2027-12",
      "since-day-one end: 2029-04 to 2029-04",
    ]);
  });

  test("is never more than that of any of these months, and in the end is the chance of the last row", () => {
    for (const { window, at, from, until, probability } of joint) {
      const rows = levels.filter((row) => row.window === window && from <= row.month && row.month <= until);
      const least = Math.min(...rows.map((row) => row.probability ?? 1));
      if (at === "every-month") expect(probability).toBeLessThanOrEqual(least + 0.01);
      if (at === "end") expect(probability).toBe(rows[0]!.probability);
    }
  });

  test("is far below that of a single month: 73% in each month is no chance of them all", () => {
    const inMonth = levels.filter(
      ({ window, month }) => window === "in-month" && month >= "2027-06" && month <= "2028-06",
    );
    const least = Math.min(...inMonth.map(({ probability }) => probability!));
    const every = forecastOffer(jets, { runs: RUNS, seed: 4, firstFullWindow: { "in-month": 6 } }).joint;
    expect(chance(every, "in-month", "every-month")).toMatchObject({ from: "2027-06", until: "2028-06" });
    expect(least).toBeGreaterThan(0.5);
    expect(chance(every, "in-month", "every-month")!.probability).toBeLessThan(least / 2);
  });
});

describe("which months count together", () => {
  const plan = (byMonth: Record<string, number>) =>
    defineOffer(whpJetsCv06, {
      id: "steady",
      title: "Steady",
      changes: { set: { "tmpl-1": { profile: PROFILE } } },
      assumptions: { referrals: { byMonth }, starts: { rate: "100%" }, outcomes: { profile: PROFILE } },
    });
  const table = (people: readonly number[]) =>
    Object.fromEntries(
      people.map((each, at) => [
        `${2027 + Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, "0")}`,
        each,
      ]),
    );
  const spans = (offer: Offer, options: object = {}) =>
    Object.fromEntries(
      forecastOffer(offer, { runs: 5, ...options })
        .joint.filter(({ window }) => window === "since-day-one")
        .map(({ at, from, until }) => [at, `${from} to ${until}`]),
    );

  test("months before the first and after the last referral are not among them", () => {
    const people = [0, 0, ...new Array(26).fill(50), 0];
    expect(spans(plan(table(people)))).toEqual({
      "every-month": "2027-08 to 2029-04",
      "each-year-end": "2028-02 to 2029-02",
      end: "2030-01 to 2030-01",
    });
  });

  test("none after the as-at date", () => {
    expect(spans(plan(table(new Array(26).fill(50))), { asAt: "2028-03-15" })).toEqual({
      "every-month": "2027-06 to 2028-02",
      "each-year-end": "2027-12 to 2027-12",
      end: "2028-02 to 2028-02",
    });
  });

  test("in a plan that is shorter than the first full window there is only the end", () => {
    expect(spans(plan(table([50, 50, 50])))).toEqual({ end: "2027-11 to 2027-11" });
    expect(spans(plan(table([50, 50, 50])), { firstFullWindow: { "since-day-one": 2 } })).toEqual({
      "every-month": "2027-02 to 2027-03",
      end: "2027-11 to 2027-11",
    });
  });

  test("nothing is drawn, nothing is said", () => {
    expect(forecastOffer(jets, { runs: 0 }).joint).toEqual([]);
  });

  test("a run in which nothing is needed is not counted", () => {
    const one = offerOf(
      { referrals: [1], rate: 50, soon: 100, profile: [100], promise: [100] },
      { referrals: { byMonth: { "2027-11": 1 }, chance: "as-planned" } },
    );
    const { joint, levels } = forecastOffer(one, { runs: 500 });
    const last = levels.findLast(({ window }) => window === "since-day-one")!;
    expect(chance(joint, "since-day-one", "end")).toMatchObject({
      probability: 1,
      runsCounted: last.runsCounted,
    });
  });

  test.each([0, 1.5, "6"])("a first full window of %s is refused", (value) => {
    expect(() => forecastOffer(jets, { firstFullWindow: { "rolling-3": value as number } })).toThrow(
      "firstFullWindow",
    );
  });
});

describe("all levels at once", () => {
  const share = { share: "30%", profile: ["10%", "30%"] };
  const table = (people: number) =>
    Object.fromEntries(numbers(1, 9).map((month) => [`2027-0${month}`, people]));
  const withOffer = defineOffer(whpCoreCv04, exampleOffer).programme;
  const core = defineOffer(withOffer, {
    id: "core-offer",
    title: "Core",
    changes: {
      set: {
        ...Object.fromEntries(["tmpl-1", "tmpl-2", "tmpl-3", "tmpl-4", "tmpl-5"].map((id) => [id, share])),
        "offer-starts/started": { target: { atLeast: "60%" } },
      },
    },
    assumptions: {
      referrals: { byMonth: { disability: table(100), "early-access": table(100) } },
      starts: { rate: "62%" },
      outcomes: { profile: ["10%", "31%"] },
    },
  });
  const { joint } = forecastOffer(core, { runs: 2000, bases: ["profile-flow", "naive-flow"] });
  const rows = (levels: number) => joint.filter((row) => row.levels.length === levels);

  test("are those measured over the window, on each basis asked for; levels of starts are since day one", () => {
    const outcomes = ["tmpl-1", "tmpl-2", "tmpl-3"];
    expect(rows(4).map(({ basis, window, at }) => [basis, window, at])).toEqual([
      ["profile-flow", "since-day-one", "every-month"],
      ["profile-flow", "since-day-one", "end"],
      ["naive-flow", "since-day-one", "every-month"],
      ["naive-flow", "since-day-one", "end"],
    ]);
    expect(rows(4)[0]!.levels).toEqual([...outcomes, "offer-starts/started"]);
    expect(rows(3)[0]).toMatchObject({ levels: outcomes, basis: "profile-flow", window: "in-month" });
  });

  test("are met no oftener than any of them, and oftener than if they had nothing to do with each other", () => {
    for (const { basis, window, at, levels, probability } of [...rows(3), ...rows(4)]) {
      // Of starts and outcomes of one month there are none in the last.
      if (basis === "naive-flow" && at === "end") continue;
      const alone = joint.filter(
        (row) =>
          row.levels.length === 1 &&
          levels.includes(row.levels[0]!) &&
          (row.basis === basis || row.basis.startsWith("starts")) &&
          row.window === window &&
          row.at === at,
      );
      expect(alone.length).toBe(levels.length);
      const chances = alone.map((row) => row.probability!);
      expect(probability).toBeLessThanOrEqual(Math.min(...chances));
      if (at === "end" && basis === "profile-flow")
        expect(probability).toBeGreaterThan(chances.reduce((product, each) => product * each, 1));
    }
  });
});
