import type { DateInput, IsoDate } from "../date/index.js";
import type { Citation, Programme } from "../rules/index.js";

/**
 * One review by the provider assurance team.
 *
 * - `reasons`: why the rating is no better, as words of one's own that stay the same from review to review; left
 *   out when none were recorded, and a person must then compare.
 * - `plan`: the action plan asked for: the date agreed for it, and when it was handed in and carried out.
 */
export interface AssuranceReview {
  readonly reportedOn: DateInput;
  readonly rating: string;
  readonly reasons?: readonly string[];
  readonly plan?: {
    readonly agreedBy: DateInput;
    readonly submittedOn?: DateInput;
    readonly implementedOn?: DateInput;
  };
}

/** When the reasons of two reviews are the same: one of them is in both, or they are exactly the same ones. */
export type SameReasons = "any-shared" | "identical-set";

/** As at which date, how "the same reasons" is read (`any-shared` unless given), and by whose scale. */
export interface AssuranceOptions {
  readonly asAt: DateInput;
  readonly sameReasons?: SameReasons;
  /** Whose scale of ratings; without it, that of source 001 ¶53. */
  readonly programme?: Programme;
}

/**
 * Something for which the department may take remedial action; whether it does is its decision.
 *
 * - `repeat`: a poor rating, and the next one the same or worse for the same reasons. `third`: a third
 *   poor rating in a row or a further one, whatever the reasons. `plan`: not handed in, or not carried
 *   out, by the agreed date.
 * - `on`: the first day on which it holds. `reviews`: the days of the reviews it rests on.
 * - `strength`: `needs-review` where no reasons were recorded, so that a person must compare.
 * - `dependsOn`: the reading of "the same reasons" under which it does not hold.
 * - `supersededOn`: the later review that was not poor, and so ended the run.
 */
export interface AssuranceGround {
  readonly code: "repeat" | "third" | "plan";
  readonly on: IsoDate;
  readonly strength: "established" | "needs-review";
  readonly says: string;
  readonly reviews: readonly IsoDate[];
  readonly dependsOn?: { readonly reading: "same-reasons"; readonly answer: SameReasons };
  readonly supersededOn?: IsoDate;
  readonly citation: Citation;
}
