import { Command, CommanderError, Help, type Option } from "commander";
import { ProgrammeFault } from "../fault.js";
import { visibleLines } from "../visible.js";
import { backlogCommand } from "./commands/backlog.js";
import { calendarCommand } from "./commands/calendar.js";
import { checkCommand } from "./commands/check.js";
import { cohortsCommand } from "./commands/cohorts.js";
import { datesCommand } from "./commands/dates.js";
import { dueCommand } from "./commands/due.js";
import { explainCommand } from "./commands/explain.js";
import { groundsCommand } from "./commands/grounds.js";
import { mapCommand } from "./commands/map.js";
import { offerCommand } from "./commands/offer.js";
import { pipelineCommand } from "./commands/pipeline.js";
import { readingsCommand } from "./commands/readings.js";
import { reportCommand } from "./commands/report.js";
import { returnsCommand } from "./commands/returns.js";
import { reviewCommand } from "./commands/review.js";
import { rulesCommand } from "./commands/rules.js";
import { PRECEDENCE } from "./output/remarks.js";
import { guarded, styled, type Terminal } from "./output/terminal.js";

declare const PACKAGE_VERSION: string;

/** Runs a command line and gives its exit code: that of a check, 2 for input that cannot be used, else 0. */
export async function run(words: readonly string[], terminal: Terminal): Promise<number> {
  let code = 0;
  const safe = guarded(terminal);
  const program = commandLine(safe, (result) => {
    code = result;
  });
  try {
    await program.parseAsync([...words], { from: "user" });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    if (!(error instanceof ProgrammeFault)) throw error;
    safe.note(`${problemInRed(forCommandLine(visibleLines(error.message)), terminal)}\n`);
    return 2;
  }
}

function problemInRed(message: string, terminal: Terminal): string {
  return message.replace(/^[^:]*:/, (words) => styled(terminal, "red", words));
}

/** What the library calls an option is a flag here. */
function forCommandLine(message: string): string {
  return message.replace('pass { beyondPublished: "project" } to', "add --project to");
}

/** Says which options must be given, and nothing of lists that are empty at first. */
function optionDescription(this: Help, option: Option): string {
  const text = Help.prototype.optionDescription.call(this, option).replace(/ \(default: \[\]\)$/, "");
  return option.mandatory ? `${text} (must be given)` : text;
}

function commandLine(terminal: Terminal, exit: (code: number) => void): Command {
  const program = new Command("programme-rules")
    .description("The contract rules of UK employment programmes, assessed against real caseloads.")
    .version(PACKAGE_VERSION)
    .addHelpText(
      "after",
      `
Examples:
  programme-rules check --programme whp-jets --as-at 2021-06-30 referrals.csv
  programme-rules dates --received 2021-04-01

${PRECEDENCE}`,
    );
  const commands = [
    checkCommand(terminal, exit),
    mapCommand(terminal),
    reportCommand(terminal),
    backlogCommand(terminal),
    dueCommand(terminal),
    explainCommand(terminal),
    datesCommand(terminal),
    returnsCommand(terminal),
    reviewCommand(terminal),
    cohortsCommand(terminal),
    pipelineCommand(terminal),
    readingsCommand(terminal),
    groundsCommand(terminal),
    rulesCommand(terminal),
    calendarCommand(terminal),
    offerCommand(terminal),
  ];
  for (const command of [program, ...commands, ...commands.flatMap((each) => each.commands)]) {
    command
      .exitOverride()
      .configureHelp({ optionDescription })
      .configureOutput({
        writeOut: terminal.print,
        writeErr: terminal.note,
        getOutHelpWidth: () => terminal.columns,
        getErrHelpWidth: () => terminal.columns,
      });
  }
  for (const command of commands) program.addCommand(command);
  return program;
}
