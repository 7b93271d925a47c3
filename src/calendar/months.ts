import { firstOfMonth, type IsoMonth, isoDate, lastOfMonth } from "../date/index.js";
import { shown } from "../fault.js";
import { type CalendarCore, isAnswer, knownDay, refuse } from "./answer.js";
import { isCount } from "./arithmetic.js";
import { calendarFault } from "./calendar-fault.js";
import type { WorkingCalendar } from "./working-calendar.js";

type Months = Pick<WorkingCalendar, "nthWorkingDayOfMonth" | "lastWorkingDayOfMonth" | "rolledDayOfMonth">;

/** Days of a month: the nth worked, the last worked, and a day of the month rolled. */
export function months(core: CalendarCore): Months {
  return {
    nthWorkingDayOfMonth(month, n) {
      const first = knownDay(core, firstOfMonth(month));
      if (!isCount(n)) throw nthFault(n);
      const answer = core.days().nthOfMonth(month, n);
      if (isAnswer(answer)) return isoDate(answer);
      throw tooFewFault(core, first, month, n);
    },
    lastWorkingDayOfMonth(month) {
      const last = knownDay(core, lastOfMonth(month));
      const answer = core.days().rollBack(last);
      if (answer >= firstOfMonth(month)) return isoDate(answer);
      throw tooFewFault(core, knownDay(core, firstOfMonth(month)), month, 1);
    },
    rolledDayOfMonth(month, dayOfMonth, direction = "forward") {
      const day = dayOf(month, dayOfMonth);
      const answer = direction === "forward" ? core.days().rollForward(day) : core.days().rollBack(day);
      return isAnswer(answer) ? isoDate(answer) : refuse(core, day, answer, `rolling ${direction} from`);
    },
  };
}

/** The month has fewer working days; unless its end is not known, which is then what to say. */
function tooFewFault(core: CalendarCore, first: number, month: IsoMonth, n: number) {
  const days = core.days();
  const last = knownDay(core, lastOfMonth(month));
  const has = days.count(first, last) + Number(days.isWorkingDay(first));
  const todo = "Use lastWorkingDayOfMonth for the last one.";
  return calendarFault(
    "no-such-working-day",
    `working day ${n} of ${month}`,
    `its ${has} working days`,
    todo,
  );
}

function nthFault(n: unknown) {
  const todo = "Count from 1; lastWorkingDayOfMonth gives the last.";
  return calendarFault(
    "working-days",
    `${shown(n)} as the number of a working day`,
    "a whole number, 1 or more",
    todo,
  );
}

function dayOf(month: IsoMonth, dayOfMonth: number): number {
  const first = firstOfMonth(month);
  const last = lastOfMonth(month) - first + 1;
  if (Number.isInteger(dayOfMonth) && dayOfMonth >= 1 && dayOfMonth <= last) return first + dayOfMonth - 1;
  const todo = "Decide what a shorter month means: its last working day is lastWorkingDayOfMonth.";
  throw calendarFault("day-of-month", `day ${shown(dayOfMonth)} of ${month}`, `its days 1 to ${last}`, todo);
}
