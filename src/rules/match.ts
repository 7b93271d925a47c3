import type { IsoDate } from "../date/index.js";
import type { Scalar } from "../journey/index.js";
import type { Grounded } from "./citation.js";

/**
 * One kind of event; or one with given field values, `without` given fields, or only under conditions; or a
 * moment derived from a state: `entering` it, `leaving` it, the day on which all its work is done, or the last day
 * of the longest stay in it, once that has come and whoever left before.
 * A list of matches means any of them, whichever comes first.
 */
export type EventMatch =
  | string
  | {
      readonly event: string;
      readonly where?: Readonly<Record<string, Scalar>>;
      readonly without?: readonly string[];
      readonly when?: readonly Condition[];
    }
  | { readonly entering: string }
  | { readonly leaving: string }
  | { readonly workDone: string }
  | { readonly stayEnds: string };

/**
 * A condition on a case. A list means all of them.
 *
 * - `in`, `notIn`: the journey is (not) in that state at the close of the anchor's day; with `lastDay: "counts"`,
 *   the day on which it is left is in it too.
 * - `group`, `notGroup`: the journey's customer group.
 * - `attribute` `is`/`isNot`: an attribute's value; `missing` says what an absent one means, and
 *   without it an absent attribute leaves the case undetermined.
 * - `happened`: one of these is known as at the date (with `before`, and is dated earlier than that; with
 *   `since: "anchor"`, and not before the anchor's day, and before the first of `until` after it); `unless` lists what rules it out. Neither known yet:
 *   the case is pending.
 * - `onOrAfter`, `before`: the anchor's date; with `of`, that of the first of these events, where there is one.
 *
 * An `id` lets a reading or variation set this one alone: `"when.esf-forms-end"`.
 */
export type Condition = { readonly id?: string } & (
  | { readonly in: string; readonly lastDay?: "counts" }
  | { readonly notIn: string }
  | { readonly group: readonly string[] }
  | { readonly notGroup: readonly string[] }
  | { readonly attribute: string; readonly is: readonly Scalar[]; readonly missing?: "yes" | "no" }
  | { readonly attribute: string; readonly isNot: readonly Scalar[]; readonly missing?: "yes" | "no" }
  | (Grounded & {
      readonly happened: readonly EventMatch[];
      readonly unless?: readonly EventMatch[];
      readonly before?: IsoDate;
      readonly since?: "anchor";
      readonly until?: readonly EventMatch[];
    })
  | (Grounded & { readonly onOrAfter: IsoDate })
  | (Grounded & { readonly before: IsoDate; readonly of?: readonly EventMatch[] })
);

/** The kind of event that a match is of; undefined for a moment derived from a state. */
export function eventOf(match: EventMatch): string | undefined {
  if (typeof match === "string") return match;
  return "event" in match ? match.event : undefined;
}

/** The state that a match derives a moment from; undefined for an event. */
export function stateOf(match: EventMatch): string | undefined {
  if (typeof match === "string" || "event" in match) return undefined;
  if ("stayEnds" in match) return match.stayEnds;
  return "entering" in match ? match.entering : "leaving" in match ? match.leaving : match.workDone;
}

/** The conditions on an event that a match is of. */
export function conditionsOf(match: EventMatch): readonly Condition[] {
  return typeof match === "object" && "event" in match ? (match.when ?? []) : [];
}
