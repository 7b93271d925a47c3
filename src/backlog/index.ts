export { type Backlog, BacklogCount, backlog, backlogRule, type Shares, type Waiting } from "./backlog.js";
export { type BacklogDay, type BacklogSpan, backlogByDay } from "./by-day.js";
