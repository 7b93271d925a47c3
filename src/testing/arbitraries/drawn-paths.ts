import fc from "fast-check";
import { epochCalendar } from "../../calendar/index.js";
import type { EpochDay } from "../../date/index.js";
import { DRAWS, type JourneyChances, withUsual } from "./chances.js";
import { contactsOf, isContact, quietStates } from "./contacts.js";
import { agreeing, fieldsOf, type Happening, orderly } from "./happenings.js";
import { kindOf, type Vocabulary } from "./journey-vocabulary.js";
import { Path } from "./path.js";
import { type Turn, turnsOf } from "./turns.js";

/** How many gaps between contacts are drawn; after them others follow from them while the contacts go on. */
const GAPS = 12;

/** How far a path goes: in days since its beginning, and in events beside the first. */
interface Limits {
  readonly days: number;
  readonly maxEvents: number;
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
  const chances = withUsual(given.chances);
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
      const all = agreeing(orderly(path.happenings, vocabulary), vocabulary);
      const happened = all.filter(({ day }) => day <= days).slice(0, maxEvents + 1);
      return withdrawn(
        toldLate(happened, pickOf(knownLater, chances.lateKnowledge, happened.length)),
        happened.length > maxEvents ? undefined : pickOf(retracted, chances.retractions, happened.length),
        { days, later: 1 + (retracted % 30), vocabulary },
      );
    });
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
    happened.some(({ kind }) => {
      const { notBefore = [], implies = [] } = vocabulary.kinds.get(kind) ?? {};
      return notBefore.includes(gone) || implies.some(({ event }) => event === gone);
    }) || vocabulary.spans.some(({ isEach, until }) => isEach && until.includes(gone));
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
      const earliest = path.lastOf(vocabulary.kinds.get(kind)?.notBefore ?? []) ?? 0;
      path.add({
        kind,
        day: Math.max(on, earliest),
        fields: fields ?? fieldsOf(vocabulary, kind, draws[at]!),
      });
    }
  }
}
