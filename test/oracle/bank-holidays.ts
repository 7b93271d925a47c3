/**
 * The bank holidays of 2011 to 2028 once more, written by holiday and not by year, so that a slip in one form
 * shows against the other. Checked against www.gov.uk/bank-holidays.
 */
interface Column {
  readonly title: string;
  readonly nations: readonly string[];
  /** Month and day in each year from 2011 to 2028, a dash where there is none. */
  readonly days: string;
}

const E = "england-and-wales";
const S = "scotland";
const N = "northern-ireland";

const columns: readonly Column[] = [
  {
    title: "New Year’s Day",
    nations: [E, N],
    days: "01-03 01-02 01-01 01-01 01-01 01-01 01-02 01-01 01-01 01-01 01-01 01-03 01-02 01-01 01-01 01-01 01-01 01-03",
  },
  {
    title: "Good Friday",
    nations: [E, S, N],
    days: "04-22 04-06 03-29 04-18 04-03 03-25 04-14 03-30 04-19 04-10 04-02 04-15 04-07 03-29 04-18 04-03 03-26 04-14",
  },
  {
    title: "Easter Monday",
    nations: [E, N],
    days: "04-25 04-09 04-01 04-21 04-06 03-28 04-17 04-02 04-22 04-13 04-05 04-18 04-10 04-01 04-21 04-06 03-29 04-17",
  },
  {
    title: "Royal wedding",
    nations: [E, S, N],
    days: "04-29 - - - - - - - - - - - - - - - - -",
  },
  {
    title: "Early May bank holiday",
    nations: [E, S, N],
    days: "05-02 05-07 05-06 05-05 05-04 05-02 05-01 05-07 05-06 - 05-03 05-02 05-01 05-06 05-05 05-04 05-03 05-01",
  },
  {
    title: "Spring bank holiday",
    nations: [E, S, N],
    days: "05-30 06-04 05-27 05-26 05-25 05-30 05-29 05-28 05-27 05-25 05-31 06-02 05-29 05-27 05-26 05-25 05-31 05-29",
  },
  {
    title: "Summer bank holiday",
    nations: [E, N],
    days: "08-29 08-27 08-26 08-25 08-31 08-29 08-28 08-27 08-26 08-31 08-30 08-29 08-28 08-26 08-25 08-31 08-30 08-28",
  },
  {
    title: "Christmas Day",
    nations: [E, S, N],
    days: "12-26 12-25 12-25 12-25 12-25 12-27 12-25 12-25 12-25 12-25 12-27 12-27 12-25 12-25 12-25 12-25 12-27 12-25",
  },
  {
    title: "Boxing Day",
    nations: [E, S, N],
    days: "12-27 12-26 12-26 12-26 12-28 12-26 12-26 12-26 12-26 12-28 12-28 12-26 12-26 12-26 12-26 12-28 12-28 12-26",
  },
  {
    title: "Queen’s Diamond Jubilee",
    nations: [E, S, N],
    days: "- 06-05 - - - - - - - - - - - - - - - -",
  },
  {
    title: "Early May bank holiday (VE day)",
    nations: [E, S, N],
    days: "- - - - - - - - - 05-08 - - - - - - - -",
  },
  {
    title: "Platinum Jubilee bank holiday",
    nations: [E, S, N],
    days: "- - - - - - - - - - - 06-03 - - - - - -",
  },
  {
    title: "Bank holiday for the State Funeral of Queen Elizabeth II",
    nations: [E, S, N],
    days: "- - - - - - - - - - - 09-19 - - - - - -",
  },
  {
    title: "Bank holiday for the coronation of King Charles III",
    nations: [E, S, N],
    days: "- - - - - - - - - - - - 05-08 - - - - -",
  },
  {
    title: "New Year’s Day",
    nations: [S],
    days: "01-03 01-03 01-01 01-01 01-01 01-01 01-03 01-01 01-01 01-01 01-01 01-03 01-02 01-01 01-01 01-01 01-01 01-03",
  },
  {
    title: "2nd January",
    nations: [S],
    days: "01-04 01-02 01-02 01-02 01-02 01-04 01-02 01-02 01-02 01-02 01-04 01-04 01-03 01-02 01-02 01-02 01-04 01-04",
  },
  {
    title: "Summer bank holiday",
    nations: [S],
    days: "08-01 08-06 08-05 08-04 08-03 08-01 08-07 08-06 08-05 08-03 08-02 08-01 08-07 08-05 08-04 08-03 08-02 08-07",
  },
  {
    title: "St Andrew’s Day",
    nations: [S],
    days: "11-30 11-30 12-02 12-01 11-30 11-30 11-30 11-30 12-02 11-30 11-30 11-30 11-30 12-02 12-01 11-30 11-30 11-30",
  },
  {
    title: "World Cup bank holiday",
    nations: [S],
    days: "- - - - - - - - - - - - - - - 06-15 - -",
  },
  {
    title: "St Patrick’s Day",
    nations: [N],
    days: "03-17 03-19 03-18 03-17 03-17 03-17 03-17 03-19 03-18 03-17 03-17 03-17 03-17 03-18 03-17 03-17 03-17 03-17",
  },
  {
    title: "Battle of the Boyne (Orangemen’s Day)",
    nations: [N],
    days: "07-12 07-12 07-12 07-14 07-13 07-12 07-12 07-12 07-12 07-13 07-12 07-12 07-12 07-12 07-14 07-13 07-12 07-12",
  },
];

export interface KnownHoliday {
  readonly on: string;
  readonly title: string;
}

/** The holidays of a nation, in order; of all three without double days for the United Kingdom. */
export function bankHolidays(name: string): KnownHoliday[] {
  const found = new Map<string, KnownHoliday>();
  for (const { title, nations, days } of columns) {
    if (name !== "united-kingdom" && !nations.includes(name)) continue;
    for (const [index, day] of days.split(" ").entries()) {
      const on = `${2011 + index}-${day}`;
      if (day !== "-" && !found.has(on)) found.set(on, { on, title });
    }
  }
  return [...found.values()].sort((one, other) => (one.on < other.on ? -1 : 1));
}
