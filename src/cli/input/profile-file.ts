import type { ConversionProfile } from "../../cohorts/index.js";
import { ProgrammeFault, shown } from "../../fault.js";
import type { Programme } from "../../rules/index.js";
import { csvRows } from "./csv-file.js";
import { readJson } from "./json-file.js";

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
  let names: readonly string[] | undefined;
  for await (const { cells, line } of csvRows(file)) {
    if (names === undefined) {
      names = cells.map((name) => name.trim());
      continue;
    }
    const at = (name: string) => cells[names!.indexOf(name)]?.trim() ?? "";
    if (!/^\d+$/.test(at("age"))) throw columnsFault(file, line);
    const list = lists.get(at("group")) ?? [];
    lists.set(at("group"), list);
    list.push([Number(at("age")), at("share")]);
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
    todo: "Write one row a month of age.",
  });
}
