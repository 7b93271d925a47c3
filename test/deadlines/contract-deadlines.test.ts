import { type ContractLog, type DateSpan, dueDates, report, worklist } from "programme-rules";
import { returnsDue } from "programme-rules/returns";
import { describe, expect, test } from "vitest";
import { messageOf } from "../oracle/message.js";
import { journeyOf, programmeOf, type Rule, type Setting, verdictsOf } from "./one-rule.js";

const RETURN = {
  subject: "contract",
  after: ["month-ended"],
  event: ["report-sent"],
  within: { dayOfNextMonth: 15 },
};
const lineOf = (when: string, asAt: string, about: Partial<ContractLog> = {}, setting: Setting = {}) =>
  report(programmeOf(RETURN, setting), [], { asAt, contractLog: journeyOf(when, about) }).lines[0]!;

describe("a contract's months", () => {
  test.each<[when: string, asAt: string, months: number]>([
    ["contract-started 2021-03-10", "2021-06-30", 4],
    ["contract-started 2021-03-10", "2021-06-29", 3],
    ["contract-started 2021-03-10", "2021-03-30", 0],
    ["contract-started 2021-03-31", "2021-03-31", 1],
    ["contract-started 2020-11-30", "2021-02-28", 4],
    ["contract-started 2021-03-10, contract-ended 2021-04-20", "2021-06-30", 2],
    ["contract-started 2021-03-10, contract-ended 2021-04-30", "2021-06-30", 2],
    ["contract-started 2021-03-10, contract-ended 2021-05-01", "2021-06-30", 3],
    ["contract-started 2021-03-10, contract-ended 2021-08-01", "2021-06-30", 4],
    ["contract-started 2021-03-10, contract-ended 2021-04-20 known=2021-07-01", "2021-06-30", 4],
    ["contract-started 2021-03-10, contract-ended 2021-04-20 known=2021-06-30", "2021-06-30", 2],
    ["contract-started 2021-03-10 known=2021-07-01", "2021-06-30", 0],
    ["contract-started 2021-03-10 known=2021-06-30", "2021-06-30", 4],
    ["contract-started 2021-05-04, contract-started 2021-03-10", "2021-06-30", 4],
    ["contract-started 2021-03-10, contract-ended 2021-06-01, contract-ended 2021-04-20", "2021-06-30", 2],
    ["started 2021-03-10", "2021-06-30", 0],
    ["contract-ended 2021-03-10", "2021-06-30", 0],
    // One case, of which nobody knows the month.
    ["contract-started soon", "2021-06-30", 1],
    ["month-ended 2021-03-31", "2021-06-30", 1],
  ])("%s, as at %s: %i", (when, asAt, months) => expect(lineOf(when, asAt).counted).toBe(months));

  test("end on their last days, and what the log holds besides is still there", () => {
    // February's report is due on Monday 15 March, March's on Thursday 15 April.
    const when = "contract-started 2021-02-10, report-sent 2021-03-15, report-sent 2021-04-16";
    expect(lineOf(when, "2021-04-30")).toMatchObject({ counted: 3, met: 1, notMet: 1, pending: 1 });
  });

  test("are counted in the calendar of the contract's nation", () => {
    const setting = { programme: { calendars: { england: "england-and-wales", scotland: "scotland" } } };
    const when = "contract-started 2021-02-10, report-sent 2021-03-15";
    expect(lineOf(when, "2021-03-31", { attributes: { nation: "scotland" } }, setting)).toMatchObject({
      counted: 2,
      met: 1,
    });
    expect(lineOf(when, "2021-03-31", {}, setting)).toMatchObject({ undetermined: 2 });
  });
});

describe("a period", () => {
  const journey = journeyOf("referral-received 2021-03-01, started 2021-03-01");
  const counted = (period: DateSpan) =>
    report(programmeOf({ within: { workingDays: 10 } }), [journey], {
      asAt: "2021-06-30",
      period,
    }).lines[0]?.counted;

  test("has both its days in it, and may be one day long", () => {
    // Ten working days after Monday 1 March is Monday 15 March.
    expect(counted({ from: "2021-03-15", until: "2021-03-15" })).toBe(1);
    expect(counted({ from: "2021-02-01", until: "2021-03-15" })).toBe(1);
    expect(counted({ from: "2021-03-16", until: "2021-03-31" })).toBe(0);
  });

  test("that ends before it begins is refused", () =>
    expect(messageOf(() => counted({ from: "2021-03-31", until: "2021-03-01" }))).toEqual({
      code: "deadlines/period",
      message:
        "Not accepted: a period from 2021-03-31 until 2021-03-01. Expected a period whose last day is not before its first. Exchange the two dates.",
    }));
});

describe("which rules are a journey's", () => {
  const journey = journeyOf("started 2021-03-01");
  const ask = { asAt: "2021-03-02" };
  test.each<[subject: string | undefined, isOne: boolean]>([
    [undefined, true],
    ["referral", true],
    ["contract", false],
    ["site", false],
  ])("of subject %s: %s", (subject, isOne) => {
    const programme = programmeOf({ within: { days: 3 }, ...(subject === undefined ? {} : { subject }) });
    expect(dueDates(programme, journey, ask)).toHaveLength(isOne ? 1 : 0);
    expect(worklist(programme, [journey], ask)).toHaveLength(isOne ? 1 : 0);
    expect(verdictsOf(programme, journey, ask)).toHaveLength(isOne ? 1 : 0);
  });
});

describe("what is only recommended or offered", () => {
  const journey = journeyOf("started 2021-03-01");
  const standing = (own: string | undefined, ofProgramme: string, including?: readonly "recommended"[]) => {
    const [standard] = programmeOf({ within: { days: 3 } }).standards;
    const programme = programmeOf(
      { within: { days: 3 } },
      { programme: { standing: ofProgramme, standards: [{ ...standard, ...(own && { standing: own }) }] } },
    );
    const ask = { asAt: "2021-03-02", ...(including === undefined ? {} : { including }) };
    expect(worklist(programme, [journey], ask)).toHaveLength(dueDates(programme, journey, ask).length);
    return dueDates(programme, journey, ask).length;
  };

  test("is left out unless asked for, whether the standard says so or the whole programme", () => {
    expect(standing(undefined, "contract")).toBe(1);
    expect(standing("guidance", "recommended")).toBe(1);
    expect(standing("recommended", "contract")).toBe(0);
    expect(standing("recommended", "contract", ["recommended"])).toBe(1);
    expect(standing(undefined, "recommended")).toBe(0);
    expect(standing(undefined, "recommended", ["recommended"])).toBe(1);
    expect(standing("offered", "recommended", ["recommended"])).toBe(0);
  });
});

describe("what a contract owes day by day", () => {
  const states = [{ id: "running", from: ["contract-started"], until: ["contract-ended"] }];
  const monthly = { kind: "cadence", while: "running", every: { each: "month" }, subject: "contract" };
  const returned = (id: string, rule: Rule) => ({
    id,
    title: id,
    basis: "assumed",
    target: { every: true },
    event: ["report-sent"],
    ...rule,
  });
  const owed = (returns: readonly Rule[]) => {
    const programme = programmeOf(RETURN, {
      states,
      rules: {
        "rule/referral": { ...RETURN, subject: "referral" },
        "rule/site": { ...RETURN, subject: "site", within: { dayOfNextMonth: 20 } },
        "rule/asked": monthly,
      },
      programme: { returns },
    });
    return returnsDue(programme, { from: "2021-05-01", to: "2021-05-31" }).map(
      ({ dueOn, requirements, standards }) => `${dueOn} ${[...requirements, ...standards].join(" ")}`,
    );
  };

  test("is what its standards and its returns say, by due date; nothing of a referral", () => {
    // The 5th working day of May: 4, 5, 6, 7, Mon 10. A contact asked for every month is no return of a standard.
    const deadline = returned("returns/monthly", {
      kind: "deadline",
      subject: "contract",
      after: ["month-ended"],
      within: { workingDayOfNextMonth: 5 },
    });
    const review = returned("returns/review", { ...monthly, event: ["review-held"] });
    expect(owed([deadline, review])).toEqual([
      "2021-05-10 returns/monthly",
      "2021-05-15 rule/one rule",
      "2021-05-20 rule/site rule",
      "2021-05-31 returns/review",
    ]);
  });

  test("is that of its standards alone, where there are no returns", () =>
    expect(owed([])).toEqual(["2021-05-15 rule/one rule", "2021-05-20 rule/site rule"]));
});
