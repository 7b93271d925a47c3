import type { Command } from "commander";
import { type Report, type ReportLine, reportAcrossReadings } from "../../compliance/index.js";
import { defined } from "../../defined.js";
import { verdictWords } from "../../explanation/index.js";
import { ProblemList } from "../../journey/index.js";
import { numbered, type Programme } from "../../rules/index.js";
import { readWholeCaseload, withFile } from "../input/caseload-file.js";
import {
  chosen,
  type FileCommandOptions,
  fileCommand,
  type PeriodOptions,
  periodOf,
  REFERRALS,
  withPeriod,
} from "../input/command-options.js";
import { type Printable, put } from "../output/destination.js";
import {
  type FormatOptions,
  formatOf,
  jsonPieces,
  printedTable,
  type ValueOptions,
  WITH_VALUES,
  withFormats,
} from "../output/formats.js";
import { leftOutLines, problemCount } from "../output/remarks.js";
import { hanging, indented, styled, type Terminal, wrapped } from "../output/terminal.js";
import { dateWords, verdictStyle } from "../output/value-text.js";

/** `readings`: which lines of a scorecard depend on how an open question is read. */
export function readingsCommand(terminal: Terminal): Command {
  const command = fileCommand(
    "readings",
    "Which lines of the scorecard depend on how an open question is read",
    terminal,
  );
  return withFormats(withPeriod(command))
    .argument(...REFERRALS)
    .option(...WITH_VALUES)
    .addHelpText(
      "after",
      `
Examples:
  programme-rules readings --as-at 2021-06-30 referrals.csv
  programme-rules readings --month 2021-05 --as-at 2021-06-21 referrals.csv
  programme-rules readings --as-at 2021-06-30 --format markdown referrals.csv`,
    )
    .action(
      async (
        files: readonly string[],
        options: FileCommandOptions & FormatOptions & PeriodOptions & ValueOptions,
      ) => {
        const { programme, asAt } = chosen(options);
        const data = new ProblemList();
        const caseload = await readWholeCaseload(files, options, programme, terminal, data);
        const period = periodOf(options);
        const asked = { ...asAt, ...defined({ period }), onProblem: data.add };
        const report = withFile(reportAcrossReadings(programme, caseload.journeys, asked), caseload, data);
        await put(printed(report, programme, options, terminal), options, terminal);
      },
    );
}

function printed(
  report: Report,
  programme: Programme,
  options: FormatOptions & ValueOptions,
  terminal: Terminal,
): Printable {
  const format = formatOf(options);
  if (format === "json") return jsonPieces("readings", report, options);
  if (format === "text") {
    return `${readingsText(report, programme, terminal)}\n${problemCount(report)}\n`;
  }
  const rows = report.lines.flatMap(({ requirement, verdict, dependsOn = [] }) =>
    dependsOn.length === 0
      ? [[requirement, verdict, "", "", ""]]
      : dependsOn.map((other) => [requirement, verdict, other.reading, other.answer, other.verdict]),
  );
  return printedTable(format, { headings: COLUMNS, rows, sheet: "readings" });
}

/** A row a verdict that another answer would change; one without an answer where none would. */
const COLUMNS = "requirement,verdict,reading,answer,verdict_under_it".split(",");

function readingsText(report: Report, { readings }: Programme, terminal: Terminal): string {
  const { receipt, journeys, lines } = report;
  const head = `As at ${dateWords(receipt.asAt)}, ${numbered(journeys, "referral")}, ${readings.length} questions of reading, one at a time`;
  const isFirm = ({ dependsOn = [] }: ReportLine) => dependsOn.length === 0;
  const parts = lines
    .filter((line) => !isFirm(line))
    .flatMap(({ requirement, verdict, dependsOn = [] }) => [
      `${requirement}  ${verdictStyle(terminal, verdict)(verdictWords(verdict))}`,
      ...dependsOn.map((other) =>
        wrapped(
          `${verdictWords(other.verdict)} under ${other.reading}=${other.answer}`,
          terminal.columns,
          indented,
        ),
      ),
    ]);
  const firm = lines.filter(isFirm).map(({ requirement }) => requirement);
  const same = wrapped(`The same under every answer: ${firm.join(", ")}`, terminal.columns, hanging);
  const where = wrapped(
    `What each question asks: programme-rules rules show ${lines[0]?.standard ?? "css-1"}, and so on.`,
    terminal.columns,
  );
  const title = styled(terminal, "bold", wrapped(head, terminal.columns));
  return `${[title, ...leftOutLines(report, terminal), "", ...parts, ...(firm.length === 0 ? [] : ["", same]), "", where].join("\n")}\n`;
}
