import { type PerformanceWindowName, performanceOver, soFarOnProfile, wilson } from "../../cohorts/index.js";
import { defined, isGiven } from "../../defined.js";
import { formatFraction, formatShare, type Share } from "../../quantity/index.js";
import { isOpen, joined, type Programme } from "../../rules/index.js";
import {
  balancedScorecard,
  cohortsOf,
  indexWords,
  type LevelCohorts,
  type LevelScore,
  STANDS,
} from "../balanced-scorecard.js";
import { blank, list, type ReviewBlock, type ReviewInput, rows, text } from "./review-input.js";

/** Performance on each level: what ended cohorts truly reached, and every window against the profile. */
export function levelBlocks(input: ReviewInput): ReviewBlock[] {
  const scores = levelScores(input);
  if (scores.length === 0) return [];
  const cells = scores.flatMap(({ id, title, offered, matured, stands, onProfile }) => {
    if (matured === null) return [];
    const beside = offered ?? undefined;
    const counted =
      matured.of === 0 ? "–" : `${matured.count} of ${matured.of} (${formatShare(matured, beside)})`;
    const index = onProfile === null ? "no profile given" : indexWords(onProfile.index);
    return [
      [
        id,
        title,
        offered ?? "not known here",
        counted,
        intervalWords(matured, beside),
        STANDS[stands],
        index,
      ],
    ];
  });
  if (cells.length === 0) return [blank("Performance on the levels: no cohorts were given")];
  const head = [
    "Level",
    "What it asks",
    "Asked for",
    "Windows that are over",
    "95% interval",
    "Stands",
    "On profile",
  ];
  return [
    ...rows("Performance levels", head, cells, [2, 3, 4, 6]),
    ...cohortsOf(input).flatMap((source) => windowBlocks(source, input.programme)),
  ];
}

/** Where it is heading, and what that rests on. */
export function expectedBlocks(input: ReviewInput): ReviewBlock[] {
  const scores = levelScores(input).filter(({ forecast }) => forecast !== null);
  if (scores.length === 0)
    return [blank("Expected performance: give the cohorts and the contract's cohort profile")];
  return scores.flatMap(({ id, offered, forecast }) => {
    const { expected, starts, converted, rate, rows: cohorts, band } = forecast!;
    const percent = (fraction: number) => formatFraction(fraction, offered ?? undefined);
    const asked = offered === null ? "" : `; ${offered} is asked for`;
    const probability = band?.pass?.probability;
    const passed =
      probability === undefined ? "" : `; the level is reached in ${formatFraction(probability)} of them`;
    const cells = cohorts.map((row) => [
      row.month,
      String(row.starts),
      String(row.converted),
      row.learned.toFixed(1),
      row.starts === 0 ? "–" : percent(row.learned / row.starts),
    ]);
    return [
      text(
        `${id}: ${converted} of ${starts} have converted so far. By what this contract has shown so far, and the profile where it has not, ${expected.toFixed(0)} will have in the end (${rate === null ? "–" : percent(rate)}${asked}). This is a forecast, not a result.`,
      ),
      ...(band === undefined
        ? []
        : [list([`${band.level} of simulated runs end between ${band.lower} and ${band.upper}${passed}.`])]),
      ...rows(
        `Each cohort in the end, ${id}`,
        ["Cohort", "Starts", "So far", "In the end", "Share"],
        cells,
        [1, 2, 3, 4],
      ),
    ];
  });
}

/** The place among others, from the ranking given; the Department's tables otherwise. */
export function relativeBlocks({ relative }: ReviewInput): ReviewBlock[] {
  if (relative === undefined)
    return [blank("Relative performance: the Department's ranking tables (001 ¶18)")];
  const { contracts, metric, own } = relative;
  const sorted = [...contracts].sort((one, other) => (one.rank ?? Infinity) - (other.rank ?? Infinity));
  const cells = sorted.map(({ id, share, rank }) => [
    isGiven(rank) ? String(rank) : "–",
    id === own ? `${id} (this contract)` : id,
    share == null ? "–" : `${formatShare(share)} (${share.count} of ${share.of})`,
  ]);
  return rows(`Relative performance: ${metric}`, ["Rank", "Contract", "Share"], cells, [0, 2]);
}

/** One sentence a level for the summary. */
export function levelSentences(input: ReviewInput): string[] {
  return levelScores(input).flatMap(({ id, matured, offered, stands, onProfile, forecast }) => {
    const parts: string[] = [];
    if (matured !== null && matured.of > 0) {
      const held = offered === null ? "" : `, ${stands === "reached" ? "at or above" : "below"} ${offered}`;
      parts.push(
        `${matured.count} of ${matured.of} whose window is over converted (${formatShare(matured, offered ?? undefined)}${held})`,
      );
    }
    const index = onProfile?.index ?? null;
    if (index !== null) parts.push(`since day one outcomes are at ${indexWords(index)} of the profile`);
    const rate = forecast?.rate ?? null;
    if (rate !== null) {
      const asked = offered === null ? "" : ` (${offered} is asked for)`;
      parts.push(`${formatFraction(rate, offered ?? undefined)} are expected to convert in the end${asked}`);
    }
    return parts.length === 0 ? [] : [`${id}: ${joined(parts)}.`];
  });
}

/** How the windows of performance are called. */
const WINDOWS: Readonly<Record<PerformanceWindowName, string>> = {
  "in-month": "The month",
  "rolling-3": "Last three months",
  "rolling-12": "Last twelve months",
  "since-day-one": "Since day one",
};

function windowBlocks(source: LevelCohorts, programme: Programme): ReviewBlock[] {
  const level = (programme.minimumPerformanceLevels ?? []).find(({ id }) => id === (source.id ?? id));
  const own = level === undefined || isOpen(level.profile) ? undefined : level.profile;
  const profile = source.profile ?? own;
  if (profile === undefined) return [];
  const options = defined({ level: source.level });
  const { windows, month } = performanceOver(source.table, profile, options);
  const cells = windows.map(({ window, from, until, actual, expected, index }) => [
    WINDOWS[window],
    from === until ? from : `${from} to ${until}`,
    String(actual),
    expected === undefined ? "–" : expected.toFixed(1),
    indexWords(index),
  ]);
  const { cohorts } = soFarOnProfile(source.table, profile);
  const [worst] = cohorts
    .filter(({ index }) => index !== null)
    .sort((one, other) => one.index! - other.index!);
  const found = rows(
    `Outcomes against the profile, to the end of ${month}: 100% is on profile`,
    ["Window", "Months", "Outcomes", "Expected", "On profile"],
    cells,
    [2, 3, 4],
  );
  if (worst === undefined) return found;
  const behind = `${worst.month}: ${worst.actual} outcomes where ${worst.expected.toFixed(1)} were expected by now`;
  return [...found, text(`The cohort furthest behind is ${behind}.`)];
}

function levelScores({ programme, report, cohorts }: ReviewInput): readonly LevelScore[] {
  return balancedScorecard(defined({ programme, report, cohorts })).levels;
}

function intervalWords(share: Share, beside: string | undefined): string {
  const interval = wilson(share);
  if (interval === null) return "–";
  return `${formatFraction(interval.lower, beside)} to ${formatFraction(interval.upper, beside)}`;
}
