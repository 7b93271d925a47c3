import { type Kind, refuseOther } from "../argument.js";
import { capitalised } from "../rules/index.js";
import type { Sensitivity, SensitivityRow } from "../tender/index.js";
import { amounts, type ChartSpecification, COLOURS, chart, colours, percentages, WIDTH } from "./style.js";

const SENSITIVITY: Kind = {
  name: "a sensitivity",
  from: "sensitivity",
  has: { answer: "", rows: [{ title: "", swing: 0 }] },
};

const color = {
  field: "end",
  ...colours({ low: COLOURS.limit, high: COLOURS.main }),
  title: "Assumption at its",
};

/**
 * What moves an answer most, as a tornado of bars.
 *
 * @example
 * ```ts
 * import { whpJetsCv06 } from "programme-rules";
 * import { sensitivityChart } from "programme-rules/charts";
 * import { defineOffer, sensitivity } from "programme-rules/tender";
 *
 * const rate = { likely: "70%", low: "50%", high: "80%" };
 * const assumptions = { referrals: { byMonth: { "2027-01": 1000 } }, starts: { rate } };
 * const offer = defineOffer(whpJetsCv06, { id: "our-offer", title: "Our offer", assumptions });
 * sensitivityChart(sensitivity(offer, { answer: "starts" })).title;
 * // => { text: "What moves starts most", subtitle: "Each range at its low and its high end, the others as they are. Mean over all ranges: 683." }
 * ```
 */
export function sensitivityChart(sensitivity: Sensitivity): ChartSpecification {
  refuseOther(sensitivity, SENSITIVITY);
  const { answer, level, base, standardError, rows } = sensitivity;
  const isShare = answer === "rate" || answer === "chance";
  const scale = answer === "income" ? 100 : 1;
  const from = (base ?? 0) / scale;
  const bars = rows.flatMap((row) => barsOf(row, from, scale));
  const y = {
    field: "title",
    type: "nominal",
    sort: rows.map((row) => row.title),
    title: null,
    axis: { labelLimit: 300 },
  };
  const named = titleOf(answer, level);
  const longest = Math.max(0, ...rows.flatMap(({ low, high }) => [low.length, high.length]));
  const x = (field: string) => ({
    ...(isShare ? percentages(field, named) : amounts(field, named)),
    scale: { zero: false, padding: Math.min(WIDTH / 3, 14 + LETTER * longest) },
  });
  const text = (isLeft: boolean) => ({
    transform: [{ filter: `datum.side === "${isLeft ? "left" : "right"}"` }],
    mark: { type: "text", align: isLeft ? "right" : "left", dx: isLeft ? -5 : 5 },
    encoding: { y, x: x("labelAt"), text: { field: "label" } },
  });
  const over = answer === "chance" ? "Over all ranges" : "Mean over all ranges";
  const title = {
    text: `What moves ${nameOf(answer, level)} most`,
    subtitle: `Each range at its low and its high end, the others as they are. ${over}: ${said(base, { isShare, scale })}${errorSaid(standardError)}.`,
  };
  return chart(title, {
    height: { step: 42 },
    data: { values: bars },
    layer: [
      { mark: { type: "bar", height: 20 }, encoding: { y, x: x("from"), x2: { field: "to" }, color } },
      {
        mark: { type: "rule", color: COLOURS.expected },
        encoding: { x: { datum: from, type: "quantitative" } },
      },
      text(true),
      text(false),
    ],
  });
}

/** About how wide a letter of a label is, so that the labels outside the bars have room. */
const LETTER = 6.5;

/** The bars of both ends, each with its label outside, even where both lie on the same side of the plan. */
function barsOf({ title, low, high, atLow, atHigh }: SensitivityRow, from: number, scale: number): object[] {
  const bar = (end: "low" | "high", says: string, at: number) => {
    const to = at / scale;
    const isLeft = (end === "low") === atLow <= atHigh;
    const labelAt = isLeft ? Math.min(from, to) : Math.max(from, to);
    const label = atLow === atHigh ? "" : says;
    return { title, end, from, to, label, labelAt, side: isLeft ? "left" : "right" };
  };
  return [bar("low", low, atLow), bar("high", high, atHigh)];
}

function nameOf(answer: string, level: string | null): string {
  if (answer === "chance") return `the chance of meeting ${level}`;
  if (answer === "rate") return `the rate of ${level}`;
  return answer === "own" ? "the answer" : answer;
}

function titleOf(answer: string, level: string | null): string {
  return capitalised(answer === "income" ? "income (£)" : nameOf(answer, level));
}

function errorSaid(error: number | null): string {
  return error === null ? "" : ` ±${(error * 100).toFixed(1)}`;
}

function said(base: number | null, { isShare, scale }: { isShare: boolean; scale: number }): string {
  if (base === null) return "not known";
  if (isShare) return `${(base * 100).toFixed(1)}%`;
  return Math.round(base / scale).toLocaleString("en-GB");
}
