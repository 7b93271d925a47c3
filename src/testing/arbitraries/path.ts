import type { EpochCalendar } from "../../calendar/index.js";
import type { EpochDay } from "../../date/index.js";
import { defined } from "../../defined.js";
import type { Scalar } from "../../journey/index.js";
import { type EventMatch, eventsMarking, type Programme } from "../../rules/index.js";
import type { Happening } from "./happenings.js";
import { kindOf, type StateSpan } from "./journey-vocabulary.js";

/** How many days of the week a working day takes on the average. */
const PER_WORKING_DAY = 1.4;
/** What a provider does falls on a working day but for one time in so many. */
const ANY_DAY = 25;
/** A prime below the draws, so that which time it is does not hang on how late the draw is. */
const SPREAD = 7_919;

/** What has happened so far on one path, and the first day of each kind. */
export class Path {
  readonly happenings: Happening[] = [];
  readonly #begins: EpochDay;
  readonly #calendar: EpochCalendar;
  readonly #first = new Map<string, number>();

  readonly #states: Programme["states"];

  constructor(begins: EpochDay, calendar: EpochCalendar, { states }: Programme) {
    this.#begins = begins;
    this.#calendar = calendar;
    this.#states = states;
  }

  /** The first day of the first of these matches that has happened, the turns of states among them. */
  dayOfAny(matches: readonly EventMatch[]): number | undefined {
    const events = matches.flatMap((match) => eventsMarking(match, { states: this.#states }));
    return this.dayOf(events.flatMap((match) => kindOf(match) ?? []));
  }

  /** So many days of the week a length takes from a day, or before it. */
  daysOf(length: object, day: number, isBefore: boolean): number {
    const { workingDays } = length as { readonly workingDays?: number };
    if (workingDays === undefined || workingDays === 0) return Math.floor(lengthInDays(length));
    const from = this.#begins + day;
    const days = isBefore
      ? from - this.#calendar.subtract(from, Math.max(workingDays - 1, 1))
      : this.#calendar.add(from, workingDays) - from;
    // Where the calendar ends, its answers stand for nothing.
    return Math.abs(days) > 4_000 ? Math.floor(lengthInDays(length)) : days;
  }

  /**
   * A day on which a provider does something: a working day nearly always, the next one within the bounds or
   * else the one before.
   */
  worked(
    day: number,
    { from, until }: { readonly from: number; readonly until: number },
    draw: number,
  ): number {
    if (Math.floor(draw * SPREAD) % ANY_DAY === ANY_DAY - 1) return day;
    for (let on = day; on <= Math.min(until, day + 7); on++) if (this.#isWorked(on)) return on;
    for (let on = day; on >= Math.max(from, day - 7); on--) if (this.#isWorked(on)) return on;
    return day;
  }

  #isWorked(day: number): boolean {
    return this.#calendar.isWorkingDay(this.#begins + day);
  }

  add(happening: Happening): void {
    this.happenings.push(happening);
    const before = this.#first.get(happening.kind) ?? Number.POSITIVE_INFINITY;
    this.#first.set(happening.kind, Math.min(before, happening.day));
  }

  /** The last of the first days of these kinds. */
  lastOf(kinds: Iterable<string>): number | undefined {
    let last: number | undefined;
    for (const kind of kinds) {
      const day = this.#first.get(kind);
      if (day !== undefined) last = Math.max(day, last ?? day);
    }
    return last;
  }

  /** The days of a kind, in order. */
  daysOfKind(kind: string): readonly number[] {
    const days = this.happenings.flatMap((each) => (each.kind === kind ? [each.day] : []));
    return days.sort((one, other) => one - other);
  }

  /** The first day of an event with the fields that a match asks for. */
  dayOfMatch(match: EventMatch): number | undefined {
    const asked = Object.entries(fieldsAsked(match) ?? {});
    const kind = kindOf(match);
    const days = this.happenings.flatMap((each) =>
      each.kind === kind && asked.every(([name, value]) => each.fields?.[name] === value) ? [each.day] : [],
    );
    return days.length === 0 ? undefined : Math.min(...days);
  }

  /** The days from which, and until which, a state holds. */
  timesIn({ from, until }: StateSpan): readonly (readonly [number, number])[] {
    const times: [number, number][] = [];
    const turns = this.happenings.filter(({ kind }) => from.includes(kind) || until.includes(kind));
    for (const { kind, day } of turns.sort((one, other) => one.day - other.day)) {
      const open = times.at(-1);
      const isIn = open?.[1] === Number.POSITIVE_INFINITY;
      if (from.includes(kind) && !isIn) times.push([day, Number.POSITIVE_INFINITY]);
      else if (until.includes(kind) && isIn) open[1] = day;
    }
    return times;
  }

  /** The first day of the first of these kinds that has happened. */
  dayOf(kinds: readonly string[]): number | undefined {
    for (const kind of kinds) {
      const day = this.#first.get(kind);
      if (day !== undefined) return day;
    }
    return undefined;
  }
}

export function fieldsAsked(match: EventMatch): Happening["fields"] {
  if (typeof match === "string" || !("event" in match) || match.where === undefined) return undefined;
  return defined(match.where) as Readonly<Record<string, Scalar>>;
}

/** About how many days of the week a length takes. */
export function lengthInDays(length: object): number {
  const { workingDays, days, weeks, months, each } = length as Readonly<Record<string, number | string>>;
  if (workingDays !== undefined) return Number(workingDays) * PER_WORKING_DAY;
  if (days !== undefined) return Number(days);
  if (weeks !== undefined) return Number(weeks) * 7;
  if (months !== undefined) return Number(months) * 30;
  return each === "day" || each === "working-day" ? 1 : each === "week" ? 7 : each === "quarter" ? 91 : 30;
}
