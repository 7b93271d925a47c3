import {
  amend,
  type Programme,
  type Requirement,
  whpCoreCv04,
  whpCorePreCovid,
  whpJetsCv06,
} from "programme-rules";
import { exampleOffer, workProgrammeFramework, workProgrammeRegimeV2 } from "programme-rules/programmes";
import { describe, expect, test } from "vitest";
import { type RuleCase, resultOf, verdictOf } from "./case.js";
import { citationOf } from "./citations.js";
import { offerCases } from "./example-offer/cases.js";
import { expectSentence } from "./sentences.js";
import { cases as coreCases, preCovidCases } from "./whp-core/cases.js";
import { cases as jetsCases } from "./whp-jets/cases.js";
import { frameworkCases, regimeCases } from "./work-programme/cases.js";

interface Suite {
  readonly name: string;
  /** What the table of citations calls the programme. */
  readonly short: string;
  readonly programme: Programme;
  readonly cases: readonly RuleCase[];
  /** Whose requirements the cases must cover; the offer's own only, on top of a programme that has its cases. */
  readonly covers: (id: string) => boolean;
}

const all = () => true;
const suites: Suite[] = [
  { name: "WHP Core CV04", short: "core", programme: whpCoreCv04, cases: coreCases, covers: all },
  {
    name: "WHP Core before COVID-19",
    short: "preCovid",
    programme: whpCorePreCovid,
    cases: preCovidCases,
    covers: all,
  },
  { name: "WHP JETS CV06", short: "jets", programme: whpJetsCv06, cases: jetsCases, covers: all },
  {
    name: "the framework for the Work Programme",
    short: "framework",
    programme: workProgrammeFramework,
    cases: frameworkCases,
    covers: all,
  },
  {
    name: "the Work Programme's regime",
    short: "regime",
    programme: workProgrammeRegimeV2,
    cases: regimeCases,
    covers: all,
  },
  {
    name: "the example offer",
    short: "offer",
    programme: amend(whpCoreCv04, exampleOffer),
    cases: offerCases,
    covers: (id) => id.startsWith("offer-"),
  },
];

describe.each(suites)("$name", ({ short, programme, cases, covers }) => {
  test.each(cases.map((each) => [`${each.of}: ${each.says}`, each] as const))("%s", (_name, given) => {
    const { found, sentence } = resultOf(programme, given);
    expect(verdictOf(found)).toBe(given.expect);
    if (given.dueOn !== undefined) expect(found.dueOn).toBe(given.dueOn);
    if (given.opensOn !== undefined) expect(found.opensOn).toBe(given.opensOn);
    if (given.anchorOn !== undefined) expect(found.anchor?.on).toBe(given.anchorOn);
    expectSentence(sentence, given, citationOf(short, given.of));
  });

  test("every requirement that dates or fields can settle has cases on both sides; the others have one", () => {
    const wanting = partsOf(programme)
      .filter(({ id }) => covers(id))
      .flatMap((part) => lacking(part, cases));
    expect(wanting).toEqual([]);
  });

  test("every requirement has a sentence word for word on both sides", () => {
    const typed = cases.filter(({ sentence }) => sentence !== undefined);
    const wanting = partsOf(programme)
      .filter(({ id }) => covers(id))
      .flatMap((part) => lacking(part, typed));
    expect(wanting).toEqual(UNTYPED.filter((each) => wanting.includes(each)));
  });
});

/** Late by a number that their sentences do not count in working days, as the rule does. */
const UNTYPED = [
  "returns/performance-return: not-met",
  "pre-work-support/before-work: not-met",
  "returns/pipeline-file: not-met",
];

function partsOf(programme: Programme): Requirement[] {
  return [...programme.standards.flatMap(({ requirements }) => requirements), ...(programme.returns ?? [])];
}

function lacking(part: Requirement, cases: readonly RuleCase[]): string[] {
  const seen = cases.filter(({ of }) => of === part.id).map((each) => each.expect.split(":")[0]);
  return wantedVerdicts(part)
    .filter((verdict) => !seen.includes(verdict))
    .map((verdict) => `${part.id}: ${verdict}`);
}

/** Shares over a whole caseload and counts against a plan are assessed on caseloads, not on one journey. */
function wantedVerdicts(part: Requirement): string[] {
  if (part.kind === "total" || (part.kind === "proportion" && !("in" in part.share))) return [];
  if (part.kind === "deadline" && "open" in (part.within ?? {})) return ["undetermined"];
  if (part.kind === "cadence" && "open" in part.every) return ["undetermined"];
  if (part.kind !== "content") return ["met", "not-met"];
  return part.parts.some(({ check }) => check === "human") ? ["undetermined"] : ["met", "not-met"];
}
