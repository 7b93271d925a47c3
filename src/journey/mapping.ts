import type { WideColumn } from "./columns.js";

/** One row as any CSV reader gives it: the text of each cell by its column's name. */
export type Row = Readonly<Record<string, string | undefined>>;

/**
 * What reading rows asks of a programme; every programme of this package and every one from
 * `defineProgramme` has it.
 */
export interface ReadableProgramme {
  readonly id: string;
  /** The kinds of event there are, and what each may carry beside its dates. */
  readonly events: readonly { readonly id: string; readonly fields?: readonly string[] }[];
  /** The first one's event is what `outcome_on` stands for. */
  readonly outcomes: readonly { readonly event: string | object }[];
  /** Its keys are the nations allowed. */
  readonly calendars?: Readonly<Record<string, unknown>>;
  /** The customer groups allowed. */
  readonly groups?: readonly { readonly id: string }[];
}

/**
 * How rows say what happened. All of it may be left out: then columns have their standard names and
 * dates are ISO dates.
 *
 * - `columns`: the name a file gives to a standard column: `{ received_on: "Date received" }`. One
 *   column of a file may serve two standard ones.
 * - `eventColumns`: the same for the long rows: `id`, `kind`, `on`, `known_on`, `event_id`, or a field.
 * - `ignore`: columns of the files that are not to be read, a standard one too. A column that is
 *   neither read nor ignored is listed as a problem once, so that a misspelt heading is not lost.
 * - `dates`: `"iso"` (2021-04-01, the default) or `"uk"` (01/04/2021, day first). Never guessed.
 * - `values`: by standard column or field, what a cell's text stands for:
 *   `{ prap_status: { DNA: "did-not-attend" } }`; `""` stands for an empty cell.
 * - `programme`: what nations, groups, kinds of event and `outcome_on` may be.
 * - `events`: long rows, one an event, read after the wide ones and joined by `id`.
 */
export interface RowMapping {
  readonly columns?: Readonly<Partial<Record<WideColumn, string>>>;
  readonly eventColumns?: Readonly<Record<string, string>>;
  readonly ignore?: readonly string[];
  readonly dates?: "iso" | "uk";
  readonly values?: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly programme?: ReadableProgramme;
  readonly events?: Iterable<Row>;
}
