import fc from "fast-check";
import { type EpochCalendar, epochCalendar } from "../../calendar/index.js";
import type { EpochDay } from "../../date/index.js";
import { isAboutReferral } from "../../deadlines/index.js";
import { defined } from "../../defined.js";
import { ProgrammeFault, shown } from "../../fault.js";
import type { Scalar } from "../../journey/index.js";
import {
  type CadenceRequirement,
  type DeadlineRequirement,
  type EventKind,
  type EventMatch,
  eventsMarking,
  type Programme,
  type Requirement,
} from "../../rules/index.js";
import { unknownWord } from "../../unknown-word.js";
import { fieldsOf, type Happening, orderly } from "./happenings.js";
import { kindOf, type StateSpan, type Vocabulary } from "./journey-vocabulary.js";

/**
 * How likely the turns of a journey are, each from 0 to 1.
 *
 * - `starts`, `leaves`: whether someone starts, and later leaves.
 * - `done`: whether what is owed is done at all; `inTime`: whether what is done comes within its time.
 * - `spells`: whether someone begins a job, disengages, or enters another such state, each time anew.
 * - `happens`: whether what nobody owes happens: a missed meeting, an agreed frequency, earnings.
 * - `lateKnowledge`, `retractions`: whether one event becomes known later, or is withdrawn.
 * - `kinds`: whether single kinds of event come, by their ids, in place of what is said above of all of them:
 *   `{ "job-started": 0.3 }`.
 */
export interface JourneyChances {
  readonly starts: number;
  readonly leaves: number;
  readonly done: number;
  readonly inTime: number;
  readonly spells: number;
  readonly happens: number;
  readonly lateKnowledge: number;
  readonly retractions: number;
  readonly kinds: Readonly<Record<string, number>>;
}

const USUAL_CHANCES: JourneyChances = {
  starts: 0.85,
  leaves: 0.9,
  done: 0.8,
  inTime: 0.85,
  spells: 0.35,
  happens: 0.6,
  lateKnowledge: 0.5,
  retractions: 0.15,
  kinds: {},
};

/** A draw of one turn: below what is absent there is nothing; above, the larger the later. It shrinks to nothing. */
const DRAWS = 10_000;
/** How many days of the week a working day takes on the average. */
const PER_WORKING_DAY = 1.4;
/** What comes in time does so on the very last day in one of five cases; what is late, by one day in two of five. */
const ON_TIME = 0.8;
const DAY_LATE = 0.4;
/** How many days after its time what is late comes, at the most. */
const LATE = 20;
/** What a rule waits for happens more often than what nobody asks about; never stays never, and always always. */
const OFTEN = 0.3;
/** How many gaps between contacts are drawn; after them others follow from them while the contacts go on. */
const GAPS = 12;
/** What a provider does falls on a working day but for one time in so many. */
const ANY_DAY = 25;
/** A prime below the draws, so that which time it is does not hang on how late the draw is. */
const SPREAD = 7_919;
/** How many days somebody starts after the last thing that was owed before it, at the most. */
const UNTIL_START = 4;
/** Within how many days something comes that usually follows another: in the state that this began, or without one. */
const WITHIN_STATE = 60;
const SOON = 15;

/** How far a path goes: in days since its beginning, and in events beside the first. */
interface Limits {
  readonly days: number;
  readonly maxEvents: number;
}

/** Where a turn of a path is put: with what chance, and how many days from what has happened. */
interface Turn {
  readonly kind: string;
  readonly chance: number;
  readonly fields?: Happening["fields"] | undefined;
  /** The day, of a draw from 0 to 1; undefined where what it follows has not happened. */
  readonly day: (draw: number, path: Path) => number | undefined;
}

/** What has happened so far on one path, and the first day of each kind. */
class Path {
  readonly happenings: Happening[] = [];
  readonly #begins: EpochDay;
  readonly #calendar: EpochCalendar;
  readonly #first = new Map<string, number>();

  readonly #states: Programme["states"];

  constructor(begins: EpochDay, calendar: EpochCalendar, { states }: Programme) {
    this.#begins = begins;
    this.#calendar = calendar;
    this.#states = states;
  }

  /** The first day of the first of these matches that has happened, the turns of states among them. */
  dayOfAny(matches: readonly EventMatch[]): number | undefined {
    const events = matches.flatMap((match) => eventsMarking(match, { states: this.#states }));
    return this.dayOf(events.flatMap((match) => kindOf(match) ?? []));
  }

  /** So many days of the week a length takes from a day, or before it. */
  daysOf(length: object, day: number, isBefore: boolean): number {
    const { workingDays } = length as { readonly workingDays?: number };
    if (workingDays === undefined || workingDays === 0) return Math.floor(lengthInDays(length));
    const from = this.#begins + day;
    const days = isBefore
      ? from - this.#calendar.subtract(from, Math.max(workingDays - 1, 1))
      : this.#calendar.add(from, workingDays) - from;
    // Where the calendar ends, its answers stand for nothing.
    return Math.abs(days) > 4_000 ? Math.floor(lengthInDays(length)) : days;
  }

  /**
   * A day on which a provider does something: a working day nearly always, the next one within the bounds or
   * else the one before.
   */
  worked(
    day: number,
    { from, until }: { readonly from: number; readonly until: number },
    draw: number,
  ): number {
    if (Math.floor(draw * SPREAD) % ANY_DAY === ANY_DAY - 1) return day;
    for (let on = day; on <= Math.min(until, day + 7); on++) if (this.#isWorked(on)) return on;
    for (let on = day; on >= Math.max(from, day - 7); on--) if (this.#isWorked(on)) return on;
    return day;
  }

  #isWorked(day: number): boolean {
    return this.#calendar.isWorkingDay(this.#begins + day);
  }

  add(happening: Happening): void {
    this.happenings.push(happening);
    const before = this.#first.get(happening.kind) ?? Number.POSITIVE_INFINITY;
    this.#first.set(happening.kind, Math.min(before, happening.day));
  }

  /** The last of the first days of these kinds. */
  lastOf(kinds: Iterable<string>): number | undefined {
    let last: number | undefined;
    for (const kind of kinds) {
      const day = this.#first.get(kind);
      if (day !== undefined) last = Math.max(day, last ?? day);
    }
    return last;
  }

  /** The days of a kind, in order. */
  daysOfKind(kind: string): readonly number[] {
    const days = this.happenings.flatMap((each) => (each.kind === kind ? [each.day] : []));
    return days.sort((one, other) => one - other);
  }

  /** The first day of an event with the fields that a match asks for. */
  dayOfMatch(match: EventMatch): number | undefined {
    const asked = Object.entries(fieldsAsked(match) ?? {});
    const kind = kindOf(match);
    const days = this.happenings.flatMap((each) =>
      each.kind === kind && asked.every(([name, value]) => each.fields?.[name] === value) ? [each.day] : [],
    );
    return days.length === 0 ? undefined : Math.min(...days);
  }

  /** The days from which, and until which, a state holds. */
  timesIn({ from, until }: StateSpan): readonly (readonly [number, number])[] {
    const times: [number, number][] = [];
    const turns = this.happenings.filter(({ kind }) => from.includes(kind) || until.includes(kind));
    for (const { kind, day } of turns.sort((one, other) => one.day - other.day)) {
      const open = times.at(-1);
      const isIn = open?.[1] === Number.POSITIVE_INFINITY;
      if (from.includes(kind) && !isIn) times.push([day, Number.POSITIVE_INFINITY]);
      else if (until.includes(kind) && isIn) open[1] = day;
    }
    return times;
  }

  /** The first day of the first of these kinds that has happened. */
  dayOf(kinds: readonly string[]): number | undefined {
    for (const kind of kinds) {
      const day = this.#first.get(kind);
      if (day !== undefined) return day;
    }
    return undefined;
  }
}

/**
 * Paths through a programme, made from what its data says happens: people start, are owed what its deadlines
 * ask for, are contacted at about the gap of its cadences, begin and end spells, and leave. Everything but the
 * first event may be absent, and a path shrinks to that one.
 */
export function paths(
  vocabulary: Vocabulary,
  { days, maxEvents, ...given }: Limits & { readonly chances?: Partial<JourneyChances> | undefined },
): fc.Arbitrary<(begins: EpochDay) => readonly Happening[]> {
  const chances = checkedChances(vocabulary, given.chances);
  const turns = turnsOf(vocabulary, chances);
  const { rules, first } = vocabulary;
  const cadences = rules.filter(isContact(vocabulary));
  const quiet = cadences.map((rule) => quietStates(rule, cadences, vocabulary));
  const [name] = Object.values(vocabulary.programme.calendars);
  const calendar = epochCalendar(name ?? "england-and-wales", { beyondPublished: "project" });
  const draw = fc.noBias(fc.nat({ max: DRAWS - 1 }));
  const gaps = fc.noBias(fc.array(fc.nat({ max: 99 }), { maxLength: GAPS, size: "max" }));
  return fc
    .record({
      draws: fc.tuple(...turns.map(() => draw)),
      contacts: fc.tuple(...cadences.map(() => fc.record({ gaps, goesOn: draw }))),
      knownLater: draw,
      retracted: draw,
    })
    .map(({ draws, contacts, knownLater, retracted }) => (begins) => {
      const path = new Path(begins, calendar, vocabulary.programme);
      path.add({ kind: first, day: 0 });
      take(turns, draws, path, vocabulary);
      for (const [at, rule] of cadences.entries()) {
        const { gaps: drawn, goesOn } = contacts[at]!;
        const [kind] = rule.event.flatMap((match) => kindOf(match) ?? []);
        const chance = chances.kinds[kind ?? ""] ?? chances.done;
        const isDone = chance > 0 && goesOn >= (1 - chance) * DRAWS;
        const until = isDone ? Number.POSITIVE_INFINITY : chance === 0 ? 0 : drawn.length;
        const shown = isDone && drawn.length === 0 ? [0] : drawn;
        for (const each of contactsOf(rule, { gaps: shown, until, days }, path, chances, {
          vocabulary,
          quiet: quiet[at]!,
        }))
          path.add(each);
      }
      const all = consistent(orderly(path.happenings, vocabulary), vocabulary);
      const happened = all.filter(({ day }) => day <= days).slice(0, maxEvents + 1);
      return withdrawn(
        toldLate(happened, pickOf(knownLater, chances.lateKnowledge, happened.length)),
        happened.length > maxEvents ? undefined : pickOf(retracted, chances.retractions, happened.length),
        { days, later: 1 + (retracted % 30), vocabulary },
      );
    });
}

function checkedChances(
  { programme }: Vocabulary,
  { kinds = {}, ...given }: Partial<JourneyChances> = {},
): JourneyChances {
  const named = defined(given) as Omit<JourneyChances, "kinds">;
  checkEach(named, Object.keys(USUAL_CHANCES));
  checkEach(
    kinds,
    programme.events.map(({ id }) => id),
  );
  return { ...USUAL_CHANCES, ...named, kinds };
}

function checkEach(chances: Readonly<Record<string, number>>, allowed: readonly string[]): void {
  for (const [name, chance] of Object.entries(chances)) {
    const fault = { code: "testing/chance", given: `the chance ${name} ${shown(chance)}` };
    if (!allowed.includes(name))
      throw unknownWord({ ...fault, written: name, allowed, todo: "Name one of these." });
    if (typeof chance !== "number" || !(chance >= 0 && chance <= 1))
      throw new ProgrammeFault({ ...fault, allowed: "a number from 0 to 1", todo: "0 is never, 1 always." });
  }
}

/** With a chance, one of so many; never the first, which a journey hangs on. */
function pickOf(draw: number, chance: number, of: number): number | undefined {
  return draw < (1 - chance) * DRAWS || of < 2 ? undefined : 1 + (draw % (of - 1));
}

function toldLate(happened: readonly Happening[], at: number | undefined): readonly Happening[] {
  return happened.map((each, i) => (i === at ? { ...each, knownLater: 1 + ((i * 7) % 45) } : each));
}

/** One event is withdrawn some days later, unless what came after it needs it. */
function withdrawn(
  happened: readonly Happening[],
  at: number | undefined,
  {
    days,
    later,
    vocabulary,
  }: { readonly days: number; readonly later: number; readonly vocabulary: Vocabulary },
): readonly Happening[] {
  const mistake = at === undefined ? undefined : happened[at];
  const { kind: gone = "" } = mistake ?? {};
  const isNeeded =
    happened.some(({ kind }) => vocabulary.kinds.get(kind)?.notBefore?.includes(gone)) ||
    vocabulary.spans.some(({ isEach, until }) => isEach && until.includes(gone));
  if (mistake === undefined || isNeeded) return happened;
  const id = { ...mistake, fields: { ...mistake.fields, id: "withdrawn" } };
  const withdrawal = {
    kind: "retracted",
    day: Math.min(mistake.day + later, days),
    fields: { of: "withdrawn" },
  };
  return [...happened.map((each) => (each === mistake ? id : each)), withdrawal].sort(
    (one, other) => one.day - other.day,
  );
}

/** Goes over the turns until none can be taken any more: what one follows may stand behind it. */
function take(turns: readonly Turn[], draws: readonly number[], path: Path, vocabulary: Vocabulary): void {
  const left = new Set(turns.keys());
  for (let before = -1; before !== left.size; ) {
    before = left.size;
    for (const at of left) {
      const { kind, chance, day, fields } = turns[at]!;
      const absent = (1 - chance) * DRAWS;
      if (draws[at]! < absent || chance === 0) {
        left.delete(at);
        continue;
      }
      const draw = (draws[at]! - absent) / (DRAWS - absent);
      const on = day(draw, path);
      if (on === undefined) continue;
      left.delete(at);
      path.add({ kind, day: Math.max(on, 0), fields: fields ?? fieldsOf(vocabulary, kind, draws[at]!) });
    }
  }
}

/** Contacts while a state lasts, each about its gap after the last; what is late comes after a longer one. */
function contactsOf(
  rule: CadenceRequirement,
  { gaps, until, days }: { readonly gaps: readonly number[]; readonly until: number; readonly days: number },
  path: Path,
  { inTime }: JourneyChances,
  { vocabulary, quiet }: { readonly vocabulary: Vocabulary; readonly quiet: readonly StateSpan[] },
): Happening[] {
  const span = vocabulary.spans.find(({ id }) => id === rule.while);
  let last = span && path.dayOf(span.from);
  const [kind] = rule.event.flatMap((match) => kindOf(match) ?? []);
  if (span === undefined || last === undefined || kind === undefined || gaps.length === 0) return [];
  const end = path.dayOf(span.until.filter((each) => !span.from.includes(each))) ?? days;
  const away = quiet.flatMap((each) => path.timesIn(each));
  const agreed = path.happenings.find((each) => isAgreed(each, rule));
  const late = 100 * inTime;
  const made: Happening[] = [];
  for (let at = 0; at < until; at++) {
    const gap = (gaps[at % gaps.length]! + 37 * Math.floor(at / gaps.length)) % 100;
    const isAgreed = agreed !== undefined && agreed.day <= last;
    const usual = lengthInDays(isAgreed ? { workingDays: agreed.fields?.workingDays } : rule.every);
    const next =
      last + Math.max(1, Math.floor(usual * (gap < late ? 0.45 + gap / 220 : 1.2 + (gap - late) / 10)));
    const bounds = { from: last + 1, until: gap < late ? last + Math.floor(usual) : end };
    last = path.worked(next, bounds, (gap * 100 + at) / DRAWS);
    const back = away.find(([from, to]) => last! >= from && last! < to)?.[1];
    last = back ?? last;
    if (last > end) break;
    made.push({ kind, day: last, fields: fieldsOf(vocabulary, kind, gap) });
  }
  return made;
}

/** The states in which contacts stop, but for those in which another rule asks for the same contacts. */
function quietStates(
  rule: CadenceRequirement,
  cadences: readonly CadenceRequirement[],
  vocabulary: Vocabulary,
): StateSpan[] {
  const elsewhere = vocabulary.named(cadences.filter((each) => each !== rule).map((each) => each.while));
  return vocabulary.spans.filter(
    ({ id, from }) => rule.stops?.[id] === true && !from.some((kind) => elsewhere.has(kind)),
  );
}

/** Whether it agrees a frequency of one's own for these contacts. */
function isAgreed({ kind, fields = {} }: Happening, { frequency = [] }: CadenceRequirement): boolean {
  return frequency.some((match) => {
    if (kindOf(match) !== kind) return false;
    if (typeof match === "string" || !("event" in match)) return true;
    const { where = {}, without = [] } = match;
    const isTold = Object.entries(where).every(([field, value]) => fields[field] === value);
    return isTold && without.every((field) => fields[field] === undefined);
  });
}

/** A field that may name a kind of event (a status `started`) says what happened on the path. */
function consistent(happened: readonly Happening[], { kinds }: Vocabulary): readonly Happening[] {
  const seen = new Set(happened.map(({ kind }) => kind));
  return happened.map((each) => {
    const [field, values] =
      Object.entries(kinds.get(each.kind)?.values ?? {}).find(([, listed]) =>
        listed.some((value) => kinds.has(String(value))),
      ) ?? [];
    if (field === undefined || values === undefined || each.fields === undefined) return each;
    const told = values.filter((value) => seen.has(String(value)));
    const fitting = told.length > 0 ? told : values.filter((value) => !kinds.has(String(value)));
    const said = each.fields[field] as Scalar;
    return fitting.length === 0 || fitting.includes(said)
      ? each
      : { ...each, fields: { ...each.fields, [field]: fitting[each.day % fitting.length]! } };
  });
}

function turnsOf(vocabulary: Vocabulary, chances: JourneyChances): Turn[] {
  const { programme, first, rules } = vocabulary;
  const start = kindOf(programme.cohortBy) ?? first;
  const leaving = programme.conventions.leaving.flatMap((match) => kindOf(match) ?? []);
  const main = vocabulary.spans.find(({ from }) => from.includes(start));
  const spells = vocabulary.spans.filter((span) => span !== main && isOwn(span, vocabulary));
  const begun = beginning(vocabulary, start, chances);
  const deadlines = rules.filter((rule) => rule.kind === "deadline" && !begun.rules.has(rule));
  const contents = rules.filter(({ kind }) => kind === "content");
  const owed = [...deadlines, ...contents].flatMap((rule) => owedBy(rule, chances));
  const taken = new Set([
    first,
    start,
    ...leaving,
    "attested",
    ...spells.flatMap(({ from, until }) => [...from, ...until]),
    ...[...begun.turns, ...owed].map(({ kind }) => kind),
    ...rules
      .filter(isContact(vocabulary))
      .flatMap(({ event }) => event.flatMap((each) => kindOf(each) ?? [])),
  ]);
  /** Some time after the start, and before somebody leaves. */
  const whileThere = (draw: number, path: Path, room: number) => {
    const day = after(path.dayOf([start]), Math.floor(draw * room));
    const left = path.dayOf(leaving);
    return day === undefined || (left !== undefined && day > left) ? undefined : day;
  };
  const awaited = new Set(
    rules.flatMap((rule) =>
      rule.kind === "deadline" ? (rule.laterOf ?? []).flatMap((match) => kindOf(match) ?? []) : [],
    ),
  );
  return [
    ...begun.turns,
    ...leaving.slice(0, 1).map((kind) => ({
      kind,
      chance: chances.kinds[kind] ?? chances.leaves,
      day: (draw: number, path: Path) => after(path.dayOf([start]), 3 + Math.floor(draw * 180)),
    })),
    ...spells.flatMap((span) => spellsOf(span, whileThere, chances)),
    ...vocabulary.own
      .filter(({ id }) => !taken.has(id))
      .map((kind) => ({
        kind: kind.id,
        chance: chances.kinds[kind.id] ?? (awaited.has(kind.id) ? chances.happens ** OFTEN : chances.happens),
        day: followingOn(kind, vocabulary) ?? ((draw: number, path: Path) => whileThere(draw, path, 100)),
      })),
    ...owed,
    ...rules.flatMap((rule) => attestationsOf(rule, chances)),
  ];
}

/**
 * What is owed from the first event on, and the start. Somebody starts within days of the last thing that is
 * owed no later than the event that tells of the start (a status `started`), which then comes on that day or
 * later, for those who do not start as well.
 */
function beginning(
  vocabulary: Vocabulary,
  start: string,
  chances: JourneyChances,
): { readonly rules: ReadonlySet<Requirement>; readonly turns: readonly Turn[] } {
  const { first, kinds } = vocabulary;
  const owedFirst = vocabulary.rules.filter(
    (rule): rule is DeadlineRequirement =>
      rule.kind === "deadline" && isAboutReferral(rule) && kindOf(rule.after?.[0]) === first,
  );
  const tells = ({ event }: DeadlineRequirement) =>
    event.some((match) =>
      Object.values(kinds.get(kindOf(match) ?? "")?.values ?? {}).some((listed) => listed.includes(start)),
    );
  const telling = owedFirst.filter(tells);
  const longest = Math.min(...telling.map(timeOf));
  const seeing = owedFirst.filter((rule) => !telling.includes(rule) && timeOf(rule) <= longest);
  const told = telling.length === 0 || start === first ? [] : telling.flatMap(kindsOf);
  const seen = told.length === 0 ? [] : seeing.flatMap(kindsOf);
  const later = (turn: Turn): Turn => ({
    ...turn,
    day: (draw, path) => Math.max(turn.day(draw, path) ?? 0, path.lastOf(seen) ?? 0),
  });
  const starting: Turn = {
    kind: start,
    chance: chances.kinds[start] ?? chances.starts,
    day: (draw, path) => {
      const from = path.lastOf(seen);
      const until = path.dayOf(told);
      if (from === undefined && until === undefined) return 1 + Math.floor(draw * 25);
      const some = Math.floor(draw * UNTIL_START);
      const day = from === undefined ? until! - some : from + some;
      const bounds = { from: Math.max(from ?? 1, 1), until: until ?? Number.POSITIVE_INFINITY };
      return path.worked(Math.min(Math.max(day, bounds.from), bounds.until), bounds, draw);
    },
  };
  const isTold = (rule: DeadlineRequirement) => told.length > 0 && telling.includes(rule);
  const before = owedFirst.filter((rule) => !isTold(rule)).flatMap((rule) => owedBy(rule, chances));
  const telltale = owedFirst.filter(isTold).flatMap((rule) => owedBy(rule, chances).map(later));
  return {
    rules: new Set(owedFirst),
    turns: [...before, ...telltale, ...(start === first ? [] : [starting])],
  };
}

const kindsOf = ({ event }: DeadlineRequirement) => event.flatMap((match) => kindOf(match) ?? []);
const timeOf = ({ within }: DeadlineRequirement) =>
  within === undefined ? Number.POSITIVE_INFINITY : lengthInDays(within);

/** When something comes that follows another as a rule; undefined where the programme says of nothing that it does. */
function followingOn(
  { id, expects, usuallyAfter }: EventKind,
  { programme, rules, spans }: Vocabulary,
): Turn["day"] | undefined {
  if (expects !== undefined) return (draw, path) => after(path.dayOf([expects]), Math.floor(draw * 11) - 3);
  const outcome = programme.outcomes.find(({ claim }) => kindOf(claim) === id);
  if (outcome !== undefined)
    return (draw, path) => after(path.dayOfMatch(outcome.event), 1 + Math.floor(draw * 2 * SOON));
  const excused = rules.find(
    (rule): rule is DeadlineRequirement =>
      rule.kind === "deadline" && (rule.excusedBy ?? []).some((match) => kindOf(match) === id),
  );
  if (excused !== undefined) {
    const anchors = (excused.after ?? []).flatMap((match) => kindOf(match) ?? []);
    return (draw, path) => after(path.dayOf(anchors), Math.floor(draw * SOON));
  }
  if (usuallyAfter === undefined) return undefined;
  const ends = spans.flatMap(({ from, until }) =>
    from.some((kind) => usuallyAfter.includes(kind)) ? until : [],
  );
  return (draw, path) => {
    const from = path.dayOf(usuallyAfter);
    if (from === undefined) return undefined;
    const room =
      ends.length === 0 ? SOON : Math.min(WITHIN_STATE, (path.dayOf(ends) ?? from + WITHIN_STATE) - from);
    return from + Math.floor(draw * room);
  };
}

/** Two spells of a state: each begins some time after the start, and may end. */
function spellsOf(
  { from, until }: StateSpan,
  whileThere: (draw: number, path: Path, room: number) => number | undefined,
  { spells, kinds }: JourneyChances,
): Turn[] {
  const [begins] = from as [string, ...string[]];
  const ends = until.find((kind) => !from.includes(kind));
  const beginning: Turn = {
    kind: begins,
    chance: kinds[begins] ?? spells,
    day: (draw, path) => whileThere(draw, path, 90),
  };
  const ending = (spell: number, kind: string): Turn => ({
    kind,
    chance: kinds[kind] ?? 0.6,
    day: (draw, path) => after(path.daysOfKind(begins)[spell], 3 + Math.floor(draw * 60)),
  });
  return [beginning, beginning, ...(ends === undefined ? [] : [ending(0, ends), ending(1, ends)])];
}

/** What a deadline asks for: its first event as a rule, others that would do as well now and then. */
function owedBy(rule: Requirement, chances: JourneyChances): Turn[] {
  if (!isAboutReferral(rule)) return [];
  if (rule.kind === "content") {
    const kind = kindOf(rule.record);
    const anchors = (rule.owedAfter ?? []).flatMap((match) => kindOf(match) ?? []);
    if (kind === undefined || anchors.length === 0) return [];
    return [
      {
        kind,
        chance: (chances.kinds[kind] ?? chances.done) / 2,
        // Where a deadline asks for it too, it may have come before.
        day: (draw, path) => {
          const from = path.dayOf([kind]) === undefined ? path.dayOf(anchors) : undefined;
          if (from === undefined) return undefined;
          return path.worked(from + Math.floor(draw * 10), { from, until: from + 10 }, draw);
        },
      },
    ];
  }
  if (rule.kind !== "deadline") return [];
  const kinds = rule.event.flatMap((match) => kindOf(match) ?? []);
  return kinds.map((kind, at) => ({
    kind,
    chance: (chances.kinds[kind] ?? chances.done) / (rule.all || at === 0 ? 1 : 2),
    fields: fieldsAsked(rule.event[at]!),
    day: (draw, path) => dayOwed(rule, draw, path, chances),
  }));
}

/** In time for the most part, the later the draw the later; ahead of a `before` anchor, the earlier. */
function dayOwed(
  rule: DeadlineRequirement,
  draw: number,
  path: Path,
  { inTime }: JourneyChances,
): number | undefined {
  const begins = path.dayOfAny(rule.after ?? rule.before ?? []);
  if (begins === undefined) return undefined;
  const anchor = Math.max(begins, path.dayOfAny(rule.laterOf ?? []) ?? begins);
  const isBefore = rule.before !== undefined;
  const within = rule.within === undefined ? 20 : path.daysOf(rule.within, anchor, isBefore);
  const first = rule.atLeast === undefined ? 0 : path.daysOf(rule.atLeast, anchor, isBefore);
  const offset =
    draw < inTime
      ? Math.min(within, first + Math.floor((draw / inTime / ON_TIME) * (within - first + 1)))
      : within + 1 + Math.max(0, Math.floor(((draw - inTime) / (1 - inTime) - DAY_LATE) * LATE));
  const isLate = offset > within;
  if (isBefore) {
    const last = anchor - (isLate ? within + 1 : Math.max(first, 1));
    const bounds = { from: isLate ? Number.NEGATIVE_INFINITY : anchor - within, until: last };
    return path.worked(anchor - Math.max(offset, 1), bounds, draw);
  }
  const bounds = {
    from: anchor + (isLate ? within + 1 : first),
    until: isLate ? Number.POSITIVE_INFINITY : anchor + within,
  };
  return path.worked(anchor + offset, bounds, draw);
}

/** What a person attests of a record, once it is there; some find a part missing. */
function attestationsOf(rule: Requirement, { done, inTime, kinds }: JourneyChances): Turn[] {
  const record = rule.kind === "content" ? kindOf(rule.record) : undefined;
  if (rule.kind !== "content" || record === undefined || !isAboutReferral(rule)) return [];
  return rule.parts.flatMap((part): Turn[] => {
    if (part.check !== "human") return [];
    const fields = (holds: boolean) => ({ requirement: rule.id, part: part.id, holds, by: "reviewer" });
    return [true, false].map((holds) => ({
      kind: "attested",
      chance: kinds.attested === 0 ? 0 : holds ? (kinds.attested ?? done) : (1 - inTime) / 2,
      fields: fields(holds),
      day: (draw, path) => {
        const from = path.dayOf([record]);
        const day = from && from + Math.floor(draw * 5) + (holds ? 0 : 5);
        return day && path.worked(day, { from: day, until: Number.POSITIVE_INFINITY }, draw);
      },
    }));
  });
}

const after = (day: number | undefined, days: number) => (day === undefined ? undefined : day + days);

const isContact =
  ({ spans }: Vocabulary) =>
  (rule: Requirement): rule is CadenceRequirement =>
    rule.kind === "cadence" && isAboutReferral(rule) && spans.some(({ id }) => id === rule.while);

/** Whether people enter the state, and not a contract. */
function isOwn({ from }: StateSpan, { own }: Vocabulary): boolean {
  return from.length > 0 && from.every((kind) => own.some(({ id }) => id === kind));
}

function fieldsAsked(match: EventMatch): Happening["fields"] {
  if (typeof match === "string" || !("event" in match) || match.where === undefined) return undefined;
  return defined(match.where) as Readonly<Record<string, Scalar>>;
}

/** About how many days of the week a length takes. */
function lengthInDays(length: object): number {
  const { workingDays, days, weeks, months, each } = length as Readonly<Record<string, number | string>>;
  if (workingDays !== undefined) return Number(workingDays) * PER_WORKING_DAY;
  if (days !== undefined) return Number(days);
  if (weeks !== undefined) return Number(weeks) * 7;
  if (months !== undefined) return Number(months) * 30;
  return each === "day" || each === "working-day" ? 1 : each === "week" ? 7 : each === "quarter" ? 91 : 30;
}
