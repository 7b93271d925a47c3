import { ProgrammeFault, shown } from "../fault.js";
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
      value: String(value),
    };
  });
  for (const kind of facts.unknownKinds) {
    found.push({
      code: "journey/unknown-kind",
      message:
        "An event's kind is not one of the programme's; the event is not used. Check the spelling, or add the kind to the programme's `events`.",
      journey: journey.id,
      value: kind,
    });
  }
  if (facts.calendar === undefined) found.push(noCalendar(journey, calendars));
  return found;
}

/** Refuses a value that is not a journey at all. */
export function refuseNotJourney(journey: unknown): void {
  const { id, events } = (journey ?? {}) as { id?: unknown; events?: unknown };
  if (typeof id === "string" && id !== "" && Array.isArray(events)) return;
  throw new ProgrammeFault({
    code: "journey/shape",
    given: typeof id === "string" ? "a journey without a list of events" : `${shown(journey)} without an id`,
    allowed: 'a journey such as { id: "R1", events: [{ kind: "referral-received", on: "2021-04-01" }] }',
    todo: "Give each referral an id and its events.",
  });
}

function noCalendar(journey: Journey, calendars: Calendars): Problem {
  const nation = journey.attributes?.nation;
  return {
    code: "journey/nation",
    message: `attributes.nation: ${nation === undefined ? "missing" : "not a nation of this programme"}. Allowed: ${calendars.nations.join(", ")}. Without it no working day can be counted, so what needs one is undetermined.`,
    journey: journey.id,
    ...(nation === undefined ? {} : { value: String(nation) }),
  };
}
