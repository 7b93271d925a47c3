import type { WorkingCalendar } from "../calendar/index.js";
import { isoDate, monthOf } from "../date/index.js";
import type { Programme } from "../rules/index.js";
import type { Dated } from "./dated.js";
import type { ReturnDue } from "./return.js";
import { reasonOf, rolledFrom } from "./return-reason.js";

/** Of which edition, on which calendar, and whether a log says what was done. */
export interface Where {
  readonly programme: Programme;
  readonly calendar: WorkingCalendar;
  readonly hasLog: boolean;
}

/** The name of the templates that standards ask for every month. */
const TEMPLATE = "css-template";

/** What is due together, as a row. */
export function rowOf(together: readonly Dated[], where: Where): ReturnDue {
  const { programme, calendar } = where;
  const [first] = together as [Dated, ...Dated[]];
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
    ...doneOf(together, where),
    ...(calendar.isProjected(dueOn) ? { projected: true as const } : {}),
  };
}

function nameOf({ standard, requirement, month }: Dated): string {
  if (standard === undefined) return requirement.id.slice(requirement.id.indexOf("/") + 1);
  return month === undefined ? requirement.id : TEMPLATE;
}

function doneOf(together: readonly Dated[], { hasLog }: Where): Pick<ReturnDue, "doneOn" | "outstanding"> {
  if (!hasLog) return {};
  const outstanding = together.filter(({ done }) => done === undefined);
  if (outstanding.length > 0) return { outstanding: outstanding.map(({ requirement }) => requirement.id) };
  return { doneOn: isoDate(Math.max(...together.map(({ done }) => done!))) };
}
