import type { Report, ReportLine } from "../compliance/index.js";
import { report } from "../compliance/index.js";
import { lineSentence } from "../explanation/index.js";
import { ProgrammeFault } from "../fault.js";
import type { Journey } from "../journey/index.js";
import { formatCitation, type Requirement } from "../rules/index.js";
import { type Allowed, type AllowOptions, bearingOf, checkAllowed, lineHolds } from "./allow.js";
import { casesOf, failing, type JourneyCase } from "./cases.js";
import type { Judged } from "./judged.js";
import { caseLines, headline, idList, openHint, tally, targetWords } from "./messages.js";
import { assessing, checkRequirement, editionsOf, rulesOf } from "./options.js";
import type { RuleOptions } from "./rule-options.js";
import { type Seen, seen } from "./subject.js";

type Options = RuleOptions & AllowOptions;

/** Whether a journey, a caseload or a report meets one requirement. */
export function judgeMeets(subject: unknown, requirement: string, options: Options): Judged {
  const what = seen(subject);
  const allow = checkAllowed(options.allow);
  if (what.kind !== "report") checkRequirement(rulesOf(options), requirement);
  if (what.kind === "journey") return journeyMeets(what, requirement, options, allow);
  const lines = linesOf(what, options, [requirement]);
  if (lines.length === 0) throw notInReport(requirement);
  return {
    pass: lines.every((line) => lineHolds(line, allow)),
    failure: () =>
      [
        headline(what, `to meet ${requirement}`, options),
        ...lines.filter((line) => !lineHolds(line, allow)).flatMap((line) => lineTold(line, what, options)),
      ].join("\n"),
    unexpected: () =>
      [headline(what, `not to meet ${requirement}`, options), ...lines.map((line) => summary(line))].join(
        "\n",
      ),
  };
}

function journeyMeets(
  subject: Extract<Seen, { kind: "journey" }>,
  requirement: string,
  options: Options,
  allow: readonly Allowed[],
): Judged {
  const cases = casesOf(subject.journey, options, [requirement]);
  if (cases.length === 0) throw notOfAJourney(requirement);
  const fails = failing(cases, allow);
  const counts = cases.some(({ finding }) => ["met", "allowed"].includes(bearingOf(finding, allow)));
  const rule = ruleOf(requirement, options);
  return {
    pass: fails.length === 0 && counts,
    failure: () =>
      [
        headline(subject, `to meet ${requirement}`, options),
        tally(cases.map(({ finding }) => finding)),
        ...caseLines(fails.length > 0 ? fails : cases, options),
        ...(fails.length === 0 ? [NOTHING_COUNTED] : []),
        ...openHint(fails.map(({ finding }) => finding)),
        ...oneOfMany(rule),
      ].join("\n"),
    unexpected: () =>
      [
        headline(subject, `not to meet ${requirement}`, options),
        tally(cases.map(({ finding }) => finding)),
        ...caseLines(cases, options),
      ].join("\n"),
  };
}

const NOTHING_COUNTED =
  'No case applies, so nothing shows that it is met. Assert toHaveVerdict(…, "not-applicable"), or allow the reason by name.';

/** What one case says about a requirement that is held to a percentage. */
function oneOfMany(rule: Requirement | undefined): string[] {
  if (rule?.target === undefined || "every" in rule.target) return [];
  return [
    `This is about one journey. The target, ${targetWords(rule.target)}, is of a caseload: to assert the standard, give expect() all the journeys.`,
  ];
}

/** The lines of some requirements: a report's own, or made of the caseload. */
export function linesOf(
  subject: Seen,
  options: RuleOptions,
  requirements?: readonly string[],
): readonly ReportLine[] {
  if (subject.kind === "journey") return [];
  const { lines } =
    subject.kind === "report" ? subject.report : reportOf(subject.journeys, options, requirements);
  return requirements === undefined ? lines : lines.filter((line) => requirements.includes(line.requirement));
}

/** The report of a caseload, by the options. */
export function reportOf(
  journeys: readonly Journey[],
  options: RuleOptions,
  requirements?: readonly string[],
): Report {
  const { contractLog, period } = options;
  return report(rulesOf(options), journeys, {
    ...assessing(options),
    ...(contractLog === undefined ? {} : { contractLog }),
    ...(period === undefined ? {} : { period }),
    ...(requirements === undefined ? {} : { requirements }),
  });
}

/** A line that fails: its sentence, its numbers, its first cases. */
export function lineTold(line: ReportLine, subject: Seen, options: Options): string[] {
  const allow = options.allow ?? [];
  const told = lineNumbers(line, options);
  if (subject.kind === "caseload") {
    const cases = subject.journeys.flatMap((journey) => casesIfReadable(journey, line, options));
    const fails = failing(cases, allow);
    return [...told, ...caseLines(fails, options), ...lineHint(line)];
  }
  const misses = line.misses.length === 0 ? [] : [`  Not met: ${idList(line.misses)}`];
  return [...told, ...misses, ...lineHint(line)];
}

/** The sentence of a line, and its numbers with their source. */
export function lineNumbers(line: ReportLine, options: RuleOptions): string[] {
  const { counted, target, headroom } = line;
  const left = headroom === undefined ? "" : `, headroom ${headroom}`;
  return [
    summary(line),
    `Counted ${counted}, target ${targetWords(target)}${left}.${citationOf(line, options)}`,
  ];
}

function summary(line: ReportLine): string {
  const of = [
    ...(line.by === undefined ? [] : [line.by.value ?? "none"]),
    ...(line.edition === undefined ? [] : [line.edition]),
  ];
  const name = of.length === 0 ? "" : `${line.requirement} (${of.join(", ")}): `;
  return `${name}${lineSentence(line)}`;
}

function lineHint(line: ReportLine): string[] {
  if (line.verdict === "not-scored") return [`It has no target: it is reported and not scored.`];
  const reasons = Object.keys(line.undeterminedBy).map((reason) => ({ verdict: "undetermined", reason }));
  const pending = line.pending === 0 ? [] : [{ verdict: "pending", reason: "not-yet-due" }];
  const own =
    line.counted === 0 && line.reason !== undefined ? [{ verdict: "undetermined", reason: line.reason }] : [];
  const open = line.verdict === "not-met" ? [] : [...pending, ...reasons, ...own];
  return openHint(open as Parameters<typeof openHint>[0]);
}

/** A journey that the report lists as a problem has no case to tell. */
function casesIfReadable(journey: Journey, line: ReportLine, options: RuleOptions): JourneyCase[] {
  try {
    return casesOf(journey, options, [line.requirement]);
  } catch (error) {
    if (error instanceof ProgrammeFault) return [];
    throw error;
  }
}

function citationOf({ requirement }: ReportLine, options: RuleOptions): string {
  if (options.programme === undefined) return "";
  for (const { standards } of editionsOf(rulesOf(options))) {
    for (const standard of standards) {
      const rule = standard.requirements.find(({ id }) => id === requirement);
      const citation = rule?.citation ?? standard.citation;
      if (rule !== undefined && citation !== undefined) return ` ${formatCitation(citation)}`;
    }
  }
  return "";
}

function ruleOf(requirement: string, options: RuleOptions): Requirement | undefined {
  const rules = editionsOf(rulesOf(options)).flatMap(({ standards }) =>
    standards.flatMap(({ requirements }) => [...requirements]),
  );
  return rules.find(({ id }) => id === requirement);
}

function notOfAJourney(requirement: string): ProgrammeFault {
  return new ProgrammeFault({
    code: "testing/subject",
    given: `one journey for ${requirement}, which no journey has a case of`,
    allowed: "a caseload with { contractLog }, or the report of one",
    todo: "Assert what is about a contract or a site on a caseload and its contract log.",
  });
}

function notInReport(requirement: string): ProgrammeFault {
  return new ProgrammeFault({
    code: "testing/requirement",
    given: `a report without a line for ${requirement}`,
    allowed: "a report that was made with this requirement",
    todo: "Correct the id, or make the report without leaving the requirement out.",
  });
}
