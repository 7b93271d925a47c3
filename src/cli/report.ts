import { type Command, Option } from "commander";
import { type Report, ReportBuilder, type ReportLine } from "../compliance/index.js";
import { shareWords, targetWords, verdictWords } from "../explanation/index.js";
import type { ContractLog } from "../journey/index.js";
import { openCaseload } from "./caseload-file.js";
import { readJson } from "./choose-programme.js";
import { csv, FORMATS, type Format, markdown } from "./formats.js";
import { chosen, type FileOptions, fileCommand, wholeNumber } from "./options.js";
import { problemCount } from "./problems.js";
import { table } from "./table.js";
import { styled, type Terminal, wrapped } from "./terminal.js";
import { dateWords, verdictStyle } from "./words.js";

interface SplitOptions extends FileOptions {
  readonly by?: string;
  readonly from?: string;
  readonly until?: string;
  readonly requirement: readonly string[];
  readonly contractLog?: string;
  readonly suppressBelow?: number;
  readonly format: Format;
}

/** `report`: the lines of a scorecard by provider, site, adviser or group, for a period, in several forms. */
export function reportCommand(terminal: Terminal): Command {
  return fileCommand("report", "The scorecard by provider, site, adviser or group, for a period", terminal)
    .argument("<file>", "CSV, a row a referral")
    .option("--by <attribute>", "provider, site, area, adviser, nation, provision or group")
    .option("--from <date>", "the first day of a period")
    .option("--until <date>", "the last day of a period")
    .option(
      "--requirement <id>",
      "only this one; may be given again",
      (id, before: string[]) => [...before, id],
      [],
    )
    .option("--contract-log <file>", "a JSON file with what happened on the contract: { id, events }")
    .option("--suppress-below <number>", "withhold lines that count fewer cases", wholeNumber)
    .addOption(new Option("--format <format>", "how to print it").choices(FORMATS).default("text"))
    .addHelpText(
      "after",
      `
Examples:
  programme-rules report --by provider --as-at 2021-06-30 referrals.csv
  programme-rules report --by adviser --requirement css-8/contact --format markdown referrals.csv`,
    )
    .action(async (file: string, options: SplitOptions) => {
      const { programme, asAt } = chosen(options);
      const builder = new ReportBuilder(programme, { ...asAt, ...scope(options) });
      const caseload = await openCaseload(file, options, programme, terminal);
      for await (const journey of caseload.journeys) builder.add(journey);
      const result = builder.result();
      const report = { ...result, problems: [...caseload.problems, ...result.problems] };
      terminal.print(printed(report, options.json === true ? "json" : options.format, terminal));
    });
}

function scope({ by, from, until, requirement, contractLog, suppressBelow }: SplitOptions) {
  const period =
    from === undefined && until === undefined
      ? undefined
      : { from: from ?? "1900-01-01", until: until ?? "2199-12-31" };
  return {
    ...(by === undefined ? {} : { by }),
    ...(period === undefined ? {} : { period }),
    ...(requirement.length === 0 ? {} : { requirements: requirement }),
    ...(contractLog === undefined ? {} : { contractLog: readJson(contractLog) as ContractLog }),
    ...(suppressBelow === undefined ? {} : { suppressBelow }),
  };
}

function printed(report: Report, format: Format, terminal: Terminal): string {
  if (format === "json") return `${JSON.stringify({ command: "report", ...report }, null, 2)}\n`;
  if (format === "csv") return csv(FIELDS, report.lines.map(fieldsOf));
  const headings = columns(report).map(({ heading }) => heading);
  if (format === "markdown")
    return markdown(
      headings,
      report.lines.map((line) => cells(line, report)),
    );
  return text(report, terminal);
}

const FIELDS =
  "requirement,by,value,counted,met,not_met,pending,undetermined,worst_count,best_count,of,headroom,target,verdict,reason".split(
    ",",
  );

function fieldsOf(line: ReportLine): string[] {
  const {
    requirement,
    by,
    counted,
    met,
    notMet,
    pending,
    undetermined,
    worst,
    best,
    headroom,
    verdict,
    reason,
  } = line;
  const numbers = [counted, met, notMet, pending, undetermined, worst.count, best.count, worst.of].map(
    String,
  );
  const target = line.target === undefined ? "" : targetWords(line.target);
  return [
    requirement,
    by?.attribute ?? "",
    by?.value ?? "",
    ...numbers,
    String(headroom ?? ""),
    target,
    verdict,
    reason ?? "",
  ];
}

function columns({ lines }: Report) {
  const attribute = lines.find(({ by }) => by !== undefined)?.by?.attribute ?? "";
  return [
    { heading: "Requirement" },
    { heading: attribute, shrinks: true as const },
    { heading: "Counted", align: "right" as const },
    { heading: "Met", align: "right" as const },
    { heading: "Not met", align: "right" as const },
    { heading: "Pending", align: "right" as const },
    { heading: "Undet.", align: "right" as const },
    { heading: "Worst–best", align: "right" as const },
    { heading: "Target" },
    { heading: "Verdict" },
  ];
}

function cells(line: ReportLine, { lines }: Report): string[] {
  const isSplit = lines.some(({ by }) => by !== undefined);
  return [
    line.requirement,
    isSplit ? (line.by?.value ?? "(none)") : "",
    ...[line.counted, line.met, line.notMet, line.pending, line.undetermined].map(String),
    shareWords(line),
    targetWords(line.target),
    verdictWords(line.verdict),
  ];
}

function text(report: Report, terminal: Terminal): string {
  const { receipt, journeys, lines, problems, suppressed = [] } = report;
  const head = styled(
    terminal,
    "bold",
    `${receipt.programme} ${receipt.edition} as at ${dateWords(receipt.asAt)}, ${journeys} referrals`,
  );
  const rows = lines.map((line) => {
    const plain = cells(line, report);
    const verdict = { text: plain.at(-1)!, style: verdictStyle(terminal, line.verdict) };
    return [...plain.slice(0, -1), verdict];
  });
  const narrow = () =>
    lines.map((line) => wrapped(cells(line, report).join("  "), terminal.columns, { rest: "  " })).join("\n");
  const withheld =
    suppressed.length === 0 ? [] : [`${suppressed.length} lines count too few cases and are withheld.`];
  const body = table(columns(report), rows, terminal.columns) ?? narrow();
  return `${[head, "", body, "", ...withheld, problemCount(problems)].join("\n")}\n`;
}
