// node test/bench/run.mjs calendar: each bench is a file beside this one, by its name.
import { readdirSync } from "node:fs";

const names = readdirSync(import.meta.dirname)
  .filter((file) => file.endsWith(".mjs") && file !== "run.mjs")
  .map((file) => file.slice(0, -".mjs".length));
const asked = process.argv[2];
if (!names.includes(asked)) {
  console.error(`Which bench? ${names.join(", ")}`);
  process.exit(2);
}
await import(`./${asked}.mjs`);
