import fc from "fast-check";
import { assess, type JourneyEvent, whpJetsCv06 } from "programme-rules";
import { expect, test } from "vitest";
import { dayOf, textOf } from "../../oracle/day-by-day.js";

const FIRST = dayOf("2021-03-01");

interface Story {
  readonly missed: readonly number[];
  readonly explained: readonly { readonly day: number; readonly knownAfter: number }[];
}

const stories: fc.Arbitrary<Story> = fc.record({
  missed: fc.array(fc.nat({ max: 30 }), { maxLength: 6 }),
  explained: fc.array(fc.record({ day: fc.nat({ max: 35 }), knownAfter: fc.nat({ max: 6 }) }), {
    maxLength: 6,
  }),
});

/** The missed meetings that no contact followed, in order of date: whether each was excused, and by when it had to be. */
function followUps({ missed, explained }: Story) {
  const events: JourneyEvent[] = [
    { kind: "referral-received", on: "2021-01-04" },
    { kind: "started", on: "2021-01-11" },
    ...missed.map((day, at) => ({ kind: "meeting-missed", on: textOf(FIRST + day), id: `m${at}` })),
    ...explained.map(({ day, knownAfter }, at) => ({
      id: `e${at}`,
      kind: "absence-explained",
      on: textOf(FIRST + day),
      knownOn: textOf(FIRST + day + knownAfter),
    })),
  ];
  const asAt = "2021-06-30";
  return assess(whpJetsCv06, { id: "R1", events }, { asAt, requirements: ["css-9/follow-up"] })
    .filter(({ anchor }) => anchor !== undefined)
    .map(({ reason, dueOn }) => ({ excused: reason === "excused", due: dayOf(dueOn!) }));
}

/** The pile of meetings missed so far, latest on top, and the row of those to come: each explanation takes one card. */
function takenInTime({ missed, explained }: Story, due: readonly number[]): boolean[] {
  const toCome = missed
    .map((day) => FIRST + day)
    .sort((one, other) => one - other)
    .map((day, card) => ({ day, card }));
  const pile: typeof toCome = [];
  const excused = due.map(() => false);
  const inOrder = explained.toSorted(
    (one, other) => one.day - other.day || one.knownAfter - other.knownAfter,
  );
  for (const { day, knownAfter } of inOrder) {
    const on = FIRST + day;
    while (toCome.length > 0 && toCome[0]!.day <= on) pile.push(toCome.shift()!);
    const taken = pile.pop() ?? toCome.shift();
    if (taken !== undefined) excused[taken.card] = on + knownAfter <= due[taken.card]!;
  }
  return excused;
}

test("an explanation excuses the meeting that a clerk with cards lays it to", () =>
  fc.assert(
    fc.property(stories, (story) => {
      const found = followUps(story);
      const due = found.map((each) => each.due);
      expect(found.map(({ excused }) => excused)).toEqual(takenInTime(story, due));
    }),
    { numRuns: 400 },
  ));

test("explanations excuse at most as many missed meetings as there are of them", () =>
  fc.assert(
    fc.property(stories, (story) => {
      const excused = followUps(story).filter((each) => each.excused);
      expect(excused.length).toBeLessThanOrEqual(story.explained.length);
    }),
  ));
