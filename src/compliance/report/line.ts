import type { IsoDate, IsoMonth } from "../../date/index.js";
import { defined, filled } from "../../defined.js";
import { compareTexts, LongList } from "../../journey/index.js";
import type { Share } from "../../quantity/index.js";
import {
  headroomOf,
  isCeiling,
  isScored,
  type OpenValue,
  openTarget,
  type Programme,
  type Requirement,
  type RequirementSubject,
  reaches,
  type ScoredTarget,
  type Standard,
  sayRequirement,
  type Target,
} from "../../rules/index.js";
import {
  type Code,
  type LineVerdict,
  MET,
  NOT_APPLICABLE,
  NOT_MET,
  OUTCOMES,
  PENDING,
  type Reason,
  UNDETERMINED,
  VERDICT_OF,
} from "../verdict.js";
import { splitWords } from "./split.js";

/**
 * One requirement over many cases.
 *
 * - `edition`: the edition whose requirement it is, in the report of a history.
 * - `by`: the cases it is about, when the report is split: `{ provider: "Alpha", month: "2021-06" }`, with null for
 *   cases without a value. `subject`: whom it is about, where that is not a referral: the contract, a site.
 * - `counted` = `met` + `notMet` + `pending` + `undetermined`; `excluded` are cases that do not
 *   apply, by reason, and in no denominator. `undeterminedBy`: the undetermined ones by reason. Both are absent with
 *   `suppressBelow`: what does not apply to one requirement may be the cases of another, which is withheld.
 * - `worst` and `best`: the share if every open and undetermined case fails, or succeeds. For a
 *   ceiling such as "at most 4%" they count the cases that are in what is to be kept small.
 * - `headroom`: how many more cases may fail with `counted` fixed; negative by as many as are too many.
 * - `verdict`: met when the worst case reaches the target, not met when the best does not.
 * - `series`: of a total against a plan, what its cases follow from: events counted by month, the
 *   plan, and the month it starts with. Its cases are the months over; its `target` is a share of the
 *   plan, which every one of them must reach.
 * - `measuredOn`: of a share of work left, in a report with a period: the closed day that is counted. Of the whole
 *   the worst of the period, in `days` beside the last; of a split the last. `daily` has the counts of every day.
 * - `undated`: how many of its cases have no day, by reason: they may be owed in any month, so that each report with
 *   a period has them all. Absent where there are none.
 * - `dependsOn`: the answers to open questions under which the verdict is another; only where it was
 *   asked for.
 * - `misses`: the ids of journeys (or logs) with a case not met, each once, in order: how many people were missed,
 *   where `notMet` is how many times. Absent with `suppressBelow`.
 */
export interface ReportLine {
  readonly standard: string;
  readonly requirement: string;
  readonly title: string;
  readonly target: Target;
  readonly edition?: string;
  readonly by?: Readonly<Record<string, string | null>>;
  readonly subject?: RequirementSubject;
  readonly counted: number;
  readonly met: number;
  readonly notMet: number;
  readonly pending: number;
  readonly undetermined: number;
  readonly undeterminedBy?: CasesByReason;
  readonly excluded?: CasesByReason;
  readonly undated?: CasesByReason;
  readonly worst: Share;
  readonly best: Share;
  readonly headroom?: number;
  readonly verdict: LineVerdict;
  readonly reason?: Reason;
  readonly series?: TotalSeries;
  readonly measuredOn?: IsoDate;
  readonly days?: WorstDays;
  readonly daily?: DailyShares;
  readonly dependsOn?: readonly VerdictUnderReading[];
  readonly misses?: readonly string[];
}

/**
 * A share of work left at the close of each day of a period, as counts a day, so that those of parts add up.
 *
 * - `from`: the day of the first counts, the first on which anybody is counted; they go on to the last day of
 *   the period that is closed.
 * - `inBacklog`, `undetermined`, `of`: how many have work left, of how many the data does not say, and how many
 *   there are. `notRecorded`: those of the undetermined whose data leaves out what decides it; absent for none.
 * - `waiting`: who is in backlog at the close of which days, both included, by journey and day; absent with
 *   `suppressBelow`.
 */
export interface DailyShares {
  readonly from: IsoDate;
  readonly inBacklog: readonly number[];
  readonly undetermined: readonly number[];
  readonly notRecorded?: readonly number[];
  readonly of: readonly number[];
  readonly waiting?: readonly { readonly journey: string; readonly from: IsoDate; readonly until: IsoDate }[];
}

/**
 * What the days of a period come to. The lowest share leaves those out of whom the data does not say, the
 * highest counts them in; each names its own worst day, the earliest of several.
 *
 * - `over`: on how many days the target is missed, at the lowest and at the highest; none where it is not known.
 * - `closed`: of how many days.
 * - `last`: the shares at the last close.
 */
export interface WorstDays {
  readonly lowest: { readonly on: IsoDate; readonly share: Share };
  readonly highest: { readonly on: IsoDate; readonly share: Share };
  readonly over: { readonly lowest: number; readonly highest: number };
  readonly closed: number;
  readonly last: { readonly on: IsoDate; readonly lowest: Share; readonly highest: Share };
}

/** Cases by reason. */
export type CasesByReason = Readonly<Partial<Record<Reason, number>>>;

/** Another answer to an open question, and the verdict under it. */
export interface VerdictUnderReading {
  readonly reading: string;
  readonly answer: string;
  readonly verdict: LineVerdict;
}

/**
 * A count by month against a plan of cumulative numbers, or a plan that is withheld; `from` is its first
 * month, once known. `undeterminedBy`: of how many journeys the data does not say whether they belong to a month.
 */
export interface TotalSeries {
  readonly counts: Readonly<Record<IsoMonth, number>>;
  readonly undeterminedBy?: CasesByReason;
  readonly planned: readonly number[] | OpenValue;
  readonly from?: IsoMonth;
}

/** The counts that a line is judged by. */
type Counts = Pick<ReportLine, "met" | "notMet" | "pending" | "undetermined"> &
  Partial<Pick<ReportLine, "undeterminedBy">>;

/** The verdict of a line from its counts alone, compared as whole numbers. */
export function judge(
  counts: Counts,
  target: Target,
): Pick<ReportLine, "worst" | "best" | "headroom" | "verdict" | "reason"> {
  const { met, notMet, pending, undetermined } = counts;
  const of = met + notMet + pending + undetermined;
  const unsure = pending + undetermined;
  const ceiling = isCeiling(target);
  const worst = ceiling ? { count: notMet + unsure, of } : { count: met, of };
  const best = ceiling ? { count: notMet, of } : { count: met + unsure, of };
  if (of === 0) return { worst, best, verdict: "not-applicable", reason: "nothing-to-count" };
  if (!isScored(target)) return { worst, best, verdict: "not-scored" };
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
function commonest(reasons: CasesByReason = {}): Reason {
  const ranked = (Object.entries(reasons) as [Reason, number][]).sort(
    ([one, count], [other, more]) => more - count || (one < other ? -1 : 1),
  );
  return ranked[0]?.[0] ?? "missing-data";
}

/** Whether the pending cases alone leave it open, whichever way the undetermined ones fall. */
function hangsOnPending(counts: Counts, of: number, target: ScoredTarget, ceiling: boolean): boolean {
  const { met, notMet, pending, undetermined } = counts;
  const open = (count: number) =>
    reaches(target, { count, of }) !== reaches(target, { count: count + pending, of });
  const base = ceiling ? notMet : met;
  return open(base) && open(base + undetermined);
}

/** The counts of one line while a report is being made. */
export class Tally {
  readonly #outcomes = new Float64Array(OUTCOMES.length);
  readonly #undated: Partial<Record<Reason, number>> = {};
  readonly #misses = new LongList<string>();
  #missed: string | undefined;
  readonly #standard: Standard;
  readonly #requirement: Requirement;
  readonly #by: ReportLine["by"];

  constructor(standard: Standard, requirement: Requirement, by?: ReportLine["by"]) {
    this.#standard = standard;
    this.#requirement = requirement;
    this.#by = by;
  }

  /** `isInEach` where the case has no day, and so is in every period. */
  add(code: Code, journey: string, isInEach: boolean): void {
    this.#outcomes[code] = this.#outcomes[code]! + 1;
    if (isInEach) {
      const reason = OUTCOMES[code]![1]!;
      this.#undated[reason] = (this.#undated[reason] ?? 0) + 1;
    }
    if (VERDICT_OF[code] !== NOT_MET) return;
    if (this.#missed !== journey) this.#misses.push(journey);
    this.#missed = journey;
  }

  line(programme: Programme): ReportLine {
    const { id, target } = this.#requirement;
    const title = sayRequirement(programme, this.#requirement);
    const { id: standard } = this.#standard;
    const { subject } = this.#requirement;
    const about = defined({ standard, requirement: id, title, target, by: this.#by, subject });
    return lineOf(about, {
      met: this.#total(MET),
      notMet: this.#total(NOT_MET),
      pending: this.#total(PENDING),
      undeterminedBy: this.#byReason(UNDETERMINED),
      excluded: this.#byReason(NOT_APPLICABLE),
      undated: this.#undated,
      misses: this.#misses.all(),
    });
  }

  #total(verdict: number): number {
    return this.#outcomes.reduce((sum, count, code) => (VERDICT_OF[code] === verdict ? sum + count : sum), 0);
  }

  /** Only `met` has no reason, and is not asked about. */
  #byReason(verdict: number): CasesByReason {
    const found: Partial<Record<Reason, number>> = {};
    OUTCOMES.forEach(([, reason], code) => {
      const count = this.#outcomes[code]!;
      if (VERDICT_OF[code] === verdict && count > 0) found[reason!] = count;
    });
    return found;
  }
}

/** A line from its counts: everything else follows from them, and from what its cases are held to. */
export function lineOf(
  line: Pick<ReportLine, "standard" | "requirement" | "title" | "target" | "edition" | "by" | "subject">,
  counts: Pick<ReportLine, "met" | "notMet" | "pending" | "undated"> &
    Required<Pick<ReportLine, "undeterminedBy" | "excluded" | "misses">>,
  heldTo = line.target,
): ReportLine {
  const { standard, requirement, title, target, edition, by, subject } = line;
  const { met, notMet, pending, undeterminedBy, excluded, undated = {}, misses } = counts;
  const undetermined = Object.values(undeterminedBy).reduce((sum, count) => sum + count, 0);
  return {
    ...defined({ standard, requirement, title, target, edition, by, subject }),
    counted: met + notMet + pending + undetermined,
    met,
    notMet,
    pending,
    undetermined,
    undeterminedBy: inNameOrder(undeterminedBy),
    excluded: inNameOrder(excluded),
    ...defined({ undated: filled(inNameOrder(undated)) }),
    ...judge({ met, notMet, pending, undetermined, undeterminedBy }, heldTo),
    misses: inOrder(misses),
  };
}

/** A line of a caseload in which ids came again: what was counted may be the wrong one of two. */
export function inDoubt(line: ReportLine): ReportLine {
  return line.verdict === "not-scored" ? line : { ...line, verdict: "undetermined", reason: "id-twice" };
}

/** Counts in the order of their names, so that the order in which they came does not show. */
export function inNameOrder<Counts extends object>(counts: Counts): Counts {
  return Object.fromEntries(
    Object.entries(counts).sort(([one], [other]) => compareTexts(one, other)),
  ) as Counts;
}

/** Each id once, in order; a list that is so already, as a caseload in order gives it, is taken as it is. */
function inOrder(ids: readonly string[]): readonly string[] {
  for (let i = 1; i < ids.length; i++) if (ids[i - 1]! >= ids[i]!) return [...new Set(ids)].sort();
  return ids;
}

/** A line by its requirement, with its value and edition where it is of one. */
export function lineName({ requirement, by, edition }: ReportLine): string {
  const of = [...(by === undefined ? [] : [splitWords(by)]), ...(edition === undefined ? [] : [edition])];
  return of.length === 0 ? requirement : `${requirement} (${of.join(", ")})`;
}
