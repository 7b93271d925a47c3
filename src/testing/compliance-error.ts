/**
 * What the plain assertions throw when something does not hold: a failed assertion, told apart from a
 * `ProgrammeFault`, which is a mistake in the test. Runners know it by `code` and `name`.
 *
 * @example
 * ```ts
 * import { ComplianceError } from "programme-rules/testing";
 *
 * new ComplianceError("Expected R1 to meet css-1/acknowledged.").code; // => "ERR_ASSERTION"
 * ```
 */
export class ComplianceError extends Error {
  override readonly name = "AssertionError";
  readonly code = "ERR_ASSERTION";
}
