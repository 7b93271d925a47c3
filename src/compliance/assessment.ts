import { argumentFault } from "../argument.js";
import { BEYOND } from "../calendar/index.js";
import { type IsoDate, isoDate } from "../date/index.js";
import {
  type Applies,
  AS_AT_OPTIONS,
  type AsAt,
  type Clocked,
  type ClockedProgramme,
  clocksOf,
  editionsOf,
  type Facts,
  isAboutReferral,
  isAskedFor,
  isDay,
  isKnown,
  JourneyReader,
} from "../deadlines/index.js";
import { isGiven, type Writable } from "../defined.js";
import { shown } from "../fault.js";
import type { Journey } from "../journey/index.js";
import { AS_AT, listOf, type OptionKinds, optionsOf, TEXT } from "../options.js";
import { type History, isHistory, type Programme, refuseUnknownRequirements } from "../rules/index.js";
import { kindOf } from "./kinds/kind-table.js";
import { type Assess, type Case, type Code, LATE, OUTCOMES, type Reason, type Verdict } from "./verdict.js";

/**
 * Assesses one journey against every requirement of a programme that is about a referral, as at a
 * date. Each requirement has at least one finding; a requirement with many cases (each contact due,
 * each missed meeting) has one a case. Of a history, each requirement is taken from the edition in force
 * on its axis: the day of the referral, of the start, or of the case's own anchor. What is wrong in the journey is
 * told to `onProblem`, and what depends on it is undetermined.
 *
 * @throws ProgrammeFault `journey/shape` for a value that is not a journey, `deadlines/as-at` for a date outside the
 * calendars, `rules/unknown-bounds` or `rules/no-edition` when no edition of a history is known to be in force.
 *
 * @throws ProgrammeFault `argument/…` for arguments forgotten, misspelt, of another kind or in another order.
 *
 * @example
 * ```ts
 * import { assess, whpJetsCv06 } from "programme-rules";
 *
 * const journey = {
 *   id: "R1",
 *   events: [
 *     { kind: "referral-received", on: "2021-04-01" },
 *     { kind: "referral-acknowledged", on: "2021-04-08" },
 *   ],
 * };
 * const [first] = assess(whpJetsCv06, journey, { asAt: "2021-04-30" });
 * first?.verdict; // => "not-met"
 * first?.reason; // => "late"
 * first?.dueOn; // => "2021-04-07"
 * ```
 */
export function assess(rules: Programme | History, journey: Journey, options: AssessOptions): Finding[] {
  const editions = editionsOf(rules);
  refuseUnknownRequirements(rules, optionsOf(options, ASSESS_OPTIONS, AS_AT).requirements);
  if (!isHistory(rules)) return assessEdition(rules, journey, options);
  return editions.flatMap(([edition, applies], i) =>
    assessEdition(edition, journey, options, applies, i === 0),
  );
}

/**
 * The result for one case of one requirement on one journey.
 *
 * - `case`: 1 for the first of its requirement, and so on, in order of date.
 * - `verdict` with its `reason`; only `met` has none.
 * - `anchor`: the event the clock runs from. `opensOn`, `dueOn`: the window, both days included.
 * - `doneOn`: the day it was done, in time or late. `workingDaysLate`: of what was done late, the
 *   working days after the due date up to that day, where bank holidays are known so far.
 * - `evidence`: places in `journey.events` of what decided it.
 * - `projected`: the due date rests on bank holidays that are not published yet.
 */
export interface Finding {
  readonly journey: string;
  readonly standard: string;
  readonly requirement: string;
  readonly case: number;
  readonly verdict: Verdict;
  readonly reason?: Reason;
  readonly anchor?: { readonly kind: string; readonly on: IsoDate; readonly knownOn?: IsoDate };
  readonly opensOn?: IsoDate;
  readonly dueOn?: IsoDate;
  readonly doneOn?: IsoDate;
  readonly workingDaysLate?: number;
  readonly evidence: readonly number[];
  readonly projected?: true;
}

/** As of an assessment; `requirements` only these, by id, whatever their standing. */
export interface AssessOptions extends AsAt {
  readonly requirements?: readonly string[];
}

export const ASSESS_OPTIONS: OptionKinds<AssessOptions> = { ...AS_AT_OPTIONS, requirements: listOf(TEXT) };

/** A requirement with its way of assessing. */
export interface Assessor extends Clocked {
  readonly assess: Assess;
}

/** The assessors of a programme: of journeys, and of the logs of a contract, its sites or teams. */
type Assessors = Readonly<Record<"journey" | "contract", readonly Assessor[]>>;

const made = new WeakMap<ClockedProgramme, Assessors>();

/** What is assessed on the journeys of a programme, and on its contract's logs; made once a programme. */
export function assessorsOf(programme: Programme): Assessors {
  const clocks = clocksOf(programme);
  let assessors = made.get(clocks);
  if (assessors === undefined) {
    const all = clocks.requirements.map((clocked) => ({ ...clocked, assess: assessOf(clocked, clocks) }));
    const isJourney = ({ requirement }: Assessor) => isAboutReferral(requirement);
    assessors = { journey: all.filter(isJourney), contract: all.filter((each) => !isJourney(each)) };
    made.set(clocks, assessors);
  }
  return assessors;
}

/** Assesses one journey against one edition of a programme: all cases, or those that fall under it. */
export function assessEdition(
  programme: Programme,
  journey: Journey,
  options: AssessOptions,
  applies?: Applies,
  tells = true,
): Finding[] {
  const findings: Finding[] = [];
  eachCase(
    programme,
    journey,
    options,
    (assessor, code, found, facts) => {
      if (applies?.(assessor.requirement.id, found.anchorDay, journey) !== false)
        findings.push(finding(assessor, code, found, facts));
    },
    tells,
  );
  return findings;
}

/** Reads a journey once, and visits each case of what is assessed of it, while its clock is wound to it. */
export function eachCase(
  programme: Programme,
  journey: Journey,
  options: AssessOptions,
  visit: (assessor: Assessor, code: Code, found: Case, facts: Facts) => void,
  tells = true,
): void {
  const reader = new JourneyReader(programme, options);
  reader.read(journey);
  if (tells) reader.tellProblems();
  const { facts } = reader;
  for (const assessor of assessorsOf(programme).journey) {
    if (!isWanted(programme, assessor, options)) continue;
    assessor.assess(facts, (code, found) => visit(assessor, code, found, facts));
  }
}

/** Whether a requirement is assessed: its standing allows it, and it is among those asked for, if any are. */
export function isWanted(
  programme: Programme,
  { standard, requirement }: Clocked,
  options: AssessOptions,
): boolean {
  if (options.requirements !== undefined) return options.requirements.includes(requirement.id);
  return isAskedFor(programme, standard, options);
}

/** The finding of a case, with its days as dates; field by field, as spreading takes longer than all the assessing. */
export function finding({ standard, requirement }: Clocked, code: Code, found: Case, facts: Facts): Finding {
  const [verdict, reason] = OUTCOMES[code]!;
  const { opens, due, done } = found;
  // Its evidence follows, where a reader looks for it.
  const made = {
    journey: facts.journey.id,
    standard: standard.id,
    requirement: requirement.id,
    case: found.number,
    verdict,
  } as Writable<Finding>;
  if (reason !== undefined) made.reason = reason;
  if (isDay(found.anchorDay)) made.anchor = anchorOf(found, facts);
  if (isDay(opens)) made.opensOn = isoDate(opens);
  if (isDay(due)) made.dueOn = isoDate(due);
  if (isDay(done)) made.doneOn = isoDate(done);
  const late = code === LATE && isKnown(due) ? facts.calendar?.count(due, done) : undefined;
  if (late !== undefined && Math.abs(late) < BEYOND) made.workingDaysLate = late;
  made.evidence = evidenceOf(found, facts);
  if (isKnown(due) && facts.calendar?.isProjected(due) === true) made.projected = true;
  return made;
}

function evidenceOf({ anchorAt, doneAt }: Case, { index }: Facts): number[] {
  const places: number[] = [];
  if (anchorAt >= 0) places.push(index[anchorAt]!);
  if (doneAt >= 0) places.push(index[doneAt]!);
  return places;
}

function anchorOf({ anchorAt, anchorDay }: Case, facts: Facts): NonNullable<Finding["anchor"]> {
  const on = isoDate(anchorDay);
  if (anchorAt < 0) return { kind: "previous-due-date", on };
  const { kind, knownOn } = facts.event(anchorAt);
  return isGiven(knownOn) ? { kind, on, knownOn } : { kind, on };
}

function assessOf(clocked: Clocked, clocks: ClockedProgramme): Assess {
  const { requirement } = clocked;
  return kindOf(requirement).assess(requirement, clocked, clocks.compiler, (id) => {
    const other = clocks.requirements.find((each) => each.requirement.id === id);
    if (other !== undefined && other.requirement !== requirement) return assessOf(other, clocks);
    // Only an unchecked programme gets here.
    throw argumentFault(
      "programme",
      `the programme ${clocks.programme.id}, whose ${requirement.id} is a share of cases of ${shown(id)}`,
      "a share of cases of another requirement of the programme",
      "Check it with defineProgramme.",
    );
  });
}
