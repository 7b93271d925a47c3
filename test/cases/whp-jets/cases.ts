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
  backlogShare: "css-2/backlog-share",
  backlogAge: "css-3/backlog-age",
  appointment: "css-5/appointment",
  prapUpdate: "css-5/prap-update",
  standardsProvided: "css-6/standards-provided",
  explored: "css-7/explored",
  contact: "css-8/contact",
  followUp: "css-9/follow-up",
  contents: "css-10/contents",
  beforeLeaving: "css-10/before-leaving",
  kept: "css-10/kept",
  startForm: "css-11/start-form",
  endForm: "css-12/end-form",
  asked: "css-13/asked",
  templateA: "css-13/template-a",
  responsesKept: "css-13/responses-kept",
  templateB: "css-14/template-b",
};

/** Received Monday 1 March 2021: two working days later is Wednesday 3 March. */
const contacted: RuleCase[] = [
  {
    says: "contacted on the second working day",
    of: "css-4/contacted",
    when: "referral-received 2021-03-01, contacted 2021-03-03",
    asAt: "2021-03-31",
    expect: "met",
    sentence:
      "Referral received Mon 1 Mar 2021. Two working days later is Wed 3 Mar 2021. Contacted Wed 3 Mar 2021: met, on the last day.",
    dueOn: "2021-03-03",
  },
  {
    says: "contacted on the third",
    of: "css-4/contacted",
    when: "referral-received 2021-03-01, contacted 2021-03-04",
    asAt: "2021-03-31",
    expect: "not-met: late",
    sentence:
      "Referral received Mon 1 Mar 2021. Two working days later is Wed 3 Mar 2021. Contacted Thu 4 Mar 2021: not met, one working day late.",
    dueOn: "2021-03-03",
  },
  {
    says: "an attempt is not contact",
    of: "css-4/contacted",
    when: "referral-received 2021-03-01, contact-attempted 2021-03-03",
    asAt: "2021-03-31",
    expect: "not-met: not-done",
  },
];

/** Started Monday 1 March 2021: 2–5 are 1–4, 8–12 are 5–9, Monday 15 is 10. */
const plan: RuleCase[] = [
  {
    says: "finalised on the tenth working day after the start",
    of: "css-7/finalised",
    when: "referral-received 2021-02-22, started 2021-03-01, action-plan-finalised 2021-03-15",
    asAt: "2021-03-31",
    expect: "met",
    sentence:
      "Started Mon 1 Mar 2021. Ten working days later is Mon 15 Mar 2021 (two weekends do not count). Action plan finalised Mon 15 Mar 2021: met, on the last day.",
    dueOn: "2021-03-15",
    anchorOn: "2021-03-01",
  },
  {
    says: "finalised on the eleventh",
    of: "css-7/finalised",
    when: "referral-received 2021-02-22, started 2021-03-01, action-plan-finalised 2021-03-16",
    asAt: "2021-03-31",
    expect: "not-met: late",
    sentence:
      "Started Mon 1 Mar 2021. Ten working days later is Mon 15 Mar 2021 (two weekends do not count). Action plan finalised Tue 16 Mar 2021: not met, one working day late.",
    dueOn: "2021-03-15",
  },
  {
    says: "finalised before the start",
    of: "css-7/finalised",
    when: "referral-received 2021-02-22, action-plan-finalised 2021-02-26, started 2021-03-01",
    asAt: "2021-03-31",
    expect: "met",
  },
  {
    says: "who never starts owes no plan",
    of: "css-7/finalised",
    when: "referral-received 2021-02-22",
    asAt: "2021-03-31",
    expect: "not-applicable: clock-never-started",
  },
  {
    says: "leaving before it is due excuses it",
    of: "css-7/finalised",
    when: "referral-received 2021-02-22, started 2021-03-01, left 2021-03-12",
    asAt: "2021-03-31",
    expect: "not-applicable: excused",
  },
  {
    says: "under the other reading it is still owed",
    of: "css-7/finalised",
    when: "referral-received 2021-02-22, started 2021-03-01, left 2021-03-12",
    asAt: "2021-03-31",
    readings: { "leaving-excuses": "still-owed" },
    expect: "not-met: not-done",
    dueOn: "2021-03-15",
  },
];

const inWork: RuleCase[] = [
  {
    says: "JETS has no standard for contact in work: the clock runs on",
    of: "css-8/contact",
    when: "referral-received 2021-02-22, started 2021-03-01, job-started 2021-03-08",
    asAt: "2021-03-16",
    expect: "not-met: not-done",
    dueOn: "2021-03-15",
  },
  {
    says: "under the other reading it stops",
    of: "css-8/contact",
    when: "referral-received 2021-02-22, started 2021-03-01, job-started 2021-03-08",
    asAt: "2021-03-16",
    readings: { "stops-while-in-work": "yes" },
    expect: "not-applicable: stopped",
  },
];

const reference: RuleCase[] = [
  {
    says: "read literally, CSS 2 looks at acknowledging only",
    of: "css-2/backlog-share",
    when: "referral-received 2021-03-01, referral-acknowledged 2021-03-03",
    asAt: "2021-03-31",
    readings: { "jets-backlog-reference": "literal" },
    expect: "met",
  },
];

/**
 * Started Tuesday 1 June 2021; 182 days later is Tuesday 30 November. Contacts fall due on 15 and 29 June, 13 and 27
 * July, 10 and 24 August, 8 (after the bank holiday of 30 August) and 22 September, 6 and 20 October, 3 and 17
 * November, 1 December.
 */
const STAYS = "referral-received 2021-05-17, started 2021-06-01";
const stay: RuleCase[] = [
  {
    says: "a contact due before the longest stay ended was missed",
    of: ids.contact,
    at: 12,
    when: STAYS,
    asAt: "2021-12-15",
    expect: "not-met: not-done",
    dueOn: "2021-11-17",
  },
  {
    says: "of one due after it nobody knows, while no leaving is recorded",
    of: ids.contact,
    at: 13,
    when: STAYS,
    asAt: "2021-12-15",
    expect: "undetermined: leaving-not-recorded",
    sentence:
      "The contact before was due Wed 17 Nov 2021. Ten working days later is Wed 1 Dec 2021 (two weekends do not count). No leaving date is recorded, and the longest stay ended Tue 30 Nov 2021: undetermined.",
    dueOn: "2021-12-01",
  },
  {
    says: "on the last day of the longest stay it is still open",
    of: ids.contact,
    at: 13,
    when: STAYS,
    asAt: "2021-11-30",
    expect: "pending: not-yet-due",
    dueOn: "2021-12-01",
  },
  {
    says: "a meeting missed in time for a follow-up within the stay",
    of: ids.followUp,
    when: `${STAYS}, meeting-missed 2021-11-26`,
    asAt: "2021-12-15",
    expect: "not-met: not-done",
    dueOn: "2021-11-30",
  },
  {
    says: "one whose follow-up falls due after it",
    of: ids.followUp,
    when: `${STAYS}, meeting-missed 2021-11-29`,
    asAt: "2021-12-15",
    expect: "undetermined: leaving-not-recorded",
    dueOn: "2021-12-01",
  },
  {
    says: "no exit report is owed on the last day of the longest stay",
    of: ids.beforeLeaving,
    when: STAYS,
    asAt: "2021-11-30",
    expect: "not-applicable: clock-never-started",
  },
  {
    says: "from the next day on nobody knows",
    of: ids.beforeLeaving,
    when: STAYS,
    asAt: "2021-12-01",
    expect: "undetermined: leaving-not-recorded",
    sentence: "No leaving date is recorded, and the longest stay ended Tue 30 Nov 2021: undetermined.",
    dueOn: "2021-11-30",
  },
  {
    says: "but someone in work that day is owed none",
    of: ids.beforeLeaving,
    when: `${STAYS}, job-started 2021-09-01`,
    asAt: "2021-12-01",
    expect: "not-applicable: condition",
  },
  {
    says: "nor is its content looked for",
    of: "css-10/contents",
    when: `${STAYS}, job-started 2021-09-01`,
    asAt: "2021-12-01",
    expect: "not-applicable: condition",
  },
  {
    says: "unless out of work: then nobody knows of the content either",
    of: "css-10/contents",
    when: STAYS,
    asAt: "2021-12-01",
    expect: "undetermined: leaving-not-recorded",
  },
  {
    says: "nor of the ESF end form",
    of: "css-12/end-form",
    when: STAYS,
    asAt: "2021-12-01",
    expect: "undetermined: leaving-not-recorded",
    dueOn: "2022-01-25",
  },
];

/**
 * Of the same person who left early, on Friday 1 October 2021: eight weeks later is Friday 26 November. Eight weeks
 * after the last day of the longest stay, Tuesday 30 November, is Tuesday 25 January 2022.
 */
const LEFT = `${STAYS}, left 2021-10-01`;
const endOfStay = { "completion-date": "end-of-stay" };
const completion: RuleCase[] = [
  {
    says: "completion being leaving, eight weeks from then",
    of: ids.endForm,
    when: `${LEFT}, esf-end-form-sent 2021-11-26`,
    asAt: "2022-01-31",
    expect: "met",
    sentence:
      "Left Fri 1 Oct 2021. Eight weeks later is Fri 26 Nov 2021. ESF end form sent Fri 26 Nov 2021: met, on the last day.",
    dueOn: "2021-11-26",
  },
  {
    says: "completion being leaving, a day more",
    of: ids.endForm,
    when: `${LEFT}, esf-end-form-sent 2021-11-27`,
    asAt: "2022-01-31",
    expect: "not-met: late",
    sentence:
      "Left Fri 1 Oct 2021. Eight weeks later is Fri 26 Nov 2021. ESF end form sent Sat 27 Nov 2021: not met, one day late.",
    dueOn: "2021-11-26",
  },
  {
    says: "completion being the end of the stay, eight weeks from then, however early somebody left",
    of: ids.endForm,
    when: `${LEFT}, esf-end-form-sent 2022-01-25`,
    asAt: "2022-01-31",
    readings: endOfStay,
    expect: "met",
    sentence:
      "Longest stay ended Tue 30 Nov 2021. Eight weeks later is Tue 25 Jan 2022. ESF end form sent Tue 25 Jan 2022: met, on the last day.",
    dueOn: "2022-01-25",
  },
  {
    says: "completion being the end of the stay, a day more",
    of: ids.endForm,
    when: `${LEFT}, esf-end-form-sent 2022-01-26`,
    asAt: "2022-01-31",
    readings: endOfStay,
    expect: "not-met: late",
    sentence:
      "Longest stay ended Tue 30 Nov 2021. Eight weeks later is Tue 25 Jan 2022. ESF end form sent Wed 26 Jan 2022: not met, one day late.",
    dueOn: "2022-01-25",
  },
  {
    says: "a form sent when somebody left, before the end of the stay, counts as well",
    of: ids.endForm,
    when: `${LEFT}, esf-end-form-sent 2021-10-01`,
    asAt: "2022-01-31",
    readings: endOfStay,
    expect: "met",
    dueOn: "2022-01-25",
  },
  {
    says: "on the last day of the stay its clock starts",
    of: ids.endForm,
    when: STAYS,
    asAt: "2021-11-30",
    readings: endOfStay,
    expect: "pending: not-yet-due",
    dueOn: "2022-01-25",
    anchorOn: "2021-11-30",
  },
  {
    says: "the day before it has not started",
    of: ids.endForm,
    when: STAYS,
    asAt: "2021-11-29",
    readings: endOfStay,
    expect: "not-applicable: clock-never-started",
    sentence: "What this looks at has not happened: not applicable.",
  },
  {
    says: "no leaving need be recorded",
    of: ids.endForm,
    when: STAYS,
    asAt: "2022-01-26",
    readings: endOfStay,
    expect: "not-met: not-done",
    dueOn: "2022-01-25",
  },
];

/** Every testable part of 001 ¶38, on both sides of its threshold. */
export const cases: RuleCase[] = [
  ...acknowledgement(ids.acknowledged),
  ...backlog(ids),
  ...reference,
  ...contacted,
  ...firstContact(ids),
  ...standardsGiven(ids.standardsProvided),
  ...plan,
  ...explored(ids.explored),
  ...regularContact(ids.contact),
  ...inWork,
  ...missedMeeting(ids.followUp),
  ...exitReport(ids),
  ...stay,
  ...completion,
  ...esfStart(ids.startForm),
  ...esfEnd(ids.endForm),
  ...monthly(ids, "the response is recorded in writing and the response is kept for review", [
    "recorded",
    "kept",
  ]),
];
