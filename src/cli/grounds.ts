import { type Command, Option } from "commander";
import { type InterventionGrounds, type InterventionPolicy, interventionGrounds } from "../regime/index.js";
import { readJson } from "./choose-programme.js";
import { groundsPage } from "./grounds-page.js";
import { chosen, type RuleOptions, ruleCommand } from "./options.js";
import { pageAsMarkdown, pageAsText } from "./page.js";
import type { Terminal } from "./terminal.js";

interface GroundsCommandOptions extends RuleOptions {
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
  if (json === true || format === "json") {
    return `${JSON.stringify({ command: "grounds", ...found }, null, 2)}\n`;
  }
  const page = groundsPage(found);
  return format === "markdown" ? pageAsMarkdown(page) : pageAsText(page, terminal);
}
