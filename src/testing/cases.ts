import { assess, explain, type Finding } from "../compliance/index.js";
import type { Journey } from "../journey/index.js";
import type { Programme } from "../rules/index.js";
import { type Allowed, bearingOf } from "./allow.js";
import { assessing, editionsOf, requirementIds, rulesOf } from "./options.js";
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
  const edition = editionOf({ journey, finding }, options);
  return explain(edition, journey, finding, assessing(options)).sentence;
}

/** The edition that made a finding: of a history, the one that finds the same. */
function editionOf({ journey, finding }: JourneyCase, options: RuleOptions): Programme {
  const editions = editionsOf(rulesOf(options)).filter((edition) =>
    requirementIds(edition).includes(finding.requirement),
  );
  const wanted = JSON.stringify(finding);
  const finds = (edition: Programme) =>
    casesOf(journey, { ...options, programme: edition }, [finding.requirement]).some(
      (each) => JSON.stringify(each.finding) === wanted,
    );
  return (editions.length === 1 ? editions[0] : editions.find(finds)) as Programme;
}

/** The cases that make an assertion fail, what is not met first. */
export function failing(cases: readonly JourneyCase[], allow: readonly Allowed[]): JourneyCase[] {
  const fails = cases.filter(({ finding }) => bearingOf(finding, allow) === "fails");
  const isNotMet = ({ finding }: JourneyCase) => finding.verdict === "not-met";
  return [...fails.filter(isNotMet), ...fails.filter((each) => !isNotMet(each))];
}
