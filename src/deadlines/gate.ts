import { addMonths, type EpochDay, isoDate, readEpochDay, yearOf } from "../date/index.js";
import { isGiven } from "../defined.js";
import {
  type ContractLog,
  type JourneyEvent,
  MeantWords,
  type Problem,
  RETRACTED,
  textOf,
} from "../journey/index.js";
import { type EventKind, notBeforeOf, type Programme } from "../rules/index.js";
import { nearest } from "../unknown-word.js";
import { EventState } from "./between-state.js";
import { EventFields } from "./event-fields.js";
import type { Names } from "./event-matches.js";
import { type Facts, STANDS_FOR_NONE } from "./facts.js";

/** Who is told of a problem. */
type Tell = (problem: Problem) => void;

type Fields = Readonly<Record<string, unknown>>;

interface Rule {
  readonly kind: string;
  readonly fields: EventFields;
  readonly once: boolean;
  readonly followsReceipt: boolean;
  readonly notBefore: readonly { readonly kind: string; readonly code: number }[];
  readonly implies: readonly (NonNullable<EventKind["implies"]>[number] & { readonly code: number })[];
}

/** An event is at most so many years before the receipt, and so many after it. */
const YEARS_BEFORE = 40;
const YEARS_AFTER = 10;

const ATTESTED = "attested";

/** No year has fewer days. */
const DAYS_OF_YEAR = 365;

/**
 * The one check of a loaded journey against its programme: what cannot be true, by itself or together with the rest.
 * What cannot be true does nothing, and its kind is unreadable, so that what depends on it is undetermined. What stands
 * for no date is taken out of the facts.
 */
export class Gate {
  /** By the code of the kind. */
  readonly #rules: readonly Rule[];
  /** The kinds whose last event says something of another kind. */
  readonly #telling: readonly number[];
  readonly #receipts: readonly number[];
  readonly #receiptKinds: readonly string[];
  readonly #groups: readonly string[];
  readonly #kinds: MeantWords;
  readonly #states: readonly EventState[];
  readonly #repeats = new Repeats();
  /** Positions of events that are there before, and are taken out. */
  readonly #again = new Set<number>();

  constructor(programme: Programme, names: Names) {
    const { receipts } = programme.conventions;
    this.#rules = programme.events.map((kind) => {
      const earlier = notBeforeOf(kind, programme);
      return {
        kind: kind.id,
        fields: new EventFields(kind.id === ATTESTED ? withParts(kind, programme) : kind),
        once: kind.once === true,
        followsReceipt: earlier.some((id) => receipts.includes(id)),
        notBefore: earlier.map((id) => ({ kind: id, code: names.kind(id) })),
        implies: (kind.implies ?? []).map((each) => ({ ...each, code: names.kind(each.event) })),
      };
    });
    this.#telling = this.#rules.flatMap(({ implies }, code) => (implies.length === 0 ? [] : [code]));
    this.#receiptKinds = receipts;
    this.#receipts = this.#receiptKinds.map((kind) => names.kind(kind));
    this.#groups = programme.groups.map(({ id }) => id);
    this.#kinds = new MeantWords([...programme.events.map(({ id }) => id), RETRACTED]);
    this.#states = programme.states
      .filter((state) => "from" in state && state.each !== undefined)
      .map(({ id }) => names.state(id))
      .filter((state) => state instanceof EventState);
  }

  /** What is wrong with a loaded journey. */
  check(facts: Facts): readonly Problem[] {
    if (isGiven(facts.journey.leftOut)) return [leftOut(facts)];
    // Most journeys have none, and make no list.
    let found: Problem[] | undefined;
    const add = (problem: Problem) => {
      found ??= [];
      found.push(problem);
    };
    const received = this.#receivedOn(facts);
    if (isFarOff(facts, received)) found = this.#farOff(facts, received);
    if (received === undefined && this.#lacksReceipt(facts)) add(noReceipt(facts, this.#receiptKinds));
    const again = this.#again;
    if (again.size > 0) again.clear();
    for (let at = 0; at < facts.count; at++) {
      const rule = this.#rules[facts.kind[at]!]!;
      if (isBroken(facts, at, rule)) add(problemOf(facts, at, rule, again));
      const repeat = this.#repeats.find(facts, at);
      if (repeat !== undefined && !again.has(at))
        add(thereAgain(facts, at, rule, repeat === "same-id", again));
      if (!rule.fields.isPlain(facts.event(at))) rule.fields.check(facts, at, add);
    }
    if (again.size > 0) facts.drop(again);
    for (const code of this.#telling) this.#checkTelling(code, facts, add);
    for (const kind of facts.unknownKinds) this.#markMeant(kind, facts);
    for (const name of facts.misspeltNames) this.#markMeant(name, facts);
    if (isGiven(facts.journey.attributes?.self_employed)) this.#checkFlag(facts, add);
    // A withdrawal that cannot be read may be of any event that could be withdrawn.
    if (facts.anyUnreadable && facts.isNameUnreadable(RETRACTED)) doubtIds(facts, () => true);
    for (const retraction of facts.badRetractions) add(badRetraction(retraction, facts));
    if (!this.#knowsGroup(facts)) add(this.#unknownGroup(facts));
    for (const state of this.#states) {
      state.measure(facts);
      for (const at of state.unclear) add(unclearEnd(facts, at));
    }
    return found ?? NONE;
  }

  /** What cannot be used of a loaded journey: dates that are none, kinds that the programme does not list, its nation. */
  unusable(facts: Facts, nations: readonly string[]): Problem[] {
    const { journey, badDates, unknownKinds, calendar } = facts;
    return [
      ...badDates.map(({ event, field }) => badDate(journey.events[event]!, field, journey.id)),
      ...unknownKinds.map((kind) => this.#unknownKind(textOf(kind), journey.id)),
      ...(calendar === undefined && !isGiven(journey.leftOut) ? [noNation(facts, nations)] : []),
    ];
  }

  #unknownKind(kind: string, journey: string): Problem {
    const near = this.#kinds.of(kind);
    const hint =
      near === undefined
        ? "Check the spelling, or add the kind to the programme's `events`."
        : `Did you mean ${near}? What depends on that is undetermined.`;
    return {
      code: "journey/unknown-kind",
      message: `An event's kind is not one of the programme's; the event is not used. ${hint}`,
      journey,
      kind,
      value: kind,
    };
  }

  /** What the last event of a kind says of another, and the records deny. */
  #checkTelling(code: number, facts: Facts, add: Tell): void {
    for (const { where, code: other, event: kind, happened } of this.#rules[code]!.implies) {
      const at = facts.nextOf(other, -1);
      const isUnknown = facts.isUnreadable(other) || facts.isNotRecorded(other, Number.NEGATIVE_INFINITY);
      if (isUnknown || at >= 0 === happened) continue;
      const event = lastSaying(where, code, facts);
      if (event === undefined) continue;
      if (at >= 0) facts.doubt(at);
      else facts.markUnreadable(kind);
      add(denied(event, kind, happened, facts));
    }
  }

  #checkFlag(facts: Facts, add: Tell): void {
    const value = facts.journey.attributes!.self_employed;
    if (typeof value === "boolean" || value === "") return;
    facts.markUnreadableName("self_employed");
    add({
      code: "journey/attribute",
      message: "attributes.self_employed: neither true nor false. What it decides is undetermined.",
      journey: facts.journey.id,
      value: textOf(value),
    });
  }

  /** A kind that may have been meant by another word is in doubt. */
  #markMeant(kind: unknown, facts: Facts): void {
    const meant = typeof kind === "string" ? this.#kinds.of(kind) : undefined;
    if (meant === RETRACTED) facts.markUnreadableName(RETRACTED);
    else if (meant !== undefined) facts.markUnreadable(meant);
  }

  #knowsGroup({ journey: { group } }: Facts): boolean {
    return !isGiven(group) || this.#groups.length === 0 || this.#groups.includes(group);
  }

  #unknownGroup(facts: Facts): Problem {
    const { group, id } = facts.journey;
    facts.markUnreadableName("group");
    const near = typeof group === "string" ? nearest(group, this.#groups) : undefined;
    const hint = near === undefined ? "." : `; did you mean ${near}?`;
    return {
      code: "journey/unknown-group",
      message: `group: not one of the programme's${hint} What it decides is undetermined.`,
      journey: id,
      value: textOf(group),
    };
  }

  /** Whether something happened that follows a receipt, and nobody recorded one. */
  #lacksReceipt(facts: Facts): boolean {
    if ((facts.journey as ContractLog).subject !== undefined) return false;
    if (this.#receipts.length === 0 || this.#receipts.some((code) => facts.isUnreadable(code))) return false;
    for (let at = 0; at < facts.count; at++) if (this.#rules[facts.kind[at]!]!.followsReceipt) return true;
    return false;
  }

  #receivedOn(facts: Facts): EpochDay | undefined {
    let first = -1;
    for (const code of this.#receipts) {
      const at = facts.nextOf(code, -1);
      if (at >= 0 && (first < 0 || at < first)) first = at;
    }
    const day = first < 0 ? undefined : facts.on[first]!;
    return day === undefined || STANDS_FOR_NONE.includes(day) ? undefined : day;
  }

  /** Takes out what is dated on a day that stands for none, or so far from the receipt that it cannot be of this journey. */
  #farOff(facts: Facts, received: EpochDay | undefined): Problem[] {
    const found: Problem[] = [];
    const gone = new Set<number>();
    for (let at = 0; at < facts.count; at++) {
      if (!isImpossible(facts.on[at]!, received)) continue;
      gone.add(at);
      found.push(impossibleDate(facts, this.#rules[facts.kind[at]!]!.kind, facts.on[at]!));
    }
    for (const event of facts.later) {
      const on = readEpochDay(event.on);
      if (isImpossible(on, received)) found.push(impossibleDate(facts, event.kind, on));
    }
    if (gone.size > 0) facts.drop(gone);
    return found;
  }
}

/** The event of the last day of a kind that has these fields: of one day nobody knows which came last. */
function lastSaying(where: Fields, code: number, facts: Facts): JourneyEvent | undefined {
  let last = -1;
  for (let at = facts.nextOf(code, -1); at >= 0; at = facts.nextOf(code, at)) last = at;
  const says = (event: JourneyEvent) =>
    Object.entries(where).every(([field, value]) => event[field] === value);
  for (let at = facts.nextOf(code, -1); at >= 0; at = facts.nextOf(code, at)) {
    if (facts.on[at] !== facts.on[last] || facts.isDoubtful(at)) continue;
    if (says(facts.event(at))) return facts.event(at);
  }
  return undefined;
}

/** Whether something may lie so far off that it is worth a look: events stand in order of day. */
function isFarOff({ count, on, latest }: Facts, received: EpochDay | undefined): boolean {
  if (count > 0 && on[0]! <= 0) return true;
  if (received === undefined) return false;
  const isEarly = on[0]! < received - YEARS_BEFORE * DAYS_OF_YEAR;
  return isEarly || latest > received + YEARS_AFTER * DAYS_OF_YEAR;
}

function isImpossible(on: EpochDay, received: EpochDay | undefined): boolean {
  if (STANDS_FOR_NONE.includes(on)) return true;
  if (received === undefined) return false;
  return on < yearsFrom(received, -YEARS_BEFORE) || on > yearsFrom(received, YEARS_AFTER);
}

/** So many years from a day; where dates end before that, no day is further. */
function yearsFrom(day: EpochDay, years: number): EpochDay {
  const year = yearOf(day) + years;
  if (year < 1900) return Number.NEGATIVE_INFINITY;
  return year > 2199 ? Number.POSITIVE_INFINITY : addMonths(day, 12 * years);
}

function leftOut({ journey: { id } }: Facts): Problem {
  return {
    code: "journey/id-twice",
    message:
      "Several journeys have this id, and they differ. Which is right nobody knows, so that nothing of it can be judged.",
    journey: id,
  };
}

function denied(event: JourneyEvent, kind: string, happened: boolean, { journey }: Facts): Problem {
  const [says, but] = happened ? ["happened", "none is recorded"] : ["did not happen", "one is recorded"];
  return {
    code: "journey/contradiction",
    message: `The last ${event.kind} says that ${kind} ${says}, and ${but}. What depends on ${kind} is undetermined until one of the two is corrected.`,
    journey: journey.id,
    kind,
    value: event.on,
  };
}

/** An event that is there before, alike in every field, is the same; but of sums nobody knows whether they are two. */
function thereAgain(
  facts: Facts,
  at: number,
  { kind, fields }: Rule,
  isSameId: boolean,
  again: Set<number>,
): Problem {
  const mayBeTwo = fields.isOfSums && !isSameId;
  if (mayBeTwo) facts.doubt(at);
  else again.add(at);
  const effect = mayBeTwo
    ? "Without ids nobody knows whether they are two: where the second decides, it is undetermined."
    : "It counts once.";
  return {
    code: "journey/event-twice",
    message: `${kind} is there more than once on a day, alike in every field. ${effect}`,
    journey: facts.journey.id,
    kind,
    value: isoDate(facts.on[at]!),
  };
}

/**
 * Finds events that are there before, alike in every field, as a journey is gone through in order: those of one day and
 * kind stand together. An id that one of two lacks tells nothing apart.
 */
class Repeats {
  /** What the events of the day and kind in hand say, each with the ids that said it. */
  #said: Map<string, Set<unknown>> | undefined;

  /** Whether the event at a position is there before: with its id, or so that it may be the same. */
  find(facts: Facts, at: number): "same-id" | "alike" | undefined {
    const { on, known, kind } = facts;
    if (at === 0 || on[at] !== on[at - 1] || kind[at] !== kind[at - 1] || known[at] !== known[at - 1]) {
      this.#said = undefined;
      return undefined;
    }
    if (this.#said === undefined) {
      this.#said = new Map();
      this.#note(facts, at - 1);
    }
    return this.#note(facts, at);
  }

  #note(facts: Facts, at: number): "same-id" | "alike" | undefined {
    const content = facts.contentAt(at);
    const { id } = facts.event(at);
    const ids = this.#said!.get(content) ?? new Set();
    const isSame = isGiven(id) && ids.has(id);
    const isAlike = ids.size > 0 && (!isGiven(id) || ids.has(undefined));
    this.#said!.set(content, ids.add(isGiven(id) ? id : undefined));
    return isSame ? "same-id" : isAlike ? "alike" : undefined;
  }
}

/** What an attestation may be of: the requirements with parts, and their parts. */
function withParts(kind: EventKind, { standards, returns = [] }: Programme): EventKind {
  const rules = [...standards.flatMap(({ requirements }) => [...requirements]), ...returns];
  const made = rules.filter((rule) => rule.kind === "content");
  const requirement = made.map(({ id }) => id);
  const part = made.flatMap(({ parts }) => parts.map(({ id }) => id));
  return { ...kind, values: { ...kind.values, requirement, part: [...new Set(part)] } };
}

function badDate(event: JourneyEvent, field: "on" | "knownOn", journey: string): Problem {
  const kind = textOf(event.kind);
  const wrong = Number.isNaN(readEpochDay(event[field] as string)) ? "not a date" : "no day that it can be";
  return {
    code: "journey/date",
    message: `${kind}, ${field}: ${wrong}. Expected an ISO date such as 2021-04-01. What depends on ${kind} is undetermined.`,
    journey,
    kind,
    value: textOf(event[field]),
  };
}

function noNation({ journey }: Facts, nations: readonly string[]): Problem {
  const nation = journey.attributes?.nation ?? undefined;
  return {
    code: "journey/nation",
    message: `attributes.nation: ${nation === undefined ? "missing" : "not a nation of this programme"}. Expected ${nations.join(", ")}. Without it no working day can be counted, so what needs one is undetermined.`,
    journey: journey.id,
    ...(nation === undefined ? {} : { value: textOf(nation) }),
  };
}

function noReceipt(facts: Facts, receipts: readonly string[]): Problem {
  for (const kind of receipts) facts.markUnreadable(kind);
  return {
    code: "journey/no-receipt",
    message: `No ${receipts.join(" or ")} is recorded, and without it nothing else can be. What is counted from it is undetermined.`,
    journey: facts.journey.id,
  };
}

function impossibleDate(facts: Facts, kind: string, on: EpochDay): Problem {
  facts.markUnreadable(kind);
  return {
    code: "journey/impossible-date",
    message: `${kind} has a date that stands for none (1900-01-01, 1970-01-01), or lies more than forty years before the receipt or more than ten after it. ${notUsed(kind)}`,
    journey: facts.journey.id,
    kind,
    value: isoDate(on),
  };
}

const notUsed = (kind: string) =>
  `Nothing is done by it, and what depends on ${kind} is undetermined until a date is corrected.`;

/** What is wrong with an event: that it comes too early, or else that it comes again, which is taken out. */
function problemOf(facts: Facts, at: number, { kind, notBefore }: Rule, again: Set<number>): Problem {
  const { id: journey } = facts.journey;
  for (const earlier of notBefore) {
    const first = facts.nextOf(earlier.code, -1);
    if (first < 0 || facts.on[first]! <= facts.on[at]!) continue;
    facts.doubt(at);
    return {
      code: "journey/impossible-order",
      message: `${kind} is dated before ${earlier.kind}, which it cannot come before. ${notUsed(kind)}`,
      journey,
      kind,
      value: isoDate(facts.on[at]!),
    };
  }
  again.add(at);
  const first = facts.nextOf(facts.kind[at]!, -1);
  const isSameDay = facts.on[first] === facts.on[at];
  if (!isSameDay) facts.doubt(first);
  const effect = isSameDay
    ? "Both are of one day, and count once."
    : `They are of different days, and what depends on ${kind} is undetermined until the wrong one is removed.`;
  return {
    code: "journey/happened-twice",
    message: `${kind} is there more than once, and a journey has one. ${effect}`,
    journey,
    kind,
    value: isoDate(facts.on[at]!),
  };
}

/** A withdrawal that names no event, or no day; of what one of its fields names, nobody knows whether it stands. */
function badRetraction(retraction: JourneyEvent, facts: Facts): Problem {
  const named: ReadonlySet<unknown> = new Set(Object.values(retraction));
  const { of } = retraction;
  const meant = typeof of === "string" ? of.toLowerCase() : undefined;
  doubtIds(facts, (id) => named.has(id) || id.toLowerCase() === meant);
  return {
    code: "journey/retracts-nothing",
    message: `retracted does not name an event and a day: its \`of\` is to be the \`id\` of the event withdrawn, such as { kind: "retracted", on: "2021-04-08", of: "e1" }. Nothing is withdrawn, and what it may have withdrawn is in doubt.`,
    journey: facts.journey.id,
  };
}

/** Doubts the events of some ids. */
function doubtIds(facts: Facts, isNamed: (id: string) => boolean): void {
  for (let at = 0; at < facts.count; at++) {
    const { id } = facts.event(at);
    if (typeof id === "string" && isNamed(id)) facts.doubt(at);
  }
}

/** An end of which nobody can tell what it ends: its kind is unreadable. */
function unclearEnd(facts: Facts, at: number): Problem {
  const { kind } = facts.event(at);
  facts.markUnreadable(kind);
  return {
    code: "journey/unclear-end",
    message: `${kind} does not tell what it ends: several run that it could end, or none does. What depends on ${kind} is undetermined until it names the id of the one it ends.`,
    journey: facts.journey.id,
    kind,
  };
}

const NONE: readonly Problem[] = [];

/** Whether something it must follow comes after it, or it is there twice: events stand in order of day. */
function isBroken(facts: Facts, at: number, { once, notBefore }: Rule): boolean {
  if (once && facts.nextOf(facts.kind[at]!, -1) !== at) return true;
  for (let i = 0; i < notBefore.length; i++) {
    const first = facts.nextOf(notBefore[i]!.code, -1);
    if (first > at && facts.on[first]! > facts.on[at]!) return true;
  }
  return false;
}
