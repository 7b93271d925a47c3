import { fstatSync, writeFileSync } from "node:fs";
import { constants } from "node:os";
import { type NodeGCPerformanceDetail, PerformanceObserver, constants as perf } from "node:perf_hooks";
import { setImmediate } from "node:timers/promises";
import { getHeapStatistics, setFlagsFromString } from "node:v8";
import { londonDate } from "../date/index.js";
import { run } from "./command-line.js";

// Memory is tidied when it is a third larger than what lasts. Node would wait longer the busier the machine is: up to four
// times as large.
setFlagsFromString("--heap-growing-percent=30");

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

/** Once what was printed has gone, and signals have been heard: whether somebody still reads. */
async function isRead(): Promise<boolean> {
  const { stdout } = process;
  if (!isFile) await new Promise<void>((resolve) => void stdout.write("", () => resolve()));
  await setImmediate();
  return !(isLost || stdout.destroyed);
}

function end(code: number, why: string): never {
  process.stderr.write(`${process.stderr.isTTY === true ? "\n" : ""}${why}\n`);
  process.exit(code);
}

/** What is beyond this share of the memory for what lasts is too torn to be used. */
const FULL = 0.75;
/** Of the memory that Node may use, what it keeps for what does not last. */
const YOUNG = 48 * 2 ** 20;

/** Node ends a run without memory in the middle, with a page of its own: it is said before that. */
function endWhenFull(): void {
  const { used_heap_size: used, heap_size_limit: limit } = getHeapStatistics();
  const lasting = limit - YOUNG;
  if (used < FULL * lasting) return;
  const megabytes = Math.round(lasting / 2 ** 20);
  end(
    2,
    `Stopped: this takes more than the ${megabytes} MB of memory that Node may use. Run it again with the environment variable NODE_OPTIONS=--max-old-space-size=${4 * megabytes}.`,
  );
}

new PerformanceObserver((list) => {
  const collections = list.getEntries() as { detail?: NodeGCPerformanceDetail }[];
  if (collections.some(({ detail }) => detail?.kind === perf.NODE_PERFORMANCE_GC_MAJOR)) endWhenFull();
}).observe({ entryTypes: ["gc"] });

for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const)
  process.on(signal, () => end(128 + constants.signals[signal], "Stopped before it was done."));
process.stdout.on("error", lose);
// Where nobody can be told, the verdict still stands.
process.stderr.on("error", () => {});

const code = await run(process.argv.slice(2), {
  print,
  isRead,
  ...(process.stdout.isTTY === true ? {} : { printBytes: print }),
  note: (text) => process.stderr.write(text),
  columns: Math.min(process.stdout.columns ?? PIPED, WIDEST),
  isInteractive: process.stderr.isTTY === true,
  hasColour: process.stdout.isTTY === true && process.env.NO_COLOR === undefined,
  today: londonDate(new Date()),
});
if (!isLost) process.exitCode = code;
