import type { EventKind, Ladder, PlanForm, Reading, Source, State, Variation } from "../../rules/index.js";
import { asWritten } from "../counting-conventions.js";
import { managementStandards } from "./management.js";
import { performanceStandards } from "./minimum-levels.js";

/** The kinds of event that only the example offer needs. */
const events = [
  {
    id: "action-plan-requested",
    title: "Action plan asked for",
    absent: "No request for the action plan",
    moment: "the request",
  },
  { id: "action-plan-sent", title: "Action plan sent", absent: "No sending of the action plan" },
  { id: "in-work-monitored", title: "Followed in work", absent: "No following in work" },
  { id: "monitoring-reduced", title: "Following reduced", absent: "No reduction" },
  { id: "records-exported", title: "Records exported", absent: "No export of records" },
  { id: "record-checked", title: "Case file checked", absent: "No check of the case file" },
  { id: "caseload-reviewed", title: "Caseload reviewed by the mentor", absent: "No review by the mentor" },
  {
    id: "caseloads-reviewed",
    title: "Caseloads reviewed by the manager",
    absent: "No review by the manager",
  },
  {
    id: "report-produced",
    title: "Performance report made",
    absent: "No performance report",
    fields: ["period"],
  },
  { id: "report-sent", title: "Report sent", absent: "No sending of the report" },
  { id: "performance-call-held", title: "Performance call held", absent: "No performance call" },
  { id: "one-to-one-held", title: "One-to-one held", absent: "No one-to-one" },
  {
    id: "performance-review-held",
    title: "Personal performance review held",
    absent: "No personal performance review",
  },
  { id: "indicators-reviewed", title: "Indicators reviewed", absent: "No review of the indicators" },
  { id: "partner-reviewed", title: "Partner's performance reviewed", absent: "No review of the partner" },
  {
    id: "partner-reports-reviewed",
    title: "Partner's reports reviewed",
    absent: "No review of the partner's reports",
  },
  { id: "site-visited", title: "Site visited", absent: "No visit" },
  {
    id: "issue-identified",
    title: "Issue identified",
    absent: "No issue",
    moment: "finding the issue",
    fields: ["urgent"],
  },
  { id: "department-notified", title: "Department told", absent: "No notice to the Department" },
  { id: "improvement-plan-agreed", title: "Improvement plan agreed", absent: "No improvement plan" },
  {
    id: "improvement-plan-reviewed",
    title: "Improvement plan reviewed",
    absent: "No review of the improvement plan",
  },
  { id: "improvement-plan-ended", title: "Improvement plan ended", absent: "No end of the improvement plan" },
] as const satisfies readonly EventKind[];

const states = [
  {
    id: "followed-weekly",
    title: "Followed in work closely",
    from: ["job-started"],
    until: ["monitoring-reduced", "job-ended", "left"],
  },
  {
    id: "followed-monthly",
    title: "Followed in work less often",
    from: ["monitoring-reduced"],
    until: ["job-ended", "left"],
  },
  {
    id: "improvement-plan-running",
    title: "Improvement plan running",
    from: ["improvement-plan-agreed"],
    until: ["improvement-plan-ended"],
  },
] as const satisfies readonly State[];

const readings = [
  {
    id: "offer-backlog-age-from",
    question: "From when is the offer's longest time in backlog counted?",
    citation: { source: "000", paragraph: "minimum performance levels" },
    answers: [
      { id: "receipt", says: "From receipt of the referral.", changes: asWritten },
      {
        id: "made",
        says: "From the day the referral was made.",
        changes: { set: { "offer-backlog/age": { after: ["referral-made"] } } },
      },
      {
        id: "entering-backlog",
        says: "From the due date that was missed.",
        changes: { set: { "offer-backlog/age": { after: [{ entering: "backlog" }] } } },
      },
    ],
  },
  {
    id: "starts-profile-moment",
    question: "Starts to date are held to their profile: when is that looked at?",
    citation: { source: "000", paragraph: "minimum performance levels" },
    answers: [
      { id: "month-end", says: "At the end of each month.", changes: asWritten },
      {
        id: "every-day",
        says: "Every day.",
        changes: { set: { "offer-starts/profile": { measured: "each-day" } } },
      },
    ],
  },
  {
    id: "daily-reviews",
    question: "Does a daily review of caseloads fall on working days or on every day?",
    basis: "assumed",
    answers: [
      { id: "working-days", says: "On working days.", changes: asWritten },
      {
        id: "every-day",
        says: "On every day.",
        changes: { set: { "offer-caseloads/by-mentor": { every: { each: "day" } } } },
      },
    ],
  },
] as const satisfies readonly Reading[];

const plans = [
  {
    id: "improvement-plan",
    title: "Performance improvement plan for a member of staff, a team or a subcontractor",
    reviewed: "offer-improvement/reviewed",
    length: { open: "redacted", note: "how many months it runs" },
    citation: { source: "000", paragraph: "acting on findings", item: "plans" },
    parts: [
      { id: "party", of: "header", says: "whom it is for", check: "present" },
      { id: "targets", of: "area", says: "revised targets", check: "present" },
      { id: "support", of: "area", says: "the support given", check: "present" },
      { id: "action", of: "action", says: "what is done", check: "present" },
      {
        id: "smart",
        of: "action",
        says: "it is specific, measurable, achievable, relevant and timed",
        check: "human",
      },
      { id: "owner", of: "action", says: "a named owner", check: "present" },
      { id: "due", of: "action", says: "the date it is done by", check: "present" },
    ],
  },
] as const satisfies readonly PlanForm[];

const ladders = [
  {
    id: "partner-ladder",
    title: "What may follow when a partner does not improve",
    citation: { source: "000", paragraph: "managing subcontractors", item: "ladder" },
    steps: [
      { id: "actions", says: "actions with owners" },
      { id: "reduced-targets", says: "reduced targets" },
      { id: "suspension", says: "suspension until the matter is resolved" },
      { id: "termination", says: "termination of the subcontract" },
    ],
  },
] as const satisfies readonly Ladder[];

const source = {
  title: "Example offer: a bidder's answer on managing performance",
  edition: "published with redactions",
  standing: "offered",
} as const satisfies Source;

/** The example offer as changes to a base programme, before it is frozen. */
export const offer = {
  id: "example-offer",
  title: "Example offer",
  citation: { source: "000", paragraph: "whole" },
  changes: {
    set: { sources: { "000": source } },
    add: {
      standards: [...performanceStandards, ...managementStandards],
      states,
      events,
      readings,
      plans,
      ladders,
    },
  },
} as const satisfies Variation;
