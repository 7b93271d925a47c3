import { writeFileSync } from "node:fs";
import type { Command } from "commander";
import { longMonth } from "../date/index.js";
import { ProgrammeFault, shown } from "../fault.js";
import { type ReturnDue, returnsDue } from "../returns/index.js";
import { joined } from "../rules/index.js";
import { chooseRules } from "./choose-programme.js";
import { readContractLog } from "./contract-log.js";
import { returnsCalendar } from "./icalendar.js";
import { asAtOf, CONTRACT_LOG, type RuleOptions, ruleCommand } from "./options.js";
import { table } from "./table.js";
import { listed, styled, type Terminal, wrapped } from "./terminal.js";
import { dateWords, returnWords } from "./words.js";

interface ReturnsCommandOptions extends RuleOptions {
  readonly from: string;
  readonly to: string;
  readonly nation?: string;
  readonly review: readonly string[];
  readonly contractLog?: string;
  readonly ics?: string;
}

/** `returns`: what a contract owes the department over a span, and the same as a calendar file. */
export function returnsCommand(terminal: Terminal): Command {
  return ruleCommand("returns", "What a contract owes the Department over a span, by due date", terminal)
    .requiredOption("--from <date>", "the first day of the span")
    .requiredOption("--to <date>", "the last day of the span")
    .option("--nation <nation>", "whose bank holidays count")
    .option(
      "--review <date>",
      "a planned contract performance review; may be given again",
      (date, before: string[]) => [...before, date],
      [],
    )
    .option(...CONTRACT_LOG)
    .option("--ics <file>", "also write the dates as a calendar file (iCalendar)")
    .addHelpText(
      "after",
      `
Examples:
  programme-rules returns --from 2021-04-01 --to 2021-06-30 --review 2021-04-20
  programme-rules returns --programme work-programme --nation scotland --from 2014-01-01 --to 2014-12-31 --ics returns.ics`,
    )
    .action((options: ReturnsCommandOptions) => {
      const rules = chooseRules(options.programme, options.reading);
      const log = options.contractLog === undefined ? undefined : readContractLog(options.contractLog);
      const { asAt, ...rest } = asAtOf(options);
      const rows = returnsDue(rules, {
        ...rest,
        from: options.from,
        to: options.to,
        reviewsOn: options.review,
        ...(options.nation === undefined ? {} : { nation: options.nation }),
        ...(log === undefined ? {} : { contractLog: log }),
      });
      if (options.ics !== undefined) {
        const contract = log?.id;
        write(options.ics, returnsCalendar(rows, { title: rules.title, asAt: String(asAt), contract }));
      }
      terminal.print(
        options.json === true
          ? `${JSON.stringify({ command: "returns", from: options.from, to: options.to, returns: rows }, null, 2)}\n`
          : returnsText(rows, rules.title, options, terminal),
      );
    });
}

function write(path: string, text: string): void {
  try {
    writeFileSync(path, text);
  } catch {
    throw new ProgrammeFault({
      code: "cli/cannot-write",
      given: `the file ${shown(path)}`,
      allowed: "a path that can be written to",
      todo: "Check the folder and its permissions.",
    });
  }
}

function returnsText(
  rows: readonly ReturnDue[],
  title: string,
  { from, to, asAt, ics }: ReturnsCommandOptions,
  terminal: Terminal,
): string {
  const head = styled(terminal, "bold", `${title}: due ${dateWords(from)} to ${dateWords(to)}`);
  const written = ics === undefined ? [] : [`${rows.length} dates written to ${ics}.`];
  const cells = rows.map((row) => [
    dateWords(row.dueOn),
    returnWords(row),
    row.forMonth === undefined ? "" : longMonth(row.forMonth),
    sentWords(row, asAt),
    [row.reason, ...elsewhereWords(row)].join(" "),
  ]);
  const columns = [
    { heading: "Due" },
    { heading: "Return or review" },
    { heading: "For" },
    { heading: "Done" },
    { heading: "Why that day", wraps: true as const },
  ];
  const narrow = () =>
    cells
      .map(([due, what, month, sent, why]) =>
        wrapped(
          `${due}  ${what}${month === "" ? "" : `, ${month}`}${sent === "" ? "" : `, ${sent}`}. ${why}`,
          terminal.columns,
          { rest: "  " },
        ),
      )
      .join("\n");
  const body = rows.length === 0 ? "Nothing is due." : (table(columns, cells, terminal.columns) ?? narrow());
  const foot = "The contract takes precedence. Not legal advice.";
  return `${[wrapped(head, terminal.columns), body, ...written.map((line) => wrapped(line, terminal.columns, listed)), foot].join("\n\n")}\n`;
}

/** As at a day: what is due that very day, or later, is still open. */
function sentWords({ doneOn, dueOn, outstanding }: ReturnDue, asAt: string): string {
  if (doneOn !== undefined && doneOn <= asAt) return `${doneOn > dueOn ? "late, " : ""}${dateWords(doneOn)}`;
  if (outstanding === undefined && doneOn === undefined) return "";
  return dueOn < asAt ? "outstanding" : "open";
}

function elsewhereWords({ elsewhere = [] }: ReturnDue): string[] {
  if (elsewhere.length === 0) return [];
  const days = elsewhere.map(({ calendar, dueOn }) => `${dateWords(dueOn)} (${calendar})`);
  return [`Elsewhere ${joined(days)}.`];
}
