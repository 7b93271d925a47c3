import { refuseOther } from "../argument.js";
import { type CohortExchange, EXCHANGE, type ExchangedCohort, lastAgeOfExchange } from "./exchange.js";

/** A row of an exchange file: a text for each column, as CSV writers take it and CSV readers give it. */
export type ExchangeRow = Readonly<Record<string, string>>;

/** What all rows of one exchange say alike. */
export const ABOUT_COLUMNS = [
  "format",
  "programme",
  "outcome",
  "sought",
  "cohorts_by",
  "window_days",
  "lag_days",
  "as_at",
  "starts_from",
  "starts_until",
] as const;

/** What each row says of its cohort, besides the converted by each age. */
export const COHORT_COLUMNS = [
  "contractor",
  "provider",
  "area",
  "group",
  "month",
  "starts",
  "outcomes",
  "open",
  "closed",
  "undetermined",
  "mature_converted",
  "mature_starts",
] as const;

/** The column of the converted by the end of an age. */
export const convertedColumn = (age: number) => `converted_${age}`;

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
  const { window, period } = exchange;
  const about = named(ABOUT_COLUMNS, [
    exchange.format,
    exchange.programme,
    exchange.outcome,
    exchange.sought,
    exchange.cohortsBy,
    window.days,
    window.lagDays,
    exchange.asAt,
    period.from,
    period.until,
  ]);
  const ages = Array.from({ length: lastAgeOfExchange(exchange) + 1 }, (_, age) => age);
  return exchange.cohorts.map((cohort) => ({
    ...about,
    ...cohortCells(cohort),
    ...named(
      ages.map(convertedColumn),
      ages.map((age) => cohort.converted[age] ?? null),
    ),
  }));
}

function cohortCells(cohort: ExchangedCohort): ExchangeRow {
  return named(COHORT_COLUMNS, [
    cohort.contractor,
    cohort.provider,
    cohort.area,
    cohort.group,
    cohort.month,
    cohort.starts,
    cohort.outcomes,
    cohort.open,
    cohort.closed,
    cohort.undetermined,
    cohort.mature.count,
    cohort.mature.of,
  ]);
}

function named(columns: readonly string[], values: readonly (string | number | null)[]): ExchangeRow {
  return Object.fromEntries(columns.map((column, at) => [column, String(values[at] ?? "")]));
}
