import type { EventMatch, State } from "../../rules/index.js";

/** Where a participant, or a contract, of the Work and Health Programme can be, whichever contract it is. */
export const onProgramme = {
  id: "on-programme",
  title: "On the programme",
  from: ["started"],
  until: ["left"],
} as const satisfies State;

export const inWork = {
  id: "in-work",
  title: "In work",
  from: ["job-started"],
  until: ["job-ended"],
  each: "job",
} as const satisfies State;

export const disengaged = {
  id: "disengaged",
  title: "Disengaged",
  from: ["disengaged"],
  until: ["re-engaged"],
} as const satisfies State;

export const contractRunning = {
  id: "contract-running",
  title: "Contract running",
  from: ["contract-started"],
  until: ["contract-ended"],
} as const satisfies State;

/** Source 001 ¶6: the Provision Lead agrees; returns, duties and the check of a plan all ask here who that is. */
export const planWaived = {
  id: "plan-waived",
  title: "Provider action plan waived",
  from: [
    { event: "plan-waiver-agreed", where: { by: "Provision Lead" } },
    { event: "plan-waiver-agreed", where: { by: "DWP Provision Lead" } },
  ],
  until: ["plan-waiver-ended"],
} as const satisfies State;

/** What PRaP shows of someone referred who did not start. */
export const notStarted = [
  { event: "prap-updated", where: { status: "did-not-attend" } },
  { event: "prap-updated", where: { status: "did-not-start" } },
] as const satisfies readonly EventMatch[];
