import { dayOfWeek, type EpochDay, epochDay } from "../date/index.js";
import type { Letter, Nation } from "./published.js";

/** A holiday the rules give for a year: its day, its letter in the lists, and whether it is a substitute. */
export interface StatutoryDay {
  readonly day: EpochDay;
  readonly letter: Letter;
  readonly kind: "ordinary" | "substitute";
}

type Rule =
  | { readonly letter: Letter; readonly date: string }
  | { readonly letter: Letter; readonly easter: number }
  | { readonly letter: Letter; readonly monday: "first" | "last"; readonly month: string };

const newYear: Rule = { letter: "n", date: "01-01" };
const goodFriday: Rule = { letter: "g", easter: -2 };
const easterMonday: Rule = { letter: "e", easter: 1 };
const earlyMay: Rule = { letter: "m", monday: "first", month: "05" };
const spring: Rule = { letter: "s", monday: "last", month: "05" };
const lateSummer: Rule = { letter: "a", monday: "last", month: "08" };
const christmas: Rule = { letter: "c", date: "12-25" };
const boxingDay: Rule = { letter: "b", date: "12-26" };

/**
 * Banking and Financial Dealings Act 1971, Schedule 1 (paragraph 1 England and Wales, 2 Scotland,
 * 3 Northern Ireland), the St Andrew's Day Bank Holiday (Scotland) Act 2007, the common-law holidays
 * (Good Friday and Christmas Day outside Scotland), and the days proclaimed every year: New Year's Day
 * outside Scotland, early May, Scotland's spring day and Boxing Day, Northern Ireland's 12 July.
 */
const rules: Readonly<Record<Nation, readonly Rule[]>> = {
  "england-and-wales": [
    newYear,
    goodFriday,
    easterMonday,
    earlyMay,
    spring,
    lateSummer,
    christmas,
    boxingDay,
  ],
  scotland: [
    newYear,
    { letter: "j", date: "01-02" },
    goodFriday,
    earlyMay,
    spring,
    { letter: "a", monday: "first", month: "08" },
    { letter: "t", date: "11-30" },
    christmas,
    boxingDay,
  ],
  "northern-ireland": [
    newYear,
    { letter: "p", date: "03-17" },
    goodFriday,
    easterMonday,
    earlyMay,
    spring,
    { letter: "o", date: "07-12" },
    lateSummer,
    christmas,
    boxingDay,
  ],
};

/**
 * The holidays of a year by rule alone, in order. A day that falls on a weekend is replaced by the
 * next weekday that is not a holiday already, the earlier day first.
 */
export function statutoryDays(nation: Nation, year: number): readonly StatutoryDay[] {
  const usual = rules[nation].map((rule) => ({ day: usualDay(rule, year), letter: rule.letter }));
  const kept = usual.filter(({ day }) => !isWeekend(day));
  const taken = new Set(kept.map(({ day }) => day));
  const days: StatutoryDay[] = kept.map((holiday) => ({ ...holiday, kind: "ordinary" }));
  for (const { day, letter } of usual.filter((holiday) => isWeekend(holiday.day))) {
    const substitute = nextFreeWeekday(day, taken);
    taken.add(substitute);
    days.push({ day: substitute, letter, kind: "substitute" });
  }
  return days.sort((one, other) => one.day - other.day);
}

function isWeekend(day: EpochDay): boolean {
  return dayOfWeek(day) >= 6;
}

function nextFreeWeekday(day: EpochDay, taken: ReadonlySet<EpochDay>): EpochDay {
  let free = day + 1;
  while (isWeekend(free) || taken.has(free)) free += 1;
  return free;
}

function usualDay(rule: Rule, year: number): EpochDay {
  if ("date" in rule) return epochDay(`${year}-${rule.date}`);
  if ("easter" in rule) return easterSunday(year) + rule.easter;
  // The first Monday lies in the first week; the last of a month of 31 days in its last week, from the 25th.
  const week = epochDay(`${year}-${rule.month}-${rule.monday === "first" ? "01" : "25"}`);
  return week + ((8 - dayOfWeek(week)) % 7);
}

/** Easter of the Gregorian calendar, by the anonymous method printed in Nature in 1876. */
function easterSunday(year: number): EpochDay {
  const century = Math.floor(year / 100);
  const golden = year % 19;
  const correction = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
  const moon = (19 * golden + century - Math.floor(century / 4) - correction + 15) % 30;
  const weekday = (32 + 2 * (century % 4) + 2 * Math.floor((year % 100) / 4) - moon - (year % 4)) % 7;
  const late = Math.floor((golden + 11 * moon + 22 * weekday) / 451);
  return epochDay(`${year}-03-01`) + moon + weekday - 7 * late + 21;
}
