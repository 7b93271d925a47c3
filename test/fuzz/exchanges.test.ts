import { whpJetsCv06 } from "programme-rules";
import { parseExchange, readExchange } from "programme-rules/cohorts";
import { workProgrammeRegimeV2 } from "programme-rules/programmes";
import { checkPipeline } from "programme-rules/returns";
import { checkProviderActionPlan } from "programme-rules/review";
import { defineOffer } from "programme-rules/tender";
import { afterEach, beforeEach, expect, test } from "vitest";
import { Chance } from "./chance.js";
import { odd } from "./malformed.js";
import { described, prototypes } from "./refusals.js";
import { cases, seed } from "./size.js";

let before: unknown;
beforeEach(() => {
  before = prototypes();
});
afterEach(() => expect(prototypes()).toEqual(before));

/** An object of fields that are expected, each with anything in it, and sometimes one more. */
function oddFields(chance: Chance, fields: readonly string[]): Record<string, unknown> {
  const names = fields.filter(() => !chance.once(4));
  if (chance.once(4)) names.push(chance.one(["__proto__", "constructor", "other"]));
  return JSON.parse(`{${names.map((name) => `${JSON.stringify(name)}:0`).join()}}`, (key, value) =>
    key === "" ? value : odd(chance),
  );
}

/** What comes from outside comes as JSON; a key `__proto__` survives it. */
function asJson(value: unknown): unknown {
  const text = JSON.stringify(value, (_, each) => (typeof each === "bigint" ? Number(each) : each));
  return JSON.parse(text ?? "null");
}

const READERS: Readonly<
  Record<string, readonly [fields: readonly string[], read: (wild: never) => unknown]>
> = {
  parseExchange: [["format", "version", "asAt", "programme", "cohorts", "rows", "window"], parseExchange],
  "readExchange, one row": [
    ["cohort", "provider", "group", "age", "starts", "outcomes", "asAt", "month"],
    (wild) => readExchange([wild]),
  ],
  "readExchange, its defaults": [["asAt", "programme", "window"], (wild) => readExchange([], wild)],
  defineOffer: [
    ["id", "title", "basis", "changes", "assumptions", "promises", "levels"],
    (wild) => defineOffer(whpJetsCv06, wild),
  ],
  checkPipeline: [
    ["receivedOn", "rows", "message", "month"],
    (wild) => checkPipeline(workProgrammeRegimeV2, wild),
  ],
  checkProviderActionPlan: [
    ["id", "form", "parts", "actions", "agreedOn", "annexes"],
    (wild) => checkProviderActionPlan(whpJetsCv06, wild, { asAt: "2021-06-30" }),
  ],
};

test.each(Object.entries(READERS))(
  `%s takes fields of anything, or refuses them by name (seed ${seed + 50})`,
  (_, [fields, read]) => {
    const chance = new Chance(seed + 50);
    for (let made = 0; made < cases; made++) {
      const wild = asJson(oddFields(chance, fields));
      try {
        read(wild as never);
      } catch (error) {
        const { name } = error as Error;
        if (name !== "ProgrammeFault") throw new Error(`Crashed on ${described(wild)}`, { cause: error });
      }
    }
  },
);
