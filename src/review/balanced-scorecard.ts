import { REPORT } from "../argument.js";
import {
  CHANCE,
  COHORT_TABLE,
  type CohortTable,
  type ConversionProfile,
  conversion,
  type Forecast,
  forecast,
  type ProfileIndex,
  RATE,
  type RateInput,
  type SeededRuns,
  soFarOnProfile,
} from "../cohorts/index.js";
import type { LineVerdict, Report, ReportLine } from "../compliance/index.js";
import type { IsoDate } from "../date/index.js";
import { defined } from "../defined.js";
import { ProgrammeFault, shown } from "../fault.js";
import { kind, nested, type OptionKinds, ofKind, oneOrMore, optionsOf, TEXT } from "../options.js";
import { compareShare, formatFraction, parsePercent, type Share } from "../quantity/index.js";
import {
  isOpen,
  type MinimumPerformanceLevel,
  type Programme,
  refuseNotProgramme,
  STAGES,
  type Stage,
  type Standard,
} from "../rules/index.js";
import { unknownWord } from "../unknown-word.js";

const LEVEL_COHORTS = nested<LevelCohorts>(
  {
    id: TEXT,
    table: ofKind(COHORT_TABLE),
    // Of what months or groups it is, `readProfile` says.
    profile: kind(
      (value) => typeof value === "object" && value !== null,
      'a profile such as ["0%", "1%", "3%"]',
      "Leave it out where it is not known.",
    ),
    level: RATE,
    chance: CHANCE,
  },
  { table: "…" },
);
/** What a scorecard and a pack of a review are made from. */
export const SCORECARD_INPUT: OptionKinds<ScorecardInput> = {
  programme: refuseNotProgramme,
  report: ofKind(REPORT),
  cohorts: oneOrMore(LEVEL_COHORTS),
};
export const PROGRAMME_AND_REPORT = { programme: "…", report: "…" };

/**
 * The cohorts of one performance level. `id`: the level's; may be left out where the programme has one.
 * `profile`: the conversion expected by each month of age; without it the programme's own, if that
 * is known. `chance`: draw how sure the forecast is.
 */
export interface LevelCohorts {
  readonly id?: string;
  readonly table: CohortTable;
  readonly profile?: ConversionProfile;
  readonly level?: RateInput;
  readonly chance?: SeededRuns;
}

/** What a scorecard is made from: rules, a report of the caseload, and the cohorts if they are known. */
export interface ScorecardInput {
  readonly programme: Programme;
  readonly report: Report;
  readonly cohorts?: LevelCohorts | readonly LevelCohorts[];
}

/** The standards of one stage of a journey: their lines, and how many came to each verdict. */
export interface StageScore {
  readonly stage: Stage;
  readonly lines: readonly ReportLine[];
  readonly verdicts: Readonly<Partial<Record<LineVerdict, number>>>;
}

/**
 * One performance level.
 *
 * - `offered`: the share asked for, as percent text; null where it is not known.
 * - `matured`: of those whose whole window is over, how many reached the outcome; `stands` compares it.
 * - `onProfile`: outcomes against those expected by now, since day one. `forecast`: where it is heading.
 */
export interface LevelScore {
  readonly id: string;
  readonly title: string;
  readonly offered: string | null;
  readonly matured: Share | null;
  readonly stands: "reached" | "short" | "nothing-to-count" | "not-known";
  readonly onProfile: ProfileIndex | null;
  readonly forecast: Forecast | null;
}

/**
 * Service standards, cohort performance and what was offered, side by side. No score is made of the three.
 *
 * - `standards`: what the contract asks for, by stage. `offered`: lines of standards that a bidder offered.
 */
export interface Scorecard {
  readonly programme: string;
  readonly edition: string;
  readonly title: string;
  readonly asAt: IsoDate;
  readonly journeys: number;
  readonly standards: readonly StageScore[];
  readonly levels: readonly LevelScore[];
  readonly offered: readonly ReportLine[];
}

/**
 * A balanced scorecard (source 003, recommendation 12): customer service standards by stage, cohort
 * performance on each level, and the offer. The three stand side by side; nothing is weighed or added up.
 *
 * @throws ProgrammeFault `regime/split-report` for a report that is split by an attribute,
 * `regime/level` for cohorts of a level the programme does not have, and the faults of
 * `soFarOnProfile` for a profile that does not fit.
 *
 * @example
 * ```ts
 * import { report, whpJetsCv06 } from "programme-rules";
 * import { cohortTableFromCounts } from "programme-rules/cohorts";
 * import { balancedScorecard } from "programme-rules/review";
 *
 * const counts = [{ month: "2020-01", starts: 1000, converted: [0, 9, 30, 60, 101, 140, 176, 201, 219] }];
 * const table = cohortTableFromCounts(counts, { asAt: "2021-05-31", window: { days: 238, lagDays: 61 } });
 * const journeys = [{ id: "R1", events: [{ kind: "referral-received", on: "2021-04-01" }] }];
 * const card = balancedScorecard({
 *   programme: whpJetsCv06,
 *   report: report(whpJetsCv06, journeys, { asAt: "2021-05-31" }),
 *   cohorts: { table },
 * });
 * card.levels[0]?.matured; // => { count: 219, of: 1000 }
 * card.levels[0]?.stands; // => "short"
 * card.standards.map(({ stage }) => stage);
 * // => ["pre-programme", "programme-engagement", "pre-work-support", "programme-exit", "contract"]
 * ```
 */
export function balancedScorecard(input: ScorecardInput): Scorecard {
  const { programme, report } = optionsOf(input, SCORECARD_INPUT, PROGRAMME_AND_REPORT);
  if (report.lines.some(({ by }) => by !== undefined))
    throw new ProgrammeFault({
      code: "regime/split-report",
      given: "a report that is split by an attribute",
      allowed: "a report of the whole caseload",
      todo: "Make the report without `by`.",
    });
  const sources = cohortsOf(input);
  const standards = new Map(programme.standards.map((each) => [each.id, each]));
  const isOffered = ({ standard }: ReportLine) => standards.get(standard)?.standing === "offered";
  const lines = report.lines.filter((line) => !isOffered(line));
  return {
    programme: programme.id,
    edition: programme.edition,
    title: programme.title,
    asAt: report.receipt.asAt,
    journeys: report.journeys,
    standards: STAGES.flatMap((stage) => stageScore(stage, lines, standards)),
    levels: (programme.minimumPerformanceLevels ?? []).map((level) => levelScore(level, sources, programme)),
    offered: report.lines.filter(isOffered),
  };
}

/** The cohorts of each level, as a list. */
export function cohortsOf({ cohorts = [] }: Pick<ScorecardInput, "cohorts">): readonly LevelCohorts[] {
  return Array.isArray(cohorts) ? (cohorts as readonly LevelCohorts[]) : [cohorts as LevelCohorts];
}

/** How a level stands, in words. */
export const STANDS: Readonly<Record<LevelScore["stands"], string>> = {
  reached: "at or above",
  short: "below",
  "nothing-to-count": "no window is over yet",
  "not-known": "cannot be told",
};

export function indexWords(index: number | null): string {
  return index === null ? "–" : formatFraction(index);
}

function stageScore(
  stage: Stage,
  lines: readonly ReportLine[],
  standards: ReadonlyMap<string, Standard>,
): StageScore[] {
  const own = lines.filter(({ standard }) => standards.get(standard)?.stage === stage);
  const verdicts: Partial<Record<LineVerdict, number>> = {};
  for (const { verdict } of own) verdicts[verdict] = (verdicts[verdict] ?? 0) + 1;
  return own.length === 0 ? [] : [{ stage, lines: own, verdicts }];
}

function levelScore(
  { id, title, share, profile }: MinimumPerformanceLevel,
  sources: readonly LevelCohorts[],
  { minimumPerformanceLevels = [] }: Programme,
): LevelScore {
  const known = minimumPerformanceLevels.map((each) => each.id);
  for (const source of sources) checkLevel(source.id, known);
  const source = sources.find((each) => (each.id ?? known[0]) === id);
  const offered = isOpen(share) ? null : share;
  const base = { id, title, offered };
  if (source === undefined)
    return { ...base, matured: null, stands: "not-known", onProfile: null, forecast: null };
  const { table } = source;
  const matured = conversion(table).mature.share;
  const expected = source.profile ?? (isOpen(profile) ? undefined : profile);
  return {
    ...base,
    matured,
    stands: standing(matured, offered),
    onProfile: expected === undefined ? null : onlyIndex(soFarOnProfile(table, expected)),
    forecast: expected === undefined ? null : forecast(table, expected, uncertainty(source, offered)),
  };
}

function uncertainty({ chance, level }: LevelCohorts, offered: string | null) {
  if (chance === undefined) return {};
  return { uncertainty: { ...chance, ...defined({ passAt: level ?? offered ?? undefined }) } };
}

function standing(matured: Share, offered: string | null): LevelScore["stands"] {
  if (offered === null) return "not-known";
  if (matured.of === 0) return "nothing-to-count";
  return compareShare(matured, parsePercent(offered)) >= 0 ? "reached" : "short";
}

function onlyIndex({ actual, expected, index }: ProfileIndex): ProfileIndex {
  return { actual, expected, index };
}

function checkLevel(id: string | undefined, known: readonly string[]): void {
  if (id === undefined ? known.length === 1 : known.includes(id)) return;
  throw unknownWord({
    code: "regime/level",
    given: id === undefined ? "cohorts that do not say of which level" : `cohorts of the level ${shown(id)}`,
    allowed: known,
    written: id,
    todo: "Name one of these in `id`.",
  });
}
