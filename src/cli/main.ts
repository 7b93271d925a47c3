import { londonDate } from "../date/index.js";
import { run } from "./command-line.js";

const WIDEST = 160;
const PIPED = 120;

// A reader that closes its end early, such as head, has what it wants.
process.stdout.on("error", ({ code }: NodeJS.ErrnoException) => process.exit(code === "EPIPE" ? 0 : 1));

process.exitCode = await run(process.argv.slice(2), {
  print: (text) => process.stdout.write(text),
  note: (text) => process.stderr.write(text),
  columns: Math.min(process.stdout.columns ?? PIPED, WIDEST),
  isInteractive: process.stderr.isTTY === true,
  hasColour: process.stdout.isTTY === true && process.env.NO_COLOR === undefined,
  today: londonDate(new Date()),
});
