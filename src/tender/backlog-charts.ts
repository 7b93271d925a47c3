import { type Kind, refuseOther } from "../argument.js";
import { type ChartSpecification, VEGA_LITE } from "../cohorts/index.js";
import { parsePercent } from "../quantity/index.js";
import type { BacklogDayForecast } from "./backlog-rows.js";
import type { BacklogSimulation } from "./backlog-simulation.js";
import type { RequiredCapacity } from "./capacity.js";

const SIMULATION: Kind = {
  name: "a simulated backlog",
  from: "simulateBacklog",
  has: { limits: {}, days: [{}] },
};
const CAPACITY: Kind = {
  name: "the capacity that is needed",
  from: "requiredCapacity",
  has: { needed: 0, confidence: 0, tried: [{ interval: {} }] },
};

const dates = { format: "%d %b %y", labelOverlap: true } as const;
const x = { field: "on", type: "temporal", title: null, axis: dates } as const;
const LIMIT = "#c0392b";
const BAND = "#1f5a96";

/** A band of a simulated queue: the fields it is drawn from, its title, its limit and how that is called. */
interface Fan {
  readonly field: "share" | "oldest";
  readonly title: string;
  readonly limit: number | null;
  readonly says: string;
  readonly axis: object;
}

/**
 * The longest wait, day by day: the median, the half and the band of all runs, the limit as a line, and the
 * days of absence shaded.
 *
 * @example
 * ```ts
 * import { whpJetsCv06 } from "programme-rules";
 * import { waitingChart } from "programme-rules/charts";
 * import { simulateBacklog } from "programme-rules/tender";
 *
 * const plan = { from: "2027-01-01", until: "2027-01-29", referrals: 10, noShowRate: "30%", slotsPerDay: 16 };
 * const chart = waitingChart(simulateBacklog({ ...plan, programme: whpJetsCv06 }, { seed: 1, runs: 20 }));
 * chart.title; // => "Longest wait of anyone in the queue: out by working day 25"
 * ```
 */
export function waitingChart(simulation: BacklogSimulation): ChartSpecification {
  refuseOther(simulation, SIMULATION);
  const limit = simulation.limits.oldest?.workingDays ?? null;
  return fan(simulation, {
    field: "oldest",
    title: `Longest wait of anyone in the queue${limit === null ? "" : `: out by working day ${limit}`}`,
    limit,
    says: `working day ${limit}`,
    axis: { title: "Working days since referral" },
  });
}

/**
 * The share in backlog, day by day: the median, the half and the band of all runs, the promised share as a
 * line, and the days of absence shaded.
 *
 * @example
 * ```ts
 * import { whpJetsCv06 } from "programme-rules";
 * import { backlogChart } from "programme-rules/charts";
 * import { simulateBacklog } from "programme-rules/tender";
 *
 * const plan = { from: "2027-01-01", until: "2027-01-29", referrals: 10, noShowRate: "30%", slotsPerDay: 16 };
 * const chart = backlogChart(simulateBacklog({ ...plan, programme: whpJetsCv06 }, { seed: 1, runs: 20 }));
 * chart.title; // => "Share in backlog: at most 4%"
 * ```
 */
export function backlogChart(simulation: BacklogSimulation): ChartSpecification {
  refuseOther(simulation, SIMULATION);
  const target = simulation.limits.share;
  const [words, text] = Object.entries(target ?? {})[0] ?? [];
  const promised = typeof text === "string" ? text : null;
  const said = `${words === "below" ? "below" : "at most"} ${promised}`;
  return fan(simulation, {
    field: "share",
    title: `Share in backlog${promised === null ? "" : `: ${said}`}`,
    limit: promised === null ? null : fractionOfText(promised),
    says: said,
    axis: { title: "Of referrals", axis: { format: ".1%" } },
  });
}

/**
 * The probability that every day holds, by capacity, with the confidence asked for as a line. Capacities
 * whose queue grows for good are drawn hollow: they pass only while it does not show yet.
 *
 * @example
 * ```ts
 * import { whpJetsCv06 } from "programme-rules";
 * import { capacityChart } from "programme-rules/charts";
 * import { requiredCapacity } from "programme-rules/tender";
 *
 * const plan = { from: "2027-01-01", until: "2027-06-30", referrals: 10, noShowRate: "30%" };
 * const found = requiredCapacity({ ...plan, programme: whpJetsCv06 }, { seed: 1, runs: 100 });
 * capacityChart(found).title; // => "15 slots a day keep every day with 95% confidence"
 * ```
 */
export function capacityChart(found: RequiredCapacity): ChartSpecification {
  refuseOther(found, CAPACITY);
  const { tried, unit, needed, confidence } = found;
  const values = tried.map(({ units, load, probability, interval, isStable }) => ({
    units,
    load,
    probability,
    lower: interval.lower,
    upper: interval.upper,
    queue: isStable ? "settles" : "grows for good",
  }));
  const named = unit === "slots" ? "slots a day" : "advisers";
  const across = { field: "units", type: "ordinal", title: named, axis: { labelAngle: 0 } };
  const y = { field: "probability", type: "quantitative", title: "Chance that every day holds", ...percent };
  return {
    $schema: VEGA_LITE,
    title: `${needed} ${named} keep every day with ${(100 * confidence).toFixed(0)}% confidence`,
    data: { values },
    layer: [
      {
        mark: { type: "rule", strokeWidth: 2 },
        encoding: { x: across, y: { ...y, field: "lower" }, y2: { field: "upper" } },
      },
      {
        mark: { type: "point", size: 120, strokeWidth: 2, tooltip: true },
        encoding: { x: across, y, stroke: { value: BAND }, fill: queueFill },
      },
      ...limitLine(confidence, `asked for: ${(100 * confidence).toFixed(0)}%`, 14),
    ],
  };
}

const percent = { scale: { domain: [0, 1] }, axis: { format: ".0%" } } as const;
const queueFill = {
  field: "queue",
  type: "nominal",
  title: "Queue",
  scale: { domain: ["settles", "grows for good"], range: [BAND, "white"] },
} as const;

function fan(simulation: BacklogSimulation, { field, title, limit, says, axis }: Fan): ChartSpecification {
  const y = (part: string) => ({ field: `${field}${part}`, type: "quantitative", ...axis });
  const band = (part: string, opacity: number) => ({
    mark: { type: "area", opacity, color: BAND },
    encoding: { x, y: y(`Lower${part}`), y2: { field: `${field}Upper${part}` } },
  });
  return {
    $schema: VEGA_LITE,
    title,
    width: 640,
    height: 260,
    data: { values: simulation.days },
    layer: [
      ...absences(simulation.days),
      band("", 0.2),
      band("Quartile", 0.35),
      { mark: { type: "line", color: BAND }, encoding: { x, y: y("Median") } },
      ...(limit === null ? [] : limitLine(limit, says, -7)),
    ],
  };
}

function limitLine(limit: number, says: string, dy: number): object[] {
  const y = { datum: limit };
  return [
    { mark: { type: "rule", color: LIMIT, strokeDash: [6, 4] }, encoding: { y } },
    {
      data: { values: [{ says }] },
      mark: { type: "text", align: "right", dy, x: { expr: "width - 5" }, color: LIMIT },
      encoding: { y, text: { field: "says" } },
    },
  ];
}

/** Runs of days of which the plan says something, as bars behind the band. */
function absences(days: readonly BacklogDayForecast[]): object[] {
  const values: { from: string; until: string; says: string }[] = [];
  days.forEach(({ on, says }, at) => {
    if (says === null) return;
    if (at > 0 && days[at - 1]!.says === says) values.at(-1)!.until = on;
    else values.push({ from: on, until: on, says });
  });
  if (values.length === 0) return [];
  const from = { ...x, field: "from" };
  return [
    {
      data: { values },
      mark: { type: "rect", color: "#e8e4da" },
      encoding: { x: from, x2: { field: "until" } },
    },
    {
      data: { values },
      mark: { type: "text", align: "left", baseline: "bottom", dx: 3, y: 255, color: "#6b6557" },
      encoding: { x: from, text: { field: "says" } },
    },
  ];
}

function fractionOfText(text: string): number {
  const { numerator, denominator } = parsePercent(text);
  return numerator / denominator;
}
