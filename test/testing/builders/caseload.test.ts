import { report, whpJetsCv06 } from "programme-rules";
import { caseload, type JourneyRecipe } from "programme-rules/testing";
import { expect, test } from "vitest";

const onTime: JourneyRecipe = (each) => each.received("2021-04-01").acknowledged("+2wd");
const late: JourneyRecipe = (each) => each.received("2021-04-01").acknowledged("+3wd");

test("ids run through all parts, as wide as the last", () => {
  expect(caseload([9, onTime], [1, late]).map(({ id }) => id)).toEqual(
    ["01", "02", "03", "04", "05", "06", "07", "08", "09", "10"].map((n) => `R${n}`),
  );
});

test("one late of 200 reaches 99.5%, one of 199 does not", () => {
  const [line, short] = [199, 198].map(
    (count) => report(whpJetsCv06, caseload([count, onTime], [1, late]), { asAt: "2021-04-30" }).lines[0],
  );
  expect([line?.verdict, line?.headroom]).toEqual(["met", 0]);
  expect([short?.verdict, short?.headroom]).toEqual(["not-met", -1]);
});

test("each is told its place in its part", () => {
  const days = caseload(3, (each, at) => each.received(`2021-04-0${at + 1}`)).map(
    ({ events }) => events[0]?.on,
  );
  expect(days).toEqual(["2021-04-01", "2021-04-02", "2021-04-03"]);
});

test("options are those of a journey; nobody is nobody", () => {
  const options = { calendar: { holidays: ["2021-04-02"] } };
  expect(caseload(1, onTime, options)[0]?.events[1]?.on).toBe("2021-04-06");
  expect(caseload(0, onTime)).toEqual([]);
  expect(caseload()).toEqual([]);
});

test("a count that is none is refused", () => {
  expect(() => caseload(1.5, onTime)).toThrow(
    "Not accepted: 1.5 (number). Expected a whole number of journeys from 0 up. Give each part of the caseload its count first: [199, (each) => …].",
  );
});
