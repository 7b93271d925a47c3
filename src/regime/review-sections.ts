import type { ReportLine } from "../compliance/index.js";
import { epochDay, longDate } from "../date/index.js";
import { capitalised, formatCitation, joined, STAGES, type Stage } from "../rules/index.js";
import { blank, list, type ReviewBlock, type ReviewInput, rows, text } from "./review.js";
import { expectedBlocks, levelBlocks, relativeBlocks } from "./review-cohorts.js";
import { partnerBlocks } from "./review-partners.js";
import { atRisk, dataProblems, linesTable, needingPeople, standardsBlocks } from "./review-standards.js";

/** The last stage of a journey, before the contract's own. */
const LEAVING = STAGES[STAGES.indexOf("contract") - 1]!;

/** What the library knows about each item of the agenda, by its id; an item not named here is for people. */
export const FILLERS: Readonly<Record<string, (input: ReviewInput) => ReviewBlock[]>> = {
  performance: (input) => [...standardsBlocks(input), ...levelBlocks(input), ...relativeBlocks(input)],
  expected: (input) => [...expectedBlocks(input), ...atRisk(input.report)],
  plan: planBlocks,
  "supply-chain": (input) => [
    ...partnerBlocks(input),
    blank("What was said of the supply chain, end to end"),
  ],
  experience: experienceBlocks,
  assurance: assuranceBlocks,
  checks: (input) => [
    ...needingPeople(input.report),
    ...dataProblems(input.report),
    blank("What the performance manager's checks found, and what was asked for"),
  ],
  exits: (input) => [
    ...linesTable("Standards on leaving", ofStage(input, LEAVING)),
    blank("Feedback on leaving, CVs and references"),
  ],
};

/** The plan as it stands: actions, what is to be done, what only a person can judge. */
function planBlocks({ plan }: ReviewInput): ReviewBlock[] {
  const agreed = blank("Improvement agreed at the last meeting, and what has come of it");
  if (plan === undefined) return [blank("The provider action plan: none was given"), agreed];
  const { actions, toDo, toJudge, title } = plan;
  const { total, completed, overdue, open } = actions;
  const cells = toDo.map(({ where, says, citation, basis }) => [
    capitalised(where),
    says,
    citation === undefined ? (basis ?? "") : formatCitation(citation),
  ]);
  const judge = toJudge.map(({ where, says }) => `${capitalised(where)}: ${says}`);
  return [
    text(`${title}: ${total} actions, of which ${completed} completed, ${overdue} overdue, ${open} open.`),
    ...rows("What the plan lacks, or has let pass", ["Where", "What", "From"], cells),
    ...(toDo.length === 0 ? [text("Every part is there, and nothing is overdue.")] : []),
    ...(judge.length === 0 ? [] : [text("Left open, for people:"), list(judge)]),
    agreed,
  ];
}

/** What participants said, and the standards on asking them. */
function experienceBlocks(input: ReviewInput): ReviewBlock[] {
  const { responses = {} } = input;
  const total = Object.values(responses).reduce((sum, count) => sum + count, 0);
  const cells = Object.entries(responses).map(([answer, count]) => [
    capitalised(answer.replaceAll("-", " ")),
    String(count),
  ]);
  return [
    ...rows(`Answers to the satisfaction question (${total})`, ["Answer", "Participants"], cells, [1]),
    ...linesTable("Standards on asking and reporting", ofStage(input, "contract")),
    blank("Complaints, compliments, and what was learned from them"),
  ];
}

/** The ratings so far, and what they give grounds for. */
function assuranceBlocks({ assurance }: ReviewInput): ReviewBlock[] {
  const people = blank("Findings of assurance and compliance checks since the last review");
  if (assurance === undefined) return [blank("Assurance ratings: none were given"), people];
  const { reviews, grounds } = assurance;
  const sorted = [...reviews].sort((one, other) => epochDay(other.reportedOn) - epochDay(one.reportedOn));
  const cells = sorted.map(({ reportedOn, rating, reasons = [] }) => [
    longDate(epochDay(reportedOn)),
    capitalised(rating),
    joined(reasons) || "–",
  ]);
  const items = grounds.map(({ says, strength, supersededOn, dependsOn, citation }) => {
    const notes = [
      ...(strength === "needs-review" ? ["a person must look"] : []),
      ...(dependsOn === undefined ? [] : [`not under the reading "${dependsOn.answer}" of the same reasons`]),
      ...(supersededOn === undefined
        ? []
        : [`followed by a better rating on ${longDate(epochDay(supersededOn))}`]),
    ];
    return `${says}${notes.length === 0 ? "" : ` (${notes.join("; ")})`} ${formatCitation(citation)}`;
  });
  return [
    ...rows("Ratings, latest first", ["Reported", "Rating", "Reasons"], cells),
    ...(items.length === 0
      ? [text("Nothing in the ratings gives grounds for remedial action.")]
      : [
          text("Grounds on which remedial action may be taken; whether it is, the Department decides:"),
          list(items),
        ]),
    people,
  ];
}

function ofStage({ programme, report }: ReviewInput, stage: Stage): ReportLine[] {
  const ids = programme.standards.filter((each) => each.stage === stage).map(({ id }) => id);
  return report.lines.filter(({ standard }) => ids.includes(standard));
}
