import { readFileSync } from "node:fs";
import { amend, type Citation, type Programme, whpCoreCv04, whpJetsCv06 } from "programme-rules";
import {
  exampleOffer,
  workProgrammeFramework,
  workProgrammeRegimeV1,
  workProgrammeRegimeV2,
  workProgrammeRegimeV3,
} from "programme-rules/programmes";
import { describe, expect, test } from "vitest";
import { withOffers } from "./programmes/shipped.js";

interface Row {
  readonly source: string;
  /** Paragraph, and item after the word. */
  readonly address: string;
  readonly binds: boolean;
  readonly words: string;
  readonly answer: string;
  readonly where: string;
}

const text = readFileSync(new URL("../docs/coverage.md", import.meta.url), "utf8");
const rows: Row[] = [
  ...text.matchAll(/^\| (\d{3}) ¶([^|]+?) \| (yes)? ?\| ([^|]+?) \| ([^|]+?) \| ([^|]*?) ?\|$/gm),
].map(([, source, address, binds, words, answer, where]) => ({
  source: source!,
  address: address!,
  binds: binds === "yes",
  words: words!,
  answer: answer!,
  where: where!.trim(),
}));
const of = (source: string) => rows.filter((row) => row.source === source).map(({ address }) => address);

describe("nothing is missing", () => {
  test("every line of a table was read", () => {
    const lines = text.split("\n").filter((line) => /^\| \d{3} /.test(line));
    expect(rows).toHaveLength(lines.length);
    expect(rows.length).toBe(310);
  });
  test("each address stands once", () => {
    const addresses = rows.map(({ source, address }) => `${source} ¶${address}`);
    expect(new Set(addresses).size).toBe(addresses.length);
  });

  const paragraph = (address: string) => address.split(" item ")[0]!.split(" ")[0]!;
  test("001: paragraphs 1 to 56", () => {
    const numbered = of("001")
      .map(paragraph)
      .filter((each) => /^\d+$/.test(each));
    expect([...new Set(numbered)].map(Number)).toEqual(Array.from({ length: 56 }, (_, at) => at + 1));
  });
  test.each([
    ["4", 4],
    ["11", 2],
    ["29", 12],
    ["32", 5],
    ["37", 16],
    ["38", 14],
    ["51", 3],
    ["54", 3],
  ])("001 ¶%s has %i items", (number, count) => {
    const items = of("001").filter((address) => new RegExp(`^${number} item [1-9]\\d*$`).test(address));
    expect(items).toEqual(Array.from({ length: count }, (_, at) => `${number} item ${at + 1}`));
  });
  test("001: five statements before paragraph 1, two annexes, the survey's answers and prompts, the notes", () => {
    expect(of("001").filter((address) => address.startsWith("preface"))).toHaveLength(5);
    expect(new Set(of("001").flatMap((address) => /^Annex [A-Z]/.exec(address) ?? []))).toEqual(
      new Set(["Annex A", "Annex B"]),
    );
    for (const address of [
      "37 item 15 question",
      "37 item 15 prompts",
      "38 item 13 question",
      "38 item 13 prompts",
      "38 note",
      "56 note",
      "56 forms",
    ]) {
      expect(of("001")).toContain(address);
    }
  });
  test("003: recommendations 1 to 26, and the example's five stages", () => {
    const numbers = of("003").flatMap((address) => /recommendation (\d+)$/.exec(address)?.[1] ?? []);
    expect(numbers.map(Number)).toEqual(Array.from({ length: 26 }, (_, at) => at + 1));
    const stages = of("003").flatMap((address) => /^2\.2\.10 item ([a-z-]+):/.exec(address)?.[1] ?? []);
    expect([...new Set(stages)]).toEqual(["pre-programme", "engagement", "pre-work", "in-work", "exit"]);
  });
  test.each([
    ["000", 47],
    ["001", 134],
    ["002", 13],
    ["003", 105],
    ["004", 11],
  ])("%s has %i addresses", (source, count) => {
    expect(of(source)).toHaveLength(count);
  });
  test("000: five minimum levels, seven steps of tracking, eight of managing, the partner ladder, urgent notices", () => {
    const numbered = (part: string) =>
      of("000").filter((address) => new RegExp(`^${part} item [1-9]$`).test(address)).length;
    expect(
      ["minimum performance levels", "tracking participants", "managing performance levels"].map(numbered),
    ).toEqual([5, 7, 8]);
    expect(of("000")).toContain("managing subcontractors item ladder");
    expect(of("000")).toContain("engaging with the department item urgent");
  });
});

describe("every address has an honest answer", () => {
  test("what binds is a requirement or a human duty", () => {
    const wrong = rows.filter(
      ({ binds, answer }) => binds && answer !== "requirement" && answer !== "human duty",
    );
    expect(wrong).toEqual([]);
    expect(rows.filter(({ binds }) => binds).length).toBe(145);
  });
  test("the answer is one of four, and a duty names who has it", () => {
    for (const { answer, where, address } of rows) {
      expect(["requirement", "human duty", "context", "out of scope"], address).toContain(answer);
      expect(where === "", address).toBe(answer === "context");
    }
  });
  test("a requirement names data that is there", () => {
    const offered = amend(whpCoreCv04, exampleOffer);
    const known: Record<string, ReadonlySet<string>> = {
      "whp-core": names(whpCoreCv04),
      "whp-jets": names(whpJetsCv06),
      "work-programme": new Set(
        [workProgrammeRegimeV1, workProgrammeRegimeV2, workProgrammeRegimeV3].flatMap((each) => [
          ...names(each),
        ]),
      ),
      framework: names(workProgrammeFramework),
      "example-offer": names(offered),
    };
    for (const { where } of rows.filter(({ answer }) => answer === "requirement")) {
      for (const [, programme, id] of where.matchAll(/`([a-z-]+):([^`]+)`/g)) {
        expect(known[programme!]?.has(id!), `${programme}:${id}`).toBe(true);
      }
    }
  });
  test("every requirement and return of a document has an address that names it", () => {
    const named = new Set(
      rows.flatMap(({ where }) => [...where.matchAll(/`([^`]+)`/g)].map(([, ref]) => ref!)),
    );
    const wanted = (name: string, programme: Programme, within = "") =>
      [...programme.standards.flatMap(({ requirements }) => requirements), ...(programme.returns ?? [])]
        .map(({ id }) => id)
        .filter((id) => id.startsWith(within))
        .map((id) => `${name}:${id}`);
    const missing = [
      ...wanted("whp-core", whpCoreCv04),
      ...wanted("whp-jets", whpJetsCv06),
      ...wanted("framework", workProgrammeFramework),
      ...wanted("work-programme", workProgrammeRegimeV2),
      ...wanted("example-offer", amend(whpCoreCv04, exampleOffer), "offer-"),
    ].filter((ref) => !named.has(ref));
    expect(missing).toEqual([]);
  });
  test("every citation in the data has its address here", () => {
    const addresses = new Map(["000", "001", "002", "003", "004"].map((source) => [source, of(source)]));
    const unknown = withOffers
      .flatMap((programme) => citationsIn(programme))
      .filter(({ source }) => addresses.has(source))
      .filter((citation) => !addresses.get(citation.source)!.some((address) => leadsTo(address, citation)));
    expect(unknown).toEqual([]);
  });
});

function leadsTo(address: string, { paragraph, item }: Citation): boolean {
  if (item === undefined)
    return paragraph === "whole" || address === paragraph || address.startsWith(`${paragraph} `);
  const full = `${paragraph} item ${item}`;
  return address === full || address.startsWith(`${full}:`) || address.startsWith(`${full} `);
}

/** Everything of a programme a row may point to: ids, event kinds, plain fields, parts of the regime. */
function names(programme: Programme): Set<string> {
  const found = new Set<string>(Object.keys(programme));
  for (const field of Object.keys(programme.regime ?? {})) found.add(`regime.${field}`);
  const walk = (value: unknown, prefix: string): void => {
    if (typeof value !== "object" || value === null) return;
    const { id } = value as { id?: unknown };
    if (typeof id === "string") found.add(`${prefix}${id}`);
    for (const part of Object.values(value)) walk(part, prefix);
  };
  const { regime, ...others } = programme;
  walk(others, "");
  walk(regime, "regime.");
  return found;
}

function citationsIn(value: unknown): Citation[] {
  if (typeof value !== "object" || value === null) return [];
  const { citation } = value as { citation?: Citation };
  return [...(citation === undefined ? [] : [citation]), ...Object.values(value).flatMap(citationsIn)];
}
