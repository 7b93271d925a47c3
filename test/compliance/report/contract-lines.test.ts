import {
  amend,
  type ContractLog,
  type Journey,
  mergeReports,
  type Programme,
  type Requirement,
  report,
  whpJetsCv06,
} from "programme-rules";
import { describe, expect, test } from "vitest";
import { eventsOf } from "../../cases/case.js";
import { journeyOf, withRules } from "../own-rules.js";

const log = (id: string, when: string, subject?: ContractLog["subject"]): ContractLog => ({
  id,
  events: eventsOf(when),
  ...(subject === undefined ? {} : { subject }),
});
const asAt = "2021-06-30";
const followed = (subject: Requirement["subject"]): Requirement => ({
  kind: "deadline",
  id: `own/${subject}`,
  ...(subject === undefined ? {} : { subject }),
  title: "A review is followed by an update within two working days",
  event: ["breakdown-updated"],
  after: ["review-held"],
  within: { workingDays: 2 },
  target: { every: true },
  basis: "assumed",
});
const programme = withRules([followed("contract"), followed("site"), followed("team")]);
const lines = (...contractLog: readonly ContractLog[]) =>
  report(programme, [journeyOf("referral-received 2021-06-01")], {
    asAt,
    contractLog,
    requirements: ["own/contract", "own/site", "own/team"],
  }).lines;

describe("the logs of a contract, its sites and its teams", () => {
  const told = "review-held 2021-06-01, breakdown-updated 2021-06-02";
  const untold = "review-held 2021-06-01";
  test("are each counted where they belong, and named where something was missed", () => {
    const given = [log("north", untold, "site"), log("south", told, "site"), log("ours", told)];
    expect(lines(...given)).toMatchObject([
      { requirement: "own/contract", counted: 1, met: 1, verdict: "met", misses: [] },
      { requirement: "own/site", counted: 2, met: 1, notMet: 1, verdict: "not-met", misses: ["north"] },
      { requirement: "own/team", counted: 0, verdict: "undetermined", reason: "missing-data" },
    ]);
  });
  test("that say whose they are are taken at their word", () =>
    expect(lines(log("ours", untold, "contract"))[0]).toMatchObject({ notMet: 1, misses: ["ours"] }));
  test("that say nothing of the kind leave nothing to count", () =>
    expect(lines(log("ours", "contract-started 2021-03-01"))[0]).toMatchObject({
      counted: 0,
      verdict: "not-applicable",
      excluded: { "clock-never-started": 1 },
    }));
  test("of which none is given leave every line of theirs undetermined", () =>
    expect(lines().map(({ verdict }) => verdict)).toEqual(["undetermined", "undetermined", "undetermined"]));
  test("one alone may be given without a list", () =>
    expect(
      report(programme, [], { asAt, contractLog: log("ours", told), requirements: ["own/contract"] }).lines,
    ).toMatchObject([{ met: 1 }]));
  test("are read like journeys: what is wrong with them is listed", () => {
    const { problems } = report(whpJetsCv06, [], {
      asAt,
      contractLog: [
        log("ours", "contract-started 2021-03-01, unheard-of 2021-06-01"),
        log("north", "review-held 2021-06-31", "site"),
      ],
    });
    expect(problems.map(({ code, journey }) => [journey, code])).toEqual([
      ["north", "journey/date"],
      ["ours", "journey/unknown-kind"],
    ]);
  });
});

describe("the first month of a plan", () => {
  const total: Requirement = {
    kind: "total",
    id: "own/starts",
    title: "Starts follow the plan",
    count: ["started"],
    against: [0, 0],
    measured: "month-end",
    target: { every: true },
    basis: "assumed",
  };
  const from = (...contractLog: readonly ContractLog[]) =>
    report(withRules([total]), [], { asAt, contractLog, requirements: ["own/starts"] }).lines[0]!.series!
      .from;
  test("is that of the contract's first start", () => {
    expect(from(log("ours", "contract-started 2021-04-12, contract-started 2021-03-31"))).toBe("2021-03");
    expect(
      from(
        log("ours", "contract-started 2021-04-12"),
        log("also", "contract-started 2021-03-31", "contract"),
      ),
    ).toBe("2021-03");
  });
  test("is not that of a site, of another event or of a date that is none", () => {
    expect(from(log("north", "contract-started 2021-03-01", "site"))).toBeUndefined();
    expect(from(log("ours", "survey-asked 2021-03-01"))).toBeUndefined();
    expect(from(log("ours", "contract-started 2021-02-30"))).toBeUndefined();
    expect(from(log("ours", "contract-started 2021-02-30, contract-started 2021-04-01"))).toBe("2021-04");
  });
});

const ours = (...events: ContractLog["events"]): ContractLog => ({ id: "contract", events });
const started = { kind: "contract-started", on: "2021-03-10" };
const lineOf = (
  requirement: string,
  contractLog: ContractLog,
  asAt: string,
  programme: Programme = whpJetsCv06,
) => report(programme, [], { asAt, contractLog }).lines.find((line) => line.requirement === requirement)!;

describe("a return due by the 15th of the next month, rolled to a working day", () => {
  // Months ended: March (due Thu 15 April), April (Sat 15 May → Mon 17 May), May (Tue 15 June), June (Thu 15 July).
  const sent = (on: string, forMonth: string) => ({ kind: "template-b-sent", on, forMonth });

  test("counts a case for each month in which the contract ran", () => {
    const line = lineOf(
      "css-14/template-b",
      ours(started, sent("2021-04-15", "2021-03"), sent("2021-05-17", "2021-04")),
      "2021-06-30",
    );
    expect(line).toMatchObject({ counted: 4, met: 2, notMet: 1, pending: 1, verdict: "not-met" });
  });

  test("a day after the rolled date is late", () =>
    expect(
      lineOf(
        "css-14/template-b",
        ours(started, sent("2021-04-15", "2021-03"), sent("2021-05-18", "2021-04")),
        "2021-05-20",
      ),
    ).toMatchObject({
      met: 1,
      notMet: 1,
    }));

  test("what is sent for one month does not serve another", () =>
    // March's template, sent on 5 May, is late for March and nothing for April.
    expect(
      lineOf("css-14/template-b", ours(started, sent("2021-05-05", "2021-03")), "2021-05-20"),
    ).toMatchObject({
      met: 0,
      notMet: 2,
    }));

  test("a contract that ended within a month still owes that month's return", () =>
    expect(
      lineOf("css-14/template-b", ours(started, { kind: "contract-ended", on: "2021-04-20" }), "2021-06-30"),
    ).toMatchObject({ counted: 2, notMet: 2 }));
});

describe("a question asked every calendar month", () => {
  test("has a case for each month, from that of the start", () => {
    const asked = (on: string) => ({ kind: "survey-asked", on });
    // March asked on the 10th itself, April not, May asked, June still open on the 20th.
    const line = lineOf(
      "css-13/asked",
      ours(started, asked("2021-03-10"), asked("2021-05-31")),
      "2021-06-20",
    );
    expect(line).toMatchObject({ counted: 4, met: 2, notMet: 1, pending: 1 });
  });
});

test("without a log, or with the log of a site only, nothing is known of the contract", () => {
  const site: ContractLog = { id: "site-1", subject: "site", events: [started] };
  expect(lineOf("css-13/asked", site, "2021-06-30")).toMatchObject({
    verdict: "undetermined",
    reason: "missing-data",
  });
});

describe("a total against a plan", () => {
  const planned = amend(whpJetsCv06, {
    id: "plan",
    title: "Starts against a plan",
    basis: "assumed",
    changes: {
      add: {
        standards: [
          {
            id: "offer-1",
            title: "Starts follow the plan",
            stage: "contract",
            basis: "assumed",
            requirements: [
              {
                kind: "total",
                id: "offer-1/starts",
                subject: "contract",
                title: "Starts reach 90% of the plan at each month's end",
                count: ["started"],
                against: [2, 4, 10],
                measured: "month-end",
                target: { atLeast: "90%" },
              },
            ],
          },
        ],
      },
    },
  });
  const starter = (id: string, on: string): Journey => ({
    id,
    events: [
      { kind: "referral-received", on: "2021-03-01" },
      { kind: "started", on },
    ],
  });
  const journeys = [
    starter("1", "2021-03-15"),
    starter("2", "2021-03-16"),
    starter("3", "2021-04-15"),
    starter("4", "2021-05-15"),
    starter("5", "2021-05-16"),
  ];
  const line = (asAt: string, contractLog?: ContractLog) =>
    report(planned, journeys, { asAt, ...(contractLog === undefined ? {} : { contractLog }) }).lines.find(
      ({ requirement }) => requirement === "offer-1/starts",
    );

  test("has a case for each complete month: 2 of 2, then 3 of 4, then 5 of 10", () => {
    expect(line("2021-04-01", ours(started))).toMatchObject({
      counted: 1,
      met: 1,
      notMet: 0,
      verdict: "met",
    });
    expect(line("2021-05-30", ours(started))).toMatchObject({ counted: 2, met: 1, notMet: 1 });
    expect(line("2021-06-01", ours(started))).toMatchObject({ counted: 3, met: 1, notMet: 2 });
  });

  test("is undetermined while nobody says when the contract started", () =>
    expect(line("2021-06-01")).toMatchObject({ verdict: "undetermined", reason: "missing-data" }));

  test("adds up over parts, the contract's log given to one of them", () => {
    const options = { asAt: "2021-06-01" };
    const whole = report(planned, journeys, { ...options, contractLog: ours(started) });
    const parts = [
      report(planned, journeys.slice(0, 2), options),
      report(planned, journeys.slice(2), { ...options, contractLog: ours(started) }),
    ];
    expect(mergeReports(parts)).toEqual(whole);
    expect(mergeReports([...parts].reverse())).toEqual(whole);
  });
});

test("small lines are withheld when asked, and named", () => {
  const one: Journey = { id: "1", events: [{ kind: "referral-received", on: "2021-06-01" }] };
  const { lines, suppressed } = report(whpJetsCv06, [one], { asAt: "2021-06-30", suppressBelow: 5 });
  expect(lines.some(({ counted }) => counted > 0)).toBe(false);
  expect(suppressed).toContainEqual({ requirement: "css-1/acknowledged" });
});
