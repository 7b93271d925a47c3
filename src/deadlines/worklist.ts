import { BEYOND } from "../calendar/index.js";
import { type IsoDate, isoDate } from "../date/index.js";
import { ProgrammeFault, shown } from "../fault.js";
import { type Caseload, compareTexts, eachOwn, type Journey } from "../journey/index.js";
import { AS_AT, CHECKED, type OptionKinds, optionsOf } from "../options.js";
import { type DeadlineRequirement, type History, type Programme, sayRequirement } from "../rules/index.js";
import { AS_AT_OPTIONS, type AsAt } from "./calendars.js";
import { type Clocked, certainty, referralsAskedFor } from "./clocked-programme.js";
import { dateIf, isDay, NEVER, NO, OPEN } from "./day-codes.js";
import { windowBefore } from "./distance.js";
import { type Applies, editionsOf } from "./edition-choice.js";
import type { Matches } from "./event-matches.js";
import { JourneyReader } from "./journey-reader.js";

/** How far ahead a worklist looks; without it, every open due date is on it. */
export interface WorklistOptions extends AsAt {
  /** Due at the latest this many working days after the as-at date; a whole number from 0. */
  readonly withinWorkingDays?: number;
}

/**
 * Something still to be done.
 *
 * - `workingDaysLeft`: working days after the as-at date up to and including the due date; 0 when it
 *   is due on the as-at date; negative when overdue, or 0 when no working day has passed since (`overdue` tells);
 *   absent where it is due after the last bank holiday that is known.
 * - `expected`: the due date rests on an expected leaving date, not on one that happened.
 * - `unrecorded`: nobody recorded the leaving that starts this work, and the longest stay is over, from whose last
 *   day `dueOn` is counted: what is to be done is to record it.
 * - `unreadable`: a record of it is there and cannot be read, so that nobody knows whether it is done or when
 *   it is due. Until the record is corrected a verdict on it is undetermined, and not that it was missed.
 * - `notRecorded`: the data leaves out a kind of event that it hangs on (no column for it), so that it may be done.
 */
export interface WorkItem {
  readonly journey: string;
  readonly standard: string;
  readonly requirement: string;
  readonly title: string;
  readonly opensOn?: IsoDate;
  readonly dueOn: IsoDate;
  readonly overdue: boolean;
  readonly workingDaysLeft?: number;
  readonly expected?: true;
  readonly unrecorded?: true;
  readonly unreadable?: true;
  readonly notRecorded?: true;
  readonly adviser?: string;
}

/**
 * What is still to be done on a caseload by due date, so that what is overdue comes first. Work that is done,
 * excused, stopped, ended otherwise or no longer owed is not on it. Of a history, each piece of work is taken
 * from the edition that `assess` takes it from.
 *
 * @throws ProgrammeFault `deadlines/horizon` when `withinWorkingDays` is not a whole number from 0,
 * `rules/unknown-bounds` or `rules/no-edition` when no edition of a history is known to be in force.
 *
 * @throws ProgrammeFault `argument/…` for arguments forgotten, misspelt, of another kind or in another order;
 * `argument/list` for one journey where a list belongs.
 *
 * @example
 * ```ts
 * import { whpJetsCv06, worklist } from "programme-rules";
 *
 * const journey = { id: "R1", events: [{ kind: "referral-received", on: "2021-04-01" }] };
 * const [first] = worklist(whpJetsCv06, [journey], { asAt: "2021-04-06", withinWorkingDays: 1 });
 * first?.dueOn; // => "2021-04-07"
 * first?.workingDaysLeft; // => 1
 * ```
 */
export function worklist(
  rules: Programme | History,
  journeys: Caseload,
  options: WorklistOptions,
): WorkItem[] {
  const list = new Worklist(rules, options);
  eachOwn(journeys, rules?.id, options?.onProblem, (journey) => list.add(journey));
  return list.items();
}

const WORKLIST_OPTIONS: OptionKinds<WorklistOptions> = { ...AS_AT_OPTIONS, withinWorkingDays: CHECKED };

/** A worklist built one journey at a time. */
export class Worklist {
  readonly #found: WorkItem[] = [];
  readonly #works: readonly EditionWork[];

  constructor(rules: Programme | History, options: WorklistOptions) {
    const editions = editionsOf(rules);
    optionsOf(options, WORKLIST_OPTIONS, AS_AT);
    this.#works = editions.map(
      ([edition, applies]) => new EditionWork(edition, options, this.#found, applies),
    );
  }

  add(journey: Journey): void {
    for (let i = 0; i < this.#works.length; i++) this.#works[i]!.add(journey, i === 0);
  }

  items(): WorkItem[] {
    return this.#found.sort(
      (one, other) =>
        compareTexts(one.dueOn, other.dueOn) ||
        compareTexts(one.journey, other.journey) ||
        compareTexts(one.requirement, other.requirement),
    );
  }
}

/** Finds what is still to be done under one edition. */
class EditionWork {
  readonly #requirements: readonly Clocked[];
  readonly #reader: JourneyReader;
  readonly #ahead: number;
  readonly #enders: ReadonlyMap<Clocked, Matches>;
  readonly #titles: ReadonlyMap<Clocked, string>;
  readonly #found: WorkItem[];
  readonly #applies: Applies | undefined;

  constructor(programme: Programme, options: WorklistOptions, found: WorkItem[], applies?: Applies) {
    this.#found = found;
    this.#applies = applies;
    this.#reader = new JourneyReader(programme, options);
    const { clocks } = this.#reader;
    this.#requirements = referralsAskedFor(clocks, options);
    this.#titles = new Map(
      this.#requirements.map((each) => [each, sayRequirement(each.programme, each.requirement)]),
    );
    this.#ahead = checkedHorizon(options.withinWorkingDays);
    this.#enders = new Map(
      this.#requirements.map((each) => [each, clocks.compiler.endersOf(each.requirement.id)]),
    );
  }

  /** Puts the work of a journey on the list, and may tell what is wrong with it. */
  add(journey: Journey, tells: boolean): void {
    this.#reader.read(journey);
    if (tells) this.#reader.tellProblems();
    if (this.#reader.facts.calendar === undefined) return;
    for (const clocked of this.#requirements) {
      if (clocked.deadline !== undefined) this.#addDeadline(clocked);
      else if (clocked.cadence !== undefined) this.#addContact(clocked);
    }
  }

  #addDeadline(clocked: Clocked): void {
    const { facts } = this.#reader;
    const clock = clocked.deadline!;
    const enders = this.#enders.get(clocked)!;
    let started = false;
    for (let more = clock.first(facts); more; more = clock.next(facts)) {
      started = true;
      if (clock.holds === NO || clock.holds === OPEN || clock.done < NEVER) continue;
      // Work can be over without having been done: a no-show leaves no appointment to hold.
      const hasEnded = enders.firstFrom(facts, clock.anchorDay) >= 0;
      if (hasEnded || clock.excusedOn(facts) < NEVER || clock.isPastStay(facts)) continue;
      const mayBeOver = enders.isUnreadable(facts) ? { unreadable: true as const } : {};
      this.#push(clocked, clock.anchorDay, clock.opens, clock.due, mayBeOver);
    }
    if (!started) this.#addWithoutAnchor(clocked);
  }

  /** Work that leaving starts is expected by when somebody leaves; once the longest stay is over, the leaving is asked for. */
  #addWithoutAnchor(clocked: Clocked): void {
    const { facts, clocks } = this.#reader;
    const clock = clocked.deadline!;
    if (clock.isLeavingUnrecorded(facts)) {
      if (clock.holds !== NO) this.#push(clocked, NEVER, -NEVER, clock.due, { unrecorded: true });
      return;
    }
    if (!clock.isBefore) return;
    const { before, within, endsOn } = clocked.requirement as DeadlineRequirement;
    const kinds = before!.flatMap((match) =>
      typeof match === "string" ? [clocks.compiler.kind(match)] : [],
    );
    const expected = kinds.map((kind) => facts.expected.get(kind)).find((day) => day !== undefined);
    const last = expected ?? (clocks.compiler.hasLeaving(kinds) ? clocks.compiler.lastDay(facts) : NEVER);
    if (last === NEVER) return;
    const due = endsOn === "day-before" ? last - 1 : last;
    const hasWindow = within !== undefined && !("open" in within);
    const opens = hasWindow ? windowBefore(within)(due, facts.calendar!) : due;
    this.#push(clocked, NEVER, opens, due, { expected: true });
  }

  /** One item a person: the first contact missed since the last one made, or else the next one due; none once it is over. */
  #addContact(clocked: Clocked): void {
    const { facts } = this.#reader;
    let missed = NEVER;
    let due = NEVER;
    let anchorDay = NEVER;
    clocked.cadence!.run(facts, (contact) => {
      const before = missed;
      if (contact.end === "open") due = Math.min(missed, contact.due);
      else if (contact.end === "missed" && contact.done === NEVER) missed = Math.min(missed, contact.due);
      else missed = NEVER;
      if (before === NEVER) anchorDay = contact.anchorDay;
    });
    this.#push(clocked, anchorDay, -NEVER, due);
  }

  #push(
    clocked: Clocked,
    anchorDay: number,
    opens: number,
    due: number,
    about: Pick<WorkItem, "expected" | "unrecorded" | "unreadable"> = {},
  ): void {
    const { standard, requirement } = clocked;
    const { facts, asAt } = this.#reader;
    if (!isDay(due)) return;
    const left = facts.calendar!.count(asAt, due);
    if (left > this.#ahead) return;
    const isCounted = Math.abs(left) < BEYOND;
    if (this.#applies?.(requirement.id, anchorDay, facts.journey) === false) return;
    const adviser = facts.journey.attributes?.adviser ?? undefined;
    this.#found.push({
      journey: facts.journey.id,
      standard: standard.id,
      requirement: requirement.id,
      title: this.#titles.get(clocked)!,
      ...dateIf("opensOn", opens),
      dueOn: isoDate(due),
      overdue: due < asAt,
      ...(isCounted ? { workingDaysLeft: left } : {}),
      ...about,
      ...certainty(clocked, facts),
      ...(adviser === undefined ? {} : { adviser: String(adviser) }),
    });
  }
}

function checkedHorizon(days: number | undefined): number {
  if (days === undefined) return Number.POSITIVE_INFINITY;
  if (Number.isInteger(days) && days >= 0) return days;
  throw new ProgrammeFault({
    code: "deadlines/horizon",
    given: `withinWorkingDays ${shown(days)}`,
    allowed: "a whole number of working days from 0",
    todo: "Leave it out to list every open due date.",
  });
}
