import { Command } from "commander";
import { noteTo } from "../input/caseload-file.js";
import {
  commandAgain,
  EVENTS,
  REFERRALS,
  type TableFlags,
  withTableFlags,
} from "../input/command-options.js";
import { columnsKnown, draftMapping, TO_DECIDE } from "../input/mapping-draft.js";
import { chooseProgramme, programmeNames } from "../input/programme-choice.js";
import type { Sample } from "../input/sample.js";
import { openTable } from "../input/table-file.js";
import { listed, type Terminal, wrapped } from "../output/terminal.js";

interface MapOptions extends TableFlags {
  readonly programme: string;
  readonly events: readonly string[];
}

/** `map`: a first mapping for a file, for a person to finish. */
export function mapCommand(terminal: Terminal): Command {
  const command = new Command("map");
  return withTableFlags(command)
    .description("Write a first mapping for a file of referrals, for you to finish")
    .argument(...REFERRALS)
    .option("--programme <name>", `${programmeNames.join(", ")}, or a programme written in JSON`, "whp-jets")
    .option(...EVENTS)
    .addHelpText(
      "after",
      `
The mapping goes to standard output, what to check in it to the error stream. It is made from the
names of the columns and the first ${MOST_ROWS.toLocaleString("en-GB")} rows.

Examples:
  programme-rules map referrals.csv > mapping.json
  programme-rules map "Case list.xlsx" --sheet Referrals > mapping.json
  programme-rules map referrals.csv --events contacts.csv > mapping.json`,
    )
    .action(async (files: readonly string[], { programme: name, events, ...flags }: MapOptions) => {
      const { headerRow: asked, ...others } = flags;
      const referrals: Sample[] = [];
      let headerRow = asked;
      for (const file of files) {
        const found = await sampleOf(file, flags, terminal, "header");
        referrals.push(found.sample);
        headerRow ??= found.headerRow;
      }
      const long: Sample[] = [];
      for (const file of events) long.push((await sampleOf(file, others, terminal, "eventHeader")).sample);
      const { mapping, remarks } = draftMapping(referrals, long, chooseProgramme(name, []));
      const text = JSON.stringify(mapping, undefined, 2);
      terminal.print(`${text}\n`);
      const next = { ...others, ...(headerRow === undefined ? {} : { headerRow }) };
      const check = commandAgain(["check"], files, {
        programme: name,
        events,
        mapping: "mapping.json",
        ...next,
      });
      terminal.note(`${checklist(remarks, text.includes(`"${TO_DECIDE}"`), check, terminal)}\n`);
    });
}

const MOST_ROWS = 50_000;

/** So far down a header is looked for. */
const LAST_HEADER = 20;

/** The rows that a mapping is drafted from, and the line of the header where that is not the first. */
async function sampleOf(
  file: string,
  flags: TableFlags,
  terminal: Terminal,
  which: "header" | "eventHeader",
): Promise<{ sample: Sample; headerRow?: number }> {
  const { header, rows } = await openTable(file, flags, { onNotice: noteTo(terminal) });
  const found: { readonly line: number; readonly cells: readonly unknown[] }[] = [];
  for await (const batch of rows()) {
    found.push(...batch.slice(0, MOST_ROWS - found.length));
    if (found.length === MOST_ROWS) break;
  }
  if (flags.headerRow !== undefined)
    return { sample: { names: header.names, rows: found.map(({ cells }) => cells) } };
  const candidates = [{ line: header.line, cells: header.names as readonly unknown[] }, ...found].filter(
    ({ line }) => line <= LAST_HEADER,
  );
  const known = candidates.map(({ cells }) => columnsKnown(cells.map(String), which));
  const best = known.reduce((one, count, at) => (count > known[one]! ? at : one), 0);
  const names = candidates[best]!.cells.map(String);
  const sample = { names, rows: found.slice(best).map(({ cells }) => cells) };
  return best === 0 ? { sample } : { sample, headerRow: candidates[best]!.line };
}

/** What to look at, and what to run then. */
function checklist(
  remarks: readonly string[],
  isUnfinished: boolean,
  command: string,
  { columns }: Terminal,
): string {
  const head = isUnfinished
    ? `A first mapping. Replace each "${TO_DECIDE}" in it; until then it is refused. Check:`
    : "A first mapping. Nothing in it is certain. Check:";
  const all = remarks.length === 0 ? ["that each column means what its standard name says."] : remarks;
  return [
    wrapped(head, columns),
    ...all.map((remark) => wrapped(`- ${remark}`, columns, listed)),
    "",
    "Next, with the mapping in mapping.json:",
    `  ${command}`,
  ].join("\n");
}
