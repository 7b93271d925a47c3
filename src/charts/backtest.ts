import { type Kind, refuseOther } from "../argument.js";
import type { Backtest } from "../cohorts/index.js";
import { amounts, type ChartSpecification, COLOURS, chart, colours, eachMonth } from "./style.js";

const BACKTEST: Kind = {
  name: "a backtest",
  from: "backtest",
  has: {
    until: "",
    held: { count: 0, of: 0 },
    rows: [{ asAt: "", expected: 0, lower: 0, upper: 0, level: "", actual: 0 }],
  },
};

/**
 * What forecasts would have said, with their bands, and what happened.
 *
 * @example
 * ```ts
 * import { backtestChart } from "programme-rules/charts";
 * import { backtest, cohortTableFromCounts } from "programme-rules/cohorts";
 *
 * const counts = [{ month: "2021-03", starts: 200, converted: [0, 2, 6] }];
 * const table = cohortTableFromCounts(counts, { asAt: "2021-05-31", window: { days: 238, lagDays: 61 } });
 * const profile = ["0%", "1%", "3%", "6%", "10%", "14%", "17.5%", "20%", "22%"];
 * backtestChart(backtest(table, profile, { seed: 1, runs: 1000 })).title.text;
 * // => "2 of 2 bands held what happened by the end of 2021-05"
 * ```
 */
export function backtestChart(backtest: Backtest): ChartSpecification {
  refuseOther(backtest, BACKTEST);
  const { rows, held, until } = backtest;
  const values = rows.map(({ asAt, expected, lower, upper, actual }) => ({
    month: asAt.slice(0, 7),
    expected,
    lower,
    upper,
    actual,
  }));
  const title = {
    text: `${held.count} of ${held.of} bands held what happened by the end of ${until}`,
    subtitle: `Outcomes of those who had started, as forecast at the end of each month; bands are ${rows[0]?.level ?? "95%"} sure`,
  };
  const x = eachMonth("month", "Forecast made at the end of");
  const scale = { domain: ["expected", "happened"], range: [COLOURS.main, COLOURS.limit] };
  return chart(title, {
    data: { values },
    layer: [
      {
        mark: { type: "bar", width: { band: 0.3 }, color: COLOURS.pale },
        encoding: { x, y: amounts("lower", "Outcomes"), y2: { field: "upper" } },
      },
      {
        mark: { type: "tick", thickness: 3, width: { band: 0.5 } },
        encoding: { x, y: { field: "expected", type: "quantitative" }, color: { datum: "expected", scale } },
      },
      {
        mark: { type: "point", filled: true, size: 70 },
        encoding: {
          x,
          y: { field: "actual", type: "quantitative" },
          color: { datum: "happened", ...colours({ expected: COLOURS.main, happened: COLOURS.limit }) },
        },
      },
    ],
  });
}
