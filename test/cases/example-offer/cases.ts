import type { RuleCase } from "../case.js";

const START = "referral-received 2021-02-22, started 2021-03-01";

/** A rule that says how often: kept and broken. */
const regular = (
  of: string,
  running: string,
  done: string,
  lastDay: string,
  dayAfter: string,
  said: { counted: string; done: string; absent: string },
): RuleCase[] => [
  {
    says: `kept by ${lastDay}`,
    of,
    when: `${running}, ${done.replace("DAY", lastDay)}`,
    asAt: dayAfter,
    expect: "met",
    sentence: `${said.counted} ${said.done}: met, on the last day.`,
    dueOn: lastDay,
  },
  {
    says: `not done by ${lastDay}`,
    of,
    when: running,
    asAt: dayAfter,
    expect: "not-met: not-done",
    sentence: `${said.counted} ${said.absent} by then: not met.`,
    dueOn: lastDay,
  },
];

const CONTRACT = "contract-started 2021-03-01";
const SUNDAY = "2021-03-07";
const MONDAY = "2021-03-08";
const MONTH_END = "2021-03-31";
const NEXT_MONTH = "2021-04-01";

/** The contract starts Monday 1 March 2021: its first week ends on Sunday 7, its month on 31, its quarter too. */
const management: RuleCase[] = [
  ...regular("offer-records/exported", CONTRACT, "records-exported DAY", "2021-03-01", "2021-03-02", {
    counted: "Contract started Mon 1 Mar 2021. It is due that same day, Mon 1 Mar 2021.",
    done: "Records exported Mon 1 Mar 2021",
    absent: "No export of records",
  }),
  ...regular("offer-caseloads/by-mentor", CONTRACT, "caseload-reviewed DAY", "2021-03-01", "2021-03-02", {
    counted: "Contract started Mon 1 Mar 2021. The first working day from then on is Mon 1 Mar 2021.",
    done: "Caseload reviewed by the mentor Mon 1 Mar 2021",
    absent: "No review by the mentor",
  }),
  ...regular("offer-caseloads/by-manager", CONTRACT, "caseloads-reviewed DAY", SUNDAY, MONDAY, {
    counted: "Contract started Mon 1 Mar 2021. The last day of that week is Sun 7 Mar 2021.",
    done: "Caseloads reviewed by the manager Sun 7 Mar 2021",
    absent: "No review by the manager",
  }),
  ...regular("offer-reports/weekly-summary", CONTRACT, "report-produced DAY period=week", SUNDAY, MONDAY, {
    counted: "Contract started Mon 1 Mar 2021. The last day of that week is Sun 7 Mar 2021.",
    done: "Performance report made Sun 7 Mar 2021",
    absent: "No performance report",
  }),
  ...regular(
    "offer-reports/monthly-report",
    CONTRACT,
    "report-produced DAY period=month",
    MONTH_END,
    NEXT_MONTH,
    {
      counted: "Contract started Mon 1 Mar 2021. The last day of that month is Wed 31 Mar 2021.",
      done: "Performance report made Wed 31 Mar 2021",
      absent: "No performance report",
    },
  ),
  ...regular("offer-reports/monthly-report-sent", CONTRACT, "report-sent DAY", MONTH_END, NEXT_MONTH, {
    counted: "Contract started Mon 1 Mar 2021. The last day of that month is Wed 31 Mar 2021.",
    done: "Report sent Wed 31 Mar 2021",
    absent: "No sending of the report",
  }),
  ...regular("offer-meetings/team-calls", CONTRACT, "performance-call-held DAY", SUNDAY, MONDAY, {
    counted: "Contract started Mon 1 Mar 2021. The last day of that week is Sun 7 Mar 2021.",
    done: "Performance call held Sun 7 Mar 2021",
    absent: "No performance call",
  }),
  ...regular("offer-meetings/one-to-ones", CONTRACT, "one-to-one-held DAY", SUNDAY, MONDAY, {
    counted: "Contract started Mon 1 Mar 2021. The last day of that week is Sun 7 Mar 2021.",
    done: "One-to-one held Sun 7 Mar 2021",
    absent: "No one-to-one",
  }),
  ...regular(
    "offer-meetings/monthly-reviews",
    CONTRACT,
    "performance-review-held DAY",
    MONTH_END,
    NEXT_MONTH,
    {
      counted: "Contract started Mon 1 Mar 2021. The last day of that month is Wed 31 Mar 2021.",
      done: "Personal performance review held Wed 31 Mar 2021",
      absent: "No personal performance review",
    },
  ),
  ...regular("offer-meetings/partner-one-to-ones", CONTRACT, "one-to-one-held DAY", SUNDAY, MONDAY, {
    counted: "Contract started Mon 1 Mar 2021. The last day of that week is Sun 7 Mar 2021.",
    done: "One-to-one held Sun 7 Mar 2021",
    absent: "No one-to-one",
  }),
  ...regular(
    "offer-meetings/partner-reviews",
    CONTRACT,
    "performance-review-held DAY",
    MONTH_END,
    NEXT_MONTH,
    {
      counted: "Contract started Mon 1 Mar 2021. The last day of that month is Wed 31 Mar 2021.",
      done: "Personal performance review held Wed 31 Mar 2021",
      absent: "No personal performance review",
    },
  ),
  ...regular("offer-meetings/indicators", CONTRACT, "indicators-reviewed DAY", MONTH_END, NEXT_MONTH, {
    counted: "Contract started Mon 1 Mar 2021. The last day of that quarter is Wed 31 Mar 2021.",
    done: "Indicators reviewed Wed 31 Mar 2021",
    absent: "No review of the indicators",
  }),
  ...regular("offer-partners/weekly", CONTRACT, "partner-reviewed DAY", SUNDAY, MONDAY, {
    counted: "Contract started Mon 1 Mar 2021. The last day of that week is Sun 7 Mar 2021.",
    done: "Partner's performance reviewed Sun 7 Mar 2021",
    absent: "No review of the partner",
  }),
  ...regular("offer-partners/monthly", CONTRACT, "partner-reports-reviewed DAY", MONTH_END, NEXT_MONTH, {
    counted: "Contract started Mon 1 Mar 2021. The last day of that month is Wed 31 Mar 2021.",
    done: "Partner's reports reviewed Wed 31 Mar 2021",
    absent: "No review of the partner's reports",
  }),
  ...regular("offer-partners/site-visits", CONTRACT, "site-visited DAY", MONTH_END, NEXT_MONTH, {
    counted: "Contract started Mon 1 Mar 2021. The last day of that quarter is Wed 31 Mar 2021.",
    done: "Site visited Wed 31 Mar 2021",
    absent: "No visit",
  }),
  ...regular(
    "offer-improvement/reviewed",
    "improvement-plan-agreed 2021-03-01",
    "improvement-plan-reviewed DAY",
    MONTH_END,
    NEXT_MONTH,
    {
      counted: "Improvement plan agreed Mon 1 Mar 2021. The last day of that month is Wed 31 Mar 2021.",
      done: "Improvement plan reviewed Wed 31 Mar 2021",
      absent: "No review of the improvement plan",
    },
  ),
  {
    says: "a mentor's daily review skips the weekend",
    of: "offer-caseloads/by-mentor",
    when: "contract-started 2021-03-05, caseload-reviewed 2021-03-05, caseload-reviewed 2021-03-08",
    asAt: "2021-03-08",
    at: 2,
    expect: "met",
    dueOn: "2021-03-08",
  },
];

/** Issue found Thursday 1 April 2021: Tue 6 is 1, 7 is 2, 8 is 3, 9 is 4, Mon 12 is 5. */
const notices: RuleCase[] = [
  {
    says: "an urgent issue told the same day",
    of: "offer-notices/urgent",
    when: "issue-identified 2021-04-01 urgent=true, department-notified 2021-04-01",
    asAt: "2021-04-30",
    expect: "met",
    sentence:
      "Issue identified Thu 1 Apr 2021. It is due that same day, Thu 1 Apr 2021. Department told Thu 1 Apr 2021: met, on the last day.",
    dueOn: "2021-04-01",
  },
  {
    says: "an urgent issue told the next day",
    of: "offer-notices/urgent",
    when: "issue-identified 2021-04-01 urgent=true, department-notified 2021-04-02",
    asAt: "2021-04-30",
    expect: "not-met: late",
    sentence:
      "Issue identified Thu 1 Apr 2021. It is due that same day, Thu 1 Apr 2021. Department told Fri 2 Apr 2021: not met, one day late.",
    dueOn: "2021-04-01",
  },
  {
    says: "another issue told on the fifth working day",
    of: "offer-notices/other",
    when: "issue-identified 2021-04-01 urgent=false, department-notified 2021-04-12",
    asAt: "2021-04-30",
    expect: "met",
    sentence:
      "Issue identified Thu 1 Apr 2021. Five working days later is Mon 12 Apr 2021 (Good Friday, two weekends and Easter Monday do not count). Department told Mon 12 Apr 2021: met, on the last day.",
    dueOn: "2021-04-12",
  },
  {
    says: "another issue told on the sixth",
    of: "offer-notices/other",
    when: "issue-identified 2021-04-01 urgent=false, department-notified 2021-04-13",
    asAt: "2021-04-30",
    expect: "not-met: late",
    sentence:
      "Issue identified Thu 1 Apr 2021. Five working days later is Mon 12 Apr 2021 (Good Friday, two weekends and Easter Monday do not count). Department told Tue 13 Apr 2021: not met, one working day late.",
    dueOn: "2021-04-12",
  },
  {
    says: "an issue whose urgency nobody recorded may be urgent",
    of: "offer-notices/urgent",
    when: "issue-identified 2021-04-01, department-notified 2021-04-06",
    asAt: "2021-04-30",
    expect: "undetermined: missing-data",
    sentence:
      'Issue identified Thu 1 Apr 2021. It is due that same day, Thu 1 Apr 2021. Its "Issue identified" does not say "urgent": undetermined.',
  },
  {
    says: "and may not be",
    of: "offer-notices/other",
    when: "issue-identified 2021-04-01",
    asAt: "2021-04-30",
    expect: "undetermined: missing-data",
  },
  {
    says: "an issue that is not urgent is not told at once",
    of: "offer-notices/urgent",
    when: "issue-identified 2021-04-01 urgent=false",
    asAt: "2021-04-30",
    expect: "not-applicable: clock-never-started",
  },
  {
    says: "what a notice says needs a person",
    of: "offer-notices/contents",
    when: "department-notified 2021-04-12",
    asAt: "2021-04-30",
    expect: "undetermined: needs-review",
    sentence:
      "Department told Mon 12 Apr 2021. A person must look: the issue is described, what was done or is being done, or the help needed and how it will not come again. Nobody has attested it: undetermined.",
  },
];

/**
 * Received Monday 1 March 2021: Wed 7 April is the 25th working day, 8, 9 are 26, 27, 12–16 are 28–32,
 * 19–23 are 33–37, 26, 27, 28 April are 38, 39, 40.
 */
const journeys: RuleCase[] = [
  {
    says: "out of backlog on the 40th working day",
    of: "offer-backlog/age",
    when: "referral-received 2021-03-01, referral-acknowledged 2021-03-03, prap-updated 2021-04-28 status=did-not-attend",
    asAt: "2021-05-31",
    expect: "met",
    sentence:
      "Referral received Mon 1 Mar 2021. 40 working days later is Wed 28 Apr 2021 (eight weekends, Good Friday and Easter Monday do not count). Acknowledged Wed 3 Mar 2021; no initial appointment, and none owed from Wed 28 Apr 2021 (PRaP updated); PRaP updated Wed 28 Apr 2021. Out of backlog Wed 28 Apr 2021: met, on the last day.",
    dueOn: "2021-04-28",
  },
  {
    says: "out of backlog on the 41st",
    of: "offer-backlog/age",
    when: "referral-received 2021-03-01, referral-acknowledged 2021-03-03, prap-updated 2021-04-29 status=did-not-attend",
    asAt: "2021-05-31",
    expect: "not-met: late",
    sentence:
      "Referral received Mon 1 Mar 2021. 40 working days later is Wed 28 Apr 2021 (eight weekends, Good Friday and Easter Monday do not count). Acknowledged Wed 3 Mar 2021; no initial appointment, and none owed from Thu 29 Apr 2021 (PRaP updated); PRaP updated Thu 29 Apr 2021. Out of backlog Thu 29 Apr 2021: not met, one working day late.",
    dueOn: "2021-04-28",
  },
  {
    says: "in backlog, whatever the share may be",
    of: "offer-backlog/share",
    when: "referral-received 2021-03-01",
    asAt: "2021-03-31",
    expect: "not-met: not-done",
    sentence:
      "Referral received Mon 1 Mar 2021. Two working days later is Wed 3 Mar 2021: no acknowledgement. 15 working days after Mon 1 Mar 2021 is Mon 22 Mar 2021 (three weekends do not count): no initial appointment and no PRaP update. In backlog as at Wed 31 Mar 2021: not met.",
  },
  {
    says: "not in backlog",
    of: "offer-backlog/share",
    when: "referral-received 2021-03-01, referral-acknowledged 2021-03-03",
    asAt: "2021-03-05",
    expect: "met",
    sentence:
      "Referral received Mon 1 Mar 2021. Two working days later is Wed 3 Mar 2021: acknowledged Wed 3 Mar 2021. 15 working days after Mon 1 Mar 2021 is Mon 22 Mar 2021 (three weekends do not count): no initial appointment and no PRaP update. Not in backlog as at Fri 5 Mar 2021: met.",
  },
  {
    // Asked Thu 1 April 2021: the fifth working day is Mon 12.
    says: "the plan is sent on the fifth working day",
    of: "offer-plans/sent",
    when: `${START}, action-plan-requested 2021-04-01, action-plan-sent 2021-04-12`,
    asAt: "2021-04-30",
    expect: "met",
    sentence:
      "Action plan asked for Thu 1 Apr 2021. Five working days later is Mon 12 Apr 2021 (Good Friday, two weekends and Easter Monday do not count). Action plan sent Mon 12 Apr 2021: met, on the last day.",
    dueOn: "2021-04-12",
  },
  {
    says: "the plan is sent on the sixth",
    of: "offer-plans/sent",
    when: `${START}, action-plan-requested 2021-04-01, action-plan-sent 2021-04-13`,
    asAt: "2021-04-30",
    expect: "not-met: late",
    sentence:
      "Action plan asked for Thu 1 Apr 2021. Five working days later is Mon 12 Apr 2021 (Good Friday, two weekends and Easter Monday do not count). Action plan sent Tue 13 Apr 2021: not met, one working day late.",
    dueOn: "2021-04-12",
  },
  {
    says: "the plan is updated at the contact",
    of: "offer-plans/updated-at-contact",
    when: `${START}, contacted 2021-03-10, action-plan-updated 2021-03-10`,
    asAt: "2021-03-31",
    expect: "met",
    sentence:
      "Contacted Wed 10 Mar 2021. It is due that same day, Wed 10 Mar 2021. Action plan updated Wed 10 Mar 2021: met, on the last day.",
  },
  {
    says: "the plan is updated the day after",
    of: "offer-plans/updated-at-contact",
    when: `${START}, contacted 2021-03-10, action-plan-updated 2021-03-11`,
    asAt: "2021-03-31",
    expect: "not-met: late",
    sentence:
      "Contacted Wed 10 Mar 2021. It is due that same day, Wed 10 Mar 2021. Action plan updated Thu 11 Mar 2021: not met, one day late.",
    dueOn: "2021-03-10",
  },
  ...regular("offer-plans/updated-monthly", START, "action-plan-updated DAY", MONTH_END, NEXT_MONTH, {
    counted: "Started Mon 1 Mar 2021. The last day of that month is Wed 31 Mar 2021.",
    done: "Action plan updated Wed 31 Mar 2021",
    absent: "No update of the action plan",
  }),
  ...regular(
    "offer-in-work/weekly",
    `${START}, job-started 2021-03-01`,
    "in-work-monitored DAY",
    SUNDAY,
    MONDAY,
    {
      counted: "Job started Mon 1 Mar 2021. The last day of that week is Sun 7 Mar 2021.",
      done: "Followed in work Sun 7 Mar 2021",
      absent: "No following in work",
    },
  ),
  ...regular(
    "offer-in-work/monthly",
    `${START}, job-started 2021-03-01, monitoring-reduced 2021-03-15`,
    "in-work-monitored DAY",
    MONTH_END,
    NEXT_MONTH,
    {
      counted: "Following reduced Mon 15 Mar 2021. The last day of that month is Wed 31 Mar 2021.",
      done: "Followed in work Wed 31 Mar 2021",
      absent: "No following in work",
    },
  ),
];

/** Every testable part of the example offer. */
export const offerCases: RuleCase[] = [...journeys, ...management, ...notices];
