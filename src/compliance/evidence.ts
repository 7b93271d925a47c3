import { BEYOND, type EpochCalendar } from "../calendar/index.js";
import { longDate } from "../date/index.js";
import {
  BetweenState,
  type Compiler,
  clocksOf,
  compileConditions,
  type Facts,
  isDay,
  isKnown,
  NEVER,
  NO,
  OPEN,
  UNKNOWN,
  type WorkPiece,
  WorkState,
} from "../deadlines/index.js";
import { defined, isGiven } from "../defined.js";
import type { ExplainedEvent, ExplainedWork, UnmetCondition } from "../explanation/index.js";
import {
  type Condition,
  conditionWords,
  type DeadlineRequirement,
  eventOf,
  eventsBehind,
  eventTitle,
  joined,
  kindsTakenAsNo,
  type Programme,
  type Requirement,
} from "../rules/index.js";
import { countAfter } from "./day-count.js";
import { kindOf } from "./kinds/kind-table.js";
import { type Case, CONDITION, type Code, MISSING_DATA, NOT_RECORDED, NOT_YET_DUE } from "./verdict.js";

/** The conditions of a case that do not hold, or that are still open; undefined where neither decided it. */
export function conditionsOf(
  { when = [] }: Requirement,
  code: Code,
  found: Case,
  facts: Facts,
  programme: Programme,
): UnmetCondition[] | undefined {
  if (code !== CONDITION && code !== NOT_YET_DUE) return undefined;
  const day = dayOf(found);
  const { compiler } = clocksOf(programme);
  const wanted = code === CONDITION ? NO : OPEN;
  const unmet = when.filter((condition) => compileConditions([condition], compiler)(facts, day) === wanted);
  if (unmet.length === 0) return undefined;
  return unmet.map((condition) => {
    const at = evidenceAt(condition, day, facts, compiler);
    const shownBy = at < 0 ? undefined : named(at, facts, programme);
    return defined({ words: conditionWords(condition, programme), shownBy });
  });
}

/** The position of the event that shows why a condition does not hold, or -1. */
function evidenceAt(condition: Condition, day: number, facts: Facts, compiler: Compiler): number {
  if ("in" in condition || "notIn" in condition) {
    const state = compiler.state("in" in condition ? condition.in : condition.notIn);
    return state instanceof BetweenState ? state.since(facts, day) : -1;
  }
  if (!("happened" in condition)) return -1;
  const at = compiler.matches(condition.happened).next(facts, -1);
  if (at >= 0 || condition.unless === undefined) return at;
  return compiler.matches(condition.unless).next(facts, -1);
}

/** What is not known and would decide a case, in words. */
export function missingOf(
  requirement: Requirement,
  code: Code,
  found: Case,
  facts: Facts,
  programme: Programme,
): string[] | undefined {
  if (code === NOT_RECORDED) return [notRecordedWords(requirement, facts, programme)];
  if (code !== MISSING_DATA) return undefined;
  if (isGiven(facts.journey.leftOut))
    return ["several journeys or rows have its id, and they differ, so that nobody knows which is right"];
  if (facts.calendar === undefined)
    return ["it names no nation of the programme, so no working day can be counted"];
  const { compiler } = clocksOf(programme);
  const unreadable = eventsBehind(programme, requirement.id).filter((kind) =>
    facts.isUnreadable(compiler.kind(kind)),
  );
  const untold = (requirement.when ?? []).filter(
    (condition) => compileConditions([condition], compiler)(facts, dayOf(found)) === UNKNOWN,
  );
  return [
    ...notCountedBefore(found, facts.calendar),
    ...(kindOf(requirement).untold?.(requirement, found, facts, programme) ?? []),
    ...unreadable.map(
      (kind) => `a record of "${eventTitle(kind, programme)}" cannot be read or contradicts another`,
    ),
    ...(kindOf(requirement).attributes?.(requirement) ?? [])
      .filter((name) => facts.isNameUnreadable(name))
      .map((name) => `its ${name} cannot be read`),
    ...untold.map(
      (condition) => `nothing says whether this applies (only ${conditionWords(condition, programme)})`,
    ),
  ];
}

/** What the data leaves out of what would decide a case: what starts it, or else what does it or is asked for it. */
function notRecordedWords(requirement: Requirement, facts: Facts, programme: Programme): string {
  const { compiler } = clocksOf(programme);
  const leftOut = (kinds: readonly string[]) =>
    kinds.filter((kind) => facts.isNotRecorded(compiler.kind(kind), NEVER));
  const { startedBy, doneBy } = kindOf(requirement);
  const own = [...startedBy(requirement, programme), ...doneBy(requirement)].flatMap(
    (match) => eventOf(match) ?? [],
  );
  const eased = kindsTakenAsNo(programme, requirement.id);
  const behind = eventsBehind(programme, requirement.id).filter((kind) => !eased.includes(kind));
  const kinds = leftOut(own).length > 0 ? leftOut(own) : leftOut(behind);
  return `the data does not record ${joined(
    [...new Set(kinds)].map((kind) => `"${eventTitle(kind, programme)}"`),
    "or",
  )}`;
}

/** That what would decide a case lies before the days that the calendar answers for, where it does. */
function notCountedBefore({ anchorDay, opens, due }: Case, { knownFrom }: EpochCalendar): string[] {
  const isBefore = Math.min(due, opens) <= -BEYOND || (due >= BEYOND && anchorDay < knownFrom);
  if (!isBefore) return [];
  return [`bank holidays before ${longDate(knownFrom)} are not known, so no working day can be counted`];
}

function dayOf({ anchorDay, done }: Case): number {
  return isDay(anchorDay) ? anchorDay : done;
}

/** The pieces of work behind a requirement that looks at a state of work left; undefined for any other. */
export function workOf(
  requirement: Requirement,
  facts: Facts,
  programme: Programme,
): ExplainedWork[] | undefined {
  const id = kindOf(requirement).workState?.(requirement);
  if (id === undefined || facts.calendar === undefined) return undefined;
  const state = clocksOf(programme).compiler.state(id);
  if (!(state instanceof WorkState)) return undefined;
  return state.pieces(facts).map((piece) => pieceOf(piece, state.overdueOnly, facts, programme));
}

function pieceOf(
  { clock, isDone, endedAt }: WorkPiece,
  isCounted: boolean,
  facts: Facts,
  programme: Programme,
): ExplainedWork {
  const rules = programme.standards.flatMap(({ requirements }) => requirements);
  const rule = rules.find(({ id }) => id === clock.id) as DeadlineRequirement;
  const ended = endedAt < 0 ? undefined : named(endedAt, facts, programme);
  const hasCount = isCounted && clock.length !== undefined && isKnown(clock.due);
  return defined({
    requirement: clock.id,
    anchor: named(clock.anchorAt, facts, programme),
    count: hasCount ? countAfter(clock, rule, facts.calendar!, programme) : undefined,
    absent: absentOf(rule, programme)!,
    doneBy: isDone ? ended : undefined,
    endedBy: isDone ? undefined : ended,
  });
}

/** The event at a position of the facts, as sentences name it. */
export function named(at: number, facts: Facts, programme: Programme): ExplainedEvent {
  const { kind, on, knownOn } = facts.event(at);
  return defined({ title: eventTitle(kind, programme), on, knownOn: knownOn ?? undefined });
}

/** How a sentence says that what a requirement asks for did not happen. */
export function absentOf(requirement: Requirement, programme: Programme): string | undefined {
  const match = kindOf(requirement).absent?.(requirement);
  if (match === undefined) return undefined;
  const kind = eventOf(match);
  if (kind === undefined) return "Work still left";
  return programme.events.find(({ id }) => id === kind)?.absent ?? `No "${eventTitle(kind, programme)}"`;
}
