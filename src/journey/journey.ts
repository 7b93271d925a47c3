import type { IsoDate } from "../date/index.js";

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
 * - `notRecorded`: kinds of event that the data does not hold at all (a file without a column for them), so that
 *   none of them says nothing; of a kind that has events here, those after the last. What they would do or start is
 *   undetermined; where they would only excuse, stop, end or set how often, they are taken as not having happened.
 *   Without it, what is not among the events did not happen.
 * - `leftOut`: why nothing of it can be judged: `"id-twice"` where its rows differ, and nobody knows which is right.
 */
export interface Journey {
  readonly id: string;
  readonly programme?: string | undefined;
  readonly group?: string | undefined;
  readonly attributes?: Readonly<Record<string, Scalar | undefined>> | undefined;
  readonly events: readonly JourneyEvent[];
  readonly unreadable?: readonly string[] | undefined;
  readonly notRecorded?: readonly string[] | undefined;
  readonly leftOut?: "id-twice" | undefined;
}

/**
 * What happened on a contract, or on a site or team of it: returns sent, reviews held, surveys asked.
 * `subject` says whose log it is (`"contract"` unless it says otherwise); `attributes.nation` whose
 * bank holidays count. The ends of months are derived from `contract-started` and `contract-ended`.
 */
export interface ContractLog extends Omit<Journey, "programme" | "group"> {
  readonly subject?: string | undefined;
}

/** Many journeys with unique ids. */
export type Caseload = Iterable<Journey>;

/** A value an event may carry beside its dates. */
export type Scalar = string | number | boolean;

/**
 * Something that happened on a day. A kind is a word from the programme's own list
 * (`"referral-received"`, `"contacted"`, `"job-started"` …) or a user's own.
 *
 * - `on`: the civil date it happened on (the whole day; no clock, no zone).
 * - `knownOn`: the date it became known, when that is later; nothing uses the event before then.
 * - `id`: only needed when a later `retracted` event withdraws this one.
 * - any other field belongs to the kind: `status` of `prap-updated`, `workingDays` and `for` of
 *   `contact-frequency-agreed`, `pence` of `earnings` …
 *
 * A field that is `undefined` (or `null`, from JSON) is one that is not there.
 *
 * An event never changes after its date: what is learned later is another event.
 */
export interface JourneyEvent {
  readonly kind: string;
  readonly on: IsoDate;
  readonly knownOn?: IsoDate | undefined;
  readonly id?: string | undefined;
  readonly [field: string]: Scalar | undefined;
}
