import { type EpochDay, isoDate, lastOfMonth, monthOf, nextMonth, readEpochDay } from "../date/index.js";
import type { ContractLog, Journey, JourneyEvent } from "../journey/index.js";
import type { DeadlineRequirement, Programme, Standard } from "../rules/index.js";
import { clocksOf, isAboutReferral } from "./clocked-programme.js";
import { DeadlineClock } from "./deadline-clock.js";

/** A deadline on a contract, its plans or issues, with its clock; a return belongs to no standard. */
export interface ContractDeadline {
  readonly standard: Standard | undefined;
  readonly requirement: DeadlineRequirement;
  readonly clock: DeadlineClock;
}

/** The deadlines of a programme that are not about a referral: those of its standards, then its returns. */
export function contractDeadlines(programme: Programme): ContractDeadline[] {
  const { compiler, requirements } = clocksOf(programme);
  const ofStandards = requirements.flatMap(({ standard, requirement, deadline }): ContractDeadline[] =>
    deadline === undefined || isAboutReferral(requirement)
      ? []
      : [{ standard, requirement: requirement as DeadlineRequirement, clock: deadline }],
  );
  const ofReturns = (programme.returns ?? []).flatMap((requirement): ContractDeadline[] =>
    requirement.kind === "deadline"
      ? [{ standard: undefined, requirement, clock: new DeadlineClock(requirement, compiler) }]
      : [],
  );
  return [...ofStandards, ...ofReturns];
}

/**
 * A contract's log as a journey, with the end of every month in which the contract ran. A contract
 * that ended within a month still owes that month's returns.
 */
export function withMonthEnds(given: ContractLog, asAt: EpochDay): Journey {
  // The subject tells a log from a referral, which has a receipt.
  const log: ContractLog = { ...given, subject: given.subject ?? "contract" };
  const started = firstDay(log.events, "contract-started", asAt);
  if (started === undefined) return log;
  const ended = firstDay(log.events, "contract-ended", asAt) ?? asAt;
  const monthEnds: JourneyEvent[] = [];
  for (let month = monthOf(started); month <= monthOf(ended); month = nextMonth(month)) {
    monthEnds.push({ kind: "month-ended", on: isoDate(lastOfMonth(month)) });
  }
  return { ...log, events: [...log.events, ...monthEnds] };
}

function firstDay(events: readonly JourneyEvent[], kind: string, asAt: EpochDay): EpochDay | undefined {
  const days = events.flatMap((event) => {
    const day = event.kind === kind ? readEpochDay(event.on) : Number.NaN;
    const known = readEpochDay(event.knownOn ?? event.on);
    return day <= asAt && known <= asAt ? [day] : [];
  });
  return days.length === 0 ? undefined : Math.min(...days);
}
