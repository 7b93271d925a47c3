import fc from "fast-check";
import { isProgrammeFault } from "programme-rules";
import { describe, expect, test } from "vitest";
import { entries } from "../../.config/package.js";
import { slipsOf } from "./slips.js";
import { type MethodCall, validCalls, validConstructions, validMethodCalls } from "./valid-calls.js";

type Callable = (...given: unknown[]) => unknown;

const doors = new Map<string, Readonly<Record<string, unknown>>>();
for (const [name, file] of entries) doors.set(name, await import(/* @vite-ignore */ file));

/** What comes of a slip, where that is not a fault which says how to mend it. */
async function otherThanAFault(call: Callable, args: readonly unknown[]): Promise<string | undefined> {
  try {
    const answer = await call(...args);
    if (answer instanceof fc.Arbitrary) fc.sample(answer, 1);
    return "ignored";
  } catch (error) {
    if (isProgrammeFault(error)) return error.todo === "" ? "a fault without what to do" : undefined;
    return `${(error as Error)?.constructor?.name}: ${String((error as Error)?.message).slice(0, 100)}`;
  }
}

/** What is not looked at, by how a slip's name begins, and why. */
const UNCHECKED: Readonly<Record<string, string>> = {
  "ProgrammeFault:": "made where something is thrown: it must not itself throw another",
  "ComplianceError:": "made by the assertions, of a matcher's message",
  "hashOf: programme":
    "a fingerprint is of whatever it is given: `amend` and `defineProgramme` look at what it says",
  "describeRequirement: part": "what stands in a requirement, `defineProgramme` looks at",
  "readUkDate: text": "reads what stands in a file, and gives undefined for what is no date",
  "rowReader: mapping.events[0]": "rows are data, and this reader is given each of them later",
  "CalendarDays.": "for many dates in a row, and said to be unchecked for speed",
  "RowReader.journey: cells[0]": "what stands in a cell is data: what is no text is a problem",
  "RowReader.event: cells[0]": "likewise",
  "RowReader.idOf: cells[0]": "likewise",
  "RowReader.eventIdOf: cells[0]": "likewise",
};

/** A call made ready: it may be made once. The arguments of a function are made when they are asked for. */
interface Ready {
  readonly call: Callable;
  readonly args: unknown[];
}

const ofFunction = (door: string, name: string, args: () => unknown[]) => (): Ready => {
  const exported = doors.get(door)![name] as Callable;
  const call: Callable = /^[A-Z]/.test(name)
    ? (...given) => new (exported as unknown as new (...all: unknown[]) => object)(...given)
    : exported;
  return {
    call,
    get args() {
      return args();
    },
  };
};

const ofMethod = (make: () => MethodCall) => (): Ready => {
  const { object, method, args } = make();
  return { call: (...given) => (object as Record<string, Callable>)[method]!(...given), args };
};

const calls = [
  ...[...Object.entries(validCalls), ...Object.entries(validConstructions)].flatMap(([door, lists]) =>
    Object.entries(lists).map(
      ([name, list]) => [door, name, list.map((args) => ofFunction(door, name, args))] as const,
    ),
  ),
  ...Object.entries(validMethodCalls).flatMap(([door, lists]) =>
    Object.entries(lists).map(([name, list]) => [door, name, list.map(ofMethod)] as const),
  ),
];

describe("a slip of the caller is a fault that says what to do: in no function is one ignored, or another error", () => {
  const isChecked = (slip: string) => !Object.keys(UNCHECKED).some((start) => slip.startsWith(start));

  test.each(calls)("%s: %s", async (door, name, list) => {
    const found = new Set<string>();
    for (const ready of list)
      for (const { what, args } of slipsOf(door, name, () => ready().args)) {
        if (!isChecked(`${name}: ${what}`)) continue;
        const other = await otherThanAFault(ready().call, args);
        if (other !== undefined) found.add(`${what}: ${other}`);
      }
    expect([...found]).toEqual([]);
  });
});

/** A value in which something is spoilt wherever it is of a shape; the value itself where nothing is. */
function spoiltWithin(value: unknown, isSuch: (value: object) => boolean, spoil: (value: never) => object) {
  const within = (each: unknown): unknown => {
    if (!isPlain(each)) return each;
    if (isSuch(each)) return spoil(each as never);
    if (Array.isArray(each)) return each.map(within);
    return Object.fromEntries(Object.entries(each).map(([name, part]) => [name, within(part)]));
  };
  return within(value);
}

describe("counts of people are whole and not below nought, in every row of a table", () => {
  type Rows = "rows" | "cohorts";
  type Row = { readonly starts: number; readonly converted: readonly number[] };
  const takers = (field: Rows) =>
    [...Object.entries(validCalls)].flatMap(([door, lists]) =>
      Object.entries(lists).flatMap(([name, list]) =>
        list
          .filter((args) => [...plainWithin(args())].some((each) => isTable(each, field)))
          .map((args) => [door, name, field, ofFunction(door, name, args)] as const),
      ),
    );
  const isTable = (value: object, field: Rows) =>
    field in value && "asAt" in value && "window" in value && !("kaplanMeier" in value);
  const wrong: ((row: Row) => Partial<Row> | object)[] = [
    ({ starts }) => ({ starts: -starts - 1 }),
    ({ starts }) => ({ starts: starts + 0.5 }),
    ({ converted }) => ({ converted: converted.map((count) => count && count + 0.5) }),
    ({ converted }) => ({ converted: converted.map(() => -1) }),
    () => ({ outcomes: -1 }),
    () => ({ mature: { count: 0.5, of: 1 } }),
  ];

  test.each([...takers("rows"), ...takers("cohorts")])(
    "%s: %s, in its %s",
    async (_door, _name, field, ready) => {
      for (const [at, change] of wrong.entries()) {
        const spoil = (table: Record<Rows, readonly Row[]>) => {
          const last = table[field].at(-1)!;
          return { ...table, [field]: [...table[field], { ...last, month: "2030-01", ...change(last) }] };
        };
        const { call, args } = ready();
        const spoilt = spoiltWithin(args, (each) => isTable(each, field), spoil) as unknown[];
        expect([at, await otherThanAFault(call, spoilt)]).toEqual([at, undefined]);
      }
    },
  );
});

describe("a method taken off its object works as it does on it", () => {
  const methods = Object.entries(validMethodCalls).flatMap(([door, lists]) =>
    Object.entries(lists).map(([name, list]) => [door, name, list] as const),
  );

  /** Functions within an answer are no two alike. */
  const shownAs = (answer: unknown) => JSON.stringify(answer);

  test.each(methods)("%s: %s", async (_door, _name, list) => {
    for (const make of list) {
      const { object, method, args } = make();
      const { [method]: alone } = object as Record<string, Callable>;
      const inPlace = make();
      const answer = (inPlace.object as Record<string, Callable>)[method]!(...inPlace.args);
      expect(shownAs(await alone!(...args))).toEqual(shownAs(await answer));
    }
  });
});

/** The lists and plain objects within a value, itself among them. */
function plainWithin(value: unknown, found = new Set<object>()): Set<object> {
  if (!isPlain(value) || found.has(value)) return found;
  found.add(value);
  for (const { value: each } of Object.values(Object.getOwnPropertyDescriptors(value)))
    plainWithin(each, found);
  return found;
}

const isPlain = (value: unknown): value is object =>
  Array.isArray(value) ||
  (typeof value === "object" && value !== null && Object.getPrototypeOf(value) === Object.prototype);

describe("what is given to a call is as it was: nothing of it is changed, and nothing frozen", () => {
  test.each(calls)("%s: %s", async (_door, _name, list) => {
    for (const ready of list) {
      const { call, args } = ready();
      const held = [...plainWithin(args)].map((object) => ({
        object,
        fields: { ...Object.getOwnPropertyDescriptors(object) },
        isFrozen: Object.isFrozen(object),
      }));
      const answer = await call(...args);
      if (answer instanceof fc.Arbitrary) fc.sample(answer, 1);
      for (const { object, fields, isFrozen } of held) {
        expect({ ...Object.getOwnPropertyDescriptors(object) }).toEqual(fields);
        expect(Object.isFrozen(object)).toBe(isFrozen);
      }
    }
  });
});
