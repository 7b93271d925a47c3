import { leftOutSentence, type Reason, type Report, type ReportLine } from "../../compliance/index.js";
import { joined, numbered, type Programme } from "../../rules/index.js";
import { nothingAsked, unrecorded } from "./remarks.js";
import { dateWords } from "./value-text.js";

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
  if (!isStrict) return { code: 0 };
  const unknown = lines.filter(({ verdict }) => verdict === "undetermined").length;
  const dropped = eventsDropped(report);
  const why = [
    unknown > 0 && `Undetermined: ${numbered(unknown, "requirement")}.`,
    leftOutSentence(leftOut),
    dropped > 0 &&
      `Not used: ${numbered(dropped, "row")} of events, for a referral that is not in the file or without a kind.`,
  ].filter((each) => typeof each === "string");
  return why.length === 0 ? { code: 0 } : { code: 3, why: why.join(" ") };
}

const DROPPED: ReadonlySet<string> = new Set([
  "journey/event-without-id",
  "journey/event-without-journey",
  "journey/event-without-kind",
]);

function eventsDropped({ problemCounts }: Report): number {
  return problemCounts.reduce((sum, { code, count }) => sum + (DROPPED.has(code) ? count : 0), 0);
}

/** That the programme has requirements, and none that is assessed unasked. */
export const NOTHING_IN_FORCE =
  "No requirement is in force; --including assesses what is offered, recommended or research.";

const NEVER_BEGUN: Reason = "clock-never-started";

/**
 * Why no case was judged; undefined where one was, and where none wants it: everything is rightly not applicable
 * or not scored. The duties of a contract say nothing of a caseload until its log is given.
 */
function whyUnjudged(report: Report, programme: Programme): string | undefined {
  const { lines } = report;
  const isHeldTo = ({ reason }: ReportLine) => reason !== "missing-parameter";
  if (lines.some((line) => isHeldTo(line) && line.met + line.notMet + line.pending > 0)) return undefined;
  const isUnknown = lines.some(({ verdict, counted }) => verdict === "undetermined" && counted > 0);
  if (isUnknown) return whyUnknown(report, programme);
  const excluded = lines.flatMap((line) => Object.keys(line.excluded ?? {}));
  if (excluded.length > 0 && excluded.every((reason) => reason === NEVER_BEGUN))
    return `none of its referrals had been received by ${dateWords(report.receipt.asAt)} (check --as-at and the dates).`;
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
