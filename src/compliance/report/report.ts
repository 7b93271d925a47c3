import { refuseNotJourney } from "../../argument.js";
import { calendarDataVersion } from "../../calendar/index.js";
import { type DateInput, type DateSpan, epochDay, type IsoDate, isoDate, SPAN } from "../../date/index.js";
import type { AsAt } from "../../deadlines/index.js";
import { defined } from "../../defined.js";
import type { ContractLog, LeftOut, Problem, ProblemCount } from "../../journey/index.js";
import { CHECKED, type OptionKinds, oneOrMore, wholeNumber } from "../../options.js";
import { type History, hashOf, isHistory, type Programme, usualOf } from "../../rules/index.js";
import { ASSESS_OPTIONS } from "../assessment.js";
import type { ReportPeriod } from "./daily-share.js";
import type { ReportLine } from "./line.js";

/**
 * What a report is of.
 *
 * - `period`: both days included. It counts the cases that fell due in it (or were received, or began, as the
 *   programme's `periodCases` is read); a case without a due day is where its anchor falls, a record where it was
 *   made or owed. A share of work left is that of the worst day of it that is closed: the as-at day is not over.
 *   Without a period: everything from the first receipt to the as-at date.
 * - `by`: an attribute (`"provider"`, `"adviser"` …), `"group"` or `"month"`, or several: `["provider", "month"]`;
 *   one line per requirement and value. A case is in the month in which it falls due. One that no journey has is a
 *   problem of the report.
 * - `contractLog`: what happened on the contract, its sites or teams. Without it, the requirements on
 *   them are undetermined for missing data.
 * - `requirements`: only these, by id, whatever their standing.
 * - `suppressBelow`: what fewer people than this stand behind is withheld, so that nobody can be picked out of a small
 *   group: values of the split that fewer journeys have, and lines that count fewer cases, but some. So that none of it
 *   can be worked out from the rest and a total, the next smallest is withheld too. They are named in `suppressed`.
 *   Lines then have counts and no breakdown of them by reason, and no ids: neither have `daily` and `problems`.
 */
export interface ReportOptions extends AsAt {
  readonly period?: DateSpan;
  readonly by?: string | readonly string[];
  readonly contractLog?: ContractLog | readonly ContractLog[];
  readonly requirements?: readonly string[];
  readonly suppressBelow?: number;
}

export const REPORT_OPTIONS: OptionKinds<ReportOptions> = {
  ...ASSESS_OPTIONS,
  period: SPAN,
  by: CHECKED,
  contractLog: oneOrMore(refuseNotJourney),
  suppressBelow: wholeNumber(0),
};

/**
 * A caseload against a programme, as at a date.
 *
 * - `period`: the period it is of, with its last day that is over; absent where it has none.
 * - `by`: what it is split by; absent where it is not.
 * - `journeys`: how many are counted; with `suppressBelow`, in the values that are shown. `leftOut`: how many cannot be judged, by reason; absent for none. Of an id whose
 *   journeys differ one is counted, undetermined in every line; of another programme, or under no edition, none is.
 * - `notRecorded`: the kinds of event that decide a line and that the data of some journeys does not hold at all, in
 *   alphabetical order; absent for none.
 * - `lines`: in the programme's order; with `by`, each requirement's values in alphabetical order.
 * - `openValues`: addresses of withheld values that a requirement waits for.
 * - `problems`: what is wrong with the data, the first hundred of each code and kind; `problemCounts` says how many
 *   there are of each, and `onProblem` of the options is told all. With `suppressBelow` they are counted, not listed, but for
 *   those that are of no journey or row. Nothing is left out of a denominator because of it.
 * - `suppressed`: lines withheld because they count too few, or because another could be worked out from them. It does
 *   not say which of the two, and names no value where that alone would give it away.
 */
export interface Report {
  readonly receipt: Receipt;
  readonly period?: ReportPeriod;
  readonly by?: readonly string[];
  readonly journeys: number;
  readonly leftOut?: LeftOut;
  readonly notRecorded?: readonly string[];
  readonly lines: readonly ReportLine[];
  readonly openValues: readonly string[];
  readonly problems: readonly Problem[];
  readonly problemCounts: readonly ProblemCount[];
  readonly suppressed?: readonly Pick<ReportLine, "requirement" | "by">[];
}

declare const PACKAGE_VERSION: string;

/**
 * Enough to repeat a report: which rules, which code, which bank holidays, which answers, which day.
 * It names rules and never people.
 */
export interface Receipt {
  readonly programme: string;
  readonly edition: string;
  readonly revision: number;
  /** A fingerprint of the rules themselves, readings applied: the same rules have the same. */
  readonly hash: string;
  /** Of a history: each of its editions, with the days it was taken to be in force. */
  readonly editions?: readonly {
    readonly edition: string;
    readonly revision: number;
    readonly hash: string;
    readonly from?: IsoDate;
    readonly until?: IsoDate;
  }[];
  readonly packageVersion: string;
  readonly calendarDataVersion: string;
  readonly readings: Readonly<Record<string, string>>;
  readonly asAt: IsoDate;
}

const hashes = new WeakMap<Programme, string>();

/** The receipt of an assessment: every reading with the answer it was made under. */
export function receiptOf(rules: Programme | History, asAt: DateInput): Receipt {
  const programme = isHistory(rules) ? usualOf(rules) : rules;
  const defaults = programme.readings.map(({ id, answers }) => [id, answers[0]!.id] as const);
  const readings = { ...Object.fromEntries(defaults), ...programme.chosen };
  return defined({
    programme: programme.id,
    edition: programme.edition,
    revision: programme.revision,
    hash: hashed(programme),
    editions: isHistory(rules) ? rules.editions.map(editionOf) : undefined,
    packageVersion: PACKAGE_VERSION,
    calendarDataVersion,
    readings: Object.fromEntries(Object.entries(readings).sort(([a], [b]) => (a < b ? -1 : 1))),
    asAt: isoDate(epochDay(asAt)),
  });
}

function editionOf(programme: Programme): NonNullable<Receipt["editions"]>[number] {
  const { edition, revision, inForce } = programme;
  return { edition, revision, hash: hashed(programme), ...inForce };
}

function hashed(programme: Programme): string {
  const hash = hashes.get(programme) ?? hashOf(programme);
  hashes.set(programme, hash);
  return hash;
}
