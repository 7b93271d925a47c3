import type { DateInput, DateSpan } from "../date/index.js";
import type { AsAt } from "../deadlines/index.js";
import type { ContractLog } from "../journey/index.js";
import type { History, Programme } from "../rules/index.js";

/**
 * What a matcher judges by. Whatever was given to `rulesFor` may be given again to one call, and
 * counts for that call only.
 *
 * - `programme`: an edition or a history. `asAt`: "today"; a matcher never reads the clock. A report
 *   brings its own date, and needs the programme only so that sentences can cite it.
 * - `contractLog`: with it, `toMeetEveryStandard` judges the contract's own requirements as well.
 * - `period`, `including`, `beyondPublished`: as of `report`.
 */
export interface RuleOptions<P extends Programme = Programme>
  extends Partial<Pick<AsAt, "including" | "beyondPublished">> {
  readonly programme?: P | History;
  readonly asAt?: DateInput;
  readonly contractLog?: ContractLog | readonly ContractLog[];
  readonly period?: DateSpan;
}

/**
 * Put into this interface, a programme makes its requirement ids the only ones that matchers accept:
 *
 * `declare module "programme-rules/testing" { interface Register { programme: typeof whpJetsCv06 } }`
 */
// biome-ignore lint/suspicious/noEmptyInterface: it is filled in by its users.
export interface Register {}

/** The programme put into {@link Register}, or any. */
export type Registered = Register extends { readonly programme: infer P extends Programme } ? P : Programme;
