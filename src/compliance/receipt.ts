import { calendarDataVersion } from "../calendar/index.js";
import { type DateInput, epochDay, type IsoDate, isoDate } from "../date/index.js";
import type { Programme } from "../rules/index.js";

declare const PACKAGE_VERSION: string;

/**
 * Enough to repeat a report: which rules, which code, which bank holidays, which answers, which day.
 * It names rules and never people.
 */
export interface Receipt {
  readonly programme: string;
  readonly edition: string;
  readonly revision: number;
  readonly packageVersion: string;
  readonly calendarDataVersion: string;
  readonly readings: Readonly<Record<string, string>>;
  readonly asAt: IsoDate;
}

/** The receipt of an assessment: every reading with the answer it was made under. */
export function receiptOf(programme: Programme, asAt: DateInput): Receipt {
  const defaults = programme.readings.map(({ id, answers }) => [id, answers[0]!.id] as const);
  const readings = { ...Object.fromEntries(defaults), ...programme.chosen };
  return {
    programme: programme.id,
    edition: programme.edition,
    revision: programme.revision,
    packageVersion: PACKAGE_VERSION,
    calendarDataVersion,
    readings: Object.fromEntries(Object.entries(readings).sort(([a], [b]) => (a < b ? -1 : 1))),
    asAt: isoDate(epochDay(asAt)),
  };
}
