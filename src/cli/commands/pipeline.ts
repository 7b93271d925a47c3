import { Command } from "commander";
import { defined } from "../../defined.js";
import { verdictWords } from "../../explanation/index.js";
import { ProgrammeFault, shown } from "../../fault.js";
import { checkPipeline, type PipelineChecked, type PipelineRow } from "../../returns/index.js";
import { formatCitation } from "../../rules/index.js";
import { chooseProgramme, programmeNames } from "../input/programme-choice.js";
import { openTable, records } from "../input/table-file.js";
import { type Printable, put } from "../output/destination.js";
import { type Format, type FormatOptions, formatOf, printedResult, withFormats } from "../output/formats.js";
import { NO_PROBLEMS } from "../output/remarks.js";
import type { Terminal } from "../output/terminal.js";
import { rightColumn } from "../output/text-table.js";
import { countWords, dateWords } from "../output/value-text.js";

interface PipelineOptions extends FormatOptions {
  readonly programme: string;
  readonly inMonth: string;
  readonly returnedOn?: string;
  readonly private?: boolean;
  readonly nation?: string;
  readonly asAt: string;
}

/** `pipeline`: this month's flat file against last month's. */
export function pipelineCommand(terminal: Terminal): Command {
  return withFormats(new Command("pipeline"))
    .description("This month's pipeline file against last month's: every total that changed, and its day")
    .argument("<this>", "this month's CSV: group, cohort (2013-06), count")
    .argument("<last>", "last month's")
    .option(
      "--programme <name>",
      `${programmeNames.join(", ")}, or a programme written in JSON`,
      "work-programme-v2",
    )
    .option("--in-month <month>", "the month in which it is due; that of the as-at date unless given")
    .option("--returned-on <date>", "the day it was sent")
    .option("--private", "its covering e-mail is marked private")
    .option("--no-private", "its covering e-mail is not marked private")
    .option("--nation <nation>", "whose bank holidays count")
    .option("--as-at <date>", "the day to judge by", terminal.today)
    .option("--json", "print JSON instead of text")
    .addHelpText(
      "after",
      `
Example:
  programme-rules pipeline --in-month 2014-05 --returned-on 2014-05-08 --no-private may.csv april.csv`,
    )
    .action(async (thisFile: string, lastFile: string, options: PipelineOptions) => {
      const [thisMonth, lastMonth] = [await rowsOf(thisFile), await rowsOf(lastFile)];
      const { returnedOn, nation } = options;
      const found = checkPipeline(
        chooseProgramme(options.programme, []),
        {
          inMonth: options.inMonth ?? options.asAt.slice(0, 7),
          thisMonth,
          lastMonth,
          ...defined({ returnedOn, markedPrivate: options.private, nation }),
        },
        { asAt: options.asAt },
      );
      await put(text(found, formatOf(options), terminal), options, terminal);
    });
}

const TITLES = {
  totals: "Totals of every group and cohort are last month's",
  returned: "Returned in time",
  "not-private": "The covering e-mail is not marked private",
} as const;

function text(found: PipelineChecked, format: Format, terminal: Terminal): Printable {
  const { differences, exempt, newCohort, newCohortBasis, dueOn, checks } = found;
  const added = exempt.reduce((sum, { change }) => sum + change, 0);
  const due = dueOn === null ? "nations differ: name one with --nation" : dateWords(dueOn);
  return printedResult(
    {
      command: "pipeline",
      result: found,
      title: `Pipeline file due in ${found.inMonth} (${due}): ${changedWords(differences.length)}`,
      columns: ["Group", "Cohort", ...["Last month", "This month", "Change"].map(rightColumn)],
      rows: differences.map(({ group, cohort, lastMonth, thisMonth, change }) => [
        group,
        cohort,
        countWords(lastMonth),
        countWords(thisMonth),
        `${change > 0 ? "+" : ""}${change}`,
      ]),
      csv: {
        headings: ["group", "cohort", "last_month", "this_month", "change"],
        rows: differences.map(({ group, cohort, lastMonth, thisMonth, change }) => [
          group,
          cohort,
          lastMonth,
          thisMonth,
          change,
        ]),
      },
      notes: [
        ...checks.map(
          ({ check, verdict, reason, citation }) =>
            `${verdictWords(verdict)}: ${TITLES[check]}${reason === undefined ? "" : ` (${reason.replaceAll("-", " ")})`}${citation === undefined ? "" : ` ${formatCitation(citation)}`}`,
        ),
        ...(newCohort === null || exempt.length === 0
          ? []
          : [
              `Left out: the new cohort ${newCohort}, ${countWords(added)} people${newCohortBasis === "assumed" ? " (that it is exempt is assumed: the source does not say so)" : ""}.`,
            ]),
      ],
      trouble: { ...NO_PROBLEMS, areListed: true },
    },
    format,
    terminal,
  );
}

function changedWords(count: number): string {
  if (count === 0) return "no total has changed";
  return count === 1 ? "1 total has changed" : `${count} totals have changed`;
}

async function rowsOf(file: string): Promise<PipelineRow[]> {
  const rows: PipelineRow[] = [];
  const table = await openTable(file);
  requireColumns(
    file,
    table.header.names.map((name) => name.trim()),
  );
  for await (const { cells, line } of records(table)) {
    const { group = "", cohort = "", count = "" } = cells;
    if (!/^\d{1,9}$/.test(count) || group === "" || !/^\d{4}-\d{2}$/.test(cohort)) throw rowFault(file, line);
    rows.push({ group, cohort, count: Number(count) });
  }
  return rows;
}

function requireColumns(file: string, names: readonly string[]): void {
  const missing = ["group", "cohort", "count"].filter((name) => !names.includes(name));
  if (missing.length === 0) return;
  throw new ProgrammeFault({
    code: "cli/pipeline-columns",
    given: `${shown(file)} without ${missing.join(" and ")}`,
    allowed: "the columns group, cohort, count; others are passed over",
    todo: "Name the columns so in its first line.",
  });
}

function rowFault(file: string, line: number): ProgrammeFault {
  return new ProgrammeFault({
    code: "cli/pipeline-row",
    given: `${shown(file)}, line ${line}, which cannot be read`,
    allowed: "a group, a cohort such as 2013-06, and a whole count from 0",
    todo: "Correct the line: a check of half a file would be no check.",
  });
}
