import { epochDay, isoDate } from "../date/index.js";
import { type CalendarCore, isAnswer, knownDay, refuse } from "./answer.js";
import { countFault } from "./calendar-fault.js";
import type { WorkingCalendar } from "./working-calendar.js";

type Arithmetic = Pick<
  WorkingCalendar,
  "isWorkingDay" | "addWorkingDays" | "subtractWorkingDays" | "countWorkingDays" | "rollForward" | "rollBack"
>;

/** The integer form with dates read and written, and every refusal in words. */
export function arithmetic(core: CalendarCore): Arithmetic {
  const { days } = core;
  return {
    isWorkingDay: (date) => days().isWorkingDay(knownDay(core, epochDay(date))),
    addWorkingDays(date, n) {
      const day = epochDay(date);
      if (!isCount(n)) throw countFault(n, "subtractWorkingDays");
      const answer = days().add(day, n);
      return isAnswer(answer) ? isoDate(answer) : refuse(core, day, answer, `${inWords(n)} after`);
    },
    subtractWorkingDays(date, n) {
      const day = epochDay(date);
      if (!isCount(n)) throw countFault(n, "addWorkingDays");
      const answer = days().subtract(day, n);
      return isAnswer(answer) ? isoDate(answer) : refuse(core, day, answer, `${inWords(n)} before`);
    },
    countWorkingDays(a, b) {
      const from = epochDay(a);
      const to = epochDay(b);
      const answer = days().count(from, to);
      return isAnswer(answer) ? answer : days().count(knownDay(core, from), knownDay(core, to));
    },
    rollForward(date) {
      const day = epochDay(date);
      const answer = days().rollForward(day);
      return isAnswer(answer) ? isoDate(answer) : refuse(core, day, answer, "the first working day from");
    },
    rollBack(date) {
      const day = epochDay(date);
      const answer = days().rollBack(day);
      return isAnswer(answer) ? isoDate(answer) : refuse(core, day, answer, "the last working day up to");
    },
  };
}

/** Counts run from 1: "0 working days" is two different days, depending on who is asked. */
export function isCount(n: number): boolean {
  return Number.isInteger(n) && n >= 1;
}

/** "1 working day", "2 working days". */
export function inWords(n: number): string {
  return Math.abs(n) === 1 ? `${n} working day` : `${n} working days`;
}
