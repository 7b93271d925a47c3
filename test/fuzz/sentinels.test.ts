import {
  acrossReadings,
  assess,
  assessOutcome,
  backlog,
  backlogByDay,
  dueDates,
  explain,
  explainReport,
  type Journey,
  type Programme,
  report,
  whpCoreCv04,
  whpJetsCv06,
  withReadings,
  workingCalendar,
  worklist,
} from "programme-rules";
import { cohortTable } from "programme-rules/cohorts";
import { expect, test } from "vitest";
import { Chance } from "./chance.js";
import { cases, seed } from "./size.js";

/** Days at the ends of everything: of dates, of the bank holidays known, of a century, and those that stand for none. */
const DAYS =
  "1900-01-01 1900-01-02 1970-01-01 1999-12-31 2001-01-01 2011-06-01 2019-01-02 2021-04-01 2021-04-06 2021-04-30 2028-12-29 2031-04-01 2199-12-31 9999-12-31".split(
    " ",
  );
const PROGRAMMES: readonly Programme[] = [
  whpJetsCv06,
  whpCoreCv04,
  withReadings(whpJetsCv06, { "backlog-test": "any-work-undone" }),
];

/** Where in an answer a number or a text stands for something that has no number. */
function sentinelsIn(value: unknown, at = ""): string[] {
  if (typeof value === "number")
    return Number.isFinite(value) && Math.abs(value) < 200_000 ? [] : [`${at}: ${value}`];
  if (typeof value === "string") {
    const dates = value.match(/\b\d{4,}-\d\d-\d\d\b/g) ?? [];
    const isFar = dates.some((date) => date < "1900-01-01" || (date > "2199-12-31" && !DAYS.includes(date)));
    return isFar || /(?<![\w-])-?\d[\d,]{6,}/.test(value) || /NaN|Infinity|undefined/.test(value)
      ? [`${at}: ${value}`]
      : [];
  }
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([name, each]) =>
    name === "hash" ? [] : sentinelsIn(each, `${at}.${name}`),
  );
}

/** Each is asked in a dozen ways, which takes longer than in the other fuzz tests. */
const some = Math.ceil(cases / 5);

const journey = (chance: Chance, id: string): Journey => {
  const kinds = chance.one(PROGRAMMES).events.map((kind) => kind.id);
  const events = Array.from({ length: 1 + chance.below(9) }, () => ({
    kind: chance.one(kinds),
    on: chance.one(DAYS),
    ...(chance.below(4) === 0 ? { knownOn: chance.one(DAYS) } : {}),
    ...(chance.below(3) === 0 ? { workingDays: chance.one([1, 10, 999_999]) } : {}),
  }));
  const received = { kind: "referral-received", on: chance.one(DAYS) };
  return { id, events: chance.below(4) === 0 ? events : [received, ...events] };
};

test(`no number that stands for never leaves the library, in ${some} journeys (seed ${seed})`, () => {
  const chance = new Chance(seed);
  for (let made = 0; made < some; made += 10) {
    const caseload = Array.from({ length: 10 }, (_, at) => journey(chance, `R${at}`));
    const programme = chance.one(PROGRAMMES);
    const asAt = chance.one(["2021-04-01", "2021-06-30", "2027-12-31"]);
    const about = chance.below(2) === 0 ? { asAt } : { asAt, beyondPublished: "project" as const };
    const made_ = report(programme, caseload, { ...about, by: "month" });
    const found = [
      made_,
      explainReport(made_),
      worklist(programme, caseload, about),
      backlog(programme, caseload, about),
      backlogByDay(programme, caseload, { ...about, from: "2021-03-29", until: "2021-04-09" }),
      cohortTable(programme, caseload, { asAt, lastAge: 30 }),
      ...caseload
        .slice(0, 2)
        .flatMap((each) => [
          dueDates(programme, each, about),
          assess(programme, each, about).map((finding) => [
            finding,
            explain(programme, each, finding, about),
          ]),
          assessOutcome(programme, each, { asAt }),
        ]),
      acrossReadings(programme, caseload[0]!, about),
    ].flatMap((answer) => sentinelsIn(answer));
    expect(found).toEqual([]);
  }
});

test("nor does one leave a calendar", () => {
  const calendar = workingCalendar("england-and-wales");
  const answers = [1, 260, 5_000, 99_999].flatMap((days) =>
    ["2001-01-01", "2021-04-01", "2028-12-29"].flatMap((on) =>
      [
        () => calendar.addWorkingDays(on, days),
        () => calendar.subtractWorkingDays(on, days),
        () => calendar.countWorkingDays(on, "2021-04-01"),
      ].map((act) => {
        try {
          return act();
        } catch (error) {
          return (error as Error).message;
        }
      }),
    ),
  );
  expect(answers.flatMap((answer) => sentinelsIn(answer))).toEqual([]);
});

test("the reader of sentinels sees one", () => {
  expect(sentinelsIn({ a: [1_073_741_824] })).toEqual([".a.0: 1073741824"]);
  expect(sentinelsIn("met, 1,073,741,824 working days to spare")).toHaveLength(1);
  expect(sentinelsIn({ on: "+012345-01-01", days: Number.NaN })).toHaveLength(2);
  expect(sentinelsIn("ten working days, Mon 26 Apr 2021, 2021-04-26, J0041")).toEqual([]);
});
