import { epochDay, longDate, longMonth } from "../date/index.js";
import { capitalised, formatCitation } from "../rules/index.js";
import type { ReturnDue } from "./return.js";
import { blank, list, type ReviewBlock, type ReviewInput, type ReviewSection, rows, text } from "./review.js";

/** What stands outside the agenda: levels, returns, and what this meeting decides. */
export function closingSections(input: ReviewInput): ReviewSection[] {
  return [
    {
      id: "levels",
      title: "Intervention: what was decided, and what there are grounds for",
      blocks: levels(input),
    },
    { id: "returns", title: "Returns and reviews", blocks: returns(input) },
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
function levels({ interventions }: ReviewInput): ReviewBlock[] {
  if (interventions === undefined) return [blank("Levels decided, and grounds: none were given")];
  const { openInterventions, indicated, duties, notices, policy } = interventions;
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
    ...(decided.length === 0
      ? [text("No decision is recorded.")]
      : [text("Decisions recorded:"), list(decided)]),
    ...(owed.length === 0 ? [] : [text("What follows from them:"), list(owed)]),
    ...(spoken.length === 0
      ? []
      : [
          text(
            `Grounds${policy === null ? " by the text alone" : `, by the text and the policy "${policy.id}"`}:`,
          ),
          list(spoken),
        ]),
    ...(notices.length === 0
      ? []
      : [text("Notices that may follow from indicators:"), list(notices.map(({ sentence }) => sentence))]),
  ];
}

/** What was due, what of it is done, and what comes next. */
function returns({ returns: due, pipeline, report }: ReviewInput): ReviewBlock[] {
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
