import type { Grounded } from "./citation.js";
import type { Changes } from "./reading.js";

/** A contract variation, an offer, or filled-in values: titled, cited changes to a base programme. */
export interface Variation extends Grounded {
  readonly id: string;
  readonly title: string;
  readonly edition?: string;
  readonly changes: Changes;
}
