import type { EpochDay, IsoDate } from "../date/index.js";

/** The three lists of bank holidays, as GOV.UK publishes them. */
export type Nation = "england-and-wales" | "scotland" | "northern-ireland";

/** A list, or all three together: `united-kingdom` leaves out a day that is a holiday in any nation. */
export type CalendarName = Nation | "united-kingdom";

/**
 * Why a day is a holiday. `ordinary`: its usual day. `substitute`: in place of a day that fell on a
 * weekend. `moved`: the usual holiday on another day that year. `extra`: proclaimed for that year alone.
 * `closure`: a day a provider is shut.
 */
export type HolidayKind = "ordinary" | "substitute" | "moved" | "extra" | "closure";

/** A day that is not worked for another reason than the weekend. */
export interface Holiday {
  readonly on: IsoDate;
  readonly title: string;
  readonly kind: HolidayKind;
  /** When the list came to hold this day, where that was later than the list's first publication. */
  readonly knownOn?: IsoDate;
  /** Where it is a holiday; given by the `united-kingdom` calendar only. */
  readonly nations?: readonly Nation[];
  /** Present when the day comes from the statutory rules, because no list for its year is published yet. */
  readonly projected?: true;
}

/** Holidays by their day, in whatever order they were put in. */
export type Holidays = Map<EpochDay, Holiday>;
