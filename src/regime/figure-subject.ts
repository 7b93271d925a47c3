import { defined } from "../defined.js";
import { ProgrammeFault, shown } from "../fault.js";
import {
  isOpen,
  isScored,
  levelsAround,
  type MinimumPerformanceLevel,
  type PerformanceScope,
  type Programme,
  sayIndicator,
  sayRequirement,
  type Target,
} from "../rules/index.js";
import { unknownWord } from "../unknown-word.js";
import {
  CONTRACT,
  type FigureTarget,
  type JudgedFigure,
  type PerformanceFigure,
  sameScope,
  scopeOf,
} from "./figure.js";

/** What a figure is about. `threatens`: the levels that a poor figure of an indicator foretells to be missed. */
export interface SubjectOfFigure extends Pick<JudgedFigure, "subject" | "id" | "title" | "scope"> {
  readonly target?: Target;
  readonly threatens: readonly string[];
}

type Measured = Pick<PerformanceFigure, "id" | "scope">;

/**
 * Finds what a figure is about.
 *
 * @throws ProgrammeFault `regime/unknown-id` for an id the programme does not have, `regime/scope` for
 * a level's figure in the scope of another level.
 */
export function subjectOf(programme: Programme, figure: Measured): SubjectOfFigure {
  const found = levelIn(programme, figure) ?? indicatorIn(programme, figure) ?? standardIn(programme, figure);
  if (found !== undefined) return found;
  const { id, scope } = figure;
  if (hasNone(programme))
    return { subject: "indicator", id, title: id, scope: scopeOf(scope), threatens: [] };
  throw unknownWord({
    code: "regime/unknown-id",
    given: `a figure of ${shown(id)}, which ${programme.id} ${programme.edition} does not have`,
    allowed: known(programme),
    written: id,
    todo: "Correct the id, or name the edition that has it.",
  });
}

/** Whether a programme has nothing that a figure could be of. */
export function hasNone(programme: Programme): boolean {
  return known(programme).length === 0;
}

/** Every level, indicator and standard that figures may be of. */
function known({ minimumPerformanceLevels = [], indicators = [], standards }: Programme): string[] {
  const ids = [...minimumPerformanceLevels, ...indicators, ...standards].map(({ id }) => id);
  return standards.length === 0 ? ids : [...ids, "or a requirement of a standard"];
}

function levelIn(
  { minimumPerformanceLevels = [] }: Programme,
  { id, scope }: Measured,
): SubjectOfFigure | undefined {
  const level = minimumPerformanceLevels.find((each) => each.id === id);
  if (level === undefined) return undefined;
  const measured = scopeOf(scope, level.scope);
  const isOwn = sameScope(measured, level.scope);
  const owner = minimumPerformanceLevels.find((each) => sameScope(each.scope, measured));
  if (!isOwn && owner !== undefined)
    throw new ProgrammeFault({
      code: "regime/scope",
      given: `a figure of ${id} in the scope of ${owner.id}`,
      allowed: `${id} in its own scope, or ${owner.id} in this one`,
      todo: "Give each level's figure under its own id; the two are never added.",
    });
  const target = isOwn ? level.share : shareOfGroup(level, measured);
  return {
    subject: isOwn ? "level" : "indicator",
    id,
    title: level.title,
    scope: measured,
    ...(target === undefined ? {} : { target: { atLeast: target } }),
    threatens: isOwn ? [] : threatenedIn(minimumPerformanceLevels, measured),
  };
}

function shareOfGroup({ scope, byGroup }: MinimumPerformanceLevel, measured: PerformanceScope) {
  if (measured.area !== scope.area || measured.group === undefined) return undefined;
  return byGroup?.[measured.group];
}

function indicatorIn(
  { indicators = [], minimumPerformanceLevels = [] }: Programme,
  { id, scope }: Measured,
): SubjectOfFigure | undefined {
  const indicator = indicators.find((each) => each.id === id);
  if (indicator === undefined) return undefined;
  const measured = scopeOf(scope, indicator.scopes[0]);
  return {
    subject: "indicator",
    id,
    title: sayIndicator(indicator),
    scope: measured,
    threatens: threatenedIn(minimumPerformanceLevels, measured),
  };
}

function threatenedIn(levels: readonly MinimumPerformanceLevel[], measured: PerformanceScope): string[] {
  return levelsAround(levels, measured).map(({ id }) => id);
}

/** A standard counts in the areas of the regime; for one group in them it is only watched. */
function standardIn(programme: Programme, { id, scope }: Measured): SubjectOfFigure | undefined {
  const { standards, regime } = programme;
  const requirements = standards.flatMap((standard) => standard.requirements);
  const found = requirements.find((each) => each.id === id) ?? standards.find((each) => each.id === id);
  if (found === undefined) return undefined;
  const measured = scopeOf(scope);
  const counts = [CONTRACT, ...(regime?.scopes ?? [])].some((each) => sameScope(each, measured));
  const target = "target" in found ? found.target : undefined;
  return {
    subject: counts ? "standard" : "indicator",
    id,
    title: "kind" in found ? sayRequirement(programme, found) : found.title,
    scope: measured,
    ...defined({ target }),
    threatens: [],
  };
}

/** The target of a subject, unless it is withheld. */
export function closedTarget(target: Target | undefined): FigureTarget | undefined {
  if (target === undefined || !isScored(target)) return undefined;
  if ("every" in target) return target;
  return Object.values(target).some(isOpen) ? undefined : (target as FigureTarget);
}
