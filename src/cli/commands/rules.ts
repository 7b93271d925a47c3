import { Command } from "commander";
import { shown } from "../../fault.js";
import { programmePage, standardSection } from "../../rulebook/index.js";
import {
  type Difference,
  diff,
  type Programme,
  readingsBehind,
  type Standard,
  sayRequirement,
  targetWords,
} from "../../rules/index.js";
import { unknownWord } from "../../unknown-word.js";
import { chooseProgramme } from "../input/programme-choice.js";
import { jsonText } from "../output/formats.js";
import { PRECEDENCE } from "../output/remarks.js";
import { hanging, headed, listed, styled, type Terminal, wrapped } from "../output/terminal.js";
import { type Column, tableOrList } from "../output/text-table.js";

/** `rules`: what a programme asks, one standard in full, or how two programmes differ. */
export function rulesCommand(terminal: Terminal): Command {
  return new Command("rules")
    .description("What a programme asks; one standard in full; how two programmes differ")
    .argument("[programme]", "a programme, to list its standards")
    .option("--markdown", "print its whole page of the rule book")
    .option("--json", "print the programme itself as JSON")
    .addHelpText(
      "after",
      `
Examples:
  programme-rules rules whp-jets
  programme-rules rules show css-7 --programme whp-core
  programme-rules rules diff whp-core whp-jets`,
    )
    .action((name: string | undefined, options: { markdown?: true; json?: true }) => {
      const programme = chooseProgramme(name ?? "whp-jets", []);
      if (options.json) terminal.print(`${JSON.stringify(programme, null, 2)}\n`);
      else if (options.markdown) terminal.print(`${programmePage(programme)}\n`);
      else terminal.print(listing(programme, terminal));
    })
    .addCommand(showCommand(terminal))
    .addCommand(diffCommand(terminal));
}

function showCommand(terminal: Terminal): Command {
  return new Command("show")
    .description("One standard in full: its requirements, targets, readings and source")
    .argument("<standard>", "such as css-7")
    .option("--programme <name>", "the programme it is of", "whp-jets")
    .action((id: string, options: { programme: string }) => {
      const programme = chooseProgramme(options.programme, []);
      const [standardId] = id.split("/");
      const standard = programme.standards.find((each) => each.id === standardId);
      if (standard === undefined) {
        throw unknownWord({
          code: "cli/standard",
          given: `the standard ${shown(id)} of ${programme.id}`,
          allowed: programme.standards.map((each) => each.id),
          written: id,
          todo: "Choose one of these.",
        });
      }
      const ids = standard.requirements.map((each) => each.id);
      if (id !== standardId && !ids.includes(id))
        throw unknownWord({
          code: "cli/requirement",
          given: `the requirement ${shown(id)} of ${programme.id}`,
          written: id,
          allowed: ids,
          todo: "Choose one of these, or the standard alone.",
        });
      const lines = plain(standardSection(programme, standard)).map((line) =>
        wrapped(line, terminal.columns, { rest: line.startsWith("- ") ? "  " : "" }),
      );
      terminal.print(`${[...lines, ...questions(programme, standard, terminal)].join("\n")}\n`);
    });
}

/** What the text leaves open about a standard: each question once, with its answers. */
function questions(programme: Programme, { requirements }: Standard, terminal: Terminal): string[] {
  const behind = requirements.flatMap(({ id }) => readingsBehind(programme, id));
  const asked = [...new Map(behind.map((reading) => [reading.id, reading])).values()];
  if (asked.length === 0) return [];
  const said = asked.flatMap(({ id, question, answers }) => [
    wrapped(`${id}: ${question}`, terminal.columns, hanging),
    ...answers.map((each) => wrapped(`- ${each.id}: ${each.says}`, terminal.columns, listed)),
  ]);
  const head = "How the text can be read (the first answer, unless --reading chooses another)";
  return ["", styled(terminal, "bold", wrapped(head, terminal.columns)), ...said];
}

function diffCommand(terminal: Terminal): Command {
  return new Command("diff")
    .description("How two programmes differ, in words")
    .argument("<one>", "a programme")
    .argument("<other>", "another")
    .option("--json", "print JSON instead of text")
    .action((one: string, other: string, _options: object, command: Command) => {
      const { json } = command.optsWithGlobals<{ json?: true }>();
      const [before, after] = [chooseProgramme(one, []), chooseProgramme(other, [])];
      const differences = diff(before, after);
      if (json) terminal.print(jsonText("rules diff", { differences }));
      else {
        const lines = [...differences]
          .sort(weightiestFirst)
          .flatMap(inWords)
          .map((line) => wrapped(line, terminal.columns, hanging));
        const head = `From ${before.id} ${before.edition} to ${after.id} ${after.edition}`;
        const said = [styled(terminal, "bold", head), "", ...lines];
        terminal.print(`${lines.length === 0 ? "No difference." : said.join("\n")}\n`);
      }
    });
}

/** A page of the rule book as lines for a terminal: no anchors, links or emphasis. */
function plain(markdown: string): string[] {
  return markdown
    .split("\n")
    .filter((line) => !line.startsWith("<a id="))
    .map((line) => line.replace(/\[([^\]]*)\]\(#[^)]*\)/g, "$1").replace(/^#+ |\*\*|`/g, ""));
}

const WEIGHT = [
  "requirement",
  "return",
  "outcome",
  "minimum performance level",
  "standard",
  "group",
  "reading",
];

/** What is asked comes before how it is told; within that, the order of the data. */
function weightiestFirst(one: Difference, other: Difference): number {
  const weight = ({ about }: Difference) => (WEIGHT.includes(about) ? WEIGHT.indexOf(about) : WEIGHT.length);
  return weight(one) - weight(other);
}

/** A difference as a line; where a citation moved nothing is said, and of a whole structure only that it differs. */
function inWords({ says, field, from = "", to = "", id }: Difference): string[] {
  if (field === "citation" || field === "sources") return [];
  return [/^[[{]/.test(from) || /^[[{]/.test(to) ? `${id}, ${field}: differs` : says];
}

function listing(programme: Programme, terminal: Terminal): string {
  const rows = programme.standards.flatMap(({ requirements }) =>
    requirements.map((each) => [each.id, targetWords(each.target), sayRequirement(programme, each)]),
  );
  const columns: Column[] = ["Requirement", "Target", { heading: "What it asks", wraps: true }];
  const body = tableOrList(columns, rows, terminal.columns, ([id, target, title]) =>
    wrapped(`${id} (${target}): ${title}`, terminal.columns, hanging),
  );
  const [head] = headed(terminal, `${programme.title} (${programme.id} ${programme.edition})`);
  const foot = `${programme.readings.length} open questions of reading; \`rules show\` says which and how, by standard.\n${PRECEDENCE}`;
  return `${head}\n\n${body}\n\n${foot}\n`;
}
