const NUMBERS = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];

/** A whole number as running text has it: words up to ten, digits above. */
export function numberWord(count: number): string {
  return NUMBERS[count] ?? String(count);
}

/** A count with its noun: `one working day`, `two working days`, `15 working days`. */
export function counted(count: number, noun: string): string {
  return `${numberWord(count)} ${noun}${count === 1 ? "" : "s"}`;
}

/** A count with its noun in digits, so that the eye finds it in a summary: `1 referral`, `3 referrals`. */
export function numbered(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}

/** `15th`, `1st`, `22nd`. */
export function ordinal(count: number): string {
  const tens = count % 100;
  const suffix = tens >= 11 && tens <= 13 ? "th" : (["th", "st", "nd", "rd"][count % 10] ?? "th");
  return `${count}${suffix}`;
}

/** `a`, `a and b`, `a, b and c`. */
export function joined(items: readonly string[], word: "and" | "or" = "and"): string {
  if (items.length < 2) return items.join("");
  return `${items.slice(0, -1).join(", ")} ${word} ${items.at(-1)}`;
}

/** With the first letter in capitals. */
export function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** With a small first letter, for the middle of a sentence; `PRaP` and `ESF` stay as they are. */
export function lowered(text: string): string {
  return /^[A-Z]([a-z]| )/.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;
}
