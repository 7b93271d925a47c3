import { refuseNotJourney } from "../argument.js";
import type { EpochDay } from "../date/index.js";
import type { Journey, Problem } from "../journey/index.js";
import type { Programme } from "../rules/index.js";
import { type AsAt, type Calendars, calendarsOf } from "./calendars.js";
import { type ClockedProgramme, clocksOf } from "./clocked-programme.js";
import { Facts } from "./facts.js";

/** Reads journeys one after the other, as known on a date, into the same `facts`. */
export class JourneyReader {
  readonly clocks: ClockedProgramme;
  readonly calendars: Calendars;
  readonly facts: Facts;
  readonly asAt: EpochDay;
  readonly #onProblem: AsAt["onProblem"];
  #contradictions: readonly Problem[] = [];

  constructor(programme: Programme, options: AsAt) {
    this.clocks = clocksOf(programme);
    this.#onProblem = options.onProblem;
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
    const { facts, calendars, clocks } = this;
    const { badDates, unknownKinds, calendar } = facts;
    const isClean = badDates.length === 0 && unknownKinds.length === 0 && calendar !== undefined;
    return isClean
      ? this.#contradictions
      : [...this.#contradictions, ...clocks.gate.unusable(facts, calendars.nations)];
  }

  /** Tells the caller what is wrong with the journey last read. */
  tellProblems(): void {
    if (this.#onProblem !== undefined) for (const problem of this.problems()) this.#onProblem(problem);
  }
}
