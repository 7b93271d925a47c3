import {
  argumentFault,
  described,
  isObject,
  isSayable,
  type Kind,
  refuseOther,
  sayableFields,
} from "./argument.js";
import type { ProgrammeFault } from "./fault.js";
import { unknownWord } from "./unknown-word.js";

/** Refuses a value that an option cannot have; `name` is the option's, as messages say it. */
export type OptionKind = (value: unknown, name: string) => void;

/** What each option of a function may be, held by the compiler to the type of these options. */
export type OptionKinds<Options> = { readonly [Name in keyof Required<Options>]: OptionKind };

/** Options that a call cannot do without, each with an example as text. */
type Needed<Options> = { readonly [Name in keyof Options]?: string };

/**
 * The options of a call, each looked at: in JavaScript as in TypeScript, one that does not exist is refused, and so
 * is one of another kind. Given as undefined, an option is left out.
 *
 * @throws ProgrammeFault `argument/options` for what is no options object, `argument/unknown-option` for a name that
 * no option has, `argument/missing` for one without an option that is needed, `argument/option` for a value that it
 * cannot have.
 */
export function optionsOf<Options extends object>(
  options: Options,
  kinds: OptionKinds<NoInfer<Options>>,
  needed: Needed<NoInfer<Options>> = {},
): Options {
  checkFields(options, kinds, needed);
  return options;
}

function checkFields(
  options: unknown,
  kinds: Readonly<Record<string, OptionKind>>,
  needed: Readonly<Record<string, string | undefined>>,
  within = "",
): void {
  if (!isRecord(options)) throw notOptions(options, needed, within);
  const names = namesIn(options, kinds);
  for (const name of names) if (!Object.hasOwn(kinds, name)) throw noOption(name, kinds, within);
  for (const name in needed)
    if ((options[name] ?? null) === null) throw missing(options, name, needed, within);
  for (const name of names) {
    const value = options[name];
    if (value !== undefined) kinds[name]!(value, `${within}${name}`);
  }
}

/** An object with fields, and no map, date or the like. */
function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return (
    isObject(value) &&
    (Object.keys(value).length > 0 || Object.prototype.toString.call(value) === "[object Object]")
  );
}

/** The options that are there: of an object of a class, those that it inherits too. */
function namesIn(options: object, kinds: object): readonly string[] {
  const own = Object.keys(options);
  const from = Object.getPrototypeOf(options);
  if (from === null || Object.getPrototypeOf(from) === null) return own;
  return [...new Set([...own, ...Object.keys(kinds).filter((name) => name in options)])];
}

const CORRECT = "Correct it, or leave it out.";

/** A kind of option that is told from its value alone. */
export const kind =
  (accepts: (value: unknown) => boolean, allowed: string, todo = CORRECT): OptionKind =>
  (value, name) => {
    if (!accepts(value)) throw argumentFault("option", `${described(value)} as ${name}`, allowed, todo);
  };

/** As `kind`, of numbers: those in a file of settings are often written as text. */
const numeric =
  (accepts: (value: unknown) => boolean, allowed: string): OptionKind =>
  (value, name) =>
    kind(accepts, allowed, isNumberAsText(value) ? `Write ${value}, without quotes.` : CORRECT)(value, name);

const isNumberAsText = (value: unknown): value is string =>
  typeof value === "string" && /^-?\d{1,15}(\.\d{1,15})?$/.test(value);

export const TEXT = kind((value) => typeof value === "string" && value !== "", "text");

export const OBJECT = kind(isObject, "an object");

export const NUMBER = /* @__PURE__ */ numeric(Number.isFinite, "a number");

export const FLAG = kind((value) => typeof value === "boolean", "true or false");

export const CALLBACK = kind((value) => typeof value === "function", "a function");

/** A value that the function itself looks at, with a fault of its own. */
export const CHECKED: OptionKind = () => {};

/** What another function gives. */
export const ofKind =
  (given: Kind): OptionKind =>
  (value) =>
    refuseOther(value, given);

/** Whole numbers from one up. */
export function wholeNumber(from: number): OptionKind {
  return numeric(
    (value) => Number.isSafeInteger(value) && (value as number) >= from,
    `a whole number from ${from}`,
  );
}

/** One of some words. */
export const oneOf =
  (words: readonly string[], todo = CORRECT): OptionKind =>
  (value, name) => {
    if (words.includes(value as string)) return;
    const given = `${described(value)} as ${name}`;
    const allowed = words.length > 1 ? words : JSON.stringify(words[0]);
    throw unknownWord({ code: "argument/option", given, allowed, written: value, todo });
  };

/** A list, each item of a kind. */
export const listOf =
  (item: OptionKind): OptionKind =>
  (value, name) => {
    if (!Array.isArray(value))
      throw argumentFault(
        "option",
        `${described(value)} as ${name}`,
        "a list",
        "Put it in a list: [ … ], or leave it out.",
      );
    for (const [at, each] of value.entries()) item(each, `${name}[${at}]`);
  };

/** One alone, or a list. */
export const oneOrMore =
  (item: OptionKind): OptionKind =>
  (value, name) =>
    (Array.isArray(value) ? listOf(item) : item)(value, name);

export const orNull =
  (other: OptionKind): OptionKind =>
  (value, name) => {
    if (value !== null) other(value, name);
  };

/** An object with options of its own. */
export const nested =
  <Fields>(kinds: OptionKinds<Fields>, needed: Needed<Fields> = {}): OptionKind =>
  (value, name) =>
    checkFields(value, kinds, needed as Readonly<Record<string, string | undefined>>, `${name}.`);

/** Each value of an object by whatever names, of a kind. */
export const eachOf =
  (item: OptionKind): OptionKind =>
  (value, name) => {
    if (!isRecord(value))
      throw argumentFault("option", `${described(value)} as ${name}`, "an object", CORRECT);
    for (const [field, each] of Object.entries(value))
      item(each, `${name}.${isSayable(field) ? field : "…"}`);
  };

function noOption(name: string, kinds: Readonly<Record<string, OptionKind>>, within: string): ProgrammeFault {
  return unknownWord({
    code: "argument/unknown-option",
    given: isSayable(name) ? `the option ${within}${name}` : "an option whose name none has",
    allowed: Object.keys(kinds),
    written: name,
    todo: "Use one of these, or leave it out.",
  });
}

function notOptions(
  options: unknown,
  needed: Readonly<Record<string, string | undefined>>,
  within: string,
): ProgrammeFault {
  if (within !== "") {
    const allowed = isEmpty(needed) ? "an object" : exampleOf(needed);
    return argumentFault("option", `${described(options)} as ${within.slice(0, -1)}`, allowed, CORRECT);
  }
  const given = `${described(options)} for the options`;
  return isEmpty(needed)
    ? argumentFault(
        "options",
        given,
        "an object, or nothing",
        "Give an object of options, or leave them out.",
      )
    : argumentFault(
        "options",
        given,
        `options such as ${exampleOf(needed)}`,
        "Give the options as the last argument.",
      );
}

const isEmpty = (needed: object) => Object.keys(needed).length === 0;

function missing(
  options: Readonly<Record<string, unknown>>,
  name: string,
  needed: Readonly<Record<string, string | undefined>>,
  within: string,
): ProgrammeFault {
  const fields = sayableFields(options);
  const whose = within.slice(0, -1) || "options";
  const given =
    name in options
      ? `null as ${within}${name}`
      : `${whose} ${fields && `with ${fields}, but `}without ${name}`;
  const why = name === "asAt" ? ": nothing here reads the clock" : "";
  return argumentFault(
    "missing",
    given,
    `${whose} such as ${exampleOf(needed)}`,
    `${name in options ? "Give" : "Add"} ${name}${why}.`,
  );
}

function exampleOf(needed: Readonly<Record<string, string | undefined>>): string {
  const examples = Object.entries(needed).map(([name, example]) => `${name}: ${example}`);
  return `{ ${examples.join(", ")} }`;
}

/** The option that nearly every answer needs, as `optionsOf` takes it. */
export const AS_AT = { asAt: '"2021-04-30"' };

/** A span of days, as `optionsOf` takes it. */
export const FROM_UNTIL = { from: '"2021-04-01"', until: '"2021-04-30"' };
