import { type IsoDate, isoDate } from "../date/index.js";
import { AS_AT_OPTIONS, clocksOf, editionFor, JourneyReader, NEVER } from "../deadlines/index.js";
import { defined } from "../defined.js";
import type { Journey } from "../journey/index.js";
import { AS_AT, type OptionKinds, optionsOf } from "../options.js";
import {
  type History,
  type Indicator,
  type Programme,
  refuseNotProgramme,
  sayIndicator,
} from "../rules/index.js";
import type { OutcomeOptions } from "./assessment.js";
import { OutcomeRule } from "./outcome-rule.js";

/**
 * Whether one person has come so far as an indicator asks: `reached` with the day by which it was,
 * `not-reached`, `not-started`, or `undetermined` where a record that decides it cannot be read, or the data has none.
 */
export interface IndicatorAssessment {
  readonly journey: string;
  readonly indicator: string;
  readonly title: string;
  readonly status: "reached" | "not-reached" | "not-started" | "undetermined";
  readonly reachedOn?: IsoDate;
}

/**
 * How far one person has come by each indicator of a programme, as at a date: first earnings, £1,000,
 * £2,000. An indicator is reached by its event, or on the day on which dated `earnings` since the start
 * come to its threshold; what is higher on the scale of its event (£2,000 above £1,000) says that it was reached
 * by that day. It is progress that foretells an outcome, and never one itself (source 001,
 * paragraph 16). Of a history, the indicators are those of the edition whose outcome `assessOutcome` takes.
 *
 * @throws ProgrammeFault `journey/shape` for a value that is not a journey, `rules/unknown-bounds` or
 * `rules/no-edition` when no edition of a history is known to be in force.
 *
 * @example
 * ```ts
 * import { assessIndicators, whpCoreCv04 } from "programme-rules";
 *
 * const journey = {
 *   id: "R1",
 *   events: [
 *     { kind: "started", on: "2021-03-01" },
 *     { kind: "earnings", on: "2021-04-30", pence: 60_000 },
 *     { kind: "earnings", on: "2021-05-28", pence: 60_000 },
 *   ],
 * };
 * const found = assessIndicators(whpCoreCv04, journey, { asAt: "2021-06-30" });
 * found.map(({ indicator, reachedOn }) => `${indicator} ${reachedOn ?? "–"}`).slice(0, 3);
 * // => ["first-earnings 2021-04-30", "earnings-1000 2021-05-28", "earnings-2000 –"]
 * ```
 */
export function assessIndicators(
  rules: Programme | History,
  journey: Journey,
  options: Pick<OutcomeOptions, "asAt" | "onProblem">,
): IndicatorAssessment[] {
  const programme = editionFor(rules, journey);
  refuseNotProgramme(programme);
  const { asAt, onProblem } = optionsOf(options, INDICATOR_OPTIONS, AS_AT);
  const reader = new JourneyReader(
    programme,
    defined({ asAt, beyondPublished: "project" as const, onProblem }),
  );
  reader.read(journey);
  reader.tellProblems();
  const { facts } = reader;
  return rulesOf(programme).map(({ indicator, rule }) => {
    const about = { journey: journey.id, indicator: indicator.id, title: sayIndicator(indicator) };
    const start = rule.after.firstDay(facts) ?? NEVER;
    if (rule.after.isUncertain(facts)) return { ...about, status: "undetermined" };
    if (start === NEVER) return { ...about, status: "not-started" };
    const [recorded = NEVER] = rule.daysMet(facts, start);
    const first = Math.min(recorded, rule.dayMetBy(facts, start));
    if (first < NEVER) return { ...about, status: "reached", reachedOn: isoDate(first) };
    const isUnknown = rule.isUnreadable(facts, start) || rule.isNotRecorded(facts);
    return { ...about, status: isUnknown ? "undetermined" : "not-reached" };
  });
}

const INDICATOR_OPTIONS: OptionKinds<Pick<OutcomeOptions, "asAt" | "onProblem">> = {
  asAt: AS_AT_OPTIONS.asAt,
  onProblem: AS_AT_OPTIONS.onProblem,
};

interface IndicatorRule {
  readonly indicator: Indicator;
  readonly rule: OutcomeRule;
}

const made = new WeakMap<Programme, readonly IndicatorRule[]>();

/** Indicators as outcomes without an end: the same events and earnings, counted from the same start. */
function rulesOf(programme: Programme): readonly IndicatorRule[] {
  const known = made.get(programme);
  if (known !== undefined) return known;
  const { compiler } = clocksOf(programme);
  const after = programme.outcomes[0]?.after ?? "started";
  const rules = (programme.indicators ?? []).map((indicator) => {
    const { id, title, event, threshold } = indicator;
    const outcome = { id, title, after, event, within: { days: NEVER }, ...(threshold && { threshold }) };
    return { indicator, rule: new OutcomeRule(outcome, compiler) };
  });
  made.set(programme, rules);
  return rules;
}
