import { type Facts, NEVER, NO, UNKNOWN } from "../deadlines/index.js";
import type { OutcomeRule } from "./outcome-rule.js";

/** Where someone stands with an outcome; the three after the first two partition those who started. */
export type OutcomeStatus = "not-started" | "undetermined" | "converted" | "open" | "window-closed";

/** Why: every status has a reason. */
export const OUTCOME_REASONS = [
  "clock-never-started",
  "missing-data",
  "not-recorded",
  "met-in-window",
  "claimed-in-time",
  "window-running",
  "awaiting-claim",
  "awaiting-notification",
  "met-too-late",
  "not-claimed-in-time",
  "no-outcome",
] as const;

export type OutcomeReason = (typeof OUTCOME_REASONS)[number];

/** What was found out about one journey, in whole days; `NEVER` for a day there is none of. */
export interface Judgement {
  readonly status: OutcomeStatus;
  readonly reason: OutcomeReason;
  readonly start: number;
  readonly cohort: number;
  readonly met: number;
  readonly claimed: number;
  readonly selfEmployed: boolean | undefined;
  /** The last day on which something could still make it count. */
  readonly closes: number;
}

type Draft = { -readonly [Field in keyof Judgement]: Judgement[Field] };

/** Judges the journey that `facts` hold by one outcome; undefined when the outcome is not for them. */
export function judge(rule: OutcomeRule, facts: Facts, notificationLagDays: number): Judgement | undefined {
  // One object, filled in as more is found out: a caseload makes hundreds of thousands.
  const draft: Draft = {
    status: "undetermined",
    reason: "missing-data",
    start: NEVER,
    cohort: NEVER,
    met: NEVER,
    claimed: NEVER,
    selfEmployed: undefined,
    closes: NEVER,
  };
  const start = rule.after.firstDay(facts);
  if (start === undefined) {
    if (rule.after.isUnreadable(facts)) return draft;
    if (rule.after.isNotRecorded(facts)) decide(draft, "undetermined", "not-recorded");
    else decide(draft, "not-started", "clock-never-started");
    return draft;
  }
  const applies = rule.applies(facts, start);
  if (applies === NO) return undefined;
  draft.start = start;
  draft.cohort = rule.cohort.firstDay(facts) ?? NEVER;
  draft.closes = closingDay(rule, facts, start, notificationLagDays);
  if (applies !== UNKNOWN && !rule.after.isUnreadable(facts)) judgePlaced(rule, facts, draft);
  return draft;
}

function decide(draft: Draft, status: OutcomeStatus, reason: OutcomeReason): void {
  draft.status = status;
  draft.reason = reason;
}

function judgePlaced(rule: OutcomeRule, facts: Facts, draft: Draft): void {
  const { start } = draft;
  const last = start + rule.qualifying;
  const recorded = rule.daysMet(facts, start);
  const metBy = rule.dayMetBy(facts, start);
  const isEarlier = metBy < (recorded[0] ?? NEVER);
  const days = isEarlier ? [metBy, ...recorded] : recorded;
  let unclaimed = NEVER;
  for (const met of days) {
    if (met > last) break;
    draft.met = met;
    draft.claimed = firstClaim(rule, facts, met);
    draft.selfEmployed = selfEmployedOn(rule, facts, met);
    const needsClaim = draft.selfEmployed === true && rule.claimDays !== undefined;
    const isClaimed = needsClaim && draft.claimed <= start + rule.claimDays!;
    // Where nobody can read whether it is self-employment, only a claim in time settles it.
    const isDoubtful =
      rule.claimDays !== undefined &&
      draft.selfEmployed === undefined &&
      (facts.isNameUnreadable("self_employed") || rule.jobs?.isUnreadable(facts) === true);
    if (isDoubtful && draft.claimed > start + rule.claimDays!) return;
    if (!needsClaim || isClaimed) {
      decide(draft, "converted", needsClaim ? "claimed-in-time" : "met-in-window");
      return;
    }
    unclaimed = Math.min(unclaimed, met);
  }
  // Met by a day after the window, or after the claim: whether it was in time, or claimed too soon, was not recorded.
  if (isEarlier && (metBy > last || firstClaim(rule, facts, start) < metBy)) return;
  draft.met = unclaimed < NEVER ? unclaimed : (days[0] ?? NEVER);
  draft.claimed = firstClaim(rule, facts, draft.met);
  draft.selfEmployed = selfEmployedOn(rule, facts, Math.min(draft.met, last));
  if (rule.isUnreadable(facts, start)) return;
  const isClaimNotRecorded = unclaimed < NEVER && rule.claim?.isNotRecorded(facts, unclaimed) === true;
  if (isClaimNotRecorded || rule.isNotRecorded(facts)) {
    decide(draft, "undetermined", "not-recorded");
    return;
  }
  const { status, reason } = withoutOutcome(facts.asAt, last, draft.met, draft.closes);
  decide(draft, status, reason);
}

function withoutOutcome(asAt: number, last: number, met: number, closes: number) {
  const isUnclaimed = met <= last;
  if (asAt > closes) {
    const reason = isUnclaimed ? "not-claimed-in-time" : met < NEVER ? "met-too-late" : "no-outcome";
    return { status: "window-closed", reason } as const;
  }
  if (isUnclaimed) return { status: "open", reason: "awaiting-claim" } as const;
  return { status: "open", reason: asAt <= last ? "window-running" : "awaiting-notification" } as const;
}

/** The end of the longest wait that could still apply: for a claim, or for the news of an employed outcome. */
function closingDay(rule: OutcomeRule, facts: Facts, start: number, notificationLagDays: number): number {
  const last = start + rule.qualifying;
  const news = last + notificationLagDays;
  if (rule.claimDays === undefined || !mayBeSelfEmployed(rule, facts, start, last)) return news;
  return Math.max(news, start + rule.claimDays);
}

/** The first claim on or after the day the outcome was met. */
function firstClaim({ claim }: OutcomeRule, facts: Facts, met: number): number {
  if (claim === undefined || met === NEVER) return NEVER;
  let at = claim.next(facts, -1);
  while (at >= 0 && facts.on[at]! < met) at = claim.next(facts, at);
  return at < 0 ? NEVER : facts.on[at]!;
}

/** Whether work is self-employment; undefined when the records do not say. */
type SelfEmployment = boolean | undefined;

/** The kind of the jobs someone has on a day, where all are of one; of no job, what the journey says of itself. */
function selfEmployedOn({ jobs }: OutcomeRule, facts: Facts, day: number): SelfEmployment {
  const running = jobs?.runningBetween(facts, day, day) ?? [];
  const [kind, ...others] = running.map((at) => kindOfJob(facts, at));
  if (running.length === 0) return ofJourney(facts);
  return others.every((other) => other === kind) ? kind : undefined;
}

/** Whether a job between two days leaves room for self-employment: one of that kind, or none that says. */
function mayBeSelfEmployed({ jobs }: OutcomeRule, facts: Facts, start: number, last: number): boolean {
  const had = jobs?.runningBetween(facts, start, last) ?? [];
  if (had.length === 0) return ofJourney(facts) !== false;
  return had.some((at) => kindOfJob(facts, at) !== false);
}

function kindOfJob(facts: Facts, at: number): SelfEmployment {
  return asFlag(facts.event(at).selfEmployed) ?? ofJourney(facts);
}

function ofJourney({ journey }: Facts): SelfEmployment {
  return asFlag(journey.attributes?.self_employed);
}

function asFlag(value: unknown): SelfEmployment {
  return typeof value === "boolean" ? value : undefined;
}
