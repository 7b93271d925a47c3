import { type EpochCalendar, epochCalendar } from "../calendar/index.js";
import {
  DATE,
  type DateInput,
  type DateSpan,
  type EpochDay,
  epochDay,
  isoDate,
  SPAN,
} from "../date/index.js";
import { ProgrammeFault } from "../fault.js";
import type { Journey, Problem } from "../journey/index.js";
import { AS_AT, CALLBACK, listOf, type OptionKinds, oneOf, optionsOf } from "../options.js";
import { type Programme, STANDINGS, type Standing } from "../rules/index.js";

/** As at which date, and what to do about days for which no bank holidays are published yet. */
export interface AsAt {
  /** Only what had happened and was known by the end of this day is used. */
  readonly asAt: DateInput;
  /** Use rule-generated bank holidays beyond the published ones; results that did say `projected`. */
  readonly beyondPublished?: "project";
  /**
   * Standings assessed besides contract and guidance: `["recommended"]`, `["offered"]`, `["research"]`.
   * What is only recommended or offered is not assessed unless asked for.
   */
  readonly including?: readonly Standing[];
  /**
   * Told of each problem in the data: what cannot be read or be true, what is there twice, what nobody knows. What
   * depends on it is undetermined, has no date and is on no list; this says why.
   */
  readonly onProblem?: (problem: Problem) => void;
}

export const AS_AT_OPTIONS: OptionKinds<AsAt> = {
  asAt: DATE,
  beyondPublished: oneOf(["project"]),
  including: listOf(oneOf(STANDINGS)),
  onProblem: CALLBACK,
};

/** As of an answer that is asked for as at a date, and nothing else. */
export function asAtOptions(options: AsAt): AsAt {
  return optionsOf(options, AS_AT_OPTIONS, AS_AT);
}

const made = new WeakMap<Programme, Map<string, Calendars>>();

/** The calendars of a programme, made once a programme and way of looking ahead. */
export function calendarsOf(
  programme: Programme,
  { beyondPublished }: Pick<AsAt, "beyondPublished">,
): Calendars {
  const own = made.get(programme) ?? new Map<string, Calendars>();
  made.set(programme, own);
  const key = beyondPublished ?? "published";
  const calendars = own.get(key) ?? new Calendars(programme, beyondPublished);
  own.set(key, calendars);
  return calendars;
}

/** The calendar of each nation a programme runs in. */
export class Calendars {
  readonly #byNation = new Map<string, EpochCalendar>();
  readonly #only: EpochCalendar | undefined;

  constructor(programme: Programme, beyondPublished: "project" | undefined) {
    for (const [nation, name] of Object.entries(programme.calendars)) {
      const options = beyondPublished === undefined ? undefined : { beyondPublished };
      this.#byNation.set(nation, epochCalendar(name, options));
    }
    const names = new Set(Object.values(programme.calendars));
    this.#only = names.size === 1 ? this.#byNation.values().next().value : undefined;
  }

  /** A journey's calendar: its nation's, or the only one there is; undefined when it has none. */
  of(journey: Journey): EpochCalendar | undefined {
    const nation = journey.attributes?.nation ?? undefined;
    if (nation === undefined || nation === "") return this.#only;
    return this.#byNation.get(nation as string);
  }

  get nations(): string[] {
    return [...this.#byNation.keys()];
  }

  /**
   * The as-at date as a day.
   *
   * @throws ProgrammeFault `deadlines/as-at` when every calendar ends before it.
   */
  asAtDay(asAt: DateInput): number {
    const day = epochDay(asAt);
    const known = [...this.#byNation.values()];
    if (known.some((calendar) => day >= calendar.knownFrom && day <= calendar.answersUntil)) return day;
    const from = Math.min(...known.map((calendar) => calendar.knownFrom));
    const until = Math.max(...known.map((calendar) => calendar.answersUntil));
    throw new ProgrammeFault({
      code: "deadlines/as-at",
      given: `the as-at date ${isoDate(day)}`,
      allowed: `${isoDate(from)} to ${isoDate(until)}, the span of the published bank holidays`,
      todo: 'Update the package, or pass { beyondPublished: "project" } to use generated holidays.',
    });
  }
}

/**
 * The first and last day of a period.
 *
 * @throws ProgrammeFault `deadlines/period` when it ends before it begins.
 */
export function checkedPeriod(period: DateSpan): [EpochDay, EpochDay] {
  SPAN(period, "period");
  const from = epochDay(period.from);
  const until = epochDay(period.until);
  if (from <= until) return [from, until];
  throw new ProgrammeFault({
    code: "deadlines/period",
    given: `a period from ${isoDate(from)} until ${isoDate(until)}`,
    allowed: "a period whose last day is not before its first",
    todo: "Exchange the two dates.",
  });
}
