import { epochDay, type IsoDate, isoDate } from "../date/index.js";
import type { Journey } from "../journey/index.js";
import type { DeadlineRequirement, EventMatch, History, Programme } from "../rules/index.js";
import type { AsAt } from "./calendars.js";
import { type Clocked, isAboutReferral, isAskedFor, unreadability } from "./clocked-programme.js";
import { dateIf, NEVER, NO } from "./day-codes.js";
import type { DeadlineClock } from "./deadline-clock.js";
import { editionsOf } from "./edition-choice.js";
import type { Facts } from "./facts.js";

import { JourneyReader } from "./journey-reader.js";

/**
 * When something is due, with no verdict on it.
 *
 * - `case`: 1 for the first of its requirement, and so on.
 * - `anchor`: what started the clock; absent while it has not started, and then `waitsFor` lists the
 *   kinds of event that would.
 * - `opensOn`, `dueOn`: the window, both days included; an open end is left out.
 * - `doneOn`: the day it was done, early or late.
 * - `ended`: the clock ended before the due date: excused, stopped, or no longer in the state.
 * - `projected`: the date rests on bank holidays that are not published yet.
 * - `unreadable`: a record of it is there and cannot be read, so that what is said here of the clock, of when
 *   it was done and of its end may be wrong.
 */
export interface DueDate {
  readonly journey: string;
  readonly standard: string;
  readonly requirement: string;
  readonly title: string;
  readonly case: number;
  readonly anchor?: { readonly kind: string; readonly on: IsoDate };
  readonly waitsFor?: readonly string[];
  readonly opensOn?: IsoDate;
  readonly dueOn?: IsoDate;
  readonly doneOn?: IsoDate;
  readonly ended?: "excused" | "stopped" | "state-ended";
  readonly projected?: true;
  readonly unreadable?: true;
}

/**
 * Every due date of a journey, as known on a date: requirements in the programme's order, and
 * within each its cases by date. Requirements that do not apply are left out; those whose clock has
 * not started say what they wait for. Requirements on a contract or site are not a journey's. Of a
 * history, each is taken from the edition that `assess` takes it from, one edition after the other.
 *
 * @throws ProgrammeFault `journey/shape` for a value that is not a journey, `deadlines/as-at`
 * for a date outside the calendars, `rules/unknown-bounds` or `rules/no-edition` when no edition of a
 * history is known to be in force.
 *
 * @throws ProgrammeFault `argument/programme`, `argument/options` or `argument/missing` for
 * arguments forgotten, misspelt or in another order.
 *
 * @example
 * ```ts
 * import { dueDates, whpJetsCv06 } from "programme-rules";
 *
 * const journey = { id: "R1", events: [{ kind: "referral-received", on: "2021-04-01" }] };
 * const due = dueDates(whpJetsCv06, journey, { asAt: "2021-04-01" });
 * due.find(({ requirement }) => requirement === "css-1/acknowledged")?.dueOn; // => "2021-04-07"
 * ```
 */
export function dueDates(rules: Programme | History, journey: Journey, options: AsAt): DueDate[] {
  return editionsOf(rules).flatMap(([edition, applies]) => {
    const dates = datesUnder(edition, journey, options);
    if (applies === undefined) return dates;
    return dates.filter(({ requirement, anchor }) =>
      applies(requirement, anchor === undefined ? NEVER : epochDay(anchor.on), journey),
    );
  });
}

function datesUnder(programme: Programme, journey: Journey, options: AsAt): DueDate[] {
  const reader = new JourneyReader(programme, options);
  reader.read(journey);
  const { clocks, facts } = reader;
  return clocks.requirements
    .filter(
      ({ requirement, standard }) => isAboutReferral(requirement) && isAskedFor(programme, standard, options),
    )
    .flatMap((clocked) => datesOf(clocked, facts));
}

function datesOf(clocked: Clocked, facts: Facts): DueDate[] {
  if (clocked.deadline === undefined) return contactDates(clocked, facts);
  const dates = deadlineDates(clocked.deadline, clocked, facts);
  if (dates !== undefined) return dates;
  const waits = waitsFor(clocked.requirement as DeadlineRequirement);
  return waits.length === 0 ? [] : [{ ...basics(clocked, facts, 1), waitsFor: waits }];
}

/** The cases of a deadline; undefined while its clock has not started. */
function deadlineDates(clock: DeadlineClock, clocked: Clocked, facts: Facts): DueDate[] | undefined {
  const dates: DueDate[] = [];
  let number = 0;
  for (let more = clock.first(facts); more; more = clock.next(facts)) {
    number++;
    if (clock.holds === NO) continue;
    const excused = !clock.isDoneInTime && clock.excusedOn(facts) < NEVER;
    dates.push({
      ...basics(clocked, facts, number),
      anchor: anchorOf(facts, clock.anchorAt, clock.anchorDay),
      ...dateIf("opensOn", clock.opens),
      ...dateIf("dueOn", clock.due),
      ...dateIf("doneOn", clock.done),
      ...(excused ? { ended: "excused" as const } : {}),
      ...projection(facts, clock.due),
    });
  }
  return number === 0 ? undefined : dates;
}

function contactDates(clocked: Clocked, facts: Facts): DueDate[] {
  const dates: DueDate[] = [];
  if (facts.calendar === undefined) return dates;
  clocked.cadence?.run(facts, facts.calendar, (contact) => {
    const { end } = contact;
    dates.push({
      ...basics(clocked, facts, dates.length + 1),
      anchor: anchorOf(facts, contact.anchorAt, contact.anchorDay),
      ...dateIf("dueOn", contact.due),
      ...dateIf("doneOn", contact.done),
      ...(end === "stopped" || end === "state-ended" ? { ended: end } : {}),
      ...projection(facts, contact.due),
    });
  });
  return dates;
}

function basics(clocked: Clocked, facts: Facts, number: number) {
  const { standard, requirement } = clocked;
  return {
    journey: facts.journey.id,
    standard: standard.id,
    requirement: requirement.id,
    title: requirement.title,
    case: number,
    ...unreadability(clocked, facts),
  };
}

function anchorOf(facts: Facts, at: number, day: number): { kind: string; on: IsoDate } {
  return { kind: at < 0 ? "previous-due-date" : facts.event(at).kind, on: isoDate(day) };
}

function projection(facts: Facts, day: number): { projected?: true } {
  return facts.calendar?.isProjected(day) === true ? { projected: true } : {};
}

function waitsFor({ after, before }: DeadlineRequirement): string[] {
  return (after ?? before ?? []).flatMap(kindOf);
}

function kindOf(match: EventMatch): string[] {
  if (typeof match === "string") return [match];
  return "event" in match ? [match.event] : [];
}
