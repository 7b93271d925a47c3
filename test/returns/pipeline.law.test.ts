import fc from "fast-check";
import { workProgrammeRegimeV2 } from "programme-rules/programmes";
import { checkPipeline, type PipelineRow } from "programme-rules/returns";
import { expect, test } from "vitest";

const rows: fc.Arbitrary<PipelineRow[]> = fc.array(
  fc.record({
    group: fc.constantFrom("pg1", "pg2", "pg9"),
    cohort: fc.constantFrom("2013-11", "2013-12", "2014-01", "2014-02"),
    count: fc.nat({ max: 4 }),
  }),
  { maxLength: 12 },
);
const some = rows.filter((file) => file.length > 0);
const check = (thisMonth: readonly PipelineRow[], lastMonth: readonly PipelineRow[]) =>
  checkPipeline(workProgrammeRegimeV2, { inMonth: "2014-03", thisMonth, lastMonth });
const total = (file: readonly PipelineRow[], group: string, cohort: string) =>
  file
    .filter((row) => row.group === group && row.cohort === cohort)
    .reduce((sum, { count }) => sum + count, 0);

test("a cell differs exactly when its rows add up to something else, the new cohort apart", () =>
  fc.assert(
    fc.property(some, some, (thisMonth, lastMonth) => {
      const { differences, newCohort } = check(thisMonth, lastMonth);
      for (const group of ["pg1", "pg2", "pg9"]) {
        for (const cohort of ["2013-11", "2013-12", "2014-01", "2014-02"]) {
          const change = total(thisMonth, group, cohort) - total(lastMonth, group, cohort);
          const listed = differences.find((each) => each.group === group && each.cohort === cohort);
          expect(listed?.change ?? 0).toBe(cohort === newCohort ? 0 : change);
        }
      }
    }),
  ));

test("a file against itself has no difference", () =>
  fc.assert(
    fc.property(some, (file) => {
      expect(check(file, file)).toMatchObject({ differences: [], exempt: [], checkErrors: false });
    }),
  ));

test("the order of the rows and how they are split change nothing", () =>
  fc.assert(
    fc.property(some, some, (thisMonth, lastMonth) => {
      const halves = thisMonth.flatMap((row) => {
        const half = Math.floor(row.count / 2);
        return [
          { ...row, count: half },
          { ...row, count: row.count - half },
        ];
      });
      expect(check(halves.reverse(), lastMonth)).toEqual(check(thisMonth, lastMonth));
    }),
  ));

test("differences and exemptions add up to what the whole file gained", () =>
  fc.assert(
    fc.property(some, some, (thisMonth, lastMonth) => {
      const { differences, exempt } = check(thisMonth, lastMonth);
      const sum = (file: readonly PipelineRow[]) => file.reduce((people, { count }) => people + count, 0);
      expect([...differences, ...exempt].reduce((people, { change }) => people + change, 0)).toBe(
        sum(thisMonth) - sum(lastMonth),
      );
    }),
  ));
