import type { Command } from "commander";
import { balancedScorecard, reviewMarkdown, reviewPack, scorecardMarkdown } from "../../review/index.js";
import { readWholeCaseload } from "../input/caseload-file.js";
import { chosen, fileCommand, wholeNumber } from "../input/command-options.js";
import { type ReviewFileOptions, reviewInput } from "../input/review-input.js";
import { jsonText } from "../output/formats.js";
import type { Terminal } from "../output/terminal.js";

/** `review`: the pack of one contract performance review, from a caseload and what else there is. */
export function reviewCommand(terminal: Terminal): Command {
  return fileCommand("review", "The pack for a contract performance review, as Markdown", terminal)
    .argument("<file>", "CSV, a row a referral")
    .option("--contract <name>", "what the contract is called at the head of the pack")
    .option("--review-on <date>", "the day of the meeting")
    .option("--before <date>", "compare with this day; the end of the month before unless given")
    .option("--by <attribute>", "who delivers: provider, site …", "provider")
    .option("--contract-log <file>", "JSON: what happened on the contract: { id, events }")
    .option(
      "--cohorts <file>",
      "JSON: { profile, counts } of a level; without counts, the caseload's own cohorts",
    )
    .option("--plan <file>", "JSON: the provider action plan")
    .option("--interventions <file>", "JSON: a list of the levels decided")
    .option("--assurance <file>", "JSON: a list of the ratings of the assurance team")
    .option("--partners <file>", "JSON: a list of the steps decided for partners")
    .option("--ranking <file>", "JSON: { metric, own, contracts: [{ id, share }] }")
    .option("--pipeline <file>", "JSON: what `pipeline --json` printed")
    .option("--suppress-below <number>", "withhold lines of a partner that count fewer cases", wholeNumber)
    .option("--seed <number>", "draw how sure the forecast is, from this seed", wholeNumber)
    .option("--scorecard", "print the balanced scorecard instead: standards, cohorts and offer on one page")
    .addHelpText(
      "after",
      `
Example:
  programme-rules review --as-at 2021-06-30 --plan plan.json --contract-log log.json referrals.csv > review.md`,
    )
    .action(async (file: string, options: ReviewFileOptions) => {
      const { programme, asAt } = chosen(options);
      const caseload = await readWholeCaseload(file, options, programme, terminal);
      const input = reviewInput({ programme, asAt, ...caseload }, options);
      if (options.scorecard === true) {
        const card = balancedScorecard(input);
        terminal.print(options.json === true ? jsonText("scorecard", card) : scorecardMarkdown(card));
        return;
      }
      const pack = reviewPack(input);
      terminal.print(options.json === true ? jsonText("review", pack) : reviewMarkdown(pack));
    });
}
