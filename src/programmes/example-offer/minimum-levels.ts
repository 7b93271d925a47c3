import type { Citation, Standard } from "../../rules/index.js";
import { everyCase } from "../targets.js";

const minimum = { source: "000", paragraph: "minimum performance levels" } as const satisfies Citation;
const redacted = { open: "redacted", note: "the percentage offered" } as const;
const standing = "offered" as const;

/** The minimum levels of the example offer. */
export const performanceStandards = [
  {
    id: "offer-results",
    title: "Record a result for referrals",
    stage: "programme-engagement",
    standing,
    monitoredThrough: "PRaP",
    citation: minimum,
    requirements: [
      {
        kind: "proportion",
        id: "offer-results/recorded",
        title: "Referrals with a start, a non-start or a non-attendance in PRaP",
        among: ["referral-received"],
        share: { reaching: ["prap-updated"] },
        measured: "period",
        target: { atLeast: redacted },
      },
    ],
  },
  {
    id: "offer-starts",
    title: "Bring referrals to a start",
    stage: "programme-engagement",
    standing,
    monitoredThrough: "PRaP",
    citation: minimum,
    requirements: [
      {
        kind: "proportion",
        id: "offer-starts/started",
        title: "Referrals that start",
        among: ["referral-received"],
        share: { reaching: ["started"] },
        measured: "period",
        target: { atLeast: redacted },
      },
      {
        kind: "total",
        id: "offer-starts/profile",
        subject: "contract",
        title: "Starts to date, against the planned starts to date",
        count: ["started"],
        against: { open: "not-said", note: "the planned starts, cumulative by month" },
        measured: "month-end",
        target: { atLeast: redacted },
      },
    ],
  },
  {
    id: "offer-backlog",
    title: "Keep the backlog small and young",
    stage: "pre-programme",
    standing,
    citation: minimum,
    requirements: [
      {
        kind: "proportion",
        id: "offer-backlog/share",
        title: "Referrals in backlog",
        among: ["referral-received"],
        share: { in: "backlog" },
        over: "cumulative",
        measured: "each-day",
        target: { below: redacted },
      },
      {
        kind: "deadline",
        id: "offer-backlog/age",
        title: "Each referral is out of the backlog",
        event: [{ workDone: "backlog" }],
        after: ["referral-received"],
        within: { workingDays: 40 },
        target: everyCase,
      },
    ],
  },
  {
    id: "offer-plans",
    title: "Keep action plans current and share them",
    stage: "pre-work-support",
    standing,
    citation: { source: "000", paragraph: "tracking participants", item: "3" },
    requirements: [
      {
        kind: "deadline",
        id: "offer-plans/sent",
        title: "The latest action plan goes to a work coach",
        event: ["action-plan-sent"],
        after: ["action-plan-requested"],
        within: { workingDays: 5 },
        target: everyCase,
        citation: { source: "000", paragraph: "tracking participants", item: "export" },
      },
      {
        kind: "deadline",
        id: "offer-plans/updated-at-contact",
        title: "The action plan is updated with each contact",
        event: ["action-plan-updated"],
        after: ["contacted"],
        within: { days: 0 },
        when: [{ in: "on-programme" }],
        target: everyCase,
      },
      {
        kind: "cadence",
        id: "offer-plans/updated-monthly",
        title: "The action plan is updated",
        event: ["action-plan-updated"],
        while: "on-programme",
        every: { each: "month" },
        target: everyCase,
      },
    ],
  },
  {
    id: "offer-in-work",
    title: "Follow people into work",
    stage: "in-work-support",
    standing,
    citation: { source: "000", paragraph: "tracking participants", item: "5" },
    requirements: [
      {
        kind: "cadence",
        id: "offer-in-work/weekly",
        title: "At first, someone in work is followed",
        event: ["in-work-monitored"],
        while: "followed-weekly",
        every: { each: "week" },
        target: everyCase,
      },
      {
        kind: "cadence",
        id: "offer-in-work/monthly",
        title: "Later on, someone in work is followed",
        event: ["in-work-monitored"],
        while: "followed-monthly",
        every: { each: "month" },
        target: everyCase,
      },
    ],
  },
] as const satisfies readonly Standard[];
