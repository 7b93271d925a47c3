import { visibleLines } from "../../../visible.js";

/**
 * Text of a page with its tags. Only {@link html} and {@link drawing} make it, and whatever else is put into a page is
 * text: a name from somebody's data cannot become a tag because somebody forgot to escape it.
 */
class Markup {
  /** With its tags. */
  readonly source: string;
  /** A shape that only this class has: an object that looks like markup is none. */
  readonly #isMarkup = true;

  private constructor(source: string) {
    this.source = source;
  }

  static is(value: unknown): value is Markup {
    return typeof value === "object" && value !== null && #isMarkup in value;
  }

  static of(parts: readonly string[], values: readonly Part[]): Markup {
    return new Markup(parts.map((part, at) => `${part}${sourceOf(values[at])}`).join(""));
  }

  static drawn(svg: string): Markup {
    return new Markup(svg);
  }
}

export type { Markup };

/** What may stand in a page: text, which is escaped, and markup, which is not; nothing for what is not there. */
export type Part = string | number | Markup | undefined | readonly Part[];

/** Markup from a template. Values in attributes stand between double quotes. */
export function html(parts: TemplateStringsArray, ...values: readonly Part[]): Markup {
  return Markup.of(parts, values);
}

/** A picture that a renderer has drawn and escaped: the one thing that goes into a page as it is. */
export function drawing(svg: string): Markup {
  return Markup.drawn(svg);
}

function sourceOf(value: Part): string {
  if (value === undefined) return "";
  if (Markup.is(value)) return value.source;
  return typeof value === "object" ? value.map(sourceOf).join("") : escaped(String(value));
}

/** So much of one text is shown: a cell of a megabyte would stand in every line. */
const MOST = 5000;

function escaped(text: string): string {
  return visibleLines(shortened(text)).replace(/[&<>"']/g, (letter) => ENTITIES[letter]!);
}

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

function shortened(text: string): string {
  const rest = text.length - MOST;
  return rest <= 0 ? text : `${text.slice(0, MOST)}… (${rest.toLocaleString("en-GB")} more characters)`;
}

/** A sentence with what stands between backquotes as code: commands to type, names of the data. */
export function prose(text: string): Markup {
  return html`${text.split("`").map((part, at) => (at % 2 === 0 ? part : html`<code>${part}</code>`))}`;
}
