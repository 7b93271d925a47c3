import type { Command } from "commander";
import {
  type Backlog,
  BacklogCount,
  type BacklogDay,
  BacklogSweep,
  backlogRule,
} from "../../backlog/index.js";
import { type Report, ReportBuilder } from "../../compliance/index.js";
import type { DateSpan } from "../../date/index.js";
import type { AsAt } from "../../deadlines/index.js";
import { defined } from "../../defined.js";
import { lineNotes, shareWords } from "../../explanation/index.js";
import { ProgrammeFault } from "../../fault.js";
import { ProblemList } from "../../journey/index.js";
import { formatShare, type Share } from "../../quantity/index.js";
import { numbered, type Programme, percentAsked, type Target, targetWords } from "../../rules/index.js";
import { eachJourney, openCaseload, withFile } from "../input/caseload-file.js";
import {
  chosen,
  type FileCommandOptions,
  fileCommand,
  type PeriodOptions,
  periodOf,
  periodWords,
  REFERRALS,
  wholeNumber,
  withPeriod,
} from "../input/command-options.js";
import { put } from "../output/destination.js";
import { jsonPieces, jsonText, type ValueOptions, WITH_VALUES } from "../output/formats.js";
import { dataOf, type FileData, leftOutLines, problemCount } from "../output/remarks.js";
import { headed, listed, type Terminal, wrapped } from "../output/terminal.js";
import { type Column, rightColumn, tableOrList } from "../output/text-table.js";
import { dateWords } from "../output/value-text.js";

interface BacklogOptions extends FileCommandOptions, PeriodOptions, ValueOptions {
  readonly most: number;
}

/** `backlog`: who waits as at a date, longest first; or how many on each day of a period. */
export function backlogCommand(terminal: Terminal): Command {
  const command = fileCommand(
    "backlog",
    "Who waits in backlog as at a date, longest first, or how many on each day of a period",
    terminal,
  );
  return withPeriod(command)
    .argument(...REFERRALS)
    .option(...WITH_VALUES)
    .option("--most <number>", "how many to list", wholeNumber, 20)
    .addHelpText(
      "after",
      `
Examples:
  programme-rules backlog --as-at 2021-06-30 referrals.csv
  programme-rules backlog --month 2021-06 --as-at 2021-07-01 referrals.csv`,
    )
    .action(async (files: readonly string[], options: BacklogOptions) => {
      const { programme, asAt } = chosen(options);
      const period = periodOf(options);
      if (period !== undefined) {
        await printDays(files, options, period, programme, asAt, terminal);
        return;
      }
      const data = new ProblemList();
      const count = new BacklogCount(programme, { ...asAt, onProblem: data.add });
      const caseload = await openCaseload(files, options, programme, terminal, data);
      await eachJourney(caseload, (journey) => count.add(journey));
      const result = count.result();
      const found = dataOf(data, caseload);
      const shown = options.json
        ? jsonPieces("backlog", { ...result, ...found }, options)
        : `${backlogText(result, found, programme, options, terminal)}\n\n${problemCount(found)}\n`;
      await put(shown, {}, terminal);
    });
}

/** The days of a period, and the line of a report on them. */
async function printDays(
  files: readonly string[],
  options: BacklogOptions,
  period: DateSpan,
  programme: Programme,
  asAt: AsAt,
  terminal: Terminal,
): Promise<void> {
  if (options.month === undefined && options.from === undefined) throw withoutFirstDay();
  const { asAt: date, beyondPublished } = asAt;
  const sweep = new BacklogSweep(programme, { ...period, ...defined({ asAt: date, beyondPublished }) });
  const { id, target } = backlogRule(programme);
  const data = new ProblemList();
  const builder = new ReportBuilder(programme, { ...asAt, period, requirements: [id], onProblem: data.add });
  const caseload = await openCaseload(files, options, programme, terminal, data);
  await eachJourney(caseload, (journey) => {
    sweep.add(journey);
    builder.add(journey);
  });
  const days = sweep.days();
  const report = builder.result();
  const found = dataOf(data, caseload);
  if (options.json) {
    terminal.print(
      jsonText(
        "backlog days",
        { requirement: id, ...defined({ period: report.period }), days, ...found },
        options,
      ),
    );
    return;
  }
  const heading = `Backlog ${periodWords(options)}, as at ${dateWords(report.receipt.asAt)}`;
  terminal.print(
    `${daysText(heading, days, target, withFile(report, caseload, data), terminal)}\n\n${problemCount(found)}\n`,
  );
}

function withoutFirstDay(): ProgrammeFault {
  return new ProgrammeFault({
    code: "cli/period",
    given: "--until alone",
    allowed: "--month, or --from with or without --until",
    todo: "Say from which day on.",
  });
}

function daysText(
  heading: string,
  days: readonly BacklogDay[],
  target: Target,
  report: Report,
  terminal: Terminal,
): string {
  const { lines } = report;
  const notes = lines.length === 0 ? [] : lineNotes(lines);
  return [
    ...headed(terminal, heading),
    ...leftOutLines(report, terminal),
    ...notes.map((note) => wrapped(note, terminal.columns)),
    "",
    days.length === 0 ? "None of these days is over." : dayRows(days, target, terminal),
  ].join("\n");
}

function dayRows(days: readonly BacklogDay[], target: Target, terminal: Terminal): string {
  const rows = days.map(({ on, received, entered, left, inBacklog, undetermined, share, longest }) => [
    dateWords(on),
    String(received),
    String(entered),
    String(left),
    String(inBacklog),
    undetermined === 0 ? "" : String(undetermined),
    String(share.of),
    shareWords({ best: share, worst: { count: share.count + undetermined, of: share.of }, target }),
    longest === undefined ? "" : `${longest.journey}, ${ageWords(longest.ageWorkingDays)}`,
  ]);
  const columns: Column[] = [
    "At the close of",
    ...["Received", "Came in", "Went out", "In backlog"].map(rightColumn),
    { ...rightColumn("Unknown"), optional: true },
    ...["Of", "Share"].map(rightColumn),
    { heading: "Longest wait", optional: true },
  ];
  return tableOrList(columns, rows, terminal.columns, ([on, , entered, left, inBacklog, , of, share]) =>
    wrapped(
      `${on}: ${inBacklog} of ${of}, ${share}; ${entered} came in, ${left} went out`,
      terminal.columns,
      listed,
    ),
  );
}

function backlogText(
  result: Backlog,
  data: FileData,
  programme: Programme,
  { most, programme: name }: BacklogOptions,
  terminal: Terminal,
): string {
  const { share, shares, waiting } = result;
  const highest = { ...share, count: Math.min(share.of, share.count + result.undetermined) };
  const { target } = backlogRule(programme);
  const percent = (each: Share) => formatShare(each, percentAsked(target));
  const measured = result.measuredOn === result.asAt ? "as at" : "at the close of";
  const unsure = result.undetermined === 0 ? "" : `; for ${result.undetermined} the data does not say`;
  const head = headed(
    terminal,
    `Backlog ${measured} ${dateWords(result.measuredOn)}`,
    `${result.inBacklog} in backlog, ${shareWords({ worst: highest, best: result.share, target })} of ${result.share.of} (target ${targetWords(target)})${unsure}.`,
    `${result.undetermined === 0 ? "Of" : "At least, of"} all referrals to date ${percent(shares["all-to-date"])}; of those still open ${percent(shares.open)}; received this month ${percent(shares["received-in-month"])}.`,
  );
  head.splice(1, 0, ...leftOutLines(data, terminal));
  const [standard] = result.requirement.split("/");
  const where = `What each question asks: programme-rules rules show ${standard} --programme ${name}`;
  const rest = waiting.length - most;
  return [
    ...head,
    ...(waiting.length === 0 ? [] : ["", waitingRows(waiting.slice(0, most), terminal)]),
    ...(rest > 0 ? [`… and ${rest} more; --most ${waiting.length} lists them.`] : []),
    "",
    otherRows(result, target, terminal),
    wrapped(where, terminal.columns),
  ].join("\n");
}

/** The share with one question read otherwise at a time, the rest as above. */
function otherRows({ otherReadings }: Backlog, target: Target, terminal: Terminal): string {
  const rows = otherReadings.map(({ reading, answer, share, undetermined }) => [
    `${reading}=${answer}`,
    String(share.count),
    String(share.of),
    formatShare(share, percentAsked(target)),
    undetermined === 0 ? "" : String(undetermined),
  ]);
  const columns: Column[] = [
    { heading: "Read otherwise", shrinks: true },
    ...["In backlog", "Of", "Share"].map(rightColumn),
    { ...rightColumn("Unknown"), optional: true },
  ];
  return tableOrList(columns, rows, terminal.columns, ([read, count, of, share]) =>
    wrapped(`${read}: ${count} of ${of}, ${share}`, terminal.columns, listed),
  );
}

function waitingRows(waiting: Backlog["waiting"], terminal: Terminal): string {
  const rows = waiting.map((each) => [
    each.journey,
    dateWords(each.receivedOn),
    String(each.ageWorkingDays ?? "?"),
    dateWords(each.since),
    each.adviser ?? "",
    each.work.join(", "),
  ]);
  const columns: Column[] = [
    "Referral",
    "Received",
    rightColumn("Working days"),
    "In backlog since",
    "Adviser",
    { heading: "Work left", shrinks: true },
  ];
  return tableOrList(columns, rows, terminal.columns, ([journey, , age, since, , work]) =>
    wrapped(`${journey}: ${age} working days, in backlog since ${since} (${work})`, terminal.columns, listed),
  );
}

/** How long somebody has waited; not counted from before the first bank holiday that is known. */
function ageWords(age: number | undefined): string {
  return age === undefined ? "since before the bank holidays known" : numbered(age, "working day");
}
