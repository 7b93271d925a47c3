import type { ReportLine } from "../../compliance/index.js";
import { epochDay, longDate, longMonth } from "../../date/index.js";
import type { ReturnDue } from "../../returns/index.js";
import { capitalised, formatCitation, joined, STAGES, type Stage } from "../../rules/index.js";
import { expectedBlocks, levelBlocks, relativeBlocks } from "./level-blocks.js";
import {
  blank,
  list,
  listed,
  type ReviewBlock,
  type ReviewInput,
  type ReviewSection,
  rows,
  text,
} from "./review-input.js";
import {
  atRisk,
  dataProblems,
  linesTable,
  needingPeople,
  partnerBlocks,
  standardsBlocks,
} from "./standard-blocks.js";

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
    ...listed("Left open, for people:", judge),
    agreed,
  ];
}

/** What participants said, and the standards on asking them. */
function experienceBlocks(input: ReviewInput): ReviewBlock[] {
  const { responses = {} } = input;
  const counts = Object.values(responses);
  const total = counts.includes(null) ? "" : ` (${counts.reduce<number>((sum, count) => sum + count!, 0)})`;
  const cells = Object.entries(responses).map(([answer, count]) => [
    capitalised(answer.replaceAll("-", " ")),
    count === null ? "withheld" : String(count),
  ]);
  return [
    ...rows(`Answers to the satisfaction question${total}`, ["Answer", "Participants"], cells, [1]),
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
    const notes: string[] = [];
    if (strength === "needs-review") notes.push("a person must look");
    if (dependsOn !== undefined)
      notes.push(`not under the reading "${dependsOn.answer}" of the same reasons`);
    if (supersededOn !== undefined)
      notes.push(`followed by a better rating on ${longDate(epochDay(supersededOn))}`);
    const from = citation === undefined ? "" : ` ${formatCitation(citation)}`;
    return `${says}${notes.length === 0 ? "" : ` (${notes.join("; ")})`}${from}`;
  });
  return [
    ...rows("Ratings, latest first", ["Reported", "Rating", "Reasons"], cells),
    ...(items.length === 0 ? [text("Nothing in the ratings gives grounds for remedial action.")] : []),
    ...listed("Grounds on which remedial action may be taken; whether it is, the Department decides:", items),
    people,
  ];
}

function ofStage({ programme, report }: ReviewInput, stage: Stage): ReportLine[] {
  const ids = programme.standards.filter((each) => each.stage === stage).map(({ id }) => id);
  return report.lines.filter(({ standard }) => ids.includes(standard));
}

/** What stands outside the agenda: levels, returns, and what this meeting decides. */
export function closingSections(input: ReviewInput): ReviewSection[] {
  return [
    {
      id: "levels",
      title: "Intervention: what was decided, and what there are grounds for",
      blocks: interventionBlocks(input),
    },
    { id: "returns", title: "Returns and reviews", blocks: returnBlocks(input) },
    {
      id: "agreed",
      title: "Agreed at this meeting",
      blocks: [
        blank("Actions: what, by whom, by when"),
        blank("Improvement expected by the next meeting, and its date"),
      ],
    },
  ];
}

/** Decisions first, as recorded; then grounds, which decide nothing. */
function interventionBlocks({ interventions }: ReviewInput): ReviewBlock[] {
  if (interventions === undefined) return [blank("Levels decided, and grounds: none were given")];
  const { openInterventions, indicated, duties, notices, policy } = interventions;
  const basis = policy === null ? " by the text alone" : `, by the text and the policy "${policy.id}"`;
  const decided = openInterventions.map(({ sentence }) => sentence);
  const spoken = indicated.flatMap(({ title, levels: own }) =>
    own.map(({ sentence }) => `${capitalised(title)}: ${sentence}`),
  );
  const owed = duties
    .filter(({ level }) => level !== undefined)
    .map(
      ({ title, by, level, citation }) =>
        `${capitalised(by)} (${level}): ${title}${citation === undefined ? "" : ` ${formatCitation(citation)}`}`,
    );
  return [
    text(
      "A level is the Department's decision, at any time. Grounds are what speaks for one; none of them says that a level applies.",
    ),
    ...(decided.length === 0 ? [text("No decision is recorded.")] : []),
    ...listed("Decisions recorded:", decided),
    ...listed("What follows from them:", owed),
    ...listed(`Grounds${basis}:`, spoken),
    ...listed(
      "Notices that may follow from indicators:",
      notices.map(({ sentence }) => sentence),
    ),
  ];
}

/** What was due, what of it is done, and what comes next. */
function returnBlocks({ returns: due, pipeline, report }: ReviewInput): ReviewBlock[] {
  const { asAt } = report.receipt;
  const checked = (pipeline?.checks ?? []).map(
    ({ check, verdict }) =>
      `Pipeline file of ${longMonth(pipeline!.inMonth)}, ${check}: ${verdict.replace("-", " ")}`,
  );
  const piped = checked.length === 0 ? [] : [list(checked)];
  if (due === undefined) return [blank("Returns: what was due was not given"), ...piped];
  const cell = (each: ReturnDue) => [
    longDate(epochDay(each.dueOn)),
    capitalised(each.return.replaceAll("-", " ")).replace(/^Css/, "CSS"),
    about(each),
    stateOf(each, asAt),
  ];
  const head = ["Due", "Return or review", "For", "State"];
  return [
    ...rows("Due up to now", head, due.filter(({ dueOn }) => dueOn <= asAt).map(cell)),
    ...rows("Due next", head, due.filter(({ dueOn }) => dueOn > asAt).map(cell)),
    ...piped,
  ];
}

function about({ forMonth, reviewOn, dueOn }: ReturnDue): string {
  if (reviewOn !== undefined && reviewOn !== dueOn) return `the review of ${longDate(epochDay(reviewOn))}`;
  return forMonth === undefined ? "" : longMonth(forMonth);
}

/** How a return stands as at a date, in words. */
export function stateOf({ dueOn, doneOn, outstanding }: ReturnDue, asAt: string): string {
  if (doneOn !== undefined && doneOn <= asAt)
    return doneOn > dueOn ? `late: ${longDate(epochDay(doneOn))}` : `done ${longDate(epochDay(doneOn))}`;
  if (outstanding === undefined && doneOn === undefined) return dueOn <= asAt ? "not known" : "";
  return dueOn < asAt ? "outstanding" : "open";
}
