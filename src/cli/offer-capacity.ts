import { Command, InvalidArgumentError } from "commander";
import {
  type BacklogPlan,
  type BacklogSimulation,
  backlogPlan,
  type Offer,
  type PlannedAbsence,
  type RequiredCapacity,
  requiredCapacity,
  simulateBacklog,
} from "../tender/index.js";
import { capacityText } from "./offer-capacity-text.js";
import { type OfferFileOptions, readOfferOrPlan } from "./offer-file.js";
import { wholeNumber } from "./options.js";
import { Progress } from "./progress.js";
import type { Terminal } from "./terminal.js";

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
      const { required, simulated } = computed(plan, options, terminal);
      if (options.json) {
        const result = { command: "offer capacity", required, simulated };
        terminal.print(`${JSON.stringify(result, null, 2)}\n`);
      } else terminal.print(`${capacityText({ file, plan, required, simulated }, terminal)}\n`);
    });
}

/** The plan's own capacity is simulated too, where it states one. */
function computed(
  plan: BacklogPlan,
  { confidence, runs, seed }: CapacityOptions,
  terminal: Terminal,
): { required: RequiredCapacity; simulated: BacklogSimulation | null } {
  const progress = new Progress(terminal);
  const chance = { runs, seed, onProgress: progress.update };
  try {
    const required = requiredCapacity(plan, { ...chance, confidence });
    const hasOwn = plan.slotsPerDay !== undefined;
    return {
      required,
      simulated: hasOwn ? simulateBacklog(plan, { ...chance, overload: "simulate" }) : null,
    };
  } finally {
    progress.clear();
  }
}

function planOf(given: Offer | BacklogPlan, { absence, missed, project }: CapacityOptions): BacklogPlan {
  const plan = "assumptions" in given ? backlogPlan(given) : given;
  return {
    ...plan,
    ...(absence.length === 0 ? {} : { absences: [...(plan.absences ?? []), ...absence] }),
    ...(missed === undefined ? {} : { noShowRate: missed }),
    ...(project === true ? { beyondPublished: "project" as const } : {}),
  };
}

const SPAN = /^(\d{4}-\d\d-\d\d)(?:\.\.(\d{4}-\d\d-\d\d))?(?:=(\d+(?:\.\d+)?%))?$/;

function absent(text: string, before: readonly PlannedAbsence[]): PlannedAbsence[] {
  const found = SPAN.exec(text);
  if (found === null)
    throw new InvalidArgumentError("Allowed: a day or a span, such as 2027-12-20..2028-01-07=25%.");
  const [, from, until, availability] = found;
  return [
    ...before,
    {
      from: from!,
      ...(until === undefined ? {} : { until }),
      ...(availability === undefined ? {} : { availability }),
    },
  ];
}
