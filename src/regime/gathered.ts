import type { DateInput, IsoDate } from "../date/index.js";
import type { History, Programme } from "../rules/index.js";
import type { Intervention, PlanInput } from "./decision.js";
import type { OpenIntervention } from "./decisions.js";
import type { DutyOwed } from "./duties.js";
import type { Figure, IndicatorInput, StandardInput } from "./figure.js";
import type { Ground } from "./ground.js";
import type { IndicatedScope } from "./indicated.js";
import type { PossibleNotice } from "./notices.js";
import type { InterventionPolicy } from "./policy.js";

/**
 * What grounds are gathered from. All but the programme may be left out.
 *
 * - `programme`: an edition, or a history, of which the edition in force as at the date is taken.
 * - `contract`: an opaque id, or something that has one; echoed.
 * - `indicators`: figures of minimum performance levels and progress indicators; see
 *   {@link PerformanceFigure}. Results of `performanceOver` and `compareWithProfile` are taken too.
 * - `standards`: figures of standards and requirements; results of `report` are taken too.
 * - `plan`: the actions agreed. `interventions`: the levels decided.
 */
export interface GroundsInput {
  readonly programme: Programme | History;
  readonly contract?: string | { readonly id: string };
  readonly indicators?: readonly IndicatorInput[] | IndicatorInput;
  readonly standards?: readonly StandardInput[] | StandardInput;
  readonly plan?: PlanInput | null;
  readonly interventions?: readonly Intervention[];
}

/** As at which day, and under which policy: `illustrativePolicy` unless given, null for the text alone. */
export interface GroundsOptions {
  readonly asAt: DateInput;
  readonly policy?: InterventionPolicy | null;
}

/** The latest figure of a series, how it stands, and in one sentence why. */
export interface LatestFigure extends Figure {
  readonly sentence: string;
}

/**
 * What speaks for which level of intervention, as at a day.
 *
 * - `indicated`: per scope the set of levels that there are grounds for. None is said to apply.
 * - `grounds`: each with its evidence. `figures`: the latest of every series, those included that
 *   settle nothing yet (`stands: "cannot-tell"`).
 * - `openInterventions`: the decisions recorded and not ended. `duties`: what follows from them.
 * - `notices`: what the Department may issue because of an indicator; no level.
 * - `remarks`: what the reader should know: a regime without rules, figures not known yet.
 * - `policy` and `minimumStarts`: by which numbers, echoed.
 */
export interface InterventionGrounds {
  readonly programme: {
    readonly id: string;
    readonly edition: string;
    readonly revision: number;
    readonly hash: string;
  };
  readonly contract?: string;
  readonly asAt: IsoDate;
  readonly indicated: readonly IndicatedScope[];
  readonly grounds: readonly Ground[];
  readonly figures: readonly LatestFigure[];
  readonly openInterventions: readonly OpenIntervention[];
  readonly duties: readonly DutyOwed[];
  readonly notices: readonly PossibleNotice[];
  readonly remarks: readonly string[];
  readonly policy: InterventionPolicy | null;
  readonly minimumStarts: number;
}
