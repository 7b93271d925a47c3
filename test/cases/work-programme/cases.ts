import type { RuleCase } from "../case.js";

/**
 * Referred Monday 7 April 2014. Good Friday is the 18th, Easter Monday the 21st, 5 May a bank holiday.
 * 8–11 are 1–4, 14–17 are 5–8, 22–25 are 9–12, 28, 29, 30 are 13, 14, 15; 1, 2 May are 16, 17, 6–9 are
 * 18–21, 12–15 are 22–25.
 */
const attached: RuleCase[] = [
  {
    says: "attached on the 15th working day",
    of: "programme-engagement/attached",
    when: "referral-received 2014-04-07, started 2014-04-30",
    attributes: { nation: "england" },
    group: "pg2",
    asAt: "2014-06-30",
    expect: "met",
    sentence:
      "Referral received Mon 7 Apr 2014. 15 working days later is Wed 30 Apr 2014 (three weekends, Good Friday and Easter Monday do not count). Attached to the programme Wed 30 Apr 2014: met, on the last day.",
    dueOn: "2014-04-30",
  },
  {
    says: "attached on the 16th",
    of: "programme-engagement/attached",
    when: "referral-received 2014-04-07, started 2014-05-01",
    attributes: { nation: "england" },
    group: "pg2",
    asAt: "2014-06-30",
    expect: "not-met: late",
    sentence:
      "Referral received Mon 7 Apr 2014. 15 working days later is Wed 30 Apr 2014 (three weekends, Good Friday and Easter Monday do not count). Attached to the programme Thu 1 May 2014: not met, one working day late.",
    dueOn: "2014-04-30",
  },
  {
    says: "calendar days are fewer",
    of: "programme-engagement/attached",
    when: "referral-received 2014-04-07, started 2014-04-23",
    attributes: { nation: "england" },
    group: "pg2",
    asAt: "2014-06-30",
    readings: { "attachment-days": "calendar" },
    expect: "not-met: late",
    dueOn: "2014-04-22",
  },
  {
    says: "a prison leaver has 25",
    of: "programme-engagement/attached",
    when: "referral-received 2014-04-07, started 2014-05-15",
    attributes: { nation: "england" },
    group: "pg9",
    asAt: "2014-06-30",
    expect: "met",
    dueOn: "2014-05-15",
  },
  {
    says: "who is not eligible need not be attached",
    of: "programme-engagement/attached",
    when: "referral-received 2014-04-07",
    attributes: { nation: "england", eligible: false },
    group: "pg2",
    asAt: "2014-06-30",
    expect: "not-applicable: condition",
  },
  {
    says: "of those attached, someone never attached does not count",
    of: "programme-engagement/attached",
    when: "referral-received 2014-04-07",
    attributes: { nation: "england" },
    group: "pg2",
    asAt: "2014-06-30",
    readings: { "attachment-population": "of-those-attached" },
    expect: "not-applicable: condition",
  },
];

const ENGLAND = { nation: "england" } as const;
const START = "referral-received 2014-03-31, started 2014-04-07";

/** Attached Monday 7 April 2014. */
const support: RuleCase[] = [
  {
    says: "explained on the day of the start",
    of: "programme-engagement/aims",
    when: `${START}, aims-explained 2014-04-07`,
    attributes: ENGLAND,
    asAt: "2014-06-30",
    expect: "met",
    sentence:
      "Attached to the programme Mon 7 Apr 2014. It is due that same day, Mon 7 Apr 2014. Aims, service and duties explained Mon 7 Apr 2014: met, on the last day.",
    dueOn: "2014-04-07",
  },
  {
    says: "explained the day after",
    of: "programme-engagement/aims",
    when: `${START}, aims-explained 2014-04-08`,
    attributes: ENGLAND,
    asAt: "2014-06-30",
    expect: "not-met: late",
    sentence:
      "Attached to the programme Mon 7 Apr 2014. It is due that same day, Mon 7 Apr 2014. Aims, service and duties explained Tue 8 Apr 2014: not met, one day late.",
    dueOn: "2014-04-07",
  },
  {
    says: "whether it was understood needs a person",
    of: "programme-engagement/understood",
    when: `${START}, aims-explained 2014-04-07`,
    attributes: ENGLAND,
    asAt: "2014-06-30",
    expect: "undetermined: needs-review",
    sentence:
      "Aims, service and duties explained Mon 7 Apr 2014. A person must look: the person understands the service and the person understands what is expected. Nobody has attested it: undetermined.",
  },
  {
    says: "the days to a plan are each bidder's own",
    of: "pre-work-support/plan-agreed",
    when: `${START}, action-plan-finalised 2014-04-08`,
    attributes: ENGLAND,
    asAt: "2014-06-30",
    expect: "undetermined: missing-parameter",
    sentence:
      "Attached to the programme Mon 7 Apr 2014. The source does not give pre-work-support/plan-agreed.within (bid specific): undetermined until a variation supplies it.",
  },
  {
    says: "what an assessment found needs a person",
    of: "pre-work-support/assessed",
    when: `${START}, assessment-held 2014-04-08`,
    attributes: ENGLAND,
    asAt: "2014-06-30",
    expect: "undetermined: needs-review",
    sentence:
      "Assessment held Tue 8 Apr 2014. A person must look: job goals are established and support for the person's own needs is agreed. Nobody has attested it: undetermined.",
  },
  {
    // 13 weeks are 91 days: 30 April is 23, 31 May 54, 30 June 84, 7 July 91.
    says: "assessed again after 13 weeks",
    of: "pre-work-support/reassessed",
    when: `${START}, assessment-held 2014-07-07`,
    attributes: ENGLAND,
    asAt: "2014-07-31",
    expect: "met",
    sentence:
      "Attached to the programme Mon 7 Apr 2014. 13 weeks later is Mon 7 Jul 2014. Assessment held Mon 7 Jul 2014: met, on the last day.",
    dueOn: "2014-07-07",
  },
  {
    says: "assessed a day later",
    of: "pre-work-support/reassessed",
    when: `${START}, assessment-held 2014-07-08`,
    attributes: ENGLAND,
    asAt: "2014-07-31",
    expect: "not-met: late",
    sentence:
      "Attached to the programme Mon 7 Apr 2014. 13 weeks later is Mon 7 Jul 2014. Assessment held Tue 8 Jul 2014: not met, one day late.",
    dueOn: "2014-07-07",
  },
  {
    says: "assessed the day before a job",
    of: "pre-work-support/before-work",
    when: `${START}, assessment-held 2014-05-05, job-started 2014-05-06`,
    attributes: ENGLAND,
    asAt: "2014-06-30",
    expect: "met",
    sentence: "Job started Tue 6 May 2014. Assessment held Mon 5 May 2014: met.",
  },
  {
    says: "assessed the day a job starts: a person must look",
    of: "pre-work-support/before-work",
    when: `${START}, assessment-held 2014-05-06, job-started 2014-05-06`,
    attributes: ENGLAND,
    asAt: "2014-06-30",
    expect: "undetermined: needs-review",
    sentence:
      "Job started Tue 6 May 2014. Assessment held Tue 6 May 2014. A person must look: whether the same day was in time. Nobody has attested it: undetermined.",
  },
  {
    says: "assessed the day after",
    of: "pre-work-support/before-work",
    when: `${START}, assessment-held 2014-05-07, job-started 2014-05-06`,
    attributes: ENGLAND,
    asAt: "2014-06-30",
    expect: "not-met: late",
  },
  {
    says: "a plan nobody signed for the provider lacks a part",
    of: "pre-work-support/plan-quality",
    when: `${START}, action-plan-finalised 2014-04-08 signedByParticipant=true signedByProvider=false`,
    attributes: ENGLAND,
    asAt: "2014-06-30",
    expect: "not-met: part-missing",
    sentence: "Action plan agreed Tue 8 Apr 2014. Missing: the provider has signed (by the record): not met.",
  },
  {
    says: "a plan both signed still needs a person",
    of: "pre-work-support/plan-quality",
    when: `${START}, action-plan-finalised 2014-04-08 signedByParticipant=true signedByProvider=true`,
    attributes: ENGLAND,
    asAt: "2014-06-30",
    expect: "undetermined: needs-review",
    sentence:
      "Action plan agreed Tue 8 Apr 2014. A person must look: what provider and person each do is clear and actions are specific, measurable, achievable, relevant and timed. Nobody has attested it: undetermined.",
  },
  {
    says: "updated after two weeks, on Easter Monday",
    of: "pre-work-support/plan-updated",
    when: `${START}, action-plan-updated 2014-04-21`,
    attributes: ENGLAND,
    asAt: "2014-04-30",
    expect: "met",
    sentence:
      "Attached to the programme Mon 7 Apr 2014. Two weeks later is Mon 21 Apr 2014. Action plan updated Mon 21 Apr 2014: met, on the last day.",
    dueOn: "2014-04-21",
  },
  {
    says: "updated a day later",
    of: "pre-work-support/plan-updated",
    when: `${START}, action-plan-updated 2014-04-22`,
    attributes: ENGLAND,
    asAt: "2014-04-30",
    expect: "not-met: late",
    sentence:
      "Attached to the programme Mon 7 Apr 2014. Two weeks later is Mon 21 Apr 2014. Action plan updated Tue 22 Apr 2014: not met, one day late.",
    dueOn: "2014-04-21",
  },
  {
    says: "offer and answer are on record",
    of: "in-work-support/recorded",
    when: `${START}, job-started 2014-05-06, in-work-support-offered 2014-05-06 recorded=true answered=true`,
    attributes: ENGLAND,
    asAt: "2014-06-30",
    expect: "met",
    sentence:
      "Job started Tue 6 May 2014. Support in work offered Tue 6 May 2014. The record shows that the offer is recorded and acceptance or refusal is recorded: met.",
  },
  {
    says: "the answer is not",
    of: "in-work-support/recorded",
    when: `${START}, job-started 2014-05-06, in-work-support-offered 2014-05-06 recorded=true answered=false`,
    attributes: ENGLAND,
    asAt: "2014-06-30",
    expect: "not-met: part-missing",
    sentence:
      "Job started Tue 6 May 2014. Support in work offered Tue 6 May 2014. Missing: acceptance or refusal is recorded (by the record): not met.",
  },
  {
    says: "nothing was offered",
    of: "in-work-support/recorded",
    when: `${START}, job-started 2014-05-06`,
    attributes: ENGLAND,
    asAt: "2014-06-30",
    expect: "not-met: not-done",
  },
  {
    says: "whether support fits needs a person",
    of: "in-work-support/specific",
    when: `${START}, job-started 2014-05-06, in-work-support-offered 2014-05-06`,
    attributes: ENGLAND,
    asAt: "2014-06-30",
    expect: "undetermined: needs-review",
    sentence:
      "Support in work offered Tue 6 May 2014. A person must look: it is explicit and fits the person's needs and it is reviewed as promised. Nobody has attested it: undetermined.",
  },
];

const COMPLETED = "referral-received 2012-04-02, started 2012-04-16, programme-completed 2014-04-14";

/** 104 weeks after Monday 16 April 2012 is Monday 14 April 2014. */
const exit: RuleCase[] = [
  {
    says: "someone on benefit leaves without a report",
    of: "programme-exit/report",
    when: COMPLETED,
    attributes: { nation: "england", onBenefit: true },
    asAt: "2014-06-30",
    expect: "not-met: not-done",
    sentence:
      "Full time on the programme completed Mon 14 Apr 2014. No exit report as at Mon 30 Jun 2014: not met.",
  },
  {
    says: "someone off benefit needs none",
    of: "programme-exit/report",
    when: COMPLETED,
    attributes: { nation: "england", onBenefit: false },
    asAt: "2014-06-30",
    expect: "not-applicable: condition",
  },
  {
    says: "whether a completed report is personal needs a person",
    of: "programme-exit/report",
    when: `${COMPLETED}, exit-report-provided 2014-04-14 completed=true`,
    attributes: { nation: "england", onBenefit: true },
    asAt: "2014-06-30",
    expect: "undetermined: needs-review",
    sentence:
      "Full time on the programme completed Mon 14 Apr 2014. Exit report sent Mon 14 Apr 2014. A person must look: it records the person's time on the programme, it shows how the person gained from it and it recommends next steps. Nobody has attested it: undetermined.",
  },
  {
    // Requested Mon 14 April 2014: 15–17 are 1–3, 22–25 are 4–7, 28, 29, 30 are 8, 9, 10.
    says: "sent on the tenth working day after the request",
    of: "programme-exit/sent",
    when: `${COMPLETED}, left 2014-04-14, exit-report-requested 2014-04-14, exit-report-provided 2014-04-30`,
    attributes: ENGLAND,
    asAt: "2014-06-30",
    expect: "met",
    sentence:
      "Exit report requested by the Jobcentre Mon 14 Apr 2014. Ten working days later is Wed 30 Apr 2014 (Good Friday, two weekends and Easter Monday do not count). Exit report sent Wed 30 Apr 2014: met, on the last day.",
    dueOn: "2014-04-30",
  },
  {
    says: "sent on the eleventh",
    of: "programme-exit/sent",
    when: `${COMPLETED}, left 2014-04-14, exit-report-requested 2014-04-14, exit-report-provided 2014-05-01`,
    attributes: ENGLAND,
    asAt: "2014-06-30",
    expect: "not-met: late",
    sentence:
      "Exit report requested by the Jobcentre Mon 14 Apr 2014. Ten working days later is Wed 30 Apr 2014 (Good Friday, two weekends and Easter Monday do not count). Exit report sent Thu 1 May 2014: not met, one working day late.",
    dueOn: "2014-04-30",
  },
  {
    // Easter Monday is no bank holiday in Scotland: 15–17 are 1–3, Mon 21 is 4, 22–25 are 5–8, 28 is 9, 29 is 10.
    says: "in Scotland Easter Monday counts",
    of: "programme-exit/sent",
    when: `${COMPLETED}, exit-report-requested 2014-04-14, exit-report-provided 2014-04-30`,
    attributes: { nation: "scotland" },
    asAt: "2014-06-30",
    expect: "not-met: late",
    dueOn: "2014-04-29",
  },
];

const provider: RuleCase[] = [
  {
    says: "displayed at the site and there in writing",
    of: "pre-programme/displayed",
    when: "contract-started 2014-04-01, standards-displayed 2014-04-01 atSites=true inWriting=true",
    attributes: ENGLAND,
    asAt: "2014-06-30",
    expect: "met",
    sentence:
      "Contract started Tue 1 Apr 2014. Standards displayed Tue 1 Apr 2014. The record shows that the standards are displayed at the site and the Jobcentre has them in writing: met.",
  },
  {
    says: "not there in writing",
    of: "pre-programme/displayed",
    when: "contract-started 2014-04-01, standards-displayed 2014-04-01 atSites=true inWriting=false",
    attributes: ENGLAND,
    asAt: "2014-06-30",
    expect: "not-met: part-missing",
    sentence:
      "Contract started Tue 1 Apr 2014. Standards displayed Tue 1 Apr 2014. Missing: the Jobcentre has them in writing (by the record): not met.",
  },
  {
    says: "not displayed at all",
    of: "pre-programme/displayed",
    when: "contract-started 2014-04-01",
    attributes: ENGLAND,
    asAt: "2014-06-30",
    expect: "not-met: not-done",
  },
  {
    says: "whether the standards explain themselves needs a person",
    of: "pre-programme/explained",
    when: "standards-displayed 2014-04-01 atSites=true inWriting=true",
    attributes: ENGLAND,
    asAt: "2014-06-30",
    expect: "undetermined: needs-review",
    sentence:
      "Standards displayed Tue 1 Apr 2014. A person must look: the service to expect is set out and feedback and complaints are explained. Nobody has attested it: undetermined.",
  },
  {
    says: "reviewed after half a year",
    of: "framework-review/reviewed",
    when: "contract-started 2014-04-01, standards-reviewed 2014-10-01",
    attributes: ENGLAND,
    asAt: "2014-10-31",
    expect: "met",
    sentence:
      "Contract started Tue 1 Apr 2014. Six months later is Wed 1 Oct 2014. Standards reviewed Wed 1 Oct 2014: met, on the last day.",
    dueOn: "2014-10-01",
  },
  {
    says: "reviewed a day later",
    of: "framework-review/reviewed",
    when: "contract-started 2014-04-01, standards-reviewed 2014-10-02",
    attributes: ENGLAND,
    asAt: "2014-10-31",
    expect: "not-met: late",
    sentence:
      "Contract started Tue 1 Apr 2014. Six months later is Wed 1 Oct 2014. Standards reviewed Thu 2 Oct 2014: not met, one day late.",
    dueOn: "2014-10-01",
  },
  {
    says: "every two years, under that reading",
    of: "framework-review/reviewed",
    when: "contract-started 2014-04-01, standards-reviewed 2014-10-02",
    attributes: ENGLAND,
    asAt: "2014-10-31",
    readings: { "standards-review": "every-two-years" },
    expect: "met",
    dueOn: "2016-04-01",
  },
];

const recommended: RuleCase[] = [
  {
    says: "complaints have their process on the first day",
    of: "complaints/process",
    when: "complaints-process-set-up 2014-04-01, contract-started 2014-04-01",
    attributes: ENGLAND,
    asAt: "2014-06-30",
    expect: "met",
    sentence:
      "Contract started Tue 1 Apr 2014. It is due that same day, Tue 1 Apr 2014. Process for complaints set up Tue 1 Apr 2014: met, on the last day.",
    dueOn: "2014-04-01",
  },
  {
    says: "complaints have their process a day later",
    of: "complaints/process",
    when: "contract-started 2014-04-01, complaints-process-set-up 2014-04-02",
    attributes: ENGLAND,
    asAt: "2014-06-30",
    expect: "not-met: late",
    sentence:
      "Contract started Tue 1 Apr 2014. It is due that same day, Tue 1 Apr 2014. Process for complaints set up Wed 2 Apr 2014: not met, one day late.",
    dueOn: "2014-04-01",
  },
  {
    says: "complaints were sampled at the review",
    of: "complaints/sampled",
    when: "monitoring-review-held 2014-05-12 complaintsSampled=true",
    attributes: ENGLAND,
    asAt: "2014-06-30",
    expect: "met",
    sentence:
      "Contract monitoring review held Mon 12 May 2014. The record shows that a sample of complaints was looked at: met.",
  },
  {
    says: "complaints were not",
    of: "complaints/sampled",
    when: "monitoring-review-held 2014-05-12 complaintsSampled=false",
    attributes: ENGLAND,
    asAt: "2014-06-30",
    expect: "not-met: part-missing",
    sentence:
      "Contract monitoring review held Mon 12 May 2014. Missing: a sample of complaints was looked at (by the record): not met.",
  },
  {
    says: "whether complaints were is not recorded",
    of: "complaints/sampled",
    when: "monitoring-review-held 2014-05-12",
    attributes: ENGLAND,
    asAt: "2014-06-30",
    expect: "undetermined: missing-data",
  },
  {
    says: "funding agreed the day before a specialist referral",
    of: "specialist-referrals/funding-agreed",
    when: "funding-agreed 2014-05-05, specialist-referral-made 2014-05-06",
    attributes: ENGLAND,
    asAt: "2014-06-30",
    expect: "met",
    sentence: "Referral to a specialist provider made Tue 6 May 2014. Funding agreed Mon 5 May 2014: met.",
  },
  {
    says: "funding agreed that day: a person must look",
    of: "specialist-referrals/funding-agreed",
    when: "funding-agreed 2014-05-06, specialist-referral-made 2014-05-06",
    attributes: ENGLAND,
    asAt: "2014-06-30",
    expect: "undetermined: needs-review",
  },
  {
    says: "funding agreed the day after",
    of: "specialist-referrals/funding-agreed",
    when: "specialist-referral-made 2014-05-06, funding-agreed 2014-05-07",
    attributes: ENGLAND,
    asAt: "2014-06-30",
    expect: "not-met: late",
  },
  {
    says: "funding never agreed",
    of: "specialist-referrals/funding-agreed",
    when: "specialist-referral-made 2014-05-06",
    attributes: ENGLAND,
    asAt: "2014-06-30",
    expect: "not-met: not-done",
    sentence:
      "Referral to a specialist provider made Tue 6 May 2014. No agreement on funding by then: not met.",
  },
];

/** Every testable part of 003 ¶2.2.10, its introduction and recommendations 8, 10 and 22. */
export const frameworkCases: RuleCase[] = [...attached, ...support, ...exit, ...provider, ...recommended];

/** April 2014 ended; May 2014: Thu 1 is 1, Fri 2 is 2, Mon 5 is a bank holiday, Tue 6 is 3, 7 is 4, Thu 8 is 5. */
export const regimeCases: RuleCase[] = [
  {
    says: "the pipeline file is returned on the fifth working day",
    of: "returns/pipeline-file",
    when: "month-ended 2014-04-30, pipeline-file-returned 2014-05-08",
    attributes: ENGLAND,
    asAt: "2014-05-31",
    expect: "met",
    sentence:
      "Month ended Wed 30 Apr 2014. The 5th working day of the next month is Thu 8 May 2014 (the weekend and Early May bank holiday do not count). Pipeline file returned Thu 8 May 2014: met, on the last day.",
    dueOn: "2014-05-08",
  },
  {
    says: "the pipeline file is returned on the sixth",
    of: "returns/pipeline-file",
    when: "month-ended 2014-04-30, pipeline-file-returned 2014-05-09",
    attributes: ENGLAND,
    asAt: "2014-05-31",
    expect: "not-met: late",
    dueOn: "2014-05-08",
  },
  {
    says: "its check is clean and it is not marked private",
    of: "returns/pipeline-contents",
    when: "pipeline-file-returned 2014-05-08 checkErrors=false markedPrivate=false",
    attributes: ENGLAND,
    asAt: "2014-05-31",
    expect: "met",
    sentence:
      "Pipeline file returned Thu 8 May 2014. The record shows that the total of every payment group and cohort is last month's and its message is not marked private: met.",
  },
  {
    says: "its message is marked private",
    of: "returns/pipeline-contents",
    when: "pipeline-file-returned 2014-05-08 checkErrors=false markedPrivate=true",
    attributes: ENGLAND,
    asAt: "2014-05-31",
    expect: "not-met: part-missing",
    sentence:
      "Pipeline file returned Thu 8 May 2014. Missing: its message is not marked private (by the record): not met.",
  },
  {
    says: "how often supply chain information is owed is not said",
    of: "returns/supply-chain",
    when: "contract-started 2014-04-01, supply-chain-reporting-announced 2014-05-01",
    attributes: ENGLAND,
    asAt: "2014-05-31",
    expect: "undetermined: missing-parameter",
    sentence:
      "Reporting on the supply chain announced Thu 1 May 2014. The source does not give returns/supply-chain.every (not said): undetermined until a variation supplies it.",
  },
];
