import { styleText } from "node:util";
import { visibleLines } from "../../visible.js";

type Style = Parameters<typeof styleText>[0];

/** Where a command prints to, and what it may know of the world; a test gives its own. */
export interface Terminal {
  readonly print: (text: string) => void;
  /** Where what is printed goes to a file or a pipe; what is no text belongs nowhere else. */
  readonly printBytes?: (bytes: Uint8Array) => void;
  /** Once what is printed has gone where it goes: whether anybody still reads there. */
  readonly isRead?: () => Promise<boolean>;
  /** Notices, progress and faults; never data. */
  readonly note: (text: string) => void;
  readonly columns: number;
  readonly isInteractive: boolean;
  readonly hasColour: boolean;
  /** The date in London when the command was started. */
  readonly today: string;
}

/** Coloured text where the terminal has colour, plain text elsewhere. What it is made of has no escape sequence of its own. */
export function styled(terminal: Terminal, style: Style, text: string): string {
  const shown = visibleLines(text);
  return terminal.hasColour ? styleText(style, shown, { validateStream: false }) : shown;
}

/** A bold heading and the lines under it, each as wide as the terminal at most. */
export function headed(terminal: Terminal, heading: string, ...lines: readonly string[]): string[] {
  const fitted = (text: string) => wrapped(text, terminal.columns);
  return [styled(terminal, "bold", fitted(heading)), ...lines.map(fitted)];
}

const ESCAPE = String.fromCharCode(27);
const COLOUR = new RegExp(`(${ESCAPE}\\[\\d+(?:;\\d+)*m)`);

/**
 * A terminal that is sent nothing but text, line ends and its own colours: whatever else a name in the data holds comes
 * out as an escape that shows.
 */
export function guarded(terminal: Terminal): Terminal {
  const shown = (text: string) =>
    terminal.hasColour
      ? text
          .split(COLOUR)
          .map((part, at) => (at % 2 === 0 ? visibleLines(part) : part))
          .join("")
      : visibleLines(text);
  return {
    ...terminal,
    print: (text) => terminal.print(shown(text)),
    // A bar of progress begins where its line began; nothing else does.
    note: (text) => terminal.note(text.startsWith("\r") ? text : shown(text)),
  };
}

/** Text, shown as it is, broken into lines of at most `width`: the first behind `first`, the others behind `rest`. */
export function wrapped(
  text: string,
  width: number,
  { first = "", rest = first }: { first?: string; rest?: string } = {},
): string {
  const lines: string[] = [];
  let line = "";
  for (const word of visibleLines(text).split(" ")) {
    const indent = lines.length === 0 ? first : rest;
    const longer = line === "" ? `${indent}${word}` : `${line} ${word}`;
    if (longer.length <= width || line === "") line = longer;
    else {
      lines.push(line);
      line = `${rest}${word}`;
    }
  }
  return [...lines, line].join("\n");
}

/** The indent of details below a heading. */
export const indented = { first: "  ", rest: "  " };

/** The indent of a paragraph: none, and its later lines further in. */
export const hanging = { first: "", rest: "  " };

/** The indent of a list item, its later lines further in. */
export const listed = { first: "  ", rest: "    " };

const WIDTH = 30;
const PATIENCE = 400;

/** A bar on the error stream of an interactive terminal, shown once a file turns out to be long. */
export class ProgressBar {
  readonly #started = performance.now();
  #drawn = -1;
  readonly #terminal: Terminal;

  constructor(terminal: Terminal) {
    this.#terminal = terminal;
  }

  readonly update = (done: number, total: number): void => {
    const terminal = this.#terminal;
    if (!terminal.isInteractive || total === 0 || performance.now() - this.#started < PATIENCE) return;
    const percent = Math.floor((100 * done) / total);
    if (percent === this.#drawn) return;
    this.#drawn = percent;
    const full = Math.round((WIDTH * done) / total);
    terminal.note(`\r${"█".repeat(full)}${"░".repeat(WIDTH - full)} ${percent}%`);
  };

  clear(): void {
    if (this.#drawn >= 0) this.#terminal.note(`\r${" ".repeat(WIDTH + 6)}\r`);
  }
}
