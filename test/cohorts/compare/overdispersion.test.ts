import { type FunnelOptions, funnel, funnelLimits, type Performer } from "programme-rules/cohorts";
import { describe, expect, test } from "vitest";
import { binomial, normal, uniformsOf } from "../../../src/cohorts/random.js";
import { messageOf } from "../../oracle/message.js";

const of100 = (...counts: readonly number[]): Performer[] =>
  counts.map((count, at) => ({ id: `p${at}`, share: { count, of: 100 } }));

/*
 * Ten of 100 people each. One is taken in at each end, so the lowest counts as 12% and the highest as 31%, and the
 * rates lie around 21.4%. Worked out by hand (Python): the squares of the winsorised z-scores, over what ten normal
 * numbers would give (10 × 0.70542 − 1), come to 4.63892; (φ − 1) ÷ 99 is 0.0367567 of 22% × 78%.
 */
const SPREAD = of100(8, 12, 15, 18, 20, 22, 25, 28, 31, 50);
const PHI = 4.638917023024466;
const BETWEEN = 0.07941949491933582;
/** The limits that scipy.stats.betabinom gives for a mean of 22% and that standard deviation. */
const WIDENED = [0.06522281416253166, 0.4200599731145538, 0.017894464190630042, 0.5492118195522635];
/** As few as chance alone gives: φ is 0.764. */
const CLOSE = of100(14, 16, 18, 19, 20, 20, 21, 22, 24, 36);

describe("performers who differ by more than chance", () => {
  const found = funnel(SPREAD, "22%");
  test("show how much their true rates differ", () => {
    expect(found.overdispersion?.estimatedFrom).toBe(10);
    expect(found.overdispersion?.phi).toBeCloseTo(PHI, 9);
    expect(found.overdispersion?.betweenPerformers).toBeCloseTo(BETWEEN, 9);
  });
  test("have limits as wide as that", () => {
    const { lower95, upper95, lower998, upper998 } = found.performers[0]!.limits!;
    for (const [at, limit] of [lower95, upper95, lower998, upper998].entries())
      expect(limit).toBeCloseTo(WIDENED[at]!, 8);
    expect(funnelLimits("22%", 100, { betweenPerformers: found.overdispersion!.betweenPerformers })).toEqual(
      found.performers[0]!.limits,
    );
  });
  test("are beyond only where they differ by more than the others do", () => {
    const positions = found.performers.map(({ position }) => position);
    expect(positions).toEqual([...Array<string>(9).fill("inside"), "beyond-95"]);
    const alone = funnel(SPREAD, "22%", { overdispersion: "none" });
    expect(alone.overdispersion).toBeNull();
    expect(alone.performers.filter(({ position }) => position !== "inside").length).toBe(4);
    expect(alone.performers[0]!.limits).toEqual(funnelLimits("22%", 100));
  });
  test("however far they all are from the centre, it is how they differ from each other that counts", () => {
    const low = funnel(CLOSE, "40%");
    expect(low.overdispersion).toMatchObject({ betweenPerformers: 0 });
    expect(low.performers.filter(({ side }) => side === "below").length).toBe(10);
    expect(low.performers.filter(({ position }) => position === "beyond-998").length).toBe(9);
  });
});

test("performers who differ no more than chance explains have the limits of chance alone", () => {
  const found = funnel(CLOSE, "22%");
  expect(found.overdispersion?.phi).toBeCloseTo(0.7639321221636817, 9);
  expect(found.overdispersion?.betweenPerformers).toBe(0);
  expect(found.performers).toEqual(funnel(CLOSE, "22%", { overdispersion: "none" }).performers);
});

test("performers of very different sizes are weighed by what each says", () => {
  const converted = [6, 30, 25, 90, 70, 200, 130, 700, 520, 260, 40];
  const people = [50, 100, 150, 300, 400, 800, 900, 2500, 3200, 1000, 250];
  const performers = people.map((of, at) => ({ id: `p${at}`, share: { count: converted[at]!, of } }));
  const { overdispersion } = funnel(performers, "25%");
  // Solved with scipy.optimize.brentq for the correlation 0.03125005.
  expect(overdispersion?.phi).toBeCloseTo(16.368928738739626, 9);
  expect(overdispersion?.betweenPerformers).toBeCloseTo(0.07654661693952533, 9);
});

test("a share of nothing, or one too small to tell, adds nothing to what is estimated", () => {
  const more = [
    ...SPREAD,
    { id: "none", share: { count: 0, of: 0 } },
    { id: "few", share: { count: 4, of: 4 } },
  ];
  expect(funnel(more, "22%").overdispersion).toEqual(funnel(SPREAD, "22%").overdispersion);
});

test("fewer than eight performers do not say how much performers differ", () => {
  expect(funnel(SPREAD.slice(0, 7), "22%").overdispersion).toBeNull();
  expect(funnel(SPREAD.slice(0, 8), "22%").overdispersion?.estimatedFrom).toBe(8);
  const few = SPREAD.map(({ id }) => ({ id, share: { count: 1, of: 4 } }));
  expect(funnel(few, "22%").overdispersion).toBeNull();
  expect(funnel([], "22%").overdispersion).toBeNull();
});

test("performers of whom all or none convert have a funnel too", () => {
  const all = of100(0, 100, 0, 100, 0, 100, 0, 100, 0, 100);
  const { overdispersion, performers } = funnel(all, "50%");
  expect(overdispersion?.betweenPerformers).toBeLessThan(0.5);
  expect(performers.map(({ position }) => position)).toEqual(Array(10).fill("inside"));
});

test.each([
  ["one of whom all do", of100(0, 0, 0, 0, 0, 0, 0, 100), 7],
  ["one of whom none do", of100(0, 100, 100, 100, 100, 100, 100, 100), 0],
])("of performers of whom else none or all convert, %s is found", (_, performers, outlier) => {
  const { overdispersion, performers: found } = funnel(performers, "50%");
  expect(overdispersion?.phi).toBeLessThan(1);
  expect(overdispersion?.betweenPerformers).toBe(0);
  expect(found[outlier]!.position).toBe("beyond-998");
});

test.each([
  [-0.1, "a standard deviation of -0.1 between performers"],
  [0.5, "a standard deviation of 0.5 between performers"],
])("rates cannot differ by %d around 22%%", (betweenPerformers, given) =>
  expect(messageOf(() => funnelLimits("22%", 10, { betweenPerformers }))).toEqual({
    code: "cohorts/funnel",
    message: `Not accepted: ${given}. Expected 0, or a fraction below 0.414, the largest that rates around 22% can have. Take it from the overdispersion of a funnel.`,
  }),
);

test.each([8, 10, 15, 24, 60])("by chance alone, phi is 1 on average in fields of %d", (size) => {
  const all = fields(Math.round(6000 / size), size, { people: 500, spread: 0 });
  const phis = all.map((performers) => funnel(performers, "20%").overdispersion!.phi);
  // The standard error is that of 6,000 squares of normal numbers, √(2 ÷ 6000), and more for what is taken in.
  expect(Math.abs(phis.reduce((sum, phi) => sum + phi, 0) / phis.length - 1)).toBeLessThan(0.075);
});

/** Fields of performers whose true log-odds lie around those of 20%; a planted one, if any, comes last. */
function fields(
  count: number,
  size: number,
  {
    people,
    spread,
    planted,
  }: { people: number | ((at: number) => number); spread: number; planted?: number },
): Performer[][] {
  return Array.from({ length: count }, (_, field) => {
    const uniform = uniformsOf(2005, field);
    return Array.from({ length: size }, (_, at) => {
      const odds = 0.25 * Math.exp(spread * normal(uniform));
      const rate = planted !== undefined && at === size - 1 ? planted : odds / (1 + odds);
      const of = typeof people === "number" ? people : people(at);
      return { id: `p${at}`, share: { count: binomial(of, rate, uniform), of } };
    });
  });
}

/** How often performers of these fields lie beyond 95%, each held against all of its field together. */
function beyond(all: readonly Performer[][], options: FunnelOptions = {}): number {
  const positions = all.flatMap((performers) => {
    const together = performers.reduce(
      (sum, { share: { count, of } }) => ({ count: sum.count + count, of: sum.of + of }),
      { count: 0, of: 0 },
    );
    return funnel(performers, together, options).performers.map(({ position }) => position);
  });
  return positions.filter((position) => position !== "inside").length / positions.length;
}

describe("of 24 performers of 1,500 people each", () => {
  test("whose log-odds have a standard deviation of 0.2, 1 in 20 lies beyond 95%, not every other one", () => {
    const all = fields(100, 24, { people: 1500, spread: 0.2 });
    expect(beyond(all, { overdispersion: "none" })).toBeCloseTo(0.55, 1);
    expect(beyond(all)).toBeGreaterThan(0.03);
    expect(beyond(all)).toBeLessThan(0.06);
  });
  test("where sizes differ, too", () => {
    const all = fields(100, 24, { people: (at) => 50 * 2 ** (at % 7), spread: 0.2 });
    expect(beyond(all, { overdispersion: "none" })).toBeGreaterThan(0.25);
    expect(beyond(all)).toBeGreaterThan(0.03);
    expect(beyond(all)).toBeLessThan(0.07);
  });
  test("who differ by chance alone, at most 1 in 20 lies beyond 95%", () =>
    expect(beyond(fields(100, 24, { people: 1500, spread: 0 }))).toBeLessThan(0.05));
  test("one that truly differs from the others is found among them", () => {
    const all = fields(50, 24, { people: 1500, spread: 0.2, planted: 0.4 });
    const found = all.filter((each) => funnel(each, "20%").performers.at(-1)!.position === "beyond-998");
    expect(found.length).toBeGreaterThanOrEqual(45);
  });
});
