import type { Facts } from "../deadlines/index.js";

/** Whether work is self-employment; undefined when the records do not say. */
export type SelfEmployment = boolean | undefined;

/** The kind of job someone had on a day: the last one begun by then, else what the journey says of itself. */
export function selfEmployedOn(facts: Facts, day: number): SelfEmployment {
  let found: SelfEmployment = ofJourney(facts);
  for (let at = 0; at < facts.count && facts.on[at]! <= day; at++) {
    const { kind, selfEmployed } = facts.event(at);
    if (kind === "job-started") found = asFlag(selfEmployed) ?? found;
  }
  return found;
}

/** Whether anything up to a day leaves room for self-employment: a job of that kind, or none that says. */
export function mayBeSelfEmployed(facts: Facts, day: number): boolean {
  let jobs = 0;
  for (let at = 0; at < facts.count && facts.on[at]! <= day; at++) {
    const { kind, selfEmployed } = facts.event(at);
    if (kind !== "job-started") continue;
    jobs += 1;
    if ((asFlag(selfEmployed) ?? ofJourney(facts)) !== false) return true;
  }
  return jobs === 0 && ofJourney(facts) !== false;
}

function ofJourney({ journey }: Facts): SelfEmployment {
  return asFlag(journey.attributes?.self_employed);
}

function asFlag(value: unknown): SelfEmployment {
  return typeof value === "boolean" ? value : undefined;
}
