import type { Citation, Standard } from "../../rules/index.js";
import { everyCase } from "../targets.js";

const stage = <Item extends string>(item: Item) =>
  ({ source: "003", paragraph: "2.2.10", item }) as const satisfies Citation;

const eligible = [{ attribute: "eligible", isNot: [false], missing: "yes" }] as const;
const bid = { open: "bid-specific", note: "the number each bidder offered" } as const;

/** The example framework of customer service standards along the journey, source 003 ¶2.2.10. */
export const frameworkStandards = [
  {
    id: "pre-programme",
    title: "Show the standards openly",
    stage: "pre-programme",
    citation: stage("pre-programme"),
    requirements: [
      {
        kind: "content",
        id: "pre-programme/displayed",
        subject: "site",
        title:
          "The standards hang at the provider's sites and are there in writing for Jobcentre advisers to hand out",
        record: "standards-displayed",
        owedAfter: ["contract-started"],
        parts: [
          {
            id: "at-sites",
            says: "the standards are displayed at the site",
            check: { field: "atSites", is: true },
          },
          {
            id: "in-writing",
            says: "the Jobcentre has them in writing",
            check: { field: "inWriting", is: true },
          },
        ],
        target: everyCase,
      },
      {
        kind: "content",
        id: "pre-programme/explained",
        subject: "provider",
        title: "The standards say what service to expect and how to give feedback or complain",
        record: "standards-displayed",
        parts: [
          { id: "service", says: "the service to expect is set out", check: "human" },
          { id: "complaints", says: "feedback and complaints are explained", check: "human" },
        ],
        target: everyCase,
      },
    ],
  },
  {
    id: "programme-engagement",
    title: "Bring people onto the programme in good time",
    stage: "programme-engagement",
    citation: stage("engagement"),
    requirements: [
      {
        kind: "deadline",
        id: "programme-engagement/aims",
        title: "Aims, service and the person's own duties are explained",
        event: ["aims-explained"],
        after: ["started"],
        within: { days: 0 },
        early: true,
        target: everyCase,
      },
      {
        kind: "content",
        id: "programme-engagement/understood",
        title: "Each person understands the service and what is expected in return",
        record: "aims-explained",
        parts: [
          { id: "service", says: "the person understands the service", check: "human" },
          { id: "duties", says: "the person understands what is expected", check: "human" },
        ],
        target: everyCase,
      },
      {
        kind: "proportion",
        id: "programme-engagement/attached-share",
        title: "Eligible people referred who are attached to the programme",
        among: [{ event: "referral-received", when: eligible }],
        share: { reaching: ["started"] },
        measured: "period",
        target: { atLeast: bid },
      },
      {
        kind: "deadline",
        id: "programme-engagement/attached",
        title: "Each eligible person is attached",
        event: ["started"],
        after: ["referral-received"],
        within: { workingDays: 15 },
        exceptions: [{ when: [{ group: ["pg9"] }], within: { workingDays: 25 } }],
        when: eligible,
        target: everyCase,
      },
    ],
  },
  {
    id: "pre-work-support",
    title: "Find out what each person needs and agree a plan",
    stage: "pre-work-support",
    citation: stage("pre-work"),
    requirements: [
      {
        kind: "content",
        id: "pre-work-support/assessed",
        title: "Each person takes part in an assessment of goals and of the support they need",
        record: "assessment-held",
        owedAfter: ["left"],
        parts: [
          { id: "goals", says: "job goals are established", check: "human" },
          { id: "support", says: "support for the person's own needs is agreed", check: "human" },
        ],
        target: everyCase,
      },
      {
        kind: "deadline",
        id: "pre-work-support/plan-agreed",
        title: "A personal action plan is agreed",
        event: ["action-plan-finalised"],
        after: ["started"],
        within: bid,
        early: true,
        target: everyCase,
      },
      {
        kind: "cadence",
        id: "pre-work-support/reassessed",
        title: "Before work, an assessment takes place",
        event: ["assessment-held"],
        while: "on-programme",
        every: { weeks: 13 },
        gap: "rolling",
        stops: { "in-work": true },
        target: everyCase,
      },
      {
        kind: "deadline",
        id: "pre-work-support/before-work",
        title: "An assessment takes place",
        event: ["assessment-held"],
        before: ["job-started"],
        sameDay: "needs-review",
        when: [{ in: "on-programme" }],
        target: everyCase,
      },
      {
        kind: "content",
        id: "pre-work-support/plan-quality",
        title: "The plan says who does what towards the job goals, and both have signed it",
        record: "action-plan-finalised",
        parts: [
          { id: "commitments", says: "what provider and person each do is clear", check: "human" },
          {
            id: "smart",
            says: "actions are specific, measurable, achievable, relevant and timed",
            check: "human",
          },
          {
            id: "signed-by-participant",
            says: "the person has signed",
            check: { field: "signedByParticipant", is: true },
          },
          {
            id: "signed-by-provider",
            says: "the provider has signed",
            check: { field: "signedByProvider", is: true },
          },
        ],
        target: everyCase,
      },
      {
        kind: "cadence",
        id: "pre-work-support/plan-updated",
        title: "As an example of a measure: action plans are updated",
        event: ["action-plan-updated", "action-plan-finalised"],
        while: "on-programme",
        every: { weeks: 2 },
        gap: "rolling",
        stops: { "in-work": true },
        target: everyCase,
        citation: { source: "003", paragraph: "Introduction", item: "minimum service levels" },
      },
    ],
  },
  {
    id: "in-work-support",
    title: "Offer help to stay in work",
    stage: "in-work-support",
    citation: stage("in-work"),
    requirements: [
      {
        kind: "content",
        id: "in-work-support/recorded",
        title: "The offer of support in work and the answer to it are on record",
        record: "in-work-support-offered",
        owedAfter: ["job-started"],
        parts: [
          { id: "offer", says: "the offer is recorded", check: { field: "recorded", is: true } },
          { id: "answer", says: "acceptance or refusal is recorded", check: { field: "answered", is: true } },
        ],
        target: everyCase,
      },
      {
        kind: "content",
        id: "in-work-support/specific",
        title:
          "Support in work is explicit, fits the person, and is reviewed as the provider's standards say",
        record: "in-work-support-offered",
        parts: [
          { id: "specific", says: "it is explicit and fits the person's needs", check: "human" },
          { id: "reviewed", says: "it is reviewed as promised", check: "human" },
        ],
        target: everyCase,
      },
    ],
  },
  {
    id: "programme-exit",
    title: "Hand people back with a useful report",
    stage: "programme-exit",
    citation: stage("exit"),
    requirements: [
      {
        kind: "content",
        id: "programme-exit/report",
        title:
          "Someone on benefit who returns to the Jobcentre after the full time has a completed, personal exit report",
        record: "exit-report-provided",
        owedAfter: ["programme-completed"],
        when: [{ attribute: "onBenefit", is: [true] }],
        parts: [
          { id: "completed", says: "the report is completed", check: { field: "completed", is: true } },
          { id: "record", says: "it records the person's time on the programme", check: "human" },
          { id: "benefit", says: "it shows how the person gained from it", check: "human" },
          { id: "next-steps", says: "it recommends next steps", check: "human" },
        ],
        target: everyCase,
      },
      {
        kind: "deadline",
        id: "programme-exit/sent",
        title: "The exit report is with the Jobcentre",
        event: ["exit-report-provided"],
        after: ["exit-report-requested"],
        within: { workingDays: 10 },
        owedAfterLeaving: true,
        target: everyCase,
      },
    ],
  },
  {
    id: "complaints",
    title: "Hear complaints and feedback",
    stage: "contract",
    citation: { source: "003", paragraph: "2.2.7", item: "recommendation 10" },
    requirements: [
      {
        kind: "deadline",
        id: "complaints/process",
        subject: "contract",
        title: "A process for complaints and feedback is in place",
        event: ["complaints-process-set-up"],
        after: ["contract-started"],
        within: { days: 0 },
        early: true,
        target: everyCase,
      },
      {
        kind: "content",
        id: "complaints/sampled",
        subject: "contract",
        title: "Complaints are sampled at each contract monitoring review",
        record: "monitoring-review-held",
        parts: [
          {
            id: "sample",
            says: "a sample of complaints was looked at",
            check: { field: "complaintsSampled", is: true },
          },
        ],
        target: everyCase,
      },
    ],
  },
  {
    id: "specialist-referrals",
    title: "Agree the money before sending people to specialists",
    stage: "pre-work-support",
    citation: { source: "003", paragraph: "2.3.8", item: "recommendation 22" },
    requirements: [
      {
        kind: "deadline",
        id: "specialist-referrals/funding-agreed",
        subject: "provider",
        title: "Funding is agreed",
        event: ["funding-agreed"],
        before: ["specialist-referral-made"],
        sameDay: "needs-review",
        target: everyCase,
      },
    ],
  },
  {
    id: "framework-review",
    title: "Keep the standards fit for purpose",
    stage: "contract",
    citation: { source: "003", paragraph: "2.2.5", item: "recommendation 8" },
    requirements: [
      {
        kind: "cadence",
        id: "framework-review/reviewed",
        subject: "programme",
        title: "The standards are reviewed and revised",
        event: ["standards-reviewed"],
        while: "contract-running",
        every: { months: 6 },
        target: everyCase,
      },
    ],
  },
] as const satisfies readonly Standard[];
