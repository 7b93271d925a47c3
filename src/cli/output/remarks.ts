import { leftOutSentence, type Report } from "../../compliance/index.js";
import { defined, filled } from "../../defined.js";
import {
  type DataProblems,
  howMany,
  type LeftOut,
  type Problem,
  type ProblemCount,
} from "../../journey/index.js";
import {
  eventsBehind,
  eventTitle,
  joined,
  kindsTakenAsNo,
  numbered,
  type Programme,
} from "../../rules/index.js";
import { listed, styled, type Terminal, wrapped } from "./terminal.js";

/** What is wrong with the data of a file, and what is left out for it. */
export interface FileData extends DataProblems {
  readonly leftOut?: LeftOut;
}

/** What was found wrong, and left out, by the end of a caseload. */
export function dataOf(
  { problems, problemCounts }: DataProblems,
  { leftOut }: { readonly leftOut: LeftOut },
): FileData {
  return { ...defined({ leftOut: filled(leftOut) }), problems, problemCounts };
}

/** The rules that a report is made by. */
export function rulesWords({ receipt }: Pick<Report, "receipt">): string {
  return `Rules ${receipt.programme} ${receipt.edition}, revision ${receipt.revision}; bank holidays as of ${receipt.calendarDataVersion}.`;
}

/** Of what was not read from rows. */
export const NO_PROBLEMS: DataProblems = { problems: [], problemCounts: [] };

/** As it is printed under a result; whether to list the problems, because no other command does. */
export interface FileProblems extends FileData {
  readonly areListed: boolean;
}

/** What stands below every page. */
export const PRECEDENCE = "The contract takes precedence. Not legal advice.";

const SHOWN = 10;

/** The problems of the data as text: where and what, never the value; all of them when asked. */
export function problemLines(data: DataProblems, all: boolean, terminal: Terminal): string {
  const { problems } = data;
  const count = howMany(data);
  if (count === 0) return "No problems in the data.";
  const shown = all ? problems : problems.slice(0, SHOWN);
  const heading = `${numbered(count, "problem")} in the data:`;
  const most = data.problemCounts.toSorted((one, other) => other.count - one.count).slice(0, SHOWN);
  const words = `Most: ${most.map(sortWords).join(", ")}`;
  const isTold = count > shown.length && most[0]!.count > 1;
  const sorts = isTold ? [wrapped(words, terminal.columns, listed)] : [];
  const lines = shown.map((problem) => wrapped(problemWords(problem), terminal.columns, listed));
  const rest = count - shown.length;
  const more =
    rest > 0 ? [wrapped(`… and ${rest} more; --all-problems lists them.`, terminal.columns, listed)] : [];
  return [styled(terminal, "yellow", heading), ...sorts, ...lines, ...more].join("\n");
}

/** How many problems of one sort: `12 date-form (left_on)`. */
function sortWords({ code, kind, column, count }: ProblemCount): string {
  const about = column ?? kind;
  return `${count} ${code.split("/").at(-1)}${about === undefined ? "" : ` (${about})`}`;
}

/** How many problems there are, for commands that do not list them. */
export function problemCount(data: DataProblems): string {
  const count = howMany(data);
  return count === 0
    ? "No problems in the data."
    : `${numbered(count, "problem")} in the data; the command check lists them.`;
}

/** What is left out, as the first lines say it; nothing where nothing is. */
export function leftOutLines({ leftOut }: Pick<FileData, "leftOut">, { columns }: Terminal): string[] {
  const sentence = leftOutSentence(leftOut);
  return sentence === undefined ? [] : [wrapped(sentence, columns)];
}

/** What a problem says and where; never the value. Rows name their place themselves. */
function problemWords({ line, journey, message }: Problem): string {
  return line !== undefined || journey === undefined ? message : `Referral ${journey}: ${message}`;
}

/** What to say in place of due dates and verdicts of a programme that asks for none; undefined where it asks for some. */
export function nothingAsked({ standards, title }: Programme): string | undefined {
  return standards.some(({ requirements }) => requirements.length > 0)
    ? undefined
    : `${title} has no standards to hold a referral to. The command cohorts has its outcomes.`;
}

const NAMED = 8;

/** Of what the data leaves out, the kinds of event that decide the lines of a report, and those that are taken as no. */
export function unrecorded({ notRecorded = [], lines }: Report, programme: Programme) {
  const [deciding, easing] = [new Set<string>(), new Set<string>()];
  for (const id of new Set(lines.map(({ requirement }) => requirement))) {
    const takenAsNo = kindsTakenAsNo(programme, id);
    for (const kind of eventsBehind(programme, id)) (takenAsNo.includes(kind) ? easing : deciding).add(kind);
  }
  const words = (kinds: ReadonlySet<string>) => {
    const left = notRecorded.filter((kind) => kinds.has(kind));
    const titles = left.slice(0, NAMED).map((kind) => `"${eventTitle(kind, programme)}"`);
    const more = left.length - titles.length;
    return left.length === 0 ? undefined : joined(more === 0 ? titles : [...titles, `${more} more`]);
  };
  return { deciding: words(deciding), easing: words(easing) };
}

/** What the data leaves out of what decides the lines of a report: what becomes of it, and what is taken as no. */
export function notRecordedNotes(report: Report, programme: Programme): string[] {
  const { deciding, easing } = unrecorded(report, programme);
  return [
    deciding !== undefined &&
      `The data does not record ${deciding}: what rests on that is undetermined (not-recorded).`,
    easing !== undefined &&
      `No column for ${easing}: taken as not having happened where it would only excuse, stop or end something.`,
  ].filter((note) => note !== false);
}
