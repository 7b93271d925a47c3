import type { JourneyEvent, Scalar } from "./event.js";

/**
 * One referral and what followed. The `id` is opaque: a reference of your own, never a name or a
 * National Insurance number.
 *
 * - `programme`: the programme's id, when a caseload mixes programmes.
 * - `group`: the customer group's id, such as `"disability"`.
 * - `attributes`: what reports are split by and conditions ask about: `provider`, `site`, `area`,
 *   `adviser`, `nation`, `provision` …
 * - `events`: in any order.
 * - `unreadable`: kinds of event, and names of attributes, whose record exists and could not be read
 *   (a bad cell). What depends on them is undetermined, never silently "not done".
 */
export interface Journey {
  readonly id: string;
  readonly programme?: string;
  readonly group?: string;
  readonly attributes?: Readonly<Record<string, Scalar | undefined>>;
  readonly events: readonly JourneyEvent[];
  readonly unreadable?: readonly string[];
}

/**
 * What happened on a contract, or on a site or team of it: returns sent, reviews held, surveys asked.
 * `subject` says whose log it is (`"contract"` unless it says otherwise); `attributes.nation` whose
 * bank holidays count. The ends of months are derived from `contract-started` and `contract-ended`.
 */
export interface ContractLog extends Omit<Journey, "programme" | "group"> {
  readonly subject?: string;
}

/** Many journeys with unique ids. */
export type Caseload = Iterable<Journey>;

/**
 * A fault in the data, as opposed to a fault of the caller: listed, never thrown. The message names
 * place and rule and holds no value from the data; the value is apart, in `value`, so that messages
 * can be logged.
 *
 * - `code`: stable, `journey/what-is-wrong`.
 * - `line`, `column`: where, when it came from a file; the header is line 1.
 * - `journey`: the id of the journey it concerns, when it has one.
 */
export interface Problem {
  readonly code: string;
  readonly message: string;
  readonly file?: string;
  readonly line?: number;
  readonly column?: string;
  readonly journey?: string;
  readonly value?: string;
}
