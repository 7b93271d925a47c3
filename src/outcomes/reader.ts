import { AS_AT, optionsOf } from "../argument.js";
import { type AsAt, clocksOf, JourneyReader } from "../deadlines/index.js";
import { ProgrammeFault, shown } from "../fault.js";
import type { Journey } from "../journey/index.js";
import { type Programme, refuseNotProgramme } from "../rules/index.js";
import { outcomesAsked } from "./choose.js";
import { type Judgement, judge } from "./judge.js";
import { OutcomeRule } from "./rule.js";

/** As at which date, by which outcome, and how long news of an employed outcome may take. */
export interface OutcomeOptions {
  /** Only what had happened and was known by the end of this day is used. */
  readonly asAt: AsAt["asAt"];
  /** The id of the outcome; the first that is for the person unless it is given. */
  readonly outcome?: string;
  /** Days after the window in which an employed outcome may still become known: whole, 0 unless given. */
  readonly notificationLagDays?: number;
}

/** Reads journeys one after the other and judges each by its outcome. */
export class OutcomeReader {
  readonly rules: readonly OutcomeRule[];
  readonly lagDays: number;
  readonly asAt: number;
  readonly #reader: JourneyReader;

  constructor(programme: Programme, options: OutcomeOptions) {
    refuseNotProgramme(programme);
    const { asAt, outcome, notificationLagDays = 0 } = optionsOf(options, AS_AT);
    if (!(Number.isSafeInteger(notificationLagDays) && notificationLagDays >= 0))
      throw lagFault(notificationLagDays);
    const { compiler } = clocksOf(programme);
    this.rules = outcomesAsked(programme, outcome).map((each) => new OutcomeRule(each, compiler));
    this.lagDays = notificationLagDays;
    // Windows are counted in days, not working days: no bank holiday can change an answer.
    this.#reader = new JourneyReader(programme, { asAt, beyondPublished: "project" });
    this.asAt = this.#reader.asAt;
  }

  /** The rule that is for the person and what it comes to; the last rule when none is for them. */
  judge(journey: Journey): { readonly rule: OutcomeRule; readonly judgement: Judgement | undefined } {
    this.#reader.read(journey);
    for (const rule of this.rules) {
      const judgement = judge(rule, this.#reader.facts, this.lagDays);
      if (judgement !== undefined) return { rule, judgement };
    }
    return { rule: this.rules.at(-1)!, judgement: undefined };
  }
}

function lagFault(given: unknown): ProgrammeFault {
  return new ProgrammeFault({
    code: "outcomes/lag",
    given: `notificationLagDays ${shown(given)}`,
    allowed: "a whole number of days from 0",
    todo: "Give the days after the window in which an outcome may still become known.",
  });
}
