import { fstatSync, writeFileSync } from "node:fs";
import { londonDate } from "../date/index.js";
import { run } from "./command-line.js";

const WIDEST = 160;
const PIPED = 120;

const OUTPUT = 1;
const isFile = fstatSync(OUTPUT).isFile();
let isLost = false;

/** Output that cannot be written ends the run with 2. A reader that leaves early, such as head, has what it wants. */
function lose({ code }: NodeJS.ErrnoException): void {
  if (isLost || code === "EPIPE") return;
  isLost = true;
  process.exitCode = 2;
  const why = code === "ENOSPC" ? "the disk is full" : "nothing can be written there";
  process.stderr.write(`The output is lost or not whole: ${why} (${code}).\n`);
}

function print(content: string | Uint8Array): void {
  if (!isFile) {
    process.stdout.write(content);
    return;
  }
  // The stream would write once, and not look how much of it the disk had room for.
  try {
    writeFileSync(OUTPUT, content);
  } catch (error) {
    lose(error as NodeJS.ErrnoException);
  }
}

process.stdout.on("error", lose);
// Where nobody can be told, the verdict still stands.
process.stderr.on("error", () => {});

const code = await run(process.argv.slice(2), {
  print,
  ...(process.stdout.isTTY === true ? {} : { printBytes: print }),
  note: (text) => process.stderr.write(text),
  columns: Math.min(process.stdout.columns ?? PIPED, WIDEST),
  isInteractive: process.stderr.isTTY === true,
  hasColour: process.stdout.isTTY === true && process.env.NO_COLOR === undefined,
  today: londonDate(new Date()),
});
if (!isLost) process.exitCode = code;
