import type { Figure } from "./figure.js";
import type { GroundStrength } from "./ground.js";
import { isByPolicy } from "./judge.js";
import { scopeKey } from "./scope.js";
import { grouped, isLongEnough, type Series } from "./series.js";
import type { Setting } from "./setting.js";

/** Series of one thing in one scope that are short alike: together they make one ground. */
export interface Shortfall {
  readonly thing: Pick<Figure, "id" | "title" | "scope" | "subject">;
  readonly strength: Exclude<GroundStrength, "needs-review">;
  readonly basis: "text" | "policy";
  readonly series: readonly Series[];
}

/** What falls short: by the text in its latest figure, by a policy in so many review months running. */
export function shortfallsOf(series: readonly Series[], { policy }: Setting): Shortfall[] {
  const short = series.filter((each) => isLongEnough(each, policy?.reviewMonths ?? 1));
  return grouped(short, keyOf).map((alike) => {
    const [newest] = alike[0]!.run;
    const { id, title, scope, subject } = newest!;
    return { thing: { id, title, scope, subject }, ...kindOf(newest!), series: alike };
  });
}

function keyOf({ run }: Series): string {
  const [newest] = run;
  const { strength, basis } = kindOf(newest!);
  return [scopeKey(newest!.scope), newest!.subject, newest!.id, strength, basis].join(" ");
}

function kindOf(figure: Figure): Pick<Shortfall, "strength" | "basis"> {
  const byPolicy = isByPolicy(figure);
  return {
    strength: byPolicy || figure.projected ? "projected" : "established",
    basis: byPolicy ? "policy" : "text",
  };
}
