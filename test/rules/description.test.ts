import { type Programme, type Requirement, whpJetsCv06 } from "programme-rules";
import { workProgrammeFramework } from "programme-rules/programmes";
import { describeRequirement } from "programme-rules/rulebook";
import { expect, test } from "vitest";
import { sayLength, sayOpen } from "../../src/rules/index.js";
import { small } from "./small-programme.js";

const lines = (programme: Programme, part: object) =>
  describeRequirement(programme, part as Requirement).map(({ label, says }) => `${label}: ${says}`);
const of = (programme: Programme, id: string) =>
  lines(
    programme,
    programme.standards.flatMap(({ requirements }) => requirements).find((part) => part.id === id)!,
  );

test.each([
  [{ workingDays: 1 }, "1 working day"],
  [{ days: 0 }, "the same day"],
  [{ days: 56 }, "56 days"],
  [{ weeks: 8, roll: "next-working-day" }, "8 weeks, or the next working day if it is none"],
  [{ months: 1 }, "1 month"],
  [{ dayOfNextMonth: 15 }, "the 15th of the next month"],
  [{ dayOfNextMonth: 1 }, "the 1st of the next month"],
  [{ dayOfNextMonth: 22 }, "the 22nd of the next month"],
  [{ dayOfNextMonth: 13 }, "the 13th of the next month"],
  [{ workingDayOfMonth: 3 }, "the 3rd working day of the month"],
  [{ workingDayOfNextMonth: 20 }, "the 20th working day of the next month"],
  [{ open: "bid-specific" }, "withheld (each bidder's own)"],
] as const)("%o is %s", (length, says) => {
  expect(sayLength(length)).toBe(says);
});

test.each([
  [{ open: "redacted" }, "withheld (blacked out)"],
  [{ open: "not-said", note: "how often" }, "not said: how often"],
] as const)("%o is %s", (open, says) => {
  expect(sayOpen(open)).toBe(says);
});

test("a deadline with everything", () => {
  const part = {
    kind: "deadline",
    id: "plan/all",
    title: "All",
    subject: "site",
    event: ["plan-agreed", "contacted"],
    all: true,
    before: ["left"],
    anchorDate: "knownOn",
    within: { workingDays: 10 },
    atLeast: { days: 1 },
    exceptions: [{ when: [{ notGroup: ["young"] }], within: { weeks: 2 } }],
    sameDay: "needs-review",
    excusedBy: [{ entering: "late" }],
    when: [
      { in: "on-programme" },
      { attribute: "nation", isNot: ["wales"], missing: "yes" },
      { onOrAfter: "2021-04-01" },
    ],
    target: { below: { open: "redacted" } },
    axis: "started",
  };
  expect(lines(small, part)).toEqual([
    "About: each site",
    "Done by: “Plan agreed” and “Contacted”",
    "Before: “Left”, from the day it became known",
    "Not before the last: 10 working days",
    "At least so long before: 1 day",
    "Except: 2 weeks if not of “Young people”",
    "On the day itself: a person must look",
    "Excused by: entering “Late”",
    "Only: in “On the programme”; nation is not wales (or is not recorded); on or after Thu 1 Apr 2021",
    "Target: below a percentage that is withheld (blacked out)",
    "Edition by: started",
  ]);
});

test("cadence, content, share and count", () => {
  expect(of(whpJetsCv06, "css-8/contact")).toEqual([
    "Done by: “Contacted”",
    "While: “On the programme”",
    "How often: at least every 10 working days",
    "Or as agreed by: “Contact frequency agreed” (for booked-meetings) or “Contact frequency agreed” (“for” not recorded)",
    "Target: every case",
  ]);
  expect(of(workProgrammeFramework, "in-work-support/recorded")).toEqual([
    "Record: “Support in work offered”",
    "Owed after: “Job started”",
    "Parts: the offer is recorded (field recorded); acceptance or refusal is recorded (field answered)",
    "Target: every case",
  ]);
  const share = {
    kind: "proportion",
    id: "plan/share",
    title: "S",
    among: ["started"],
    measured: "period",
    target: { atMost: "4%" },
  };
  expect(lines(small, { ...share, share: { reaching: ["contacted"] } })[0]).toBe("Share: with “Contacted”");
  expect(lines(small, { ...share, share: { met: "plan/agreed" } })[0]).toBe("Share: that meet plan/agreed");
  expect(lines(small, { ...share, share: { in: "late" } }).slice(1)).toEqual([
    "Among: “Started”",
    "Of: all to date",
    "Measured: at the end of the period",
    "Target: at most 4%",
  ]);
  const total = {
    kind: "total",
    id: "plan/total",
    title: "T",
    count: ["started"],
    against: [10, 30],
    measured: "month-end",
    target: { atLeast: "95%" },
  };
  expect(lines(small, total)).toEqual([
    "Count of: “Started”",
    "Against: 10, 30, cumulative by month",
    "Measured: at the end of each month",
    "Target: at least 95%",
  ]);
});
