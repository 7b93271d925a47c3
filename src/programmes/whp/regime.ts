import type {
  Citation,
  PerformanceWindow,
  Regime,
  RegimeAssurance,
  RegimeDuty,
  RegimeMeeting,
} from "../../rules/index.js";

const at = <Paragraph extends string>(paragraph: Paragraph) =>
  ({ source: "001", paragraph }) as const satisfies Citation;

const levels = [
  {
    id: "level-1",
    title: "Standard action",
    ledBy: ["Performance Manager"],
    grounds: ["baseline"],
    entails: ["regular contract performance reviews", "management of figures and of quality"],
    citation: at("11"),
  },
  {
    id: "level-2",
    title: "Enhanced action",
    ledBy: ["Performance Manager", "Senior Performance Manager"],
    grounds: ["may-miss"],
    entails: ["written notice", "an enhanced provider action plan", "a flightpath"],
    citation: at("12"),
  },
  {
    id: "level-3",
    title: "Informal action",
    ledBy: ["Provision Lead"],
    proposedBy: "Senior Performance Manager",
    grounds: ["remedy-ineffective"],
    entails: [
      "a meeting with senior managers",
      "a management letter",
      "warning that formal action may follow",
    ],
    citation: at("13"),
  },
  {
    id: "level-4",
    title: "Formal action",
    ledBy: ["Provision Lead"],
    actedOnBy: ["Employment Account Division", "Commercial Directorate"],
    grounds: ["required-standard-failed"],
    entails: ["the remedies of the contract, where they apply"],
    citation: at("15"),
  },
] as const satisfies Regime["levels"];

const duties = [
  {
    id: "plan-in-place",
    title: "Have a provider action plan",
    by: "provider",
    requirement: "returns/action-plan",
    waiver: { at: ["level-1"], state: "plan-waived" },
    citation: at("6"),
  },
  {
    id: "plan-gone-through",
    title: "Go through the plan at each contract performance review",
    by: "provider",
    requirement: "returns/action-plan-reviewed",
    partOf: "plan-in-place",
    citation: at("6"),
  },
  {
    id: "plan-complete",
    title: "Cover everything the example plan covers, in that form or one's own",
    by: "provider",
    partOf: "plan-in-place",
    citation: at("7"),
  },
  {
    id: "actions-smart",
    title: "Make every action specific, measurable, achievable, realistic and timed",
    by: "provider",
    partOf: "plan-in-place",
    citation: at("8"),
  },
  {
    id: "milestones",
    title: "Give longer actions milestones",
    by: "provider",
    partOf: "plan-in-place",
    citation: at("8"),
  },
  {
    id: "flightpath-annexed",
    title: "Annex a flightpath to the plan, where one is required",
    by: "provider",
    partOf: "plan-in-place",
    citation: at("9"),
  },
  {
    id: "breakdown-annexed",
    title: "Annex performance by own sites and supply chain, and keep it up to date",
    by: "provider",
    requirement: "returns/breakdown",
    partOf: "plan-in-place",
    citation: at("9"),
  },
  {
    id: "written-notice",
    title: "Tell the provider in writing",
    by: "department",
    at: ["level-2"],
    citation: at("12"),
  },
  {
    id: "plan-enhanced",
    title: "Enhance the plan with every agreed action",
    by: "provider",
    at: ["level-2"],
    citation: at("12"),
  },
  {
    id: "flightpath",
    title: "Provide a flightpath with steps and with the pipeline towards outcomes",
    by: "provider",
    at: ["level-2"],
    citation: at("12"),
  },
  {
    id: "senior-meeting",
    title: "Meet the Department's senior managers about performance",
    by: "provider",
    at: ["level-3"],
    citation: at("14"),
  },
  {
    id: "management-letter",
    title: "Ask for better performance by letter",
    by: "department",
    at: ["level-3"],
    citation: at("14"),
  },
  {
    id: "formal-warning",
    title: "Say that formal action may follow",
    by: "department",
    at: ["level-3"],
    citation: at("14"),
  },
  {
    id: "remedies",
    title: "Consider the remedies of the contract and apply those that fit",
    by: "department",
    at: ["level-4"],
    citation: at("15"),
  },
] as const satisfies readonly RegimeDuty[];

const windows = [
  { id: "in-month", title: "In the month", months: 1, citation: at("11") },
  { id: "rolling-three", title: "Rolling", months: 3, citation: at("11") },
  { id: "rolling-twelve", title: "Rolling", months: 12, citation: at("11") },
  { id: "since-day-one", title: "Since the contract's first day", citation: at("11") },
] as const satisfies readonly PerformanceWindow[];

const assurance = {
  scale: ["weak", "limited", "reasonable", "strong"],
  poor: ["weak", "limited"],
  areas: [
    { id: "governance", title: "Governance: tracking and reporting of performance, measures against fraud" },
    { id: "service-delivery", title: "Service delivery: starting, moving and ending, and the supply chain" },
    { id: "claims", title: "Claims and payments, with duties kept apart" },
  ],
  grounds: [
    {
      id: "repeat",
      code: "repeat",
      says: "a poor rating is followed by one no better, with the same causes",
      citation: { source: "001", paragraph: "54", item: "1" },
    },
    {
      id: "third",
      code: "run",
      times: 3,
      says: "poor ratings in a row, whatever the reasons",
      citation: { source: "001", paragraph: "54", item: "1" },
    },
    {
      id: "plan-not-carried-out",
      code: "plan",
      says: "the action plan was not handed in or not carried out in the agreed time",
      citation: { source: "001", paragraph: "54", item: "2" },
    },
    {
      id: "suspicion",
      code: "suspicion",
      says: "something may be improper: for people to refer, never for data to decide",
      citation: { source: "001", paragraph: "54", item: "3" },
    },
  ],
  published: ["the prime provider's name", "its rating"],
  citation: at("53"),
} as const satisfies RegimeAssurance;

const performanceReview = {
  id: "performance-review",
  title: "Contract performance review",
  requirement: "returns/performance-review",
  citation: at("29"),
  agenda: [
    { id: "performance", says: "performance, also against others" },
    { id: "expected", says: "performance to be expected from what is known" },
    { id: "plan", says: "the provider action plan and what was agreed last time" },
    { id: "supply-chain", says: "subcontractors from end to end, and the supply chain" },
    { id: "employers", says: "work with employers" },
    { id: "collaboration", says: "working together, and changes to processes" },
    { id: "appeals", says: "decisions and appeals, where they arise" },
    { id: "experience", says: "what participants experience" },
    { id: "assurance", says: "assurance and compliance" },
    { id: "checks", says: "the performance manager's checks" },
    { id: "exits", says: "feedback on leaving, CVs and references" },
    { id: "policy", says: "changes of policy" },
  ],
} as const satisfies RegimeMeeting;

/** The local engagement meeting of WHP Core, source 001 ¶23–26; no frequency is given. */
export const localEngagement = {
  id: "local-engagement",
  title: "Local engagement meeting",
  citation: at("23"),
  agenda: [
    {
      id: "deal-area",
      says: "performance in the deal area, and joining up with local services",
      citation: at("24"),
    },
    {
      id: "direction",
      says: "where the programme is going and what changes mean for it",
      citation: at("24"),
    },
    {
      id: "right-people",
      says: "whether the right people are helped, and concerns about referrals",
      citation: at("25"),
    },
  ],
} as const satisfies RegimeMeeting;

/** The performance management and intervention regime of source 001 ¶3–18 and ¶49–55. */
export const interventionRegime = {
  id: "intervention-regime",
  title: "Performance management and intervention regime",
  citation: at("4"),
  conduct: [
    { id: "side-by-side", says: "levels run alone or side by side", citation: at("5") },
    {
      id: "discretion",
      says: "the Department may act at any level at any time, within reason",
      citation: at("5"),
    },
    { id: "any-order", says: "levels may be skipped", citation: at("10") },
    { id: "rights-kept", says: "failed improvements take no right or remedy away", citation: at("17") },
    {
      id: "ranking",
      says: "tables rank providers against one another and against benchmarks",
      citation: at("18"),
    },
    {
      id: "breakdown-under-waiver",
      says: "whether the breakdown by sites and supply chain is owed while the plan is waived is not said; as an annex of the plan it is taken not to be",
      basis: "assumed",
      citation: at("9"),
    },
  ],
  scopes: [{ area: "contract" }],
  levels,
  windows,
  duties,
  notices: [
    {
      id: "course-of-action",
      title: "Performance indicator course of action notice",
      ground: "indicator-warning",
      asksFor: "an improvement plan",
      citation: at("16"),
    },
  ],
  meetings: [performanceReview],
  assurance,
} as const satisfies Regime;
