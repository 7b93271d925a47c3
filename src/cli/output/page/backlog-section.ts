import { dailyShareChart } from "../../../charts/index.js";
import type { Report, ReportLine } from "../../../compliance/index.js";
import { epochDay, isoDate } from "../../../date/index.js";
import { lineNotes, shareWords } from "../../../explanation/index.js";
import { numbered } from "../../../rules/index.js";
import { dateWords } from "../value-text.js";
import { chartFigure, type Draw } from "./drawn-chart.js";
import { html, type Markup } from "./markup.js";
import type { Section } from "./page.js";

/** The share of work left at the close of each day: in words, as a chart, and day by day; nothing where no day is known. */
export async function backlogSection({ lines, receipt }: Report, draw: Draw | undefined): Promise<Section[]> {
  const told = lines.filter(({ daily }) => daily !== undefined && daily.of.length > 0);
  if (told.length === 0) return [];
  const notes = [...lineNotes(told), ...endWords(told, receipt.asAt)].map((note) => html`<p>${note}</p>\n`);
  const parts: Markup[] = [];
  for (const line of told)
    parts.push(html`${await chartFigure(dailyShareChart(line), draw)}
${dayTable(line, line.daily!)}`);
  return [{ id: "backlog", heading: "Backlog day by day", body: [...notes, ...parts] }];
}

/** Why the days end before the as-at date, whose figure a scorecard has, where they do. */
function endWords(lines: readonly ReportLine[], asAt: string): string[] {
  const yesterday = isoDate(epochDay(asAt) - 1);
  if (!lines.some(({ days }) => days?.last.on === yesterday)) return [];
  return [
    "The days end before the as-at day, which is not over. A scorecard without a period has the share as it stands on the as-at day.",
  ];
}

function dayTable({ requirement, target }: ReportLine, daily: NonNullable<ReportLine["daily"]>): Markup {
  const { from, inBacklog, undetermined, of } = daily;
  const first = epochDay(from);
  const rows = of.map((all, at) => {
    const [waiting, unknown] = [inBacklog[at]!, undetermined[at]!];
    const share = shareWords({
      best: { count: waiting, of: all },
      worst: { count: waiting + unknown, of: all },
      target,
    });
    return html`<tr><th scope="row">${dateWords(isoDate(first + at))}</th><td class="number">${waiting}</td><td class="number">${unknown}</td><td class="number">${all}</td><td class="number">${share}</td></tr>
`;
  });
  return html`<details><summary>The same as a table, ${numbered(of.length, "day")}</summary>
<div class="scroll" tabindex="0" role="region" aria-label="Days of ${requirement}">
<table><caption>${requirement} at the close of each day</caption>
<thead><tr><th scope="col">Day</th><th scope="col" class="number">In backlog</th><th scope="col" class="number">Unknown</th><th scope="col" class="number">Of</th><th scope="col" class="number">Share</th></tr></thead>
<tbody>
${rows}</tbody></table></div></details>
`;
}
