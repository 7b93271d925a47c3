import type { CalendarName } from "../calendar/index.js";
import type { DateInput, IsoDate, IsoMonth } from "../date/index.js";
import type { AsAt } from "../deadlines/index.js";
import type { ContractLog } from "../journey/index.js";
import type { Citation } from "../rules/index.js";

/**
 * Over which days, and what is known of the contract. Nothing but the span is needed.
 *
 * - `from`, `to`: both days are in the span; a row is in it by its due date.
 * - `nation`: whose bank holidays count; else that of the contract's log, else the programme's first.
 * - `contractLog`: when the contract ran, reviews held or planned, what was sent, whether the plan is waived.
 * - `reviewsOn`: planned days of the contract performance review, beside those of the log.
 */
export interface ReturnsOptions extends Omit<AsAt, "asAt"> {
  readonly from: DateInput;
  readonly to: DateInput;
  readonly nation?: string;
  readonly contractLog?: ContractLog;
  readonly reviewsOn?: readonly DateInput[];
}

/**
 * Something owed to the department on a day.
 *
 * - `return`: `css-template` for the monthly templates that standards ask for; for a return of the
 *   programme the word of its id (`performance-return`, `pipeline-file`, `breakdown` …).
 * - `forMonth`: the month it is about. `inMonth`: the month it falls due in. `reviewOn`: the review
 *   it belongs to.
 * - `opensOn`: not before this day. `rolledFrom`: the day it would be, were that a working day.
 * - `reason`: how the day was found, in one sentence.
 * - `standards`, `requirements`: what asks for it, by id; a return of the programme belongs to no standard.
 * - `elsewhere`: where no nation was said, the calendars on which it is due on another day.
 * - `doneOn`: with a log, the day it was done; `outstanding` what of it is not done.
 * - `projected`: the day rests on bank holidays that are not published yet.
 */
export interface ReturnDue {
  readonly return: string;
  readonly title: string;
  readonly dueOn: IsoDate;
  readonly opensOn?: IsoDate;
  readonly forMonth?: IsoMonth;
  readonly inMonth: IsoMonth;
  readonly reviewOn?: IsoDate;
  readonly rolledFrom?: IsoDate;
  readonly reason: string;
  readonly standards: readonly string[];
  readonly requirements: readonly string[];
  readonly citations: readonly Citation[];
  readonly basis?: "assumed";
  readonly programme: string;
  readonly edition: string;
  readonly calendar: CalendarName;
  readonly elsewhere?: readonly { readonly calendar: CalendarName; readonly dueOn: IsoDate }[];
  readonly doneOn?: IsoDate;
  readonly outstanding?: readonly string[];
  readonly projected?: true;
}
