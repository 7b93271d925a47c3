import { Command } from "commander";
import { funnelChart } from "../../../charts/index.js";
import {
  type ComparedProvider,
  compareProviders,
  type FunnelOptions,
  funnel,
  type ProviderComparison,
  type ProviderComparisonOptions,
} from "../../../cohorts/index.js";
import { defined } from "../../../defined.js";
import { shown } from "../../../fault.js";
import { type CohortOptions, readCohorts } from "../../input/cohort-file.js";
import { oneOf, wholeNumber } from "../../input/command-options.js";
import { type DestinationOptions, put } from "../../output/destination.js";
import { formatOf, type PrintableResult, printedResult, type ValueOptions } from "../../output/formats.js";
import type { FileProblems } from "../../output/remarks.js";
import type { Terminal } from "../../output/terminal.js";
import { type Column, rightColumn } from "../../output/text-table.js";
import { countWords, dateWords, indexWords, intervalWords, percentWords } from "../../output/value-text.js";

interface ProvidersOptions extends CohortOptions {
  readonly centre?: string;
  readonly seed: number;
  readonly runs: number;
  readonly suppressBelow?: number;
  readonly overdispersion: boolean;
}

/** `cohorts providers`: who differs from the others by more than chance. */
export function cohortsProvidersCommand(terminal: Terminal): Command {
  return new Command("providers")
    .description("Providers, areas or contractors side by side, and who differs by more than chance")
    .argument("<files...>", "as for cohorts")
    .option("--centre <percent>", "what everybody is held against; all together unless given")
    .option("--seed <number>", "fixes chance: the same seed, the same figures", wholeNumber, 1)
    .option("--runs <number>", "how many times chance is drawn", wholeNumber, 10_000)
    .option(
      "--suppress-below <number>",
      "withhold those with fewer starts, and what would give them away",
      wholeNumber,
    )
    .option("--no-overdispersion", "limits of chance alone, however much providers differ as a rule")
    .action(async (files: readonly string[], _options: object, command: Command) => {
      const options = command.optsWithGlobals<ProvidersOptions & ValueOptions & DestinationOptions>();
      const by = oneOf(SPLITS, options.by ?? "provider", {
        code: "cli/split",
        given: `--by ${shown(options.by)}`,
        todo: "Choose whose cohorts are to be compared.",
      });
      const { exchange, trouble } = await readCohorts(files, command, terminal);
      const { seed, runs, centre, suppressBelow } = options;
      const overdispersion: FunnelOptions["overdispersion"] = options.overdispersion ? "estimated" : "none";
      const around = { overdispersion, ...defined({ centre }) };
      const found = compareProviders(exchange, {
        by,
        chance: { seed, runs },
        ...around,
        ...defined({ suppressBelow }),
      });
      const given = printableOf(found, around, trouble);
      await put(
        printedResult({ ...given, withValues: options.withValues }, formatOf(options), terminal),
        options,
        terminal,
      );
    });
}

function printableOf(
  found: ProviderComparison,
  { centre, ...options }: Pick<ProviderComparisonOptions, "centre" | "overdispersion">,
  trouble: FileProblems,
): PrintableResult {
  const { by } = found;
  const { count, of } = found.all;
  const shares = found.providers.map(({ id, mature }) => ({ id, share: mature }));
  const centreWords =
    found.centre === null ? "nobody's window being over" : `around ${percentWords(found.centre)}`;
  return {
    command: "cohorts providers",
    result: found,
    title: `${found.outcome} by ${by}, as at ${dateWords(found.asAt)}, ${centreWords}`,
    columns: columnsOf(by),
    rows: found.providers.map(rowOf),
    notes: [
      ...(of === 0
        ? []
        : [`All together ${countWords(count)} of ${countWords(of)} mature, ${percentWords(count / of)}.`]),
      INDEX_NOTE,
      ...funnelNotes(found.overdispersion, by),
      ...(found.withheld === 0
        ? []
        : [
            `${found.withheld} are withheld: too few starts, or the next smallest, so that nobody can work them out.`,
          ]),
    ],
    csv: csvOf(found.providers, by),
    ...(found.centre === null ? {} : { chart: funnelChart(funnel(shares, centre ?? found.all, options)) }),
    trouble,
  };
}

const INDEX_NOTE =
  "Index: converted over what the same cohorts and groups would have come to at everybody's pace; it uses young cohorts too.";

/** What the limits of the funnel allow for. */
function funnelNotes(found: ProviderComparison["overdispersion"], by: string): string[] {
  const chance =
    "Funnel: within = no more than chance explains; at most 1 in 20 lies beyond 95% by chance alone, 1 in 500 beyond 99.8%.";
  if (found === null) return [chance];
  const phi = `phi ${found.phi.toFixed(2)}, from ${countWords(found.estimatedFrom)}`;
  if (found.betweenPerformers === 0)
    return [
      chance,
      `Overdispersion: none, because chance alone explains how each ${by} differs from the others (${phi}).`,
    ];
  const points = `${(found.betweenPerformers * 100).toFixed(1)} percentage points`;
  return [
    `Funnel: within = no more than chance and the usual spread explain; about 1 in 20 lies beyond 95% by both, 1 in 500 beyond 99.8%.`,
    `Overdispersion: the usual spread of true rates, from ${by} to ${by}, is a standard deviation of ${points} (${phi}); --no-overdispersion leaves it out.`,
  ];
}

function columnsOf(by: string): Column[] {
  return [
    rightColumn("Rank"),
    { heading: by, shrinks: true },
    ...["Starts", "Mature", "Converted", "Rate", "95% interval", "Index", "Quartile", "P(bottom)"].map(
      rightColumn,
    ),
    "Funnel",
  ];
}

function rowOf(provider: ComparedProvider): string[] {
  const { rank, id, starts, mature, rate, interval, index, bottom } = provider;
  return [
    `${rank ?? "–"}`,
    id,
    countWords(starts),
    countWords(mature.of),
    countWords(mature.count),
    percentWords(rate),
    intervalWords(interval),
    indexWords(index),
    tileWords(provider),
    percentWords(bottom?.probability),
    funnelWords(provider),
  ];
}

/** A tie across the cut shows both readings. */
function tileWords({ tile, tileIfLast, needsReview }: ComparedProvider): string {
  if (tile === null) return "–";
  return needsReview ? `${tile} or ${tileIfLast}` : `${tile}`;
}

function funnelWords({ position, side }: ComparedProvider): string {
  if (position === null) return "–";
  return position === "inside" ? "within" : `${side}, beyond ${position === "beyond-95" ? "95%" : "99.8%"}`;
}

function csvOf(providers: readonly ComparedProvider[], by: string) {
  return {
    headings:
      `rank,${by},starts,mature_starts,mature_converted,rate,lower,upper,expected,index,quartile,quartile_if_last,position,side`.split(
        ",",
      ),
    rates: ["rate", "lower", "upper"],
    rows: providers.map((each) => [
      each.rank,
      each.id,
      each.starts,
      each.mature.of,
      each.mature.count,
      each.rate,
      each.interval?.lower,
      each.interval?.upper,
      each.expected,
      each.index,
      each.tile,
      each.tileIfLast,
      each.position,
      each.side,
    ]),
  };
}

const SPLITS = ["provider", "area", "contractor"] as const;
