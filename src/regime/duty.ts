import { type EpochDay, epochDay, type IsoDate } from "../date/index.js";
import type { Citation, Duty, Scope } from "../rules/index.js";
import type { Decision } from "./intervention.js";
import type { PlanInput, PlanWaiver } from "./remedial-plan.js";
import { CONTRACT } from "./scope.js";
import type { Setting } from "./standpoint.js";

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
  readonly scope: Scope;
  readonly level?: string;
  readonly since?: IsoDate;
  readonly requirement?: string;
  readonly waived?: { readonly agreedBy: string; readonly agreedOn: IsoDate };
  readonly waiverNotCounted?: string;
  readonly citation?: Citation;
}

/** The duties of every contract, then those of each decision; they follow decisions and never grounds. */
export function dutiesOwed(
  decisions: readonly Decision[],
  plan: PlanInput | undefined,
  setting: Setting,
): DutyOwed[] {
  const duties = setting.regime?.duties ?? [];
  const always = duties.filter(({ at }) => at === undefined);
  const waiver = waiverOf(plan, setting.asAt);
  return [
    ...always.map((duty) => ({
      ...owed(duty, CONTRACT, setting),
      ...waiverFor(duty, { duties, waiver, decisions }),
    })),
    ...decisions.flatMap(({ level, scope, decidedOn }) =>
      duties
        .filter(({ at }) => at?.includes(level))
        .map((duty) => ({ ...owed(duty, scope, setting), level, since: decidedOn })),
    ),
  ];
}

function owed(duty: Duty, scope: Scope, { regime }: Setting): DutyOwed {
  const { id, title, by, requirement, citation = regime?.citation } = duty;
  return {
    duty: id,
    title,
    by,
    scope,
    ...(requirement === undefined ? {} : { requirement }),
    ...(citation === undefined ? {} : { citation }),
  };
}

function waiverOf(plan: PlanInput | undefined, asAt: EpochDay): PlanWaiver | undefined {
  const waiver = plan?.waiver;
  if (waiver === undefined || epochDay(waiver.agreedOn) > asAt) return undefined;
  return waiver.endedOn !== undefined && epochDay(waiver.endedOn) <= asAt ? undefined : waiver;
}

interface Recorded {
  readonly duties: readonly Duty[];
  readonly waiver: PlanWaiver | undefined;
  readonly decisions: readonly Decision[];
}

/** A waiver reaches the duty that may be waived and what is part of it, at its levels, agreed by whom it takes. */
function waiverFor(duty: Duty, { duties, waiver, decisions }: Recorded): Partial<DutyOwed> {
  const rule = duties.find(({ id }) => id === (duty.partOf ?? duty.id))?.waiver;
  if (waiver === undefined || rule === undefined) return {};
  const { agreedBy, agreedOn } = waiver;
  if (!sameTitle(agreedBy, rule.agreedBy)) {
    return { waiverNotCounted: `agreed by ${agreedBy}; it takes the ${rule.agreedBy}` };
  }
  const beyond = decisions.find(({ level }) => !rule.at.includes(level));
  if (beyond !== undefined) {
    return {
      waiverNotCounted: `only at ${rule.at.join(", ")}; ${beyond.level} was decided on ${beyond.decidedOn}`,
    };
  }
  return { waived: { agreedBy, agreedOn } };
}

/** Whether two names are of one post: people write "the Provision Lead" and "DWP Provision Lead" (001 ¶6). */
export function sameTitle(one: string, other: string): boolean {
  return bare(one) === bare(other);
}

function bare(title: string): string {
  return title.trim().toLowerCase().replace(/^the /, "").replace(/^dwp /, "");
}
