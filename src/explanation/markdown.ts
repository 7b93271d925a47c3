import { visible } from "../visible.js";

/** What does something in Markdown wherever it stands. An underscore within a word does not. */
const ACTIVE = /[\\`*~[\]<>|]|&(?=#?\w+;)|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu;
/** What becomes a link by itself. */
const ADDRESS = /(?<=:)\/(?=\/)|(?<=\bwww)\.|(?<=\w)@(?=\w)/gi;
/** What begins a heading, a quotation, a list or a rule at the start of a line. */
const BEGINS = /^(\s*\d{0,9})([#>+\-=.)])/;

/** Text as Markdown that shows it as it is: no name in it becomes a link, an image, HTML, code, a heading or a cell. */
export function markdownText(text: string): string {
  return visible(text).replace(ACTIVE, "\\$&").replace(ADDRESS, "\\$&");
}

/** As {@link markdownText}, of text that stands at the start of a line. */
export function markdownLine(text: string): string {
  return markdownText(text).replace(BEGINS, "$1\\$2");
}

/** A table in Markdown of cells that are text, whatever they hold. */
export function textTable(
  head: readonly string[],
  rows: readonly (readonly string[])[],
  right: readonly number[] = [],
): string {
  return table(
    head.map(markdownText),
    rows.map((row) => row.map(markdownText)),
    right,
  );
}

/** A table in Markdown; cells are Markdown themselves, and the columns in `right` lean to the right. */
export function table(
  head: readonly string[],
  rows: readonly (readonly string[])[],
  right: readonly number[] = [],
): string {
  const line = (cells: readonly string[]) => `| ${cells.map(cell).join(" | ")} |`;
  const rule = head.map((_, at) => (right.includes(at) ? " ---: " : " --- "));
  return [line(head), `|${rule.join("|")}|`, ...rows.map(line)].join("\n");
}

/** A list of lines. */
export function bullets(lines: readonly string[]): string {
  return lines.map((line) => `- ${line}`).join("\n");
}

/** Blocks with an empty line between them; what is empty is left out. */
export function blocks(...parts: readonly (string | undefined | false)[]): string {
  return parts.filter((part) => part !== undefined && part !== false && part !== "").join("\n\n");
}

function cell(text: string): string {
  return text.replace(/(?<!\\)\|/g, "\\|").replaceAll("\n", " ");
}
