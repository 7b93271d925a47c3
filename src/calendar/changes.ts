import type { IsoDate } from "../date/index.js";
import type { Nation } from "./holiday.js";
import { titles } from "./published.js";

/**
 * A departure from the statutory rules, or from a list as it was first published. `moved`: the holiday
 * `from` its usual day `to` another. `extra`: a day proclaimed for that year alone. `corrected`: the list
 * first named a wrong day.
 */
export interface CalendarChange {
  readonly kind: "moved" | "extra" | "corrected";
  readonly title: string;
  readonly nations: readonly Nation[];
  readonly from?: IsoDate;
  readonly to: IsoDate;
  /** When it was announced; absent when that was before the first day of the lists. */
  readonly knownOn?: IsoDate;
}

const everywhere: readonly Nation[] = Object.freeze(["england-and-wales", "scotland", "northern-ireland"]);
const scotland: readonly Nation[] = Object.freeze(["scotland"]);

/**
 * Every change to a list since 2011, oldest first. Those announced before the lists begin (2011, 2012)
 * carry no `knownOn`.
 *
 * @example
 * ```ts
 * import { calendarChanges } from "programme-rules/calendar";
 *
 * calendarChanges.find((change) => change.to === "2020-05-08")?.from; // => "2020-05-04"
 * ```
 */
export const calendarChanges: readonly CalendarChange[] = Object.freeze(
  (
    [
      { kind: "extra", title: titles.W, nations: everywhere, to: "2011-04-29" },
      { kind: "moved", title: titles.s, nations: everywhere, from: "2012-05-28", to: "2012-06-04" },
      { kind: "extra", title: titles.D, nations: everywhere, to: "2012-06-05" },
      {
        kind: "moved",
        title: titles.m,
        nations: everywhere,
        from: "2020-05-04",
        to: "2020-05-08",
        knownOn: "2019-06-07",
      },
      {
        kind: "moved",
        title: titles.s,
        nations: everywhere,
        from: "2022-05-30",
        to: "2022-06-02",
        knownOn: "2020-11-12",
      },
      { kind: "extra", title: titles.P, nations: everywhere, to: "2022-06-03", knownOn: "2020-11-12" },
      { kind: "extra", title: titles.F, nations: everywhere, to: "2022-09-19", knownOn: "2022-09-10" },
      { kind: "extra", title: titles.C, nations: everywhere, to: "2023-05-08", knownOn: "2022-11-06" },
      {
        kind: "corrected",
        title: titles.a,
        nations: scotland,
        from: "2027-08-30",
        to: "2027-08-02",
        knownOn: "2025-01-09",
      },
      { kind: "extra", title: titles.S, nations: scotland, to: "2026-06-15", knownOn: "2026-02-04" },
    ] satisfies CalendarChange[]
  ).map((change) => Object.freeze(change)),
);
