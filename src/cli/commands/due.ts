import type { Command } from "commander";
import { type WorkItem, Worklist } from "../../deadlines/index.js";
import { ProblemList } from "../../journey/index.js";
import { counted } from "../../rules/index.js";
import { eachJourney, openCaseload } from "../input/caseload-file.js";
import {
  chosen,
  type FileCommandOptions,
  fileCommand,
  REFERRALS,
  wholeNumber,
} from "../input/command-options.js";
import { jsonText, type ValueOptions, WITH_VALUES } from "../output/formats.js";
import { dataOf, type FileData, leftOutLines, nothingAsked, problemCount } from "../output/remarks.js";
import { listed, styled, type Terminal, wrapped } from "../output/terminal.js";
import { type Column, tableOrList } from "../output/text-table.js";
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
      if (options.json) {
        terminal.print(jsonText("due", { asAt: asAt.asAt, items, ...found }, options));
      } else {
        const none = nothingAsked(programme);
        const text =
          none === undefined ? dueText(items, found, options, terminal) : wrapped(none, terminal.columns);
        terminal.print(`${text}\n\n${problemCount(found)}${notKnown(items)}\n`);
      }
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

function dueText(
  items: readonly WorkItem[],
  data: FileData,
  options: DueOptions,
  terminal: Terminal,
): string {
  const overdue = items.filter((item) => item.overdue).length;
  const day = dateWords(options.asAt);
  const within = options.withinWorkingDays;
  const ahead = within === 0 ? `on ${day}` : `within ${counted(within, "working day")} of ${day}`;
  const count = styled(terminal, "bold", `${overdue} overdue, ${items.length - overdue} due ${ahead}`);
  const head = [count, ...leftOutLines(data, terminal)].join("\n");
  if (items.length === 0) return head;
  const columns: Column[] = [
    "Due",
    "Working days",
    "Referral",
    "Adviser",
    "Requirement",
    { heading: "What it asks", shrinks: true },
  ];
  const rows = items.map((item) => [
    {
      text: dateWords(item.dueOn),
      style: (text: string) => (item.overdue ? styled(terminal, "red", text) : text),
    },
    leftWords(item),
    item.journey,
    item.adviser ?? "",
    item.requirement,
    item.title,
  ]);
  const narrow = (_row: unknown, at: number) => {
    const item = items[at]!;
    const { dueOn, journey, title, workingDaysLeft } = item;
    // No heading says what is left.
    const left = leftWords(item).replace(/^\d+/, counted(Math.abs(workingDaysLeft ?? 0), "working day"));
    return wrapped(`${dateWords(dueOn)} (${left}) ${journey}: ${title}`, terminal.columns, listed);
  };
  return [head, "", tableOrList<(typeof rows)[number][number]>(columns, rows, terminal.columns, narrow)].join(
    "\n",
  );
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
