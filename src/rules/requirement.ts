import type { Scalar } from "../journey/index.js";
import type { Grounded, OpenValue, Standing } from "./citation.js";
import type { Frequency, Length, MonthDay } from "./length.js";
import type { Condition, EventMatch } from "./match.js";
import type { ScoredTarget, Target } from "./target.js";

export const SUBJECTS = [
  "referral",
  "contract",
  "site",
  "adviser",
  "team",
  "provider",
  "programme",
  "issue",
  "plan",
] as const;
/** Whom or what a requirement is about; `referral` unless it says otherwise. */
export type RequirementSubject = (typeof SUBJECTS)[number];

export const POPULATIONS = ["cumulative", "open", "received"] as const;
/**
 * Of which journeys a share in a state is taken: all received to date, those whose work is still open, or those
 * received in the month.
 */
export type Population = (typeof POPULATIONS)[number];

/** What every testable part has. `id` is `standard/word`, fixed for good. */
export interface RequirementBasics extends Grounded {
  readonly id: string;
  /** Plain English: what must be done, in our own words. */
  readonly title: string;
  readonly subject?: RequirementSubject;
  /** All must hold, or the case is not applicable. */
  readonly when?: readonly Condition[];
  readonly target: Target;
  /** In a history: the event whose date chooses the edition, or `"anchor"` for the case's own. */
  readonly axis?: string;
}

/**
 * An event lies within a distance of an anchor event. A window is two distances:
 * `atLeast ≤ distance ≤ within`. Each anchor event is one case.
 *
 * - `event`: any of these does it; with `all`, every one is needed. An event that says `forMonth`
 *   (`"2021-03"`) does it only for an anchor of that month.
 * - `after` or `before`, exactly one: the anchor. After it, the anchor's day is day 0; before it,
 *   `within` counts the anchor's day as day 1.
 * - `anchorDate`: the clock runs from the day the anchor happened (`on`, default) or became known.
 * - `laterOf`: the clock runs from the first of these on or after the anchor's day, where that comes later.
 * - `exceptions`: another length for some cases; the first whose conditions hold.
 * - `early`: done before its `after` anchor still counts.
 * - `sameDay`: done on the very day of a `before` anchor needs a person to look.
 * - `excusedBy`: known by the due date, it ends the duty. Each excuses one case: the latest not yet excused on
 *   or before its day, else the next one.
 * - `owedOnce`: once this has happened, a case whose anchor is not recorded is undetermined, not out of the count.
 * - `endsOn`: a window `before` its anchor ends on the anchor's day, or on the day before, which is then day 1.
 * - `owedAfterLeaving`: leaving does not end it.
 */
export interface DeadlineRequirement extends RequirementBasics {
  readonly kind: "deadline";
  readonly event: readonly EventMatch[];
  readonly all?: boolean;
  readonly after?: readonly EventMatch[];
  readonly before?: readonly EventMatch[];
  readonly anchorDate?: "on" | "knownOn";
  readonly laterOf?: readonly EventMatch[];
  readonly within?: Length | MonthDay | OpenValue;
  readonly atLeast?: Length | MonthDay;
  readonly exceptions?: readonly { readonly when: readonly Condition[]; readonly within: Length }[];
  readonly early?: boolean;
  readonly sameDay?: "needs-review";
  readonly excusedBy?: readonly EventMatch[];
  readonly owedOnce?: readonly EventMatch[];
  readonly endsOn?: "day-before";
  readonly owedAfterLeaving?: boolean;
}

/**
 * While in a state, no gap between contacts is longer than `every`. Each contact due is one case.
 *
 * - `gap`: `rolling` counts from the last contact; `blocks` wants one in each fixed block.
 * - `stops`: states that stop the clock; when one ends the clock starts afresh.
 * - `frequency`: the events that carry another frequency, from their day on: a number of `workingDays` agreed with
 *   a person, or once in `each` month, quarter or other span, as the Department varies it. One agreed on the day of
 *   a contact governs the gap that begins that day.
 */
export interface CadenceRequirement extends RequirementBasics {
  readonly kind: "cadence";
  readonly event: readonly EventMatch[];
  readonly while: string;
  readonly every: Frequency | OpenValue;
  readonly gap?: "rolling" | "blocks";
  readonly stops?: Readonly<Record<string, true>>;
  readonly frequency?: readonly EventMatch[];
}

/**
 * One part of a record: checked by a field of the event, or by a person. `shownBy`: values of a field that
 * show a person's part as long as nobody has attested it.
 */
export interface ContentPart {
  readonly id: string;
  readonly says: string;
  readonly check: "human" | { readonly field: string; readonly is: Scalar };
  readonly shownBy?: { readonly field: string; readonly is: readonly Scalar[] };
}

/**
 * A record exists and has its parts. Human parts are undetermined until someone attests them.
 * `owedAfter`: once this has happened, a missing record is not met; without it, no record means
 * that there is nothing to look at yet.
 */
export interface ContentRequirement extends RequirementBasics {
  readonly kind: "content";
  readonly record: EventMatch;
  readonly owedAfter?: readonly EventMatch[];
  readonly parts: readonly ContentPart[];
}

/**
 * A share of a population: `in` a state, `reaching` an event, or having `met` a requirement.
 * `over`: of a share in a state, of which journeys it is taken; of all to date unless it says.
 * `measured`: for a period's end, on each day, or at each month's end. Of a share of work left that is held to a
 * ceiling and measured on each day, the worst closed day of a period counts.
 */
export interface ProportionRequirement extends RequirementBasics {
  readonly kind: "proportion";
  readonly among: readonly EventMatch[];
  readonly share:
    | { readonly in: string }
    | { readonly reaching: readonly EventMatch[] }
    | { readonly met: string };
  readonly over?: Population;
  readonly measured: "period" | "each-day" | "month-end";
  readonly target: ScoredTarget;
}

/**
 * A count against a planned series of cumulative numbers, one a month. `target` is the share of the plan
 * that the count must reach, or not pass, at every month's end.
 */
export interface TotalRequirement extends RequirementBasics {
  readonly kind: "total";
  readonly count: readonly EventMatch[];
  readonly against: readonly number[] | OpenValue;
  readonly measured: "each-day" | "month-end";
  readonly target: ScoredTarget;
}

/** One testable part of a standard. */
export type Requirement =
  | DeadlineRequirement
  | CadenceRequirement
  | ContentRequirement
  | ProportionRequirement
  | TotalRequirement;

export type RequirementKind = Requirement["kind"];
export type RequirementOf<Kind extends RequirementKind> = Extract<Requirement, { readonly kind: Kind }>;

/** The stages in which standards apply, in the order of a journey (source 003 ¶2.2.3); the contract's own last. */
export const STAGES = [
  "pre-programme",
  "programme-engagement",
  "pre-work-support",
  "in-work-support",
  "programme-exit",
  "contract",
] as const;
/** Where in a journey a standard applies. */
export type Stage = (typeof STAGES)[number];

/**
 * A standard as the contract numbers it, and its testable parts.
 *
 * - `withheld`: the standard is known to exist and not what it says; then it has no requirements.
 * - `standing`: where it differs from the programme's, such as an offered standard in a contract.
 */
export interface Standard extends Grounded {
  readonly id: string;
  readonly title: string;
  readonly stage: Stage;
  readonly requirements: readonly Requirement[];
  /** What the standard asks that no date can show, in our own words. */
  readonly qualitative?: string;
  /** The system or channel through which the Department watches it. */
  readonly monitoredThrough?: string;
  readonly withheld?: OpenValue;
  readonly standing?: Standing;
}
