import fc from "fast-check";
import {
  type Journey,
  type Report,
  type ReportLine,
  type ReportOptions,
  report,
  whpJetsCv06,
} from "programme-rules";
import { describe, expect, test } from "vitest";
import { OUTCOMES } from "../../../src/compliance/verdict.js";

const asAt = "2021-07-30";
const BELOW = 5;

/** A referral of a provider: how far it came decides which requirements count it. */
function referral(id: string, provider: string, [month, stage]: readonly [number, number]): Journey {
  const day = (on: number) => `2021-0${4 + month}-${String(on).padStart(2, "0")}`;
  const events = [
    { kind: "referral-received", on: day(1) },
    { kind: "referral-acknowledged", on: day(2 + (stage % 3) * 6) },
    { kind: "started", on: day(12) },
    { kind: "left", on: day(27) },
  ];
  return { id, attributes: { provider }, events: events.slice(0, 1 + stage) };
}

const caseloads = fc
  .array(
    fc.array(fc.tuple(fc.integer({ min: 0, max: 2 }), fc.integer({ min: 0, max: 3 })), {
      minLength: 1,
      maxLength: 14,
    }),
    {
      minLength: 1,
      maxLength: 5,
    },
  )
  .map((providers) =>
    providers.flatMap((people, at) =>
      people.map((each, i) => referral(`P${at}-${String(i).padStart(2, "0")}`, `Provider ${at}`, each)),
    ),
  );

/** Unknown counts that are known to add up. */
interface Sum {
  readonly of: readonly string[];
  readonly to: number;
}

/** The least and most that each unknown may be, by narrowing every sum until nothing moves. */
function bounds(sums: readonly Sum[], least: (name: string) => number): Map<string, [number, number]> {
  const found = new Map(
    sums.flatMap(({ of }) => of.map((name) => [name, [least(name), Infinity] as [number, number]])),
  );
  for (let isMoving = true; isMoving; ) {
    isMoving = false;
    for (const { of, to } of sums) {
      for (const name of of) {
        const [low, high] = found.get(name)!;
        const others = of.filter((other) => other !== name).map((other) => found.get(other)!);
        const lowest = Math.max(low, to - others.reduce((sum, [, most]) => sum + most, 0));
        const highest = Math.min(high, to - others.reduce((sum, [few]) => sum + few, 0));
        if (lowest === low && highest === high) continue;
        found.set(name, [lowest, highest]);
        isMoving = true;
      }
    }
  }
  return found;
}

const cellOf = ({ requirement, by = {} }: Pick<ReportLine, "requirement" | "by">) =>
  JSON.stringify([requirement, ...Object.values(by)]);
/**
 * What somebody knows who has the report with cells withheld, the whole of the caseload beside it, and the people of
 * every provider that is shown: sums over what is withheld, by requirement and by requirement and provider.
 */
function sumsKnown(made: Report, all: Report, whole: Report): Sum[] {
  const shown = new Map(made.lines.map((line) => [cellOf(line), line]));
  const sums: Sum[] = [];
  for (const total of whole.lines.filter(({ subject }) => subject === undefined)) {
    const cells = all.lines.filter(({ requirement }) => requirement === total.requirement);
    const known = cells.filter((line) => shown.has(cellOf(line)));
    const of = cells.filter((line) => !shown.has(cellOf(line)) && line.by !== undefined).map(cellOf);
    const to = total.counted - known.reduce((sum, { counted }) => sum + counted, 0);
    if (of.length > 0 && to > 0) sums.push({ of, to });
  }
  return sums;
}

/** The names of everything in a value, at any depth. */
function keysIn(value: unknown): string[] {
  if (typeof value !== "object" || value === null) return [];
  const inside = Object.values(value).flatMap(keysIn);
  return Array.isArray(value) ? inside : [...Object.keys(value), ...inside];
}

/** What cases are broken down by, where a count of one requirement may stand under another. */
const REASONS: readonly string[] = OUTCOMES.flatMap(([, reason]) => reason ?? []);

/** Every number in a value, at any depth. */
function numbersIn(value: unknown): number[] {
  if (typeof value === "number") return [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(numbersIn) : [];
}

const options = (by: ReportOptions["by"], more: Partial<ReportOptions> = {}): ReportOptions => ({
  asAt,
  ...(by === undefined ? {} : { by }),
  ...more,
});

describe("what is withheld cannot be had back", () => {
  test.each([["provider"], ["month"], [["provider", "month"]]] as const)("of a report by %s", (by) =>
    fc.assert(
      fc.property(caseloads, (journeys) => {
        const made = report(whpJetsCv06, journeys, options(by, { suppressBelow: BELOW }));
        const all = report(whpJetsCv06, journeys, options(by));
        const whole = report(whpJetsCv06, journeys, { asAt });
        const small = (line: ReportLine) => line.counted > 0 && line.counted < BELOW;
        expect(made.lines.filter(small)).toEqual([]);
        // Neither under another requirement, nor by who it is, does it stand anywhere.
        const printed: unknown = JSON.parse(JSON.stringify(made));
        expect(keysIn(printed).filter((key) => REASONS.includes(key))).toEqual([]);
        expect(journeys.filter(({ id }) => JSON.stringify(printed).includes(`"${id}"`))).toEqual([]);
        const sums = sumsKnown(made, all, whole);
        const named = new Set((made.suppressed ?? []).map(cellOf));
        const found = bounds(sums, () => 0);
        for (const [cell, [low, high]] of found) {
          // Where a value is not named, nobody knows how many lines there are.
          if (named.has(cell)) expect([cell, high - low > 0]).toEqual([cell, true]);
        }
      }),
      { numRuns: 60 },
    ),
  );

  test("people of a provider cannot be counted from the total and the lines of the others", () =>
    fc.assert(
      fc.property(caseloads, (journeys) => {
        const made = report(whpJetsCv06, journeys, options("provider", { suppressBelow: BELOW }));
        const people = new Map<string, number>();
        for (const { attributes } of journeys) {
          const provider = attributes!.provider as string;
          people.set(provider, (people.get(provider) ?? 0) + 1);
        }
        const shown = new Set(made.lines.map(({ by }) => by?.provider));
        const given = [...people].filter(([provider]) => shown.has(provider)).map(([, count]) => count);
        const hidden = [...people].filter(([provider]) => !shown.has(provider));
        expect(given.every((count) => count >= BELOW)).toBe(true);
        expect(made.journeys).toBe(given.reduce((sum, count) => sum + count, 0));
        const named = (made.suppressed ?? []).some(({ by }) => by !== undefined);
        if (hidden.length === 0 || !(named || given.length > 0)) return;
        const to = journeys.length - made.journeys;
        const found = bounds([{ of: hidden.map(([name]) => name), to }], () => 1);
        for (const [low, high] of found.values()) expect(high).toBeGreaterThan(low);
      }),
      { numRuns: 100 },
    ));
});

describe("of three providers with 40, 30 and 3 referrals, below 10", () => {
  const sizes = { Alpha: 40, Bravo: 30, Charlie: 3 };
  const journeys = Object.entries(sizes).flatMap(([provider, size]) =>
    Array.from({ length: size }, (_, i) => referral(`${provider}${i}`, provider, [0, 2])),
  );
  const made = report(whpJetsCv06, journeys, options("provider", { suppressBelow: 10 }));

  test("the smallest is withheld with the next, and no number tells how many they have", () => {
    expect([...new Set(made.lines.flatMap(({ by }) => by?.provider ?? []))]).toEqual(["Alpha"]);
    const numbers = new Set(numbersIn({ ...made, receipt: {} }));
    expect([73, 33, 30, 3].filter((number) => numbers.has(number))).toEqual([]);
    expect(made.journeys).toBe(40);
  });
  test("both are named, and not which of them is small", () =>
    expect(made.suppressed).toEqual(
      expect.arrayContaining([
        { requirement: "css-1/acknowledged", by: { provider: "Bravo" } },
        { requirement: "css-1/acknowledged", by: { provider: "Charlie" } },
      ]),
    ));
});

test("three providers of one referral each are not named: of three together each would have one", () => {
  const journeys = ["x", "y", "z"].map((provider) => referral(provider, provider, [0, 1]));
  const {
    journeys: count,
    lines,
    suppressed,
  } = report(whpJetsCv06, journeys, options("provider", { suppressBelow: 3 }));
  expect([count, lines.filter(({ by }) => by !== undefined)]).toEqual([0, []]);
  expect(suppressed).toContainEqual({ requirement: "css-1/acknowledged" });
  expect(suppressed?.filter(({ by }) => by !== undefined)).toEqual([]);
});

describe("what is wrong with the data of a report with lines withheld", () => {
  const journeys = [
    ...Array.from({ length: 12 }, (_, i) => referral(`A${i}`, "Alpha", [0, 2])),
    { ...referral("B1", "Alpha", [0, 0]), events: [{ kind: "referral-received", on: "1 June 2021" }] },
  ];
  const { problems, problemCounts, lines } = report(whpJetsCv06, journeys, { asAt, suppressBelow: 5 });

  test("is counted, and names no referral", () => {
    expect(problemCounts.map(({ count }) => count)).toEqual([1]);
    expect(problems).toEqual([]);
  });
  test("and neither do its lines, which have no breakdown", () => {
    expect(lines.length).toBeGreaterThan(0);
    for (const line of lines) expect(Object.keys(line)).not.toEqual(expect.arrayContaining(["misses"]));
    for (const line of lines) expect(Object.keys(line)).not.toEqual(expect.arrayContaining(["excluded"]));
  });
});

describe("a share of each day of a period", () => {
  const period = { from: "2021-04-01", until: "2021-06-30" };
  const lineOf = (journeys: readonly Journey[], more: Partial<ReportOptions>) => {
    const requirements = ["css-2/backlog-share"];
    return report(whpJetsCv06, journeys, options(undefined, { period, requirements, ...more })).lines[0];
  };
  const many = (count: number, month: number) =>
    Array.from({ length: count }, (_, i) => referral(`${month}-${i}`, "Alpha", [month, 0]));

  test("keeps its days where each has many, and leaves them out where some has few", () => {
    const kept = lineOf(many(20, 0), { suppressBelow: 5 })?.daily;
    expect([kept?.of.at(-1), kept?.waiting]).toEqual([20, undefined]);
    const later = [...many(2, 0), ...many(20, 1)];
    expect(lineOf(later, {})?.daily?.of[0]).toBe(2);
    expect(JSON.stringify(lineOf(later, { suppressBelow: 5 }) ?? {})).not.toContain('"daily"');
  });

  test("leaves its days out where from one to the next few came, however many there were before", () => {
    const grown = [...many(20, 0), ...many(3, 2)];
    const whole = { period: { from: "2021-05-15", until: "2021-06-30" } };
    expect(lineOf(grown, whole)?.daily?.of).toEqual(expect.arrayContaining([20, 23]));
    expect(JSON.stringify(lineOf(grown, { ...whole, suppressBelow: 5 }) ?? {})).not.toContain("20");
  });

  test("is withheld with the lines that its days would give away", () => {
    const grown = [...many(20, 0), ...many(3, 2)];
    const { lines, suppressed } = report(
      whpJetsCv06,
      grown,
      options(["month"], {
        period: { from: "2021-04-01", until: "2021-06-30" },
        requirements: ["css-1/acknowledged", "css-2/backlog-share"],
        suppressBelow: 5,
      }),
    );
    expect(lines).toEqual([]);
    expect(suppressed).not.toEqual([]);
  });
});
