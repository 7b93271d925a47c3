import { type Grounded, type Programme, parseProgramme, whpCore, whpJets } from "programme-rules";
import { exampleOffer, workProgramme } from "programme-rules/programmes";
import { describe, expect, test } from "vitest";
import * as z from "zod/mini";
import { programmeSchema, variationSchema } from "../../src/rules/index.js";
import { nameOf, shipped, withOffers } from "./shipped.js";

const named = withOffers.map(
  (programme, at) =>
    [`${nameOf(programme)}${at < shipped.length ? "" : " with the offer"}`, programme] as const,
);

describe.each(named)("%s", (_name, programme) => {
  test("parses from its own JSON to an equal programme", () => {
    expect(parseProgramme(JSON.parse(JSON.stringify(programme)))).toEqual(programme);
  });
  test("is frozen to the bottom and holds nothing but JSON", () => {
    const walk = (value: unknown, path: string): void => {
      expect(["string", "number", "boolean", "object"], path).toContain(typeof value);
      if (typeof value !== "object" || value === null) return;
      expect(Object.isFrozen(value), path).toBe(true);
      expect([Object.prototype, Array.prototype], path).toContain(Object.getPrototypeOf(value));
      for (const [key, part] of Object.entries(value)) walk(part, `${path}.${key}`);
    };
    walk(programme, "programme");
  });
  test("every number has a citation or says that it is assumed", () => {
    expect(ungrounded(programme)).toEqual([]);
  });
});

/** Addresses of numbers (whole or percentages) with neither citation nor basis on the way up. */
function ungrounded({ revision, sources, ...rules }: Programme): string[] {
  const found: string[] = [];
  const walk = (value: unknown, path: string, isGrounded: boolean): void => {
    const isNumber = typeof value === "number" || (typeof value === "string" && /^\d+(\.\d+)?%$/.test(value));
    if (isNumber && !isGrounded) found.push(path);
    if (typeof value !== "object" || value === null) return;
    const { citation, basis } = value as Grounded;
    const here = isGrounded || citation !== undefined || basis === "assumed";
    for (const [key, part] of Object.entries(value)) walk(part, `${path}.${key}`, here);
  };
  walk(rules, "programme", false);
  return found;
}

test("the walk finds a number that nobody answers for", () => {
  const [first] = shipped;
  const bare = { ...first!, groups: [{ id: "young", title: "Young", outcomeAfter: { weeks: 13 } }] };
  expect(ungrounded(bare)).toEqual(["programme.groups.0.outcomeAfter.weeks"]);
});

test("the published JSON Schema can be made, and the shipped data fits it", () => {
  const schema = z.toJSONSchema(programmeSchema as z.ZodMiniType, { unrepresentable: "any" });
  expect(schema).toHaveProperty("properties.standards");
  expect(z.toJSONSchema(variationSchema as z.ZodMiniType, { unrepresentable: "any" })).toHaveProperty(
    "properties.changes",
  );
  for (const programme of withOffers) expect(programmeSchema.safeParse(programme).success).toBe(true);
  expect(variationSchema.safeParse(exampleOffer).success).toBe(true);
});

test("histories hold editions of their own programme, and the usual one among them", () => {
  for (const { id, usual, editions } of [whpCore, whpJets, workProgramme]) {
    expect(new Set(editions.map((each) => each.id))).toEqual(new Set([id]));
    expect(editions.map(({ edition }) => edition)).toContain(usual);
  }
});

test("bounds that the documents do not give stay unknown", () => {
  const bounds = Object.fromEntries(
    shipped.map((each) => [nameOf(each), [each.inForce.from, each.inForce.until]]),
  );
  expect(bounds).toEqual({
    "whp-core cv04": [undefined, undefined],
    "whp-core pre-covid": [undefined, undefined],
    "whp-jets cv06": [undefined, undefined],
    "work-programme regime-v1": [undefined, "2014-03-31"],
    "work-programme regime-v2": ["2014-04-01", "2014-07-31"],
    "work-programme regime-v3": ["2014-08-01", undefined],
    "work-programme framework": [undefined, undefined],
  });
});
