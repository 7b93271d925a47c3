import { listed, styled, type Terminal, wrapped } from "./terminal.js";

/** A heading over items; each item is a line, with further lines that belong to it. */
export interface Section {
  readonly heading: string;
  readonly items: readonly (string | { readonly text: string; readonly details: readonly string[] })[];
}

/** A page in sections, to be printed as text or as Markdown. */
export interface SectionedPage {
  readonly title: string;
  readonly lead: readonly string[];
  readonly sections: readonly Section[];
}

/** The page for a terminal, broken to its width. */
export function pageAsText({ title, lead, sections }: SectionedPage, terminal: Terminal): string {
  const head = wrapped(title, terminal.columns);
  const lines = [styled(terminal, "bold", head), ...lead.map((line) => wrapped(line, terminal.columns))];
  for (const { heading, items } of sections) {
    lines.push("", styled(terminal, "bold", heading));
    for (const item of items) {
      const { text, details } = typeof item === "string" ? { text: item, details: [] } : item;
      lines.push(wrapped(text, terminal.columns, listed));
      for (const detail of details)
        lines.push(wrapped(detail, terminal.columns, { first: "    ", rest: "    " }));
    }
  }
  return `${lines.join("\n")}\n`;
}

/** The page as Markdown. */
export function pageAsMarkdown({ title, lead, sections }: SectionedPage): string {
  const blocks = [`# ${title}`, ...lead];
  for (const { heading, items } of sections) {
    const lines = items.flatMap((item) =>
      typeof item === "string"
        ? [`- ${item}`]
        : [`- **${item.text}**`, ...item.details.map((detail) => `  ${detail}`)],
    );
    blocks.push(`## ${heading}`, lines.join("\n"));
  }
  return `${blocks.join("\n\n")}\n`;
}
