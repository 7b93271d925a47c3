import { type Kind, refuseOther } from "../argument.js";
import { epochDay, longDate } from "../date/index.js";
import { blocks, bullets, markdownLine, markdownText, textTable } from "../explanation/index.js";
import { formatShare } from "../quantity/index.js";
import { capitalised, formatCitation } from "../rules/index.js";
import { indexWords, type LevelScore, type Scorecard, STANDS } from "./balanced-scorecard.js";
import type { ReviewBlock, ReviewPack } from "./pack/review-input.js";
import { LINE_HEAD, lineCells } from "./pack/standard-blocks.js";

const PACK: Kind = {
  name: "a pack for a review",
  from: "reviewPack",
  has: { asAt: "", summary: [], sections: [{ blocks: [] }], receipt: {} },
};
const CARD: Kind = {
  name: "a scorecard",
  from: "balancedScorecard",
  has: { asAt: "", standards: [{ lines: [] }], levels: [], offered: [] },
};

const FOOT = "The contract takes precedence. Not legal advice.";

/** A review pack as a Markdown page. What is left to people stands out: `▢` and a line to write on. */
export function reviewMarkdown(pack: ReviewPack): string {
  refuseOther(pack, PACK);
  const { title, contract, asAt, reviewOn, summary, sections, receipt } = pack;
  const head = [
    ...(contract === undefined ? [] : [`Contract: **${markdownText(contract)}**`]),
    `As at ${longDate(epochDay(asAt))}`,
    ...(reviewOn === undefined ? [] : [`Review on ${longDate(epochDay(reviewOn))}`]),
  ];
  return `${blocks(
    `# ${markdownText(title)}`,
    head.join(" · "),
    "## At a glance",
    bullets(summary.map(markdownLine)),
    ...sections.map((section, at) =>
      blocks(
        `## ${at + 1}. ${markdownText(section.title)}${section.citation === undefined ? "" : ` ${markdownText(formatCitation(section.citation))}`}`,
        ...section.blocks.map(block),
      ),
    ),
    "---",
    `Rules ${receipt.programme} ${receipt.edition}, revision ${receipt.revision}; programme-rules ${receipt.packageVersion}; bank holidays as of ${receipt.calendarDataVersion}. ${FOOT}`,
  )}\n`;
}

/** A balanced scorecard as a Markdown page. */
export function scorecardMarkdown(card: Scorecard): string {
  refuseOther(card, CARD);
  const offered = [
    ...card.levels.map((level) => [
      level.id,
      level.title,
      level.matured === null ? "–" : formatShare(level.matured, level.offered ?? undefined),
      level.offered ?? "not known here",
      STANDS[level.stands],
    ]),
    ...card.offered.map(lineCells),
  ];
  return `${blocks(
    `# Balanced scorecard: ${markdownText(card.title)}`,
    `As at ${longDate(epochDay(card.asAt))} · ${card.journeys} referrals. Three views side by side; no score is made of them (003 ¶2.2.9).`,
    "## Service standards",
    textTable(
      ["Stage", ...LINE_HEAD],
      card.standards.flatMap(({ stage, lines }) =>
        lines.map((line) => [stageWords(stage), ...lineCells(line)]),
      ),
    ),
    "## Cohort performance",
    textTable(
      [
        "Level",
        "Windows that are over",
        "Outcomes so far",
        "Expected by now",
        "On profile",
        "In the end, if the rest is on profile",
      ],
      card.levels.map(cohortCells),
    ),
    "## What was offered",
    offered.length === 0 ? "Nothing beyond the standards." : textTable(LINE_HEAD, offered),
    FOOT,
  )}\n`;
}

function stageWords(stage: string): string {
  return capitalised(stage.replaceAll("-", " ").replace(/^pre /, "pre-"));
}

function cohortCells({ id, matured, onProfile, forecast, offered }: LevelScore): string[] {
  return [
    id,
    matured === null
      ? "no cohorts given"
      : matured.of === 0
        ? "none is over yet"
        : `${matured.count} of ${matured.of} (${formatShare(matured, offered ?? undefined)})`,
    onProfile === null ? "–" : String(onProfile.actual),
    onProfile === null ? "–" : onProfile.expected.toFixed(1),
    indexWords(onProfile?.index ?? null),
    forecast === null ? "–" : `${forecast.expected.toFixed(0)} of ${forecast.starts}`,
  ];
}

function block(each: ReviewBlock): string {
  if (each.kind === "text") return markdownLine(each.text);
  if (each.kind === "list") return bullets(each.items.map(markdownLine));
  if (each.kind === "blank") return `> ▢ **For people:** ${markdownText(each.asks)}\n>\n> …`;
  return blocks(`**${markdownText(each.title)}**`, textTable(each.head, each.rows, each.numbers));
}
