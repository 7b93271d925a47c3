import {
  type EventMatch,
  eventTitle,
  matchTitles,
  type Programme,
  type Requirement,
} from "../rules/index.js";

/** How a sentence says that what a requirement asks for did not happen. */
export function absentOf(requirement: Requirement, programme: Programme): string | undefined {
  const matches =
    "event" in requirement ? requirement.event : requirement.kind === "content" ? [requirement.record] : [];
  const [first] = matches;
  if (first === undefined) return undefined;
  const kind = kindOf(first);
  if (kind === undefined) return "Work still left";
  return programme.events.find(({ id }) => id === kind)?.absent ?? `No "${eventTitle(kind, programme)}"`;
}

function kindOf(match: EventMatch): string | undefined {
  if (typeof match === "string") return match;
  return "event" in match ? match.event : undefined;
}

/** What would start the clock of a requirement, by the events' titles. */
export function waitsFor(requirement: Requirement, programme: Programme): string[] {
  if (requirement.kind === "deadline")
    return matchTitles(requirement.after ?? requirement.before ?? [], programme);
  if (requirement.kind === "content")
    return matchTitles([...(requirement.owedAfter ?? []), requirement.record], programme);
  if (requirement.kind === "proportion") return matchTitles(requirement.among, programme);
  if (requirement.kind !== "cadence") return [];
  const state = programme.states.find(({ id }) => id === requirement.while);
  return state !== undefined && "from" in state ? matchTitles(state.from, programme) : [];
}
