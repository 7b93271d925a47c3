import { Command, InvalidArgumentError } from "commander";
import { type DateSpan, firstOfMonth, isoDate, lastOfMonth, longMonth } from "../../date/index.js";
import type { AsAt } from "../../deadlines/index.js";
import { defined } from "../../defined.js";
import { ProgrammeFault, shown } from "../../fault.js";
import { type DataProblems, isNoAttribute } from "../../journey/index.js";
import { capitalised, type Programme, type Standing } from "../../rules/index.js";
import { unknownWord } from "../../unknown-word.js";
import type { Terminal } from "../output/terminal.js";
import { dateWords } from "../output/value-text.js";
import { STANDARD_INPUT } from "./byte-source.js";
import { delimiterNamed } from "./delimiter.js";
import { chooseProgramme, programmeNames } from "./programme-choice.js";

/** What every command on rules takes. */
export interface RuleCommandOptions {
  readonly programme: string;
  readonly asAt: string;
  readonly reading: readonly string[];
  readonly project?: true;
  readonly including: readonly string[];
  readonly json?: true;
}

/** What every command on a file takes besides. */
export interface FileCommandOptions extends RuleCommandOptions, TableFlags {
  readonly events: readonly string[];
  readonly mapping?: string;
}

const USUAL_PROGRAMME = "whp-jets";

/** A command with the options of every command on rules. */
export function ruleCommand(name: string, summary: string, terminal: Terminal): Command {
  return new Command(name)
    .description(summary)
    .option(
      "--programme <name>",
      `${programmeNames.join(", ")}, or a programme written in JSON`,
      USUAL_PROGRAMME,
    )
    .option(
      "--as-at <date>",
      "what is done on this day counts, what is due on it is not overdue",
      terminal.today,
    )
    .option("--reading <id=answer>", "answer a point of interpretation; may be given again", collected, [])
    .option("--project", "use generated bank holidays beyond the published ones")
    .option("--including <standing>", "also assess what is offered, recommended or research", collected, [])
    .option("--json", "print JSON instead of text");
}

/** The files of a command on referrals. */
export const REFERRALS = [
  "<files...>",
  "CSV or .xlsx, one row per referral; several are read as one, - is standard input",
] as const;

/** A command with the options of every command on files of referrals. */
export function fileCommand(name: string, summary: string, terminal: Terminal): Command {
  const command = ruleCommand(name, summary, terminal)
    .option(...EVENTS)
    .option(
      "--mapping <file>",
      "a JSON file that says what a system's own columns, dates and words mean (see `programme-rules map`)",
    );
  return withTableFlags(command);
}

/** What a command that learns from cohorts takes besides; left out, the usual is assumed. */
export interface LearningFlags {
  readonly prior?: string;
  readonly spread?: number;
  readonly cohortSpread?: number;
  readonly timingSpread?: number;
  readonly reportingLagMonths?: number;
}

/** A command that learns from cohorts. */
export function withLearning(command: Command): Command {
  return command
    .option(
      "--prior <percent>",
      "the rate expected in the end before anything is seen; the profile's unless given",
    )
    .option(
      "--reporting-lag-months <number>",
      "newest months of which news is not all in; 0 unless given",
      wholeNumber,
    )
    .option("--spread <number>", "how far apart contracts lie, in log-odds; 0.4 unless given", Number)
    .option(
      "--cohort-spread <number>",
      "how far apart a contract's months lie; 0.2 unless given, 0.1 of few months",
      Number,
    )
    .option(
      "--timing-spread <number>",
      "how far from the profile's the timing lies; 0.15 unless given",
      Number,
    );
}

/** The learning options of a command, as the functions take them. */
export function learningOf({ prior, spread, cohortSpread, timingSpread, reportingLagMonths }: LearningFlags) {
  return defined({ prior, spread, cohortSpread, timingSpread, reportingLagMonths });
}

/** The option that names files of events. */
export const EVENTS = [
  "--events <file>",
  "another file with repeated events: id, kind, on, known_on …; may be given again",
  collected,
  [] as readonly string[],
] as const;

/** How a file of rows is read, where it does not say so itself. */
export interface TableFlags {
  readonly delimiter?: string;
  readonly encoding?: string;
  readonly headerRow?: number;
  readonly sheet?: string;
}

/** A command with the options of files of rows. */
export function withTableFlags(command: Command): Command {
  return command
    .option(
      "--delimiter <name>",
      "what separates columns: comma, semicolon, tab, pipe or a character",
      delimiterNamed,
    )
    .option("--encoding <name>", "the encoding of text that is not UTF-8, such as windows-1252")
    .option("--header-row <line>", "the line that names the columns", lineNumber)
    .option("--sheet <name>", "the sheet of a workbook, else its first");
}

function lineNumber(text: string): number {
  if (/^[1-9]\d{0,6}$/.test(text)) return Number(text);
  throw new InvalidArgumentError("Expected the number of a line, the first being 1.");
}

/** Files as a sentence names them. */
export function fileWords(files: readonly string[]): string {
  const named = files.map((file) => (file === STANDARD_INPUT ? "standard input" : file));
  return named.length > 3 ? `${named.slice(0, 3).join(", ")} and ${named.length - 3} more` : named.join(", ");
}

/** The days that a command is asked about: a month, or from one day until another. */
export interface PeriodOptions {
  readonly month?: string;
  readonly from?: string;
  readonly until?: string;
}

/** A command with the options of a period. */
export function withPeriod(command: Command): Command {
  return command
    .option("--month <month>", "the days of a month, such as 2021-06")
    .option("--from <date>", "the first day of a period")
    .option("--until <date>", "the last day of a period");
}

/** The days asked for; an open end is as far off as dates go. */
export function periodOf({ month, from, until }: PeriodOptions): DateSpan | undefined {
  if (month !== undefined) {
    if (from === undefined && until === undefined)
      return { from: isoDate(firstOfMonth(month)), until: isoDate(lastOfMonth(month)) };
    throw new ProgrammeFault({
      code: "cli/period",
      given: "--month with --from or --until",
      allowed: "a month, or two days",
      todo: "Leave one of them out.",
    });
  }
  if (from === undefined && until === undefined) return undefined;
  return { from: from ?? "1900-01-01", until: until ?? "2199-12-31" };
}

/** The days asked for, as people say them: `in May 2021`; undefined for none. */
export function periodWords({ month, from, until }: PeriodOptions): string | undefined {
  if (month !== undefined) return `in ${longMonth(month)}`;
  const days = [
    ...(from === undefined ? [] : [`from ${dateWords(from)}`]),
    ...(until === undefined ? [] : [`until ${dateWords(until)}`]),
  ];
  return days.length === 0 ? undefined : days.join(" ");
}

/** A command to run on the same file with the same options, as one types it. */
export function commandAgain(
  words: readonly string[],
  files: readonly string[],
  options: Partial<FileCommandOptions>,
): string {
  const { programme, asAt, reading = [], including = [], project, events = [], mapping } = options;
  const named: readonly (readonly [string, string | undefined])[] = [
    ["--programme", programme === USUAL_PROGRAMME ? undefined : programme],
    ["--as-at", asAt],
    ...reading.map((each) => ["--reading", each] as const),
    ...including.map((each) => ["--including", each] as const),
    ...events.map((each) => ["--events", each] as const),
    ["--mapping", mapping],
    ["--delimiter", options.delimiter],
    ["--encoding", options.encoding],
    ["--header-row", options.headerRow?.toString()],
    ["--sheet", options.sheet],
  ];
  const given = named.flatMap(([flag, value]) => (value === undefined ? [] : [flag, quoted(value)]));
  return [
    "npx",
    "programme-rules",
    ...words.map(quoted),
    ...given,
    ...(project ? ["--project"] : []),
    ...files.map(quoted),
  ].join(" ");
}

function quoted(word: string): string {
  return /^[\w./:=-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}

/** The programme and the as-at date that the options name. */
export function chosen(options: RuleCommandOptions): { programme: Programme; asAt: AsAt } {
  return { programme: chooseProgramme(options.programme, options.reading), asAt: asAtOf(options) };
}

/** The as-at date that the options name, and what goes with it. */
export function asAtOf({ asAt, project, including }: RuleCommandOptions): AsAt {
  const beyondPublished = project === true ? ("project" as const) : undefined;
  return defined({ asAt, beyondPublished, including: including.map(standing) });
}

/**
 * What was written, when it is one of the words that are allowed.
 *
 * @throws ProgrammeFault as said in `fault`, with all that is allowed.
 */
export function oneOf<T extends string>(
  allowed: readonly T[],
  written: string | undefined,
  { todo = "Choose one of these.", ...fault }: { code: string; given: string; todo?: string },
): T {
  const found = allowed.find((each) => each === written);
  if (found !== undefined) return found;
  throw unknownWord({ ...fault, allowed, written, todo });
}

const STANDINGS = ["offered", "recommended", "research"] as const;

function standing(text: string): Standing {
  return oneOf(STANDINGS, text, {
    code: "cli/standing",
    given: `--including ${shown(text)}`,
    todo: "Choose one of these; contract and guidance are always assessed.",
  });
}

/** What a file of referrals may be split by. */
const ATTRIBUTES = ["provider", "site", "area", "adviser", "nation", "provision", "group"];

/** What a report may be split by. */
export const REPORT_SPLITS = [...ATTRIBUTES, "month"];

/** The attribute that `--by` names, or whatever else is accepted. */
export function attributeBy(by: string, accepted: readonly string[] = ATTRIBUTES): string {
  return oneOf(accepted, by, {
    code: "cli/by",
    given: `--by ${shown(by)}`,
    todo: `Choose one of these; ${MAPPED}`,
  });
}

const MAPPED = "a mapping says which column of a file holds it.";

/**
 * Refuses a `--by` that nobody in a file has.
 *
 * @throws ProgrammeFault `cli/by`, with what they have of what is accepted.
 */
export function refuseAbsent(
  { problems }: Pick<DataProblems, "problems">,
  files: readonly string[],
  accepted: readonly string[] = ATTRIBUTES,
): void {
  const absent = problems.find(isNoAttribute);
  if (absent === undefined) return;
  const { value: written, allowed = [] } = absent;
  throw absentFault(
    written,
    `no referral in ${fileWords(files)}`,
    allowed.filter((name) => accepted.includes(name)),
  );
}

/** The fault about a `--by` that is accepted, and that nobody in a file has. */
export function absentFault(
  written: string | undefined,
  nobody: string,
  has: readonly string[],
): ProgrammeFault {
  const isAny = has.length > 0;
  return unknownWord({
    code: "cli/by",
    given: `--by ${shown(written)}, which ${nobody} has`,
    allowed: isAny ? has : "a file with such a column",
    written,
    todo: isAny ? `Choose one of these; ${MAPPED}` : capitalised(MAPPED),
  });
}

/** The requirements that `--requirement` names, a standard's id standing for all of its own. */
export function requirementsNamed(names: readonly string[], { id, standards }: Programme): string[] {
  const all = standards.flatMap(({ requirements }) => requirements.map((each) => each.id));
  return names.flatMap((name) => {
    const standard = standards.find((each) => each.id === name);
    if (standard !== undefined) return standard.requirements.map((each) => each.id);
    return oneOf(all, name, {
      code: "cli/requirement",
      given: `--requirement ${shown(name)}, which ${id} does not have`,
      todo: "Choose one of these, or a standard such as css-1 for all of its requirements.",
    });
  });
}

/** Reads a whole number from 0. */
export function wholeNumber(text: string): number {
  if (/^\d+$/.test(text)) return Number(text);
  throw new InvalidArgumentError("Expected a whole number from 0.");
}

/** The option that says what happened on the contract itself. */
export const CONTRACT_LOG = [
  "--contract-log <file>",
  "a JSON file with what happened on the contract: { id, events }",
] as const;

/** What an option that may be given again has come to. */
export function collected(value: string, before: readonly string[]): string[] {
  return [...before, value];
}
