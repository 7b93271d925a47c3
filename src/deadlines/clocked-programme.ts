import { argumentFault } from "../argument.js";
import type { EpochCalendar } from "../calendar/index.js";
import { shown } from "../fault.js";
import {
  type Conventions,
  type DeadlineRequirement,
  type EventMatch,
  isAssessedByDefault,
  type Programme,
  type Requirement,
  refuseNotProgramme,
  type Standard,
  type State,
} from "../rules/index.js";
import { type BetweenState, betweenState, EventState, JointState } from "./between-state.js";
import { CadenceClock } from "./cadence-clock.js";
import type { AsAt } from "./calendars.js";
import { NEVER } from "./day-codes.js";
import { DeadlineClock } from "./deadline-clock.js";
import { type CompiledState, Matches, type Names } from "./event-matches.js";
import { type Facts, KindCodes } from "./facts.js";
import { Gate } from "./gate.js";
import { Stay } from "./stay.js";
import { WorkState } from "./work-state.js";

/** A requirement with its clock; those of other kinds than deadline and cadence have none. */
export interface Clocked {
  readonly programme: Programme;
  readonly standard: Standard;
  readonly requirement: Requirement;
  readonly deadline: DeadlineClock | undefined;
  readonly cadence: CadenceClock | undefined;
}

/** A programme made ready for reading journeys; made once a programme and kept with it. */
export interface ClockedProgramme {
  readonly programme: Programme;
  readonly compiler: Compiler;
  readonly gate: Gate;
  readonly requirements: readonly Clocked[];
}

const made = new WeakMap<Programme, ClockedProgramme>();

/**
 * The programme's clocks, from the first time it is asked for on.
 *
 * @throws ProgrammeFault `argument/programme` for what is no programme, `argument/edition` for a history.
 */
export function clocksOf(programme: Programme): ClockedProgramme {
  let clocks = made.get(programme);
  if (clocks === undefined) {
    refuseNotProgramme(programme);
    const compiler = new Compiler(programme);
    const gate = new Gate(programme, compiler);
    clocks = { programme, compiler, gate, requirements: clocked(programme, compiler) };
    made.set(programme, clocks);
  }
  return clocks;
}

/** Whether a standard is assessed: by default, or because its standing was asked for. */
export function isAskedFor(
  programme: Programme,
  standard: Standard,
  { including = [] }: Pick<AsAt, "including">,
): boolean {
  return (
    isAssessedByDefault(programme, standard) || including.includes(standard.standing ?? programme.standing)
  );
}

/** The requirements on a referral that are assessed: by default, or because their standing was asked for. */
export function referralsAskedFor(
  { programme, requirements }: ClockedProgramme,
  options: Pick<AsAt, "including">,
): Clocked[] {
  return requirements.filter(
    ({ requirement, standard }) => isAboutReferral(requirement) && isAskedFor(programme, standard, options),
  );
}

/** Whether a record that a requirement's clock goes by cannot be read, or the data leaves it out. */
export function certainty(
  { deadline, cadence }: Clocked,
  facts: Facts,
): { unreadable?: true; notRecorded?: true } {
  const clock = deadline ?? cadence;
  return {
    ...(clock?.isUnreadable(facts) === true ? { unreadable: true } : {}),
    ...(clock?.isNotRecorded(facts) === true ? { notRecorded: true } : {}),
  };
}

/** Whether a requirement is about a referral, and so assessed on one journey. */
export function isAboutReferral({ subject }: Requirement): boolean {
  return subject === undefined || subject === "referral";
}

function clocked(programme: Programme, compiler: Compiler): Clocked[] {
  return programme.standards.flatMap((standard) =>
    standard.requirements.map((requirement) => {
      const { deadline, cadence } = CLOCKS[requirement.kind](requirement as never, compiler);
      return { programme, standard, requirement, deadline, cadence };
    }),
  );
}

/** What each kind of requirement runs by, if it runs at all. */
const CLOCKS: {
  readonly [Kind in Requirement["kind"]]: (
    rule: Extract<Requirement, { kind: Kind }>,
    compiler: Compiler,
  ) => Partial<Pick<Clocked, "deadline" | "cadence">>;
} = {
  deadline: (rule, compiler) => ({ deadline: new DeadlineClock(rule, compiler) }),
  cadence: (rule, compiler) => ({ cadence: new CadenceClock(rule, compiler) }),
  content: () => ({}),
  proportion: () => ({}),
  total: () => ({}),
};

/** Turns the names in a programme into numbers and tests, each once. */
export class Compiler implements Names {
  readonly codes: KindCodes;
  readonly conventions: Conventions;
  readonly #states = new Map<string, CompiledState>();
  readonly #stays = new Map<string, Stay | undefined>();
  #leavable: readonly Stay[] | undefined;
  readonly #receipts: readonly number[];
  readonly #leavings: readonly number[];

  constructor(readonly programme: Programme) {
    this.codes = new KindCodes(programme.events);
    this.conventions = programme.conventions;
    this.#receipts = this.conventions.receipts.map((kind) => this.kind(kind));
    this.#leavings = this.conventions.leaving.map((kind) => this.kind(kind));
  }

  kind(id: string): number {
    return this.codes.codeOf(id) ?? this.#absent("event kind", id);
  }

  matches(matches: readonly EventMatch[], untold?: "may-be"): Matches {
    return new Matches(matches, this, untold);
  }

  state(id: string): CompiledState {
    const known = this.#states.get(id);
    if (known !== undefined) return known;
    const state = this.programme.states.find((each) => each.id === id) ?? this.#absent("state", id);
    const compiled = this.#compiled(state);
    this.#states.set(id, compiled);
    return compiled;
  }

  /** The longest stay in a state, where there is one. */
  stayIn(id: string): Stay | undefined {
    let stay = this.#stays.get(id);
    if (stay !== undefined || this.#stays.has(id)) return stay;
    const rule = this.programme.stays.find(({ state }) => state === id);
    stay = rule === undefined ? undefined : new Stay(rule, this);
    this.#stays.set(id, stay);
    return stay;
  }

  stay(state: string): Stay {
    return this.stayIn(state) ?? this.#absent("longest stay", state);
  }

  /** The longest stays that a leaving ends. */
  get #staysToLeave(): readonly Stay[] {
    this.#leavable ??= this.programme.stays
      .flatMap(({ state }) => this.stayIn(state) ?? [])
      .filter(({ state }) => state.kinds.some((kind) => this.#leavings.includes(kind)));
    return this.#leavable;
  }

  lastDay(facts: Facts): number {
    let last = NEVER;
    for (const stay of this.#staysToLeave) last = Math.min(last, stay.lastDay(facts));
    return last;
  }

  overdueSince(facts: Facts): number {
    const last = this.lastDay(facts);
    return facts.asAt > last ? last : NEVER;
  }

  unrecordedLeaving(kinds: readonly number[], facts: Facts): number {
    return this.hasLeaving(kinds) ? this.overdueSince(facts) : NEVER;
  }

  #compiled(state: State): CompiledState {
    if ("from" in state) {
      const until = this.matches(state.until);
      const overdueSince = (facts: Facts) => this.stayIn(state.id)?.overdueSince(facts) ?? NEVER;
      const begunBy = (from: Matches, atMost?: EventState) =>
        new EventState(state.id, from, until, state.each, overdueSince, atMost);
      const asksFields = state.from.some((match) => typeof match === "object" && "where" in match);
      return begunBy(
        this.matches(state.from),
        asksFields ? begunBy(this.matches(state.from, "may-be")) : undefined,
      );
    }
    if ("allOf" in state)
      return new JointState(
        state.id,
        state.allOf.map((each) => betweenState(each, this)),
      );
    return new WorkState(state, this, (requirement) => this.#clockOf(requirement));
  }

  /** What besides its own event ends the work of a requirement, in any state of work left. */
  endersOf(requirement: string): Matches {
    const work = this.programme.states.flatMap((state) => ("work" in state ? state.work : []));
    const own = work.filter((each) => each.requirement === requirement);
    return this.matches(own.flatMap(({ endedBy = [] }) => endedBy));
  }

  #clockOf(id: string): DeadlineClock {
    const rule = this.programme.standards
      .flatMap(({ requirements }) => requirements)
      .find((each) => each.id === id && each.kind === "deadline");
    return new DeadlineClock((rule ?? this.#absent("deadline requirement", id)) as DeadlineRequirement, this);
  }

  receiptDay(facts: Facts, at: number, day: number, calendar: EpochCalendar): number {
    if (this.conventions.receiptOnNonWorkingDay === "as-is" || at < 0) return day;
    return this.#receipts.includes(facts.kind[at]!) ? calendar.rollForward(day) : day;
  }

  leftAt(facts: Facts): number {
    if (!this.conventions.leavingExcuses) return -1;
    let first = -1;
    const leavings = this.#leavings;
    for (let i = 0; i < leavings.length; i++) {
      const at = facts.nextOf(leavings[i]!, -1);
      if (at >= 0 && (first < 0 || at < first)) first = at;
    }
    return first;
  }

  hasLeaving(kinds: readonly number[]): boolean {
    return kinds.some((kind) => this.#leavings.includes(kind));
  }

  isLeaving(facts: Facts, at: number): boolean {
    return at >= 0 && this.#leavings.includes(facts.kind[at]!);
  }

  stayInDoubt(kinds: readonly number[], facts: Facts): BetweenState | undefined {
    if (!(facts.anyUnreadable || facts.anyNotRecorded) || !this.hasLeaving(kinds)) return undefined;
    const isInDoubt = ({ state }: Stay) => state.isUnreadable(facts) || state.isNotRecorded(facts);
    return this.#staysToLeave.find(isInDoubt)?.state;
  }

  leavingIsUnreadable(facts: Facts): boolean {
    return this.conventions.leavingExcuses && this.#leavings.some((code) => facts.isUnreadable(code));
  }

  /** Only an unchecked programme gets here. */
  #absent(what: string, id: string): never {
    throw argumentFault(
      "programme",
      `the programme ${this.programme.id} without its ${what} ${shown(id)}`,
      "a programme that has what it names",
      "Check it with defineProgramme.",
    );
  }
}
