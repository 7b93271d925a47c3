export { type Backlog, BacklogCount, type BacklogOptions, backlog, type Waiting } from "./backlog.js";
export { type BacklogUnderReading, backlogAcrossReadings, backlogByDay } from "./by-day.js";
export type { BacklogDay, BacklogSpan } from "./day.js";
export type { OtherShare } from "./other-readings.js";
export { backlogRule, type Shares } from "./share-count.js";
export { stockDay } from "./stock-day.js";
