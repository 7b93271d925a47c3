import type { Problem } from "../journey/index.js";
import { numbered } from "../rules/index.js";
import { listed, styled, type Terminal, wrapped } from "./terminal.js";
import { problemWords } from "./words.js";

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
