import { amend, parseProgramme, whpCore, whpCoreCv04, whpJetsCv06 } from "programme-rules";
import { exampleOffer, workProgrammeFramework } from "programme-rules/programmes";
import { checkable } from "programme-rules/testing";
import { describe, expect, test } from "vitest";

describe("what dates alone can settle", () => {
  test("of WHP JETS: all but the contents of plans and exit reports", () => {
    expect(checkable(whpJetsCv06)).toEqual([
      "css-1/acknowledged",
      "css-2/backlog-share",
      "css-3/backlog-age",
      "css-4/contacted",
      "css-5/appointment",
      "css-5/prap-update",
      "css-6/standards-provided",
      "css-7/finalised",
      "css-8/contact",
      "css-9/follow-up",
      "css-10/before-leaving",
      "css-11/start-form",
      "css-12/end-form",
    ]);
  });

  test("of WHP Core: all but those that a person must look at", () => {
    const all = whpCoreCv04.standards.flatMap(({ requirements }) => requirements.map(({ id }) => id));
    const others = all.filter((id) => !(checkable(whpCoreCv04) as string[]).includes(id));
    expect(others).toEqual([
      "css-7/explored",
      "css-12/contents",
      "css-12/kept",
      "css-15/asked",
      "css-15/template-a",
      "css-15/responses-kept",
      "css-16/template-b",
    ]);
  });

  test("on the contract, or on anything", () => {
    expect(checkable(whpCoreCv04, { about: "contract" })).toEqual([
      "css-15/asked",
      "css-15/template-a",
      "css-16/template-b",
    ]);
    expect(checkable(whpCoreCv04, { about: "anything" })).toHaveLength(19);
  });

  test("of a history, of every edition that is assessed", () => {
    expect(checkable(whpCore)).toEqual(checkable(whpCoreCv04));
  });

  test("of what is recommended or offered, only when asked for; a withheld number is never settled", () => {
    expect(checkable(workProgrammeFramework)).toEqual([]);
    const framework = checkable(workProgrammeFramework, { including: ["recommended"], about: "anything" });
    expect(framework).toContain("programme-exit/sent");
    const offered = amend(whpCoreCv04, exampleOffer);
    expect(checkable(offered)).toEqual(checkable(whpCoreCv04));
    expect(checkable(offered, { including: ["offered"], about: "anything" })).not.toContain(
      "offer-backlog/share",
    );
  });
});

describe("of a programme of one's own", () => {
  const [acknowledged] = whpJetsCv06.standards[0].requirements;
  const withRule = (rule: object) =>
    parseProgramme({
      ...whpJetsCv06,
      standards: whpJetsCv06.standards.map((standard) =>
        standard.id === "css-1"
          ? { ...standard, requirements: [...standard.requirements, { ...rule, id: "css-1/own" }] }
          : standard,
      ),
    });
  const among = ["referral-received"];
  const share = {
    kind: "proportion",
    title: "Own",
    among,
    over: "cumulative",
    measured: "period",
    target: { every: true },
  };

  test.each<[boolean, string, object]>([
    [true, "a deadline", acknowledged],
    [false, "a deadline without its number", { ...acknowledged, within: { open: "redacted" } }],
    [false, "a deadline without its target", { ...acknowledged, target: { atLeast: { open: "redacted" } } }],
    [
      true,
      "a record whose parts are fields",
      {
        kind: "content",
        title: "Own",
        record: "job-started",
        parts: [{ id: "self", says: "whether self-employed", check: { field: "selfEmployed", is: false } }],
        target: { every: true },
      },
    ],
    [true, "a share that reaches an event", { ...share, share: { reaching: ["started"] } }],
    [true, "a share that meets what dates settle", { ...share, share: { met: "css-1/acknowledged" } }],
    [false, "a share that meets what a person must look at", { ...share, share: { met: "css-7/explored" } }],
    [
      false,
      "a total against a plan that is withheld",
      {
        kind: "total",
        title: "Own",
        count: ["started"],
        against: { open: "redacted" },
        measured: "month-end",
        target: { every: true },
      },
    ],
  ])("%s: %s", (settled, _, rule) => {
    expect(checkable(withRule(rule)).includes("css-1/own")).toBe(settled);
  });
});
