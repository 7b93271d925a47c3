import { type Kind, refuseOther } from "../argument.js";
import { ProgrammeFault, shown } from "../fault.js";
import { CHECKED, kind, nested } from "../options.js";
import { parsePercent } from "../quantity/index.js";
import {
  headroomOf,
  isScored,
  openTarget,
  type Programme,
  refuseNotProgramme,
  type ScoredTarget,
} from "../rules/index.js";

const TARGETS: Kind = {
  name: 'a programme, a target such as { atLeast: "95%" } or a list of targets',
  has: {},
};

const checkTarget = nested({
  every: kind((value) => value === true, "true"),
  atLeast: CHECKED,
  atMost: CHECKED,
  below: CHECKED,
});

/** How many of a volume may fail a target, as a tidy row. */
export interface AffordableMisses {
  readonly target: ScoredTarget;
  readonly volume: number;
  readonly misses: number;
}

/**
 * The misses that targets afford at small volumes.
 *
 * - `rows`: a row for each target and volume, in the order given.
 * - `firstMiss`: by target, the least volume at which a single miss is affordable; null where none ever is.
 */
export interface SmallNumbers {
  readonly rows: readonly AffordableMisses[];
  readonly firstMiss: readonly { readonly target: ScoredTarget; readonly volume: number | null }[];
}

const USUAL_VOLUMES = [10, 20, 24, 25, 50, 99, 100, 150, 199, 200, 300, 400, 500, 1000];

/**
 * How many cases may fail at a monthly volume: what a percentage truly promises where numbers are small. A target
 * of 99.5% means every case below 200 a month, 99% below 100, and a backlog of at most 4% nobody below 25.
 *
 * @param targets - percentages as the contract writes them, a floor as `"99.5%"` or a target such as
 * `{ atMost: "4%" }`: one, or a list; or a programme, for each different percentage it promises.
 * @param volumes - whole numbers of cases from 1: one, or a list; a usual choice unless given.
 * @throws ProgrammeFault `quantity/percent` for a text that is no percentage, `tender/volume` for a
 * volume that is none.
 *
 * @example
 * ```ts
 * import { whpJetsCv06 } from "programme-rules";
 * import { affordableMisses } from "programme-rules/tender";
 *
 * const { rows, firstMiss } = affordableMisses(["99.5%", "99%", { atMost: "4%" }], [24, 25, 199, 200]);
 * rows.map(({ misses }) => misses); // => [0, 0, 0, 1, 0, 0, 1, 2, 0, 1, 7, 8]
 * firstMiss.map(({ volume }) => volume); // => [200, 100, 25]
 * affordableMisses(whpJetsCv06).firstMiss.map(({ volume }) => volume); // => [200, 25, 100]
 * ```
 */
export function affordableMisses(
  targets: Programme | string | ScoredTarget | readonly (string | ScoredTarget)[],
  volumes: number | readonly number[] = USUAL_VOLUMES,
): SmallNumbers {
  refuseNotTargets(targets);
  const each = typeof volumes === "number" ? [volumes] : volumes;
  refuseOther(each, { name: "a number of cases, or a list of them", has: [] });
  const wrong = each.find((volume) => !(Number.isSafeInteger(volume) && volume > 0));
  if (wrong !== undefined) {
    throw new ProgrammeFault({
      code: "tender/volume",
      given: `a volume of ${shown(wrong)}`,
      allowed: "a whole number of cases from 1",
      todo: "Count whole cases a month.",
    });
  }
  if (isProgramme(targets)) refuseNotProgramme(targets);
  const all = isProgramme(targets)
    ? promisedBy(targets)
    : [targets].flat().map((given) => (typeof given === "string" ? { atLeast: given } : given));
  return {
    rows: all.flatMap((target) =>
      each.map((volume) => ({ target, volume, misses: headroomOf(target, 0, volume) })),
    ),
    firstMiss: all.map((target) => ({ target, volume: firstMissOf(target) })),
  };
}

function refuseNotTargets(targets: unknown): void {
  if (typeof targets === "string") return;
  refuseOther(targets, Array.isArray(targets) ? { ...TARGETS, has: [] } : TARGETS);
  for (const each of [targets].flat()) {
    if (typeof each === "string") continue;
    refuseOther(each, TARGETS);
    if (!isProgramme(each as ScoredTarget)) checkTarget(each, "targets");
  }
}

function isProgramme(given: Parameters<typeof affordableMisses>[0]): given is Programme {
  return typeof given === "object" && "standards" in given;
}

/** The percentages of a programme, each once, in its order; those still open are left out. */
function promisedBy({ standards }: Programme): ScoredTarget[] {
  const found = new Map<string, ScoredTarget>();
  for (const { target } of standards.flatMap(({ requirements }) => requirements)) {
    if (!isScored(target) || "every" in target || openTarget(target) !== undefined) continue;
    found.set(JSON.stringify(target), target);
  }
  return [...found.values()];
}

/** Where the failures allowed first come to one: n × allowed ≥ 1, in whole numbers. */
function firstMissOf(target: ScoredTarget): number | null {
  if ("every" in target) return null;
  const [text] = Object.values(target) as [string];
  const { numerator, denominator } = parsePercent(text);
  const allowed = "atLeast" in target ? denominator - numerator : numerator;
  if (allowed === 0) return null;
  return "below" in target ? Math.floor(denominator / allowed) + 1 : Math.ceil(denominator / allowed);
}
