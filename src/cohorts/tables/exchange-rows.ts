import { described, refuseOther } from "../../argument.js";
import { DATE, type DateInput, epochDay, type IsoMonth, isIsoDate, isoDate } from "../../date/index.js";
import { ProgrammeFault } from "../../fault.js";
import type { Problem } from "../../journey/index.js";
import { type OptionKinds, oneOf, optionsOf, orNull, TEXT } from "../../options.js";
import { isPercent, PERCENT } from "../../quantity/index.js";
import {
  type CohortExchange,
  compareExchanged,
  EXCHANGE,
  type ExchangedCohort,
  lastAgeOfExchange,
  periodOf,
} from "./cohort-exchange.js";
import { type CohortWindow, isMonth, lastCompleteMonth, WINDOW } from "./cohort-table.js";
import { countedRow, seenAges, type TableFrame, wrongIn } from "./count-table.js";

/** A row of an exchange file: a text for each column, as CSV writers take it and CSV readers give it. */
export type ExchangeRow = Readonly<Record<string, string>>;

/**
 * An exchange as rows, one a cohort, all with the same columns: give them to any CSV writer. Every row
 * says what it is a row of, so that files of many programmes can be put one below the other. What is
 * not known is an empty text. {@link readExchange} reads them back exactly.
 *
 * @example
 * ```ts
 * import { exchangeRows, readExchange } from "programme-rules/cohorts";
 *
 * const counts = [{ month: "2021-03", starts: "200", converted_0: "0", converted_1: "2" }];
 * const { exchanges } = readExchange(counts, { asAt: "2021-04-30", window: { days: 238, lagDays: 61 } });
 * const [row] = exchangeRows(exchanges[0]!);
 * [row?.as_at, row?.window_days, row?.converted_1, row?.converted_2]; // => ["2021-04-30", "238", "2", ""]
 * readExchange(exchangeRows(exchanges[0]!)).exchanges; // => [{ format: "cohort-exchange-1", … }]
 * ```
 */
export function exchangeRows(exchange: CohortExchange): ExchangeRow[] {
  refuseOther(exchange, EXCHANGE);
  const head = cellsOf(exchange, HEAD_COLUMNS);
  const converted: Columns<ExchangedCohort> = {};
  const lastAge = lastAgeOfExchange(exchange);
  for (let age = 0; age <= lastAge; age++)
    converted[convertedColumn(age)] = (cohort) => cohort.converted[age] ?? null;
  const columns = { ...COHORT_COLUMNS, ...converted };
  return exchange.cohorts.map((cohort) => ({ ...head, ...cellsOf(cohort, columns) }));
}

/** What holds for rows that do not say it themselves: a file of plain counts has only months, starts and converted. */
export interface ExchangeDefaults {
  readonly asAt?: DateInput;
  readonly window?: CohortWindow;
  readonly cohortsBy?: CohortExchange["cohortsBy"];
  readonly programme?: string;
  readonly outcome?: string;
  readonly sought?: string | null;
}

const EXCHANGE_DEFAULTS: OptionKinds<ExchangeDefaults> = {
  asAt: DATE,
  window: WINDOW,
  cohortsBy: oneOf(["referral", "start"]),
  programme: TEXT,
  outcome: TEXT,
  sought: orNull(PERCENT),
};

/** What rows held: one exchange for each programme, outcome, window and date among them, and what could not be read. */
export interface ExchangeRead {
  readonly exchanges: readonly CohortExchange[];
  readonly problems: readonly Problem[];
}

/**
 * Reads cohorts from rows, one a cohort, as any CSV reader gives them. Needed are `month`, `starts` and
 * `converted_0`, `converted_1` …: the converted by the end of each month of age, cumulative, empty
 * where the month is not over. What {@link exchangeRows} writes besides is read where it is there.
 * A row that is wrong becomes a problem with its line (the header is line 1), and nothing else is lost.
 *
 * @throws ProgrammeFault `cohorts/exchange-columns` when no row has a month, starts and
 * `converted_0`; `cohorts/exchange-asked` when neither a row nor the defaults say as at which date and in which window.
 *
 * @example
 * ```ts
 * import { readExchange } from "programme-rules/cohorts";
 *
 * const rows = [
 *   { month: "2021-03", starts: "200", converted_0: "0", converted_1: "2" },
 *   { month: "2021-04", starts: "200", converted_0: "250", converted_1: "" },
 * ];
 * const { exchanges, problems } = readExchange(rows, { asAt: "2021-04-30", window: { days: 238, lagDays: 61 } });
 * exchanges[0]?.cohorts.length; // => 1
 * problems[0]?.message; // => "Line 3: more converted than started; allowed: at most as many as started."
 * ```
 */
export function readExchange(rows: Iterable<ExchangeRow>, defaults: ExchangeDefaults = {}): ExchangeRead {
  optionsOf(defaults, EXCHANGE_DEFAULTS);
  refuseNotRows(rows);
  const problems: Problem[] = [];
  const found = new Map<string, UnfinishedExchange>();
  let line = 1;
  for (const given of rows) {
    line += 1;
    const row = trimmed(given);
    if (line === 2) requireColumns(row);
    const wrong = gather(row, defaults, found);
    if (wrong !== undefined)
      problems.push({ code: "cohorts/exchange-row", message: `Line ${line}: ${wrong}.`, line });
  }
  return { exchanges: [...found.values()].map(exchangeOf), problems };
}

interface UnfinishedExchange {
  readonly head: ExchangeHead;
  readonly cohorts: Map<string, ExchangedCohort>;
}

/** Puts a row where it belongs, or says what is wrong with it. */
function gather(
  row: ExchangeRow,
  defaults: ExchangeDefaults,
  found: Map<string, UnfinishedExchange>,
): string | undefined {
  const head = headOf(row, defaults);
  if (typeof head === "string") return head;
  const cohort = cohortOf(row, head);
  if (typeof cohort === "string") return cohort;
  const exchange = found.get(JSON.stringify(head)) ?? { head, cohorts: new Map() };
  found.set(JSON.stringify(head), exchange);
  const { contractor, provider, area, group, month } = cohort;
  const key = JSON.stringify([contractor, provider, area, group, month]);
  if (exchange.cohorts.has(key)) return "the same cohort again; allowed: one row per cohort";
  exchange.cohorts.set(key, cohort);
  return undefined;
}

function exchangeOf({ head, cohorts: byKey }: UnfinishedExchange): CohortExchange {
  const cohorts = [...byKey.values()].sort(compareExchanged);
  const own = periodOf(cohorts, "");
  const { from, until } = head.period;
  return { ...head, period: { from: from || own.from, until: until || own.until }, cohorts };
}

/** The cohort of a row, or what is wrong with it. */
function cohortOf(row: ExchangeRow, head: ExchangeHead): ExchangedCohort | string {
  const { month = "" } = row;
  if (!isMonth(month)) return "month: not a month; allowed: a month such as 2021-04";
  const { from, until } = head.period;
  if ((from !== "" && month < from) || (until !== "" && month > until))
    return "month: outside the period; allowed: a month from starts_from to starts_until";
  const place: TableFrame = {
    asAt: epochDay(head.asAt),
    lastMonth: lastCompleteMonth(epochDay(head.asAt)),
    lastAge: lastAgeOfExchange(head),
    window: head.window,
  };
  const starts = numberOf(row.starts);
  const converted = convertedOf(row);
  if (starts === undefined || converted.includes(undefined))
    return "starts, converted: not whole numbers; allowed: whole numbers from 0, empty only where the month is not over";
  const count = { month, starts, converted: converted as number[] };
  const wrong = wrongIn(count, seenAges(month, place));
  if (wrong !== undefined) return `${wrong[0]}; allowed: ${wrong[1]}`;
  const counted = countedRow(count, place);
  const mature = {
    count: numberOf(row.mature_converted) ?? counted.mature.count,
    of: numberOf(row.mature_starts) ?? counted.mature.of,
  };
  if (mature.count > mature.of || mature.of > starts)
    return "mature_converted, mature_starts: more than there are; allowed: converted of starts, at most all of them";
  return {
    ...counted,
    contractor: row.contractor || null,
    provider: row.provider || null,
    area: row.area || null,
    group: row.group || null,
    converted: count.converted,
    outcomes: numberOf(row.outcomes) ?? counted.outcomes,
    open: numberOf(row.open) ?? null,
    closed: numberOf(row.closed) ?? null,
    undetermined: numberOf(row.undetermined) ?? 0,
    mature,
  };
}

/** The numbers up to the last that is given; undefined for a cell that is no number. */
function convertedOf(row: ExchangeRow): (number | undefined)[] {
  const cells: string[] = [];
  for (let age = 0; row[convertedColumn(age)] !== undefined; age++) cells.push(row[convertedColumn(age)]!);
  while (cells.at(-1) === "") cells.pop();
  return cells.map(numberOf);
}

function refuseNotRows(rows: unknown): void {
  if (typeof rows === "object" && rows !== null && Symbol.iterator in rows) return;
  throw new ProgrammeFault({
    code: "argument/list",
    given: described(rows),
    allowed:
      'a list of rows such as [{ month: "2021-03", starts: "200", converted_0: "0" }], or another iterable of them',
    todo: "Read the file with a CSV reader first, and give what it returns.",
  });
}

/** What is no text, number or truth in a cell is as good as nothing. */
function trimmed(row: Readonly<Record<string, unknown>>): ExchangeRow {
  const text = (cell: unknown) => (typeof cell === "object" ? "" : String(cell).trim());
  return Object.fromEntries(Object.entries(row ?? {}).map(([name, cell]) => [name.trim(), text(cell)]));
}

function requireColumns(row: ExchangeRow): void {
  const missing = ["month", "starts", "converted_0"].filter((column) => row[column] === undefined);
  if (missing.length === 0) return;
  throw new ProgrammeFault({
    code: "cohorts/exchange-columns",
    given: `rows of cohorts without ${missing.join(" and ")}`,
    allowed: `month, starts, converted_0, converted_1 …; besides, if you like, ${Object.keys(HEAD_COLUMNS).join(", ")}`,
    todo: "Name the columns so: converted_0 is by the end of the month of the start.",
  });
}

/** What all rows of one exchange say alike; a bound of the period is empty where no row says it. */
type ExchangeHead = Omit<CohortExchange, "cohorts" | "period"> & {
  readonly period: { readonly from: IsoMonth | ""; readonly until: IsoMonth | "" };
};

/** What a row says of the exchange it belongs to, or what is wrong with that. */
function headOf(row: ExchangeRow, defaults: ExchangeDefaults): ExchangeHead | string {
  const [days, lagDays] = [
    row.window_days || defaults.window?.days,
    row.lag_days || defaults.window?.lagDays,
  ];
  const asAt = row.as_at || (defaults.asAt === undefined ? "" : isoDate(epochDay(defaults.asAt)));
  if (asAt === "" || days === undefined)
    throw new ProgrammeFault({
      code: "cohorts/exchange-asked",
      given: "cohorts that do not say as at which date and in which window they were counted",
      allowed: "columns as_at, window_days and lag_days, or defaults for them",
      todo: 'Pass { asAt: "2021-04-30", window: { days: 238, lagDays: 61 } }.',
    });
  if (!isIsoDate(asAt)) return "as_at: not a date; allowed: a date such as 2021-04-30";
  const window = { days: numberOf(String(days)), lagDays: numberOf(String(lagDays ?? 0)) };
  if (window.days === undefined || window.lagDays === undefined)
    return "window_days, lag_days: not whole days; allowed: whole numbers from 0";
  const cohortsBy = row.cohorts_by || (defaults.cohortsBy ?? "start");
  if (cohortsBy !== "start" && cohortsBy !== "referral")
    return "cohorts_by: neither of the two; allowed: start, referral";
  const period = { from: row.starts_from ?? "", until: row.starts_until ?? "" };
  if (![period.from, period.until].every((month) => month === "" || isMonth(month)))
    return "starts_from, starts_until: not months; allowed: a month such as 2021-04";
  if (row.format && row.format !== "cohort-exchange-1")
    return "format: another form; allowed: cohort-exchange-1";
  const sought = row.sought || (defaults.sought ?? null);
  if (sought !== null && !isPercent(sought))
    return 'sought: not a percentage; allowed: percent text such as "22%"';
  return {
    format: "cohort-exchange-1",
    programme: row.programme || (defaults.programme ?? "not said"),
    outcome: row.outcome || (defaults.outcome ?? "not said"),
    sought,
    cohortsBy,
    window: { days: window.days, lagDays: window.lagDays },
    asAt,
    period,
  };
}

/** A whole number from 0 that a text is; undefined for any other text, and for none. */
function numberOf(text: string | undefined): number | undefined {
  return text !== undefined && /^\d{1,15}$/.test(text) ? Number(text) : undefined;
}

/** What stands in each column. */
type Columns<From> = Record<string, (from: From) => string | number | null>;

/** What all rows of one exchange say alike. */
const HEAD_COLUMNS: Columns<CohortExchange> = {
  format: ({ format }) => format,
  programme: ({ programme }) => programme,
  outcome: ({ outcome }) => outcome,
  sought: ({ sought }) => sought,
  cohorts_by: ({ cohortsBy }) => cohortsBy,
  window_days: ({ window }) => window.days,
  lag_days: ({ window }) => window.lagDays,
  as_at: ({ asAt }) => asAt,
  starts_from: ({ period }) => period.from,
  starts_until: ({ period }) => period.until,
};

/** What each row says of its cohort, besides the converted by each age. */
const COHORT_COLUMNS: Columns<ExchangedCohort> = {
  contractor: ({ contractor }) => contractor,
  provider: ({ provider }) => provider,
  area: ({ area }) => area,
  group: ({ group }) => group,
  month: ({ month }) => month,
  starts: ({ starts }) => starts,
  outcomes: ({ outcomes }) => outcomes,
  open: ({ open }) => open,
  closed: ({ closed }) => closed,
  undetermined: ({ undetermined }) => undetermined,
  mature_converted: ({ mature }) => mature.count,
  mature_starts: ({ mature }) => mature.of,
};

/** The column of the converted by the end of an age. */
const convertedColumn = (age: number) => `converted_${age}`;

function cellsOf<From>(from: From, columns: Columns<From>): ExchangeRow {
  return Object.fromEntries(Object.entries(columns).map(([name, cell]) => [name, String(cell(from) ?? "")]));
}
