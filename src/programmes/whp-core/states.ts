import type { State } from "../../rules/index.js";

/** Where a WHP Core participant, or the work on a referral, can be. */
export const states = [
  { id: "on-programme", title: "On the programme", from: ["started"], until: ["left"] },
  { id: "in-work", title: "In work", from: ["job-started"], until: ["job-ended"] },
  {
    id: "in-work-support",
    title: "In work while on the programme",
    from: [
      { event: "job-started", when: [{ in: "on-programme" }] },
      { event: "started", when: [{ in: "in-work" }] },
    ],
    until: ["job-ended", "left"],
  },
  { id: "disengaged", title: "Disengaged", from: ["disengaged"], until: ["re-engaged"] },
  {
    id: "contract-running",
    title: "Contract running",
    from: ["contract-started"],
    until: ["contract-ended"],
  },
  {
    id: "plan-waived",
    title: "Provider action plan waived",
    from: ["plan-waiver-agreed"],
    until: ["plan-waiver-ended"],
  },
  {
    id: "backlog",
    title: "In backlog",
    work: [
      { requirement: "css-1/acknowledged" },
      {
        requirement: "css-3/appointment",
        endedBy: [
          { event: "prap-updated", where: { status: "did-not-attend" } },
          { event: "prap-updated", where: { status: "did-not-start" } },
        ],
      },
      { requirement: "css-3/prap-update" },
    ],
    test: "overdue",
  },
] as const satisfies readonly State[];
