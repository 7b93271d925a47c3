import type { Rate } from "../cohorts/index.js";
import { ProgrammeFault, shown } from "../fault.js";
import type { BacklogModel } from "./backlog-model.js";
import { planFault } from "./backlog-plan-schema.js";
import type { Passing } from "./backlog-simulation.js";

/** Even far more than enough is not enough: something else than the number of slots breaks the promise. */
export function noCapacity(
  { units, passed, runs }: Passing & { readonly units: number },
  { plan, rules }: BacklogModel,
): ProgrammeFault {
  const unit = plan.advisers === undefined ? "slots a day" : "advisers";
  const lag = `rebooked after ${rules.rebookAfter} working days`;
  const most = Number.isFinite(rules.mostAttempts) ? `closed after ${rules.mostAttempts}` : "never closed";
  return new ProgrammeFault({
    code: "tender/no-capacity",
    given: `a plan whose every day holds in ${passed} of ${runs} runs even with ${units} ${unit} (missed appointments ${lag}, ${most})`,
    allowed: "a plan that enough appointments can keep",
    todo: "Look at simulateBacklog's worstDay: shorten the absences around it, rebook sooner, or close after fewer attempts.",
  });
}

export function tooFewRuns(runs: number, confidence: Rate, level: string): ProgrammeFault {
  return new ProgrammeFault({
    code: "tender/too-few-runs",
    given: `${runs} runs for a confidence of ${typeof confidence === "string" ? confidence : shown(confidence)}`,
    allowed: `so many runs that passing all of them shows it at a level of ${level}`,
    todo: "Give more runs; 10,000 are taken where none are given.",
  });
}

export function aroundFault(around: unknown): ProgrammeFault {
  return new ProgrammeFault({
    code: "tender/around",
    given: `around: ${shown(around)}`,
    allowed: "a whole number from 1",
    todo: "Say how many neighbours of the answer are tried as well.",
  });
}

export function noSlots(): ProgrammeFault {
  return planFault(
    "slotsPerDay, availability and absences that leave no slot however many there are",
    "some slots",
    "Correct the one that is 0.",
  );
}
