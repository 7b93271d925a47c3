import { shown } from "../fault.js";
import type { Journey, Problem } from "../journey/index.js";
import type { Calendars } from "./calendars.js";
import type { Facts } from "./facts.js";

/** The faults of a loaded journey, as problems: bad dates, kinds the programme does not list, nations. */
export function journeyProblems(facts: Facts, calendars: Calendars): Problem[] {
  const { journey } = facts;
  const found: Problem[] = facts.badDates.map(({ event, field }) => {
    const { [field]: value } = journey.events[event]!;
    return {
      code: "journey/date",
      message: `Event ${event + 1}, ${field}: not a date. Allowed: an ISO date such as 2021-04-01. What depends on that kind of event is undetermined.`,
      journey: journey.id,
      value: textOf(value),
    };
  });
  for (const kind of facts.unknownKinds) {
    found.push({
      code: "journey/unknown-kind",
      message:
        "An event's kind is not one of the programme's; the event is not used. Check the spelling, or add the kind to the programme's `events`.",
      journey: journey.id,
      value: textOf(kind),
    });
  }
  if (facts.calendar === undefined) found.push(noCalendar(journey, calendars));
  return found;
}

/** A value that was read, as text; what is no text or number only by its type. */
export function textOf(value: unknown): string {
  return (typeof value === "object" && value !== null) || typeof value === "function"
    ? shown(value)
    : String(value);
}

function noCalendar(journey: Journey, calendars: Calendars): Problem {
  const nation = journey.attributes?.nation;
  return {
    code: "journey/nation",
    message: `attributes.nation: ${nation === undefined ? "missing" : "not a nation of this programme"}. Allowed: ${calendars.nations.join(", ")}. Without it no working day can be counted, so what needs one is undetermined.`,
    journey: journey.id,
    ...(nation === undefined ? {} : { value: textOf(nation) }),
  };
}
