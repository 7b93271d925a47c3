import type { AsAt } from "../deadlines/index.js";
import { ProgrammeFault, shown } from "../fault.js";
import type { Journey, Problem } from "../journey/index.js";
import type { Programme } from "../rules/index.js";
import { readJson } from "./choose-programme.js";
import type { FileOptions } from "./options.js";

/** What the command takes besides a caseload. */
export interface ReviewFileOptions extends FileOptions {
  readonly contract?: string;
  readonly reviewOn?: string;
  readonly before?: string;
  readonly by: string;
  readonly contractLog?: string;
  readonly cohorts?: string;
  readonly plan?: string;
  readonly interventions?: string;
  readonly assurance?: string;
  readonly partners?: string;
  readonly ranking?: string;
  readonly pipeline?: string;
  readonly suppressBelow?: number;
  readonly seed?: number;
  readonly scorecard?: true;
}

/** A caseload as it was read. */
export interface Read {
  readonly programme: Programme;
  readonly asAt: AsAt;
  readonly journeys: readonly Journey[];
  readonly problems: readonly Problem[];
}

/** A JSON file that holds a list; nothing where no file is named. */
export function listOf<T>(path: string | undefined, option: string): readonly T[] | undefined {
  const found = fileOf<unknown>(path);
  if (found === undefined || Array.isArray(found)) return found;
  throw new ProgrammeFault({
    code: "cli/list",
    given: `${option} ${shown(path)}, which holds no list`,
    allowed: "a JSON file with a list in it: [ … ]",
    todo: "Put even a single one between [ and ].",
  });
}

/** What a JSON file holds; nothing where no file is named. The library checks it. */
export function fileOf<T>(path: string | undefined): T | undefined {
  return path === undefined ? undefined : (readJson(path) as T);
}
