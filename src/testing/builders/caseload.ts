import { described, type Kind, refuseOther } from "../../argument.js";
import { ProgrammeFault, shown } from "../../fault.js";
import type { Journey } from "../../journey/index.js";
import { type BuilderOptions, type JourneyBuilder, journey } from "./journey.js";

/** What is done with the nth journey of its part, counted from 0: `(each) => each.received("2021-04-01")`. */
export type JourneyRecipe = (each: JourneyBuilder, at: number) => JourneyBuilder;

/** So many journeys, all made the same way. */
export type CaseloadPart = readonly [count: number, each: JourneyRecipe];

/**
 * Many journeys made the same way, or in parts: 197 in time and 3 late. Ids run through all parts,
 * `R001` to `R200`, so that misses can be named.
 *
 * @throws ProgrammeFault `testing/count` for a count that is not a whole number from 0 up.
 *
 * @example
 * ```ts
 * import { report, whpJetsCv06 } from "programme-rules";
 * import { caseload } from "programme-rules/testing";
 *
 * const journeys = caseload(
 *   [199, (each) => each.received("2021-04-01").acknowledged("+2wd")],
 *   [1, (each) => each.received("2021-04-01").acknowledged("+3wd")],
 * );
 * journeys.at(-1)?.id; // => "R200"
 * report(whpJetsCv06, journeys, { asAt: "2021-04-30" }).lines[0]?.verdict; // => "met"
 * caseload(2, (each, at) => each.received(at === 0 ? "2021-04-01" : "2021-04-06")).length; // => 2
 * ```
 */
export function caseload(count: number, each: JourneyRecipe, options?: BuilderOptions): readonly Journey[];
export function caseload(...parts: readonly CaseloadPart[]): readonly Journey[];
export function caseload(
  first: number | CaseloadPart,
  second?: JourneyRecipe | CaseloadPart,
  third?: BuilderOptions | CaseloadPart,
  ...rest: readonly CaseloadPart[]
): readonly Journey[] {
  if (typeof first === "number")
    return made([[first, second as JourneyRecipe]], third as BuilderOptions | undefined);
  const given = [first, second, third, ...rest].filter((part) => part !== undefined);
  return made(given as readonly CaseloadPart[], undefined);
}

const PARTS: Kind = { name: "a count and a function, or a list of the two for each part", has: [[]] };

function made(parts: readonly CaseloadPart[], options: BuilderOptions | undefined): readonly Journey[] {
  refuseOther(parts, PARTS);
  const total = parts.reduce((sum, [count]) => sum + checkedCount(count), 0);
  const width = String(total).length;
  const begun = journey("R1", options);
  const journeys: Journey[] = [];
  for (const [count, each] of parts) {
    if (typeof each !== "function") throw wrongEach(each);
    for (let at = 0; at < count; at++) {
      const id = `R${String(journeys.length + 1).padStart(width, "0")}`;
      const told = each(begun.as(id), at);
      if (typeof told?.build !== "function") throw wrongEach(told);
      journeys.push(told.build());
    }
  }
  return Object.freeze(journeys);
}

function wrongEach(each: unknown): ProgrammeFault {
  return new ProgrammeFault({
    code: "testing/each",
    given: described(each),
    allowed: "a function that makes a journey of the builder it is given",
    todo: 'Write it as (each) => each.received("2021-04-01").',
  });
}

function checkedCount(count: number): number {
  if (Number.isSafeInteger(count) && count >= 0) return count;
  throw new ProgrammeFault({
    code: "testing/count",
    given: shown(count),
    allowed: "a whole number of journeys from 0 up",
    todo: "Give each part of the caseload its count first: [199, (each) => …].",
  });
}
