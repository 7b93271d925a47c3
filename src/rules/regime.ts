import type { Grounded, OpenValue } from "./citation.js";
import type { Length } from "./length.js";
import type { PerformanceScope } from "./outcome.js";
import type { State } from "./state.js";

/**
 * How a department manages performance under a contract: levels, what follows from them, windows,
 * meetings, assurance. Levels are decisions at the department's discretion; nothing here computes one.
 */
export interface Regime extends Grounded {
  readonly id: string;
  readonly title: string;
  readonly conduct: readonly RegimeStatement[];
  readonly scopes: readonly PerformanceScope[];
  readonly levels: readonly RegimeLevel[];
  readonly windows: readonly PerformanceWindow[];
  readonly duties: readonly RegimeDuty[];
  readonly notices: readonly RegimeNotice[];
  readonly meetings: readonly RegimeMeeting[];
  readonly assurance?: RegimeAssurance;
}

/** Something a document says about the regime, in our own words. */
export interface RegimeStatement extends Grounded {
  readonly id: string;
  readonly says: string;
}

export const GROUND_CODES = [
  "baseline",
  "may-miss",
  "remedy-ineffective",
  "required-standard-failed",
  "ranked",
] as const;
/**
 * What may speak for a level. Grounds are collected; a level is decided by the Department.
 *
 * - `baseline`: regular reviews, always. `may-miss`: a level or standard missed or likely to be.
 * - `remedy-ineffective`: an agreed remedy fell due and the shortfall stands.
 * - `required-standard-failed`: formal action is open. `ranked`: by position among contracts.
 */
export type GroundCode = (typeof GROUND_CODES)[number];

/**
 * One level of intervention.
 *
 * - `ledBy`: who leads it; where documents name different people, all of them.
 * - `actedOnBy`: who takes the action when that is somebody else; `proposedBy`: who may propose it.
 * - `membership`: a level entered by position among contracts; `metric` says by what.
 */
export interface RegimeLevel extends Grounded {
  readonly id: string;
  readonly title: string;
  readonly ledBy: readonly string[];
  readonly actedOnBy?: readonly string[];
  readonly proposedBy?: string;
  readonly grounds: readonly GroundCode[];
  readonly entails: readonly string[];
  readonly membership?: {
    readonly position: "bottom-quartile";
    readonly of: "contract";
    readonly metric: string | OpenValue;
  };
}

/** A span over which performance is looked at; without `months` it runs from the contract's first day. */
export interface PerformanceWindow extends Grounded {
  readonly id: string;
  readonly title: string;
  readonly months?: number;
}

/**
 * A duty that follows from a level having been decided.
 *
 * - `by`: on whom it falls. `at`: the levels; without it, all.
 * - `requirement`: the return that times it. `waiver`: at which levels it may be waived, and the state in which
 *   it is; the event that leads into that state says who agrees.
 * - `partOf`: the duty that it falls away with when that one is waived.
 */
export interface RegimeDuty extends Grounded {
  readonly id: string;
  readonly title: string;
  readonly by: "provider" | "department";
  readonly at?: readonly string[];
  readonly requirement?: string;
  readonly waiver?: { readonly at: readonly string[]; readonly state: string };
  readonly partOf?: string;
}

/** Who must agree that a duty is waived: the posts that the event into the state names; any of them is enough. */
export function waivedBy(states: readonly State[], { waiver }: RegimeDuty): readonly string[] {
  const state = states.find(({ id }) => id === waiver?.state);
  const from = state !== undefined && "from" in state ? state.from : [];
  return from.flatMap((match) =>
    typeof match === "object" && "event" in match ? Object.values(match.where ?? {}).map(String) : [],
  );
}

/** A notice outside the levels, and the warning it answers. */
export interface RegimeNotice extends Grounded {
  readonly id: string;
  readonly title: string;
  readonly ground: "indicator-warning";
  readonly asksFor: string;
}

/** A regular meeting; `requirement` times it when the source gives a frequency. */
export interface RegimeMeeting extends Grounded {
  readonly id: string;
  readonly title: string;
  readonly requirement?: string;
  readonly agenda: readonly RegimeStatement[];
}

export const ASSURANCE_CODES = ["repeat", "run", "plan", "suspicion"] as const;
/**
 * How assurance reviews are rated, `scale` from worst to best, and when remedial action may follow.
 * `poor`: ratings that count towards it. `published`: the only things made public.
 */
export interface RegimeAssurance extends Grounded {
  readonly scale: readonly string[];
  readonly poor: readonly string[];
  readonly areas: readonly { readonly id: string; readonly title: string }[];
  readonly grounds: readonly (RegimeStatement & {
    readonly code: (typeof ASSURANCE_CODES)[number];
    readonly times?: number;
  })[];
  readonly published: readonly string[];
}

export const PLAN_PLACES = ["header", "narrative", "area", "action", "annex"] as const;
/**
 * One thing a plan must hold. `of`: once at its head, in its monthly narrative, for each area to
 * improve, for each action, or as an annex. `check`: whether the thing being there is enough, or a
 * person must judge it. `when` says in words what an annex depends on. What the form itself does not ask for
 * has a citation of its own.
 */
export interface PlanPart extends Grounded {
  readonly id: string;
  readonly of: (typeof PLAN_PLACES)[number];
  readonly says: string;
  readonly check: "present" | "human";
  readonly when?: string;
}

/**
 * The form of a plan: a provider action plan, a performance improvement plan.
 *
 * - `reviewed`: the requirement that times its review.
 * - `length`: how long it runs, when the source says.
 */
export interface PlanForm extends Grounded {
  readonly id: string;
  readonly title: string;
  readonly parts: readonly PlanPart[];
  readonly reviewed?: string;
  readonly length?: Length | OpenValue;
}

/** Steps that may be taken, mildest first; each is a recorded decision and none is computed. */
export interface Ladder extends Grounded {
  readonly id: string;
  readonly title: string;
  readonly steps: readonly { readonly id: string; readonly says: string }[];
}

/**
 * What the monthly pipeline file must satisfy besides its date.
 *
 * - `return`: the requirement that times it.
 * - `totals`: of each group and cohort, this month's total is last month's.
 * - `newestCohort`: whether the cohort that was not there last month is left out of that.
 * - `markedPrivate`: whether its covering message may be marked private.
 */
export interface PipelineFile extends Grounded {
  readonly return: string;
  readonly totals: "unchanged";
  readonly newestCohort: Grounded & { readonly rule: "exempt" | "checked" };
  readonly markedPrivate: boolean;
}
