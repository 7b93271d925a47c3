import { type Kind, refuseOther } from "../argument.js";
import { type Funnel, type FunnelLimits, limitsAround } from "../cohorts/index.js";
import {
  amounts,
  type ChartSpecification,
  COLOURS,
  chart,
  colours,
  percentages,
  percentText,
} from "./style.js";

const FUNNEL: Kind = {
  name: "a funnel",
  from: "funnel",
  has: { centre: 0, performers: [{ id: "", share: {} }] },
};

/** What the legend says of each position, and what limits allow for: chance, and how performers differ as a rule. */
const wordsOf = (cause: string) =>
  ({
    "beyond-998": `more than ${cause}`,
    "beyond-95": "at the edge (beyond 95%)",
    inside: `no more than ${cause}`,
  }) as const;
const STEPS = 80;

/**
 * A funnel: each performer by how many people and what rate, with the limits around the centre.
 *
 * @example
 * ```ts
 * import { funnelChart } from "programme-rules/charts";
 * import { funnel } from "programme-rules/cohorts";
 *
 * const chart = funnelChart(funnel([{ id: "north", share: { count: 5, of: 100 } }], "22%"));
 * chart.title.text; // => "1 of 1 differs from 22% by more than chance explains"
 * ```
 */
export function funnelChart(funnel: Funnel): ChartSpecification {
  refuseOther(funnel, FUNNEL);
  const { centre, performers } = funnel;
  const between = funnel.overdispersion?.betweenPerformers ?? 0;
  const deviation = `${(between * 100).toFixed(1)} percentage points`;
  const [cause, often, spread] =
    between > 0
      ? [
          "chance and the usual spread explain",
          "about",
          [`The usual spread: a standard deviation of ${deviation}`],
        ]
      : ["chance explains", "at most", []];
  const words = wordsOf(cause);
  const points = performers
    .filter(({ position }) => position !== null)
    .map(({ id, share, rate, position }) => ({
      id,
      people: share.of,
      converted: share.count,
      rate,
      place: words[position!],
    }));
  const limitsOf = (people: number) => limitsAround(centre, people, between);
  const limits = limitPoints(
    points.map(({ people }) => people),
    limitsOf,
  );
  const fewest = limitsOf(Math.min(...points.map(({ people }) => people), 1e6));
  const top = Math.min(1, 1.05 * Math.max(centre, fewest.upper998, ...points.map(({ rate }) => rate!)));
  const beyond = points.filter(({ place }) => place === words["beyond-998"]).length;
  const differ = beyond === 1 ? "differs" : "differ";
  const title = {
    text: `${beyond} of ${points.length} ${differ} from ${percentText(centre)} by more than ${cause}`,
    subtitle: [
      "The fewer people, the further a rate may lie from the line by chance alone:",
      `${often} 1 in 20 lies beyond the dashed limits (95%), 1 in 500 beyond the solid ones (99.8%)`,
      ...spread,
    ],
  };
  return chart(title, { layer: [...limitLayers(limits, centre, [0, top]), ...pointLayers(points, words)] });
}

/** The limits from a little below the fewest people to a little above the most, close enough to look smooth. */
function limitPoints(people: readonly number[], limitsOf: (people: number) => FunnelLimits): object[] {
  const [from, until] = [Math.min(...people, 1e6) * 0.8, Math.max(1, ...people) * 1.08];
  return Array.from({ length: STEPS }, (_, at) =>
    Math.max(1, Math.round(from + ((until - from) * at) / (STEPS - 1))),
  )
    .filter((each, at, all) => each !== all[at - 1])
    .map((each) => ({ people: each, ...limitsOf(each) }));
}

const x = amounts("people", "People whose window is over");
const y = (field: string) => percentages(field, "Converted");

function limitLayers(values: readonly object[], centre: number, domain: readonly [number, number]): object[] {
  const line = (field: string, strokeDash: readonly number[]) => ({
    data: { values },
    mark: { type: "line", strokeDash, color: COLOURS.expected, strokeWidth: 1, clip: true },
    encoding: { x, y: { ...y(field), scale: { domain, nice: true } } },
  });
  return [
    line("lower95", [5, 4]),
    line("upper95", [5, 4]),
    line("lower998", [1, 0]),
    line("upper998", [1, 0]),
    {
      data: { values: [{ centre }] },
      mark: { type: "rule", color: COLOURS.expected },
      encoding: { y: y("centre") },
    },
  ];
}

function pointLayers(values: readonly object[], words: ReturnType<typeof wordsOf>): object[] {
  const color = {
    field: "place",
    ...colours({
      [words["beyond-998"]]: COLOURS.limit,
      [words["beyond-95"]]: COLOURS.edge,
      [words.inside]: COLOURS.main,
    }),
  };
  const tooltip = [
    { field: "id", title: "Who" },
    { field: "people", title: "People", format: ",d" },
    { field: "converted", title: "Converted", format: ",d" },
    { field: "rate", title: "Share", format: ".1%" },
  ];
  return [
    {
      data: { values },
      mark: { type: "point", filled: true, size: 90, opacity: 1 },
      encoding: { x, y: y("rate"), color, tooltip },
    },
    {
      data: { values },
      mark: { type: "text", align: "left", dx: 8, dy: -6 },
      encoding: { x, y: y("rate"), text: { field: "id" } },
    },
  ];
}
