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

/** The day the lists below were last compared with those published at www.gov.uk/bank-holidays. */
export const calendarDataVersion = "2026-11-22";

/** What each letter of the lists stands for. Small letters come every year, capitals in one year only. */
export const titles = Object.freeze({
  n: "New Year’s Day",
  j: "2nd January",
  p: "St Patrick’s Day",
  g: "Good Friday",
  e: "Easter Monday",
  m: "Early May bank holiday",
  V: "Early May bank holiday (VE day)",
  s: "Spring bank holiday",
  o: "Battle of the Boyne (Orangemen’s Day)",
  a: "Summer bank holiday",
  t: "St Andrew’s Day",
  c: "Christmas Day",
  b: "Boxing Day",
  W: "Royal wedding",
  D: "Queen’s Diamond Jubilee",
  P: "Platinum Jubilee bank holiday",
  F: "Bank holiday for the State Funeral of Queen Elizabeth II",
  C: "Bank holiday for the coronation of King Charles III",
  S: "World Cup bank holiday",
});

export type Letter = keyof typeof titles;

/**
 * The published lists, a line a year: month and day, the letter of the holiday, and `*` where the day
 * is a substitute, `>` where the holiday was moved to it, `+` where it was proclaimed for that year alone.
 */
export const published: Readonly<Record<Nation, readonly string[]>> = Object.freeze({
  "england-and-wales": [
    "2011 0103n* 0422g 0425e 0429W+ 0502m 0530s 0829a 1226c* 1227b*",
    "2012 0102n* 0406g 0409e 0507m 0604s> 0605D+ 0827a 1225c 1226b",
    "2013 0101n 0329g 0401e 0506m 0527s 0826a 1225c 1226b",
    "2014 0101n 0418g 0421e 0505m 0526s 0825a 1225c 1226b",
    "2015 0101n 0403g 0406e 0504m 0525s 0831a 1225c 1228b*",
    "2016 0101n 0325g 0328e 0502m 0530s 0829a 1226b 1227c*",
    "2017 0102n* 0414g 0417e 0501m 0529s 0828a 1225c 1226b",
    "2018 0101n 0330g 0402e 0507m 0528s 0827a 1225c 1226b",
    "2019 0101n 0419g 0422e 0506m 0527s 0826a 1225c 1226b",
    "2020 0101n 0410g 0413e 0508V> 0525s 0831a 1225c 1228b*",
    "2021 0101n 0402g 0405e 0503m 0531s 0830a 1227c* 1228b*",
    "2022 0103n* 0415g 0418e 0502m 0602s> 0603P+ 0829a 0919F+ 1226b 1227c*",
    "2023 0102n* 0407g 0410e 0501m 0508C+ 0529s 0828a 1225c 1226b",
    "2024 0101n 0329g 0401e 0506m 0527s 0826a 1225c 1226b",
    "2025 0101n 0418g 0421e 0505m 0526s 0825a 1225c 1226b",
    "2026 0101n 0403g 0406e 0504m 0525s 0831a 1225c 1228b*",
    "2027 0101n 0326g 0329e 0503m 0531s 0830a 1227c* 1228b*",
    "2028 0103n* 0414g 0417e 0501m 0529s 0828a 1225c 1226b",
  ],
  scotland: [
    "2011 0103n* 0104j* 0422g 0429W+ 0502m 0530s 0801a 1130t 1226c* 1227b*",
    "2012 0102j 0103n* 0406g 0507m 0604s> 0605D+ 0806a 1130t 1225c 1226b",
    "2013 0101n 0102j 0329g 0506m 0527s 0805a 1202t* 1225c 1226b",
    "2014 0101n 0102j 0418g 0505m 0526s 0804a 1201t* 1225c 1226b",
    "2015 0101n 0102j 0403g 0504m 0525s 0803a 1130t 1225c 1228b*",
    "2016 0101n 0104j* 0325g 0502m 0530s 0801a 1130t 1226b 1227c*",
    "2017 0102j 0103n* 0414g 0501m 0529s 0807a 1130t 1225c 1226b",
    "2018 0101n 0102j 0330g 0507m 0528s 0806a 1130t 1225c 1226b",
    "2019 0101n 0102j 0419g 0506m 0527s 0805a 1202t* 1225c 1226b",
    "2020 0101n 0102j 0410g 0508V> 0525s 0803a 1130t 1225c 1228b*",
    "2021 0101n 0104j* 0402g 0503m 0531s 0802a 1130t 1227c* 1228b*",
    "2022 0103n* 0104j* 0415g 0502m 0602s> 0603P+ 0801a 0919F+ 1130t 1226b 1227c*",
    "2023 0102n* 0103j* 0407g 0501m 0508C+ 0529s 0807a 1130t 1225c 1226b",
    "2024 0101n 0102j 0329g 0506m 0527s 0805a 1202t* 1225c 1226b",
    "2025 0101n 0102j 0418g 0505m 0526s 0804a 1201t* 1225c 1226b",
    "2026 0101n 0102j 0403g 0504m 0525s 0615S+ 0803a 1130t 1225c 1228b*",
    "2027 0101n 0104j* 0326g 0503m 0531s 0802a 1130t 1227c* 1228b*",
    "2028 0103n* 0104j* 0414g 0501m 0529s 0807a 1130t 1225c 1226b",
  ],
  "northern-ireland": [
    "2011 0103n* 0317p 0422g 0425e 0429W+ 0502m 0530s 0712o 0829a 1226c* 1227b*",
    "2012 0102n* 0319p* 0406g 0409e 0507m 0604s> 0605D+ 0712o 0827a 1225c 1226b",
    "2013 0101n 0318p* 0329g 0401e 0506m 0527s 0712o 0826a 1225c 1226b",
    "2014 0101n 0317p 0418g 0421e 0505m 0526s 0714o* 0825a 1225c 1226b",
    "2015 0101n 0317p 0403g 0406e 0504m 0525s 0713o* 0831a 1225c 1228b*",
    "2016 0101n 0317p 0325g 0328e 0502m 0530s 0712o 0829a 1226b 1227c*",
    "2017 0102n* 0317p 0414g 0417e 0501m 0529s 0712o 0828a 1225c 1226b",
    "2018 0101n 0319p* 0330g 0402e 0507m 0528s 0712o 0827a 1225c 1226b",
    "2019 0101n 0318p* 0419g 0422e 0506m 0527s 0712o 0826a 1225c 1226b",
    "2020 0101n 0317p 0410g 0413e 0508V> 0525s 0713o* 0831a 1225c 1228b*",
    "2021 0101n 0317p 0402g 0405e 0503m 0531s 0712o 0830a 1227c* 1228b*",
    "2022 0103n* 0317p 0415g 0418e 0502m 0602s> 0603P+ 0712o 0829a 0919F+ 1226b 1227c*",
    "2023 0102n* 0317p 0407g 0410e 0501m 0508C+ 0529s 0712o 0828a 1225c 1226b",
    "2024 0101n 0318p* 0329g 0401e 0506m 0527s 0712o 0826a 1225c 1226b",
    "2025 0101n 0317p 0418g 0421e 0505m 0526s 0714o* 0825a 1225c 1226b",
    "2026 0101n 0317p 0403g 0406e 0504m 0525s 0713o* 0831a 1225c 1228b*",
    "2027 0101n 0317p 0326g 0329e 0503m 0531s 0712o 0830a 1227c* 1228b*",
    "2028 0103n* 0317p 0414g 0417e 0501m 0529s 0712o 0828a 1225c 1226b",
  ],
});

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

/** Every nation with a list of its own. */
export const nations: readonly Nation[] = Object.freeze(Object.keys(published) as Nation[]);

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
      { kind: "extra", title: titles.W, nations, to: "2011-04-29" },
      { kind: "moved", title: titles.s, nations, from: "2012-05-28", to: "2012-06-04" },
      { kind: "extra", title: titles.D, nations, to: "2012-06-05" },
      {
        kind: "moved",
        title: titles.m,
        nations,
        from: "2020-05-04",
        to: "2020-05-08",
        knownOn: "2019-06-07",
      },
      {
        kind: "moved",
        title: titles.s,
        nations,
        from: "2022-05-30",
        to: "2022-06-02",
        knownOn: "2020-11-12",
      },
      { kind: "extra", title: titles.P, nations, to: "2022-06-03", knownOn: "2020-11-12" },
      { kind: "extra", title: titles.F, nations, to: "2022-09-19", knownOn: "2022-09-10" },
      { kind: "extra", title: titles.C, nations, to: "2023-05-08", knownOn: "2022-11-06" },
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
