import type { Report } from "../../compliance/index.js";
import type { Problem } from "../../journey/index.js";
import {
  eventsBehind,
  eventTitle,
  joined,
  kindsTakenAsNo,
  numbered,
  type Programme,
} from "../../rules/index.js";
import { listed, styled, type Terminal, wrapped } from "./terminal.js";

/** What could not be read of a file; whether to list it, because no other command does. */
export interface FileProblems {
  readonly problems: readonly Problem[];
  readonly areListed: boolean;
}

/** What stands below every page. */
export const PRECEDENCE = "The contract takes precedence. Not legal advice.";

const SHOWN = 10;

/** The problems of the data as text: where and what, never the value; all of them when asked. */
export function problemLines(problems: readonly Problem[], all: boolean, terminal: Terminal): string {
  if (problems.length === 0) return "No problems in the data.";
  const shown = all ? problems : problems.slice(0, SHOWN);
  const heading = `${numbered(problems.length, "problem")} in the data:`;
  const lines = shown.map((problem) => wrapped(problemWords(problem), terminal.columns, listed));
  const rest = problems.length - shown.length;
  const more =
    rest > 0 ? [wrapped(`… and ${rest} more; --all-problems lists them.`, terminal.columns, listed)] : [];
  return [styled(terminal, "yellow", heading), ...lines, ...more].join("\n");
}

/** How many problems there are, for commands that do not list them. */
export function problemCount(problems: readonly Problem[]): string {
  if (problems.length === 0) return "No problems in the data.";
  return `${numbered(problems.length, "problem")} in the data; the command check lists them.`;
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

/** What the data leaves out of what decides the lines of a report: what becomes of it, and what is taken as no. */
export function notRecordedNotes({ notRecorded = [], lines }: Report, programme: Programme): string[] {
  const requirements = new Set(lines.map(({ requirement }) => requirement));
  const easing = new Set([...requirements].flatMap((id) => kindsTakenAsNo(programme, id)));
  const eased = notRecorded.filter((kind) => easing.has(kind));
  const deciding = notRecorded.filter((kind) => isDeciding(kind, requirements, programme));
  const named = (kinds: readonly string[]) => {
    const titles = kinds.slice(0, NAMED).map((kind) => `"${eventTitle(kind, programme)}"`);
    const more = kinds.length - titles.length;
    return joined(more === 0 ? titles : [...titles, `${more} more`]);
  };
  return [
    ...(deciding.length === 0
      ? []
      : [`The data does not record ${named(deciding)}: what rests on that is undetermined (not-recorded).`]),
    ...(eased.length === 0
      ? []
      : [
          `No column for ${named(eased)}: taken as not having happened where it would only excuse, stop or end something.`,
        ]),
  ];
}

function isDeciding(kind: string, requirements: ReadonlySet<string>, programme: Programme): boolean {
  return [...requirements].some(
    (id) => eventsBehind(programme, id).includes(kind) && !kindsTakenAsNo(programme, id).includes(kind),
  );
}
