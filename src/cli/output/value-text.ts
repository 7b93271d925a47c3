import type { LearnedIndex } from "../../cohorts/index.js";
import type { LineVerdict } from "../../compliance/index.js";
import { epochDay, longDate } from "../../date/index.js";
import { formatFraction, formatPence } from "../../quantity/index.js";
import type { ForecastMeasure } from "../../tender/index.js";
import { styled, type Terminal } from "./terminal.js";

const STYLES: Readonly<Record<LineVerdict, Parameters<typeof styled>[1]>> = {
  met: "green",
  "not-met": ["bold", "red"],
  pending: "yellow",
  undetermined: "magenta",
  "not-applicable": "dim",
  "not-scored": "dim",
};

/** The colour of a verdict. */
export function verdictStyle(terminal: Terminal, verdict: LineVerdict): (text: string) => string {
  return (text) => styled(terminal, STYLES[verdict], text);
}

/** A date as people read it. */
export function dateWords(date: string): string {
  return longDate(epochDay(date));
}

/** A fraction as a percentage with one decimal, as it reads beside the percentage of a target; `–` for none. */
export function percentWords(rate: number | null | undefined, beside?: string): string {
  return rate === null || rate === undefined ? "–" : formatFraction(rate, beside);
}

/** A chance with the standard error of its runs, in percentage points: `61.4% ±0.5`. */
export function chanceText(chance: number, error: number): string {
  return `${percentWords(chance)} ±${(error * 100).toFixed(1)}`;
}

/** A level that is computed with, as percent text with every digit it has. */
export function levelWords(level: number): string {
  return `${Number((level * 100).toFixed(6))}%`;
}

/** An interval of fractions as percentages: `17.5–25.7%`. */
export function intervalWords(interval: { lower: number; upper: number } | null | undefined): string {
  if (interval === null || interval === undefined) return "–";
  return `${percentWords(interval.lower).replace("%", "")}–${percentWords(interval.upper)}`;
}

/** People, a comma at the thousands; decimals for those that are expected only. */
export function countWords(count: number | null | undefined, digits = 0): string {
  if (count === null || count === undefined) return "–";
  return count.toLocaleString("en-GB", { minimumFractionDigits: digits, maximumFractionDigits: digits });
}

/** An index, three decimals. */
export function indexWords(index: number | null): string {
  return index === null ? "–" : index.toFixed(3);
}

/** What is learned of a contract, and how much of it is data, in a sentence. */
export function learnedWords({ index, lower, upper, level, weight }: LearnedIndex): string {
  return `In the end the contract is expected to reach ${indexWords(index)} of its profile (${level} sure: ${indexWords(lower)} to ${indexWords(upper)}); ${percentWords(weight)} of that is what was observed, the rest the profile.`;
}

/** A count of people, or pence as pounds, rounded for reading. */
export function amountWords(measure: ForecastMeasure, amount: number): string {
  return measure === "income" ? formatPence(Math.round(amount / 100) * 100) : countWords(Math.round(amount));
}
