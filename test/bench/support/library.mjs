import { existsSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const built = join(import.meta.dirname, "../../../dist/esm");

/** One room of the package as built: `npm run bench` builds it first. */
export async function library(room) {
  const file = join(built, room, "index.js");
  if (!existsSync(file))
    throw new Error("Nothing is built: run `npm run bench -- NAME`, which builds first.");
  return import(pathToFileURL(file).href);
}
