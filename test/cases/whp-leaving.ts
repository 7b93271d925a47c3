import type { RuleCase } from "./case.js";
import type { SharedIds } from "./whp.js";

const START = "referral-received 2020-12-07, started 2020-12-14";

/**
 * Left Friday 9 April 2021. Its last ten working days: 9, 8, 7, 6 April are 1–4; over Easter, 1 April is 5,
 * 31, 30, 29 March are 6–8, Fri 26 is 9, Thu 25 is 10.
 */
export const exitReport = (ids: SharedIds): RuleCase[] => [
  {
    says: "given on the tenth working day from the last",
    of: ids.beforeLeaving,
    when: `${START}, exit-report-provided 2021-03-25, left 2021-04-09`,
    asAt: "2021-04-30",
    expect: "met",
    sentence:
      "Left Fri 9 Apr 2021. The last ten working days up to and including Fri 9 Apr 2021 begin on Thu 25 Mar 2021 (two weekends, Good Friday and Easter Monday do not count). Exit report given Thu 25 Mar 2021: met.",
    opensOn: "2021-03-25",
    dueOn: "2021-04-09",
  },
  {
    says: "given on the eleventh",
    of: ids.beforeLeaving,
    when: `${START}, exit-report-provided 2021-03-24, left 2021-04-09`,
    asAt: "2021-04-30",
    expect: "not-met: outside-window",
    sentence:
      "Left Fri 9 Apr 2021. The last ten working days up to and including Fri 9 Apr 2021 begin on Thu 25 Mar 2021 (two weekends, Good Friday and Easter Monday do not count). Exit report given Wed 24 Mar 2021, before the window opened: not met.",
    opensOn: "2021-03-25",
  },
  {
    says: "given on the last day",
    of: ids.beforeLeaving,
    when: `${START}, exit-report-provided 2021-04-09, left 2021-04-09`,
    asAt: "2021-04-30",
    expect: "met",
  },
  {
    says: "given after leaving",
    of: ids.beforeLeaving,
    when: `${START}, exit-report-provided 2021-04-12, left 2021-04-09`,
    asAt: "2021-04-30",
    expect: "not-met: late",
    dueOn: "2021-04-09",
  },
  {
    says: "never given",
    of: ids.beforeLeaving,
    when: `${START}, left 2021-04-09`,
    asAt: "2021-04-30",
    expect: "not-met: not-done",
  },
  {
    says: "a leaver in work gets none",
    of: ids.beforeLeaving,
    when: `${START}, job-started 2021-03-01, left 2021-04-09`,
    asAt: "2021-04-30",
    expect: "not-applicable: condition",
  },
  {
    says: "someone who never started was no participant",
    of: ids.beforeLeaving,
    when: "referral-received 2020-12-07, left 2021-04-09",
    asAt: "2021-04-30",
    expect: "not-applicable: condition",
    sentence:
      'Left Fri 9 Apr 2021. The last ten working days up to and including Fri 9 Apr 2021 begin on Thu 25 Mar 2021 (two weekends, Good Friday and Easter Monday do not count). This applies only once "started" is recorded: not applicable.',
  },
  {
    // 5, 4 January are 1, 2; New Year's Day is no working day; 31–29 December are 3–5; 24–21 are 6–9; Fri 18 is 10.
    says: "over Christmas, given on the tenth working day from the last",
    of: ids.beforeLeaving,
    when: `${START}, exit-report-provided 2020-12-18, left 2021-01-05`,
    asAt: "2021-01-31",
    expect: "met",
    opensOn: "2020-12-18",
    dueOn: "2021-01-05",
  },
  {
    // Left on a Saturday: Fri 9 is the first of the ten.
    says: "a last day on a Saturday is itself no working day",
    of: ids.beforeLeaving,
    when: `${START}, exit-report-provided 2021-03-25, left 2021-04-10`,
    asAt: "2021-04-30",
    expect: "met",
    opensOn: "2021-03-25",
    dueOn: "2021-04-10",
  },
  {
    // Mon 1 March is the tenth working day back from Fri 12: the Saturday before it is too early.
    says: "the weekend before the window opens is outside it",
    of: ids.beforeLeaving,
    when: `${START}, exit-report-provided 2021-02-27, left 2021-03-12`,
    asAt: "2021-04-30",
    expect: "not-met: outside-window",
    opensOn: "2021-03-01",
  },
  {
    says: "too early, and again in the window",
    of: ids.beforeLeaving,
    when: `${START}, exit-report-provided 2021-02-27, exit-report-provided 2021-03-12, left 2021-03-12`,
    asAt: "2021-04-30",
    expect: "met",
  },
  {
    says: "a job that ended on the last day is no longer work",
    of: ids.beforeLeaving,
    when: `${START}, job-started 2021-02-01, exit-report-provided 2021-04-09, job-ended 2021-04-09, left 2021-04-09`,
    asAt: "2021-04-30",
    expect: "met",
  },
  {
    says: "a leaving that is not known yet opens no window",
    of: ids.beforeLeaving,
    when: `${START}, exit-report-provided 2021-04-09, left 2021-04-09 known=2021-05-04`,
    asAt: "2021-05-03",
    expect: "not-applicable: clock-never-started",
  },
  {
    // Without Fri 9: 8, 7, 6 April are 1–3, 1 April is 4, 31–29 March are 5–7, 26, 25 are 8, 9, Wed 24 is 10.
    says: "the leaving day left out, the tenth working day before it",
    of: ids.beforeLeaving,
    when: `${START}, exit-report-provided 2021-03-24, left 2021-04-09`,
    asAt: "2021-04-30",
    readings: { "exit-window": "leaving-day-does-not-count" },
    expect: "met",
    sentence:
      "Left Fri 9 Apr 2021. The last ten working days up to and including Thu 8 Apr 2021 begin on Wed 24 Mar 2021 (two weekends, Good Friday and Easter Monday do not count). Exit report given Wed 24 Mar 2021: met.",
    opensOn: "2021-03-24",
    dueOn: "2021-04-08",
  },
  {
    says: "the leaving day left out, the eleventh",
    of: ids.beforeLeaving,
    when: `${START}, exit-report-provided 2021-03-23, left 2021-04-09`,
    asAt: "2021-04-30",
    readings: { "exit-window": "leaving-day-does-not-count" },
    expect: "not-met: outside-window",
    opensOn: "2021-03-24",
  },
  {
    says: "the leaving day left out, a report on it comes too late",
    of: ids.beforeLeaving,
    when: `${START}, exit-report-provided 2021-04-09, left 2021-04-09`,
    asAt: "2021-04-30",
    readings: { "exit-window": "leaving-day-does-not-count" },
    expect: "not-met: late",
    dueOn: "2021-04-08",
  },
  {
    says: "the leaving day left out, a Saturday's leaving changes nothing",
    of: ids.beforeLeaving,
    when: `${START}, exit-report-provided 2021-03-25, left 2021-04-10`,
    asAt: "2021-04-30",
    readings: { "exit-window": "leaving-day-does-not-count" },
    expect: "met",
    opensOn: "2021-03-25",
    dueOn: "2021-04-09",
  },
  {
    says: "whether the report says enough needs a person",
    of: ids.contents,
    when: `${START}, exit-report-provided 2021-04-08, left 2021-04-09`,
    asAt: "2021-04-30",
    expect: "undetermined: needs-review",
    sentence:
      "Left Fri 9 Apr 2021. Exit report given Thu 8 Apr 2021. A person must look: the time on the programme is summed up and further support is described. Nobody has attested it: undetermined.",
  },
  {
    says: "without a report there is nothing in it",
    of: ids.contents,
    when: `${START}, left 2021-04-09`,
    asAt: "2021-04-30",
    expect: "not-met: not-done",
    sentence: "Left Fri 9 Apr 2021. No exit report as at Fri 30 Apr 2021: not met.",
  },
  {
    says: "attested to sum up and to point on",
    of: ids.contents,
    when: `${START}, exit-report-provided 2021-04-08, left 2021-04-09, attested 2021-04-12 requirement=${ids.contents} part=summary holds=true by=a-17, attested 2021-04-12 requirement=${ids.contents} part=further-support holds=true by=a-17`,
    asAt: "2021-04-30",
    expect: "met",
    sentence:
      "Left Fri 9 Apr 2021. Exit report given Thu 8 Apr 2021. Attested Mon 12 Apr 2021 that the time on the programme is summed up and further support is described: met.",
  },
  {
    says: "whether a copy is kept needs a person",
    of: ids.kept,
    when: `${START}, exit-report-provided 2021-04-08, left 2021-04-09`,
    asAt: "2021-04-30",
    expect: "undetermined: needs-review",
    sentence:
      "Exit report given Thu 8 Apr 2021. A person must look: a copy is kept securely and is sent on request. Nobody has attested it: undetermined.",
  },
  {
    says: "attested to be kept",
    of: ids.kept,
    when: `${START}, exit-report-provided 2021-04-08, attested 2021-04-12 requirement=${ids.kept} part=copy holds=true by=a-17`,
    asAt: "2021-04-30",
    expect: "met",
    sentence:
      "Exit report given Thu 8 Apr 2021. Attested Mon 12 Apr 2021 that a copy is kept securely and is sent on request: met.",
  },
  {
    says: "attested not to be kept",
    of: ids.kept,
    when: `${START}, exit-report-provided 2021-04-08, attested 2021-04-12 requirement=${ids.kept} part=copy holds=false by=a-17`,
    asAt: "2021-04-30",
    expect: "not-met: part-missing",
    sentence:
      "Exit report given Thu 8 Apr 2021. Missing: a copy is kept securely and is sent on request (as attested Mon 12 Apr 2021): not met.",
  },
];

/** Started Tuesday 30 March 2021: 31 is 1, 1 April is 2, Tue 6 is 3, 7 is 4, Thu 8 is 5. */
export const esfStart = (of: string): RuleCase[] => [
  {
    says: "the start form goes on the fifth working day",
    of,
    when: "referral-received 2021-03-22, started 2021-03-30, esf-start-form-sent 2021-04-08",
    asAt: "2021-04-30",
    expect: "met",
    sentence:
      "Started Tue 30 Mar 2021. Five working days later is Thu 8 Apr 2021 (Good Friday, the weekend and Easter Monday do not count). ESF start form sent Thu 8 Apr 2021: met, on the last day.",
    dueOn: "2021-04-08",
  },
  {
    says: "the start form goes on the sixth",
    of,
    when: "referral-received 2021-03-22, started 2021-03-30, esf-start-form-sent 2021-04-09",
    asAt: "2021-04-30",
    expect: "not-met: late",
    sentence:
      "Started Tue 30 Mar 2021. Five working days later is Thu 8 Apr 2021 (Good Friday, the weekend and Easter Monday do not count). ESF start form sent Fri 9 Apr 2021: not met, one working day late.",
    dueOn: "2021-04-08",
  },
  {
    says: "for ESF provision the clock runs from the eligibility meeting",
    of,
    when: "referral-received 2021-03-22, eligibility-meeting 2021-03-30, started 2021-04-06, esf-start-form-sent 2021-04-09",
    attributes: { provision: "esf" },
    asAt: "2021-04-30",
    expect: "not-met: late",
    dueOn: "2021-04-08",
    anchorOn: "2021-03-30",
  },
  {
    says: "for ESF provision without its meeting nobody knows when the form is due",
    of,
    when: "referral-received 2021-03-22, started 2021-04-06",
    attributes: { provision: "esf" },
    asAt: "2021-04-30",
    expect: "undetermined: missing-data",
    sentence:
      'Started Tue 6 Apr 2021. "Eligibility and referral meeting held" is not recorded: undetermined.',
  },
  {
    says: "for ESF provision the form by itself does not tell that it went in time",
    of,
    when: "referral-received 2021-03-22, started 2021-04-06, esf-start-form-sent 2021-04-07",
    attributes: { provision: "esf" },
    asAt: "2021-04-30",
    expect: "undetermined: missing-data",
  },
  {
    says: "someone of ESF provision who has not started owes none yet",
    of,
    when: "referral-received 2021-03-22",
    attributes: { provision: "esf" },
    asAt: "2021-04-30",
    expect: "not-applicable: clock-never-started",
  },
  {
    says: "someone of ESF provision who started after the forms ended owes none, meeting or not",
    of,
    when: "referral-received 2022-10-24, started 2022-11-01",
    attributes: { provision: "esf" },
    asAt: "2022-11-30",
    expect: "not-applicable: condition",
  },
  {
    // Left the day after the start, long before Thu 8.
    says: "someone who left before the due date is excused",
    of,
    when: "referral-received 2021-03-22, started 2021-03-30, left 2021-03-31",
    asAt: "2021-04-30",
    expect: "not-applicable: excused",
    dueOn: "2021-04-08",
  },
  {
    says: "what the start itself owes stays owed, under that reading",
    of,
    when: "referral-received 2021-03-22, started 2021-03-30, left 2021-03-31",
    asAt: "2021-04-30",
    readings: { "leaving-excuses": "excused-but-for-start-duties" },
    expect: "not-met: not-done",
    dueOn: "2021-04-08",
  },
  {
    says: "where the end of the forms is not taken over from elsewhere, a later start owes one",
    of,
    when: "referral-received 2022-10-24, started 2022-11-01",
    asAt: "2022-11-30",
    readings: { "esf-forms-end": "no-end" },
    expect: "not-met: not-done",
    // 2–4 November are 1–3, Mon 7 is 4, Tue 8 is 5.
    dueOn: "2022-11-08",
  },
  {
    says: "and in Wales none, under England only besides",
    of,
    when: "referral-received 2022-10-24, started 2022-11-01",
    attributes: { nation: "wales" },
    asAt: "2022-11-30",
    readings: { "esf-forms-end": "no-end", "esf-nations": "england-only" },
    expect: "not-applicable: condition",
  },
  {
    says: "a start on 31 October 2022 still owes the form",
    of,
    when: "referral-received 2022-10-24, started 2022-10-31",
    asAt: "2022-11-30",
    expect: "not-met: not-done",
    // 1–4 November are 1–4, Mon 7 is 5.
    dueOn: "2022-11-07",
  },
  {
    says: "a start on 1 November 2022 does not",
    of,
    when: "referral-received 2022-10-24, started 2022-11-01",
    asAt: "2022-11-30",
    expect: "not-applicable: condition",
  },
  {
    says: "in Wales none is owed, under England only",
    of,
    when: "referral-received 2021-03-22, started 2021-03-30",
    attributes: { nation: "wales" },
    asAt: "2021-04-30",
    readings: { "esf-nations": "england-only" },
    expect: "not-applicable: condition",
  },
];

/** Left Monday 8 November 2021: 56 days later is Monday 3 January 2022, a bank holiday. */
export const esfEnd = (of: string): RuleCase[] => {
  const left = "referral-received 2021-08-09, started 2021-08-13, left 2021-11-08";
  return [
    {
      says: "the end form goes on day 56",
      of,
      when: `${left}, esf-end-form-sent 2022-01-03`,
      asAt: "2022-01-31",
      expect: "met",
      sentence:
        "Left Mon 8 Nov 2021. Eight weeks later is Mon 3 Jan 2022. ESF end form sent Mon 3 Jan 2022: met, on the last day.",
      dueOn: "2022-01-03",
    },
    {
      says: "the end form goes on day 57",
      of,
      when: `${left}, esf-end-form-sent 2022-01-04`,
      asAt: "2022-01-31",
      expect: "not-met: late",
      sentence:
        "Left Mon 8 Nov 2021. Eight weeks later is Mon 3 Jan 2022. ESF end form sent Tue 4 Jan 2022: not met, one day late.",
      dueOn: "2022-01-03",
    },
    {
      says: "rolled off the bank holiday, day 57 is in time",
      of,
      when: `${left}, esf-end-form-sent 2022-01-04`,
      asAt: "2022-01-31",
      readings: { "weeks-roll": "rolled" },
      expect: "met",
      dueOn: "2022-01-04",
    },
    {
      says: "a start from 1 November 2022 owes no end form",
      of,
      when: "referral-received 2022-10-24, started 2022-11-01, left 2022-12-01",
      asAt: "2023-03-31",
      expect: "not-applicable: condition",
    },
    {
      // 56 days after Thu 1 December is Thu 26 January.
      says: "where the end of the forms is not taken over from elsewhere, it owes one",
      of,
      when: "referral-received 2022-10-24, started 2022-11-01, left 2022-12-01",
      asAt: "2023-03-31",
      readings: { "esf-forms-end": "no-end" },
      expect: "not-met: not-done",
      dueOn: "2023-01-26",
    },
    {
      says: "in Wales none is owed, under England only",
      of,
      when: `${left}`,
      attributes: { nation: "wales" },
      asAt: "2022-01-31",
      readings: { "esf-nations": "england-only" },
      expect: "not-applicable: condition",
    },
  ];
};

/** What is owed month by month for the contract; `responses` says what a person looks at in a response, part by part. */
export const monthly = (
  ids: SharedIds,
  responses: string,
  [inWriting, ...looked]: readonly string[],
): RuleCase[] => [
  {
    says: "asked in the month",
    of: ids.asked,
    when: "contract-started 2021-03-01, survey-asked 2021-03-31",
    asAt: "2021-04-15",
    expect: "met",
    sentence:
      "Contract started Mon 1 Mar 2021. The last day of that month is Wed 31 Mar 2021. Satisfaction question asked Wed 31 Mar 2021: met, on the last day.",
    dueOn: "2021-03-31",
  },
  {
    says: "asked on the contract's first day",
    of: ids.asked,
    when: "contract-started 2021-03-01, survey-asked 2021-03-01",
    asAt: "2021-04-15",
    expect: "met",
    dueOn: "2021-03-31",
  },
  {
    says: "not asked in the month",
    of: ids.asked,
    when: "contract-started 2021-03-01, survey-asked 2021-04-01",
    asAt: "2021-04-15",
    expect: "not-met: late",
    sentence:
      "Contract started Mon 1 Mar 2021. The last day of that month is Wed 31 Mar 2021. Satisfaction question asked Thu 1 Apr 2021: not met, one day late.",
    dueOn: "2021-03-31",
  },
  {
    says: "asked in the quarter, once the Department made it quarterly",
    of: ids.asked,
    when: "contract-started 2021-04-01, survey-frequency-varied 2021-04-12 each=quarter, survey-asked 2021-05-31",
    asAt: "2021-07-15",
    expect: "met",
    sentence:
      "Contract started Thu 1 Apr 2021. The last day of the quarter, as varied Mon 12 Apr 2021, is Wed 30 Jun 2021. Satisfaction question asked Mon 31 May 2021: met, 30 days to spare.",
    dueOn: "2021-06-30",
  },
  {
    says: "not asked in that quarter",
    of: ids.asked,
    when: "contract-started 2021-04-01, survey-frequency-varied 2021-04-12 each=quarter, survey-asked 2021-07-01",
    asAt: "2021-07-15",
    expect: "not-met: late",
    sentence:
      "Contract started Thu 1 Apr 2021. The last day of the quarter, as varied Mon 12 Apr 2021, is Wed 30 Jun 2021. Satisfaction question asked Thu 1 Jul 2021: not met, one day late.",
    dueOn: "2021-06-30",
  },
  {
    says: "the month before the Department varied it stays a month",
    of: ids.asked,
    when: "contract-started 2021-03-01, survey-frequency-varied 2021-04-12 each=quarter",
    asAt: "2021-07-15",
    expect: "not-met: not-done",
    doneOn: "2021-03-31",
    dueOn: "2021-03-31",
  },
  {
    says: "from then on it is a quarter",
    of: ids.asked,
    when: "contract-started 2021-03-01, survey-frequency-varied 2021-04-12 each=quarter",
    asAt: "2021-07-15",
    at: 2,
    expect: "not-met: not-done",
    doneOn: "2021-06-30",
    dueOn: "2021-06-30",
  },
  {
    // The week of Wednesday 10 March 2021 ends on Sunday 14.
    says: "made weekly, the week of that day is the first",
    of: ids.asked,
    when: "contract-started 2021-03-01, survey-frequency-varied 2021-03-10 each=week, survey-asked 2021-03-14",
    asAt: "2021-03-20",
    expect: "met",
    dueOn: "2021-03-14",
  },
  {
    says: "a frequency that is none may be another",
    of: ids.asked,
    when: "contract-started 2021-03-01, survey-frequency-varied 2021-03-10 each=fortnight, survey-asked 2021-03-31",
    asAt: "2021-04-15",
    expect: "undetermined: missing-data",
    dueOn: "2021-03-31",
  },
  {
    // The 15th of August 2021 is a Sunday: Monday 16.
    says: "the survey template goes on the 15th, moved to Monday",
    of: ids.templateA,
    when: "month-ended 2021-07-31, template-a-sent 2021-08-16",
    asAt: "2021-08-31",
    expect: "met",
    sentence:
      "Month ended Sat 31 Jul 2021. The 15th of the next month is Sun 15 Aug 2021; the next working day is Mon 16 Aug 2021 (the weekend does not count). Survey template sent Mon 16 Aug 2021: met, on the last day.",
    dueOn: "2021-08-16",
  },
  {
    says: "the survey template goes on Tuesday",
    of: ids.templateA,
    when: "month-ended 2021-07-31, template-a-sent 2021-08-17",
    asAt: "2021-08-31",
    expect: "not-met: late",
    sentence:
      "Month ended Sat 31 Jul 2021. The 15th of the next month is Sun 15 Aug 2021; the next working day is Mon 16 Aug 2021 (the weekend does not count). Survey template sent Tue 17 Aug 2021: not met, one day late.",
    dueOn: "2021-08-16",
  },
  {
    // The 15th of September 2021 is a Wednesday.
    says: "the standards template goes on the 15th",
    of: ids.templateB,
    when: "month-ended 2021-08-31, template-b-sent 2021-09-15",
    asAt: "2021-09-30",
    expect: "met",
    sentence:
      "Month ended Tue 31 Aug 2021. The 15th of the next month is Wed 15 Sep 2021. Standards template sent Wed 15 Sep 2021: met, on the last day.",
    dueOn: "2021-09-15",
  },
  {
    says: "the standards template goes on the 16th",
    of: ids.templateB,
    when: "month-ended 2021-08-31, template-b-sent 2021-09-16",
    asAt: "2021-09-30",
    expect: "not-met: late",
    sentence:
      "Month ended Tue 31 Aug 2021. The 15th of the next month is Wed 15 Sep 2021. Standards template sent Thu 16 Sep 2021: not met, one day late.",
    dueOn: "2021-09-15",
  },
  {
    says: "on that day and not before, under that reading",
    of: ids.templateB,
    when: "month-ended 2021-08-31, template-b-sent 2021-09-14",
    asAt: "2021-09-30",
    readings: { "template-day": "on" },
    expect: "not-met: outside-window",
    opensOn: "2021-09-15",
    dueOn: "2021-09-15",
  },
  {
    says: "whether responses are kept needs a person",
    of: ids.responsesKept,
    when: "survey-response 2021-03-10 rating=fairly-satisfied",
    asAt: "2021-04-15",
    expect: "undetermined: needs-review",
    sentence: `Satisfaction response received Wed 10 Mar 2021. A person must look: ${responses}. Nobody has attested it: undetermined.`,
  },
  {
    says: "a response by telephone needs a person to say that it was written down",
    of: ids.responsesKept,
    when: "survey-response 2021-03-10 rating=fairly-satisfied channel=telephone",
    asAt: "2021-04-15",
    expect: "undetermined: needs-review",
    sentence: `Satisfaction response received Wed 10 Mar 2021. A person must look: ${responses}. Nobody has attested it: undetermined.`,
  },
  {
    says: "a response in an e-mail is in writing",
    of: ids.responsesKept,
    when: "survey-response 2021-03-10 rating=fairly-satisfied channel=email",
    asAt: "2021-04-15",
    expect: "undetermined: needs-review",
    sentence: `Satisfaction response received Wed 10 Mar 2021. A person must look: ${responses.replace(/^the response is recorded in writing(, | and )/, "")}. Nobody has attested it: undetermined.`,
  },
  {
    says: "by e-mail, and the rest attested",
    of: ids.responsesKept,
    when: `survey-response 2021-03-10 channel=email${attested(ids.responsesKept, looked)}`,
    asAt: "2021-04-15",
    expect: "met",
    doneOn: "2021-03-10",
  },
  {
    says: "by telephone, and the rest attested: the written record is not",
    of: ids.responsesKept,
    when: `survey-response 2021-03-10 channel=telephone${attested(ids.responsesKept, looked)}`,
    asAt: "2021-04-15",
    expect: "undetermined: needs-review",
    doneOn: "2021-03-10",
  },
  {
    says: "by telephone, and all attested",
    of: ids.responsesKept,
    when: `survey-response 2021-03-10 channel=telephone${attested(ids.responsesKept, [inWriting!, ...looked])}`,
    asAt: "2021-04-15",
    expect: "met",
    doneOn: "2021-03-10",
  },
  {
    // March 2021: 1–5 are 1–5, 8–12 are 6–10, 15–19 are 11–15.
    says: "the performance return goes on the 15th working day",
    of: "returns/performance-return",
    when: "month-ended 2021-02-28, performance-return-sent 2021-03-19",
    asAt: "2021-03-31",
    expect: "met",
    sentence:
      "Month ended Sun 28 Feb 2021. The 15th working day of the next month is Fri 19 Mar 2021 (two weekends do not count). Performance return sent Fri 19 Mar 2021: met, on the last day.",
    dueOn: "2021-03-19",
  },
  {
    says: "the performance return goes on the 16th working day",
    of: "returns/performance-return",
    when: "month-ended 2021-02-28, performance-return-sent 2021-03-22",
    asAt: "2021-03-31",
    expect: "not-met: late",
    dueOn: "2021-03-19",
  },
  {
    // Before Thu 8 April 2021: Wed 7 is 1, Tue 6 is 2, Thu 1 is 3, Wed 31 March is 4, Tue 30 is 5.
    says: "management information is there five working days before the review",
    of: "returns/management-information",
    when: "management-information-sent 2021-03-30, review-held 2021-04-08",
    asAt: "2021-04-30",
    expect: "met",
    sentence:
      "Performance review held Thu 8 Apr 2021. It had to come five working days before, by Tue 30 Mar 2021 (Good Friday, the weekend and Easter Monday do not count). Management information sent Tue 30 Mar 2021: met, on the last day.",
    dueOn: "2021-03-30",
  },
  {
    says: "management information is there four working days before",
    of: "returns/management-information",
    when: "management-information-sent 2021-03-31, review-held 2021-04-08",
    asAt: "2021-04-30",
    expect: "not-met: late",
    sentence:
      "Performance review held Thu 8 Apr 2021. It had to come five working days before, by Tue 30 Mar 2021 (Good Friday, the weekend and Easter Monday do not count). Management information sent Wed 31 Mar 2021: not met, one working day late.",
    dueOn: "2021-03-30",
  },
  {
    says: "a review in the month",
    of: "returns/performance-review",
    when: "contract-started 2021-03-01, review-held 2021-03-31",
    asAt: "2021-04-15",
    expect: "met",
    sentence:
      "Contract started Mon 1 Mar 2021. The last day of that month is Wed 31 Mar 2021. Performance review held Wed 31 Mar 2021: met, on the last day.",
  },
  {
    says: "no review in the month",
    of: "returns/performance-review",
    when: "contract-started 2021-03-01",
    asAt: "2021-04-01",
    expect: "not-met: not-done",
    sentence:
      "Contract started Mon 1 Mar 2021. The last day of that month is Wed 31 Mar 2021. No performance review by then: not met.",
    dueOn: "2021-03-31",
  },
  {
    says: "no review in the month, once the Department made them quarterly",
    of: "returns/performance-review",
    when: "contract-started 2021-04-01, review-frequency-varied 2021-04-12 each=quarter, review-held 2021-06-30",
    asAt: "2021-07-15",
    expect: "met",
    sentence:
      "Contract started Thu 1 Apr 2021. The last day of the quarter, as varied Mon 12 Apr 2021, is Wed 30 Jun 2021. Performance review held Wed 30 Jun 2021: met, on the last day.",
    dueOn: "2021-06-30",
  },
  {
    says: "no review in that quarter",
    of: "returns/performance-review",
    when: "contract-started 2021-04-01, review-frequency-varied 2021-04-12 each=quarter",
    asAt: "2021-07-01",
    expect: "not-met: not-done",
    doneOn: "2021-06-30",
    dueOn: "2021-06-30",
  },
  {
    says: "an action plan when implementation ends",
    of: "returns/action-plan",
    when: "provider-action-plan-submitted 2021-02-26, implementation-ended 2021-03-01",
    asAt: "2021-03-31",
    expect: "met",
    sentence:
      "Contract implementation ended Mon 1 Mar 2021. It is due that same day, Mon 1 Mar 2021. Provider action plan submitted Fri 26 Feb 2021: met, three days to spare.",
    dueOn: "2021-03-01",
  },
  {
    says: "an action plan the day after",
    of: "returns/action-plan",
    when: "provider-action-plan-submitted 2021-03-02, implementation-ended 2021-03-01",
    asAt: "2021-03-31",
    expect: "not-met: late",
    sentence:
      "Contract implementation ended Mon 1 Mar 2021. It is due that same day, Mon 1 Mar 2021. Provider action plan submitted Tue 2 Mar 2021: not met, one day late.",
    dueOn: "2021-03-01",
  },
  {
    says: "none is owed once it is waived",
    of: "returns/action-plan",
    when: "plan-waiver-agreed 2021-02-26 by=Provision_Lead, implementation-ended 2021-03-01",
    asAt: "2021-03-31",
    expect: "not-applicable: condition",
  },
  {
    says: "the post may be written with the Department's name",
    of: "returns/action-plan",
    when: "plan-waiver-agreed 2021-02-26 by=DWP_Provision_Lead, implementation-ended 2021-03-01",
    asAt: "2021-03-31",
    expect: "not-applicable: condition",
  },
  {
    says: "nobody but the Provision Lead can waive it",
    of: "returns/action-plan",
    when: "plan-waiver-agreed 2021-02-26 by=Performance_Manager, implementation-ended 2021-03-01",
    asAt: "2021-03-31",
    expect: "not-met: not-done",
    sentence:
      "Contract implementation ended Mon 1 Mar 2021. It is due that same day, Mon 1 Mar 2021. No provider action plan by then: not met.",
    doneOn: "2021-03-01",
    dueOn: "2021-03-01",
  },
  {
    says: "of a waiver of which nobody recorded who agreed it, nobody can tell whether it counts",
    of: "returns/action-plan",
    when: "plan-waiver-agreed 2021-02-26, implementation-ended 2021-03-01",
    asAt: "2021-03-31",
    expect: "undetermined: missing-data",
    sentence:
      "Contract implementation ended Mon 1 Mar 2021. It is due that same day, Mon 1 Mar 2021. Nothing says whether this applies (only when not provider action plan waived): undetermined.",
    dueOn: "2021-03-01",
  },
  {
    says: "beside one that the Provision Lead agreed it changes nothing",
    of: "returns/action-plan",
    when: "plan-waiver-agreed 2021-02-25, plan-waiver-agreed 2021-02-26 by=Provision_Lead, implementation-ended 2021-03-01",
    asAt: "2021-03-31",
    expect: "not-applicable: condition",
  },
  {
    says: "nor once it has ended",
    of: "returns/action-plan-reviewed",
    when: "plan-waiver-agreed 2021-02-26, plan-waiver-ended 2021-04-07, review-held 2021-04-08",
    asAt: "2021-04-30",
    expect: "not-met: not-done",
  },
  {
    says: "nor of the breakdown, while nobody knows whether it is owed",
    of: "returns/breakdown",
    when: "contract-started 2021-03-01, plan-waiver-agreed 2021-03-10",
    asAt: "2021-04-15",
    expect: "undetermined: missing-data",
    sentence:
      "Contract started Mon 1 Mar 2021. The last day of that month is Wed 31 Mar 2021. A record that decides this is missing, cannot be read or contradicts another: undetermined.",
    dueOn: "2021-03-31",
  },
  {
    says: "once the waiver ended it is gone through again",
    of: "returns/action-plan-reviewed",
    when: "plan-waiver-agreed 2021-02-26 by=Provision_Lead, plan-waiver-ended 2021-04-07, review-held 2021-04-08",
    asAt: "2021-04-30",
    expect: "not-met: not-done",
  },
  {
    says: "while it is waived it is not",
    of: "returns/action-plan-reviewed",
    when: "plan-waiver-agreed 2021-02-26 by=Provision_Lead, review-held 2021-04-08",
    asAt: "2021-04-30",
    expect: "not-applicable: condition",
  },
  {
    says: "the plan is gone through at the review",
    of: "returns/action-plan-reviewed",
    when: "review-held 2021-04-08, plan-reviewed 2021-04-08",
    asAt: "2021-04-30",
    expect: "met",
    sentence:
      "Performance review held Thu 8 Apr 2021. It is due that same day, Thu 8 Apr 2021. Plan reviewed Thu 8 Apr 2021: met, on the last day.",
  },
  {
    says: "the plan is gone through the day after",
    of: "returns/action-plan-reviewed",
    when: "review-held 2021-04-08, plan-reviewed 2021-04-09",
    asAt: "2021-04-30",
    expect: "not-met: late",
    sentence:
      "Performance review held Thu 8 Apr 2021. It is due that same day, Thu 8 Apr 2021. Plan reviewed Fri 9 Apr 2021: not met, one day late.",
    dueOn: "2021-04-08",
  },
  {
    says: "the breakdown is brought up to date in the month",
    of: "returns/breakdown",
    when: "contract-started 2021-03-01, breakdown-updated 2021-03-15",
    asAt: "2021-04-15",
    expect: "met",
    sentence:
      "Contract started Mon 1 Mar 2021. The last day of that month is Wed 31 Mar 2021. Breakdown updated Mon 15 Mar 2021: met, 16 days to spare.",
    dueOn: "2021-03-31",
  },
  {
    says: "the breakdown is not",
    of: "returns/breakdown",
    when: "contract-started 2021-03-01",
    asAt: "2021-04-15",
    expect: "not-met: not-done",
    sentence:
      "Contract started Mon 1 Mar 2021. The last day of that month is Wed 31 Mar 2021. No update of the breakdown by then: not met.",
    dueOn: "2021-03-31",
  },
  {
    says: "after the contract an evaluation report is owed",
    of: "returns/evaluation-report",
    when: "contract-ended 2021-03-31",
    asAt: "2021-04-15",
    expect: "not-met: not-done",
    sentence: "Contract ended Wed 31 Mar 2021. No evaluation report as at Thu 15 Apr 2021: not met.",
  },
  {
    says: "what an evaluation report says needs a person",
    of: "returns/evaluation-report",
    when: "contract-ended 2021-03-31, evaluation-report-provided 2021-04-09",
    asAt: "2021-04-15",
    expect: "undetermined: needs-review",
    sentence:
      "Contract ended Wed 31 Mar 2021. Evaluation report provided Fri 9 Apr 2021. A person must look: new ways of delivery are brought out and achievements under the cross-cutting themes are set out. Nobody has attested it: undetermined.",
  },
];

function attested(requirement: string, parts: readonly string[]): string {
  return parts
    .map((part) => `, attested 2021-04-01 requirement=${requirement} part=${part} holds=true`)
    .join("");
}
