import { workingCalendar } from "programme-rules/calendar";
import { expect, test } from "vitest";

/* The published lists end with 31 December 2028, a Sunday. */
const published = workingCalendar("england-and-wales");
const projecting = workingCalendar("england-and-wales", { beyondPublished: "project" });

test("says how many days ahead are known, for a check that warns in time", () => {
  expect(published.daysKnownAfter("2028-12-30")).toBe(1);
  expect(published.daysKnownAfter("2028-12-31")).toBe(0);
  // 2028 is a leap year: 366 days after its first eve.
  expect(published.daysKnownAfter("2027-12-31")).toBe(366);
});

test("says of a day whether it rests on rules instead of a list", () => {
  expect(projecting.isProjected("2028-12-31")).toBe(false);
  expect(projecting.isProjected("2029-01-01")).toBe(true);
  expect(published.isProjected("2028-12-31")).toBe(false);
});
