import type { LineVerdict, Reason } from "../compliance/index.js";
import { ProgrammeFault, shown } from "../fault.js";
import { casesOf } from "./cases.js";
import type { CaseOptions } from "./due-on.js";
import type { Judged } from "./judged.js";
import { linesOf, lineTold } from "./meet.js";
import { caseLines, headline, tally } from "./messages.js";
import { checkRequirement, rulesOf } from "./options.js";
import type { RuleOptions } from "./rule-options.js";
import { type Seen, seen } from "./subject.js";

/** Which verdict, more closely: its reason as well, and which case of several. */
export interface VerdictOptions extends CaseOptions {
  readonly reason?: Reason;
}

type Options = RuleOptions & VerdictOptions;

const VERDICTS = ["met", "not-met", "pending", "not-applicable", "undetermined", "not-scored"];

/** Whether a requirement has a verdict: each case of a journey, or the line of a caseload. */
export function judgeVerdict(
  subject: unknown,
  requirement: string,
  verdict: LineVerdict,
  options: Options,
): Judged {
  const what = seen(subject);
  if (!VERDICTS.includes(verdict)) throw noVerdict(verdict);
  if (what.kind !== "report") checkRequirement(rulesOf(options), requirement);
  const said = `to have the verdict ${verdict.replace("-", " ")}${options.reason === undefined ? "" : ` (${options.reason})`}`;
  const has = (one: { readonly verdict: string; readonly reason?: string }) =>
    one.verdict === verdict && (options.reason === undefined || one.reason === options.reason);
  const { results, told } = resultsOf(what, requirement, options);
  return {
    pass: results.length > 0 && results.every(has),
    failure: () => [headline(what, `${said} on ${requirement}`, options), ...told()].join("\n"),
    unexpected: () => [headline(what, `not ${said} on ${requirement}`, options), ...told()].join("\n"),
  };
}

interface Results {
  readonly results: readonly { readonly verdict: LineVerdict; readonly reason?: Reason }[];
  told(): string[];
}

function resultsOf(what: Seen, requirement: string, options: Options): Results {
  if (what.kind !== "journey") {
    const lines = linesOf(what, options, [requirement]);
    return { results: lines, told: () => lines.flatMap((line) => lineTold(line, what, options)) };
  }
  const cases = casesOf(what.journey, options, [requirement]).filter(
    ({ finding }) => options.case === undefined || finding.case === options.case,
  );
  const findings = cases.map(({ finding }) => finding);
  return { results: findings, told: () => [tally(findings), ...caseLines(cases, options)] };
}

function noVerdict(verdict: unknown): ProgrammeFault {
  return new ProgrammeFault({
    code: "testing/verdict",
    given: `the verdict ${shown(verdict)}`,
    allowed: VERDICTS.join(", "),
    todo: 'Name a verdict; its reason goes into the options: { reason: "late" }.',
  });
}
