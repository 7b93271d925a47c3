import { type ContractLog, type Requirement, report, whpJetsCv06 } from "programme-rules";
import { describe, expect, test } from "vitest";
import { eventsOf } from "../cases/case.js";
import { journeyOf, withRules } from "./own-rules.js";

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
