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
  ...esfStart(ids.startForm),
  ...esfEnd(ids.endForm),
  ...monthly(ids, "the response is recorded in writing and the response is kept for review"),
];
