import type { Command } from "commander";
import {
  type CohortCount,
  type CohortExchange,
  type CohortTable,
  type ConversionProfile,
  cohortExchange,
  cohortTable,
  type ExchangeSplit,
  exchangeTable,
  parseExchange,
  readExchange,
} from "../../cohorts/index.js";
import { defined } from "../../defined.js";
import { ProgrammeFault, shown } from "../../fault.js";
import { ProblemList } from "../../journey/index.js";
import type { Programme } from "../../rules/index.js";
import { type Format, unguarded } from "../output/formats.js";
import { dataOf, type FileProblems } from "../output/remarks.js";
import type { Terminal } from "../output/terminal.js";
import { type OpenFiles, openFiles, readWholeCaseload } from "./caseload-file.js";
import {
  absentFault,
  attributeBy,
  chosen,
  type FileCommandOptions,
  fileWords,
  oneOf,
  refuseAbsent,
} from "./command-options.js";
import { fieldsOf, readJson } from "./json-file.js";
import { openTable, records, type TableFile } from "./table-file.js";

/** What every command on cohorts takes. */
export interface CohortOptions extends FileCommandOptions {
  readonly outcome?: string;
  readonly by?: string;
  readonly format: Format | "chart";
}

/** Cohorts from a file, in both forms, and what could not be read of it. */
export interface CohortSource {
  readonly table: CohortTable;
  readonly exchange: CohortExchange;
  readonly programme: Programme;
  readonly trouble: FileProblems;
}

const SPLITS = ["contractor", "provider", "area", "group"] as const;

/**
 * Reads cohorts: a CSV file of counts or of the exchange form (columns month, starts, converted_0 …),
 * an exchange in JSON, or a caseload, one row per referral.
 */
export async function readCohorts(
  files: readonly string[],
  command: Command,
  terminal: Terminal,
): Promise<CohortSource> {
  const options = command.optsWithGlobals<CohortOptions>();
  const { programme, asAt } = chosen(options);
  const outcome = defined({ outcome: options.outcome });
  const [file] = files;
  const isJson = file!.endsWith(".json");
  const open = isJson ? undefined : await openFiles(files, options, terminal);
  const counts = open && countsOf(open);
  if (open === undefined || counts !== undefined) {
    if (files.length > 1) throw severalCounts(files);
    const { exchange, problems } =
      counts === undefined
        ? { exchange: parseExchange(readJson(file!)), problems: [] }
        : await fromRows(counts, programme, { ...asAt, ...outcome });
    const rows = new ProblemList();
    for (const problem of problems) rows.add(problem);
    return {
      table: exchangeTable(exchange, splitOf(options.by, exchange, file!)),
      exchange,
      programme,
      trouble: { problems: rows.problems, problemCounts: rows.problemCounts, areListed: true },
    };
  }
  const data = new ProblemList();
  const caseload = await readWholeCaseload(open, options, programme, terminal, data);
  const { journeys } = caseload;
  const by = defined({ by: options.by === undefined ? undefined : attributeBy(options.by) });
  const table = cohortTable(programme, journeys, {
    asAt: asAt.asAt,
    ...outcome,
    ...by,
    onProblem: data.add,
  });
  refuseAbsent(data, files);
  const exchange = cohortExchange(programme, journeys, { asAt: asAt.asAt, ...outcome });
  return { table, exchange, programme, trouble: { ...dataOf(data, caseload), areListed: false } };
}

/** The cohorts of a file of counts, all together; undefined when its columns are not those of counts. */
export async function tableOfCounts(
  open: OpenFiles,
  programme: Programme,
  asked: { readonly asAt: string; readonly outcome: string },
): Promise<CohortTable | undefined> {
  const counts = countsOf(open);
  if (counts === undefined) return undefined;
  const { exchange } = await fromRows(counts, programme, asked);
  return exchangeTable(exchange, null);
}

async function fromRows(table: TableFile, programme: Programme, asked: { asAt: unknown; outcome?: string }) {
  const { file } = table;
  const rows: Record<string, string>[] = [];
  for await (const { cells } of records(table)) {
    rows.push(Object.fromEntries(Object.entries(cells).map(([name, cell]) => [name, unguarded(cell)])));
  }
  const { exchanges, problems } = readExchange(rows, defaultsOf(programme, asked));
  if (exchanges.length > 1) {
    const each = exchanges.map(({ programme: id, outcome, asAt }) => `${id} ${outcome} as at ${asAt}`);
    throw new ProgrammeFault({
      code: "cli/several-exchanges",
      given: `${shown(file)}, which holds cohorts of ${each.join("; ")}`,
      allowed: "cohorts of one programme, outcome, window and date",
      todo: "Put each in a file of its own.",
    });
  }
  const [exchange] = exchanges;
  if (exchange !== undefined) return { exchange, problems };
  const first = problems[0] === undefined ? "" : `; the first: ${problems[0].message.replace(/\.$/, "")}`;
  throw new ProgrammeFault({
    code: "cli/no-cohorts",
    given: `${shown(file)}, of which no row can be read${first}`,
    allowed: "at least one row with a month, starts and the converted by each month of age",
    todo: "Correct the rows.",
  });
}

/** What a file of counts does not say is taken from the programme and the as-at date. */
function defaultsOf(programme: Programme, { asAt, outcome }: { asAt: unknown; outcome?: string }) {
  const asked = defined({ asAt: asAt as string, outcome });
  const { format: _, cohorts: __, period: ___, ...defaults } = cohortExchange(programme, [], asked);
  return defaults;
}

/** The file of counts, where it is one: by the names of its columns. */
function countsOf({ referrals }: OpenFiles): TableFile | undefined {
  return referrals.find(({ header }) => {
    const names = new Set(header.names.map((name) => name.trim()));
    return names.has("month") && names.has("starts");
  });
}

function severalCounts(files: readonly string[]): ProgrammeFault {
  return new ProgrammeFault({
    code: "cli/several-exchanges",
    given: `${fileWords(files)}, one of them of cohorts`,
    allowed: "one file of cohorts, or files of referrals",
    todo: "Name one file of cohorts.",
  });
}

function splitOf(by: string | undefined, { cohorts }: CohortExchange, file: string): ExchangeSplit | null {
  if (by === undefined) return null;
  const split = oneOf(SPLITS, by, {
    code: "cli/split",
    given: `--by ${shown(by)} and a file of counts`,
    todo: "Choose one of the columns that such a file has, or give a caseload, one row per referral.",
  });
  const has = SPLITS.filter((name) => cohorts.some((cohort) => cohort[name] !== null));
  if (cohorts.length === 0 || has.includes(split)) return split;
  throw absentFault(by, `no row of ${file}`, has);
}

/**
 * Cohort counts as JSON has them: a list, each with its month, starts and converted.
 *
 * @throws ProgrammeFault `cli/cohort-counts` for anything else.
 */
export function cohortCounts(value: unknown, file: string): readonly CohortCount[] {
  const isCount = (each: unknown): boolean => {
    const { month, starts, converted } = fieldsOf(each);
    return typeof month === "string" && typeof starts === "number" && Array.isArray(converted);
  };
  if (Array.isArray(value) && value.every(isCount)) return value as CohortCount[];
  throw new ProgrammeFault({
    code: "cli/cohort-counts",
    given: `the cohorts in ${shown(file)}, which are not a list of counts`,
    allowed:
      '[{ "month": "2021-03", "starts": 200, "converted": [0, 2, 5] }, …], by the end of each month of age',
    todo: "Correct the file.",
  });
}

/**
 * The profile of `--profile`: percentages with commas between, a JSON file (a list, or a list for each
 * group), or a CSV file with the columns age and share (and group). Without it the profile of the
 * programme's level for the whole contract, where the programme gives one.
 */
export async function profileOf(given: string | undefined, programme: Programme): Promise<ConversionProfile> {
  if (given === undefined) return ownProfile(programme);
  if (given.endsWith(".json")) return fromJson(given);
  if (given.endsWith(".csv")) return fromCsv(given);
  return given.split(",").map((text) => text.trim());
}

function ownProfile({ minimumPerformanceLevels = [] }: Programme): ConversionProfile {
  const level = minimumPerformanceLevels.find(
    ({ scope }) => scope.area === "contract" && scope.group === undefined,
  );
  if (Array.isArray(level?.profile)) return level.profile;
  throw new ProgrammeFault({
    code: "cli/profile",
    given: "no --profile, and a programme that does not give one",
    allowed: '--profile "0%,1%,3%,6%", or a file profile.csv or profile.json',
    todo: "Take it from the contract: the share converted by the end of each month of age, month of the start first.",
  });
}

function fromJson(file: string): ConversionProfile {
  const profile = readJson(file);
  if (typeof profile === "object" && profile !== null) return profile as ConversionProfile;
  throw new ProgrammeFault({
    code: "cli/profile-file",
    given: `${shown(file)}, which is no profile`,
    allowed: 'a list such as ["0%", "1%", "3%"], or such a list for each group',
    todo: "Write the share converted by the end of each month of age.",
  });
}

async function fromCsv(file: string): Promise<ConversionProfile> {
  const lists = new Map<string, [age: number, share: string][]>();
  for await (const { cells, line } of records(await openTable(file))) {
    const { age = "", share = "", group = "" } = cells;
    if (!/^\d+$/.test(age)) throw columnsFault(file, line);
    const list = lists.get(group) ?? [];
    lists.set(group, list);
    list.push([Number(age), share]);
  }
  const inOrder = [...lists].map(([group, list]) => [group, sorted(file, list)] as const);
  const only = inOrder.length === 1 && inOrder[0]![0] === "" ? inOrder[0]![1] : undefined;
  return only ?? Object.fromEntries(inOrder);
}

function sorted(file: string, list: [age: number, share: string][]): string[] {
  const inOrder = list.sort(([one], [other]) => one - other);
  if (inOrder.some(([age], at) => age !== at)) throw columnsFault(file);
  return inOrder.map(([, share]) => share);
}

function columnsFault(file: string, line?: number): ProgrammeFault {
  return new ProgrammeFault({
    code: "cli/profile-file",
    given: `${shown(file)}${line === undefined ? "" : `, line ${line}`}, which is no profile`,
    allowed:
      "columns age (0, 1, 2 … each once) and share (percent text); group besides, if there are several",
    todo: "Write one row per month of age.",
  });
}
