import type { Report } from "../../../compliance/index.js";
import type { Programme } from "../../../rules/index.js";
import { rulesWords } from "../remarks.js";
import { backlogSection } from "./backlog-section.js";
import { dataSection } from "./data-section.js";
import type { Draw } from "./drawn-chart.js";
import { html, type Markup, prose } from "./markup.js";
import { page, type Section } from "./page.js";
import { rulesSection } from "./rules-section.js";
import { scorecardTable, splitTables, verdictTiles } from "./scorecard-section.js";

/** The sentences of a report, the same that stand in its text. */
export interface ReportWords {
  readonly facts: readonly string[];
  readonly notices: readonly string[];
  /** Why there are no lines, where the programme asks for nothing. */
  readonly none: string | undefined;
  /** Below the lines. */
  readonly notes: readonly string[];
}

/** A report as a page: its lines, or under each requirement one row per value, and over a period its backlog by day. */
export async function reportPage(
  report: Report,
  programme: Programme,
  words: ReportWords,
  draw: Draw | undefined,
): Promise<string> {
  const { facts, notices } = words;
  return page({
    over: programme.title,
    heading: "Report",
    facts,
    notices,
    sections: [
      ...linesSections(report, words),
      ...(await backlogSection(report, draw)),
      dataSection(report, programme),
      rulesSection(report, programme),
    ],
    foot: rulesWords(report),
  });
}

function linesSections({ lines, by = [] }: Report, { none, notes }: ReportWords): Section[] {
  if (none !== undefined) return [{ id: "lines", heading: "Lines", body: html`<p>${prose(none)}</p>` }];
  const below = notes.map((note): Markup => html`<p class="quiet">${prose(note)}</p>\n`);
  if (by.length > 0)
    return [{ id: "lines", heading: `By ${by.join(", ")}`, body: [splitTables(lines, by), below] }];
  return [
    { id: "glance", heading: "At a glance", body: verdictTiles(lines) },
    { id: "lines", heading: "Requirement by requirement", body: [scorecardTable(lines), below] },
  ];
}
