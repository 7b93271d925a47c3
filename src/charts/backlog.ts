import { type Kind, refuseOther } from "../argument.js";
import { fractionOf } from "../cohorts/index.js";
import { capitalised } from "../rules/index.js";
import type { BacklogDayForecast, BacklogSimulation, RequiredCapacity } from "../tender/index.js";
import {
  amounts,
  BAND,
  type ChartSpecification,
  COLOURS,
  chart,
  colours,
  days,
  LINE,
  namedLimit,
  percentages,
  percentText,
} from "./style.js";

const SIMULATION: Kind = {
  name: "a simulated backlog",
  from: "simulateBacklog",
  has: { limits: {}, level: "", runs: 0, days: [{}] },
};
const CAPACITY: Kind = {
  name: "the capacity that is needed",
  from: "requiredCapacity",
  has: { needed: 0, confidence: 0, runs: 0, tried: [{ interval: {} }] },
};

const x = days("on");

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
 * chart.title.text; // => "Longest wait of anyone in the queue: out by working day 25"
 * ```
 */
export function waitingChart(simulation: BacklogSimulation): ChartSpecification {
  refuseOther(simulation, SIMULATION);
  const limit = simulation.limits.oldest?.workingDays;
  const promised = limit === undefined ? "" : `: out by working day ${limit}`;
  return fan(
    simulation,
    "oldest",
    `Longest wait of anyone in the queue${promised}`,
    (field) => amounts(field, "Working days since referral"),
    limit === undefined ? [] : namedLimit(limit, `working day ${limit}`, "below"),
  );
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
 * chart.title.text; // => "Share in backlog: at most 4%"
 * ```
 */
export function backlogChart(simulation: BacklogSimulation): ChartSpecification {
  refuseOther(simulation, SIMULATION);
  const target = simulation.limits.share;
  const [words, text] = Object.entries(target ?? {})[0] ?? [];
  const promised = typeof text === "string" ? text : null;
  const said = `${words === "below" ? "below" : "at most"} ${promised}`;
  return fan(
    simulation,
    "share",
    `Share in backlog${promised === null ? "" : `: ${said}`}`,
    (field) => percentages(field, "Of referrals"),
    promised === null ? [] : namedLimit(fractionOf(promised, "the share"), said, "below"),
  );
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
 * capacityChart(found).title.text; // => "15 slots a day keep every day with 95% confidence"
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
  const x = { field: "units", type: "ordinal", title: capitalised(named) };
  const y = (field: string) => ({
    ...percentages(field, "Chance that every day holds"),
    scale: { domain: [0, 1] },
  });
  const asked = percentText(confidence);
  const title = {
    text: `${needed} ${named} keep every day with ${(100 * confidence).toFixed(0)}% confidence`,
    subtitle: `Point and bar: the part of ${found.runs.toLocaleString("en-GB")} runs in which every day holds, and how exact that is`,
  };
  return chart(title, {
    data: { values },
    layer: [
      {
        mark: { type: "rule", color: COLOURS.main, strokeWidth: 2 },
        encoding: { x, y: y("lower"), y2: { field: "upper" } },
      },
      {
        mark: { type: "point", color: COLOURS.main, size: 120, opacity: 1, strokeWidth: 2, tooltip: true },
        encoding: { x, y: y("probability"), fill: { field: "queue", ...colours(QUEUE), title: "Queue" } },
      },
      ...namedLimit(confidence, `asked for: ${asked}`, "below"),
    ],
  });
}

const QUEUE = { settles: COLOURS.main, "grows for good": "white" };

/** A band of a simulated queue and its median, drawn from the fields that begin so, with the lines of its limit. */
function fan(
  { level, runs, days: simulated }: BacklogSimulation,
  field: "share" | "oldest",
  text: string,
  y: (field: string) => object,
  limit: readonly object[],
): ChartSpecification {
  const band = (part: string) => ({
    mark: BAND,
    encoding: { x, y: y(`${field}Lower${part}`), y2: { field: `${field}Upper${part}` } },
  });
  const subtitle = `Line: the median. Bands, dark to pale: 50% and ${level} of ${runs.toLocaleString("en-GB")} runs.`;
  return chart(
    { text, subtitle },
    {
      data: { values: simulated },
      layer: [
        ...absences(simulated),
        band(""),
        band("Quartile"),
        { mark: LINE, encoding: { x, y: y(`${field}Median`) } },
        ...limit,
      ],
    },
  );
}

/** Runs of days of which the plan says something, shaded behind the band. */
function absences(simulated: readonly BacklogDayForecast[]): object[] {
  const values: { from: string; until: string; says: string }[] = [];
  simulated.forEach(({ on, says }, at) => {
    if (says === null) return;
    if (at > 0 && simulated[at - 1]!.says === says) values.at(-1)!.until = on;
    else values.push({ from: on, until: on, says });
  });
  if (values.length === 0) return [];
  const from = days("from");
  return [
    {
      data: { values },
      mark: { type: "rect", color: COLOURS.shade },
      encoding: { x: from, x2: { field: "until" } },
    },
    {
      data: { values },
      mark: { type: "text", align: "left", y: -8, color: COLOURS.note },
      encoding: { x: from, text: { field: "says" } },
    },
  ];
}
