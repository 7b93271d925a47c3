import {
  amend,
  type ContentRequirement,
  type Programme,
  type Requirement,
  whpCoreCv04,
  whpCorePreCovid,
  whpJetsCv06,
  withReadings,
} from "programme-rules";
import {
  exampleOffer,
  workProgrammeFramework,
  workProgrammeRegimeV2,
  workProgrammeRegimeV3,
} from "programme-rules/programmes";
import { describe, expect, test } from "vitest";
import { isAssessedByDefault, isOpen } from "../../src/rules/index.js";

const idsOf = ({ standards }: Programme) =>
  standards.flatMap(({ requirements }) => requirements.map(({ id }) => id));
const part = (programme: Programme, id: string): Requirement =>
  [...programme.standards.flatMap(({ requirements }) => requirements), ...(programme.returns ?? [])].find(
    (each) => each.id === id,
  )!;

describe("requirement ids never change", () => {
  test("WHP Core, 001 ¶37", () => {
    expect(idsOf(whpCoreCv04)).toEqual(
      "css-1/acknowledged css-2/contact-attempted css-3/appointment css-3/prap-update css-4/backlog-share css-5/backlog-age css-6/standards-provided css-7/finalised css-7/explored css-8/contact css-9/follow-up css-10/needs-discussed css-11/in-work-contact css-12/contents css-12/before-leaving css-12/after-job-end css-12/kept css-13/start-form css-14/end-form css-15/asked css-15/template-a css-15/responses-kept css-16/template-b".split(
        " ",
      ),
    );
  });
  test("WHP JETS, 001 ¶38", () => {
    expect(idsOf(whpJetsCv06)).toEqual(
      "css-1/acknowledged css-2/backlog-share css-3/backlog-age css-4/contacted css-5/appointment css-5/prap-update css-6/standards-provided css-7/finalised css-7/explored css-8/contact css-9/follow-up css-10/contents css-10/before-leaving css-10/kept css-11/start-form css-12/end-form css-13/asked css-13/template-a css-13/responses-kept css-14/template-b".split(
        " ",
      ),
    );
  });
});

describe("numbers as the documents give them", () => {
  test.each([
    [whpCoreCv04, "css-1/acknowledged", { within: { workingDays: 2 }, target: { atLeast: "99.5%" } }],
    [whpCoreCv04, "css-2/contact-attempted", { within: { workingDays: 2 }, target: { every: true } }],
    [whpCoreCv04, "css-3/appointment", { within: { workingDays: 15 } }],
    [whpCoreCv04, "css-3/prap-update", { within: { workingDays: 15 }, target: { atLeast: "99%" } }],
    [whpCoreCv04, "css-4/backlog-share", { target: { atMost: "4%" } }],
    [whpCoreCv04, "css-5/backlog-age", { within: { workingDays: 25 } }],
    [whpCoreCv04, "css-6/standards-provided", { within: { workingDays: 1 } }],
    [whpCoreCv04, "css-7/finalised", { within: { workingDays: 20 }, after: ["referral-received"] }],
    [whpCoreCv04, "css-8/contact", { every: { workingDays: 10 } }],
    [whpCoreCv04, "css-9/follow-up", { within: { workingDays: 2 } }],
    [whpCoreCv04, "css-11/in-work-contact", { every: { workingDays: 10 } }],
    [whpCoreCv04, "css-12/before-leaving", { within: { workingDays: 10 } }],
    [whpCoreCv04, "css-12/after-job-end", { within: { workingDays: 10 } }],
    [whpCoreCv04, "css-13/start-form", { within: { workingDays: 5 } }],
    [whpCoreCv04, "css-14/end-form", { within: { weeks: 8 } }],
    [whpCoreCv04, "css-15/template-a", { within: { dayOfNextMonth: 15, roll: "next-working-day" } }],
    [whpCoreCv04, "css-16/template-b", { within: { dayOfNextMonth: 15, roll: "next-working-day" } }],
    [whpJetsCv06, "css-7/finalised", { within: { workingDays: 10 }, after: ["started"] }],
    [whpJetsCv06, "css-4/contacted", { within: { workingDays: 2 }, event: ["contacted"] }],
    [whpJetsCv06, "returns/performance-return", { within: { workingDayOfNextMonth: 15 } }],
    [whpJetsCv06, "returns/management-information", { atLeast: { workingDays: 5 }, before: ["review-held"] }],
    [workProgrammeRegimeV2, "returns/pipeline-file", { within: { workingDayOfNextMonth: 5 } }],
    [workProgrammeFramework, "pre-work-support/reassessed", { every: { weeks: 13 } }],
    [workProgrammeFramework, "programme-exit/sent", { within: { workingDays: 10 } }],
  ] as const)("%o", (programme, id, expected) => {
    expect(part(programme, id)).toMatchObject(expected);
  });

  test("the appointment part is reported, not scored", () => {
    const notScored = "the text gives no percentage for this part; shown, not scored";
    expect(part(whpCoreCv04, "css-3/appointment").target).toEqual({ notScored });
    expect(part(whpJetsCv06, "css-5/appointment").target).toEqual({ notScored });
  });
  test("outcome windows and claim limits are the documents' own", () => {
    const outcomes = [whpCoreCv04, whpJetsCv06].map(({ outcomes: [outcome] }) => [
      outcome.within.days,
      outcome.claimWithin.days,
    ]);
    expect(outcomes).toEqual([
      [639, 700],
      [238, 299],
    ]);
    expect(whpJetsCv06.outcomes[0].threshold).toEqual({ pence: 100_000 });
  });
  test("five levels of WHP Core with open shares, one of WHP JETS with 22%", () => {
    expect(whpCoreCv04.minimumPerformanceLevels.map(({ id, share }) => [id, isOpen(share)])).toEqual(
      [1, 2, 3, 4, 5].map((number) => [`tmpl-${number}`, true]),
    );
    expect(whpCoreCv04.minimumPerformanceLevels[4].countedIn).toBe("tmpl-1");
    expect(whpJetsCv06.minimumPerformanceLevels.map(({ share }) => share)).toEqual(["22%"]);
  });
  test("indicators of the deal area are never levels", () => {
    const groups = whpCoreCv04.minimumPerformanceLevels.filter(
      ({ scope }) => scope.area === "deal-area" && "group" in scope,
    );
    expect(groups).toEqual([]);
    expect(whpCoreCv04.indicators.map(({ id }) => id)).toEqual([
      "first-earnings",
      "earnings-1000",
      "earnings-2000",
      "deal-area-groups",
    ]);
    expect(whpJetsCv06.indicators.map(({ id }) => id)).toEqual(["first-earnings", "earnings-1000"]);
  });
  test("the weeks that make a job outcome, by payment group", () => {
    expect(workProgrammeRegimeV3.groups.map(({ id, outcomeAfter }) => [id, outcomeAfter.weeks])).toEqual([
      ["pg1", 26],
      ["pg2", 26],
      ...[3, 4, 5, 6, 7, 8, 9].map((number) => [`pg${number}`, 13]),
    ]);
  });
});

describe("readings", () => {
  test("their ids and answers, the first the default", () => {
    const list = (programme: Programme) =>
      programme.readings.map(({ id, answers }) => `${id}: ${answers.map((each) => each.id).join(" | ")}`);
    expect(list(whpCoreCv04)).toEqual([
      "counting-day: day-0 | day-1",
      "receipt-on-non-working-day: as-is | next-working-day",
      "period-cases: due | received | anchor",
      "no-percentage-given: scored | reported",
      "appointment-percentage: update-only | both | appointment-every-case",
      "backlog-test: overdue | any-work-undone",
      "backlog-work: both | update-only",
      "backlog-denominator: all-to-date | open | received-in-month",
      "backlog-moment: close-of-day | month-end",
      "backlog-age-from: receipt | entering-backlog",
      "never-started-plan: not-applicable | binds",
      "contact-gap: from-the-last-contact | one-in-each-fixed-block",
      "stops-while-disengaged: no | yes",
      "stops-while-in-work: yes | no",
      "missed-meeting-clock: the-meeting | when-it-became-known",
      "ahead-of-job-start: same-day-needs-review | same-day-counts | strictly-before",
      "job-end-clock: established | ended",
      "job-end-return: later-of-both | established",
      "exit-window: leaving-day-counts | leaving-day-does-not-count",
      "esf-forms-end: as-reported | no-end",
      "esf-nations: everywhere | england-only",
      "completion-date: left | end-of-stay",
      "weeks-roll: not-rolled | rolled",
      "template-day: by | on",
      "outcome-day: day-0 | day-1",
      "leaving-excuses: excused | still-owed | excused-but-for-start-duties",
    ]);
    expect(list(whpJetsCv06)).toContain("stops-while-in-work: no | yes");
    expect(list(whpJetsCv06)).toContain("jets-backlog-reference: resolved | literal");
    expect(list(whpJetsCv06)).toContain("jets-survey-groups: none | contract-groups");
    expect(list(workProgrammeFramework)).toEqual([
      "counting-day: day-0 | day-1",
      "receipt-on-non-working-day: as-is | next-working-day",
      "period-cases: due | received | anchor",
      "attachment-days: working | calendar",
      "attachment-population: all-eligible | of-those-attached",
      "contact-gap: from-the-last-contact | one-in-each-fixed-block",
      "stops-while-in-work: yes | no",
      "ahead-of-job-start: same-day-needs-review | same-day-counts | strictly-before",
      "standards-review: twice-a-year | every-two-years",
      "leaving-excuses: excused | still-owed",
    ]);
  });
  test("the time to acknowledge runs from receipt where the text says so, and is asked where it does not", () => {
    const asks = ({ readings }: Programme) => readings.some(({ id }) => id === "acknowledgement-clock");
    expect([whpCoreCv04, whpJetsCv06, whpCorePreCovid].map(asks)).toEqual([false, false, true]);
  });
  test("JETS CSS 2 carries its literal reference as well as the resolved one", () => {
    const work = (programme: Programme) => programme.states.find(({ id }) => id === "backlog");
    expect(work(whpJetsCv06)).toMatchObject({
      work: [
        { requirement: "css-1/acknowledged" },
        { requirement: "css-5/appointment" },
        { requirement: "css-5/prap-update" },
      ],
      standards: ["css-1", "css-5"],
    });
    expect(work(withReadings(whpJetsCv06, { "jets-backlog-reference": "literal" }))).toMatchObject({
      standards: ["css-1", "css-3"],
    });
  });
  test("JETS responses split by groups it does not have stay a question", () => {
    const parts = (programme: Programme) =>
      (part(programme, "css-13/responses-kept") as ContentRequirement).parts;
    expect(parts(whpJetsCv06).map(({ id }) => id)).toEqual(["recorded", "kept"]);
    const split = withReadings(whpJetsCv06, { "jets-survey-groups": "contract-groups" });
    expect(parts(split).map(({ id }) => id)).toEqual(["recorded", "kept", "split"]);
    expect(whpJetsCv06.groups).toEqual([]);
  });
});

describe("what is assessed without being asked for", () => {
  test("contract and guidance are; research, recommendation and offer are not", () => {
    const asked = (programme: Programme) =>
      programme.standards.filter((each) => isAssessedByDefault(programme, each)).length;
    expect(asked(whpCoreCv04)).toBe(16);
    expect(asked(amend(whpCoreCv04, exampleOffer))).toBe(16);
    expect(asked(whpCorePreCovid)).toBe(0);
    expect(asked(workProgrammeFramework)).toBe(0);
  });
  test("the offer keeps its blacked-out percentages open", () => {
    const offered = amend(whpJetsCv06, exampleOffer);
    for (const id of [
      "offer-results/recorded",
      "offer-starts/started",
      "offer-starts/profile",
      "offer-records/sampled",
    ]) {
      expect(part(offered, id)).toMatchObject({ target: { atLeast: { open: "redacted" } } });
    }
    expect(part(offered, "offer-backlog/share")).toMatchObject({ target: { below: { open: "redacted" } } });
    expect(part(offered, "offer-backlog/age")).toMatchObject({ within: { workingDays: 40 } });
  });
});

test("the regimes: four levels, led as the documents say; two regimes from August 2014", () => {
  expect(whpCoreCv04.regime.levels.map(({ id, ledBy }) => [id, ...ledBy])).toEqual([
    ["level-1", "Performance Manager"],
    ["level-2", "Performance Manager", "Senior Performance Manager"],
    ["level-3", "Provision Lead"],
    ["level-4", "Provision Lead"],
  ]);
  expect(whpCoreCv04.regime.levels[3].actedOnBy).toEqual([
    "Employment Account Division",
    "Commercial Directorate",
  ]);
  expect(whpCoreCv04.regime.meetings[0].agenda).toHaveLength(12);
  expect(whpCoreCv04.regime.scopes.map(({ area }) => area)).toEqual(["contract", "deal-area"]);
  expect(whpJetsCv06.regime.scopes.map(({ area }) => area)).toEqual(["contract"]);
  expect(whpCoreCv04.regime.assurance.scale).toEqual(["weak", "limited", "reasonable", "strong"]);
  expect(workProgrammeRegimeV3.regime.levels[1].membership).toMatchObject({
    position: "bottom-quartile",
    metric: { open: "not-said" },
  });
});
