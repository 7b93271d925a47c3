import type { IsoDate } from "../../date/index.js";
import type { Share } from "../../quantity/index.js";

/**
 * A share of work left at the close of each day of a period, as counts a day, so that those of parts add up.
 *
 * - `from`: the day of the first counts, the first on which anybody is counted; they go on to the last day of
 *   the period that is closed.
 * - `inBacklog`, `undetermined`, `of`: how many have work left, of how many the data does not say, and how many
 *   there are.
 * - `waiting`: who is in backlog at the close of which days, both included, by journey and day.
 */
export interface DailyShares {
  readonly from: IsoDate;
  readonly inBacklog: readonly number[];
  readonly undetermined: readonly number[];
  readonly of: readonly number[];
  readonly waiting: readonly { readonly journey: string; readonly from: IsoDate; readonly until: IsoDate }[];
}

/**
 * What the days of a period come to. The lowest share leaves those out of whom the data does not say, the
 * highest counts them in; each names its own worst day, the earliest of several.
 *
 * - `over`: on how many days the target is missed, at the lowest and at the highest; none where it is not known.
 * - `closed`: of how many days.
 * - `last`: the shares at the last close.
 */
export interface WorstDays {
  readonly lowest: { readonly on: IsoDate; readonly share: Share };
  readonly highest: { readonly on: IsoDate; readonly share: Share };
  readonly over: { readonly lowest: number; readonly highest: number };
  readonly closed: number;
  readonly last: { readonly on: IsoDate; readonly lowest: Share; readonly highest: Share };
}
