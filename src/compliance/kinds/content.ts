import {
  type Compiler,
  clocksOf,
  compileConditions,
  compileNotRecorded,
  type Facts,
  type Matches,
  NEVER,
  NO,
  UNKNOWN,
} from "../../deadlines/index.js";
import { isGiven } from "../../defined.js";
import type { ExplainedPart } from "../../explanation/index.js";
import type { ContentPart, ContentRequirement, Programme } from "../../rules/index.js";
import {
  type Assess,
  type Case,
  CLOCK_NEVER_STARTED,
  CONDITION,
  type Code,
  IS_MET,
  LEAVING_NOT_RECORDED,
  MISSING_DATA,
  NEEDS_REVIEW,
  NOT_DONE,
  NOT_RECORDED,
  NOT_YET_DUE,
  noCase,
  PART_MISSING,
  whyUncertain,
} from "../verdict.js";

type PartTest = (facts: Facts, at: number) => Code;

/**
 * Records and their parts: each record is one case, and so is a record that is owed and missing.
 * Parts for a person wait for an attestation.
 */
export function assessContent(rule: ContentRequirement, compiler: Compiler): Assess {
  const records = compiler.matches([rule.record]);
  const owed = rule.owedAfter === undefined ? undefined : compiler.matches(rule.owedAfter);
  const conditions = compileConditions(rule.when, compiler);
  const isConditionNotRecorded = compileNotRecorded(rule.when ?? [], compiler);
  const parts = rule.parts.map((part) => partTest(part, rule.id, compiler));
  const found = noCase(0);
  const asksOfDay = (rule.when ?? []).length > 0;

  function look(facts: Facts, at: number): Code {
    // Whether it is a record at all, or on which day the conditions are to hold, is not known.
    if (at >= 0 && facts.isDoubtful(at)) return MISSING_DATA;
    const why = asksOfDay ? whyUncertain(owed, facts) : undefined;
    if (why !== undefined) return why;
    const holds = conditions(facts, found.anchorDay === NEVER ? found.done : found.anchorDay);
    if (holds === NO) return CONDITION;
    if (holds === UNKNOWN) return isConditionNotRecorded(facts) ? NOT_RECORDED : MISSING_DATA;
    if (at < 0) return noRecord(facts, records, found.due);
    return parts.reduce<Code>((worst, part) => graver(worst, part(facts, at)), IS_MET);
  }

  return (facts, emit) => {
    const owedAt = owed === undefined ? -1 : owed.next(facts, -1);
    found.number = 0;
    found.anchorAt = owedAt;
    found.anchorDay = found.due = owedAt < 0 ? NEVER : facts.on[owedAt]!;
    found.stayEnd = NEVER;
    for (let at = records.next(facts, -1); at >= 0; at = records.next(facts, at)) {
      found.number++;
      found.done = facts.on[at]!;
      found.doneAt = at;
      emit(look(facts, at), found, facts);
    }
    if (found.number > 0) return;
    found.number = 1;
    found.done = NEVER;
    found.doneAt = -1;
    emit(owedAt < 0 ? notOwed(facts) : look(facts, -1), found, facts);
  };

  /** What is owed after a leaving that nobody recorded is not known, once the longest stay is over. */
  function notOwed(facts: Facts): Code {
    const why = whyNotOwed(records, owed, compiler, facts);
    if (why !== undefined) return why;
    const last = compiler.unrecordedLeaving(owed?.kinds ?? [], facts);
    if (last === NEVER) return CLOCK_NEVER_STARTED;
    if (conditions(facts, last) === NO) return CONDITION;
    found.stayEnd = last;
    return LEAVING_NOT_RECORDED;
  }
}

/** Why nobody can tell that no record is owed; undefined where one can. */
function whyNotOwed(
  records: Matches,
  owed: Matches | undefined,
  compiler: Compiler,
  facts: Facts,
): Code | undefined {
  const why = whyUncertain(records, facts) ?? whyUncertain(owed, facts);
  return why ?? (owed && whyUncertain(compiler.stayInDoubt(owed.kinds, facts), facts));
}

function noRecord(facts: Facts, records: Matches, owedOn: number): Code {
  return whyUncertain(records, facts) ?? (owedOn >= facts.asAt ? NOT_YET_DUE : NOT_DONE);
}

const GRAVITY = [IS_MET, NEEDS_REVIEW, MISSING_DATA, PART_MISSING];

function graver(one: Code, other: Code): Code {
  return GRAVITY[Math.max(GRAVITY.indexOf(one), GRAVITY.indexOf(other))]!;
}

function partTest(part: ContentPart, requirement: string, compiler: Compiler): PartTest {
  const { check } = part;
  if (check !== "human") {
    return (facts, at) => {
      const value = facts.event(at)[check.field] ?? undefined;
      if (value === undefined) return MISSING_DATA;
      return value === check.is ? IS_MET : PART_MISSING;
    };
  }
  const code = compiler.codes.codeOf("attested");
  return (facts, record) => {
    // One that cannot be read may say otherwise than those that can.
    if (code !== undefined && facts.isUnreadable(code)) return MISSING_DATA;
    const at = attestationAt(facts, record, requirement, part.id, code);
    if (at < 0) return isShown(part, facts, record) ? IS_MET : NEEDS_REVIEW;
    return facts.event(at).holds === true ? IS_MET : PART_MISSING;
  };
}

/** Whether a field of the record shows a part that is else for a person. */
function isShown({ shownBy }: ContentPart, facts: Facts, record: number): boolean {
  return shownBy?.is.some((value) => value === facts.event(record)[shownBy.field]) === true;
}

/**
 * The position of the latest attestation of a part known by then, or -1: then a person must look. One that
 * names an event in `of` is about that record only.
 */
function attestationAt(
  facts: Facts,
  record: number,
  requirement: string,
  part: string,
  code: number | undefined,
): number {
  const { id } = facts.event(record);
  for (let at = facts.count - 1; at >= 0; at--) {
    if (facts.kind[at] !== code) continue;
    const { holds, of, ...event } = facts.event(at);
    const isThis = event.requirement === requirement && event.part === part;
    if (isThis && typeof holds === "boolean" && (of ?? id) === id) return at;
  }
  return -1;
}

/** The parts that a record must have and how each stands; those of a record that is not there are not recorded. */
export function partsOf(
  rule: ContentRequirement,
  { doneAt }: Case,
  facts: Facts,
  programme: Programme,
): ExplainedPart[] {
  const code = clocksOf(programme).compiler.codes.codeOf("attested");
  return rule.parts.map((part) => {
    const { id, says, check } = part;
    if (doneAt < 0) return { says, standing: "not-recorded" };
    if (check !== "human") {
      const { [check.field]: value } = facts.event(doneAt);
      if (!isGiven(value)) return { says, standing: "not-recorded" };
      return { says, standing: value === check.is ? "recorded" : "denied" };
    }
    const at = attestationAt(facts, doneAt, rule.id, id, code);
    if (at < 0) return { says, standing: isShown(part, facts, doneAt) ? "recorded" : "not-attested" };
    const { holds, on } = facts.event(at);
    return { says, standing: holds === true ? "attested" : "denied", on };
  });
}
