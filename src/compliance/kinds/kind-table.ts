import type { Clocked, Compiler, Facts } from "../../deadlines/index.js";
import type { ExplainedCount, ExplainedPart, Explanation } from "../../explanation/index.js";
import type { EventMatch, Programme, Requirement } from "../../rules/index.js";
import type { Assess, Case } from "../verdict.js";
import { assessCadence, contactCount, titleBefore } from "./cadence.js";
import { assessContent, partsOf } from "./content.js";
import { assessDeadline, attributesOf, deadlineCount, stateLookedAt, untoldOf } from "./deadline.js";
import { amongWords, assessProportion, stateOf } from "./proportion.js";
import { onlyCounted } from "./total.js";

/**
 * What a kind of requirement brings: how its cases are found and decided, and what an explanation needs to know of
 * them. `rule` is a requirement of the kind, and what a kind has nothing of is left out of its row.
 */
interface RequirementKind<Rule extends Requirement> {
  /** Its cases in one journey; `other` gives those of another requirement of the programme. */
  assess(rule: Rule, clocked: Clocked, compiler: Compiler, other: (requirement: string) => Assess): Assess;
  /** What would start it. */
  startedBy(rule: Rule, programme: Programme): readonly EventMatch[];
  /** What does it. */
  doneBy(rule: Rule): readonly EventMatch[];
  /** What was not there when it was missed, where a miss is that something is not there. */
  absent?(rule: Rule): EventMatch | undefined;
  /** How an anchor is said that no event marks, where it is not what it is started by. */
  anchorTitle?(rule: Rule): string;
  /** How the due date of the case in hand was reached; its clock must still be wound to it. */
  count?(
    rule: Rule,
    clocked: Clocked,
    found: Case,
    facts: Facts,
    programme: Programme,
  ): ExplainedCount | undefined;
  /** The parts that a record must have, and how each stands. */
  parts?(rule: Rule, found: Case, facts: Facts, programme: Programme): ExplainedPart[];
  /** The state that it looks at, whose work explains it. */
  workState?(rule: Rule): string | undefined;
  /** The state that a share is taken of, whether the journey is in it, and the day it was measured. */
  state?(rule: Rule, facts: Facts, programme: Programme): Explanation["state"];
  /** Who is counted, where a journey is not, in words that follow "counted here". */
  among?(rule: Rule, facts: Facts): string;
  /** What the data leaves out of what a case is counted from, in words. */
  untold?(rule: Rule, found: Case, facts: Facts, programme: Programme): readonly string[];
  /** The attributes that decide which events it looks at. */
  attributes?(rule: Rule): readonly string[];
}

/** A row for each kind. A new kind is a row here, and the files that the row names. */
const KINDS: {
  readonly [Kind in Requirement["kind"]]: RequirementKind<Extract<Requirement, { kind: Kind }>>;
} = {
  deadline: {
    assess: (rule, { deadline }) => assessDeadline(rule, deadline!),
    startedBy: ({ after, before }) => after ?? before ?? [],
    doneBy: ({ event }) => event,
    absent: ({ event: [first] }) => first,
    count: deadlineCount,
    workState: stateLookedAt,
    untold: untoldOf,
    attributes: attributesOf,
  },
  cadence: {
    assess: (_rule, { cadence }) => assessCadence(cadence!),
    startedBy: ({ while: state }) => [{ entering: state }],
    doneBy: ({ event }) => event,
    absent: ({ event: [first] }) => first,
    anchorTitle: titleBefore,
    count: contactCount,
  },
  content: {
    assess: (rule, _clocked, compiler) => assessContent(rule, compiler),
    startedBy: ({ owedAfter = [], record }) => [...owedAfter, record],
    doneBy: ({ record }) => [record],
    absent: ({ record }) => record,
    parts: partsOf,
  },
  proportion: {
    assess: (rule, _clocked, compiler, other) => assessProportion(rule, compiler, other),
    startedBy: ({ among }) => among,
    doneBy: ({ share }) => ("reaching" in share ? share.reaching : []),
    workState: ({ share }) => ("in" in share ? share.in : undefined),
    state: stateOf,
    among: amongWords,
  },
  total: {
    assess: () => onlyCounted,
    startedBy: () => [],
    doneBy: ({ count }) => count,
    among: () => "is the whole caseload, not one referral",
  },
};

/** The row of a requirement's kind. */
export function kindOf({ kind }: Requirement): RequirementKind<Requirement> {
  return KINDS[kind];
}
