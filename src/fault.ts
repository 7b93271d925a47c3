/** What a fault says: a stable `code` to test on, and the sentences a person needs. */
export interface FaultDetail {
  /** Stable across releases, `room/what-is-wrong`; the wording of the message is not. */
  readonly code: string;
  /** What was given, as text; kept short, and never a participant's data. */
  readonly given: string;
  /** What would have been accepted. */
  readonly allowed: string;
  /** What to do about it, one imperative sentence. */
  readonly todo: string;
  /** The word that may have been meant, where one of the allowed ones is near. */
  readonly nearest?: string;
}

/**
 * How a fault is made.
 *
 * - `allowed`: in words, or a list of the words that there are.
 * - `written`: the word that is not on that list; the message asks whether the nearest was meant.
 * - `problem`: what is wrong, where a sentence says it better than what was given and what is allowed.
 */
export interface FaultInput {
  readonly code: string;
  readonly given: string;
  readonly allowed: string | readonly string[];
  readonly todo: string;
  readonly written?: string | undefined;
  readonly problem?: string;
}

/** What every fault carries, whichever copy of this package threw it: `import` and `require` load one each. */
const BRAND = Symbol.for("programme-rules/fault");

/**
 * The caller's mistake: the one error this package throws. Its message says what is wrong, then what
 * puts it right; `code` is what programs should test, because the wording may improve.
 * `instanceof ProgrammeFault` holds for the faults of every copy of the package, as
 * {@link isProgrammeFault} does.
 *
 * @example
 * ```ts
 * import { workingCalendar } from "programme-rules";
 *
 * const calendar = workingCalendar("england-and-wales");
 * calendar.addWorkingDays("2021-02-29", 1); // throws February 2021 has 28 days
 * ```
 */
export class ProgrammeFault extends Error implements FaultDetail {
  override readonly name = "ProgrammeFault";
  readonly code: string;
  readonly given: string;
  readonly allowed: string;
  readonly todo: string;
  readonly nearest?: string;

  constructor(fault: FaultInput) {
    const { code, given, allowed, todo, written } = fault;
    const words = typeof allowed === "string" ? [] : allowed;
    const near = typeof written === "string" ? nearest(written, words) : undefined;
    super(messageOf(fault, near));
    this.code = code;
    this.given = given;
    this.allowed = typeof allowed === "string" ? allowed : words.join(", ");
    this.todo = todo;
    if (near !== undefined) this.nearest = near;
    Object.defineProperty(this, BRAND, { value: true });
  }

  /** `instanceof` holds for a fault of any copy of the package, ESM or CommonJS. */
  static override [Symbol.hasInstance](value: unknown): boolean {
    // biome-ignore lint/complexity/noThisInStatic: a subclass inherits this, and asks for its own alone.
    return this === ProgrammeFault ? isProgrammeFault(value) : super[Symbol.hasInstance](value);
  }
}

/** The problem first, then the fix. */
function messageOf({ problem, given, allowed, todo }: FaultInput, near: string | undefined): string {
  if (problem !== undefined) return `${problem}. ${todo}`;
  if (near !== undefined && allowed.length > LISTED) return `Not accepted: ${given}. Did you mean ${near}?`;
  const meant = near === undefined ? "" : `Did you mean ${near}? `;
  return `Not accepted: ${given}. ${meant}Expected ${typeof allowed === "string" ? allowed : listed(allowed)}. ${todo}`;
}

const LISTED = 12;

/** A list as far as a person reads one; the fault's field `allowed` has it whole. */
function listed(words: readonly string[]): string {
  const more = words.length - LISTED;
  return more > 3 ? `${words.slice(0, LISTED).join(", ")} (and ${more} more)` : words.join(", ");
}

/**
 * Of a list, the word that a slip may have meant: the one that differs in the fewest letters, else the one
 * that has the word as a part; undefined where none is near, or two are as near.
 */
export function nearest(word: string, words: readonly string[]): string | undefined {
  const wanted = word.toLowerCase();
  const within = Math.min(3, Math.ceil(wanted.length / 3));
  let best: string[] = [];
  let least = within;
  for (const each of words) {
    if (Math.abs(each.length - wanted.length) > within) continue;
    const slips = slipsBetween(wanted, each.toLowerCase());
    if (slips > least) continue;
    best = slips < least ? [each] : [...best, each];
    least = slips;
  }
  if (best.length === 0 && wanted.length > 3)
    best = words.filter((each) => each.toLowerCase().includes(wanted));
  return best.length === 1 ? best[0] : undefined;
}

/** How many letters must be put in, left out or changed to make one word of another. */
function slipsBetween(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (let i = 1; i <= one.length; i++) {
    const next = [i];
    for (let j = 1; j <= other.length; j++) {
      const changed = row[j - 1]! + (one[i - 1] === other[j - 1] ? 0 : 1);
      next.push(Math.min(changed, row[j]! + 1, next[j - 1]! + 1));
    }
    row = next;
  }
  return row[other.length]!;
}

/**
 * Whether a caught value is a fault of this package, or of another copy of it. Never throws, whatever it
 * is given; an object that only calls itself a `ProgrammeFault` is none.
 *
 * @example
 * ```ts
 * import { isProgrammeFault, workingCalendar } from "programme-rules/calendar";
 *
 * function codeOf(date: string): string | undefined {
 *   try {
 *     workingCalendar("scotland").rollForward(date);
 *     return undefined;
 *   } catch (error) {
 *     return isProgrammeFault(error) ? error.code : "another error";
 *   }
 * }
 *
 * codeOf("2021-02-29"); // => "date/day"
 * codeOf("2021-02-28"); // => undefined
 * isProgrammeFault({ name: "ProgrammeFault", code: "date/day" }); // => false
 * ```
 */
export function isProgrammeFault(value: unknown): value is ProgrammeFault {
  try {
    return Object.hasOwn(value as object, BRAND) && typeof (value as ProgrammeFault).code === "string";
  } catch {
    return false;
  }
}

/** How a value is shown in a fault: its type where the text would mislead, cut short where long. */
export function shown(value: unknown): string {
  if (typeof value === "string") return JSON.stringify(value.length > 40 ? `${value.slice(0, 39)}…` : value);
  if (value instanceof Date) return "a Date object";
  if (Array.isArray(value)) return "a list";
  if (typeof value === "object" && value !== null) return "an object";
  if (typeof value === "function") return "a function";
  return `${String(value)} (${typeof value})`;
}
