import { type Programme, type ProgrammeFault, whpJetsCv06 } from "programme-rules";
import { type AssuranceReview, assuranceGrounds } from "programme-rules/review";
import { describe, expect, test } from "vitest";

const asAt = "2021-12-31";
const review = (year: number, rating: string, ...reasons: string[]): AssuranceReview => ({
  reportedOn: `${year}-05-04`,
  rating,
  reasons,
});
const codes = (reviews: readonly AssuranceReview[], options = {}) =>
  assuranceGrounds(reviews, { asAt, ...options }).map(({ code, on }) => `${code} ${on.slice(0, 4)}`);

describe("repeat: the next rating is the same or worse for the same reasons", () => {
  test.each([
    ["limited then weak", ["limited", "weak"], ["repeat 2020"]],
    ["weak then weak", ["weak", "weak"], ["repeat 2020"]],
    ["limited then limited", ["limited", "limited"], ["repeat 2020"]],
    ["weak then limited: better", ["weak", "limited"], []],
    ["reasonable then weak: the first was not poor", ["reasonable", "weak"], []],
    ["limited then reasonable", ["limited", "reasonable"], []],
    ["strong then strong", ["strong", "strong"], []],
  ])("%s", (_, [one, other], expected) => {
    expect(codes([review(2019, one!, "a"), review(2020, other!, "a")])).toEqual(expected);
  });

  test("only the next rating counts: one that is not poor between them ends it", () =>
    expect(codes([review(2018, "weak", "a"), review(2019, "reasonable"), review(2020, "weak", "a")])).toEqual(
      [],
    ));

  test("the same reasons: one shared, or exactly the same ones, as it is read", () => {
    const reviews = [review(2019, "weak", "a", "b"), review(2020, "weak", "b", "c")];
    expect(assuranceGrounds(reviews, { asAt })).toEqual([
      {
        code: "repeat",
        on: "2020-05-04",
        strength: "established",
        says: "Rated weak on Sat 4 May 2019 and again on Mon 4 May 2020, with a reason in common.",
        reviews: ["2019-05-04", "2020-05-04"],
        dependsOn: { reading: "same-reasons", answer: "identical-set" },
        citation: { source: "001", paragraph: "54", item: "1" },
      },
    ]);
    expect(codes(reviews, { sameReasons: "identical-set" })).toEqual([]);
    const same = [review(2019, "weak", "a", "b"), review(2020, "weak", "b", "a")];
    expect(assuranceGrounds(same, { asAt })[0]).not.toHaveProperty("dependsOn");
    expect(codes(same, { sameReasons: "identical-set" })).toEqual(["repeat 2020"]);
  });

  test("other reasons are none", () =>
    expect(codes([review(2019, "weak", "a"), review(2020, "weak", "b")])).toEqual([]));

  test("where reasons were not recorded, a person must compare", () =>
    expect(assuranceGrounds([review(2019, "weak"), review(2020, "weak", "b")], { asAt })).toMatchObject([
      { code: "repeat", strength: "needs-review" },
    ]));
});

describe("third: a third poor rating in a row, whatever the reasons", () => {
  test("it counts weak and limited alike, and a fourth too", () => {
    const reviews = [
      review(2017, "weak", "a"),
      review(2018, "limited", "b"),
      review(2019, "limited", "c"),
      review(2020, "weak", "d"),
    ];
    expect(codes(reviews.slice(0, 2))).toEqual([]);
    expect(codes(reviews)).toEqual(["third 2019", "third 2020"]);
    expect(assuranceGrounds(reviews, { asAt }).at(-1)?.says).toBe(
      "The 4th poor rating in a row: weak, limited, limited, weak.",
    );
  });

  test.each(["reasonable", "strong"])("%s starts the count afresh", (better) =>
    expect(
      codes([
        review(2017, "weak", "a"),
        review(2018, "limited", "b"),
        review(2019, better),
        review(2020, "weak", "c"),
      ]),
    ).toEqual([]),
  );

  test("a better rating afterwards is said, and takes nothing back", () => {
    const reviews = [
      review(2017, "weak", "a"),
      review(2018, "limited", "b"),
      review(2019, "limited", "c"),
      review(2020, "strong"),
    ];
    expect(assuranceGrounds(reviews, { asAt })).toMatchObject([
      { code: "third", supersededOn: "2020-05-04" },
    ]);
  });
});

describe("plan: handed in and carried out, each by a date of its own (source 001, paragraph 54)", () => {
  type Plan = NonNullable<AssuranceReview["plan"]>;
  // To be handed in by Fri 28 May 2021 and carried out by Fri 30 July 2021.
  const agreed = { submitBy: "2021-05-28", implementBy: "2021-07-30" };
  const withPlan = (plan: Plan, on = asAt) =>
    assuranceGrounds([{ ...review(2021, "reasonable"), plan }], { asAt: on });
  const found = (plan: Plan, on = asAt) =>
    withPlan(plan, on).map((ground) => `${ground.on} ${ground.strength}`);

  test("on the agreed day it is still open, and the day after it is not", () => {
    expect(found(agreed, "2021-05-28")).toEqual([]);
    expect(found(agreed, "2021-05-29")).toEqual(["2021-05-29 established"]);
    const sent = { ...agreed, submittedOn: "2021-05-28" };
    expect(found(sent, "2021-07-30")).toEqual([]);
    expect(found(sent, "2021-07-31")).toEqual(["2021-07-31 established"]);
  });

  test("handed in and carried out on the days is in time", () =>
    expect(withPlan({ ...agreed, submittedOn: "2021-05-28", implementedOn: "2021-07-30" })).toEqual([]));

  test("handed in a day late and carried out in time; handed in and carried out a day late", () => {
    expect(withPlan({ ...agreed, submittedOn: "2021-05-29", implementedOn: "2021-07-30" })).toEqual([
      {
        code: "plan",
        on: "2021-05-29",
        strength: "established",
        says: "The action plan after the review of Tue 4 May 2021 was not handed in by Fri 28 May 2021.",
        reviews: ["2021-05-04"],
        citation: { source: "001", paragraph: "54", item: "2" },
      },
    ]);
    expect(
      withPlan({ ...agreed, submittedOn: "2021-05-28", implementedOn: "2021-07-31" }).map(({ says }) => says),
    ).toEqual(["The action plan after the review of Tue 4 May 2021 was not carried out by Fri 30 Jul 2021."]);
  });

  test("neither: each has its own day", () =>
    expect(found(agreed)).toEqual(["2021-05-29 established", "2021-07-31 established"]));

  test("what was carried out by the day to hand it in was handed in; later, nobody knows when", () => {
    expect(found({ ...agreed, implementedOn: "2021-05-28" })).toEqual([]);
    expect(found({ ...agreed, implementedOn: "2021-05-29" })).toEqual(["2021-05-29 needs-review"]);
    expect(withPlan({ ...agreed, implementedOn: "2021-05-29" })[0]?.says).toBe(
      "When the action plan after the review of Tue 4 May 2021 was handed in was not recorded, nor whether by Fri 28 May 2021.",
    );
  });

  test("without the agreed day nobody knows whether it was in time", () => {
    const { submitBy, implementBy } = agreed;
    expect(found({ submitBy, submittedOn: "2021-05-28" })).toEqual(["2021-05-04 needs-review"]);
    expect(withPlan({ submitBy, submittedOn: "2021-05-28" })[0]?.says).toBe(
      "By when the action plan after the review of Tue 4 May 2021 was to be carried out was not recorded.",
    );
    expect(found({ implementBy, submittedOn: "2021-05-28", implementedOn: "2021-07-30" })).toEqual([
      "2021-05-04 needs-review",
    ]);
    expect(found({})).toEqual(["2021-05-04 needs-review", "2021-05-04 needs-review"]);
  });

  test("what is done later is not known yet", () =>
    expect(
      found({ ...agreed, submittedOn: "2021-05-20", implementedOn: "2021-07-01" }, "2021-05-19"),
    ).toEqual([]));
});

test("only what was known: later reviews change nothing", () => {
  const reviews = [review(2019, "weak", "a"), review(2020, "weak", "a"), review(2021, "strong")];
  expect(codes(reviews, { asAt: "2019-12-31" })).toEqual([]);
  expect(assuranceGrounds(reviews, { asAt: "2020-12-31" })[0]).not.toHaveProperty("supersededOn");
});

test("the programme's own scale says the same, and nothing outside it is accepted", () => {
  const reviews = [review(2019, "weak", "a"), review(2020, "weak", "a")];
  expect(codes(reviews, { programme: whpJetsCv06 })).toEqual(codes(reviews));
  const fault = (ask: () => unknown) => {
    try {
      ask();
    } catch (error) {
      return (error as ProgrammeFault).code;
    }
    return "none";
  };
  expect(fault(() => codes([review(2019, "poor")]))).toBe("regime/rating");
  expect(fault(() => codes([review(2019, "weak"), review(2019, "weak")]))).toBe("regime/review-twice");
  expect(fault(() => codes([], { sameReasons: "similar" }))).toBe("argument/option");
});

test("the grounds, and what they cite, are the programme's own", () => {
  const { assurance } = whpJetsCv06.regime;
  const grounds = assurance.grounds
    .filter(({ code }) => code !== "plan")
    .map((each) =>
      each.code === "run" ? { ...each, times: 2, citation: { source: "001", paragraph: "53" } } : each,
    );
  const programme: Programme = {
    ...whpJetsCv06,
    regime: { ...whpJetsCv06.regime, assurance: { ...assurance, grounds } },
  };
  const reviews = [review(2019, "weak", "a"), { ...review(2020, "weak", "b"), plan: {} }];
  expect(assuranceGrounds(reviews, { asAt, programme })).toMatchObject([
    { code: "third", on: "2020-05-04", citation: { paragraph: "53" } },
  ]);
});

test("says nothing of a level, of a breach, or of when the next review is", () => {
  const text = JSON.stringify(
    assuranceGrounds([review(2019, "weak", "a"), review(2020, "weak", "a"), review(2021, "weak", "a")], {
      asAt,
    }),
  );
  expect(text).not.toMatch(/level|breach|next/i);
});

test("a rating may be written with a capital, as the documents write it", () => {
  const [first, second] = ["Limited", "WEAK"].map((rating, at) => review(2019 + at, rating, "a"));
  expect(codes([first!, second!])).toEqual(codes([review(2019, "limited", "a"), review(2020, "weak", "a")]));
  expect(codes([first!, second!])).toEqual(["repeat 2020"]);
});

test("reviews without reasons are for a person to compare", () => {
  const reviews = ["2019-05-01", "2020-06-01"].map((reportedOn) => ({ reportedOn, rating: "weak" }));
  const found = assuranceGrounds(reviews, { asAt: "2021-01-31" });
  expect(found.map(({ code, strength }) => `${code} ${strength}`)).toEqual(["repeat needs-review"]);
});
