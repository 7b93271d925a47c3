import { type Kind, refuseNotJourney, refuseOther } from "../../argument.js";
import { epochDay, type IsoDate, type IsoMonth, MONTH } from "../../date/index.js";
import { ProgrammeFault } from "../../fault.js";
import { attributeText, type Caseload, eachOwn, type Journey } from "../../journey/index.js";
import { AS_AT, nested, type OptionKinds, oneOf, optionsOf, orNull, TEXT } from "../../options.js";
import { OUTCOME_OPTIONS, type OutcomeOptions, outcomesAsked } from "../../outcomes/index.js";
import { isOpen, type Outcome, type Programme, refuseNotProgramme } from "../../rules/index.js";
import {
  COHORT_COUNTS,
  type CohortRow,
  type CohortTable,
  type CohortWindow,
  lastAgeWithin,
  lastCompleteMonth,
  mergeRows,
} from "./cohort-table.js";
import { beginsAtStart, cohortTable, REFERRAL_GRACE } from "./journey-table.js";

/** An exchange, wherever one is worked with. */
export const EXCHANGE: Kind = {
  name: "an exchange of cohorts",
  from: "cohortExchange or parseExchange",
  has: {
    asAt: "",
    window: { days: 0 },
    period: {},
    cohorts: [COHORT_COUNTS],
  },
};

/**
 * One cohort as it is exchanged: whose it is, which group, and what was achieved. The first three are
 * null where nobody said. `contractor` holds the contract; `provider` delivers, itself or as its
 * subcontractor; `area` is the contract package area. `converted` holds one cumulative number for each
 * month of age that is over. The other figures are those of {@link CohortRow}.
 */
export interface ExchangedCohort extends Omit<CohortRow, "converted"> {
  readonly contractor: string | null;
  readonly provider: string | null;
  readonly area: string | null;
  readonly converted: readonly number[];
}

/**
 * Cohorts in the form in which programmes, contractors and subcontractors can be compared: which
 * groups were supported, which outcome was sought and achieved, over what period (source 003,
 * recommendation 2).
 *
 * - `outcome`: what was sought, in words or as the id of the programme's outcome; `sought`: the share
 *   of starts it was sought for, as percent text, null when none was.
 * - `window`, `cohortsBy`: until when an outcome counts, and what a cohort's month is the month of.
 * - `period`: the first and the last month of cohorts that were collected, also where nobody started.
 */
export interface CohortExchange {
  readonly format: "cohort-exchange-1";
  readonly programme: string;
  readonly outcome: string;
  readonly sought: string | null;
  readonly cohortsBy: "start" | "referral";
  readonly window: CohortWindow;
  readonly asAt: IsoDate;
  readonly period: { readonly from: IsoMonth; readonly until: IsoMonth };
  readonly cohorts: readonly ExchangedCohort[];
}

/** As at which date, which outcome, who holds the contract and which months were collected. */
export interface ExchangeOptions extends OutcomeOptions {
  readonly contractor?: string;
  /** The first and last month of cohorts; those of the caseload unless given. */
  readonly period?: CohortExchange["period"];
}

const EXCHANGE_OPTIONS: OptionKinds<ExchangeOptions> = {
  ...OUTCOME_OPTIONS,
  contractor: TEXT,
  period: nested<CohortExchange["period"]>(
    { from: MONTH, until: MONTH },
    { from: '"2021-04"', until: '"2021-06"' },
  ),
};

/** What the rows of a table of an exchange can be split by. */
export type ExchangeSplit = (typeof EXCHANGE_SPLITS)[number];

const EXCHANGE_SPLITS = ["contractor", "provider", "area", "group"] as const;
const checkSplit = orNull(oneOf(EXCHANGE_SPLITS));

/**
 * A caseload in the exchange form, split by provider and area (the journeys' attributes) and by group.
 *
 * @throws ProgrammeFault as {@link cohortTable} does; `cohorts/outcomes` when the programme has several
 * outcomes and none is named.
 *
 * @example
 * ```ts
 * import { whpJetsCv06 } from "programme-rules";
 * import { cohortExchange } from "programme-rules/cohorts";
 *
 * const journey = {
 *   id: "R1",
 *   attributes: { provider: "north", area: "cpa-1" },
 *   events: [
 *     { kind: "started", on: "2021-03-01" },
 *     { kind: "milestone-reached", on: "2021-04-30", milestone: "1000" },
 *   ],
 * };
 * const { sought, cohorts } = cohortExchange(whpJetsCv06, [journey], { asAt: "2021-05-31" });
 * sought; // => "22%"
 * cohorts[0]; // => { provider: "north", area: "cpa-1", month: "2021-03", starts: 1, converted: [0, 1, 1], … }
 * ```
 */
export function cohortExchange(
  programme: Programme,
  journeys: Caseload,
  options: ExchangeOptions,
): CohortExchange {
  refuseNotProgramme(programme);
  const { contractor = null, period, ...rest } = optionsOf(options, EXCHANGE_OPTIONS, AS_AT);
  const parts = new Map<string, Part>();
  eachOwn(journeys, programme.id, options.onProblem, (journey) => addTo(parts, journey));
  const cohorts = [...parts.values()].flatMap(({ provider, area, own }) =>
    cohortTable(programme, own, { ...rest, by: "group" }).rows.map((row) => ({
      ...row,
      contractor,
      provider,
      area,
      converted: row.converted.filter((count) => count !== null),
    })),
  );
  const { asAt, window } = cohortTable(programme, [], { ...rest, by: "group" });
  const outcome = outcomeOf(programme, rest.outcome);
  return {
    format: "cohort-exchange-1",
    programme: `${programme.id} ${programme.edition}`,
    outcome: outcome.id,
    sought: soughtOf(programme, outcome),
    cohortsBy: beginsAtStart(programme, outcome) ? "start" : "referral",
    window,
    asAt,
    period: period ?? periodOf(cohorts, lastCompleteMonth(epochDay(asAt))),
    cohorts: cohorts.sort(compareExchanged),
  };
}

/**
 * The cohort table of an exchange, for everything that takes one; split by whose the cohorts are, by
 * group, or not at all. What it is split by is `by`; cohorts that do not say have the group null.
 *
 * @example
 * ```ts
 * import { exchangeTable, readExchange } from "programme-rules/cohorts";
 *
 * const rows = [{ provider: "north", month: "2021-03", starts: "200", converted_0: "0", converted_1: "2" }];
 * const { exchanges } = readExchange(rows, { asAt: "2021-04-30", window: { days: 238, lagDays: 61 } });
 * exchangeTable(exchanges[0]!, "provider").rows[0]; // => { month: "2021-03", group: "north", starts: 200, … }
 * ```
 */
export function exchangeTable(exchange: CohortExchange, by: ExchangeSplit | null = null): CohortTable {
  refuseOther(exchange, EXCHANGE);
  checkSplit(by, "by");
  const lastAge = lastAgeOfExchange(exchange);
  const rows = mergeRows(
    exchange.cohorts.map((cohort) => tableRow(cohort, by === null ? null : cohort[by], lastAge)),
  );
  const { asAt, window } = exchange;
  const unplaced = { notStarted: 0, undetermined: 0, notApplicable: 0 };
  const lastMonth = lastCompleteMonth(epochDay(asAt));
  return { asAt, lastMonth, window, lastAge, by, rows, unplaced };
}

/** The greatest age of an exchange's cohorts, in months. */
export function lastAgeOfExchange({
  window,
  cohortsBy,
}: Pick<CohortExchange, "window" | "cohortsBy">): number {
  return lastAgeWithin(window.days) + (cohortsBy === "referral" ? REFERRAL_GRACE : 0);
}

/** Cohorts in order of whose they are, then month, then group; what is not said comes last. */
export function compareExchanged(one: ExchangedCohort, other: ExchangedCohort): number {
  for (const key of ["contractor", "provider", "area", "month", "group"] as const) {
    const [left, right] = [one[key], other[key]];
    if (left === right) continue;
    if (left === null || right === null) return left === null ? 1 : -1;
    return left < right ? -1 : 1;
  }
  return 0;
}

/** The months from the first cohort to the last. */
export function periodOf(cohorts: readonly { readonly month: IsoMonth }[], none: IsoMonth) {
  const months = cohorts.map(({ month }) => month).sort();
  return { from: months[0] ?? none, until: months.at(-1) ?? none };
}

function tableRow(cohort: ExchangedCohort, group: string | null, lastAge: number): CohortRow {
  const { month, starts, outcomes, open, closed, undetermined, mature, converted } = cohort;
  const padded = Array.from({ length: lastAge + 1 }, (_, age) => converted[age] ?? null);
  return { month, group, starts, converted: padded, outcomes, open, closed, undetermined, mature };
}

/** The journeys of one provider in one area. */
interface Part {
  readonly provider: string | null;
  readonly area: string | null;
  readonly own: Journey[];
}

function addTo(parts: Map<string, Part>, journey: Journey): void {
  refuseNotJourney(journey);
  const [provider, area] = [attributeText(journey, "provider"), attributeText(journey, "area")];
  const key = JSON.stringify([provider, area]);
  const part = parts.get(key);
  if (part === undefined) parts.set(key, { provider, area, own: [journey] });
  else part.own.push(journey);
}

/** An exchange says which outcome its counts are of: of several, one must be named. */
function outcomeOf(programme: Programme, named: string | undefined): Outcome {
  const [outcome, ...others] = outcomesAsked(programme, named);
  if (others.length === 0) return outcome!;
  throw new ProgrammeFault({
    code: "cohorts/outcomes",
    given: `outcomes ${programme.outcomes.map(({ id }) => id).join(", ")}, and none named`,
    allowed: "one outcome in an exchange",
    todo: "Name one `outcome`, and make an exchange for each.",
  });
}

function soughtOf({ minimumPerformanceLevels = [] }: Programme, { id }: Outcome): string | null {
  const level = minimumPerformanceLevels.find(
    ({ outcome, scope }) => outcome === id && scope.area === "contract" && scope.group === undefined,
  );
  return level === undefined || isOpen(level.share) ? null : level.share;
}
