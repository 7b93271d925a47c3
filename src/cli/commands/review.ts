import type { Command } from "commander";
import {
  type CohortCount,
  type CohortTable,
  cohortTable,
  cohortTableFromCounts,
} from "../../cohorts/index.js";
import { type Report, report } from "../../compliance/index.js";
import {
  type DateInput,
  epochDay,
  firstOfMonth,
  isoDate,
  lastOfMonth,
  monthOf,
  nextMonth,
} from "../../date/index.js";
import type { AsAt } from "../../deadlines/index.js";
import { defined } from "../../defined.js";
import { ProgrammeFault, shown } from "../../fault.js";
import { type ContractLog, ProblemList } from "../../journey/index.js";
import { withheldOfSum } from "../../quantity/index.js";
import {
  acceleratedCandidates,
  type Intervention,
  type InterventionGrounds,
  indicatorsOf,
  interventionGrounds,
  type LadderDecision,
  onLadder,
} from "../../regime/index.js";
import { type PipelineChecked, returnsDue } from "../../returns/index.js";
import {
  type AssuranceReview,
  assuranceGrounds,
  balancedScorecard,
  checkProviderActionPlan,
  type LevelCohorts,
  type ProviderActionPlan,
  type ReviewInput,
  type ReviewPack,
  reviewMarkdown,
  reviewPack,
  scorecardMarkdown,
} from "../../review/index.js";
import type { Programme } from "../../rules/index.js";
import { readWholeCaseload, type WholeCaseload, withFile } from "../input/caseload-file.js";
import { cohortCounts } from "../input/cohort-file.js";
import {
  attributeBy,
  chosen,
  type FileCommandOptions,
  fileCommand,
  REFERRALS,
  refuseAbsent,
  wholeNumber,
} from "../input/command-options.js";
import { fieldsOf, fileOf, listOf, readContractLog } from "../input/json-file.js";
import { type DestinationOptions, put } from "../output/destination.js";
import { jsonText, withFormat } from "../output/formats.js";
import { reviewPage } from "../output/page/review-page.js";
import type { Terminal } from "../output/terminal.js";

/** `review`: the pack of one contract performance review, from a caseload and what else there is. */
export function reviewCommand(terminal: Terminal): Command {
  const command = fileCommand(
    "review",
    "The pack for a contract performance review, as Markdown or a page",
    terminal,
  );
  return withFormat(command, FORMATS)
    .argument(...REFERRALS)
    .option("--contract <name>", "what the contract is called at the head of the pack")
    .option("--review-on <date>", "the day of the meeting")
    .option("--before <date>", "compare with this day; the end of the month before unless given")
    .option("--by <attribute>", "who delivers: provider, site …", "provider")
    .option("--contract-log <file>", "JSON: what happened on the contract: { id, events }")
    .option(
      "--cohorts <file>",
      "JSON: { profile, counts } of a level; without counts, the caseload's own cohorts",
    )
    .option("--plan <file>", "JSON: the provider action plan")
    .option("--interventions <file>", "JSON: a list of the levels decided")
    .option("--assurance <file>", "JSON: a list of the ratings of the assurance team")
    .option("--partners <file>", "JSON: a list of the steps decided for partners")
    .option("--ranking <file>", "JSON: { metric, own, contracts: [{ id, share }] }")
    .option("--pipeline <file>", "JSON: what `pipeline --json` printed")
    .option(
      "--suppress-below <number>",
      "withhold what fewer people or cases of a partner stand behind, and what would give it away",
      wholeNumber,
    )
    .option("--seed <number>", "draw how sure the forecast is, from this seed", wholeNumber)
    .option("--scorecard", "print the balanced scorecard instead: standards, cohorts and offer side by side")
    .addHelpText(
      "after",
      `
Examples:
  programme-rules review --as-at 2021-06-30 --plan plan.json --contract-log log.json referrals.csv > review.md
  programme-rules review --as-at 2021-06-30 --format html referrals.csv > review.html`,
    )
    .action((files: readonly string[], options: ReviewFileOptions, command: Command) =>
      printReview(files, options, command.getOptionValueSource("by") === "cli", terminal),
    );
}

async function printReview(
  files: readonly string[],
  options: ReviewFileOptions,
  isSplitAsked: boolean,
  terminal: Terminal,
): Promise<void> {
  const format = options.json === true ? "json" : options.format;
  if (options.scorecard === true && format === "html") throw noScorecardPage();
  const { programme, asAt } = chosen(options);
  const data = new ProblemList();
  const caseload = await readWholeCaseload(files, options, programme, terminal, data);
  const input = reviewInput({ programme, asAt, data, ...caseload }, options);
  if (isSplitAsked) refuseAbsent(input.byPartner!, files);
  if (options.scorecard === true) {
    const { report: made, cohorts } = input;
    const card = balancedScorecard(defined({ programme, report: made, cohorts }));
    return put(format === "json" ? jsonText("scorecard", card) : scorecardMarkdown(card), options, terminal);
  }
  const pack = reviewPack(input);
  await put(PRINTED[format](pack), options, terminal);
}

const FORMATS = ["markdown", "json", "html"] as const;

const PRINTED: Readonly<Record<(typeof FORMATS)[number], (pack: ReviewPack) => string>> = {
  markdown: reviewMarkdown,
  json: (pack) => jsonText("review", pack),
  html: reviewPage,
};

function noScorecardPage(): ProgrammeFault {
  return new ProgrammeFault({
    code: "cli/format",
    given: "--scorecard with --format html",
    allowed: "the balanced scorecard as Markdown or JSON",
    todo: "Leave out one of the two; `check --format html` has the standards as a page.",
  });
}

/** What `review` takes besides a caseload. */
interface ReviewFileOptions extends FileCommandOptions, DestinationOptions {
  readonly format: (typeof FORMATS)[number];
  readonly contract?: string;
  readonly reviewOn?: string;
  readonly before?: string;
  readonly by: string;
  readonly contractLog?: string;
  readonly cohorts?: string;
  readonly plan?: string;
  readonly interventions?: string;
  readonly assurance?: string;
  readonly partners?: string;
  readonly ranking?: string;
  readonly pipeline?: string;
  readonly suppressBelow?: number;
  readonly seed?: number;
  readonly scorecard?: true;
}

/** The caseload that a review is of, and how it is to be assessed. */
interface ReviewCaseload extends WholeCaseload {
  readonly programme: Programme;
  readonly asAt: AsAt;
  readonly data: ProblemList;
}

/** Everything a review is made from, out of the files that the options name. */
function reviewInput(caseload: ReviewCaseload, options: ReviewFileOptions): ReviewInput {
  const { programme, asAt, journeys } = caseload;
  const log = readContractLog(options.contractLog);
  const logged = defined({ contractLog: log });
  const { data } = caseload;
  const made = report(programme, journeys, { ...asAt, ...logged, onProblem: data.add });
  const before = options.before ?? monthEndBefore(asAt.asAt);
  const was = report(programme, journeys, { ...asAt, ...logged, asAt: before });
  const { reviewOn, suppressBelow } = options;
  const byPartner = report(
    programme,
    journeys,
    defined({ ...asAt, by: attributeBy(options.by), suppressBelow }),
  );
  const suppressed = withheldWhole(byPartner);
  const shown = (lines: Report["lines"]) =>
    lines.filter((line) => !suppressed?.some(({ requirement }) => requirement === line.requirement));
  const whole = defined({ ...withFile(made, caseload, data), lines: shown(made.lines), suppressed });
  const cohorts = levelCohorts(caseload, options);
  const plan = fileOf<ProviderActionPlan>(options.plan);
  const found = grounds(programme, whole, cohorts, plan, options);
  const recorded = options.interventions === undefined ? undefined : found;
  return defined({
    programme,
    report: whole,
    contract: options.contract ?? log?.id ?? "not named",
    reviewOn,
    before: { ...was, lines: shown(was.lines) },
    byPartner,
    cohorts,
    plan: plan === undefined ? undefined : planChecked(programme, plan, { asAt, log, found: recorded }),
    relative: ranked(options.ranking, asAt.asAt),
    partners: steps(programme, options.partners, asAt.asAt),
    assurance: assured(programme, options.assurance, asAt.asAt),
    interventions: found,
    responses: withoutSmall(ratings(log, asAt.asAt), suppressBelow),
    returns: dueAround(programme, before, { asAt, log, reviewOn }),
    pipeline: pipelineChecked(options.pipeline),
  });
}

/** The requirements of which every partner's line is withheld: their whole would tell what is withheld. */
function withheldWhole({ lines, suppressed }: Report): Report["suppressed"] {
  const withheld = new Set(suppressed?.map(({ requirement }) => requirement));
  for (const { requirement, counted } of lines) if (counted > 0) withheld.delete(requirement);
  return suppressed && [...withheld].map((requirement) => ({ requirement }));
}

function grounds(
  programme: Programme,
  whole: Report,
  cohorts: readonly LevelCohorts[],
  plan: ProviderActionPlan | undefined,
  options: ReviewFileOptions,
) {
  const sources = cohorts.flatMap(({ id, table, profile, level }) =>
    profile === undefined ? [] : [defined({ id, table, profile, level })],
  );
  const interventions = listOf<Intervention>(options.interventions, "--interventions");
  const indicated = indicatorsOf(programme, { reports: whole, cohorts: sources });
  return interventionGrounds(
    { programme, ...indicated, ...defined({ plan: plan as never, interventions }) },
    { asAt: whole.receipt.asAt },
  );
}

function planChecked(
  programme: Programme,
  plan: ProviderActionPlan,
  { asAt, log, found }: { asAt: AsAt; log: ContractLog | undefined; found: InterventionGrounds | undefined },
) {
  const reviewsOn = log?.events.filter(({ kind }) => kind === "review-held").map(({ on }) => on);
  // An annex that is one of the duties that follow from decisions is required.
  const decided = found?.duties.filter(({ level, by }) => level !== undefined && by === "provider");
  const annexesRequired = decided?.map(({ duty }) => duty);
  return checkProviderActionPlan(programme, plan, defined({ asAt: asAt.asAt, reviewsOn, annexesRequired }));
}

function ranked(file: string | undefined, asAt: DateInput): ReviewInput["relative"] {
  if (file === undefined) return undefined;
  const { metric, own, contracts } = fieldsOf(fileOf(file)) as {
    metric: unknown;
    own?: string;
    contracts: unknown;
  };
  if (typeof metric === "string" && Array.isArray(contracts))
    return defined({ metric, contracts: acceleratedCandidates(contracts, { metric, asAt }), own });
  throw new ProgrammeFault({
    code: "cli/ranking",
    given: `the ranking in ${shown(file)}, without a metric or a list of contracts`,
    allowed:
      '{ "metric": "starts over referrals", "own": "jets-east", "contracts": [{ "id": "jets-east", "share": … }] }',
    todo: "Correct the file.",
  });
}

function steps(
  { id, ladders = [] }: Programme,
  file: string | undefined,
  asAt: DateInput,
): ReviewInput["partners"] {
  const decisions = listOf<LadderDecision>(file, "--partners");
  if (decisions === undefined) return undefined;
  const [ladder] = ladders;
  if (ladder !== undefined) return onLadder(ladder, decisions, { asAt });
  throw new ProgrammeFault({
    code: "cli/ladder",
    given: `--partners for ${id}, which has no ladder of steps`,
    allowed: "a programme with `ladders`, such as one amended by an offer",
    todo: "Leave --partners out, or give the amended programme as JSON.",
  });
}

function assured(programme: Programme, file: string | undefined, asAt: DateInput): ReviewInput["assurance"] {
  const reviews = listOf<AssuranceReview>(file, "--assurance");
  if (reviews === undefined) return undefined;
  return { reviews, grounds: assuranceGrounds(reviews, { asAt, programme }) };
}

function pipelineChecked(file: string | undefined): ReviewInput["pipeline"] {
  const checked = fileOf<PipelineChecked | null>(file);
  if (checked === undefined) return undefined;
  if (Array.isArray(checked?.checks) && typeof checked.inMonth === "string") return checked;
  throw new ProgrammeFault({
    code: "cli/pipeline",
    given: `--pipeline ${shown(file)}, which holds no check of a pipeline file`,
    allowed: "what `programme-rules pipeline --json` prints",
    todo: "Write it to a file first: programme-rules pipeline --json this.csv last.csv > checked.json.",
  });
}

/** The answers to the satisfaction question that were known on the date. */
function ratings(log: ContractLog | undefined, asAt: DateInput): Record<string, number> {
  const day = isoDate(epochDay(asAt));
  const counts: Record<string, number> = {};
  for (const { rating, on, knownOn = on } of log?.events ?? []) {
    if (typeof rating === "string" && on <= day && knownOn <= day) counts[rating] = (counts[rating] ?? 0) + 1;
  }
  return counts;
}

/** The answers, without those that few gave and what would give them away. */
function withoutSmall(
  answers: Readonly<Record<string, number>>,
  below: number | undefined,
): ReviewInput["responses"] {
  if (below === undefined) return answers;
  const counts = Object.entries(answers);
  const { items } = withheldOfSum(counts, below);
  return Object.fromEntries(counts.map(([item, count]) => [item, items.has(item) ? null : count]));
}

/** What was due since the day compared with, and what is due until the end of the next month. */
function dueAround(
  programme: Programme,
  before: DateInput,
  { asAt, log, reviewOn }: { asAt: AsAt; log: ContractLog | undefined; reviewOn: string | undefined },
) {
  const { asAt: day, ...rest } = asAt;
  return returnsDue(programme, {
    ...rest,
    from: isoDate(epochDay(before) + 1),
    to: isoDate(lastOfMonth(nextMonth(monthOf(epochDay(day))))),
    ...defined({ contractLog: log, reviewsOn: reviewOn === undefined ? undefined : [reviewOn] }),
  });
}

function monthEndBefore(asAt: DateInput): string {
  return isoDate(firstOfMonth(monthOf(epochDay(asAt))) - 1);
}

/** The cohorts of the file, or the caseload's own where it holds only a profile; none without outcomes. */
function levelCohorts(
  { programme, asAt, journeys }: ReviewCaseload,
  { cohorts: file, seed }: ReviewFileOptions,
): readonly LevelCohorts[] {
  const given = fileOf<unknown>(file);
  const files = (Array.isArray(given) ? given : [given]).map((each) => fieldsOf(each) as CohortFile);
  if (programme.outcomes.length === 0) return [];
  const levels = programme.minimumPerformanceLevels ?? [];
  if (given === undefined && levels.length !== 1) return [];
  let own: CohortTable | undefined;
  return files.map(({ id, counts, profile, level }) => {
    if (counts === undefined) own ??= cohortTable(programme, journeys, { asAt: asAt.asAt });
    const table =
      counts === undefined
        ? own!
        : cohortTableFromCounts(cohortCounts(counts, file!), {
            asAt: asAt.asAt,
            window: windowOf(programme),
          });
    return defined({ table, id, profile, level, chance: seed === undefined ? undefined : { seed } });
  });
}

interface CohortFile extends Omit<LevelCohorts, "table"> {
  readonly counts?: readonly CohortCount[];
}

/** How long the programme's outcome may take, and the longest wait for a claim. */
function windowOf({ id, outcomes }: Programme) {
  const [outcome] = outcomes;
  if (outcome !== undefined && "days" in outcome.within) {
    const { days } = outcome.within;
    const claim = outcome.claimWithin;
    return { days, lagDays: claim !== undefined && "days" in claim ? claim.days - days : 0 };
  }
  throw new ProgrammeFault({
    code: "cli/cohorts",
    given: `cohort counts for ${id}, whose outcome has no window in days`,
    allowed: "a programme with an outcome within so many days",
    todo: "Leave the counts out, and give a caseload with its outcomes.",
  });
}
