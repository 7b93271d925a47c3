import { type Kind, refuseOther } from "../argument.js";
import { fractionOf } from "../cohorts/index.js";
import { epochDay, type IsoDate, isoDate, longDate } from "../date/index.js";
import { type Target, targetWords } from "../rules/index.js";
import {
  BAND,
  type ChartSpecification,
  COLOURS,
  chart,
  days,
  LINE,
  namedLimit,
  percentages,
} from "./style.js";

/** What is drawn of a line of a report: it has days where it is a share of work left over a period, not split. */
export interface DailyShareLine {
  readonly title: string;
  readonly target: Target;
  readonly measuredOn?: IsoDate;
  readonly daily?: {
    readonly from: IsoDate;
    readonly inBacklog: readonly number[];
    readonly undetermined: readonly number[];
    readonly of: readonly number[];
  };
}

const DAILY: Kind = {
  name: "a line of a report with a period that has its days",
  from: "report",
  has: {
    title: "",
    target: {},
    measuredOn: "",
    daily: { from: "", inBacklog: [0], undetermined: [0], of: [0] },
  },
};

const x = days("on");

/**
 * A share of work left at the close of each day of a period: a line at the lowest, a band up to the highest where
 * the data does not say of some, the target, and the worst day marked.
 *
 * @example
 * ```ts
 * import { report, whpCoreCv04 } from "programme-rules";
 * import { dailyShareChart } from "programme-rules/charts";
 *
 * const journey = { id: "R1", events: [{ kind: "referral-received", on: "2021-04-01" }] };
 * const period = { from: "2021-04-01", until: "2021-04-30" };
 * const [line] = report(whpCoreCv04, [journey], {
 *   asAt: "2021-04-20",
 *   period,
 *   requirements: ["css-4/backlog-share"],
 * }).lines;
 * dailyShareChart(line!).title.text; // => "Referrals in backlog at the close of each day: ≤ 4%"
 * ```
 */
export function dailyShareChart(line: DailyShareLine): ChartSpecification {
  refuseOther(line, DAILY);
  const { title, target, measuredOn } = line;
  const { from, inBacklog, undetermined, of } = line.daily!;
  const first = epochDay(from);
  const values = of.map((all, i) => ({
    on: isoDate(first + i),
    count: inBacklog[i],
    of: all,
    lowest: all === 0 ? null : inBacklog[i]! / all,
    highest: all === 0 ? null : (inBacklog[i]! + undetermined[i]!) / all,
  }));
  const says = targetWords(target);
  const limit = "atMost" in target ? target.atMost : "below" in target ? target.below : undefined;
  const worst = values.filter(({ on }) => on === measuredOn);
  const subtitle = `Point: the worst day, ${longDate(epochDay(measuredOn!))}. Band: up to the share with those of whom the data does not say.`;
  return chart(
    { text: `${title} at the close of each day: ${says}`, subtitle },
    {
      data: { values },
      layer: [
        {
          mark: BAND,
          encoding: { x, y: percentages("lowest", "Share"), y2: { field: "highest" } },
        },
        { mark: LINE, encoding: { x, y: percentages("lowest", "Share") } },
        {
          data: { values: worst },
          mark: { type: "point", color: COLOURS.limit, filled: true, size: 90, tooltip: true },
          encoding: { x, y: percentages("highest", "Share") },
        },
        ...(typeof limit === "string" ? namedLimit(fractionOf(limit, "the share"), says, "below") : []),
      ],
    },
  );
}
