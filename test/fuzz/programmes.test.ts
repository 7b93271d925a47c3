import {
  assess,
  mergeReports,
  type Programme,
  parseProgramme,
  type Report,
  report,
  safeParseProgramme,
  whpCoreCv04,
  whpJetsCv06,
} from "programme-rules";
import { afterEach, beforeEach, expect, test } from "vitest";
import { Chance } from "./chance.js";
import { nest, odd } from "./malformed.js";
import { described, prototypes } from "./refusals.js";
import { cases, seed } from "./size.js";

let before: unknown;
beforeEach(() => {
  before = prototypes();
});
afterEach(() => expect(prototypes()).toEqual(before));

const asAt = "2021-05-14";
const journey = {
  id: "R1",
  events: [
    { kind: "referral-received", on: "2021-04-01" },
    { kind: "started", on: "2021-04-12" },
    { kind: "left", on: "2021-05-04" },
  ],
};

/** Puts something odd, or another part of the same value, in a place of a value. */
function spoil(chance: Chance, value: object): string {
  let at = value as Record<string, unknown>;
  let path = "";
  for (;;) {
    const key = chance.one(
      [...Object.keys(at), "__proto__", "added"].slice(0, chance.once(20) ? undefined : -2),
    );
    path += `/${key}`;
    const inner = Object.hasOwn(at, key) ? at[key] : undefined;
    const isEnd = typeof inner !== "object" || inner === null || Object.keys(inner).length === 0;
    if (!isEnd && !chance.once(6)) {
      at = inner as Record<string, unknown>;
      continue;
    }
    const wrong = chance.one<() => unknown>([
      () => odd(chance),
      () => chance.one(["referral-received", "css-1/acknowledged", "backlog", "in-work", "started"]),
      () => [at[chance.one(Object.keys(at))]],
      () => ({ ...at }),
    ])();
    if (chance.once(6)) delete at[key];
    else
      Object.defineProperty(at, key, { value: wrong, enumerable: true, configurable: true, writable: true });
    return path;
  }
}

test(`${Math.ceil(cases / 40)} spoiled programmes are parsed, or refused by name (seed ${seed + 20})`, () => {
  const chance = new Chance(seed + 20);
  for (let made = 0; made < cases / 40; made++) {
    const spoiled = structuredClone(chance.one([whpJetsCv06, whpCoreCv04])) as unknown as Programme;
    const path = spoil(chance, spoiled);
    let programme: Programme;
    try {
      const result = safeParseProgramme(chance.once(3) ? written(spoiled) : spoiled);
      if (!result.success) continue;
      programme = result.programme;
    } catch (error) {
      throw new Error(`Parsing crashed on ${path}`, { cause: error });
    }
    try {
      assess(programme, journey, { asAt });
      report(programme, [journey], { asAt });
    } catch (error) {
      const { name } = error as Error;
      if (name !== "ProgrammeFault") throw new Error(`Assessing crashed on ${path}`, { cause: error });
    }
  }
});

/** As JSON text where it can be; a bigint cannot. */
function written(programme: Programme): unknown {
  try {
    return JSON.stringify(programme);
  } catch {
    return programme;
  }
}

test(`anything in place of a programme is refused by name (seed ${seed + 21})`, () => {
  const chance = new Chance(seed + 21);
  const given = [
    nest(2000),
    `${"[".repeat(100_000)}`,
    `"${"x".repeat(1_000_000)}"`,
    '{"__proto__":{"id":1}}',
  ];
  for (let made = 0; made < 300; made++) given.push(odd(chance));
  for (const wrong of given) {
    const result = safeParseProgramme(wrong);
    expect(result.success, described(wrong)).toBe(false);
    expect(() => parseProgramme(wrong)).toThrow(expect.objectContaining({ name: "ProgrammeFault" }));
  }
});

test("reports that do not belong together are refused by name", () => {
  const one = report(whpJetsCv06, [journey], { asAt });
  const strangers: Report[] = [
    report(whpCoreCv04, [journey], { asAt }),
    report(whpJetsCv06, [journey], { asAt: "2021-05-13" }),
    report(whpJetsCv06, [journey], { asAt, suppressBelow: 5 }),
  ];
  for (const other of strangers) {
    expect(() => mergeReports([one, other])).toThrow(expect.objectContaining({ name: "ProgrammeFault" }));
  }
});
