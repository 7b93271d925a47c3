import type { Command } from "commander";
import { ProblemList } from "../../../journey/index.js";
import { type ChangeImpact, impactOfChange } from "../../../tender/index.js";
import { readWholeCaseload } from "../../input/caseload-file.js";
import {
  chosen,
  type FileCommandOptions,
  fileCommand,
  REFERRALS,
  wholeNumber,
} from "../../input/command-options.js";
import { readOffer } from "../../input/offer-file.js";
import { jsonText, type ValueOptions, WITH_VALUES } from "../../output/formats.js";
import { dataOf, problemCount } from "../../output/remarks.js";
import { headed, type Terminal } from "../../output/terminal.js";
import { type Column, rightColumn, tableOrList } from "../../output/text-table.js";
import { countWords } from "../../output/value-text.js";

type ImpactOptions = FileCommandOptions & ValueOptions & { readonly most: number };

/** `offer impact`: which verdicts of a real caseload the offer would change. */
export function offerImpactCommand(terminal: Terminal): Command {
  return fileCommand("impact", "Which verdicts of a caseload the offer would change", terminal)
    .argument("<offer>", "an offer written in JSON")
    .argument(...REFERRALS)
    .option(...WITH_VALUES)
    .option("--most <number>", "how many ids to list in a line", wholeNumber, 5)
    .action(async (offerFile: string, files: readonly string[], options: ImpactOptions, command: Command) => {
      const isNamed = command.getOptionValueSource("programme") === "cli";
      const { offer, base } = readOffer(offerFile, isNamed ? { programme: options.programme } : {});
      const { asAt } = chosen(options);
      const data = new ProblemList();
      const caseload = await readWholeCaseload(files, options, base, terminal, data);
      const impact = impactOfChange(base, offer, caseload.journeys, asAt);
      if (options.json)
        return terminal.print(jsonText("offer impact", { ...impact, fileProblems: data.problems }, options));
      const text = impactText(impact, offer.title, options.most, terminal);
      terminal.print(`${text}\n\n${problemCount(dataOf(data, caseload))}\n`);
    });
}

function impactText(
  { journeys, changed, rows }: ChangeImpact,
  title: string,
  most: number,
  terminal: Terminal,
): string {
  const head = headed(
    terminal,
    title,
    `${countWords(changed)} of your ${countWords(journeys)} referrals change verdict on at least one requirement.`,
  );
  if (rows.length === 0) return head.join("\n");
  const cells = rows.map(({ requirement, from, to, count, journeys: ids }) => {
    const rest = ids.length - most;
    const shown = ids.slice(0, most).join(", ");
    return [
      requirement,
      words(from),
      words(to),
      countWords(count),
      rest > 0 ? `${shown} … and ${rest} more` : shown,
    ];
  });
  const columns: Column[] = [
    "Requirement",
    "From",
    "To",
    rightColumn("Referrals"),
    { heading: "Which", wraps: true, optional: true },
  ];
  return [...head, "", tableOrList(columns, cells, terminal.columns)].join("\n");
}

function words(verdict: string): string {
  return verdict.replace("-", " ");
}
