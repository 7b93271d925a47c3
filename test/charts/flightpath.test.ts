import { flightpathChart } from "programme-rules/charts";
import { cohortTableFromCounts } from "programme-rules/cohorts";
import { flightpath } from "programme-rules/tender";
import { expect, test } from "vitest";
import { JETS_WINDOW, PROFILE } from "../oracle/cohorts.js";

const options = { asAt: "2021-05-31", window: JETS_WINDOW };

test("two bars a month, and what is needed", () => {
  const table = cohortTableFromCounts([{ month: "2021-03", starts: 200, converted: [0, 2, 5] }], options);
  const { data, title } = flightpathChart(flightpath(table, PROFILE, { targetMonth: "2021-08" }));
  expect(data?.values).toHaveLength(6);
  expect(title.subtitle).toBe("23 more outcomes are needed: 19 as things are, and 4 extra.");
});

test("too few people are said to be too few", () => {
  const table = cohortTableFromCounts([{ month: "2021-03", starts: 10, converted: [0, 0, 0] }], options);
  const path = flightpath(table, ["0%", "0%", "0%", "90%"], { targetMonth: "2021-06", target: "120%" });
  expect(flightpathChart(path).title.subtitle).toContain("Not feasible");
});
