import { assess, explain, type Finding } from "../compliance/index.js";
import { defined } from "../defined.js";
import { countsByVerdict } from "../explanation/index.js";
import type { Journey } from "../journey/index.js";
import { joined } from "../rules/index.js";
import { type AllowedReason, bearingOf } from "./allowance.js";
import { type AssertionOptions, assessing, rulesOf } from "./assertion-options.js";
import { idList, shortId } from "./assertion-subject.js";

/** A case with the journey it is of. */
export interface JourneyCase {
  readonly journey: Journey;
  readonly finding: Finding;
}

/** The cases of one requirement on a journey, or of all that are assessed. */
export function casesOf(
  journey: Journey,
  options: AssertionOptions,
  requirements?: readonly string[],
): JourneyCase[] {
  const findings = assess(rulesOf(options), journey, { ...assessing(options), ...defined({ requirements }) });
  return findings.map((finding) => ({ journey, finding }));
}

/** The sentence of a case, with its counting and its source. */
export function sentenceOf({ journey, finding }: JourneyCase, options: AssertionOptions): string {
  return explain(rulesOf(options), journey, finding, assessing(options)).sentence;
}

/** The cases that make an assertion fail, what is not met first. */
export function failing(cases: readonly JourneyCase[], allow: readonly AllowedReason[]): JourneyCase[] {
  const fails = cases.filter(({ finding }) => bearingOf(finding, allow) === "fails");
  const isNotMet = ({ finding }: JourneyCase) => finding.verdict === "not-met";
  return [...fails.filter(isNotMet), ...fails.filter((each) => !isNotMet(each))];
}

const CASES = 3;

/** The first cases as sentences, and the others' ids. */
export function caseLines(cases: readonly JourneyCase[], options: AssertionOptions): string[] {
  const told = cases.slice(0, CASES).map((each) => `  ${labelOf(each, cases)}: ${sentenceOf(each, options)}`);
  const others = [...new Set(cases.slice(CASES).map(({ journey }) => journey.id))];
  return others.length === 0 ? told : [...told, `  and ${moreIds(others)}`];
}

function labelOf({ journey, finding }: JourneyCase, cases: readonly JourneyCase[]): string {
  const own = cases.filter((each) => each.journey === journey);
  const id = shortId(journey.id);
  return own.length === 1 && finding.case === 1 ? id : `${id} case ${finding.case}`;
}

/** `9 more: R4, R5, R6, R7, R8, R9 …` */
function moreIds(ids: readonly string[]): string {
  return `${ids.length} more: ${idList(ids)}`;
}

/** `3 cases: 1 met, 2 not met.` */
export function tally(findings: readonly Pick<Finding, "verdict">[]): string {
  return `${findings.length} case${findings.length === 1 ? "" : "s"}: ${joined(countsByVerdict(findings))}.`;
}
