/**
 * The builder's words for the kinds of event of the Work and Health Programme, and the one field that
 * may be given by itself: `prapUpdated("+15wd", "did-not-attend")`.
 */
export const steps = {
  /** The Jobcentre made the referral. */
  referralMade: ["referral-made"],
  /** The Jobcentre sent the referral. */
  referralSent: ["referral-sent"],
  /** The referral was received: what distances count from when it comes first. */
  received: ["referral-received"],
  /** The referral was acknowledged in PRaP. */
  acknowledged: ["referral-acknowledged"],
  /** Contact was attempted. */
  contactAttempted: ["contact-attempted"],
  /** The person was contacted. */
  contacted: ["contacted"],
  /** The initial appointment was held. */
  appointment: ["initial-appointment"],
  /** PRaP was updated, with its `status`. */
  prapUpdated: ["prap-updated", "status"],
  /** The eligibility and referral meeting was held. */
  eligibilityMeeting: ["eligibility-meeting"],
  /** The person started. */
  started: ["started"],
  /** A copy of the standards was given. */
  standardsProvided: ["standards-provided"],
  /** The action plan was finalised. */
  planFinalised: ["action-plan-finalised"],
  /** The action plan was updated. */
  planUpdated: ["action-plan-updated"],
  /** A meeting was missed. */
  meetingMissed: ["meeting-missed"],
  /** The absence was explained. */
  absenceExplained: ["absence-explained"],
  /** A contact every so many `workingDays` was agreed. */
  frequencyAgreed: ["contact-frequency-agreed", "workingDays"],
  /** A talk about needs in work was attempted. */
  inWorkNeedsAttempted: ["in-work-needs-attempted"],
  /** Needs in work were talked about. */
  inWorkNeedsDiscussed: ["in-work-needs-discussed"],
  /** A job started, `selfEmployed` or not. */
  jobStarted: ["job-started", "selfEmployed"],
  /** The job ended. */
  jobEnded: ["job-ended"],
  /** The job outcome was met. */
  outcomeMet: ["job-outcome-met"],
  /** Earnings of so many `pence` were paid. */
  earned: ["earnings", "pence"],
  /** An earnings `milestone` was reached. */
  milestoneReached: ["milestone-reached", "milestone"],
  /** The outcome was claimed. */
  outcomeClaimed: ["outcome-claimed"],
  /** The person returned to the Jobcentre. */
  returnedToJobcentre: ["returned-to-jobcentre"],
  /** The person disengaged. */
  disengaged: ["disengaged"],
  /** The person re-engaged. */
  reEngaged: ["re-engaged"],
  /** Leaving is expected on that day. */
  leavingExpected: ["leaving-expected"],
  /** The person left. */
  left: ["left"],
  /** The exit report was given. */
  exitReportProvided: ["exit-report-provided"],
  /** The ESF start form was sent. */
  esfStartFormSent: ["esf-start-form-sent"],
  /** The ESF end form was sent. */
  esfEndFormSent: ["esf-end-form-sent"],
  /** A person attested whether a part of a requirement holds: `{ requirement, part, holds, by }`. */
  attested: ["attested"],
  /** An event was withdrawn, `of` that id. */
  retracted: ["retracted", "of"],
} as const satisfies Readonly<Record<string, readonly [kind: string, field?: string]>>;

/** The builder's words. */
export type StepName = keyof typeof steps;

type FieldValue = {
  readonly status: "started" | "did-not-attend" | "did-not-start";
  readonly workingDays: number;
  readonly selfEmployed: boolean;
  readonly pence: number;
  readonly milestone: "first-earnings" | "1000" | "2000";
  readonly of: string;
};

/** The value that may stand by itself for a word's one field; none for a word without. */
export type ShortValue<Name extends StepName> = (typeof steps)[Name] extends readonly [string, infer Field]
  ? FieldValue[Field & keyof FieldValue]
  : never;
