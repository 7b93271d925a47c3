import fc from "fast-check";
import {
  amend,
  hashOf,
  type Programme,
  parseProgramme,
  type Variation,
  whpCoreCv04,
  whpCorePreCovid,
  whpJetsCv06,
  withReadings,
} from "programme-rules";
import { exampleOffer, workProgrammeFramework } from "programme-rules/programmes";
import { describe, expect, test } from "vitest";

const programmes: readonly Programme[] = [
  whpCoreCv04,
  whpJetsCv06,
  whpCorePreCovid,
  workProgrammeFramework,
  amend(whpCoreCv04, exampleOffer),
];
const anyProgramme = fc.constantFrom(...programmes);

/** A programme and some of its questions answered. */
const answered = anyProgramme.chain((programme) =>
  fc
    .record(
      Object.fromEntries(
        programme.readings.map(({ id, answers }) => [
          id,
          fc.constantFrom(...answers.map((answer) => answer.id)),
        ]),
      ),
      { requiredKeys: [] },
    )
    .map((answers) => ({ programme, answers: answers as Record<string, string> })),
);

/** Titles set on some things of a programme: no reading decides a title. */
const retitling = (programme: Programme, id: string): fc.Arbitrary<Variation> => {
  const parts = programme.standards.flatMap(({ requirements }) => requirements.map((part) => part.id));
  return fc.subarray(parts, { minLength: 1 }).map((ids) => ({
    id,
    title: "Titles",
    basis: "assumed" as const,
    changes: {
      set: Object.fromEntries(ids.map((part) => [part, { title: `${part} by ${id}` }])),
      add: {
        groups: [{ id: `group-${id}`, title: `Of ${id}` }],
        events: [{ id: `event-${id}`, title: `Of ${id}` }],
      },
    },
  }));
};

describe("laws of changes", () => {
  test("answering is order-free: in one go, in any order, one by one", () => {
    fc.assert(
      fc.property(answered, fc.infiniteStream(fc.nat()), ({ programme, answers }, order) => {
        const entries = Object.entries(answers);
        const shuffled = entries
          .map((entry) => ({ entry, at: order.next().value as number }))
          .sort((one, other) => one.at - other.at)
          .map(({ entry }) => entry);
        const together = withReadings(programme, answers);
        const oneByOne = shuffled.reduce(
          (result, [id, answer]) => withReadings(result, { [id]: answer }),
          programme,
        );
        expect(oneByOne).toEqual(together);
        expect(withReadings(programme, Object.fromEntries(shuffled))).toEqual(together);
        expect(hashOf(oneByOne)).toBe(hashOf(together));
      }),
      { numRuns: 60 },
    );
  });

  test("the first answer changes nothing but the record of answering", () => {
    fc.assert(
      fc.property(anyProgramme, (programme) => {
        const first = Object.fromEntries(programme.readings.map(({ id, answers }) => [id, answers[0]!.id]));
        const { chosen, decided, ...result } = withReadings(programme, first);
        expect({ ...result, readings: programme.readings }).toEqual(programme);
        expect(chosen ?? {}).toEqual(first);
        expect(new Set(Object.values(decided ?? {})).size).toBe(programme.readings.length);
      }),
    );
  });

  test("empty changes change nothing", () => {
    for (const programme of programmes) {
      expect(amend(programme, { id: "nothing", title: "Nothing", changes: {} })).toEqual(programme);
      expect(amend(programme, [])).toEqual(programme);
    }
  });

  test("answering and varying commute where they touch different fields", () => {
    fc.assert(
      fc.property(
        answered.chain((given) =>
          retitling(given.programme, "titles").map((variation) => ({ ...given, variation })),
        ),
        ({ programme, answers, variation }) => {
          const one = amend(withReadings(programme, answers), variation);
          const other = withReadings(amend(programme, variation), answers);
          expect(one).toEqual(other);
        },
      ),
      { numRuns: 12 },
    );
  });

  test("variations applied together are order-free, or refused for setting one field twice", () => {
    const pair = anyProgramme.chain((programme) =>
      fc.tuple(fc.constant(programme), retitling(programme, "one"), retitling(programme, "two")),
    );
    fc.assert(
      fc.property(pair, ([programme, one, two]) => {
        const shared = Object.keys(one.changes.set!).some((id) => Object.hasOwn(two.changes.set!, id));
        if (shared) expect(() => amend(programme, [one, two])).toThrow("Expected each field set by one of");
        else expect(amend(programme, [one, two])).toEqual(amend(programme, [two, one]));
      }),
      { numRuns: 12 },
    );
  });

  test("no variation overwrites what a reading decides, open or answered, unless it settles it", () => {
    for (const programme of programmes) {
      for (const reading of programme.readings) {
        for (const { changes } of reading.answers.slice(1)) {
          const variation = { id: "over", title: "Over", changes: { set: changes.set! } };
          expect(() => amend(programme, variation)).toThrow(`decided by the reading ${reading.id}`);
          const chosen = withReadings(programme, { [reading.id]: reading.answers[0]!.id });
          expect(() => amend(chosen, variation)).toThrow(`decided by the answer chosen for ${reading.id}`);
          const settling = { ...variation, changes: { ...variation.changes, settles: [reading.id] } };
          expect(amend(programme, settling).readings.some(({ id }) => id === reading.id)).toBe(false);
        }
      }
    }
  });

  test("a programme under any answers survives a JSON round trip", () => {
    fc.assert(
      fc.property(answered, ({ programme, answers }) => {
        const resolved = withReadings(programme, answers);
        expect(parseProgramme(JSON.parse(JSON.stringify(resolved)))).toEqual(resolved);
      }),
      { numRuns: 12 },
    );
  });

  test("changing leaves the given programme as it was", () => {
    for (const programme of programmes) {
      const before = hashOf(programme);
      for (const { id, answers } of programme.readings) withReadings(programme, { [id]: answers.at(-1)!.id });
      expect(hashOf(structuredClone(programme))).toBe(before);
    }
  });
});
