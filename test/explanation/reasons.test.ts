import fc from "fast-check";
import {
  amend,
  assess,
  type Journey,
  type Programme,
  ProgrammeFault,
  type Requirement,
  whpCoreCv04,
  whpJetsCv06,
} from "programme-rules";
import { exampleOffer, workProgrammeFramework, workProgrammeRegimeV2 } from "programme-rules/programmes";
import { describe, expect, test } from "vitest";
import { type RuleCase, resultOf, verdictOf } from "../cases/case.js";
import { journeys } from "../compliance/journeys.js";
import { Chance } from "../fuzz/chance.js";
import { shapedJourney } from "../fuzz/malformed.js";

/** A kind of requirement, a verdict with its reason, and what is said of it; the rest is as in the cases. */
interface Said extends RuleCase {
  readonly programme: Programme;
  readonly sentence: string;
}

type Sayings = readonly Omit<Said, "programme" | "asAt" | "of">[];

const asAt = "2021-04-30";
const of = (programme: Programme, requirement: string, sayings: Sayings, on = asAt): Said[] =>
  sayings.map((saying) => ({ ...saying, programme, of: requirement, asAt: on }));

const START = "referral-received 2021-03-22, started 2021-04-12";
const offer = amend(whpCoreCv04, exampleOffer);

/*
 * A wall calendar of 2021: Thu 1 April, Good Friday 2, Easter Monday 5. After Mon 12 April: 13 is 1, 14, 15, 16
 * are 2–4, 19–23 are 5–9, Mon 26 is 10. The last ten to Fri 30 April: 30–26 are 1–5, 23–19 are 6–10.
 */
const PLAN_DUE =
  "Started Mon 12 Apr 2021. Ten working days later is Mon 26 Apr 2021 (two weekends do not count).";
const LAST_TEN =
  "Left Fri 30 Apr 2021. The last ten working days up to and including Fri 30 Apr 2021 begin on Mon 19 Apr 2021 (the weekend does not count).";
const NOWHERE = "It names no nation of the programme, so no working day can be counted: undetermined.";
const nowhere = { nation: "atlantis" };

const deadlines: Said[] = [
  ...of(whpJetsCv06, "css-7/finalised", [
    {
      says: "done",
      when: `${START}, action-plan-finalised 2021-04-23`,
      expect: "met",
      sentence: `${PLAN_DUE} Action plan finalised Fri 23 Apr 2021: met, one working day to spare. [001 ¶38 item 7]`,
    },
    {
      says: "late",
      when: `${START}, action-plan-finalised 2021-04-28`,
      expect: "not-met: late",
      sentence: `${PLAN_DUE} Action plan finalised Wed 28 Apr 2021: not met, two working days late. [001 ¶38 item 7]`,
    },
    {
      says: "not done",
      when: START,
      expect: "not-met: not-done",
      sentence: `${PLAN_DUE} No finalised action plan by then: not met. [001 ¶38 item 7]`,
    },
    {
      says: "not started",
      when: "referral-received 2021-03-22",
      expect: "not-applicable: clock-never-started",
      sentence: '"Started" is not recorded, so the clock never started: not applicable. [001 ¶38 item 7]',
    },
    {
      says: "left before",
      when: `${START}, left 2021-04-16`,
      expect: "not-applicable: excused",
      sentence: `${PLAN_DUE} Left Fri 16 Apr 2021, while it was still open: excused, not applicable. [001 ¶38 item 7]`,
    },
    {
      says: "a nation without a calendar",
      when: START,
      attributes: nowhere,
      expect: "undetermined: missing-data",
      sentence: `Started Mon 12 Apr 2021. ${NOWHERE} [001 ¶38 item 7]`,
    },
  ]),
  ...of(
    whpJetsCv06,
    "css-7/finalised",
    [
      {
        says: "still open",
        when: START,
        expect: "pending: not-yet-due",
        sentence: `${PLAN_DUE} As at Thu 22 Apr 2021 still open, two working days left: pending. [001 ¶38 item 7]`,
      },
    ],
    "2021-04-22",
  ),
  ...of(
    whpJetsCv06,
    "css-10/before-leaving",
    [
      {
        says: "too early",
        when: `${START}, exit-report-provided 2021-04-16, left 2021-04-30`,
        expect: "not-met: outside-window",
        sentence: `${LAST_TEN} Exit report given Fri 16 Apr 2021, before the window opened: not met. [001 ¶38 item 10]`,
      },
      {
        says: "in work",
        when: `${START}, job-started 2021-04-19, left 2021-04-30`,
        expect: "not-applicable: condition",
        sentence: `${LAST_TEN} This applies only when not in work (job started Mon 19 Apr 2021): not applicable. [001 ¶38 item 10]`,
      },
    ],
    "2021-05-10",
  ),
  ...of(whpCoreCv04, "css-10/needs-discussed", [
    {
      says: "the same day",
      when: `${START}, in-work-needs-attempted 2021-04-20, job-started 2021-04-20`,
      expect: "undetermined: needs-review",
      sentence:
        "Job started Tue 20 Apr 2021. Talk about in-work needs attempted Tue 20 Apr 2021. A person must look: whether the same day was in time. Nobody has attested it: undetermined. [001 ¶37 item 10]",
    },
  ]),
  ...of(workProgrammeFramework, "pre-work-support/plan-agreed", [
    {
      says: "a length each bidder names",
      when: START,
      attributes: { nation: "england" },
      expect: "undetermined: missing-parameter",
      sentence:
        "Attached to the programme Mon 12 Apr 2021. The source does not give pre-work-support/plan-agreed.within (bid specific): undetermined until a variation supplies it. [003 ¶2.2.10 item pre-work]",
    },
  ]),
];

const cadences: Said[] = [
  ...of(whpJetsCv06, "css-8/contact", [
    {
      says: "made",
      when: `${START}, contacted 2021-04-26`,
      expect: "met",
      sentence: `${PLAN_DUE} Contacted Mon 26 Apr 2021: met, on the last day. [001 ¶38 item 8]`,
    },
    {
      says: "late",
      when: `${START}, contacted 2021-04-27`,
      expect: "not-met: late",
      sentence: `${PLAN_DUE} Contacted Tue 27 Apr 2021: not met, one working day late. [001 ¶38 item 8]`,
    },
    {
      says: "not made",
      when: START,
      expect: "not-met: not-done",
      sentence: `${PLAN_DUE} No contact by then: not met. [001 ¶38 item 8]`,
    },
    {
      says: "disengaged",
      when: `${START}, disengaged 2021-04-20`,
      readings: { "stops-while-disengaged": "yes" },
      expect: "not-applicable: stopped",
      sentence: `${PLAN_DUE} Disengaged Tue 20 Apr 2021, which stops the clock: not applicable. [001 ¶38 item 8]`,
    },
    {
      says: "left",
      when: `${START}, left 2021-04-20`,
      expect: "not-applicable: state-ended",
      sentence: `${PLAN_DUE} Left Tue 20 Apr 2021, which ends it before it was due: not applicable. [001 ¶38 item 8]`,
    },
    {
      says: "not started",
      when: "referral-received 2021-03-22",
      expect: "not-applicable: clock-never-started",
      sentence: '"Started" is not recorded, so the clock never started: not applicable. [001 ¶38 item 8]',
    },
    {
      says: "a nation without a calendar",
      when: START,
      attributes: nowhere,
      expect: "undetermined: missing-data",
      sentence: `${NOWHERE} [001 ¶38 item 8]`,
    },
  ]),
  ...of(
    whpJetsCv06,
    "css-8/contact",
    [
      {
        says: "still open",
        when: START,
        expect: "pending: not-yet-due",
        sentence: `${PLAN_DUE} As at Mon 26 Apr 2021 still open, due that day: pending. [001 ¶38 item 8]`,
      },
    ],
    "2021-04-26",
  ),
  ...of(
    workProgrammeRegimeV2,
    "returns/supply-chain",
    [
      {
        says: "how often is not said",
        when: "contract-started 2014-04-01, supply-chain-reporting-announced 2014-05-01",
        attributes: { nation: "england" },
        expect: "undetermined: missing-parameter",
        sentence:
          "Reporting on the supply chain announced Thu 1 May 2014. The source does not give returns/supply-chain.every (not said): undetermined until a variation supplies it. [002 ¶changes by chapter]",
      },
    ],
    "2014-05-31",
  ),
];

const QUALITY = `what provider and person each do is clear and actions are specific, measurable, achievable, relevant and timed`;
const ENGLAND = { nation: "england" };

const contents: Said[] = [
  ...of(workProgrammeFramework, "in-work-support/recorded", [
    {
      says: "there with its parts",
      when: `${START}, job-started 2021-04-20, in-work-support-offered 2021-04-20 recorded=true answered=true`,
      attributes: ENGLAND,
      expect: "met",
      sentence:
        "Job started Tue 20 Apr 2021. Support in work offered Tue 20 Apr 2021. The record shows that the offer is recorded and acceptance or refusal is recorded: met. [003 ¶2.2.10 item in-work]",
    },
    {
      says: "without a part",
      when: `${START}, job-started 2021-04-20, in-work-support-offered 2021-04-20 recorded=true answered=false`,
      attributes: ENGLAND,
      expect: "not-met: part-missing",
      sentence:
        "Job started Tue 20 Apr 2021. Support in work offered Tue 20 Apr 2021. Missing: acceptance or refusal is recorded (by the record): not met. [003 ¶2.2.10 item in-work]",
    },
    {
      says: "not there",
      when: `${START}, job-started 2021-04-20`,
      attributes: ENGLAND,
      expect: "not-met: not-done",
      sentence:
        "Job started Tue 20 Apr 2021. No offer of support in work as at Fri 30 Apr 2021: not met. [003 ¶2.2.10 item in-work]",
    },
    {
      says: "a part that is not on record",
      when: `${START}, job-started 2021-04-20, in-work-support-offered 2021-04-20 recorded=true`,
      attributes: ENGLAND,
      expect: "undetermined: missing-data",
      sentence:
        "Job started Tue 20 Apr 2021. Support in work offered Tue 20 Apr 2021. The record does not tell whether acceptance or refusal is recorded: undetermined. [003 ¶2.2.10 item in-work]",
    },
  ]),
  ...of(
    workProgrammeFramework,
    "in-work-support/recorded",
    [
      {
        says: "owed that day",
        when: `${START}, job-started 2021-04-20`,
        attributes: ENGLAND,
        expect: "pending: not-yet-due",
        sentence:
          "Job started Tue 20 Apr 2021. As at Tue 20 Apr 2021 still open: pending. [003 ¶2.2.10 item in-work]",
      },
    ],
    "2021-04-20",
  ),
  ...of(workProgrammeFramework, "pre-work-support/plan-quality", [
    {
      says: "for a person",
      when: `${START}, action-plan-finalised 2021-04-20 signedByParticipant=true signedByProvider=true`,
      attributes: ENGLAND,
      expect: "undetermined: needs-review",
      sentence: `Action plan agreed Tue 20 Apr 2021. A person must look: ${QUALITY}. Nobody has attested it: undetermined. [003 ¶2.2.10 item pre-work]`,
    },
    {
      says: "no plan, no owing",
      when: START,
      attributes: ENGLAND,
      expect: "not-applicable: clock-never-started",
      sentence:
        '"Action plan agreed" is not recorded, so the clock never started: not applicable. [003 ¶2.2.10 item pre-work]',
    },
  ]),
  ...of(
    workProgrammeFramework,
    "programme-exit/report",
    [
      {
        says: "off benefit",
        when: "referral-received 2012-04-02, started 2012-04-16, programme-completed 2014-04-14",
        attributes: { nation: "england", onBenefit: false },
        expect: "not-applicable: condition",
        sentence:
          "Full time on the programme completed Mon 14 Apr 2014. This applies only where onBenefit is true: not applicable. [003 ¶2.2.10 item exit]",
      },
    ],
    "2014-06-30",
  ),
];

const proportions: Said[] = [
  ...of(
    whpJetsCv06,
    "css-2/backlog-share",
    [
      {
        says: "in it",
        when: "referral-received 2021-04-01",
        expect: "not-met: not-done",
        sentence:
          "Referral received Thu 1 Apr 2021. Two working days later is Wed 7 Apr 2021 (Good Friday, the weekend and Easter Monday do not count): no acknowledgement. 15 working days after Thu 1 Apr 2021 is Mon 26 Apr 2021 (Good Friday, four weekends and Easter Monday do not count): no initial appointment and no PRaP update. In backlog as at Thu 8 Apr 2021: not met. [001 ¶38 item 2]",
      },
      {
        says: "not in it",
        when: "referral-received 2021-04-01, referral-acknowledged 2021-04-07",
        expect: "met",
        sentence:
          "Referral received Thu 1 Apr 2021. Two working days later is Wed 7 Apr 2021 (Good Friday, the weekend and Easter Monday do not count): acknowledged Wed 7 Apr 2021. 15 working days after Thu 1 Apr 2021 is Mon 26 Apr 2021 (Good Friday, four weekends and Easter Monday do not count): no initial appointment and no PRaP update. Not in backlog as at Thu 8 Apr 2021: met. [001 ¶38 item 2]",
      },
      {
        says: "not counted",
        when: "referral-received 2021-03-01",
        readings: { "backlog-denominator": "received-in-month" },
        expect: "not-applicable: nothing-to-count",
        sentence:
          "Referral received Mon 1 Mar 2021. Counted here are those received from Thu 1 Apr 2021 on: not applicable. [001 ¶38 item 2]",
      },
      {
        says: "never received",
        when: "",
        expect: "not-applicable: clock-never-started",
        sentence:
          '"Referral received" is not recorded, so the clock never started: not applicable. [001 ¶38 item 2]',
      },
      {
        says: "a nation without a calendar",
        when: "referral-received 2021-04-01",
        attributes: nowhere,
        expect: "undetermined: missing-data",
        sentence: `Referral received Thu 1 Apr 2021. ${NOWHERE} [001 ¶38 item 2]`,
      },
    ],
    "2021-04-08",
  ),
  ...of(offer, "offer-starts/started", [
    {
      says: "not reached yet",
      when: "referral-received 2021-04-01",
      expect: "pending: not-yet-due",
      sentence:
        "Referral received Thu 1 Apr 2021. As at Fri 30 Apr 2021 still open: pending. [000 ¶minimum performance levels]",
    },
    {
      says: "reached",
      when: START,
      expect: "met",
      sentence:
        "Referral received Mon 22 Mar 2021. Started Mon 12 Apr 2021: met. [000 ¶minimum performance levels]",
    },
  ]),
];

const totals: Said[] = of(offer, "offer-starts/profile", [
  {
    says: "a matter of the whole caseload",
    when: START,
    expect: "not-applicable: nothing-to-count",
    sentence:
      "Counted here is the whole caseload, not one referral: not applicable. [000 ¶minimum performance levels]",
  },
]);

const SAID: Readonly<Record<Requirement["kind"], readonly Said[]>> = {
  deadline: deadlines,
  cadence: cadences,
  content: contents,
  proportion: proportions,
  total: totals,
};

describe.each(Object.entries(SAID))("a %s says", (kind, sayings) => {
  test.each(sayings.map((each) => [`${each.expect}: ${each.says}`, each] as const))("%s", (_name, given) => {
    const { found, sentence } = resultOf(given.programme, given);
    expect(kindOf(given.programme).get(given.of)).toBe(kind);
    expect(verdictOf(found)).toBe(given.expect);
    expect(sentence).toBe(given.sentence);
  });
});

function kindOf(programme: Programme): Map<string, Requirement["kind"]> {
  const rules = [
    ...programme.standards.flatMap(({ requirements }) => requirements),
    ...(programme.returns ?? []),
  ];
  return new Map(rules.map(({ id, kind }) => [id, kind]));
}

test("every verdict and reason that any journey comes to has its sentence here", () => {
  const said = new Set(
    Object.entries(SAID).flatMap(([kind, all]) => all.map((each) => `${kind} ${each.expect}`)),
  );
  const chance = new Chance(20210404);
  const malformed = Array.from({ length: 1500 }, (_, i) => shapedJourney(chance, i) as Journey);
  const plausible = fc.sample(journeys, { numRuns: 400, seed: 20210404 });
  const met = new Set<string>();
  for (const programme of [whpJetsCv06, whpCoreCv04, offer, workProgrammeFramework]) {
    const kinds = kindOf(programme);
    for (const journey of [...malformed, ...plausible]) {
      for (const finding of findingsOf(programme, journey)) {
        met.add(`${kinds.get(finding.requirement)} ${verdictOf(finding)}`);
      }
    }
  }
  expect(met.size).toBeGreaterThan(20);
  expect([...met].filter((each) => !said.has(each)).sort()).toEqual([]);
});

function findingsOf(programme: Programme, journey: Journey) {
  try {
    return assess(programme, journey, { asAt: "2021-05-14" });
  } catch (error) {
    if (error instanceof ProgrammeFault) return [];
    throw error;
  }
}
