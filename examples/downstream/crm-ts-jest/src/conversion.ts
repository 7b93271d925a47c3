import { type Journey, whpJetsCv06 } from "programme-rules";
import { epochDay, type IsoDate, isoDate, lastOfMonth, monthOf } from "programme-rules/calendar";
import { cohortTable, conversion } from "programme-rules/cohorts";

/** How many of those who started reached the outcome, as at the last day of a month, once their time is over. */
export function converted(journeys: readonly Journey[], day: IsoDate): string {
  const asAt = isoDate(lastOfMonth(monthOf(epochDay(day))));
  const { share } = conversion(cohortTable(whpJetsCv06, journeys, { asAt })).mature;
  return `${share.count} of ${share.of}`;
}
