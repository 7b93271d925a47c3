import type { Finding } from "../compliance/index.js";
import { epochDay, longDate } from "../date/index.js";
import { isOpen, joined, type Target } from "../rules/index.js";
import { type JourneyCase, sentenceOf } from "./cases.js";
import { asAtOf, nameOf, rulesOf } from "./options.js";
import type { RuleOptions } from "./rule-options.js";
import { type Seen, shortId, subjectName } from "./subject.js";

const CASES = 3;
const IDS = 6;

/** `Expected R1 to meet css-1/acknowledged as at Fri 30 Apr 2021 (whp-jets cv06).` */
export function headline(subject: Seen, what: string, options: RuleOptions): string {
  return `Expected ${subjectName(subject)} ${what} ${scene(subject, options)}`;
}

/** `as at Fri 30 Apr 2021 (whp-jets cv06).` */
export function scene(subject: Seen, options: RuleOptions): string {
  if (subject.kind !== "report") {
    return `as at ${longDate(epochDay(asAtOf(options)))} (${nameOf(rulesOf(options))}).`;
  }
  const { asAt, programme, edition } = subject.report.receipt;
  return `as at ${longDate(epochDay(asAt))} (${[programme, edition].filter(Boolean).join(" ")}).`;
}

/** The first cases as sentences, and the others' ids. */
export function caseLines(cases: readonly JourneyCase[], options: RuleOptions): string[] {
  const told = cases.slice(0, CASES).map((each) => `  ${labelOf(each, cases)}: ${sentenceOf(each, options)}`);
  const others = [...new Set(cases.slice(CASES).map(({ journey }) => journey.id))];
  return others.length === 0 ? told : [...told, `  and ${moreIds(others)}`];
}

function labelOf({ journey, finding }: JourneyCase, cases: readonly JourneyCase[]): string {
  const own = cases.filter((each) => each.journey === journey);
  const id = shortId(journey.id);
  return own.length === 1 && finding.case === 1 ? id : `${id} case ${finding.case}`;
}

/** `9 more: R4, R5, R6, R7, R8, R9 …` */
function moreIds(ids: readonly string[]): string {
  return `${ids.length} more: ${idList(ids)}`;
}

/** Ids, cut short after the first few. */
export function idList(ids: readonly string[]): string {
  const shown = ids.slice(0, IDS).map(shortId).join(", ");
  return ids.length > IDS ? `${shown} …` : shown;
}

/** `3 cases: 1 met, 2 not met.` */
export function tally(findings: readonly Pick<Finding, "verdict">[]): string {
  const verdicts = ["met", "not-met", "pending", "undetermined", "not-applicable"] as const;
  const parts = verdicts.flatMap((verdict) => {
    const count = findings.filter((finding) => finding.verdict === verdict).length;
    return count === 0 ? [] : [`${count} ${verdict.replace("-", " ")}`];
  });
  return `${findings.length} case${findings.length === 1 ? "" : "s"}: ${joined(parts)}.`;
}

/** A target in words: `at least 99.5%`, `every case`. */
export function targetWords(target: Target | undefined): string {
  if (target === undefined) return "none";
  if ("every" in target) return "every case";
  const [[word, value]] = Object.entries(target) as [[string, unknown]];
  const words: Readonly<Record<string, string>> = { atLeast: "at least", atMost: "at most", below: "below" };
  return `${words[word]} ${isOpen(value) ? `a share that is ${value.open.replace("-", " ")}` : value}`;
}

/** How to let pass what is only open, when that is what fails. */
export function openHint(findings: readonly Pick<Finding, "verdict" | "reason">[]): string[] {
  const open = findings.filter(({ verdict }) => verdict === "pending" || verdict === "undetermined");
  const reasons = [...new Set(open.flatMap(({ reason }) => (reason === undefined ? [] : [reason])))];
  if (reasons.length === 0) return [];
  const list = reasons.map((reason) => JSON.stringify(reason)).join(", ");
  return [`What is not settled fails unless it is allowed by name: { allow: [${list}] }.`];
}
