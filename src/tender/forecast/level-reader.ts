import {
  PERFORMANCE_WINDOWS,
  type PerformanceBasis,
  type PerformanceWindowName,
} from "../../cohorts/index.js";
import { parsePercent } from "../../quantity/index.js";
import {
  isOpen,
  type MinimumPerformanceLevel,
  type OpenValue,
  type Programme,
  type ProportionRequirement,
  type Requirement,
  type TotalRequirement,
} from "../../rules/index.js";
import type { ForecastPlan, MissingValue, ReadPlan } from "./forecast-plan.js";
import {
  FILLS,
  type LevelBasis,
  monthsWaited,
  type PromisedLevel,
  startsOfPlan,
  startsOfReferrals,
} from "./promised-level.js";

/** A level of which a forecast can say nothing, and why. */
export interface UndeterminedLevel {
  readonly level: string;
  readonly title: string;
  readonly basis: LevelBasis;
  readonly verdict: "undetermined";
  readonly reason: "missing-parameter" | "missing-data";
  /** Addresses of what is missing. */
  readonly missing: readonly string[];
}

/**
 * Reads the levels of a programme that can be forecast on a plan, those that cannot, and what they lack:
 * performance levels on each basis asked for, and requirements on the number of starts.
 */
export class LevelReader {
  readonly promised: PromisedLevel[] = [];
  readonly undetermined: UndeterminedLevel[] = [];
  readonly missing: MissingValue[] = [];
  readonly #programme: Programme;
  readonly #plan: ForecastPlan | null;
  /** Addresses of what the plan lacks. */
  readonly #lacked: readonly string[];

  constructor(programme: Programme, { plan, missing }: ReadPlan, bases: readonly PerformanceBasis[]) {
    this.#programme = programme;
    this.#plan = plan;
    this.#lacked = missing.filter(({ neededFor }) => neededFor !== "income").map(({ address }) => address);
    for (const level of programme.minimumPerformanceLevels ?? [])
      for (const basis of bases) this.#readOutcomes(level, basis);
    for (const requirement of programme.standards.flatMap(({ requirements }) => requirements))
      this.#readStarts(requirement);
  }

  /** How many months after the last start something may still be counted. */
  lastAge(bases: readonly PerformanceBasis[]): number {
    const plan = this.#plan;
    const programme = this.#programme;
    const planned = plan?.groups.map(({ profile }) => (profile?.length ?? 1) - 1) ?? [];
    const levels = programme.minimumPerformanceLevels ?? [];
    const promised = levels.map(({ profile }) => (isOpen(profile) ? 0 : profile.length - 1));
    const isWaiting = plan !== null && bases.includes("maturing-cohort");
    const waited = isWaiting ? levels.map((level) => monthsWaited(programme, level, plan)) : [];
    return Math.max(...planned, ...promised, ...waited);
  }

  #readOutcomes(level: MinimumPerformanceLevel, basis: PerformanceBasis): void {
    const { id, title, share, profile, scope } = level;
    const named = { level: id, title, basis };
    const open = [
      [`${id}.share`, share] as const,
      ...(basis === "profile-flow" ? [[`${id}.profile`, profile] as const] : []),
    ];
    const groups = this.#plan?.groups.map(({ group }) => group) ?? [];
    const group = scope.group === undefined ? null : groups.indexOf(scope.group);
    if (!this.#isKnown(named, open) || isOpen(share)) return;
    if (scope.area !== "contract" || group === -1) {
      const address =
        scope.area === "contract" ? `assumptions.referrals.byMonth.${scope.group}` : `${id}.scope.area`;
      this.#cannotTell(named, "missing-data", [address]);
      return;
    }
    const plan = this.#plan;
    if (plan === null || plan.groups.some((each) => each.profile === null || each.rate === null)) {
      this.#cannotTell(named, "missing-parameter", this.#lacked);
      return;
    }
    const terms = { share: parsePercent(share), level, programme: this.#programme, plan };
    this.promised.push({
      ...named,
      windows: PERFORMANCE_WINDOWS,
      target: share,
      at: terms.share.numerator / terms.share.denominator,
      group,
      fill: FILLS[basis](terms),
    });
  }

  #readStarts(requirement: Requirement): void {
    if (requirement.kind !== "proportion" && requirement.kind !== "total") return;
    const { target, id, title } = requirement;
    if (!("atLeast" in target) || !this.#isOfStarts(requirement)) return;
    const basis = requirement.kind === "total" ? "starts-of-plan" : "starts-of-referrals";
    const named = { level: id, title, basis } as const;
    const against = requirement.kind === "total" ? requirement.against : [];
    const values = [[`${id}.target.atLeast`, target.atLeast] as const, [`${id}.against`, against] as const];
    if (!this.#isKnown(named, values) || isOpen(target.atLeast) || isOpen(against)) return;
    if (this.#plan === null || this.#plan.groups.some(({ rate }) => rate === null)) {
      this.#cannotTell(named, "missing-parameter", this.#lacked);
      return;
    }
    const share = parsePercent(target.atLeast);
    const windows: PerformanceWindowName[] = ["since-day-one"];
    const at = share.numerator / share.denominator;
    const fill = requirement.kind === "total" ? startsOfPlan(share, against) : startsOfReferrals(share);
    this.promised.push({ ...named, windows, target: target.atLeast, at, group: null, fill });
  }

  #isOfStarts(requirement: ProportionRequirement | TotalRequirement): boolean {
    const { cohortBy, conventions } = this.#programme;
    const isOnly = (list: readonly unknown[], event: unknown) => list.length === 1 && list[0] === event;
    if (cohortBy === undefined || conventions.receipts.includes(cohortBy as string)) return false;
    if (requirement.kind === "total") return isOnly(requirement.count, cohortBy);
    const { among, share } = requirement;
    return (
      among.every((event) => conventions.receipts.includes(event as string)) &&
      "reaching" in share &&
      isOnly(share.reaching, cohortBy)
    );
  }

  /** Notes the values that are open; whether none is. */
  #isKnown(named: Named, values: readonly (readonly [address: string, value: unknown])[]): boolean {
    const open = values.filter((pair): pair is readonly [string, OpenValue] => isOpen(pair[1]));
    if (open.length === 0) return true;
    for (const [address, { open: kind }] of open) {
      if (this.missing.some((each) => each.address === address)) continue;
      this.missing.push({ address, open: kind, neededFor: "level" });
    }
    const missing = open.map(([address]) => address);
    this.#cannotTell(named, "missing-parameter", missing);
    return false;
  }

  #cannotTell(named: Named, reason: UndeterminedLevel["reason"], missing: readonly string[]): void {
    this.undetermined.push({ ...named, verdict: "undetermined", reason, missing });
  }
}

type Named = Pick<UndeterminedLevel, "level" | "title" | "basis">;
