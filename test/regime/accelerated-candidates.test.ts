import type { ProgrammeFault } from "programme-rules";
import { acceleratedCandidates, type ComparedContract } from "programme-rules/regime";
import { describe, expect, test } from "vitest";

const options = { metric: "job outcomes over referrals, last 12 months", asAt: "2014-09-30" };
const contract = (id: string, count: number, of = 100): ComparedContract => ({ id, share: { count, of } });
/** `best` contracts at 60%, 59%, … and then some at one and the same rate. */
const field = (best: number, tied: number) => [
  ...Array.from({ length: best }, (_, at) => contract(`b${at}`, 60 - at)),
  ...Array.from({ length: tied }, (_, at) => contract(`t${at}`, 10)),
];
const statuses = (contracts: readonly ComparedContract[], more = {}) =>
  acceleratedCandidates(contracts, { ...options, ...more }).map(({ status }) => status);
const count = (list: readonly string[], status: string) => list.filter((each) => each === status).length;

describe("ties", () => {
  test("40 contracts, 11 tied worst: the bottom quartile is not emptied, and both readings are shown", () => {
    const found = acceleratedCandidates(field(29, 11), options);
    expect(
      count(
        found.map(({ status }) => status),
        "not",
      ),
    ).toBe(29);
    expect(found.slice(29).every(({ status, needsReview }) => status === "undetermined" && needsReview)).toBe(
      true,
    );
    expect(found.at(-1)).toEqual({
      id: "t10",
      share: { count: 10, of: 100 },
      status: "undetermined",
      needsReview: true,
      metric: "job outcomes over referrals, last 12 months",
      asAt: "2014-09-30",
      rank: 30,
      of: 40,
      reasons: [
        {
          code: "tie-across-cut",
          says: "11 contracts tie at rank 30, across the cut of the bottom quartile.",
        },
      ],
      readings: { "all-in": "bottom-quartile", "all-out": "not" },
    });
  });

  test("all in: eleven; all out would leave nobody, so they stay undetermined", () => {
    expect(count(statuses(field(29, 11), { ties: "all-in" }), "bottom-quartile")).toBe(11);
    const out = acceleratedCandidates(field(29, 11), { ...options, ties: "all-out" });
    expect(out.at(-1)?.reasons[0]?.code).toBe("empty-quartile");
    expect(out.at(-1)?.status).toBe("undetermined");
  });

  test("40 contracts, 10 tied worst: exactly the quartile, nothing to review", () =>
    expect(count(statuses(field(30, 10)), "bottom-quartile")).toBe(10));

  test("a tie at the cut with worse ones below it: those are in, whatever becomes of the tied", () => {
    // Eight contracts: the bottom quartile holds two. One is worst; two tie above it.
    const eight = [
      ...[60, 50, 40, 35, 30].map((rate) => contract(`c${rate}`, rate)),
      contract("x", 20),
      contract("y", 20),
      contract("z", 5),
    ];
    expect(statuses(eight).slice(5)).toEqual(["undetermined", "undetermined", "bottom-quartile"]);
    expect(statuses(eight, { ties: "all-in" }).slice(5)).toEqual(Array(3).fill("bottom-quartile"));
    expect(statuses(eight, { ties: "all-out" }).slice(5)).toEqual(["not", "not", "bottom-quartile"]);
  });

  test("a tie well above the cut matters to nobody", () =>
    expect(statuses([contract("a", 50), contract("b", 50), contract("c", 30), contract("d", 20)])).toEqual([
      "not",
      "not",
      "not",
      "bottom-quartile",
    ]));

  test("rates tie as whole numbers: 1 of 3 and 33 of 99 do, 333 of 1000 does not", () => {
    const found = (last: ComparedContract) =>
      statuses([contract("a", 50), contract("b", 40), contract("c", 1, 3), last]);
    expect(found(contract("d", 33, 99)).slice(2)).toEqual(["undetermined", "undetermined"]);
    expect(found(contract("d", 333, 1000)).slice(2)).toEqual(["not", "bottom-quartile"]);
  });
});

describe("what cannot be told", () => {
  test("fewer than four contracts", () => {
    const found = acceleratedCandidates([contract("a", 1), contract("b", 2), contract("c", 3)], options);
    expect(found.map(({ status, reasons }) => `${status} ${reasons[0]?.code}`)).toEqual(
      Array(3).fill("undetermined too-few"),
    );
    expect(found[0]?.reasons[0]?.says).toBe("Three contracts with a figure cannot be cut into four parts.");
  });

  test("a contract without a figure leaves everybody unsure, with what it would come to shown", () => {
    const four = [60, 50, 40, 30].map((rate) => contract(`c${rate}`, rate));
    const found = acceleratedCandidates([...four, { id: "none", share: null }], options);
    expect(found.map(({ status }) => status)).toEqual(Array(5).fill("undetermined"));
    expect(found.map(({ reasons }) => reasons[0]?.code)).toEqual([
      ...Array(4).fill("missing-comparators"),
      "no-figure",
    ]);
    // Five contracts: the bottom quartile holds one.
    expect(found[3]?.readings).toEqual({
      "counted-best": "bottom-quartile",
      "counted-worst": "not",
      "left-out": "bottom-quartile",
    });
    expect(found[0]?.readings).toEqual({ "counted-best": "not", "counted-worst": "not", "left-out": "not" });
  });

  test("left out when the caller says so", () => {
    const five = [...[60, 50, 40, 30].map((rate) => contract(`c${rate}`, rate)), contract("ended", 0, 0)];
    expect(statuses(five, { missing: "left-out" })).toEqual([
      "not",
      "not",
      "not",
      "bottom-quartile",
      "undetermined",
    ]);
  });

  test("before 1 August 2014 levels were recorded: nothing is computed, what was recorded is echoed", () => {
    const four = [60, 50, 40, 30].map((rate) => ({ ...contract(`c${rate}`, rate), recorded: "middle" }));
    const before = acceleratedCandidates(four, { ...options, asAt: "2014-07-31" });
    expect(before.map(({ status, recorded }) => [status, recorded])).toEqual(
      Array(4).fill(["undetermined", "middle"]),
    );
    expect(before[0]?.reasons[0]?.code).toBe("recorded-not-computed");
    expect(statuses(four, { asAt: "2014-08-01" }).at(-1)).toBe("bottom-quartile");
  });
});

test("the metric must be said, and the answers known", () => {
  const fault = (more: object) => {
    try {
      acceleratedCandidates([], { ...options, ...more });
    } catch (error) {
      return (error as ProgrammeFault).code;
    }
    return "none";
  };
  expect([{ metric: undefined }, { metric: " " }, { ties: "in" }, { missing: "no" }].map(fault)).toEqual([
    "argument/missing",
    "argument/option",
    "argument/option",
    "argument/option",
  ]);
});

test("nothing says that a contract is in a regime", () =>
  expect(JSON.stringify(acceleratedCandidates(field(29, 11), options))).not.toMatch(
    /is in the|accelerated/i,
  ));

test("a contract whose share is left out has no figure", () => {
  const contracts = [5, 4, 3, 2].map((count) => ({ id: `c${count}`, share: { count, of: 10 } }));
  const options = { metric: "job outcomes", asAt: "2014-09-30" };
  const found = acceleratedCandidates([...contracts, { id: "new" }], options);
  expect(found.map(({ status }) => status)).toEqual(Array(5).fill("undetermined"));
  expect(found.at(-1)?.reasons[0]?.code).toBe("no-figure");
});
