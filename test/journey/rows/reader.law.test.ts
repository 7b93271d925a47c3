import fc from "fast-check";
import { type JourneyEvent, type Row, readJourneys, whpJetsCv06 } from "programme-rules";
import { expect, test } from "vitest";
import { KIND_OF_COLUMN, LONG_COLUMNS, wideColumns } from "../../../src/journey/rows/columns.js";
import { journeySchema } from "../../../src/journey/schema.js";

const word = fc.constantFrom(
  "",
  " ",
  "R1",
  "R2",
  "R3",
  "yes",
  "no",
  "started",
  "did-not-attend",
  "england",
  "esf",
  "whp-jets",
  "contacted",
  "attested",
  "earnings",
  "retracted",
  "12",
);
const date = fc
  .date({ min: new Date("2021-01-01"), max: new Date("2021-12-31"), noInvalidDate: true })
  .map((day) => day.toISOString().slice(0, 10));
const odd = fc.constantFrom<unknown>(
  undefined,
  null,
  7,
  true,
  Number.NaN,
  {},
  [],
  new Date(0),
  Object.create(null),
  Symbol("x"),
  5n,
);
/** Text that no message of ours could hold by chance. */
const foreign = fc.string({ minLength: 1, maxLength: 12 }).map((text) => `§${text}§`);
const cell = fc.oneof(
  { weight: 4, arbitrary: word },
  { weight: 4, arbitrary: date },
  foreign,
  fc.string(),
  odd,
);

const row = (columns: readonly string[]) =>
  fc
    .tuple(
      fc.dictionary(fc.constantFrom(...columns, "__proto__", "constructor", "Notes"), cell),
      fc.tuple(cell, cell, cell),
    )
    .map(
      ([cells, [one, two, three]]) =>
        ({ [columns[0]!]: one, [columns[1]!]: two, on: three, received_on: two, ...cells }) as Row,
    );
const wideRows = fc
  .array(row(wideColumns), { maxLength: 8 })
  .map((rows) => rows.map(({ on, ...cells }) => cells as Row));
const longRows = fc.array(row([...LONG_COLUMNS, "workingDays", "pence", "holds", "of", "status"]), {
  maxLength: 8,
});
const mapping = fc.record({
  programme: fc.constantFrom(undefined, whpJetsCv06),
  dates: fc.constantFrom(undefined, "iso" as const, "uk" as const),
});

const read = (
  rows: readonly Row[],
  events: readonly Row[],
  given: { programme: typeof whpJetsCv06 | undefined; dates: "iso" | "uk" | undefined },
) =>
  readJourneys(rows, {
    events,
    ...(given.programme === undefined ? {} : { programme: given.programme }),
    ...(given.dates === undefined ? {} : { dates: given.dates }),
  });

const notAJourney = new Set([
  "journey/no-id",
  "journey/id-too-long",
  "journey/other-programme",
  "journey/empty-row",
  "journey/total-row",
  "journey/page-line",
]);

test("whatever the rows hold, each becomes a journey or is said not to", () => {
  fc.assert(
    fc.property(wideRows, longRows, mapping, (rows, events, given) => {
      const { journeys, problems } = read(rows, events, given);
      const refused = problems.filter(
        ({ code, column, message }) =>
          (notAJourney.has(code) && message.startsWith("Line")) ||
          (code === "journey/not-text" && column === "id" && message.startsWith("Line")),
      );
      // A row whose id came before is the same journey, unless the row before was none.
      const again = problems.filter(({ code }) => code === "journey/id-used-before").length;
      const most = rows.length - new Set(refused.map(({ line }) => line)).size;
      expect(journeys.length).toBeLessThanOrEqual(most);
      expect(journeys.length).toBeGreaterThanOrEqual(most - again);
      expect(new Set(journeys.map(({ id }) => id)).size).toBe(journeys.length);
    }),
    { numRuns: 500 },
  );
});

test("each long row becomes an event, or is said not to", () => {
  fc.assert(
    fc.property(wideRows, longRows, mapping, (rows, events, given) => {
      const without = read(rows, [], given);
      const { journeys, problems } = read(rows, events, given);
      const count = (all: typeof journeys) => all.reduce((sum, journey) => sum + journey.events.length, 0);
      const refused = new Set(
        problems.filter(({ message }) => /^Events line (?!1,)/.test(message)).map(({ line }) => line),
      );
      expect(count(journeys) - count(without.journeys) + refused.size).toBeGreaterThanOrEqual(events.length);
    }),
    { numRuns: 500 },
  );
});

test("no message holds what stands in a cell", () => {
  fc.assert(
    fc.property(
      fc.array(fc.dictionary(fc.constantFrom(...wideColumns), foreign), { maxLength: 4 }),
      mapping,
      (cells, given) => {
        const rows = cells.map((each, at) => ({ id: `§${at}`, received_on: "§", ...each }));
        const { problems } = read(
          rows,
          rows.map(({ id }) => ({ id, kind: "§", on: "§" })),
          given,
        );
        for (const { message } of problems) expect(message).not.toContain("§");
        if (rows.length > 0) expect(problems.some(({ value }) => value?.includes("§"))).toBe(true);
      },
    ),
  );
});

test("every journey that is read has the published shape", () => {
  fc.assert(
    fc.property(wideRows, longRows, mapping, (rows, events, given) => {
      for (const journey of read(rows, events, given).journeys) {
        expect(journeySchema.safeParse(JSON.parse(JSON.stringify(journey))).success).toBe(true);
      }
    }),
    { numRuns: 300 },
  );
});

test("dates written the British way are the same journeys as dates written the ISO way", () => {
  const columns = Object.keys(KIND_OF_COLUMN).filter((column) => column !== "prap_updated_on");
  const filled = fc.dictionary(fc.constantFrom(...columns), date);
  fc.assert(
    fc.property(fc.array(filled, { minLength: 1, maxLength: 5 }), (dates) => {
      const rows = dates.map((each, at) => ({ id: `R${at}`, received_on: "2021-04-01", ...each }));
      const british = rows.map((each) =>
        Object.fromEntries(
          Object.entries(each).map(([column, text]) => [
            column,
            text.replace(/^(\d{4})-0?(\d+)-0?(\d+)$/, "$3/$2/$1"),
          ]),
        ),
      );
      expect(readJourneys(british, { dates: "uk" })).toEqual(readJourneys(rows));
    }),
  );
});

test("a bad date takes away one event and nothing else", () => {
  const columns = Object.keys(KIND_OF_COLUMN).filter(
    (column) => !["prap_updated_on", "job_ended_on"].includes(column),
  ) as (keyof typeof KIND_OF_COLUMN)[];
  fc.assert(
    fc.property(fc.constantFrom(...columns), foreign, (column, text) => {
      const good: Row = Object.fromEntries([["id", "R1"], ...columns.map((each) => [each, "2021-04-01"])]);
      const [before] = readJourneys([good]).journeys;
      const [after] = readJourneys([{ ...good, [column]: text }]).journeys;
      const kind = KIND_OF_COLUMN[column];
      expect(after).toEqual({
        ...before,
        events: before!.events.filter((event: JourneyEvent) => event.kind !== kind),
        unreadable: [kind],
        // Of what may happen again and again the column holds the first alone, and now not even that.
        notRecorded: before!.notRecorded!.filter((each) => each !== kind),
      });
    }),
  );
});
