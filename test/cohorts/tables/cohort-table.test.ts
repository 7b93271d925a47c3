import { type CohortTable, cohortTableFromCounts, mergeCohortTables } from "programme-rules/cohorts";
import { expect, test } from "vitest";

const counts = (starts: number, converted: number[]) =>
  cohortTableFromCounts([{ month: "2021-01", starts, converted }], {
    asAt: "2021-03-31",
    window: { days: 238, lagDays: 61 },
  });

/** A table as one that was made from people, with what only people show. */
const ofPeople = (table: CohortTable, known: Partial<CohortTable["rows"][number]>, unplaced: number[]) => ({
  ...table,
  rows: table.rows.map((row) => ({ ...row, ...known })),
  unplaced: { notStarted: unplaced[0]!, undetermined: unplaced[1]!, notApplicable: unplaced[2]! },
});
const north = ofPeople(counts(10, [0, 1, 2]), { open: 8, closed: 0, undetermined: 3 }, [1, 2, 4]);
const south = ofPeople(counts(20, [1, 3, 3]), { open: 17, closed: 2, undetermined: 4 }, [8, 16, 32]);

test("everything counted is added up, what is in no cohort too", () => {
  const { rows, unplaced } = mergeCohortTables([north, south]);
  expect(unplaced).toEqual({ notStarted: 9, undetermined: 18, notApplicable: 36 });
  expect(rows).toHaveLength(1);
  expect(rows[0]).toMatchObject({ starts: 30, open: 25, closed: 2, undetermined: 7 });
  expect(rows[0]?.converted.slice(0, 3)).toEqual([1, 4, 5]);
});

test("what one of two does not know the whole does not know", () => {
  const silent = ofPeople(counts(20, [1, 3, 3]), { open: null, closed: null }, [0, 0, 0]);
  expect(mergeCohortTables([north, silent]).rows[0]).toMatchObject({ open: null, closed: null });
  expect(mergeCohortTables([silent, north]).rows[0]).toMatchObject({ open: null, closed: null });
});

test("tables of another grain are refused with both grains, none with what to begin with", () => {
  const later = cohortTableFromCounts([], { asAt: "2021-04-30", window: { days: 238, lagDays: 61 } });
  expect(() => mergeCohortTables([north, later])).toThrow(
    "Not accepted: tables as at 2021-03-31, 238 days and 61 of lag, ages to 8, not split; and as at 2021-04-30, 238 days and 61 of lag, ages to 8, not split. Expected tables of the same as-at date, window, ages and split. Make the tables again with the same options.",
  );
  expect(() => mergeCohortTables([])).toThrow(
    "Not accepted: no tables. Expected at least one table. Begin with the table of an empty caseload.",
  );
});

test("tables split by different things are not parts of one whole", () => {
  const [byProvider, bySite] = [
    { ...north, by: "provider" },
    { ...south, by: "site" },
  ];
  expect(() => mergeCohortTables([byProvider, bySite])).toThrow("ages to 8, split by provider; and as at");
  expect(() => mergeCohortTables([byProvider, south])).toThrow("not split");
  expect(mergeCohortTables([byProvider, { ...south, by: "provider" }]).by).toBe("provider");
});

test("rows stand by month, then by group, and those of no group last", () => {
  const split = (month: string, group: string | null) => ({
    ...north,
    by: "provider",
    rows: north.rows.map((row) => ({ ...row, month, group })),
  });
  const parts = [split("2021-02", "a"), split("2021-01", null), split("2021-01", "b"), split("2021-01", "a")];
  expect(mergeCohortTables(parts).rows.map(({ month, group }) => `${month} ${group}`)).toEqual([
    "2021-01 a",
    "2021-01 b",
    "2021-01 null",
    "2021-02 a",
  ]);
});
