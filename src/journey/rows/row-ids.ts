import { LongList } from "../long-list.js";

/**
 * The ids of rows, in the order of their first rows, and where those stand. As long as ids rise, as in a sorted file,
 * they are found by halving; only where they do not is a map made of them. Of each id one text is kept, for whoever
 * keeps ids to share.
 */
export class RowIds {
  readonly #ids = new LongList<string>();
  readonly #places = new LongList<number>();
  #positions: Map<string, number> | undefined;
  /** Where the id looked up last stands: rows and their events mostly come in one order. */
  #last = 0;

  /** Takes the id of a row, and gives its position among the ids: that of its first row. */
  take(id: string, place: number): number {
    const found = this.#find(id);
    if (found !== undefined) return found;
    const position = this.#ids.length;
    if (position > 0 && id < this.#ids.at(position - 1)) this.#positions ??= positionsOf(this.#ids);
    const kept = apart(id);
    this.#positions?.set(kept, position);
    this.#ids.push(kept);
    this.#places.push(place);
    this.#last = position;
    return position;
  }

  /** The id at a position. */
  idAt(position: number): string {
    return this.#ids.at(position);
  }

  /** Where the first row of the id at a position stands. */
  placeAt(position: number): number {
    return this.#places.at(position);
  }

  /** Where the first row of an id stands; undefined for an id that no row has had so far. */
  placeOf(id: string): number | undefined {
    const position = this.#find(id);
    return position === undefined ? undefined : this.#places.at(position);
  }

  #find(id: string): number | undefined {
    const ids = this.#ids;
    const last = this.#last;
    if (last < ids.length && ids.at(last) === id) return last;
    const isNext = last + 1 < ids.length && ids.at(last + 1) === id;
    const found = isNext ? last + 1 : this.#lookUp(id);
    if (found !== undefined) this.#last = found;
    return found;
  }

  #lookUp(id: string): number | undefined {
    if (this.#positions !== undefined) return this.#positions.get(id);
    const ids = this.#ids;
    if (ids.length === 0 || id > ids.at(ids.length - 1)) return undefined;
    let low = 0;
    let high = ids.length - 1;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (ids.at(middle) < id) low = middle + 1;
      else high = middle;
    }
    return ids.at(low) === id ? low : undefined;
  }
}

function positionsOf(ids: LongList<string>): Map<string, number> {
  const positions = new Map<string, number>();
  for (let position = 0; position < ids.length; position++) positions.set(ids.at(position), position);
  return positions;
}

/** A text of its own: one cut from a file may hold all that was read with it in memory. */
function apart(text: string): string {
  return ` ${text}`.slice(1);
}
