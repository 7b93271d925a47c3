export { type Backlog, BacklogCount, type BacklogOptions, backlog, type WaitingReferral } from "./backlog.js";
export { type BacklogDay, type BacklogSpan, BacklogSweep, backlogByDay } from "./by-day.js";
export { DailyChanges } from "./daily-changes.js";
export {
  type BacklogUnderReading,
  backlogAcrossReadings,
  type ShareUnderReading,
} from "./other-readings.js";
export { type BacklogShares, backlogRule, stockDay } from "./share-count.js";
