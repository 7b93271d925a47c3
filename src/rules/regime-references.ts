import { compareShare, parsePercent } from "../quantity/index.js";
import { dutiesOf } from "./addresses.js";
import { isOpen } from "./citation.js";
import type { MinimumPerformanceLevel } from "./minimum-level.js";
import type { Programme } from "./programme.js";
import { fallingProfile, type Names, refuseUnknown } from "./reference-faults.js";
import type { Regime } from "./regime.js";

type Known = Readonly<Record<"group", Names>>;

/** What levels, indicators, plans, the pipeline file and the regime name must be there. */
export function checkRegime(programme: Programme, { group }: Known): void {
  const { minimumPerformanceLevels = [], indicators = [], plans = [], pipeline, regime } = programme;
  const outcomes: Names = new Set(programme.outcomes.map(({ id }) => id));
  const levels: Names = new Set(minimumPerformanceLevels.map(({ id }) => id));
  const timed: Names = new Set(dutiesOf(programme).map(({ id }) => id));
  for (const level of minimumPerformanceLevels) {
    refuseUnknown(level.id, level.outcome, "outcome", outcomes);
    if (level.countedIn !== undefined)
      refuseUnknown(level.id, level.countedIn, "minimum performance level", levels);
    const named = [level.scope.group, ...Object.keys(level.byGroup ?? {})];
    for (const name of named) if (name !== undefined) refuseUnknown(level.id, name, "group", group);
    refuseFalling(level);
  }
  for (const { id, scopes, threatens = [] } of indicators) {
    for (const scope of scopes) if (scope.group !== undefined) refuseUnknown(id, scope.group, "group", group);
    for (const level of threatens) refuseUnknown(id, level, "minimum performance level", levels);
  }
  for (const { id, reviewed } of plans)
    if (reviewed !== undefined) refuseUnknown(id, reviewed, "requirement", timed);
  if (pipeline !== undefined) refuseUnknown("pipeline", pipeline.return, "requirement", timed);
  if (regime !== undefined) checkLevels(regime, timed);
}

function checkLevels({ levels, duties, meetings, assurance }: Regime, timed: Names): void {
  const known: Names = new Set(levels.map(({ id }) => id));
  const dutyIds: Names = new Set(duties.map(({ id }) => id));
  for (const { id, at = [], waiver, requirement, partOf } of duties) {
    if (partOf !== undefined) refuseUnknown(`regime.${id}`, partOf, "duty", dutyIds);
    for (const level of [...at, ...(waiver?.at ?? [])])
      refuseUnknown(`regime.${id}`, level, "regime level", known);
    if (requirement !== undefined) refuseUnknown(`regime.${id}`, requirement, "requirement", timed);
  }
  for (const { id, requirement } of meetings) {
    if (requirement !== undefined) refuseUnknown(`regime.${id}`, requirement, "requirement", timed);
  }
  if (assurance === undefined) return;
  for (const rating of assurance.poor) {
    refuseUnknown("regime.assurance", rating, "rating", new Set(assurance.scale));
  }
}

function refuseFalling({ id, profile }: MinimumPerformanceLevel): void {
  if (isOpen(profile)) return;
  const ratios = profile.map((text) => parsePercent(text));
  for (let month = 1; month < ratios.length; month++) {
    const { numerator, denominator } = ratios[month]!;
    if (compareShare({ count: Number(numerator), of: Number(denominator) }, ratios[month - 1]!) < 0) {
      throw fallingProfile(id, month);
    }
  }
}
