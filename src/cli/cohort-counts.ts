import type { CohortCount } from "../cohorts/index.js";
import { ProgrammeFault, shown } from "../fault.js";
import { fieldsOf } from "./contract-log.js";

/**
 * Cohort counts as JSON has them: a list, each with its month, starts and converted.
 *
 * @throws {@link ProgrammeFault} `cli/cohort-counts` for anything else.
 */
export function cohortCounts(value: unknown, file: string): readonly CohortCount[] {
  const isCount = (each: unknown): boolean => {
    const { month, starts, converted } = fieldsOf(each);
    return typeof month === "string" && typeof starts === "number" && Array.isArray(converted);
  };
  if (Array.isArray(value) && value.every(isCount)) return value as CohortCount[];
  throw new ProgrammeFault({
    code: "cli/cohort-counts",
    given: `the cohorts in ${shown(file)}, which are not a list of counts`,
    allowed:
      '[{ "month": "2021-03", "starts": 200, "converted": [0, 2, 5] }, …], by the end of each month of age',
    todo: "Correct the file.",
  });
}
