import { nested, TEXT } from "../options.js";

export const STANDINGS = ["contract", "guidance", "offered", "recommended", "research"] as const;
/** What kind of authority a text has; it decides what is assessed when nobody asks for more. */
export type Standing = (typeof STANDINGS)[number];

/**
 * A document that rules cite, described once in a programme's `sources`.
 *
 * - `standing`: contract and guidance are assessed by default; recommended and offered when asked for.
 * - `confidence`: for facts from outside the contract documents, how sure they are.
 */
export interface Source {
  readonly title: string;
  readonly edition: string;
  readonly standing: Standing;
  readonly confidence?: "high" | "medium" | "low";
  readonly url?: string;
}

/** Where a rule comes from: a key of the programme's `sources`, a paragraph, an item within it. */
export interface Citation {
  readonly source: string;
  readonly paragraph: string;
  readonly item?: string;
}

/** Where a statement comes from: a citation, or the open admission that it is assumed. */
export interface Grounded {
  readonly citation?: Citation;
  readonly basis?: "assumed";
}

export const OPEN_VALUES = ["redacted", "bid-specific", "not-published", "not-said"] as const;
/**
 * A value the source withholds. It stays in place, its address is its name, and what needs it is
 * `undetermined: missing-parameter` until a variation fills it.
 */
export interface OpenValue {
  readonly open: (typeof OPEN_VALUES)[number];
  readonly note?: string;
}

/** Whether a field holds an open value. */
export function isOpen(value: unknown): value is OpenValue {
  return typeof value === "object" && value !== null && "open" in value;
}

export const CITATION = nested<Citation>(
  { source: TEXT, paragraph: TEXT, item: TEXT },
  { source: '"001"', paragraph: '"37"' },
);

/** A citation as sentences print it: `[001 ¶37 item 1]`. */
export function formatCitation(citation: Citation): string {
  CITATION(citation, "citation");
  const { source, paragraph, item } = citation;
  return `[${source} ¶${paragraph}${item === undefined ? "" : ` item ${item}`}]`;
}
