import { capitalised, joined, lowered } from "../rules/index.js";
import { countWords } from "./count-prose.js";
import { day, namedOn } from "./dates.js";
import type { Named, Piece } from "./explanation.js";

/**
 * How each piece of work stands, due date by due date, in whole sentences: `Two working days later is Wed
 * 3 Mar 2021: acknowledged Wed 3 Mar 2021.` An anchor that has just been named is not named again.
 */
export function workByDueDate(work: readonly Piece[], named: Named | undefined): string {
  let last = named;
  const sentences: string[] = [];
  for (const pieces of alike(work)) {
    const [{ anchor, count }] = pieces as [Piece];
    if (!isSame(anchor, last)) sentences.push(`${namedOn(anchor)}.`);
    const again = isSame(anchor, last) && sentences.length > 0;
    last = anchor;
    const standing = together(pieces);
    sentences.push(
      count === undefined ? `${capitalised(standing)}.` : `${countWords(count, anchor, again)}: ${standing}.`,
    );
  }
  return sentences.join(" ");
}

function together(pieces: readonly Piece[]): string {
  const words = pieces.map(pieceWords);
  return pieces.some(({ endedBy }) => endedBy !== undefined) ? words.join("; ") : joined(words);
}

/** How each piece stands, without the counting: `Acknowledged Wed 3 Mar 2021; no PRaP update.` */
export function workStanding(work: readonly Piece[]): string {
  return `${capitalised(work.map(pieceWords).join("; "))}.`;
}

/** Pieces with the same anchor and the same count, in order. */
function alike(work: readonly Piece[]): Piece[][] {
  const groups = new Map<string, Piece[]>();
  for (const piece of work) {
    const key = JSON.stringify([piece.anchor, piece.count?.to]);
    groups.set(key, [...(groups.get(key) ?? []), piece]);
  }
  return [...groups.values()];
}

function pieceWords({ absent, doneBy, endedBy }: Piece): string {
  if (doneBy !== undefined) return lowered(namedOn(doneBy));
  const none = lowered(absent);
  return endedBy === undefined
    ? none
    : `${none}, and none owed from ${day(endedBy.on)} (${lowered(endedBy.title)})`;
}

function isSame(one: Named, other: Named | undefined): boolean {
  return one.title === other?.title && one.on === other.on;
}
