import { AS_AT_OPTIONS, isAboutReferral, isAskedFor } from "../deadlines/index.js";
import { type OptionKinds, oneOf, optionsOf } from "../options.js";
import {
  type History,
  isOpen,
  openTarget,
  type Programme,
  type Requirement,
  type RequirementId,
  refuseNotRules,
  type Standing,
} from "../rules/index.js";
import { editionsOf } from "./assertion-options.js";

/**
 * What `checkable` lists: requirements on a referral, unless `about` says those on a contract, a site
 * or the like; and of what is only recommended or offered, what `including` names.
 */
export interface CheckableOptions {
  readonly about?: "referral" | "contract" | "anything";
  readonly including?: readonly Standing[];
}

const CHECKABLE_OPTIONS: OptionKinds<CheckableOptions> = {
  about: oneOf(["referral", "contract", "anything"]),
  including: AS_AT_OPTIONS.including,
};

/**
 * The requirements that dates alone can settle, by id: no part of them waits for a person, and no
 * number in them is withheld. The others come out undetermined however complete the records are.
 *
 * @example
 * ```ts
 * import { whpCoreCv04, whpJetsCv06 } from "programme-rules";
 * import { checkable } from "programme-rules/testing";
 *
 * checkable(whpJetsCv06).includes("css-1/acknowledged"); // => true
 * checkable(whpCoreCv04).includes("css-7/explored"); // => false
 * checkable(whpJetsCv06, { about: "contract" }); // => ["css-13/asked", "css-13/template-a", "css-14/template-b"]
 * ```
 */
export function checkable<P extends Programme>(
  programme: P | History,
  options: CheckableOptions = {},
): RequirementId<P>[] {
  refuseNotRules(programme);
  const { about = "referral" } = optionsOf(options, CHECKABLE_OPTIONS);
  const ids = editionsOf(programme).flatMap((edition) => {
    const rules = edition.standards.flatMap(({ requirements }) => [...requirements]);
    return edition.standards
      .filter((standard) => isAskedFor(edition, standard, options))
      .flatMap(({ requirements }) => requirements)
      .filter((rule) => about === "anything" || isAboutReferral(rule) === (about === "referral"))
      .filter((rule) => isSettledByDates(rule, rules))
      .map(({ id }) => id);
  });
  return [...new Set(ids)] as RequirementId<P>[];
}

function isSettledByDates(rule: Requirement, rules: readonly Requirement[]): boolean {
  if (openTarget(rule.target) !== undefined) return false;
  if (rule.kind === "deadline") return !isOpen(rule.within);
  if (rule.kind === "cadence") return !isOpen(rule.every);
  if (rule.kind === "content") return rule.parts.every(({ check }) => check !== "human");
  if (rule.kind === "total") return !isOpen(rule.against);
  const { share } = rule;
  if (!("met" in share)) return true;
  const other = rules.find(({ id }) => id === share.met);
  return other !== undefined && other !== rule && isSettledByDates(other, rules);
}
