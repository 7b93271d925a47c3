import {
  amend,
  type ContractLog,
  type Journey,
  mergeReports,
  type Programme,
  report,
  whpJetsCv06,
} from "programme-rules";
import { describe, expect, test } from "vitest";

const log = (...events: ContractLog["events"]): ContractLog => ({ id: "contract", events });
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
      log(started, sent("2021-04-15", "2021-03"), sent("2021-05-17", "2021-04")),
      "2021-06-30",
    );
    expect(line).toMatchObject({ counted: 4, met: 2, notMet: 1, pending: 1, verdict: "not-met" });
  });

  test("a day after the rolled date is late", () =>
    expect(
      lineOf(
        "css-14/template-b",
        log(started, sent("2021-04-15", "2021-03"), sent("2021-05-18", "2021-04")),
        "2021-05-20",
      ),
    ).toMatchObject({
      met: 1,
      notMet: 1,
    }));

  test("what is sent for one month does not serve another", () =>
    // March's template, sent on 5 May, is late for March and nothing for April.
    expect(
      lineOf("css-14/template-b", log(started, sent("2021-05-05", "2021-03")), "2021-05-20"),
    ).toMatchObject({
      met: 0,
      notMet: 2,
    }));

  test("a contract that ended within a month still owes that month's return", () =>
    expect(
      lineOf("css-14/template-b", log(started, { kind: "contract-ended", on: "2021-04-20" }), "2021-06-30"),
    ).toMatchObject({ counted: 2, notMet: 2 }));
});

describe("a question asked every calendar month", () => {
  test("has a case for each month, from that of the start", () => {
    const asked = (on: string) => ({ kind: "survey-asked", on });
    // March asked on the 10th itself, April not, May asked, June still open on the 20th.
    const line = lineOf("css-13/asked", log(started, asked("2021-03-10"), asked("2021-05-31")), "2021-06-20");
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
    expect(line("2021-03-31", log(started))).toMatchObject({ counted: 1, met: 1, notMet: 0, verdict: "met" });
    expect(line("2021-05-30", log(started))).toMatchObject({ counted: 2, met: 1, notMet: 1 });
    expect(line("2021-05-31", log(started))).toMatchObject({ counted: 3, met: 1, notMet: 2 });
  });

  test("is undetermined while nobody says when the contract started", () =>
    expect(line("2021-05-31")).toMatchObject({ verdict: "undetermined", reason: "missing-data" }));

  test("adds up over parts, the contract's log given to one of them", () => {
    const options = { asAt: "2021-05-31" };
    const whole = report(planned, journeys, { ...options, contractLog: log(started) });
    const parts = [
      report(planned, journeys.slice(0, 2), options),
      report(planned, journeys.slice(2), { ...options, contractLog: log(started) }),
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
