import { type CohortCount, type CohortTable, cohortTable, cohortTableFromCounts } from "../cohorts/index.js";
import { ProgrammeFault } from "../fault.js";
import type { LevelCohorts } from "../review/index.js";
import type { Programme } from "../rules/index.js";
import { cohortCounts } from "./cohort-counts.js";
import { fieldsOf } from "./contract-log.js";
import { fileOf, type Read, type ReviewFileOptions } from "./review-files.js";

/** The cohorts of the file, or the caseload's own where it holds only a profile; none without outcomes. */
export function levelCohorts(
  { programme, asAt, journeys }: Read,
  { cohorts: file, seed }: ReviewFileOptions,
): readonly LevelCohorts[] {
  const given = fileOf<unknown>(file);
  const files = (Array.isArray(given) ? given : [given]).map((each) => fieldsOf(each) as CohortFile);
  if (programme.outcomes.length === 0) return [];
  const levels = programme.minimumPerformanceLevels ?? [];
  if (given === undefined && levels.length !== 1) return [];
  let own: CohortTable | undefined;
  return files.map(({ id, counts, profile, level }: CohortFile) => {
    if (counts === undefined) own ??= cohortTable(programme, journeys, { asAt: asAt.asAt });
    return {
      table:
        counts === undefined
          ? own!
          : cohortTableFromCounts(cohortCounts(counts, file!), {
              asAt: asAt.asAt,
              window: windowOf(programme),
            }),
      ...(id === undefined ? {} : { id }),
      ...(profile === undefined ? {} : { profile }),
      ...(level === undefined ? {} : { level }),
      ...(seed === undefined ? {} : { chance: { seed } }),
    };
  });
}

interface CohortFile extends Omit<LevelCohorts, "table"> {
  readonly counts?: readonly CohortCount[];
}

/** How long the programme's outcome may take, and the longest wait for a claim. */
function windowOf({ id, outcomes }: Programme) {
  const [outcome] = outcomes;
  if (outcome !== undefined && "days" in outcome.within) {
    const { days } = outcome.within;
    const claim = outcome.claimWithin;
    return { days, lagDays: claim !== undefined && "days" in claim ? claim.days - days : 0 };
  }
  throw new ProgrammeFault({
    code: "cli/cohorts",
    given: `cohort counts for ${id}, whose outcome has no window in days`,
    allowed: "a programme with an outcome within so many days",
    todo: "Leave the counts out, and give a caseload with its outcomes.",
  });
}
