import type { IsoDate } from "../date/index.js";
import { defined } from "../defined.js";
import {
  type Citation,
  type PerformanceScope,
  type Programme,
  type RegimeDuty,
  waivedBy,
} from "../rules/index.js";
import { CONTRACT } from "./figure.js";
import type { Standpoint } from "./grounds-standpoint.js";
import type { Decision } from "./intervention.js";
import { type PlanWaiver, type RemedialPlan, waiverOn } from "./remedial-plan.js";

/**
 * What somebody owes because of a recorded decision, or under every contract.
 *
 * - `level`, `scope`, `since`: the decision it follows; without `level` it holds under every contract.
 * - `requirement`: the return that times it, if any.
 * - `waived`: who agreed that it is not required, and since when; `waiverNotCounted` says why a recorded
 *   waiver does not reach it.
 */
export interface DutyOwed {
  readonly duty: string;
  readonly title: string;
  readonly by: "provider" | "department";
  readonly scope: PerformanceScope;
  readonly level?: string;
  readonly since?: IsoDate;
  readonly requirement?: string;
  readonly waived?: { readonly agreedBy?: string; readonly agreedOn: IsoDate };
  readonly waiverNotCounted?: string;
  readonly citation?: Citation;
}

/** The duties of every contract, then those of each decision; they follow decisions and never grounds. */
export function dutiesOwed(
  decisions: readonly Decision[],
  plan: RemedialPlan | undefined,
  standpoint: Standpoint,
): DutyOwed[] {
  const duties = standpoint.regime?.duties ?? [];
  const always = duties.filter(({ at }) => at === undefined);
  const waiver = waiverOn(plan?.waiver, standpoint.asAt);
  const owed = (duty: RegimeDuty, scope: PerformanceScope): DutyOwed => {
    const { id, title, by, requirement, citation = standpoint.regime?.citation } = duty;
    return defined({ duty: id, title, by, scope, requirement, citation });
  };
  return [
    ...always.map((duty) => ({
      ...owed(duty, CONTRACT),
      ...waiverFor(duty, waiver, decisions, standpoint.programme),
    })),
    ...decisions.flatMap(({ level, scope, decidedOn }) =>
      duties
        .filter(({ at }) => at?.includes(level))
        .map((duty) => ({ ...owed(duty, scope), level, since: decidedOn })),
    ),
  ];
}

/** A waiver reaches the duty that may be waived and what is part of it, at its levels, agreed by whom it takes. */
function waiverFor(
  duty: RegimeDuty,
  waiver: PlanWaiver | undefined,
  decisions: readonly Decision[],
  programme: Programme,
): Pick<DutyOwed, "waived" | "waiverNotCounted"> {
  const whole = programme.regime?.duties.find(({ id }) => id === (duty.partOf ?? duty.id));
  if (waiver === undefined || whole?.waiver === undefined) return {};
  const { agreedBy, agreedOn } = waiver;
  const fault = wrongAgreement(waiver, whole, programme);
  if (fault !== undefined) return { waiverNotCounted: fault };
  const { at } = whole.waiver;
  const beyond = decisions.find(({ level }) => !at.includes(level));
  if (beyond === undefined) return { waived: defined({ agreedBy, agreedOn }) };
  const { level, decidedOn } = beyond;
  return { waiverNotCounted: `only at ${at.join(", ")}; ${level} was decided on ${decidedOn}` };
}

/** That a waiver was not agreed by whom the programme names for that duty, or may not have been; undefined where it was. */
export function wrongAgreement(
  { agreedBy }: PlanWaiver,
  duty: RegimeDuty,
  { states }: Pick<Programme, "states">,
): string | undefined {
  const posts = waivedBy(states, duty);
  if (posts.length === 0) return undefined;
  const takes = `it takes the ${posts[0]}`;
  if (agreedBy === undefined) return `who agreed it is not recorded; ${takes}`;
  return posts.some((post) => sameTitle(post, agreedBy)) ? undefined : `agreed by ${agreedBy}; ${takes}`;
}

/** Whether two names are of one post: people write "the Provision Lead". */
function sameTitle(one: string, other: string): boolean {
  const bare = (title: string) => title.trim().toLowerCase().replace(/^the /, "");
  return bare(one) === bare(other);
}
