import { AS_AT, optionsOf, refuseNotJourney } from "../argument.js";
import type { EpochDay } from "../date/index.js";
import type { Journey, Problem } from "../journey/index.js";
import type { Programme } from "../rules/index.js";
import { nearest } from "../unknown-word.js";
import { type AsAt, type Calendars, calendarsOf } from "./calendars.js";
import { type ClockedProgramme, clocksOf } from "./clocked-programme.js";
import { Facts, textOf } from "./facts.js";

/** Reads journeys one after the other, as known on a date, into the same `facts`. */
export class JourneyReader {
  readonly clocks: ClockedProgramme;
  readonly calendars: Calendars;
  readonly facts: Facts;
  readonly asAt: EpochDay;
  #contradictions: readonly Problem[] = [];

  constructor(programme: Programme, options: AsAt) {
    this.clocks = clocksOf(programme);
    optionsOf(options, AS_AT);
    this.calendars = calendarsOf(programme, options);
    this.asAt = this.calendars.asAtDay(options.asAt);
    this.facts = new Facts(this.clocks.compiler.codes);
  }

  /**
   * Reads a journey and gives its contradictions; `asAt` may be another day than the reader's, and what had
   * happened by then be known only later, by `knownBy`.
   *
   * @throws ProgrammeFault `journey/shape` for a value that is not a journey.
   */
  read(journey: Journey, asAt: EpochDay = this.asAt, knownBy = asAt): readonly Problem[] {
    refuseNotJourney(journey);
    return this.readChecked(journey, asAt, knownBy);
  }

  /** As `read`, for a value that is known to be a journey. */
  readChecked(journey: Journey, asAt: EpochDay = this.asAt, knownBy = asAt): readonly Problem[] {
    this.facts.load(journey, asAt, this.calendars.of(journey), knownBy);
    this.#contradictions = this.clocks.gate.check(this.facts);
    return this.#contradictions;
  }

  /** What is wrong with the journey last read: its contradictions, then what cannot be used. */
  problems(): readonly Problem[] {
    const { badDates, unknownKinds, calendar } = this.facts;
    const isClean = badDates.length === 0 && unknownKinds.length === 0 && calendar !== undefined;
    return isClean
      ? this.#contradictions
      : [...this.#contradictions, ...journeyProblems(this.clocks.programme, this.facts, this.calendars)];
  }
}

/** The kind that may have been meant, or what else to do. */
function meant(kind: string, { events }: Programme): string {
  const near = nearest(
    kind,
    events.map(({ id }) => id),
  );
  return near === undefined
    ? "Check the spelling, or add the kind to the programme's `events`."
    : `Did you mean ${near}?`;
}

/** The faults of a loaded journey, as problems: bad dates, kinds the programme does not list, nations. */
function journeyProblems(programme: Programme, facts: Facts, calendars: Calendars): Problem[] {
  const { journey } = facts;
  const found: Problem[] = facts.badDates.map(({ event, field }) => {
    const { [field]: value } = journey.events[event]!;
    return {
      code: "journey/date",
      message: `Event ${event + 1}, ${field}: not a date. Expected an ISO date such as 2021-04-01. What depends on that kind of event is undetermined.`,
      journey: journey.id,
      value: textOf(value),
    };
  });
  for (const kind of facts.unknownKinds) {
    found.push({
      code: "journey/unknown-kind",
      message: `An event's kind is not one of the programme's; the event is not used. ${meant(textOf(kind), programme)}`,
      journey: journey.id,
      value: textOf(kind),
    });
  }
  const nation = journey.attributes?.nation;
  if (facts.calendar === undefined) {
    found.push({
      code: "journey/nation",
      message: `attributes.nation: ${nation === undefined ? "missing" : "not a nation of this programme"}. Expected ${calendars.nations.join(", ")}. Without it no working day can be counted, so what needs one is undetermined.`,
      journey: journey.id,
      ...(nation === undefined ? {} : { value: textOf(nation) }),
    });
  }
  return found;
}
