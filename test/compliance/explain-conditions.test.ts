import { describe, expect, test } from "vitest";
import { type About, explained, withRule } from "./own-rules.js";

const START = "referral-received 2021-03-22, started 2021-04-12";

describe("what shows that a condition does not hold", () => {
  const shown = (when: readonly object[], events: string, about: About = {}) =>
    told(when, `${START}${events}`, about);
  const shownFirst = (when: readonly object[], first: string) => told(when, `${first}, ${START}`);
  const told = (when: readonly object[], events: string, about: About = {}) =>
    explained(
      withRule({
        kind: "deadline",
        event: ["contacted"],
        after: ["started"],
        within: { workingDays: 10 },
        when,
      }),
      "own/rule",
      events,
      "2021-04-15",
      about,
    ).conditions;
  test("is the event that put someone into a state, or out of it", () => {
    expect(shown([{ notIn: "in-work" }], ", job-started 2021-04-01")).toStrictEqual([
      { words: "when not in work", shownBy: { title: "Job started", on: "2021-04-01" } },
    ]);
    expect(shown([{ in: "in-work" }], ", job-started 2021-04-01, job-ended 2021-04-09")).toStrictEqual([
      { words: "while in work", shownBy: { title: "Job ended", on: "2021-04-09" } },
    ]);
  });
  test("is nothing where nothing happened", () =>
    expect(shown([{ in: "in-work" }], "")).toStrictEqual([{ words: "while in work" }]));
  test("is nothing of a state of work, a group or a date", () => {
    expect(
      shown(
        [{ in: "backlog" }],
        ", referral-acknowledged 2021-03-22, initial-appointment 2021-03-23, prap-updated 2021-03-23 status=started",
      ),
    ).toStrictEqual([{ words: "while in backlog" }]);
    expect(shown([{ before: "2021-04-12", basis: "assumed" }], "")).toStrictEqual([
      { words: "before Mon 12 Apr 2021" },
    ]);
  });
  test("is what makes it impossible", () => {
    const rule = { happened: ["disengaged"], unless: ["job-started"], basis: "assumed" };
    expect(shown([rule], ", job-started 2021-04-13")).toStrictEqual([
      { words: 'once "disengaged" is recorded', shownBy: { title: "Job started", on: "2021-04-13" } },
    ]);
    expect(
      shown(
        [{ ...rule, unless: undefined }].map(({ unless, ...each }) => each),
        "",
      ),
    ).toStrictEqual([{ words: 'once "disengaged" is recorded' }]);
  });
  test("is the first thing known of someone as well as any other", () => {
    expect(shownFirst([{ notIn: "in-work" }], "job-started 2021-03-01")).toStrictEqual([
      { words: "when not in work", shownBy: { title: "Job started", on: "2021-03-01" } },
    ]);
    const tooLate = { happened: ["job-started"], before: "2021-03-01", basis: "assumed" };
    const words = 'once "job started" is recorded before Mon 1 Mar 2021';
    const shownBy = { title: "Job started", on: "2021-03-02" };
    expect(shownFirst([tooLate], "job-started 2021-03-02")).toStrictEqual([{ words, shownBy }]);
    expect(shownFirst([{ ...tooLate, unless: ["started"] }], "job-started 2021-03-02")).toStrictEqual([
      { words, shownBy },
    ]);
  });
  test("while it is open is what it waits for", () => {
    const rule = { happened: ["disengaged"], unless: ["job-started"], basis: "assumed" };
    expect(shown([rule], "")).toStrictEqual([{ words: 'once "disengaged" is recorded' }]);
  });
  test("names those that do not hold, and no others", () =>
    expect(
      shown([{ in: "on-programme" }, { in: "in-work" }, { attribute: "asked", is: [true] }], "", {
        attributes: { asked: false },
      })?.map(({ words }) => words),
    ).toEqual(["while in work", "where asked is true"]));
  test("is asked on the day it is counted from, not on that it was done", () =>
    expect(shown([{ onOrAfter: "2021-04-13", basis: "assumed" }], ", contacted 2021-04-14")).toStrictEqual([
      { words: "from Tue 13 Apr 2021 on" },
    ]));
  test("is asked on the record's own day, where it is owed after nothing", () =>
    expect(
      explained(
        withRule({
          kind: "content",
          record: "action-plan-finalised",
          parts: [{ id: "a", says: "a", check: "human" }],
          when: [{ onOrAfter: "2021-04-15", basis: "assumed" }],
        }),
        "own/rule",
        `${START}, action-plan-finalised 2021-04-14`,
        "2021-04-30",
      ).conditions,
    ).toStrictEqual([{ words: "from Thu 15 Apr 2021 on" }]));
  test("is not asked where a withheld value decides", () =>
    expect(
      explained(
        withRule({
          kind: "deadline",
          event: ["contacted"],
          after: ["started"],
          within: { open: "redacted" },
          when: [{ happened: ["disengaged"], unless: ["job-started"], basis: "assumed" }],
        }),
        "own/rule",
        START,
        "2021-04-15",
      ),
    ).not.toHaveProperty("conditions"));
  test("is not asked where all hold", () => expect(shown([{ in: "on-programme" }], "")).toBeUndefined());
});

describe("what is not known is said", () => {
  const missing = (when: readonly object[], about: About) =>
    explained(
      withRule({
        kind: "deadline",
        event: ["contacted"],
        after: ["started"],
        within: { workingDays: 2 },
        when,
      }),
      "own/rule",
      START,
      "2021-04-30",
      about,
    ).missing;
  test("of records and of conditions, each of them", () => {
    expect(missing([], { unreadable: ["contacted", "left"] })).toEqual([
      'a record of "Contacted" cannot be read or contradicts another',
      'a record of "Left" cannot be read or contradicts another',
    ]);
    expect(missing([{ attribute: "asked", is: [true] }, { in: "on-programme" }], {})).toEqual([
      "nothing says whether this applies (only where asked is true)",
    ]);
  });
  test("and a nation before all else", () =>
    expect(missing([{ attribute: "asked", is: [true] }], { attributes: { nation: "atlantis" } })).toEqual([
      "it names no nation of the programme, so no working day can be counted",
    ]));
});
