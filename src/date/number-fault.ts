import { ProgrammeFault, shown } from "../fault.js";

/** A number that is no day: not whole, or outside the years that can be named. */
export function epochDayFault(day: unknown): ProgrammeFault {
  return new ProgrammeFault({
    code: "date/epoch-day",
    given: shown(day),
    allowed: "a whole number of days since 1970-01-01, from -25567 (1900-01-01) to 84005 (2199-12-31)",
    todo: "Make the number with epochDay, and test an answer against BEYOND before writing it as text.",
  });
}

/** A step in months that is not a whole number, or leads outside the years that can be named. */
export function monthStepFault(from: string, months: unknown): ProgrammeFault {
  return new ProgrammeFault({
    code: "date/month-step",
    given: `${from} and ${shown(months)} of months`,
    allowed: "a whole number of months that stays within 1900-01 to 2199-12",
    todo: "Check the number of months.",
  });
}
