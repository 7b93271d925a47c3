import { describe, expect, test } from "vitest";
import { exampleOffer, whpCoreCv04, whpJets, whpJetsCv06 } from "../../../src/programmes/index.js";
import { type Assumptions, defineOffer, type OfferTerms } from "../../../src/tender/index.js";
import { jetsTerms, planned } from "../offers.js";

const requirement = (offer: ReturnType<typeof defineOffer>, id: string) =>
  offer.programme.standards.flatMap(({ requirements }) => requirements).find((each) => each.id === id);

describe("an offer", () => {
  const offer = defineOffer(whpJetsCv06, jetsTerms);

  test("is its terms beside the programme as it would be", () => {
    expect(offer).toMatchObject({ id: "invented-jets-offer", base: "whp-jets", basis: "assumed" });
    expect(requirement(offer, "css-1/acknowledged")).toMatchObject({ within: { workingDays: 1 } });
    expect(requirement(offer, "css-2/backlog-share")).toMatchObject({ target: { atMost: "3%" } });
    expect(offer.programme.minimumPerformanceLevels?.[0]?.share).toBe("24%");
    expect(requirement(offer, "css-4/contacted")).toEqual(whpJetsCv06.standards[3].requirements[0]);
  });

  test("is plain frozen data, and leaves what it was given alone", () => {
    expect(JSON.parse(JSON.stringify(offer))).toEqual(offer);
    expect(Object.isFrozen(offer.assumptions.starts)).toBe(true);
    expect(Object.isFrozen(jetsTerms.assumptions)).toBe(false);
  });

  test("marks each part of the plan without a citation as assumed, and keeps a citation", () => {
    const starts = { rate: "70%", citation: { source: "001", paragraph: "19" } };
    const { assumptions } = defineOffer(whpJetsCv06, planned({ starts }));
    expect(assumptions.referrals).toHaveProperty("basis", "assumed");
    expect(assumptions.starts).toEqual(starts);
  });

  test("takes a history for its usual edition", () => {
    expect(defineOffer(whpJets, jetsTerms)).toEqual(offer);
  });

  test("may be a bare variation: the published example offer plans nothing and keeps its open values", () => {
    const published = defineOffer(whpCoreCv04, exampleOffer);
    expect(published.assumptions).toEqual({});
    expect(requirement(published, "offer-starts/started")).toHaveProperty("target.atLeast.open", "redacted");
  });

  test("may leave any part of the plan open, or a value in it", () => {
    const open = { open: "not-said" } as const;
    const { assumptions } = defineOffer(whpJetsCv06, planned({ referrals: open, starts: { rate: open } }));
    expect(assumptions.referrals).toEqual(open);
    expect(assumptions.starts).toEqual({ rate: open, basis: "assumed" });
  });
});

describe("an offer for customer groups", () => {
  const table = (people: number) => ({ "2027-01": people, "2027-02": people });
  const groups = { disability: table(40), "long-term-unemployed": table(30) };
  const core = (assumptions: Assumptions): OfferTerms => ({ id: "core-offer", title: "Core", assumptions });
  const define = (assumptions: Assumptions) => defineOffer(whpCoreCv04, core(assumptions));
  const message = (assumptions: Assumptions) => faultOf(() => define(assumptions)).message;

  test("splits any part by the programme's groups, or gives one value for all", () => {
    const rate = { disability: "60%", "long-term-unemployed": { likely: "70%", low: "60%", high: "75%" } };
    const { assumptions } = define({ referrals: { byMonth: groups }, starts: { rate } });
    expect(assumptions.starts).toMatchObject({ rate });
    define({ referrals: { byMonth: groups }, starts: { rate: "60%" } });
  });

  test("refuses a group that is not the programme's", () => {
    expect(message({ referrals: { byMonth: { carers: table(40) } } })).toBe(
      "Not accepted: assumptions.referrals.byMonth for the group carers. Expected disability, early-access, long-term-unemployed. Use the programme's own groups, or add one with `changes.add.groups`.",
    );
  });

  test("refuses a group that the referrals do not have, or a split where they have none", () => {
    const rate = { disability: "60%", "early-access": "60%" };
    expect(message({ referrals: { byMonth: groups }, starts: { rate } })).toContain(
      "Not accepted: assumptions.starts.rate for the group early-access. Expected disability, long-term-unemployed.",
    );
    expect(message({ referrals: { byMonth: table(9) }, starts: { rate } })).toContain(
      "Not accepted: assumptions.starts.rate by group (disability, early-access), beside referrals that are not.",
    );
  });

  test("refuses a group left out", () => {
    expect(message({ referrals: { byMonth: groups }, starts: { rate: { disability: "60%" } } })).toContain(
      "Not accepted: assumptions.starts.rate without the group long-term-unemployed.",
    );
  });

  test("refuses groups over different months", () => {
    const byMonth = { disability: table(40), "long-term-unemployed": { "2027-01": 3 } };
    expect(message({ referrals: { byMonth } })).toBe(
      "Not accepted: assumptions.referrals.byMonth.long-term-unemployed from 2027-01 to 2027-01. Expected the same months for every group, here 2027-01 to 2027-02. Give 0 for a month in which nobody of the group is expected.",
    );
  });
});

describe("a bad offer is refused with the field, what is allowed and what to do", () => {
  const starts = { rate: "70%" };
  const outcomes = (profile: unknown) => ({ outcomes: { profile } });
  const capacity = { advisers: 8, slotsPerDay: 3, noShowRate: "30%", rebookAfter: { workingDays: 5 } };
  const byMonth = (months: object) => ({ referrals: { byMonth: months } });

  test.each<[string, string, object, string]>([
    [
      "a rate above 100%",
      "shape",
      { starts: { rate: "130%" } },
      'Not accepted: assumptions.starts.rate: "130%". Expected a percentage from 0% to 100% such as "70%", a range',
    ],
    [
      "a rate as a number",
      "shape",
      { starts: { rate: 0.7 } },
      "Not accepted: assumptions.starts.rate: 0.7 (number).",
    ],
    [
      "a range with a rate above 100%",
      "shape",
      { starts: { rate: { likely: "70%", low: "60%", high: "101%" } } },
      'Not accepted: assumptions.starts.rate.high: "101%".',
    ],
    [
      "a range out of order",
      "range",
      { starts: { rate: { likely: "70%", low: "72%", high: "76%" } } },
      'Not accepted: assumptions.starts.rate: {"likely":"70%","low":"72%","high":"76%"}. Expected a range with',
    ],
    [
      "a range without its top",
      "range",
      { starts: { rate: { likely: "70%", low: "60%" } } },
      "Not accepted: assumptions.starts.rate: {",
    ],
    [
      "a delay that does not end at 100%",
      "delay",
      { starts: { ...starts, delay: ["60%", "90%"] } },
      "Not accepted: assumptions.starts.delay, which ends at 90%.",
    ],
    [
      "a delay that falls",
      "profile",
      { starts: { ...starts, delay: ["60%", "50%", "100%"] } },
      "Not accepted: assumptions.starts.delay, which falls from 60% to 50% at place 1.",
    ],
    [
      "a profile that falls",
      "profile",
      outcomes(["0%", "3%", "2%"]),
      "Not accepted: assumptions.outcomes.profile, which falls from 3% to 2% at place 2. Expected cumulative percentages",
    ],
    [
      "a variation between months whose referrals come as planned",
      "chance",
      { referrals: { byMonth: { "2027-01": 9 }, chance: "as-planned", monthToMonth: "15%" } },
      'Not accepted: assumptions.referrals.monthToMonth: "15%", beside chance: "as-planned". Expected one or the other.',
    ],
    [
      "a chance of another kind",
      "shape",
      { referrals: { byMonth: { "2027-01": 9 }, chance: "none" } },
      'Not accepted: assumptions.referrals.chance: "none". Expected "poisson" or "as-planned".',
    ],
    [
      "a variation between months that is no percentage",
      "shape",
      { referrals: { byMonth: { "2027-01": 9 }, monthToMonth: 0.15 } },
      "Not accepted: assumptions.referrals.monthToMonth: 0.15 (number). Expected a percentage from 0% to 100%",
    ],
    [
      "a spread of cohorts beyond all measure",
      "shape",
      { outcomes: { profile: ["1%"], cohortSpread: 11 } },
      "Not accepted: assumptions.outcomes.cohortSpread: 11 (number). Expected a number from 0 to 10 such as 0.2.",
    ],
    [
      "a range with a profile that falls",
      "profile",
      outcomes({ likely: ["0%", "3%"], low: ["2%", "1%"], high: ["3%", "3%"] }),
      "Not accepted: assumptions.outcomes.profile.low, which falls from 2% to 1%",
    ],
    [
      "profiles of a range of different lengths",
      "range",
      outcomes({ likely: ["0%", "3%"], low: ["0%"], high: ["3%", "3%"] }),
      "Not accepted: assumptions.outcomes.profile: {",
    ],
    ["an empty profile", "shape", outcomes([]), "Not accepted: assumptions.outcomes.profile: []."],
    [
      "a month missing",
      "months",
      byMonth({ "2027-01": 1, "2027-03": 1 }),
      "Not accepted: assumptions.referrals.byMonth, where 2027-03 follows 2027-01. Expected every month once and in order: after 2027-01 comes 2027-02. Add the missing month",
    ],
    [
      "months out of order",
      "months",
      byMonth({ "2027-02": 1, "2027-01": 1 }),
      "Not accepted: assumptions.referrals.byMonth, where 2027-01 follows 2027-02.",
    ],
    ["no month", "months", byMonth({}), "Not accepted: assumptions.referrals.byMonth without a month."],
    [
      "a month that is none",
      "shape",
      byMonth({ "2027-13": 1 }),
      "Not accepted: assumptions.referrals.byMonth.2027-13: 1",
    ],
    [
      "people below 0",
      "shape",
      byMonth({ "2027-01": -1 }),
      "Not accepted: assumptions.referrals.byMonth.2027-01: -1",
    ],
    [
      "half a person",
      "shape",
      byMonth({ "2027-01": 0.5 }),
      "Not accepted: assumptions.referrals.byMonth.2027-01: 0.5",
    ],
    [
      "groups where the programme has none",
      "group",
      byMonth({ disability: { "2027-01": 1 } }),
      "for the group disability. Expected no group: the programme has none.",
    ],
    [
      "nobody ever coming",
      "rate",
      { capacity: { ...capacity, noShowRate: "100%" } },
      "Not accepted: assumptions.capacity.noShowRate: 100%. Expected a percentage below 100%: somebody has to come.",
    ],
    [
      "advisers below 0",
      "shape",
      { capacity: { ...capacity, advisers: -1 } },
      "Not accepted: assumptions.capacity.advisers: -1 (number). Expected a number from 0",
    ],
    [
      "a lag without its unit",
      "shape",
      { capacity: { ...capacity, rebookAfter: 5 } },
      "Not accepted: assumptions.capacity.rebookAfter: 5 (number). Expected working days such as { workingDays: 5 }",
    ],
    [
      "no attempt",
      "shape",
      { capacity: { ...capacity, mostAttempts: 0 } },
      "Not accepted: assumptions.capacity.mostAttempts: 0 (number). Expected a whole number from 1",
    ],
    [
      "a price in pounds",
      "shape",
      { prices: { outcomeFee: "£1,200" } },
      'Not accepted: assumptions.prices.outcomeFee: "£1,200". Expected whole pence such as { pence: 30000 }',
    ],
    [
      "a part without what it is for",
      "shape",
      { starts: { delay: ["100%"] } },
      "Not accepted: no assumptions.starts.rate. Expected a percentage",
    ],
    [
      "a field of another name",
      "shape",
      { starts: { ...starts, did: "not attend" } },
      "Not accepted: assumptions.starts.did. Expected no field of that name. Remove that field.",
    ],
    [
      "a part of another name",
      "shape",
      { staff: {} },
      "Not accepted: assumptions.staff. Expected no field of that name.",
    ],
  ])("%s", (_, about, assumptions, message) => {
    const fault = faultOf(() => defineOffer(whpJetsCv06, planned(assumptions)));
    expect(fault.message).toContain(message);
    expect(fault.code).toBe(`tender/offer-${about}`);
  });

  test.each<[string, string, unknown, string]>([
    ["nothing", "tender/offer-shape", undefined, "Not accepted: an offer. Expected an object such as"],
    ["a text", "tender/offer-shape", "offer", 'Not accepted: an offer: "offer".'],
    ["a bad id", "tender/offer-shape", { ...jetsTerms, id: "Our Offer" }, 'Not accepted: id: "Our Offer".'],
    [
      "another programme's offer",
      "tender/offer-base",
      { ...jetsTerms, base: "whp-core" },
      'Not accepted: base: "whp-core", applied to whp-jets.',
    ],
    [
      "a level that its profile does not end at",
      "tender/offer-level",
      { id: "x", title: "X", changes: { set: { "tmpl-1": { profile: ["0%", "20%"] } } } },
      "Not accepted: the level tmpl-1 of 22%, whose profile ends at 20%.",
    ],
    [
      "changes to what is not there",
      "rules/unknown-id",
      { ...jetsTerms, changes: { set: { "css-99/x": { target: null } } } },
      'Not accepted: changes to "css-99/x".',
    ],
  ])("%s", (_, code, terms, message) => {
    const fault = faultOf(() => defineOffer(whpJetsCv06, terms as OfferTerms));
    expect(fault.message).toContain(message);
    expect(fault.code).toBe(code);
  });
});

function faultOf(act: () => unknown): { code: string; message: string } {
  try {
    act();
  } catch (error) {
    return error as { code: string; message: string };
  }
  throw new Error("nothing was thrown");
}

describe("a profile that goes on after the outcome window has ended is refused, with the age at which it ends", () => {
  const ages = (count: number) => Array.from({ length: count }, (_, age) => `${age}%`);
  const defined = (terms: object) => () => defineOffer(whpJetsCv06, { id: "long", title: "Long", ...terms });
  const planned = (profile: unknown) => defined({ assumptions: { outcomes: { profile } } });
  const said = (address: string) =>
    `Not accepted: ${address}, which goes on to age 9. Expected ages 0 to 8: an outcome must fall within 238 days of the start`;

  test("as planned, and as planned at an end of a range or for a group", () => {
    expect(planned(ages(10))).toThrow(said("assumptions.outcomes.profile"));
    expect(planned({ low: ages(10), likely: ages(10), high: ages(10) })).toThrow(
      said("assumptions.outcomes.profile.likely"),
    );
    expect(planned(ages(10))).toThrow(expect.objectContaining({ code: "tender/profile-beyond-window" }));
    expect(planned(ages(9))).not.toThrow();
  });

  test("as promised", () => {
    const promised = (count: number) =>
      defined({ changes: { set: { "tmpl-1": { share: `${count - 1}%`, profile: ages(count) } } } });
    expect(promised(10)).toThrow(said("tmpl-1.profile"));
    expect(promised(9)).not.toThrow();
  });

  test("and not where the offer itself sets a longer window", () => {
    const [outcome] = whpJetsCv06.outcomes;
    const longer = {
      changes: { set: { [outcome!.id]: { within: { days: 300 }, claimWithin: { days: 361 } } } },
    };
    expect(defined({ ...longer, assumptions: { outcomes: { profile: ages(10) } } })).not.toThrow();
  });
});
