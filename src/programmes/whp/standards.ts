import type { Condition, ContentPart, Requirement, Standard } from "../../rules/index.js";
import { everyCase } from "../targets.js";

/** What a contract completes with its own number and paragraph. */
type Alike = Readonly<Record<string, string | Partial<Standard | Requirement | ContentPart>>>;

const esfFormsEnd = {
  id: "esf-forms-end",
  before: "2022-11-01",
  citation: { source: "esf-end", paragraph: "ESF forms" },
} as const;
/** What a line without a target is told to say. */
export const noPercentage = {
  notScored: "the text gives no percentage for this part; shown, not scored",
} as const;
const participantNotInWork = [{ happened: ["started"] }, { notIn: "in-work" }] as const;
const byFifteenth = {
  after: ["month-ended"],
  within: { dayOfNextMonth: 15, roll: "next-working-day" },
  target: everyCase,
} as const;

/** CSS 1 of both contracts. */
export const acknowledgement = {
  standard: { title: "Acknowledge referrals promptly", stage: "pre-programme", monitoredThrough: "PRaP" },
  acknowledged: {
    kind: "deadline",
    id: "css-1/acknowledged",
    title: "Each referral is acknowledged in PRaP",
    event: ["referral-acknowledged"],
    after: ["referral-received"],
    within: { workingDays: 2 },
    target: { atLeast: "99.5%" },
  },
} as const satisfies Alike;

export const firstAppointment = {
  standard: {
    title: "Hold the first appointment and record its result",
    stage: "programme-engagement",
    monitoredThrough: "PRaP",
  },
  held: {
    title: "The initial appointment takes place",
    event: ["initial-appointment"],
    after: ["referral-received"],
    within: { workingDays: 15 },
    target: noPercentage,
  },
  recorded: {
    title: "PRaP shows a start, a non-attendance or a non-start",
    event: ["prap-updated"],
    after: ["referral-received"],
    within: { workingDays: 15 },
    target: { atLeast: "99%" },
  },
} as const satisfies Alike;

export const backlogShare = {
  standard: { title: "Keep the backlog small", stage: "pre-programme", monitoredThrough: "PRaP" },
  atMost: {
    title: "Referrals in backlog",
    among: ["referral-received"],
    share: { in: "backlog" },
    over: "cumulative",
    measured: "each-day",
    target: { atMost: "4%" },
  },
} as const satisfies Alike;

export const backlogAge = {
  standard: {
    title: "Leave nobody in the backlog for long",
    stage: "pre-programme",
    monitoredThrough: "PRaP",
  },
  atMost: {
    title: "Each referral is out of the backlog",
    event: [{ workDone: "backlog" }],
    after: ["referral-received"],
    within: { workingDays: 25 },
    target: everyCase,
  },
} as const satisfies Alike;

/** CSS 6 of both contracts. */
export const standardsGiven = {
  standard: { title: "Give participants the standards", stage: "programme-engagement" },
  provided: {
    kind: "deadline",
    id: "css-6/standards-provided",
    title: "A copy of the standards is given",
    event: ["standards-provided"],
    after: ["started"],
    within: { workingDays: 1 },
    early: true,
    target: everyCase,
  },
} as const satisfies Alike;

/** CSS 7 of both contracts, except when the plan is due. */
export const actionPlan = {
  standard: { title: "Agree an action plan", stage: "pre-work-support" },
  qualitative: "The plan grows out of the person's own ambitions, goals, priorities and needs.",
  explored: {
    kind: "content",
    id: "css-7/explored",
    title: "The plan was formed with the participant",
    record: "action-plan-finalised",
    parts: [
      { id: "ambitions", says: "ambitions, goals and priorities were explored together", check: "human" },
      { id: "needs", says: "personal needs were explored together", check: "human" },
    ],
    target: everyCase,
  },
} as const satisfies Alike;

/** CSS 8 of both contracts, except when its clock stops; CSS 11 of WHP Core keeps the same rhythm. */
export const contact = {
  standard: { title: "Stay in touch", stage: "pre-work-support" },
  qualitative: "Contact covers wellbeing, the action plan and job goals.",
  regularly: {
    every: { workingDays: 10 },
    gap: "rolling",
    target: everyCase,
  },
} as const satisfies Alike;

/** A frequency agreed for one of the two contacts; without saying for which, for that of the state of that day. */
export const agreedFor = <For extends string, When extends readonly Condition[]>(
  contacts: For,
  when?: When,
) =>
  [
    { event: "contact-frequency-agreed", where: { for: contacts } },
    { event: "contact-frequency-agreed", without: ["for"], ...(when === undefined ? {} : { when }) },
  ] as const;

/** CSS 9 of both contracts. */
export const missedMeetings = {
  standard: { title: "Follow up missed meetings", stage: "pre-work-support" },
  followedUp: {
    kind: "deadline",
    id: "css-9/follow-up",
    title: "After a missed and unexplained meeting, contact is attempted",
    event: ["contact-attempted", "contacted"],
    after: ["meeting-missed"],
    anchorDate: "on",
    within: { workingDays: 2 },
    excusedBy: ["absence-explained"],
    when: [{ in: "on-programme" }],
    target: everyCase,
  },
} as const satisfies Alike;

export const exitReport = {
  standard: { title: "Send leavers on with an exit report", stage: "programme-exit" },
  contents: {
    record: "exit-report-provided",
    owedAfter: ["left"],
    when: participantNotInWork,
    parts: [
      { id: "summary", says: "the time on the programme is summed up", check: "human" },
      { id: "further-support", says: "further support is described", check: "human" },
    ],
    target: everyCase,
  },
  beforeLeaving: {
    title: "A leaver who is not in work gets the exit report",
    event: ["exit-report-provided"],
    before: ["left"],
    within: { workingDays: 10 },
    when: participantNotInWork,
    target: everyCase,
  },
  kept: {
    title: "A copy of the exit report is kept securely and sent when asked for",
    record: "exit-report-provided",
    parts: [{ id: "copy", says: "a copy is kept securely and is sent on request", check: "human" }],
    target: everyCase,
  },
} as const satisfies Alike;

export const esfStartForm = {
  standard: {
    title: "Send the ESF start form",
    stage: "programme-engagement",
    qualitative:
      "The form is complete; a note that says COVID-19 may stand in place of a signature that cannot be had.",
  },
  sent: {
    title: "The ESF start form is sent",
    event: ["esf-start-form-sent"],
    after: [
      { event: "started", when: [{ attribute: "provision", isNot: ["esf"], missing: "yes" }] },
      { event: "eligibility-meeting", when: [{ attribute: "provision", is: ["esf"], missing: "no" }] },
    ],
    owedOnce: ["started"],
    within: { workingDays: 5 },
    when: [{ ...esfFormsEnd, of: ["started"] }],
    target: everyCase,
  },
} as const satisfies Alike;

export const esfEndForm = {
  standard: { title: "Send the ESF end form", stage: "programme-exit" },
  sent: {
    title: "The ESF end form is sent",
    event: ["esf-end-form-sent"],
    after: ["left"],
    within: { weeks: 8 },
    when: [{ happened: ["started"], ...esfFormsEnd }],
    target: everyCase,
  },
} as const satisfies Alike;

export const survey = {
  standard: { title: "Ask participants whether it helps", stage: "contract" },
  qualitative:
    "How satisfied someone is has four answers, from very satisfied to very dissatisfied; two follow-ups ask why and ask for detail. The Department may change questions, frequency, deadline and template, and may publish answers.",
  asked: {
    subject: "contract",
    title: "The satisfaction question is asked",
    event: ["survey-asked"],
    while: "contract-running",
    every: { each: "month" },
    frequency: ["survey-frequency-varied"],
    target: everyCase,
  },
  templateA: { event: ["template-a-sent"], ...byFifteenth },
  recorded: {
    id: "recorded",
    says: "the response is recorded in writing",
    check: "human",
    shownBy: { field: "channel", is: ["email", "portal", "website", "survey"] },
  },
  kept: { id: "kept", says: "the response is kept for review", check: "human" },
} as const satisfies Alike;

export const monthlyReport = {
  standard: { title: "Report the standards", stage: "contract" },
  templateB: { event: ["template-b-sent"], ...byFifteenth },
} as const satisfies Alike;
