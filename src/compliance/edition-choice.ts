import { isIsoDate } from "../date/index.js";
import type { JourneyEvent } from "../journey/index.js";
import { editionOn, type History, type Programme, refuseNotHistory } from "../rules/index.js";

/**
 * Chooses the edition of a history that a case falls under: the one in force on the case's axis. A
 * requirement may name its own axis, an event kind or `anchor`; where that has no date, the history's
 * decides, and where nothing has, the usual edition stands.
 */
export class EditionChoice {
  private readonly known = new Map<string, string>();

  constructor(private readonly history: History) {
    refuseNotHistory(history);
  }

  /** The axis of each requirement of an edition; undefined where it names none. */
  axesOf(edition: Programme): ReadonlyMap<string, string | undefined> {
    const requirements = edition.standards.flatMap((standard) => [...standard.requirements]);
    return new Map(requirements.map(({ id, axis }) => [id, axis]));
  }

  /**
   * The edition of a case, by its axis, its anchor's date and its journey's events.
   *
   * @throws ProgrammeFault of `editionOn` when no edition is known to be in force that day.
   */
  editionOf(axis: string | undefined, anchorOn: string | undefined, events: readonly JourneyEvent[]): string {
    const own = axis === "anchor" ? anchorOn : firstOn(events, axis);
    const day = own ?? firstOn(events, this.history.axis);
    if (day === undefined) return this.history.usual;
    let edition = this.known.get(day);
    if (edition === undefined) {
      edition = editionOn(this.history, day).edition;
      this.known.set(day, edition);
    }
    return edition;
  }
}

function firstOn(events: readonly JourneyEvent[], kind: string | undefined): string | undefined {
  let first: string | undefined;
  for (const { kind: each, on } of events) {
    if (each === kind && isIsoDate(on) && (first === undefined || on < first)) first = on;
  }
  return first;
}
