import { epochDay, longDate } from "../date/index.js";
import type { Condition, Frequency, Length, Match, MonthDay, Programme, Scope } from "../rules/index.js";
import { counted, joined, lowered, ordinal } from "./words.js";

/** A length in words: `two working days`, `eight weeks`. */
export function lengthWords(length: Length): string {
  if ("workingDays" in length) return counted(length.workingDays, "working day");
  if ("days" in length) return counted(length.days, "day");
  if ("weeks" in length) return counted(length.weeks, "week");
  return counted(length.months, "month");
}

/** A due date counted from a month, in words: `the 15th of the next month`. */
export function monthDayWords(day: MonthDay): string {
  if ("dayOfNextMonth" in day) return `the ${ordinal(day.dayOfNextMonth)} of the next month`;
  if ("workingDayOfMonth" in day) return `the ${ordinal(day.workingDayOfMonth)} working day of the month`;
  return `the ${ordinal(day.workingDayOfNextMonth)} working day of the next month`;
}

/** How often, in words: `every ten working days`, `every month`. */
export function frequencyWords(every: Frequency): string {
  return "each" in every ? `every ${every.each.replace("-", " ")}` : `every ${lengthWords(every)}`;
}

/** An area, and the group in it. */
export function scopeWords({ area, group }: Scope, { groups }: Programme): string {
  const where = area === "contract" ? "contract package area" : "devolution deal area";
  if (group === undefined) return where;
  return `${where}, ${groups.find(({ id }) => id === group)?.title ?? group}`;
}

/** The kinds of event that a list of matches names, by their titles in the programme. */
export function matchTitles(matches: readonly Match[], programme: Programme): string[] {
  const titles = matches.map((match) => {
    if (typeof match === "string") return eventTitle(match, programme);
    if ("event" in match) return eventTitle(match.event, programme);
    const state = "entering" in match ? match.entering : "leaving" in match ? match.leaving : match.workDone;
    const title = stateTitle(state, programme);
    if ("workDone" in match)
      return /^In /.test(title) ? title.replace(/^In /, "Out of ") : `Done with "${title}"`;
    return `${"entering" in match ? "Entering" : "Leaving"} "${title}"`;
  });
  return [...new Set(titles)];
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
  if ("group" in condition) return `for ${joined(groupTitles(condition.group, programme), "or")}`;
  if ("notGroup" in condition) return `outside ${joined(groupTitles(condition.notGroup, programme), "or")}`;
  if ("attribute" in condition) {
    const wanted = "is" in condition ? condition.is : condition.isNot;
    const verb = "is" in condition ? "is" : "is not";
    return `where ${condition.attribute} ${verb} ${joined(wanted.map(String), "or")}`;
  }
  if ("happened" in condition) return happenedWords(condition, programme);
  if ("onOrAfter" in condition) return `from ${longDate(epochDay(condition.onOrAfter))} on`;
  return `before ${longDate(epochDay(condition.before))}`;
}

function happenedWords(condition: Extract<Condition, { happened: unknown }>, programme: Programme): string {
  const titles = joined(matchTitles(condition.happened, programme).map(lowered), "or");
  const end = condition.before === undefined ? "" : ` before ${longDate(epochDay(condition.before))}`;
  return `once "${titles}" is recorded${end}`;
}

function groupTitles(groups: readonly string[], programme: Programme): string[] {
  return groups.map((group) => programme.groups.find(({ id }) => id === group)?.title ?? group);
}
