import type { EpochCalendar } from "../calendar/index.js";
import { type EpochDay, readEpochDay } from "../date/index.js";
import { isGiven } from "../defined.js";
import { compareTexts, fieldTexts, type Journey, type JourneyEvent } from "../journey/index.js";
import type { EventKind } from "../rules/index.js";

/** Days that stand for no date in many systems, and that nobody enters by hand: 1 January 1900 and 1970. */
export const STANDS_FOR_NONE: readonly EpochDay[] = [-25_567, 0];

let loads = 1;
const REMEMBERED = 32;
/** So many events are put in order one by one, which makes no object. */
const FEW = 64;
const NO_EVENTS: Journey["events"] = [];
/** No withdrawal is so many days ahead. */
const TEN_YEARS = 3_653;

/**
 * One journey as it was known on a date: its visible events by day, as parallel columns. Made to be
 * loaded again and again, so that a caseload allocates next to nothing.
 *
 * Column positions are in order of date; `index[i]` is the event's place in the journey itself.
 */
export class Facts {
  /** Differs after every load, so that what was worked out for one journey is not taken for another's. */
  generation = 0;
  journey!: Journey;
  calendar: EpochCalendar | undefined;
  asAt = 0;
  count = 0;
  readonly kind: number[] = [];
  readonly on: number[] = [];
  readonly known: number[] = [];
  readonly index: number[] = [];
  readonly #columns = [this.kind, this.on, this.known, this.index] as const;
  /** Days on which something is expected, by the kind it foretells: as was known last, else the earliest. */
  readonly expected = new Map<number, number>();
  readonly #expectedSince = new Map<number, number>();
  /** Of each event whose date is none: its place in the journey, and which of its dates. */
  readonly badDates: { readonly event: number; readonly field: "on" | "knownOn" }[] = [];
  /** Kinds that no programme event has; listed once each. */
  readonly unknownKinds: string[] = [];
  /** The events that are known and have not happened yet, and the latest day of them; they serve the gate alone. */
  readonly later: JourneyEvent[] = [];
  latest = Number.NEGATIVE_INFINITY;
  /** The retractions that name no event, or no day. */
  readonly badRetractions: JourneyEvent[] = [];
  #knownBy = 0;
  readonly #unreadableNames = new Set<string>();
  /** Places in the journey, which stay when positions move. */
  #doubtful: Set<number> | undefined;
  /** By place in the journey; asked only of events of one day and kind. */
  readonly #contents = new Map<number, string>();
  #unreadable: Uint8Array | undefined;
  /** Of the kinds that nobody wrote down; journeys of one file share the list of them. */
  #notRecorded: Uint8Array | undefined;
  #listed: Journey["notRecorded"];
  /** The words among them that are no kinds. */
  #misspelt: readonly string[] = [];
  /** The words in `unreadable` and `notRecorded` that are no kinds. */
  readonly misspeltNames: string[] = [];
  /** Of these, the kinds that have an event later than the date: up to then the record is whole. */
  readonly #recordedLater = new Set<number>();

  /** The first position of each kind, or -1; and of each position the next of the same kind, or -1. */
  readonly #firsts: number[];
  readonly #nexts: number[] = [];

  /** The kind last read at each place of a journey: journeys of one caseload look much alike. */
  readonly #lastKinds: string[] = [];
  readonly #lastCodes: number[] = [];
  readonly #codes: KindCodes;

  constructor(codes: KindCodes) {
    this.#codes = codes;
    this.#firsts = new Array<number>(codes.size).fill(-1);
  }

  /** Reads a journey as at a day: only what had happened by then and was known by then, or by the later day given. */
  load(journey: Journey, asAt: number, calendar: EpochCalendar | undefined, knownBy = asAt): void {
    this.generation = loads++;
    this.journey = journey;
    this.calendar = calendar;
    this.asAt = asAt;
    this.#knownBy = knownBy;
    // Only the kinds of the journey before are linked: fewer than there are kinds.
    for (let at = 0; at < this.count; at++) this.#firsts[this.kind[at]!] = -1;
    this.count = 0;
    this.#unreadable = this.#doubtful = undefined;
    if (this.#unreadableNames.size > 0) this.#unreadableNames.clear();
    if (this.badRetractions.length > 0) this.badRetractions.length = 0;
    if (this.later.length > 0) this.later.length = 0;
    if (this.expected.size > 0) this.expected.clear();
    if (this.#contents.size > 0) this.#contents.clear();
    if (this.badDates.length > 0) this.badDates.length = 0;
    if (this.misspeltNames.length > 0) this.misspeltNames.length = 0;
    if (this.#recordedLater.size > 0) this.#recordedLater.clear();
    if (this.unknownKinds.length > 0) this.unknownKinds.length = 0;
    if (isGiven(journey.unreadable)) for (const kind of journey.unreadable) this.#markNamed(kind);
    if (isGiven(journey.leftOut)) this.#unreadable = new Uint8Array(this.#codes.size).fill(1);
    if ((journey.notRecorded ?? undefined) !== this.#listed) this.#list(journey.notRecorded ?? undefined);
    for (const kind of this.#misspelt) this.misspeltNames.push(kind);
    const events = isGiven(journey.leftOut) ? NO_EVENTS : journey.events;
    let retractions = false;
    this.latest = Number.NEGATIVE_INFINITY;
    for (let i = 0; i < events.length; i++) {
      const event = events[i]!;
      if (event.kind === "retracted") retractions = true;
      else this.#read(event, i);
    }
    this.#order();
    if (retractions) this.#withdraw();
    if (this.count > 0) this.latest = Math.max(this.latest, this.on[this.count - 1]!);
    this.#link();
  }

  /** The first position of a kind after a position of the same kind, or of all after -1; -1 for none. */
  nextOf(code: number, from: number): number {
    if (from < 0) return this.#firsts[code]!;
    if (this.kind[from] === code) return this.#nexts[from]!;
    let at = this.#firsts[code]!;
    while (at >= 0 && at <= from) at = this.#nexts[at]!;
    return at;
  }

  event(at: number): JourneyEvent {
    return this.journey.events[this.index[at]!]!;
  }

  /** What the event at a position says beside its dates and its id, in the order of its fields' names. */
  contentAt(at: number): string {
    const index = this.index[at]!;
    let content = this.#contents.get(index);
    if (content === undefined) {
      const { kind: _kind, on: _on, knownOn: _knownOn, id: _id, ...says } = this.journey.events[index]!;
      content = fieldTexts(says).join("\n");
      this.#contents.set(index, content);
    }
    return content;
  }

  /** Whether anything of the journey could not be read: of most, nothing, and nobody need ask further. */
  get anyUnreadable(): boolean {
    return this.#unreadable !== undefined;
  }

  /** Whether an attribute, the group or another name of the journey could not be read. */
  isNameUnreadable(name: string): boolean {
    const { unreadable, leftOut } = this.journey;
    return unreadable?.includes(name) === true || isGiven(leftOut) || this.#unreadableNames.has(name);
  }

  markUnreadableName(name: string): void {
    this.#unreadable ??= new Uint8Array(this.#codes.size);
    this.#unreadableNames.add(name);
  }

  /** Whether the data leaves out whole kinds of event. */
  get anyNotRecorded(): boolean {
    return this.#notRecorded !== undefined;
  }

  /**
   * Whether nobody wrote down events of a kind, so that none from a day on says nothing. The record goes as far as the
   * last event that is there.
   */
  isNotRecorded(code: number, from: number): boolean {
    if (this.#notRecorded === undefined || this.#notRecorded[code] === 0) return false;
    if (this.#recordedLater.has(code)) return false;
    for (let at = this.#firsts[code]!; at >= 0; at = this.#nexts[at]!) if (this.on[at]! >= from) return false;
    return true;
  }

  isUnreadable(code: number): boolean {
    return this.#unreadable !== undefined && this.#unreadable[code] === 1;
  }

  markUnreadable(kind: string): void {
    this.#unreadable ??= new Uint8Array(this.#codes.size);
    const code = this.#codes.codeOf(kind);
    if (code !== undefined) this.#unreadable[code] = 1;
  }

  /** Marks an event that contradicts another: nothing is done by it, and its kind is unreadable. */
  doubt(at: number): void {
    this.#doubtful ??= new Set();
    this.#doubtful.add(this.index[at]!);
    this.markUnreadable(this.event(at).kind);
  }

  isDoubtful(at: number): boolean {
    return this.#doubtful?.has(this.index[at]!) === true;
  }

  /** A kind that could not be read; a word that is none may be the name of an attribute, or a kind misspelt. */
  #markNamed(kind: string): void {
    if (this.#codes.codeOf(kind) === undefined) this.misspeltNames.push(kind);
    this.markUnreadable(kind);
  }

  #list(kinds: Journey["notRecorded"]): void {
    this.#listed = kinds;
    const codes = (kinds ?? []).flatMap((kind) => this.#codes.codeOf(kind) ?? []);
    this.#misspelt = (kinds ?? []).filter((kind) => this.#codes.codeOf(kind) === undefined);
    this.#notRecorded = codes.length === 0 ? undefined : new Uint8Array(this.#codes.size);
    for (const code of codes) this.#notRecorded![code] = 1;
  }

  #link(): void {
    const { kind, count } = this;
    const firsts = this.#firsts;
    const nexts = this.#nexts;
    while (nexts.length < count) nexts.push(-1);
    for (let at = count - 1; at >= 0; at--) {
      const code = kind[at]!;
      nexts[at] = firsts[code]!;
      firsts[code] = at;
    }
  }

  #codeAt(i: number, kind: string): number | undefined {
    if (this.#lastKinds[i] === kind) return this.#lastCodes[i]!;
    const code = this.#codes.codeOf(kind);
    if (code === undefined || i >= REMEMBERED || i > this.#lastKinds.length) return code;
    this.#lastKinds[i] = kind;
    this.#lastCodes[i] = code;
    return code;
  }

  #read(event: JourneyEvent, i: number): void {
    const code = this.#codeAt(i, event.kind);
    if (code === undefined) {
      if (!this.unknownKinds.includes(event.kind)) this.unknownKinds.push(event.kind);
      return;
    }
    const on = readEpochDay(event.on);
    const isKnownThen = !isGiven(event.knownOn);
    const known = isKnownThen ? on : readEpochDay(event.knownOn!);
    // Nobody waits ten years to be told.
    const isKnownOnNoDay = !isKnownThen && (STANDS_FOR_NONE.includes(known) || known > on + TEN_YEARS);
    const expects = this.#codes.expects(code);
    const isExpectedOnNoDay = expects >= 0 && STANDS_FOR_NONE.includes(on);
    if (Number.isNaN(on) || Number.isNaN(known) || isKnownOnNoDay || isExpectedOnNoDay) {
      this.badDates.push({ event: i, field: Number.isNaN(on) || isExpectedOnNoDay ? "on" : "knownOn" });
      this.markUnreadable(event.kind);
      return;
    }
    if (this.#notRecorded?.[code] === 1 && (on > this.asAt || known > this.#knownBy))
      this.#recordedLater.add(code);
    if (expects >= 0) {
      if (isKnownThen || known <= this.#knownBy)
        this.#expect(expects, on, isKnownThen ? Number.NEGATIVE_INFINITY : known);
    } else if (on <= this.asAt && known <= this.#knownBy) this.#append(code, on, known, i);
    else if (on > this.asAt && (isKnownThen || known <= this.#knownBy)) {
      this.later.push(event);
      if (on > this.latest) this.latest = on;
    }
  }

  #expect(code: number, on: number, since: number): void {
    const before = this.expected.get(code);
    const known = this.#expectedSince.get(code)!;
    if (before !== undefined && (known > since || (known === since && before <= on))) return;
    this.expected.set(code, on);
    this.#expectedSince.set(code, since);
  }

  #append(code: number, on: number, known: number, index: number): void {
    const at = this.count++;
    this.kind[at] = code;
    this.on[at] = on;
    this.known[at] = known;
    this.index[at] = index;
  }

  /** By day, then by the day it was known, the programme's order of kinds and the id: in whatever order they came. */
  #order(): void {
    const { count } = this;
    let from = 1;
    while (from < count && this.#compare(from - 1, from) <= 0) from++;
    if (from >= count) return;
    if (count > FEW) this.#sort();
    else for (let at = from; at < count; at++) this.#sink(at);
  }

  /** Moves an event to its place among those before it, which are in order. */
  #sink(from: number): void {
    for (let at = from; at > 0 && this.#compare(at - 1, at) > 0; at--) {
      for (const column of this.#columns) {
        const moved = column[at]!;
        column[at] = column[at - 1]!;
        column[at - 1] = moved;
      }
    }
  }

  #sort(): void {
    const order = Array.from({ length: this.count }, (_each, at) => at).sort((one, other) =>
      this.#compare(one, other),
    );
    for (const column of this.#columns) {
      const sorted = order.map((at) => column[at]!);
      for (let at = 0; at < sorted.length; at++) column[at] = sorted[at]!;
    }
  }

  #compare(one: number, other: number): number {
    return (
      this.on[one]! - this.on[other]! ||
      this.known[one]! - this.known[other]! ||
      this.kind[one]! - this.kind[other]! ||
      compareTexts(idText(this.event(one)), idText(this.event(other))) ||
      compareTexts(this.contentAt(one), this.contentAt(other))
    );
  }

  #withdraw(): void {
    const gone = new Set<string>();
    const ids = new Map(this.journey.events.map((event) => [event.id, event]));
    for (const event of this.journey.events) {
      if (event.kind !== "retracted") continue;
      const known = readEpochDay(event.knownOn ?? event.on);
      const isFarOff = known > this.#knownBy + TEN_YEARS;
      if (known > this.#knownBy && !isFarOff) continue;
      const withdrawn = typeof event.of === "string" ? ids.get(event.of) : undefined;
      const isForetold = this.#codes.expects(this.#codes.codeOf(withdrawn?.kind ?? "") ?? 0) >= 0;
      const isTooEarly = withdrawn !== undefined && !isForetold && known < readEpochDay(withdrawn.on);
      const isOnNoDay = Number.isNaN(known) || isFarOff || STANDS_FOR_NONE.includes(known) || isTooEarly;
      const isClear = withdrawn !== undefined && !isOnNoDay;
      if (isClear) gone.add(event.of as string);
      else this.badRetractions.push(event);
    }
    this.#keep((at) => {
      const { id } = this.event(at);
      return id === undefined || !gone.has(id);
    });
  }

  /** Takes events out at some positions. */
  drop(positions: ReadonlySet<number>): void {
    for (let at = 0; at < this.count; at++) this.#firsts[this.kind[at]!] = -1;
    this.#keep((at) => !positions.has(at));
    this.#link();
  }

  #keep(isKept: (at: number) => boolean): void {
    let kept = 0;
    for (let i = 0; i < this.count; i++) {
      if (!isKept(i)) continue;
      for (const column of this.#columns) column[kept] = column[i]!;
      kept++;
    }
    this.count = kept;
  }
}

/** A small whole number for each kind of event a programme lists. */
export class KindCodes {
  readonly #codes = new Map<string, number>();
  readonly #foretold: Int32Array;

  constructor(kinds: readonly EventKind[]) {
    for (const { id } of kinds) this.#codes.set(id, this.#codes.size);
    this.#foretold = Int32Array.from(kinds, ({ expects }) =>
      expects === undefined ? -1 : (this.#codes.get(expects) ?? -1),
    );
  }

  get size(): number {
    return this.#codes.size;
  }

  codeOf(kind: string): number | undefined {
    return this.#codes.get(kind);
  }

  /** The kind that this one only foretells, or -1. */
  expects(code: number): number {
    return this.#foretold[code]!;
  }
}

/** An id as text; any other, which only unchecked data has, is none. */
function idText({ id }: JourneyEvent): string {
  return typeof id === "string" ? id : "";
}
