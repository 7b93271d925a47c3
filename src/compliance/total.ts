import { type EpochDay, type IsoMonth, lastOfMonth, monthOf, nextMonth } from "../date/index.js";
import type { Compiler, Facts, Matches } from "../deadlines/index.js";
import { isCeiling, isOpen, openTarget, reaches, type TotalRequirement } from "../rules/index.js";
import type { Series } from "./line.js";
import { type Code, IS_MET, MISSING_DATA, MISSING_PARAMETER, NOT_DONE } from "./verdict.js";

/** The events of one total, counted by month over a caseload. */
export class Totals {
  readonly #events: Matches;
  readonly #counts: Record<IsoMonth, number> = {};
  readonly #rule: TotalRequirement;

  constructor(rule: TotalRequirement, compiler: Compiler) {
    this.#rule = rule;
    this.#events = compiler.matches(rule.count);
  }

  add(facts: Facts): void {
    const day = this.#events.firstDay(facts);
    if (day === undefined) return;
    const month = monthOf(day);
    this.#counts[month] = (this.#counts[month] ?? 0) + 1;
  }

  /** The counts against the plan. */
  series(from: IsoMonth | undefined): Series {
    return { counts: this.#counts, planned: this.#rule.against, ...(from === undefined ? {} : { from }) };
  }
}

/**
 * The outcome of each complete month of a plan: met when the count by its end reaches the target's
 * share of the plan. A cumulative count never falls, so a plan that holds at each month's end holds on
 * every day until the next. Undetermined when the plan, the target or the first month is not known.
 */
export function totalCodes(target: TotalRequirement["target"], series: Series, asAt: EpochDay): Code[] {
  const { counts, planned, from } = series;
  if (isOpen(planned) || openTarget(target) !== undefined) return [MISSING_PARAMETER];
  if (from === undefined) return [MISSING_DATA];
  const codes: Code[] = [];
  let month = from;
  let total = 0;
  for (const [each, count] of Object.entries(counts)) if (each < from) total += count;
  for (const expected of planned) {
    if (lastOfMonth(month) > asAt) break;
    total += counts[month] ?? 0;
    codes.push(meets(target, total, expected) ? IS_MET : NOT_DONE);
    month = nextMonth(month);
  }
  return codes;
}

/** Whether a count reaches the target's share of a plan, as whole numbers; more than planned is its whole. */
function meets(target: TotalRequirement["target"], total: number, planned: number): boolean {
  if (!isCeiling(target)) return reaches(target, { count: Math.min(total, planned), of: planned });
  return planned === 0 ? total === 0 : reaches(target, { count: total, of: planned });
}
