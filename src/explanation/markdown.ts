/** A table in Markdown; cells keep their text whatever it holds, and the columns in `right` lean to the right. */
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
  return text.replaceAll("|", "\\|").replaceAll("\n", " ");
}
