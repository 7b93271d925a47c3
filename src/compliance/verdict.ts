import { type Facts, type Matches, NEVER } from "../deadlines/index.js";

/** The verdicts, each at the place of its number below. */
export const VERDICTS = ["met", "not-met", "pending", "not-applicable", "undetermined"] as const;

/** What is found: settled either way, still open, not asked, or not to be told from the data. */
export type Verdict = (typeof VERDICTS)[number];

/** The verdicts as the worst of several is chosen. */
export const GRAVEST_FIRST = ["not-met", "undetermined", "pending", "met", "not-applicable"] as const;

export const MET = 0;
export const NOT_MET = 1;
export const PENDING = 2;
export const NOT_APPLICABLE = 3;
export const UNDETERMINED = 4;

/**
 * Every verdict with every reason it can have, by the number that stands for both while cases are assessed and
 * counted: a caseload has millions, and a number costs nothing to keep or to compare. Like the numbers of days
 * (`codes` in deadlines) they stay in this room: a finding and a line have the words.
 */
export const OUTCOMES = [
  ["met", undefined],
  ["not-met", "late"],
  ["not-met", "not-done"],
  ["not-met", "outside-window"],
  ["not-met", "part-missing"],
  ["pending", "not-yet-due"],
  ["not-applicable", "clock-never-started"],
  ["not-applicable", "condition"],
  ["not-applicable", "excused"],
  ["not-applicable", "stopped"],
  ["not-applicable", "state-ended"],
  ["not-applicable", "nothing-to-count"],
  ["undetermined", "missing-data"],
  ["undetermined", "missing-parameter"],
  ["undetermined", "needs-review"],
  ["undetermined", "leaving-not-recorded"],
  ["undetermined", "not-recorded"],
  ["undetermined", "id-twice"],
] as const satisfies readonly (readonly [Verdict, string | undefined])[];

/** Why. Every verdict but `met` has a reason, and each reason belongs to one verdict. */
export type Reason = Exclude<(typeof OUTCOMES)[number][1], undefined>;

/** Every reason. */
export const REASONS: readonly Reason[] = /* @__PURE__ */ OUTCOMES.flatMap(([, reason]) => reason ?? []);

/** The number of an outcome in {@link OUTCOMES}. */
export type Code = number;

const codeOf = (verdict: Verdict, reason: Reason | undefined): Code =>
  OUTCOMES.findIndex(([each, why]) => each === verdict && why === reason);

// Marked as without effect: who judges nothing need not carry them.
export const IS_MET = /* @__PURE__ */ codeOf("met", undefined);
export const LATE = /* @__PURE__ */ codeOf("not-met", "late");
export const NOT_DONE = /* @__PURE__ */ codeOf("not-met", "not-done");
export const OUTSIDE_WINDOW = /* @__PURE__ */ codeOf("not-met", "outside-window");
export const PART_MISSING = /* @__PURE__ */ codeOf("not-met", "part-missing");
export const NOT_YET_DUE = /* @__PURE__ */ codeOf("pending", "not-yet-due");
export const CLOCK_NEVER_STARTED = /* @__PURE__ */ codeOf("not-applicable", "clock-never-started");
export const CONDITION = /* @__PURE__ */ codeOf("not-applicable", "condition");
export const EXCUSED = /* @__PURE__ */ codeOf("not-applicable", "excused");
export const STOPPED = /* @__PURE__ */ codeOf("not-applicable", "stopped");
export const STATE_ENDED = /* @__PURE__ */ codeOf("not-applicable", "state-ended");
export const NOTHING_TO_COUNT = /* @__PURE__ */ codeOf("not-applicable", "nothing-to-count");
export const MISSING_DATA = /* @__PURE__ */ codeOf("undetermined", "missing-data");
export const MISSING_PARAMETER = /* @__PURE__ */ codeOf("undetermined", "missing-parameter");
export const NEEDS_REVIEW = /* @__PURE__ */ codeOf("undetermined", "needs-review");
export const LEAVING_NOT_RECORDED = /* @__PURE__ */ codeOf("undetermined", "leaving-not-recorded");
export const NOT_RECORDED = /* @__PURE__ */ codeOf("undetermined", "not-recorded");

/** Verdict numbers by outcome number. */
export const VERDICT_OF: Uint8Array = /* @__PURE__ */ Uint8Array.from(OUTCOMES, ([verdict]) =>
  VERDICTS.indexOf(verdict),
);

/**
 * The case in hand while assessing: which anchor, which window, what was done. One record is used
 * again for every case, so whoever receives it copies what it needs. Positions are of `Facts`; -1 is
 * none; days use `NEVER` and `-NEVER` for none.
 */
export interface Case {
  number: number;
  anchorAt: number;
  anchorDay: number;
  /** Of a case that counts from a leaving nobody recorded: the last day of the longest stay. */
  stayEnd: number;
  opens: number;
  due: number;
  done: number;
  /** Positions of what decided it: the doing, the excuse, the part looked at. */
  doneAt: number;
}

/** A record with nothing in it yet. */
export function noCase(number: number): Case {
  return {
    number,
    anchorAt: -1,
    anchorDay: NEVER,
    stayEnd: NEVER,
    opens: -NEVER,
    due: NEVER,
    done: NEVER,
    doneAt: -1,
  };
}

/** Takes each case of a requirement with its outcome, in order. */
export type Emit = (code: Code, found: Case, facts: Facts) => void;

/** Assesses one requirement on one journey. */
export type Assess = (facts: Facts, emit: Emit) => void;

/** Why nobody can tell whether some events happened: a record cannot be read, or the data has none; undefined where one can. */
export function whyUncertain(
  events: Pick<Matches, "isUnreadable" | "isNotRecorded"> | undefined,
  facts: Facts,
): Code | undefined {
  if (events?.isUnreadable(facts)) return MISSING_DATA;
  return events?.isNotRecorded(facts) ? NOT_RECORDED : undefined;
}

/** What a line comes to: a verdict, or `not-scored` when the requirement has no target. */
export type LineVerdict = Verdict | "not-scored";

export const LINE_VERDICTS = [...VERDICTS, "not-scored"] as const satisfies readonly LineVerdict[];

/** As the verdicts of many lines are listed and counted. */
export const WORST_LINES_FIRST: readonly LineVerdict[] = [
  "not-met",
  "pending",
  "undetermined",
  "met",
  "not-scored",
  "not-applicable",
];
