import {
  isAssessedByDefault,
  type Programme,
  type Requirement,
  refuseNotProgramme,
  type Standard,
} from "../rules/index.js";
import { CadenceClock } from "./cadence-clock.js";
import type { AsAt } from "./calendars.js";
import { Compiler } from "./compiler.js";
import { Contradictions } from "./contradictions.js";
import { DeadlineClock } from "./deadline-clock.js";
import type { Facts } from "./facts.js";

/** A requirement with its clock; those of other kinds than deadline and cadence have none. */
export interface Clocked {
  readonly standard: Standard;
  readonly requirement: Requirement;
  readonly deadline: DeadlineClock | undefined;
  readonly cadence: CadenceClock | undefined;
}

/** A programme made ready for reading journeys; made once a programme and kept with it. */
export interface ClockedProgramme {
  readonly programme: Programme;
  readonly compiler: Compiler;
  readonly contradictions: Contradictions;
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
    const contradictions = new Contradictions(programme, compiler.codes);
    clocks = { programme, compiler, contradictions, requirements: clocked(programme, compiler) };
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

/** Whether a record that a requirement's clock goes by is there and cannot be read. */
export function unreadability({ deadline, cadence }: Clocked, facts: Facts): { unreadable?: true } {
  return (deadline ?? cadence)?.isUnreadable(facts) === true ? { unreadable: true } : {};
}

/** Whether a requirement is about a referral, and so assessed on one journey. */
export function isAboutReferral({ subject }: Requirement): boolean {
  return subject === undefined || subject === "referral";
}

function clocked(programme: Programme, compiler: Compiler): Clocked[] {
  return programme.standards.flatMap((standard) =>
    standard.requirements.map((requirement) => {
      const { deadline, cadence } = CLOCKS[requirement.kind](requirement as never, compiler);
      return { standard, requirement, deadline, cadence };
    }),
  );
}

type Clocks = Partial<Pick<Clocked, "deadline" | "cadence">>;

/** What each kind of requirement runs by, if it runs at all. */
const CLOCKS: {
  readonly [Kind in Requirement["kind"]]: (
    rule: Extract<Requirement, { kind: Kind }>,
    compiler: Compiler,
  ) => Clocks;
} = {
  deadline: (rule, compiler) => ({ deadline: new DeadlineClock(rule, compiler) }),
  cadence: (rule, compiler) => ({ cadence: new CadenceClock(rule, compiler) }),
  content: () => ({}),
  proportion: () => ({}),
  total: () => ({}),
};
