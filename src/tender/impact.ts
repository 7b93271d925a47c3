import { type Kind, refuseOther } from "../argument.js";
import {
  ASSESS_OPTIONS,
  type AssessOptions,
  assess,
  type Finding,
  GRAVEST_FIRST,
  type Verdict,
} from "../compliance/index.js";
import { ProgrammeFault } from "../fault.js";
import { type Caseload, eachOwn, type Problem } from "../journey/index.js";
import { AS_AT, optionsOf } from "../options.js";
import { amend, freeze, type Programme, refuseNotProgramme, type Variation } from "../rules/index.js";
import type { Offer } from "./offer/offer.js";

const CHANGE: Kind = { name: "a variation, a programme or an offer", has: {} };

/** What a requirement comes to on one journey: its worst case; `not-assessed` where it is not there. */
export type ImpactVerdict = Verdict | "not-assessed";

/** Journeys that a change moves from one verdict to another on one requirement. */
export interface ImpactRow {
  readonly requirement: string;
  readonly from: ImpactVerdict;
  readonly to: ImpactVerdict;
  readonly count: number;
  /** Ids, in the order of the caseload. */
  readonly journeys: readonly string[];
}

/**
 * What a change of the rules does to a caseload.
 *
 * - `journeys`: how many were assessed; `changed`: on how many of them at least one requirement changes its verdict.
 * - `problems`: what is wrong in the journeys, and which could not be assessed at all.
 */
export interface ChangeImpact {
  readonly journeys: number;
  readonly changed: number;
  readonly rows: readonly ImpactRow[];
  readonly problems: readonly { readonly journey: string; readonly code: string; readonly message: string }[];
}

/**
 * Which verdicts of a caseload a change would move: every journey is assessed under both sets of rules,
 * and each requirement is compared by its worst case on the journey (not met before undetermined, before
 * pending, before met). The change is a variation of the base, a whole programme, or an offer.
 *
 * @param options - as of {@link assess}; name `including: ["offered"]` to assess standards that are offered.
 * @throws ProgrammeFault as {@link amend} and {@link assess} do; a journey with data that cannot be
 * read is among `problems` instead.
 *
 * @throws ProgrammeFault `argument/…` for arguments forgotten, misspelt, of another kind or in another order;
 * `argument/list` for one journey where a list belongs.
 *
 * @example
 * ```ts
 * import { whpJetsCv06 } from "programme-rules";
 * import { impactOfChange } from "programme-rules/tender";
 *
 * const stricter = {
 *   id: "our-offer",
 *   title: "Acknowledge within one working day",
 *   changes: { set: { "css-1/acknowledged": { within: { workingDays: 1 } } } },
 * };
 * const journey = (id: string, on: string) => ({
 *   id,
 *   events: [
 *     { kind: "referral-received", on: "2021-06-01" },
 *     { kind: "referral-acknowledged", on },
 *   ],
 * });
 * const caseload = [journey("R1", "2021-06-02"), journey("R2", "2021-06-03")];
 * const { changed, rows } = impactOfChange(whpJetsCv06, stricter, caseload, { asAt: "2021-06-30" });
 * changed; // => 1
 * rows; // => [{ requirement: "css-1/acknowledged", from: "met", to: "not-met", count: 1, journeys: ["R2"] }]
 * ```
 */
export function impactOfChange(
  base: Programme,
  change: Variation | Programme | Offer,
  journeys: Caseload,
  options: AssessOptions,
): ChangeImpact {
  refuseNotProgramme(base);
  optionsOf(options, ASSESS_OPTIONS, AS_AT);
  const changed = changedProgramme(base, change);
  const { onProblem: _told, ...quietly } = options;
  const moves = new Map<string, { from: ImpactVerdict; to: ImpactVerdict; journeys: string[] }>();
  const problems: ChangeImpact["problems"][number][] = [];
  const note = (problem: Problem) => {
    const { code, message } = problem;
    problems.push({ journey: problem.journey ?? "", code, message });
    options.onProblem?.(problem);
  };
  let [assessed, moved] = [0, 0];
  eachOwn(journeys, base.id, note, (journey) => {
    try {
      const before = worstOf(assess(base, journey, { ...options, onProblem: note }));
      const after = worstOf(assess(changed, journey, quietly));
      assessed += 1;
      if (noteMoves(moves, journey.id, before, after)) moved += 1;
    } catch (error) {
      if (!(error instanceof ProgrammeFault && error.code.startsWith("journey/"))) throw error;
      problems.push({ journey: String(journey?.id), code: error.code, message: error.message });
    }
  });
  const order = [...requirementsOf(base), ...requirementsOf(changed)];
  const rows = [...moves].map(([key, { from, to, journeys: ids }]) => {
    const requirement = key.split(" ")[0]!;
    return { requirement, from, to, count: ids.length, journeys: ids };
  });
  rows.sort(
    (one, other) =>
      order.indexOf(one.requirement) - order.indexOf(other.requirement) || other.count - one.count,
  );
  return freeze({ journeys: assessed, changed: moved, rows, problems });
}

function changedProgramme(base: Programme, change: Variation | Programme | Offer): Programme {
  refuseOther(change, CHANGE);
  if ("programme" in change) return change.programme;
  return "standards" in change ? change : amend(base, change);
}

function requirementsOf({ standards }: Programme): string[] {
  return standards.flatMap(({ requirements }) => requirements.map(({ id }) => id));
}

function worstOf(findings: readonly Finding[]): Map<string, Verdict> {
  const worst = new Map<string, Verdict>();
  for (const { requirement, verdict } of findings) {
    const other = worst.get(requirement);
    if (other === undefined || GRAVEST_FIRST.indexOf(verdict) < GRAVEST_FIRST.indexOf(other))
      worst.set(requirement, verdict);
  }
  return worst;
}

function noteMoves(
  moves: Map<string, { from: ImpactVerdict; to: ImpactVerdict; journeys: string[] }>,
  journey: string,
  before: ReadonlyMap<string, Verdict>,
  after: ReadonlyMap<string, Verdict>,
): boolean {
  let isMoved = false;
  for (const requirement of new Set([...before.keys(), ...after.keys()])) {
    const [from, to] = [before, after].map(
      (verdicts): ImpactVerdict => verdicts.get(requirement) ?? "not-assessed",
    );
    if (from === to) continue;
    isMoved = true;
    const key = `${requirement} ${from} ${to}`;
    const found = moves.get(key) ?? { from: from!, to: to!, journeys: [] };
    found.journeys.push(journey);
    moves.set(key, found);
  }
  return isMoved;
}
