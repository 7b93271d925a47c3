import { argumentFault, refuseNotObject } from "../argument.js";
import type { Programme } from "./programme.js";
import type { Variation } from "./variation.js";

const known = new WeakMap<object, string>();

/**
 * A fingerprint of everything a programme or a variation says: sixteen hexadecimal digits, the same for the same
 * data in any order of keys. It is FNV-1a with 64 bits over the data's canonical JSON: made to
 * notice a change, not to withstand a forger.
 *
 * @throws ProgrammeFault `argument/kind` for what JSON cannot say, such as data that holds itself.
 *
 * @example
 * ```ts
 * import { hashOf, parseProgramme, whpJetsCv06, withReadings } from "programme-rules";
 *
 * hashOf(parseProgramme(JSON.stringify(whpJetsCv06))) === hashOf(whpJetsCv06); // => true
 * hashOf(withReadings(whpJetsCv06, { "counting-day": "day-1" })) === hashOf(whpJetsCv06); // => false
 * ```
 */
export function hashOf(programme: Programme | Variation): string {
  refuseNotObject(programme, "a programme or a variation");
  let hash = known.get(programme);
  if (hash === undefined) {
    hash = fnv1a(new TextEncoder().encode(writtenOut(programme)));
    if (Object.isFrozen(programme)) known.set(programme, hash);
  }
  return hash;
}

/** As canonical JSON; what JSON cannot say is a fault, such as data that holds itself. */
function writtenOut(value: unknown): string {
  try {
    return canonicalJson(value);
  } catch {
    throw argumentFault("kind", "what JSON cannot say", "plain data", "Correct it.");
  }
}

/** The 64-bit prime is 2^40 + 0x1b3; the state is kept in two halves of 32 bits. */
function fnv1a(bytes: Uint8Array): string {
  let high = 0xcbf29ce4;
  let low = 0x84222325;
  for (const byte of bytes) {
    low = (low ^ byte) >>> 0;
    const product = low * 0x1b3;
    const carry = Math.floor(product / 2 ** 32);
    high = (Math.imul(high, 0x1b3) + carry + (low << 8)) >>> 0;
    low = product >>> 0;
  }
  return high.toString(16).padStart(8, "0") + low.toString(16).padStart(8, "0");
}

/** JSON text with the keys of every object in order, so that equal data gives equal text. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(",")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const entries = Object.entries(value).filter(([, field]) => field !== undefined);
  entries.sort(([one], [other]) => (one < other ? -1 : 1));
  return `{${entries.map(([key, field]) => `${JSON.stringify(key)}:${canonicalJson(field)}`).join(",")}}`;
}

/** A copy of plain data, frozen all the way down; what is frozen already stands in it as it is. */
export function freeze<T>(value: T): T {
  if (typeof value !== "object" || value === null || Object.isFrozen(value)) return value;
  if (Array.isArray(value)) return Object.freeze(value.map(freeze)) as T;
  const fields = Object.entries(value).map(([name, part]) => [name, freeze(part)]);
  return Object.freeze(Object.fromEntries(fields)) as T;
}
