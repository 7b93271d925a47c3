import type { Requirement, Standard, Target } from "../rules/index.js";
import { type ByReason, judge, type ReportLine } from "./line.js";
import {
  type Code,
  MET,
  NOT_APPLICABLE,
  NOT_MET,
  OUTCOMES,
  PENDING,
  type Reason,
  UNDETERMINED,
  VERDICT_OF,
} from "./verdict.js";

/** What a line is about. */
interface Identity {
  readonly standard: string;
  readonly requirement: string;
  readonly title: string;
  readonly target?: Target | undefined;
  readonly edition?: string | undefined;
  readonly by?: ReportLine["by"] | undefined;
}

/** The counts of one line while a report is being made. */
export class Tally {
  readonly #outcomes = new Float64Array(OUTCOMES.length);
  readonly #misses: string[] = [];
  readonly #standard: Standard;
  readonly #requirement: Requirement;
  readonly #by: ReportLine["by"];

  constructor(standard: Standard, requirement: Requirement, by: ReportLine["by"]) {
    this.#standard = standard;
    this.#requirement = requirement;
    this.#by = by;
  }

  add(code: Code, journey: string): void {
    this.#outcomes[code] = this.#outcomes[code]! + 1;
    if (VERDICT_OF[code] !== NOT_MET) return;
    if (this.#misses.at(-1) !== journey) this.#misses.push(journey);
  }

  line(): ReportLine {
    const { id, title, target } = this.#requirement;
    const { id: standard } = this.#standard;
    const identity = { standard, requirement: id, title, target, by: this.#by };
    return lineOf(identity, {
      met: this.#total(MET),
      notMet: this.#total(NOT_MET),
      pending: this.#total(PENDING),
      undeterminedBy: this.#byReason(UNDETERMINED),
      excluded: this.#byReason(NOT_APPLICABLE),
      misses: this.#misses,
    });
  }

  #total(verdict: number): number {
    return this.#outcomes.reduce((sum, count, code) => (VERDICT_OF[code] === verdict ? sum + count : sum), 0);
  }

  /** Only `met` has no reason, and is not asked about. */
  #byReason(verdict: number): ByReason {
    const found: Partial<Record<Reason, number>> = {};
    OUTCOMES.forEach(([, reason], code) => {
      const count = this.#outcomes[code]!;
      if (VERDICT_OF[code] === verdict && count > 0) found[reason!] = count;
    });
    return found;
  }
}

type Counted = Pick<ReportLine, "met" | "notMet" | "pending" | "undeterminedBy" | "excluded" | "misses">;

/** A line from its counts: everything else follows from them, and from what its cases are held to. */
export function lineOf(line: Identity, counts: Counted, heldTo = line.target): ReportLine {
  const { standard, requirement, title, target, edition, by } = line;
  const identity = {
    standard,
    requirement,
    title,
    ...(target === undefined ? {} : { target }),
    ...(edition === undefined ? {} : { edition }),
    ...(by === undefined ? {} : { by }),
  };
  const { met, notMet, pending, undeterminedBy, excluded, misses } = counts;
  const undetermined = Object.values(undeterminedBy).reduce((sum, count) => sum + count, 0);
  const judged = judge({ met, notMet, pending, undetermined, undeterminedBy }, heldTo);
  const counted = met + notMet + pending + undetermined;
  const sorted = inOrder(misses);
  return {
    ...identity,
    counted,
    met,
    notMet,
    pending,
    undetermined,
    undeterminedBy,
    excluded,
    ...judged,
    misses: sorted,
  };
}

/** Each id once, in order; a list that is so already, as a caseload in order gives it, is taken as it is. */
function inOrder(ids: readonly string[]): readonly string[] {
  for (let i = 1; i < ids.length; i++) if (ids[i - 1]! >= ids[i]!) return [...new Set(ids)].sort();
  return ids;
}
