import { type Row, type RowMapping, readJourneys, report, whpJetsCv06, wideColumns } from "programme-rules";
import { afterEach, beforeEach, expect, test } from "vitest";
import { Chance } from "./chance.js";
import { MARK, odd, row } from "./malformed.js";
import { described, expectNamed, given, prototypes } from "./refusals.js";
import { cases, seed } from "./size.js";

const LONG = ["id", "kind", "on", "known_on", "event_id", "of", "status", "workingDays", "holds"];
const NO_JOURNEY = [
  "journey/no-id",
  "journey/id-too-long",
  "journey/id-used-before",
  "journey/other-programme",
  "journey/empty-row",
  "journey/total-row",
  "journey/page-line",
];

let before: unknown;
beforeEach(() => {
  before = prototypes();
});
afterEach(() => expect(prototypes()).toEqual(before));

const mappingOf = (chance: Chance, events: Row[]): RowMapping => ({
  events,
  ...(chance.once(2) ? { programme: whpJetsCv06 } : {}),
  ...(chance.once(2) ? { dates: chance.one(["iso", "uk"] as const) } : {}),
});

test(`each of ${cases} malformed rows becomes a journey or is said not to (seed ${seed + 10})`, () => {
  const chance = new Chance(seed + 10);
  for (let made = 0; made < cases; ) {
    const size = 1 + chance.below(40);
    const rows = Array.from({ length: size }, (_, i) => row(chance, wideColumns, made + i) as Row);
    // A first row with every column: what is fuzzed here are cells, not headings.
    rows.unshift(Object.fromEntries(wideColumns.map((column) => [column, ""])));
    const events = chance.list(8, () => row(chance, LONG, made + chance.below(size)) as Row);
    events.unshift(Object.fromEntries(LONG.map((column) => [column, ""])));
    const mapping = mappingOf(chance, events);
    made += size;
    const read = given(
      () => readJourneys(rows, mapping),
      () => ({ rows, events }),
    );
    if (read === undefined) throw new Error(`Refused ${described({ rows, events })}`);
    const { journeys, problems } = read;
    const lost = new Set(
      problems
        .filter(({ code, message, column }) => {
          const isId = code === "journey/not-text" && column === "id" && message.startsWith("Line");
          return (NO_JOURNEY.includes(code) && message.startsWith("Line")) || isId;
        })
        .map(({ line }) => line),
    );
    expect(journeys.length + lost.size).toBe(rows.length);
    // A heading nobody knows is named as it stands; what stands below one never is.
    expectNamed(problems.filter(({ code }) => code !== "journey/unknown-column"));
    const counted = report(whpJetsCv06, journeys, { asAt: "2021-05-14" });
    const others = counted.problems.filter(({ code }) => code === "journey/other-programme");
    expect(counted.journeys + others.length).toBe(journeys.length);
    expectNamed(counted.problems);
  }
});

test(`${Math.ceil(cases / 20)} malformed headings and mappings are followed or refused by name (seed ${seed + 11})`, () => {
  const chance = new Chance(seed + 11);
  const names = [...wideColumns, ...LONG, "__proto__", "constructor", "toString", `${MARK}note`];
  for (let made = 0; made < cases / 20; made++) {
    const rows = chance.list(3, () => row(chance, names, made) as Row);
    const mapping: Record<string, unknown> = {};
    for (const field of ["columns", "eventColumns", "ignore", "dates", "values", "programme", "events"]) {
      if (chance.once(3)) mapping[field] = odd(chance);
      else if (chance.once(6)) mapping[field] = { [chance.one(names)]: odd(chance) };
    }
    const wrong = chance.once(20) ? odd(chance) : mapping;
    try {
      const { problems } = readJourneys(chance.once(10) ? (odd(chance) as never) : rows, wrong as RowMapping);
      for (const { code, message } of problems) expect([code, message]).not.toContain("");
    } catch (error) {
      const { name } = error as Error;
      if (name !== "ProgrammeFault")
        throw new Error(`Crashed on ${described({ rows, wrong })}`, { cause: error });
    }
  }
});
