import type { Command } from "commander";
import { explainedFindings, type Finding } from "../../compliance/index.js";
import { type Explanation, verdictWords } from "../../explanation/index.js";
import { ProgrammeFault, shown } from "../../fault.js";
import { type Problem, ProblemList } from "../../journey/index.js";
import { nearest } from "../../unknown-word.js";
import { openCaseload } from "../input/caseload-file.js";
import {
  chosen,
  type FileCommandOptions,
  fileCommand,
  fileWords,
  REFERRALS,
} from "../input/command-options.js";
import { type Printable, put } from "../output/destination.js";
import {
  type FormatOptions,
  formatOf,
  jsonText,
  printedTable,
  type ValueOptions,
  WITH_VALUES,
  withFormats,
} from "../output/formats.js";
import { hanging, styled, type Terminal, wrapped } from "../output/terminal.js";
import { dateWords, verdictStyle } from "../output/value-text.js";

type ExplainOptions = FileCommandOptions & FormatOptions & ValueOptions & { readonly all?: true };

/** `explain`: one referral, every finding as a sentence with its source. */
export function explainCommand(terminal: Terminal): Command {
  const command = fileCommand(
    "explain",
    "One referral: every finding as a sentence with its source",
    terminal,
  );
  return withFormats(command)
    .argument("<id>", "the referral's id")
    .argument(...REFERRALS)
    .option("--all", "also what does not apply; Markdown, CSV and JSON always have it")
    .option(...WITH_VALUES)
    .addHelpText(
      "after",
      `
Examples:
  programme-rules explain R0042 --as-at 2021-06-30 --events contacts.csv referrals.csv
  programme-rules explain R0042 --as-at 2021-06-30 --format csv referrals.csv`,
    )
    .action(async (id: string, files: readonly string[], options: ExplainOptions) => {
      const { programme, asAt } = chosen(options);
      const data = new ProblemList();
      const own = { ...asAt, onProblem: data.add };
      const caseload = await openCaseload(files, options, programme, terminal, data);
      const ids: string[] = [];
      for await (const journeys of caseload.batches) {
        const journey = journeys.find((each) => each.id === id);
        for (const each of journeys) ids.push(each.id);
        if (journey === undefined) continue;
        const explained = explainedFindings(programme, journey, own).map(
          ({ finding, explanation: { title, sentence } }) => ({ ...finding, title, sentence }),
        );
        const problems = data.problems.filter((problem) => problem.journey === id);
        const shown = printed(id, explained, problems, { ...options, asAt: String(asAt.asAt) }, terminal);
        await put(shown, options, terminal);
        return;
      }
      const near = nearest(id, ids);
      const todo =
        near === undefined
          ? "Check the id; rows that could not be used are listed by `check`."
          : `Did you mean ${near}?`;
      throw new ProgrammeFault(
        {
          code: "cli/no-such-referral",
          given: `the id ${shown(id)}, which no row of ${fileWords(files)} has`,
          allowed: "the id of a row that can be read",
          todo,
        },
        `No referral ${shown(id)} in ${fileWords(files)}. ${todo}`,
      );
    });
}

type Explained = Finding & Pick<Explanation, "title" | "sentence">;

function printed(
  id: string,
  findings: readonly Explained[],
  problems: readonly Problem[],
  options: FormatOptions & ValueOptions & { readonly asAt: string; readonly all?: true },
  terminal: Terminal,
): Printable {
  const format = formatOf(options);
  if (format === "text") return text(id, findings, problems, options, terminal);
  if (format === "json")
    return jsonText("explain", { journey: id, asAt: options.asAt, findings, problems }, options);
  const dates = ["anchor", "opens_on", "due_on", "done_on"];
  return printedTable(format, { headings: COLUMNS, rows: findings.map(cells), dates, sheet: "explain" });
}

const COLUMNS = "requirement,case,verdict,reason,anchor,opens_on,due_on,done_on,sentence".split(",");

function cells(finding: Explained) {
  const { requirement, case: number, verdict, reason, anchor, opensOn, dueOn, doneOn, sentence } = finding;
  return [requirement, number, verdict, reason, anchor?.on, opensOn, dueOn, doneOn, sentence];
}

function text(
  id: string,
  findings: readonly Explained[],
  problems: readonly Problem[],
  { asAt, all }: { readonly asAt: string; readonly all?: true },
  terminal: Terminal,
): string {
  const parts = [
    styled(terminal, "bold", `Referral ${id} as at ${dateWords(asAt)}`),
    ...problems.map(({ message }) => wrapped(message, terminal.columns, hanging)),
  ];
  const applies = ({ verdict }: Finding) => verdict !== "not-applicable";
  let last = "";
  for (const finding of findings.filter((each) => all === true || applies(each))) {
    const { requirement, title, sentence, verdict } = finding;
    if (requirement !== last) {
      parts.push("", wrapped(`${requirement}: ${title}`, terminal.columns, hanging));
    }
    last = requirement;
    parts.push(`  ${verdictStyle(terminal, verdict)(verdictWords(verdict))}`);
    parts.push(wrapped(sentence, terminal.columns, { first: "    " }));
  }
  const shown = new Set(findings.filter(applies).map(({ requirement }) => requirement));
  const hidden = new Set(findings.map(({ requirement }) => requirement).filter((id) => !shown.has(id)));
  if (all !== true && hidden.size > 0) {
    const names = [...hidden].join(", ");
    parts.push("", wrapped(`Not applicable (--all says why): ${names}`, terminal.columns, hanging));
  }
  return `${parts.join("\n")}\n`;
}
