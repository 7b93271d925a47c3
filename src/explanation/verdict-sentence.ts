import { capitalised, counted, formatCitation, joined, lowered } from "../rules/index.js";
import { day, namedOn } from "./dates.js";
import { countWords, notCounted } from "./day-count-sentence.js";
import type {
  ExplainedEvent,
  ExplainedPart,
  ExplainedWork,
  Explanation,
  UnmetCondition,
} from "./explanation.js";

/** What a sentence is made from. */
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

function anchorClause({ anchor, countedFrom, count }: Facts): string {
  if (anchor === undefined) return "";
  const known =
    anchor.knownOn === undefined || anchor.knownOn === anchor.on ? "" : `, known ${day(anchor.knownOn)}`;
  const moved =
    count?.movedFrom === undefined
      ? ""
      : `; that is not a working day${notCounted(count.movedOver ?? [])}, so its clock starts ${day(count.from)}`;
  const later = countedFrom === undefined ? "" : ` ${namedOn(countedFrom)}.`;
  return `${namedOn(anchor)}${known}${moved}.${later}`;
}

/**
 * How each piece of work stands, due date by due date, in whole sentences: `Two working days later is Wed
 * 3 Mar 2021: acknowledged Wed 3 Mar 2021.` An anchor that has just been named is not named again.
 */
function workByDueDate(work: readonly ExplainedWork[], named: ExplainedEvent | undefined): string {
  let last = named;
  const sentences: string[] = [];
  for (const pieces of alike(work)) {
    const [{ anchor, count }] = pieces as [ExplainedWork];
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

function together(pieces: readonly ExplainedWork[]): string {
  const words = pieces.map(pieceWords);
  return pieces.some(({ endedBy }) => endedBy !== undefined) ? words.join("; ") : joined(words);
}

/** How each piece stands, without the counting: `Acknowledged Wed 3 Mar 2021; no PRaP update.` */
function workStanding(work: readonly ExplainedWork[]): string {
  return `${capitalised(work.map(pieceWords).join("; "))}.`;
}

/** Pieces with the same anchor and the same count, in order. */
function alike(work: readonly ExplainedWork[]): ExplainedWork[][] {
  const groups = new Map<string, ExplainedWork[]>();
  for (const piece of work) {
    const key = JSON.stringify([piece.anchor, piece.count?.to]);
    groups.set(key, [...(groups.get(key) ?? []), piece]);
  }
  return [...groups.values()];
}

function pieceWords({ absent, doneBy, endedBy }: ExplainedWork): string {
  if (doneBy !== undefined) return lowered(namedOn(doneBy));
  const none = lowered(absent);
  return endedBy === undefined
    ? none
    : `${none}, and none owed from ${day(endedBy.on)} (${lowered(endedBy.title)})`;
}

function isSame(one: ExplainedEvent, other: ExplainedEvent | undefined): boolean {
  return one.title === other?.title && one.on === other.on;
}

/** What happened or did not, and what that comes to. */
function verdictClause(facts: Facts): string {
  const by = REASONS[facts.reason ?? facts.verdict];
  return by === undefined ? `${capitalised(facts.verdict)}.` : by(facts);
}

const REASONS: Readonly<Record<string, (facts: Facts) => string>> = {
  met: metClause,
  late: (facts) => `${done(facts)}: not met, ${distance(facts)} late.`,
  "not-done": notDoneClause,
  "outside-window": (facts) => `${done(facts)}, before the window opened: not met.`,
  "part-missing": (facts) => `${done(facts)}. Missing: ${missingParts(facts.parts ?? [])}: not met.`,
  "not-yet-due": pendingClause,
  "clock-never-started": (facts) => `${neverStarted(facts)}: not applicable.`,
  condition: (facts) => `This applies only ${unmetWords(facts.conditions)}: not applicable.`,
  excused: excusedClause,
  stopped: (facts) => `${done(facts)}, which stops the clock: not applicable.`,
  "state-ended": (facts) => `${done(facts)}, which ends it before it was due: not applicable.`,
  "nothing-to-count": ({ among }) => `Counted here ${among ?? "are others only"}: not applicable.`,
  "missing-data": missingClause,
  "not-recorded": missingClause,
  "id-twice": missingClause,
  "missing-parameter": openClause,
  "needs-review": reviewClause,
  "leaving-not-recorded": unrecordedClause,
};

function excusedClause(facts: Facts): string {
  const isBeforehand = (facts.decidedBy?.on ?? "") < (facts.anchor?.on ?? "");
  return `${done(facts)}, ${isBeforehand ? "beforehand" : "while it was still open"}: excused, not applicable.`;
}

function metClause(facts: Facts): string {
  const { parts, spare, opensOn } = facts;
  if (facts.state !== undefined) return `${stateWords(facts)}: met.`;
  if (parts !== undefined) return `${done(facts)}. ${capitalised(heldParts(parts))}: met.`;
  if (spare === undefined || opensOn !== undefined) return `${done(facts)}: met.`;
  return `${done(facts)}: met, ${spare.count === 0 ? "on the last day" : `${distance(facts)} to spare`}.`;
}

function notDoneClause(facts: Facts): string {
  if (facts.state !== undefined) return `${stateWords(facts)}: not met.`;
  if (facts.decidedBy !== undefined) return `${done(facts)}, which counts against the share: not met.`;
  const when = facts.parts === undefined ? "by then" : `as at ${day(facts.asAt)}`;
  return `${facts.absent ?? "Nothing"} ${when}${offTheList(facts)}: not met.`;
}

function pendingClause(facts: Facts): string {
  const asAt = `As at ${day(facts.asAt)}`;
  if (facts.conditions !== undefined)
    return `${asAt} it is still open whether this applies (only ${unmetWords(facts.conditions)}): pending.`;
  if (facts.spare === undefined) return `${asAt} still open: pending.`;
  const left = facts.spare.count <= 0 ? "due that day" : `${distance(facts)} left`;
  return `${asAt} still open, ${left}${offTheList(facts)}: pending.`;
}

/** That nothing of it is left to do, though the verdict stays: ` (off the worklist from Mon 12 Apr 2021: PRaP updated)`. */
function offTheList({ endedBy }: Facts): string {
  return endedBy === undefined ? "" : ` (off the worklist from ${day(endedBy.on)}: ${endedBy.title})`;
}

function unmetWords(conditions: readonly UnmetCondition[] = []): string {
  return joined(
    conditions.map(({ words, shownBy }) =>
      shownBy === undefined ? words : `${words} (${lowered(namedOn(shownBy))})`,
    ),
  );
}

/** The as-at day is not over; any day before it has closed. */
function stateWords({ state, asAt }: Facts): string {
  const when = state!.on === asAt ? "as at" : "at the close of";
  return `${capitalised(state!.in ? state!.title : `not ${lowered(state!.title)}`)} ${when} ${day(state!.on)}`;
}

function neverStarted({ waitsFor, stillIn }: Facts): string {
  if (stillIn !== undefined) return `Still ${lowered(stillIn)}, so the clock never started`;
  return waitsFor === undefined || waitsFor.length === 0
    ? "What this looks at has not happened"
    : `${joined(
        waitsFor.map((title) => `"${title}"`),
        "or",
      )} is not recorded, so the clock never started`;
}

function missingClause(facts: Facts): string {
  const untold = partsSaid(facts.parts ?? [], "not-recorded");
  if (untold !== "" && facts.decidedBy !== undefined)
    return `${done(facts)}. The record does not tell whether ${untold}: undetermined.`;
  const missing = facts.missing ?? [];
  return missing.length === 0
    ? "A record that decides this is missing, cannot be read or contradicts another: undetermined."
    : `${capitalised(joined(missing))}: undetermined.`;
}

function openClause({ open }: Facts): string {
  const why = open === undefined ? "withheld" : open.value.open.replace("-", " ");
  return `The source does not give ${open?.address ?? "a value"} (${why}): undetermined until a variation supplies it.`;
}

function reviewClause(facts: Facts): string {
  const what =
    facts.parts === undefined ? "whether the same day was in time" : partsSaid(facts.parts, "not-attested");
  return `${facts.decidedBy === undefined ? "" : `${done(facts)}. `}A person must look: ${what}. Nobody has attested it: undetermined.`;
}

/** Without an anchor it is the leaving itself that is counted from, and that day stands in for it. */
function unrecordedClause({ stayedUntil, anchor, dueOn }: Facts): string {
  const { absent, on } = stayedUntil!;
  const isCounted = anchor === undefined && dueOn !== undefined && dueOn !== on;
  const due = isCounted ? `; counted from that day, this is due by ${day(dueOn)}` : "";
  return `${absent} is recorded, and the longest stay ended ${day(on)}${due}: undetermined.`;
}

function done({ decidedBy }: Facts): string {
  if (decidedBy === undefined) return "Done";
  const { on, knownOn } = decidedBy;
  return `${namedOn(decidedBy)}${knownOn === undefined || knownOn === on ? "" : `, known ${day(knownOn)}`}`;
}

function distance({ spare }: Facts): string {
  return spare === undefined ? "some days" : counted(Math.abs(spare.count), spare.unit);
}

/** What was attested and what the record shows, as clauses: `attested Thu 1 Apr 2021 that …`. */
function heldParts(parts: readonly ExplainedPart[]): string {
  const recorded = parts.filter(({ standing }) => standing === "recorded").map(({ says }) => says);
  const days = [...new Set(parts.flatMap(({ standing, on }) => (standing === "attested" ? [on!] : [])))];
  const attested = days.map((on) => {
    const says = parts.filter((part) => part.standing === "attested" && part.on === on);
    return `attested ${day(on)} that ${joined(says.map((part) => part.says))}`;
  });
  return joined([
    ...(recorded.length === 0 ? [] : [`the record shows that ${joined(recorded)}`]),
    ...attested,
  ]);
}

/** The parts that are missing, each with how that is known. */
function missingParts(parts: readonly ExplainedPart[]): string {
  const denied = parts.filter(({ standing }) => standing === "denied");
  return denied
    .map(({ says, on }) => `${says} (${on === undefined ? "by the record" : `as attested ${day(on)}`})`)
    .join("; ");
}

/** The parts of one standing, as they are said. */
function partsSaid(parts: readonly ExplainedPart[], standing: ExplainedPart["standing"]): string {
  return joined(parts.filter((part) => part.standing === standing).map(({ says }) => says));
}
