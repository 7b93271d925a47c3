import { targetWords } from "../rules/index.js";
import type { BacklogPlan, BacklogSimulation, RequiredCapacity, TriedCapacity } from "../tender/index.js";
import { rateWords, thousands } from "./offer-words.js";
import { tableOrList } from "./table.js";
import { styled, type Terminal, wrapped } from "./terminal.js";
import { dateWords } from "./words.js";

interface Found {
  readonly file: string;
  readonly plan: BacklogPlan;
  readonly required: RequiredCapacity;
  readonly simulated: BacklogSimulation | null;
}

/** What `offer capacity` prints. */
export function capacityText(found: Found, terminal: Terminal): string {
  const { required } = found;
  const { needed, confidence } = required;
  const answer = `${needed} ${unitWords(required, needed)} keep every day with ${rateWords(confidence)} confidence.`;
  const lines = [
    styled(terminal, "bold", answer),
    planWords(found),
    promiseWords(required),
    `Each referral takes ${required.load.expectedAttempts.toFixed(2)} appointments on average. ${thousands(required.runs)} runs, seed ${required.seed}${required.projected ? "; bank holidays past the published ones are projected" : ""}.`,
  ].map((line) => wrapped(line, terminal.columns));
  return [...lines, "", triedRows(required, terminal), ...ownWords(found, terminal)].join("\n");
}

function unitWords({ unit }: RequiredCapacity, count: number): string {
  if (unit === "slots") return count === 1 ? "slot a day" : "slots a day";
  return count === 1 ? "adviser" : "advisers";
}

function planWords({ file, plan, required }: Found): string {
  const absences = plan.absences?.length ?? 0;
  const away = absences === 0 ? "no absences" : absences === 1 ? "one absence" : `${absences} absences`;
  return `${file}: ${dateWords(plan.from)} to ${dateWords(plan.until)}, ${required.load.workingDays} working days, ${thousands(Math.round(required.load.referrals))} referrals, ${away}.`;
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
  const columns = [
    {
      heading: unitWords(required, 2).replace(/^./, (letter) => letter.toUpperCase()),
      align: "right" as const,
    },
    { heading: required.unit === "slots" ? "" : "Slots a day", align: "right" as const },
    { heading: "Load", align: "right" as const },
    { heading: "Every day holds", align: "right" as const },
    { heading: "Surely above", align: "right" as const },
    { heading: "" },
  ];
  const rows = required.tried.map((tried) => [
    String(tried.units),
    required.unit === "slots" ? "" : String(tried.slotsPerDay),
    rateWords(tried.load),
    rateWords(tried.probability),
    rateWords(tried.interval.lower),
    verdict(tried, required),
  ]);
  return tableOrList(columns, rows, terminal.columns);
}

function verdict({ isStable, isEnough, units }: TriedCapacity, { needed }: RequiredCapacity): string {
  if (units === needed) return "← the fewest";
  if (!isStable) return "✗ its queue grows for good";
  return isEnough ? "" : "✗ not sure enough";
}

function ownWords({ plan, required, simulated }: Found, terminal: Terminal): string[] {
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
  const said = `The plan's own ${own} ${unitWords(required, own)}: load ${rateWords(steady)}, every day holds in ${rateWords(pass.probability)} of runs, the longest wait up to ${longest} working days.${worst}${above}${grows}`;
  return ["", wrapped(said, terminal.columns)];
}
