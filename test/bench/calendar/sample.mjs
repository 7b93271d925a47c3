import { randomNumbers } from "../support/timing.mjs";

/**
 * Random questions, the same in every run. `add`: any date of 2011 to mid-2028 and 1 to 25 working
 * days, the longest time a standard gives. `count`: two working days so far apart, because the peers
 * differ on which end of a span counts and agree only between working days.
 */
export function randomSample({ workingCalendar, epochDay, isoDate }, size) {
  const random = randomNumbers(2021);
  const { days } = workingCalendar("england-and-wales");
  const first = epochDay("2011-01-01");
  const span = epochDay("2028-06-30") - first + 1;
  const n = Int32Array.from({ length: size }, () => 1 + random(25));
  const from = Int32Array.from({ length: size }, () => first + random(span));
  const start = from.map((day) => days.rollForward(day));
  const end = start.map((day, at) => days.add(day, n[at]));
  const text = (list) => Array.from(list, isoDate);
  return { n, from, start, end, fromText: text(from), startText: text(start), endText: text(end) };
}
