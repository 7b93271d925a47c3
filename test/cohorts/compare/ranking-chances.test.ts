import { type Performer, rank } from "programme-rules/cohorts";
import { describe, expect, test } from "vitest";
import { binomial, normal, uniformsOf } from "../../../src/cohorts/random.js";

const SPREADS = [0, 0.1, 0.2, 0.4];
const PEOPLE = [() => 50, () => 150, () => 500, (at: number) => 40 * 2 ** (at % 5)];

/** One field after another, of true log-odds around those of 20%, each with who truly is in the bottom quarter. */
function* fields(size: number, rounds: number) {
  for (let round = 0, field = 0; round < rounds; round++)
    for (const spread of SPREADS)
      for (const people of PEOPLE) {
        const uniform = uniformsOf(1964, field++);
        const truth: { id: string; effect: number; tie: number }[] = [];
        const performers: Performer[] = Array.from({ length: size }, (_, at) => {
          const [id, of, effect] = [`p${at}`, people(at), spread * normal(uniform)];
          // Who ties is put in order by lot.
          truth.push({ id, effect, tie: uniform() });
          const odds = 0.25 * Math.exp(effect);
          return { id, share: { count: binomial(of, odds / (1 + odds), uniform), of } };
        });
        truth.sort((one, other) => one.effect - other.effect || one.tie - other.tie);
        yield { performers, bottom: new Set(truth.slice(0, Math.floor(size / 4)).map(({ id }) => id)) };
      }
}

/** By tenths of stated chance: how many were told so, the mean of what they were told, and how many truly were there. */
function reliability(size: number, rounds: number) {
  const tenths = Array.from({ length: 10 }, () => ({ told: 0, stated: 0, were: 0 }));
  let seed = 0;
  for (const { performers, bottom } of fields(size, rounds))
    for (const each of rank(performers, { chance: { seed: seed++, runs: 100 } })) {
      const tenth = tenths[Math.min(9, Math.floor(each.bottom!.probability * 10))]!;
      tenth.told += 1;
      tenth.stated += each.bottom!.probability;
      tenth.were += bottom.has(each.id) ? 1 : 0;
    }
  return tenths;
}

describe("the stated chance of the bottom quarter is how often it is true", () => {
  test.each([
    [4, 150],
    [8, 75],
    [20, 30],
  ])("in fields of %d", (size, rounds) => {
    for (const { told, stated, were } of reliability(size, rounds)) {
      const chance = stated / told;
      // As far off as the rounding to tenths and the drawing allow, and 4 standard errors.
      const allowed = 0.05 + 3 * Math.sqrt((chance * (1 - chance)) / told);
      expect(Math.abs(were / told - chance), `${told} were told ${chance}`).toBeLessThan(allowed);
    }
  });
});

describe("a rate is drawn nearer to the others the fewer people it is of", () => {
  const chance = { seed: 7, runs: 4000 };
  const bottomOf = (performers: Performer[], id: string) =>
    rank(performers, { chance }).find((each) => each.id === id)!.bottom!.probability;
  const others = [20, 21, 22, 23, 24, 25, 26].map((count) => ({
    id: `p${count}`,
    share: { count: count * 10, of: 1000 },
  }));
  test("none of three says little, none of a hundred everything", () => {
    const none = (of: number) => bottomOf([...others, { id: "none", share: { count: 0, of } }], "none");
    expect(none(3)).toBeLessThan(0.6);
    expect(none(100)).toBeGreaterThan(0.99);
  });
  test("where all achieved the same, each is as likely to be in the bottom quarter", () => {
    const same = Array.from({ length: 8 }, (_, at) => ({ id: `p${at}`, share: { count: 20, of: 100 } }));
    for (const { bottom } of rank(same, { chance }))
      expect(Math.abs(bottom!.probability - 0.25)).toBeLessThan(0.03);
  });
  test("nobody or everybody having converted, too", () => {
    for (const count of [0, 50]) {
      const same = Array.from({ length: 4 }, (_, at) => ({ id: `p${at}`, share: { count, of: 50 } }));
      for (const { bottom } of rank(same, { chance }))
        expect(Math.abs(bottom!.probability - 0.25)).toBeLessThan(0.03);
    }
  });
});

test("fewer than four say too little of each other for a chance, however few the parts", () => {
  const three = [10, 20, 30].map((count) => ({ id: `p${count}`, share: { count, of: 100 } }));
  const nobody = { id: "nobody", share: { count: 0, of: 0 } };
  const options = { tiles: 2, chance: { seed: 1, runs: 10 } };
  expect(rank([...three, nobody], options).map(({ bottom }) => bottom)).toEqual([null, null, null, null]);
  const four = [...three, { id: "p40", share: { count: 40, of: 100 } }];
  expect(rank(four, options).every(({ bottom }) => bottom !== null)).toBe(true);
});
