import { ProgrammeFault, shown } from "../../fault.js";
import {
  whpCoreCv04,
  whpCorePreCovid,
  whpJetsCv06,
  workProgramme,
  workProgrammeFramework,
  workProgrammeRegimeV1,
  workProgrammeRegimeV2,
  workProgrammeRegimeV3,
} from "../../programmes/index.js";
import { type History, type Programme, parseProgramme, withReadings } from "../../rules/index.js";
import { unknownWord } from "../../unknown-word.js";
import { readText } from "./json-file.js";

/** `whp-core` and `whp-jets` mean the editions of their contract variations; the others are named in full. */
const SHIPPED: Readonly<Record<string, Programme>> = {
  "whp-core": whpCoreCv04,
  "whp-core-pre-covid": whpCorePreCovid,
  "whp-jets": whpJetsCv06,
  "work-programme": workProgrammeRegimeV3,
  "work-programme-v1": workProgrammeRegimeV1,
  "work-programme-v2": workProgrammeRegimeV2,
  "work-programme-framework": workProgrammeFramework,
};

/** The names the command line knows, and what it takes besides. */
export const programmeNames: readonly string[] = Object.keys(SHIPPED);

/**
 * The programme of a name, or of a JSON file, under the chosen readings.
 *
 * @throws ProgrammeFault `cli/programme` or `cli/reading` for what it does not know, and the
 * faults of `parseProgramme` for a file that is not a programme.
 */
export function chooseProgramme(name: string, readings: readonly string[]): Programme {
  const programme = Object.hasOwn(SHIPPED, name) ? SHIPPED[name]! : fromFile(name);
  return readings.length === 0
    ? programme
    : withReadings(programme, Object.fromEntries(readings.map(answer)));
}

/**
 * As {@link chooseProgramme}, where a history may be asked: `work-programme` is then all of its editions,
 * whose dates are known.
 */
export function chooseRules(name: string, readings: readonly string[]): Programme | History {
  return name === workProgramme.id && readings.length === 0 ? workProgramme : chooseProgramme(name, readings);
}

function fromFile(name: string): Programme {
  if (name.endsWith(".json")) return parseProgramme(readText(name));
  throw unknownWord({
    code: "cli/programme",
    given: `--programme ${shown(name)}`,
    allowed: programmeNames,
    written: name,
    todo: "Choose one of these, or give the path of a programme written in JSON.",
  });
}

function answer(text: string): [string, string] {
  const [reading, chosen, ...rest] = text.split("=");
  if (reading !== undefined && chosen !== undefined && rest.length === 0) return [reading, chosen];
  throw new ProgrammeFault({
    code: "cli/reading",
    given: `--reading ${shown(text)}`,
    allowed: "a reading and its answer, such as --reading counting-day=day-1",
    todo: "Write them with one equals sign between.",
  });
}
