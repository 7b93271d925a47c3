import { type Kind, REPORT } from "../../argument.js";
import type { Report } from "../../compliance/index.js";
import { DATE, epochDay, isoDate, longDate } from "../../date/index.js";
import { defined } from "../../defined.js";
import { ProgrammeFault } from "../../fault.js";
import {
  CHECKED,
  eachOf,
  FLAG,
  listOf,
  NUMBER,
  nested,
  OBJECT,
  type OptionKinds,
  ofKind,
  optionsOf,
  orNull,
  TEXT,
} from "../../options.js";
import type { AcceleratedCandidate } from "../../regime/index.js";
import { capitalised, joined, numbered, type Programme, type RegimeMeeting } from "../../rules/index.js";
import { REVIEWS } from "../assurance.js";
import { PROGRAMME_AND_REPORT, SCORECARD_INPUT } from "../balanced-scorecard.js";
import { levelSentences } from "./level-blocks.js";
import {
  blank,
  type RelativePerformance,
  type ReviewInput,
  type ReviewPack,
  type ReviewSection,
} from "./review-input.js";
import { closingSections, FILLERS, stateOf } from "./sections.js";
import { leftOutWords } from "./standard-blocks.js";

const GROUNDS: Kind = {
  name: "grounds for intervention",
  from: "interventionGrounds",
  has: {
    openInterventions: [{ sentence: "" }],
    indicated: [{ title: "", levels: [{ sentence: "" }] }],
    duties: [{ title: "", by: "" }],
    notices: [{ sentence: "" }],
  },
};
const PLAN: Kind = {
  name: "a plan that was checked",
  from: "checkProviderActionPlan",
  has: {
    title: "",
    toDo: [{ where: "", says: "" }],
    toJudge: [{ where: "", says: "" }],
    actions: { total: 0, completed: 0, overdue: 0, open: 0 },
  },
};
const PARTNERS: Kind = {
  name: "partners on a ladder",
  from: "onLadder",
  has: [{ partner: "", open: [""], taken: [{ step: "", on: "" }] }],
};
const ASSURANCE: Kind = {
  name: "grounds of assurance",
  from: "assuranceGrounds",
  has: [{ says: "", strength: "" }],
};
const RETURNS: Kind = {
  name: "returns that are due",
  from: "returnsDue",
  has: [{ return: "", dueOn: "" }],
};
const PIPELINE: Kind = {
  name: "a pipeline file that was checked",
  from: "checkPipeline",
  has: { inMonth: "", checks: [{ check: "", verdict: "" }] },
};

/** By hand or as `acceleratedCandidates` gave it, with more than is shown here. */
const CONTRACT = nested<AcceleratedCandidate>(
  {
    id: TEXT,
    share: CHECKED,
    rank: orNull(NUMBER),
    of: NUMBER,
    recorded: TEXT,
    status: TEXT,
    needsReview: FLAG,
    metric: TEXT,
    asAt: DATE,
    reasons: listOf(OBJECT),
    readings: OBJECT,
  },
  { id: '"north"', of: "4" },
);

const REVIEW_INPUT: OptionKinds<ReviewInput> = {
  ...SCORECARD_INPUT,
  contract: TEXT,
  reviewOn: DATE,
  before: ofKind(REPORT),
  byPartner: ofKind(REPORT),
  relative: nested<RelativePerformance>(
    { metric: TEXT, contracts: listOf(CONTRACT), own: TEXT },
    { metric: '"outcomes"', contracts: "[ … ]" },
  ),
  interventions: ofKind(GROUNDS),
  plan: ofKind(PLAN),
  partners: ofKind(PARTNERS),
  assurance: nested({ reviews: REVIEWS, grounds: ofKind(ASSURANCE) }, { reviews: "…", grounds: "…" }),
  responses: eachOf(orNull(NUMBER)),
  returns: ofKind(RETURNS),
  pipeline: ofKind(PIPELINE),
};

/**
 * A pack for one contract performance review: the agenda of source 001 ¶29 filled with what is known, and
 * blanks for what only people can say. `reviewMarkdown` prints it.
 *
 * @throws ProgrammeFault `regime/no-review` for a programme without a review and its agenda,
 * `regime/split-report` for a report that is split where a whole one is needed, and the faults of
 * `balancedScorecard`.
 *
 * @example
 * ```ts
 * import { report, whpJetsCv06 } from "programme-rules";
 * import { reviewPack } from "programme-rules/review";
 *
 * const journeys = [{ id: "R1", events: [{ kind: "referral-received", on: "2021-04-01" }] }];
 * const pack = reviewPack({ programme: whpJetsCv06, report: report(whpJetsCv06, journeys, { asAt: "2021-04-30" }) });
 * pack.sections.length; // => 15
 * pack.sections[0]?.title; // => "Performance, also against others"
 * pack.sections[4]?.blocks; // => [{ kind: "blank", asks: "What was reported, and what was agreed" }]
 * ```
 */
export function reviewPack(input: ReviewInput): ReviewPack {
  const { programme, report, contract, reviewOn } = optionsOf(input, REVIEW_INPUT, PROGRAMME_AND_REPORT);
  const meeting = reviewOf(programme);
  const agenda = meeting.agenda.map(({ id, says, citation }): ReviewSection => {
    const title = capitalised(says);
    const blocks = FILLERS[id]?.(input) ?? [blank("What was reported, and what was agreed")];
    return defined({ id, title, blocks, citation: citation ?? meeting.citation });
  });
  const sections = [...agenda, ...closingSections(input)];
  const blanks = sections.flatMap(({ blocks }) => blocks).filter(({ kind }) => kind === "blank").length;
  return {
    title: `${meeting.title}: ${programme.title}`,
    ...defined({ contract }),
    asAt: report.receipt.asAt,
    ...(reviewOn === undefined ? {} : { reviewOn: isoDate(epochDay(reviewOn)) }),
    summary: [...summaryOf(input), `${numbered(blanks, "blank")} left for people.`],
    sections,
    blanks,
    receipt: report.receipt,
  };
}

function summaryOf(input: ReviewInput): string[] {
  return [
    ...standardsSentence(input),
    ...worsened(input),
    ...levelSentences(input),
    ...planSentence(input),
    ...returnsSentence(input),
    ...assuranceSentence(input),
    ...decisionSentence(input),
  ];
}

function standardsSentence({ report, before }: ReviewInput): string[] {
  const missedIn = ({ lines }: Report) =>
    lines.flatMap(({ verdict, requirement }) => (verdict === "not-met" ? [requirement] : []));
  const missed = missedIn(report);
  const was = before === undefined ? [] : missedIn(before);
  const since =
    before === undefined
      ? ""
      : `; ${was.length} were on ${longDate(epochDay(before.receipt.asAt))}${changes(was, missed)}`;
  const are = missed.length === 1 ? "is" : "are";
  const withheld = leftOutWords(report);
  const all = report.lines.length;
  const of = withheld.length === 0 ? `${all} requirements` : `the ${all} requirements shown`;
  return [`${missed.length || "None"} of ${of} ${are} not met${since}.`, ...withheld];
}

function changes(was: readonly string[], are: readonly string[]): string {
  const fallen = are.filter((each) => !was.includes(each));
  const risen = was.filter((each) => !are.includes(each));
  const parts = [
    ...(fallen.length === 0 ? [] : [`new: ${joined(fallen)}`]),
    ...(risen.length === 0 ? [] : [`no longer: ${joined(risen)}`]),
  ];
  return parts.length === 0 ? "" : ` (${parts.join("; ")})`;
}

/** Where most has been missed since the day compared with: at most three. */
function worsened({ report, before }: ReviewInput): string[] {
  const grown = report.lines
    .map(({ requirement, notMet }) => {
      const was = before?.lines.find((line) => line.requirement === requirement)?.notMet;
      return { requirement, more: was === undefined ? 0 : notMet - was };
    })
    .filter(({ more }) => more > 0)
    .sort((one, other) => other.more - one.more)
    .slice(0, 3)
    .map(({ requirement, more }) => `${requirement} (+${more})`);
  return grown.length === 0 ? [] : [`Most new misses: ${joined(grown)}.`];
}

function planSentence({ plan }: ReviewInput): string[] {
  if (plan === undefined) return [];
  const { total, overdue } = plan.actions;
  const lacks = plan.toDo.length === 0 ? "nothing" : numbered(plan.toDo.length, "thing");
  return [`${plan.title}: ${overdue} of ${numbered(total, "action")} overdue; ${lacks} to put right.`];
}

function returnsSentence({ returns = [], report }: ReviewInput): string[] {
  const { asAt } = report.receipt;
  const states = returns.filter(({ dueOn }) => dueOn <= asAt).map((each) => stateOf(each, asAt));
  const count = (start: string) => states.filter((state) => state.startsWith(start)).length;
  if (states.length === 0 || states.every((state) => state === "not known")) return [];
  return [
    `Returns and reviews: ${count("done")} done in time, ${count("late")} late, ${count("outstanding")} outstanding.`,
  ];
}

function assuranceSentence({ assurance }: ReviewInput): string[] {
  if (assurance === undefined) return [];
  const open = assurance.grounds.filter(({ supersededOn }) => supersededOn === undefined).length;
  const last = [...assurance.reviews]
    .sort((one, other) => epochDay(one.reportedOn) - epochDay(other.reportedOn))
    .at(-1);
  const rated =
    last === undefined ? "not rated" : `rated ${last.rating} on ${longDate(epochDay(last.reportedOn))}`;
  return [
    `Assurance: ${rated}; ${open === 0 ? "no ground" : numbered(open, "ground")} on which remedial action may be taken.`,
  ];
}

function decisionSentence({ interventions }: ReviewInput): string[] {
  if (interventions === undefined) return [];
  const decided = interventions.openInterventions.length;
  const stand = `${numbered(decided, "decision")} ${decided === 1 ? "stands" : "stand"}`;
  return [`Intervention: ${decided === 0 ? "no decision stands" : stand}.`];
}

function reviewOf({ id, regime }: Programme): RegimeMeeting {
  const [meeting] = (regime?.meetings ?? []).filter(({ requirement }) => requirement !== undefined);
  if (meeting !== undefined) return meeting;
  throw new ProgrammeFault({
    code: "regime/no-review",
    given: `${id}, whose regime has no regular meeting with an agenda`,
    allowed: "a programme with `regime.meetings`, one of them timed by a requirement",
    todo: "Add the meeting to the programme's regime.",
  });
}
