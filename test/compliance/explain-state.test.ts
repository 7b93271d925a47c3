import { type Explanation, type Requirement, whpJetsCv06, withReadings } from "programme-rules";
import { describe, expect, test } from "vitest";
import { explained, withRule, withRules } from "./own-rules.js";

const RECEIVED = "referral-received 2021-04-12";
const backlog = (when: string, asAt = "2021-05-10", readings: Record<string, string> = {}): Explanation =>
  explained(withReadings(whpJetsCv06, readings), "css-2/backlog-share", `${RECEIVED}${when}`, asAt);

describe("the work behind a share of a backlog", () => {
  test("is each piece: from what, by when, and how it stands", () => {
    // Two working days after Mon 12 April is Wed 14; fifteen is Tue 4 May, over Mon 3.
    const { work } = backlog(
      ", referral-acknowledged 2021-04-13, prap-updated 2021-05-06 status=did-not-attend",
    );
    const anchor = { title: "Referral received", on: "2021-04-12" };
    const noShow = { title: "PRaP updated", on: "2021-05-06" };
    expect(work).toStrictEqual([
      {
        requirement: "css-1/acknowledged",
        anchor,
        count: expect.objectContaining({ to: "2021-04-14" }),
        absent: "No acknowledgement",
        doneBy: { title: "Acknowledged", on: "2021-04-13" },
      },
      {
        requirement: "css-5/appointment",
        anchor,
        count: expect.objectContaining({ to: "2021-05-04" }),
        absent: "No initial appointment",
        endedBy: noShow,
      },
      {
        requirement: "css-5/prap-update",
        anchor,
        count: expect.objectContaining({ to: "2021-05-04" }),
        absent: "No PRaP update",
        doneBy: noShow,
      },
    ]);
  });

  test("begins with what was written down first, and says of the undone only what is missing", () => {
    const first = explained(
      whpJetsCv06,
      "css-2/backlog-share",
      "referral-acknowledged 2021-04-12, referral-received 2021-04-12",
      "2021-05-10",
    );
    expect(first.work![0]!.doneBy).toStrictEqual({ title: "Acknowledged", on: "2021-04-12" });
    expect(Object.keys(first.work![1]!)).toEqual(["requirement", "anchor", "count", "absent"]);
  });

  test("has no due day where its length is withheld", () => {
    const rules: Requirement[] = [
      {
        kind: "deadline",
        id: "own/call",
        title: "A call",
        event: ["contacted"],
        after: ["referral-received"],
        within: { open: "bid-specific" },
        basis: "assumed",
      },
      {
        kind: "proportion",
        id: "own/share",
        title: "Few wait for a call",
        among: ["referral-received"],
        share: { in: "calls" },
        over: "cumulative",
        measured: "each-day",
        target: { atMost: "4%" },
        basis: "assumed",
      },
    ];
    const calls = {
      id: "calls",
      title: "Waiting",
      work: [{ requirement: "own/call" }],
      test: "overdue",
    } as const;
    expect(explained(withRules(rules, [calls]), "own/share", RECEIVED, "2021-05-10").work).toStrictEqual([
      {
        requirement: "own/call",
        anchor: { title: "Referral received", on: "2021-04-12" },
        absent: "No contact",
      },
    ]);
  });

  test("has no due days where any work undone is backlog", () =>
    expect(
      backlog("", "2021-05-10", { "backlog-test": "any-work-undone" }).work!.map((piece) => "count" in piece),
    ).toEqual([false, false, false]));

  test("is not told of someone in no nation of the programme", () =>
    expect(
      explained(whpJetsCv06, "css-2/backlog-share", RECEIVED, "2021-05-10", {
        attributes: { nation: "atlantis" },
      }),
    ).not.toHaveProperty("work"));
});

describe("the state of a share", () => {
  test("is that at the close of the day it is measured", () => {
    expect(backlog("", "2021-04-14").state).toStrictEqual({
      title: "In backlog",
      in: true,
      on: "2021-04-14",
    });
    expect(backlog("", "2021-04-13").state).toStrictEqual({
      title: "In backlog",
      in: false,
      on: "2021-04-13",
    });
    expect(backlog("", "2021-05-10", { "backlog-moment": "month-end" }).state).toStrictEqual({
      title: "In backlog",
      in: true,
      on: "2021-04-30",
    });
  });
  test("is none of a share of those who reach an event, or of another requirement's cases", () => {
    const rule = {
      kind: "proportion",
      among: ["referral-received"],
      over: "cumulative",
      measured: "period",
      target: { atLeast: "50%" },
    };
    for (const share of [{ reaching: ["started"] }, { met: "css-1/acknowledged" }]) {
      const found = explained(withRule({ ...rule, share }), "own/rule", RECEIVED, "2021-05-10");
      expect(found).not.toHaveProperty("state");
      expect(found).not.toHaveProperty("work");
    }
  });
  test("between events has no work behind it", () => {
    const rule = {
      kind: "proportion",
      among: ["referral-received"],
      share: { in: "on-programme" },
      over: "cumulative",
      measured: "each-day",
      target: { atLeast: "50%" },
    };
    const found = explained(withRule(rule), "own/rule", `${RECEIVED}, started 2021-04-19`, "2021-05-10");
    expect(found.state).toStrictEqual({ title: "On the programme", in: true, on: "2021-05-10" });
    expect(found).not.toHaveProperty("work");
  });
});

describe("a deadline that looks at a state of work", () => {
  const rule = { kind: "deadline", within: { workingDays: 5 } };
  const requirements = (given: object) =>
    explained(
      withRule({ ...rule, ...given }),
      "own/rule",
      `${RECEIVED}, started 2021-04-19`,
      "2021-05-10",
    ).work?.map(({ requirement }) => requirement);
  const all = ["css-1/acknowledged", "css-5/appointment", "css-5/prap-update"];
  test("tells the work, wherever it looks at it", () => {
    expect(requirements({ event: [{ workDone: "backlog" }], after: ["referral-received"] })).toEqual(all);
    const update = { event: "prap-updated", where: { status: "started" } };
    expect(requirements({ event: [update, { workDone: "backlog" }], after: ["started"] })).toEqual(all);
    expect(requirements({ event: ["contacted"], after: [{ entering: "backlog" }] })).toEqual(all);
    expect(requirements({ event: [{ leaving: "backlog" }], after: ["started"] })).toEqual(all);
    expect(requirements({ event: ["contacted"], before: [{ entering: "backlog" }] })).toEqual(all);
  });
  test("tells none where it looks at events, or at a state between them", () => {
    expect(
      requirements({ event: [{ event: "prap-updated", where: { status: "started" } }], after: ["started"] }),
    ).toBeUndefined();
    expect(requirements({ event: ["contacted"], after: [{ entering: "on-programme" }] })).toBeUndefined();
  });
});
