import type { DeadlineRequirement, Programme, Standard } from "../rules/index.js";
import { clocksOf, isAboutReferral } from "./clocks.js";
import { DeadlineClock } from "./deadline-clock.js";

/** A deadline on a contract, its plans or issues, with its clock; a return belongs to no standard. */
export interface ContractDeadline {
  readonly standard: Standard | undefined;
  readonly requirement: DeadlineRequirement;
  readonly clock: DeadlineClock;
}

/** The deadlines of a programme that are not about a referral: those of its standards, then its returns. */
export function contractDeadlines(programme: Programme): ContractDeadline[] {
  const { compiler, requirements } = clocksOf(programme);
  const ofStandards = requirements.flatMap(({ standard, requirement, deadline }): ContractDeadline[] =>
    deadline === undefined || isAboutReferral(requirement)
      ? []
      : [{ standard, requirement: requirement as DeadlineRequirement, clock: deadline }],
  );
  const ofReturns = (programme.returns ?? []).flatMap((requirement): ContractDeadline[] =>
    requirement.kind === "deadline"
      ? [{ standard: undefined, requirement, clock: new DeadlineClock(requirement, compiler) }]
      : [],
  );
  return [...ofStandards, ...ofReturns];
}
