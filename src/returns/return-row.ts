import type { CalendarName, WorkingCalendar } from "../calendar/index.js";
import { type IsoDate, type IsoMonth, isoDate, monthOf } from "../date/index.js";
import type { Citation, Programme } from "../rules/index.js";
import { reasonOf, rolledFrom } from "./due-day-reason.js";
import type { Obligation } from "./obligation.js";

/**
 * Something owed to the department on a day.
 *
 * - `return`: `css-template` for the monthly templates that standards ask for; for a return of the
 *   programme the word of its id (`performance-return`, `pipeline-file`, `breakdown` …).
 * - `forMonth`: the month it is about. `inMonth`: the month it falls due in. `reviewOn`: the review
 *   it belongs to.
 * - `opensOn`: not before this day. `rolledFrom`: the day it would be, were that a working day.
 * - `reason`: how the day was found, in one sentence.
 * - `standards`, `requirements`: what asks for it, by id; a return of the programme belongs to no standard.
 * - `elsewhere`: where no nation was said, the calendars on which it is due on another day.
 * - `doneOn`: with a log, the day it was done; `outstanding` what of it is not done.
 * - `projected`: the day rests on bank holidays that are not published yet.
 */
export interface ReturnDue {
  readonly return: string;
  readonly title: string;
  readonly dueOn: IsoDate;
  readonly opensOn?: IsoDate;
  readonly forMonth?: IsoMonth;
  readonly inMonth: IsoMonth;
  readonly reviewOn?: IsoDate;
  readonly rolledFrom?: IsoDate;
  readonly reason: string;
  readonly standards: readonly string[];
  readonly requirements: readonly string[];
  readonly citations: readonly Citation[];
  readonly basis?: "assumed";
  readonly programme: string;
  readonly edition: string;
  readonly calendar: CalendarName;
  readonly elsewhere?: readonly { readonly calendar: CalendarName; readonly dueOn: IsoDate }[];
  readonly doneOn?: IsoDate;
  readonly outstanding?: readonly string[];
  readonly projected?: true;
}

/** The name of the templates that standards ask for every month. */
const TEMPLATE = "css-template";

/** What is due together, as a row of an edition on a calendar; with a log, also what of it is done. */
export function rowOf(
  together: readonly Obligation[],
  programme: Programme,
  calendar: WorkingCalendar,
  hasLog: boolean,
): ReturnDue {
  const [first] = together as [Obligation, ...Obligation[]];
  const { requirement, due, opens, month } = first;
  const dueOn = isoDate(due);
  const from = rolledFrom(first, calendar);
  return {
    return: nameOf(first),
    title: together.map((each) => each.requirement.title).join("; "),
    dueOn,
    ...(opens === undefined ? {} : { opensOn: isoDate(opens) }),
    ...(month === undefined ? {} : { forMonth: month }),
    inMonth: monthOf(due),
    ...(first.isReview === undefined ? {} : { reviewOn: isoDate(first.anchorDay!) }),
    ...(from === undefined ? {} : { rolledFrom: from }),
    reason: reasonOf(first, calendar),
    standards: [...new Set(together.flatMap(({ standard }) => standard?.id ?? []))],
    requirements: together.map((each) => each.requirement.id),
    citations: together.flatMap(
      ({ requirement, standard }) => requirement.citation ?? standard?.citation ?? [],
    ),
    ...((requirement.basis ?? first.standard?.basis) === undefined ? {} : { basis: "assumed" as const }),
    programme: programme.id,
    edition: programme.edition,
    calendar: calendar.name as ReturnDue["calendar"],
    ...(hasLog ? doneOf(together) : {}),
    ...(calendar.isProjected(dueOn) ? { projected: true as const } : {}),
  };
}

function nameOf({ standard, requirement, month }: Obligation): string {
  if (standard === undefined) return requirement.id.slice(requirement.id.indexOf("/") + 1);
  return month === undefined ? requirement.id : TEMPLATE;
}

function doneOf(together: readonly Obligation[]): Pick<ReturnDue, "doneOn" | "outstanding"> {
  const outstanding = together.filter(({ done }) => done === undefined);
  if (outstanding.length > 0) return { outstanding: outstanding.map(({ requirement }) => requirement.id) };
  return { doneOn: isoDate(Math.max(...together.map(({ done }) => done!))) };
}
