import { type IsoDate, isoDate } from "../date/index.js";
import { editionFor, NEVER } from "../deadlines/index.js";
import type { Journey } from "../journey/index.js";
import type { History, Programme } from "../rules/index.js";
import type { Judgement, OutcomeReason, OutcomeStatus } from "./judge.js";
import { type OutcomeOptions, OutcomeReader } from "./reader.js";
import type { OutcomeRule } from "./rule.js";

/**
 * Whether one person's outcome counts, as at a date.
 *
 * - `status`: `converted`, `open` and `window-closed` are all there is for someone who started and
 *   whose records can be read; `not-started` and `undetermined` for the others; `not-applicable` when
 *   no outcome of the programme is for them.
 * - `lastQualifyingOn`, `lastClaimOn`: the last days of the window, both in it; the second for
 *   self-employment only. `closesOn`: the last day on which something could still make it count.
 * - `metOn`, `claimedOn`: the outcome and its claim, whether or not they count.
 */
export interface OutcomeAssessment {
  readonly journey: string;
  readonly outcome: string;
  readonly status: OutcomeStatus | "not-applicable";
  readonly reason: OutcomeReason | "condition";
  readonly startedOn?: IsoDate;
  readonly lastQualifyingOn?: IsoDate;
  readonly lastClaimOn?: IsoDate;
  readonly closesOn?: IsoDate;
  readonly metOn?: IsoDate;
  readonly claimedOn?: IsoDate;
  readonly selfEmployed?: boolean;
}

/**
 * Did it count? The outcome counts when it is met on or after the start and at or before the last day
 * of the window, is known by the as-at date and, in self-employment, is claimed by the claim limit. It
 * is met by the programme's own outcome event, by `job-outcome-met` where the programme has one
 * outcome, or on the day on which dated `earnings` reach the threshold, whichever comes first.
 *
 * Whether work is self-employment is what the last `job-started` says (`selfEmployed`), else the
 * journey's `self_employed`; when nothing says so no claim is asked for, but the case stays open until
 * the claim limit, because one could still come.
 *
 * Of a history, the outcome is that of the edition in force on the history's own axis, the day of the
 * referral or of the start, and of the usual edition where there is no such day yet.
 *
 * @throws {@link ProgrammeFault} `journey/shape` for a value that is not a journey, `outcomes/none` or
 * `outcomes/unknown` when the programme has no such outcome, `outcomes/lag` for a lag that is not whole days,
 * `rules/unknown-bounds` or `rules/no-edition` when no edition of a history is known to be in force.
 *
 * @throws {@link ProgrammeFault} `argument/programme`, `argument/options` or `argument/missing` for
 * arguments forgotten, misspelt or in another order.
 *
 * @example
 * ```ts
 * import { assessOutcome, whpJetsCv06 } from "programme-rules";
 *
 * const journey = {
 *   id: "R1",
 *   events: [
 *     { kind: "started", on: "2021-03-01" },
 *     { kind: "job-started", on: "2021-06-01", selfEmployed: false },
 *     { kind: "earnings", on: "2021-06-30", pence: 60_000 },
 *     { kind: "earnings", on: "2021-07-30", pence: 60_000 },
 *   ],
 * };
 * const june = assessOutcome(whpJetsCv06, journey, { asAt: "2021-06-30" });
 * june.status; // => "open"
 * const july = assessOutcome(whpJetsCv06, journey, { asAt: "2021-07-31" });
 * july.status; // => "converted"
 * july.metOn; // => "2021-07-30"
 * ```
 */
export function assessOutcome(
  rules: Programme | History,
  journey: Journey,
  options: OutcomeOptions,
): OutcomeAssessment {
  const { rule, judgement } = new OutcomeReader(editionFor(rules, journey), options).judge(journey);
  const about = { journey: journey.id, outcome: rule.outcome.id };
  if (judgement === undefined) return { ...about, status: "not-applicable", reason: "condition" };
  const { status, reason } = judgement;
  return { ...about, status, reason, ...datesOf(rule, judgement) };
}

function datesOf(rule: OutcomeRule, { start, closes, met, claimed, selfEmployed }: Judgement) {
  if (start === NEVER) return {};
  const hasClaim = selfEmployed === true && rule.claimDays !== undefined;
  return {
    startedOn: isoDate(start),
    lastQualifyingOn: isoDate(start + rule.qualifying),
    ...(hasClaim ? { lastClaimOn: isoDate(start + rule.claimDays!) } : {}),
    closesOn: isoDate(closes),
    ...(met < NEVER ? { metOn: isoDate(met) } : {}),
    ...(claimed < NEVER ? { claimedOn: isoDate(claimed) } : {}),
    ...(selfEmployed === undefined ? {} : { selfEmployed }),
  };
}
