import {
  assess,
  explain,
  type Finding,
  leftOutSentence,
  lineName,
  type Report,
  type ReportLine,
  report,
} from "../../compliance/index.js";
import { epochDay, longDate } from "../../date/index.js";
import { defined } from "../../defined.js";
import { countsByVerdict, lineSentence } from "../../explanation/index.js";
import { ProgrammeFault } from "../../fault.js";
import { distinct, type Journey, type LeftOut } from "../../journey/index.js";
import { formatCitation, isOpen, isScored, joined, type Target } from "../../rules/index.js";
import { type AllowedReason, type AllowOptions, bearingOf } from "../allowance.js";
import {
  type AssertionOptions,
  asAtOf,
  assessing,
  editionsOf,
  nameOf,
  rulesOf,
} from "../assertion-options.js";
import { idList, type KnownSubject, shortId, subjectName } from "../assertion-subject.js";

/**
 * What an assertion comes to. The lines of its messages are made only when asked for: `failure` says why it
 * does not hold, `unexpected` why its opposite does not.
 */
export interface Judgement {
  readonly pass: boolean;
  failure(): readonly string[];
  unexpected(): readonly string[];
}

/** `Expected R1 to meet css-1/acknowledged as at Fri 30 Apr 2021 (whp-jets cv06).` */
export function headline(subject: KnownSubject, what: string, options: AssertionOptions): string {
  const receipt = subject.kind === "report" ? subject.report.receipt : undefined;
  const asAt = longDate(epochDay(receipt === undefined ? asAtOf(options) : receipt.asAt));
  const rules =
    receipt === undefined
      ? nameOf(rulesOf(options))
      : [receipt.programme, receipt.edition].filter(Boolean).join(" ");
  return `Expected ${subjectName(subject)} ${what} as at ${asAt} (${rules}).`;
}

/** A target in words: `at least 99.5%`, `every case`. */
export function targetWords(target: Target): string {
  if (!isScored(target)) return "none";
  if ("every" in target) return "every case";
  const [[word, value]] = Object.entries(target) as [[string, unknown]];
  const words: Readonly<Record<string, string>> = { atLeast: "at least", atMost: "at most", below: "below" };
  return `${words[word]} ${isOpen(value) ? `a share that is ${value.open.replace("-", " ")}` : value}`;
}

/** How to let pass what is only open, when that is what fails. */
export function openHint(cases: readonly JourneyCase[]): string[] {
  const isOpen = ({ finding }: JourneyCase) => ["pending", "undetermined"].includes(finding.verdict);
  return allowHint(cases.filter(isOpen).flatMap(({ finding }) => finding.reason ?? []));
}

function allowHint(reasons: readonly string[]): string[] {
  if (reasons.length === 0) return [];
  const list = [...new Set(reasons)].map((reason) => JSON.stringify(reason)).join(", ");
  return [`What is not settled fails unless it is allowed by name: { allow: [${list}] }.`];
}

/** A case with the journey it is of. */
export interface JourneyCase {
  readonly journey: Journey;
  readonly finding: Finding;
}

/** The cases of one requirement on a journey, or of all that are assessed. */
export function casesOf(
  journey: Journey,
  options: AssertionOptions,
  requirements?: readonly string[],
): JourneyCase[] {
  const findings = assess(rulesOf(options), journey, { ...assessing(options), ...defined({ requirements }) });
  return findings.map((finding) => ({ journey, finding }));
}

/** The cases that make an assertion fail, what is not met first. */
export function failing(cases: readonly JourneyCase[], allow: readonly AllowedReason[]): JourneyCase[] {
  const fails = cases.filter(({ finding }) => bearingOf(finding, allow) === "fails");
  const isNotMet = ({ finding }: JourneyCase) => finding.verdict === "not-met";
  return [...fails.filter(isNotMet), ...fails.filter((each) => !isNotMet(each))];
}

/** Whether a case of some is met or allowed to be open, so that something shows what is asserted. */
export function anyCounts(cases: readonly JourneyCase[], allow: readonly AllowedReason[]): boolean {
  return cases.some(({ finding }) => ["met", "allowed"].includes(bearingOf(finding, allow)));
}

const CASES = 3;

/** The first cases as sentences, with their counting and their source, and the others' ids. */
export function caseLines(cases: readonly JourneyCase[], options: AssertionOptions): string[] {
  const told = cases.slice(0, CASES).map(({ journey, finding }) => {
    const own = cases.filter((each) => each.journey === journey);
    const number = own.length === 1 && finding.case === 1 ? "" : ` case ${finding.case}`;
    const { sentence } = explain(rulesOf(options), journey, finding, assessing(options));
    return `  ${shortId(journey.id)}${number}: ${sentence}`;
  });
  const others = [...new Set(cases.slice(CASES).map(({ journey }) => journey.id))];
  return others.length === 0 ? told : [...told, `  and ${others.length} more: ${idList(others)}`];
}

/** `3 cases: 1 met, 2 not met.` */
export function tally(cases: readonly JourneyCase[]): string {
  const counts = countsByVerdict(cases.map(({ finding }) => finding));
  return `${cases.length} case${cases.length === 1 ? "" : "s"}: ${joined(counts)}.`;
}

/** The lines of some requirements; and what was left out of them, in a sentence, unless it is allowed. */
export interface JudgedLines {
  readonly lines: readonly ReportLine[];
  readonly leftOut: readonly string[];
}

/** The lines of some requirements: a report's own, or made of the caseload. */
export function linesOf(
  subject: Exclude<KnownSubject, { kind: "journey" }>,
  options: AssertionOptions & AllowOptions,
  requirements?: readonly string[],
): JudgedLines {
  const made = subject.kind === "report" ? subject.report : reportOf(subject.journeys, options, requirements);
  const rows = subject.kind === "report" ? {} : subject.leftOut;
  const lines = made.lines.filter(
    ({ requirement }) => requirements === undefined || requirements.includes(requirement),
  );
  const twice = made.problems.filter(({ code }) => code === "journey/id-twice");
  const ids = twice.flatMap(({ journey }) => journey ?? []);
  return { lines, leftOut: leftOutTold({ ...made.leftOut, ...rows }, { allow: [], ...options }, ids) };
}

/** What cannot be judged, in a sentence, unless it is allowed: nothing is good of which a part is left out. */
export function leftOutTold(
  leftOut: LeftOut,
  { allow }: AllowOptions,
  ids: readonly string[] = [],
): string[] {
  const isTold = (reason: string) => !allow?.includes(reason as AllowedReason);
  const told = Object.entries(leftOut).filter(([reason, count]) => count > 0 && isTold(reason));
  const sentence = leftOutSentence(Object.fromEntries(told));
  if (sentence === undefined) return [];
  const isTwice = told.some(([reason]) => reason === "id-twice");
  const rest = "To judge the others alone, give expect() the `journeys` of what was read.";
  const byName = allow === undefined ? "" : ', or allow it by name: { allow: ["id-twice"] }';
  return [
    sentence,
    ...(isTwice && ids.length > 0 ? [`  Of one id: ${idList(ids)}`] : []),
    `Correct it in the data${isTwice ? `${byName}.` : `. ${rest}`}`,
  ];
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
  const told = lineNumbers(line, options);
  if (subject.kind === "caseload") {
    const cases = [...distinct(subject.journeys)].flatMap((journey) =>
      casesIfReadable(journey, line, options),
    );
    const fails = failing(cases, options.allow ?? []);
    return [...told, ...caseLines(fails, options), ...lineHint(line)];
  }
  const { misses = [] } = line;
  return [...told, ...(misses.length === 0 ? [] : [`  Not met: ${idList(misses)}`]), ...lineHint(line)];
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
  const name = lineName(line);
  return `${name === line.requirement ? "" : `${name}: `}${lineSentence(line)}`;
}

function lineHint(line: ReportLine): string[] {
  if (line.verdict === "not-scored") return [`It has no target: it is reported and not scored.`];
  if (line.verdict === "not-met") return [];
  return allowHint([
    ...(line.pending === 0 ? [] : ["not-yet-due"]),
    ...Object.keys(line.undeterminedBy ?? {}),
    ...(line.counted === 0 && line.reason !== undefined ? [line.reason] : []),
  ]);
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
