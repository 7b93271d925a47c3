import { epochDay, type IsoDate, longDate } from "../date/index.js";
import type { ExplainedEvent } from "./explanation.js";

/** A date as sentences have it: `Thu 1 Apr 2021`. */
export function day(date: IsoDate): string {
  return longDate(epochDay(date));
}

/** An event with its date: `Acknowledged Tue 6 Apr 2021`. */
export function namedOn({ title, on }: ExplainedEvent): string {
  return `${title} ${day(on)}`;
}
