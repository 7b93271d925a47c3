import { refuseNotObject } from "../argument.js";
import { epochDay, longDate } from "../date/index.js";
import { formatPence } from "../quantity/index.js";
import { isOpen, type OpenValue } from "./citation.js";
import { counted, joined, lowered, numbered, ordinal } from "./english.js";
import { type Frequency, isMonthDay, type Length, type MonthDay } from "./length.js";
import { type Condition, type EventMatch, eventOf, stateOf } from "./match.js";
import type { Indicator, Outcome, PerformanceScope } from "./outcome.js";
import type { Programme } from "./programme.js";
import type { PerformanceWindow, RegimeAssurance } from "./regime.js";
import type { CadenceRequirement, DeadlineRequirement, Requirement, Stage } from "./requirement.js";
import { eventsMarking } from "./state.js";
import { isScored, type Target } from "./target.js";

// How rules are said, in two voices: `say…` on a line of a rule book, in figures and in full; `…Words` within a
// sentence of a verdict, where numbers up to ten are words.

const WITHHELD: Readonly<Record<OpenValue["open"], string>> = {
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

/** Where in a journey a standard applies. */
export const STAGE_WORDS: Readonly<Record<Stage, string>> = {
  "pre-programme": "before the programme",
  "programme-engagement": "joining the programme",
  "pre-work-support": "support before work",
  "in-work-support": "support in work",
  "programme-exit": "leaving the programme",
  contract: "the contract as a whole",
};

/** An open value in words. */
export function sayOpen(value: OpenValue): string {
  refuseNotObject(value, 'an open value such as { open: "redacted" }');
  const { open, note } = value;
  return note === undefined ? WITHHELD[open] : `${WITHHELD[open]}: ${note}`;
}

/** A length, or a day counted from a month: `2 working days`, `the 15th of the next month`. */
export function sayLength(length: Length | MonthDay | OpenValue): string {
  refuseNotObject(length, "a length such as { workingDays: 2 }");
  if (isOpen(length)) return sayOpen(length);
  if ("days" in length && length.days === 0) return "the same day";
  const text = lengthText(length, numbered);
  return "roll" in length && length.roll !== undefined
    ? `${text}, or the next working day if it is none`
    : text;
}

/** A length, or a day counted from a month, within a sentence: `two working days`, `eight weeks`. */
export function lengthWords(length: Length | MonthDay): string {
  return lengthText(length, counted);
}

function lengthText(length: Length | MonthDay, count: (number: number, unit: string) => string): string {
  if ("workingDays" in length) return count(length.workingDays, "working day");
  if ("days" in length) return count(length.days, "day");
  if ("weeks" in length) return count(length.weeks, "week");
  if ("months" in length) return count(length.months, "month");
  if ("dayOfNextMonth" in length) return `the ${ordinal(length.dayOfNextMonth)} of the next month`;
  if ("workingDayOfMonth" in length)
    return `the ${ordinal(length.workingDayOfMonth)} working day of the month`;
  return `the ${ordinal(length.workingDayOfNextMonth)} working day of the next month`;
}

/** How often: `at least every 10 working days`, `every calendar month`. */
export function sayFrequency(every: Frequency | OpenValue): string {
  if (isOpen(every)) return sayOpen(every);
  return "each" in every ? EACH[every.each] : `at least every ${withoutOne(lengthText(every, numbered))}`;
}

/** What is asked of a share: `at least 99.5%`, `every case`. */
export function sayTarget(target: Target): string {
  if (!isScored(target)) return `none: ${target.notScored}`;
  if ("every" in target) return "every case";
  if ("atLeast" in target)
    return isOpen(target.atLeast) ? sayBound("at least", target.atLeast) : `at least ${target.atLeast}`;
  if ("atMost" in target)
    return isOpen(target.atMost) ? sayBound("at most", target.atMost) : `at most ${target.atMost}`;
  return isOpen(target.below) ? sayBound("below", target.below) : `below ${target.below}`;
}

/** A target as people read it: `≥ 99.5%`, `every case`. */
export function targetWords(target: Target): string {
  if (!isScored(target)) return "none";
  if ("every" in target) return "every case";
  const [sign, value] =
    "atLeast" in target
      ? ["≥", target.atLeast]
      : "atMost" in target
        ? ["≤", target.atMost]
        : ["<", target.below];
  return isOpen(value) ? `${sign} (${value.open})` : `${sign} ${value}`;
}

/** The target of a line; that of a total is a share of its plan: `≥ 90% of plan`. */
export function lineTargetWords(line: {
  readonly target: Target;
  readonly series?: object | undefined;
}): string {
  const { target, series } = line;
  if (series === undefined) return targetWords(target);
  const share = "every" in target ? "≥ 100%" : targetWords(target);
  return `${share} of plan`;
}

/**
 * What a requirement asks: its title, which carries no numbers, with the limits that its fields give:
 * `Each referral is acknowledged in PRaP within 2 working days of receipt`. Its target stands apart.
 */
export function sayRequirement(programme: Programme, part: Requirement): string {
  const last = said.get(part);
  if (last?.programme === programme) return last.words;
  const words = withLimits(programme, part);
  said.set(part, { programme, words });
  return words;
}

/** Worklists say the same requirement once a person. */
const said = new WeakMap<Requirement, { readonly programme: Programme; readonly words: string }>();

function withLimits(programme: Programme, part: Requirement): string {
  const title = part.title.trimEnd().replace(/\.$/, "");
  if (part.kind === "deadline") return `${title}${deadlineLimits(programme, part)}`;
  return part.kind === "cadence" ? `${title}${cadenceLimits(part)}` : title;
}

/** {@link sayRequirement} with its target, where no column says it: `…, in at least 99.5% of cases`. */
export function sayRequirementInFull(programme: Programme, part: Requirement): string {
  const { kind, target } = part;
  const said = sayRequirement(programme, part);
  if (!isScored(target) || "every" in target) return said;
  if (kind === "proportion") return `${said}: ${sayTarget(target)}`;
  if (kind === "total") return `${said}: ${lineTargetWords({ target, series: {} })}`;
  const [bound] = Object.values(target);
  if (isOpen(bound)) return `${said}, in a share of cases that is ${sayOpen(bound)}`;
  if ("atLeast" in target) return `${said}, in at least ${bound} of cases`;
  return `${said}, missed in ${"atMost" in target ? "at most" : "less than"} ${bound} of cases`;
}

function deadlineLimits(programme: Programme, part: DeadlineRequirement): string {
  const { after, before, within, atLeast, exceptions = [], anchorDate, laterOf } = part;
  const moments = momentsWords(programme, after ?? before ?? []);
  const isKnown = anchorDate === "knownOn";
  const later = laterOf === undefined ? "" : ` or, if later, of ${momentsWords(programme, laterOf)}`;
  const moment = `${isKnown ? `the day ${moments} became known` : moments}${later}`;
  const day = isKnown ? moment : `the day of ${moments}`;
  const others = exceptions.map(
    ({ when, within: other }) =>
      ` (${lengthText(other, numbered)} ${joined(when.map((each) => conditionWords(each, programme)))})`,
  );
  const limits = after === undefined ? limitsBefore : limitsAfter;
  return `${limits({ moment, day, within, atLeast })}${others.join("")}`;
}

/** A deadline's window, and how its anchor is said: as what is counted from, and as a day. */
interface Limits {
  readonly moment: string;
  readonly day: string;
  readonly within: DeadlineRequirement["within"];
  readonly atLeast: DeadlineRequirement["atLeast"];
}

function limitsAfter({ moment, day, within, atLeast }: Limits): string {
  const last = within === undefined ? "" : ` ${lastDayWords(within, moment, day)}`;
  if (atLeast === undefined) return last;
  if (JSON.stringify(within) === JSON.stringify(atLeast)) return ` ${exactDayWords(atLeast, moment, day)}`;
  const first = isNoTime(atLeast) ? day : fromWords(atLeast, "after", moment);
  return `${last}${last && ","} not before ${first}`;
}

/** `within 2 working days of receipt`, `by the 15th of the next month`, `on the day of the start`. */
function lastDayWords(length: Exclude<Limits["within"], undefined>, moment: string, day: string): string {
  if (isOpen(length)) return `within a time that is ${sayOpen(length)}`;
  if (isMonthDay(length)) return `by ${lengthText(length, numbered)}`;
  return isNoTime(length) ? `on ${day}` : `within ${fromWords(length, "of", moment)}`;
}

function exactDayWords(length: Length | MonthDay, moment: string, day: string): string {
  if (isMonthDay(length)) return `on ${lengthText(length, numbered)}`;
  return isNoTime(length) ? `on ${day}` : `exactly ${fromWords(length, "after", moment)}`;
}

function fromWords(length: Length | MonthDay, side: string, moment: string): string {
  const text = lengthText(length, numbered);
  return isMonthDay(length) ? text : `${text} ${side} ${moment}`;
}

function limitsBefore({ moment, day, within, atLeast }: Limits): string {
  const ahead = atLeast === undefined ? "" : ` at least ${lengthText(atLeast, numbered)}`;
  if (within === undefined) return `${ahead} before ${moment}`;
  if (isOpen(within)) return `${ahead} before ${moment}, within a time that is ${sayOpen(within)}`;
  if (isNoTime(within)) return ` on ${day}`;
  return `${ahead && `${ahead} and`} in the last ${withoutOne(lengthText(within, numbered))} before ${moment}`;
}

function isNoTime(length: Length | MonthDay): boolean {
  return "days" in length && length.days === 0;
}

/** `1 working day` as what follows "the last" or "every": `working day`. */
function withoutOne(length: string): string {
  return length.replace(/^1 /, "");
}

function cadenceLimits({ every, frequency, gap }: CadenceRequirement): string {
  const agreed = frequency === undefined ? "" : "each" in every ? ", or as varied" : ", or as agreed";
  if (isOpen(every)) return `, how often: ${sayOpen(every)}${agreed}`;
  if (gap === "blocks" && !("each" in every))
    return ` once in each ${withoutOne(lengthText(every, numbered))} from the beginning${agreed}`;
  return ` ${sayFrequency(every)}${agreed}`;
}

/** How matches are said as the moment that days are counted from: `receipt`, `the start`. */
function momentsWords(programme: Programme, matches: readonly EventMatch[]): string {
  const words = matches.flatMap((match) => {
    const events = eventsMarking(match, programme);
    return events.length === 0
      ? [sayMatch(programme, match)]
      : events.map((each) => momentWords(programme, each));
  });
  return joined([...new Set(words)], "or");
}

function momentWords(programme: Programme, match: EventMatch): string {
  const kind = eventOf(match)!;
  return programme.events.find(({ id }) => id === kind)?.moment ?? quoted(eventTitle(kind, programme));
}

/** An outcome with its amount and its last day: `Earnings reach the amount (£1,000 or more) at or before day 238 from the start`. */
export function sayOutcome(programme: Programme, outcome: Outcome): string {
  const { title, threshold, within, after, inWork } = outcome;
  const from = momentWords(programme, after);
  const weeks = typeof inWork?.weeks === "number" ? ` (${numbered(inWork.weeks, "week")} or more)` : "";
  const counted = programme.conventions.outcomeDay === "day-1" ? `, counting ${from} as day 1` : "";
  return `${withAmount(title, threshold)}${weeks} at or before day ${within.days} from ${from}${counted}`;
}

/** An indicator with its amount: `Earnings have reached a milestone (£2,000 or more)`. */
export function sayIndicator({ title, threshold }: Indicator): string {
  return withAmount(title, threshold);
}

function withAmount(title: string, threshold: Outcome["threshold"]): string {
  return threshold === undefined || isOpen(threshold)
    ? title
    : `${title} (${formatPence(threshold.pence)} or more)`;
}

/** When remedial action may follow assurance: `poor ratings in a row, whatever the reasons (3 of them)`. */
export function sayAssuranceGround({ says, times }: RegimeAssurance["grounds"][number]): string {
  return times === undefined ? says : `${says} (${times} of them)`;
}

/** A span over which performance is looked at: `Rolling (3 months)`. */
export function sayWindow({ title, months }: PerformanceWindow): string {
  return months === undefined ? title : `${title} (${numbered(months, "month")})`;
}

/** Events and moments: `“Contacted” or “Contact attempted”`. */
export function sayMatches(programme: Programme, matches: readonly EventMatch[], joint = "or"): string {
  return matches.map((match) => sayMatch(programme, match)).join(` ${joint} `);
}

/** Conditions, all of which must hold. */
export function sayConditions(programme: Programme, conditions: readonly Condition[]): string {
  return conditions.map((condition) => sayCondition(programme, condition)).join("; ");
}

/** A state's title in quotes. */
export function sayState(programme: Programme, id: string): string {
  return quoted(stateTitle(id, programme));
}

function sayMatch(programme: Programme, match: EventMatch): string {
  const title = (kind: string) => quoted(eventTitle(kind, programme));
  if (typeof match === "string") return title(match);
  if ("entering" in match) return `entering ${sayState(programme, match.entering)}`;
  if ("leaving" in match) return `leaving ${sayState(programme, match.leaving)}`;
  if ("workDone" in match) return `the end of all work in ${sayState(programme, match.workDone)}`;
  if ("stayEnds" in match) return `the end of the longest stay in ${sayState(programme, match.stayEnds)}`;
  const fields = Object.entries(match.where ?? {}).map(([field, value]) => `${field} ${value}`);
  const without = (match.without ?? []).map((field) => `“${field}” not recorded`);
  const when = match.when === undefined ? [] : [`if ${sayConditions(programme, match.when)}`];
  const narrowed = [...fields, ...without, ...when];
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
  const of = condition.of === undefined ? "" : `${sayMatches(programme, condition.of)} `;
  return `${of}before ${longDate(epochDay(condition.before))}`;
}

function sayGroups(programme: Programme, ids: readonly string[]): string {
  return ids.map((id) => quoted(groupTitle(id, programme))).join(" or ");
}

function sayAttribute(condition: Extract<Condition, { attribute: string }>): string {
  const values =
    "is" in condition ? `is ${condition.is.join(" or ")}` : `is not ${condition.isNot.join(" or ")}`;
  return `${condition.attribute} ${values}${condition.missing === "yes" ? " (or is not recorded)" : ""}`;
}

function sayHappened(programme: Programme, condition: Extract<Condition, { happened: unknown }>): string {
  const { happened, unless, before, since, until: end } = condition;
  const next = end === undefined ? "" : ` and before the next ${sayMatches(programme, end)}`;
  const from = since === undefined ? "" : ` on or after that day${next}`;
  const until = before === undefined ? "" : ` before ${longDate(epochDay(before))}`;
  const except = unless === undefined ? "" : `, and not if ${sayMatches(programme, unless)}`;
  return `once there is ${sayMatches(programme, happened)}${from}${until}${except}`;
}

function sayBound(bound: string, open: OpenValue): string {
  return `${bound} a percentage that is ${sayOpen(open)}`;
}

function quoted(title: string): string {
  return `“${title}”`;
}

/** An area, and the group in it. */
export function scopeWords({ area, group }: PerformanceScope, programme: Programme): string {
  const where = area === "contract" ? "contract package area" : "devolution deal area";
  if (group === undefined) return where;
  return `${where}, ${groupTitle(group, programme)}`;
}

/** The kinds of event that a list of matches names, by their titles in the programme. */
export function matchTitles(matches: readonly EventMatch[], programme: Programme): string[] {
  const titles = matches.flatMap((match): string[] => {
    if (typeof match === "string") return [eventTitle(match, programme)];
    if ("event" in match) return [eventTitle(match.event, programme)];
    const events = eventsMarking(match, programme);
    return events.length > 0 ? matchTitles(events, programme) : [momentTitle(match, programme)];
  });
  return [...new Set(titles)];
}

/** How a moment is said that no event marks. */
function momentTitle(match: EventMatch, programme: Programme): string {
  if (typeof match === "object" && "stayEnds" in match) return "Longest stay ended";
  const title = stateTitle(stateOf(match)!, programme);
  if (typeof match === "object" && "workDone" in match)
    return /^In /.test(title) ? title.replace(/^In /, "Out of ") : `Done with "${title}"`;
  return `${typeof match === "object" && "entering" in match ? "Entering" : "Leaving"} "${title}"`;
}

/** How an event kind is said in sentences. */
export function eventTitle(kind: string, programme: Programme): string {
  return programme.events.find(({ id }) => id === kind)?.title ?? kind;
}

/** How a state is said in sentences. */
export function stateTitle(id: string, programme: Programme): string {
  return programme.states.find((state) => state.id === id)?.title ?? id;
}

/** A condition in words that follow "only". */
export function conditionWords(condition: Condition, programme: Programme): string {
  if ("in" in condition) return `while ${lowered(stateTitle(condition.in, programme))}`;
  if ("notIn" in condition) return `when not ${lowered(stateTitle(condition.notIn, programme))}`;
  if ("group" in condition) return `for ${groupWords(condition.group, programme)}`;
  if ("notGroup" in condition) return `outside ${groupWords(condition.notGroup, programme)}`;
  if ("attribute" in condition) {
    const wanted = "is" in condition ? condition.is : condition.isNot;
    const verb = "is" in condition ? "is" : "is not";
    return `where ${condition.attribute} ${verb} ${joined(wanted.map(String), "or")}`;
  }
  if ("happened" in condition) return happenedWords(condition, programme);
  if ("onOrAfter" in condition) return `from ${longDate(epochDay(condition.onOrAfter))} on`;
  const of =
    condition.of === undefined
      ? ""
      : `with "${joined(matchTitles(condition.of, programme).map(lowered), "or")}" `;
  return `${of}before ${longDate(epochDay(condition.before))}`;
}

function happenedWords(condition: Extract<Condition, { happened: unknown }>, programme: Programme): string {
  const titles = joined(matchTitles(condition.happened, programme).map(lowered), "or");
  const next =
    condition.until === undefined
      ? ""
      : ` and before the next "${joined(matchTitles(condition.until, programme).map(lowered), "or")}"`;
  const since = condition.since === undefined ? "" : ` on or after that day${next}`;
  const end = condition.before === undefined ? "" : ` before ${longDate(epochDay(condition.before))}`;
  return `once "${titles}" is recorded${since}${end}`;
}

function groupWords(groups: readonly string[], programme: Programme): string {
  const titles = groups.map((group) => groupTitle(group, programme));
  return joined(titles, "or");
}

function groupTitle(group: string, { groups }: Programme): string {
  return groups.find(({ id }) => id === group)?.title ?? group;
}
