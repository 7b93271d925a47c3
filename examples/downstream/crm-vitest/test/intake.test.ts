import fc from "fast-check";
import { whpJetsCv06 } from "programme-rules";
import { caseload, journey } from "programme-rules/testing";
import { caseloads, dates, journeysMeeting, permutationLaw } from "programme-rules/testing/arbitraries";
import { describe, expect, test } from "vitest";
import { Intake } from "../src/intake.js";
import "./rules.js";

const intake = new Intake();
intake.receive("R1", "2021-04-01", 14);
intake.appointmentEnded("R1", true);
intake.receive("R2", "2021-04-01", 15);
intake.appointmentEnded("R2", false);

describe("a referral received on Maundy Thursday", () => {
  test("is acknowledged, rung and seen in time", () => {
    expect(intake.journey("R1")).toMeet("css-1/acknowledged");
    expect(intake.journey("R1")).toMeet("css-4/contacted");
    expect(intake.journey("R1")).toBeDueOn("css-5/prap-update", "2021-04-26");
    expect(intake.journey("R1")).toMeet("css-5/prap-update");
    expect(intake.caseload()).toHaveNoProblems();
  });

  test("has its no-show recorded a day late when the slot is the last possible", () => {
    expect(intake.journey("R2")).not.toMeet("css-5/prap-update");
    expect(() => expect(intake.journey("R2")).toMeet("css-5/prap-update")).toThrow("one working day late");
  });
});

test("whenever it is received, it is acknowledged in time", () => {
  fc.assert(
    fc.property(dates({ from: "2021-01-01", until: "2021-05-31" }), (on) => {
      const fresh = new Intake();
      fresh.receive("R1", on, 10);
      expect(fresh.journey("R1")).toMeet("css-1/acknowledged");
    }),
  );
});

test("one late referral of 200 leaves the standard met", () => {
  const late = journey("R0").received("2021-04-01").acknowledged("+3wd");
  const others = caseload(199, (each) => each.received("2021-04-01").acknowledged("+2wd"));
  expect([late, ...others]).toMeet("css-1/acknowledged");
});

test("requirement ids are checked by the compiler, against the registered programme", () => {
  // @ts-expect-error no such requirement of WHP JETS
  expect(() => expect(intake.journey("R1")).toMeet("css-3/prap-update")).toThrow("css-5/prap-update");
});

test("generated journeys, and a law", () => {
  fc.assert(
    fc.property(journeysMeeting(whpJetsCv06, "css-8/contact"), (made) => {
      expect(made).toMeet("css-8/contact", { asAt: "2022-12-31" });
    }),
  );
  const subjects = { caseloads: caseloads(whpJetsCv06), asAts: dates() };
  fc.assert(permutationLaw((all) => all.length, subjects));
});
