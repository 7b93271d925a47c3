const { whpCoreCv04 } = require("programme-rules");
const { caseload, journey, rulesFor } = require("programme-rules/testing");
const { reminders } = require("../src/reminders.js");

expect.extend(rulesFor(whpCoreCv04, { asAt: "2021-04-30" }));

const referral = journey("R1").received("2021-04-01");

test("reminders are of what the contract wants, on the day it wants it", () => {
  expect(referral).toBeDueOn("css-1/acknowledged", "2021-04-07");
  expect(reminders(referral, "2021-04-01", "2021-04-07")).toEqual([
    "2021-04-07: Each referral is acknowledged in PRaP within 2 working days of receipt",
    "2021-04-07: Contact with the person is attempted within 2 working days of receipt",
  ]);
});

test("a late referral is not met; the standard of a caseload may be", () => {
  const late = referral.acknowledged("+3wd");
  expect(late).not.toMeet("css-1/acknowledged");
  expect(late).toHaveVerdict("css-1/acknowledged", "not-met", { reason: "late" });
  const others = caseload(199, (each) => each.received("2021-04-01").acknowledged("+2wd"));
  expect([...others, late.as("late")]).toMeet("css-1/acknowledged");
});

test("a failure says what is wrong", () => {
  expect(() => expect(referral).toMeet("css-1/acknowledged")).toThrow(
    "No acknowledgement by then: not met. [001 ¶37 item 1]",
  );
});

test("what is pending fails, unless it is allowed", () => {
  const young = referral.acknowledged("+1wd").contacted("+1wd");
  expect(young).not.toMeetEveryStandard({ asAt: "2021-04-08" });
  expect(young).toMeetEveryStandard({ asAt: "2021-04-08", allow: ["not-yet-due"] });
});
