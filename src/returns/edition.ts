import { workingCalendar } from "../calendar/index.js";
import {
  daySpan,
  type EpochDay,
  epochDay,
  type IsoDate,
  isoDate,
  lastOfMonth,
  monthOf,
} from "../date/index.js";
import { JourneyReader, withMonthEnds } from "../deadlines/index.js";
import type { ContractLog, JourneyEvent } from "../journey/index.js";
import type { Match, Programme } from "../rules/index.js";
import { type Dated, datedCadences, datedDeadlines } from "./obligation.js";
import { type ReturnDue, type ReturnsOptions, rowOf, type Where } from "./row.js";

/** What one edition asks for on the calendar of one nation, within the span. */
export function rowsOf(programme: Programme, nation: string, options: ReturnsOptions): ReturnDue[] {
  const { beyondPublished, contractLog, including } = options;
  const name = programme.calendars[nation]!;
  const calendar = workingCalendar(name, beyondPublished === undefined ? {} : { beyondPublished });
  const { from, until } = daySpan({ from: options.from, until: options.to });
  for (const end of [from, until]) calendar.isWorkingDay(isoDate(end));
  const reader = new JourneyReader(programme, {
    asAt: calendar.answersUntil,
    ...(beyondPublished === undefined ? {} : { beyondPublished }),
  });
  const days = reviewDays(options, calendar.isWorkingDay);
  const reviews = reviewKinds(programme);
  const log = withPlanned(contractLog ?? { id: "contract", events: [] }, reviews, days);
  reader.read(dated({ ...log, attributes: { ...log.attributes, nation } }, calendar.knownFrom, until));
  const where: Where = { programme, calendar, hasLog: contractLog !== undefined };
  const found = [
    ...datedDeadlines(programme, reader.facts, { including, reviews }),
    ...datedCadences(programme, reader.facts, { from, until, reviews }),
  ].filter(({ due }) => due >= from && due <= until);
  return merged(found).map((each) => rowOf(each, where));
}

/** The kinds of event by which the regime's meetings are held. */
function reviewKinds({ regime, returns = [] }: Programme): readonly string[] {
  const timed = (regime?.meetings ?? []).map(({ requirement }) => requirement);
  return returns.flatMap((each) =>
    each.kind === "cadence" && timed.includes(each.id) ? each.event.flatMap(kindOf) : [],
  );
}

function reviewDays({ reviewsOn = [] }: ReturnsOptions, check: (date: IsoDate) => boolean): IsoDate[] {
  return reviewsOn.map((date) => {
    const day = isoDate(epochDay(date));
    check(day);
    return day;
  });
}

/** The log with planned reviews that are not in it yet. */
function withPlanned(log: ContractLog, [kind]: readonly string[], days: readonly IsoDate[]): ContractLog {
  if (kind === undefined) return log;
  const known = log.events.filter((event) => event.kind === kind).map(({ on }) => on);
  const planned = days
    .filter((on) => !known.includes(on))
    .map((on): JourneyEvent => ({ kind, on, planned: true }));
  return { ...log, events: [...log.events, ...planned] };
}

/** The log with the end of each month; a contract that does not say when it began ran all the time. */
function dated(log: ContractLog, knownFrom: IsoDate, until: EpochDay): ContractLog {
  const begins = log.events.some(({ kind }) => kind === "contract-started");
  const start = { kind: "contract-started", on: isoDate(epochDay(knownFrom) - 1) };
  const events = begins ? log.events : [start, ...log.events];
  return withMonthEnds({ ...log, events }, lastOfMonth(monthOf(until)));
}

function kindOf(match: Match): string[] {
  if (typeof match === "string") return [match];
  return "event" in match ? [match.event] : [];
}

/** Templates of standards that are due together are one row. */
function merged(found: readonly Dated[]): Dated[][] {
  const rows = new Map<string, Dated[]>();
  found.forEach((each, at) => {
    const isTemplate = each.standard !== undefined && each.month !== undefined;
    const key = isTemplate ? `${each.month} ${each.opens} ${each.due}` : String(at);
    rows.set(key, [...(rows.get(key) ?? []), each]);
  });
  return [...rows.values()];
}
