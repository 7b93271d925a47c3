import type { Scalar } from "../journey/index.js";

/**
 * A kind of event a programme uses.
 *
 * - `title`: how a sentence says it ("Referral received"); `absent`: how it says that it did not
 *   happen ("No acknowledgement").
 * - `expects`: it only foretells that other kind; it serves worklists and never a verdict.
 * - `once`: a journey has one; `notBefore`: kinds that cannot come later. What breaks either is a
 *   contradiction in the data, listed as a problem.
 * - `fields`: what the event may carry beside its dates; `values`: what a field may hold, where the
 *   document lists it.
 */
export interface EventKind {
  readonly id: string;
  readonly title: string;
  readonly absent?: string;
  readonly expects?: string;
  readonly once?: boolean;
  readonly notBefore?: readonly string[];
  readonly fields?: readonly string[];
  readonly values?: Readonly<Record<string, readonly Scalar[]>>;
}
