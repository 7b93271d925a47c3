import { refuseNotJourney } from "../argument.js";
import { workingCalendar } from "../calendar/index.js";
import {
  DATE,
  type DateInput,
  daySpan,
  type EpochDay,
  epochDay,
  type IsoDate,
  isoDate,
  lastOfMonth,
  monthOf,
} from "../date/index.js";
import { AS_AT_OPTIONS, type AsAt, JourneyReader, withMonthEnds } from "../deadlines/index.js";
import { defined } from "../defined.js";
import { ProgrammeFault, shown } from "../fault.js";
import { type ContractLog, compareTexts, type JourneyEvent } from "../journey/index.js";
import { listOf, type OptionKinds, optionsOf, TEXT } from "../options.js";
import {
  editionOn,
  eventOf,
  type History,
  isHistory,
  type Programme,
  refuseNotRules,
} from "../rules/index.js";
import { type Obligation, obligationsOf } from "./obligation.js";
import { type ReturnDue, rowOf } from "./return-row.js";

const FROM_TO = { from: '"2021-04-01"', to: '"2021-04-30"' };

/**
 * What a contract owes over a span, by due date: the templates of its standards, its returns, reviews,
 * and what is to be there before a review. Of a history, each row is of the edition in force on its due
 * date; an edition with one unknown bound is taken where no other can be in force. What has no date by
 * itself (a report at the end of the contract) and what concerns single referrals is left out.
 *
 * @throws ProgrammeFault `calendar/beyond-known` for a span past the published bank holidays,
 * `date/span-reversed`, `regime/nation`, and `rules/unknown-bounds` or `rules/no-edition` for a history
 * that does not say what was in force.
 *
 * @example
 * ```ts
 * import { whpJetsCv06 } from "programme-rules";
 * import { returnsDue } from "programme-rules/returns";
 *
 * const rows = returnsDue(whpJetsCv06, { from: "2021-05-01", to: "2021-05-31" });
 * rows.map((row) => `${row.dueOn} ${row.return}`);
 * // => ["2021-05-17 css-template", "2021-05-24 performance-return", "2021-05-31 breakdown", "2021-05-31 performance-review"]
 * rows[0]?.reason; // => "The 15th is Sat 15 May 2021, not a working day; the next is Mon 17 May 2021."
 * returnsDue(whpJetsCv06, { from: "2028-12-01", to: "2029-01-31" }); // throws known to
 * ```
 */
export function returnsDue(rules: Programme | History, options: ReturnsOptions): ReturnDue[] {
  refuseNotRules(rules);
  optionsOf(options, RETURNS_OPTIONS, FROM_TO);
  const { from, until } = daySpan({ from: options.from, until: options.to });
  const inForce = new Map<IsoDate, Programme>();
  const { editions } = isHistory(rules) ? rules : { editions: [rules] };
  if (isHistory(rules))
    for (let day = from; day <= until; day++) inForce.set(isoDate(day), onDay(rules, isoDate(day)));
  const rows = editions.flatMap((programme) =>
    editionRows(programme, options).filter(({ dueOn }) => (inForce.get(dueOn) ?? programme) === programme),
  );
  return rows.sort(
    (one, other) =>
      compareTexts(one.dueOn, other.dueOn) ||
      compareTexts(one.return, other.return) ||
      compareTexts(one.forMonth ?? "", other.forMonth ?? "") ||
      compareTexts(one.standards.join(), other.standards.join()),
  );
}

/** The edition whose known bounds hold the day; one with an unknown bound only where no other can be meant. */
function onDay(history: History, date: IsoDate): Programme {
  const possible = history.editions.filter(
    ({ inForce: { from, until } }) =>
      (from === undefined || from <= date) && (until === undefined || date <= until),
  );
  const [only] = possible;
  const { from, until } = only?.inForce ?? {};
  const isBounded = history.editions.length === 1 || from !== undefined || until !== undefined;
  return possible.length === 1 && isBounded ? only! : editionOn(history, date);
}

/**
 * Over which days, and what is known of the contract. Nothing but the span is needed.
 *
 * - `from`, `to`: both days are in the span; a row is in it by its due date.
 * - `nation`: whose bank holidays count; else that of the contract's log, else the programme's first.
 * - `contractLog`: when the contract ran, reviews held or planned, what was sent, whether the plan is waived.
 * - `reviewsOn`: planned days of the contract performance review, beside those of the log.
 */
export interface ReturnsOptions extends Omit<AsAt, "asAt" | "onProblem"> {
  readonly from: DateInput;
  readonly to: DateInput;
  readonly nation?: string;
  readonly contractLog?: ContractLog;
  readonly reviewsOn?: readonly DateInput[];
}

const RETURNS_OPTIONS: OptionKinds<ReturnsOptions> = {
  from: DATE,
  to: DATE,
  nation: TEXT,
  contractLog: refuseNotJourney,
  reviewsOn: listOf(DATE),
  beyondPublished: AS_AT_OPTIONS.beyondPublished,
  including: AS_AT_OPTIONS.including,
};

/** What one edition asks for within the span; where no nation is said, with what differs elsewhere. */
function editionRows(programme: Programme, options: ReturnsOptions): ReturnDue[] {
  const nation = options.nation ?? options.contractLog?.attributes?.nation;
  const nations = Object.keys(programme.calendars);
  if (nation !== undefined) return rowsOf(programme, checkedNation(nation, nations), options);
  const [first, ...others] = [...new Map(nations.map((each) => [programme.calendars[each], each])).values()];
  if (first === undefined) return [];
  const rows = rowsOf(programme, first, options);
  if (others.length === 0) return rows;
  // On another calendar a date may fall just outside the span.
  const { from, until } = daySpan({ from: options.from, until: options.to });
  const wide = { ...options, from: isoDate(from - 14), to: isoDate(until + 14) };
  const wideRows = others.flatMap((each) => rowsOf(programme, each, wide));
  return rows.map((row) => {
    const elsewhere = wideRows
      .filter((other) => sameReturn(row, other) && other.dueOn !== row.dueOn)
      .map(({ calendar, dueOn }) => ({ calendar, dueOn }));
    return elsewhere.length === 0 ? row : { ...row, elsewhere };
  });
}

function sameReturn(one: ReturnDue, other: ReturnDue): boolean {
  const key = (row: ReturnDue) => [row.return, row.forMonth, row.reviewOn, ...row.requirements].join();
  return key(one) === key(other);
}

function checkedNation(nation: unknown, nations: readonly string[]): string {
  const known = nations.find((each) => each === nation);
  if (known !== undefined) return known;
  throw new ProgrammeFault({
    code: "regime/nation",
    given: `the nation ${shown(nation)}`,
    allowed: nations.join(", "),
    todo: "Name the nation whose bank holidays the contract follows.",
  });
}

/** What one edition asks for on the calendar of one nation, within the span. */
function rowsOf(programme: Programme, nation: string, options: ReturnsOptions): ReturnDue[] {
  const { beyondPublished, contractLog, including } = options;
  const name = programme.calendars[nation]!;
  const calendar = workingCalendar(name, defined({ beyondPublished }));
  const { from, until } = daySpan({ from: options.from, until: options.to });
  for (const end of [from, until]) calendar.isWorkingDay(isoDate(end));
  const reader = new JourneyReader(programme, defined({ asAt: calendar.answersUntil, beyondPublished }));
  const planned = (options.reviewsOn ?? []).map((date) => isoDate(epochDay(date)));
  for (const day of planned) calendar.isWorkingDay(day);
  const reviews = reviewKinds(programme);
  const log = withPlanned(contractLog ?? { id: "contract", events: [] }, reviews, planned);
  reader.read(dated({ ...log, attributes: { ...log.attributes, nation } }, calendar.knownFrom, until));
  const found = obligationsOf(programme, reader.facts, { from, until, reviews, including });
  const days = log.events.filter(({ kind }) => reviews.includes(kind)).map(({ on }) => isoDate(epochDay(on)));
  return merged(found)
    .map((each) => rowOf(each, programme, calendar, contractLog !== undefined))
    .map((row) => numberedReview(row, [...new Set(days)]));
}

/** The kinds of event by which the regime's meetings are held. */
function reviewKinds({ regime, returns = [] }: Programme): readonly string[] {
  const timed = (regime?.meetings ?? []).map(({ requirement }) => requirement);
  return returns.flatMap((each) =>
    each.kind === "cadence" && timed.includes(each.id)
      ? each.event.flatMap((match) => eventOf(match) ?? [])
      : [],
  );
}

/** As the second, third … review of its month, counted over all that are known, in the span or not. */
function numberedReview(row: ReturnDue, reviews: readonly IsoDate[]): ReturnDue {
  const { reviewOn } = row;
  if (reviewOn === undefined) return row;
  const number = reviews.filter(
    (day) => monthOf(epochDay(day)) === monthOf(epochDay(reviewOn)) && day <= reviewOn,
  );
  return number.length < 2 ? row : { ...row, reviewNumber: number.length };
}

/** The log with planned reviews that are not in it yet. */
function withPlanned(log: ContractLog, [kind]: readonly string[], days: readonly IsoDate[]): ContractLog {
  if (kind === undefined) return log;
  const planned = days
    .filter((on) => !log.events.some((event) => event.kind === kind && event.on === on))
    .map((on): JourneyEvent => ({ kind, on, planned: true }));
  return { ...log, events: [...log.events, ...planned] };
}

/** The log with the end of each month; a contract that does not say when it began ran all the time. */
function dated(log: ContractLog, knownFrom: IsoDate, until: EpochDay): ContractLog {
  const kind = "contract-started";
  const start = { kind, on: isoDate(epochDay(knownFrom) - 1) };
  const events = log.events.some((event) => event.kind === kind) ? log.events : [start, ...log.events];
  return withMonthEnds({ ...log, events }, lastOfMonth(monthOf(until)));
}

/** Templates of standards that are due together are one row. */
function merged(found: readonly Obligation[]): Obligation[][] {
  const rows = new Map<string, Obligation[]>();
  found.forEach((each, at) => {
    const isTemplate = each.standard !== undefined && each.month !== undefined;
    const key = isTemplate ? `${each.month} ${each.opens} ${each.due}` : String(at);
    rows.set(key, [...(rows.get(key) ?? []), each]);
  });
  return [...rows.values()];
}
