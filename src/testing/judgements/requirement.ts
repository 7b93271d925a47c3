import { LINE_VERDICTS, type LineVerdict, type Reason, type ReportLine } from "../../compliance/index.js";
import { type DateInput, epochDay, isoDate, longDate } from "../../date/index.js";
import { ProgrammeFault, shown } from "../../fault.js";
import type { Journey } from "../../journey/index.js";
import { joined, refuseUnknownRequirements } from "../../rules/index.js";
import { unknownWord } from "../../unknown-word.js";
import { type AllowedReason, type AllowOptions, lineHolds } from "../allowance.js";
import { type AssertionOptions, requirementsOf, rulesOf } from "../assertion-options.js";
import { type KnownSubject, knownSubject, notASubject } from "../assertion-subject.js";
import {
  anyCounts,
  caseLines,
  casesOf,
  failing,
  headline,
  type JourneyCase,
  type Judgement,
  linesOf,
  lineTold,
  openHint,
  summary,
  tally,
  targetWords,
} from "./judgement.js";

type MeetOptions = AssertionOptions & AllowOptions;

/** Whether a journey, a caseload or a report meets one requirement. */
export function judgeMeets(subject: unknown, requirement: string, options: MeetOptions): Judgement {
  return judgeKnown(knownSubject(subject), requirement, options);
}

/** As `judgeMeets`, of what is told apart already. */
export function judgeKnown(what: KnownSubject, requirement: string, options: MeetOptions): Judgement {
  const { allow = [] } = options;
  if (what.kind !== "report") refuseUnknownRequirements(rulesOf(options), [requirement]);
  if (what.kind === "journey") return journeyMeets(what, requirement, options, allow);
  const { lines, leftOut } = linesOf(what, options, [requirement]);
  if (lines.length === 0) {
    throw new ProgrammeFault({
      code: "testing/requirement",
      given: `a report without a line for ${requirement}`,
      allowed: "a report that was made with this requirement",
      todo: "Correct the id, or make the report without leaving the requirement out.",
    });
  }
  return {
    pass: leftOut.length === 0 && lines.every((line) => lineHolds(line, allow)),
    failure: () => [
      headline(what, `to meet ${requirement}`, options),
      ...leftOut,
      ...lines.filter((line) => !lineHolds(line, allow)).flatMap((line) => lineTold(line, what, options)),
    ],
    unexpected: () => [headline(what, `not to meet ${requirement}`, options), ...lines.map(summary)],
  };
}

function journeyMeets(
  subject: Extract<KnownSubject, { kind: "journey" }>,
  requirement: string,
  options: MeetOptions,
  allow: readonly AllowedReason[],
): Judgement {
  const cases = casesOf(subject.journey, options, [requirement]);
  if (cases.length === 0) {
    throw new ProgrammeFault({
      code: "testing/subject",
      given: `one journey for ${requirement}, which no journey has a case of`,
      allowed: "a caseload with { contractLog }, or the report of one",
      todo: "Assert what is about a contract or a site on a caseload and its contract log.",
    });
  }
  const fails = failing(cases, allow);
  return {
    pass: fails.length === 0 && anyCounts(cases, allow),
    failure: () => [
      headline(subject, `to meet ${requirement}`, options),
      tally(cases),
      ...caseLines(fails.length > 0 ? fails : cases, options),
      ...(fails.length === 0 ? [NOTHING_COUNTED] : []),
      ...openHint(fails),
      ...oneOfMany(requirement, options),
    ],
    unexpected: () => [
      headline(subject, `not to meet ${requirement}`, options),
      tally(cases),
      ...caseLines(cases, options),
    ],
  };
}

const NOTHING_COUNTED =
  'No case applies, so nothing shows that it is met. Assert toHaveVerdict(…, "not-applicable"), or allow the reason by name.';

/** What one case says about a requirement that is held to a percentage. */
function oneOfMany(requirement: string, options: AssertionOptions): string[] {
  const target = requirementsOf(rulesOf(options)).find(({ id }) => id === requirement)?.target;
  if (target === undefined || "every" in target) return [];
  return [
    `This is about one journey. The target, ${targetWords(target)}, is of a caseload: to assert the standard, give expect() all the journeys.`,
  ];
}

/** Which case of a requirement that has several; any of them unless given. 1 is the first. */
export interface CaseOptions {
  readonly case?: number;
}

/** Whether a requirement on one journey is due on a date. */
export function judgeDueOn(
  subject: unknown,
  requirement: string,
  date: DateInput,
  options: AssertionOptions & CaseOptions,
): Judgement {
  const what = knownSubject(subject);
  if (what.kind !== "journey") throw notASubject(subject, "one journey: a due date is a journey's");
  const day = epochDay(date);
  refuseUnknownRequirements(rulesOf(options), [requirement]);
  const cases = chosenCases(what.journey, requirement, options);
  // A case that a condition rules out is due on no day.
  const due = cases.filter(({ finding }) => finding.dueOn !== undefined && finding.reason !== "condition");
  const days = [...new Set(due.map(({ finding }) => epochDay(finding.dueOn as string)))];
  const said = `due on ${longDate(day)}`;
  return {
    pass: days.includes(day),
    failure: () => [
      headline(what, `to have ${requirement} ${said},`, options),
      days.length === 0 ? "It has no due date." : `It is due on ${joined(days.map(longDate))}.`,
      ...caseLines(days.length === 0 ? cases : due, options),
    ],
    unexpected: () => [
      headline(what, `not to have ${requirement} ${said},`, options),
      ...caseLines(
        due.filter(({ finding }) => finding.dueOn === isoDate(day)),
        options,
      ),
    ],
  };
}

/** The cases of a requirement, or the one that was asked for. */
function chosenCases(
  journey: Journey,
  requirement: string,
  options: AssertionOptions & CaseOptions,
): JourneyCase[] {
  const isChosen = ({ finding }: JourneyCase) => options.case === undefined || finding.case === options.case;
  return casesOf(journey, options, [requirement]).filter(isChosen);
}

/** Which verdict, more closely: its reason as well, and which case of several. */
export interface VerdictOptions extends CaseOptions {
  readonly reason?: Reason;
}

/** Whether a requirement has a verdict: each case of a journey, or the line of a caseload. */
export function judgeVerdict(
  subject: unknown,
  requirement: string,
  verdict: LineVerdict,
  options: AssertionOptions & VerdictOptions,
): Judgement {
  const what = knownSubject(subject);
  if (!LINE_VERDICTS.includes(verdict)) {
    throw unknownWord({
      code: "testing/verdict",
      given: `the verdict ${shown(verdict)}`,
      allowed: LINE_VERDICTS,
      written: verdict,
      todo: 'Name a verdict; its reason goes into the options: { reason: "late" }.',
    });
  }
  if (what.kind !== "report") refuseUnknownRequirements(rulesOf(options), [requirement]);
  const said = `to have the verdict ${verdict.replace("-", " ")}${options.reason === undefined ? "" : ` (${options.reason})`}`;
  const has = (one: Pick<ReportLine, "verdict" | "reason">) =>
    one.verdict === verdict && (options.reason === undefined || one.reason === options.reason);
  const { results, leftOut, told } = resultsOf(what, requirement, options);
  const isWhole = verdict !== "met" || leftOut.length === 0;
  return {
    pass: results.length > 0 && results.every(has) && isWhole,
    failure: () => [headline(what, `${said} on ${requirement}`, options), ...told()],
    unexpected: () => [headline(what, `not ${said} on ${requirement}`, options), ...told()],
  };
}

function resultsOf(
  what: KnownSubject,
  requirement: string,
  options: AssertionOptions & VerdictOptions,
): {
  results: readonly Pick<ReportLine, "verdict" | "reason">[];
  leftOut: readonly string[];
  told: () => readonly string[];
} {
  if (what.kind !== "journey") {
    const { lines, leftOut } = linesOf(what, options, [requirement]);
    const told = () => [...leftOut, ...lines.flatMap((line) => lineTold(line, what, options))];
    return { results: lines, leftOut, told };
  }
  const cases = chosenCases(what.journey, requirement, options);
  const results = cases.map(({ finding }) => finding);
  return { results, leftOut: [], told: () => [tally(cases), ...caseLines(cases, options)] };
}
