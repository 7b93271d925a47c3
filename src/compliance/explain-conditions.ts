import { BEYOND, type EpochCalendar } from "../calendar/index.js";
import { longDate } from "../date/index.js";
import {
  BetweenState,
  type Compiler,
  clocksOf,
  compileConditions,
  type Facts,
  NEVER,
  NO,
  OPEN,
  UNKNOWN,
} from "../deadlines/index.js";
import type { Named, Unmet } from "../explanation/index.js";
import {
  type Condition,
  conditionWords,
  eventsBehind,
  eventTitle,
  type Programme,
  type Requirement,
} from "../rules/index.js";
import type { Case } from "./case.js";
import { named } from "./explain-events.js";
import { CONDITION, type Code, MISSING_DATA, NOT_YET_DUE } from "./verdict.js";

/** The conditions of a case that do not hold, or that are still open; undefined where neither decided it. */
export function conditionsOf(
  { when = [] }: Requirement,
  code: Code,
  found: Case,
  facts: Facts,
  programme: Programme,
): Unmet[] | undefined {
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
): Named | undefined {
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
