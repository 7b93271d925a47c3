import { editionOn, type History, whpCore, whpCoreCv04, withInForce } from "programme-rules";
import { workProgramme } from "programme-rules/programmes";
import { describe, expect, test } from "vitest";
import { isHistory } from "../../src/rules/index.js";

describe("the edition on a date", () => {
  test.each([
    ["2014-04-01", "regime-v2"],
    ["2014-07-31", "regime-v2"],
  ])("%s is %s, both bounds included", (date, edition) => {
    expect(editionOn(workProgramme, date).edition).toBe(edition);
  });

  test("an unknown bound never matches: the fault says how to supply it", () => {
    expect(() => editionOn(whpCore, "2021-03-01")).toThrow(
      "Not accepted: 2021-03-01 and whp-core, whose pre-covid (from a day not known to a day not known), cv04 (from a day not known to a day not known) could be in force then. Expected a date within an edition whose both bounds are known: pre-covid (from a day not known to a day not known), cv04 (from a day not known to a day not known). Supply the bounds with withInForce(whp-core, { pre-covid: { from: …, until: … }, cv04: { from: …, until: … } }), or name the edition itself.",
    );
    expect(() => editionOn(workProgramme, "2014-08-01")).toThrow(
      "whose regime-v3 (2014-08-01 to a day not known)",
    );
    expect(() => editionOn(workProgramme, "2014-03-31")).toThrow(
      "whose regime-v1 (from a day not known to 2014-03-31)",
    );
  });

  test("outside every span is a fault that lists the spans", () => {
    const known = withInForce(workProgramme, {
      "regime-v1": { from: "2013-06-01", until: "2014-03-31" },
      "regime-v3": { from: "2014-08-01", until: "2017-03-31" },
    });
    expect(editionOn(known, "2016-02-29").edition).toBe("regime-v3");
    expect(() => editionOn(known, "2017-04-01")).toThrow(
      "Not accepted: 2017-04-01, outside every edition of work-programme. Expected regime-v1 (2013-06-01 to 2014-03-31), regime-v2 (2014-04-01 to 2014-07-31), regime-v3 (2014-08-01 to 2017-03-31). Check the date, or name the edition itself.",
    );
  });
});

describe("supplying bounds", () => {
  test("leaves the given history as it was", () => {
    const mine = withInForce(whpCore, { cv04: { from: "2020-10-01", until: "2021-12-31" } });
    expect(mine.editions[1]?.inForce).toEqual({ from: "2020-10-01", until: "2021-12-31" });
    expect(whpCoreCv04.inForce).toEqual({});
  });
  function circle() {
    const item: Record<string, unknown> = {};
    item.item = item;
    return { source: "001", paragraph: "1", item };
  }
  const cases: [string, Parameters<typeof withInForce>, string][] = [
    [
      "an edition that is not there",
      [whpCore, { cv4: {} }],
      'Not accepted: the edition "cv4" of whp-core. Did you mean cv04? Expected pre-covid, cv04. Name one of these.',
    ],
    [
      "a span that ends before it begins",
      [whpCore, { cv04: { from: "2021-01-02", until: "2021-01-01" } }],
      "Not accepted: cv04 in force from 2021-01-02 until 2021-01-01. Expected a span that ends on or after the day it begins. Exchange the two dates.",
    ],
    [
      "two editions on one day",
      [
        whpCore,
        {
          "pre-covid": { from: "2018-01-01", until: "2020-10-01" },
          cv04: { from: "2020-10-01", until: "2021-12-31" },
        },
      ],
      "Not accepted: pre-covid (2018-01-01 to 2020-10-01) and cv04 (2020-10-01 to 2021-12-31). Expected one edition on each date. End the earlier the day before the later begins.",
    ],
    [
      "two editions on one day, listed the other way round",
      [
        whpCore,
        {
          "pre-covid": { from: "2021-12-31", until: "2022-06-30" },
          cv04: { from: "2020-10-01", until: "2021-12-31" },
        },
      ],
      "Not accepted: pre-covid (2021-12-31 to 2022-06-30) and cv04 (2020-10-01 to 2021-12-31). Expected one edition on each date. End the earlier the day before the later begins.",
    ],
    [
      "a bound misspelt",
      [whpCore, { cv04: { form: "2020-10-01" } as object }],
      "Not accepted: the option cv04.form. Did you mean from?",
    ],
    [
      "a citation that holds itself",
      [whpCore, { cv04: { citation: circle() } as object }],
      "Not accepted: an object with item as cv04.citation.item. Expected text.",
    ],
    ["a date that is none", [whpCore, { cv04: { from: "2021-02-29" } }], "February 2021 has 28 days"],
  ];
  test.each(cases)("refuses %s", (_what, given, message) => {
    expect(() => withInForce(...given)).toThrow(message);
  });
});

test("a history is told from a programme", () => {
  expect(isHistory(whpCore as History)).toBe(true);
  expect(isHistory(whpCoreCv04)).toBe(false);
});
