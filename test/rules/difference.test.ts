import { amend, diff, type Programme, whpCoreCv04, whpJetsCv06 } from "programme-rules";
import { workProgrammeFramework } from "programme-rules/programmes";
import { describe, expect, test } from "vitest";

const says = (first: Programme, second: Programme, id: string) =>
  diff(first, second)
    .filter((each) => each.id === id)
    .map((each) => each.says);

describe("WHP Core and WHP JETS side by side", () => {
  test("a requirement is found again by its word, under another number", () => {
    expect(says(whpCoreCv04, whpJetsCv06, "css-5/appointment")).toEqual([
      "css-3/appointment is css-5/appointment",
    ]);
    expect(says(whpCoreCv04, whpJetsCv06, "css-2/backlog-share")).toEqual([
      "css-4/backlog-share is css-2/backlog-share",
    ]);
  });
  test("the plan's clock and length differ, in words", () => {
    expect(says(whpCoreCv04, whpJetsCv06, "css-7/finalised")).toEqual([
      "css-7/finalised, title: A starter's action plan is finalised → The action plan is finalised",
      "css-7/finalised, counted from: “Referral received” → “Started”",
      "css-7/finalised, within: 20 working days → 10 working days",
      "css-7/finalised, only: once there is “Started”, and not if “PRaP updated” (status did-not-attend) or “PRaP updated” (status did-not-start) → none",
      "css-7/finalised, done earlier: none → counts as well",
    ]);
  });
  test("contact replaces the attempt, and Core's work standards have no like", () => {
    const found = diff(whpCoreCv04, whpJetsCv06).filter(({ about }) => about === "requirement");
    expect(found.filter(({ change }) => change === "added").map(({ id }) => id)).toEqual(["css-4/contacted"]);
    expect(found.filter(({ change }) => change === "removed").map(({ id }) => id)).toEqual([
      "css-2/contact-attempted",
      "css-10/needs-discussed",
      "css-11/in-work-contact",
      "css-12/after-job-end",
    ]);
  });
  test("outcome windows and the open share are in words too", () => {
    expect(says(whpCoreCv04, whpJetsCv06, "job-outcome")).toContain(
      "job-outcome, within: 639 days → 238 days",
    );
    expect(says(whpCoreCv04, whpJetsCv06, "tmpl-1")).toContain(
      "tmpl-1, share: withheld (not published): the conversion the bidder offered; it is in the contract's schedules → 22%",
    );
  });
});

test("a variation shows as what it set, added and removed", () => {
  const varied = amend(whpJetsCv06, {
    id: "mine",
    title: "Mine",
    changes: {
      set: { "css-1/acknowledged": { within: { workingDays: 1 } } },
      remove: ["css-14"],
      add: {
        groups: [{ id: "young", title: "Young people" }],
        events: [{ id: "came-of-age", title: "Came of age" }],
      },
    },
  });
  expect(diff(whpJetsCv06, varied).map((each) => each.says)).toEqual([
    "group young added: Young people",
    "reading template-day removed: Are the templates due by the last day for them, or on it?",
    "standard css-14 removed: Report the standards",
    "css-1/acknowledged, within: 2 working days → 1 working day",
    "requirement css-14/template-b removed: The standards template (Annex B to Schedule 6 of CV06) is provided",
    "event kind came-of-age added: Came of age",
  ]);
});

test("nothing differs exactly when the data is the same", () => {
  const all: readonly Programme[] = [whpCoreCv04, whpJetsCv06, workProgrammeFramework];
  for (const one of all) {
    for (const other of all) expect(diff(one, other).length === 0).toBe(one === other);
    expect(diff(one, structuredClone(one))).toEqual([]);
    expect(diff(one, { ...one, revision: 2 }).map((each) => each.says)).toEqual([
      "programme, revision: 1 → 2",
    ]);
  }
});

test("every difference read backwards is the difference the other way round", () => {
  const forth = diff(whpCoreCv04, whpJetsCv06);
  const back = diff(whpJetsCv06, whpCoreCv04);
  const turned = back.map(({ change, from, to, field }) => ({
    change: change === "added" ? "removed" : change === "removed" ? "added" : change,
    from: to,
    to: from,
    field,
  }));
  const key = (each: object) => JSON.stringify(each, ["change", "field", "from", "to"]);
  expect(forth.map(key).sort()).toEqual(turned.map(key).sort());
});
