import { UTCDateMini } from "@date-fns/utc/date/mini";
import { format } from "date-fns/format";
import type { EpochDay } from "./gregorian.js";
import { isoDate } from "./iso-date.js";

/**
 * A day as a person reads it, the same in every time zone: `"Thu 1 Apr 2021"`.
 *
 * @throws ProgrammeFault when the number is not a day of 1900–2199.
 *
 * @example
 * ```ts
 * import { epochDay, longDate } from "programme-rules";
 *
 * longDate(epochDay("2021-04-01")); // => "Thu 1 Apr 2021"
 * ```
 */
export function longDate(day: EpochDay): string {
  return format(new UTCDateMini(isoDate(day)), "EEE d MMM yyyy");
}
