import { ProgrammeFault, shown } from "../fault.js";

/** Money as a whole number of pence; never pounds with a fraction. */
export type Pence = number;

const POUNDS = /^£?(\d{1,3}(?:,\d{3})+|\d{1,12})(?:\.(\d{2}))?$/;

/**
 * Reads pounds written as text into pence.
 *
 * @param text - `"1000"`, `"£1,000"` or `"1000.50"`: two decimals or none.
 * @throws ProgrammeFault `quantity/pounds` for anything else, such as one decimal or a sign.
 *
 * @example
 * ```ts
 * import { parsePounds } from "programme-rules";
 *
 * parsePounds("£1,000.50"); // => 100050
 * parsePounds("1000.5"); // throws pounds with two decimals or none
 * ```
 */
export function parsePounds(text: string): Pence {
  const found = typeof text === "string" ? POUNDS.exec(text.trim()) : null;
  if (found !== null) return Number(found[1]!.replaceAll(",", "")) * 100 + Number(found[2] ?? 0);
  throw new ProgrammeFault({
    code: "quantity/pounds",
    given: shown(text),
    allowed: 'pounds with two decimals or none, such as "1000", "£1,000" or "1000.50"',
    todo: "Write the amount as text in pounds, or give whole pence as a number.",
  });
}

/**
 * Pence as pounds for people to read.
 *
 * @example
 * ```ts
 * import { formatPence } from "programme-rules";
 *
 * formatPence(100_000); // => "£1,000"
 * formatPence(100_050); // => "£1,000.50"
 * formatPence(-50); // => "-£0.50"
 * ```
 */
export function formatPence(pence: Pence): string {
  if (!Number.isSafeInteger(pence))
    throw new ProgrammeFault({
      code: "quantity/pence",
      given: shown(pence),
      allowed: "a whole number of pence",
      todo: "Read an amount in pounds with parsePounds.",
    });
  const amount = Math.abs(pence);
  const pounds = Math.trunc(amount / 100)
    .toString()
    .replace(/\B(?=(\d{3})+$)/g, ",");
  const rest = amount % 100;
  const sign = pence < 0 ? "-" : "";
  return rest === 0 ? `${sign}£${pounds}` : `${sign}£${pounds}.${String(rest).padStart(2, "0")}`;
}
