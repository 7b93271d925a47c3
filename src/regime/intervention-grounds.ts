import {
  DATE,
  type DateInput,
  type EpochDay,
  epochDay,
  type IsoDate,
  isoDate,
  longDate,
} from "../date/index.js";
import { defined } from "../defined.js";
import { figureSentence } from "../explanation/index.js";
import { AS_AT, CHECKED, type OptionKinds, optionsOf } from "../options.js";
import {
  capitalised,
  counted,
  type History,
  hashOf,
  isOpen,
  type Programme,
  programmeOn,
} from "../rules/index.js";
import { type DutyOwed, dutiesOwed } from "./duty.js";
import type { IndicatorInput, JudgedFigure, StandardInput } from "./figure.js";
import { type Series, seriesOf } from "./figure-series.js";
import { hasNone } from "./figure-subject.js";
import { type GroundForIntervention, gatherGrounds } from "./ground.js";
import { checkedInput, groundsFields, interventionInput, planInput, policyInput } from "./grounds-input.js";
import {
  aboutWords,
  type InterventionPolicy,
  illustrativePolicy,
  type Standpoint,
} from "./grounds-standpoint.js";
import { type IndicatedScope, indicatedBy, type PossibleNotice, possibleNotices } from "./indication.js";
import { indicatorFigures, standardFigures } from "./indicator-figures.js";
import { besideGrounds, type Intervention, type OpenIntervention, openDecisions } from "./intervention.js";
import { isByPolicy, judgedFigures } from "./judged-figures.js";
import { actionsPastDue, type RemedialPlan } from "./remedial-plan.js";

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
  readonly plan?: RemedialPlan | null;
  readonly interventions?: readonly Intervention[];
}

/** As at which day, and under which policy: `illustrativePolicy` unless given, null for the text alone. */
export interface GroundsOptions {
  readonly asAt: DateInput;
  readonly policy?: InterventionPolicy | null;
}

const GROUNDS_OPTIONS: OptionKinds<GroundsOptions> = { asAt: DATE, policy: CHECKED };

/** The latest figure of a series, how it stands, and in one sentence why. */
export interface LatestFigure extends JudgedFigure {
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
  readonly grounds: readonly GroundForIntervention[];
  readonly figures: readonly LatestFigure[];
  readonly openInterventions: readonly OpenIntervention[];
  readonly duties: readonly DutyOwed[];
  readonly notices: readonly PossibleNotice[];
  readonly remarks: readonly string[];
  readonly policy: InterventionPolicy | null;
  readonly minimumStarts: number;
}

/**
 * Gathers what speaks for which level of intervention, as at a day (source 001, paragraphs 3 to 17).
 * A level is the Department's decision, at its discretion and in any order (paragraphs 5 and 10):
 * nothing here says that one applies, none is the highest, and none follows from another.
 *
 * - By the text: reviews under every contract (`baseline`, ¶11); a level or standard not met
 *   (`may-miss`, ¶12, and `required-standard-failed`, ¶15: formal action is open, never recommended);
 *   a remedial action past due and the shortfall seen again since (`remedy-ineffective`, ¶13).
 * - By the policy's numbers: a projection short for so many review months. Naive flow and places in a
 *   ranking feed no ground; a rate of fewer than the policy's `minimumStarts` people raises none,
 *   without a policy of fewer than the illustrative 30.
 * - What is pending or undetermined establishes nothing. Figures, actions and decisions later than the
 *   day are as if they were not there.
 *
 * @param input - see {@link GroundsInput}; the published shape is `programme-rules/schema/grounds-input.json`.
 * @param options - `asAt`; `policy`: `illustrativePolicy` unless given, null for the text alone.
 * @throws ProgrammeFault `regime/input` for a field that is not what it may be,
 * `regime/unknown-id` for a figure of an id the programme does not have, `regime/scope` for a level's
 * figure in another level's scope, `regime/no-figure` for an entry that says nothing, `regime/level` for a level
 * the regime does not have, `regime/decision-order` for a decision that ends before it is made.
 *
 * @example
 * ```ts
 * import { whpJetsCv06 } from "programme-rules";
 * import { interventionGrounds } from "programme-rules/regime";
 *
 * const indicators = [
 *   { id: "tmpl-1", share: { count: 219, of: 1000 }, basis: "since-day-one", month: "2021-05" },
 * ] as const;
 * const found = interventionGrounds({ programme: whpJetsCv06, indicators }, { asAt: "2021-05-31" });
 * found.indicated[0]?.levels.map(({ level }) => level); // => ["level-1", "level-2", "level-4"]
 * found.grounds[1]?.sentence;
 * // => "Starts that reach the job outcome (tmpl-1), contract package area: 219 of 1000 (21.9%) from day one to May 2021, one too few, where at least 22% is asked for; grounds for Enhanced action (level-2). [001 ¶12]"
 * found.openInterventions; // => []
 * const wrong = [{ id: "tmpl-9", verdict: "not-met" }] as const;
 * interventionGrounds({ programme: whpJetsCv06, indicators: wrong }, { asAt: "2021-05-31" }); // throws tmpl-1
 * ```
 */
export function interventionGrounds(input: GroundsInput, options: GroundsOptions): InterventionGrounds {
  const standpoint = standpointOf(input, options);
  const { asAt, programme, policy, minimumStarts } = standpoint;
  const { figures, plan, interventions } = evidenceOf(input, standpoint);
  const on = (day: EpochDay) => {
    const series = seriesOf(figures.filter(({ knownOn }) => epochDay(knownOn) <= day));
    const then = { ...standpoint, asAt: day };
    return { series, grounds: gatherGrounds(series, actionsPastDue(plan, then), then) };
  };
  const { series, grounds } = on(asAt);
  const decisions = openDecisions(input.programme, interventions, asAt);
  const { id, edition, revision } = programme;
  const { contract } = input;
  return {
    programme: { id, edition, revision, hash: hashOf(programme) },
    ...defined({ contract: typeof contract === "object" ? contract.id : contract }),
    asAt: isoDate(asAt),
    indicated: indicatedBy(grounds, standpoint),
    grounds,
    figures: series.map((each) => latestOf(each, standpoint)),
    openInterventions: decisions.map((each) =>
      besideGrounds(each, grounds, on(epochDay(each.decidedOn)).grounds, programme),
    ),
    duties: dutiesOwed(decisions, plan, standpoint),
    notices: possibleNotices(grounds, standpoint),
    remarks: remarksOn(standpoint, figures),
    policy,
    minimumStarts,
  };
}

function standpointOf(input: GroundsInput, options: GroundsOptions): Standpoint {
  checkedInput(groundsFields, input, "input");
  const asAt = epochDay(optionsOf(options, GROUNDS_OPTIONS, AS_AT).asAt);
  const { policy = illustrativePolicy } = options;
  if (policy !== null) checkedInput(policyInput, policy, "policy");
  const programme = programmeOn(input.programme, asAt);
  const { minimumStarts } = policy ?? illustrativePolicy;
  return { programme, regime: programme.regime, policy, minimumStarts, asAt };
}

function evidenceOf(
  { indicators, standards, plan, interventions = [] }: GroundsInput,
  standpoint: Standpoint,
) {
  const { programme } = standpoint;
  const given = [...indicatorFigures(programme, indicators), ...standardFigures(programme, standards)];
  return {
    figures: judgedFigures(given, standpoint),
    plan: plan == null ? undefined : checkedInput(planInput, plan, "plan"),
    interventions: interventions.map((each, at) =>
      checkedInput(interventionInput, each, `interventions.${at}`),
    ),
  };
}

function latestOf({ latest, run }: Series, standpoint: Standpoint): LatestFigure {
  const asked = isByPolicy(latest) ? (standpoint.policy?.reviewMonths ?? 1) : 1;
  const about = aboutWords(latest, standpoint);
  const { probabilityBelow } = standpoint.policy ?? {};
  return { ...latest, sentence: figureSentence(latest, { about, run: run.length, asked, probabilityBelow }) };
}

/** What a reader of the grounds should know besides them. */
function remarksOn(standpoint: Standpoint, figures: readonly JudgedFigure[]): string[] {
  const { programme, asAt } = standpoint;
  const remarks = regimeRemarks(standpoint);
  if (figures.length > 0 && hasNone(programme))
    remarks.push(`${programme.title} has no levels, indicators or standards: figures are shown only.`);
  const later = figures.filter(({ knownOn }) => epochDay(knownOn) > asAt).length;
  if (later > 0) {
    const count = capitalised(counted(later, "figure"));
    remarks.push(`${count} ${later === 1 ? "was" : "were"} not known yet on ${longDate(asAt)}.`);
  }
  return remarks;
}

function regimeRemarks({ programme, regime }: Standpoint): string[] {
  if (regime === undefined)
    return [`${programme.title} has no performance regime: there is nothing to gather grounds for.`];
  const { levels, title } = regime;
  const remarks: string[] = [];
  if (levels.every(({ grounds }) => grounds.length === 0))
    remarks.push(`${title}: no known rule says what speaks for a level, so that levels are recorded only.`);
  for (const { title: level, membership } of levels) {
    if (membership === undefined) continue;
    const { metric, position } = membership;
    const by = isOpen(metric)
      ? `what they are ranked by is ${metric.open.replace("-", " ")}`
      : `they are ranked by ${metric}`;
    remarks.push(
      `${level} is for contracts in the ${position.replace("-", " ")}; ${by}. Membership is a recorded decision.`,
    );
  }
  if (programme.standing === "research") remarks.push(`${programme.title}: known from research only.`);
  return remarks;
}
