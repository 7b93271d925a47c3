import type { CalendarInput } from "../calendar/index.js";
import type { Rate } from "../cohorts/index.js";
import type { IsoDate, IsoMonth } from "../date/index.js";
import type { Programme } from "../rules/index.js";
import type { BacklogLimits } from "./backlog-limits.js";

/**
 * Referrals by month (spread over its working days) or by working day. The months must be all those of
 * the plan; a day not named brings none.
 */
export type Referrals =
  | { readonly byMonth: Readonly<Record<IsoMonth, number>> }
  | { readonly byDay: Readonly<Record<IsoDate, number>> };

/**
 * Days on which fewer appointments can be held, such as the closure over Christmas. They stay working
 * days: referrals come and clocks run.
 *
 * - `from`, `until`: both included; `until` is `from` unless given.
 * - `availability`: the share of the usual slots that is left, percent text; `"0%"` unless given.
 * - `says`: a word for charts and tables.
 */
export interface Absence {
  readonly from: IsoDate;
  readonly until?: IsoDate;
  readonly availability?: Rate;
  readonly says?: string;
}

/**
 * A queue for first appointments: who comes, who is there to see them, and what is promised.
 *
 * - `from`, `until`: the first and the last day looked at, such as the contract's; both included.
 * - `referrals`: the mean of a working day as a number, or {@link Referrals}.
 * - `arrivals`: `poisson` draws each day's number about its mean; `as-given` takes the numbers as they
 *   are, a month's spread evenly. Numbers by day are taken as given unless told, all others as means.
 * - `slotsPerDay`: first appointments that can be held on a working day: by each adviser where `advisers`
 *   is given, by all together where it is not. Only whole appointments are held.
 * - `availability`: the share of the slots that is there on a usual day; `"100%"` unless given.
 * - `noShowRate`: the chance that an appointment is missed, such as `"30%"`.
 * - `rebookAfter`: working days from a missed appointment to the next; 1 unless given, 0 is the same day.
 * - `mostAttempts`: appointments until the case is closed; without end unless given. With 1, a recorded
 *   no-show ends the work.
 * - `calendar`: whose working days; `"england-and-wales"` unless given.
 * - `programme`, `limits`: what is promised; `limits` replaces, field by field, what the programme says.
 */
export interface BacklogPlan {
  readonly from: IsoDate;
  readonly until: IsoDate;
  readonly referrals: number | Referrals;
  readonly arrivals?: "poisson" | "as-given";
  readonly advisers?: number;
  readonly slotsPerDay?: number;
  readonly availability?: Rate;
  readonly absences?: readonly Absence[];
  readonly noShowRate: Rate;
  readonly rebookAfter?: { readonly workingDays: number };
  readonly mostAttempts?: number;
  readonly calendar?: CalendarInput;
  readonly beyondPublished?: "project";
  readonly programme?: Programme;
  readonly limits?: Partial<BacklogLimits>;
}
