import { whpJetsCv06 } from "programme-rules";
import { backlogPlan, defineOffer, requiredCapacity, simulateBacklog } from "programme-rules/tender";
import { describe, expect, test } from "vitest";
import { messageOf } from "../../oracle/message.js";

const capacity = {
  advisers: { likely: 6, low: 5, high: 7 },
  slotsPerDay: 2.5,
  noShowRate: "30%",
  rebookAfter: { workingDays: 3 },
  mostAttempts: 3,
} as const;
const terms = {
  id: "our-offer",
  title: "Our offer",
  changes: { set: { "css-2/backlog-share": { target: { atMost: "2%" } } } },
  assumptions: {
    referrals: {
      byMonth: { "2027-01": 150, "2027-02": 160 },
      volume: { low: "80%", likely: "110%", high: "120%" },
    },
    capacity,
  },
};
const offer = defineOffer(whpJetsCv06, terms);
const chance = { seed: 1, runs: 30 };

describe("an offer is simulated as the plan it comes to", () => {
  test("with the likely values, its own standards and the whole of its months", () => {
    const { programme, ...plan } = backlogPlan(offer);
    expect(plan).toEqual({
      from: "2027-01-01",
      until: "2027-02-28",
      referrals: { byMonth: { "2027-01": 165, "2027-02": 176 } },
      calendar: "england-and-wales",
      advisers: 6,
      slotsPerDay: 2.5,
      noShowRate: "30%",
      rebookAfter: { workingDays: 3 },
      mostAttempts: 3,
    });
    expect(simulateBacklog(offer, chance)).toEqual(simulateBacklog(backlogPlan(offer), chance));
    expect(simulateBacklog(offer, chance).limits.share).toEqual({ atMost: "2%" });
  });

  test("with referrals that come as planned where the offer says so, and only those", () => {
    const { referrals } = terms.assumptions;
    const assumptions = { ...terms.assumptions, referrals: { ...referrals, chance: "as-planned" as const } };
    const planned = defineOffer(whpJetsCv06, { ...terms, assumptions });
    expect(backlogPlan(planned).arrivals).toBe("as-given");
    expect(backlogPlan(planned, { referrals: 9 })).not.toHaveProperty("arrivals");
    expect(backlogPlan(planned, { arrivals: "poisson" }).arrivals).toBe("poisson");
  });

  test("its advisers are what is looked for", () =>
    expect(requiredCapacity(offer, { ...chance, confidence: "70%" }).unit).toBe("advisers"));

  test("what is given replaces what the offer says", () =>
    expect(backlogPlan(offer, { advisers: 5, referrals: 9, from: "2027-01-04" })).toMatchObject({
      advisers: 5,
      referrals: 9,
      from: "2027-01-04",
    }));
});

test("what an offer leaves open is named", () => {
  const open = {
    ...terms,
    assumptions: { ...terms.assumptions, capacity: { ...capacity, noShowRate: { open: "not-said" } } },
  } as const;
  expect(messageOf(() => backlogPlan(defineOffer(whpJetsCv06, open)))).toEqual({
    code: "tender/open-assumption",
    message:
      "Not accepted: an offer whose assumptions.capacity.noShowRate is not-said. Expected an offer that says who is referred and who sees them. State it in the offer, or give it as the second argument of backlogPlan.",
  });
});
