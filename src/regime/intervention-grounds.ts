import { type EpochDay, epochDay, isoDate } from "../date/index.js";
import { figureSentence } from "../explanation/index.js";
import { hashOf, programmeOn } from "../rules/index.js";
import { actionsPastDue } from "./actions.js";
import { checkedInput } from "./check-input.js";
import type { PlanInput } from "./decision.js";
import { besideGrounds, openDecisions } from "./decisions.js";
import { dutiesOwed } from "./duties.js";
import type { Figure } from "./figure.js";
import { indicatorFigures, standardFigures } from "./from-results.js";
import type { GroundsInput, GroundsOptions, InterventionGrounds, LatestFigure } from "./gathered.js";
import { gatherGrounds } from "./grounds.js";
import { indicatedBy } from "./indicated.js";
import { isByPolicy, judged } from "./judge.js";
import { possibleNotices } from "./notices.js";
import { illustrativePolicy } from "./policy.js";
import { rawFigures } from "./read-figures.js";
import { remarksOn } from "./remarks.js";
import { groundsFields, interventionInput, planInput, policyInput } from "./schema-input.js";
import { type Series, seriesOf } from "./series.js";
import { aboutWords, type Setting } from "./setting.js";

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
 * @throws {@link ProgrammeFault} `regime/input` for a field that is not what it may be,
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
 * // => "At least 22% of starts reach earnings of £1,000 (tmpl-1), contract package area: 219 of 1000 (21.9%) from day one to May 2021, one too few, where at least 22% is asked for; grounds for Enhanced action (level-2). [001 ¶12]"
 * found.openInterventions; // => []
 * const wrong = [{ id: "tmpl-9", verdict: "not-met" }] as const;
 * interventionGrounds({ programme: whpJetsCv06, indicators: wrong }, { asAt: "2021-05-31" }); // throws tmpl-1
 * ```
 */
export function interventionGrounds(input: GroundsInput, options: GroundsOptions): InterventionGrounds {
  const setting = settingOf(input, options);
  const { asAt, programme, policy, minimumStarts } = setting;
  const { figures, plan, interventions } = evidenceOf(input, setting);
  const on = (day: EpochDay) => gathered({ figures, plan }, { ...setting, asAt: day });
  const { series, grounds } = on(asAt);
  const decisions = openDecisions(input.programme, interventions, asAt);
  const { id, edition, revision } = programme;
  return {
    programme: { id, edition, revision, hash: hashOf(programme) },
    ...contractOf(input),
    asAt: isoDate(asAt),
    indicated: indicatedBy(grounds, setting),
    grounds,
    figures: series.map((each) => latestOf(each, setting)),
    openInterventions: decisions.map((each) =>
      besideGrounds(each, { now: grounds, whenDecided: on(epochDay(each.decidedOn)).grounds }, programme),
    ),
    duties: dutiesOwed(decisions, plan, setting),
    notices: possibleNotices(grounds, setting),
    remarks: remarksOn(setting, figures),
    policy,
    minimumStarts,
  };
}

function contractOf({ contract }: GroundsInput): { readonly contract?: string } {
  if (contract === undefined) return {};
  return { contract: typeof contract === "string" ? contract : contract.id };
}

function settingOf(input: GroundsInput, options: GroundsOptions): Setting {
  checkedInput(groundsFields, input, "input");
  const asAt = epochDay(options.asAt);
  const { policy = illustrativePolicy } = options;
  if (policy !== null) checkedInput(policyInput, policy, "policy");
  const programme = programmeOn(input.programme, asAt);
  const { minimumStarts } = policy ?? illustrativePolicy;
  return { programme, regime: programme.regime, policy, minimumStarts, asAt };
}

function evidenceOf({ indicators, standards, plan, interventions = [] }: GroundsInput, setting: Setting) {
  const { programme, asAt } = setting;
  const given = [...indicatorFigures(programme, indicators), ...standardFigures(programme, standards)];
  return {
    figures: given
      .flatMap((figure) => rawFigures(programme, figure, asAt))
      .map((figure) => judged(figure, setting)),
    plan: plan == null ? undefined : checkedInput(planInput, plan, "plan"),
    interventions: interventions.map((each, at) =>
      checkedInput(interventionInput, each, `interventions.${at}`),
    ),
  };
}

interface Evidence {
  readonly figures: readonly Figure[];
  readonly plan: PlanInput | undefined;
}

function gathered({ figures, plan }: Evidence, setting: Setting) {
  const known = figures.filter(({ knownOn }) => epochDay(knownOn) <= setting.asAt);
  const series = seriesOf(known);
  return { series, grounds: gatherGrounds(series, actionsPastDue(plan, setting), setting) };
}

function latestOf({ latest, run }: Series, setting: Setting): LatestFigure {
  const asked = isByPolicy(latest) ? (setting.policy?.reviewMonths ?? 1) : 1;
  return {
    ...latest,
    sentence: figureSentence(latest, { about: aboutWords(latest, setting), run: run.length, asked }),
  };
}
