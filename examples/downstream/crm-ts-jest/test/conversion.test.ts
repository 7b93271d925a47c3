import { isProgrammeFault, whpJetsCv06 } from "programme-rules";
import { journey, rulesFor } from "programme-rules/testing";
import { converted } from "../src/conversion";

expect.extend(rulesFor(whpJetsCv06, { asAt: "2022-06-30" }));

const started = journey("R1").received("2021-04-01").started("2021-04-20");

test("whoever started and earned nothing in 238 days has not converted", () => {
  expect(started).not.toConvert();
  expect(converted([started], "2022-06-15")).toBe("0 of 1");
});

test("a day that is none is a fault, not an answer", () => {
  let thrown: unknown;
  try {
    converted([started], "2022-06-31");
  } catch (error) {
    thrown = error;
  }
  expect(isProgrammeFault(thrown) && thrown.code).toBe("date/day");
});
