import type { LineVerdict } from "../compliance/index.js";
import type { DateInput } from "../date/index.js";
import type { History, Programme, RequirementId } from "../rules/index.js";
import type { AllowOptions } from "./allowance.js";
import type { AssertionOptions } from "./assertion-options.js";
import type { AssertionSubject } from "./assertion-subject.js";
import { ComplianceError } from "./compliance-error.js";
import type { EveryStandardOptions } from "./judgements/every-standard.js";
import type { ConvertOptions } from "./judgements/outcome.js";
import type { CaseOptions, VerdictOptions } from "./judgements/requirement.js";
import { type MatcherResult, matchers, rulesFor } from "./matchers.js";

/**
 * Throws unless a journey, a caseload or a report meets a requirement: `toMeet` for `node:test` and
 * any other runner.
 *
 * @throws {@link ComplianceError} with the matcher's message; `ProgrammeFault` as of {@link rulesFor}.
 *
 * @example
 * ```ts
 * import { whpJetsCv06 } from "programme-rules";
 * import { assertMeets, journey } from "programme-rules/testing";
 *
 * const by = { programme: whpJetsCv06, asAt: "2021-04-30" };
 * assertMeets(journey("R1").received("2021-04-01").acknowledged("+2wd"), "css-1/acknowledged", by);
 * assertMeets(journey("R2").received("2021-04-01"), "css-1/acknowledged", by); // throws No acknowledgement by then: not met
 * ```
 */
export function assertMeets<P extends Programme = Programme>(
  subject: AssertionSubject,
  requirement: RequirementId<P>,
  options: AssertionOptions<P> & AllowOptions = {},
): void {
  demand(matchers.toMeet(subject, requirement, options));
}

/**
 * Throws unless every standard that applies is met: `toMeetEveryStandard` for any runner.
 *
 * @throws {@link ComplianceError} with the matcher's message.
 *
 * @example
 * ```ts
 * import { whpJetsCv06 } from "programme-rules";
 * import { assertMeetsEveryStandard, journey } from "programme-rules/testing";
 *
 * const early = journey("R1").received("2021-04-01").acknowledged("+1wd").contacted("+1wd");
 * const by = { programme: whpJetsCv06, asAt: "2021-04-08" };
 * assertMeetsEveryStandard(early, { ...by, allow: ["not-yet-due"] });
 * assertMeetsEveryStandard(early, by); // throws What is not settled fails unless it is allowed by name
 * ```
 */
export function assertMeetsEveryStandard(
  subject: AssertionSubject,
  options: AssertionOptions & EveryStandardOptions = {},
): void {
  demand(matchers.toMeetEveryStandard(subject, options));
}

/**
 * Throws unless a requirement on a journey is due on a date: `toBeDueOn` for any runner.
 *
 * @throws {@link ComplianceError} with the matcher's message.
 *
 * @example
 * ```ts
 * import { whpCoreCv04 } from "programme-rules";
 * import { assertDueOn, journey } from "programme-rules/testing";
 *
 * const by = { programme: whpCoreCv04, asAt: "2021-04-01" };
 * assertDueOn(journey("R1").received("2021-04-01"), "css-3/prap-update", "2021-04-26", by);
 * assertDueOn(journey("R1").received("2021-04-01"), "css-3/prap-update", "2021-04-22", by); // throws It is due on Mon 26 Apr 2021
 * ```
 */
export function assertDueOn<P extends Programme = Programme>(
  subject: AssertionSubject,
  requirement: RequirementId<P>,
  date: DateInput,
  options: AssertionOptions<P> & CaseOptions = {},
): void {
  demand(matchers.toBeDueOn(subject, requirement, date, options));
}

/**
 * Throws unless a caseload's backlog is within the programme's ceiling, or a journey is out of it:
 * `toBeWithinBacklog` for any runner.
 *
 * @throws {@link ComplianceError} with the matcher's message; `ProgrammeFault` `backlog/none` when the
 * programme has no backlog standard.
 *
 * @example
 * ```ts
 * import { whpJetsCv06 } from "programme-rules";
 * import { assertWithinBacklog, journey } from "programme-rules/testing";
 *
 * const received = journey("R1").received("2021-04-01");
 * assertWithinBacklog(received, { programme: whpJetsCv06, asAt: "2021-04-07" });
 * assertWithinBacklog(received, { programme: whpJetsCv06, asAt: "2021-04-08" }); // throws R1 waits since Wed 7 Apr 2021
 * ```
 */
export function assertWithinBacklog(
  subject: AssertionSubject,
  options: AssertionOptions & AllowOptions = {},
): void {
  demand(matchers.toBeWithinBacklog(subject, options));
}

/**
 * Throws unless a journey's outcome counts, or enough of a caseload's: `toConvert` for any runner.
 *
 * @throws {@link ComplianceError} with the matcher's message.
 *
 * @example
 * ```ts
 * import { whpJetsCv06 } from "programme-rules";
 * import { assertConverts, journey } from "programme-rules/testing";
 *
 * const started = journey("R1").received("2021-03-01").started("+5wd");
 * const by = { programme: whpJetsCv06, asAt: "2022-03-31" };
 * assertConverts(started.milestoneReached("+20w", "1000"), by);
 * assertConverts(started, by); // throws R1: window closed (no-outcome)
 * ```
 */
export function assertConverts(
  subject: AssertionSubject,
  options: AssertionOptions & ConvertOptions = {},
): void {
  demand(matchers.toConvert(subject, options));
}

/**
 * Throws unless a requirement has a verdict: `toHaveVerdict` for any runner.
 *
 * @throws {@link ComplianceError} with the matcher's message.
 *
 * @example
 * ```ts
 * import { whpJetsCv06 } from "programme-rules";
 * import { assertVerdict, journey } from "programme-rules/testing";
 *
 * const late = journey("R1").received("2021-04-01").acknowledged("+3wd");
 * const by = { programme: whpJetsCv06, asAt: "2021-04-30" };
 * assertVerdict(late, "css-1/acknowledged", "not-met", { ...by, reason: "late" });
 * assertVerdict(late, "css-1/acknowledged", "pending", by); // throws to have the verdict pending on css-1/acknowledged
 * ```
 */
export function assertVerdict<P extends Programme = Programme>(
  subject: AssertionSubject,
  requirement: RequirementId<P>,
  verdict: LineVerdict,
  options: AssertionOptions<P> & VerdictOptions = {},
): void {
  demand(matchers.toHaveVerdict(subject, requirement, verdict, options));
}

/**
 * Throws when something is wrong with the data itself: `toHaveNoProblems` for any runner.
 *
 * @throws {@link ComplianceError} with the matcher's message.
 *
 * @example
 * ```ts
 * import { whpJetsCv06 } from "programme-rules";
 * import { assertNoProblems, journey } from "programme-rules/testing";
 *
 * const by = { programme: whpJetsCv06, asAt: "2021-04-30" };
 * assertNoProblems(journey("R1").received("2021-04-01").started("+1wd"), by);
 * assertNoProblems(journey("R1").received("2021-04-01").started("-1wd"), by); // throws journey/impossible-order
 * ```
 */
export function assertNoProblems(subject: AssertionSubject, options: AssertionOptions = {}): void {
  demand(matchers.toHaveNoProblems(subject, options));
}

/** The plain assertions, judging by one programme as at one date. Each call may say otherwise for itself. */
export interface Assertions<P extends Programme = Programme> {
  /** A requirement is met. */
  assertMeets(
    subject: AssertionSubject,
    requirement: RequirementId<P>,
    options?: AssertionOptions & AllowOptions,
  ): void;
  /** Every standard that applies is met. */
  assertMeetsEveryStandard(
    subject: AssertionSubject,
    options?: AssertionOptions &
      EveryStandardOptions & { readonly requirements?: readonly RequirementId<P>[] },
  ): void;
  /** A requirement on a journey is due on a date. */
  assertDueOn(
    subject: AssertionSubject,
    requirement: RequirementId<P>,
    date: DateInput,
    options?: AssertionOptions & CaseOptions,
  ): void;
  /** The backlog is within its ceiling. */
  assertWithinBacklog(subject: AssertionSubject, options?: AssertionOptions & AllowOptions): void;
  /** The outcome counts. */
  assertConverts(subject: AssertionSubject, options?: AssertionOptions & ConvertOptions): void;
  /** A requirement has a verdict. */
  assertVerdict(
    subject: AssertionSubject,
    requirement: RequirementId<P>,
    verdict: LineVerdict,
    options?: AssertionOptions & VerdictOptions,
  ): void;
  /** Nothing is wrong with the data. */
  assertNoProblems(subject: AssertionSubject, options?: AssertionOptions): void;
}

/**
 * The plain assertions bound to a programme and a date, as `rulesFor` is for matchers. Requirement ids
 * are checked against the programme by the compiler.
 *
 * @example
 * ```ts
 * import { whpJetsCv06 } from "programme-rules";
 * import { assertionsFor, journey } from "programme-rules/testing";
 *
 * const { assertDueOn, assertMeets } = assertionsFor(whpJetsCv06, { asAt: "2021-04-30" });
 * assertMeets(journey("R1").received("2021-04-01").acknowledged("+2wd"), "css-1/acknowledged");
 * assertDueOn(journey("R1").received("2021-04-01"), "css-4/contacted", "2021-04-06"); // throws It is due on Wed 7 Apr 2021
 * ```
 */
export function assertionsFor<P extends Programme>(
  programme: P | History,
  options: Omit<AssertionOptions, "programme"> = {},
): Assertions<P> {
  const by = rulesFor(programme, options);
  return {
    assertMeets: (subject, requirement, own) => demand(by.toMeet(subject, requirement, own)),
    assertMeetsEveryStandard: (subject, own) => demand(by.toMeetEveryStandard(subject, own)),
    assertDueOn: (subject, requirement, date, own) => demand(by.toBeDueOn(subject, requirement, date, own)),
    assertWithinBacklog: (subject, own) => demand(by.toBeWithinBacklog(subject, own)),
    assertConverts: (subject, own) => demand(by.toConvert(subject, own)),
    assertVerdict: (subject, requirement, verdict, own) =>
      demand(by.toHaveVerdict(subject, requirement, verdict, own)),
    assertNoProblems: (subject, own) => demand(by.toHaveNoProblems(subject, own)),
  };
}

function demand({ pass, message }: MatcherResult): void {
  if (!pass) throw new ComplianceError(message());
}
