import { described, optionsOf } from "../argument.js";
import { epochDay } from "../date/index.js";
import { ProgrammeFault } from "../fault.js";
import type { Problem } from "../journey/index.js";
import {
  type CohortExchange,
  compareExchanged,
  type ExchangedCohort,
  lastAgeOfExchange,
  periodOf,
} from "./exchange.js";
import { type About, aboutOf, type ExchangeDefaults, numberOf } from "./exchange-about.js";
import { ABOUT_COLUMNS, convertedColumn, type ExchangeRow } from "./exchange-rows.js";
import { countedRow, type Place, seenAges, wrongIn } from "./from-counts.js";
import { isMonth, lastCompleteMonth } from "./months.js";

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
 * @throws {@link ProgrammeFault} `cohorts/exchange-columns` when no row has a month, starts and
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
  optionsOf(defaults);
  refuseNotRows(rows);
  const problems: Problem[] = [];
  const found = new Map<string, Gathered>();
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

interface Gathered {
  readonly about: About;
  readonly cohorts: Map<string, ExchangedCohort>;
}

/** Puts a row where it belongs, or says what is wrong with it. */
function gather(
  row: ExchangeRow,
  defaults: ExchangeDefaults,
  found: Map<string, Gathered>,
): string | undefined {
  const about = aboutOf(row, defaults);
  if (typeof about === "string") return about;
  const cohort = cohortOf(row, about);
  if (typeof cohort === "string") return cohort;
  const exchange = found.get(JSON.stringify(about)) ?? { about, cohorts: new Map() };
  found.set(JSON.stringify(about), exchange);
  const { contractor, provider, area, group, month } = cohort;
  const key = JSON.stringify([contractor, provider, area, group, month]);
  if (exchange.cohorts.has(key)) return "the same cohort again; allowed: one row a cohort";
  exchange.cohorts.set(key, cohort);
  return undefined;
}

function exchangeOf({ about, cohorts: byKey }: Gathered): CohortExchange {
  const cohorts = [...byKey.values()].sort(compareExchanged);
  const own = periodOf(cohorts, "");
  const { format, programme, outcome, sought, cohortsBy, window, asAt, period } = about;
  return {
    ...{ format, programme, outcome, sought, cohortsBy, window, asAt },
    period: { from: period.from || own.from, until: period.until || own.until },
    cohorts,
  };
}

/** The cohort of a row, or what is wrong with it. */
function cohortOf(row: ExchangeRow, about: About): ExchangedCohort | string {
  const { month = "" } = row;
  if (!isMonth(month)) return "month: not a month; allowed: a month such as 2021-04";
  const { from, until } = about.period;
  if ((from !== "" && month < from) || (until !== "" && month > until))
    return "month: outside the period; allowed: a month from starts_from to starts_until";
  const place: Place = {
    asAt: epochDay(about.asAt),
    lastMonth: lastCompleteMonth(epochDay(about.asAt)),
    lastAge: lastAgeOfExchange(about),
    window: about.window,
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
    ...whoseOf(row),
    converted: count.converted,
    outcomes: numberOf(row.outcomes) ?? counted.outcomes,
    open: numberOf(row.open) ?? null,
    closed: numberOf(row.closed) ?? null,
    undetermined: numberOf(row.undetermined) ?? 0,
    mature,
  };
}

function whoseOf({ contractor, provider, area, group }: ExchangeRow) {
  return {
    contractor: contractor || null,
    provider: provider || null,
    area: area || null,
    group: group || null,
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

function trimmed(row: ExchangeRow): ExchangeRow {
  return Object.fromEntries(
    Object.entries(row ?? {}).map(([name, cell]) => [name.trim(), textOf(cell).trim()]),
  );
}

/** What is no text, number or truth in a cell is as good as nothing. */
function textOf(cell: unknown): string {
  return typeof cell === "object" ? "" : String(cell);
}

function requireColumns(row: ExchangeRow): void {
  const missing = ["month", "starts", "converted_0"].filter((column) => row[column] === undefined);
  if (missing.length === 0) return;
  throw new ProgrammeFault({
    code: "cohorts/exchange-columns",
    given: `rows of cohorts without ${missing.join(" and ")}`,
    allowed: `month, starts, converted_0, converted_1 …; besides, if you like, ${ABOUT_COLUMNS.join(", ")}`,
    todo: "Name the columns so: converted_0 is by the end of the month of the start.",
  });
}
