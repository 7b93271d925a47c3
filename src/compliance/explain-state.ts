import { stockDay } from "../backlog/index.js";
import { firstOfMonth, isoDate, longDate, monthOf } from "../date/index.js";
import { clocksOf, type Facts, isKnown, type WorkPiece, WorkState, YES } from "../deadlines/index.js";
import type { Explanation, Piece } from "../explanation/index.js";
import {
  type DeadlineRequirement,
  type EventMatch,
  type Programme,
  type ProportionRequirement,
  type Requirement,
  stateTitle,
} from "../rules/index.js";
import { countAfter } from "./counting.js";
import { named } from "./explain-events.js";
import { absentOf } from "./rule-titles.js";

/** The state a share is taken of, whether the journey is in it, and the day it was measured. */
export function stateOf(requirement: Requirement, facts: Facts, programme: Programme): Explanation["state"] {
  if (requirement.kind !== "proportion" || !("in" in requirement.share)) return undefined;
  const id = requirement.share.in;
  const day = stockDay(requirement.measured, facts.asAt);
  const { holds } = clocksOf(programme).compiler.state(id);
  return { title: stateTitle(id, programme), in: holds(facts, day) === YES, on: isoDate(day) };
}

/** The pieces of work behind a requirement that looks at a state of work left; undefined for any other. */
export function workOf(requirement: Requirement, facts: Facts, programme: Programme): Piece[] | undefined {
  const id = workStateOf(requirement);
  if (id === undefined || facts.calendar === undefined) return undefined;
  const state = clocksOf(programme).compiler.state(id);
  if (!(state instanceof WorkState)) return undefined;
  return state.pieces(facts).map((piece) => pieceOf(piece, state.overdueOnly, facts, programme));
}

/** Who is counted, where a journey is not, in words that follow "counted here". */
export function amongOf(requirement: Requirement, facts: Facts): string {
  if (requirement.kind === "total") return "is the whole caseload, not one referral";
  const { over, measured } = requirement as ProportionRequirement;
  const day = stockDay(measured, facts.asAt);
  if (over === "received") return `are those received from ${longDate(firstOfMonth(monthOf(day)))} on`;
  const close = `at the close of ${longDate(day)}`;
  return over === "open" ? `are those with work undone ${close}` : `are those received by ${longDate(day)}`;
}

function workStateOf(requirement: Requirement): string | undefined {
  if (requirement.kind === "proportion") return "in" in requirement.share ? requirement.share.in : undefined;
  if (requirement.kind !== "deadline") return undefined;
  const looked = [...requirement.event, ...(requirement.after ?? requirement.before!)];
  return looked.flatMap(stateIn)[0];
}

function stateIn(match: EventMatch): string[] {
  if (typeof match === "string" || "event" in match) return [];
  return ["entering" in match ? match.entering : "leaving" in match ? match.leaving : match.workDone];
}

function pieceOf(
  { clock, isDone, endedAt }: WorkPiece,
  isCounted: boolean,
  facts: Facts,
  programme: Programme,
): Piece {
  const rule = ruleOf(clock.id, programme);
  const ended = endedAt < 0 ? undefined : named(endedAt, facts, programme);
  return {
    requirement: clock.id,
    anchor: named(clock.anchorAt, facts, programme),
    ...(isCounted && clock.length !== undefined && isKnown(clock.due)
      ? { count: countAfter(clock, rule, facts.calendar!, programme) }
      : {}),
    absent: absentOf(rule, programme)!,
    ...(ended === undefined ? {} : isDone ? { doneBy: ended } : { endedBy: ended }),
  };
}

function ruleOf(id: string, { standards }: Programme): DeadlineRequirement {
  const rules = standards.flatMap(({ requirements }) => requirements);
  return rules.find((rule) => rule.id === id) as DeadlineRequirement;
}
