import { dutiesOf } from "./addresses.js";
import { isOpen } from "./citation.js";
import type { Length, MonthDay } from "./length.js";
import type { Match } from "./match.js";
import type { Programme } from "./programme.js";
import { refuseNotProgramme } from "./programme-argument.js";
import type { Deadline, Requirement } from "./requirement.js";
import { requirementUses, stateUses } from "./uses.js";
import { overlaps, type Reading, readingSets } from "./variation.js";

/**
 * The open readings on which the result of a requirement can depend, in the programme's order. It is
 * told from what their answers change: the requirement itself, a state or other work it looks at, or
 * how its days are counted.
 */
export function readingsBehind(programme: Programme, requirement: string): Reading[] {
  refuseNotProgramme(programme);
  const part = dutiesOf(programme).find(({ id }) => id === requirement);
  if (part === undefined) return [];
  const touched = new Set<string>();
  touched.add(part.id);
  touchBehind(programme, part, touched);
  return programme.readings.filter((reading) =>
    readingSets(reading).some((field) => [...touched].some((address) => overlaps(field, address))),
  );
}

function touchBehind(programme: Programme, part: Requirement, touched: Set<string>): void {
  if (part.kind === "deadline" || part.kind === "cadence") touched.add("programme.calendars");
  for (const field of conventionsOf(programme, part)) touched.add(field);
  for (const state of requirementUses(part).states) touchState(programme, state, touched);
  if (part.kind === "proportion" && "met" in part.share) touchPart(programme, part.share.met, touched);
}

function touchState(programme: Programme, id: string, touched: Set<string>): void {
  const state = programme.states.find((each) => each.id === id);
  if (state === undefined || touched.has(id)) return;
  touched.add(id);
  for (const other of stateUses(state).states) touchState(programme, other, touched);
  if ("work" in state) for (const { requirement } of state.work) touchPart(programme, requirement, touched);
}

/** What decides whether another requirement's case is met, as against how cases are scored. */
const CLOCK_FIELDS = [
  "event",
  "all",
  "after",
  "before",
  "anchorDate",
  "within",
  "atLeast",
  "exceptions",
  "early",
  "excusedBy",
  "owedAfterLeaving",
  "when",
] as const;

function touchPart(programme: Programme, id: string, touched: Set<string>): void {
  const part = dutiesOf(programme).find((each) => each.id === id);
  if (part === undefined) return;
  for (const field of CLOCK_FIELDS) touched.add(`${part.id}.${field}`);
  touchBehind(programme, part, touched);
}

/** The conventions a deadline is counted by. */
function conventionsOf({ conventions }: Programme, part: Requirement): string[] {
  if (part.kind !== "deadline" || part.after === undefined) return [];
  const anchors = part.after.map(kindOf);
  const inWorkingDays = lengthsOf(part).some((length) => "workingDays" in length);
  const isReceipt = inWorkingDays && anchors.some((kind) => conventions.receipts.includes(kind));
  const isLeaving = anchors.some((kind) => conventions.leaving.includes(kind));
  const about = part.subject === undefined || part.subject === "referral";
  return [
    ...(inWorkingDays ? ["conventions.countingDay"] : []),
    ...(isReceipt ? ["conventions.receiptOnNonWorkingDay"] : []),
    ...(about && !isLeaving && part.owedAfterLeaving !== true ? ["conventions.leavingExcuses"] : []),
  ];
}

function lengthsOf({ within, atLeast, exceptions = [] }: Deadline): (Length | MonthDay)[] {
  const found = [within, atLeast, ...exceptions.map((each) => each.within)];
  return found.flatMap((length) => (length === undefined || isOpen(length) ? [] : [length]));
}

function kindOf(match: Match): string {
  if (typeof match === "string") return match;
  return "event" in match ? match.event : "";
}

/**
 * The kinds of event that can decide a requirement: its own, those of the states and of the other work it
 * looks at, and the leavings that excuse it. A source of data without them leaves it undetermined or undone.
 *
 * @returns ids in alphabetical order; none for a requirement the programme does not have.
 */
export function eventsBehind(programme: Programme, requirement: string): string[] {
  refuseNotProgramme(programme);
  const seen = new Set<string>();
  const kinds = new Set<string>();
  visit(programme, requirement, seen, kinds);
  return [...kinds].sort();
}

function visit(programme: Programme, id: string, seen: Set<string>, kinds: Set<string>): void {
  if (seen.has(id)) return;
  seen.add(id);
  const state = programme.states.find((each) => each.id === id);
  const part = dutiesOf(programme).find((each) => each.id === id);
  const uses = state === undefined ? part && requirementUses(part) : stateUses(state);
  for (const kind of uses?.kinds ?? []) kinds.add(kind);
  if (part !== undefined && isLeavable(programme, part))
    for (const kind of programme.conventions.leaving) kinds.add(kind);
  if (part !== undefined && isAttested(programme, part)) kinds.add(ATTESTED);
  const work = state !== undefined && "work" in state ? state.work.map(({ requirement }) => requirement) : [];
  const shared = part?.kind === "proportion" && "met" in part.share ? [part.share.met] : [];
  for (const next of [...(uses?.states ?? []), ...work, ...shared]) visit(programme, next, seen, kinds);
}

const ATTESTED = "attested";

/** Whether people attest parts of its record. */
function isAttested({ events }: Programme, part: Requirement): boolean {
  return (
    part.kind === "content" &&
    part.parts.some(({ check }) => check === "human") &&
    events.some(({ id }) => id === ATTESTED)
  );
}

function isLeavable({ conventions }: Programme, part: Requirement): boolean {
  if (part.kind !== "deadline" || !conventions.leavingExcuses) return false;
  return part.after !== undefined && part.owedAfterLeaving !== true;
}
