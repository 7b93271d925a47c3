import { defined } from "./defined.js";
import { type FaultDetail, ProgrammeFault } from "./fault.js";

/** A word that is none of those allowed; where there are none, `allowed` says why. */
interface UnknownWord extends Omit<FaultDetail, "allowed" | "nearest"> {
  readonly written: unknown;
  readonly allowed: readonly string[] | string;
}

const LISTED = 10;

/**
 * The fault about a word that is not on a list, with the one that may have been meant. The fault has the list
 * whole, its message as much of it as a person reads.
 */
export function unknownWord({ written, allowed, ...fault }: UnknownWord): ProgrammeFault {
  if (typeof allowed === "string") return new ProgrammeFault({ ...fault, allowed });
  const near = typeof written === "string" ? nearest(written, allowed) : undefined;
  const detail = defined({ ...fault, allowed: allowed.join(", "), nearest: near });
  const meant = near === undefined ? "" : ` Did you mean ${near}?`;
  const problem = `Not accepted: ${fault.given}.${meant}`;
  if (near !== undefined && allowed.length > LISTED) return new ProgrammeFault(detail, problem);
  return new ProgrammeFault(detail, `${problem} Expected ${listed(allowed)}. ${fault.todo}`);
}

/** The words of a list, as many as a person reads. */
export function listed(words: readonly unknown[]): string {
  const more = words.length - LISTED;
  return more > 0 ? `${words.slice(0, LISTED).join(", ")} (and ${more} more)` : words.join(", ");
}

/**
 * Of a list, the word that a slip may have meant: the one that differs in the fewest letters, else the one
 * that has the word as a part; undefined where none is near, or two are as near.
 */
export function nearest(word: string, words: readonly string[]): string | undefined {
  const wanted = word.toLowerCase();
  const within = Math.max(1, Math.min(3, Math.floor(wanted.length / 3)));
  let best: string[] = [];
  let least = within;
  for (const each of words) {
    if (Math.abs(each.length - wanted.length) > within) continue;
    const slips = slipsBetween(wanted, each.toLowerCase());
    if (slips > least || slips === each.length) continue;
    best = slips < least ? [each] : [...best, each];
    least = slips;
  }
  if (best.length === 0 && wanted.length > 3)
    best = words.filter((each) => each.toLowerCase().includes(wanted));
  return best.length === 1 ? best[0] : undefined;
}

/**
 * The word of a list that a piece of data may stand for, so that it must not count as another: the same but for case,
 * spaces, hyphens, or at most two letters and a quarter of its length; else the one that `nearest` asks about.
 * Undefined where none is, or two are.
 */
export function meantBy(word: string, words: readonly string[]): string | undefined {
  const plain = (text: string) => text.toLowerCase().replace(/[\s_-]/g, "");
  const wanted = plain(word);
  const within = Math.min(2, Math.floor(wanted.length / 4));
  const slips = words.map((each) => {
    const other = plain(each);
    // Each letter more or less is a slip.
    return Math.abs(other.length - wanted.length) > within
      ? Number.POSITIVE_INFINITY
      : slipsBetween(wanted, other);
  });
  const least = Math.min(within, ...slips);
  const near = words.filter((_each, i) => slips[i] === least && least <= within);
  if (near.length > 0) return near.length === 1 ? near[0] : undefined;
  return nearest(word, words);
}

/** How many letters must be put in, left out, changed, or exchanged with their neighbour to make one word of another. */
function slipsBetween(one: string, other: string): number {
  let before: number[] = [];
  let row = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (let i = 1; i <= one.length; i++) {
    const next = [i];
    for (let j = 1; j <= other.length; j++) {
      const changed = row[j - 1]! + (one[i - 1] === other[j - 1] ? 0 : 1);
      const isExchanged = i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1];
      const exchanged = isExchanged ? before[j - 2]! + 1 : changed;
      next.push(Math.min(changed, exchanged, row[j]! + 1, next[j - 1]! + 1));
    }
    [before, row] = [row, next];
  }
  return row[other.length]!;
}
