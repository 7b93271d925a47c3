import type { EventRow, RowReader } from "../../journey/index.js";
import type { TableRow } from "./csv-file.js";
import { type Place, TemporaryFile } from "./temporary-file.js";

/** Where the events of each referral come from. */
export interface EventSource {
  /**
   * The events of the referral whose first row stands at a place; places are asked for in order. Events of no referral
   * are reported.
   */
  of(place: number | undefined): Promise<readonly EventRow[]>;
  /** Reports what is left when all referrals have been read. */
  finish(): Promise<void>;
  close(): Promise<void>;
}

type Batches = AsyncGenerator<readonly TableRow[]>;

/** Whether events follow the order of their referrals; those of no referral do not matter. */
export async function isInOrder(batches: Batches, reader: RowReader): Promise<boolean> {
  let last = 0;
  let lastId = "";
  for await (const rows of batches) {
    for (const { cells } of rows) {
      const id = reader.eventIdOf(cells);
      if (id === lastId || id === "") continue;
      lastId = id;
      const place = reader.placeOf(id) ?? last;
      if (place < last) return false;
      last = place;
    }
  }
  return true;
}

/** Events in the order of the referrals, read side by side with them. */
export class MergedEvents implements EventSource {
  #rows: readonly TableRow[] = [];
  /** The first row that no referral so far has asked for. */
  #at = 0;
  readonly #batches: Batches;
  readonly #reader: RowReader;

  constructor(batches: Batches, reader: RowReader) {
    this.#batches = batches;
    this.#reader = reader;
  }

  async of(place: number | undefined): Promise<readonly EventRow[]> {
    const found: EventRow[] = [];
    if (place === undefined) return found;
    do if (this.#takeRows(place, found)) return found;
    while (await this.#hasMore());
    return found;
  }

  async finish(): Promise<void> {
    await this.of(Number.POSITIVE_INFINITY);
  }

  async close(): Promise<void> {
    await this.#batches.return(undefined);
  }

  /** Takes the rows in hand up to a place; whether one of them is beyond it. */
  #takeRows(place: number, found: EventRow[]): boolean {
    const reader = this.#reader;
    for (; this.#at < this.#rows.length; this.#at++) {
      const { cells, line } = this.#rows[this.#at]!;
      const referral = reader.placeOf(reader.eventIdOf(cells));
      if (referral !== undefined && referral > place) return true;
      const event = reader.event(cells, line);
      if (event !== undefined && referral === place) found.push(event);
      else if (event !== undefined) reader.orphan(event);
    }
    return false;
  }

  async #hasMore(): Promise<boolean> {
    const { done, value } = await this.#batches.next();
    this.#rows = done === true ? [] : value;
    this.#at = 0;
    return done !== true;
  }
}

/** An event, and the place of its referral. */
type Placed = readonly [place: number, event: EventRow];

/** So many events are held in memory while they are sorted. */
const HELD = 100_000;
/** So many are read from the temporary file together. */
const TOGETHER = 500;

/**
 * Events in any order. A few are sorted in memory; of many, so many at a time are sorted and written to a temporary
 * file, of which each part is then read side by side with the others.
 */
export class SortedEvents implements EventSource {
  readonly #reader: RowReader;
  readonly #parts: SortedPart[] = [];
  #file: TemporaryFile | undefined;

  private constructor(reader: RowReader) {
    this.#reader = reader;
  }

  /** Events in any order; so many are held at a time. */
  static async of(batches: Batches, reader: RowReader, most = HELD): Promise<SortedEvents> {
    const sorted = new SortedEvents(reader);
    try {
      let held: Placed[] = [];
      for await (const rows of batches) {
        sorted.#take(rows, held);
        if (held.length < most) continue;
        sorted.#putAside(held);
        held = [];
      }
      sorted.#parts.push(new SortedPart([inOrder(held)]));
    } catch (error) {
      await sorted.close();
      throw error;
    }
    return sorted;
  }

  async of(place: number | undefined): Promise<readonly EventRow[]> {
    const found: EventRow[] = [];
    if (place !== undefined) for (const part of this.#parts) part.take(place, found);
    return found;
  }

  async finish(): Promise<void> {}

  async close(): Promise<void> {
    this.#file?.close();
    this.#file = undefined;
  }

  #take(rows: readonly TableRow[], held: Placed[]): void {
    const reader = this.#reader;
    for (const { cells, line } of rows) {
      const event = reader.event(cells, line);
      if (event === undefined) continue;
      const place = reader.placeOf(event.journey);
      if (place === undefined) reader.orphan(event);
      else held.push([place, event]);
    }
  }

  #putAside(held: Placed[]): void {
    this.#file ??= new TemporaryFile();
    const file = this.#file;
    const sorted = inOrder(held);
    const places: Place[] = [];
    for (let at = 0; at < sorted.length; at += TOGETHER)
      places.push(file.write(JSON.stringify(sorted.slice(at, at + TOGETHER))));
    this.#parts.push(new SortedPart(read(file, places)));
  }
}

/** By the place of the referral; those of one referral as they came. */
function inOrder(events: Placed[]): Placed[] {
  return events.sort(([one], [other]) => one - other);
}

function* read(file: TemporaryFile, places: readonly Place[]): Generator<readonly Placed[]> {
  for (const place of places) yield JSON.parse(file.read(place));
}

/** A part of the events in the order of their referrals, many at a time. */
class SortedPart {
  readonly #batches: Iterator<readonly Placed[]>;
  #events: readonly Placed[] = [];
  #at = 0;

  constructor(batches: Iterable<readonly Placed[]>) {
    this.#batches = batches[Symbol.iterator]();
    this.#advance();
  }

  /** Takes the events of a place, which is not before the one asked for last. */
  take(place: number, found: EventRow[]): void {
    while (this.#at < this.#events.length && this.#events[this.#at]![0] <= place) {
      const [own, event] = this.#events[this.#at]!;
      if (own === place) found.push(event);
      this.#at++;
      if (this.#at === this.#events.length) this.#advance();
    }
  }

  #advance(): void {
    this.#events = this.#batches.next().value ?? [];
    this.#at = 0;
  }
}
