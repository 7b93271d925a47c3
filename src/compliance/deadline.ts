import { type DeadlineClock, type Facts, isKnown, NEVER, NO, OPEN, UNKNOWN } from "../deadlines/index.js";
import type { Deadline } from "../rules/index.js";
import { type Assess, noCase } from "./case.js";
import {
  CLOCK_NEVER_STARTED,
  CONDITION,
  type Code,
  EXCUSED,
  IS_MET,
  LATE,
  MISSING_DATA,
  MISSING_PARAMETER,
  NEEDS_REVIEW,
  NOT_DONE,
  NOT_YET_DUE,
  OUTSIDE_WINDOW,
} from "./verdict.js";

/** A deadline: each anchor is one case. */
export function assessDeadline(rule: Deadline, clock: DeadlineClock): Assess {
  const found = noCase(0);
  const reviewsSameDay = rule.sameDay === "needs-review";
  return (facts, emit) => {
    found.number = 0;
    for (let more = clock.first(facts); more; more = clock.next(facts)) {
      const code = decide(clock, facts, reviewsSameDay);
      found.number++;
      found.anchorAt = clock.anchorAt;
      found.anchorDay = clock.anchorDay;
      found.opens = clock.opens;
      found.due = clock.due;
      found.done = clock.done;
      found.doneAt = decidedAt(code, clock, facts);
      emit(code, found, facts);
    }
    if (found.number > 0) return;
    found.number = 1;
    found.anchorAt = found.doneAt = -1;
    found.anchorDay = found.due = found.done = NEVER;
    found.opens = -NEVER;
    emit(clock.isUnreadable(facts) ? MISSING_DATA : CLOCK_NEVER_STARTED, found, facts);
  };
}

function decide(clock: DeadlineClock, facts: Facts, reviewsSameDay: boolean): Code {
  if (clock.holds === NO) return CONDITION;
  if (clock.openParameter !== undefined) return MISSING_PARAMETER;
  if (clock.holds === UNKNOWN || facts.calendar === undefined) return MISSING_DATA;
  if (clock.holds === OPEN) return NOT_YET_DUE;
  if (clock.due < 0 && !isKnown(clock.due)) return MISSING_DATA;
  if (clock.done <= clock.due) {
    return reviewsSameDay && clock.done === clock.anchorDay ? NEEDS_REVIEW : IS_MET;
  }
  if (clock.excusedOn(facts) < NEVER) return EXCUSED;
  if (clock.isUnreadable(facts)) return MISSING_DATA;
  if (clock.due >= facts.asAt) return NOT_YET_DUE;
  if (clock.done < NEVER) return LATE;
  return clock.tooEarlyAt >= 0 ? OUTSIDE_WINDOW : NOT_DONE;
}

function decidedAt(code: Code, clock: DeadlineClock, facts: Facts): number {
  if (code === EXCUSED) return clock.excusedAt(facts);
  return code === OUTSIDE_WINDOW ? clock.tooEarlyAt : clock.doneAt;
}
