import {
  assess,
  backlog,
  backlogByDay,
  dueDates,
  explain,
  type Finding,
  type Journey,
  mergeReports,
  type Problem,
  type Programme,
  ReportBuilder,
  report,
  whpCoreCv04,
  whpJetsCv06,
  worklist,
} from "programme-rules";
import { afterEach, beforeEach, expect, test } from "vitest";
import { Chance } from "./chance.js";
import { anyJourney, MARK, nest, odd, shapedJourney } from "./malformed.js";
import { described, expectNamed, given, prototypes } from "./refusals.js";
import { cases, seed } from "./size.js";

const PROGRAMMES: readonly Programme[] = [whpJetsCv06, whpCoreCv04];
const asAt = "2021-05-14";
const span = { from: "2021-04-06", until: "2021-04-16", asAt: "2021-05-14" };

let before: unknown;
beforeEach(() => {
  before = prototypes();
});
afterEach(() => expect(prototypes()).toEqual(before));

const caseload = (chance: Chance, first: number, size: number) =>
  Array.from({ length: size }, (_, i) => shapedJourney(chance, first + i) as Journey);

test(`a report counts or refuses each of ${cases} malformed journeys (seed ${seed})`, () => {
  const chance = new Chance(seed);
  for (let made = 0; made < cases; ) {
    const size = Math.min(cases - made, 1 + chance.below(60));
    const journeys = caseload(chance, made, size);
    made += size;
    const by = chance.one([undefined, "provider", "group", "__proto__", "constructor"]);
    const options = { asAt, ...(by === undefined ? {} : { by }) };
    const programme = chance.one(PROGRAMMES);
    const problems: Problem[] = [];
    const onProblem = (problem: Problem) => void problems.push(problem);
    const builder = new ReportBuilder(programme, { ...options, onProblem });
    for (const journey of journeys) {
      try {
        builder.add(journey);
      } catch (error) {
        throw new Error(`A report stopped at ${described(journey)}`, { cause: error });
      }
    }
    const { journeys: counted, lines } = builder.result();
    const ours = journeys.filter((journey) => [undefined, null, programme.id].includes(journey.programme));
    const ids = ours.map(({ id }) => id);
    const told = (code: string) => problems.filter((problem) => problem.code === code);
    expect(counted).toBe(new Set(ids).size);
    expect(told("journey/other-programme")).toHaveLength(journeys.length - ours.length);
    expect(told("journey/id-twice").map(({ journey }) => journey)).toEqual([
      ...new Set(ids.filter((id, at) => ids.indexOf(id) < at)),
    ]);
    expectNamed(problems);
    for (const { counted: all, met, notMet, pending, undetermined } of lines) {
      if (all !== met + notMet + pending + undetermined) expect(all).toBe("the sum of its parts");
    }
  }
});

test(`worklist, backlog and merged reports take ${cases} malformed journeys (seed ${seed + 1})`, () => {
  const chance = new Chance(seed + 1);
  for (let made = 0; made < cases; made += 40) {
    const journeys = caseload(chance, made, 40);
    const programme = chance.one(PROGRAMMES);
    const about = () => journeys;
    const now = given(() => backlog(programme, journeys, { asAt }), about);
    const days = given(() => backlogByDay(programme, journeys, span), about);
    const work = given(() => worklist(programme, journeys, { asAt }), about);
    expect(now?.waiting.length).toBe(now?.inBacklog);
    expect(days?.length).toBe(11);
    expect(work?.every(({ dueOn }) => /^\d{4}-\d\d-\d\d$/.test(dueOn))).toBe(true);
    const half = journeys.slice(0, 20);
    const parts = [half, journeys.slice(20)].map((part) => report(programme, part, { asAt }));
    const whole = mergeReports(parts);
    expect(whole.journeys).toBe(parts[0]!.journeys + parts[1]!.journeys);
    expectNamed(whole.problems);
  }
});

test(`each of ${cases} malformed journeys is assessed and explained, or refused by name (seed ${seed + 2})`, () => {
  const chance = new Chance(seed + 2);
  for (let made = 0; made < cases; made++) {
    const programme = chance.one(PROGRAMMES);
    const journey = (chance.once(4) ? anyJourney(chance, made) : shapedJourney(chance, made)) as Journey;
    const about = () => journey;
    given(() => dueDates(programme, journey, { asAt }), about);
    const findings = given(() => assess(programme, journey, { asAt }), about);
    if (findings === undefined) continue;
    const finding = chance.one(findings);
    const { sentence } = given(() => explain(programme, journey, finding, { asAt }), about)!;
    expect(sentence).toMatch(/[.] \[[^\]]+\]$/);
  }
});

test(`a wrong finding, date or span is refused by name (seed ${seed + 3})`, () => {
  const chance = new Chance(seed + 3);
  const journey = { id: "R1", events: [{ kind: "referral-received", on: "2021-04-01" }] };
  const [finding] = assess(whpJetsCv06, journey, { asAt }) as [Finding];
  for (let made = 0; made < cases / 20; made++) {
    const wrong = odd(chance) as never;
    const calls = [
      () => explain(whpJetsCv06, journey, wrong, { asAt }),
      () =>
        explain(whpJetsCv06, journey, { ...finding, [chance.one(Object.keys(finding))]: wrong }, { asAt }),
      () => assess(whpJetsCv06, journey, { asAt: wrong }),
      () => report(whpJetsCv06, [journey], { asAt, period: { from: wrong, until: "2021-04-30" } }),
      () => backlogByDay(whpJetsCv06, [journey], { from: "2021-04-01", until: wrong, asAt }),
      () => worklist(whpJetsCv06, [journey], { asAt, withinWorkingDays: wrong }),
    ];
    for (const call of calls) {
      try {
        call();
      } catch (error) {
        const { name } = error as Error;
        if (name !== "ProgrammeFault")
          throw new Error(`Crashed on ${described(wrong)}: ${call}`, { cause: error });
      }
    }
  }
});

test("very deep and very wide journeys are taken like any other", () => {
  const received = { kind: "referral-received", on: "2021-04-01" };
  const wide = Array.from({ length: 20_000 }, (_, i) => ({
    kind: i % 2 === 0 ? "contacted" : `${MARK}${i % 50}`,
    on: "2021-04-12",
  }));
  const journeys = [
    { id: "deep", events: [received, nest(20_000)], attributes: { nest: nest(20_000) } },
    { id: "wide", events: [received, ...wide] },
    { id: "long", events: [{ kind: MARK.repeat(100_000), on: MARK.repeat(100_000) }] },
  ] as unknown as Journey[];
  const { journeys: counted, problems } = report(whpJetsCv06, journeys, { asAt });
  expect(counted).toBe(3);
  expectNamed(problems);
});
