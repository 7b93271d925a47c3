import type { Finding } from "../compliance/index.js";
import { type DateInput, epochDay, isoDate, longDate } from "../date/index.js";
import { joined } from "../rules/index.js";
import { casesOf, type JourneyCase } from "./cases.js";
import type { Judged } from "./judged.js";
import { caseLines, headline } from "./messages.js";
import { checkRequirement, rulesOf } from "./options.js";
import type { RuleOptions } from "./rule-options.js";
import { notASubject, seen } from "./subject.js";

/** Which case of a requirement that has several; any of them unless given. 1 is the first. */
export interface CaseOptions {
  readonly case?: number;
}

/** Whether a requirement on one journey is due on a date. */
export function judgeDueOn(
  subject: unknown,
  requirement: string,
  date: DateInput,
  options: RuleOptions & CaseOptions,
): Judged {
  const what = seen(subject);
  if (what.kind !== "journey") throw notASubject(subject, "one journey: a due date is a journey's");
  checkRequirement(rulesOf(options), requirement);
  const day = epochDay(date);
  const cases = casesOf(what.journey, options, [requirement]).filter(
    ({ finding }) => options.case === undefined || finding.case === options.case,
  );
  const due = cases.filter(hasDueDate);
  const days = [...new Set(due.map(({ finding }) => epochDay(finding.dueOn as string)))];
  const said = `due on ${longDate(day)}`;
  return {
    pass: days.includes(day),
    failure: () =>
      [
        headline(what, `to have ${requirement} ${said},`, options),
        days.length === 0 ? "It has no due date." : `It is due on ${joined(days.map(longDate))}.`,
        ...caseLines(days.length === 0 ? cases : due, options),
      ].join("\n"),
    unexpected: () =>
      [
        headline(what, `not to have ${requirement} ${said},`, options),
        ...caseLines(
          due.filter(({ finding }) => finding.dueOn === isoDate(day)),
          options,
        ),
      ].join("\n"),
  };
}

/** A case that a condition rules out is due on no day. */
function hasDueDate({ finding }: JourneyCase): boolean {
  const { dueOn, reason }: Finding = finding;
  return dueOn !== undefined && reason !== "condition";
}
