import type { Command } from "commander";
import { type Backlog, BacklogCount } from "../../backlog/index.js";
import type { Problem } from "../../journey/index.js";
import { formatShare } from "../../quantity/index.js";
import { type Programme, targetWords } from "../../rules/index.js";
import { openCaseload } from "../input/caseload-file.js";
import { chosen, type FileCommandOptions, fileCommand, wholeNumber } from "../input/command-options.js";
import { jsonText } from "../output/formats.js";
import { problemCount } from "../output/remarks.js";
import { listed, styled, type Terminal, wrapped } from "../output/terminal.js";
import { type Column, rightColumn, tableOrList } from "../output/text-table.js";
import { dateWords } from "../output/value-text.js";

interface BacklogOptions extends FileCommandOptions {
  readonly most: number;
}

/** `backlog`: who waits as at a date, longest first. */
export function backlogCommand(terminal: Terminal): Command {
  return fileCommand("backlog", "Who waits in backlog as at a date, longest first", terminal)
    .argument("<file>", "CSV, one row per referral")
    .option("--most <number>", "how many to list", wholeNumber, 20)
    .addHelpText(
      "after",
      `
Example:
  programme-rules backlog --as-at 2021-06-30 referrals.csv`,
    )
    .action(async (file: string, options: BacklogOptions) => {
      const { programme, asAt } = chosen(options);
      const count = new BacklogCount(programme, asAt);
      const caseload = await openCaseload(file, options, programme, terminal);
      const found: Problem[] = [];
      for await (const journey of caseload.journeys) found.push(...count.add(journey));
      const result = count.result();
      const problems = [...caseload.problems, ...found];
      if (options.json) terminal.print(jsonText("backlog", { ...result, problems }));
      else {
        terminal.print(`${backlogText(result, programme, options, terminal)}\n`);
        terminal.print(`\n${problemCount(problems)}\n`);
      }
    });
}

function backlogText(
  result: Backlog,
  programme: Programme,
  { most, programme: name }: BacklogOptions,
  terminal: Terminal,
): string {
  const { shares, waiting } = result;
  const { target } = programme.standards
    .flatMap(({ requirements }) => requirements)
    .find(({ id }) => id === result.requirement)!;
  const measured = result.measuredOn === result.asAt ? "as at" : "at the close of";
  const unsure = result.undetermined === 0 ? "" : `; for ${result.undetermined} the data does not say`;
  const head = [
    styled(terminal, "bold", `Backlog ${measured} ${dateWords(result.measuredOn)}`),
    `${result.inBacklog} in backlog, ${formatShare(result.share)} of ${result.share.of} (target ${targetWords(target)})${unsure}.`,
    `Of all referrals to date ${formatShare(shares["all-to-date"])}; of those still open ${formatShare(shares.open)}; received this month ${formatShare(shares["received-in-month"])}.`,
  ].map((line) => wrapped(line, terminal.columns));
  const [standard] = result.requirement.split("/");
  const where = `What each question asks: programme-rules rules show ${standard} --programme ${name}`;
  const rest = waiting.length - most;
  return [
    ...head,
    ...(waiting.length === 0 ? [] : ["", waitingRows(waiting.slice(0, most), terminal)]),
    ...(rest > 0 ? [`… and ${rest} more; --most ${waiting.length} lists them.`] : []),
    "",
    otherRows(result, terminal),
    wrapped(where, terminal.columns),
  ].join("\n");
}

/** The share with one question read otherwise at a time, the rest as above. */
function otherRows({ otherReadings }: Backlog, terminal: Terminal): string {
  const rows = otherReadings.map(({ reading, answer, share, undetermined }) => [
    `${reading}=${answer}`,
    String(share.count),
    String(share.of),
    share.of === 0 ? "–" : formatShare(share),
    undetermined === 0 ? "" : String(undetermined),
  ]);
  const columns: Column[] = [
    { heading: "Read otherwise", shrinks: true },
    ...["In backlog", "Of", "Share"].map(rightColumn),
    { ...rightColumn("Unknown"), optional: true },
  ];
  return tableOrList(columns, rows, terminal.columns, ([read, count, of, share]) =>
    wrapped(`${read}: ${count} of ${of}, ${share}`, terminal.columns, listed),
  );
}

function waitingRows(waiting: Backlog["waiting"], terminal: Terminal): string {
  const rows = waiting.map((each) => [
    each.journey,
    dateWords(each.receivedOn),
    String(each.ageWorkingDays),
    dateWords(each.since),
    each.adviser ?? "",
    each.work.join(", "),
  ]);
  const columns: Column[] = [
    "Referral",
    "Received",
    rightColumn("Working days"),
    "In backlog since",
    "Adviser",
    { heading: "Work left", shrinks: true },
  ];
  return tableOrList(columns, rows, terminal.columns, ([journey, , age, since, , work]) =>
    wrapped(`${journey}: ${age} working days, in backlog since ${since} (${work})`, terminal.columns, listed),
  );
}
