import fc from "fast-check";
import {
  backlog,
  backlogAcrossReadings,
  backlogByDay,
  type Journey,
  report,
  whpCoreCv04,
  whpJetsCv06,
  withReadings,
} from "programme-rules";
import { expect, test } from "vitest";
import { readingsBehind } from "../../src/rules/index.js";
import { asAts, caseloads } from "../compliance/journeys.js";
import { bankHolidays } from "../oracle/bank-holidays.js";
import { dayByDay, dayOf, FIRST, LAST, textOf } from "../oracle/day-by-day.js";

const wall = dayByDay({
  from: FIRST,
  until: LAST,
  holidays: bankHolidays("england-and-wales").map(({ on }) => on),
});

/** Whether a clerk would say on a day that work is overdue and undone: each task looked at by itself. */
function isWaiting({ events }: Journey, asAt: string): boolean {
  const known = events.filter(({ on, knownOn }) => on <= asAt && (knownOn ?? on) <= asAt);
  const received = known.find(({ kind }) => kind === "referral-received");
  if (received === undefined) return false;
  const done = (matches: (event: Journey["events"][number]) => boolean) =>
    known.some((event) => event.on >= received.on && matches(event));
  const overdue = (workingDays: number) => textOf(wall.after(dayOf(received.on), workingDays)!) < asAt;
  const left = known
    .filter(({ kind }) => kind === "left")
    .map(({ on }) => on)
    .sort()[0];
  const excused = (workingDays: number) =>
    left !== undefined && left < textOf(wall.after(dayOf(received.on), workingDays)!);
  const open = (workingDays: number, isDone: boolean) =>
    overdue(workingDays) && !isDone && !excused(workingDays);
  const updated = done(({ kind }) => kind === "prap-updated");
  const absent = done(({ kind, status }) => kind === "prap-updated" && status !== "started");
  return (
    open(
      2,
      done(({ kind }) => kind === "referral-acknowledged"),
    ) ||
    open(15, done(({ kind }) => kind === "initial-appointment") || absent) ||
    open(15, updated)
  );
}

/** Contradictory journeys are undetermined, and another test's business. */
const isPlain = ({ events }: Journey) => {
  const received = events[0]!.on;
  const leavings = events.filter(({ kind }) => kind === "left");
  return (
    events.every(({ on }) => on >= received) &&
    leavings.length < 2 &&
    !events.some(({ kind }) => kind === "left" && !events.some(({ kind: other }) => other === "started"))
  );
};
const orderly = ({ events }: Journey) =>
  events.every(
    ({ kind, on }) => kind !== "left" || events.every((other) => other.kind !== "started" || other.on <= on),
  );

test("who is in backlog is who a clerk finds with overdue work", () =>
  fc.assert(
    fc.property(caseloads, asAts, (all, asAt) => {
      const caseload = all.filter(isPlain).filter(orderly);
      const found = backlog(whpJetsCv06, caseload, { asAt });
      const expected = caseload.filter((journey) => isWaiting(journey, asAt)).map(({ id }) => id);
      expect(found.waiting.map(({ journey }) => journey).sort()).toEqual(expected.sort());
    }),
    { numRuns: 300 },
  ));

test("the backlog and the report's line on it agree", () =>
  fc.assert(
    fc.property(
      caseloads,
      asAts,
      fc.constantFrom("all-to-date", "open", "received-in-month"),
      (caseload, asAt, answer) => {
        const programme = withReadings(whpJetsCv06, { "backlog-denominator": answer });
        const line = report(programme, caseload, { asAt }).lines.find(
          ({ requirement }) => requirement === "css-2/backlog-share",
        );
        const found = backlog(programme, caseload, { asAt });
        fc.pre(found.undetermined === 0);
        expect(found.share).toEqual(line?.best);
      },
    ),
    { numRuns: 200 },
  ));

test("since and age bound each other, and everyone listed waits longest first", () =>
  fc.assert(
    fc.property(caseloads, asAts, (caseload, asAt) => {
      const { waiting } = backlog(whpJetsCv06, caseload, { asAt });
      for (const { receivedOn, since, ageWorkingDays, work } of waiting) {
        expect(receivedOn <= since && since <= asAt).toBe(true);
        expect(ageWorkingDays).toBe(wall.count(dayOf(receivedOn), dayOf(asAt)));
        expect(work.length).toBeGreaterThan(0);
      }
      const ages = waiting.map(({ ageWorkingDays }) => ageWorkingDays!);
      expect(ages).toEqual([...ages].sort((one, other) => other - one));
    }),
  ));

const programmes = fc.constantFrom(
  [whpJetsCv06, "css-2/backlog-share"] as const,
  [whpCoreCv04, "css-4/backlog-share"] as const,
);

test("beside the chosen answers stands every other answer behind the share, with what the report says under it", () =>
  fc.assert(
    fc.property(programmes, caseloads, asAts, ([programme, requirement], caseload, asAt) => {
      const { otherReadings } = backlog(programme, caseload, { asAt });
      const behind = readingsBehind(programme, requirement);
      expect(otherReadings.map(({ reading, answer }) => `${reading}=${answer}`)).toEqual(
        behind.flatMap(({ id, answers: [, ...others] }) => others.map((other) => `${id}=${other.id}`)),
      );
      for (const { reading, answer, share, undetermined } of otherReadings) {
        const read = withReadings(programme, { [reading]: answer });
        const [line] = report(read, caseload, { asAt, requirements: [requirement] }).lines;
        expect(share.count).toBe(line!.notMet);
        // Who is among the open ones cannot be told of those whose records cannot be read.
        if (undetermined === 0) expect(share.of).toBe(line!.counted);
      }
    }),
    { numRuns: 60 },
  ));

test("day by day, the other readings are the sweep under each of them", () =>
  fc.assert(
    fc.property(caseloads, (caseload) => {
      const span = { from: "2021-03-20", asAt: "2021-04-11" };
      for (const { reading, answer, days } of backlogAcrossReadings(whpJetsCv06, caseload, span)) {
        expect(days).toEqual(backlogByDay(withReadings(whpJetsCv06, { [reading]: answer }), caseload, span));
      }
    }),
    { numRuns: 20 },
  ));
