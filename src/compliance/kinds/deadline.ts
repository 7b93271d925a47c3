import { BEYOND } from "../../calendar/index.js";
import {
  type Clocked,
  clocksOf,
  compileConditions,
  type DeadlineClock,
  type Facts,
  NEVER,
  NO,
  OPEN,
  UNKNOWN,
} from "../../deadlines/index.js";
import type { ExplainedCount } from "../../explanation/index.js";
import {
  type Condition,
  conditionsOf,
  conditionWords,
  type DeadlineRequirement,
  eventTitle,
  matchTitles,
  type Programme,
  stateOf,
} from "../../rules/index.js";

import { countAfter, counting } from "../day-count.js";
import {
  type Assess,
  type Case,
  CLOCK_NEVER_STARTED,
  CONDITION,
  type Code,
  type Emit,
  EXCUSED,
  IS_MET,
  LATE,
  LEAVING_NOT_RECORDED,
  MISSING_DATA,
  MISSING_PARAMETER,
  NEEDS_REVIEW,
  NOT_DONE,
  NOT_RECORDED,
  NOT_YET_DUE,
  noCase,
  OUTSIDE_WINDOW,
  whyUncertain,
} from "../verdict.js";

/** A deadline: each anchor is one case, and the clock wound to it is the record of it. */
export function assessDeadline(rule: DeadlineRequirement, clock: DeadlineClock): Assess {
  const never = noCase(1);
  const reviewsSameDay = rule.sameDay === "needs-review";
  return (facts, emit) => {
    let more = clock.first(facts);
    if (!more) emitWithoutAnchor(clock, never, facts, emit);
    for (; more; more = clock.next(facts)) {
      const code = decide(clock, facts, reviewsSameDay);
      if (code === EXCUSED) clock.doneAt = clock.excusedAt(facts);
      else if (code === OUTSIDE_WINDOW) clock.doneAt = clock.tooEarlyAt;
      emit(code, clock, facts);
    }
  };
}

/** No anchor is recorded: nothing is owed yet, or nobody can tell whether it is, or when it is due. */
function emitWithoutAnchor(clock: DeadlineClock, never: Case, facts: Facts, emit: Emit): void {
  const why = whyNoAnchor(clock, facts);
  if (why !== undefined) emit(why, never, facts);
  else if (clock.isLeavingUnrecorded(facts)) {
    if (clock.holds === NO) emit(CONDITION, never, facts);
    else emit(LEAVING_NOT_RECORDED, clock, facts);
  } else if (!clock.isOwedUnanchored(facts)) emit(CLOCK_NEVER_STARTED, never, facts);
  else emit(clock.holds === NO ? CONDITION : MISSING_DATA, clock, facts);
}

/** Why nobody can tell whether the clock has started; undefined where it has not. */
function whyNoAnchor(clock: DeadlineClock, facts: Facts): Code | undefined {
  if (clock.isAnchorUnreadable(facts)) return MISSING_DATA;
  if (clock.isAnchorNotRecorded(facts)) return NOT_RECORDED;
  return whyUncertain(clock.stayInDoubt(facts), facts);
}

function decide(clock: DeadlineClock, facts: Facts, reviewsSameDay: boolean): Code {
  if (clock.holds === NO) return CONDITION;
  if (clock.isWithheld) return MISSING_PARAMETER;
  if (clock.holds === UNKNOWN && clock.isAnchoredPastStay(facts)) return LEAVING_NOT_RECORDED;
  if (facts.calendar === undefined) return MISSING_DATA;
  if (clock.holds === UNKNOWN) return clock.isConditionNotRecorded(facts) ? NOT_RECORDED : MISSING_DATA;
  if (clock.isAnchorUnreadable(facts)) return MISSING_DATA;
  if (clock.holds === OPEN) return NOT_YET_DUE;
  if (clock.due <= -BEYOND) return MISSING_DATA;
  if (clock.isDoneInTime) {
    // A window that opens before the calendar's first day holds every day from that one on.
    if (clock.opens <= -BEYOND && clock.done < facts.calendar.knownFrom) return MISSING_DATA;
    return reviewsSameDay && clock.done === clock.anchorDay ? NEEDS_REVIEW : IS_MET;
  }
  // What was done in time is met, excused or not.
  if (clock.isDoneUnreadable(facts)) return MISSING_DATA;
  if (clock.isDoneNotRecorded(facts)) return clock.isUnreadable(facts) ? MISSING_DATA : NOT_RECORDED;
  if (clock.excusedOn(facts) < NEVER) return EXCUSED;
  if (clock.isUnreadable(facts)) return MISSING_DATA;
  if (clock.isPastStay(facts)) return LEAVING_NOT_RECORDED;
  if (clock.due >= facts.asAt) return NOT_YET_DUE;
  if (clock.done < NEVER) return LATE;
  return clock.tooEarlyAt >= 0 ? OUTSIDE_WINDOW : NOT_DONE;
}

/** How a window around the anchor of a deadline was reached. */
export function deadlineCount(
  rule: DeadlineRequirement,
  { deadline }: Clocked,
  { opens, due }: Case,
  { calendar }: Facts,
  programme: Programme,
): ExplainedCount | undefined {
  const { length, isBefore, countFrom, exceptionAt } = deadline!;
  if (length === undefined) return undefined;
  if (!isBefore) {
    const exception = rule.exceptions?.[exceptionAt];
    const only = exception?.when.map((condition) => conditionWords(condition, programme));
    const count = countAfter(deadline!, rule, calendar!, programme);
    return only === undefined ? count : { ...count, only };
  }
  if (opens <= -BEYOND) return undefined;
  return opens <= -NEVER
    ? counting(calendar!, { length, direction: "ahead", from: countFrom, to: due })
    : counting(calendar!, { length, direction: "before", from: due, to: opens });
}

/** The state of work that a deadline looks at, where it is done or started by one. */
export function stateLookedAt({ event, after, before }: DeadlineRequirement): string | undefined {
  return [...event, ...(after ?? before ?? [])].flatMap((match) => stateOf(match) ?? [])[0];
}

/** What the data leaves out of what a case is counted from, in words. */
export function untoldOf(
  { after, before, exceptions = [] }: DeadlineRequirement,
  { anchorAt, anchorDay }: Case,
  facts: Facts,
  programme: Programme,
): string[] {
  const { compiler } = clocksOf(programme);
  const anchors = after ?? before ?? [];
  const holds = (conditions: readonly Condition[]) =>
    compileConditions(conditions, compiler)(facts, anchorDay);
  if (anchorAt < 0) return [];
  if (compiler.matches(anchors).accepts(facts, anchorAt)) {
    const unsure = exceptions.flatMap(({ when }) => (holds(when) === UNKNOWN ? [...when] : []));
    return unsure.map(
      (each) => `nothing says whether it has another length of time (${conditionWords(each, programme)})`,
    );
  }
  if (!compiler.matches(anchors, "may-be").accepts(facts, anchorAt)) {
    const awaited = anchors.filter((match) => holds(conditionsOf(match)) !== NO);
    return matchTitles(awaited, programme).map((title) => `"${title}" is not recorded`);
  }
  const event = facts.event(anchorAt);
  const asked = anchors.flatMap((match) =>
    typeof match === "object" && "event" in match && match.event === event.kind
      ? Object.keys(match.where ?? {})
      : [],
  );
  return [...new Set(asked)]
    .filter((field) => event[field] === undefined)
    .map((field) => `its "${eventTitle(event.kind, programme)}" does not say "${field}"`);
}

/** The attributes that decide which events a deadline counts from, is done by or excused by. */
export function attributesOf({
  event,
  after = [],
  before = [],
  laterOf = [],
  excusedBy = [],
}: DeadlineRequirement): string[] {
  const conditions = [...event, ...after, ...before, ...laterOf, ...excusedBy].flatMap(conditionsOf);
  return [...new Set(conditions.flatMap((each) => ("attribute" in each ? [each.attribute] : [])))];
}
