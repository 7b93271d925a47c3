import { type AsAt, type Facts, JourneyReader } from "../deadlines/index.js";
import { ProgrammeFault } from "../fault.js";
import type { Journey } from "../journey/index.js";
import { type Programme, type Reading, readingsBehind, withReadings } from "../rules/index.js";
import { type Assessor, assessorsOf } from "./assessment.js";

/**
 * One way of answering the questions behind a requirement: the rules under it, made ready once. `picks` has
 * the place of the answer to each question, 0 for the one in force.
 */
export interface Way {
  readonly answers: Readonly<Record<string, string>>;
  readonly picks: readonly number[];
  /** The programme so read, with no other requirements than this one needs. */
  readonly programme: Programme;
  readonly assessor: Assessor;
  /** Whether a journey read under the programme itself reads the same under this one. */
  readonly sharesFacts: boolean;
}

/** The questions behind one requirement, and every way of answering them but the one in force, least changes first. */
export interface Exploration {
  readonly readings: readonly Reading[];
  readonly ways: readonly Way[];
}

const MOST = 4096;
const made = new WeakMap<Programme, Map<string, Exploration>>();

/**
 * What there is to explore of a requirement; resolved and compiled once a programme and kept with it, so
 * that a caseload pays for it once.
 *
 * @throws ProgrammeFault `compliance/too-many-readings` beyond 4,096 combinations.
 */
export function explorationOf(programme: Programme, requirement: string): Exploration {
  const own = made.get(programme) ?? new Map<string, Exploration>();
  made.set(programme, own);
  let exploration = own.get(requirement);
  if (exploration === undefined) {
    const readings = readingsBehind(programme, requirement);
    const ways = combinations(programme, readings).map((picks) =>
      wayOf(programme, requirement, readings, picks),
    );
    exploration = { readings, ways };
    own.set(requirement, exploration);
  }
  return exploration;
}

/** The facts of a journey as a way reads them: those read already, wherever the way changes nothing of it. */
export function factsUnder(
  { programme, sharesFacts }: Way,
  facts: Facts,
  journey: Journey,
  options: AsAt,
): Facts {
  if (sharesFacts) return facts;
  const reader = new JourneyReader(programme, options);
  reader.read(journey);
  return reader.facts;
}

/** Whether a way answers otherwise all that another does, and in the same way. */
export function includes({ picks }: Way, other: Way): boolean {
  for (let i = 0; i < picks.length; i++)
    if (other.picks[i] !== 0 && other.picks[i] !== picks[i]) return false;
  return true;
}

function wayOf(
  programme: Programme,
  requirement: string,
  readings: readonly Reading[],
  picks: readonly number[],
): Way {
  const picked = readings.flatMap(({ id, answers }, i) =>
    picks[i] === 0 ? [] : [[id, answers[picks[i]!]!.id] as const],
  );
  const answers = Object.fromEntries(picked);
  const read = withReadings(programme, answers);
  const narrow = narrowed(read, requirement);
  const assessor = assessorsOf(narrow).journey.find((each) => each.requirement.id === requirement)!;
  const same = <Item>(one: readonly Item[], other: readonly Item[]) =>
    one.length === other.length && one.every((item, i) => item === other[i]);
  const sharesFacts = same(read.events, programme.events) && read.calendars === programme.calendars;
  return { answers, picks, programme: narrow, assessor, sharesFacts };
}

/** A programme with one requirement, and those whose work its states are made of or whose cases it shares. */
function narrowed(programme: Programme, requirement: string): Programme {
  const parts = programme.standards.flatMap(({ requirements }) => requirements);
  const needed = new Set([requirement]);
  for (const state of programme.states)
    if ("work" in state) for (const work of state.work) needed.add(work.requirement);
  for (const part of parts) {
    if (needed.has(part.id) && part.kind === "proportion" && "met" in part.share) needed.add(part.share.met);
  }
  const standards = programme.standards.map((standard) => ({
    ...standard,
    requirements: standard.requirements.filter(({ id }) => needed.has(id)),
  }));
  return { ...programme, standards: standards.filter(({ requirements }) => requirements.length > 0) };
}

/** Every way of answering the questions but the one in force, those that answer the fewest otherwise first. */
function combinations(programme: Programme, readings: readonly Reading[]): number[][] {
  const count = readings.reduce((product, { answers }) => product * answers.length, 1);
  if (count > MOST) {
    throw new ProgrammeFault({
      code: "compliance/too-many-readings",
      given: `${count} ways of answering ${readings.map(({ id }) => id).join(", ")} of ${programme.id}`,
      allowed: `at most ${MOST} for one requirement`,
      todo: "Answer some of them with withReadings first.",
    });
  }
  const all = readings.reduce<number[][]>(
    (found, { answers }) => found.flatMap((rest) => answers.map((_answer, i) => [...rest, i])),
    [[]],
  );
  const size = (picks: readonly number[]) => picks.filter((pick) => pick > 0).length;
  return all.filter((picks) => size(picks) > 0).sort((one, other) => size(one) - size(other));
}
