import {
  chmodSync,
  closeSync,
  linkSync,
  lstatSync,
  openSync,
  readlinkSync,
  realpathSync,
  renameSync,
  statSync,
  unlinkSync,
  writeFileSync,
} from "node:fs";
import { dirname, resolve } from "node:path";
import { setImmediate } from "node:timers/promises";
import { stripVTControlCharacters } from "node:util";
import type { Command } from "commander";
import { ProgrammeFault, shown } from "../../fault.js";
import { visibleLines } from "../../visible.js";
import type { Terminal } from "./terminal.js";
import { type Table, workbook } from "./workbook.js";

/** What is printed: text, in pieces where it may be longer than a text can be, or a table that becomes a workbook's sheet. */
export type Printable = string | Generator<string> | (Table & { readonly sheet: string });

/** Where a result goes that is not to be printed. */
export interface DestinationOptions {
  readonly output?: string;
  readonly force?: true;
}

/** A command whose result may go to a file: none of those that it reads, and a new one unless it may be overwritten. */
export function withDestination(command: Command): Command {
  return command
    .option("--output <file>", "write it to a file in place of printing it")
    .option("--force", "with --output, overwrite a file that is there already")
    .hook("preAction", (_, asked) => refuseFiles(asked.args, asked.optsWithGlobals()));
}

/**
 * Refuses, before anything is read, to write over what a command reads, whatever file one of its words names, and over
 * what is there already.
 *
 * @throws ProgrammeFault `cli/output-is-input`, `cli/file-exists`.
 */
function refuseFiles(args: readonly string[], { output, force, ...options }: DestinationOptions): void {
  const written = output === undefined ? undefined : fileAt(output);
  if (written === undefined) return;
  for (const word of [...args, ...Object.values(options).flat()]) {
    const read = typeof word === "string" ? fileAt(word) : undefined;
    if (read?.ino === written.ino && read.dev === written.dev) throw isInput(output!);
  }
  if (force !== true) throw exists(output!);
}

/** What is at a path, links followed; undefined where that is no file, or no path at all. */
function fileAt(path: string) {
  try {
    const found = statSync(path, { bigint: true });
    return found.isFile() ? found : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Prints a result, or writes it to the file that is named.
 *
 * @throws ProgrammeFault `cli/binary` for a workbook that would go to a terminal, and those of `writeWhole`.
 */
export async function put(
  result: Printable,
  { output, force }: DestinationOptions,
  terminal: Terminal,
): Promise<void> {
  if (typeof result === "object" && "sheet" in result) {
    if (output !== undefined)
      await writeWhole(output, [await workbook(result, result.sheet)], force === true);
    else if (terminal.printBytes === undefined) throw binary();
    else terminal.printBytes(await workbook(result, result.sheet));
    return;
  }
  const pieces = together(typeof result === "string" ? [result] : result);
  if (output !== undefined) return await writeWhole(output, plain(pieces), force === true);
  for (const piece of pieces) {
    terminal.print(piece);
    if ((await terminal.isRead?.()) === false) return;
  }
}

/** So many characters are written at once. */
const ENOUGH = 65_536;

/** The same text in larger pieces. */
function* together(pieces: Iterable<string>): Generator<string> {
  let text = "";
  for (const piece of pieces) {
    text += piece;
    if (text.length < ENOUGH) continue;
    yield text;
    text = "";
  }
  if (text !== "") yield text;
}

/** Text for a file, which has no colours. */
function* plain(pieces: Iterable<string>): Generator<string> {
  for (const piece of pieces) yield visibleLines(stripVTControlCharacters(piece));
}

/**
 * Writes a file whole or not at all: beside its place first, and then moved there. A link stays, and what it leads to is
 * written; what is overwritten keeps its permissions. Between pieces, and before the move, signals are heard: a run that
 * is stopped leaves all as it was.
 *
 * @throws ProgrammeFault `cli/file-exists` for a file that may not be overwritten, `cli/cannot-write`.
 */
export async function writeWhole(
  path: string,
  content: Iterable<string | Uint8Array>,
  mayOverwrite: boolean,
): Promise<void> {
  await setImmediate();
  try {
    const there = statSync(path, { throwIfNoEntry: false });
    // What is there and no file, such as /dev/null, is written to as it is.
    if (there?.isFile() === false) {
      await writeAll(path, content, "w");
      return;
    }
    const target = targetOf(path);
    const beside = `${target}.${process.pid}.part`;
    // After a move there is nothing left; after a link, a failure or a signal there may be.
    const remove = () => removeIfThere(beside);
    process.once("exit", remove);
    try {
      await writeAll(beside, content, "wx", there?.mode);
      if (there !== undefined) chmodSync(beside, there.mode);
      if (mayOverwrite) renameSync(beside, target);
      else linkSync(beside, target);
    } finally {
      process.off("exit", remove);
      remove();
    }
  } catch (error) {
    const { code, syscall } = error as NodeJS.ErrnoException;
    if (syscall === undefined) throw error;
    throw code === "EEXIST" ? exists(path) : cannotWrite(path, code);
  }
}

async function writeAll(
  path: string,
  content: Iterable<string | Uint8Array>,
  flags: string,
  mode?: number,
): Promise<void> {
  const file = openSync(path, flags, mode);
  try {
    for (const piece of content) {
      writeFileSync(file, piece);
      await setImmediate();
    }
  } finally {
    closeSync(file);
  }
}

/** Where a path leads, through links, also to what is not there yet. */
function targetOf(path: string): string {
  const isLink = lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() === true;
  return isLink ? targetOf(resolve(realpathSync(dirname(path)), readlinkSync(path))) : path;
}

function removeIfThere(path: string): void {
  if (statSync(path, { throwIfNoEntry: false }) !== undefined) unlinkSync(path);
}

function binary(): ProgrammeFault {
  return new ProgrammeFault(
    {
      code: "cli/binary",
      given: "a workbook for a terminal",
      allowed: "a file, or a pipe",
      todo: "Add --output and the name of a file that ends in .xlsx.",
    },
    "A workbook cannot be shown at a terminal. Add --output and the name of a file that ends in .xlsx.",
  );
}

function isInput(path: string): ProgrammeFault {
  return new ProgrammeFault(
    {
      code: "cli/output-is-input",
      given: `--output ${shown(path)}, a file that this command reads`,
      allowed: "a file that it does not read",
      todo: "Name another file with --output.",
    },
    `${path} is read by this command, and would be lost. Name another file with --output.`,
  );
}

function exists(path: string): ProgrammeFault {
  return new ProgrammeFault(
    {
      code: "cli/file-exists",
      given: `the file ${shown(path)}, which is there already`,
      allowed: "a new file",
      todo: "Name another, or add --force to overwrite it.",
    },
    `${path} is there already. Name another file, or add --force to overwrite it.`,
  );
}

function cannotWrite(path: string, code: string | undefined): ProgrammeFault {
  const isFull = code === "ENOSPC" || code === "EFBIG";
  return new ProgrammeFault({
    code: "cli/cannot-write",
    given: `the file ${shown(path)}${isFull ? ", for which there is no room" : ""}`,
    allowed: "a path that can be written to",
    todo: isFull ? "Make room, or name a file on another disk." : "Check the folder and its permissions.",
  });
}
