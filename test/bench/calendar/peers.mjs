import { peer as require } from "../support/peers.mjs";

/** A loop over texts, `add` from one date and `count` between two; answers are ISO text. */
function peer(name, { fromText, n, startText, endText }, { add, count }) {
  return {
    name,
    answer: (i) => add(fromText[i], n[i]),
    add() {
      let sum = 0;
      for (let i = 0; i < fromText.length; i += 1) sum += add(fromText[i], n[i]).length;
      return sum;
    },
    distance: count && ((i) => count(startText[i], endText[i])),
    count:
      count &&
      (() => {
        let sum = 0;
        for (let i = 0; i < startText.length; i += 1) sum += count(startText[i], endText[i]);
        return sum;
      }),
  };
}

export async function dateFnsWithoutHolidays(sample) {
  const { addBusinessDays, differenceInBusinessDays, formatISO, parseISO } = await import("date-fns");
  return peer("date-fns, weekends only", sample, {
    add: (date, n) => formatISO(addBusinessDays(parseISO(date), n), { representation: "date" }),
    count: (a, b) => differenceInBusinessDays(parseISO(b), parseISO(a)),
  });
}

export async function dateFnsWithHolidays(sample, holidays) {
  const { addDays, differenceInCalendarDays, formatISO, isWeekend, parseISO } = await import("date-fns");
  const off = new Set(holidays.map((date) => parseISO(date).getTime()));
  const worked = (date) => !isWeekend(date) && !off.has(date.getTime());
  return peer("date-fns, with a set of holidays", sample, {
    add(text, n) {
      let date = parseISO(text);
      for (let left = n; left > 0; ) {
        date = addDays(date, 1);
        if (worked(date)) left -= 1;
      }
      return formatISO(date, { representation: "date" });
    },
    count(a, b) {
      const from = parseISO(a);
      let count = 0;
      for (let step = differenceInCalendarDays(parseISO(b), from); step > 0; step -= 1) {
        if (worked(addDays(from, step))) count += 1;
      }
      return count;
    },
  });
}

/** What people write by hand: step a `Date` a day at a time and look each day up by its text. */
export function dateAndSet(sample, holidays) {
  const off = new Set(holidays);
  const worked = (date) => {
    const weekday = date.getUTCDay();
    return weekday !== 0 && weekday !== 6 && !off.has(date.toISOString().slice(0, 10));
  };
  return peer("a Date and Set loop", sample, {
    add(text, n) {
      const date = new Date(text);
      for (let left = n; left > 0; ) {
        date.setUTCDate(date.getUTCDate() + 1);
        if (worked(date)) left -= 1;
      }
      return date.toISOString().slice(0, 10);
    },
    count(a, b) {
      const end = new Date(b);
      let count = 0;
      for (const date = new Date(a); date < end; ) {
        date.setUTCDate(date.getUTCDate() + 1);
        if (worked(date)) count += 1;
      }
      return count;
    },
  });
}

/** It knows the holidays itself; counting working days is left to its user. */
export function dateHolidays(sample, first) {
  const Holidays = require("date-holidays");
  const england = new Holidays("GB", "ENG", { types: ["public", "bank"] });
  const taken = { ...sample, fromText: sample.fromText.slice(0, first) };
  const contender = peer("date-holidays", taken, {
    add(text, n) {
      const [year, month, day] = text.split("-").map(Number);
      const date = new Date(year, month - 1, day, 12);
      for (let left = n; left > 0; ) {
        date.setDate(date.getDate() + 1);
        if (date.getDay() % 6 !== 0 && !england.isHoliday(date)) left -= 1;
      }
      return isoOf(date);
    },
  });
  // Its list lacks the royal wedding of April 2011 and the move of the spring holiday in 2012.
  return { ...contender, first, knowsFrom: "2013-01-01" };
}

function isoOf(date) {
  return `${date.getFullYear()}-${String(date.getMonth() + 1).padStart(2, "0")}-${String(date.getDate()).padStart(2, "0")}`;
}

export function momentBusinessDays(sample, holidays) {
  const moment = require("moment-business-days");
  moment.updateLocale("en", { holidays, holidayFormat: "YYYY-MM-DD" });
  return peer("moment-business-days", sample, {
    add: (date, n) => moment(date, "YYYY-MM-DD").businessAdd(n).format("YYYY-MM-DD"),
    count: (a, b) => moment(b, "YYYY-MM-DD").businessDiff(moment(a, "YYYY-MM-DD")),
  });
}

export function dayjsBusinessDays(sample, holidays) {
  const dayjs = require("dayjs");
  dayjs.extend(require("dayjs-business-days2").default, { holidays, holidayFormat: "YYYY-MM-DD" });
  return peer("dayjs-business-days2", sample, {
    add: (date, n) => dayjs(date).businessDaysAdd(n).format("YYYY-MM-DD"),
    count: (a, b) => dayjs(b).businessDiff(dayjs(a)),
  });
}

export function luxonBusinessDays(sample, holidays) {
  const { DateTime } = require("luxon-business-days");
  const off = new Set(holidays);
  DateTime.local().setupBusiness({ holidayMatchers: [(date) => off.has(date.toISODate())] });
  return peer("luxon-business-days", sample, {
    add: (date, n) => DateTime.fromISO(date).plusBusiness({ days: n }).toISODate(),
  });
}
