import type { Report, ReportLine } from "../../../compliance/index.js";
import { shareWords } from "../../../explanation/index.js";
import { isNoAttribute } from "../../../journey/index.js";
import { addShares, formatShare, type Share } from "../../../quantity/index.js";
import { numbered } from "../../../rules/index.js";
import { valueWords } from "../scorecard-table.js";
import { shareBar } from "./bars.js";
import { html } from "./markup.js";
import type { Section } from "./page.js";

/** So many providers are shown, those with the largest share of cases not met first. */
const SHOWN = 10;

interface ProviderScore {
  readonly name: string;
  readonly lines: readonly ReportLine[];
  readonly missed: readonly ReportLine[];
  /** Of all cases that are counted, how many are not met. */
  readonly notMet: Share;
  readonly worst: ReportLine | undefined;
}

/** Who has most cases not met for their number, and of which requirement; nothing where no referral names a provider. */
export function providerSection(report: Report): Section[] {
  if (report.problems.some(isNoAttribute)) return [];
  const scores = scoresOf(report.lines);
  if (scores.length === 0) return [];
  const shown = scores.slice(0, SHOWN);
  const rows = shown.map(({ name, lines, missed, notMet, worst }) => {
    const met = lines.filter(({ verdict }) => verdict === "met").length;
    const what =
      worst === undefined
        ? html`<td role="cell" data-label="Most often missed">–</td><td role="cell" class="share"></td>`
        : html`<td role="cell" data-label="Most often missed"><span class="name">${worst.requirement}</span> <span class="asks">${worst.title}</span> ${worst.notMet} of ${worst.counted} not met</td><td role="cell" class="share"><b>${shareWords(worst)}</b>${shareBar(worst)}</td>`;
    return html`<tr role="row"><th role="rowheader" scope="row"><span class="name">${name}</span></th><td role="cell" class="number" data-label="Cases not met">${formatShare(notMet)}</td><td role="cell" class="number" data-label="Not met">${missed.length}</td><td role="cell" class="number" data-label="Met">${met}</td><td role="cell" class="number" data-label="Other">${lines.length - missed.length - met}</td>${what}</tr>
`;
  });
  const body = html`<p>Who has the largest share of cases not met stands first${scores.length > SHOWN ? `; the first ${SHOWN} of ${scores.length} are shown` : undefined}. Beside each stands the requirement of which it misses the largest share. The contract's own duties are not among them. <code>programme-rules report --by provider</code> prints every line.</p>
<table class="cards" role="table"><caption class="hidden">${numbered(shown.length, "provider")}, the largest share of cases not met first</caption>
<thead role="rowgroup"><tr role="row"><th role="columnheader" scope="col">Provider</th><th role="columnheader" scope="col" class="number">Cases not met</th><th role="columnheader" scope="col" class="number">Requirements not met</th><th role="columnheader" scope="col" class="number">Met</th><th role="columnheader" scope="col" class="number">Other</th><th role="columnheader" scope="col">Most often missed</th><th role="columnheader" scope="col">Its lowest–highest</th></tr></thead>
<tbody role="rowgroup">
${rows}</tbody></table>`;
  return [{ id: "providers", heading: "By provider", body }];
}

function scoresOf(lines: readonly ReportLine[]): ProviderScore[] {
  const byName = new Map<string, ReportLine[]>();
  for (const line of lines) {
    if (line.by === undefined || line.counted === 0) continue;
    const name = valueWords(line);
    byName.set(name, [...(byName.get(name) ?? []), line]);
  }
  const share = ({ notMet: count, counted: of }: ReportLine): Share => ({ count, of });
  const bySize = (one: Share, other: Share) => other.count * one.of - one.count * other.of;
  return [...byName]
    .map(([name, own]) => {
      const missed = own.filter(({ verdict }) => verdict === "not-met");
      const worst = missed.toSorted((one, other) => bySize(share(one), share(other)))[0];
      const notMet = own.map(share).reduce(addShares, { count: 0, of: 0 });
      return { name, lines: own, missed, notMet, worst };
    })
    .sort((one, other) => bySize(one.notMet, other.notMet));
}
