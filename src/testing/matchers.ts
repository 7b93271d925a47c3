import { type LineVerdict, REASONS } from "../compliance/index.js";
import type { DateInput } from "../date/index.js";
import { howMany } from "../journey/index.js";
import { listOf, type OptionKinds, oneOf, optionsOf, TEXT, wholeNumber } from "../options.js";
import { OUTCOME_REASONS } from "../outcomes/index.js";
import { PERCENT } from "../quantity/index.js";
import { type History, type Programme, type RequirementId, refuseNotRules } from "../rules/index.js";
import { ALLOW, type AllowOptions } from "./allowance.js";
import { ASSERTION_OPTIONS, type AssertionOptions, type RegisteredProgramme } from "./assertion-options.js";
import { journeysOf, knownSubject, shortId } from "./assertion-subject.js";
import { judgeWithinBacklog } from "./judgements/backlog.js";
import { type EveryStandardOptions, judgeEveryStandard } from "./judgements/every-standard.js";
import { headline, type Judgement, reportOf } from "./judgements/judgement.js";
import { type ConvertOptions, judgeConverts } from "./judgements/outcome.js";
import {
  type CaseOptions,
  judgeDueOn,
  judgeMeets,
  judgeVerdict,
  type VerdictOptions,
} from "./judgements/requirement.js";

/** What a matcher of vitest or jest gives back. */
export interface MatcherResult {
  readonly pass: boolean;
  /** Why it failed; for one that passed, why its opposite would. Made only when asked for. */
  readonly message: () => string;
}

/**
 * The matchers as they are called on `expect(…)`, in vitest and jest alike. Ids are those of the
 * programme in the options, else of the registered programme ({@link ProgrammeRegister}), else any text.
 * Pending and undetermined fail unless `allow` names their reason.
 */
export interface ProgrammeMatchers<R = unknown> {
  /**
   * A journey meets a requirement when each of its cases that applies is met, and one does; a caseload
   * or a report when its line reaches the target. One late referral of a thousand is not met by itself
   * and may leave a caseload held to 99.5% met.
   */
  toMeet<P extends Programme = RegisteredProgramme>(
    requirement: RequirementId<P>,
    options?: AssertionOptions<P> & AllowOptions,
  ): R;
  /** No case of a journey fails, and one applies; no line of a caseload that has a target fails. */
  toMeetEveryStandard<P extends Programme = RegisteredProgramme>(
    options?: AssertionOptions<P> &
      EveryStandardOptions & { readonly requirements?: readonly RequirementId<P>[] },
  ): R;
  /** A requirement on a journey has a case due that day. */
  toBeDueOn<P extends Programme = RegisteredProgramme>(
    requirement: RequirementId<P>,
    date: DateInput,
    options?: AssertionOptions<P> & CaseOptions,
  ): R;
  /** A journey is not in backlog at the close of the day; a caseload keeps within the programme's ceiling. */
  toBeWithinBacklog(options?: AssertionOptions & AllowOptions): R;
  /** An outcome counts; of a caseload, everyone's who started, or `atLeast` a share. */
  toConvert(options?: AssertionOptions & ConvertOptions): R;
  /** Each case of a journey, or the line of a caseload, has that verdict. */
  toHaveVerdict<P extends Programme = RegisteredProgramme>(
    requirement: RequirementId<P>,
    verdict: LineVerdict,
    options?: AssertionOptions<P> & VerdictOptions,
  ): R;
  /** Nothing is wrong with the data itself. */
  toHaveNoProblems(options?: AssertionOptions): R;
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
 * `testing/subject`, `argument/requirement` for an id the programme does not have, `testing/no-programme`,
 * `testing/no-as-at`; and as of `assess` and `report`.
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
  options: Omit<AssertionOptions, "programme"> = {},
): MatcherFunctions {
  refuseNotRules(programme);
  const { programme: _programme, ...kinds } = ASSERTION_OPTIONS;
  return matchersBy({ ...givenOf(options, kinds), programme });
}

const ALLOWING: OptionKinds<AssertionOptions & AllowOptions> = { ...ASSERTION_OPTIONS, allow: ALLOW };
const EVERY_STANDARD: OptionKinds<AssertionOptions & EveryStandardOptions> = {
  ...ALLOWING,
  requirements: listOf(TEXT),
};
const OF_A_CASE: OptionKinds<AssertionOptions & CaseOptions> = { ...ASSERTION_OPTIONS, case: wholeNumber(1) };
const OF_A_VERDICT: OptionKinds<AssertionOptions & VerdictOptions> = { ...OF_A_CASE, reason: oneOf(REASONS) };
const OF_AN_OUTCOME: OptionKinds<AssertionOptions & ConvertOptions> = {
  ...ASSERTION_OPTIONS,
  allow: listOf(oneOf(OUTCOME_REASONS)),
  atLeast: PERCENT,
  outcome: TEXT,
  notificationLagDays: wholeNumber(0),
};

/** The options that are given: one that is undefined is left out, and leaves what the matchers are bound to. */
function givenOf<Own extends object>(options: Own, kinds: OptionKinds<Own>): Own {
  const given = optionsOf<object>(options, kinds as object) as Readonly<Record<string, unknown>>;
  const names = Object.keys(kinds).filter((name) => given[name] !== undefined);
  return Object.fromEntries(names.map((name) => [name, given[name]])) as Own;
}

function matchersBy(bound: AssertionOptions): MatcherFunctions {
  const by = <Own extends object>(own: Own | undefined, kinds: OptionKinds<Own>): Own & AssertionOptions => ({
    ...bound,
    ...givenOf<Own>(own === undefined ? ({} as Own) : own, kinds),
  });
  return {
    toMeet: (subject, requirement, own) => result(judgeMeets(subject, requirement, by(own, ALLOWING))),
    toMeetEveryStandard: (subject, own) => result(judgeEveryStandard(subject, by(own, EVERY_STANDARD))),
    toBeDueOn: (subject, requirement, date, own) =>
      result(judgeDueOn(subject, requirement, date, by(own, OF_A_CASE))),
    toBeWithinBacklog: (subject, own) => result(judgeWithinBacklog(subject, by(own, ALLOWING))),
    toConvert: (subject, own) => result(judgeConverts(subject, by(own, OF_AN_OUTCOME))),
    toHaveVerdict: (subject, requirement, verdict, own) =>
      result(judgeVerdict(subject, requirement, verdict, by(own, OF_A_VERDICT))),
    toHaveNoProblems: (subject, own) => result(judgeNoProblems(subject, by(own, ASSERTION_OPTIONS))),
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

function result({ pass, failure, unexpected }: Judgement): MatcherResult {
  return { pass, message: () => (pass ? unexpected() : failure()).join("\n") };
}

// Neither vitest nor jest is needed: where one is not installed, the compiler is told to pass over it.
// biome-ignore-start lint/suspicious/noExplicitAny: type parameters must be as those libraries declare them.
// biome-ignore-start lint/complexity/noBannedTypes: as above.
// biome-ignore-start lint/suspicious/noTsIgnore: whether there is an error depends on what is installed.
/** @ts-ignore */
declare module "vitest" {
  interface Matchers<T = any> extends ProgrammeMatchers<T> {}
}

/** @ts-ignore */
declare module "expect" {
  interface Matchers<R extends void | Promise<void>, T = unknown> extends ProgrammeMatchers<R> {}
}

declare global {
  namespace jest {
    interface Matchers<R, T = {}> extends ProgrammeMatchers<R> {}
  }
}
// biome-ignore-end lint/suspicious/noTsIgnore: as above.
// biome-ignore-end lint/complexity/noBannedTypes: as above.
// biome-ignore-end lint/suspicious/noExplicitAny: as above.

const TOLD = 5;

/** Whether nothing is wrong with the data itself: dates, kinds, ids, nations, order. */
function judgeNoProblems(subject: unknown, options: AssertionOptions): Judgement {
  const what = knownSubject(subject);
  const found = what.kind === "report" ? what.report : reportOf(journeysOf(what), options);
  const read = what.kind === "caseload" ? (what.problems ?? []) : [];
  const problems = [...read, ...found.problems];
  const told = problems.slice(0, TOLD).map(({ code, journey, message }) => {
    const of = journey === undefined ? "" : `${shortId(journey)}: `;
    return `  ${of}${message} (${code})`;
  });
  const more = read.length + howMany(found) - TOLD;
  return {
    pass: problems.length === 0,
    failure: () => [
      headline(what, "to have no problems in the data", options),
      ...told,
      ...(more > 0 ? [`  and ${more} more`] : []),
    ],
    unexpected: () => [headline(what, "to have problems in the data", options)],
  };
}
