import fc from "fast-check";
import { rowReader } from "programme-rules";
import { expect, test } from "vitest";
import { isInOrder, MergedEvents, SortedEvents } from "../../../src/cli/input/event-source.js";

const KINDS = ["contacted", "contact-attempted"];
const IDS: readonly string[] = ["R1", "R10", "R2", "R3", "r1", "é", "R-with-a-long-name-of-its-own"];
const rowsOf = fc.record({
  ids: fc.uniqueArray(fc.constantFrom(...IDS), { minLength: 1 }),
  events: fc.array(
    fc.tuple(
      fc.constantFrom(...IDS, "nobody"),
      fc.constantFrom(...KINDS),
      fc.constantFrom("2021-04-06", "2021-04-07", "never"),
    ),
    { maxLength: 40 },
  ),
  held: fc.integer({ min: 1, max: 50 }),
  batch: fc.integer({ min: 1, max: 7 }),
});

const HEAD = ["id", "kind", "on"];

async function* inBatches(events: readonly (readonly string[])[], size: number) {
  const rows = events.map((cells, at) => ({ cells, line: at + 2 }));
  for (let at = 0; at < rows.length; at += size) yield rows.slice(at, at + size);
}

/** A reader that knows the referrals, and the lines of events that it was told are nobody's. */
function readerOf(ids: readonly string[]) {
  const nobodys: (number | undefined)[] = [];
  const reader = rowReader({}, ({ code, line }) => {
    if (code === "journey/event-without-journey") nobodys.push(line);
  });
  reader.header(["id", "received_on"]);
  for (const [at, id] of ids.entries()) reader.note([id, "2021-04-01"], at + 2);
  reader.eventHeader(HEAD);
  return { reader, nobodys };
}

test("events are each referral's own, in whatever order they come and however few are held at a time", () =>
  fc.assert(
    fc.asyncProperty(rowsOf, async ({ ids, events, held, batch }) => {
      const { reader, nobodys } = readerOf(ids);
      const source = await SortedEvents.of(inBatches(events, batch), reader, held);
      for (const id of ids) {
        const found = await source.of(reader.placeOf(id));
        const own = events.flatMap(([journey], at) => (journey === id ? [at + 2] : []));
        expect(found.map(({ line }) => line)).toEqual(own);
        for (const { line, event, unreadable, journey } of found) {
          const [, kind, on] = events[line - 2]!;
          expect(journey).toBe(id);
          if (on === "never") expect({ event, unreadable }).toEqual({ event: undefined, unreadable: kind });
          else expect(event).toEqual({ kind, on });
        }
      }
      await source.finish();
      await source.close();
      const strays = events.flatMap(([journey], at) => (ids.includes(journey) ? [] : [at + 2]));
      expect(nobodys.toSorted((one, other) => one! - other!)).toEqual(strays);
    }),
  ));

test("in the order of the referrals, they are the same read side by side with them", () =>
  fc.assert(
    fc.asyncProperty(rowsOf, async ({ ids, events, held, batch }) => {
      const places = new Map(ids.map((id, at) => [id, at]));
      const ordered = events
        .filter(([id]) => places.has(id))
        .toSorted(([one], [other]) => places.get(one)! - places.get(other)!);
      const one = readerOf(ids).reader;
      const other = readerOf(ids).reader;
      const merged = new MergedEvents(inBatches(ordered, batch), one);
      const sorted = await SortedEvents.of(inBatches(ordered, batch), other, held);
      expect(await isInOrder(inBatches(ordered, batch), one)).toBe(true);
      for (const id of ids)
        expect(await merged.of(one.placeOf(id))).toEqual(await sorted.of(other.placeOf(id)));
      await sorted.close();
    }),
  ));

test("are in order exactly where no referral's come after those of a later one", () =>
  fc.assert(
    fc.asyncProperty(rowsOf, async ({ ids, events, batch }) => {
      const places = events.map(([id]) => ids.indexOf(id)).filter((place) => place >= 0);
      const expected = places.every((place, at) => place >= Math.max(0, ...places.slice(0, at)));
      expect(await isInOrder(inBatches(events, batch), readerOf(ids).reader)).toBe(expected);
    }),
  ));
