import { funnel, funnelLimits } from "programme-rules/cohorts";
import { describe, expect, test } from "vitest";
import { messageOf } from "../../oracle/message.js";

/*
 * Worked out in fractions, without rounding: of 100 people at 22%, 13 or fewer convert with probability 0.01602 and 14 or fewer
 * with 0.03045; so the limit of 2.5% lies (0.03045 − 0.025) ÷ (0.03045 − 0.01602) = 0.378 below 14.
 */
const LIMITS = { lower95: 0.136221833, upper95: 0.308807189, lower998: 0.095395232, upper998: 0.35987103 };

describe("a funnel around 22%, of 100 people each", () => {
  test("has its limits where the exact tails are 2.5% and 0.1%", () => {
    const limits = funnelLimits("22%", 100);
    for (const [name, value] of Object.entries(LIMITS))
      expect(limits[name as keyof typeof LIMITS]).toBeCloseTo(value, 9);
  });
  test.each([
    [22, "inside", "at"],
    [14, "inside", "below"],
    [13, "beyond-95", "below"],
    [10, "beyond-95", "below"],
    [9, "beyond-998", "below"],
    [30, "inside", "above"],
    [31, "beyond-95", "above"],
    [35, "beyond-95", "above"],
    [36, "beyond-998", "above"],
  ])("%d who converted are %s, %s the centre", (count, position, side) => {
    const { centre, performers } = funnel([{ id: "a", share: { count, of: 100 } }], "22%");
    expect(centre).toBeCloseTo(0.22, 12);
    expect(performers[0]).toMatchObject({ id: "a", rate: count / 100, position, side });
  });
  test.each([
    // The normal limits took the first for beyond 95%, and the last for beyond 99.8%.
    [2, 10, "5%", "inside"],
    [3, 10, "5%", "beyond-95"],
    [1, 1, "2%", "beyond-95"],
  ])("%d of %d at %s, as few as they are, are %s", (count, of, centre, position) =>
    expect(funnel([{ id: "a", share: { count, of } }], centre).performers[0]!.position).toBe(position),
  );
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
