import { backlog, backlogByDay, type Journey, whpJetsCv06 } from "programme-rules";
import { workProgrammeRegimeV2 } from "programme-rules/programmes";
import { describe, expect, test } from "vitest";
import { messageOf } from "../oracle/message.js";

const received = (id: string, on: string, ...more: Journey["events"]): Journey => ({
  id,
  events: [{ kind: "referral-received", on }, ...more],
});
const acknowledged = (on: string, knownOn?: string) => ({
  kind: "referral-acknowledged",
  on,
  ...(knownOn === undefined ? {} : { knownOn }),
});

// Received on Thursday 8 April 2021, or on the weekend after it: 8 and 7 working days to Tuesday 20 April.
const waiting = [
  received("a", "2021-04-11"),
  received("z", "2021-04-10"),
  received("c", "2021-04-10"),
  received("old", "2021-04-08"),
  received("b", "2021-04-10"),
];

describe("who waits", () => {
  test("the longest first, then by receipt, then by id, whatever the order they came in", () => {
    const order = (journeys: readonly Journey[]) =>
      backlog(whpJetsCv06, journeys, { asAt: "2021-04-20" }).waiting.map(({ journey }) => journey);
    expect(order(waiting)).toEqual(["old", "b", "c", "z", "a"]);
    expect(order(waiting.toReversed())).toEqual(["old", "b", "c", "z", "a"]);
  });

  test("as at the day work is due nobody does yet, nor who did it that day", () => {
    // Received on Maundy Thursday, due on Wednesday 7 April.
    const inBacklog = (asAt: string, ...events: Journey["events"]) =>
      backlog(whpJetsCv06, [received("R1", "2021-04-01", ...events)], { asAt }).inBacklog;
    expect(inBacklog("2021-04-07")).toBe(0);
    expect(inBacklog("2021-04-08")).toBe(1);
    expect(inBacklog("2021-04-08", acknowledged("2021-04-08"))).toBe(0);
  });

  test("is told with the adviser, where there is one", () => {
    const of = (attributes?: Journey["attributes"]) =>
      backlog(whpJetsCv06, [{ ...received("R1", "2021-04-08"), ...(attributes ? { attributes } : {}) }], {
        asAt: "2021-04-13",
      }).waiting;
    const alone = {
      journey: "R1",
      receivedOn: "2021-04-08",
      since: "2021-04-12",
      ageWorkingDays: 3,
      work: ["css-1/acknowledged"],
    };
    expect(of()).toEqual([alone]);
    expect(of({ adviser: "A7" })).toEqual([{ ...alone, adviser: "A7" }]);
    expect(of({ adviser: 7 })).toEqual([{ ...alone, adviser: "7" }]);
  });

  test("is not known of someone whose acknowledgement cannot be read", () =>
    expect(
      backlog(whpJetsCv06, [{ ...received("R1", "2021-04-08"), unreadable: ["referral-acknowledged"] }], {
        asAt: "2021-04-20",
      }),
    ).toMatchObject({ inBacklog: 0, undetermined: 1, share: { count: 0, of: 1 }, waiting: [] }));

  test("is no question for a programme without such a state", () =>
    expect(messageOf(() => backlog(workProgrammeRegimeV2, [], { asAt: "2014-05-01" }))).toEqual({
      code: "backlog/none",
      message:
        "Not accepted: the programme work-programme. Expected a programme with a proportion requirement whose share is `in` a state of work left. Add such a state and requirement, or do not ask for its backlog.",
    }));
});

describe("day by day", () => {
  const byDay = (journeys: readonly Journey[], from: string, until: string) =>
    backlogByDay(whpJetsCv06, journeys, { from, until, asAt: "2021-05-31", knowledge: "then" });
  const flows = (...given: Parameters<typeof byDay>) =>
    byDay(...given).map(({ entered, left, inBacklog }) => [entered, left, inBacklog]);

  // Received on Maundy Thursday: the second working day after it is Wednesday 7 April, and undone at its close it waits.
  const late = received("R1", "2021-04-01", acknowledged("2021-04-09"));

  test("receipts are counted on their day, those before the span not at all", () => {
    const days = byDay([...waiting, late], "2021-04-08", "2021-04-12");
    expect(days.map((day) => day.received)).toEqual([1, 0, 3, 1, 0]);
  });
  test("a receipt after the span is on none of its days", () =>
    expect(byDay([late], "2021-03-30", "2021-03-31").map((day) => day.share)).toEqual([
      { count: 0, of: 0 },
      { count: 0, of: 0 },
    ]));
  test("in on the day the work is overdue, out on the day it is done", () =>
    expect(flows([late], "2021-04-06", "2021-04-09")).toEqual([
      [0, 0, 0],
      [1, 0, 1],
      [0, 0, 1],
      [0, 1, 0],
    ]));
  test("who waited before the span does not enter; who leaves after it does not leave", () => {
    expect(flows([late], "2021-04-08", "2021-04-09")).toEqual([
      [0, 0, 1],
      [0, 1, 0],
    ]);
    expect(flows([late], "2021-04-07", "2021-04-08")).toEqual([
      [1, 0, 1],
      [0, 0, 1],
    ]);
    expect(flows([late], "2021-04-09", "2021-04-10")).toEqual([
      [0, 1, 0],
      [0, 0, 0],
    ]);
  });
  test("news of an old acknowledgement takes someone out on the day it comes, as known then, and was never in as known now", () => {
    const news = received("R1", "2021-04-01", acknowledged("2021-04-05", "2021-04-08"));
    const span = { from: "2021-04-07", until: "2021-04-08" };
    const now = (asAt: string) =>
      backlogByDay(whpJetsCv06, [news], { ...span, asAt }).map(({ inBacklog }) => inBacklog);
    expect(now("2021-04-09")).toEqual([0, 0]);
    expect(now("2021-04-08")).toEqual([0]);
    expect(flows([news], "2021-04-07", "2021-04-08")).toEqual([
      [1, 0, 1],
      [0, 1, 0],
    ]);
    expect(flows([news], "2021-04-08", "2021-04-09")).toEqual([
      [0, 1, 0],
      [0, 0, 0],
    ]);
  });
  test("a withdrawn acknowledgement brings someone back", () => {
    const withdrawn = received(
      "R1",
      "2021-04-01",
      { ...acknowledged("2021-04-06"), id: "E1" },
      {
        kind: "retracted",
        on: "2021-04-08",
        of: "E1",
      },
    );
    const now = backlogByDay(whpJetsCv06, [withdrawn], { from: "2021-04-06", asAt: "2021-04-10" });
    expect(now.map(({ inBacklog }) => inBacklog)).toEqual([0, 1, 1, 1]);
    expect(flows([withdrawn], "2021-04-07", "2021-04-09")).toEqual([
      [0, 0, 0],
      [1, 0, 1],
      [0, 0, 1],
    ]);
  });
  test("who cannot be read is undetermined from the day the work is due", () => {
    const unreadable = { ...received("R1", "2021-04-08"), unreadable: ["referral-acknowledged"] };
    const days = byDay([unreadable], "2021-04-07", "2021-04-13");
    expect(days.map((day) => day.undetermined)).toEqual([0, 0, 0, 0, 0, 1, 1]);
    expect(days.every((day) => day.inBacklog === 0 && day.entered === 0 && day.left === 0)).toBe(true);
  });
  test("the one named has waited longest; among equals the first by id", () => {
    const [day] = byDay(waiting, "2021-04-20", "2021-04-20");
    expect(day?.longest).toEqual({ journey: "old", receivedOn: "2021-04-08", ageWorkingDays: 8 });
    const equals = waiting.filter(({ id }) => id.length === 1 && id !== "a");
    for (const journeys of [equals, equals.toReversed()])
      expect(byDay(journeys, "2021-04-20", "2021-04-20")[0]?.longest?.journey).toBe("b");
  });
  test("of people received on one day, the first by id as long as each of them waits, in whatever order they come", () => {
    // Received on Thu 1 April and due on Wed 7: undone at that day's close, each is in backlog until the acknowledgement.
    const done: Record<string, string> = {
      a: "2021-04-10",
      b: "2021-04-13",
      c: "2021-04-12",
      d: "2021-04-15",
    };
    const people = Object.entries(done).map(([id, on]) => received(id, "2021-04-01", acknowledged(on)));
    const orders = [people, people.toReversed(), [people[2]!, people[0]!, people[3]!, people[1]!]];
    for (const order of orders) {
      const days = byDay(order, "2021-04-07", "2021-04-16");
      expect(days.map(({ longest }) => longest?.journey ?? "-").join("")).toBe("aaabbbdd--");
    }
  });
});
