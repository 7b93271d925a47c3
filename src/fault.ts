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

  /** @param message - where a sentence says it better than what was given, what is allowed and what to do. */
  constructor(
    { code, given, allowed, todo, nearest }: FaultDetail,
    message = `Not accepted: ${given}. Expected ${allowed}. ${todo}`,
  ) {
    super(message);
    this.code = code;
    this.given = given;
    this.allowed = allowed;
    this.todo = todo;
    if (nearest !== undefined) this.nearest = nearest;
    Object.defineProperty(this, BRAND, { value: true });
  }

  /** `instanceof` holds for a fault of any copy of the package, ESM or CommonJS. */
  static override [Symbol.hasInstance](value: unknown): boolean {
    // biome-ignore lint/complexity/noThisInStatic: a subclass inherits this, and asks for its own alone.
    return this === ProgrammeFault ? isProgrammeFault(value) : super[Symbol.hasInstance](value);
  }
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
