import type { CalendarName } from "../calendar/index.js";
import type { IsoDate } from "../date/index.js";
import type { Citation, Grounded, Open, Source, Standing } from "./citation.js";
import type { Condition, Match } from "./match.js";
import type { Reading } from "./reading.js";
import type { Standard } from "./requirement.js";
import type { State } from "./state.js";

/**
 * A kind of event a programme uses.
 *
 * - `title`: how a sentence says it ("Referral received"); `absent`: how it says that it did not
 *   happen ("No acknowledgement").
 * - `expects`: it only foretells that other kind; it serves worklists and never a verdict.
 * - `once`: a journey has one; `notBefore`: kinds that cannot come later. What breaks either is a
 *   contradiction in the data, listed as a problem.
 * - `fields`: what the event may carry beside its dates.
 */
export interface EventKind {
  readonly id: string;
  readonly title: string;
  readonly absent?: string;
  readonly expects?: string;
  readonly once?: boolean;
  readonly notBefore?: readonly string[];
  readonly fields?: readonly string[];
}

/** What counts as an outcome: `event` within `within` of `after`, claimed by `claimWithin` when self-employed. */
export interface Outcome extends Grounded {
  readonly id: string;
  readonly title: string;
  readonly when?: readonly Condition[];
  readonly after: Match;
  readonly event: Match;
  readonly within: { readonly days: number };
  readonly claimWithin?: { readonly days: number };
  readonly claim?: Match;
  /** The earnings that make the outcome, when the source says. */
  readonly threshold?: { readonly pence: number } | Open;
}

/** How long someone may be in a state, for worklists: `{ state: "on-programme", atMost: { days: 182 } }`. */
export interface Stay extends Grounded {
  readonly state: string;
  readonly atMost: { readonly days: number };
}

/** What cuts across requirements. Each field may be set by a reading. */
export interface Conventions {
  readonly id: "conventions";
  /** When counting working days after an anchor, whether its day is day 0 or day 1. */
  readonly countingDay: "day-0" | "day-1";
  /** The events that are receipts; one on a non-working day counts from itself or from the next working day. */
  readonly receipts: readonly string[];
  readonly receiptOnNonWorkingDay: "as-is" | "next-working-day";
  /** The events by which someone leaves; whether leaving before an open due date ends the duty. */
  readonly leaving: readonly string[];
  readonly leavingExcuses: boolean;
  /** Whether the start is day 0 or day 1 of an outcome window. */
  readonly outcomeDay: "day-0" | "day-1";
}

/**
 * One edition of a programme: plain data that survives `JSON.parse(JSON.stringify(programme))`.
 *
 * - `id`, `edition`, `revision`: `whp-jets`, `cv06`, 1. A published revision never changes.
 * - `inForce`: inclusive bounds; an unknown bound is left out and never matches a date by itself.
 * - `calendars`: the calendar of each nation the programme runs in.
 * - `events`, `states`, `readings`, `standards`: one flat space of ids.
 */
export interface Programme {
  readonly id: string;
  readonly edition: string;
  readonly revision: number;
  readonly title: string;
  readonly standing: Standing;
  readonly inForce: { readonly from?: IsoDate; readonly until?: IsoDate };
  readonly calendars: Readonly<Record<string, CalendarName>>;
  readonly conventions: Conventions;
  readonly groups: readonly { readonly id: string; readonly title: string }[];
  readonly events: readonly EventKind[];
  readonly states: readonly State[];
  readonly readings: readonly Reading[];
  readonly standards: readonly Standard[];
  readonly outcomes: readonly Outcome[];
  readonly stays: readonly Stay[];
  readonly sources: Readonly<Record<string, Source>>;
  /** The answers chosen by `withReadings`; those questions are no longer in `readings`. */
  readonly chosen?: Readonly<Record<string, string>>;
}

/** A citation as sentences print it: `[001 ¶37 item 1]`. */
export function formatCitation({ source, paragraph, item }: Citation): string {
  return `[${source} ¶${paragraph}${item === undefined ? "" : ` item ${item}`}]`;
}
