import {
  type Compiler,
  compileConditions,
  EventState,
  type Facts,
  type Matches,
  NEVER,
  type Test,
} from "../deadlines/index.js";
import { ProgrammeFault, shown } from "../fault.js";
import { type EventMatch, isOpen, type Outcome, type Programme } from "../rules/index.js";
import { unknownWord } from "../unknown-word.js";
import { InWork } from "./time-in-work.js";

/** The kinds of event that stand for the same in every programme. */
const EARNINGS = "earnings";
const OUTCOME_MET = "job-outcome-met";
const JOB_STARTED = "job-started";

/** One outcome of a programme, made ready for reading journeys. */
export class OutcomeRule {
  readonly applies: Test;
  readonly after: Matches;
  readonly event: Matches;
  readonly claim: Matches | undefined;
  readonly cohort: Matches;
  /** The state of having a job, of which several can run. */
  readonly jobs: EventState | undefined;
  /** Days from the start to the last qualifying day, and to the last claim day. */
  readonly qualifying: number;
  readonly claimDays: number | undefined;
  readonly #threshold: number | undefined;
  readonly #earnings: Matches | undefined;
  readonly #inWork: InWork | undefined;
  readonly #higher: Matches | undefined;

  constructor(
    readonly outcome: Outcome,
    compiler: Compiler,
  ) {
    const { programme } = compiler;
    const listed = (kind: string) => programme.events.some(({ id }) => id === kind);
    const [only, ...others] = programme.outcomes;
    const isOnly = only === outcome && others.length === 0 && listed(OUTCOME_MET);
    this.applies = compileConditions(outcome.when, compiler);
    this.after = compiler.matches([outcome.after]);
    this.event = compiler.matches(isOnly ? [outcome.event, OUTCOME_MET] : [outcome.event]);
    this.claim = outcome.claim === undefined ? undefined : compiler.matches([outcome.claim]);
    this.cohort = compiler.matches([programme.cohortBy ?? outcome.after]);
    const days = windowDays(programme, outcome);
    this.qualifying = days.qualifying;
    this.claimDays = this.claim === undefined ? undefined : days.claim;
    const { threshold } = outcome;
    this.#threshold = threshold === undefined || isOpen(threshold) ? undefined : threshold.pence;
    this.#earnings =
      this.#threshold !== undefined && listed(EARNINGS) ? compiler.matches([EARNINGS]) : undefined;
    this.jobs = jobsOf(compiler);
    this.#inWork = outcome.inWork === undefined ? undefined : new InWork(outcome.inWork, compiler);
    const higher = higherThan(programme, outcome.event);
    this.#higher = higher.length === 0 ? undefined : compiler.matches(higher);
  }

  /** The days on which the outcome was met, from the start on: earnings and time in work reach it once, events each time. */
  daysMet(facts: Facts, start: number): number[] {
    const days = this.#daysRecorded(facts, start);
    const worked = this.#inWork?.metOn(facts, start);
    return worked === undefined ? days : [...days, worked].sort((one, other) => one - other);
  }

  #daysRecorded(facts: Facts, start: number): number[] {
    const days: number[] = [];
    let pence = 0;
    for (let at = 0; at < facts.count; at++) {
      if (facts.on[at]! < start || facts.isDoubtful(at)) continue;
      const before = pence;
      if (this.#earnings?.accepts(facts, at)) pence += penceOf(facts, at);
      const crossed = before < (this.#threshold ?? 0) && pence >= (this.#threshold ?? 0);
      if (crossed || this.event.accepts(facts, at)) days.push(facts.on[at]!);
    }
    return days;
  }

  /** The day by which it was met because something higher was reached, from the start on; `NEVER` without one. */
  dayMetBy(facts: Facts, start: number): number {
    const at = this.#higher?.firstFrom(facts, start) ?? -1;
    return at < 0 ? NEVER : facts.on[at]!;
  }

  /** Whether the data leaves out everything that could have been the outcome. */
  isNotRecorded(facts: Facts): boolean {
    if (!facts.anyNotRecorded || !this.event.isNotRecorded(facts)) return false;
    if (!this.event.kinds.every((kind) => facts.isNotRecorded(kind, -NEVER))) return false;
    const others = [this.#earnings, this.#inWork];
    return others.every((other) => other?.isNotRecorded(facts) !== false);
  }

  /** Whether a record that could have been the outcome is there and cannot be read. */
  isUnreadable(facts: Facts, start: number): boolean {
    if (this.event.isUnreadable(facts) || this.claim?.isUnreadable(facts) === true) return true;
    if (this.#inWork?.isUnreadable(facts) === true) return true;
    if (this.#earnings === undefined) return false;
    if (this.#earnings.isUnreadable(facts)) return true;
    for (let at = 0; at < facts.count; at++) {
      const isPayment = facts.on[at]! >= start && this.#earnings.accepts(facts, at);
      if (isPayment && !isPence(facts.event(at).pence)) return true;
    }
    return false;
  }
}

/** What stands above a match on the scale of its field. */
function higherThan({ events }: Programme, match: EventMatch): EventMatch[] {
  if (typeof match === "string" || !("event" in match)) return [];
  const { ascending, values = {} } = events.find(({ id }) => id === match.event) ?? {};
  const own = ascending === undefined ? undefined : match.where?.[ascending];
  if (ascending === undefined || own === undefined) return [];
  const scale = values[ascending]!;
  const place = scale.indexOf(own);
  if (place < 0) return [];
  return scale.slice(place + 1).map((value) => ({ ...match, where: { ...match.where, [ascending]: value } }));
}

function jobsOf(compiler: Compiler): EventState | undefined {
  const { states } = compiler.programme;
  const work = states.find(
    (each) => "from" in each && each.each !== undefined && each.from.includes(JOB_STARTED),
  );
  const state = work && compiler.state(work.id);
  return state instanceof EventState ? state : undefined;
}

function isPence(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}

function penceOf(facts: Facts, at: number): number {
  const { pence } = facts.event(at);
  return isPence(pence) ? pence : 0;
}

/** How many days after the start the two last days are. Both are "from the Start Date", so one reading moves both. */
export function windowDays({ conventions }: Programme, { within, claimWithin }: Outcome) {
  const startCounts = conventions.outcomeDay === "day-1" ? 1 : 0;
  return {
    qualifying: within.days - startCounts,
    claim: claimWithin === undefined ? undefined : claimWithin.days - startCounts,
  };
}

/**
 * The outcomes a caller asks about: the one named, or all the programme has, in its own order.
 *
 * @throws ProgrammeFault `outcomes/none` for a programme without outcomes, `outcomes/unknown` for an id it has not.
 */
export function outcomesAsked({ id, outcomes }: Programme, asked: string | undefined): readonly Outcome[] {
  if (outcomes.length === 0)
    throw new ProgrammeFault({
      code: "outcomes/none",
      given: `the programme ${id}, which states no outcome`,
      allowed: "a programme whose `outcomes` say what counts, and by when",
      todo: "Add the outcome with amend, from the contract that defines it.",
    });
  if (asked === undefined) return outcomes;
  const found = outcomes.filter((outcome) => outcome.id === asked);
  if (found.length > 0) return found;
  throw unknownWord({
    code: "outcomes/unknown",
    given: `the outcome ${shown(asked)}`,
    allowed: outcomes.map((outcome) => outcome.id),
    written: asked,
    todo: `Name one of the outcomes of ${id}, or leave \`outcome\` out.`,
  });
}
