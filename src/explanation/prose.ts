import { formatCitation } from "../rules/index.js";
import { countWords, notCounted } from "./count-prose.js";
import { day, namedOn } from "./dates.js";
import type { Explanation } from "./explanation.js";
import { verdictClause } from "./verdict-prose.js";
import { workByDueDate, workStanding } from "./work-prose.js";

type Facts = Omit<Explanation, "sentence">;

/** The one plain sentence (or two) of an explanation: anchor, counting, what was done, verdict, source. */
export function sentenceOf(facts: Facts): string {
  const citation = facts.citation === undefined ? "[assumed]" : formatCitation(facts.citation);
  const projected = facts.projected
    ? "Bank holidays so far ahead are not published yet: this date is projected."
    : "";
  return [...clauses(facts), verdictClause(facts), projected, citation]
    .filter((clause) => clause !== "")
    .join(" ");
}

/** Work explains a derived anchor before it is named, a state after it, and a derived doing last. */
function clauses(facts: Facts): string[] {
  const { anchor, count, work, state } = facts;
  const counting = count === undefined || anchor === undefined ? "" : `${countWords(count, anchor)}.`;
  if (work === undefined || work.length === 0) return [anchorClause(facts), counting];
  if (state !== undefined) return [anchorClause(facts), workByDueDate(work, anchor)];
  const isDerived = anchor !== undefined && work.some((piece) => piece.anchor.title !== anchor.title);
  return isDerived
    ? [workByDueDate(work, undefined), anchorClause(facts), counting]
    : [anchorClause(facts), counting, workStanding(work)];
}

function anchorClause({ anchor, count }: Facts): string {
  if (anchor === undefined) return "";
  const known =
    anchor.knownOn === undefined || anchor.knownOn === anchor.on ? "" : `, known ${day(anchor.knownOn)}`;
  const moved =
    count?.movedFrom === undefined
      ? ""
      : `; that is not a working day${notCounted(count.movedOver ?? [])}, so its clock starts ${day(count.from)}`;
  return `${namedOn(anchor)}${known}${moved}.`;
}
