import { ProgrammeFault } from "../fault.js";
import { compareShare, parsePercent } from "../quantity/index.js";
import { unknownWord } from "../unknown-word.js";
import { addresses, dutiesOf, requirementsOf } from "./addresses.js";
import { type Citation, type Grounded, isOpen } from "./citation.js";
import { allUses, matchUses, statesUsed, stateUses, type Uses } from "./names-used.js";
import type { MinimumPerformanceLevel, Outcome } from "./outcome.js";
import type { Programme } from "./programme.js";
import type { Regime } from "./regime.js";
import { kindOf, requirementUses } from "./requirement-kinds.js";
import type { State } from "./state.js";

type Names = ReadonlySet<string>;

/** Every name a programme uses must be there: event kinds, states, groups, requirements, sources; ids once. */
export function checkReferences(programme: Programme): void {
  refuseTwice(addresses(programme), idTwice);
  refuseTwice(
    programme.events.map(({ id }) => id),
    eventTwice,
  );
  const names = {
    "event kind": new Set(programme.events.map(({ id }) => id)),
    state: new Set(programme.states.map(({ id }) => id)),
    group: new Set(programme.groups.map(({ id }) => id)),
    "longest stay": new Set(programme.stays.map(({ state }) => state)),
  };
  for (const [address, { kinds, states, groups, stays }] of uses(programme)) {
    for (const kind of kinds) refuseUnknown(address, kind, "event kind", names["event kind"]);
    for (const state of states) refuseUnknown(address, state, "state", names.state);
    for (const group of groups) refuseUnknown(address, group, "group", names.group);
    for (const stay of stays) refuseUnknown(address, stay, "longest stay", names["longest stay"]);
  }
  for (const state of programme.states) checkWork(programme, state);
  refuseCircles(programme);
  for (const { id, ascending, values = {} } of programme.events)
    if (ascending !== undefined)
      refuseUnknown(`events.${id}`, ascending, "field with values", new Set(Object.keys(values)));
  checkParts(programme);
  checkRegime(programme, names.group);
  checkGrounds(programme);
}

function checkParts(programme: Programme): void {
  const between: Names = new Set(programme.states.filter((state) => !("work" in state)).map(({ id }) => id));
  const requirements: Names = new Set(requirementsOf(programme).map(({ id }) => id));
  for (const { state, longer } of programme.stays)
    for (const each of longer === undefined ? [state] : [state, longer.while])
      refuseUnknown("programme.stays", each, "state between events", between);
  for (const each of programme.states)
    for (const state of stateUses(each).statesBetween)
      refuseUnknown(each.id, state, "state between events", between);
  for (const part of dutiesOf(programme)) {
    const fault = kindOf(part).fault?.(part);
    if (fault !== undefined) throw fault;
    if (part.kind === "deadline" && part.after !== undefined && (part.within ?? part.atLeast) === undefined)
      throw endless(part.id);
    const named = requirementUses(part);
    for (const state of named.statesBetween) refuseUnknown(part.id, state, "state between events", between);
    for (const other of named.requirements) refuseUnknown(part.id, other, "requirement", requirements);
  }
}

function uses(programme: Programme): [string, Uses][] {
  const { conventions, cohortBy, indicators = [] } = programme;
  return [
    ...dutiesOf(programme).map((part): [string, Uses] => [part.id, requirementUses(part)]),
    ...programme.states.map((state): [string, Uses] => [state.id, stateUses(state)]),
    ["conventions", matchUses([...conventions.receipts, ...conventions.leaving])],
    ["programme.cohortBy", matchUses(cohortBy === undefined ? [] : [cohortBy])],
    ...programme.outcomes.map((outcome): [string, Uses] => [outcome.id, outcomeUses(outcome)]),
    ...indicators.map((indicator): [string, Uses] => [indicator.id, matchUses([indicator.event])]),
    ...programme.events.map((kind): [string, Uses] => [
      `events.${kind.id}`,
      matchUses([
        ...(kind.notBefore ?? []),
        ...(kind.usuallyAfter ?? []),
        ...(kind.expects === undefined ? [] : [kind.expects]),
        ...(kind.implies ?? []).flatMap(({ where, event }) => [{ event: kind.id, where }, event]),
      ]),
    ]),
  ];
}

function outcomeUses({ after, event, claim, inWork }: Outcome): Uses {
  const states = inWork === undefined ? [] : [inWork.state];
  return allUses(matchUses([after, event, ...(claim === undefined ? [] : [claim])]), {
    states,
    statesBetween: states,
  });
}

function refuseTwice(ids: readonly string[], fault: (id: string) => Error): void {
  const seen = new Set<string>();
  for (const id of ids) {
    if (seen.has(id)) throw fault(id);
    seen.add(id);
  }
}

/** The work of a state is deadlines, and none that is counted from the state itself. */
function checkWork(programme: Programme, state: State): void {
  if (!("work" in state)) return;
  const deadlines = new Set(
    requirementsOf(programme)
      .filter(({ kind }) => kind === "deadline")
      .map(({ id }) => id),
  );
  const standards: Names = new Set(programme.standards.map(({ id }) => id));
  for (const standard of state.standards ?? []) refuseUnknown(state.id, standard, "standard", standards);
  for (const { requirement } of state.work) {
    refuseUnknown(state.id, requirement, "deadline requirement", deadlines);
    if (statesOf(programme, requirement).includes(state.id)) throw circularWork(state.id, requirement);
  }
}

/** No state may depend on itself through others: it could never be told. */
function refuseCircles(programme: Programme): void {
  const needs = new Map(programme.states.map((state) => [state.id, neededBy(programme, state)]));
  const told = new Set<string>();
  const tell = (state: string, path: readonly string[]): void => {
    if (path.includes(state)) throw circularState([...path.slice(path.indexOf(state)), state]);
    if (told.has(state)) return;
    for (const other of needs.get(state) ?? []) tell(other, [...path, state]);
    told.add(state);
  };
  for (const { id } of programme.states) tell(id, []);
}

function neededBy(programme: Programme, state: State): readonly string[] {
  const uses = stateUses(state);
  const work = uses.requirements.flatMap((requirement) => statesOf(programme, requirement));
  return [...statesUsed(uses, programme), ...work];
}

function statesOf(programme: Programme, requirement: string): readonly string[] {
  const part = requirementsOf(programme).find(({ id }) => id === requirement);
  return part === undefined ? [] : statesUsed(requirementUses(part), programme);
}

/** What levels, indicators, plans, the pipeline file and the regime name must be there. */
function checkRegime(programme: Programme, group: Names): void {
  const { minimumPerformanceLevels = [], indicators = [], plans = [], pipeline, regime } = programme;
  const outcomes: Names = new Set(programme.outcomes.map(({ id }) => id));
  const levels: Names = new Set(minimumPerformanceLevels.map(({ id }) => id));
  const timed: Names = new Set(dutiesOf(programme).map(({ id }) => id));
  for (const level of minimumPerformanceLevels) {
    refuseUnknown(level.id, level.outcome, "outcome", outcomes);
    if (level.countedIn !== undefined)
      refuseUnknown(level.id, level.countedIn, "minimum performance level", levels);
    const named = [level.scope.group, ...Object.keys(level.byGroup ?? {})];
    for (const name of named) if (name !== undefined) refuseUnknown(level.id, name, "group", group);
    refuseFalling(level);
  }
  for (const { id, scopes } of indicators)
    for (const scope of scopes) if (scope.group !== undefined) refuseUnknown(id, scope.group, "group", group);
  for (const { id, reviewed } of plans)
    if (reviewed !== undefined) refuseUnknown(id, reviewed, "requirement", timed);
  if (pipeline !== undefined) refuseUnknown("pipeline", pipeline.return, "requirement", timed);
  const between: Names = new Set(programme.states.filter((state) => "from" in state).map(({ id }) => id));
  if (regime !== undefined) checkLevels(regime, timed, between);
}

function checkLevels({ levels, duties, meetings, assurance }: Regime, timed: Names, between: Names): void {
  const known: Names = new Set(levels.map(({ id }) => id));
  const dutyIds: Names = new Set(duties.map(({ id }) => id));
  for (const { id, at = [], waiver, requirement, partOf } of duties) {
    if (partOf !== undefined) refuseUnknown(`regime.${id}`, partOf, "duty", dutyIds);
    if (waiver !== undefined) refuseUnknown(`regime.${id}`, waiver.state, "state between events", between);
    for (const level of [...at, ...(waiver?.at ?? [])])
      refuseUnknown(`regime.${id}`, level, "regime level", known);
    if (requirement !== undefined) refuseUnknown(`regime.${id}`, requirement, "requirement", timed);
  }
  for (const { id, requirement } of meetings) {
    if (requirement !== undefined) refuseUnknown(`regime.${id}`, requirement, "requirement", timed);
  }
  if (assurance === undefined) return;
  for (const rating of assurance.poor) {
    refuseUnknown("regime.assurance", rating, "rating", new Set(assurance.scale));
  }
}

function refuseFalling({ id, profile }: MinimumPerformanceLevel): void {
  if (isOpen(profile)) return;
  const ratios = profile.map((text) => parsePercent(text));
  for (let month = 1; month < ratios.length; month++) {
    const { numerator, denominator } = ratios[month]!;
    if (compareShare({ count: Number(numerator), of: Number(denominator) }, ratios[month - 1]!) < 0) {
      throw fallingProfile(id, month);
    }
  }
}

/** Everything that states a rule says where it comes from, and every source cited is described. */
function checkGrounds(programme: Programme): void {
  for (const [address, { citation, basis }] of grounds(programme)) {
    if (citation === undefined && basis === undefined) throw ungrounded(address);
  }
  const { sources, ...rules } = programme;
  checkCitations(rules, "programme", new Set(Object.keys(sources)));
}

function grounds(programme: Programme): [string, Grounded][] {
  const {
    minimumPerformanceLevels = [],
    indicators = [],
    returns = [],
    plans = [],
    ladders = [],
  } = programme;
  const { standards, readings, outcomes, stays, cohortBasis, regime, pipeline } = programme;
  const named = [
    ...standards,
    ...readings,
    ...outcomes,
    ...minimumPerformanceLevels,
    ...indicators,
    ...returns,
  ];
  return [
    ...[...named, ...plans, ...ladders].map((each): [string, Grounded] => [each.id, each]),
    ...stays.map((stay): [string, Grounded] => [`stays.${stay.state}`, stay]),
    ...(cohortBasis === undefined ? [] : [["cohortBasis", cohortBasis] as [string, Grounded]]),
    ...(regime === undefined ? [] : [["regime", regime] as [string, Grounded]]),
    ...(pipeline === undefined ? [] : [["pipeline", pipeline] as [string, Grounded]]),
  ];
}

function checkCitations(value: unknown, address: string, known: Names): void {
  if (typeof value !== "object" || value === null) return;
  const { id, citation } = value as { id?: unknown; citation?: Citation };
  const here = typeof id === "string" ? id : address;
  if (typeof citation?.source === "string") refuseUnknown(here, citation.source, "source", known);
  for (const part of Object.values(value)) checkCitations(part, here, known);
}

/** Refuses a name that is not one of the known. */
function refuseUnknown(address: string, name: string, what: string, known: Names): void {
  if (known.has(name)) return;
  throw unknownWord({
    code: "rules/unknown-name",
    given: `${address}, which names the ${what} "${name}"`,
    allowed: known.size === 0 ? `none: the programme has no ${what}` : [...known],
    written: name,
    todo: `Add that ${what} to the programme, or correct the name.`,
  });
}

/** Done at any time after would do: it could never be late. */
function endless(id: string): ProgrammeFault {
  return new ProgrammeFault({
    code: "rules/endless",
    given: `${id} with neither \`within\` nor \`atLeast\``,
    allowed: "one of the two",
    todo: "Add how long after it is due.",
  });
}

function idTwice(id: string): ProgrammeFault {
  return new ProgrammeFault({
    code: "rules/id-twice",
    given: `the id ${id} twice`,
    allowed:
      "each id once among standards, requirements, states, readings, outcomes, groups and the other lists",
    todo: "Rename one of the two.",
  });
}

function eventTwice(id: string): ProgrammeFault {
  return new ProgrammeFault({
    code: "rules/event-twice",
    given: `the event kind ${id} twice`,
    allowed: "each event kind once",
    todo: "Join the two, or rename one.",
  });
}

function circularWork(state: string, requirement: string): ProgrammeFault {
  return new ProgrammeFault({
    code: "rules/circular-work",
    given: `the state ${state}, whose work ${requirement} is itself counted from that state`,
    allowed: "work that does not depend on the state it makes up",
    todo: "Take that requirement out of the state's work.",
  });
}

function circularState(path: readonly string[]): ProgrammeFault {
  return new ProgrammeFault({
    code: "rules/circular-state",
    given: `states that depend on one another: ${path.join(" → ")}`,
    allowed: "states that can be told one after the other",
    todo: "Take one of these out of the other's conditions.",
  });
}

function ungrounded(address: string): ProgrammeFault {
  return new ProgrammeFault({
    code: "rules/ungrounded",
    given: `${address} with neither a citation nor a basis`,
    allowed: 'a `citation` into the programme\'s sources, or `basis: "assumed"`',
    todo: "Say where the rule comes from.",
  });
}

function fallingProfile(level: string, month: number): ProgrammeFault {
  return new ProgrammeFault({
    code: "rules/falling-profile",
    given: `${level}.profile, which falls at month ${month}`,
    allowed: "cumulative percentages that never fall",
    todo: "Give the conversion reached by the end of each month of age, not the month's own.",
  });
}
