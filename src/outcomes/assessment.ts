import { type IsoDate, isoDate } from "../date/index.js";
import {
  AS_AT_OPTIONS,
  type AsAt,
  clocksOf,
  dateIf,
  editionFor,
  JourneyReader,
  NEVER,
} from "../deadlines/index.js";
import { defined } from "../defined.js";
import { ProgrammeFault, shown } from "../fault.js";
import type { Journey } from "../journey/index.js";
import { AS_AT, CHECKED, type OptionKinds, optionsOf, TEXT } from "../options.js";
import { type History, type Programme, refuseNotProgramme } from "../rules/index.js";
import { type Judgement, judge, type OutcomeReason, type OutcomeStatus } from "./outcome-judgement.js";
import { OutcomeRule, outcomesAsked } from "./outcome-rule.js";

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

/** As at which date, by which outcome, and how long news of an employed outcome may take. */
export interface OutcomeOptions {
  /** Only what had happened and was known by the end of this day is used. */
  readonly asAt: AsAt["asAt"];
  /** The id of the outcome; the first that is for the person unless it is given. */
  readonly outcome?: string;
  /** Told of each problem in the data, as by `assess`. */
  readonly onProblem?: AsAt["onProblem"];
  /** Days after the window in which an employed outcome may still become known: whole, 0 unless given. */
  readonly notificationLagDays?: number;
}

/**
 * Did it count? The outcome counts when it is met on or after the start and at or before the last day
 * of the window, is known by the as-at date and, in self-employment, is claimed by the claim limit. It
 * is met by the programme's own outcome event, by `job-outcome-met` where the programme has one
 * outcome, or on the day on which dated `earnings` reach the threshold, whichever comes first. A
 * milestone higher than the outcome's own says that it was met by that day; when that is after the
 * window and nothing else says when, whether it was met in time is undetermined.
 *
 * Whether work is self-employment is what the last `job-started` says (`selfEmployed`), else the
 * journey's `self_employed`; when nothing says so no claim is asked for, but the case stays open until
 * the claim limit, because one could still come.
 *
 * Of a history, the outcome is that of the edition in force on the history's own axis, the day of the
 * referral or of the start, and of the usual edition where there is no such day yet.
 *
 * @throws ProgrammeFault `journey/shape` for a value that is not a journey, `outcomes/none` or
 * `outcomes/unknown` when the programme has no such outcome, `outcomes/lag` for a lag that is not whole days,
 * `rules/unknown-bounds` or `rules/no-edition` when no edition of a history is known to be in force.
 *
 * @throws ProgrammeFault `argument/…` for arguments forgotten, misspelt, of another kind or in another order.
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
  return defined({
    startedOn: isoDate(start),
    lastQualifyingOn: isoDate(start + rule.qualifying),
    lastClaimOn: hasClaim ? isoDate(start + rule.claimDays) : undefined,
    closesOn: isoDate(closes),
    ...dateIf("metOn", met),
    ...dateIf("claimedOn", claimed),
    selfEmployed,
  });
}

export const OUTCOME_OPTIONS: OptionKinds<OutcomeOptions> = {
  asAt: AS_AT_OPTIONS.asAt,
  onProblem: AS_AT_OPTIONS.onProblem,
  outcome: TEXT,
  notificationLagDays: CHECKED,
};

/** Reads journeys one after the other and judges each by its outcome. */
export class OutcomeReader {
  readonly rules: readonly OutcomeRule[];
  readonly lagDays: number;
  readonly asAt: number;
  readonly #reader: JourneyReader;

  constructor(programme: Programme, options: OutcomeOptions) {
    refuseNotProgramme(programme);
    const { asAt, outcome, notificationLagDays = 0, onProblem } = optionsOf(options, OUTCOME_OPTIONS, AS_AT);
    if (!(Number.isSafeInteger(notificationLagDays) && notificationLagDays >= 0))
      throw new ProgrammeFault({
        code: "outcomes/lag",
        given: `notificationLagDays ${shown(notificationLagDays)}`,
        allowed: "a whole number of days from 0",
        todo: "Give the days after the window in which an outcome may still become known.",
      });
    const { compiler } = clocksOf(programme);
    this.rules = outcomesAsked(programme, outcome).map((each) => new OutcomeRule(each, compiler));
    this.lagDays = notificationLagDays;
    // Windows are counted in days, not working days: no bank holiday can change an answer.
    this.#reader = new JourneyReader(
      programme,
      defined({ asAt, beyondPublished: "project" as const, onProblem }),
    );
    this.asAt = this.#reader.asAt;
  }

  /** The rule that is for the person and what it comes to; the last rule when none is for them. */
  judge(journey: Journey): { readonly rule: OutcomeRule; readonly judgement: Judgement | undefined } {
    this.#reader.read(journey);
    this.#reader.tellProblems();
    for (const rule of this.rules) {
      const judgement = judge(rule, this.#reader.facts, this.lagDays);
      if (judgement !== undefined) return { rule, judgement };
    }
    return { rule: this.rules.at(-1)!, judgement: undefined };
  }
}
