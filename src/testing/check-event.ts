import { ProgrammeFault, shown } from "../fault.js";
import type { JourneyEvent } from "../journey/index.js";
import type { Programme } from "../rules/index.js";

const BASIC = ["kind", "on", "knownOn", "id", "of"];

/** Refuses an event that the programme does not have, or that carries what its kind does not. */
export function checkEvent(programme: Programme, event: JourneyEvent): void {
  if (event.kind === "retracted") return;
  const kind = programme.events.find(({ id }) => id === event.kind);
  if (kind === undefined) {
    const ids = programme.events.map(({ id }) => id).join(", ");
    throw eventFault(`an event ${shown(event.kind)}`, `the kinds of ${programme.id}: ${ids}`);
  }
  for (const [field, value] of Object.entries(event)) {
    if (BASIC.includes(field)) continue;
    if (!kind.fields?.includes(field)) {
      const fields = kind.fields?.join(", ") ?? "none";
      throw eventFault(`the field ${shown(field)} on ${kind.id}`, `its own fields: ${fields}`);
    }
    const values = kind.values?.[field];
    if (values !== undefined && value !== undefined && !values.includes(value)) {
      throw eventFault(`${field} ${shown(value)} on ${kind.id}`, values.map(shown).join(", "));
    }
  }
}

function eventFault(given: string, allowed: string): ProgrammeFault {
  return new ProgrammeFault({
    code: "testing/event",
    given,
    allowed,
    todo: "Correct the event, add it to the programme's `events`, or build without a programme.",
  });
}
