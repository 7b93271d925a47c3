import fc from "fast-check";
import { assessOutcome } from "programme-rules";
import { workProgrammeRegimeV3 } from "programme-rules/programmes";
import { expect, test } from "vitest";
import { dateOfDay } from "../oracle/outcomes.js";

const job = fc
  .tuple(fc.integer({ min: -40, max: 500 }), fc.option(fc.nat({ max: 220 }), { nil: undefined }))
  .map(([from, length]) => ({ from, until: length === undefined ? undefined : from + length }));
const jobs = fc.array(job, { maxLength: 5 });
const AS_AT = 720;

/** Lives one day after the other, counting those in any job. */
function metDay(list: readonly { from: number; until: number | undefined }[], needed: number) {
  let worked = 0;
  for (let day = 0; day <= AS_AT; day += 1) {
    if (list.some(({ from, until }) => from <= day && day <= (until ?? AS_AT))) worked += 1;
    if (worked === needed) return day;
  }
  return undefined;
}

test("an outcome by time in work is met on the day that counting day by day gives", () =>
  fc.assert(
    fc.property(jobs, fc.constantFrom(["pg1", 26], ["pg6", 13]), (list, [group, weeks]) => {
      const events = list.flatMap(({ from, until }, at) => [
        { kind: "job-started", on: dateOfDay(from), id: `job-${at}` },
        ...(until === undefined ? [] : [{ kind: "job-ended", on: dateOfDay(until), job: `job-${at}` }]),
      ]);
      const started = { kind: "started", on: dateOfDay(0) };
      const journey = { id: "R1", group: group as string, events: [started, ...events] };
      const { status, metOn } = assessOutcome(workProgrammeRegimeV3, journey, { asAt: dateOfDay(AS_AT) });
      const wanted = metDay(list, (weeks as number) * 7);
      expect(metOn).toBe(wanted === undefined ? undefined : dateOfDay(wanted));
      expect(status).toBe(wanted === undefined ? "open" : "converted");
    }),
  ));
