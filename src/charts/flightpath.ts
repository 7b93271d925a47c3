import { type Kind, refuseOther } from "../argument.js";
import type { Flightpath } from "../tender/index.js";
import { amounts, type ChartSpecification, COLOURS, chart, colours, eachMonth } from "./style.js";

const FLIGHTPATH: Kind = {
  name: "a flightpath",
  from: "flightpath",
  has: { targetMonth: "", gap: 0, months: [{ month: "" }] },
};

/**
 * A flightpath as bars, business as usual and extra upon it.
 *
 * @example
 * ```ts
 * import { flightpathChart } from "programme-rules/charts";
 * import { cohortTableFromCounts } from "programme-rules/cohorts";
 * import { flightpath } from "programme-rules/tender";
 *
 * const counts = [{ month: "2021-03", starts: 200, converted: [0, 2, 5] }];
 * const table = cohortTableFromCounts(counts, { asAt: "2021-05-31", window: { days: 238, lagDays: 61 } });
 * const profile = ["0%", "1%", "3%", "6%", "10%", "14%", "17.5%", "20%", "22%"];
 * flightpathChart(flightpath(table, profile, { targetMonth: "2021-08" })).title;
 * // => { text: "Back to 100% of profile by 2021-08", subtitle: "23 more outcomes are needed: 19 as things are, and 4 extra." }
 * ```
 */
export function flightpathChart(flightpath: Flightpath): ChartSpecification {
  refuseOther(flightpath, FLIGHTPATH);
  const { target, targetMonth, gap, businessAsUsual, extra, feasible, months } = flightpath;
  const values = months.flatMap(({ month, businessAsUsual: usual, extra: more }) => [
    { month, part: "business as usual", people: usual, order: 0 },
    { month, part: "extra", people: more, order: 1 },
  ]);
  const needs = `${gap} more outcomes are needed: ${businessAsUsual} as things are, and ${extra} extra.`;
  const title = {
    text: `Back to ${target} of profile by ${targetMonth}`,
    subtitle: feasible ? needs : `${needs} Not feasible: too few people could still convert.`,
  };
  return chart(title, {
    data: { values },
    mark: "bar",
    encoding: {
      x: eachMonth("month", null),
      y: amounts("people", "Outcomes in the month"),
      color: { field: "part", ...colours({ "business as usual": COLOURS.pale, extra: COLOURS.main }) },
      order: { field: "order" },
    },
  });
}
