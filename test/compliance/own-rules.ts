import {
  type AssessOptions,
  amend,
  assess,
  type Explanation,
  explain,
  type Finding,
  type Journey,
  type Programme,
  type Requirement,
  type State,
  whpJetsCv06,
} from "programme-rules";
import { eventsOf, verdictOf } from "../cases/case.js";

/** JETS with a standard of one's own, `own`, for what no shipped programme asks. */
export function withRules(requirements: readonly Requirement[], states: readonly State[] = []): Programme {
  const own = { id: "own", title: "Own rules", stage: "contract", basis: "assumed", requirements } as const;
  const changes = { add: { standards: [own], states } } as never;
  return amend(whpJetsCv06, { id: "own", title: "Own rules", basis: "assumed", changes });
}

/** JETS with one rule of one's own, `own/rule`. */
export function withRule(rule: object): Programme {
  return withRules([
    { id: "own/rule", title: "Own rule", target: { every: true }, basis: "assumed", ...rule } as never,
  ]);
}

/** What else there is to say of a journey, besides what happened. */
export type About = Partial<Pick<Journey, "attributes" | "group" | "unreadable">>;

/** A journey of what happened, written as in the cases. */
export function journeyOf(when: string, about: About = {}): Journey {
  return { id: "R1", events: eventsOf(when), ...about };
}

/** The findings of one requirement. */
export function findings(
  programme: Programme,
  requirement: string,
  journey: Journey,
  asAt: string,
): Finding[] {
  return assess(programme, journey, { asAt, requirements: [requirement] });
}

/** The verdicts of one requirement's cases, each with its reason. */
export function verdicts(...given: Parameters<typeof findings>): string[] {
  return findings(...given).map(verdictOf);
}

/** Why one case of a requirement came out as it did; the first, unless it says which. */
export function explained(
  programme: Programme,
  requirement: string,
  when: string,
  asAt: string,
  { at = 1, ...about }: About & { at?: number } = {},
): Explanation {
  return explainedOf(programme, requirement, journeyOf(when, about), { asAt }, at);
}

/** The same of a journey that is there already. */
export function explainedOf(
  programme: Programme,
  requirement: string,
  journey: Journey,
  options: AssessOptions,
  at = 1,
): Explanation {
  const found = assess(programme, journey, { ...options, requirements: [requirement] });
  return explain(programme, journey, found.find((each) => each.case === at)!, options);
}
