import { type EpochDay, type IsoMonth, isoDate, monthOf } from "../../date/index.js";
import { ProgrammeFault, shown } from "../../fault.js";
import { AskedAttributes, attributeText, type Caseload, eachOwn } from "../../journey/index.js";
import { AS_AT, type OptionKinds, optionsOf, TEXT, wholeNumber } from "../../options.js";
import { type Judgement, OUTCOME_OPTIONS, type OutcomeOptions, OutcomeReader } from "../../outcomes/index.js";
import { type Outcome, type Programme, refuseNotProgramme } from "../../rules/index.js";
import {
  type CohortRow,
  type CohortTable,
  type CohortWindow,
  compareRows,
  lastAgeWithin,
  lastCompleteMonth,
  monthsFrom,
} from "./cohort-table.js";

/** As at which date, which outcome, and how the table is cut. */
export interface CohortOptions extends OutcomeOptions {
  /** `"group"`, or an attribute of the journeys (`"provider"`, `"site"` …) to split the rows by; one that none has is a problem. */
  readonly by?: string;
  /** The greatest age kept, in months; as great as the outcome window reaches unless given. */
  readonly lastAge?: number;
}

const COHORT_OPTIONS: OptionKinds<CohortOptions> = {
  ...OUTCOME_OPTIONS,
  by: TEXT,
  lastAge: wholeNumber(0),
};

/** Cohorts that begin before the start (at the referral) may take this much longer, in months. */
export const REFERRAL_GRACE = 6;

/**
 * The cohort table of a caseload: for each month of starting (of referral where the programme's
 * `cohortBy` says so), how many started and how many had converted by the end of each month of age.
 * The day decides first whether an outcome counts, and only then its month is taken.
 *
 * @throws ProgrammeFault `outcomes/none` or `outcomes/unknown` when the programme has no such
 * outcome, `cohorts/window` when its outcomes differ in length and none is named, `cohorts/age` when
 * someone converted at a greater age than `lastAge`.
 *
 * @throws ProgrammeFault `argument/…` for arguments forgotten, misspelt, of another kind or in another order;
 * `argument/list` for one journey where a list belongs.
 *
 * @example
 * ```ts
 * import { whpJetsCv06 } from "programme-rules";
 * import { cohortTable } from "programme-rules/cohorts";
 *
 * const person = (id: string, on: string, ...earned: string[]) => ({
 *   id,
 *   events: [
 *     { kind: "started", on },
 *     ...earned.map((day) => ({ kind: "milestone-reached", on: day, milestone: "1000" })),
 *   ],
 * });
 * const caseload = [person("R1", "2021-03-01", "2021-04-30"), person("R2", "2021-03-31")];
 * const { rows, lastMonth } = cohortTable(whpJetsCv06, caseload, { asAt: "2021-06-15" });
 * lastMonth; // => "2021-05"
 * rows[0]?.starts; // => 2
 * rows[0]?.converted; // => [0, 1, 1, null, null, null, null, null, null]
 * ```
 */
export function cohortTable(programme: Programme, journeys: Caseload, options: CohortOptions): CohortTable {
  refuseNotProgramme(programme);
  const { by, lastAge: oldest, ...rest } = optionsOf(options, COHORT_OPTIONS, AS_AT);
  const reader = new OutcomeReader(programme, rest);
  const window = windowOf(reader);
  const lastAge = oldest ?? usualLastAge(programme, reader, window.days);
  const attributes = new AskedAttributes(by === undefined ? [] : [by]);
  const { asAt } = reader;
  const tallies = new Map<string, CohortTally>();
  const unplaced = { notStarted: 0, undetermined: 0, notApplicable: 0 };
  eachOwn(journeys, programme.id, options.onProblem, (journey) => {
    const { judgement } = reader.judge(journey);
    attributes.read(journey);
    if (judgement === undefined) unplaced.notApplicable += 1;
    else if (judgement.status === "not-started") unplaced.notStarted += 1;
    else if (!(judgement.cohort <= asAt)) unplaced.undetermined += 1;
    else {
      const month = monthOf(judgement.cohort);
      const group = by === undefined ? null : attributeText(journey, by);
      const key = `${month}${group === null ? "" : `=${group}`}`;
      const tally = tallies.get(key) ?? new CohortTally(month, group, lastAge);
      tallies.set(key, tally);
      tally.add(judgement, asAt);
    }
  });
  for (const problem of attributes.problems()) options.onProblem?.(problem);
  const lastMonth = lastCompleteMonth(asAt);
  const rows = [...tallies.values()].map((tally) => tally.row(lastMonth)).sort(compareRows);
  return { asAt: isoDate(asAt), lastMonth, window, lastAge, by: by ?? null, rows, unplaced };
}

function windowOf({ rules, lagDays }: OutcomeReader): CohortWindow {
  const windows = rules.map(({ qualifying, claimDays }) => ({
    days: qualifying,
    lagDays: Math.max(lagDays, (claimDays ?? qualifying) - qualifying),
  }));
  const [first, ...others] = windows;
  if (others.every(({ days, lagDays }) => days === first!.days && lagDays === first!.lagDays)) return first!;
  const said = windows.map(({ days, lagDays }) => `${days} days (known by day ${days + lagDays})`);
  throw new ProgrammeFault({
    code: "cohorts/window",
    given: `outcomes with windows of ${said.join(" and ")}`,
    allowed: "one length of window in a table",
    todo: "Name one `outcome`, and make a table for each.",
  });
}

function usualLastAge(programme: Programme, { rules }: OutcomeReader, days: number): number {
  const isByStart = rules.every(({ outcome }) => beginsAtStart(programme, outcome));
  return lastAgeWithin(days) + (isByStart ? 0 : REFERRAL_GRACE);
}

/** Whether a person's cohort is the month from which the outcome's days are counted. */
export function beginsAtStart({ cohortBy }: Programme, { after }: Outcome): boolean {
  return JSON.stringify(cohortBy ?? after) === JSON.stringify(after);
}

/** A cohort being counted. */
class CohortTally {
  starts = 0;
  outcomes = 0;
  open = 0;
  closed = 0;
  undetermined = 0;
  matureConverted = 0;
  mature = 0;
  readonly #atAge: number[];

  constructor(
    readonly month: IsoMonth,
    readonly group: string | null,
    lastAge: number,
  ) {
    this.#atAge = new Array<number>(lastAge + 1).fill(0);
  }

  /** Counts someone of this cohort. */
  add({ status, closes, met }: Judgement, asAt: EpochDay): void {
    this.starts += 1;
    if (status === "converted") this.#convert(monthsFrom(this.month, monthOf(met)));
    else if (status === "open") this.open += 1;
    else if (status === "window-closed") this.closed += 1;
    else this.undetermined += 1;
    if (closes >= asAt) return;
    this.mature += 1;
    if (status === "converted") this.matureConverted += 1;
  }

  #convert(age: number): void {
    const lastAge = this.#atAge.length - 1;
    if (age > lastAge)
      throw new ProgrammeFault({
        code: "cohorts/age",
        given: `an outcome at an age of ${age} months and lastAge ${shown(lastAge)}`,
        allowed: "a lastAge that no outcome exceeds",
        todo: `Raise \`lastAge\` to ${age} or more.`,
      });
    this.#atAge[age]! += 1;
    this.outcomes += 1;
  }

  row(lastMonth: IsoMonth): CohortRow {
    const seen = monthsFrom(this.month, lastMonth);
    let sum = 0;
    const converted = this.#atAge.map((count, age) => {
      sum += count;
      return age <= seen ? sum : null;
    });
    const { month, group, starts, outcomes, open, closed, undetermined } = this;
    const mature = { count: this.matureConverted, of: this.mature };
    return { month, group, starts, converted, outcomes, open, closed, undetermined, mature };
  }
}
