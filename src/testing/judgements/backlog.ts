import { type Backlog, backlog } from "../../backlog/index.js";
import { epochDay, longDate } from "../../date/index.js";
import { ProgrammeFault } from "../../fault.js";
import { counted, joined, type Programme } from "../../rules/index.js";

import type { AllowOptions } from "../allowance.js";
import { type AssertionOptions, assessing, editionsOf, rulesOf } from "../assertion-options.js";
import { journeysOf, type KnownSubject, knownSubject, shortId } from "../assertion-subject.js";
import { caseLines, casesOf, headline, type Judgement, lineNumbers, linesOf } from "./judgement.js";

import { judgeKnown } from "./requirement.js";

type Options = AssertionOptions & AllowOptions;

const TOLD = 3;

/** Whether a caseload's backlog is within the programme's ceiling, or a journey is out of backlog. */
export function judgeWithinBacklog(subject: unknown, options: Options): Judgement {
  const what = knownSubject(subject);
  const [edition, requirement] = backlogRule(options);
  // Of an iterable, which is gone through once, what was seen of it is judged.
  const { pass } = judgeKnown(what, requirement, options);
  const told = (goal: string) => [
    headline(what, goal, options),
    ...standing(what, requirement, options),
    ...(what.kind === "report" ? [] : waitingLines(backlog(edition, journeysOf(what), assessing(options)))),
  ];
  return {
    pass,
    failure: () => told("to be within backlog"),
    unexpected: () => told("not to be within backlog"),
  };
}

function standing(what: KnownSubject, requirement: string, options: Options): string[] {
  if (what.kind === "journey") return caseLines(casesOf(what.journey, options, [requirement]), options);
  const { lines, leftOut } = linesOf(what, options, [requirement]);
  return [...leftOut, ...lines.flatMap((line) => lineNumbers(line, options))];
}

/** The edition that has a backlog standard, and that standard's requirement. */
function backlogRule(options: AssertionOptions): readonly [Programme, string] {
  let fault: unknown;
  for (const edition of editionsOf(rulesOf(options))) {
    try {
      return [edition, backlog(edition, [], { asAt: "2021-01-04" }).requirement];
    } catch (error) {
      if (!(error instanceof ProgrammeFault)) throw error;
      fault = error;
    }
  }
  throw fault;
}

/** Who waits, longest first. */
function waitingLines({ waiting }: Backlog): string[] {
  const told = waiting.slice(0, TOLD).map(({ journey, since, ageWorkingDays, work }) => {
    const age =
      ageWorkingDays === undefined ? "" : `, ${counted(ageWorkingDays, "working day")} after receipt`;
    return `  ${shortId(journey)} waits since ${longDate(epochDay(since))}${age}: ${joined(work)}`;
  });
  const more = waiting.length - TOLD;
  return more > 0 ? [...told, `  and ${more} more in backlog`] : told;
}
