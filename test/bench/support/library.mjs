import { existsSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const built = join(import.meta.dirname, "../../../dist/esm");

/** What stands behind those doors of the package as built: `npm run bench` builds it first. */
export async function library(...doors) {
  const files = doors.map((door) => join(built, "doors", `${door}.js`));
  if (!files.every(existsSync))
    throw new Error("Nothing is built: run `npm run bench -- NAME`, which builds first.");
  const modules = await Promise.all(files.map((file) => import(pathToFileURL(file).href)));
  return Object.assign({}, ...modules);
}
