import { epochDay, type IsoDate, isoDate } from "../date/index.js";
import type { Journey } from "../journey/index.js";
import {
  type CadenceRequirement,
  type DeadlineRequirement,
  type EventMatch,
  eventOf,
  eventsMarking,
  type History,
  type Programme,
  sayRequirement,
} from "../rules/index.js";
import { type AsAt, asAtOptions } from "./calendars.js";
import { type Clocked, certainty, referralsAskedFor } from "./clocked-programme.js";
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
 * - `undated`: why there is no `dueOn` though there is an end: the clock has not started; what starts it is a kind of
 *   event that the data leaves out, or a record that cannot be read; the nation is not known, so that no working day
 *   can be counted; the day lies outside those whose bank holidays are known; or the text withholds how long.
 * - `doneOn`: the day it was done, early or late.
 * - `ended`: the clock ended before the due date: excused, stopped, or no longer in the state.
 * - `projected`: the date rests on bank holidays that are not published yet.
 * - `unreadable`: a record of it is there and cannot be read, so that what is said here of the clock, of when
 *   it was done and of its end may be wrong.
 * - `notRecorded`: the data leaves out a kind of event that it hangs on (no column for it), so that nobody knows
 *   whether it is done.
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
  readonly undated?: (typeof UNDATED)[number];
  readonly doneOn?: IsoDate;
  readonly ended?: "excused" | "stopped" | "state-ended";
  readonly projected?: true;
  readonly unreadable?: true;
  readonly notRecorded?: true;
}

/** Why something has no due date. */
export const UNDATED = [
  "not-started",
  "not-recorded",
  "unreadable",
  "nation-unknown",
  "beyond-bank-holidays",
  "withheld",
] as const;

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
 * @throws ProgrammeFault `argument/…` for arguments forgotten, misspelt, of another kind or in another order.
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
  const editions = editionsOf(rules);
  asAtOptions(options);
  return editions.flatMap(([edition, applies], i) => {
    const dates = datesUnder(edition, journey, options, i === 0);
    if (applies === undefined) return dates;
    return dates.filter(({ requirement, anchor }) =>
      applies(requirement, anchor === undefined ? NEVER : epochDay(anchor.on), journey),
    );
  });
}

function datesUnder(programme: Programme, journey: Journey, options: AsAt, tells: boolean): DueDate[] {
  const reader = new JourneyReader(programme, options);
  reader.read(journey);
  if (tells) reader.tellProblems();
  const { clocks, facts } = reader;
  return referralsAskedFor(clocks, options).flatMap((clocked) => datesOf(clocked, facts));
}

function datesOf(clocked: Clocked, facts: Facts): DueDate[] {
  if (clocked.deadline === undefined) return contactDates(clocked, facts);
  const dates = deadlineDates(clocked.deadline, clocked, facts);
  if (dates !== undefined) return dates;
  const { after, before } = clocked.requirement as DeadlineRequirement;
  return notStarted(clocked, after ?? before ?? [], clocked.deadline, facts);
}

/** What a clock that has not started waits for, and why it has not. */
function notStarted(
  clocked: Clocked,
  matches: readonly EventMatch[],
  clock: Pick<DeadlineClock, "isAnchorUnreadable" | "isAnchorNotRecorded">,
  facts: Facts,
): DueDate[] {
  const anchors = matches.flatMap((match) => eventsMarking(match, clocked.programme));
  const waitsFor = [...new Set(anchors.flatMap((match) => eventOf(match) ?? []))];
  if (waitsFor.length === 0) return [];
  const without = clock.isAnchorNotRecorded(facts) ? "not-recorded" : "not-started";
  const undated = clock.isAnchorUnreadable(facts) ? "unreadable" : without;
  return [{ ...basics(clocked, facts, 1), waitsFor, undated }];
}

/** The cases of a deadline; undefined while its clock has not started. */
function deadlineDates(clock: DeadlineClock, clocked: Clocked, facts: Facts): DueDate[] | undefined {
  const dates: DueDate[] = [];
  let number = 0;
  for (let more = clock.first(facts); more; more = clock.next(facts)) {
    number++;
    if (clock.holds === NO) continue;
    const isExcused = facts.calendar !== undefined && !clock.isDoneInTime && clock.excusedOn(facts) < NEVER;
    const date = dateOf(clocked, facts, number, clock, isExcused ? "excused" : undefined);
    dates.push({ ...date, ...(clock.hasEnd ? undatedOf(date, clock, facts) : {}) });
  }
  return number === 0 ? undefined : dates;
}

function contactDates(clocked: Clocked, facts: Facts): DueDate[] {
  const { cadence, requirement } = clocked;
  if (cadence === undefined) return [];
  if (!cadence.hasBegun(facts)) {
    const { while: state } = requirement as CadenceRequirement;
    return notStarted(clocked, [{ entering: state }], cadence, facts);
  }
  if (facts.calendar === undefined) return [{ ...basics(clocked, facts, 1), undated: "nation-unknown" }];
  const dates: DueDate[] = [];
  cadence.run(facts, (contact) => {
    const { end } = contact;
    const ended = end === "stopped" || end === "state-ended" ? end : undefined;
    const date = dateOf(clocked, facts, dates.length + 1, contact, ended);
    dates.push({ ...date, ...undatedOf(date, cadence, facts) });
  });
  return dates;
}

/** Why a case has no due date, where it has none and nothing ended it. */
function undatedOf(
  { dueOn, ended }: DueDate,
  { isWithheld }: { readonly isWithheld: boolean },
  facts: Facts,
): Pick<DueDate, "undated"> {
  if (dueOn !== undefined || ended !== undefined) return {};
  if (isWithheld) return { undated: "withheld" };
  return { undated: facts.calendar === undefined ? "nation-unknown" : "beyond-bank-holidays" };
}

/** The case that a clock is wound to. */
function dateOf(
  clocked: Clocked,
  facts: Facts,
  number: number,
  {
    anchorAt,
    anchorDay,
    opens = -NEVER,
    due,
    done,
  }: Pick<DeadlineClock, "anchorAt" | "anchorDay" | "due" | "done"> & { readonly opens?: number },
  ended: DueDate["ended"],
): DueDate {
  const kind = anchorAt < 0 ? "previous-due-date" : facts.event(anchorAt).kind;
  return {
    ...basics(clocked, facts, number),
    anchor: { kind, on: isoDate(anchorDay) },
    ...dateIf("opensOn", opens),
    ...dateIf("dueOn", due),
    ...dateIf("doneOn", done),
    ...(ended === undefined ? {} : { ended }),
    ...(facts.calendar?.isProjected(due) === true ? { projected: true } : {}),
  };
}

function basics(clocked: Clocked, facts: Facts, number: number) {
  const { standard, requirement } = clocked;
  return {
    journey: facts.journey.id,
    standard: standard.id,
    requirement: requirement.id,
    title: sayRequirement(clocked.programme, requirement),
    case: number,
    ...certainty(clocked, facts),
  };
}
