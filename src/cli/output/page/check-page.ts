import { type Report, ReportBuilder, type ReportOptions } from "../../../compliance/index.js";
import { epochDay, firstOfMonth, isoDate, lastOfMonth, monthOf, nextMonth } from "../../../date/index.js";
import type { AsAt } from "../../../deadlines/index.js";
import type { Journey } from "../../../journey/index.js";
import type { Programme } from "../../../rules/index.js";
import { backlogSection } from "./backlog-section.js";
import { casesSection, placeOfLine } from "./cases-section.js";
import { dataSection } from "./data-section.js";
import type { Draw } from "./drawn-chart.js";
import { html, type Part, prose } from "./markup.js";
import { monthSection } from "./month-section.js";
import { page, type Section } from "./page.js";
import { providerSection } from "./provider-section.js";
import { rulesSection } from "./rules-section.js";
import { scorecardTable, verdictTiles } from "./scorecard-section.js";

/** The sentences of a check, the same that stand in its text. */
export interface CheckWords {
  readonly facts: readonly string[];
  readonly notices: readonly string[];
  /** How many requirements have which verdict; or why there is none. */
  readonly summary: string;
  /** Below the table. */
  readonly notes: readonly string[];
  readonly foot: string;
  /** How to see the cases that are not shown. */
  readonly more: string;
}

/**
 * What the page of a check shows of a caseload besides its scorecard, counted while that is: the days of the backlog,
 * the months, the providers. Journeys are kept, because only at the end it is known whose cases are shown.
 */
export class CheckViews {
  readonly #journeys = new Map<string, Journey>();
  readonly #days: ReportBuilder;
  readonly #months: ReportBuilder;
  readonly #providers: ReportBuilder;
  readonly #programme: Programme;
  readonly #asAt: AsAt;

  constructor(programme: Programme, options: AsAt & Pick<ReportOptions, "contractLog">) {
    const { contractLog: _log, ...asAt } = options;
    this.#programme = programme;
    this.#asAt = asAt;
    const period = yearOf(asAt);
    this.#days = new ReportBuilder(programme, { ...asAt, period, requirements: shares(programme) });
    this.#months = new ReportBuilder(programme, { ...options, period, by: "month" });
    this.#providers = new ReportBuilder(programme, { ...asAt, by: "provider" });
  }

  /** Takes a journey of the scorecard. */
  add(journey: Journey): void {
    this.#journeys.set(journey.id, journey);
    for (const builder of [this.#days, this.#months, this.#providers]) builder.add(journey);
  }

  /** The page, of the scorecard that was made of these journeys. */
  async page(report: Report, words: CheckWords, draw: Draw | undefined): Promise<string> {
    const programme = this.#programme;
    const { lines } = report;
    const { facts, notices, foot } = words;
    const sections = lines.length === 0 ? [nothingSection(words)] : await this.#sections(report, words, draw);
    return page({
      over: programme.title,
      heading: "Scorecard",
      facts,
      notices,
      sections: [...sections, dataSection(report, programme), rulesSection(report, programme)],
      foot,
    });
  }

  async #sections(report: Report, words: CheckWords, draw: Draw | undefined): Promise<Section[]> {
    const { lines } = report;
    const asked = new Set(lines.map(({ requirement }) => requirement));
    const days = this.#days.result();
    const own = { ...days, lines: days.lines.filter(({ requirement }) => asked.has(requirement)) };
    const source = {
      programme: this.#programme,
      asAt: this.#asAt,
      journeys: this.#journeys,
      more: words.more,
    };
    return [
      {
        id: "glance",
        heading: "At a glance",
        body: [verdictTiles(lines), html`<p>${prose(words.summary)}</p>`],
      },
      { id: "scorecard", heading: "Requirement by requirement", body: scorecard(report, words) },
      ...(await backlogSection(own, draw)),
      ...monthSection(this.#months.result()),
      ...providerSection(this.#providers.result()),
      casesSection(report, source),
    ];
  }
}

function nothingSection({ summary }: CheckWords): Section {
  return { id: "glance", heading: "At a glance", body: html`<p>${prose(summary)}</p>` };
}

function scorecard({ lines }: Report, { notes }: CheckWords): Part {
  return [
    scorecardTable(lines, (line) => placeOfLine(lines, line)),
    notes.map((note) => html`<p class="quiet">${prose(note)}</p>\n`),
  ];
}

/** Twelve months, the last of them that of the as-at date. */
function yearOf({ asAt }: AsAt): { readonly from: string; readonly until: string } {
  const month = monthOf(epochDay(asAt));
  return { from: isoDate(firstOfMonth(nextMonth(month, -11))), until: isoDate(lastOfMonth(month)) };
}

/** The requirements that may be a share of work left at the close of a day. */
function shares({ standards }: Programme): string[] {
  return standards.flatMap(({ requirements }) =>
    requirements.filter(({ kind }) => kind === "proportion").map(({ id }) => id),
  );
}
