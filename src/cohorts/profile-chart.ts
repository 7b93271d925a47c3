import { refuseOther } from "../argument.js";
import { nextMonth } from "../date/index.js";
import { COLOURS, chart, type TitledChart } from "./chart.js";
import { compareWithProfile } from "./compare.js";
import { monthsFrom } from "./months.js";
import type { Profile } from "./profile.js";
import type { CohortTable } from "./table.js";
import { TABLE } from "./table.js";

/**
 * The course of a contract: people converted by the end of each month since the first, and how many the
 * profile expects by then.
 *
 * @throws {@link ProgrammeFault} `cohorts/profile` for a profile that does not fit the table.
 *
 * @example
 * ```ts
 * import { profileChart } from "programme-rules/charts";
 * import { cohortTableFromCounts } from "programme-rules/cohorts";
 *
 * const counts = [{ month: "2021-03", starts: 200, converted: [0, 2, 9] }];
 * const table = cohortTableFromCounts(counts, { asAt: "2021-05-31", window: { days: 238, lagDays: 61 } });
 * profileChart(table, ["0%", "1%", "3%"]).data?.values[2];
 * // => { month: "2021-05", converted: 9, expected: 6, index: 1.5 }
 * ```
 */
export function profileChart(table: CohortTable, profile: Profile): TitledChart {
  refuseOther(table, TABLE);
  const first = table.rows[0]?.month ?? table.lastMonth;
  const months = Array.from({ length: Math.max(0, monthsFrom(first, table.lastMonth) + 1) }, (_, at) =>
    nextMonth(first, at),
  );
  const values = months.map((month) => {
    const { actual, expected, index } = compareWithProfile(table, profile, { month });
    return { month, converted: actual, expected, index };
  });
  const index = values.at(-1)?.index;
  const stands =
    index === null || index === undefined
      ? "The profile expects nobody yet"
      : `Index ${index.toFixed(3)} at the end of ${values.at(-1)!.month}`;
  const title = {
    text: `${stands}: converted against what the profile expects`,
    subtitle: "People, added up since the first month; an index of 1.000 is on profile",
  };
  return chart(title, {
    data: { values },
    layer: [
      series("expected", "expected by the profile", { strokeDash: [5, 4] }),
      series("converted", "converted", { point: true }),
    ],
  });
}

const x = {
  field: "month",
  type: "ordinal",
  title: "By the end of",
  axis: { labelAngle: -45, labelOverlap: true },
};

function series(field: string, name: string, mark: object): object {
  return {
    mark: { type: "line", strokeWidth: 2.5, ...mark },
    encoding: {
      x,
      y: { field, type: "quantitative", title: "People converted", axis: { format: ",d" } },
      color: {
        datum: name,
        title: null,
        scale: { domain: ["converted", "expected by the profile"], range: [COLOURS.main, COLOURS.level] },
        legend: { orient: "bottom", labelLimit: 300 },
      },
      tooltip: [
        { field: "month", title: "By the end of" },
        { field: "converted", title: "Converted", format: ",d" },
        { field: "expected", title: "Expected", format: ",.1f" },
        { field: "index", title: "Index", format: ".3f" },
      ],
    },
  };
}
