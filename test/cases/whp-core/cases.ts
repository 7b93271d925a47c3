import type { RuleCase } from "../case.js";
import {
  acknowledgement,
  backlog,
  explored,
  firstContact,
  missedMeeting,
  regularContact,
  type SharedIds,
  standardsGiven,
} from "../whp.js";
import { esfEnd, esfStart, exitReport, monthly } from "../whp-leaving.js";

const ids: SharedIds = {
  acknowledged: "css-1/acknowledged",
  appointment: "css-3/appointment",
  prapUpdate: "css-3/prap-update",
  backlogShare: "css-4/backlog-share",
  backlogAge: "css-5/backlog-age",
  standardsProvided: "css-6/standards-provided",
  explored: "css-7/explored",
  contact: "css-8/contact",
  followUp: "css-9/follow-up",
  contents: "css-12/contents",
  beforeLeaving: "css-12/before-leaving",
  kept: "css-12/kept",
  startForm: "css-13/start-form",
  endForm: "css-14/end-form",
  asked: "css-15/asked",
  templateA: "css-15/template-a",
  responsesKept: "css-15/responses-kept",
  templateB: "css-16/template-b",
};

/** Received Monday 1 March 2021: two working days later is Wednesday 3 March. */
const attempt: RuleCase[] = [
  {
    says: "an attempt on the second working day is enough",
    of: "css-2/contact-attempted",
    when: "referral-received 2021-03-01, contact-attempted 2021-03-03",
    asAt: "2021-03-31",
    expect: "met",
    sentence:
      "Referral received Mon 1 Mar 2021. Two working days later is Wed 3 Mar 2021. Contact attempted Wed 3 Mar 2021: met, on the last day.",
    dueOn: "2021-03-03",
  },
  {
    says: "an attempt on the third is late",
    of: "css-2/contact-attempted",
    when: "referral-received 2021-03-01, contact-attempted 2021-03-04",
    asAt: "2021-03-31",
    expect: "not-met: late",
    sentence:
      "Referral received Mon 1 Mar 2021. Two working days later is Wed 3 Mar 2021. Contact attempted Thu 4 Mar 2021: not met, one working day late.",
    dueOn: "2021-03-03",
  },
  {
    says: "contact includes an attempt",
    of: "css-2/contact-attempted",
    when: "referral-received 2021-03-01, contacted 2021-03-03",
    asAt: "2021-03-31",
    expect: "met",
  },
];

/** Received Monday 1 March 2021: 22 March is the 15th working day, Monday 29 the 20th. */
const plan: RuleCase[] = [
  {
    says: "finalised on the 20th working day after receipt",
    of: "css-7/finalised",
    when: "referral-received 2021-03-01, started 2021-03-22, action-plan-finalised 2021-03-29",
    asAt: "2021-04-30",
    expect: "met",
    sentence:
      "Referral received Mon 1 Mar 2021. 20 working days later is Mon 29 Mar 2021 (four weekends do not count). Action plan finalised Mon 29 Mar 2021: met, on the last day.",
    dueOn: "2021-03-29",
    anchorOn: "2021-03-01",
  },
  {
    says: "finalised on the 21st",
    of: "css-7/finalised",
    when: "referral-received 2021-03-01, started 2021-03-22, action-plan-finalised 2021-03-30",
    asAt: "2021-04-30",
    expect: "not-met: late",
    sentence:
      "Referral received Mon 1 Mar 2021. 20 working days later is Mon 29 Mar 2021 (four weekends do not count). Action plan finalised Tue 30 Mar 2021: not met, one working day late.",
    dueOn: "2021-03-29",
  },
  {
    says: "a late start does not move the date",
    of: "css-7/finalised",
    when: "referral-received 2021-03-01, started 2021-04-12, action-plan-finalised 2021-04-13",
    asAt: "2021-04-30",
    expect: "not-met: late",
    dueOn: "2021-03-29",
  },
  {
    says: "as long as neither a start nor a non-start is known it is open",
    of: "css-7/finalised",
    when: "referral-received 2021-03-01",
    asAt: "2021-04-30",
    expect: "pending: not-yet-due",
  },
  {
    says: "with a non-start it does not apply",
    of: "css-7/finalised",
    when: "referral-received 2021-03-01, prap-updated 2021-03-22 status=did-not-start",
    asAt: "2021-04-30",
    expect: "not-applicable: condition",
  },
  {
    says: "a start after a no-show brings it back",
    of: "css-7/finalised",
    when: "referral-received 2021-03-01, prap-updated 2021-03-15 status=did-not-attend, started 2021-03-22, action-plan-finalised 2021-03-29",
    asAt: "2021-04-30",
    expect: "met",
  },
  {
    says: "under the other reading it binds for everyone",
    of: "css-7/finalised",
    when: "referral-received 2021-03-01, prap-updated 2021-03-22 status=did-not-start",
    asAt: "2021-03-30",
    readings: { "never-started-plan": "binds" },
    expect: "not-met: not-done",
    dueOn: "2021-03-29",
  },
];

const stopsInWork: RuleCase[] = [
  {
    says: "in work, CSS 11 takes over",
    of: "css-8/contact",
    when: "referral-received 2021-02-22, started 2021-03-01, job-started 2021-03-08",
    asAt: "2021-03-31",
    expect: "not-applicable: stopped",
  },
  {
    // The job ends on Mon 15 March; ten working days later is Mon 29.
    says: "when the job ends the clock starts afresh",
    of: "css-8/contact",
    when: "referral-received 2021-02-22, started 2021-03-01, job-started 2021-03-08, job-ended 2021-03-15",
    asAt: "2021-03-30",
    at: 2,
    expect: "not-met: not-done",
    dueOn: "2021-03-29",
  },
  {
    says: "under the other reading both clocks run",
    of: "css-8/contact",
    when: "referral-received 2021-02-22, started 2021-03-01, job-started 2021-03-08",
    asAt: "2021-03-16",
    readings: { "stops-while-in-work": "no" },
    expect: "not-met: not-done",
    dueOn: "2021-03-15",
  },
];

const AGREED = "referral-received 2021-05-17, started 2021-06-07";

/**
 * The job starts Monday 5 July 2021: ten working days later is Monday 19 July, twenty is Monday 2 August. It
 * ends Monday 12 July: ten later is Monday 26 July, twenty is Monday 9 August.
 */
const twoFrequencies: RuleCase[] = [
  {
    says: "what was agreed before work was agreed for booked meetings",
    of: "css-11/in-work-contact",
    when: `${AGREED}, contact-frequency-agreed 2021-06-07 workingDays=20, in-work-needs-attempted 2021-07-02, job-started 2021-07-05`,
    asAt: "2021-07-30",
    expect: "not-met: not-done",
    sentence:
      "Job started Mon 5 Jul 2021. Ten working days later is Mon 19 Jul 2021 (two weekends do not count). No attempt at contact by then: not met.",
    dueOn: "2021-07-19",
  },
  {
    says: "agreed for contact in work before the job, it counts in work",
    of: "css-11/in-work-contact",
    when: `${AGREED}, contact-frequency-agreed 2021-06-07 workingDays=20 for=in-work, job-started 2021-07-05`,
    asAt: "2021-07-30",
    expect: "pending: not-yet-due",
    dueOn: "2021-08-02",
  },
  {
    says: "agreed for contact in work, missed the day after it was due",
    of: "css-11/in-work-contact",
    when: `${AGREED}, contact-frequency-agreed 2021-06-07 workingDays=20 for=in-work, job-started 2021-07-05`,
    asAt: "2021-08-03",
    expect: "not-met: not-done",
    sentence:
      "Job started Mon 5 Jul 2021. 20 working days later, as agreed Mon 7 Jun 2021, is Mon 2 Aug 2021 (four weekends do not count). No attempt at contact by then: not met.",
    dueOn: "2021-08-02",
  },
  {
    says: "the day a job begins is in work",
    of: "css-11/in-work-contact",
    when: `${AGREED}, job-started 2021-07-05, contact-frequency-agreed 2021-07-05 workingDays=20`,
    asAt: "2021-07-30",
    expect: "pending: not-yet-due",
    dueOn: "2021-08-02",
  },
  {
    says: "and so in whatever order the two of that day were written down",
    of: "css-11/in-work-contact",
    when: `${AGREED}, contact-frequency-agreed 2021-07-05 workingDays=20, job-started 2021-07-05`,
    asAt: "2021-07-30",
    expect: "pending: not-yet-due",
    dueOn: "2021-08-02",
  },
  {
    says: "what was agreed in work does not reach booked meetings after it",
    of: "css-8/contact",
    when: `${AGREED}, job-started 2021-07-05, contact-frequency-agreed 2021-07-05 workingDays=20, job-ended 2021-07-12`,
    asAt: "2021-07-30",
    // Contacts were due on 21 June and on 5 July before that.
    at: 3,
    expect: "not-met: not-done",
    dueOn: "2021-07-26",
  },
  {
    says: "agreed in work and said to be for booked meetings, it does",
    of: "css-8/contact",
    when: `${AGREED}, contacted 2021-06-21, contacted 2021-07-02, job-started 2021-07-05, contact-frequency-agreed 2021-07-06 workingDays=20 for=booked-meetings, job-ended 2021-07-12`,
    asAt: "2021-07-30",
    at: 4,
    expect: "pending: not-yet-due",
    dueOn: "2021-08-09",
  },
];

const BEFORE_JOB = "referral-received 2021-02-22, started 2021-03-01";

/** The job starts Tuesday 6 April 2021. */
const needs: RuleCase[] = [
  {
    says: "attempted the day before",
    of: "css-10/needs-discussed",
    when: `${BEFORE_JOB}, in-work-needs-attempted 2021-04-05, job-started 2021-04-06`,
    asAt: "2021-04-30",
    expect: "met",
    sentence: "Job started Tue 6 Apr 2021. Talk about in-work needs attempted Mon 5 Apr 2021: met.",
    dueOn: "2021-04-06",
  },
  {
    says: "attempted that day: a person must look",
    of: "css-10/needs-discussed",
    when: `${BEFORE_JOB}, in-work-needs-attempted 2021-04-06, job-started 2021-04-06`,
    asAt: "2021-04-30",
    expect: "undetermined: needs-review",
    sentence:
      "Job started Tue 6 Apr 2021. Talk about in-work needs attempted Tue 6 Apr 2021. A person must look: whether the same day was in time. Nobody has attested it: undetermined.",
  },
  {
    says: "attempted the day after",
    of: "css-10/needs-discussed",
    when: `${BEFORE_JOB}, in-work-needs-attempted 2021-04-07, job-started 2021-04-06`,
    asAt: "2021-04-30",
    expect: "not-met: late",
    dueOn: "2021-04-06",
  },
  {
    says: "never attempted; an ordinary contact is not such a talk",
    of: "css-10/needs-discussed",
    when: `${BEFORE_JOB}, contacted 2021-04-01, job-started 2021-04-06`,
    asAt: "2021-04-30",
    expect: "not-met: not-done",
    sentence: "Job started Tue 6 Apr 2021. No attempt to talk about in-work needs by then: not met.",
  },
  {
    says: "still open on the day the job starts",
    of: "css-10/needs-discussed",
    when: `${BEFORE_JOB}, job-started 2021-04-06`,
    asAt: "2021-04-06",
    expect: "pending: not-yet-due",
  },
  {
    says: "the same day counts, under that reading",
    of: "css-10/needs-discussed",
    when: `${BEFORE_JOB}, in-work-needs-discussed 2021-04-06, job-started 2021-04-06`,
    asAt: "2021-04-30",
    readings: { "ahead-of-job-start": "same-day-counts" },
    expect: "met",
  },
  {
    says: "the same day is too late, under the strict one",
    of: "css-10/needs-discussed",
    when: `${BEFORE_JOB}, in-work-needs-discussed 2021-04-06, job-started 2021-04-06`,
    asAt: "2021-04-30",
    readings: { "ahead-of-job-start": "strictly-before" },
    expect: "not-met: late",
    dueOn: "2021-04-05",
  },
  {
    says: "each job wants its own talk",
    of: "css-10/needs-discussed",
    when: `${BEFORE_JOB}, in-work-needs-attempted 2021-03-12, job-started 2021-03-15, job-ended 2021-03-26, job-started 2021-04-06`,
    asAt: "2021-04-30",
    at: 2,
    expect: "not-met: not-done",
  },
  {
    says: "a job before the programme is none of its business",
    of: "css-10/needs-discussed",
    when: "referral-received 2021-02-22, job-started 2021-02-24",
    asAt: "2021-04-30",
    expect: "not-applicable: condition",
  },
];

/** The job starts Wednesday 1 September 2021: 2, 3 are 1, 2; 6–10 are 3–7; 13, 14, 15 are 8, 9, 10. */
const inWork: RuleCase[] = [
  {
    says: "an attempt on the tenth working day",
    of: "css-11/in-work-contact",
    when: "referral-received 2021-08-09, started 2021-08-16, job-started 2021-09-01, contact-attempted 2021-09-15",
    asAt: "2021-09-20",
    expect: "met",
    sentence:
      "Job started Wed 1 Sep 2021. Ten working days later is Wed 15 Sep 2021 (two weekends do not count). Contact attempted Wed 15 Sep 2021: met, on the last day.",
    dueOn: "2021-09-15",
    anchorOn: "2021-09-01",
  },
  {
    says: "an attempt on the eleventh",
    of: "css-11/in-work-contact",
    when: "referral-received 2021-08-09, started 2021-08-16, job-started 2021-09-01, contact-attempted 2021-09-16",
    asAt: "2021-09-20",
    expect: "not-met: late",
    sentence:
      "Job started Wed 1 Sep 2021. Ten working days later is Wed 15 Sep 2021 (two weekends do not count). Contact attempted Thu 16 Sep 2021: not met, one working day late.",
    dueOn: "2021-09-15",
  },
  {
    says: "a job that was there before the start is supported from the start",
    of: "css-11/in-work-contact",
    when: "referral-received 2021-08-09, job-started 2021-08-12, started 2021-09-01, contacted 2021-09-15",
    asAt: "2021-09-20",
    expect: "met",
    dueOn: "2021-09-15",
    anchorOn: "2021-09-01",
  },
  {
    says: "leaving ends it, though the job goes on",
    of: "css-11/in-work-contact",
    when: "referral-received 2021-08-09, started 2021-08-16, job-started 2021-09-01, left 2021-09-10",
    asAt: "2021-09-30",
    expect: "not-applicable: state-ended",
  },
  {
    says: "someone who never starts is no participant",
    of: "css-11/in-work-contact",
    when: "referral-received 2021-08-09, job-started 2021-08-12",
    asAt: "2021-09-30",
    expect: "not-applicable: clock-never-started",
  },
];

const JOB_ENDED =
  "referral-received 2020-12-07, started 2020-12-14, job-started 2021-02-01, job-ended 2021-03-22 known=2021-03-25";

/**
 * Found out Thursday 25 March 2021: 26 is 1, 29–31 are 2–4, 1 April is 5, 6–9 are 6–9, Monday 12 is 10.
 * Back at the Jobcentre on Monday 29: 30, 31 are 1, 2, 1 April is 3, 6–9 are 4–7, 12–14 are 8–10.
 */
const afterJob: RuleCase[] = [
  {
    says: "given on the tenth working day after finding out",
    of: "css-12/after-job-end",
    when: `${JOB_ENDED}, returned-to-jobcentre 2021-03-24, exit-report-provided 2021-04-12`,
    asAt: "2021-04-30",
    expect: "met",
    sentence:
      "Job ended Mon 22 Mar 2021, known Thu 25 Mar 2021. Ten working days later is Mon 12 Apr 2021 (three weekends, Good Friday and Easter Monday do not count). Exit report given Mon 12 Apr 2021: met, on the last day.",
    dueOn: "2021-04-12",
  },
  {
    says: "given on the eleventh",
    of: "css-12/after-job-end",
    when: `${JOB_ENDED}, returned-to-jobcentre 2021-03-22, exit-report-provided 2021-04-13`,
    asAt: "2021-04-30",
    expect: "not-met: late",
    sentence:
      "Job ended Mon 22 Mar 2021, known Thu 25 Mar 2021. Ten working days later is Mon 12 Apr 2021 (three weekends, Good Friday and Easter Monday do not count). Exit report given Tue 13 Apr 2021: not met, one working day late.",
    dueOn: "2021-04-12",
  },
  {
    says: "given on the tenth working day after a return that came later",
    of: "css-12/after-job-end",
    when: `${JOB_ENDED}, returned-to-jobcentre 2021-03-29, exit-report-provided 2021-04-14`,
    asAt: "2021-04-30",
    expect: "met",
    sentence:
      "Job ended Mon 22 Mar 2021, known Thu 25 Mar 2021. Returned to the Jobcentre Mon 29 Mar 2021. Ten working days later is Wed 14 Apr 2021 (Good Friday, two weekends and Easter Monday do not count). Exit report given Wed 14 Apr 2021: met, on the last day.",
    dueOn: "2021-04-14",
  },
  {
    says: "given on the eleventh after it",
    of: "css-12/after-job-end",
    when: `${JOB_ENDED}, returned-to-jobcentre 2021-03-29, exit-report-provided 2021-04-15`,
    asAt: "2021-04-30",
    expect: "not-met: late",
    dueOn: "2021-04-14",
  },
  {
    says: "counted from finding out all the same, under that reading",
    of: "css-12/after-job-end",
    when: `${JOB_ENDED}, returned-to-jobcentre 2021-03-29, exit-report-provided 2021-04-14`,
    asAt: "2021-04-30",
    readings: { "job-end-return": "established" },
    expect: "not-met: late",
    dueOn: "2021-04-12",
  },
  {
    says: "someone who does not return to the Jobcentre gets none",
    of: "css-12/after-job-end",
    when: JOB_ENDED,
    asAt: "2021-04-30",
    expect: "not-applicable: condition",
  },
  {
    says: "nor someone who was there before the job ended, and not since",
    of: "css-12/after-job-end",
    when: "referral-received 2021-01-11, started 2021-01-18, returned-to-jobcentre 2021-03-01, job-started 2021-06-07, job-ended 2021-07-05",
    asAt: "2021-08-30",
    expect: "not-applicable: condition",
    sentence:
      'Job ended Mon 5 Jul 2021. Ten working days later is Mon 19 Jul 2021 (two weekends do not count). This applies only once "returned to the Jobcentre" is recorded on or after that day and before the next "job started" (returned to the Jobcentre Mon 1 Mar 2021): not applicable.',
  },
  {
    says: "a job that ended before the start is none of its business",
    of: "css-12/after-job-end",
    when: "referral-received 2021-01-11, job-started 2021-01-04, job-ended 2021-01-15, started 2021-01-18, returned-to-jobcentre 2021-01-20",
    asAt: "2021-08-30",
    expect: "not-applicable: condition",
  },
  {
    says: "leaving in between does not excuse it",
    of: "css-12/after-job-end",
    when: `${JOB_ENDED}, returned-to-jobcentre 2021-03-29, left 2021-04-01`,
    asAt: "2021-04-30",
    expect: "not-met: not-done",
    dueOn: "2021-04-14",
  },
  {
    // From Mon 22 March: 23–26 are 1–4, 29–31 are 5–7, 1 April is 8, 6 is 9, Wed 7 is 10.
    says: "counted from the end itself, under that reading",
    of: "css-12/after-job-end",
    when: `${JOB_ENDED}, returned-to-jobcentre 2021-03-22, exit-report-provided 2021-04-08`,
    asAt: "2021-04-30",
    readings: { "job-end-clock": "ended" },
    expect: "not-met: late",
    dueOn: "2021-04-07",
  },
];

/**
 * Two jobs at once: A from Monday 7 June 2021, B from Monday 14 June; A ends on 21 June, B on Friday 27 August.
 * Back at the Jobcentre on Monday 30 August, a bank holiday: 31 is 1, 1–3 September are 2–4, 6–10 are 5–9, 13 is 10.
 */
const TWO_JOBS =
  "referral-received 2021-01-11, started 2021-01-18, job-started 2021-06-07 id=A, job-started 2021-06-14 id=B, job-ended 2021-06-21 job=A";
const severalJobs: RuleCase[] = [
  {
    says: "the end of one of two jobs is no end of work",
    of: "css-12/after-job-end",
    when: `${TWO_JOBS}, returned-to-jobcentre 2021-06-23`,
    asAt: "2021-08-26",
    expect: "not-applicable: clock-never-started",
    sentence: "Still in work, so the clock never started: not applicable.",
  },
  {
    says: "the end of the last one is",
    of: "css-12/after-job-end",
    when: `${TWO_JOBS}, job-ended 2021-08-27 job=B, returned-to-jobcentre 2021-08-30`,
    asAt: "2021-09-30",
    expect: "not-met: not-done",
    anchorOn: "2021-08-27",
    dueOn: "2021-09-13",
  },
  {
    says: "ends that do not tell which of two jobs leave it undetermined",
    of: "css-12/after-job-end",
    when: "referral-received 2021-01-11, started 2021-01-18, job-started 2021-06-07, job-started 2021-06-14, job-ended 2021-06-21, job-ended 2021-08-27, returned-to-jobcentre 2021-08-30",
    asAt: "2021-09-30",
    expect: "undetermined: missing-data",
    anchorOn: "2021-08-27",
  },
  {
    says: "in-work needs are talked about before the first of two jobs",
    of: "css-10/needs-discussed",
    when: `${TWO_JOBS}, in-work-needs-attempted 2021-06-04`,
    asAt: "2021-08-26",
    expect: "met",
    doneOn: "2021-06-04",
    anchorOn: "2021-06-07",
  },
  {
    // From Mon 7 June: 8–11 are 1–4, 14–18 are 5–9, Mon 21 is 10.
    says: "contact in work goes on while one of two jobs does",
    of: "css-11/in-work-contact",
    when: `${TWO_JOBS}, contacted 2021-06-21`,
    asAt: "2021-06-30",
    expect: "met",
    dueOn: "2021-06-21",
  },
  {
    // From Mon 21 June: 22–25 are 1–4, 28 June to 2 July are 5–9, Mon 5 July is 10.
    says: "after the end of the first as well",
    of: "css-11/in-work-contact",
    at: 2,
    when: `${TWO_JOBS}, contacted 2021-06-21`,
    asAt: "2021-07-06",
    expect: "not-met: not-done",
    dueOn: "2021-07-05",
  },
  {
    says: "a job that begins on the day another ends leaves no gap in work",
    of: "css-12/after-job-end",
    when: "referral-received 2021-01-11, started 2021-01-18, job-started 2021-06-14, job-ended 2021-06-14, job-started 2021-06-07, returned-to-jobcentre 2021-06-23",
    asAt: "2021-08-26",
    expect: "not-applicable: clock-never-started",
  },
  {
    says: "someone in work since before the start is not owed booked meetings",
    of: "css-8/contact",
    when: "job-started 2021-03-20, referral-received 2021-04-01, started 2021-04-12",
    asAt: "2021-06-30",
    expect: "not-applicable: stopped",
    sentence: "Started Mon 12 Apr 2021. Job started Sat 20 Mar 2021, which stops the clock: not applicable.",
    doneOn: "2021-03-20",
  },
  ...["started 2021-03-08, job-started 2021-03-08", "job-started 2021-03-08, started 2021-03-08"].map(
    (when): RuleCase => ({
      says: `whichever of the start and a job of that day is listed first: ${when}`,
      of: "css-8/contact",
      when: `referral-received 2021-03-01, ${when}`,
      asAt: "2021-06-30",
      expect: "not-applicable: stopped",
      sentence: "Started Mon 8 Mar 2021. Job started Mon 8 Mar 2021, which stops the clock: not applicable.",
    }),
  ),
];

/**
 * Started Monday 1 June 2020: 456 days later is Tuesday 31 August 2021, 639 days later Wednesday 2 March 2022.
 */
const STAYS = "referral-received 2020-05-18, started 2020-06-01";
const stay: RuleCase[] = [
  {
    says: "after the longest stay out of work, without a leaving, nobody knows of the exit report",
    of: "css-12/before-leaving",
    when: STAYS,
    asAt: "2021-09-01",
    expect: "undetermined: leaving-not-recorded",
    sentence: "No leaving date is recorded, and the longest stay ended Tue 31 Aug 2021: undetermined.",
  },
  {
    says: "on its last day it is not owed",
    of: "css-12/before-leaving",
    when: STAYS,
    asAt: "2021-08-31",
    expect: "not-applicable: clock-never-started",
  },
  {
    says: "someone in work on that day stays",
    of: "css-12/before-leaving",
    when: `${STAYS}, job-started 2021-08-02`,
    asAt: "2022-03-02",
    expect: "not-applicable: clock-never-started",
  },
  {
    says: "to the end of support in work at the most, and leaves it in work",
    of: "css-12/before-leaving",
    when: `${STAYS}, job-started 2021-08-02`,
    asAt: "2022-03-03",
    expect: "not-applicable: condition",
  },
  {
    says: "or to the end of the job",
    of: "css-12/before-leaving",
    when: `${STAYS}, job-started 2021-08-02, job-ended 2021-10-15`,
    asAt: "2021-10-15",
    expect: "not-applicable: clock-never-started",
  },
  {
    says: "after which nobody knows",
    of: "css-12/before-leaving",
    when: `${STAYS}, job-started 2021-08-02, job-ended 2021-10-15`,
    asAt: "2021-10-16",
    expect: "undetermined: leaving-not-recorded",
    sentence: "No leaving date is recorded, and the longest stay ended Fri 15 Oct 2021: undetermined.",
  },
  {
    // From Mon 18 October: 19–22 are 1–4, 25–29 are 5–9, Mon 1 November is 10.
    says: "the report after a job does not hang on being a participant",
    of: "css-12/after-job-end",
    when: `${STAYS}, job-started 2021-08-02, job-ended 2021-10-15, returned-to-jobcentre 2021-10-18`,
    asAt: "2021-11-30",
    expect: "not-met: not-done",
    dueOn: "2021-11-01",
  },
  {
    says: "whether a job after the longest stay was talked about ahead nobody can ask",
    of: "css-10/needs-discussed",
    when: `${STAYS}, job-started 2021-09-06`,
    asAt: "2021-11-30",
    expect: "undetermined: leaving-not-recorded",
  },
];

/**
 * Eight weeks after the last day of each stay: from Tuesday 31 August 2021, Tuesday 26 October; from Friday 15 October,
 * Friday 10 December; from Wednesday 2 March 2022, Wednesday 27 April.
 */
const endOfStay = { "completion-date": "end-of-stay" };
const completion: RuleCase[] = [
  {
    says: "completion being the end of the stay, eight weeks from then, however early somebody left",
    of: ids.endForm,
    when: `${STAYS}, job-started 2021-02-01, left 2021-03-01, esf-end-form-sent 2021-10-26`,
    asAt: "2022-05-31",
    readings: endOfStay,
    expect: "met",
    sentence:
      "Longest stay ended Tue 31 Aug 2021. Eight weeks later is Tue 26 Oct 2021. ESF end form sent Tue 26 Oct 2021: met, on the last day.",
    dueOn: "2021-10-26",
  },
  {
    says: "completion being the end of the stay, a day more",
    of: ids.endForm,
    when: `${STAYS}, left 2021-03-01, esf-end-form-sent 2021-10-27`,
    asAt: "2022-05-31",
    readings: endOfStay,
    expect: "not-met: late",
    sentence:
      "Longest stay ended Tue 31 Aug 2021. Eight weeks later is Tue 26 Oct 2021. ESF end form sent Wed 27 Oct 2021: not met, one day late.",
    dueOn: "2021-10-26",
  },
  {
    says: "of someone in work on that day, the end of the job",
    of: ids.endForm,
    when: `${STAYS}, job-started 2021-08-02, job-ended 2021-10-15, esf-end-form-sent 2021-12-10`,
    asAt: "2022-05-31",
    readings: endOfStay,
    expect: "met",
    dueOn: "2021-12-10",
  },
  {
    says: "or the last day of support in work",
    of: ids.endForm,
    when: `${STAYS}, job-started 2021-08-02, esf-end-form-sent 2022-04-28`,
    asAt: "2022-05-31",
    readings: endOfStay,
    expect: "not-met: late",
    dueOn: "2022-04-27",
  },
  {
    says: "which has not come while the job lasts",
    of: ids.endForm,
    when: `${STAYS}, job-started 2021-08-02`,
    asAt: "2022-03-01",
    readings: endOfStay,
    expect: "not-applicable: clock-never-started",
  },
  {
    says: "nor on the last day without a job, for someone in work on it",
    of: ids.endForm,
    when: `${STAYS}, job-started 2021-08-31`,
    asAt: "2021-08-31",
    readings: endOfStay,
    expect: "not-applicable: clock-never-started",
  },
];

/** Every testable part of 001 ¶37, on both sides of its threshold. */
export const cases: RuleCase[] = [
  ...acknowledgement(ids.acknowledged),
  ...attempt,
  ...firstContact(ids),
  ...backlog(ids),
  ...standardsGiven(ids.standardsProvided),
  ...plan,
  ...explored(ids.explored),
  ...regularContact(ids.contact),
  ...stopsInWork,
  ...twoFrequencies,
  ...missedMeeting(ids.followUp),
  ...needs,
  ...inWork,
  ...exitReport(ids),
  ...afterJob,
  ...severalJobs,
  ...stay,
  ...completion,
  ...esfStart(ids.startForm),
  ...esfEnd(ids.endForm),
  ...monthly(
    ids,
    "the response is recorded in writing, the response is kept for review and responses are collated by customer group",
    ["recorded", "kept", "split"],
  ),
];

/** Referral made Monday 1 March 2021: the 15th working day is Monday 22 March. */
export const preCovidCases: RuleCase[] = [
  {
    says: "a start on the 15th working day",
    of: "referral-result/started-or-absent",
    when: "referral-made 2021-03-01, referral-received 2021-03-02, started 2021-03-22",
    asAt: "2021-03-31",
    expect: "met",
    sentence:
      "Referral made Mon 1 Mar 2021. 15 working days later is Mon 22 Mar 2021 (three weekends do not count). Started Mon 22 Mar 2021: met, on the last day.",
    dueOn: "2021-03-22",
  },
  {
    says: "a start on the 16th",
    of: "referral-result/started-or-absent",
    when: "referral-made 2021-03-01, referral-received 2021-03-02, started 2021-03-23",
    asAt: "2021-03-31",
    expect: "not-met: late",
    sentence:
      "Referral made Mon 1 Mar 2021. 15 working days later is Mon 22 Mar 2021 (three weekends do not count). Started Tue 23 Mar 2021: not met, one working day late.",
    dueOn: "2021-03-22",
  },
  {
    says: "a non-start is neither a start nor a failure to attend",
    of: "referral-result/started-or-absent",
    when: "referral-made 2021-03-01, prap-updated 2021-03-22 status=did-not-start",
    asAt: "2021-03-31",
    expect: "not-met: not-done",
  },
  {
    says: "recorded on the 15th working day",
    of: "referral-recorded/prap-update",
    when: "referral-made 2021-03-01, prap-updated 2021-03-22 status=did-not-start",
    asAt: "2021-03-31",
    expect: "met",
    sentence:
      "Referral made Mon 1 Mar 2021. 15 working days later is Mon 22 Mar 2021 (three weekends do not count). PRaP updated Mon 22 Mar 2021: met, on the last day.",
  },
  {
    says: "recorded on the 16th",
    of: "referral-recorded/prap-update",
    when: "referral-made 2021-03-01, prap-updated 2021-03-23 status=did-not-start",
    asAt: "2021-03-31",
    expect: "not-met: late",
    sentence:
      "Referral made Mon 1 Mar 2021. 15 working days later is Mon 22 Mar 2021 (three weekends do not count). PRaP updated Tue 23 Mar 2021: not met, one working day late.",
    dueOn: "2021-03-22",
  },
  ...acknowledgement("acknowledgement/acknowledged"),
];
