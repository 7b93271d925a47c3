import { type Report, report } from "../compliance/index.js";
import {
  type DateInput,
  epochDay,
  firstOfMonth,
  isoDate,
  lastOfMonth,
  monthOf,
  nextMonth,
} from "../date/index.js";
import type { AsAt } from "../deadlines/index.js";
import { ProgrammeFault, shown } from "../fault.js";
import type { ContractLog } from "../journey/index.js";
import {
  acceleratedCandidates,
  type ComparedContract,
  type Intervention,
  type InterventionGrounds,
  indicatorsOf,
  interventionGrounds,
  type LadderDecision,
  onLadder,
} from "../regime/index.js";
import { type PipelineChecked, returnsDue } from "../returns/index.js";
import {
  type AssuranceReview,
  assuranceGrounds,
  checkProviderActionPlan,
  type LevelCohorts,
  type ProviderActionPlan,
  type ReviewInput,
} from "../review/index.js";
import type { Programme } from "../rules/index.js";
import { fieldsOf, readContractLog } from "./contract-log.js";
import { levelCohorts } from "./level-cohorts.js";
import { attributeBy } from "./options.js";
import { fileOf, listOf, type Read, type ReviewFileOptions } from "./review-files.js";

/** Everything a review is made from, out of the files that the options name. */
export function reviewMaterial(read: Read, options: ReviewFileOptions): ReviewInput {
  const { programme, asAt, journeys } = read;
  const log = options.contractLog === undefined ? undefined : readContractLog(options.contractLog);
  const logged = log === undefined ? {} : { contractLog: log };
  const made = report(programme, journeys, { ...asAt, ...logged });
  const whole: Report = { ...made, problems: [...read.problems, ...made.problems] };
  const before = options.before ?? monthEndBefore(asAt.asAt);
  const cohorts = levelCohorts(read, options);
  const plan = fileOf<ProviderActionPlan>(options.plan);
  const reviewOn = options.reviewOn;
  const found = grounds({ programme, whole, cohorts, plan, options });
  const recorded = options.interventions === undefined ? undefined : found;
  return {
    programme,
    report: whole,
    contract: options.contract ?? log?.id ?? "not named",
    ...(reviewOn === undefined ? {} : { reviewOn }),
    before: report(programme, journeys, { ...asAt, ...logged, asAt: before }),
    byPartner: report(programme, journeys, {
      ...asAt,
      by: attributeBy(options.by),
      ...(options.suppressBelow === undefined ? {} : { suppressBelow: options.suppressBelow }),
    }),
    cohorts,
    ...(options.plan === undefined
      ? {}
      : { plan: planChecked(programme, plan!, { asAt, log, found: recorded }) }),
    ...relative(options.ranking, asAt.asAt),
    ...partners(programme, options.partners, asAt.asAt),
    ...assurance(programme, options.assurance, asAt.asAt),
    interventions: found,
    responses: ratings(log, asAt.asAt),
    returns: dueAround(programme, before, { asAt, log, reviewOn }),
    ...pipeline(options.pipeline),
  };
}

function grounds(given: {
  programme: Programme;
  whole: Report;
  cohorts: readonly LevelCohorts[];
  plan: ProviderActionPlan | undefined;
  options: ReviewFileOptions;
}) {
  const { programme, whole, cohorts, plan, options } = given;
  const sources = cohorts.flatMap(({ profile, ...rest }) =>
    profile === undefined ? [] : [{ ...rest, profile }],
  );
  const interventions = listOf<Intervention>(options.interventions, "--interventions");
  return interventionGrounds(
    {
      programme,
      ...indicatorsOf(programme, { reports: whole, cohorts: sources }),
      ...(plan === undefined ? {} : { plan: plan as never }),
      ...(interventions === undefined ? {} : { interventions }),
    },
    { asAt: whole.receipt.asAt },
  );
}

function planChecked(
  programme: Programme,
  plan: ProviderActionPlan,
  { asAt, log, found }: { asAt: AsAt; log: ContractLog | undefined; found: InterventionGrounds | undefined },
) {
  const meetings = log?.events.filter(({ kind }) => kind === "review-held").map(({ on }) => on);
  return checkProviderActionPlan(programme, plan, {
    asAt: asAt.asAt,
    ...(meetings === undefined ? {} : { reviewsOn: meetings }),
    ...(found === undefined ? {} : { annexesRequired: dutiesOf(found) }),
  });
}

/** What follows from decisions; an annex that is one of those duties is then required. */
function dutiesOf({ duties }: InterventionGrounds): string[] {
  return duties.filter(({ level, by }) => level !== undefined && by === "provider").map(({ duty }) => duty);
}

function relative(file: string | undefined, asAt: DateInput): Pick<ReviewInput, "relative"> {
  if (file === undefined) return {};
  const { metric, own, contracts } = fieldsOf(fileOf(file)) as Partial<Ranking>;
  if (typeof metric !== "string" || !Array.isArray(contracts)) throw noRanking(file);
  const ranked = acceleratedCandidates(contracts, { metric, asAt });
  return { relative: { metric, contracts: ranked, ...(own === undefined ? {} : { own }) } };
}

interface Ranking {
  readonly metric: string;
  readonly own?: string;
  readonly contracts: readonly ComparedContract[];
}

function noRanking(file: string): ProgrammeFault {
  return new ProgrammeFault({
    code: "cli/ranking",
    given: `the ranking in ${shown(file)}, without a metric or a list of contracts`,
    allowed:
      '{ "metric": "starts over referrals", "own": "jets-east", "contracts": [{ "id": "jets-east", "share": … }] }',
    todo: "Correct the file.",
  });
}

function partners(
  { id, ladders = [] }: Programme,
  file: string | undefined,
  asAt: DateInput,
): Pick<ReviewInput, "partners"> {
  const decisions = listOf<LadderDecision>(file, "--partners");
  if (decisions === undefined) return {};
  const [ladder] = ladders;
  if (ladder !== undefined) return { partners: onLadder(ladder, decisions, { asAt }) };
  throw new ProgrammeFault({
    code: "cli/ladder",
    given: `--partners for ${id}, which has no ladder of steps`,
    allowed: "a programme with `ladders`, such as one amended by an offer",
    todo: "Leave --partners out, or give the amended programme as JSON.",
  });
}

function assurance(
  programme: Programme,
  file: string | undefined,
  asAt: DateInput,
): Pick<ReviewInput, "assurance"> {
  const reviews = listOf<AssuranceReview>(file, "--assurance");
  if (reviews === undefined) return {};
  return { assurance: { reviews, grounds: assuranceGrounds(reviews, { asAt, programme }) } };
}

function pipeline(file: string | undefined): Pick<ReviewInput, "pipeline"> {
  const checked = fileOf<PipelineChecked | null>(file);
  if (checked === undefined) return {};
  if (Array.isArray(checked?.checks) && typeof checked.inMonth === "string") return { pipeline: checked };
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
    ...(log === undefined ? {} : { contractLog: log }),
    ...(reviewOn === undefined ? {} : { reviewsOn: [reviewOn] }),
  });
}

function monthEndBefore(asAt: DateInput): string {
  return isoDate(firstOfMonth(monthOf(epochDay(asAt))) - 1);
}
