import type { ReportLine } from "../compliance/index.js";
import { isAboutReferral } from "../deadlines/index.js";
import { joined } from "../rules/index.js";
import { type AllowOptions, bearingOf, checkAllowed, lineHolds } from "./allow.js";
import { casesOf, failing, type JourneyCase } from "./cases.js";
import type { Judged } from "./judged.js";
import { linesOf, lineTold } from "./meet.js";
import { caseLines, headline, openHint } from "./messages.js";
import { checkRequirement, editionsOf, rulesOf } from "./options.js";
import type { RuleOptions } from "./rule-options.js";
import { type Seen, seen } from "./subject.js";

/** How every standard is judged: `requirements` only these, by id; see `checkable`. */
export interface EveryStandardOptions extends AllowOptions {
  readonly requirements?: readonly string[];
}

type Options = RuleOptions & EveryStandardOptions;

const TOLD = 3;

/** Whether a journey, a caseload or a report meets every standard. */
export function judgeEveryStandard(subject: unknown, options: Options): Judged {
  const what = seen(subject);
  checkAllowed(options.allow);
  if (what.kind !== "report") {
    for (const id of options.requirements ?? []) checkRequirement(rulesOf(options), id);
  }
  return what.kind === "journey" ? journeyMeetsAll(what, options) : linesMeetAll(what, options);
}

function journeyMeetsAll(what: Extract<Seen, { kind: "journey" }>, options: Options): Judged {
  const allow = options.allow ?? [];
  const cases = casesOf(what.journey, options, options.requirements);
  const fails = failing(cases, allow);
  const requirements = [...new Set(cases.filter((each) => fails.includes(each)).map(requirementOf))];
  const of = new Set(cases.map(requirementOf)).size;
  const counts = cases.some(({ finding }) => ["met", "allowed"].includes(bearingOf(finding, allow)));
  return judged(what, options, fails.length === 0 && counts, {
    count: requirements.length,
    of,
    told: () =>
      requirements.slice(0, TOLD).flatMap((id) => {
        const own = fails.filter((each) => requirementOf(each) === id);
        return [`${id}:`, ...caseLines(own, options), ...openHint(own.map(({ finding }) => finding))];
      }),
    others: requirements.slice(TOLD),
  });
}

function requirementOf({ finding }: JourneyCase): string {
  return finding.requirement;
}

function linesMeetAll(what: Seen, options: Options): Judged {
  const allow = options.allow ?? [];
  const lines = linesOf(what, options, wanted(what, options)).filter(isJudged);
  const fails = lines.filter((line) => line.verdict !== "not-applicable" && !lineHolds(line, allow));
  const counts = lines.some(({ counted }) => counted > 0);
  return judged(what, options, fails.length === 0 && counts, {
    count: fails.length,
    of: lines.length,
    told: () =>
      fails.slice(0, TOLD).flatMap((line) => [`${line.requirement}:`, ...lineTold(line, what, options)]),
    others: fails.slice(TOLD).map(({ requirement }) => requirement),
  });
}

/** A line without a target is reported only: there is nothing in it to meet. */
function isJudged({ verdict }: ReportLine): boolean {
  return verdict !== "not-scored";
}

/** Without a contract's log, journeys can show only what is about a referral. */
function wanted(what: Seen, options: Options): readonly string[] | undefined {
  const { requirements, contractLog, including = [] } = options;
  if (requirements !== undefined || what.kind === "report" || contractLog !== undefined) return requirements;
  return editionsOf(rulesOf(options)).flatMap((edition) => {
    const { standards, standing: usual } = edition;
    return standards
      .filter(({ standing = usual }) => ["contract", "guidance", ...including].includes(standing))
      .flatMap((standard) => standard.requirements.filter(isAboutReferral).map(({ id }) => id));
  });
}

interface Told {
  readonly count: number;
  readonly of: number;
  readonly others: readonly string[];
  told(): string[];
}

function judged(what: Seen, options: Options, pass: boolean, { count, of, told, others }: Told): Judged {
  const nothing = "No case of any standard applies, so nothing shows that they are met.";
  const failing = `${count} of ${of} requirements ${count === 1 ? "is" : "are"} not.`;
  return {
    pass,
    failure: () =>
      [
        headline(what, "to meet every standard", options),
        count === 0 ? nothing : failing,
        ...told(),
        ...(others.length === 0 ? [] : [`Nor ${others.length === 1 ? "is" : "are"} ${joined(others)}.`]),
      ].join("\n"),
    unexpected: () =>
      `${headline(what, "not to meet every standard", options)}\nEach of ${of} requirements is met, allowed or not applicable.`,
  };
}
