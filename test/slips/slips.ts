import ts from "typescript";
import { checker, isOurs, MADE, parametersOf } from "./public-types.js";

/** A call that is spoilt in one place: where and how, in words, and its arguments. */
export interface Slip {
  readonly what: string;
  readonly args: readonly unknown[];
}

/** What is read as data, with problems of its own and no faults: looked at as a whole, and not inside. */
const DATA = new Set([
  "ContractLog",
  "Journey",
  "JourneyEvent",
  "EventRow",
  "Finding",
  "KaplanMeierStep",
  "ReadableProgramme",
]);

/** Declared so, a text must be of a form. */
const OF_A_FORM = /^(readonly )?(DateInput|DateOrDistance|IsoDate|IsoMonth|RateInput|DateSpan)(\[\])?$/;

/** One value of each kind that JavaScript has. */
const VALUES = {
  text: "no such thing",
  number: 7.5,
  flag: true,
  list: [],
  object: {},
  callback: () => undefined,
} as const;
type Kind = keyof typeof VALUES;

/** A type as far as it matters to a slip. */
class Accepted {
  readonly kinds = new Set<Kind>();
  /** The only texts allowed; undefined where any is. */
  words: Set<string> | undefined;
  isAny = false;
  isNull = false;
  /** Whether an object without fields can be one. */
  isEmpty = false;

  constructor(given: ts.Type) {
    this.#add(given);
  }

  #add(given: ts.Type): void {
    const type = checker.getBaseConstraintOfType(given) ?? given;
    const { flags } = type;
    if (flags & (ts.TypeFlags.Any | ts.TypeFlags.Unknown)) this.isAny = true;
    else if (type.isUnion()) for (const form of type.types) this.#add(form);
    else if (flags & ts.TypeFlags.Null) this.isNull = true;
    else if (type.isStringLiteral()) {
      if (!this.kinds.has("text")) this.words = new Set();
      this.words?.add(type.value);
      this.kinds.add("text");
    } else if (flags & ts.TypeFlags.StringLike) {
      this.kinds.add("text");
      this.words = undefined;
    } else if (flags & ts.TypeFlags.NumberLike) this.kinds.add("number");
    else if (flags & ts.TypeFlags.BooleanLike) this.kinds.add("flag");
    else if (type.getCallSignatures().length > 0) this.kinds.add("callback");
    else if (isList(type)) this.kinds.add("list");
    else if (flags & (ts.TypeFlags.Object | ts.TypeFlags.Intersection)) {
      this.kinds.add("object");
      this.isEmpty ||= checker.getPropertiesOfType(type).every(isOptional);
    }
  }
}

const isOptional = (field: ts.Symbol) => (field.flags & ts.SymbolFlags.Optional) !== 0;
const nameOf = (type: ts.Type) => (type.aliasSymbol ?? type.symbol)?.name ?? "";
const isList = (type: ts.Type) =>
  checker.isArrayLikeType(type) || ["Iterable", "AsyncIterable", "ArrayLike"].includes(type.symbol?.name);

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value) && !(Symbol.iterator in value);

/** What a value of a type can never be. */
function* wrongValues(type: ts.Type, declared: string): Generator<[what: string, value: unknown]> {
  const accepted = new Accepted(type);
  if (accepted.isAny) return;
  for (const [kind, value] of Object.entries(VALUES) as [Kind, unknown][]) {
    const isWrong =
      !accepted.kinds.has(kind) ||
      (kind === "text" && (accepted.words !== undefined || OF_A_FORM.test(declared))) ||
      (kind === "object" && !accepted.isEmpty);
    if (isWrong) yield [` as ${kind === "text" ? JSON.stringify(value) : kind}`, value];
  }
  if (accepted.kinds.has("number")) {
    yield [" as NaN", Number.NaN];
    if (!accepted.kinds.has("text")) yield [" as a number in text", "10"];
  }
  if (!accepted.isNull) yield [" as null", null];
}

/** The declared type of a field or a parameter, as it is written. */
function declaredOf(symbol: ts.Symbol): string {
  const declaration = symbol.valueDeclaration;
  const isTyped = declaration && (ts.isParameter(declaration) || ts.isPropertySignature(declaration));
  return (isTyped && declaration.type?.getText()) || "";
}

/** A value spoilt in one place: itself another, or inside it a field misspelt, or of another kind. */
function* spoilt(type: ts.Type, declared: string, value: unknown): Generator<[what: string, value: unknown]> {
  yield* wrongValues(type, declared);
  const forms = type.isUnion() ? type.types : [type];
  if (Array.isArray(value)) {
    const item = forms
      .filter(isList)
      .flatMap((form) => checker.getTypeArguments(form as ts.TypeReference))[0];
    if (item === undefined || value.length === 0 || isDataOrMade(item)) return;
    for (const [what, wrong] of spoilt(item, declared.replace(/^readonly |\[\]$/g, ""), value[0]))
      yield [`[0]${what}`, [wrong, ...value.slice(1)]];
    return;
  }
  if (!isRecord(value)) return;
  if (forms.some((form) => isDataOrMade(form) && hasAll(form, value))) return;
  const own = forms.find((form) => isWalked(form) && hasAll(form, value));
  if (own === undefined) return;
  const fields = new Map(checker.getPropertiesOfType(own).map((field) => [field.name, field]));
  if (own.getStringIndexType() !== undefined || fields.size === 0) return;
  for (const [name, given] of Object.entries(value)) {
    const field = fields.get(name);
    if (field === undefined || given === undefined) continue;
    const { [name]: _taken, ...others } = value;
    if (!fields.has(`${name}x`)) yield [`.${name} misspelt`, { ...others, [`${name}x`]: given }];
    if (!fields.has(name.slice(0, -1)))
      yield [`.${name} cut short`, { ...others, [name.slice(0, -1)]: given }];
    for (const [what, wrong] of spoilt(checker.getTypeOfSymbol(field), declaredOf(field), given))
      yield [`.${name}${what}`, { ...others, [name]: wrong }];
  }
}

const isDataOrMade = (type: ts.Type) => MADE.has(nameOf(type)) || DATA.has(nameOf(type));

const isWalked = (type: ts.Type) =>
  (type.flags & (ts.TypeFlags.Object | ts.TypeFlags.Intersection)) !== 0 &&
  type.getCallSignatures().length === 0 &&
  !isList(type) &&
  !isDataOrMade(type) &&
  (isOurs(type) ||
    (type.flags & ts.TypeFlags.Intersection) !== 0 ||
    type.aliasSymbol !== undefined ||
    isMapped(type));

/** What `Partial`, `Pick` and `Omit` make of a type. */
const isMapped = (type: ts.Type) => ((type as ts.ObjectType).objectFlags & ts.ObjectFlags.Mapped) !== 0;

const hasAll = (type: ts.Type, value: object) =>
  checker.getPropertiesOfType(type).every((field) => isOptional(field) || field.name in value);

/** What a parameter takes, with its name. */
interface Taken {
  readonly name: string;
  readonly type: ts.Type;
  readonly declared: string;
}

/** What is taken of so many arguments: of a rest parameter, each for itself. */
function takenOf(parameters: readonly ts.Symbol[], count: number): Taken[] {
  return parameters.flatMap((parameter, at): Taken[] => {
    const { name } = parameter;
    const type = checker.getTypeOfSymbol(parameter);
    const { valueDeclaration: declaration } = parameter;
    if (!(declaration && ts.isParameter(declaration) && declaration.dotDotDotToken))
      return at < count ? [{ name, type, declared: declaredOf(parameter) }] : [];
    const items = checker.getTypeArguments(type as ts.TypeReference);
    return Array.from({ length: count - at }, (_, place) => ({
      name: `${name}[${place}]`,
      type: items[checker.isTupleType(type) ? place : 0]!,
      declared: "",
    }));
  });
}

/** Whether a value is of a kind that a type accepts, as far as it tells one signature from another. */
function isOfKind({ type }: Taken, value: unknown): boolean {
  const { kinds, isAny } = new Accepted(type);
  if (isAny || value === null || value === undefined) return true;
  const other = typeof value === "object" ? "object" : "flag";
  const kind = ({ string: "text", number: "number", function: "callback" } as const)[
    typeof value as "string"
  ];
  return kinds.has(Array.isArray(value) ? "list" : (kind ?? other)) || isIterable(value);
}

const isIterable = (value: unknown) =>
  typeof value === "object" &&
  value !== null &&
  (Symbol.iterator in value || Symbol.asyncIterator in value) &&
  !Array.isArray(value);

/** Every slip of a call: an argument that is another, a field of it, or two exchanged. */
export function* slipsOf(door: string, name: string, args: () => unknown[]): Generator<Slip> {
  const given = args();
  const forms = parametersOf(door, name).map((parameters) => takenOf(parameters, given.length));
  const fits = (form: readonly Taken[]) =>
    form.length === given.length && form.every((each, at) => isOfKind(each, given[at]));
  const taken = forms.find(fits) ?? forms.at(-1)!;
  // What can be gone through only once is made anew for each slip; all else is as it was after a call.
  const again = given.some(isOnce) ? args : () => [...given];
  for (const [at, { name: parameter, type, declared }] of taken.entries()) {
    for (const [what, wrong] of spoilt(type, declared, given[at])) {
      const all = again();
      all[at] = wrong;
      yield { what: `${parameter}${what}`, args: all };
    }
    for (const [later, other] of taken.entries()) {
      if (later <= at || isSame(type, other.type)) continue;
      const all = again();
      [all[at], all[later]] = [all[later], all[at]];
      yield { what: `${parameter} and ${other.name} exchanged`, args: all };
    }
  }
}

const isOnce = (value: unknown) => typeof (value as Partial<Iterator<unknown>> | null)?.next === "function";

/** Whether two arguments can stand for each other. */
function isSame(one: ts.Type, other: ts.Type): boolean {
  return (
    checker.isTypeAssignableTo(one, checker.getNonNullableType(other)) ||
    checker.isTypeAssignableTo(checker.getNonNullableType(other), one)
  );
}
