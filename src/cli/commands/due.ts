import type { Command } from "commander";
import { type WorkItem, Worklist } from "../../deadlines/index.js";
import { ProblemList } from "../../journey/index.js";
import { counted, type Programme } from "../../rules/index.js";
import { eachJourney, openCaseload } from "../input/caseload-file.js";
import {
  chosen,
  type FileCommandOptions,
  fileCommand,
  REFERRALS,
  wholeNumber,
} from "../input/command-options.js";
import { put } from "../output/destination.js";
import { jsonPieces, type ValueOptions, WITH_VALUES } from "../output/formats.js";
import { dataOf, type FileData, leftOutLines, nothingAsked, problemCount } from "../output/remarks.js";
import { listed, styled, type Terminal, wrapped } from "../output/terminal.js";
import { type Column, tableOrListLines } from "../output/text-table.js";
import { dateWords } from "../output/value-text.js";

interface DueOptions extends FileCommandOptions, ValueOptions {
  readonly withinWorkingDays: number;
  readonly adviser?: string;
}

/** `due`: what is still to be done, overdue first. */
export function dueCommand(terminal: Terminal): Command {
  return fileCommand("due", "What is still to be done: overdue first, then by due date", terminal)
    .argument(...REFERRALS)
    .option("--within-working-days <number>", "how far ahead to look", wholeNumber, 5)
    .option(...WITH_VALUES)
    .option("--adviser <id>", "only this adviser's")
    .addHelpText(
      "after",
      `
Example:
  programme-rules due --as-at 2021-06-30 --within-working-days 10 referrals.csv`,
    )
    .action(async (files: readonly string[], options: DueOptions) => {
      const { programme, asAt } = chosen(options);
      const { withinWorkingDays } = options;
      const data = new ProblemList();
      const list = new Worklist(programme, { ...asAt, withinWorkingDays, onProblem: data.add });
      const caseload = await openCaseload(files, options, programme, terminal, data);
      await eachJourney(caseload, (journey) => {
        if (options.adviser === undefined || journey.attributes?.adviser === options.adviser)
          list.add(journey);
      });
      const items = list.items();
      const found = dataOf(data, caseload);
      const json = () => jsonPieces("due", { asAt: asAt.asAt, items, ...found }, options);
      const text = () => dueText(items, found, programme, options, terminal);
      await put(options.json ? json() : text(), {}, terminal);
    });
}

/** Work whose record cannot be read is not known to be done, nor owed where nobody recorded a leaving. */
function notKnown(items: readonly WorkItem[]): string {
  const unread = items.filter(({ unreadable }) => unreadable).length;
  const without = items.filter(({ notRecorded }) => notRecorded).length;
  const unrecorded = new Set(items.filter((item) => item.unrecorded).map(({ journey }) => journey)).size;
  return [
    unread > 0 &&
      `\nNot known: ${counted(unread, "row")} above with a record that cannot be read, so that it may be done already.`,
    without > 0 &&
      `\nNot known: ${counted(without, "row")} above with work that the data does not record, so that it may be done already.`,
    unrecorded > 0 &&
      `\nNot known: when the people of ${counted(unrecorded, "referral")} above left; their longest stay is over. Record the leaving dates.`,
  ]
    .filter((line) => line !== false)
    .join("");
}

function* dueText(
  items: readonly WorkItem[],
  data: FileData,
  programme: Programme,
  options: DueOptions,
  terminal: Terminal,
): Generator<string> {
  const none = nothingAsked(programme);
  if (none !== undefined) yield wrapped(none, terminal.columns);
  else for (const line of itemLines(items, data, options, terminal)) yield `${line}\n`;
  yield `${none === undefined ? "" : "\n"}\n${problemCount(data)}${notKnown(items)}\n`;
}

function* itemLines(
  items: readonly WorkItem[],
  data: FileData,
  options: DueOptions,
  terminal: Terminal,
): Generator<string> {
  const overdue = items.filter((item) => item.overdue).length;
  const day = dateWords(options.asAt);
  const within = options.withinWorkingDays;
  const ahead = within === 0 ? `on ${day}` : `within ${counted(within, "working day")} of ${day}`;
  const count = styled(terminal, "bold", `${overdue} overdue, ${items.length - overdue} due ${ahead}`);
  yield* [count, ...leftOutLines(data, terminal)];
  if (items.length === 0) return;
  const columns: Column[] = [
    "Due",
    "Working days",
    "Referral",
    "Adviser",
    "Requirement",
    { heading: "What it asks", shrinks: true },
  ];
  const style = (text: string) => styled(terminal, "red", text);
  const cells = (item: WorkItem) => {
    const due = dateWords(item.dueOn);
    return [
      item.overdue ? { text: due, style } : due,
      leftWords(item),
      item.journey,
      item.adviser ?? "",
      item.requirement,
      item.title,
    ];
  };
  const rows = {
    *[Symbol.iterator]() {
      for (const item of items) yield cells(item);
    },
  };
  const narrow = (_row: unknown, at: number) => {
    const item = items[at]!;
    const { dueOn, journey, title, workingDaysLeft } = item;
    // No heading says what is left.
    const left = leftWords(item).replace(/^\d+/, counted(Math.abs(workingDaysLeft ?? 0), "working day"));
    return wrapped(`${dateWords(dueOn)} (${left}) ${journey}: ${title}`, terminal.columns, listed);
  };
  yield "";
  yield* tableOrListLines<ReturnType<typeof cells>[number]>(columns, rows, terminal.columns, narrow);
}

function leftWords(item: WorkItem): string {
  const { overdue, workingDaysLeft, expected, unrecorded, unreadable, notRecorded } = item;
  if (unrecorded) return "leaving date?";
  if (workingDaysLeft === undefined) return "after the bank holidays known";
  const left = overdue
    ? `${workingDaysLeft === 0 ? "just" : -workingDaysLeft} overdue`
    : workingDaysLeft === 0
      ? "today"
      : `${workingDaysLeft} left`;
  return `${left}${expected ? ", expected" : ""}${unreadable || notRecorded ? ", not known" : ""}`;
}
