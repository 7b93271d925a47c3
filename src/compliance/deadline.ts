import { BEYOND } from "../calendar/index.js";
import { type DeadlineClock, type Facts, NEVER, NO, OPEN, UNKNOWN } from "../deadlines/index.js";
import type { DeadlineRequirement } from "../rules/index.js";
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

/** A deadline: each anchor is one case, and the clock wound to it is the record of it. */
export function assessDeadline(rule: DeadlineRequirement, clock: DeadlineClock): Assess {
  const never = noCase(1);
  const reviewsSameDay = rule.sameDay === "needs-review";
  return (facts, emit) => {
    let more = clock.first(facts);
    if (!more) emit(clock.isUnreadable(facts) ? MISSING_DATA : CLOCK_NEVER_STARTED, never, facts);
    for (; more; more = clock.next(facts)) {
      const code = decide(clock, facts, reviewsSameDay);
      if (code === EXCUSED) clock.doneAt = clock.excusedAt(facts);
      else if (code === OUTSIDE_WINDOW) clock.doneAt = clock.tooEarlyAt;
      emit(code, clock, facts);
    }
  };
}

function decide(clock: DeadlineClock, facts: Facts, reviewsSameDay: boolean): Code {
  if (clock.holds === NO) return CONDITION;
  if (clock.isWithheld) return MISSING_PARAMETER;
  if (clock.holds === UNKNOWN || facts.calendar === undefined) return MISSING_DATA;
  if (clock.isAnchorUnreadable(facts)) return MISSING_DATA;
  if (clock.holds === OPEN) return NOT_YET_DUE;
  if (clock.due <= -BEYOND) return MISSING_DATA;
  if (clock.isDoneInTime) {
    // A window that opens before the calendar's first day holds every day from that one on.
    if (clock.opens <= -BEYOND && clock.done < facts.calendar.knownFrom) return MISSING_DATA;
    return reviewsSameDay && clock.done === clock.anchorDay ? NEEDS_REVIEW : IS_MET;
  }
  if (clock.excusedOn(facts) < NEVER) return EXCUSED;
  if (clock.isUnreadable(facts)) return MISSING_DATA;
  if (clock.due >= facts.asAt) return NOT_YET_DUE;
  if (clock.done < NEVER) return LATE;
  return clock.tooEarlyAt >= 0 ? OUTSIDE_WINDOW : NOT_DONE;
}
