import fc from "fast-check";
import ts from "typescript";
import { describe, expect, test } from "vitest";
import { entries } from "../../.config/package.js";
import { checker, isOurs, MADE, parametersOf } from "./public-types.js";
import { type Calls, validCalls, validConstructions, validMethodCalls } from "./valid-calls.js";

type Callable = (...given: unknown[]) => unknown;
type Door = Readonly<Record<string, unknown>>;

const doors = new Map<string, Door>();
for (const [name, file] of entries) doors.set(name, await import(/* @vite-ignore */ file));

const isClass = (name: string) => /^[A-Z]/.test(name);
const namesOf = (door: Door, wanted: (name: string) => boolean) =>
  Object.keys(door)
    .filter((name) => typeof door[name] === "function" && wanted(name))
    .toSorted();

/** Each list of a table, with its door and its name. */
const listed = <List>(table: Readonly<Record<string, Readonly<Record<string, List>>>>) =>
  Object.entries(table).flatMap(([door, lists]) =>
    Object.entries(lists).map(([name, list]) => [door, name, list] as const),
  );

/** What an arbitrary gives is part of its answer. */
const answered = async (answer: unknown) => {
  const settled = await answer;
  if (settled instanceof fc.Arbitrary) fc.sample(settled, 1);
};

describe("every call answers", () => {
  test.each(listed(validCalls))("%s: %s", async (door, name, calls) => {
    for (const args of calls) await answered((doors.get(door)![name] as Callable)(...args()));
  });

  test.each(listed(validConstructions))("%s: new %s", (door, name, calls) => {
    const Made = doors.get(door)![name] as new (...given: unknown[]) => object;
    for (const args of calls) expect(new Made(...args())).toBeInstanceOf(Made);
  });

  test.each(listed(validMethodCalls))("%s: %s", (_door, _name, calls) => {
    for (const call of calls) {
      const { object, method, args } = call();
      (object as Record<string, Callable>)[method]!(...args);
    }
  });
});

/** What nearly every function takes: it is enough that all calls together give each field. */
const TAKEN_EVERYWHERE = new Set(["Journey", "ContractLog"]);

/** Fields that need not be given, by the end of their path, and why. */
const LEFT_OUT: Readonly<Record<string, string>> = {
  "(mapping).columns": "more than thirty names, each read as the three that are given",
  "ContractLog.leftOut": "written by the reader of rows, which reads no logs",
  "explain(finding)": "which fields a finding has depends on its verdict",
};

const isOptional = (field: ts.Symbol) => (field.flags & ts.SymbolFlags.Optional) !== 0;

/**
 * The fields that may be left out of a type, and that every value leaves out, as paths: fields of fields too. Of a type
 * that may take several forms, those that some value has.
 */
class Lacking {
  readonly #everywhere = new Map<ts.Type, unknown[]>();

  of(given: ts.Type, values: readonly unknown[], path: string): string[] {
    const type = checker.getNonNullableType(checker.getBaseConstraintOfType(given) ?? given);
    const name = (type.aliasSymbol ?? type.symbol)?.name ?? "";
    if (MADE.has(name) || values.length === 0 || isLeftOut(path)) return [];
    if (type.isUnion()) return type.types.flatMap((form) => this.of(form, values, path));
    if (checker.isArrayLikeType(type) || name === "Iterable") {
      const items = checker.getTypeArguments(type as ts.TypeReference).slice(0, 1);
      return items.flatMap((item) => this.of(item, values.filter(Array.isArray).flat(), `${path}[]`));
    }
    if ((type.flags & (ts.TypeFlags.Object | ts.TypeFlags.Intersection)) === 0 || !isOurs(type)) return [];
    if (!TAKEN_EVERYWHERE.has(name)) return this.#ofFields(type, values, path);
    this.#everywhere.set(type, [...(this.#everywhere.get(type) ?? []), ...values]);
    return [];
  }

  /** Of what is taken everywhere, once all has been looked at. */
  ofEverywhere(): string[] {
    return [...this.#everywhere].flatMap(([type, values]) => this.#ofFields(type, values, type.symbol.name));
  }

  #ofFields(type: ts.Type, values: readonly unknown[], path: string): string[] {
    const fields = checker.getPropertiesOfType(type);
    const needed = fields.filter((field) => !isOptional(field)).map((field) => field.name);
    const own = values.filter(
      (value): value is Record<string, unknown> =>
        typeof value === "object" &&
        value !== null &&
        !Array.isArray(value) &&
        needed.every((name) => name in value),
    );
    const index = type.getStringIndexType();
    const entry =
      index &&
      this.of(
        index,
        own.flatMap((each) => Object.values(each)),
        `${path}.*`,
      );
    const found = fields.flatMap((field) => {
      const at = `${path}.${field.name}`;
      const given = own.map((each) => each[field.name]).filter((each) => each !== undefined);
      if (given.length > 0) return this.of(checker.getTypeOfSymbol(field), given, at);
      return own.length > 0 && isOptional(field) && !isLeftOut(at) ? [at] : [];
    });
    return [...(entry ?? []), ...found];
  }
}

const isLeftOut = (path: string) => Object.keys(LEFT_OUT).some((end) => path.endsWith(end));

describe("nothing is left out", () => {
  test.each([...doors])("%s: every function, every class, and none that is gone", (name, door) => {
    const calls: Calls = validCalls[name] ?? {};
    expect(Object.keys(calls).toSorted()).toEqual(namesOf(door, (each) => !isClass(each)));
    expect(Object.keys(validConstructions[name] ?? {}).toSorted()).toEqual(namesOf(door, isClass));
    expect(Object.values(calls).filter((list) => list.length === 0)).toEqual([]);
  });

  test("every parameter, and every field that may be left out, is given in some call", () => {
    const lacking = new Lacking();
    const found = [...listed(validCalls), ...listed(validConstructions)].flatMap(([door, name, calls]) => {
      const given = calls.map((args) => args());
      return parametersOf(door, name).flatMap((parameters) =>
        parameters.flatMap((parameter, at) => {
          const path = `${name}(${parameter.name})`;
          const values = given.flatMap((args) => args.slice(at, at + 1));
          const type = checker.getTypeOfSymbol(parameter);
          return values.length === 0 ? [path] : lacking.of(type, values, path);
        }),
      );
    });
    expect([...found, ...lacking.ofEverywhere()]).toEqual([]);
  });
});
