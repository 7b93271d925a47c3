import type { IsoDate } from "../date/index.js";

/** A value an event may carry beside its dates. */
export type Scalar = string | number | boolean;

/**
 * Something that happened on a day. A kind is a word from the programme's own list
 * (`"referral-received"`, `"contacted"`, `"job-started"` …) or a user's own.
 *
 * - `on`: the civil date it happened on (the whole day; no clock, no zone).
 * - `knownOn`: the date it became known, when that is later; nothing uses the event before then.
 * - `id`: only needed when a later `retracted` event withdraws this one.
 * - any other field belongs to the kind: `status` of `prap-updated`, `workingDays` of
 *   `contact-frequency-agreed`, `pence` of `earnings` …
 *
 * An event never changes after its date: what is learned later is another event.
 */
export interface JourneyEvent {
  readonly kind: string;
  readonly on: IsoDate;
  readonly knownOn?: IsoDate;
  readonly id?: string;
  readonly [field: string]: Scalar | undefined;
}
