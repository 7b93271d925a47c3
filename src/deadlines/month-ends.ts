import { type EpochDay, isoDate, lastOfMonth, monthOf, nextMonth, readEpochDay } from "../date/index.js";
import type { ContractLog, Journey, JourneyEvent } from "../journey/index.js";

const STARTED = "contract-started";
const ENDED = "contract-ended";
const MONTH_ENDED = "month-ended";

/**
 * A contract's log as a journey, with the end of every month in which the contract ran. A contract
 * that ended within a month still owes that month's returns.
 */
export function withMonthEnds(log: ContractLog, asAt: EpochDay): Journey {
  const started = firstDay(log.events, STARTED, asAt);
  if (started === undefined) return log;
  const ended = firstDay(log.events, ENDED, asAt) ?? asAt;
  const monthEnds: JourneyEvent[] = [];
  for (let month = monthOf(started); month <= monthOf(ended); month = nextMonth(month)) {
    monthEnds.push({ kind: MONTH_ENDED, on: isoDate(lastOfMonth(month)) });
  }
  return { ...log, events: [...log.events, ...monthEnds] };
}

function firstDay(events: readonly JourneyEvent[], kind: string, asAt: EpochDay): EpochDay | undefined {
  const days = events.flatMap((event) => {
    const day = event.kind === kind ? readEpochDay(event.on) : Number.NaN;
    const known = event.knownOn === undefined ? day : readEpochDay(event.knownOn);
    return day <= asAt && known <= asAt ? [day] : [];
  });
  return days.length === 0 ? undefined : Math.min(...days);
}
