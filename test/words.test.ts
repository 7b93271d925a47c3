import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import {
  amend,
  assess,
  dueDates,
  explain,
  explainReport,
  formatPence,
  type Programme,
  report,
  type Variation,
  worklist,
} from "programme-rules";
import { comparisonPage, programmePage } from "programme-rules/rulebook";
import { journeys } from "programme-rules/testing/arbitraries";
import { describe, expect, test } from "vitest";
import { overlaps, readingSets } from "../src/rules/variation.js";
import { commandLine } from "./cli/terminal.js";
import { nameOf, withOffers } from "./programmes/shipped.js";

const WORDS = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];
const counted = (count: number, noun: string) => [
  `\\b${count} ${noun}`,
  ...(WORDS[count] === undefined ? [] : [`\\b${WORDS[count]} ${noun}`]),
];
const ordinal = (count: number) => `\\b${count}(st|nd|rd|th)`;

interface Unit {
  /** The nth new value; no shipped programme has one like it. */
  readonly fresh: (nth: number) => number;
  /** How a text may say a value. */
  readonly said: (value: number) => readonly string[];
}

/** The fields of programme data that hold numbers. */
const UNITS: Readonly<Record<string, Unit>> = {
  workingDays: { fresh: (nth) => 61 + nth, said: (value) => counted(value, "working day") },
  days: {
    fresh: (nth) => 861 + nth,
    said: (value) => [...counted(value, "days?\\b"), `\\bday ${value}\\b`],
  },
  weeks: { fresh: (nth) => 61 + nth, said: (value) => counted(value, "week") },
  months: { fresh: (nth) => 61 + nth, said: (value) => counted(value, "month") },
  dayOfNextMonth: { fresh: (nth) => 11 + nth, said: (value) => [`${ordinal(value)} of the next`] },
  workingDayOfNextMonth: { fresh: (nth) => 11 + nth, said: (value) => [`${ordinal(value)} working day`] },
  pence: { fresh: (nth) => 700_000 + 1_000 * nth, said: (value) => [`${formatPence(value)}(?![\\d,.])`] },
  times: { fresh: (nth) => 11 + nth, said: (value) => [`\\b${value} of them`, "third"] },
  percent: { fresh: (nth) => 31 + nth, said: (value) => [`(?<![\\d.])${value}%`] },
};

interface Change {
  /** Whether it limits a requirement of the standards, and so belongs in the title of its line. */
  readonly isLimit: boolean;
  readonly unit: Unit;
  readonly before: number;
  readonly after: number;
}

/** A copy with every number and percentage replaced by a fresh one; what was replaced goes on the list. */
function withFreshNumbers(value: unknown, field: string, changes: Change[], isLimit: boolean): unknown {
  const isPercentage = typeof value === "string" && /^\d+(\.\d+)?%$/.test(value);
  if (typeof value === "number" || isPercentage) {
    const unit = UNITS[isPercentage ? "percent" : field];
    if (unit === undefined) throw new Error(`the field ${field} has a number; say here how texts say it`);
    const after = unit.fresh(changes.filter((each) => each.unit === unit).length);
    changes.push({ isLimit, unit, before: Number.parseFloat(String(value)), after });
    return isPercentage ? `${after}%` : after;
  }
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map((each) => withFreshNumbers(each, field, changes, isLimit));
  const fields = Object.entries(value).map(([name, each]) => [
    name,
    withFreshNumbers(each, name, changes, isLimit),
  ]);
  return Object.fromEntries(fields);
}

const LIMITS = ["within", "atLeast", "exceptions", "every"];

type Thing = Readonly<Record<string, unknown>> & { readonly id: string };

/** The variation that changes every number of a programme, and what it changes. */
function everyNumberOf(programme: Programme): { variation: Variation; changes: Change[] } {
  const { standards, returns, outcomes, minimumPerformanceLevels, indicators, plans, groups } = programme;
  const requirements = standards.flatMap((standard) => standard.requirements);
  const things = [returns, outcomes, minimumPerformanceLevels, indicators, plans, groups];
  const changes: Change[] = [];
  const set: Record<string, Record<string, never>> = {};
  const setAll = (id: string, thing: object, areLimits = false) => {
    for (const [field, value] of Object.entries(thing)) {
      const count = changes.length;
      const isLimit = areLimits && LIMITS.includes(field);
      const fresh = withFreshNumbers(value, field, changes, isLimit);
      if (changes.length > count) set[id] = { ...set[id], [field]: fresh as never };
    }
  };
  for (const part of requirements) setAll(part.id, part, true);
  for (const thing of things.flatMap((list) => (list ?? []) as readonly object[])) {
    setAll((thing as Thing).id, thing);
  }
  if (programme.regime !== undefined) setAll("regime", programme.regime);
  setAll("programme", { stays: programme.stays });
  const fields = Object.entries(set).flatMap(([id, each]) =>
    Object.keys(each).map((name) => `${id}.${name}`),
  );
  const settles = programme.readings
    .filter((reading) => readingSets(reading).some((one) => fields.some((other) => overlaps(one, other))))
    .map(({ id }) => id);
  const title = "Every number is another";
  return { variation: { id: "fresh", title, basis: "assumed", changes: { set, settles } }, changes };
}

const asAt = "2021-12-31";

/** Everything that is said of a programme: its pages, and what comes of assessing with it. */
async function textsOf(programme: Programme): Promise<Record<string, string>> {
  const folder = mkdtempSync(join(tmpdir(), "programme-rules-"));
  const path = join(folder, "amended.json");
  writeFileSync(path, JSON.stringify(programme));
  const referrals = join(folder, "referrals.csv");
  writeFileSync(referrals, "id,received_on,acknowledged_on\nR1,2021-04-01,2021-04-06\n");
  const command = async (...words: string[]) => {
    const { out, err, code } = await commandLine(words);
    if (code === 2 && out === "") throw new Error(err);
    return `${out}${err}`;
  };
  const of = (...words: string[]) => command(...words, "--programme", path, "--as-at", asAt);
  const caseload = fc.sample(journeys(programme), { numRuns: 60, seed: 17 });
  const result = report(programme, caseload, {
    asAt,
    including: ["offered", "recommended", "research"],
  });
  const findings = caseload.flatMap((journey) =>
    assess(programme, journey, { asAt }).map((finding) => explain(programme, journey, finding, { asAt })),
  );
  return {
    "rule book": `${programmePage(programme)}\n${comparisonPage([programme, programme])}`,
    lines: result.lines.map(({ title }) => title).join("\n"),
    "lines explained": JSON.stringify(explainReport(result)),
    // How many days were to spare, late, left or agreed is no number of the rule's.
    sentences: findings
      .map(
        ({ title, sentence }) =>
          `${title}: ${sentence.replace(/[\w ]+ (to spare|late|left|later, as agreed)\b/g, "")}`,
      )
      .join("\n"),
    "due dates": caseload
      .flatMap((each) => dueDates(programme, each, { asAt }).map(({ title }) => title))
      .join("\n"),
    worklist: worklist(programme, caseload, { asAt })
      .map(({ title }) => title)
      .join("\n"),
    scorecard: await of("check", referrals),
    dates: await of("dates", "--received", "2021-04-01"),
    rules: await command("rules", path),
    returns: await command("returns", "--programme", path, "--from", "2021-04-01", "--to", "2021-06-30"),
  };
}

describe.each(withOffers.map((programme) => [nameOf(programme), programme] as const))(
  "with every number of %s amended",
  async (_name, programme) => {
    const { variation, changes } = everyNumberOf(programme);
    const texts = await textsOf(amend(programme, variation));

    test.each(Object.entries(texts))("%s says none of the old ones", (_where, text) => {
      const old = changes.flatMap(({ unit, before }) => (before === 0 ? [] : unit.said(before)));
      const told = old.filter((words) => new RegExp(words, "i").test(text));
      expect(told.map((words) => text.match(new RegExp(`.*${words}.*`, "i"))?.[0])).toEqual([]);
    });

    const missingIn = (text: string, expected: readonly Change[]) =>
      expected.flatMap(({ unit, after }) => {
        const words = unit.said(after);
        return words.some((each) => new RegExp(each, "i").test(text)) ? [] : [words[0]];
      });

    test("the rule book says each of the new ones, and the lines of a report each new limit", () => {
      expect(missingIn(texts["rule book"]!, changes)).toEqual([]);
      const limits = changes.filter(({ isLimit }) => isLimit);
      expect(missingIn(texts.lines!, limits)).toEqual([]);
    });
  },
);
