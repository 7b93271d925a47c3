import { isoDate } from "../../date/index.js";
import {
  type CadenceClock,
  type Clocked,
  type ContactDue,
  countedFrom,
  type Facts,
  gapOf,
  NEVER,
  NO,
  UNKNOWN,
} from "../../deadlines/index.js";
import { defined } from "../../defined.js";
import type { ExplainedCount } from "../../explanation/index.js";
import { type CadenceRequirement, isOpen, type Programme } from "../../rules/index.js";
import { counting } from "../day-count.js";
import {
  type Assess,
  type Case,
  CLOCK_NEVER_STARTED,
  CONDITION,
  type Code,
  type Emit,
  IS_MET,
  LATE,
  LEAVING_NOT_RECORDED,
  MISSING_DATA,
  MISSING_PARAMETER,
  NOT_DONE,
  NOT_RECORDED,
  NOT_YET_DUE,
  noCase,
  STATE_ENDED,
  STOPPED,
} from "../verdict.js";

/** A cadence: each contact due is one case. */
export function assessCadence(clock: CadenceClock): Assess {
  const found = noCase(0);
  let facts!: Facts;
  let emit!: Emit;
  const visit = (contact: ContactDue) => {
    found.number++;
    found.anchorAt = contact.anchorAt;
    found.anchorDay = contact.anchorDay;
    found.due = contact.due;
    found.done = contact.done;
    found.doneAt = contact.doneAt;
    emit(decide(clock, contact, facts), found, facts);
  };
  return (journey, sink) => {
    facts = journey;
    emit = sink;
    found.number = 0;
    if (facts.calendar !== undefined) clock.run(facts, visit);
    if (found.number > 0) return;
    found.number = 1;
    found.anchorAt = found.doneAt = -1;
    found.anchorDay = found.due = found.done = NEVER;
    const unknown =
      clock.isAnchorUnreadable(facts) || (facts.calendar === undefined && clock.hasBegun(facts));
    const without = clock.isAnchorNotRecorded(facts) ? NOT_RECORDED : CLOCK_NEVER_STARTED;
    emit(unknown ? MISSING_DATA : without, found, facts);
  };
}

function decide(
  clock: CadenceClock,
  { end, holds, anchorAt, anchorDay, done, due }: ContactDue,
  facts: Facts,
): Code {
  if (clock.isWithheld) return MISSING_PARAMETER;
  if (holds === NO) return CONDITION;
  if (holds === UNKNOWN) return clock.isConditionNotRecorded(facts) ? NOT_RECORDED : MISSING_DATA;
  if (end === "made") {
    if (clock.isAnchorUnreadable(facts) || clock.isFrequencyUnreadable(facts)) return MISSING_DATA;
    // Counted from one that seems to be missed, it was due on another day if that one was made.
    if (clock.isBlocks || anchorAt >= 0) return IS_MET;
    if (clock.isContactUnreadable(facts)) return MISSING_DATA;
    return clock.isDoneNotRecorded(facts, anchorDay) ? NOT_RECORDED : IS_MET;
  }
  if ((end === "stopped" || end === "state-ended") && !clock.isStateUnreadable(facts))
    return end === "stopped" ? STOPPED : STATE_ENDED;
  if (clock.isUnreadable(facts)) return MISSING_DATA;
  if (clock.isDoneNotRecorded(facts, due)) return NOT_RECORDED;
  if (end === "unrecorded") return LEAVING_NOT_RECORDED;
  if (end === "open") return NOT_YET_DUE;
  if (clock.mayBeStopped(facts, due)) return MISSING_DATA;
  return done < NEVER ? LATE : NOT_DONE;
}

/** How the day was reached by which a contact was due. */
export function contactCount(
  _rule: CadenceRequirement,
  { cadence }: Clocked,
  { anchorDay, due }: Case,
  facts: Facts,
  { conventions: { countingDay } }: Programme,
): ExplainedCount {
  const calendar = facts.calendar!;
  const { every, agreedAt } = cadence!.contact;
  const length = every!;
  const changed = agreedAt < 0 ? undefined : facts.on[agreedAt]!;
  const from = changed === undefined ? anchorDay : countedFrom(length, anchorDay, changed);
  const reaches = gapOf(length, countingDay)(from, calendar);
  const count = counting(calendar, { length, direction: "after", from, to: reaches, countingDay });
  const changedOn = changed === undefined ? undefined : isoDate(changed);
  return defined({
    ...count,
    ...("each" in length ? { variedOn: changedOn } : { agreedOn: changedOn }),
    reaches: reaches === due ? undefined : isoDate(reaches),
    to: isoDate(due),
  });
}

/** How a contact due is anchored that follows one missed, or one in a span of its own. */
export function titleBefore({ every, gap }: CadenceRequirement): string {
  if (!isOpen(every) && "each" in every) return `The ${every.each.replace("-", " ")} before ended`;
  return gap === "blocks" ? "The block before ended" : "The contact before was due";
}
