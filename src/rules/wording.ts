import { refuseNotObject } from "../argument.js";
import { epochDay, longDate } from "../date/index.js";
import { isOpen, type Open } from "./citation.js";
import type { Frequency, Length, MonthDay } from "./length.js";
import type { Condition, Match } from "./match.js";
import type { Programme } from "./programme.js";
import type { Target } from "./target.js";

const WITHHELD: Readonly<Record<Open["open"], string>> = {
  redacted: "withheld (blacked out)",
  "bid-specific": "withheld (each bidder's own)",
  "not-published": "withheld (not published)",
  "not-said": "not said",
};
const EACH = {
  day: "every day",
  "working-day": "every working day",
  week: "every week",
  month: "every calendar month",
  quarter: "every quarter",
} as const;

/**
 * An open value in words.
 */
export function sayOpen(value: Open): string {
  refuseNotObject(value, 'an open value such as { open: "redacted" }');
  const { open, note } = value;
  return note === undefined ? WITHHELD[open] : `${WITHHELD[open]}: ${note}`;
}

/**
 * A length, or a day counted from a month, in words.
 */
export function sayLength(length: Length | MonthDay | Open): string {
  refuseNotObject(length, "a length such as { workingDays: 2 }");
  if (isOpen(length)) return sayOpen(length);
  if ("workingDays" in length) return counted(length.workingDays, "working day");
  if ("days" in length)
    return length.days === 0 ? "the same day" : rolled(counted(length.days, "day"), length);
  if ("weeks" in length) return rolled(counted(length.weeks, "week"), length);
  if ("months" in length) return counted(length.months, "month");
  if ("dayOfNextMonth" in length)
    return rolled(`the ${ordinal(length.dayOfNextMonth)} of the next month`, length);
  if ("workingDayOfMonth" in length)
    return `the ${ordinal(length.workingDayOfMonth)} working day of the month`;
  return `the ${ordinal(length.workingDayOfNextMonth)} working day of the next month`;
}

/** How often: `at least every 10 working days`, `every calendar month`. */
export function sayFrequency(every: Frequency | Open): string {
  if (isOpen(every)) return sayOpen(every);
  return "each" in every ? EACH[every.each] : `at least every ${sayLength(every)}`;
}

/** What is asked of a share: `at least 99.5%`, `every case`. */
export function sayTarget(target: Target | undefined): string {
  if (target === undefined) return "none: reported, not scored";
  if ("every" in target) return "every case";
  if ("atLeast" in target)
    return isOpen(target.atLeast) ? sayBound("at least", target.atLeast) : `at least ${target.atLeast}`;
  if ("atMost" in target)
    return isOpen(target.atMost) ? sayBound("at most", target.atMost) : `at most ${target.atMost}`;
  return isOpen(target.below) ? sayBound("below", target.below) : `below ${target.below}`;
}

/** Events and moments: `“Contacted” or “Contact attempted”`. */
export function sayMatches(programme: Programme, matches: readonly Match[], joint = "or"): string {
  return matches.map((match) => sayMatch(programme, match)).join(` ${joint} `);
}

/** Conditions, all of which must hold. */
export function sayConditions(programme: Programme, conditions: readonly Condition[]): string {
  return conditions.map((condition) => sayCondition(programme, condition)).join("; ");
}

/** A state's title in quotes. */
export function sayState(programme: Programme, id: string): string {
  return quoted(programme.states.find((state) => state.id === id)?.title ?? id);
}

function sayMatch(programme: Programme, match: Match): string {
  const title = (kind: string) => quoted(programme.events.find(({ id }) => id === kind)?.title ?? kind);
  if (typeof match === "string") return title(match);
  if ("entering" in match) return `entering ${sayState(programme, match.entering)}`;
  if ("leaving" in match) return `leaving ${sayState(programme, match.leaving)}`;
  if ("workDone" in match) return `the end of all work in ${sayState(programme, match.workDone)}`;
  const fields = Object.entries(match.where ?? {}).map(([field, value]) => `${field} ${value}`);
  const when = match.when === undefined ? [] : [`if ${sayConditions(programme, match.when)}`];
  const narrowed = [...fields, ...when];
  return narrowed.length === 0 ? title(match.event) : `${title(match.event)} (${narrowed.join(", ")})`;
}

function sayCondition(programme: Programme, condition: Condition): string {
  if ("in" in condition) return `in ${sayState(programme, condition.in)}`;
  if ("notIn" in condition) return `not in ${sayState(programme, condition.notIn)}`;
  if ("group" in condition) return `of ${sayGroups(programme, condition.group)}`;
  if ("notGroup" in condition) return `not of ${sayGroups(programme, condition.notGroup)}`;
  if ("attribute" in condition) return sayAttribute(condition);
  if ("happened" in condition) return sayHappened(programme, condition);
  if ("onOrAfter" in condition) return `on or after ${longDate(epochDay(condition.onOrAfter))}`;
  return `before ${longDate(epochDay(condition.before))}`;
}

function sayGroups(programme: Programme, ids: readonly string[]): string {
  const title = (id: string) => quoted(programme.groups.find((group) => group.id === id)?.title ?? id);
  return ids.map(title).join(" or ");
}

function sayAttribute(condition: Extract<Condition, { attribute: string }>): string {
  const values =
    "is" in condition ? `is ${condition.is.join(" or ")}` : `is not ${condition.isNot.join(" or ")}`;
  return `${condition.attribute} ${values}${condition.missing === "yes" ? " (or is not recorded)" : ""}`;
}

function sayHappened(programme: Programme, condition: Extract<Condition, { happened: unknown }>): string {
  const { happened, unless, before } = condition;
  const until = before === undefined ? "" : ` before ${longDate(epochDay(before))}`;
  const except = unless === undefined ? "" : `, and not if ${sayMatches(programme, unless)}`;
  return `once there is ${sayMatches(programme, happened)}${until}${except}`;
}

function sayBound(bound: string, open: Open): string {
  return `${bound} a percentage that is ${sayOpen(open)}`;
}

function quoted(title: string): string {
  return `“${title}”`;
}

function counted(number: number, unit: string): string {
  return `${number} ${unit}${number === 1 ? "" : "s"}`;
}

function rolled(text: string, { roll }: { readonly roll?: "next-working-day" }): string {
  return roll === undefined ? text : `${text}, or the next working day if it is none`;
}

function ordinal(number: number): string {
  const last = number % 10;
  const teen = Math.floor((number % 100) / 10) === 1;
  if (teen || last === 0 || last > 3) return `${number}th`;
  return `${number}${["st", "nd", "rd"][last - 1]}`;
}
