import type { Terminal } from "./terminal.js";

const WIDTH = 30;
const PATIENCE = 400;

/** A bar on the error stream of an interactive terminal, shown once a file turns out to be long. */
export class Progress {
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
