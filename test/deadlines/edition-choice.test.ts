import {
  amend,
  dueDates,
  type History,
  type Journey,
  type JourneyEvent,
  whpCore,
  whpCoreCv04,
  type whpCorePreCovid,
  whpJets,
  whpJetsCv06,
  withInForce,
  worklist,
} from "programme-rules";
import { describe, expect, test } from "vitest";

/* Before its variation until Fri 30 April 2021, CV04 from Sat 1 May. */
const history = withInForce(whpCore, {
  "pre-covid": { from: "2021-01-01", until: "2021-04-30" },
  cv04: { from: "2021-05-01", until: "2021-12-31" },
});
const [preCovid, cv04] = history.editions as [typeof whpCorePreCovid, typeof whpCoreCv04];
const including = { including: ["research" as const] };
const asAt = "2021-06-30";
const journey = (id: string, ...events: JourneyEvent[]): Journey => ({ id, events });
const received = (on: string) => ({ kind: "referral-received", on });
const made = (on: string) => ({ kind: "referral-made", on });
const early = journey("R1", made("2021-04-29"), received("2021-04-30"));
const late = journey("R2", made("2021-04-30"), received("2021-05-04"));
const undated = journey("R3", made("2021-04-29"));

/** The same history, in which some requirements of CV06 name their own axis and a second edition is stricter. */
const first = { ...amend(whpJetsCv06, axes("css-7/finalised", "css-9/follow-up", 2)), edition: "one" };
const second = { ...amend(whpJetsCv06, axes("css-7/finalised", "css-9/follow-up", 1)), edition: "two" };
const spans = {
  one: { from: "2021-01-01", until: "2021-04-30" },
  two: { from: "2021-05-01", until: "2021-12-31" },
};
const ownAxes: History = withInForce({ ...whpJets, usual: "one", editions: [first, second] }, spans);
function axes(byStart: string, byAnchor: string, workingDays: number) {
  const set = {
    [byStart]: { axis: "started", within: { workingDays: 5 * workingDays } },
    [byAnchor]: { axis: "anchor", within: { workingDays } },
  };
  return { id: "axes", title: "Axes", basis: "assumed" as const, changes: { set } };
}
const starter = journey("R2", received("2021-04-20"), { kind: "started", on: "2021-05-04" });
const crossing = journey(
  "R1",
  received("2021-04-12"),
  { kind: "started", on: "2021-04-15" },
  { kind: "meeting-missed", on: "2021-04-29" },
  { kind: "meeting-missed", on: "2021-05-04" },
);
const of = <Item extends { requirement: string }>(items: readonly Item[], requirement: string) =>
  items.filter((each) => each.requirement === requirement);

describe("over a change of edition, due dates", () => {
  const options = { asAt, ...including };
  test("are those of the edition that the referral falls under", () => {
    expect(dueDates(history, early, options)).toEqual(dueDates(preCovid, early, options));
    expect(dueDates(history, late, options)).toEqual(dueDates(cv04, late, options));
    expect(dueDates(history, early, options)).not.toEqual(dueDates(cv04, early, options));
  });

  test("of a referral that is received twice go by the first receipt, in whatever order they come", () => {
    const receipts = [received("2021-04-30"), received("2021-05-04")];
    for (const events of [receipts, receipts.toReversed()]) {
      const twice = journey("R1", ...events);
      expect(dueDates(history, twice, options)).toEqual(dueDates(preCovid, twice, options));
      expect(dueDates(history, twice, options)).not.toEqual(dueDates(cv04, twice, options));
    }
  });

  test("go by a receipt whose date can be read, and not by one whose cannot", () => {
    const bad = journey("R1", received("2021-04-31"), received("2021-05-04"));
    expect(dueDates(history, bad, options)).toEqual(dueDates(cv04, bad, options));
  });

  test("are those of the usual edition without a referral", () =>
    expect(dueDates(history, undated, options)).toEqual(dueDates(whpCoreCv04, undated, options)));

  test("go by the requirement's own axis: the start, or each anchor", () => {
    // Started Tue 4 May, under the second: 5 6 7 10 Tue 11 May (5). Missed Thu 29 April, under the first:
    // Fri 30 (1), Tue 4 May (2), and missed Tue 4 May, under the second: Wed 5 (1).
    const plans = of(dueDates(ownAxes, starter, { asAt }), "css-7/finalised");
    expect(plans.map(({ dueOn }) => dueOn)).toEqual(["2021-05-11"]);
    const dates = dueDates(ownAxes, crossing, { asAt });
    expect(of(dates, "css-9/follow-up").map(({ dueOn }) => dueOn)).toEqual(["2021-05-04", "2021-05-05"]);
  });

  test("of a history with unknown bounds are refused", () =>
    expect(() => dueDates(whpCore, late, { asAt })).toThrow("withInForce"));
});

describe("over a change of edition, the worklist", () => {
  const options = { asAt: "2021-05-05", ...including };
  test("has of each person what their edition alone has, in one order", () => {
    const both = worklist(history, [late, early, undated], options);
    const alone = [
      ...worklist(preCovid, [early], options),
      ...worklist(cv04, [late], options),
      ...worklist(cv04, [undated], options),
    ];
    const day = ({ dueOn }: { dueOn: string }) => dueOn;
    expect(new Set(both)).toEqual(new Set(alone));
    expect(both).toHaveLength(alone.length);
    expect(both.map(day)).toEqual(alone.map(day).sort());
    expect(new Set(both.map((each) => each.journey))).toEqual(new Set(["R1", "R2"]));
  });

  test("goes by the requirement's own axis: the start, or each anchor", () => {
    const work = worklist(ownAxes, [starter, crossing], { asAt: "2021-05-05" });
    expect(of(work, "css-7/finalised").map((each) => [each.journey, each.dueOn])).toEqual([
      ["R1", "2021-04-29"],
      ["R2", "2021-05-11"],
    ]);
    expect(of(work, "css-9/follow-up").map(({ dueOn }) => dueOn)).toEqual(["2021-05-04", "2021-05-05"]);
  });

  test("has one contact a person, of the edition that the last one made falls under", () => {
    const every = (edition: string, workingDays: number) => {
      const set = { "css-8/contact": { axis: "anchor", every: { workingDays } } };
      const variation = { id: "contacts", title: "Contacts", basis: "assumed" as const, changes: { set } };
      return { ...amend(whpJetsCv06, variation), edition };
    };
    const editions = [every("one", 10), every("two", 5)];
    const contacts = withInForce({ ...ownAxes, editions }, spans);
    const alone = (i: number, who: Journey) => of(worklist(editions[i]!, [who], { asAt }), "css-8/contact");
    for (const [on, i] of [
      ["2021-04-20", 0],
      ["2021-05-04", 1],
    ] as const) {
      const who = journey("R1", received("2021-04-12"), { kind: "started", on });
      expect(alone(i, who)).toHaveLength(1);
      expect(of(worklist(contacts, [who], { asAt }), "css-8/contact")).toEqual(alone(i, who));
    }
  });

  test("of a history with unknown bounds is refused", () =>
    expect(() => worklist(whpCore, [late], { asAt })).toThrow("withInForce"));
});
