import fc from "fast-check";
import { expect, test } from "vitest";
import { geometric, uniformsOf } from "../../../src/cohorts/index.js";
import { Queue } from "../../../src/tender/capacity/queue.js";
import { type Ending, slowQueue, type Waiting } from "../../oracle/queue.js";

const DAYS = 25;
const setting = fc.record({
  received: fc.array(fc.integer({ min: 0, max: 6 }), { minLength: DAYS, maxLength: DAYS }),
  slots: fc.array(fc.integer({ min: 0, max: 9 }), { minLength: DAYS, maxLength: DAYS }),
  didNotAttend: fc.constantFrom(0, 0.1, 0.3, 0.6, 0.9),
  mostAttempts: fc.constantFrom(1, 2, 3, Number.POSITIVE_INFINITY),
  rebookAfter: fc.integer({ min: 0, max: 6 }),
  seed: fc.integer(),
});
type Setting = typeof setting extends fc.Arbitrary<infer T> ? T : never;

/** Works the queue through and looks at every close of day. */
function worked<T>(given: Setting, look: (queue: Queue, day: number) => T): T[] {
  const queue = new Queue(Int32Array.from(given.slots), given);
  queue.start(uniformsOf(given.seed, 0));
  return given.received.map((count, day) => {
    queue.work(day, count);
    return look(queue, day);
  });
}

/** Everybody in order of receipt, the appointments each will miss drawn one after the other. */
function people({ received, didNotAttend, seed }: Setting): Waiting[] {
  const uniform = uniformsOf(seed, 0);
  const attending = geometric(didNotAttend);
  let nextToMiss = attending(uniform);
  return received
    .flatMap((count, day) => new Array<number>(count).fill(day))
    .map((day, at) => {
      if (at !== nextToMiss) return { day, misses: 0 };
      const misses = 1 + geometric(1 - didNotAttend)(uniform);
      nextToMiss = at + 1 + attending(uniform);
      return { day, misses };
    });
}

const openOn = (endings: readonly Ending[], day: number) =>
  endings.filter((each) => each.day <= day && (each.endedOn === null || each.endedOn > day));

test("every day referrals = attended + closed + open", () =>
  fc.assert(
    fc.property(setting, (given) => {
      let received = 0;
      worked(given, (queue, day) => {
        received += given.received[day]!;
        expect(queue.done + queue.closed + queue.open(day)).toBe(received);
        expect(queue.received(day)).toBe(received);
      });
    }),
  ));

test("it is the queue that serves one person after the other", () =>
  fc.assert(
    fc.property(setting, (given) => {
      const endings = slowQueue(people(given), given);
      worked(given, (queue, day) => {
        const open = openOn(endings, day);
        const ended = (how: string) =>
          endings.filter((each) => each.how === how && each.endedOn !== null && each.endedOn <= day).length;
        expect(queue.open(day)).toBe(open.length);
        expect(queue.done).toBe(ended("attended"));
        expect(queue.closed).toBe(ended("closed"));
        expect(queue.oldest(day)).toBe(open[0]?.day ?? -1);
      });
    }),
  ));

test("the open up to a day, and between two, are those the slow queue leaves open", () =>
  fc.assert(
    fc.property(setting, fc.integer({ min: 0, max: 5 }), (given, due) => {
      const endings = slowQueue(people(given), given);
      worked(given, (queue, day) => {
        if (day < due) return;
        const old = openOn(endings, day).filter((each) => each.day <= day - due);
        expect(queue.openUntil(day - due)).toBe(old.length);
        const from = Math.max(0, day - due - 3);
        expect(queue.openBetween(from, day - due)).toBe(old.filter((each) => each.day >= from).length);
      });
    }),
  ));

test("with nobody missing an appointment the queue is the running maximum of the plain recursion", () =>
  fc.assert(
    fc.property(setting, (given) => {
      let open = 0;
      worked({ ...given, didNotAttend: 0 }, (queue, day) => {
        open = Math.max(0, open + given.received[day]! - given.slots[day]!);
        expect(queue.open(day)).toBe(open);
      });
    }),
  ));

test("rebooked by the next working day, one slot more never leaves more people open on any day", () =>
  fc.assert(
    fc.property(setting, fc.integer({ min: 0, max: DAYS - 1 }), (given, extra) => {
      const soon = { ...given, rebookAfter: given.rebookAfter % 2 };
      const slots = soon.slots.map((count, day) => count + (day === extra ? 1 : 0));
      const fewer = worked(soon, (queue, day) => queue.open(day));
      const more = worked({ ...soon, slots }, (queue, day) => queue.open(day));
      expect(more.every((open, day) => open <= fewer[day]!)).toBe(true);
    }),
  ));
