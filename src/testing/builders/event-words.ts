import { PRAP_STATUSES } from "../../journey/index.js";
import { FLAG, NUMBER, type OptionKind, oneOf, TEXT } from "../../options.js";

/**
 * The builder's words for the kinds of event of the Work and Health Programme, each with the value that may be
 * given by itself, `prapUpdated("+15wd", "did-not-attend")`; `never` for a word without one.
 */
export interface EventWordValues {
  /** The Jobcentre made the referral. */
  readonly referralMade: never;
  /** The Jobcentre sent the referral. */
  readonly referralSent: never;
  /** The referral was received: what distances count from when it comes first. */
  readonly received: never;
  /** The referral was acknowledged in PRaP. */
  readonly acknowledged: never;
  /** Contact was attempted. */
  readonly contactAttempted: never;
  /** The person was contacted. */
  readonly contacted: never;
  /** The initial appointment was held. */
  readonly appointment: never;
  /** PRaP was updated, with its `status`. */
  readonly prapUpdated: "started" | "did-not-attend" | "did-not-start";
  /** The eligibility and referral meeting was held. */
  readonly eligibilityMeeting: never;
  /** The person started. */
  readonly started: never;
  /** A copy of the standards was given. */
  readonly standardsProvided: never;
  /** The action plan was finalised. */
  readonly planFinalised: never;
  /** The action plan was updated. */
  readonly planUpdated: never;
  /** A meeting was missed. */
  readonly meetingMissed: never;
  /** The absence was explained. */
  readonly absenceExplained: never;
  /** A contact every so many `workingDays` was agreed, `for` `"booked-meetings"` or `"in-work"` where that is said. */
  readonly frequencyAgreed: number;
  /** A talk about needs in work was attempted. */
  readonly inWorkNeedsAttempted: never;
  /** Needs in work were talked about. */
  readonly inWorkNeedsDiscussed: never;
  /** A job started, `selfEmployed` or not. */
  readonly jobStarted: boolean;
  /** The job ended. */
  readonly jobEnded: never;
  /** The job outcome was met. */
  readonly outcomeMet: never;
  /** Earnings of so many `pence` were paid. */
  readonly earned: number;
  /** An earnings `milestone` was reached. */
  readonly milestoneReached: "first-earnings" | "1000" | "2000";
  /** The outcome was claimed. */
  readonly outcomeClaimed: never;
  /** The person returned to the Jobcentre. */
  readonly returnedToJobcentre: never;
  /** The person disengaged. */
  readonly disengaged: never;
  /** The person re-engaged. */
  readonly reEngaged: never;
  /** Leaving is expected on that day. */
  readonly leavingExpected: never;
  /** The person left. */
  readonly left: never;
  /** The exit report was given. */
  readonly exitReportProvided: never;
  /** The ESF start form was sent. */
  readonly esfStartFormSent: never;
  /** The ESF end form was sent. */
  readonly esfEndFormSent: never;
  /** A person attested whether a part of a requirement holds: `{ requirement, part, holds, by }`. */
  readonly attested: never;
  /** An event was withdrawn, `of` that id. */
  readonly retracted: string;
}

/** A word of the builder. */
export type EventWord = keyof EventWordValues;

/** What a word writes: the kind of event, and the field that may be given by itself, with what it accepts. */
export type WrittenAs = readonly [
  kind: string,
  short?: { readonly field: string; readonly accepts: OptionKind },
];

const STATUS = oneOf(PRAP_STATUSES);
const MILESTONE = oneOf(["first-earnings", "1000", "2000"]);

/** What each word writes. */
export const eventWords: Readonly<Record<EventWord, WrittenAs>> = {
  referralMade: ["referral-made"],
  referralSent: ["referral-sent"],
  received: ["referral-received"],
  acknowledged: ["referral-acknowledged"],
  contactAttempted: ["contact-attempted"],
  contacted: ["contacted"],
  appointment: ["initial-appointment"],
  prapUpdated: ["prap-updated", { field: "status", accepts: STATUS }],
  eligibilityMeeting: ["eligibility-meeting"],
  started: ["started"],
  standardsProvided: ["standards-provided"],
  planFinalised: ["action-plan-finalised"],
  planUpdated: ["action-plan-updated"],
  meetingMissed: ["meeting-missed"],
  absenceExplained: ["absence-explained"],
  frequencyAgreed: ["contact-frequency-agreed", { field: "workingDays", accepts: NUMBER }],
  inWorkNeedsAttempted: ["in-work-needs-attempted"],
  inWorkNeedsDiscussed: ["in-work-needs-discussed"],
  jobStarted: ["job-started", { field: "selfEmployed", accepts: FLAG }],
  jobEnded: ["job-ended"],
  outcomeMet: ["job-outcome-met"],
  earned: ["earnings", { field: "pence", accepts: NUMBER }],
  milestoneReached: ["milestone-reached", { field: "milestone", accepts: MILESTONE }],
  outcomeClaimed: ["outcome-claimed"],
  returnedToJobcentre: ["returned-to-jobcentre"],
  disengaged: ["disengaged"],
  reEngaged: ["re-engaged"],
  leavingExpected: ["leaving-expected"],
  left: ["left"],
  exitReportProvided: ["exit-report-provided"],
  esfStartFormSent: ["esf-start-form-sent"],
  esfEndFormSent: ["esf-end-form-sent"],
  attested: ["attested"],
  retracted: ["retracted", { field: "of", accepts: TEXT }],
};
