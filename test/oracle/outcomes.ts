import type { Journey } from "programme-rules";
import { dayOf } from "./day-by-day.js";

/** Who they are, in days from the start; a payment is a day and pence. */
export interface Person {
  readonly payments: readonly { readonly day: number; readonly pence: number; readonly known: number }[];
  readonly selfEmployed: boolean | undefined;
  readonly claimDay: number | undefined;
}

/** Lives one day at a time from the start to the as-at day, and says where the person then stands. */
export function livedThrough(person: Person, asAtDay: number): "converted" | "open" | "window-closed" {
  let pence = 0;
  let metDay: number | undefined;
  let claimed = false;
  for (let day = 0; day <= asAtDay; day += 1) {
    for (const payment of person.payments) {
      if (payment.day === day && payment.known <= asAtDay) pence += payment.pence;
    }
    if (metDay === undefined && pence >= 100_000) metDay = day;
    if (metDay !== undefined && person.claimDay === day && day <= 299) claimed = true;
  }
  const isMet = metDay !== undefined && metDay <= 238;
  if (isMet && (person.selfEmployed !== true || claimed)) return "converted";
  return asAtDay > (person.selfEmployed === false ? 238 : 299) ? "window-closed" : "open";
}

const DAY = 86_400_000;
const START = "2021-03-01";
const on = (day: number) => new Date(dayOf(START) * DAY + day * DAY).toISOString().slice(0, 10);

/** The same person as a journey that started on 1 March 2021. */
export function journeyOf(person: Person): Journey {
  const job = person.selfEmployed === undefined ? {} : { selfEmployed: person.selfEmployed };
  return {
    id: "R1",
    events: [
      { kind: "started", on: START },
      { kind: "job-started", on: START, ...job },
      ...person.payments.map(({ day, pence, known }) => ({
        kind: "earnings",
        on: on(day),
        knownOn: on(known),
        pence,
      })),
      ...(person.claimDay === undefined ? [] : [{ kind: "outcome-claimed", on: on(person.claimDay) }]),
    ],
  };
}

export const dateOfDay = on;
