// Is the contract on course? From journeys to a table, an index, a forecast and a curve.
import { whpJetsCv06 } from "programme-rules";
import { cohortTable, compareWithProfile, conversion, forecast } from "programme-rules/cohorts";

const outcome = { kind: "milestone-reached", milestone: "1000" };
const caseload = [1, 2, 3, 4].flatMap((month) =>
  Array.from({ length: 50 }, (_, at) => ({
    id: `${month}-${at}`,
    events: [
      { kind: "started", on: `2021-0${month}-04` },
      { kind: "job-started", on: `2021-0${month}-20`, selfEmployed: false },
      ...(at % 4 === 0 && month + (at % 6) < 8
        ? [{ ...outcome, on: `2021-0${month + 2 + (at % 6)}-28` }]
        : []),
    ],
  })),
);
const profile = ["0%", "1%", "3%", "6%", "10%", "14%", "17.5%", "20%", "22%"];
const table = cohortTable(whpJetsCv06, caseload, { asAt: "2021-08-31" });
const { actual, expected, index } = compareWithProfile(table, profile);
const last = conversion(table).kaplanMeier.at(-1);
const { expected: inTheEnd, starts, learned } = forecast(table, profile);

for (const { month, converted } of table.rows) {
  console.log(month, converted.map((count) => count ?? "–").join(" "));
}
console.log(`${actual} converted, ${expected.toFixed(1)} expected: index ${index?.toFixed(3)}`);
console.log(`in the end: ${inTheEnd.toFixed(0)} of ${starts}, ${learned.index.toFixed(2)} of the profile`);
console.log(`by age ${last?.time}: ${last?.rate.toFixed(3)}`);

// prints
// 2021-01 0 0 5 5 9 9 13 13 –
// 2021-02 0 0 5 5 9 9 13 – –
// 2021-03 0 0 5 5 9 9 – – –
// 2021-04 0 0 5 5 9 – – – –
// 44 converted, 30.8 expected: index 1.431
// in the end: 55 of 200, 1.21 of the profile
// by age 7: 0.260
