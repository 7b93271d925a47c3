import type { Indicator } from "../../rules/index.js";

/** Steps towards an outcome that both contracts watch, source 001 ¶16; each says where, and what they foretell. */
export const firstEarnings = {
  id: "first-earnings",
  title: "Earnings have begun",
  event: { event: "milestone-reached", where: { milestone: "first-earnings" } },
  threshold: { pence: 1 },
} as const satisfies Partial<Indicator>;

export const earnings1000 = {
  id: "earnings-1000",
  title: "Earnings have reached a milestone",
  event: { event: "milestone-reached", where: { milestone: "1000" } },
  threshold: { pence: 100_000 },
} as const satisfies Partial<Indicator>;
