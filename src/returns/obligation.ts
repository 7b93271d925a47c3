import { type DaySpan, type EpochDay, type IsoMonth, monthOf } from "../date/index.js";
import {
  clocksOf,
  contractDeadlines,
  type Facts,
  gapOf,
  isAskedFor,
  NEVER,
  NO,
  YES,
} from "../deadlines/index.js";
import {
  type CadenceRequirement,
  type DeadlineRequirement,
  isOpen,
  type Programme,
  type Standard,
  type Standing,
} from "../rules/index.js";

/**
 * One thing due: what asks for it, its days, the day it hangs on, the month it is about; `isReview`: that day is a
 * review's.
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
}

/** The days asked about, the kinds of event by which reviews are held, and standards of which standing count too. */
export interface ObligationOptions extends DaySpan {
  readonly reviews: readonly string[];
  readonly including?: readonly Standing[] | undefined;
}

/** What a contract owes within a span. */
export function obligationsOf(programme: Programme, facts: Facts, options: ObligationOptions): Obligation[] {
  const dated = [...fromDeadlines(programme, facts, options), ...fromCadences(programme, facts, options)];
  return dated.filter(({ due }) => due >= options.from && due <= options.until);
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

/** Neither a day that has not come nor one that the calendar cannot tell. */
function isDay(day: EpochDay): boolean {
  return Math.abs(day) < NEVER;
}

/** Returns and reviews owed once in each month (or week, or quarter): by its last day, or on a day that is set. */
function fromCadences(programme: Programme, facts: Facts, options: ObligationOptions): Obligation[] {
  return (programme.returns ?? []).flatMap((each) =>
    each.kind === "cadence" && !isOpen(each.every) && "each" in each.every
      ? ofCadence(each, programme, facts, options)
      : [],
  );
}

function ofCadence(
  rule: CadenceRequirement,
  programme: Programme,
  facts: Facts,
  options: ObligationOptions,
): Obligation[] {
  const { compiler } = clocksOf(programme);
  const during = compiler.state(rule.while);
  const stops = Object.keys(rule.stops ?? {}).map((id) => compiler.state(id));
  const events = compiler.matches(rule.event);
  const isReview = options.reviews.some((kind) => events.hasKind(compiler.kind(kind)));
  const found: Obligation[] = [];
  for (const { first, last } of blocks(rule, facts, options)) {
    const isRunning = during.entered(facts) === undefined || isInOn(during.holds, facts, last);
    if (!isRunning || stops.some(({ holds }) => holds(facts, last) === YES)) continue;
    const days = daysBetween(facts, events, first, last);
    const base = { standard: undefined, requirement: rule, month: monthOf(last) };
    if (isReview && days.length > 0) {
      for (const { day, isPlanned } of days)
        found.push({
          ...base,
          due: day,
          ...(isPlanned ? {} : { done: day }),
          anchorDay: day,
          isReview: true,
        });
    } else found.push({ ...base, due: last, ...(days[0] === undefined ? {} : { done: days[0].day }) });
  }
  return found;
}

/** The spans of a calendar that touch the days asked about. */
function blocks(rule: CadenceRequirement, facts: Facts, { from, until }: DaySpan) {
  const next = gapOf(rule.every as Exclude<CadenceRequirement["every"], { open: unknown }>);
  const spans: { first: EpochDay; last: EpochDay }[] = [];
  // From the start of the quarter before, so that the first span is whole.
  let before = from - 190;
  while (before < until) {
    const last = next(before, facts.calendar!);
    if (last >= from) spans.push({ first: before + 1, last });
    before = last;
  }
  return spans;
}

/** What ends on the last day of a span was still owed in it. */
function isInOn(holds: (facts: Facts, day: EpochDay) => number, facts: Facts, day: EpochDay): boolean {
  return holds(facts, day) === YES || holds(facts, day - 1) === YES;
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
