import { isoDate } from "../date/index.js";
import { type AsAt, clocksOf, type Facts, JourneyReader, NEVER, textOf, YES } from "../deadlines/index.js";
import {
  conditionWords,
  type Explanation,
  eventTitle,
  matchTitles,
  type Named,
  sentenceOf,
} from "../explanation/index.js";
import { ProgrammeFault, shown } from "../fault.js";
import type { Journey } from "../journey/index.js";
import { isOpen, type Programme, type Requirement } from "../rules/index.js";
import { type Assessor, assessorsOf, type Finding, finding as findingOf } from "./assessors.js";
import type { Case } from "./case.js";
import { countOf, spareOf } from "./counting.js";
import { stockDay } from "./proportion.js";
import { absentOf, waitsFor } from "./rule-titles.js";
import { CLOCK_NEVER_STARTED, CONDITION, type Code, MISSING_PARAMETER, NOT_YET_DUE } from "./verdict.js";

/**
 * Why a finding is what it is: the facts, the counting day by day, and one plain sentence that can be
 * checked on a wall calendar. Sentences may be reworded between releases; verdict and reason may not.
 *
 * @param finding - a finding of `assess` on the same programme, journey and as-at date.
 * @throws {@link ProgrammeFault} `compliance/no-such-finding` when there is no such case as at that date.
 *
 * @example
 * ```ts
 * import { assess, explain, whpJetsCv06 } from "programme-rules";
 *
 * const journey = {
 *   id: "R1",
 *   events: [
 *     { kind: "referral-received", on: "2021-04-01" },
 *     { kind: "referral-acknowledged", on: "2021-04-06" },
 *   ],
 * };
 * const asAt = "2021-04-30";
 * const [first] = assess(whpJetsCv06, journey, { asAt });
 * explain(whpJetsCv06, journey, first!, { asAt }).sentence;
 * // => "Referral received Thu 1 Apr 2021. Two working days later is Wed 7 Apr 2021 (Good Friday, the weekend and Easter Monday do not count). Acknowledged Tue 6 Apr 2021: met, one working day to spare. [001 ¶38 item 1]"
 * ```
 */
export function explain(
  programme: Programme,
  journey: Journey,
  finding: Pick<Finding, "requirement" | "case">,
  options: AsAt,
): Explanation {
  const reader = new JourneyReader(programme, options);
  reader.read(journey);
  const { facts } = reader;
  const assessor = assessorsOf(programme).journey.find(
    ({ requirement }) => requirement.id === finding.requirement,
  );
  let explanation: Explanation | undefined;
  assessor?.assess(facts, (code, found) => {
    if (found.number === finding.case) explanation = explained(programme, assessor, code, found, facts);
  });
  if (explanation !== undefined) return explanation;
  throw new ProgrammeFault({
    code: "compliance/no-such-finding",
    given: `case ${textOf(finding.case)} of ${shown(finding.requirement)}`,
    allowed: `a case that \`assess\` finds on this journey as at ${isoDate(facts.asAt)}`,
    todo: "Explain a finding with the programme, journey and as-at date it was made with.",
  });
}

/** The explanation of the case in hand; its clock must still be wound to it. */
function explained(
  programme: Programme,
  assessor: Assessor,
  code: Code,
  found: Case,
  facts: Facts,
): Explanation {
  const { requirement, standard } = assessor;
  const { verdict, reason, opensOn, dueOn, projected } = findingOf(assessor, code, found, facts);
  const count = countOf(assessor, found, facts, programme);
  const citation = requirement.citation ?? standard.citation;
  const base = {
    journey: facts.journey.id,
    standard: standard.id,
    requirement: requirement.id,
    title: requirement.title,
    verdict: verdict.replace("-", " "),
    ...(reason === undefined ? {} : { reason }),
    ...given("anchor", anchorOf(requirement, found, facts, programme)),
    ...given("count", count),
    ...given("opensOn", opensOn),
    ...given("dueOn", dueOn),
    ...given("decidedBy", decidedBy(requirement, found, facts, programme)),
    ...given("absent", absentOf(requirement, programme)),
    ...(code === CLOCK_NEVER_STARTED ? { waitsFor: waitsFor(requirement, programme) } : {}),
    ...given("conditions", conditionsOf(requirement, assessor, code, programme)),
    ...given("open", code === MISSING_PARAMETER ? openOf(requirement) : undefined),
    ...(requirement.kind === "content" ? { looksAt: requirement.parts.map(({ says }) => says) } : {}),
    ...given("state", stateOf(requirement, facts, programme)),
    ...given("spare", spareOf(code, found, facts, count)),
    asAt: isoDate(facts.asAt),
    ...given("projected", projected),
    ...given("citation", citation),
  };
  return { ...base, verdict, sentence: sentenceOf(base) };
}

function given<Name extends string, Value>(name: Name, value: Value | undefined): { [Key in Name]?: Value } {
  return (value === undefined ? {} : { [name]: value }) as { [Key in Name]?: Value };
}

function anchorOf(
  requirement: Requirement,
  { anchorAt, anchorDay }: Case,
  facts: Facts,
  programme: Programme,
): Named | undefined {
  if (Math.abs(anchorDay) >= NEVER) return undefined;
  if (anchorAt >= 0) {
    const { title, on, knownOn } = named(anchorAt, facts, programme);
    const runsFromKnown = requirement.kind === "deadline" && requirement.anchorDate === "knownOn";
    return { title, on, ...(runsFromKnown && knownOn !== undefined ? { knownOn } : {}) };
  }
  const on = isoDate(anchorDay);
  if (requirement.kind === "cadence") {
    return {
      title: requirement.gap === "blocks" ? "The block before ended" : "The contact before was due",
      on,
    };
  }
  const derived = requirement.kind === "deadline" ? (requirement.after ?? requirement.before ?? []) : [];
  return {
    title:
      matchTitles(
        derived.filter((match) => typeof match !== "string"),
        programme,
      )[0] ?? "Counted from",
    on,
  };
}

function named(at: number, facts: Facts, programme: Programme): Named {
  const { kind, on, knownOn } = facts.event(at);
  return { title: eventTitle(kind, programme), on, ...(knownOn === undefined ? {} : { knownOn }) };
}

function decidedBy(
  requirement: Requirement,
  found: Case,
  facts: Facts,
  programme: Programme,
): Named | undefined {
  if (found.doneAt >= 0) return named(found.doneAt, facts, programme);
  if (Math.abs(found.done) >= NEVER || requirement.kind !== "deadline") return undefined;
  const [title] = matchTitles(
    requirement.event.filter((match) => typeof match !== "string"),
    programme,
  );
  return { title: title ?? "Done", on: isoDate(found.done) };
}

function conditionsOf(
  { when }: Requirement,
  { deadline }: Assessor,
  code: Code,
  programme: Programme,
): string[] | undefined {
  const stillOpen = code === NOT_YET_DUE && deadline !== undefined && deadline.holds !== YES;
  if ((code !== CONDITION && !stillOpen) || when === undefined) return undefined;
  return when.map((condition) => conditionWords(condition, programme));
}

function openOf(requirement: Requirement): Explanation["open"] {
  if (requirement.kind === "deadline" && isOpen(requirement.within)) {
    return { address: `${requirement.id}.within`, value: requirement.within };
  }
  if (requirement.kind === "cadence" && isOpen(requirement.every)) {
    return { address: `${requirement.id}.every`, value: requirement.every };
  }
  return undefined;
}

function stateOf(requirement: Requirement, facts: Facts, programme: Programme): Explanation["state"] {
  if (requirement.kind !== "proportion" || !("in" in requirement.share)) return undefined;
  const id = requirement.share.in;
  const day = stockDay(requirement.measured, facts.asAt);
  const title = programme.states.find((state) => state.id === id)?.title ?? id;
  return { title, in: clocksOf(programme).compiler.state(id).holds(facts, day) === YES, on: isoDate(day) };
}
