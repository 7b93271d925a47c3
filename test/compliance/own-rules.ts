import {
  amend,
  assess,
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
