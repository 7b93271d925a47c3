import type { EventRow, RowReader } from "../../journey/index.js";
import type { CsvRow } from "./csv-file.js";

/** Where the events of each referral come from. */
export interface EventSource {
  /** The events of the referral on a line; lines are asked for in order. Events of no referral are reported. */
  of(line: number): Promise<readonly EventRow[]>;
  /** Reports what is left when all referrals have been read. */
  finish(): Promise<void>;
}

/** Events in the order of the referrals, read side by side with them: one row is held at a time. */
export class MergedEvents implements EventSource {
  #ahead: CsvRow | undefined;
  readonly #rows: AsyncIterator<CsvRow>;
  readonly #reader: RowReader;

  constructor(rows: AsyncIterator<CsvRow>, reader: RowReader) {
    this.#rows = rows;
    this.#reader = reader;
  }

  async of(line: number): Promise<readonly EventRow[]> {
    const reader = this.#reader;
    const found: EventRow[] = [];
    for (let row = await this.#next(); row !== undefined; row = await this.#next()) {
      const referral = reader.lines.get(reader.eventIdOf(row.cells));
      if (referral !== undefined && referral > line) {
        this.#ahead = row;
        break;
      }
      const event = reader.event(row.cells, row.line);
      if (event !== undefined && referral === line) found.push(event);
      else if (event !== undefined) reader.orphan(event);
    }
    return found;
  }

  async finish(): Promise<void> {
    await this.of(Number.POSITIVE_INFINITY);
  }

  async #next(): Promise<CsvRow | undefined> {
    const ahead = this.#ahead;
    this.#ahead = undefined;
    if (ahead !== undefined) return ahead;
    const { done, value } = await this.#rows.next();
    return done === true ? undefined : value;
  }
}

/** Events in any order, all held in memory, by the line of their referral. */
export class HeldEvents implements EventSource {
  readonly #byLine = new Map<number, EventRow[]>();
  readonly #reader: RowReader;

  private constructor(reader: RowReader) {
    this.#reader = reader;
  }

  static async of(rows: AsyncIterable<CsvRow>, reader: RowReader): Promise<HeldEvents> {
    const held = new HeldEvents(reader);
    for await (const { cells, line } of rows) {
      const event = reader.event(cells, line);
      if (event !== undefined) held.#hold(event);
    }
    return held;
  }

  async of(line: number): Promise<readonly EventRow[]> {
    const found = this.#byLine.get(line) ?? [];
    this.#byLine.delete(line);
    return found;
  }

  async finish(): Promise<void> {}

  #hold(event: EventRow): void {
    const line = this.#reader.lines.get(event.journey);
    const others = line === undefined ? undefined : this.#byLine.get(line);
    if (line === undefined) this.#reader.orphan(event);
    else if (others === undefined) this.#byLine.set(line, [event]);
    else others.push(event);
  }
}
