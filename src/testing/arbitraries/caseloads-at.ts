import fc from "fast-check";
import { assess, report } from "../../compliance/index.js";
import type { Journey } from "../../journey/index.js";
import { oneOf } from "../../options.js";
import {
  isCeiling,
  isScored,
  openTarget,
  type Programme,
  type RequirementId,
  reaches,
  type ScoredTarget,
} from "../../rules/index.js";
import { journeysMeeting, journeysMissing, type MadeToOrderOptions } from "./journeys-to-order.js";
import { cannotPlant } from "./planted-journey.js";

const AT_THE_TARGET = oneOf(["just-met", "just-missed"]);

/** How many journeys a caseload may need before its share is at the target. */
const MOST = 2_000;

/**
 * Caseloads at the very target of a requirement. `just-met`: with one journey less of those who meet it, the
 * line would not be met; `just-missed`: with one more, it would be. Of a requirement of every case: all of a
 * few meet it, or one does not. What rounding, or a case counted twice or not at all, turns over.
 *
 * @throws ProgrammeFault `testing/cannot-plant` as of {@link journeysMeeting} and {@link journeysMissing}, and
 * for a requirement without a target, or with one that is withheld.
 *
 * @example
 * ```ts
 * import fc from "fast-check";
 * import { report, whpJetsCv06 } from "programme-rules";
 * import { caseloadsAt } from "programme-rules/testing/arbitraries";
 *
 * const options = { asAt: "2022-12-31", requirements: ["css-1/acknowledged"] };
 * const [justMissed] = fc.sample(caseloadsAt(whpJetsCv06, "css-1/acknowledged", "just-missed"), 1);
 * report(whpJetsCv06, justMissed ?? [], options).lines[0]?.verdict; // => "not-met"
 * justMissed?.length === 199 || justMissed?.length === 399; // => true
 * ```
 */
export function caseloadsAt<P extends Programme>(
  programme: P,
  requirement: RequirementId<P>,
  where: "just-met" | "just-missed",
  options: MadeToOrderOptions = {},
): fc.Arbitrary<readonly Journey[]> {
  AT_THE_TARGET(where, "where");
  const meeting = fc.array(journeysMeeting(programme, requirement, options), { minLength: 1, maxLength: 4 });
  const missing = fc.array(journeysMissing(programme, requirement, options), { minLength: 1, maxLength: 2 });
  const asAt = options.asAt ?? "2022-12-31";
  const target = targetOf(programme, requirement);
  const countOf = (journey: Journey): Count => {
    const verdicts = assess(programme, journey, { asAt, requirements: [requirement] });
    const counted = verdicts.filter(({ verdict }) => verdict !== "not-applicable");
    const failed = counted.filter(({ verdict }) => verdict !== "met").length;
    return { count: isCeiling(target) ? failed : counted.length - failed, of: counted.length };
  };
  return fc.record({ meeting, missing, turn: fc.nat({ max: 999 }) }).map(({ turn, ...drawn }) => {
    const made = caseloadOf(drawn, where, { target, countOf });
    // Those who miss it stand anywhere, together.
    const at = turn % made.length;
    const turned = [...made.slice(at), ...made.slice(0, at)];
    const caseload = turned.map((journey, place) => ({ ...journey, id: `R${place + 1}` }));
    const [line] = report(programme, caseload, { asAt, requirements: [requirement] }).lines;
    const wanted = where === "just-met" ? "met" : "not-met";
    if (line?.verdict !== wanted)
      throw cannotPlant(requirement, `a caseload made to be ${where} comes out ${line?.verdict}`);
    return caseload;
  });
}

interface Count {
  readonly count: number;
  readonly of: number;
}

interface Drawn {
  readonly meeting: readonly Journey[];
  readonly missing: readonly Journey[];
}

/** Those who miss it, and of those who meet it as many, over and over, as bring the share to the target. */
function caseloadOf(
  { meeting, missing }: Drawn,
  where: "just-met" | "just-missed",
  { target, countOf }: { readonly target: ScoredTarget; readonly countOf: (journey: Journey) => Count },
): readonly Journey[] {
  if (isEveryCase(target)) return where === "just-met" ? meeting : [...missing.slice(0, 1), ...meeting];
  const counts = meeting.map(countOf);
  const failed = missing.map(countOf);
  let count = failed.reduce((sum, each) => sum + each.count, 0);
  let of = failed.reduce((sum, each) => sum + each.of, 0);
  const made = [...missing];
  while (!reaches(target, { count, of })) {
    if (made.length > MOST) throw cannotPlant("a caseload", `more than ${MOST} journeys are needed`);
    const at = (made.length - missing.length) % meeting.length;
    made.push(meeting[at]!);
    count += counts[at]!.count;
    of += counts[at]!.of;
  }
  return where === "just-met" ? made : made.slice(0, -1);
}

/** Whether one miss is too many, however many there are. */
function isEveryCase(target: ScoredTarget): boolean {
  return !reaches(target, isCeiling(target) ? ONE_FAILED : ONE_MET_LESS);
}

const ONE_MET_LESS = { count: 999_999, of: 1_000_000 };
const ONE_FAILED = { count: 1, of: 1_000_000 };

function targetOf({ standards }: Programme, id: string): ScoredTarget {
  const rule = standards.flatMap(({ requirements }) => [...requirements]).find((each) => each.id === id);
  if (rule === undefined || !isScored(rule.target)) throw cannotPlant(id, "it has no target");
  if (openTarget(rule.target) !== undefined) throw cannotPlant(id, "its target is withheld");
  return rule.target;
}
