import assert from "node:assert/strict";
import { test } from "node:test";
import { whpJetsCv06 } from "programme-rules";
import { assertionsFor, assertMeets, journey } from "programme-rules/testing";
import { importRows } from "../src/import-rows.js";

const {
  assertDueOn,
  assertMeets: assertMeetsJets,
  assertNoProblems,
} = assertionsFor(whpJetsCv06, {
  asAt: "2021-04-30",
});

const read = importRows([
  { Ref: "R1", Received: "01/04/2021", Acknowledged: "07/04/2021" },
  { Ref: "R2", Received: "01/04/2021", Acknowledged: "08/04/2021" },
]);

test("rows become journeys without a problem", () => {
  assert.deepEqual(read.problems, []);
  assertNoProblems(read);
  assert.deepEqual(
    read.journeys[0]?.events,
    journey("R1").received("2021-04-01").acknowledged("+2wd").events,
  );
});

test("the first is in time, the second is not", () => {
  const [first, second] = read.journeys;
  assertMeetsJets(first!, "css-1/acknowledged");
  assertDueOn(second!, "css-1/acknowledged", "2021-04-07");
  assert.throws(() => assertMeetsJets(second!, "css-1/acknowledged"), {
    code: "ERR_ASSERTION",
    message: /Acknowledged Thu 8 Apr 2021: not met, one working day late\. \[001 ¶38 item 1\]/,
  });
});

test("half in time is not 99.5%", () => {
  assert.throws(
    () => assertMeets(read, "css-1/acknowledged", { programme: whpJetsCv06, asAt: "2021-04-30" }),
    /At least 99\.5% are to be met: 1 of 2 are \(50\.0%\)/,
  );
});

test("an id the programme does not have does not compile, and is a fault", () => {
  // @ts-expect-error no such requirement of WHP JETS
  assert.throws(() => assertMeetsJets(read, "css-3/prap-update"), { code: "argument/requirement" });
});
