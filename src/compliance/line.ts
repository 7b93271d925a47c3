import type { IsoMonth } from "../date/index.js";
import type { Share } from "../quantity/index.js";
import { headroomOf, isCeiling, type OpenValue, openTarget, reaches, type Target } from "../rules/index.js";
import type { Reason, Verdict } from "./verdict.js";

/** Cases by reason. */
export type ByReason = Readonly<Partial<Record<Reason, number>>>;

/** What a line comes to: a verdict, or `not-scored` when the requirement has no target. */
export type LineVerdict = Verdict | "not-scored";

/**
 * One requirement over many cases.
 *
 * - `edition`: the edition whose requirement it is, in the report of a history.
 * - `by`: the group of cases it is about, when the report is split; `{ attribute, value }`, where
 *   `value` is null for cases without one.
 * - `counted` = `met` + `notMet` + `pending` + `undetermined`; `excluded` are cases that do not
 *   apply, by reason, and in no denominator. `undeterminedBy`: the undetermined ones by reason.
 * - `worst` and `best`: the share if every open and undetermined case fails, or succeeds. For a
 *   ceiling such as "at most 4%" they count the cases that are in what is to be kept small.
 * - `headroom`: how many more cases may fail with `counted` fixed; negative by as many as are too many.
 * - `verdict`: met when the worst case reaches the target, not met when the best does not.
 * - `series`: of a total against a plan, what its cases follow from: events counted by month, the
 *   plan, and the month it starts with. Its cases are the months over; its `target` is a share of the
 *   plan, which every one of them must reach.
 * - `dependsOn`: the answers to open questions under which the verdict is another; only where it was
 *   asked for.
 * - `misses`: the ids of journeys (or logs) with a case not met, each once, in order.
 */
export interface ReportLine {
  readonly standard: string;
  readonly requirement: string;
  readonly title: string;
  readonly target?: Target;
  readonly edition?: string;
  readonly by?: { readonly attribute: string; readonly value: string | null };
  readonly counted: number;
  readonly met: number;
  readonly notMet: number;
  readonly pending: number;
  readonly undetermined: number;
  readonly undeterminedBy: ByReason;
  readonly excluded: ByReason;
  readonly worst: Share;
  readonly best: Share;
  readonly headroom?: number;
  readonly verdict: LineVerdict;
  readonly reason?: Reason;
  readonly series?: Series;
  readonly dependsOn?: readonly DependsOn[];
  readonly misses: readonly string[];
}

/** Another answer to an open question, and the verdict under it. */
export interface DependsOn {
  readonly reading: string;
  readonly answer: string;
  readonly verdict: LineVerdict;
}

/**
 * A count by month against a plan of cumulative numbers, or a plan that is withheld; `from` is its first
 * month, once known.
 */
export interface Series {
  readonly counts: Readonly<Record<IsoMonth, number>>;
  readonly planned: readonly number[] | OpenValue;
  readonly from?: IsoMonth;
}

/** The counts that a line is judged by. */
export interface Counts {
  readonly met: number;
  readonly notMet: number;
  readonly pending: number;
  readonly undetermined: number;
  readonly undeterminedBy?: ByReason;
}

type Judged = Pick<ReportLine, "worst" | "best" | "headroom" | "verdict" | "reason">;

/** The verdict of a line from its counts alone, compared as whole numbers. */
export function judge(counts: Counts, target: Target | undefined): Judged {
  const { met, notMet, pending, undetermined } = counts;
  const of = met + notMet + pending + undetermined;
  const unsure = pending + undetermined;
  const ceiling = target !== undefined && isCeiling(target);
  const worst = ceiling ? { count: notMet + unsure, of } : { count: met, of };
  const best = ceiling ? { count: notMet, of } : { count: met + unsure, of };
  if (of === 0) return { worst, best, verdict: "not-applicable", reason: "nothing-to-count" };
  if (target === undefined) return { worst, best, verdict: "not-scored" };
  if (openTarget(target) !== undefined)
    return { worst, best, verdict: "undetermined", reason: "missing-parameter" };
  const headroom = headroomOf(target, notMet, of);
  if (reaches(target, worst)) return { worst, best, headroom, verdict: "met" };
  if (!reaches(target, best)) return { worst, best, headroom, verdict: "not-met" };
  if (hangsOnPending(counts, of, target, ceiling)) {
    return { worst, best, headroom, verdict: "pending", reason: "not-yet-due" };
  }
  return { worst, best, headroom, verdict: "undetermined", reason: commonest(counts.undeterminedBy) };
}

/** The reason of most cases; of equally many, the first in alphabetical order, whatever came first. */
function commonest(reasons: ByReason = {}): Reason {
  const ranked = (Object.entries(reasons) as [Reason, number][]).sort(
    ([one, count], [other, more]) => more - count || (one < other ? -1 : 1),
  );
  return ranked[0]?.[0] ?? "missing-data";
}

/** Whether the pending cases alone leave it open, whichever way the undetermined ones fall. */
function hangsOnPending(counts: Counts, of: number, target: Target, ceiling: boolean): boolean {
  const { met, notMet, pending, undetermined } = counts;
  const open = (base: number) => {
    const one = reaches(target, { count: base, of });
    const other = reaches(target, { count: base + pending, of });
    return one !== other;
  };
  const base = ceiling ? notMet : met;
  return open(base) && open(base + undetermined);
}
