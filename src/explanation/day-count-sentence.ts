import { epochDay } from "../date/index.js";
import { capitalised, isMonthDay, joined, lengthWords, numberWord, ordinal } from "../rules/index.js";
import { day } from "./dates.js";
import type { ExplainedCount, ExplainedEvent, SkippedDay } from "./explanation.js";

/**
 * The counting in one sentence without its full stop, as one does it on a wall calendar. It begins after
 * the anchor has been named, or says the day once more when `again` something else came in between.
 */
export function countWords(count: ExplainedCount, anchor: ExplainedEvent, again = false): string {
  const { direction, from, to } = count;
  const not = notCounted(count.skipped);
  if (direction === "ahead") return `It had to come ${lengthOf(count)} before, by ${day(to)}${not}`;
  if (direction === "before")
    return `The last ${lengthOf(count)} up to and including ${day(from)} begin on ${day(to)}${not}`;
  if (isSameDay(count, anchor)) return `It is due that same day, ${day(to)}`;
  const words = `${afterWords(count, anchor, again)}${aside(count)}`;
  if (count.rolledFrom !== undefined)
    return `${words} is ${day(count.rolledFrom)}; the next working day is ${day(to)}${not}`;
  return count.reaches === undefined
    ? `${words} is ${day(to)}${not}`
    : `${words} is ${day(count.reaches)}${not}, which had passed: due the day it was agreed, ${day(to)}`;
}

/** The days passed over, in brackets: ` (Good Friday, the weekend and Easter Monday do not count)`. */
export function notCounted(skipped: readonly SkippedDay[]): string {
  const names: string[] = [];
  const weekends = weekendsIn(skipped);
  for (const { because } of skipped) {
    const name = because === "weekend" ? weekendName(weekends) : because.holiday;
    if (!names.includes(name)) names.push(name);
  }
  if (names.length === 0) return "";
  const single = names.length === 1 && (skipped.length === 1 || weekends === 1);
  return ` (${joined(names)} ${single ? "does" : "do"} not count)`;
}

function weekendName(weekends: number): string {
  return weekends === 1 ? "the weekend" : `${numberWord(weekends)} weekends`;
}

/** Runs of weekend days; a holiday within a weekend does not split it. */
function weekendsIn(skipped: readonly SkippedDay[]): number {
  const days = skipped.filter(({ because }) => because === "weekend").map(({ on }) => epochDay(on));
  return days.filter((each, i) => i === 0 || each - days[i - 1]! > 2).length;
}

/** Whose length it is, where it is not the rule's own for everyone. */
function aside({ only, agreedOn, variedOn }: ExplainedCount): string {
  if (variedOn !== undefined) return `, as varied ${day(variedOn)},`;
  if (agreedOn !== undefined) return `, as agreed ${day(agreedOn)},`;
  return only === undefined || only.length === 0 ? "" : `, ${joined(only)},`;
}

function afterWords(
  { length, countingDay, from, variedOn }: ExplainedCount,
  anchor: ExplainedEvent,
  again: boolean,
): string {
  if (countingDay === "day-1" && "workingDays" in length) {
    return `Counting ${again ? day(from) : "that day"} as the first, the ${ordinal(length.workingDays)} working day`;
  }
  if ("each" in length)
    return variedOn === undefined
      ? eachWords(length.each, from === anchor.on)
      : `The last day of the ${length.each}`;
  if (isMonthDay(length)) return capitalised(lengthWords(length));
  return `${capitalised(lengthWords(length))} ${again ? `after ${day(from)}` : "later"}`;
}

/** A span of the calendar: the one the anchor lies in, or the next one after one that ended. */
function eachWords(each: string, isNext: boolean): string {
  if (each === "day") return "The next day";
  if (each === "working-day") return isNext ? "The next working day" : "The first working day from then on";
  return `The last day of ${isNext ? "the next" : "that"} ${each}`;
}

function isSameDay({ length, from }: ExplainedCount, anchor: ExplainedEvent): boolean {
  if ("each" in length) return length.each === "day" && from !== anchor.on;
  return "days" in length && length.days === 0;
}

function lengthOf({ length }: ExplainedCount): string {
  return "each" in length || isMonthDay(length) ? "days" : lengthWords(length);
}
