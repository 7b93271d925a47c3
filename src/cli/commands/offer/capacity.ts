import { Command, InvalidArgumentError } from "commander";
import { defined } from "../../../defined.js";
import { targetWords } from "../../../rules/index.js";
import {
  type BacklogPlan,
  type BacklogSimulation,
  backlogPlan,
  type Offer,
  type PlannedAbsence,
  type RequiredCapacity,
  requiredCapacity,
  simulateBacklog,
  type TriedCapacity,
} from "../../../tender/index.js";
import { wholeNumber } from "../../input/command-options.js";
import { type OfferFileOptions, readOfferOrPlan } from "../../input/offer-file.js";
import { jsonText } from "../../output/formats.js";
import { headed, ProgressBar, type Terminal, wrapped } from "../../output/terminal.js";
import { type Column, rightColumn, tableOrList } from "../../output/text-table.js";
import { countWords, dateWords, percentWords } from "../../output/value-text.js";

interface CapacityOptions extends OfferFileOptions {
  readonly confidence: string;
  readonly runs: number;
  readonly seed: number;
  readonly absence: readonly PlannedAbsence[];
  readonly missed?: string;
  readonly project?: true;
}

/** `offer capacity`: the fewest advisers that keep an offer's backlog promises, and how its own plan fares. */
export function offerCapacityCommand(terminal: Terminal): Command {
  return new Command("capacity")
    .description(
      "The fewest advisers that keep the backlog promises on every day, and how the plan itself fares",
    )
    .argument("<file>", "an offer, or the plan of a queue, written in JSON")
    .option("--programme <name>", "the programme bid for; the file's own unless given")
    .option("--confidence <percent>", "how sure every day is to hold", "95%")
    .option(
      "--absence <span>",
      "days with fewer slots, 2027-12-20..2028-01-07=25%; may be given again",
      absent,
      [],
    )
    .option("--missed <percent>", "the share of appointments missed, in place of the file's")
    .option("--runs <number>", "how often chance is drawn", wholeNumber, 10_000)
    .option("--seed <number>", "what fixes chance", wholeNumber, 1)
    .option("--project", "use generated bank holidays beyond the published ones")
    .option("--json", "print JSON instead of text")
    .action((file: string, options: CapacityOptions) => {
      const plan = planOf(readOfferOrPlan(file, options), options);
      const found = computed(plan, options, terminal);
      if (options.json) terminal.print(jsonText("offer capacity", found));
      else terminal.print(`${capacityText({ file, plan, ...found }, terminal)}\n`);
    });
}

/** The plan's own capacity is simulated too, where it states one. */
function computed(
  plan: BacklogPlan,
  { confidence, runs, seed }: CapacityOptions,
  terminal: Terminal,
): Pick<CapacityAnswer, "required" | "simulated"> {
  const progress = new ProgressBar(terminal);
  const chance = { runs, seed, onProgress: progress.update };
  try {
    return {
      required: requiredCapacity(plan, { ...chance, confidence }),
      simulated:
        plan.slotsPerDay === undefined ? null : simulateBacklog(plan, { ...chance, overload: "simulate" }),
    };
  } finally {
    progress.clear();
  }
}

function planOf(given: Offer | BacklogPlan, { absence, missed, project }: CapacityOptions): BacklogPlan {
  const plan = "assumptions" in given ? backlogPlan(given) : given;
  const absences = absence.length === 0 ? undefined : [...(plan.absences ?? []), ...absence];
  const beyondPublished = project === true ? ("project" as const) : undefined;
  return { ...plan, ...defined({ absences, noShowRate: missed, beyondPublished }) };
}

const SPAN = /^(\d{4}-\d\d-\d\d)(?:\.\.(\d{4}-\d\d-\d\d))?(?:=(\d+(?:\.\d+)?%))?$/;

function absent(text: string, before: readonly PlannedAbsence[]): PlannedAbsence[] {
  const found = SPAN.exec(text);
  if (found === null)
    throw new InvalidArgumentError("Expected a day or a span, such as 2027-12-20..2028-01-07=25%.");
  const [, from, until, availability] = found;
  return [...before, defined({ from: from!, until, availability })];
}

interface CapacityAnswer {
  readonly file: string;
  readonly plan: BacklogPlan;
  readonly required: RequiredCapacity;
  readonly simulated: BacklogSimulation | null;
}

/** What `offer capacity` prints. */
function capacityText(found: CapacityAnswer, terminal: Terminal): string {
  const { required } = found;
  const { needed, confidence } = required;
  const answer = `${needed} ${unitWords(required, needed)} keep every day with ${percentWords(confidence)} confidence.`;
  const lines = headed(
    terminal,
    answer,
    planWords(found),
    promiseWords(required),
    `Each referral takes ${required.load.expectedAttempts.toFixed(2)} appointments on average. ${countWords(required.runs)} runs, seed ${required.seed}${required.projected ? "; bank holidays past the published ones are projected" : ""}.`,
  );
  return [...lines, "", triedRows(required, terminal), ...ownWords(found, terminal)].join("\n");
}

function unitWords({ unit }: RequiredCapacity, count: number): string {
  if (unit === "slots") return count === 1 ? "slot a day" : "slots a day";
  return count === 1 ? "adviser" : "advisers";
}

function planWords({ file, plan, required }: CapacityAnswer): string {
  const absences = plan.absences?.length ?? 0;
  const away = absences === 0 ? "no absences" : absences === 1 ? "one absence" : `${absences} absences`;
  return `${file}: ${dateWords(plan.from)} to ${dateWords(plan.until)}, ${required.load.workingDays} working days, ${countWords(Math.round(required.load.referrals))} referrals, ${away}.`;
}

const POPULATIONS = {
  cumulative: "all referrals to date",
  open: "the referrals still open",
  received: "those received in the month",
} as const;

function promiseWords({ limits }: RequiredCapacity): string {
  const { share, over, measured, oldest, due } = limits;
  const when = measured === "each-day" ? "each day" : "at each month's end";
  const parts = [
    ...(share === null ? [] : [`backlog ${targetWords(share)} of ${POPULATIONS[over]} ${when}`]),
    ...(oldest === null ? [] : [`nobody in it past working day ${oldest.workingDays}`]),
  ];
  return `Promised: ${parts.join("; ")}. An appointment is due by working day ${due.workingDays}.`;
}

function triedRows(required: RequiredCapacity, terminal: Terminal): string {
  const columns: Column[] = [
    rightColumn(unitWords(required, 2).replace(/^./, (letter) => letter.toUpperCase())),
    rightColumn(required.unit === "slots" ? "" : "Slots a day"),
    ...["Load", "Every day holds", "Surely above"].map(rightColumn),
    "",
  ];
  const rows = required.tried.map((tried) => [
    String(tried.units),
    required.unit === "slots" ? "" : String(tried.slotsPerDay),
    percentWords(tried.load),
    percentWords(tried.probability),
    percentWords(tried.interval.lower),
    verdict(tried, required),
  ]);
  return tableOrList(columns, rows, terminal.columns);
}

function verdict({ isStable, isEnough, units }: TriedCapacity, { needed }: RequiredCapacity): string {
  if (units === needed) return "← the fewest";
  if (!isStable) return "✗ its queue grows for good";
  return isEnough ? "" : "✗ not sure enough";
}

function ownWords({ plan, required, simulated }: CapacityAnswer, terminal: Terminal): string[] {
  if (simulated === null) return [];
  const own = plan.advisers ?? plan.slotsPerDay ?? 0;
  const { load, pass, worstDay, days } = simulated;
  const steady = load.steadyLoad ?? Number.POSITIVE_INFINITY;
  const longest = Math.max(...days.map(({ oldestUpper }) => oldestUpper));
  const worst = worstDay === null ? "" : ` The day most likely to break is ${dateWords(worstDay.on)}.`;
  const grows =
    steady < 1 ? "" : " Its queue grows for good: passing only means that the plan ends before it shows.";
  const busy = load.months.filter((each) => each.load !== null && each.load > 1).map(({ month }) => month);
  const above = busy.length === 0 || steady >= 1 ? "" : ` The load is above 100% in ${busy.join(", ")}.`;
  const said = `The plan's own ${own} ${unitWords(required, own)}: load ${percentWords(steady)}, every day holds in ${percentWords(pass.probability)} of runs, the longest wait up to ${longest} working days.${worst}${above}${grows}`;
  return ["", wrapped(said, terminal.columns)];
}
