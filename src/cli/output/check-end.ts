import { leftOutSentence, type Report } from "../../compliance/index.js";
import { joined, numbered, type Programme } from "../../rules/index.js";
import { nothingAsked, unrecorded } from "./remarks.js";

/** With which code a check ends, and why, where the scorecard alone does not say it. */
interface CheckEnd {
  readonly code: 0 | 1 | 2 | 3;
  readonly why?: string;
}

/** 1 where a line is not met, 2 where nothing could be judged; 3 where something could not be, and strictness is asked for. */
export function checkEnd(report: Report, programme: Programme, file: string, isStrict: boolean): CheckEnd {
  const { lines, leftOut } = report;
  if (lines.some(({ verdict }) => verdict === "not-met")) return { code: 1 };
  const unjudged = whyUnjudged(report, programme);
  if (unjudged !== undefined) return { code: 2, why: `Nothing could be judged in ${file}: ${unjudged}` };
  const unknown = lines.filter(({ verdict }) => verdict === "undetermined").length;
  if (!isStrict || (unknown === 0 && leftOut === undefined)) return { code: 0 };
  const undetermined = unknown === 0 ? [] : [`Undetermined: ${numbered(unknown, "requirement")}.`];
  return { code: 3, why: [...undetermined, leftOutSentence(leftOut) ?? []].flat().join(" ") };
}

/** That the programme has requirements, and none that is assessed unasked. */
export const NOTHING_IN_FORCE =
  "No requirement is in force; --including assesses what is offered, recommended or research.";

const JUDGED: ReadonlySet<string> = new Set(["met", "not-met", "pending"]);

/**
 * Why no line has a verdict; undefined where one has, and where no line wants one: everything is rightly not applicable
 * or not scored. The duties of a contract say nothing of a caseload until its log is given.
 */
function whyUnjudged(report: Report, programme: Programme): string | undefined {
  const { lines } = report;
  if (lines.some(({ verdict }) => JUDGED.has(verdict))) return undefined;
  const isUnknown = lines.some(({ verdict, counted }) => verdict === "undetermined" && counted > 0);
  if (isUnknown) return whyUnknown(report, programme);
  if (lines.some(({ verdict }) => verdict !== "undetermined")) return undefined;
  return lines.length > 0
    ? "Every requirement is a duty of the contract itself; --contract-log <file> has them judged."
    : (nothingAsked(programme) ?? NOTHING_IN_FORCE);
}

const NAMED = 3;

/** What keeps the lines from a verdict, each cause with what to do about it. */
function whyUnknown(report: Report, programme: Programme): string {
  const { lines, leftOut = {}, problemCounts, openValues } = report;
  const { deciding } = unrecorded(report, programme);
  const places = problemCounts
    .toSorted((one, other) => other.count - one.count)
    .flatMap(({ column, kind = column, count }) =>
      kind === undefined || kind === "id" ? [] : [`${column ?? kind} (${count})`],
    );
  const named = [...places.slice(0, NAMED), ...(places.length > NAMED ? ["others"] : [])];
  const isOpen = lines.some(({ reason }) => reason === "missing-parameter");
  const causes = [
    "id-twice" in leftOut && "ids come more than once (give each referral one row)",
    places.length > 0 && `problems in ${joined(named)} (correct them)`,
    deciding !== undefined && `no record of ${deciding} (add columns, or --events)`,
    isOpen && `no value for ${joined(openValues)} (give it in a programme of your own)`,
  ].filter((cause) => cause !== false);
  return `${causes.length === 0 ? "the data does not decide (explain <id> says why)" : causes.join("; ")}.`;
}
