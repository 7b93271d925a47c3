import { journeysOf } from "../argument.js";
import type { Caseload, Journey } from "../journey/index.js";
import { type Programme, refuseNotProgramme } from "../rules/index.js";
import type { BacklogDay, BacklogSpan } from "./day.js";
import { otherwise } from "./other-readings.js";
import { BacklogSweep } from "./sweep.js";

/**
 * The backlog day by day over a span, in one sweep over the caseload: each day as `backlog` would find
 * it as at that day.
 *
 * @throws ProgrammeFault `deadlines/period` for a span that ends before it begins, `deadlines/as-at` for
 * one outside the calendars, `backlog/none` as in `backlog`.
 *
 * @throws {@link ProgrammeFault} `argument/programme`, `argument/edition`, `argument/options` or `argument/missing` for
 * arguments forgotten, misspelt or in another order; `argument/list` for one journey where a list belongs.
 *
 * @example
 * ```ts
 * import { backlogByDay, whpJetsCv06 } from "programme-rules";
 *
 * const journey = {
 *   id: "R1",
 *   events: [
 *     { kind: "referral-received", on: "2021-04-01" },
 *     { kind: "referral-acknowledged", on: "2021-04-09" },
 *   ],
 * };
 * const days = backlogByDay(whpJetsCv06, [journey], { from: "2021-04-06", until: "2021-04-09" });
 * days.map(({ inBacklog }) => inBacklog); // => [0, 1, 1, 0]
 * ```
 */
export function backlogByDay(programme: Programme, journeys: Caseload, span: BacklogSpan): BacklogDay[] {
  const sweep = new BacklogSweep(programme, span);
  for (const journey of journeysOf(journeys)) sweep.add(journey);
  return sweep.days();
}

/** The days of a sweep with one open question read otherwise. */
export interface BacklogUnderReading {
  readonly reading: string;
  readonly answer: string;
  readonly days: readonly BacklogDay[];
}

/**
 * The backlog day by day under each other answer to the questions it depends on, one at a time, to stand
 * beside `backlogByDay`. A day is measured at its close, whatever an answer says of the moment.
 *
 * @param journeys - a list, because it is gone through once for every answer.
 * @throws ProgrammeFault as `backlogByDay` does.
 *
 * @example
 * ```ts
 * import { backlogAcrossReadings, whpJetsCv06 } from "programme-rules";
 *
 * const journey = { id: "R1", events: [{ kind: "referral-received", on: "2021-04-01" }] };
 * const span = { from: "2021-04-01", until: "2021-04-07" };
 * const found = backlogAcrossReadings(whpJetsCv06, [journey], span);
 * const undone = found.find(({ answer }) => answer === "any-work-undone");
 * undone?.days.map(({ inBacklog }) => inBacklog); // => [1, 1, 1, 1, 1, 1, 1]
 * ```
 */
export function backlogAcrossReadings(
  programme: Programme,
  journeys: readonly Journey[],
  span: BacklogSpan,
): BacklogUnderReading[] {
  refuseNotProgramme(programme);
  return otherwise(programme).map(({ reading, answer, programme: read }) => ({
    reading,
    answer,
    days: backlogByDay(read, journeys, span),
  }));
}
