import { readFileSync, statSync } from "node:fs";
import type { Command } from "commander";
import { longMonth } from "../../date/index.js";
import { defined } from "../../defined.js";
import { ProgrammeFault, shown } from "../../fault.js";
import { type ReturnDue, returnsDue } from "../../returns/index.js";
import { joined } from "../../rules/index.js";
import {
  asAtOf,
  CONTRACT_LOG,
  collected,
  type RuleCommandOptions,
  ruleCommand,
} from "../input/command-options.js";
import { readContractLog } from "../input/json-file.js";
import { chooseRules } from "../input/programme-choice.js";
import { writeWhole } from "../output/destination.js";
import { jsonText } from "../output/formats.js";
import { isReturnsCalendar, returnsCalendar, returnWords } from "../output/icalendar.js";
import { PRECEDENCE } from "../output/remarks.js";
import { hanging, headed, listed, type Terminal, wrapped } from "../output/terminal.js";
import { type Column, tableOrList } from "../output/text-table.js";
import { dateWords } from "../output/value-text.js";

interface ReturnsCommandOptions extends RuleCommandOptions {
  readonly from: string;
  readonly to: string;
  readonly nation?: string;
  readonly review: readonly string[];
  readonly contract?: string;
  readonly contractLog?: string;
  readonly ics?: string;
}

/** `returns`: what a contract owes the department over a span, and the same as a calendar file. */
export function returnsCommand(terminal: Terminal): Command {
  return ruleCommand("returns", "What a contract owes the Department over a span, by due date", terminal)
    .requiredOption("--from <date>", "the first day of the span")
    .requiredOption("--to <date>", "the last day of the span")
    .option("--nation <nation>", "whose bank holidays count")
    .option("--review <date>", "a planned contract performance review; may be given again", collected, [])
    .option(...CONTRACT_LOG)
    .option(
      "--ics <file>",
      "also write the dates as a calendar file (iCalendar), over an older one if need be",
    )
    .option(
      "--contract <name>",
      "with --ics: contracts of different names never share an entry; the log's id unless given",
    )
    .addHelpText(
      "after",
      `
Examples:
  programme-rules returns --from 2021-04-01 --to 2021-06-30 --review 2021-04-20
  programme-rules returns --programme work-programme --nation scotland --from 2014-01-01 --to 2014-12-31 --ics returns.ics`,
    )
    .action(async (options: ReturnsCommandOptions) => {
      const rules = chooseRules(options.programme, options.reading);
      const log = readContractLog(options.contractLog);
      const { asAt, ...rest } = asAtOf(options);
      const rows = returnsDue(rules, {
        ...rest,
        from: options.from,
        to: options.to,
        reviewsOn: options.review,
        ...defined({ nation: options.nation, contractLog: log }),
      });
      const contract = options.contract ?? log?.id;
      if (options.ics !== undefined) {
        const nation = options.nation ?? log?.attributes?.nation?.toString();
        refuseOtherFiles(options.ics);
        await writeWhole(
          options.ics,
          [returnsCalendar(rows, { title: rules.title, asAt: String(asAt), contract, nation })],
          true,
        );
      }
      terminal.print(
        options.json === true
          ? jsonText("returns", { from: options.from, to: options.to, returns: rows })
          : returnsText(rows, rules.title, { ...options, ...defined({ contract }) }, terminal),
      );
    });
}

/**
 * Refuses to write over a file that this command did not make: somebody's own calendar would be lost.
 *
 * @throws ProgrammeFault `cli/other-file`.
 */
function refuseOtherFiles(path: string): void {
  const isFile = statSync(path, { throwIfNoEntry: false })?.isFile() === true;
  if (!isFile || isReturnsCalendar(readFileSync(path, "utf8"))) return;
  throw new ProgrammeFault(
    {
      code: "cli/other-file",
      given: `--ics ${shown(path)}, a file that is there already and that this command did not make`,
      allowed: "a new file, or a calendar that this command made",
      todo: "Name another file with --ics.",
    },
    `${path} is there already, and this command did not make it. Name another file with --ics.`,
  );
}

function returnsText(
  rows: readonly ReturnDue[],
  title: string,
  { from, to, asAt, ics, contract }: ReturnsCommandOptions,
  terminal: Terminal,
): string {
  const [head] = headed(terminal, `${title}: due ${dateWords(from)} to ${dateWords(to)}`);
  const cells = rows.map((row) => [
    dateWords(row.dueOn),
    returnWords(row),
    row.forMonth === undefined ? "" : longMonth(row.forMonth),
    sentWords(row, asAt),
    [row.reason, ...elsewhereWords(row)].join(" "),
  ]);
  const columns: Column[] = [
    "Due",
    "Return or review",
    "For",
    "Done",
    { heading: "Why that day", wraps: true },
  ];
  const narrow = ([due, what, month, sent, why]: readonly string[]) => {
    const said = [what, month, sent].filter((part) => part !== "").join(", ");
    return wrapped(`${due}  ${said}. ${why}`, terminal.columns, hanging);
  };
  const body = rows.length === 0 ? "Nothing is due." : tableOrList(columns, cells, terminal.columns, narrow);
  const unnamed =
    contract === undefined ? " If your calendar holds several contracts, name this one with --contract." : "";
  const written =
    ics === undefined
      ? []
      : [wrapped(`${rows.length} dates written to ${ics}.${unnamed}`, terminal.columns, listed)];
  return `${[head, body, ...written, PRECEDENCE].join("\n\n")}\n`;
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
