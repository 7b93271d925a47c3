import fc from "fast-check";
import { type Journey, type ReportLine, report, whpJetsCv06 } from "programme-rules";
import { cohortTableFromCounts } from "programme-rules/cohorts";
import { interventionGrounds } from "programme-rules/regime";
import { returnsDue } from "programme-rules/returns";
import {
  assuranceGrounds,
  checkProviderActionPlan,
  type ReviewInput,
  reviewMarkdown,
  reviewPack,
} from "programme-rules/review";
import { expect, test } from "vitest";

const asAt = "2021-06-30";
const journeys = [{ id: "R1", events: [{ kind: "referral-received", on: "2021-06-01" }] }];
const profile = ["0%", "1%", "3%", "6%", "10%", "14%", "17.5%", "20%", "22%"];
const window = { days: 238, lagDays: 61 };
const table = cohortTableFromCounts([{ month: "2021-05", starts: 200, converted: [0, 1] }], { asAt, window });
const base: ReviewInput = { programme: whpJetsCv06, report: report(whpJetsCv06, journeys, { asAt }) };
const reviews = [{ reportedOn: "2019-05-01", rating: "weak", reasons: ["claims"] }];
const material: Partial<ReviewInput> = {
  before: report(whpJetsCv06, journeys, { asAt: "2021-05-31" }),
  byPartner: report(whpJetsCv06, journeys, { asAt, by: "provider" }),
  cohorts: { table, profile },
  relative: { metric: "outcomes", contracts: [{ id: "a", share: { count: 1, of: 2 }, rank: 1, of: 1 }] },
  interventions: interventionGrounds({ programme: whpJetsCv06 }, { asAt }),
  plan: checkProviderActionPlan(whpJetsCv06, {}, { asAt }),
  assurance: { reviews, grounds: assuranceGrounds(reviews, { asAt }) },
  returns: returnsDue(whpJetsCv06, { from: "2021-06-01", to: "2021-07-31" }),
};
const some = fc.subarray(Object.keys(material) as (keyof typeof material)[]);
const withParts = (names: readonly string[]): ReviewInput => ({
  ...base,
  ...Object.fromEntries(Object.entries(material).filter(([name]) => names.includes(name))),
});

test("whatever is given, every item of the agenda is there once, filled or blank", () => {
  fc.assert(
    fc.property(some, (names) => {
      const { sections } = reviewPack(withParts(names));
      const agenda = whpJetsCv06.regime.meetings[0].agenda.map(({ id }) => id as string);
      expect(sections.map(({ id }) => id).filter((id) => agenda.includes(id))).toEqual(agenda);
      expect(sections.every(({ blocks }) => blocks.length > 0)).toBe(true);
    }),
  );
});

test("more material never leaves more blanks", () => {
  fc.assert(
    fc.property(some, some, (one, other) => {
      const more = reviewPack(withParts([...one, ...other])).blanks;
      expect(more).toBeLessThanOrEqual(reviewPack(withParts(one)).blanks);
    }),
  );
});

test("blanks are counted as they are printed", () => {
  fc.assert(
    fc.property(some, (names) => {
      const pack = reviewPack(withParts(names));
      expect(reviewMarkdown(pack).split("▢").length - 1).toBe(pack.blanks);
    }),
  );
});

const BELOW = 5;
const FIRST = "css-1/acknowledged";

/** Partners of different sizes, each person acknowledged in time, late or not at all, and started late or not at all. */
const caseloads = fc
  .array(fc.array(fc.tuple(fc.integer({ min: 0, max: 2 }), fc.boolean()), { minLength: 1, maxLength: 12 }), {
    minLength: 2,
    maxLength: 5,
  })
  .map((partners) =>
    partners.flatMap((people, at) =>
      people.map(
        ([acknowledged, isStarted], i): Journey => ({
          id: `P${at}-${i}`,
          attributes: { provider: `Partner ${at}` },
          events: [
            { kind: "referral-received", on: "2021-04-01" },
            ...(acknowledged === 2
              ? []
              : [{ kind: "referral-acknowledged", on: `2021-04-${acknowledged === 0 ? "06" : "19"}` }]),
            ...(isStarted ? [{ kind: "started", on: "2021-04-26" }] : []),
          ],
        }),
      ),
    ),
  );

test("what is withheld of partners stands in no table, and the whole less the others does not tell how all of it came out", () => {
  let withheldCells = 0;
  fc.assert(
    fc.property(caseloads, (journeys) => {
      const whole = report(whpJetsCv06, journeys, { asAt });
      const byPartner = report(whpJetsCv06, journeys, { asAt, by: "provider", suppressBelow: BELOW });
      const { sections } = reviewPack({ programme: whpJetsCv06, report: whole, byPartner });
      const tables = sections
        .find(({ id }) => id === "supply-chain")!
        .blocks.flatMap((each) => (each.kind === "table" ? [each] : []));
      const matrix = tables.find(({ title }) => title === "What is not met, by who delivers");
      const linesOf = (requirement: string) =>
        byPartner.lines.filter((line) => line.requirement === requirement && line.by !== undefined);
      for (const [requirement = "", , ...cells] of matrix?.rows ?? []) {
        const shown = new Map(linesOf(requirement).map((line) => [line.by!.provider, line]));
        cells.forEach((cell, i) => {
          const line = shown.get(matrix!.head[i + 2]!);
          if (line === undefined) withheldCells++;
          expect(line === undefined ? cell === "withheld" : /%|^–$/.test(cell)).toBe(true);
        });
      }
      const overview = tables.find(({ title }) => title.startsWith("By provider"));
      for (const [name, cases] of overview?.rows ?? []) {
        const line = linesOf(FIRST).find(({ by }) => by!.provider === name);
        expect(cases).toBe(line === undefined ? "withheld" : String(line.counted));
      }
      for (const total of whole.lines) {
        const shown = linesOf(total.requirement);
        if (!(byPartner.suppressed ?? []).some(({ requirement }) => requirement === total.requirement))
          continue;
        if (shown.every(({ counted }) => counted === 0)) continue;
        const restOf = (part: "counted" | "met" | "notMet") =>
          total[part] - shown.reduce((sum, line) => sum + line[part], 0);
        const isMixed = (line: Pick<ReportLine, "counted">, part: number) => part > 0 && part < line.counted;
        const counted = restOf("counted");
        expect(total.counted === 0 || counted >= BELOW).toBe(true);
        for (const part of ["met", "notMet"] as const)
          if (isMixed(total, total[part])) expect(isMixed({ counted }, restOf(part))).toBe(true);
      }
    }),
    { numRuns: 60 },
  );
  expect(withheldCells).toBeGreaterThan(0);
});
