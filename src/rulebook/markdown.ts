/** A table; cells keep their text whatever it holds. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map(cell).join(" | ")} |`;
  return [line(head), `|${" --- |".repeat(head.length)}`, ...rows.map(line)].join("\n");
}

/** A list of lines. */
export function bullets(lines: readonly string[]): string {
  return lines.map((line) => `- ${line}`).join("\n");
}

/** A place other pages can point to: the id as it stands in the data. */
export function anchor(id: string): string {
  return `<a id="${id}"></a>`;
}

/** Blocks with an empty line between them; what is empty is left out. */
export function blocks(...parts: readonly (string | undefined | false)[]): string {
  return parts.filter((part) => part !== undefined && part !== false && part !== "").join("\n\n");
}

/** `css-12/after-job-end` as `CSS 12`, `returns/breakdown` as `Returns`: what people call the thing. */
export function called(id: string): string {
  const [standard] = id.split("/") as [string];
  const numbered = /^(css|tmpl)-(\d+)$/.exec(standard);
  if (numbered !== null)
    return `${numbered[1]!.replace("css", "CSS").replace("tmpl", "tMPL")} ${numbered[2]}`;
  return capital(standard.replaceAll("-", " "));
}

export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function cell(text: string): string {
  return text.replaceAll("|", "\\|").replaceAll("\n", " ");
}
