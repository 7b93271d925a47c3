import fc from "fast-check";
import { whpJetsCv06 } from "programme-rules";
import { checkProviderActionPlan, type PlanAction, type ProviderActionPlan } from "programme-rules/review";
import { expect, test } from "vitest";
import { dayOf, textOf } from "../../oracle/day-by-day.js";

const asAt = "2021-06-30";
const day = fc.integer({ min: dayOf("2021-01-01"), max: dayOf("2021-12-31") }).map(textOf);
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });
const text = fc.constantFrom("", " ", "something", "12 a week");
const known = <T extends object>(value: T) =>
  Object.fromEntries(Object.entries(value).filter(([, each]) => each !== undefined)) as T;
const anyAction = fc
  .record({
    number: maybe(text),
    action: maybe(text),
    owner: maybe(text),
    target: maybe(text),
    progress: maybe(text),
    dueOn: maybe(day),
    completedOn: maybe(day),
  })
  .map((each) => known(each) as PlanAction);
const HEADER = [
  "date",
  "provider",
  "contractArea",
  "accountableLead",
  "performanceManager",
  "seniorPerformanceManager",
];
const anyPlan = fc
  .record({
    header: fc.dictionary(fc.constantFrom(...HEADER.slice(1)), text),
    narrative: fc.dictionary(fc.constantFrom("achievements", "opportunities", "risks"), text),
    areas: fc.array(
      fc
        .record({ area: maybe(text), objective: maybe(text), actions: fc.array(anyAction, { maxLength: 3 }) })
        .map(known),
      { maxLength: 3 },
    ),
    reviewedOn: fc.array(day, { maxLength: 2 }),
  })
  .map((plan) => plan as ProviderActionPlan);
const options = { asAt, reviewsOn: ["2021-06-15"], annexesRequired: ["flightpath"] };
const faults = (plan: ProviderActionPlan) => checkProviderActionPlan(whpJetsCv06, plan, options).toDo.length;
/** Lets a change loose on one action of a plan. */
const onAction = (plan: ProviderActionPlan, pick: number, change: (action: PlanAction) => PlanAction) => {
  const all = (plan.areas ?? []).flatMap((area) => area.actions ?? []);
  const chosen = all[pick % Math.max(1, all.length)];
  const areas = (plan.areas ?? []).map((area) => ({
    ...area,
    actions: (area.actions ?? []).map((action) => (action === chosen ? change(action) : action)),
  }));
  return { ...plan, areas };
};

// The date of a plan also says how long its actions run, and so may bring to light that one lacks milestones.
test("filling in a part of the head, the narrative or an annex never adds a fault", () => {
  fc.assert(
    fc.property(
      anyPlan,
      fc.constantFrom(...HEADER.slice(1)),
      fc.constantFrom("flightpath", "breakdown"),
      (plan, field, annex) => {
        const filled = { ...plan, header: { ...plan.header, [field]: "somebody" } };
        const annexed = { ...plan, annexes: { [annex]: { updatedOn: "2021-06-01" } } };
        expect(Math.max(faults(filled), faults(annexed))).toBeLessThanOrEqual(faults(plan));
      },
    ),
  );
});

test("giving an action an owner, a target or progress never adds a fault; nor does completing it", () => {
  const better = fc.constantFrom<Partial<PlanAction>>(
    { owner: "lead" },
    { target: "12 a week" },
    { progress: "under way" },
    { completedOn: "2021-06-01" },
  );
  fc.assert(
    fc.property(anyPlan, fc.nat(), better, (plan, pick, more) => {
      const improved = onAction(plan, pick, (action) => ({ ...action, ...more }));
      expect(faults(improved)).toBeLessThanOrEqual(faults(plan));
    }),
  );
});

test("adding a whole action to a plan with areas never adds a fault", () => {
  const whole = { number: "9", action: "a", owner: "b", target: "12", progress: "c", dueOn: "2021-07-30" };
  fc.assert(
    fc.property(anyPlan, (plan) => {
      const [first = { area: "a", objective: "b", actions: [] }, ...rest] = plan.areas ?? [];
      const more = { ...plan, areas: [{ ...first, actions: [...(first.actions ?? []), whole] }, ...rest] };
      expect(faults(more)).toBeLessThanOrEqual(faults(plan));
    }),
  );
});

test("every action is completed, overdue or open", () => {
  fc.assert(
    fc.property(anyPlan, (plan) => {
      const { total, completed, overdue, open } = checkProviderActionPlan(whpJetsCv06, plan, options).actions;
      expect(completed + overdue + open).toBe(total);
      const actions = (plan.areas ?? []).flatMap((area) => area.actions ?? []);
      const isDone = ({ completedOn }: PlanAction) => completedOn !== undefined && completedOn <= asAt;
      expect(completed).toBe(actions.filter(isDone).length);
      expect(overdue).toBe(
        actions.filter((each) => !isDone(each) && each.dueOn !== undefined && each.dueOn < asAt).length,
      );
    }),
  );
});

test("the order of areas changes no count", () => {
  fc.assert(
    fc.property(anyPlan, (plan) => {
      const turned = { ...plan, areas: [...(plan.areas ?? [])].reverse() };
      expect(faults(turned)).toBe(faults(plan));
    }),
  );
});
