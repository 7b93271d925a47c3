import { amend, type Programme, whpCoreCv04, whpJetsCv06, withReadings } from "programme-rules";
import { describe, expect, test } from "vitest";
import { isOpen } from "../../src/rules/index.js";
import { copy, small } from "./small-programme.js";

const base: Programme = small;
const vary = (changes: object, programme: Programme = base) =>
  amend(programme, { id: "variation", title: "A variation", basis: "assumed", changes });

describe("set", () => {
  test("replaces a field whole: no hybrid of two lengths is left", () => {
    const [part] = vary({
      set: { "plan/contact": { every: { weeks: 2 } } },
    }).standards[0]!.requirements.slice(1);
    expect(part).toMatchObject({ every: { weeks: 2 } });
  });
  test("null removes a field, a dotted name one entry of a record", () => {
    const before = withReadings(whpCoreCv04, {});
    const part = (programme: Programme) =>
      programme.standards
        .flatMap(({ requirements }) => requirements)
        .find(({ id }) => id === "css-8/contact");
    expect(part(before)).toHaveProperty("stops", { "in-work": true });
    expect(part(withReadings(whpCoreCv04, { "stops-while-disengaged": "yes" }))).toHaveProperty("stops", {
      disengaged: true,
      "in-work": true,
    });
    expect(part(withReadings(whpCoreCv04, { "stops-while-in-work": "no" }))).toHaveProperty("stops", {});
    expect(part(vary({ set: { "css-8/contact": { over: null } } }, whpCoreCv04))).not.toHaveProperty("over");
  });
  test("a dotted name addresses one entry of a list by its id: set, replaced in its place, added last, gone", () => {
    const started = { id: "started", happened: ["started"], basis: "assumed" };
    const here = { id: "here", in: "on-programme" };
    const when = (programme: Programme) => programme.standards[0]!.requirements[0]!.when;
    const base = vary({ set: { "plan/agreed": { when: [started, here] } } });
    const varied = (fields: object) => when(vary({ set: { "plan/agreed": fields } }, base));
    expect(varied({ "when.started": { happened: ["contacted"], basis: "assumed" } })).toEqual([
      { id: "started", happened: ["contacted"], basis: "assumed" },
      here,
    ]);
    expect(varied({ "when.young": { group: ["young"] } })).toEqual([
      started,
      here,
      { id: "young", group: ["young"] },
    ]);
    expect(varied({ "when.started.before": "2021-02-01" })).toEqual([
      { ...started, before: "2021-02-01" },
      here,
    ]);
    expect(varied({ "when.started": null })).toEqual([here]);
    expect(varied({ "when.started": null, "when.here": null })).toEqual([]);
    expect(varied({ "when.started": null, "when.here": null, "when.young": { group: ["young"] } })).toEqual([
      { id: "young", group: ["young"] },
    ]);
  });
  test("addresses conventions, sources, plain fields of the programme and everything with an id", () => {
    const source = { title: "A memo", edition: "2", standing: "guidance" };
    const result = vary({
      set: {
        conventions: { leavingExcuses: false },
        sources: { "memo.2": source },
        programme: { title: "Another title", "inForce.from": "2021-01-01" },
        young: { title: "Very young people" },
        "returns/monthly": { within: { workingDayOfNextMonth: 3 } },
        late: { test: "undone" },
      },
    });
    expect(result.conventions.leavingExcuses).toBe(false);
    expect(result.sources["memo.2"]).toEqual(source);
    expect(result.title).toBe("Another title");
    expect(result.inForce).toEqual({ from: "2021-01-01" });
    expect(result.groups[0]?.title).toBe("Very young people");
    expect(result.returns?.[0]).toMatchObject({ within: { workingDayOfNextMonth: 3 } });
    expect(result.states[1]).toMatchObject({ test: "undone" });
  });
  test("fills an open value at its address", () => {
    expect(isOpen(whpCoreCv04.minimumPerformanceLevels[0].share)).toBe(true);
    const filled = vary({ set: { "tmpl-1": { share: "43%" } } }, whpCoreCv04);
    expect(filled.minimumPerformanceLevels?.[0]?.share).toBe("43%");
  });
});

describe("add and remove", () => {
  test("add appends to any list, and makes the list where there was none", () => {
    const ladder = { id: "ladder", title: "Steps", basis: "assumed", steps: [{ id: "one", says: "first" }] };
    const result = vary({ add: { ladders: [ladder], groups: [{ id: "old", title: "Old people" }] } });
    expect(result.ladders).toEqual([ladder]);
    expect(result.groups.map(({ id }) => id)).toEqual(["young", "old"]);
  });
  test("add under a standard's id appends requirements to it", () => {
    const part = { ...copy().standards[0].requirements[1], id: "plan/calls" };
    const result = vary({ add: { plan: [part] } });
    expect(result.standards[0]?.requirements.map(({ id }) => id)).toEqual([
      "plan/agreed",
      "plan/contact",
      "plan/calls",
    ]);
  });
  test("an event kind that is there in the same words is no clash; in other words it is", () => {
    expect(vary({ add: { events: [{ title: "Left", id: "left" }] } }).events).toEqual(base.events);
    expect(() => vary({ add: { events: [{ id: "left", title: "Gone" }] } })).toThrow(
      'Not accepted: an addition to events with the id "left". Expected an id that nothing else in the programme has. Choose another id, or use `set` to change what is there.',
    );
  });
  test("a thing that goes takes along the answers about it, and a question without answers goes too", () => {
    const result = vary({ remove: ["late", "plan/agreed"] });
    expect(result.readings).toEqual([]);
    expect(result.standards[0]?.requirements.map(({ id }) => id)).toEqual(["plan/contact"]);
  });
  test("answers about other things stay", () => {
    const result = vary({ remove: ["css-12"] }, whpJetsCv06);
    const nations = result.readings.find(({ id }) => id === "esf-nations");
    expect(Object.keys(nations?.answers[1]?.changes.set ?? {})).toEqual(["css-11/start-form"]);
    expect(result.readings.some(({ id }) => id === "weeks-roll")).toBe(false);
  });
});

describe("faults", () => {
  const cases: [string, () => unknown, string][] = [
    [
      "an id that is not there",
      () => vary({ set: { "plan/agred": { title: "x" } } }),
      'Not accepted: changes to "plan/agred". Did you mean plan/agreed?',
    ],
    [
      "a field that is a list",
      () => vary({ set: { programme: { standards: [] } } }),
      'Not accepted: changes that set "standards" of the programme. Expected title, standing, inForce, calendars, cohortBy, cohortBasis, stays. Lists are changed with `add` and `remove`; a thing in a list is set under its own id.',
    ],
    [
      "a list that is not there",
      () => vary({ add: { rules: [] } }),
      'Not accepted: changes that add to "rules". Expected groups, states, readings, standards, returns, outcomes, minimumPerformanceLevels, indicators, plans, ladders, events, stays, or a standard\'s id. Name the list that the new items belong to.',
    ],
    [
      "a field of changes that is not there",
      () => vary({ sets: {} }),
      "Not accepted: variation.changes.sets. Expected no field of that name. Correct that field.",
    ],
    [
      "what an open reading decides",
      () => vary({ set: { "plan/agreed": { within: { workingDays: 5 } } } }),
      'Not accepted: the variation "variation", which sets plan/agreed.within. Expected fields that no open reading decides; plan/agreed.within is decided by the reading plan-days. Add "plan-days" to the variation\'s `settles` if its text answers that question.',
    ],
    [
      "what an answered reading decides",
      () =>
        vary(
          { set: { "plan/agreed": { within: { workingDays: 5 } } } },
          withReadings(base, { "plan-days": "twenty" }),
        ),
      'Not accepted: the variation "variation", which sets plan/agreed.within. Expected fields that no chosen answer decides; plan/agreed.within is decided by the answer chosen for plan-days. Amend the base programme first, with that reading in `settles`, or leave the reading unanswered.',
    ],
    [
      "a reading that is not there",
      () => withReadings(base, { "plan-weeks": "ten" }),
      'Not accepted: the reading "plan-weeks". Expected plan-days. Choose one of these.',
    ],
    [
      "a reading answered before",
      () => withReadings(withReadings(base, { "plan-days": "ten" }), { "plan-days": "twenty" }),
      'Not accepted: the reading "plan-days", answered before. Expected a reading that is still open. Answer it once, from the base programme.',
    ],
    [
      "an answer that is not there",
      () => withReadings(base, { "plan-days": "thirty" }),
      'Not accepted: the answer "thirty" to the reading plan-days. Expected ten, twenty. Choose one of these.',
    ],
    [
      "two variations at once that set the same",
      () => {
        const one = { id: "one", title: "One", changes: { set: { plan: { title: "x" } } } };
        return amend(base, [one, { ...one, id: "two" }]);
      },
      'Not accepted: the field plan.title, set by the variations "one" and "two". Expected each field set by one of the variations applied together. Apply them one after the other if the later one replaces the earlier.',
    ],
  ];
  test.each(cases)("%s", (_what, act, message) => {
    expect(act).toThrow(message);
  });
});

test("a settled reading may be overwritten and is gone", () => {
  const result = vary({ settles: ["plan-days"], set: { "plan/agreed": { within: { workingDays: 5 } } } });
  expect(result.readings).toEqual([]);
  expect(result.standards[0]?.requirements[0]).toMatchObject({ within: { workingDays: 5 } });
});

test("an answer is recorded with the fields it decides", () => {
  const result = withReadings(base, { "plan-days": "ten" });
  expect(result.chosen).toEqual({ "plan-days": "ten" });
  expect(result.decided).toEqual({ "plan/agreed.within": "plan-days" });
  expect(withReadings(base, {})).toBe(base);
});
