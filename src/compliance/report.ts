import type { AsAt, Period } from "../deadlines/index.js";
import type { ContractLog, Problem } from "../journey/index.js";
import type { ReportLine } from "./line.js";
import type { Receipt } from "./receipt.js";

/**
 * What a report is of.
 *
 * - `period`: both days included. A requirement counts journeys received in it, cases due in it, or
 *   all to its end, as its `over` says. Without one: from the first receipt to the as-at date.
 * - `by`: an attribute (`"provider"`, `"adviser"` …) or `"group"`; one line a requirement and value.
 * - `contractLog`: what happened on the contract, its sites or teams. Without it, the requirements on
 *   them are undetermined for missing data.
 * - `requirements`: only these, by id, whatever their standing.
 * - `suppressBelow`: lines that count fewer cases than this, but some, are withheld, so that nobody
 *   can be picked out of a small group; they are named in `suppressed`.
 */
export interface ReportOptions extends AsAt {
  readonly period?: Period;
  readonly by?: string;
  readonly contractLog?: ContractLog | readonly ContractLog[];
  readonly requirements?: readonly string[];
  readonly suppressBelow?: number;
}

/**
 * A caseload against a programme, as at a date.
 *
 * - `lines`: in the programme's order; with `by`, each requirement's values in alphabetical order.
 * - `openValues`: addresses of withheld values that a requirement waits for.
 * - `problems`: what is wrong with the data; nothing is left out of a denominator because of it.
 * - `suppressed`: lines withheld because they count too few.
 */
export interface Report {
  readonly receipt: Receipt;
  readonly journeys: number;
  readonly lines: readonly ReportLine[];
  readonly openValues: readonly string[];
  readonly problems: readonly Problem[];
  readonly suppressed?: readonly Pick<ReportLine, "requirement" | "by">[];
}
