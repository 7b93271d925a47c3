import { refuseOther } from "../argument.js";
import {
  COHORT_TABLE,
  type CohortTable,
  type ConversionProfile,
  monthsFrom,
  soFarOnProfile,
} from "../cohorts/index.js";
import { nextMonth } from "../date/index.js";
import {
  amounts,
  type ChartSpecification,
  COLOURS,
  chart,
  colours,
  LINE,
  months as monthsAxis,
} from "./style.js";

/**
 * The course of a contract: people converted by the end of each month since the first, and how many the
 * profile expects by then.
 *
 * @throws ProgrammeFault `cohorts/profile` for a profile that does not fit the table.
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
export function profileChart(table: CohortTable, profile: ConversionProfile): ChartSpecification {
  refuseOther(table, COHORT_TABLE);
  const first = table.rows[0]?.month ?? table.lastMonth;
  const months = Array.from({ length: Math.max(0, monthsFrom(first, table.lastMonth) + 1) }, (_, at) =>
    nextMonth(first, at),
  );
  const values = months.map((month) => {
    const { actual, expected, index } = soFarOnProfile(table, profile, month);
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

const MEANING = { converted: COLOURS.main, "expected by the profile": COLOURS.expected };

function series(field: string, name: string, mark: object): object {
  return {
    mark: { type: LINE.type, strokeWidth: LINE.strokeWidth, ...mark },
    encoding: {
      x: monthsAxis("month", "By the end of"),
      y: amounts(field, "People converted"),
      color: { datum: name, ...colours(MEANING) },
      tooltip: [
        { field: "month", title: "By the end of" },
        { field: "converted", title: "Converted", format: ",d" },
        { field: "expected", title: "Expected", format: ",.1f" },
        { field: "index", title: "Index", format: ".3f" },
      ],
    },
  };
}
