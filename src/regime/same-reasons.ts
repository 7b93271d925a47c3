import type { SameReasons } from "./assurance.js";

/** Whether the reasons of two reviews are the same, under one reading or both; null when none were recorded. */
export interface Compared {
  readonly chosen: boolean | null;
  /** The other reading, when it decides otherwise. */
  readonly otherwise: SameReasons | null;
}

/** Compares the reasons of two reviews, in no order, each counted once. */
export function compareReasons(
  one: readonly string[],
  other: readonly string[],
  reading: SameReasons,
): Compared {
  if (one.length === 0 || other.length === 0) return { chosen: null, otherwise: null };
  const results = { "any-shared": anyShared(one, other), "identical-set": identical(one, other) };
  const alternative = reading === "any-shared" ? "identical-set" : "any-shared";
  const differs = results[reading] !== results[alternative];
  return { chosen: results[reading], otherwise: differs ? alternative : null };
}

function anyShared(one: readonly string[], other: readonly string[]): boolean {
  return one.some((reason) => other.includes(reason));
}

function identical(one: readonly string[], other: readonly string[]): boolean {
  return new Set(one).size === new Set([...one, ...other]).size && new Set(other).size === new Set(one).size;
}
