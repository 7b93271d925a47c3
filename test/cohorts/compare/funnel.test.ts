import { funnel, funnelLimits } from "programme-rules/cohorts";
import { describe, expect, test } from "vitest";
import { messageOf } from "../../oracle/message.js";

/* Around 22% of 100 people the standard error is √(0.22 × 0.78 ÷ 100) = 0.0414246. */
const LIMITS = { lower95: 0.138809, upper95: 0.301191, lower998: 0.091988, upper998: 0.348012 };

describe("a funnel around 22%, of 100 people each", () => {
  test("has its limits 1.959964 and 3.090232 standard errors from the centre", () => {
    const limits = funnelLimits("22%", 100);
    for (const [name, value] of Object.entries(LIMITS))
      expect(limits[name as keyof typeof LIMITS]).toBeCloseTo(value, 6);
  });
  test.each([
    [22, "inside", "at"],
    [14, "inside", "below"],
    [13, "beyond-95", "below"],
    [10, "beyond-95", "below"],
    [9, "beyond-998", "below"],
    [30, "inside", "above"],
    [31, "beyond-95", "above"],
    [34, "beyond-95", "above"],
    [35, "beyond-998", "above"],
  ])("%d who converted are %s, %s the centre", (count, position, side) => {
    const { centre, performers } = funnel([{ id: "a", share: { count, of: 100 } }], "22%");
    expect(centre).toBeCloseTo(0.22, 12);
    expect(performers[0]).toMatchObject({ id: "a", rate: count / 100, position, side });
  });
  test("says nothing of a share of nothing", () =>
    expect(funnel([{ id: "a", share: { count: 0, of: 0 } }], "22%").performers).toEqual([
      { id: "a", share: { count: 0, of: 0 }, rate: null, limits: null, position: null, side: null },
    ]));
});

test.each([
  ["0%", "a centre of 0%"],
  ["100%", "a centre of 100%"],
])("there is no funnel around %s", (centre, given) => {
  const allowed =
    "Expected a rate above 0% and below 100%. Take the level, or all performers together, as the centre.";
  for (const call of [() => funnel([], centre), () => funnelLimits(centre, 10)])
    expect(messageOf(call)).toEqual({
      code: "cohorts/funnel",
      message: `Not accepted: ${given}. ${allowed}`,
    });
});

test("a bare number is no centre, and the fault says of what", () => {
  for (const call of [() => funnel([], 0.22 as never), () => funnelLimits(0.22 as never, 10)])
    expect(messageOf(call)).toMatchObject({
      code: "cohorts/rate",
      message: expect.stringContaining("the centre"),
    });
});
