import type { ChartSpecification } from "../charts/index.js";
import type { Trouble } from "./cohort-source.js";
import { csv, type Format, markdown } from "./formats.js";
import { problemCount, problemLines } from "./problems.js";
import { type Column, tableOrList } from "./table.js";
import { styled, type Terminal, wrapped } from "./terminal.js";

/** A result in every form it can be printed in. */
export interface Printable {
  readonly command: string;
  readonly result: object;
  readonly title: string;
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly string[])[];
  /** Sentences below the table, each a paragraph. */
  readonly notes: readonly string[];
  readonly warning?: string | undefined;
  /** For CSV, where figures are to be computed with: as they are, not as they read best. */
  readonly csv?: { readonly headings: readonly string[]; readonly rows: readonly (readonly string[])[] };
  readonly chart?: ChartSpecification;
  readonly trouble: Trouble;
}

/** Prints a result in the form asked for. */
export function printed(given: Printable, format: Format | "chart", terminal: Terminal): string {
  const { command, result, columns, rows } = given;
  const { problems, areListed } = given.trouble;
  const headings = columns.map(({ heading }) => heading);
  if (format === "json") return `${JSON.stringify({ command, ...result, problems }, null, 2)}\n`;
  if (format === "csv") return csv(given.csv?.headings ?? headings, given.csv?.rows ?? rows);
  if (format === "chart") return `${JSON.stringify(given.chart, null, 2)}\n`;
  if (format === "markdown") {
    const warning = given.warning === undefined ? [] : [`**Warning.** ${given.warning}`];
    return `${[`## ${given.title}`, markdown(headings, rows).trimEnd(), ...warning, ...given.notes].join("\n\n")}\n`;
  }
  const body = tableOrList(columns, rows, terminal.columns);
  const warning =
    given.warning === undefined
      ? []
      : [styled(terminal, ["bold", "yellow"], wrapped(`Warning. ${given.warning}`, terminal.columns))];
  const notes = given.notes.map((note) => wrapped(note, terminal.columns, { rest: "  " }));
  const told = areListed ? problemLines(problems, true, terminal) : problemCount(problems);
  const trouble = problems.length === 0 ? [] : ["", told];
  return `${[styled(terminal, "bold", given.title), "", body, "", ...warning, ...notes, ...trouble].join("\n")}\n`;
}

/** A fraction as a percentage with one decimal, `–` for none. */
export function percentWords(rate: number | null | undefined, digits = 1): string {
  return rate === null || rate === undefined ? "–" : `${(rate * 100).toFixed(digits)}%`;
}

/** An interval of fractions as percentages: `17.5–25.7%`. */
export function intervalWords(interval: { lower: number; upper: number } | null | undefined): string {
  if (interval === null || interval === undefined) return "–";
  return `${(interval.lower * 100).toFixed(1)}–${percentWords(interval.upper)}`;
}

/** People, a comma at the thousands; decimals for those that are expected only. */
export function people(count: number | null | undefined, digits = 0): string {
  if (count === null || count === undefined) return "–";
  return count.toLocaleString("en-GB", { minimumFractionDigits: digits, maximumFractionDigits: digits });
}

/** An index, three decimals. */
export function indexWords(index: number | null): string {
  return index === null ? "–" : index.toFixed(3);
}
