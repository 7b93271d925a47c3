import { fieldsSet } from "./changes.js";
import type { Reading } from "./reading.js";

/** Every field that some answer of a reading sets, as `css-7/finalised.within`. */
export function readingSets(reading: Reading): string[] {
  return reading.answers.flatMap(({ changes }) => fieldsSet(changes));
}

/** Whether two field addresses touch the same value: equal, or one within the other. */
export function overlaps(one: string, other: string): boolean {
  return one === other || one.startsWith(`${other}.`) || other.startsWith(`${one}.`);
}
