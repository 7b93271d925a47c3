import { Command } from "commander";
import { type CohortTable, cohortTable, cohortTableFromCounts } from "../../../cohorts/index.js";
import { shown } from "../../../fault.js";
import { ProblemList } from "../../../journey/index.js";
import { isOpen, type MinimumPerformanceLevel, type Programme } from "../../../rules/index.js";
import {
  type Flightpath,
  flightpath,
  forecastOffer,
  type Offer,
  type PlannedStarts,
} from "../../../tender/index.js";
import { unknownWord } from "../../../unknown-word.js";
import { openFiles, readWholeCaseload } from "../../input/caseload-file.js";
import { cohortCounts, tableOfCounts } from "../../input/cohort-file.js";
import {
  EVENTS,
  type LearningFlags,
  learningOf,
  type TableFlags,
  withLearning,
  withTableFlags,
} from "../../input/command-options.js";
import { fieldsOf, readJson } from "../../input/json-file.js";
import { type OfferFileOptions, readOffer } from "../../input/offer-file.js";
import { jsonText } from "../../output/formats.js";
import { headed, type Terminal } from "../../output/terminal.js";
import { type Column, rightColumn, tableOrList } from "../../output/text-table.js";
import { countWords, learnedWords } from "../../output/value-text.js";

interface FlightpathFlags extends OfferFileOptions, TableFlags, LearningFlags {
  readonly by: string;
  readonly asAt: string;
  readonly target: string;
  readonly level?: string;
  readonly events: readonly string[];
  readonly mapping?: string;
}

/** `offer flightpath`: the way from where a contract stands to its promise, month by month. */
export function offerFlightpathCommand(terminal: Terminal): Command {
  const command = new Command("flightpath");
  return withLearning(withTableFlags(command))
    .description("The way from where a contract stands back to its promise, month by month")
    .argument("<offer>", "an offer written in JSON: its level, profile and planned starts")
    .argument(
      "<file>",
      "CSV or .xlsx: one row per referral, or one row per cohort (month, starts, converted_0 …); or such cohorts as JSON",
    )
    .requiredOption("--by <month>", "the month by whose end the target is to be reached, such as 2028-03")
    .option("--as-at <date>", "what was known at the end of this day", terminal.today)
    .option("--target <percent>", "of what the promised profile expects since day one", "100%")
    .option("--level <id>", "the level whose profile is meant; the first that has one unless given")
    .option("--programme <name>", "the programme bid for; the offer's `base` unless given")
    .option(...EVENTS)
    .option("--mapping <file>", "a JSON file that maps a system's own columns, dates and values")
    .option("--json", "print JSON instead of text")
    .action(async (offerFile: string, file: string, options: FlightpathFlags) => {
      const { offer } = readOffer(offerFile, options);
      const level = levelOf(offer.programme, options.level);
      const cohorts = await cohortsOf(file, offer.programme, level, options, terminal);
      const path = flightpath(cohorts, level.profile, {
        targetMonth: options.by,
        target: options.target,
        ...learningOf(options),
        plannedStarts: plannedStarts(offer, cohorts.lastMonth),
      });
      if (options.json) terminal.print(jsonText("offer flightpath", path));
      else terminal.print(`${flightpathText(path, offer.title, terminal)}\n`);
    });
}

type Profiled = MinimumPerformanceLevel & { readonly profile: readonly string[] };

function levelOf({ minimumPerformanceLevels = [] }: Programme, id: string | undefined): Profiled {
  const profiled = minimumPerformanceLevels.filter(isForEverybody);
  const found = profiled.find((level) => id === undefined || level.id === id);
  if (found !== undefined) return found;
  throw unknownWord({
    code: "cli/level",
    given: id === undefined ? "an offer without a level that has a profile" : `--level ${shown(id)}`,
    allowed:
      profiled.length === 0 ? "a level whose profile the offer sets" : profiled.map((level) => level.id),
    written: id,
    todo: "Set the level's profile in the offer's changes.",
  });
}

async function cohortsOf(
  file: string,
  programme: Programme,
  level: Profiled,
  options: FlightpathFlags,
  terminal: Terminal,
): Promise<CohortTable> {
  if (file.endsWith(".json")) {
    const { within, claimWithin } = programme.outcomes.find(({ id }) => id === level.outcome)!;
    const window = { days: within.days, lagDays: (claimWithin?.days ?? within.days) - within.days };
    const json = readJson(file);
    const counts = cohortCounts(Array.isArray(json) ? json : fieldsOf(json).counts, file);
    return cohortTableFromCounts(counts, { asAt: options.asAt, window });
  }
  const asked = { asAt: options.asAt, outcome: level.outcome };
  const open = await openFiles([file], options, terminal);
  const table = await tableOfCounts(open, programme, asked);
  if (table !== undefined) return table;
  const { journeys } = await readWholeCaseload(open, options, programme, terminal, new ProblemList());
  return cohortTable(programme, journeys, asked);
}

/** The starts that the offer plans after a month, as whole people. */
function plannedStarts(offer: Offer, after: string): PlannedStarts[] {
  return forecastOffer(offer, { runs: 0 })
    .months.filter(({ measure, group, month }) => measure === "starts" && group === null && month > after)
    .map(({ month, expected }) => ({ month, starts: Math.round(expected) }));
}

function flightpathText(path: Flightpath, title: string, terminal: Terminal): string {
  const { month, targetMonth, target, needed, converted, gap, businessAsUsual, extra } = path;
  const head = headed(
    terminal,
    `${title}: back to ${target} of its profile by the end of ${targetMonth}`,
    `By then ${countWords(needed)} outcomes are needed, planned starts included. By the end of ${month} there are ${countWords(converted)}: ${countWords(Math.max(0, gap))} to go.`,
    learnedWords(path.learned),
    `As things are ${countWords(businessAsUsual)} will come; ${countWords(extra)} extra are needed. ${feasibility(path)}`,
  );
  const rows = path.months.map((each) => [
    each.month,
    ...[each.businessAsUsual, each.extra, each.outcomes, each.toDate, Math.round(each.expected)].map(
      (count) => countWords(count),
    ),
  ]);
  const headings = ["As things are", "Extra", "Outcomes", "To date", "Profile to date"];
  const columns: Column[] = ["Month", ...headings.map(rightColumn)];
  return [...head, "", tableOrList(columns, rows, terminal.columns)].join("\n");
}

function feasibility({ feasible, available, earliestFeasibleMonth }: Flightpath): string {
  if (feasible) return `${countWords(available)} people could still give them.`;
  const earliest = earliestFeasibleMonth ?? "no month within five years";
  return `Not feasible: only ${countWords(available)} people could still give them. Earliest month in which the target can be reached: ${earliest}.`;
}

function isForEverybody(level: MinimumPerformanceLevel): level is Profiled {
  const { area, group } = level.scope;
  return area === "contract" && group === undefined && !isOpen(level.profile);
}
