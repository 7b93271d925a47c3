import {
  type Applies,
  type AsAt,
  asAtOptions,
  editionsOf,
  type Facts,
  JourneyReader,
} from "../deadlines/index.js";
import type { Journey } from "../journey/index.js";
import {
  type History,
  type Programme,
  type Reading,
  readingsBehind,
  refuseNotProgramme,
  withReadings,
} from "../rules/index.js";
import { assessEdition, type Finding } from "./assessment.js";
import { explainedCase } from "./finding-explanation.js";
import { explorationOf, factsUnder, includes, type Way } from "./reading-combinations.js";
import { report } from "./report/builder.js";
import type { ReportLine, VerdictUnderReading } from "./report/line.js";
import type { Report, ReportOptions } from "./report/report.js";
import { GRAVEST_FIRST, OUTCOMES, type Verdict } from "./verdict.js";

/** The verdict of a requirement on a journey under other answers, and the sentence that says why. */
export interface OtherReading {
  /** Reading → answer: the least that must be read otherwise for this verdict. */
  readonly answers: Readonly<Record<string, string>>;
  readonly verdict: Verdict;
  readonly sentence: string;
}

/**
 * One requirement on one journey under every answer to the questions it depends on.
 *
 * - `verdict`: the verdict if it is the same under all of them, else `disputed`.
 * - `sentence`: why, as the programme is read now; `now` the verdict under it.
 * - `readings`: the questions explored, `combinations` how many ways of answering them.
 * - `dependsOn`: the least changes of reading that change the verdict, fewest answers first.
 */
export interface AcrossReadings {
  readonly standard: string;
  readonly requirement: string;
  readonly verdict: Verdict | "disputed";
  readonly now: Verdict;
  readonly sentence: string;
  readonly readings: readonly string[];
  readonly combinations: number;
  readonly dependsOn: readonly OtherReading[];
}

/**
 * Which verdicts on a journey hold however the open questions are read, and which depend on one. Only
 * the readings that a requirement can depend on are explored, all their answers together. A requirement
 * with many cases counts as its worst: not met, undetermined, pending, met, not applicable. Of a history,
 * each requirement of each edition is explored over the cases that fall under it.
 *
 * @throws ProgrammeFault as `assess` does; `compliance/too-many-readings` beyond 4,096 combinations.
 *
 * @example
 * ```ts
 * import { acrossReadings, whpJetsCv06 } from "programme-rules";
 *
 * const events = [
 *   { kind: "referral-received", on: "2021-03-28" },
 *   { kind: "referral-acknowledged", on: "2021-03-31" },
 * ];
 * const found = acrossReadings(whpJetsCv06, { id: "R1", events }, { asAt: "2021-04-30" });
 * found[0]?.verdict; // => "disputed"
 * const [least] = found[0]?.dependsOn.filter(({ verdict }) => verdict === "met") ?? [];
 * least?.answers; // => { "receipt-on-non-working-day": "next-working-day" }
 * ```
 */
export function acrossReadings(
  rules: Programme | History,
  journey: Journey,
  options: AsAt,
): AcrossReadings[] {
  const editions = editionsOf(rules);
  asAtOptions(options);
  return editions.flatMap(([edition, applies]) => acrossUnder(edition, journey, options, applies));
}

function acrossUnder(
  programme: Programme,
  journey: Journey,
  options: AsAt,
  applies: Applies | undefined,
): AcrossReadings[] {
  const now = new Map<string, Finding>();
  for (const finding of assessEdition(programme, journey, options, applies)) {
    const before = now.get(finding.requirement);
    if (before === undefined || gravity(finding) < gravity(before)) now.set(finding.requirement, finding);
  }
  const reader = new JourneyReader(programme, options);
  reader.read(journey);
  return [...now].map(([requirement, worst]) => {
    const { readings, ways } = explorationOf(programme, requirement);
    const changed: { readonly way: Way; readonly facts: Facts; readonly found: Gravest }[] = [];
    for (const way of ways) {
      // Of the ways that change the verdict only the least count: what includes one need not be tried.
      if (changed.some((least) => includes(way, least.way))) continue;
      const facts = factsUnder(way, reader.facts, journey, options);
      const found = gravestUnder(way, facts, applies);
      if (found.verdict !== worst.verdict) changed.push({ way, facts, found });
    }
    return {
      standard: worst.standard,
      requirement,
      verdict: changed.length === 0 ? worst.verdict : "disputed",
      now: worst.verdict,
      sentence: explainedCase(programme, reader.facts, worst)!.sentence,
      readings: readings.map(({ id }) => id),
      combinations: ways.length + 1,
      dependsOn: changed.map(({ way, facts, found }) => ({
        answers: way.answers,
        verdict: found.verdict,
        sentence: explainedCase(way.programme, facts, { requirement, case: found.case })!.sentence,
      })),
    };
  });
}

/** The verdict of a requirement under a way of reading, and the case that decides it. */
type Gravest = Pick<Finding, "verdict" | "case">;

/** The gravest case of a requirement under a way of reading; of equally grave ones the first. */
function gravestUnder({ assessor }: Way, facts: Facts, applies: Applies | undefined): Gravest {
  let verdict: Verdict = "not-applicable";
  let gravest: number = GRAVEST_FIRST.length;
  let number = 1;
  assessor.assess(facts, (code, found) => {
    const place = PLACES[code]!;
    if (place >= gravest || applies?.(assessor.requirement.id, found.anchorDay, facts.journey) === false)
      return;
    gravest = place;
    verdict = OUTCOMES[code]![0];
    number = found.number;
  });
  return { verdict, case: number };
}

/**
 * A report whose lines say on which readings their verdict depends: each open question is answered
 * otherwise, one at a time, for the requirements that can depend on it.
 *
 * @param journeys - a list, because it is gone through once for every answer.
 *
 * @example
 * ```ts
 * import { reportAcrossReadings, whpJetsCv06 } from "programme-rules";
 *
 * const events = [
 *   { kind: "referral-received", on: "2021-03-28" },
 *   { kind: "referral-acknowledged", on: "2021-03-31" },
 * ];
 * const [line] = reportAcrossReadings(whpJetsCv06, [{ id: "R1", events }], { asAt: "2021-04-30" }).lines;
 * line?.verdict; // => "not-met"
 * line?.dependsOn?.find(({ verdict }) => verdict === "met");
 * // => { reading: "receipt-on-non-working-day", answer: "next-working-day", verdict: "met" }
 * ```
 */
export function reportAcrossReadings(
  programme: Programme,
  journeys: readonly Journey[],
  options: ReportOptions,
): Report {
  refuseNotProgramme(programme);
  const now = report(programme, journeys, options);
  const { onProblem: _told, ...quietly } = options;
  const changes = new Map<string, VerdictUnderReading[]>();
  for (const reading of programme.readings) {
    const requirements = now.lines
      .map(({ requirement }) => requirement)
      .filter(
        (id) =>
          (isOfPeriod(reading) && options.period !== undefined) ||
          readingsBehind(programme, id).some(({ id: behind }) => behind === reading.id),
      );
    if (requirements.length === 0) continue;
    for (const { id: answer } of reading.answers.slice(1)) {
      const read = withReadings(programme, { [reading.id]: answer });
      for (const line of report(read, journeys, { ...quietly, requirements }).lines) {
        const key = keyOf(line);
        const before = now.lines.find((each) => keyOf(each) === key);
        if (before === undefined || before.verdict === line.verdict) continue;
        changes.set(key, [
          ...(changes.get(key) ?? []),
          { reading: reading.id, answer, verdict: line.verdict },
        ]);
      }
    }
  }
  return { ...now, lines: now.lines.map((line) => ({ ...line, dependsOn: changes.get(keyOf(line)) ?? [] })) };
}

/** Whether a question is which cases a period counts. */
function isOfPeriod({ answers }: Reading): boolean {
  return answers.some(({ changes }) => "periodCases" in (changes.set?.conventions ?? {}));
}

function keyOf({ requirement, by }: ReportLine): string {
  return JSON.stringify([requirement, by ?? null]);
}

/** The place of each outcome in the order of gravity. */
const PLACES = OUTCOMES.map(([verdict]) => GRAVEST_FIRST.indexOf(verdict));

function gravity({ verdict }: Finding): number {
  return GRAVEST_FIRST.indexOf(verdict);
}
