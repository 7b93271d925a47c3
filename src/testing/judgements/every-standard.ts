import { clocksOf, referralsAskedFor } from "../../deadlines/index.js";
import { joined, refuseUnknownRequirements } from "../../rules/index.js";
import { type AllowOptions, lineHolds } from "../allowance.js";
import { type AssertionOptions, editionsOf, rulesOf } from "../assertion-options.js";
import { type KnownSubject, knownSubject } from "../assertion-subject.js";
import {
  anyCounts,
  caseLines,
  casesOf,
  failing,
  headline,
  type JourneyCase,
  type Judgement,
  linesOf,
  lineTold,
  openHint,
} from "./judgement.js";

/** How every standard is judged: `requirements` only these, by id; see `checkable`. */
export interface EveryStandardOptions extends AllowOptions {
  readonly requirements?: readonly string[];
}

type Options = AssertionOptions & EveryStandardOptions;

const TOLD = 3;

/** Whether a journey, a caseload or a report meets every standard. */
export function judgeEveryStandard(subject: unknown, options: Options): Judgement {
  const what = knownSubject(subject);
  if (what.kind !== "report") {
    refuseUnknownRequirements(rulesOf(options), options.requirements);
  }
  return what.kind === "journey" ? journeyMeetsAll(what, options) : linesMeetAll(what, options);
}

function journeyMeetsAll(what: Extract<KnownSubject, { kind: "journey" }>, options: Options): Judgement {
  const allow = options.allow ?? [];
  const cases = casesOf(what.journey, options, options.requirements);
  const fails = failing(cases, allow);
  const requirements = [...new Set(cases.filter((each) => fails.includes(each)).map(requirementOf))];
  const of = new Set(cases.map(requirementOf)).size;
  return judged(what, options, fails.length === 0 && anyCounts(cases, allow), {
    count: requirements.length,
    of,
    leftOut: [],
    told: () =>
      requirements.slice(0, TOLD).flatMap((id) => {
        const own = fails.filter((each) => requirementOf(each) === id);
        return [`${id}:`, ...caseLines(own, options), ...openHint(own)];
      }),
    others: requirements.slice(TOLD),
  });
}

function requirementOf({ finding }: JourneyCase): string {
  return finding.requirement;
}

function linesMeetAll(what: Exclude<KnownSubject, { kind: "journey" }>, options: Options): Judgement {
  const allow = options.allow ?? [];
  // A line without a target is reported only: there is nothing in it to meet.
  const { lines: all, leftOut } = linesOf(what, options, wanted(what, options));
  const lines = all.filter((line) => line.verdict !== "not-scored");
  const fails = lines.filter((line) => line.verdict !== "not-applicable" && !lineHolds(line, allow));
  const counts = lines.some(({ counted }) => counted > 0);
  return judged(what, options, fails.length === 0 && counts && leftOut.length === 0, {
    count: fails.length,
    of: lines.length,
    leftOut,
    told: () =>
      fails.slice(0, TOLD).flatMap((line) => [`${line.requirement}:`, ...lineTold(line, what, options)]),
    others: fails.slice(TOLD).map(({ requirement }) => requirement),
  });
}

/** Without a contract's log, journeys can show only what is about a referral. */
function wanted(what: KnownSubject, options: Options): readonly string[] | undefined {
  const { requirements, contractLog } = options;
  if (requirements !== undefined || what.kind === "report" || contractLog !== undefined) return requirements;
  return editionsOf(rulesOf(options)).flatMap((edition) =>
    referralsAskedFor(clocksOf(edition), options).map(({ requirement }) => requirement.id),
  );
}

/** The judgement, with the requirements that are not met and what is said of the first. */
function judged(
  what: KnownSubject,
  options: Options,
  pass: boolean,
  {
    count,
    of,
    leftOut,
    told,
    others,
  }: {
    count: number;
    of: number;
    leftOut: readonly string[];
    told: () => string[];
    others: readonly string[];
  },
): Judgement {
  const nothing = "No case of any standard applies, so nothing shows that they are met.";
  const failing = `${count} of ${of} requirements ${count === 1 ? "is" : "are"} not.`;
  return {
    pass,
    failure: () => [
      headline(what, "to meet every standard", options),
      ...leftOut,
      ...(count === 0 ? (leftOut.length === 0 ? [nothing] : []) : [failing]),
      ...told(),
      ...(others.length === 0 ? [] : [`Nor ${others.length === 1 ? "is" : "are"} ${joined(others)}.`]),
    ],
    unexpected: () => [
      headline(what, "not to meet every standard", options),
      `Each of ${of} requirements is met, allowed or not applicable.`,
    ],
  };
}
