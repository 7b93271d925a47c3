import type { IsoDate } from "../date/index.js";
import type { AsAt, Period } from "../deadlines/index.js";
import type { Share } from "../quantity/index.js";
import type { Shares } from "./share-count.js";

/** The days to look at, both included. */
export interface BacklogSpan extends Period, Pick<AsAt, "beyondPublished"> {}

/**
 * The backlog at the close of one day, from what was known by then.
 *
 * - `received`: referrals received that day. `entered`, `left`: how many came into the backlog and
 *   went out of it since the close of the day before.
 * - `longest`: who has waited longest, by working days after receipt; absent when nobody waits.
 */
export interface BacklogDay {
  readonly on: IsoDate;
  readonly received: number;
  readonly entered: number;
  readonly left: number;
  readonly inBacklog: number;
  readonly undetermined: number;
  readonly share: Share;
  readonly shares: Shares;
  readonly longest?: {
    readonly journey: string;
    readonly receivedOn: IsoDate;
    readonly ageWorkingDays: number;
  };
}
