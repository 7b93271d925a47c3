import { formatPence } from "../quantity/index.js";
import { numbered } from "../rules/index.js";
import type { ForecastMeasure, LevelForecast, MissingValue, OfferForecast } from "../tender/index.js";
import { listed, styled, type Terminal, wrapped } from "./terminal.js";

/** A count of people, or pence as pounds, rounded for reading. */
export function amountWords(measure: ForecastMeasure, amount: number): string {
  return measure === "income" ? formatPence(Math.round(amount / 100) * 100) : thousands(Math.round(amount));
}

/** A whole number with commas. */
export function thousands(whole: number): string {
  return whole.toLocaleString("en-GB");
}

/** A fraction as a percentage with so many decimals; a dash where there is none. */
export function rateWords(rate: number | null | undefined, decimals = 1): string {
  return rate === null || rate === undefined ? "–" : `${(rate * 100).toFixed(decimals)}%`;
}

/** So many runs give a standard error worth printing. */
const ENOUGH_RUNS = 100;

/** Probability with its standard error, `61.4% ±0.5`; of a few runs of those asked for, how many: `66.7% of 3 runs`. */
export function chanceWords(row: LevelForecast | undefined, runs: number): string {
  if (row === undefined || row.probability === null) return "";
  const [counted, rate] = [row.runsCounted!, rateWords(row.probability)];
  if (counted < Math.min(ENOUGH_RUNS, runs)) return `${rate} of ${numbered(counted, "run")}`;
  return `${rate} ±${(row.standardError! * 100).toFixed(1)}`;
}

/** What an offer does not say, and what cannot be told for want of it; empty when nothing is missing. */
export function missingLines({ missing, undetermined }: OfferForecast, terminal: Terminal): string[] {
  const values = missing.map((value) => wrapped(missingWords(value), terminal.columns, listed));
  const levels = undetermined.map(({ level, title, basis, missing: lacks }) =>
    wrapped(`${level}, ${title} (${basis}): needs ${lacks.join(", ")}`, terminal.columns, listed),
  );
  return [
    ...(values.length === 0
      ? []
      : ["", styled(terminal, "yellow", "Values the offer does not have:"), ...values]),
    ...(levels.length === 0
      ? []
      : ["", styled(terminal, "yellow", "Undetermined for want of them:"), ...levels]),
  ];
}

function missingWords({ address, open, neededFor }: MissingValue): string {
  return `${address}: ${open.replaceAll("-", " ")}, needed for ${neededFor === "level" ? "its level" : neededFor}`;
}
