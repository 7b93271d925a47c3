import type { EpochCalendar } from "../calendar/index.js";
import { type DaySpan, type EpochDay, type IsoMonth, monthOf } from "../date/index.js";
import {
  type Compiler,
  clocksOf,
  contractDeadlines,
  countedFrom,
  type Facts,
  frequencyIn,
  gapOf,
  isAskedFor,
  isDay,
  NO,
  YES,
} from "../deadlines/index.js";
import {
  type CadenceRequirement,
  type DeadlineRequirement,
  type Frequency,
  isOpen,
  type Programme,
  type Standard,
  type Standing,
} from "../rules/index.js";

/**
 * One thing due: what asks for it, its days, the day it hangs on, the month it is about; `isReview`: that day is a
 * review's. `every`: how often, of a cadence.
 */
export interface Obligation {
  readonly standard: Standard | undefined;
  readonly requirement: DeadlineRequirement | CadenceRequirement;
  readonly due: EpochDay;
  readonly opens?: EpochDay;
  readonly done?: EpochDay;
  readonly anchorDay?: EpochDay;
  readonly month?: IsoMonth;
  readonly isReview?: true;
  readonly every?: Frequency;
}

/** The days asked about, the kinds of event by which reviews are held, and standards of which standing count too. */
export interface ObligationOptions extends DaySpan {
  readonly reviews: readonly string[];
  readonly including?: readonly Standing[] | undefined;
}

/** What a contract owes within a span. */
export function obligationsOf(programme: Programme, facts: Facts, options: ObligationOptions): Obligation[] {
  const cadences = (programme.returns ?? []).flatMap((each) =>
    each.kind === "cadence" ? fromCadence(each, programme, facts, options) : [],
  );
  return [...fromDeadlines(programme, facts, options), ...cadences].filter(
    ({ due }) => due >= options.from && due <= options.until,
  );
}

/** Each deadline on a contract, once for each event that starts its clock. */
function fromDeadlines(
  programme: Programme,
  facts: Facts,
  { including = [], reviews }: ObligationOptions,
): Obligation[] {
  const dated: Obligation[] = [];
  for (const { standard, requirement, clock } of contractDeadlines(programme)) {
    if (standard !== undefined && !isAskedFor(programme, standard, { including })) continue;
    for (let more = clock.first(facts); more; more = clock.next(facts)) {
      if (clock.holds === NO || !isDay(clock.due)) continue;
      const kind = clock.anchorAt < 0 ? undefined : facts.event(clock.anchorAt).kind;
      dated.push({
        standard,
        requirement,
        due: clock.due,
        ...(isDay(clock.opens) ? { opens: clock.opens } : {}),
        ...(isDay(clock.done) ? { done: clock.done } : {}),
        anchorDay: clock.anchorDay,
        ...(kind !== undefined && reviews.includes(kind) ? { isReview: true } : {}),
        ...(kind === "month-ended" ? { month: monthOf(clock.anchorDay) } : {}),
      });
    }
  }
  return dated;
}

/** A return or review owed once in each month (or week, or quarter): by its last day, or on a day that is set. */
function fromCadence(
  rule: CadenceRequirement,
  programme: Programme,
  facts: Facts,
  options: ObligationOptions,
): Obligation[] {
  const { every } = rule;
  if (isOpen(every) || !("each" in every)) return [];
  const { compiler } = clocksOf(programme);
  const during = compiler.state(rule.while);
  const hasBegun = compiler.matches([{ entering: rule.while }]).next(facts, -1) >= 0;
  const stops = Object.keys(rule.stops ?? {}).map((id) => compiler.state(id));
  const events = compiler.matches(rule.event);
  const isReview = options.reviews.some((kind) => events.hasKind(compiler.kind(kind)));
  const found: Obligation[] = [];
  const variations = variationsOf(rule, facts, compiler);
  // From the start of the quarter before, so that the first span is whole.
  let last = options.from - 190;
  while (last < options.until) {
    const first = last + 1;
    const span = spanFrom(first, every, variations, facts.calendar!);
    last = span.last;
    if (last < options.from) continue;
    // What ends on the last day of a span was still owed in it.
    const isRunning = !hasBegun || during.holds(facts, last) === YES || during.holds(facts, last - 1) === YES;
    if (!isRunning || stops.some(({ holds }) => holds(facts, last) === YES)) continue;
    const days = daysBetween(facts, events, first, last);
    const isMonth = "each" in span.every && span.every.each === "month";
    const base = {
      standard: undefined,
      requirement: rule,
      every: span.every,
      ...(isMonth ? { month: monthOf(last) } : {}),
    };
    if (!isReview || days.length === 0)
      found.push({ ...base, due: last, ...(days[0] === undefined ? {} : { done: days[0].day }) });
    else
      for (const { day, isPlanned } of days) {
        const done = isPlanned ? {} : { done: day };
        found.push({ ...base, due: day, ...done, anchorDay: day, isReview: true });
      }
  }
  return found;
}

/** Another frequency, and the day from which on it holds. */
interface Variation {
  readonly day: EpochDay;
  readonly every: Frequency;
}

function variationsOf({ frequency }: CadenceRequirement, facts: Facts, compiler: Compiler): Variation[] {
  if (frequency === undefined) return [];
  const events = compiler.matches(frequency);
  const found: Variation[] = [];
  for (let at = events.next(facts, -1); at >= 0; at = events.next(facts, at)) {
    const every = frequencyIn(facts.event(at));
    if (every !== undefined) found.push({ day: facts.on[at]!, every });
  }
  return found;
}

/** The span that begins on a day: how long it is by the frequency of that day, and by what varies it meanwhile. */
function spanFrom(
  first: EpochDay,
  usual: Frequency,
  variations: readonly Variation[],
  calendar: EpochCalendar,
): { readonly last: EpochDay; readonly every: Frequency } {
  let every = variations.filter(({ day }) => day <= first).at(-1)?.every ?? usual;
  let last = gapOf(every)(first - 1, calendar);
  for (const { day, every: varied } of variations) {
    if (day <= first || day > last) continue;
    every = varied;
    last = Math.max(day, gapOf(every)(countedFrom(every, first - 1, day), calendar));
  }
  return { last, every };
}

function daysBetween(
  facts: Facts,
  events: { next(facts: Facts, from: number): number },
  first: EpochDay,
  last: EpochDay,
) {
  const days: { day: EpochDay; isPlanned: boolean }[] = [];
  for (let at = events.next(facts, -1); at >= 0; at = events.next(facts, at)) {
    const day = facts.on[at]!;
    if (day >= first && day <= last) days.push({ day, isPlanned: facts.event(at).planned === true });
  }
  return days;
}
