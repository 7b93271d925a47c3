import { refuseNotJourney } from "../argument.js";
import { DATE, type DateInput, type DateSpan, epochDay, type IsoDate, isoDate, SPAN } from "../date/index.js";
import { AS_AT_OPTIONS, type AsAt } from "../deadlines/index.js";
import { defined } from "../defined.js";
import { ProgrammeFault } from "../fault.js";
import type { ContractLog } from "../journey/index.js";
import { CHECKED, type OptionKinds, oneOrMore } from "../options.js";
import { type History, isHistory, type Programme, type Requirement, refuseNotRules } from "../rules/index.js";

/**
 * What a matcher judges by. Whatever was given to `rulesFor` may be given again to one call, and
 * counts for that call only.
 *
 * - `programme`: an edition or a history. `asAt`: "today"; a matcher never reads the clock. A report
 *   brings its own date, and needs the programme only so that sentences can cite it.
 * - `contractLog`: with it, `toMeetEveryStandard` judges the contract's own requirements as well.
 * - `period`, `including`, `beyondPublished`: as of `report`.
 */
export interface AssertionOptions<P extends Programme = Programme>
  extends Partial<Pick<AsAt, "including" | "beyondPublished">> {
  readonly programme?: P | History;
  readonly asAt?: DateInput;
  readonly contractLog?: ContractLog | readonly ContractLog[];
  readonly period?: DateSpan;
}

export const ASSERTION_OPTIONS: OptionKinds<AssertionOptions> = {
  programme: CHECKED,
  asAt: DATE,
  contractLog: oneOrMore(refuseNotJourney),
  period: SPAN,
  including: AS_AT_OPTIONS.including,
  beyondPublished: AS_AT_OPTIONS.beyondPublished,
};

/**
 * Put into this interface, a programme makes its requirement ids the only ones that matchers accept:
 *
 * `declare module "programme-rules/testing" { interface ProgrammeRegister { programme: typeof whpJetsCv06 } }`
 */
// biome-ignore lint/suspicious/noEmptyInterface: it is filled in by its users.
export interface ProgrammeRegister {}

/** The programme put into {@link ProgrammeRegister}, or any. */
export type RegisteredProgramme = ProgrammeRegister extends { readonly programme: infer P extends Programme }
  ? P
  : Programme;

/** The programme or history to judge by. */
export function rulesOf({ programme }: AssertionOptions): Programme | History {
  if (programme !== undefined) {
    refuseNotRules(programme);
    return programme;
  }
  throw new ProgrammeFault({
    code: "testing/no-programme",
    given: "no programme",
    allowed: "a programme or a history, such as whpJetsCv06",
    todo: "Give it to rulesFor(programme, { asAt }), or to this one call as { programme, asAt }.",
  });
}

/** The as-at date to judge by. */
export function asAtOf({ asAt }: AssertionOptions): IsoDate {
  if (asAt !== undefined) return isoDate(epochDay(asAt));
  throw new ProgrammeFault({
    code: "testing/no-as-at",
    given: "no as-at date",
    allowed: 'a date such as "2021-06-30"',
    todo: "Give rulesFor, or this one call, { asAt }: a matcher never reads the clock.",
  });
}

/** What `assess`, `report` and `explain` take of the options. */
export function assessing(options: AssertionOptions): AsAt {
  const { including, beyondPublished } = options;
  return defined({ asAt: asAtOf(options), including, beyondPublished });
}

/** The editions that may decide: a history's, or the one. */
export function editionsOf(rules: Programme | History): readonly Programme[] {
  return isHistory(rules) ? rules.editions : [rules];
}

/** How messages name the rules: `whp-jets cv06`. */
export function nameOf(rules: Programme | History): string {
  return isHistory(rules) ? rules.id : `${rules.id} ${rules.edition}`;
}

/** Every requirement of every edition, in order. */
export function requirementsOf(rules: Programme | History): readonly Requirement[] {
  return editionsOf(rules).flatMap(({ standards }) => standards.flatMap(({ requirements }) => requirements));
}
