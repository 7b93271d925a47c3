import { isObject } from "../argument.js";
import type { Programme } from "./programme.js";

/**
 * The editions of one programme over time.
 *
 * - `axis`: the kind of event whose date chooses the edition, unless a requirement names its own.
 * - `usual`: the edition meant when nobody says which.
 */
export interface History {
  readonly id: string;
  readonly title: string;
  readonly axis: string;
  readonly usual: string;
  readonly editions: readonly Programme[];
}

/**
 * Whether a value is a history, where either a programme or a history may be given. Never throws.
 */
export function isHistory(value: unknown): value is History {
  return isObject(value) && Array.isArray(value.editions);
}

/** The edition of a history that is meant when nothing says which. */
export function usualOf({ editions, usual }: History): Programme {
  return editions.find(({ edition }) => edition === usual) ?? editions[0]!;
}
