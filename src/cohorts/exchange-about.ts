import { type DateInput, epochDay, type IsoMonth, isIsoDate, isoDate } from "../date/index.js";
import { ProgrammeFault } from "../fault.js";
import { isPercent } from "../quantity/index.js";
import type { CohortExchange } from "./exchange.js";
import type { ExchangeRow } from "./exchange-rows.js";
import { isMonth } from "./months.js";
import type { CohortWindow } from "./table.js";

/** What holds for rows that do not say it themselves: a file of plain counts has only months, starts and converted. */
export interface ExchangeDefaults {
  readonly asAt?: DateInput;
  readonly window?: CohortWindow;
  readonly cohortsBy?: CohortExchange["cohortsBy"];
  readonly programme?: string;
  readonly outcome?: string;
  readonly sought?: string | null;
}

/** What all rows of one exchange say alike; a bound of the period is empty where no row says it. */
export type About = Omit<CohortExchange, "cohorts" | "period"> & {
  readonly period: { readonly from: IsoMonth | ""; readonly until: IsoMonth | "" };
};

/** What a row says of the exchange it belongs to, or what is wrong with that. */
export function aboutOf(row: ExchangeRow, defaults: ExchangeDefaults): About | string {
  const [days, lagDays] = [
    row.window_days || defaults.window?.days,
    row.lag_days || defaults.window?.lagDays,
  ];
  const asAt = row.as_at || (defaults.asAt === undefined ? "" : isoDate(epochDay(defaults.asAt)));
  if (asAt === "" || days === undefined) throw notAsked();
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
export function numberOf(text: string | undefined): number | undefined {
  return text !== undefined && /^\d{1,15}$/.test(text) ? Number(text) : undefined;
}

function notAsked(): ProgrammeFault {
  return new ProgrammeFault({
    code: "cohorts/exchange-asked",
    given: "cohorts that do not say as at which date and in which window they were counted",
    allowed: "columns as_at, window_days and lag_days, or defaults for them",
    todo: 'Pass { asAt: "2021-04-30", window: { days: 238, lagDays: 61 } }.',
  });
}
