import { type EpochDay, isoDate, lastOfMonth, monthOf, nextMonth, readEpochDay } from "../date/index.js";
import type { ContractLog, Journey, JourneyEvent } from "../journey/index.js";
import type { DeadlineRequirement, Programme, Standard } from "../rules/index.js";
import { meantBy } from "../unknown-word.js";
import { clocksOf, isAboutReferral } from "./clocked-programme.js";
import { DeadlineClock } from "./deadline-clock.js";
import { STANDS_FOR_NONE } from "./facts.js";

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
  const unclear = { ...log, unreadable: [...(log.unreadable ?? []), "month-ended"] };
  if (isUnclear(log, "contract-started")) return unclear;
  const started = firstDay(log.events, "contract-started", asAt);
  if (started === undefined) return log;
  const end = firstDay(log.events, "contract-ended", asAt);
  const isEndUnclear = isUnclear(log, "contract-ended") || (end ?? started) < started;
  const ended = isEndUnclear ? asAt : (end ?? asAt);
  const monthEnds: JourneyEvent[] = [];
  for (let month = monthOf(started); month <= monthOf(ended); month = nextMonth(month)) {
    monthEnds.push({ kind: "month-ended", on: isoDate(lastOfMonth(month)) });
  }
  return { ...(isEndUnclear ? unclear : log), events: [...log.events, ...monthEnds] };
}

/** Whether nobody can tell on which day something happened, so that no month can be counted from it. */
function isUnclear({ events, unreadable, notRecorded }: ContractLog, kind: string): boolean {
  if (unreadable?.includes(kind) || notRecorded?.includes(kind)) return true;
  return events.some((event) => {
    if (event.kind !== kind) return typeof event.kind === "string" && meantBy(event.kind, LOG_KINDS) === kind;
    const day = readEpochDay(event.on);
    return Number.isNaN(day) || STANDS_FOR_NONE.includes(day);
  });
}

/** The kinds that months are counted from, and those that must not be taken for them. */
const LOG_KINDS = ["contract-started", "contract-ended", "started", "ended"];

function firstDay(events: readonly JourneyEvent[], kind: string, asAt: EpochDay): EpochDay | undefined {
  const days = events.flatMap((event) => {
    const day = event.kind === kind ? readEpochDay(event.on) : Number.NaN;
    const known = readEpochDay(event.knownOn ?? event.on);
    return day <= asAt && known <= asAt ? [day] : [];
  });
  return days.length === 0 ? undefined : Math.min(...days);
}
