import type { Command } from "commander";
import { type Report, type ReportLine, reportAcrossReadings } from "../compliance/index.js";
import { verdictWords } from "../explanation/index.js";
import type { Journey } from "../journey/index.js";
import type { Programme } from "../rules/index.js";
import { openCaseload } from "./caseload-file.js";
import { chosen, type FileOptions, fileCommand } from "./options.js";
import { problemCount } from "./problems.js";
import { indented, styled, type Terminal, wrapped } from "./terminal.js";
import { dateWords, verdictStyle } from "./words.js";

/** `readings`: which lines of a scorecard depend on how an open question is read. */
export function readingsCommand(terminal: Terminal): Command {
  return fileCommand(
    "readings",
    "Which lines of the scorecard depend on how an open question is read",
    terminal,
  )
    .argument("<file>", "CSV, a row a referral; all of it is held in memory")
    .addHelpText(
      "after",
      `
Example:
  programme-rules readings --as-at 2021-06-30 referrals.csv`,
    )
    .action(async (file: string, options: FileOptions) => {
      const { programme, asAt } = chosen(options);
      const caseload = await openCaseload(file, options, programme, terminal);
      const journeys: Journey[] = [];
      for await (const journey of caseload.journeys) journeys.push(journey);
      const report = reportAcrossReadings(programme, journeys, asAt);
      if (options.json) {
        const problems = [...caseload.problems, ...report.problems];
        terminal.print(`${JSON.stringify({ command: "readings", ...report, problems }, null, 2)}\n`);
        return;
      }
      terminal.print(readingsText(report, programme, terminal));
      terminal.print(`\n${problemCount(caseload.problems)}\n`);
    });
}

function readingsText(
  { receipt, journeys, lines }: Report,
  { readings }: Programme,
  terminal: Terminal,
): string {
  const head = `As at ${dateWords(receipt.asAt)}, ${journeys} referrals, ${readings.length} questions of reading, one at a time`;
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
  const same = wrapped(`The same under every answer: ${firm.join(", ")}`, terminal.columns, { rest: "  " });
  const title = styled(terminal, "bold", wrapped(head, terminal.columns));
  return `${[title, "", ...parts, ...(firm.length === 0 ? [] : ["", same])].join("\n")}\n`;
}
