import type { Finding } from "../../compliance/index.js";
import { epochDay, longDate } from "../../date/index.js";
import { isOpen, type Target } from "../../rules/index.js";
import { type AssertionOptions, asAtOf, nameOf, rulesOf } from "../assertion-options.js";
import { type KnownSubject, subjectName } from "../assertion-subject.js";

/**
 * What an assertion comes to. The messages are made only when asked for: `failure` says why it does
 * not hold, `unexpected` why its opposite does not.
 */
export interface Judgement {
  readonly pass: boolean;
  failure(): string;
  unexpected(): string;
}

/** `Expected R1 to meet css-1/acknowledged as at Fri 30 Apr 2021 (whp-jets cv06).` */
export function headline(subject: KnownSubject, what: string, options: AssertionOptions): string {
  return `Expected ${subjectName(subject)} ${what} ${scene(subject, options)}`;
}

/** `as at Fri 30 Apr 2021 (whp-jets cv06).` */
function scene(subject: KnownSubject, options: AssertionOptions): string {
  if (subject.kind !== "report") {
    return `as at ${longDate(epochDay(asAtOf(options)))} (${nameOf(rulesOf(options))}).`;
  }
  const { asAt, programme, edition } = subject.report.receipt;
  return `as at ${longDate(epochDay(asAt))} (${[programme, edition].filter(Boolean).join(" ")}).`;
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
