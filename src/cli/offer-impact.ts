import type { Command } from "commander";
import type { Journey } from "../journey/index.js";
import { type ChangeImpact, impactOfChange } from "../tender/index.js";
import { openCaseload } from "./caseload-file.js";
import { readOffer } from "./offer-file.js";
import { thousands } from "./offer-words.js";
import { chosen, type FileOptions, fileCommand, wholeNumber } from "./options.js";
import { problemCount } from "./problems.js";
import { tableOrList } from "./table.js";
import { styled, type Terminal, wrapped } from "./terminal.js";

/** `offer impact`: which verdicts of a real caseload the offer would change. */
export function offerImpactCommand(terminal: Terminal): Command {
  return fileCommand("impact", "Which verdicts of a caseload the offer would change", terminal)
    .argument("<offer>", "an offer written in JSON")
    .argument("<file>", "CSV, a row a referral")
    .option("--most <number>", "how many ids to list in a line", wholeNumber, 5)
    .action(
      async (offerFile: string, file: string, options: FileOptions & { most: number }, command: Command) => {
        const isNamed = command.getOptionValueSource("programme") === "cli";
        const { offer, base } = readOffer(offerFile, isNamed ? { programme: options.programme } : {});
        const { asAt } = chosen(options);
        const caseload = await openCaseload(file, options, base, terminal);
        const journeys: Journey[] = [];
        for await (const journey of caseload.journeys) journeys.push(journey);
        const impact = impactOfChange(base, offer, journeys, asAt);
        const { problems } = caseload;
        if (options.json)
          terminal.print(
            `${JSON.stringify({ command: "offer impact", ...impact, fileProblems: problems }, null, 2)}\n`,
          );
        else
          terminal.print(
            `${impactText(impact, offer.title, options.most, terminal)}\n\n${problemCount(problems)}\n`,
          );
      },
    );
}

function impactText(
  { journeys, changed, rows }: ChangeImpact,
  title: string,
  most: number,
  terminal: Terminal,
): string {
  const head = [
    styled(terminal, "bold", title),
    `${thousands(changed)} of your ${thousands(journeys)} referrals change verdict on at least one requirement.`,
  ].map((line) => wrapped(line, terminal.columns));
  if (rows.length === 0) return head.join("\n");
  const cells = rows.map(({ requirement, from, to, count, journeys: ids }) => {
    const rest = ids.length - most;
    const shown = ids.slice(0, most).join(", ");
    return [
      requirement,
      words(from),
      words(to),
      thousands(count),
      rest > 0 ? `${shown} … and ${rest} more` : shown,
    ];
  });
  const columns = [
    { heading: "Requirement" },
    { heading: "From" },
    { heading: "To" },
    { heading: "Referrals", align: "right" as const },
    { heading: "Which", wraps: true as const, optional: true as const },
  ];
  return [...head, "", tableOrList(columns, cells, terminal.columns)].join("\n");
}

function words(verdict: string): string {
  return verdict.replace("-", " ");
}
