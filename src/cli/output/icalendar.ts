import ical, { ICalCalendarMethod, ICalEventTransparency } from "ical-generator";
import { epochDay, longMonth } from "../../date/index.js";
import type { ReturnDue } from "../../returns/index.js";
import { capitalised, formatCitation } from "../../rules/index.js";
import { visible, visibleLines } from "../../visible.js";
import { PRECEDENCE } from "./remarks.js";
import { dateWords } from "./value-text.js";

/** Whose dates they are: what the contract and the nation are called, where that is said. */
interface Whose {
  readonly contract: string | undefined;
  readonly nation: string | undefined;
}

/** What says of a calendar file that it was made here. */
const PRODUCT = "//programme-rules//returns//EN";

/** Whether a file is a calendar that was made here. */
export function isReturnsCalendar(text: string): boolean {
  return text.startsWith("BEGIN:VCALENDAR") && text.includes(`\nPRODID:-${PRODUCT}`);
}

/**
 * Due dates as an iCalendar file: an all-day entry each. An entry keeps its identity when its day moves, so
 * that a calendar which takes the file in again moves the entry and does not double it. Entries are stamped
 * with the as-at date, and of two of one identity that of the later date is the newer.
 */
export function returnsCalendar(
  rows: readonly ReturnDue[],
  { title, asAt, ...whose }: { title: string; asAt: string } & Whose,
): string {
  const { contract } = whose;
  const calendar = ical({
    name: visible(`Returns and reviews${contract === undefined ? "" : ` of ${contract}`}: ${title}`),
    prodId: PRODUCT,
    method: ICalCalendarMethod.PUBLISH,
  });
  const stamp = atMidnight(asAt);
  for (const row of rows) {
    calendar.createEvent({
      id: identity(row, whose),
      start: atMidnight(row.dueOn),
      allDay: true,
      stamp,
      lastModified: stamp,
      sequence: Math.max(0, epochDay(asAt)),
      summary: visible(`${contract === undefined ? "" : `${contract}: `}${summaryOf(row)}`),
      description: visibleLines(descriptionOf(row)),
      categories: [{ name: row.return }],
      transparency: ICalEventTransparency.TRANSPARENT,
    });
  }
  return `${calendar.toString()}\r\n`;
}

function atMidnight(date: string): Date {
  return new Date(`${date}T00:00:00Z`);
}

/** Told apart by whose it is and what it is for, never by the day it is due. */
function identity(row: ReturnDue, { contract = "", nation = "" }: Whose): string {
  const { programme, requirements } = row;
  const parts = [programme, contract, nation, requirements[0]!, occasion(row)];
  return `${parts.map(encodeURIComponent).join("/")}@programme-rules`;
}

/** A review is the first, second … of its month, and what belongs to it too, so that it may move within the month. */
function occasion({ reviewOn, reviewNumber, forMonth, dueOn }: ReturnDue): string {
  if (reviewOn === undefined) return forMonth ?? dueOn;
  const month = reviewOn.slice(0, 7);
  return reviewNumber === undefined ? month : `${month}-${reviewNumber}`;
}

function summaryOf(row: ReturnDue): string {
  const { forMonth, reviewOn } = row;
  if (reviewOn !== undefined && reviewOn !== row.dueOn)
    return `${returnWords(row)} for the review of ${dateWords(reviewOn)}`;
  return `${returnWords(row)}${forMonth === undefined ? "" : `, ${longMonth(forMonth)}`}`;
}

function descriptionOf(row: ReturnDue): string {
  const { title, reason, citations, elsewhere = [], projected } = row;
  return [
    `${title}.`,
    reason,
    ...(row.opensOn === undefined ? [] : [`Not before ${dateWords(row.opensOn)}.`]),
    ...elsewhere.map(({ calendar, dueOn }) => `By the calendar of ${calendar}: ${dateWords(dueOn)}.`),
    ...(projected === undefined
      ? []
      : ["Bank holidays of that time are not published yet: the day may move."]),
    citations.map(formatCitation).join(" "),
    PRECEDENCE,
  ].join("\n");
}

/** A return as people call it: `CSS template (css-13, css-14)`, `Performance return`. */
export function returnWords({ return: name, standards }: ReturnDue): string {
  const words = capitalised(name.replaceAll("-", " ")).replace(/^Css /, "CSS ");
  return standards.length === 0 ? words : `${words} (${standards.join(", ")})`;
}
