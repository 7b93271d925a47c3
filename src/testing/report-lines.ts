import { type Report, type ReportLine, report } from "../compliance/index.js";
import { defined } from "../defined.js";
import { lineSentence } from "../explanation/index.js";
import { ProgrammeFault } from "../fault.js";
import type { Journey } from "../journey/index.js";
import { formatCitation } from "../rules/index.js";
import type { AllowOptions } from "./allowance.js";
import { type AssertionOptions, assessing, editionsOf, rulesOf } from "./assertion-options.js";
import type { KnownSubject } from "./assertion-subject.js";
import { idList } from "./assertion-subject.js";
import { caseLines, casesOf, failing, type JourneyCase } from "./journey-cases.js";
import { openHint, targetWords } from "./judgements/judgement.js";

/** The lines of some requirements: a report's own, or made of the caseload. */
export function linesOf(
  subject: KnownSubject,
  options: AssertionOptions,
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
  options: AssertionOptions,
  requirements?: readonly string[],
): Report {
  const { contractLog, period } = options;
  return report(rulesOf(options), journeys, {
    ...assessing(options),
    ...defined({ contractLog, period, requirements }),
  });
}

/** A line that fails: its sentence, its numbers, its first cases. */
export function lineTold(
  line: ReportLine,
  subject: KnownSubject,
  options: AssertionOptions & AllowOptions,
): string[] {
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
export function lineNumbers(line: ReportLine, options: AssertionOptions): string[] {
  const { counted, target, headroom } = line;
  const left = headroom === undefined ? "" : `, headroom ${headroom}`;
  return [
    summary(line),
    `Counted ${counted}, target ${targetWords(target)}${left}.${citationOf(line, options)}`,
  ];
}

/** The sentence of a line, under its own name where it is of one value or edition. */
export function summary(line: ReportLine): string {
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
function casesIfReadable(journey: Journey, line: ReportLine, options: AssertionOptions): JourneyCase[] {
  try {
    return casesOf(journey, options, [line.requirement]);
  } catch (error) {
    if (error instanceof ProgrammeFault) return [];
    throw error;
  }
}

function citationOf({ requirement }: ReportLine, options: AssertionOptions): string {
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
