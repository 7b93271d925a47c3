import fc from "fast-check";
import { backlog, type Journey, report, whpJetsCv06, withReadings } from "programme-rules";
import { expect, test } from "vitest";
import { asAts, caseloads } from "../compliance/journeys.js";
import { bankHolidays } from "../oracle/bank-holidays.js";
import { dayByDay, dayOf, FIRST, LAST, textOf } from "../oracle/day-by-day.js";

const wall = dayByDay({
  from: FIRST,
  until: LAST,
  holidays: bankHolidays("england-and-wales").map(({ on }) => on),
});

/** Whether a clerk would say that work is overdue and undone at midnight: each task looked at by itself. */
function isWaiting({ events }: Journey, asAt: string): boolean {
  const known = events.filter(({ on, knownOn }) => on <= asAt && (knownOn ?? on) <= asAt);
  const received = known.find(({ kind }) => kind === "referral-received");
  if (received === undefined) return false;
  const done = (matches: (event: Journey["events"][number]) => boolean) =>
    known.some((event) => event.on >= received.on && matches(event));
  const overdue = (workingDays: number) => textOf(wall.after(dayOf(received.on), workingDays)!) <= asAt;
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

test("who is in backlog is who a clerk finds with overdue work at midnight", () =>
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
      const ages = waiting.map(({ ageWorkingDays }) => ageWorkingDays);
      expect(ages).toEqual([...ages].sort((one, other) => other - one));
    }),
  ));
