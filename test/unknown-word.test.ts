import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ProgrammeFault } from "../src/fault.js";
import { MeantWords } from "../src/journey/index.js";
import { meantBy, nearest, unknownWord } from "../src/unknown-word.js";

const fault = { code: "date/day", given: "a day", todo: "Give it." };

describe("what a fault says", () => {
  const saying = (allowed: readonly string[] | string, written?: string) =>
    unknownWord({ ...fault, allowed, written }).message;
  const colours = ["red", "green", "blue"];
  const many = Array.from({ length: 40 }, (_, at) => `standard-${at}/done`);

  test("is the problem, then the fix", () => {
    expect(new ProgrammeFault({ ...fault, allowed: "another" }).message).toBe(
      "Not accepted: a day. Expected another. Give it.",
    );
    expect(new ProgrammeFault({ ...fault, allowed: "another" }, "File not found: a.csv.").message).toBe(
      "File not found: a.csv.",
    );
    expect(saying("none: there are no colours", "gren")).toContain("Expected none: there are no colours.");
  });

  test("is the word that may have been meant, before a short list and in place of a long one", () => {
    expect(saying(colours)).toBe("Not accepted: a day. Expected red, green, blue. Give it.");
    expect(saying(colours, "gren")).toBe(
      "Not accepted: a day. Did you mean green? Expected red, green, blue. Give it.",
    );
    expect(saying(many, "standard-7/don")).toBe("Not accepted: a day. Did you mean standard-7/done?");
    expect(saying(many, "else")).toContain("standard-9/done (and 30 more). Give it.");
  });

  test("stays apart in its fields, lists whole", () => {
    const found = unknownWord({ ...fault, allowed: many, written: "standard-7/don" });
    expect(found).toMatchObject({ ...fault, allowed: many.join(", "), nearest: "standard-7/done" });
    expect("nearest" in unknownWord({ ...fault, allowed: many, written: "else" })).toBe(false);
  });
});

describe("the nearest word", () => {
  test.each([
    ["acknowleged", ["acknowledged", "contacted"], "acknowledged"],
    ["ACKNOWLEDGED", ["acknowledged", "contacted"], "acknowledged"],
    ["received", ["referral-received", "referral-made"], "referral-received"],
    ["referral", ["referral-received", "referral-made"], undefined],
    ["day-2", ["day-0", "day-1"], undefined],
    ["form", ["from", "until"], "from"],
    ["zebra", ["acknowledged", "contacted"], undefined],
    ["one", ["begone"], undefined],
    ["", ["a", "contacted"], undefined],
    ["contacted", [], undefined],
  ])("to %j of %j is %j", (word, words, meant) => expect(nearest(word, words)).toBe(meant));

  test("is found at once, however long the text", () => {
    expect(nearest("x".repeat(1_000_000), ["acknowledged"])).toBeUndefined();
  });
});

test("a list that remembers what words mean says the same each time", () => {
  const kinds = ["contacted", "contact-attempted", "started", "left", "job-ended", "job-started"];
  const slip = fc
    .constantFrom(...kinds)
    .chain((kind) => fc.nat({ max: kind.length }).map((at) => kind.slice(0, at) + kind.slice(at + 1)));
  const list = new MeantWords(kinds);
  fc.assert(
    fc.property(fc.oneof(slip, fc.string(), fc.constantFrom(...kinds)), (word) => {
      for (let time = 0; time < 2; time++) expect(list.of(word)).toBe(meantBy(word, kinds));
    }),
  );
});
