import { ProgrammeFault } from "../fault.js";
import { addresses } from "./changes.js";
import type { Grounded } from "./citation.js";
import type { Condition, Match } from "./match.js";
import type { Programme } from "./programme.js";
import { overlaps, readingSets } from "./reading-fields.js";
import type { Requirement } from "./requirement.js";
import type { State } from "./state.js";

/** Every name a programme uses must be there: event kinds, states, requirements, sources; ids once. */
export function checkReferences(programme: Programme): void {
  refuseTwice(addresses(programme));
  const kinds = new Set(programme.events.map(({ id }) => id));
  const states = new Map(programme.states.map((state) => [state.id, state]));
  const need = (
    address: string,
    name: string,
    known: ReadonlySet<string> | ReadonlyMap<string, unknown>,
    what: string,
  ) => {
    if (!known.has(name)) throw missing(address, name, what, [...known.keys()]);
  };
  for (const [address, used] of uses(programme)) {
    for (const kind of used.kinds) need(address, kind, kinds, "event kind");
    for (const state of used.states) need(address, state, states, "state");
  }
  for (const state of programme.states) checkWork(programme, state);
  for (const part of requirementsOf(programme)) checkDirection(part);
  for (const [address, { citation, basis }] of grounds(programme)) {
    if (citation === undefined && basis === undefined) throw ungrounded(address);
    if (citation !== undefined)
      need(address, citation.source, new Set(Object.keys(programme.sources)), "source");
  }
}

/** Readings: the first answer changes nothing, and no two readings decide the same field. */
export function checkReadings({ readings }: Programme): void {
  const decided: { field: string; reading: string }[] = [];
  for (const reading of readings) {
    if (Object.keys(reading.answers[0]!.changes).length > 0) throw firstAnswerChanges(reading.id);
    for (const field of new Set(readingSets(reading))) {
      const other = decided.find((each) => each.reading !== reading.id && overlaps(each.field, field));
      if (other !== undefined) throw decidedTwice(field, other.reading, reading.id);
      decided.push({ field, reading: reading.id });
    }
  }
}

interface Uses {
  readonly kinds: readonly string[];
  readonly states: readonly string[];
}

function uses(programme: Programme): [string, Uses][] {
  return [
    ...requirementsOf(programme).map((part): [string, Uses] => [part.id, requirementUses(part)]),
    ...programme.states.map((state): [string, Uses] => [state.id, stateUses(state)]),
    [
      "conventions",
      { kinds: [...programme.conventions.receipts, ...programme.conventions.leaving], states: [] },
    ],
    ...programme.outcomes.map((outcome): [string, Uses] => [
      outcome.id,
      matchUses([outcome.after, outcome.event, ...(outcome.claim === undefined ? [] : [outcome.claim])]),
    ]),
  ];
}

function requirementUses(part: Requirement): Uses {
  const conditions = conditionUses(part.when ?? []);
  if (part.kind === "deadline") {
    const { event, after = [], before = [], excusedBy = [] } = part;
    return both(matchUses([...event, ...after, ...before, ...excusedBy]), conditions);
  }
  if (part.kind === "cadence") {
    const frequency = part.frequency === undefined ? [] : [part.frequency];
    const states = { kinds: [], states: [part.while, ...Object.keys(part.stops ?? {})] };
    return both(both(matchUses([...part.event, ...frequency]), states), conditions);
  }
  if (part.kind === "content") return both(matchUses([part.record, ...(part.owedAfter ?? [])]), conditions);
  if (part.kind === "total") return both(matchUses(part.count), conditions);
  const share = part.share;
  const shared =
    "in" in share ? { kinds: [], states: [share.in] } : matchUses("reaching" in share ? share.reaching : []);
  return both(both(matchUses(part.among), shared), conditions);
}

function stateUses(state: State): Uses {
  if ("from" in state) return matchUses([...state.from, ...state.until]);
  return matchUses(state.work.flatMap(({ endedBy = [] }) => endedBy));
}

function matchUses(matches: readonly Match[]): Uses {
  return matches.map(oneMatchUses).reduce(both, { kinds: [], states: [] });
}

function oneMatchUses(match: Match): Uses {
  if (typeof match === "string") return { kinds: [match], states: [] };
  if ("event" in match) return both({ kinds: [match.event], states: [] }, conditionUses(match.when ?? []));
  if ("entering" in match) return { kinds: [], states: [match.entering] };
  return { kinds: [], states: ["leaving" in match ? match.leaving : match.workDone] };
}

function conditionUses(conditions: readonly Condition[]): Uses {
  const states = conditions.flatMap((each) =>
    "in" in each ? [each.in] : "notIn" in each ? [each.notIn] : [],
  );
  const happened = conditions.flatMap((each) =>
    "happened" in each ? [...each.happened, ...(each.unless ?? [])] : [],
  );
  return both({ kinds: [], states }, matchUses(happened));
}

function both(one: Uses, other: Uses): Uses {
  return { kinds: [...one.kinds, ...other.kinds], states: [...one.states, ...other.states] };
}

function requirementsOf(programme: Programme): Requirement[] {
  return programme.standards.flatMap(({ requirements }) => [...requirements]);
}

function grounds(programme: Programme): [string, Grounded][] {
  return [
    ...[...programme.standards, ...programme.readings, ...programme.outcomes].map(
      (each): [string, Grounded] => [each.id, each],
    ),
    ...programme.stays.map((stay): [string, Grounded] => [`stays.${stay.state}`, stay]),
  ];
}

function checkWork(programme: Programme, state: State): void {
  if (!("work" in state)) return;
  for (const { requirement } of state.work) {
    const part = requirementsOf(programme).find(({ id }) => id === requirement);
    if (part?.kind !== "deadline") {
      const deadlines = requirementsOf(programme).filter(({ kind }) => kind === "deadline");
      throw missing(
        state.id,
        requirement,
        "deadline requirement",
        deadlines.map(({ id }) => id),
      );
    }
    if (requirementUses(part).states.includes(state.id)) throw circular(state.id, requirement);
  }
}

function checkDirection(part: Requirement): void {
  if (part.kind !== "deadline" || (part.after === undefined) !== (part.before === undefined)) return;
  throw new ProgrammeFault({
    code: "rules/direction",
    given: `${part.id} with ${part.after === undefined ? "neither `after` nor `before`" : "both `after` and `before`"}`,
    allowed: "exactly one of the two",
    todo: "Say from which event the distance is counted, and in which direction.",
  });
}

function refuseTwice(ids: readonly string[]): void {
  const seen = new Set<string>();
  for (const id of ids) {
    if (seen.has(id)) {
      throw new ProgrammeFault({
        code: "rules/id-twice",
        given: `the id ${id} twice`,
        allowed: "each id once among standards, requirements, states, readings, outcomes and groups",
        todo: "Rename one of the two.",
      });
    }
    seen.add(id);
  }
}

function missing(address: string, name: string, what: string, known: readonly string[]): ProgrammeFault {
  return new ProgrammeFault({
    code: "rules/unknown-name",
    given: `${address}, which names the ${what} "${name}"`,
    allowed: known.length === 0 ? `none: the programme has no ${what}` : known.join(", "),
    todo: `Add that ${what} to the programme, or correct the name.`,
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

function circular(state: string, requirement: string): ProgrammeFault {
  return new ProgrammeFault({
    code: "rules/circular-work",
    given: `the state ${state}, whose work ${requirement} is itself counted from that state`,
    allowed: "work that does not depend on the state it makes up",
    todo: "Take that requirement out of the state's work.",
  });
}

function firstAnswerChanges(reading: string): ProgrammeFault {
  return new ProgrammeFault({
    code: "rules/first-answer",
    given: `the reading ${reading}, whose first answer changes something`,
    allowed: "a first answer with empty changes: it is what the data already says",
    todo: "Put that answer's values into the data, and the others into changes.",
  });
}

function decidedTwice(field: string, one: string, other: string): ProgrammeFault {
  return new ProgrammeFault({
    code: "rules/decided-twice",
    given: `the field ${field}, set by the readings ${one} and ${other}`,
    allowed: "each field decided by one reading",
    todo: "Join the two questions into one, with an answer for each combination.",
  });
}
