import { assess } from "programme-rules";
import { expect, test } from "vitest";
import { messageOf } from "../oracle/message.js";
import { journeyOf, programmeOf } from "./one-rule.js";

test("contacts are owed in a state between events: an unchecked programme that names one of work left is refused", () => {
  const states = [
    { id: "with-us", from: ["started"], until: ["left"] },
    { id: "behind", work: [{ requirement: "rule/plan" }], test: "overdue" },
  ];
  const checked = programmeOf(
    { kind: "cadence", while: "with-us" },
    { rules: { "rule/plan": { within: { workingDays: 10 } } }, states },
  );
  const unchecked = {
    ...checked,
    standards: checked.standards.map((standard) => ({
      ...standard,
      requirements: standard.requirements.map((each) =>
        each.kind === "cadence" ? { ...each, while: "behind" } : each,
      ),
    })),
  };
  const asked = () => assess(unchecked, journeyOf("started 2021-03-01"), { asAt: "2021-03-31" });
  expect(messageOf(asked)).toEqual({
    code: "argument/programme",
    message:
      'Not accepted: the programme small, whose "behind" is a state of work left. Expected a state between events, with `from` and `until` or `allOf`, wherever contacts are owed or stop, or a stay ends. Check it with defineProgramme.',
  });
});
