import fc from "fast-check";
import {
  assess,
  backlog,
  type DueDate,
  dueDates,
  type Journey,
  type Programme,
  report,
  whpCoreCv04,
  whpJetsCv06,
  worklist,
} from "programme-rules";
import { journeys } from "programme-rules/testing/arbitraries";
import { expect, test } from "vitest";
import { dayOf, textOf } from "../oracle/day-by-day.js";

const programmes = fc.constantFrom(
  {
    programme: whpJetsCv06,
    share: "css-2/backlog-share",
    work: ["css-1/acknowledged", "css-5/appointment", "css-5/prap-update"],
  },
  {
    programme: whpCoreCv04,
    share: "css-4/backlog-share",
    work: ["css-1/acknowledged", "css-3/appointment", "css-3/prap-update"],
  },
);
type Subject = { readonly programme: Programme; readonly share: string; readonly work: readonly string[] };
const subjects: fc.Arbitrary<Subject & { readonly journey: Journey }> = programmes.chain((subject) =>
  journeys(subject.programme, { from: "2021-03-01", until: "2021-05-31", days: 60 }).map((journey) => ({
    ...subject,
    journey,
  })),
);
/** Days about those on which work falls due: a receipt and some days, on which much happens. */
const gaps = fc.oneof(fc.integer({ min: 0, max: 8 }), fc.integer({ min: 18, max: 28 }));

/** Whether a no-show or a non-start, known by a day, left no appointment to hold. */
const isNotStarted = ({ events }: Journey, asAt: string) => {
  const gone = events.flatMap(({ kind, on, knownOn, of }) =>
    kind === "retracted" && (knownOn ?? on) <= asAt ? [of] : [],
  );
  return events.some(
    ({ id, kind, on, knownOn, status }) =>
      kind === "prap-updated" &&
      (status === "did-not-attend" || status === "did-not-start") &&
      on <= asAt &&
      (knownOn ?? on) <= asAt &&
      (id === undefined || !gone.includes(id)),
  );
};

test("what a verdict says of a day, the backlog, the worklist and a report's line say too", () =>
  fc.assert(
    fc.property(subjects, gaps, ({ programme, share, work, journey }, gap) => {
      const received = journey.events.find(({ kind }) => kind === "referral-received");
      fc.pre(received !== undefined);
      const asAt = textOf(dayOf(received.on) + gap);
      const found = backlog(programme, [journey], { asAt, otherReadings: false });
      fc.pre(found.undetermined === 0);

      const isOver = ({ requirement }: DueDate) =>
        requirement.endsWith("/appointment") && isNotStarted(journey, asAt);
      const dues = dueDates(programme, journey, { asAt, including: ["recommended"] });
      const overdue = dues
        .filter(({ requirement, case: number }) => work.includes(requirement) && number === 1)
        .filter(({ dueOn, doneOn, ended }) => dueOn! < asAt && doneOn === undefined && ended === undefined)
        .filter((due) => !isOver(due))
        .map(({ requirement }) => requirement);
      expect(found.waiting.flatMap((waiting) => waiting.work).sort()).toEqual(overdue.sort());

      const isWaiting = overdue.length > 0;
      const listed = worklist(programme, [journey], { asAt, including: ["recommended"] })
        .filter(({ requirement }) => work.includes(requirement))
        .flatMap((item) => (item.overdue ? item.requirement : []));
      expect(listed.sort()).toEqual(overdue.sort());
      const verdicts = assess(programme, journey, { asAt, requirements: work });
      const undone = verdicts.filter(({ verdict, reason }) => verdict === "not-met" && reason !== "late");
      const notOver = undone.filter(
        ({ requirement }) => !(requirement.endsWith("/appointment") && isNotStarted(journey, asAt)),
      );
      expect(notOver.map(({ requirement }) => requirement).sort()).toEqual(overdue.sort());
      const [line] = report(programme, [journey], { asAt, requirements: [share] }).lines;
      expect([line?.notMet, line?.counted]).toEqual([isWaiting ? 1 : 0, found.share.of]);
    }),
    { numRuns: 300 },
  ));

test("as at the day it is due, nothing is in backlog yet; as at the next it is", () => {
  // Received on Maundy Thursday 2021: the second working day after it is Wednesday 7 April.
  const journey = { id: "R1", events: [{ kind: "referral-received", on: "2021-04-01" }] };
  const said = (asAt: string) =>
    assess(whpCoreCv04, journey, { asAt, requirements: ["css-1/acknowledged", "css-4/backlog-share"] }).map(
      ({ verdict }) => verdict,
    );
  expect(said("2021-04-07")).toEqual(["pending", "met"]);
  expect(said("2021-04-08")).toEqual(["not-met", "not-met"]);
});
