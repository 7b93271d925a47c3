import fc from "fast-check";
import { assess, assessOutcome, type JourneyEvent, whpCoreCv04 } from "programme-rules";
import { workProgrammeRegimeV3 } from "programme-rules/programmes";
import { expect, test } from "vitest";
import { dateOfDay } from "../oracle/outcomes.js";

const at = (kind: string, day: number, fields: object = {}): JourneyEvent => ({
  kind,
  on: dateOfDay(day),
  ...fields,
});
const job = (id: string, from: number, until: number | undefined) => [
  at("job-started", from, { id, selfEmployed: false }),
  ...(until === undefined ? [] : [at("job-ended", until, { job: id })]),
];
const others = fc.uniqueArray(
  fc.record({
    kind: fc.constantFrom("contacted", "in-work-needs-attempted", "returned-to-jobcentre", "meeting-missed"),
    day: fc.integer({ min: 0, max: 320 }),
  }),
  { maxLength: 6, selector: ({ kind, day }) => `${kind} ${day}` },
);
const life = fc
  .record({
    from: fc.integer({ min: -30, max: 200 }),
    length: fc.integer({ min: 0, max: 120 }),
    isOver: fc.boolean(),
    share: fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true })),
    others,
    left: fc.option(fc.integer({ min: 10, max: 300 }), { nil: undefined }),
  })
  .map(({ from, length, isOver, share: [one, other], others: rest, left }) => {
    const inner = [one, other].map((part) => from + Math.floor(part * length)).sort((a, b) => a - b);
    const events = [
      at("referral-received", -40),
      at("started", 0),
      ...rest.map(({ kind, day }) => at(kind, day)),
      ...(left === undefined ? [] : [at("left", left)]),
      ...job("A", from, isOver ? from + length : undefined),
    ];
    return { events, inside: job("B", inner[0]!, inner[1]!) };
  });
const ofEvents = (events: readonly JourneyEvent[]) => ({
  id: "R1",
  group: "pg6",
  attributes: { nation: "england" },
  events: [...events],
});
/** What is found, without the places of the evidence. */
const found = (events: readonly JourneyEvent[]) =>
  assess(whpCoreCv04, ofEvents(events), { asAt: dateOfDay(330) }).map(
    ({ evidence: _, ...finding }) => finding,
  );

test("a job that starts and ends inside another changes nothing", () => {
  let changed = 0;
  fc.assert(
    fc.property(life, ({ events, inside }) => {
      expect(found([...events, ...inside])).toEqual(found(events));
      const worked = (all: readonly JourneyEvent[]) =>
        assessOutcome(workProgrammeRegimeV3, ofEvents(all), { asAt: dateOfDay(330) }).metOn;
      expect(worked([...events, ...inside])).toBe(worked(events));
      if (JSON.stringify(found(events)) !== JSON.stringify(found([...events.slice(0, -2), ...inside])))
        changed++;
    }),
    { numRuns: 300 },
  );
  // That job alone would have changed much.
  expect(changed).toBeGreaterThan(100);
});

test("events of one day may be listed in any order", () =>
  fc.assert(
    fc.property(
      life.chain(({ events, inside }) => {
        const days = [0, 3, 7];
        const gathered = [...events, ...inside].map((event, i) => ({
          ...event,
          on: dateOfDay(days[i % 3]!),
        }));
        const [received, ...rest] = gathered;
        const whole = [{ ...received!, on: dateOfDay(-40) }, ...rest];
        return fc.tuple(
          fc.constant(whole),
          fc.shuffledSubarray(whole, { minLength: whole.length, maxLength: whole.length }),
        );
      }),
      ([events, shuffled]) => {
        expect(found(shuffled)).toEqual(found(events));
      },
    ),
    { numRuns: 500 },
  ));
