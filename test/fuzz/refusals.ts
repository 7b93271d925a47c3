import { type Problem, ProgrammeFault } from "programme-rules";
import { expect } from "vitest";
import { MARK } from "./malformed.js";

/** What a call gives; undefined when it was refused with the one error there is, which tells nothing of the data. */
export function given<Value>(call: () => Value, about: () => unknown): Value | undefined {
  try {
    return call();
  } catch (error) {
    if (!(error instanceof ProgrammeFault))
      throw new Error(`Crashed on ${described(about())}`, { cause: error });
    if (error.code === "" || error.message.includes(MARK)) {
      throw new Error(`"${error.message}" tells of the data of ${described(about())}`);
    }
    return undefined;
  }
}

/** A value as a person can type it again. */
export function described(value: unknown): string {
  const seen = (_key: string, each: unknown) => {
    if (typeof each === "bigint" || typeof each === "symbol" || typeof each === "function")
      return String(each);
    if (each === undefined) return "(undefined)";
    return each instanceof Map ? "(a map)" : each;
  };
  return JSON.stringify(value, seen)?.slice(0, 1500) ?? String(value);
}

/** Each problem has a code and a message in words of ours, and what was read stands apart as text. */
export function expectNamed(problems: readonly Problem[]): void {
  for (const { code, message, value, journey } of problems) {
    const isNamed =
      /^[a-z]+\/[a-z-]+$/.test(code) &&
      message.length > 20 &&
      !message.includes(MARK) &&
      (value === undefined || typeof value === "string") &&
      (journey === undefined || typeof journey === "string");
    if (!isNamed) expect({ code, message, value, journey }).toBe("a problem with code, message and text");
  }
}

/** The shape of what every object inherits from, to see that nothing was written into it. */
export function prototypes(): unknown {
  const all = [Object, Array, String, Number, Boolean, Function, Map, Set, Date, Promise, RegExp];
  return all.map(({ prototype }) => Reflect.ownKeys(prototype).map(String));
}
