import { type Command, Option } from "commander";
import { markdownLine, markdownText } from "../../explanation/index.js";
import {
  type InterventionGrounds,
  type InterventionPolicy,
  interventionGrounds,
} from "../../regime/index.js";
import { type Citation, formatCitation } from "../../rules/index.js";
import { chosen, type RuleCommandOptions, ruleCommand } from "../input/command-options.js";
import { readJson } from "../input/json-file.js";
import { jsonText } from "../output/formats.js";
import { listed, styled, type Terminal, wrapped } from "../output/terminal.js";
import { dateWords } from "../output/value-text.js";

interface GroundsCommandOptions extends RuleCommandOptions {
  readonly policy?: string;
  readonly format: "text" | "markdown" | "json";
}

/** `grounds`: what speaks for which level of intervention, from figures and decisions in a file. */
export function groundsCommand(terminal: Terminal): Command {
  return ruleCommand("grounds", "What speaks for which level of intervention; decides nothing", terminal)
    .argument("<file>", "JSON: contract, indicators, standards, plan, interventions")
    .option("--policy <file>", 'a JSON file with the numbers to go by, or "none" for the text alone')
    .addOption(
      new Option("--format <format>", "how to print it")
        .choices(["text", "markdown", "json"])
        .default("text"),
    )
    .addHelpText(
      "after",
      `
Examples:
  programme-rules grounds --as-at 2021-05-31 examples/data/jets-figures.json
  programme-rules grounds --as-at 2021-05-31 --policy none --format markdown examples/data/jets-figures.json

The file's shape: programme-rules/schema/grounds-input.json; the policy's: intervention-policy.json.`,
    )
    .action((file: string, options: GroundsCommandOptions) => {
      const { programme, asAt } = chosen(options);
      const input = { ...fileContents(file), programme };
      const found = interventionGrounds(input, { asAt: asAt.asAt, ...policyOf(options) });
      terminal.print(printed(found, options, terminal));
    });
}

/** What is no object is left for the library to refuse, field by field. */
function fileContents(file: string): object {
  const value = readJson(file);
  return typeof value === "object" && value !== null && !Array.isArray(value) ? value : { contents: value };
}

function policyOf({ policy }: GroundsCommandOptions): { policy?: InterventionPolicy | null } {
  if (policy === undefined) return {};
  return { policy: policy === "none" ? null : (readJson(policy) as InterventionPolicy) };
}

function printed(
  found: InterventionGrounds,
  { json, format }: GroundsCommandOptions,
  terminal: Terminal,
): string {
  if (json === true || format === "json") return jsonText("grounds", found);
  const page = groundsPage(found);
  return format === "markdown" ? pageAsMarkdown(page) : pageAsText(page, terminal);
}

/** Grounds as a page: what is indicated, why, what is open, what follows from decisions. */
function groundsPage(found: InterventionGrounds): SectionedPage {
  const { programme, contract, asAt, policy, minimumStarts } = found;
  const of = contract === undefined ? "" : `, contract ${contract}`;
  const numbers =
    policy === null
      ? `No policy: grounds by the text alone, and of ${minimumStarts} people or more.`
      : `Policy "${policy.id}": rates of ${minimumStarts} people or more${policyWords(policy)}.`;
  return {
    title: `Grounds for intervention: ${programme.id} ${programme.edition}${of}, as at ${dateWords(asAt)}`,
    lead: ["Grounds only: a level is the Department's decision, and none is said to apply.", numbers],
    sections: sectionsOf(found).filter(({ items }) => items.length > 0),
  };
}

function policyWords({
  indexBelow,
  probabilityBelow,
  reviewMonths,
}: NonNullable<InterventionGrounds["policy"]>): string {
  const index = indexBelow === undefined ? [] : [`an index below ${indexBelow} of the profile`];
  const probability = probabilityBelow === undefined ? [] : [`a probability below ${probabilityBelow}`];
  const rules = [...index, ...probability].join(" or ");
  return rules === "" ? "" : `; ${rules} in ${reviewMonths} review months running`;
}

function sectionsOf(found: InterventionGrounds): Section[] {
  const { grounds, figures, openInterventions, duties, notices, remarks } = found;
  return [
    ...found.indicated.map(({ title, levels }) => ({
      heading: `Grounds for levels: ${title}`,
      items: levels.map(({ sentence }) => sentence),
    })),
    {
      heading: "Each ground",
      items: grounds.map(({ code, supports, strength, basis, sentence, removedBy }) => ({
        text: `${code}${supports.length === 0 ? "" : ` → ${supports.join(", ")}`} (${strength}, by the ${basis})`,
        details: [sentence, removedBy],
      })),
    },
    {
      heading: "Cannot tell yet, or not judged",
      items: figures
        .filter(({ stands }) => stands === "cannot-tell" || stands === "not-judged")
        .map(({ sentence }) => sentence),
    },
    { heading: "Decisions recorded", items: openInterventions.map(({ sentence }) => sentence) },
    {
      heading: "Notices that may follow",
      items: notices.map(({ sentence, citation }) => cited(sentence, citation)),
    },
    { heading: "Duties", items: duties.map(dutyLine) },
    { heading: "Remarks", items: remarks },
  ];
}

function dutyLine(duty: InterventionGrounds["duties"][number]): string {
  const { by, title, level, since, waived, waiverNotCounted, citation } = duty;
  const follows = level === undefined ? "" : ` (${level}, decided ${dateWords(since!)})`;
  const waiver =
    waived !== undefined
      ? `: waived, agreed${waived.agreedBy === undefined ? "" : ` by ${waived.agreedBy}`} on ${dateWords(waived.agreedOn)}`
      : waiverNotCounted === undefined
        ? ""
        : ` (a recorded waiver does not count: ${waiverNotCounted})`;
  return cited(`${by === "provider" ? "Provider" : "Department"}: ${title}${follows}${waiver}`, citation);
}

function cited(text: string, citation: Citation | undefined): string {
  return citation === undefined ? text : `${text} ${formatCitation(citation)}`;
}

/** A heading over items; each item is a line, with further lines that belong to it. */
interface Section {
  readonly heading: string;
  readonly items: readonly (string | { readonly text: string; readonly details: readonly string[] })[];
}

/** A page in sections, to be printed as text or as Markdown. */
interface SectionedPage {
  readonly title: string;
  readonly lead: readonly string[];
  readonly sections: readonly Section[];
}

/** The page for a terminal, broken to its width. */
function pageAsText({ title, lead, sections }: SectionedPage, terminal: Terminal): string {
  const head = wrapped(title, terminal.columns);
  const lines = [styled(terminal, "bold", head), ...lead.map((line) => wrapped(line, terminal.columns))];
  for (const { heading, items } of sections) {
    lines.push("", styled(terminal, "bold", heading));
    for (const item of items) {
      const { text, details } = typeof item === "string" ? { text: item, details: [] } : item;
      lines.push(wrapped(text, terminal.columns, listed));
      for (const detail of details)
        lines.push(wrapped(detail, terminal.columns, { first: "    ", rest: "    " }));
    }
  }
  return `${lines.join("\n")}\n`;
}

/** The page as Markdown. */
function pageAsMarkdown({ title, lead, sections }: SectionedPage): string {
  const blocks = [`# ${markdownText(title)}`, ...lead.map(markdownLine)];
  for (const { heading, items } of sections) {
    const lines = items.flatMap((item) =>
      typeof item === "string"
        ? [`- ${markdownLine(item)}`]
        : [`- **${markdownText(item.text)}**`, ...item.details.map((detail) => `  ${markdownLine(detail)}`)],
    );
    blocks.push(`## ${markdownText(heading)}`, lines.join("\n"));
  }
  return `${blocks.join("\n\n")}\n`;
}
