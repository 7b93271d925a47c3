/**
 * The builder's words for the kinds of event of the Work and Health Programme, and the one field that
 * may be given by itself: `prapUpdated("+15wd", "did-not-attend")`.
 */
export const steps = {
  referralMade: ["referral-made"],
  referralSent: ["referral-sent"],
  received: ["referral-received"],
  acknowledged: ["referral-acknowledged"],
  contactAttempted: ["contact-attempted"],
  contacted: ["contacted"],
  appointment: ["initial-appointment"],
  prapUpdated: ["prap-updated", "status"],
  eligibilityMeeting: ["eligibility-meeting"],
  started: ["started"],
  standardsProvided: ["standards-provided"],
  planFinalised: ["action-plan-finalised"],
  planUpdated: ["action-plan-updated"],
  meetingMissed: ["meeting-missed"],
  absenceExplained: ["absence-explained"],
  frequencyAgreed: ["contact-frequency-agreed", "workingDays"],
  inWorkNeedsAttempted: ["in-work-needs-attempted"],
  inWorkNeedsDiscussed: ["in-work-needs-discussed"],
  jobStarted: ["job-started", "selfEmployed"],
  jobEnded: ["job-ended"],
  outcomeMet: ["job-outcome-met"],
  earned: ["earnings", "pence"],
  milestoneReached: ["milestone-reached", "milestone"],
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
