import { isGiven } from "../defined.js";
import { shown } from "../fault.js";
import type { Journey } from "./journey.js";

/** A value as text; of what unchecked data may hold besides text, numbers and flags, only its type. */
export function textOf(value: unknown): string {
  const isScalar = typeof value !== "object" && typeof value !== "function";
  return isScalar || value === null ? String(value) : shown(value);
}

/** The fields of a record that are there, each with its type and value as text, in the order of their names. */
export function fieldTexts(record: object): string[] {
  return Object.entries(record)
    .filter(([, value]) => isGiven(value))
    .map(([name, value]) => `${name} ${typeof value} ${textOf(value)}`)
    .sort();
}

/** The value of an attribute of a journey, or its group, as text; null for none, and for what every object inherits. */
export function attributeText({ group, attributes }: Journey, name: string): string | null {
  const isOwn = isGiven(attributes) && Object.hasOwn(attributes, name);
  const value: unknown = name === "group" ? group : isOwn ? attributes[name] : undefined;
  return isGiven(value) && value !== "" ? textOf(value) : null;
}

/** Texts in alphabetical order. */
export function compareTexts(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
