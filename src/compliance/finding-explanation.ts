import { isoDate } from "../date/index.js";
import {
  type AsAt,
  asAtOptions,
  BetweenState,
  clocksOf,
  editionsOf,
  type Facts,
  isDay,
  JointState,
  JourneyReader,
  NEVER,
} from "../deadlines/index.js";
import { defined } from "../defined.js";
import { type ExplainedEvent, type Explanation, sentenceOf } from "../explanation/index.js";
import type { Journey } from "../journey/index.js";
import {
  type EventMatch,
  eventOf,
  type History,
  isOpen,
  matchTitles,
  type Programme,
  type Requirement,
  sayRequirement,
  stateTitle,
} from "../rules/index.js";
import {
  type AssessOptions,
  type Assessor,
  assessorsOf,
  eachCase,
  type Finding,
  finding as findingOf,
} from "./assessment.js";
import { spareOf } from "./day-count.js";
import { absentOf, conditionsOf, missingOf, named, workOf } from "./evidence.js";
import { kindOf } from "./kinds/kind-table.js";
import { isAsStored, noSuchFinding, refuseNotOf, type StoredFinding } from "./stored-finding.js";
import {
  type Case,
  CLOCK_NEVER_STARTED,
  type Code,
  LEAVING_NOT_RECORDED,
  MET,
  MISSING_PARAMETER,
  NOT_DONE,
  NOT_MET,
  NOT_YET_DUE,
  NOTHING_TO_COUNT,
  VERDICT_OF,
} from "./verdict.js";

/**
 * Why a finding is what it is: the facts, the counting day by day, and one plain sentence that can be
 * checked on a wall calendar. Sentences may be reworded between releases; verdict and reason may not. A
 * finding of a history is explained under the edition that it came from.
 *
 * A finding that was stored is explained as long as the journey gives it: a case of the same number with the same
 * verdict, reason, anchor and days. Its `evidence` does not count, because places in `journey.events` move when others
 * are entered; `null` is what is not there.
 *
 * @param finding - a finding of `assess` on the same programme or history, journey and as-at date.
 * @throws ProgrammeFault `compliance/no-such-finding`, with what was stored and what is found now, when the journey as
 * at that date does not give it; `compliance/other-journey`, `compliance/unknown-requirement`; `rules/unknown-bounds` or
 * `rules/no-edition` when no edition of a history is known to be in force.
 *
 * @example
 * ```ts
 * import { assess, explain, whpJetsCv06 } from "programme-rules";
 *
 * const journey = {
 *   id: "R1",
 *   events: [
 *     { kind: "referral-received", on: "2021-04-01" },
 *     { kind: "referral-acknowledged", on: "2021-04-06" },
 *   ],
 * };
 * const asAt = "2021-04-30";
 * const [first] = assess(whpJetsCv06, journey, { asAt });
 * explain(whpJetsCv06, journey, first!, { asAt }).sentence;
 * // => "Referral received Thu 1 Apr 2021. Two working days later is Wed 7 Apr 2021 (Good Friday, the weekend and Easter Monday do not count). Acknowledged Tue 6 Apr 2021: met, one working day to spare. [001 ¶38 item 1]"
 * ```
 */
export function explain(
  rules: Programme | History,
  journey: Journey,
  finding: StoredFinding,
  options: AsAt,
): Explanation {
  const editions = editionsOf(rules);
  asAtOptions(options);
  for (const [edition, applies] of editions) {
    const reader = new JourneyReader(edition, options);
    reader.read(journey);
    refuseNotOf(journey, finding);
    // Each edition counts its own cases, so that two may have one of the same number.
    const explanation = explainedCase(edition, reader.facts, finding, (now, { anchorDay }) => {
      const isOurs = applies?.(finding.requirement, anchorDay, journey) !== false;
      return isOurs && isAsStored(now, finding);
    });
    if (explanation !== undefined) return explanation;
  }
  throw noSuchFinding(rules, journey, finding, options);
}

/** The findings of a journey under one edition, each explained: the journey is read once for all of them. */
export function explainedFindings(
  programme: Programme,
  journey: Journey,
  options: AssessOptions,
): { readonly finding: Finding; readonly explanation: Explanation }[] {
  const all: { finding: Finding; explanation: Explanation }[] = [];
  eachCase(programme, journey, options, (assessor, code, found, facts) => {
    const now = findingOf(assessor, code, found, facts);
    all.push({ finding: now, explanation: explained(programme, assessor, code, found, facts, now) });
  });
  return all;
}

/** The explanation of a case by its number, if there is such a case and it is the one sought. */
export function explainedCase(
  programme: Programme,
  facts: Facts,
  { requirement: id, case: number }: Pick<Finding, "requirement" | "case">,
  isSought: (now: Finding, found: Case) => boolean = () => true,
): Explanation | undefined {
  const assessor = assessorsOf(programme).journey.find(({ requirement }) => requirement.id === id);
  let explanation: Explanation | undefined;
  assessor?.assess(facts, (code, found) => {
    if (found.number !== number) return;
    const now = findingOf(assessor, code, found, facts);
    if (isSought(now, found)) explanation = explained(programme, assessor, code, found, facts, now);
  });
  return explanation;
}

/** The explanation of the case in hand; its clock must still be wound to it. */
function explained(
  programme: Programme,
  assessor: Assessor,
  code: Code,
  found: Case,
  facts: Facts,
  { verdict, reason, opensOn, dueOn, projected }: Finding,
): Explanation {
  const { requirement, standard } = assessor;
  const kind = kindOf(requirement);
  const hasCount = facts.calendar !== undefined && isDay(found.due);
  const count = hasCount ? kind.count?.(requirement, assessor, found, facts, programme) : undefined;
  const { laterAt = -1 } = assessor.deadline ?? {};
  // How its work stands is part of why a case came to a verdict by what was done.
  const isSettled = code === NOT_YET_DUE || VERDICT_OF[code] === MET || VERDICT_OF[code] === NOT_MET;
  const base = defined({
    journey: facts.journey.id,
    standard: standard.id,
    requirement: requirement.id,
    title: sayRequirement(programme, requirement),
    verdict,
    reason,
    anchor: anchorOf(requirement, found, facts, programme),
    countedFrom: hasCount && laterAt >= 0 ? named(laterAt, facts, programme) : undefined,
    count,
    opensOn,
    dueOn,
    decidedBy: decidedBy(requirement, found, facts, programme),
    absent: absentOf(requirement, programme),
    endedBy:
      code === NOT_YET_DUE || code === NOT_DONE ? endedBy(requirement, found, facts, programme) : undefined,
    ...(code === CLOCK_NEVER_STARTED
      ? waited(kind.startedBy(requirement, programme).filter(isAwaited), facts, programme)
      : {}),
    conditions: conditionsOf(requirement, code, found, facts, programme),
    open: code === MISSING_PARAMETER ? openOf(requirement) : undefined,
    parts: kind.parts?.(requirement, found, facts, programme),
    work: isSettled ? workOf(requirement, facts, programme) : undefined,
    state: kind.state?.(requirement, facts, programme),
    among: code === NOTHING_TO_COUNT ? kind.among?.(requirement, facts) : undefined,
    stayedUntil: code === LEAVING_NOT_RECORDED ? stayedUntil(facts, programme) : undefined,
    missing: missingOf(requirement, code, found, facts, programme),
    spare: spareOf(code, found, facts, count),
    asAt: isoDate(facts.asAt),
    projected,
    citation: requirement.citation ?? standard.citation,
  });
  return { ...base, sentence: sentenceOf(base) };
}

/** Whether something is to be recorded for it to come: the end of a longest stay comes by itself. */
function isAwaited(match: EventMatch): boolean {
  return typeof match === "string" || !("stayEnds" in match);
}

/** What would start a clock that never did: events not recorded, or the end of a state that goes on. */
function waited(
  matches: readonly EventMatch[],
  facts: Facts,
  programme: Programme,
): Pick<Explanation, "waitsFor" | "stillIn"> {
  const { compiler } = clocksOf(programme);
  for (const match of matches) {
    const id = typeof match === "object" && "leaving" in match ? match.leaving : undefined;
    const state = id === undefined ? undefined : compiler.state(id);
    if (state instanceof BetweenState && state.isInside(facts, facts.asAt))
      return { stillIn: stateTitle(id!, programme) };
  }
  return {
    waitsFor: matchTitles(
      matches.flatMap((match) => notEntered(match, facts, programme)),
      programme,
    ),
  };
}

/** Of a state in several at once, those that were not entered. */
function notEntered(match: EventMatch, facts: Facts, programme: Programme): readonly EventMatch[] {
  if (typeof match === "string" || !("entering" in match)) return [match];
  const state = clocksOf(programme).compiler.state(match.entering);
  return state instanceof JointState
    ? state.members
        .filter((member) => !member.isInside(facts, facts.asAt))
        .map(({ id }) => ({ entering: id }))
    : [match];
}

function stayedUntil(facts: Facts, programme: Programme): Explanation["stayedUntil"] {
  const { compiler } = clocksOf(programme);
  const [leaving] = programme.conventions.leaving;
  const absent = programme.events.find(({ id }) => id === leaving)!.absent ?? "No leaving";
  return { absent, on: isoDate(compiler.overdueSince(facts)) };
}

function anchorOf(
  requirement: Requirement,
  { anchorAt, anchorDay }: Case,
  facts: Facts,
  programme: Programme,
): ExplainedEvent | undefined {
  if (!isDay(anchorDay)) return undefined;
  if (anchorAt >= 0) {
    const { title, on, knownOn } = named(anchorAt, facts, programme);
    const runsFromKnown = "anchorDate" in requirement && requirement.anchorDate === "knownOn";
    return defined({ title, on, knownOn: runsFromKnown ? knownOn : undefined });
  }
  const kind = kindOf(requirement);
  const title =
    kind.anchorTitle?.(requirement) ?? momentTitle(kind.startedBy(requirement, programme), programme);
  return { title, on: isoDate(anchorDay) };
}

function decidedBy(
  requirement: Requirement,
  found: Case,
  facts: Facts,
  programme: Programme,
): ExplainedEvent | undefined {
  if (found.doneAt >= 0) return named(found.doneAt, facts, programme);
  if (found.done >= NEVER) return undefined;
  const title = momentTitle(kindOf(requirement).doneBy(requirement), programme);
  return { title, on: isoDate(found.done) };
}

/** How a moment is said that no event marks: that of the first match which is no event. */
function momentTitle(matches: readonly EventMatch[], programme: Programme): string {
  const derived = matches.filter((match) => eventOf(match) === undefined);
  return matchTitles(derived, programme)[0]!;
}

/** The event that ended the work of a case, done or not. */
function endedBy({ kind, id }: Requirement, { anchorDay }: Case, facts: Facts, programme: Programme) {
  if (kind !== "deadline" || !isDay(anchorDay)) return undefined;
  const at = clocksOf(programme).compiler.endersOf(id).firstFrom(facts, anchorDay);
  return at < 0 ? undefined : named(at, facts, programme);
}

function openOf(requirement: Requirement): Explanation["open"] {
  const field = "every" in requirement ? "every" : "within";
  const value = (requirement as Partial<Record<typeof field, unknown>>)[field];
  return isOpen(value) ? { address: `${requirement.id}.${field}`, value } : undefined;
}
