import { stockDay } from "../backlog/index.js";
import { BEYOND, type EpochCalendar } from "../calendar/index.js";
import { firstOfMonth, isoDate, longDate, monthOf } from "../date/index.js";
import {
  BetweenState,
  type Compiler,
  clocksOf,
  compileConditions,
  type Facts,
  isKnown,
  NEVER,
  NO,
  OPEN,
  UNKNOWN,
  type WorkPiece,
  WorkState,
  YES,
} from "../deadlines/index.js";
import {
  conditionWords,
  type ExplainedEvent,
  type ExplainedWork,
  type Explanation,
  eventTitle,
  matchTitles,
  stateTitle,
  type UnmetCondition,
} from "../explanation/index.js";
import {
  type Condition,
  type Deadline,
  eventsBehind,
  type Match,
  type Programme,
  type Proportion,
  type Requirement,
} from "../rules/index.js";
import { countAfter } from "./counting.js";
import { type Case, CONDITION, type Code, MISSING_DATA, NOT_YET_DUE } from "./verdict.js";

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
    const shownBy = evidenceOf(condition, day, facts, programme);
    return { words: conditionWords(condition, programme), ...(shownBy === undefined ? {} : { shownBy }) };
  });
}

/** The event that shows why a condition does not hold; undefined where there is none. */
function evidenceOf(
  condition: Condition,
  day: number,
  facts: Facts,
  programme: Programme,
): ExplainedEvent | undefined {
  const at = evidenceAt(condition, day, facts, clocksOf(programme).compiler);
  return at < 0 ? undefined : named(at, facts, programme);
}

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
  if (code !== MISSING_DATA) return undefined;
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
    ...(isBeforeCalendar(found, facts.calendar) ? [notCountedBefore(facts.calendar)] : []),
    ...unreadable.map(
      (kind) => `a record of "${eventTitle(kind, programme)}" cannot be read or contradicts another`,
    ),
    ...attributesOf(requirement)
      .filter((name) => facts.journey.unreadable?.includes(name))
      .map((name) => `its ${name} cannot be read`),
    ...untold.map(
      (condition) => `nothing says whether this applies (only ${conditionWords(condition, programme)})`,
    ),
  ];
}

/** The attributes that decide which events a deadline counts from, is done by or excused by. */
function attributesOf(requirement: Requirement): string[] {
  if (requirement.kind !== "deadline") return [];
  const { event, after = [], before = [], excusedBy = [] } = requirement;
  const conditions = [...event, ...after, ...before, ...excusedBy].flatMap((match) =>
    typeof match === "object" && "event" in match ? (match.when ?? []) : [],
  );
  return [...new Set(conditions.flatMap((each) => ("attribute" in each ? [each.attribute] : [])))];
}

/** Whether what would decide a case lies before the days that the calendar answers for. */
function isBeforeCalendar({ anchorDay, opens, due }: Case, { knownFrom }: EpochCalendar): boolean {
  return Math.min(due, opens) <= -BEYOND || (due >= BEYOND && anchorDay < knownFrom);
}

function notCountedBefore({ knownFrom }: EpochCalendar): string {
  return `bank holidays before ${longDate(knownFrom)} are not known, so no working day can be counted`;
}

function dayOf({ anchorDay, done }: Case): number {
  return Math.abs(anchorDay) < NEVER ? anchorDay : done;
}

/** The state a share is taken of, whether the journey is in it, and the day it was measured. */
export function stateOf(requirement: Requirement, facts: Facts, programme: Programme): Explanation["state"] {
  if (requirement.kind !== "proportion" || !("in" in requirement.share)) return undefined;
  const id = requirement.share.in;
  const day = stockDay(requirement.measured, facts.asAt);
  const { holds } = clocksOf(programme).compiler.state(id);
  return { title: stateTitle(id, programme), in: holds(facts, day) === YES, on: isoDate(day) };
}

/** The pieces of work behind a requirement that looks at a state of work left; undefined for any other. */
export function workOf(
  requirement: Requirement,
  facts: Facts,
  programme: Programme,
): ExplainedWork[] | undefined {
  const id = workStateOf(requirement);
  if (id === undefined || facts.calendar === undefined) return undefined;
  const state = clocksOf(programme).compiler.state(id);
  if (!(state instanceof WorkState)) return undefined;
  return state.pieces(facts).map((piece) => pieceOf(piece, state.overdueOnly, facts, programme));
}

/** Who is counted, where a journey is not, in words that follow "counted here". */
export function amongOf(requirement: Requirement, facts: Facts): string {
  if (requirement.kind === "total") return "is the whole caseload, not one referral";
  const { over, measured } = requirement as Proportion;
  const day = stockDay(measured, facts.asAt);
  if (over === "received") return `are those received from ${longDate(firstOfMonth(monthOf(day)))} on`;
  const close = `at the close of ${longDate(day)}`;
  return over === "open" ? `are those with work undone ${close}` : `are those received by ${longDate(day)}`;
}

function workStateOf(requirement: Requirement): string | undefined {
  if (requirement.kind === "proportion") return "in" in requirement.share ? requirement.share.in : undefined;
  if (requirement.kind !== "deadline") return undefined;
  const looked = [...requirement.event, ...(requirement.after ?? requirement.before!)];
  return looked.flatMap(stateIn)[0];
}

function stateIn(match: Match): string[] {
  if (typeof match === "string" || "event" in match) return [];
  return ["entering" in match ? match.entering : "leaving" in match ? match.leaving : match.workDone];
}

function pieceOf(
  { clock, isDone, endedAt }: WorkPiece,
  isCounted: boolean,
  facts: Facts,
  programme: Programme,
): ExplainedWork {
  const rule = ruleOf(clock.id, programme);
  const ended = endedAt < 0 ? undefined : named(endedAt, facts, programme);
  return {
    requirement: clock.id,
    anchor: named(clock.anchorAt, facts, programme),
    ...(isCounted && clock.length !== undefined && isKnown(clock.due)
      ? { count: countAfter(clock, rule, facts.calendar!, programme) }
      : {}),
    absent: absentOf(rule, programme)!,
    ...(ended === undefined ? {} : isDone ? { doneBy: ended } : { endedBy: ended }),
  };
}

function ruleOf(id: string, { standards }: Programme): Deadline {
  const rules = standards.flatMap(({ requirements }) => requirements);
  return rules.find((rule) => rule.id === id) as Deadline;
}

/** The event at a position of the facts, as sentences name it. */
export function named(at: number, facts: Facts, programme: Programme): ExplainedEvent {
  const { kind, on, knownOn } = facts.event(at);
  return { title: eventTitle(kind, programme), on, ...(knownOn === undefined ? {} : { knownOn }) };
}

/** How a sentence says that what a requirement asks for did not happen. */
export function absentOf(requirement: Requirement, programme: Programme): string | undefined {
  const matches =
    "event" in requirement ? requirement.event : requirement.kind === "content" ? [requirement.record] : [];
  const [first] = matches;
  if (first === undefined) return undefined;
  const kind = kindOf(first);
  if (kind === undefined) return "Work still left";
  return programme.events.find(({ id }) => id === kind)?.absent ?? `No "${eventTitle(kind, programme)}"`;
}

function kindOf(match: Match): string | undefined {
  if (typeof match === "string") return match;
  return "event" in match ? match.event : undefined;
}

/** What would start the clock of a requirement, by the events' titles. */
export function waitsFor(requirement: Requirement, programme: Programme): string[] {
  if (requirement.kind === "deadline")
    return matchTitles(requirement.after ?? requirement.before ?? [], programme);
  if (requirement.kind === "content")
    return matchTitles([...(requirement.owedAfter ?? []), requirement.record], programme);
  if (requirement.kind === "proportion") return matchTitles(requirement.among, programme);
  if (requirement.kind !== "cadence") return [];
  const state = programme.states.find(({ id }) => id === requirement.while);
  return state !== undefined && "from" in state ? matchTitles(state.from, programme) : [];
}
