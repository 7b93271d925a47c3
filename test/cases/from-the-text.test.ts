import { readFileSync } from "node:fs";
import {
  assess,
  assessOutcome,
  type Journey,
  type Programme,
  report,
  whpCoreCv04,
  whpJetsCv06,
} from "programme-rules";
import { returnsDue } from "programme-rules/returns";
import { describe, expect, test } from "vitest";

/**
 * Cases that somebody typed from the documents and a wall calendar alone, without a look at the rules as data.
 * `settled`: where the rules as data differ, what they say and which words settle it.
 */
interface TextCase {
  readonly id: string;
  readonly programme: "whp-core" | "whp-jets";
  readonly why: string;
  readonly asAt: string;
  readonly expected: readonly Expected[];
  readonly settled?: { readonly expected: readonly Expected[]; readonly by: string };
  readonly requirement: string;
  readonly journey?: TextJourney;
  readonly caseload?: readonly (TextJourney | { readonly repeat: number; readonly journey: TextJourney })[];
}
type Expected = Readonly<Record<string, string | number>>;
type TextJourney = Journey & { readonly provision?: string };
interface TextReturn {
  readonly id: string;
  readonly programme: "whp-core" | "whp-jets";
  readonly return: string;
  readonly month?: string;
  readonly review?: string;
  readonly expected: string;
}

const all = JSON.parse(readFileSync("test/cases/from-the-text.json", "utf8")) as (TextCase | TextReturn)[];
const cases = all.filter((each): each is TextCase => "requirement" in each);
const returns = all.filter((each): each is TextReturn => "return" in each);
const rules: Readonly<Record<string, Programme>> = { "whp-core": whpCoreCv04, "whp-jets": whpJetsCv06 };

/** ESF provision is an attribute of a journey. */
function withProvision({ provision, ...journey }: TextJourney): Journey {
  if (provision === undefined) return journey;
  return { ...journey, attributes: { ...journey.attributes, provision } };
}

function foundIn({ programme, requirement, journey, caseload = [], asAt }: TextCase): Expected[] {
  const rule = rules[programme]!;
  if (journey === undefined) {
    const journeys = caseload
      .flatMap((each) => ("repeat" in each ? Array(each.repeat).fill(each.journey) : [each]))
      .map((each: TextJourney, at) => ({ ...withProvision(each), id: `R${at}` }));
    const { lines } = report(rule, journeys, { asAt });
    return lines.filter((line) => line.requirement === requirement) as unknown as Expected[];
  }
  if (requirement === "outcome")
    return [assessOutcome(rule, withProvision(journey), { asAt }) as unknown as Expected];
  const found = assess(rule, withProvision(journey), { asAt });
  return found.filter((each) => each.requirement === requirement) as unknown as Expected[];
}

/** Where nothing arose, no case and one that does not apply are the same answer. */
const isNone = (list: readonly Expected[]) => list.every(({ verdict }) => verdict === "not-applicable");

describe("what the text says, as typed from it", () => {
  test.each(
    cases.map((each) => [`${each.id} ${each.programme} ${each.requirement}: ${each.why}`, each] as const),
  )("%s", (_, each) => {
    const expected = (each.settled ?? each).expected;
    const found = foundIn(each);
    if (isNone(expected)) expect(isNone(found)).toBe(true);
    else expect(found).toMatchObject(expected);
    expect(found).toHaveLength(isNone(expected) ? found.length : expected.length);
  });

  test("most agree by themselves", () => {
    expect(cases).toHaveLength(73);
    expect(cases.filter(({ settled }) => settled !== undefined).map(({ id }) => id)).toEqual([
      "c34",
      "c37",
      "c73",
    ]);
  });

  const idOf: Readonly<Record<string, string>> = {
    c66: "returns/performance-return",
    c67: "returns/performance-return",
    c68: "css-15/template-a",
    c69: "css-14/template-b",
    c70: "returns/management-information",
  };
  test.each(returns.map((each) => [`${each.id} ${each.return}`, each] as const))("%s", (_, each) => {
    const events = each.review === undefined ? [] : [{ kind: "review-held", on: each.review, planned: true }];
    const due = returnsDue(rules[each.programme]!, {
      from: each.expected,
      to: each.expected,
      contractLog: { id: "C1", attributes: { nation: "england" }, events },
    });
    expect(due.flatMap(({ requirements }) => requirements)).toContain(idOf[each.id]);
  });
});
