import { type EpochDay, readEpochDay } from "../date/index.js";
import type { Journey } from "../journey/index.js";

/**
 * The span cut at the days on which something that had happened before became known or was withdrawn.
 * Within a piece, what is known of any day is what is known at its end of that day.
 */
export function knowledgeSpans(journey: Journey, first: EpochDay, last: EpochDay): [EpochDay, EpochDay][] {
  let cuts: number[] | undefined;
  for (const { kind, on, knownOn } of journey.events) {
    if (knownOn === undefined && kind !== "retracted") continue;
    const known = readEpochDay(knownOn ?? on);
    if (known <= first || known > last) continue;
    cuts ??= [];
    cuts.push(known);
  }
  if (cuts === undefined) return [[first, last]];
  const starts = [first, ...new Set(cuts.sort((one, other) => one - other))];
  return starts.map((start, i) => [start, (starts[i + 1] ?? last + 1) - 1]);
}
