import { whpJetsCv06 } from "programme-rules";
import type { Chance } from "./chance.js";

/** What stands in every text made up here, so that a message which quotes one is found out. */
export const MARK = "§";

const KINDS = [...whpJetsCv06.events.map(({ id }) => id as string), "retracted", "attested"];
const NASTY_KEYS = ["__proto__", "constructor", "prototype", "toString", "hasOwnProperty", "length", ""];
const WRONG_DATES = [
  "2021-02-29",
  "2021-13-01",
  "2021-00-10",
  "2021-4-1",
  "01/04/2021",
  "1 April 2021",
  "2021-04-01T00:00:00Z",
  " 2021-04-01",
  "2021-04-01 ",
  "2021-04-01\n",
  "２０２１-０４-０１",
  "+002021-04-01",
  "-0001-01-01",
  "0000-00-00",
  "9999-12-31",
  "1899-12-31",
  "2200-01-01",
  "20210401",
  "2021-W13-4",
  "",
  "NaN",
  "null",
];

/** Anything that JavaScript can put in a field. */
export function odd(chance: Chance, depth = 0): unknown {
  const simple: (() => unknown)[] = [
    () => undefined,
    () => null,
    () => chance.one([0, -0, -1, 1e308, Number.NaN, Number.POSITIVE_INFINITY, 44287, 0.5]),
    () => chance.once(2),
    () => text(chance),
    () => chance.one(WRONG_DATES),
    () => new Date(chance.once(2) ? Number.NaN : 0),
    () => 5n,
    () => Symbol("x"),
    () => () => MARK,
    () => Object.create(null),
    () => new Map(),
    () => new Proxy({}, {}),
    () => new String("boxed"),
  ];
  if (depth > 2 || !chance.once(4)) return chance.one(simple)();
  return chance.once(2) ? chance.list(3, () => odd(chance, depth + 1)) : oddObject(chance, depth + 1);
}

function oddObject(chance: Chance, depth: number): object {
  const keys = chance.list(3, () => (chance.once(2) ? chance.one(NASTY_KEYS) : text(chance)));
  // `JSON.parse` and `defineProperty` make an own `__proto__`, which an object literal would not.
  const made = {};
  for (const key of keys) {
    Object.defineProperty(made, key, { value: odd(chance, depth), enumerable: true, configurable: true });
  }
  return made;
}

/** Text nobody asked for, long now and then. */
function text(chance: Chance): string {
  if (chance.once(200)) return MARK.repeat(5000);
  return `${MARK}${chance.one(["", "x", "\u0000", "'; --", "=1+1", "<b>", "\ud800", "🂡", "ı", "..", "%s"])}`;
}

/** A nest of lists or objects, too deep for anything that calls itself once a level without care. */
export function nest(levels: number): unknown {
  let made: unknown = MARK;
  for (let i = 0; i < levels; i++) made = i % 2 === 0 ? [made] : { made };
  return made;
}

function date(chance: Chance): string {
  const month = 1 + chance.below(6);
  const day = 1 + chance.below(28);
  return `2021-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
}

/** An event that is right, or wrong in one or several fields. */
function event(chance: Chance): unknown {
  const made: Record<string, unknown> = {
    kind: chance.once(12) ? odd(chance) : chance.one(KINDS),
    on: chance.once(8) ? odd(chance) : chance.once(8) ? chance.one(WRONG_DATES) : date(chance),
  };
  if (chance.once(6)) made.knownOn = chance.once(2) ? odd(chance) : date(chance);
  if (chance.once(6)) made.id = chance.once(2) ? odd(chance) : "e1";
  if (chance.once(6)) made.of = chance.once(2) ? odd(chance) : "e1";
  if (chance.once(6)) made.status = chance.once(2) ? odd(chance) : "did-not-attend";
  if (chance.once(8)) made.workingDays = chance.once(2) ? odd(chance) : chance.below(12);
  if (chance.once(8)) made.requirement = chance.once(2) ? odd(chance) : "css-7/explored";
  if (chance.once(8)) made.part = chance.once(2) ? odd(chance) : "needs";
  if (chance.once(8)) made.holds = odd(chance);
  if (chance.once(30)) delete made[chance.one(["kind", "on"])];
  if (chance.once(30))
    Object.defineProperty(made, chance.one(NASTY_KEYS), { value: odd(chance), enumerable: true });
  return made;
}

/** A value with an id and a list of events, and anything at all in the rest. */
export function shapedJourney(chance: Chance, number: number): object {
  const made: Record<string, unknown> = {
    id: chance.once(30)
      ? `${MARK}twice`
      : chance.once(50)
        ? chance.one(NASTY_KEYS.slice(0, 6))
        : `${MARK}${number}`,
    events: chance.once(3000)
      ? Array.from({ length: 3000 }, () => event(chance))
      : chance.list(9, () => event(chance)),
  };
  if (chance.once(3)) made.attributes = chance.once(3) ? odd(chance) : attributes(chance);
  if (chance.once(8)) made.group = odd(chance);
  if (chance.once(10)) made.programme = chance.once(2) ? "whp-jets" : odd(chance);
  if (chance.once(10))
    made.unreadable = chance.once(2)
      ? chance.list(3, () => chance.one(KINDS))
      : chance.list(3, () => odd(chance));
  return made;
}

function attributes(chance: Chance): object {
  const made: Record<string, unknown> = {};
  if (chance.once(2)) made.nation = chance.once(2) ? chance.one(["england", "scotland", ""]) : odd(chance);
  if (chance.once(2)) made.provider = chance.once(2) ? text(chance) : odd(chance);
  if (chance.once(4)) made.provision = chance.once(2) ? "esf" : odd(chance);
  return made;
}

/** Something given where a journey was wanted. */
export function anyJourney(chance: Chance, number: number): unknown {
  if (chance.once(2)) return odd(chance);
  const made = shapedJourney(chance, number) as Record<string, unknown>;
  made[chance.one(["id", "events", "unreadable"])] = odd(chance);
  if (chance.once(4)) made.events = chance.list(3, () => odd(chance));
  return made;
}

/** A row of cells, or something given in place of one. */
export function row(chance: Chance, columns: readonly string[], number: number): unknown {
  if (chance.once(60)) return odd(chance);
  const made: Record<string, unknown> = { [columns[0]!]: chance.once(10) ? odd(chance) : `${MARK}${number}` };
  for (let filled = chance.below(8); filled > 0; filled--) {
    const column = chance.one(columns);
    const value = chance.once(3) ? odd(chance) : chance.once(3) ? chance.one(WRONG_DATES) : date(chance);
    // An own `__proto__`: to assign it would change what the row inherits.
    Object.defineProperty(made, column, { value, enumerable: true, configurable: true, writable: true });
  }
  if (chance.once(20)) {
    Object.defineProperty(made, chance.one(NASTY_KEYS), { value: odd(chance), enumerable: true });
  }
  return made;
}
