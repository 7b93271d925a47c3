import { isAboutReferral } from "../../deadlines/index.js";
import type { DeadlineRequirement, EventKind, Requirement } from "../../rules/index.js";
import type { JourneyChances } from "./chances.js";
import { isContact } from "./contacts.js";
import type { Happening } from "./happenings.js";
import { kindOf, type StateSpan, type Vocabulary } from "./journey-vocabulary.js";
import { fieldsAsked, lengthInDays, type Path } from "./path.js";

/** What comes in time does so on the very last day in one of five cases; what is late, by one day in two of five. */
const ON_TIME = 0.8;
const DAY_LATE = 0.4;
/** How many days after its time what is late comes, at the most. */
const LATE = 20;
/** What a rule waits for happens more often than what nobody asks about; never stays never, and always always. */
const OFTEN = 0.3;
/** How many days somebody starts after the last thing that was owed before it, at the most. */
const UNTIL_START = 4;
/** Within how many days something comes that usually follows another: in the state that this began, or without one. */
const WITHIN_STATE = 60;
const SOON = 15;

/** Where a turn of a path is put: with what chance, and how many days from what has happened. */
export interface Turn {
  readonly kind: string;
  readonly chance: number;
  readonly fields?: Happening["fields"] | undefined;
  /** The day, of a draw from 0 to 1; undefined where what it follows has not happened. */
  readonly day: (draw: number, path: Path) => number | undefined;
}

export function turnsOf(vocabulary: Vocabulary, chances: JourneyChances): Turn[] {
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
  const awaited = awaitedKinds(rules);
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

/** The kinds that the deadlines of a programme wait for before their time begins. */
function awaitedKinds(rules: readonly Requirement[]): ReadonlySet<string> {
  return new Set(
    rules.flatMap((rule) =>
      rule.kind === "deadline" ? (rule.laterOf ?? []).flatMap((match) => kindOf(match) ?? []) : [],
    ),
  );
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

/** Whether people enter the state, and not a contract. */
function isOwn({ from }: StateSpan, { own }: Vocabulary): boolean {
  return from.length > 0 && from.every((kind) => own.some(({ id }) => id === kind));
}
