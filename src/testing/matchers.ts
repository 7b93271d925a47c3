import type { LineVerdict } from "../compliance/index.js";
import type { DateInput } from "../date/index.js";
import type { History, Programme, RequirementId } from "../rules/index.js";
import type { AllowOptions } from "./allow.js";
import { type ConvertOptions, judgeConverts } from "./convert.js";
import { type CaseOptions, judgeDueOn } from "./due-on.js";
import { type EveryStandardOptions, judgeEveryStandard } from "./every-standard.js";
import type { Judged } from "./judged.js";
import { judgeMeets } from "./meet.js";
import { judgeNoProblems } from "./no-problems.js";
import type { Registered, RuleOptions } from "./rule-options.js";
import { judgeVerdict, type VerdictOptions } from "./verdict.js";
import { judgeWithinBacklog } from "./within-backlog.js";

/** What a matcher of vitest or jest gives back. */
export interface MatcherResult {
  readonly pass: boolean;
  /** Why it failed; for one that passed, why its opposite would. Made only when asked for. */
  readonly message: () => string;
}

/**
 * The matchers as they are called on `expect(…)`, in vitest and jest alike. Ids are those of the
 * programme in the options, else of the registered programme ({@link Register}), else any text.
 * Pending and undetermined fail unless `allow` names their reason.
 */
export interface ProgrammeMatchers<R = unknown> {
  /**
   * A journey meets a requirement when each of its cases that applies is met, and one does; a caseload
   * or a report when its line reaches the target. One late referral of a thousand is not met by itself
   * and may leave a caseload held to 99.5% met.
   */
  toMeet<P extends Programme = Registered>(
    requirement: RequirementId<P>,
    options?: RuleOptions<P> & AllowOptions,
  ): R;
  /** No case of a journey fails, and one applies; no line of a caseload that has a target fails. */
  toMeetEveryStandard<P extends Programme = Registered>(
    options?: RuleOptions<P> & EveryStandardOptions & { readonly requirements?: readonly RequirementId<P>[] },
  ): R;
  /** A requirement on a journey has a case due that day. */
  toBeDueOn<P extends Programme = Registered>(
    requirement: RequirementId<P>,
    date: DateInput,
    options?: RuleOptions<P> & CaseOptions,
  ): R;
  /** A journey is not in backlog at the close of the day; a caseload keeps within the programme's ceiling. */
  toBeWithinBacklog(options?: RuleOptions & AllowOptions): R;
  /** An outcome counts; of a caseload, everyone's who started, or `atLeast` a share. */
  toConvert(options?: RuleOptions & ConvertOptions): R;
  /** Each case of a journey, or the line of a caseload, has that verdict. */
  toHaveVerdict<P extends Programme = Registered>(
    requirement: RequirementId<P>,
    verdict: LineVerdict,
    options?: RuleOptions<P> & VerdictOptions,
  ): R;
  /** Nothing is wrong with the data itself. */
  toHaveNoProblems(options?: RuleOptions): R;
}

/** The matchers as `expect.extend` takes them: what is asserted about first, then what they are called with. */
export type MatcherFunctions = {
  readonly [Name in keyof ProgrammeMatchers]: (
    subject: unknown,
    ...given: Parameters<ProgrammeMatchers[Name]>
  ) => MatcherResult;
};

/**
 * Matchers for vitest and jest that judge by a programme as at a date; give them to `expect.extend`.
 * Each call may say otherwise for itself: `toMeet("css-1/acknowledged", { asAt: "2021-05-01" })`.
 *
 * @throws ProgrammeFault when a matcher is called with what no assertion can be about:
 * `testing/subject`, `testing/requirement` for an id the programme does not have, `testing/allow`,
 * `testing/no-programme`, `testing/no-as-at`; and as of `assess` and `report`.
 *
 * @example
 * ```ts
 * import { whpJetsCv06 } from "programme-rules";
 * import { journey, rulesFor } from "programme-rules/testing";
 *
 * const { toMeet } = rulesFor(whpJetsCv06, { asAt: "2021-04-30" });
 * toMeet(journey("R1").received("2021-04-01").acknowledged("+2wd"), "css-1/acknowledged").pass; // => true
 * toMeet(journey("R2").received("2021-04-01").acknowledged("+3wd"), "css-1/acknowledged").message();
 * // => `Expected R2 to meet css-1/acknowledged as at Fri 30 Apr 2021 (whp-jets cv06).
 * // 1 case: 1 not met.
 * //   R2: Referral received Thu 1 Apr 2021. Two working days later is Wed 7 Apr 2021 (Good Friday, the weekend and Easter Monday do not count). Acknowledged Thu 8 Apr 2021: not met, one working day late. [001 ¶38 item 1]
 * // This is about one journey. The target, at least 99.5%, is of a caseload: to assert the standard, give expect() all the journeys.`
 * ```
 */
export function rulesFor(
  programme: Programme | History,
  options: Omit<RuleOptions, "programme"> = {},
): MatcherFunctions {
  return matchersBy({ ...options, programme });
}

function matchersBy(bound: RuleOptions): MatcherFunctions {
  const by = <O extends object>(own: O | undefined): RuleOptions & O =>
    ({ ...bound, ...own }) as RuleOptions & O;
  return {
    toMeet: (subject, requirement, own) => result(judgeMeets(subject, requirement, by(own))),
    toMeetEveryStandard: (subject, own) => result(judgeEveryStandard(subject, by(own))),
    toBeDueOn: (subject, requirement, date, own) => result(judgeDueOn(subject, requirement, date, by(own))),
    toBeWithinBacklog: (subject, own) => result(judgeWithinBacklog(subject, by(own))),
    toConvert: (subject, own) => result(judgeConverts(subject, by(own))),
    toHaveVerdict: (subject, requirement, verdict, own) =>
      result(judgeVerdict(subject, requirement, verdict, by(own))),
    toHaveNoProblems: (subject, own) => result(judgeNoProblems(subject, by(own))),
  };
}

/**
 * The same matchers bound to nothing, for suites of several programmes: each call says by which
 * programme and as at which date. A report needs neither.
 *
 * @example
 * ```ts
 * import { report, whpJetsCv06 } from "programme-rules";
 * import { caseload, matchers } from "programme-rules/testing";
 *
 * const journeys = caseload(200, (each) => each.received("2021-04-01").acknowledged("+2wd"));
 * const made = report(whpJetsCv06, journeys, { asAt: "2021-04-30" });
 * matchers.toMeet(made, "css-1/acknowledged").pass; // => true
 * ```
 */
export const matchers: MatcherFunctions = /* @__PURE__ */ matchersBy({});

function result({ pass, failure, unexpected }: Judged): MatcherResult {
  return { pass, message: pass ? unexpected : failure };
}
