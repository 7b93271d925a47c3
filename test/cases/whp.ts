import type { RuleCase } from "./case.js";

/** The requirement ids of rules that WHP Core and WHP JETS share, under their own numbers. */
export interface SharedIds {
  readonly acknowledged: string;
  readonly appointment: string;
  readonly prapUpdate: string;
  readonly backlogShare: string;
  readonly backlogAge: string;
  readonly standardsProvided: string;
  readonly explored: string;
  readonly contact: string;
  readonly followUp: string;
  readonly contents: string;
  readonly beforeLeaving: string;
  readonly kept: string;
  readonly startForm: string;
  readonly endForm: string;
  readonly asked: string;
  readonly templateA: string;
  readonly responsesKept: string;
  readonly templateB: string;
}

/** Received Thursday 1 April 2021: Good Friday 2nd, weekend, Easter Monday 5th; so Tue 6 is 1, Wed 7 is 2. */
export const acknowledgement = (of: string): RuleCase[] => [
  {
    says: "acknowledged on the second working day",
    of,
    when: "referral-received 2021-04-01, referral-acknowledged 2021-04-07",
    asAt: "2021-04-30",
    expect: "met",
    sentence:
      "Referral received Thu 1 Apr 2021. Two working days later is Wed 7 Apr 2021 (Good Friday, the weekend and Easter Monday do not count). Acknowledged Wed 7 Apr 2021: met, on the last day.",
    dueOn: "2021-04-07",
  },
  {
    says: "acknowledged on the third",
    of,
    when: "referral-received 2021-04-01, referral-acknowledged 2021-04-08",
    asAt: "2021-04-30",
    expect: "not-met: late",
    sentence:
      "Referral received Thu 1 Apr 2021. Two working days later is Wed 7 Apr 2021 (Good Friday, the weekend and Easter Monday do not count). Acknowledged Thu 8 Apr 2021: not met, one working day late.",
    dueOn: "2021-04-07",
  },
  {
    says: "still open on the day it is due",
    of,
    when: "referral-received 2021-04-01",
    asAt: "2021-04-07",
    expect: "pending: not-yet-due",
    dueOn: "2021-04-07",
  },
  {
    says: "undone the day after",
    of,
    when: "referral-received 2021-04-01",
    asAt: "2021-04-08",
    expect: "not-met: not-done",
    dueOn: "2021-04-07",
  },
  {
    says: "nothing was received",
    of,
    when: "referral-made 2021-04-01",
    asAt: "2021-04-30",
    expect: "not-applicable: clock-never-started",
  },
  {
    // The day itself is 1, Tue 6 is 2.
    says: "under day-1 the day of receipt is the first",
    of,
    when: "referral-received 2021-04-01, referral-acknowledged 2021-04-07",
    asAt: "2021-04-30",
    readings: { "counting-day": "day-1" },
    expect: "not-met: late",
    dueOn: "2021-04-06",
  },
  {
    // Sun 28 March: Mon 29 is 1, Tue 30 is 2.
    says: "received on a Sunday, counted from the day itself",
    of,
    when: "referral-received 2021-03-28, referral-acknowledged 2021-03-31",
    asAt: "2021-04-30",
    expect: "not-met: late",
    dueOn: "2021-03-30",
  },
  {
    // Counted from Mon 29: Tue 30 is 1, Wed 31 is 2.
    says: "received on a Sunday, counted from the next working day",
    of,
    when: "referral-received 2021-03-28, referral-acknowledged 2021-03-31",
    asAt: "2021-04-30",
    readings: { "receipt-on-non-working-day": "next-working-day" },
    expect: "met",
    dueOn: "2021-03-31",
  },
];

/**
 * Received Monday 1 March 2021. Working days after it: 2–5 are 1–4, 8–12 are 5–9, 15–19 are 10–14,
 * 22 is 15, 23–26 are 16–19, 29 is 20, 30 is 21, 31 is 22, 1 April is 23, Tue 6 is 24, Wed 7 is 25.
 */
export const firstContact = (ids: SharedIds): RuleCase[] => [
  {
    says: "the appointment takes place on the 15th working day",
    of: ids.appointment,
    when: "referral-received 2021-03-01, initial-appointment 2021-03-22",
    asAt: "2021-03-31",
    expect: "met",
    sentence:
      "Referral received Mon 1 Mar 2021. 15 working days later is Mon 22 Mar 2021 (three weekends do not count). Initial appointment held Mon 22 Mar 2021: met, on the last day.",
    dueOn: "2021-03-22",
  },
  {
    says: "the appointment takes place on the 16th",
    of: ids.appointment,
    when: "referral-received 2021-03-01, initial-appointment 2021-03-23",
    asAt: "2021-03-31",
    expect: "not-met: late",
    sentence:
      "Referral received Mon 1 Mar 2021. 15 working days later is Mon 22 Mar 2021 (three weekends do not count). Initial appointment held Tue 23 Mar 2021: not met, one working day late.",
    dueOn: "2021-03-22",
  },
  {
    // Friday 5 March is the second working day after Wednesday 3.
    says: "acknowledged on the Saturday after the last day is late by a day, and by no working day",
    of: ids.acknowledged,
    when: "referral-received 2021-03-03, referral-acknowledged 2021-03-06",
    asAt: "2021-03-31",
    expect: "not-met: late",
    sentence:
      "Referral received Wed 3 Mar 2021. Two working days later is Fri 5 Mar 2021. Acknowledged Sat 6 Mar 2021: not met, one day late.",
    dueOn: "2021-03-05",
  },
  {
    says: "a recorded no-show is no appointment",
    of: ids.appointment,
    when: "referral-received 2021-03-01, prap-updated 2021-03-22 status=did-not-attend",
    asAt: "2021-03-31",
    expect: "not-met: not-done",
    sentence:
      "Referral received Mon 1 Mar 2021. 15 working days later is Mon 22 Mar 2021 (three weekends do not count). No initial appointment by then (off the worklist from Mon 22 Mar 2021: PRaP updated): not met.",
    dueOn: "2021-03-22",
  },
  {
    says: "after a no-show an appointment may still be held in time, though no worklist has it",
    of: ids.appointment,
    when: "referral-received 2021-03-01, prap-updated 2021-03-15 status=did-not-attend",
    asAt: "2021-03-16",
    expect: "pending: not-yet-due",
    sentence:
      "Referral received Mon 1 Mar 2021. 15 working days later is Mon 22 Mar 2021 (three weekends do not count). As at Tue 16 Mar 2021 still open, four working days left (off the worklist from Mon 15 Mar 2021: PRaP updated): pending.",
    dueOn: "2021-03-22",
  },
  {
    says: "PRaP is updated on the 15th working day, with a no-show",
    of: ids.prapUpdate,
    when: "referral-received 2021-03-01, prap-updated 2021-03-22 status=did-not-attend",
    asAt: "2021-03-31",
    expect: "met",
    sentence:
      "Referral received Mon 1 Mar 2021. 15 working days later is Mon 22 Mar 2021 (three weekends do not count). PRaP updated Mon 22 Mar 2021: met, on the last day.",
    dueOn: "2021-03-22",
  },
  {
    says: "PRaP is updated on the 16th",
    of: ids.prapUpdate,
    when: "referral-received 2021-03-01, prap-updated 2021-03-23 status=started",
    asAt: "2021-03-31",
    expect: "not-met: late",
    sentence:
      "Referral received Mon 1 Mar 2021. 15 working days later is Mon 22 Mar 2021 (three weekends do not count). PRaP updated Tue 23 Mar 2021: not met, one working day late.",
    dueOn: "2021-03-22",
  },
];

/** Received Monday 1 March 2021, acknowledged in time; appointment and update are due Monday 22 March. */
export const backlog = (ids: SharedIds): RuleCase[] => [
  {
    says: "the day before it is due, work is not backlog",
    of: ids.backlogShare,
    when: "referral-received 2021-03-01, referral-acknowledged 2021-03-03",
    asAt: "2021-03-21",
    expect: "met",
    sentence:
      "Referral received Mon 1 Mar 2021. Two working days later is Wed 3 Mar 2021: acknowledged Wed 3 Mar 2021. 15 working days after Mon 1 Mar 2021 is Mon 22 Mar 2021 (three weekends do not count): no initial appointment and no PRaP update. Not in backlog as at Sun 21 Mar 2021: met.",
  },
  {
    says: "as at the day it is due, undone work is not overdue yet",
    of: ids.backlogShare,
    when: "referral-received 2021-03-01, referral-acknowledged 2021-03-03",
    asAt: "2021-03-22",
    expect: "met",
  },
  {
    says: "once that day is over, undone work is backlog",
    of: ids.backlogShare,
    when: "referral-received 2021-03-01, referral-acknowledged 2021-03-03",
    asAt: "2021-03-23",
    expect: "not-met: not-done",
    sentence:
      "Referral received Mon 1 Mar 2021. Two working days later is Wed 3 Mar 2021: acknowledged Wed 3 Mar 2021. 15 working days after Mon 1 Mar 2021 is Mon 22 Mar 2021 (three weekends do not count): no initial appointment and no PRaP update. In backlog as at Tue 23 Mar 2021: not met.",
  },
  {
    says: "a no-show recorded that day ends the work",
    of: ids.backlogShare,
    when: "referral-received 2021-03-01, referral-acknowledged 2021-03-03, prap-updated 2021-03-22 status=did-not-attend",
    asAt: "2021-03-22",
    expect: "met",
  },
  {
    says: "a referral never acknowledged is backlog once the second working day is over",
    of: ids.backlogShare,
    when: "referral-received 2021-03-01",
    asAt: "2021-03-04",
    expect: "not-met: not-done",
  },
  {
    says: "under the other test any work undone is backlog",
    of: ids.backlogShare,
    when: "referral-received 2021-03-01, referral-acknowledged 2021-03-03",
    asAt: "2021-03-04",
    readings: { "backlog-test": "any-work-undone" },
    expect: "not-met: not-done",
  },
  {
    says: "an update without an appointment leaves work undone",
    of: ids.backlogShare,
    when: "referral-received 2021-03-01, referral-acknowledged 2021-03-03, prap-updated 2021-03-22 status=started",
    asAt: "2021-03-31",
    expect: "not-met: not-done",
  },
  {
    says: "what PRaP does not show is no backlog work, under update-only",
    of: ids.backlogShare,
    when: "referral-received 2021-03-01, referral-acknowledged 2021-03-03, prap-updated 2021-03-22 status=started",
    asAt: "2021-03-31",
    readings: { "backlog-work": "update-only" },
    expect: "met",
  },
  {
    says: "measured at month ends, 15 April still shows 31 March",
    of: ids.backlogShare,
    when: "referral-received 2021-03-01, referral-acknowledged 2021-03-03, prap-updated 2021-04-01 status=did-not-attend",
    asAt: "2021-04-15",
    readings: { "backlog-moment": "month-end" },
    expect: "not-met: not-done",
  },
  {
    says: "of those received in the month, February's does not count in March",
    of: ids.backlogShare,
    when: "referral-received 2021-02-26",
    asAt: "2021-03-31",
    readings: { "backlog-denominator": "received-in-month" },
    expect: "not-applicable: nothing-to-count",
  },
  {
    says: "of the open ones, finished work does not count",
    of: ids.backlogShare,
    when: "referral-received 2021-03-01, referral-acknowledged 2021-03-03, prap-updated 2021-03-22 status=did-not-attend",
    asAt: "2021-03-31",
    readings: { "backlog-denominator": "open" },
    expect: "not-applicable: nothing-to-count",
  },
  {
    says: "the last work is done on the 25th working day",
    of: ids.backlogAge,
    when: "referral-received 2021-03-01, referral-acknowledged 2021-03-03, prap-updated 2021-04-07 status=did-not-attend",
    asAt: "2021-04-30",
    expect: "met",
    sentence:
      "Referral received Mon 1 Mar 2021. 25 working days later is Wed 7 Apr 2021 (five weekends, Good Friday and Easter Monday do not count). Acknowledged Wed 3 Mar 2021; no initial appointment, and none owed from Wed 7 Apr 2021 (PRaP updated); PRaP updated Wed 7 Apr 2021. Out of backlog Wed 7 Apr 2021: met, on the last day.",
    dueOn: "2021-04-07",
  },
  {
    says: "the last work is done on the 26th",
    of: ids.backlogAge,
    when: "referral-received 2021-03-01, referral-acknowledged 2021-03-03, prap-updated 2021-04-08 status=did-not-attend",
    asAt: "2021-04-30",
    expect: "not-met: late",
    sentence:
      "Referral received Mon 1 Mar 2021. 25 working days later is Wed 7 Apr 2021 (five weekends, Good Friday and Easter Monday do not count). Acknowledged Wed 3 Mar 2021; no initial appointment, and none owed from Thu 8 Apr 2021 (PRaP updated); PRaP updated Thu 8 Apr 2021. Out of backlog Thu 8 Apr 2021: not met, one working day late.",
    dueOn: "2021-04-07",
  },
  {
    // Entered on Wed 3 March, the missed due date of acknowledging: 25 after it are Fri 9 April.
    says: "counted from entering the backlog",
    of: ids.backlogAge,
    when: "referral-received 2021-03-01, referral-acknowledged 2021-04-09, prap-updated 2021-04-09 status=did-not-attend",
    asAt: "2021-04-30",
    readings: { "backlog-age-from": "entering-backlog" },
    expect: "met",
    sentence:
      'Referral received Mon 1 Mar 2021. Two working days later is Wed 3 Mar 2021: acknowledged Fri 9 Apr 2021. 15 working days after Mon 1 Mar 2021 is Mon 22 Mar 2021 (three weekends do not count): no initial appointment, and none owed from Fri 9 Apr 2021 (PRaP updated); PRaP updated Fri 9 Apr 2021. Entering "In backlog" Wed 3 Mar 2021. 25 working days later is Fri 9 Apr 2021 (five weekends, Good Friday and Easter Monday do not count). Out of backlog Fri 9 Apr 2021: met, on the last day.',
    dueOn: "2021-04-09",
  },
];

/** Started Thursday 1 April 2021: one working day later is Tuesday 6 April. */
export const standardsGiven = (of: string): RuleCase[] => [
  {
    says: "the standards are given on the next working day",
    of,
    when: "referral-received 2021-03-22, started 2021-04-01, standards-provided 2021-04-06",
    asAt: "2021-04-30",
    expect: "met",
    sentence:
      "Started Thu 1 Apr 2021. One working day later is Tue 6 Apr 2021 (Good Friday, the weekend and Easter Monday do not count). Standards given Tue 6 Apr 2021: met, on the last day.",
    dueOn: "2021-04-06",
  },
  {
    says: "the standards are given the day after that",
    of,
    when: "referral-received 2021-03-22, started 2021-04-01, standards-provided 2021-04-07",
    asAt: "2021-04-30",
    expect: "not-met: late",
    sentence:
      "Started Thu 1 Apr 2021. One working day later is Tue 6 Apr 2021 (Good Friday, the weekend and Easter Monday do not count). Standards given Wed 7 Apr 2021: not met, one working day late.",
    dueOn: "2021-04-06",
  },
  {
    says: "given before the start they count",
    of,
    when: "referral-received 2021-03-22, standards-provided 2021-03-30, started 2021-04-01",
    asAt: "2021-04-30",
    expect: "met",
    dueOn: "2021-04-06",
  },
  {
    // Started Thu 1 April, left Good Friday: due Tue 6.
    says: "someone who left before the due date is excused",
    of,
    when: "referral-received 2021-03-22, started 2021-04-01, left 2021-04-02",
    asAt: "2021-04-30",
    expect: "not-applicable: excused",
    dueOn: "2021-04-06",
  },
  {
    says: "what the start itself owes stays owed, under that reading",
    of,
    when: "referral-received 2021-03-22, started 2021-04-01, left 2021-04-02",
    asAt: "2021-04-30",
    readings: { "leaving-excuses": "excused-but-for-start-duties" },
    expect: "not-met: not-done",
    dueOn: "2021-04-06",
  },
];

const PLAN = "referral-received 2021-02-22, started 2021-03-01, action-plan-finalised 2021-03-05";

export const explored = (of: string): RuleCase[] => [
  {
    says: "whether the plan was formed together needs a person",
    of,
    when: PLAN,
    asAt: "2021-04-30",
    expect: "undetermined: needs-review",
    sentence:
      "Action plan finalised Fri 5 Mar 2021. A person must look: ambitions, goals and priorities were explored together and personal needs were explored together. Nobody has attested it: undetermined.",
  },
  {
    says: "a person has attested both parts",
    of,
    when: `${PLAN}, attested 2021-04-01 requirement=${of} part=ambitions holds=true by=a-17, attested 2021-04-01 requirement=${of} part=needs holds=true by=a-17`,
    asAt: "2021-04-30",
    expect: "met",
    sentence:
      "Action plan finalised Fri 5 Mar 2021. Attested Thu 1 Apr 2021 that ambitions, goals and priorities were explored together and personal needs were explored together: met.",
  },
  {
    says: "a person found a part missing",
    of,
    when: `${PLAN}, attested 2021-04-01 requirement=${of} part=ambitions holds=true by=a-17, attested 2021-04-01 requirement=${of} part=needs holds=false by=a-17`,
    asAt: "2021-04-30",
    expect: "not-met: part-missing",
    sentence:
      "Action plan finalised Fri 5 Mar 2021. Missing: personal needs were explored together (as attested Thu 1 Apr 2021): not met.",
  },
];

/** Started Monday 1 March 2021: 2–5 are 1–4, 8–12 are 5–9, Mon 15 is 10; ten after the 16th is the 30th. */
export const regularContact = (of: string): RuleCase[] => [
  {
    says: "contact on the tenth working day after the start",
    of,
    when: "referral-received 2021-02-22, started 2021-03-01, contacted 2021-03-15",
    asAt: "2021-03-20",
    expect: "met",
    sentence:
      "Started Mon 1 Mar 2021. Ten working days later is Mon 15 Mar 2021 (two weekends do not count). Contacted Mon 15 Mar 2021: met, on the last day.",
    dueOn: "2021-03-15",
    anchorOn: "2021-03-01",
  },
  {
    says: "contact on the eleventh",
    of,
    when: "referral-received 2021-02-22, started 2021-03-01, contacted 2021-03-16",
    asAt: "2021-03-20",
    expect: "not-met: late",
    sentence:
      "Started Mon 1 Mar 2021. Ten working days later is Mon 15 Mar 2021 (two weekends do not count). Contacted Tue 16 Mar 2021: not met, one working day late.",
    dueOn: "2021-03-15",
  },
  {
    says: "the next contact is due ten working days after the last",
    of,
    when: "referral-received 2021-02-22, started 2021-03-01, contacted 2021-03-16",
    asAt: "2021-03-30",
    // The late contact also makes the contact due on 29 March; from it the clock starts again.
    at: 3,
    expect: "pending: not-yet-due",
    dueOn: "2021-03-30",
  },
  {
    says: "an attempt is no contact",
    of,
    when: "referral-received 2021-02-22, started 2021-03-01, contact-attempted 2021-03-15",
    asAt: "2021-03-16",
    expect: "not-met: not-done",
    dueOn: "2021-03-15",
  },
  {
    // Five after Mon 1 March is Mon 8.
    says: "a frequency agreed with the person replaces the ten",
    of,
    when: "referral-received 2021-02-22, started 2021-03-01, contact-frequency-agreed 2021-03-01 workingDays=5",
    asAt: "2021-03-09",
    expect: "not-met: not-done",
    dueOn: "2021-03-08",
  },
  {
    // Started Mon 1 March, contacted Tue 9: due Mon 15 all the same.
    says: "a frequency agreed at a contact leaves the gap that the contact ends as it was",
    of,
    when: "referral-received 2021-02-22, started 2021-03-01, contact-frequency-agreed 2021-03-09 workingDays=20, contacted 2021-03-09",
    asAt: "2021-04-30",
    expect: "met",
    sentence:
      "Started Mon 1 Mar 2021. Ten working days later is Mon 15 Mar 2021 (two weekends do not count). Contacted Tue 9 Mar 2021: met, four working days to spare.",
    dueOn: "2021-03-15",
  },
  {
    // After Tue 9 March: 10–12 are 1–3, 15–19 are 4–8, 22–26 are 9–13, 29–31 are 14–16, 1 April is 17, Tue 6 is 18, 7 is 19, Thu 8 is 20.
    says: "it governs the gap that begins that day, on its last day",
    of,
    when: "referral-received 2021-02-22, started 2021-03-01, contacted 2021-03-09, contact-frequency-agreed 2021-03-09 workingDays=20, contacted 2021-04-08",
    asAt: "2021-04-30",
    at: 2,
    expect: "met",
    sentence:
      "Contacted Tue 9 Mar 2021. 20 working days later, as agreed Tue 9 Mar 2021, is Thu 8 Apr 2021 (four weekends, Good Friday and Easter Monday do not count). Contacted Thu 8 Apr 2021: met, on the last day.",
    dueOn: "2021-04-08",
  },
  {
    says: "and a day after it",
    of,
    when: "referral-received 2021-02-22, started 2021-03-01, contacted 2021-03-09, contact-frequency-agreed 2021-03-09 workingDays=20, contacted 2021-04-09",
    asAt: "2021-04-30",
    at: 2,
    expect: "not-met: late",
    dueOn: "2021-04-08",
  },
  {
    // Twenty after Mon 1 March is Mon 29.
    says: "agreed between contacts, it moves the contact that is owed",
    of,
    when: "referral-received 2021-02-22, started 2021-03-01, contact-frequency-agreed 2021-03-09 workingDays=20, contacted 2021-03-29",
    asAt: "2021-04-30",
    expect: "met",
    dueOn: "2021-03-29",
  },
  {
    says: "a frequency agreed for contact in work is not one for booked meetings",
    of,
    when: "referral-received 2021-02-22, started 2021-03-01, contact-frequency-agreed 2021-03-01 workingDays=20 for=in-work",
    asAt: "2021-03-16",
    expect: "not-met: not-done",
    dueOn: "2021-03-15",
  },
  {
    says: "a frequency agreed for booked meetings says so",
    of,
    when: "referral-received 2021-02-22, started 2021-03-01, contact-frequency-agreed 2021-03-01 workingDays=20 for=booked-meetings",
    asAt: "2021-03-16",
    expect: "pending: not-yet-due",
    dueOn: "2021-03-29",
  },
  {
    says: "disengagement stops no clock: no source has the word",
    of,
    when: "referral-received 2021-02-22, started 2021-03-01, disengaged 2021-03-10",
    asAt: "2021-03-16",
    expect: "not-met: not-done",
    sentence:
      "Started Mon 1 Mar 2021. Ten working days later is Mon 15 Mar 2021 (two weekends do not count). No contact by then: not met.",
    dueOn: "2021-03-15",
  },
  {
    says: "under one provider's practice the clock is stopped while disengaged",
    of,
    when: "referral-received 2021-02-22, started 2021-03-01, disengaged 2021-03-10",
    asAt: "2021-04-30",
    readings: { "stops-while-disengaged": "yes" },
    expect: "not-applicable: stopped",
    dueOn: "2021-03-15",
  },
  {
    // Mon 1 March is the first: 2–5 are 2–5, 8–12 are 6–10.
    says: "under day-1 the day of the start is the first of the ten",
    of,
    when: "referral-received 2021-02-22, started 2021-03-01, contacted 2021-03-12",
    asAt: "2021-03-20",
    readings: { "counting-day": "day-1" },
    expect: "met",
    sentence:
      "Started Mon 1 Mar 2021. Counting that day as the first, the 10th working day is Fri 12 Mar 2021 (the weekend does not count). Contacted Fri 12 Mar 2021: met, on the last day.",
    dueOn: "2021-03-12",
  },
  {
    says: "under day-1 contact on the eleventh day counted so is late",
    of,
    when: "referral-received 2021-02-22, started 2021-03-01, contacted 2021-03-15",
    asAt: "2021-03-20",
    readings: { "counting-day": "day-1" },
    expect: "not-met: late",
    dueOn: "2021-03-12",
  },
  {
    // Five, Mon 1 March the first: Fri 5.
    says: "under day-1 an agreed frequency is counted alike",
    of,
    when: "referral-received 2021-02-22, started 2021-03-01, contact-frequency-agreed 2021-03-01 workingDays=5",
    asAt: "2021-03-08",
    readings: { "counting-day": "day-1" },
    expect: "not-met: not-done",
    dueOn: "2021-03-05",
  },
  {
    // Contact on Mon 8 March: ten after it is Mon 22.
    says: "counted from the last contact, the 26th is late",
    of,
    when: "referral-received 2021-02-22, started 2021-03-01, contacted 2021-03-08, contacted 2021-03-26",
    asAt: "2021-03-29",
    at: 2,
    expect: "not-met: late",
    dueOn: "2021-03-22",
  },
  {
    // Blocks of ten from the start: to Mon 15, to Mon 29.
    says: "in fixed blocks, the 26th is in the second",
    of,
    when: "referral-received 2021-02-22, started 2021-03-01, contacted 2021-03-08, contacted 2021-03-26",
    asAt: "2021-03-29",
    at: 2,
    readings: { "contact-gap": "one-in-each-fixed-block" },
    expect: "met",
    dueOn: "2021-03-29",
  },
];

/** A meeting missed on Thursday 1 April 2021: two working days later is Wednesday 7 April. */
export const missedMeeting = (of: string): RuleCase[] => {
  const start = "referral-received 2021-03-08, started 2021-03-15, meeting-missed 2021-04-01";
  return [
    {
      says: "an attempt on the second working day",
      of,
      when: `${start}, contact-attempted 2021-04-07`,
      asAt: "2021-04-30",
      expect: "met",
      sentence:
        "Meeting missed Thu 1 Apr 2021. Two working days later is Wed 7 Apr 2021 (Good Friday, the weekend and Easter Monday do not count). Contact attempted Wed 7 Apr 2021: met, on the last day.",
      dueOn: "2021-04-07",
    },
    {
      says: "an attempt on the third",
      of,
      when: `${start}, contact-attempted 2021-04-08`,
      asAt: "2021-04-30",
      expect: "not-met: late",
      sentence:
        "Meeting missed Thu 1 Apr 2021. Two working days later is Wed 7 Apr 2021 (Good Friday, the weekend and Easter Monday do not count). Contact attempted Thu 8 Apr 2021: not met, one working day late.",
      dueOn: "2021-04-07",
    },
    {
      says: "an attempt the same day",
      of,
      when: `${start}, contacted 2021-04-01`,
      asAt: "2021-04-30",
      expect: "met",
    },
    {
      says: "an explanation by the due date excuses",
      of,
      when: `${start}, absence-explained 2021-04-07`,
      asAt: "2021-04-30",
      expect: "not-applicable: excused",
      dueOn: "2021-04-07",
    },
    {
      says: "a later explanation does not",
      of,
      when: `${start}, absence-explained 2021-04-08`,
      asAt: "2021-04-30",
      expect: "not-met: not-done",
      dueOn: "2021-04-07",
    },
    {
      says: "explained beforehand is explained",
      of,
      when: `${start}, absence-explained 2021-03-31`,
      asAt: "2021-04-30",
      expect: "not-applicable: excused",
      sentence:
        "Meeting missed Thu 1 Apr 2021. Two working days later is Wed 7 Apr 2021 (Good Friday, the weekend and Easter Monday do not count). Absence explained Wed 31 Mar 2021, beforehand: excused, not applicable.",
      dueOn: "2021-04-07",
    },
    {
      says: "an explanation serves one meeting: the latest before it",
      of,
      when: `${start}, meeting-missed 2021-03-31, absence-explained 2021-04-01`,
      asAt: "2021-04-30",
      at: 2,
      expect: "not-applicable: excused",
      dueOn: "2021-04-07",
    },
    {
      // Missed Wed 31 March: 1 April is 1, Tue 6 is 2.
      says: "and not the one before that",
      of,
      when: `${start}, meeting-missed 2021-03-31, absence-explained 2021-04-01`,
      asAt: "2021-04-30",
      at: 1,
      expect: "not-met: not-done",
      dueOn: "2021-04-06",
    },
    {
      says: "a second explanation serves the one before",
      of,
      when: `${start}, meeting-missed 2021-03-31, absence-explained 2021-04-01, absence-explained 2021-04-06`,
      asAt: "2021-04-30",
      at: 1,
      expect: "not-applicable: excused",
      dueOn: "2021-04-06",
    },
    {
      says: "explained beforehand, and known only after the due date, excuses nothing",
      of,
      when: `${start}, absence-explained 2021-03-31 known=2021-04-08`,
      asAt: "2021-04-30",
      expect: "not-met: not-done",
      dueOn: "2021-04-07",
    },
    {
      // Known on Thu 8: Fri 9 is 1, Mon 12 is 2.
      says: "counted from when it became known, under that reading",
      of,
      when: "referral-received 2021-03-08, started 2021-03-15, meeting-missed 2021-04-01 known=2021-04-08, contact-attempted 2021-04-12",
      asAt: "2021-04-30",
      readings: { "missed-meeting-clock": "when-it-became-known" },
      expect: "met",
      dueOn: "2021-04-12",
    },
    {
      says: "someone who has not started has no booked meeting to miss",
      of,
      when: "referral-received 2021-03-08, meeting-missed 2021-04-01",
      asAt: "2021-04-30",
      expect: "not-applicable: condition",
    },
  ];
};
