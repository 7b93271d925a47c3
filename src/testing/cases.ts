import { assess, explain, type Finding } from "../compliance/index.js";
import type { Journey } from "../journey/index.js";
import { type Allowed, bearingOf } from "./allow.js";
import { assessing, rulesOf } from "./options.js";
import type { RuleOptions } from "./rule-options.js";

/** A case with the journey it is of. */
export interface JourneyCase {
  readonly journey: Journey;
  readonly finding: Finding;
}

/** The cases of one requirement on a journey, or of all that are assessed. */
export function casesOf(
  journey: Journey,
  options: RuleOptions,
  requirements?: readonly string[],
): JourneyCase[] {
  const only = requirements === undefined ? {} : { requirements };
  const findings = assess(rulesOf(options), journey, { ...assessing(options), ...only });
  return findings.map((finding) => ({ journey, finding }));
}

/** The sentence of a case, with its counting and its source. */
export function sentenceOf({ journey, finding }: JourneyCase, options: RuleOptions): string {
  return explain(rulesOf(options), journey, finding, assessing(options)).sentence;
}

/** The cases that make an assertion fail, what is not met first. */
export function failing(cases: readonly JourneyCase[], allow: readonly Allowed[]): JourneyCase[] {
  const fails = cases.filter(({ finding }) => bearingOf(finding, allow) === "fails");
  const isNotMet = ({ finding }: JourneyCase) => finding.verdict === "not-met";
  return [...fails.filter(isNotMet), ...fails.filter((each) => !isNotMet(each))];
}
