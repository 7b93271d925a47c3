import { stockDay } from "../../backlog/index.js";
import { firstOfMonth, isoDate, longDate, monthOf } from "../../date/index.js";
import {
  type CompiledState,
  type Compiler,
  clocksOf,
  type Facts,
  type Matches,
  NEVER,
  NO,
  UNKNOWN,
  WorkState,
  YES,
} from "../../deadlines/index.js";
import type { Explanation } from "../../explanation/index.js";
import { isCeiling, type Programme, type ProportionRequirement, stateTitle } from "../../rules/index.js";
import {
  type Assess,
  type Case,
  CLOCK_NEVER_STARTED,
  type Code,
  IS_MET,
  MISSING_DATA,
  NOT_DONE,
  NOT_YET_DUE,
  NOTHING_TO_COUNT,
  noCase,
  whyUncertain,
} from "../verdict.js";

type Decide = (facts: Facts, found: Case) => Code;

/**
 * A share of a population: each journey of it is one case. In a state (as at the as-at day,
 * or at the close of the last month's end) it is met when it is where it should be; reaching an event, when it has
 * reached it, and until then it is open; a share that meets another requirement has its cases.
 */
export function assessProportion(
  rule: ProportionRequirement,
  compiler: Compiler,
  assessOf: (requirement: string) => Assess,
): Assess {
  if ("met" in rule.share) return assessOf(rule.share.met);
  const among = compiler.matches(rule.among);
  const decide =
    "in" in rule.share
      ? stock(rule, rule.share.in, compiler)
      : reaching(rule, compiler.matches(rule.share.reaching));
  const found = noCase(1);
  return (facts, emit) => {
    found.anchorAt = among.next(facts, -1);
    found.anchorDay = found.anchorAt < 0 ? NEVER : facts.on[found.anchorAt]!;
    found.done = NEVER;
    found.doneAt = -1;
    emit(
      found.anchorAt < 0 ? (whyUncertain(among, facts) ?? CLOCK_NEVER_STARTED) : decide(facts, found),
      found,
      facts,
    );
  };
}

function stock(rule: ProportionRequirement, id: string, compiler: Compiler): Decide {
  const state = compiler.state(id);
  const bad = isCeiling(rule.target) ? YES : NO;
  return (facts, { anchorDay }) => {
    const day = stockDay(rule.measured, facts.asAt);
    if (!isAmong(rule, anchorDay, day, state, facts)) return NOTHING_TO_COUNT;
    const holds = state.holds(facts, day);
    if (holds === UNKNOWN) return whyUnknown(state, facts);
    return holds === bad ? NOT_DONE : IS_MET;
  };
}

/** Why nobody knows whether a state holds. */
export function whyUnknown(state: CompiledState, facts: Facts): Code {
  return (facts.calendar && whyUncertain(state, facts)) ?? MISSING_DATA;
}

function reaching(rule: ProportionRequirement, events: Matches): Decide {
  const reached = isCeiling(rule.target) ? NOT_DONE : IS_MET;
  return (facts, found) => {
    const day = events.firstDay(facts);
    if (day === undefined) return whyUncertain(events, facts) ?? NOT_YET_DUE;
    found.done = day;
    found.doneAt = events.next(facts, -1);
    return found.doneAt >= 0 && facts.isDoubtful(found.doneAt) ? MISSING_DATA : reached;
  };
}

function isAmong(
  rule: ProportionRequirement,
  received: number,
  day: number,
  state: CompiledState,
  facts: Facts,
): boolean {
  if (received > day) return false;
  if (rule.over === "received") return received >= firstOfMonth(monthOf(day));
  if (rule.over !== "open" || !(state instanceof WorkState)) return true;
  const done = state.done(facts);
  return done === undefined || done > day;
}

/** The state that a share is taken of, whether the journey is in it, and the day it was measured. */
export function stateOf(
  { share, measured }: ProportionRequirement,
  facts: Facts,
  programme: Programme,
): Explanation["state"] {
  if (!("in" in share)) return undefined;
  const { in: id } = share;
  const day = stockDay(measured, facts.asAt);
  const { holds } = clocksOf(programme).compiler.state(id);
  return { title: stateTitle(id, programme), in: holds(facts, day) === YES, on: isoDate(day) };
}

/** Who is counted in a share of a state. */
export function amongWords({ over, measured }: ProportionRequirement, facts: Facts): string {
  const day = stockDay(measured, facts.asAt);
  if (over === "received") return `are those received from ${longDate(firstOfMonth(monthOf(day)))} on`;
  const when = day === facts.asAt ? "as at" : "at the close of";
  return over === "open"
    ? `are those with work undone ${when} ${longDate(day)}`
    : `are those received by ${longDate(day)}`;
}
