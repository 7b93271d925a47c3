import { whpCoreCv04, whpJetsCv06 } from "programme-rules";
import { workProgrammeRegimeV2 } from "programme-rules/programmes";
import { expect, test } from "vitest";
import { readingsBehind } from "../../src/rules/index.js";

const behind = (...given: Parameters<typeof readingsBehind>) => readingsBehind(...given).map(({ id }) => id);

test.each([
  [
    "css-4/backlog-share",
    [
      "counting-day",
      "receipt-on-non-working-day",
      "backlog-test",
      "backlog-work",
      "backlog-denominator",
      "backlog-moment",
      "leaving-excuses",
    ],
  ],
  [
    "css-8/contact",
    ["counting-day", "no-percentage-given", "contact-gap", "stops-while-disengaged", "stops-while-in-work"],
  ],
  ["css-10/needs-discussed", ["no-percentage-given", "ahead-of-job-start"]],
  ["css-12/after-job-end", ["counting-day", "no-percentage-given", "job-end-clock", "job-end-return"]],
  [
    "css-14/end-form",
    ["no-percentage-given", "esf-forms-end", "esf-nations", "completion-date", "weeks-roll"],
  ],
  ["css-16/template-b", ["template-day"]],
])("%s", (requirement, expected) => {
  expect(behind(whpCoreCv04, requirement)).toEqual(expected);
});

test("JETS CSS 2 hangs on its own reference", () => {
  expect(behind(whpJetsCv06, "css-2/backlog-share")).toContain("jets-backlog-reference");
});

test("a return is counted by the conventions alone, and an unknown id by nothing", () => {
  expect(behind(workProgrammeRegimeV2, "returns/pipeline-file")).toEqual([]);
  expect(behind(workProgrammeRegimeV2, "returns/none")).toEqual([]);
});
