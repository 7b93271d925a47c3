import { ProgrammeFault, shown } from "./fault.js";

/**
 * What a value holds, as far as it must be known before it is worked with, by example: `""` is any text, `0`
 * any number, `[]` any list and `{}` any object; `[{ id: "" }]` is a list of objects that have an id. A test says of a
 * value whether it is one.
 */
type Example =
  | string
  | number
  | ((value: unknown) => boolean)
  | readonly Example[]
  | { readonly [field: string]: Example };

/** A kind of value that a public function takes: what people call it, the functions that give it, what it holds. */
export interface Kind {
  readonly name: string;
  readonly from?: string;
  readonly has: Example;
}

/**
 * Refuses a value of another kind.
 *
 * @throws ProgrammeFault `argument/kind`, saying what was given and which functions give what is asked for.
 */
export function refuseOther(value: unknown, { name, from, has }: Kind): void {
  const wrong = wrongOf(value, has);
  if (wrong === undefined) return;
  const isOne = Array.isArray(has) && wrong === "" && wrongOf(value, has[0]) === undefined;
  const given = isOne ? "one alone" : `${described(value)}${wrong && ` without a usable ${wrong}`}`;
  const todo = from === undefined ? "Correct it." : `Give what ${from} gives.`;
  throw argumentFault("kind", given, name, isOne ? "Put it in a list: [ … ]." : todo);
}

/** Where a value first departs from its example: `""` at the top, else its address; undefined where it does not. */
function wrongOf(value: unknown, example: Example, address = ""): string | undefined {
  if (typeof example === "function") return example(value) ? undefined : address;
  const isKind = Array.isArray(example)
    ? Array.isArray(value)
    : typeof example === "object"
      ? isObject(value)
      : typeof value === typeof example && (typeof value !== "number" || Number.isFinite(value));
  if (!isKind) return address;
  if (typeof example !== "object") return undefined;
  const parts = Array.isArray(example)
    ? example.flatMap((item) =>
        // Places without a value are looked at too.
        Array.from(value as unknown[], (each, at) => wrongOf(each, item, `${address}[${at}]`)),
      )
    : Object.entries(example).map(([field, each]) =>
        wrongOf((value as Record<string, unknown>)[field], each, `${address}${address && "."}${field}`),
      );
  return parts.find((wrong) => wrong !== undefined);
}

/**
 * Refuses what is no object at all, where its fields say the rest themselves.
 *
 * @throws ProgrammeFault `argument/kind`.
 */
export function refuseNotObject(value: unknown, allowed: string): void {
  if (!isObject(value)) throw argumentFault("kind", described(value), allowed, "Correct it.");
}

/**
 * The journeys of a caseload, to be gone through one after the other.
 *
 * @throws ProgrammeFault `argument/list` for one journey, and for whatever else cannot be gone through.
 */
export function journeysOf<Journeys>(journeys: Journeys): Journeys {
  if (typeof journeys === "object" && journeys !== null && Symbol.iterator in journeys) return journeys;
  const { events, journeys: inside } = (journeys ?? {}) as Readonly<Record<string, unknown>>;
  const isOne = Array.isArray(events);
  throw argumentFault(
    "list",
    isOne ? "one journey" : described(journeys),
    "a list of journeys (or any iterable)",
    isOne
      ? "Put it in a list: [journey]."
      : Array.isArray(inside)
        ? "Give its `journeys`."
        : "Put them in a list, or use reportStream.",
  );
}

/**
 * Does something with journeys one after the other. Only once one turns out to be none is it looked up which: where the
 * list can be gone through again, the fault says its place.
 */
export function placed(journeys: Iterable<unknown>, work: () => void): void {
  try {
    work();
  } catch (error) {
    if ((error as Partial<ProgrammeFault> | undefined)?.code !== "journey/shape") throw error;
    let at = 0;
    for (const journey of journeys) refuseNotJourney(journey, `journeys[${at++}], `);
    throw error;
  }
}

/**
 * Refuses a value that is not a journey at all; `place` says where it stands.
 *
 * @throws ProgrammeFault `journey/shape`.
 */
export function refuseNotJourney(journey: unknown, place = ""): void {
  const { id, events, unreadable, notRecorded } = (journey ?? {}) as Readonly<Record<string, unknown>>;
  const isListed =
    Array.isArray(events) &&
    areObjects(events) &&
    Array.isArray(unreadable ?? notRecorded ?? []) &&
    Array.isArray(notRecorded ?? []);
  if (typeof id === "string" && id !== "" && isListed) return;
  throw new ProgrammeFault({
    code: "journey/shape",
    given: place + wrongJourney(journey, id, events),
    allowed: 'a journey such as { id: "R1", events: [{ kind: "referral-received", on: "2021-04-01" }] }',
    todo: Array.isArray(journey)
      ? "Give one journey at a time."
      : typeof id === "number"
        ? `Write the id as text: "${id}".`
        : "Give each referral an id and its events.",
  });
}

function wrongJourney(journey: unknown, id: unknown, events: unknown): string {
  if (typeof id === "number") return `a journey whose id is the number ${id}`;
  if (typeof id !== "string" || id === "")
    return `${typeof journey === "string" ? "text" : shown(journey)} without an id`;
  if (!Array.isArray(events)) return "a journey without a list of events";
  return areObjects(events)
    ? "a journey whose `unreadable` or `notRecorded` is not a list"
    : "a journey with an event that is not an object";
}

/** A plain loop: this is asked of every event of every journey. */
function areObjects(values: readonly unknown[]): boolean {
  for (let i = 0; i < values.length; i++)
    if (typeof values[i] !== "object" || values[i] === null) return false;
  return true;
}

/** What was given, for a person: an object by the first of its fields. */
export function described(value: unknown): string {
  if (value === undefined || value === null) return String(value);
  if (!isObject(value)) return shown(value);
  const fields = sayableFields(value);
  return `an object${fields && ` with ${fields}`}`;
}

export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The first fields of an object, those that can be said. */
export function sayableFields(value: object): string {
  return Object.keys(value).filter(isSayable).slice(0, 4).join(", ");
}

/** Only what can be the name of a field: a key may be somebody's id. */
export function isSayable(name: string): boolean {
  return /^[a-z][A-Za-z]*$/.test(name);
}

/** A fault about an argument; its code is `argument/` and what is wrong. */
export function argumentFault(wrong: string, given: string, allowed: string, todo: string): ProgrammeFault {
  return new ProgrammeFault({ code: `argument/${wrong}`, given, allowed, todo });
}

/** A report, wherever one is worked with. */
export const REPORT: Kind = {
  name: "a report",
  from: "report",
  has: {
    receipt: { asAt: "" },
    journeys: 0,
    lines: [{ requirement: "", verdict: "" }],
    problems: [],
    problemCounts: [],
  },
};
