import fc from "fast-check";
import {
  type GroundForIntervention,
  type InterventionPolicy,
  illustrativePolicy,
  interventionGrounds,
} from "programme-rules/regime";
import { expect, test } from "vitest";
import { groundsOf } from "../oracle/grounds.js";
import { core, figures, inputs, policy, shortFigure } from "./figures.js";

type Input = typeof inputs extends fc.Arbitrary<infer T> ? T : never;
const gather = (
  { indicators, actions, interventions }: Input,
  options: { asAt?: string; policy?: InterventionPolicy | null } = {},
) =>
  interventionGrounds(
    { programme: core, indicators, plan: { actions }, interventions },
    { asAt: "2021-06-30", ...options },
  );
const name = ({ code, about, scope, strength, basis }: GroundForIntervention) =>
  `${code} ${about} ${scope.area} ${scope.group} ${strength} ${basis}`;
const anyPolicy = fc.option(policy, { nil: null });

test("the grounds of figures are those counted by hand", () =>
  fc.assert(
    fc.property(figures, anyPolicy, (indicators, policy) => {
      const found = gather({ indicators, actions: [], interventions: [] }, { policy }).grounds;
      const plain = found
        .filter(({ code }) => code !== "baseline")
        .map(({ code, about, scope }) => [code, about, scope.area, scope.group].filter(Boolean).join(" "));
      expect([...new Set(plain)].sort()).toEqual(groundsOf(indicators, policy));
    }),
    { numRuns: 400 },
  ));

test("the order of what is given changes nothing", () =>
  fc.assert(
    fc.property(inputs, fc.infiniteStream(fc.integer()), ({ indicators, actions, interventions }, chance) => {
      const shuffled = <T>(items: readonly T[]) =>
        items
          .map((item) => [chance.next().value, item] as const)
          .sort(([a], [b]) => a - b)
          .map(([, item]) => item);
      const again = {
        indicators: shuffled(indicators),
        actions: shuffled(actions),
        interventions: shuffled(interventions),
      };
      expect(gather(again)).toEqual(gather({ indicators, actions, interventions }));
    }),
  ));

test("a shortfall more takes no ground away", () =>
  fc.assert(
    fc.property(inputs, shortFigure, anyPolicy, (input, short, policy) => {
      const after = gather({ ...input, indicators: [...input.indicators, short] }, { policy }).grounds.map(
        name,
      );
      expect(after).toEqual(expect.arrayContaining(gather(input, { policy }).grounds.map(name)));
    }),
    { numRuns: 300 },
  ));

test("grounds alter no decision and no duty", () =>
  fc.assert(
    fc.property(inputs, (input) => {
      const decided = ({ openInterventions, duties }: ReturnType<typeof gather>) => [
        openInterventions.map(({ level, scope, decidedOn }) => ({ level, scope, decidedOn })),
        duties,
      ];
      expect(decided(gather(input))).toEqual(decided(gather({ ...input, indicators: [] })));
    }),
  ));

test("what comes later alters no earlier result", () =>
  fc.assert(
    fc.property(inputs, fc.integer({ min: 1, max: 6 }), (input, month) => {
      const asAt = `2021-0${month}-20`;
      const earlier = {
        indicators: input.indicators.filter((each) => each.month < `2021-0${month}`),
        actions: input.actions.filter((each) => each.dueOn < asAt),
        interventions: input.interventions.filter((each) => each.decidedOn <= asAt),
      };
      const { remarks, ...then } = gather(input, { asAt });
      const { remarks: _, ...now } = gather(earlier, { asAt });
      const later = input.indicators.length - earlier.indicators.length;
      expect(remarks.length).toBe(later === 0 ? 0 : 1);
      expect(then).toEqual(now);
    }),
  ));

test("without a policy no ground is a policy's, and the others are there under any", () =>
  fc.assert(
    fc.property(inputs, (input) => {
      const textual = gather(input, { policy: null }).grounds;
      expect(textual.filter(({ basis }) => basis === "policy")).toEqual([]);
      const all = gather(input, { policy: illustrativePolicy }).grounds;
      expect(all.filter(({ basis }) => basis === "text")).toEqual(textual);
    }),
  ));

test("a stricter policy takes no indicated level away", () =>
  fc.assert(
    fc.property(inputs, policy, policy, (input, one, other) => {
      const percent = (a = "0%", b = "0%", pick = Math.max) =>
        `${pick(Number.parseInt(a, 10), Number.parseInt(b, 10))}%`;
      const between = (pick: typeof Math.max, least: typeof Math.min): InterventionPolicy => ({
        ...one,
        indexBelow: percent(one.indexBelow, other.indexBelow, pick),
        probabilityBelow: percent(one.probabilityBelow, other.probabilityBelow, pick),
        reviewMonths: least(one.reviewMonths, other.reviewMonths),
        monthsAfterDue: least(one.monthsAfterDue!, other.monthsAfterDue!),
        minimumStarts: least(one.minimumStarts, other.minimumStarts),
      });
      const levels = (policy: InterventionPolicy) =>
        gather(input, { policy }).indicated.flatMap(({ title, levels }) =>
          levels.map(({ level }) => `${title} ${level}`),
        );
      const mild = levels(between(Math.min, Math.max));
      expect(levels(between(Math.max, Math.min))).toEqual(expect.arrayContaining(mild));
    }),
    { numRuns: 300 },
  ));

test("the groups of the deal area are watched: they never give may-miss, nor any level", () =>
  fc.assert(
    fc.property(inputs, anyPolicy, (input, policy) => {
      const { grounds } = gather(input, { policy });
      const groups = grounds.filter(({ scope }) => scope.area === "deal-area" && scope.group !== undefined);
      expect(
        groups.filter(({ code, supports }) => code !== "indicator-warning" || supports.length > 0),
      ).toEqual([]);
    }),
  ));

test("no forecast speaks for formal action", () =>
  fc.assert(
    fc.property(inputs, anyPolicy, (input, policy) => {
      const failed = gather(input, { policy }).grounds.filter(
        ({ code }) => code === "required-standard-failed",
      );
      for (const { evidence, strength, basis } of failed) {
        expect([strength, basis]).toEqual(["established", "text"]);
        expect(
          evidence.filter(({ projected, kind }) => projected || !["share", "verdict"].includes(kind)),
        ).toEqual([]);
      }
    }),
  ));

test("nothing says that a level applies", () =>
  fc.assert(
    fc.property(inputs, (input) => {
      const said = JSON.stringify(gather(input));
      expect(said).not.toMatch(
        /\b(?:is|are|now|placed|put) (?:at|on|in) (?:level|Standard|Enhanced|Informal|Formal)/i,
      );
      expect(said).not.toMatch(/level-\d (?:applies|is applied|is in force)/i);
    }),
  ));
