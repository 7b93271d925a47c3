import type { Facts } from "../deadlines/index.js";
import type { Named } from "../explanation/index.js";
import { eventTitle, type Programme } from "../rules/index.js";

/** The event at a position of the facts, as sentences name it. */
export function named(at: number, facts: Facts, programme: Programme): Named {
  const { kind, on, knownOn } = facts.event(at);
  return { title: eventTitle(kind, programme), on, ...(knownOn === undefined ? {} : { knownOn }) };
}
