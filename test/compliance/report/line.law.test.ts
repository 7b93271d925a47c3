import fc from "fast-check";
import { test } from "vitest";
import { judge } from "../../../src/compliance/report/line.js";

const few = fc.integer({ min: 0, max: 40 });
const counts = fc.record({ met: few, notMet: few, pending: few, undetermined: few });
const targets = fc.oneof(
  fc.constant({ every: true } as const),
  fc.integer({ min: 0, max: 1000 }).map((tenth) => ({ atLeast: `${Math.floor(tenth / 10)}.${tenth % 10}%` })),
  fc.integer({ min: 0, max: 1000 }).map((tenth) => ({ atMost: `${Math.floor(tenth / 10)}.${tenth % 10}%` })),
);

test("a settled verdict holds however the open and undetermined cases end", () =>
  fc.assert(
    fc.property(counts, targets, fc.nat(), (start, target, seed) => {
      const { met, notMet, pending, undetermined } = start;
      const succeed = seed % (pending + undetermined + 1);
      const end = {
        met: met + succeed,
        notMet: notMet + pending + undetermined - succeed,
        pending: 0,
        undetermined: 0,
      };
      const first = judge(start, target);
      const last = judge(end, target);
      if (first.verdict === "met" || first.verdict === "not-met") return last.verdict === first.verdict;
      return last.verdict === "met" || last.verdict === "not-met" || last.verdict === "not-applicable";
    }),
  ));

test("the final share lies between worst and best", () =>
  fc.assert(
    fc.property(counts, targets, fc.nat(), (start, target, seed) => {
      const { met, notMet, pending, undetermined } = start;
      const succeed = seed % (pending + undetermined + 1);
      const end = {
        met: met + succeed,
        notMet: notMet + pending + undetermined - succeed,
        pending: 0,
        undetermined: 0,
      };
      const { worst, best } = judge(start, target);
      const { worst: final } = judge(end, target);
      const [low, high] = [worst.count, best.count].sort((one, other) => one - other);
      return low! <= final.count && final.count <= high!;
    }),
  ));

test("headroom is how many more failures the target bears, by counting up one by one", () =>
  fc.assert(
    fc.property(counts, targets, (start, target) => {
      const of = start.met + start.notMet + start.pending + start.undetermined;
      fc.pre(of > 0);
      const { headroom } = judge(start, target);
      const isMetWith = (failed: number) =>
        judge({ met: of - failed, notMet: failed, pending: 0, undetermined: 0 }, target).verdict === "met";
      let affordable = -1;
      while (affordable < of && isMetWith(affordable + 1)) affordable++;
      return headroom === affordable - start.notMet;
    }),
  ));
