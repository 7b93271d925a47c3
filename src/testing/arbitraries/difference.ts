import fc from "fast-check";

/**
 * Where two plain values differ first, in words; nothing when they do not. Fields may come in any
 * order, and a field that is undefined is one that is not there.
 */
export function differenceOf(found: unknown, wanted: unknown, path = ""): string | undefined {
  if (Object.is(found, wanted)) return undefined;
  if (!areAlike(found, wanted))
    return `${path === "" ? "it" : path} is ${shown(found)}, not ${shown(wanted)}`;
  const [one, other] = [found, wanted] as [Record<string, unknown>, Record<string, unknown>];
  for (const key of new Set([...Object.keys(one), ...Object.keys(other)])) {
    const inside = differenceOf(one[key], other[key], path === "" ? key : `${path}.${key}`);
    if (inside !== undefined) return inside;
  }
  return undefined;
}

/** Whether both are objects, or lists, of the same sort, to be compared part by part. */
function areAlike(one: unknown, other: unknown): boolean {
  if (typeof one !== "object" || typeof other !== "object" || one === null || other === null) return false;
  if (Object.getPrototypeOf(one) !== Object.getPrototypeOf(other)) return false;
  return Array.isArray(one) || Object.getPrototypeOf(one) === Object.prototype;
}

function shown(value: unknown): string {
  const text = fc.stringify(value);
  return text.length > 200 ? `${text.slice(0, 199)}…` : text;
}
