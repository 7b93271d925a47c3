import fc from "fast-check";
import {
  assess,
  type Finding,
  type Journey,
  type JourneyEvent,
  whpCoreCv04,
  whpJetsCv06,
} from "programme-rules";
import { journeys } from "programme-rules/testing/arbitraries";
import { expect, test } from "vitest";
import { kindsTakenAsNo, type Requirement } from "../../src/rules/index.js";

/** Ways in which a record of an event tells less than it did. */
const BLURS: Readonly<Record<string, (event: JourneyEvent) => JourneyEvent>> = {
  "a date that is none": (event) => ({ ...event, on: "2021-13-01" }),
  "a date of 1900": (event) => ({ ...event, on: "1900-01-01" }),
  "a date before the receipt": (event) => ({ ...event, on: "2020-01-01" }),
  "a date far ahead": (event) => ({ ...event, on: "2099-01-01" }),
  "a kind in capitals": (event) => ({ ...event, kind: event.kind.toUpperCase() }),
  "a kind with a letter more": (event) => ({ ...event, kind: `${event.kind}s` }),
  "a day known that is none": (event) => ({ ...event, knownOn: "soon" }),
  "a field misspelt": (event) => ({ ...event, known_on: "2021-06-01" }),
};

test.each([whpCoreCv04, whpJetsCv06])(
  "$id: no verdict becomes met or not met when a record tells less",
  (programme) => {
    const asAt = "2022-01-31";
    let settled = 0;
    fc.assert(
      fc.property(
        journeys(programme, { from: "2021-01-01", until: "2021-06-30" }),
        fc.nat(),
        fc.constantFrom(...Object.keys(BLURS)),
        (journey, at, blur) => {
          const place = at % journey.events.length;
          // Another date that could be true is other information, and not less.
          const { kind } = journey.events[place]!;
          const described = programme.events.find(({ id }) => id === kind) as
            | { notBefore?: readonly string[] }
            | undefined;
          const isFree = kind === "referral-received" || described?.notBefore?.length === 0;
          fc.pre(blur !== "a date before the receipt" || !isFree);
          const blurred = journey.events.map((event, i) => (i === place ? BLURS[blur]!(event) : event));
          const says = (each: Journey) => {
            const found = new Map<string, string[]>();
            for (const { requirement, verdict } of assessLeniently(each))
              found.set(requirement, [...(found.get(requirement) ?? []), verdict]);
            return found;
          };
          const before = says(journey);
          const after = says({ ...journey, events: blurred });
          for (const [requirement, verdicts] of after) {
            const was = before.get(requirement) ?? [];
            if (verdicts.length !== 1 || was.length !== 1) continue;
            if (verdicts[0] !== "met" && verdicts[0] !== "not-met") continue;
            settled++;
            expect([requirement, verdicts[0]]).toEqual([requirement, was[0]]);
          }
        },
      ),
      { numRuns: 1500 },
    );
    expect(settled).toBeGreaterThan(2000);

    function assessLeniently(journey: Journey) {
      // What cannot be read stands as such, as it does in a report; `assess` refuses it.
      const unreadable = journey.events.filter(
        ({ on, knownOn }) => on === "2021-13-01" || knownOn === "soon",
      );
      const events = journey.events.filter((event) => !unreadable.includes(event));
      const kinds = unreadable.map(({ kind }) => kind);
      return assess(programme, { ...journey, events, unreadable: kinds }, { asAt });
    }
  },
);

test.each([whpCoreCv04, whpJetsCv06])(
  "$id: no verdict becomes met or not met when the data leaves out a kind that decides it",
  (programme) => {
    const asAt = "2022-01-31";
    const requirements = programme.standards.flatMap(
      ({ requirements: own }) => own as readonly Requirement[],
    );
    const eased = new Map<string, string[]>(
      requirements.map(({ id }) => [id, kindsTakenAsNo(programme, id)]),
    );
    const cadences = new Set<string>(
      requirements.filter(({ kind }) => kind === "cadence").map(({ id }) => id),
    );
    let settled = 0;
    let unsettled = 0;
    fc.assert(
      fc.property(
        journeys(programme, { from: "2021-01-01", until: "2021-06-30" }),
        fc.uniqueArray(fc.nat(), { minLength: 1, maxLength: 4 }),
        (journey, places) => {
          const known = journey.events.filter(({ kind }) => kind !== "retracted").map(({ kind }) => kind);
          const kinds = [...new Set(places.map((at) => known[at % known.length]!))];
          const events = journey.events.filter(({ kind }) => !kinds.includes(kind));
          // Where two kinds would do it, the one that is left may have done it later; contacts are counted from each other.
          const key = ({ requirement, verdict, anchor, dueOn, doneOn }: Finding) =>
            JSON.stringify([
              requirement,
              verdict,
              ...(cadences.has(requirement) ? [doneOn] : [anchor?.on, dueOn]),
            ]);
          const before = new Set(assess(programme, journey, { asAt }).map(key));
          for (const finding of assess(programme, { ...journey, events, notRecorded: kinds }, { asAt })) {
            const { requirement, verdict, reason } = finding;
            if (reason === "not-recorded") unsettled++;
            if (verdict !== "met" && verdict !== "not-met") continue;
            if (kinds.some((kind) => eased.get(requirement)!.includes(kind))) continue;
            settled++;
            expect(before).toContain(key(finding));
          }
        },
      ),
      { numRuns: 1500 },
    );
    expect(settled).toBeGreaterThan(2000);
    expect(unsettled).toBeGreaterThan(2000);
  },
);
