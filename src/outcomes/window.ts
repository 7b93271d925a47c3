import { argumentFault } from "../argument.js";
import { DATE, type DateInput, epochDay, type IsoDate, isoDate } from "../date/index.js";
import { defined } from "../defined.js";
import { FLAG, type OptionKinds, optionsOf, TEXT } from "../options.js";
import {
  editionOn,
  type History,
  isHistory,
  type Programme,
  refuseNotHistory,
  refuseNotProgramme,
} from "../rules/index.js";
import { outcomesAsked, windowDays } from "./outcome-rule.js";

/** The last days of one person's outcome window; both are in it. */
export interface OutcomeWindow {
  /** The last day on which the outcome may be met. */
  readonly lastQualifyingOn: IsoDate;
  /** The last day on which a claim may be submitted; only for someone in self-employment. */
  readonly lastClaimOn?: IsoDate;
}

/** Whose window: when they started, whether their work is self-employment, and which outcome when there are several. */
export interface OutcomeWindowOptions {
  readonly startedOn: DateInput;
  readonly selfEmployed?: boolean;
  /** The id of the outcome; the programme's first unless it is given. */
  readonly outcome?: string;
}

const WINDOW_OPTIONS: OptionKinds<OutcomeWindowOptions> = {
  startedOn: DATE,
  selfEmployed: FLAG,
  outcome: TEXT,
};
const STARTED_ON = { startedOn: '"2021-04-01"' };

/**
 * Until when an outcome counts. Days are counted from the start, which is day 0 (or day 1 under the
 * reading `outcome-day`); the last day is in. A claim limit is given for self-employment only. Of a history
 * whose axis is the start, the window is that of the edition in force on `startedOn`.
 *
 * @throws ProgrammeFault `outcomes/none` or `outcomes/unknown` when the programme has no such
 * outcome, `date/…` when `startedOn` is not a date, `argument/edition` for a history whose edition is decided
 * by another day, such as that of the referral.
 *
 * @throws ProgrammeFault `argument/…` for arguments forgotten, misspelt, of another kind or in another order;
 * `rules/unknown-bounds` or `rules/no-edition` when no edition of a history is known to be in force.
 *
 * @example
 * ```ts
 * import { outcomeWindow, whpJetsCv06 } from "programme-rules";
 *
 * outcomeWindow(whpJetsCv06, { startedOn: "2021-03-01" }); // => { lastQualifyingOn: "2021-10-25" }
 * outcomeWindow(whpJetsCv06, { startedOn: "2021-03-01", selfEmployed: true }).lastClaimOn; // => "2021-12-25"
 * outcomeWindow(whpJetsCv06, { startedOn: "01/03/2021" }); // throws year first
 * ```
 */
export function outcomeWindow(rules: Programme | History, options: OutcomeWindowOptions): OutcomeWindow {
  if (isHistory(rules)) refuseOtherAxis(rules);
  else refuseNotProgramme(rules);
  optionsOf(options, WINDOW_OPTIONS, STARTED_ON);
  const programme = isHistory(rules) ? editionOn(rules, options.startedOn) : rules;
  const [outcome] = outcomesAsked(programme, options.outcome);
  const start = epochDay(options.startedOn);
  const { qualifying, claim } = windowDays(programme, outcome!);
  const hasClaim = options.selfEmployed === true && claim !== undefined;
  return defined({
    lastQualifyingOn: isoDate(start + qualifying),
    lastClaimOn: hasClaim ? isoDate(start + claim) : undefined,
  });
}

/** Refuses a history whose edition the start does not decide: a window is asked for by nothing else. */
function refuseOtherAxis(history: History): void {
  refuseNotHistory(history);
  const { id, axis, editions } = history;
  if (editions.every(({ outcomes }) => outcomes.every(({ after }) => after === axis))) return;
  const day = axis === "referral-received" ? "receivedOn" : "date";
  throw argumentFault(
    "edition",
    `the history ${id}, whose edition is decided by the day of ${axis}, not of the start`,
    "one edition of a programme, or a history whose axis is the start",
    `Choose it with editionOn(history, ${day}), or name the edition itself.`,
  );
}
