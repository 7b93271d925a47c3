import { amend, parseProgramme, whpJetsCv06 } from "programme-rules";
import { cohortExchange, parseExchange, readExchange } from "programme-rules/cohorts";
import { workProgrammeRegimeV2 } from "programme-rules/programmes";
import { illustrativePolicy, interventionGrounds } from "programme-rules/regime";
import { checkPipeline } from "programme-rules/returns";
import { checkProviderActionPlan } from "programme-rules/review";
import { defineOffer } from "programme-rules/tender";
import { expect, test } from "vitest";
import { copy } from "../rules/small-programme.js";
import { jetsTerms } from "../tender/offers.js";
import { nest } from "./malformed.js";

/** What JSON can say and JavaScript cannot compare with a number; what lists and texts have and this only pretends to. */
const HOSTILE: readonly object[] = [
  { length: { toString: null } },
  { length: { toString: 1, valueOf: 1 } },
  { length: 5 },
];

type Place = readonly (string | number)[];

/** Every place in a value, one for each shape of path: of a list's items each field is taken once. */
function placesIn(value: unknown): Place[] {
  const seen = new Map<string, Place>();
  const walk = (at: unknown, path: Place) => {
    const shape = path.map((part) => (typeof part === "number" ? "*" : part)).join("/");
    if (!seen.has(shape)) seen.set(shape, path);
    if (typeof at !== "object" || at === null) return;
    for (const [key, each] of Object.entries(at))
      walk(each, [...path, Array.isArray(at) ? Number(key) : key]);
  };
  walk(value, []);
  return [...seen.values()];
}

/** A copy of a value with something else in one place. */
function put(value: unknown, [first, ...rest]: Place, other: unknown): unknown {
  if (first === undefined) return other;
  const copy = (Array.isArray(value) ? [...value] : { ...(value as object) }) as Record<string, unknown>;
  copy[first] = put(copy[first], rest, other);
  return copy;
}

const asAt = "2021-06-30";
const journey = { id: "R1", events: [{ kind: "started", on: "2021-04-12" }] };
const figure = {
  id: "css-1/acknowledged",
  verdict: "not-met",
  month: "2021-05",
  scope: { area: "contract", group: "all" },
  interval: { lower: 0.1, upper: 0.2, level: "90%" },
};
const decision = { level: 1, decidedBy: "DWP", decidedOn: "2021-05-04", scope: "contract", reason: "late" };
const action = {
  number: "1",
  action: "Ring daily",
  addresses: ["css-1/acknowledged"],
  agreedOn: "2021-05-10",
};
const plan = { actions: [action], waiver: { agreedBy: "DWP", agreedOn: "2021-05-10" } };
const areas = [{ area: "1", objective: "Be on time", addresses: "css-1", actions: [action] }];
const variation = {
  id: "next",
  title: "Next",
  changes: { set: { "css-1/acknowledged": { within: { workingDays: 3 } } }, settles: ["some-reading"] },
  citation: { source: "001", paragraph: "1", item: "a" },
};

const READERS: Readonly<Record<string, readonly [valid: unknown, read: (wild: never) => unknown]>> = {
  parseProgramme: [copy(), parseProgramme],
  amend: [variation, (wild) => amend(whpJetsCv06, wild)],
  defineOffer: [jetsTerms, (wild) => defineOffer(whpJetsCv06, wild)],
  parseExchange: [cohortExchange(whpJetsCv06, [journey], { asAt }), parseExchange],
  readExchange: [
    { cohort: "2021-04", provider: "a", group: "b", age: 1, starts: 3, outcomes: 1, asAt },
    (wild) => readExchange([wild], { programme: "whp-jets" }),
  ],
  checkPipeline: [
    { receivedOn: "2021-05-04", month: "2021-05", rows: [{ area: "1" }], message: { sender: "a" } },
    (wild) => checkPipeline(workProgrammeRegimeV2, wild),
  ],
  checkProviderActionPlan: [
    { form: "pap", header: { a: "b" }, areas },
    (wild) => checkProviderActionPlan(whpJetsCv06, wild, { asAt }),
  ],
  interventionGrounds: [
    { contract: "c1", standards: [figure], indicators: [figure], plan, interventions: [decision] },
    (wild) => interventionGrounds({ programme: whpJetsCv06, ...(wild as object) }, { asAt }),
  ],
  "interventionGrounds, its policy": [
    illustrativePolicy,
    (wild) => interventionGrounds({ programme: whpJetsCv06 }, { asAt, policy: wild }),
  ],
};

test.each(Object.entries(READERS))(
  "%s takes or refuses by name what only pretends to have a length",
  (_, [valid, read]) => {
    const crashes = placesIn(valid).flatMap((place) =>
      HOSTILE.flatMap((hostile) => {
        try {
          read(put(valid, place, hostile) as never);
        } catch (error) {
          const { name, message } = error as Error;
          if (name !== "ProgrammeFault") return [`${place.join(".")}: ${message}`];
        }
        return [];
      }),
    );
    expect(crashes).toEqual([]);
  },
);

test("changes nested without end are refused by name", () => {
  const terms = {
    ...variation,
    changes: { set: { "css-1/acknowledged": { within: nest(20_000) as never } } },
    citation: { source: "001", paragraph: "1" },
  };
  const refused = "Expected lists and objects inside one another to a depth that can be read.";
  expect(() => amend(whpJetsCv06, terms)).toThrow(`Not accepted: next. ${refused}`);
  expect(() => defineOffer(whpJetsCv06, terms)).toThrow(refused);
});
